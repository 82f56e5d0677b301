"""Commands by which people judge: claims, how they hang together, and findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from qatynas.cli.hands import REASON, WHO, WHY, Row, can_list, can_withdraw, opened, taken_back
from qatynas.cli.options import JSON, LEDGER, PAIR, cli, dump, examples
from qatynas.cli.recording import value_of, words

if TYPE_CHECKING:
    from qatynas.model.finding import Finding


@cli.group()
def judge() -> None:
    """Put right what was read or joined wrongly, settle findings; every word is kept, and can be withdrawn.

    A CLAIM or a FINDING is named by its id or the beginning of it, as other commands print it.
    """


def _judge(
    ledger: str,
    verdict: str,
    claims: tuple[str, ...],
    who: str,
    reason: str,
    as_json: bool,
    field: str | None = None,
    value: object = None,
) -> None:
    with opened(ledger) as book:
        (claim, sha256), *others = (book.claim(number) for number in claims)
        number = book.judge(claim, sha256, verdict, who=who, reason=reason, field=field, value=value, others=others)
    if as_json:
        dump({"judgement": number})
    else:
        click.echo(f"judgement {number}: {verdict}; take it back with `qatynas judge withdraw {number}`")


def _on_one(verdict: str, sentence: str) -> None:
    """A command that judges one claim."""

    @judge.command(verdict, help=sentence, epilog=examples(f"qatynas judge {verdict} 3fa81c09b2d4 --who Айгерім"))
    @click.argument("claim")
    @WHO
    @REASON
    @LEDGER
    @JSON
    def command(claim: str, who: str, reason: str, ledger: str, as_json: bool) -> None:
        _judge(ledger, verdict, (claim,), who, reason, as_json)


def _on_several(verdict: str, sentence: str) -> None:
    """A command that judges how claims hang together."""
    example = f"qatynas judge {verdict} 3fa81c09b2d4 99c0de117a55 --who Айгерім --reason 'the same session'"

    @judge.command(verdict, help=sentence, epilog=examples(example))
    @click.argument("claim")
    @click.argument("others", nargs=-1, required=True, metavar="CLAIM…")
    @WHO
    @REASON
    @LEDGER
    @JSON
    def command(claim: str, others: tuple[str, ...], who: str, reason: str, ledger: str, as_json: bool) -> None:
        _judge(ledger, verdict, (claim, *others), who, reason, as_json)


_on_one("accept", "Say that a claim is read rightly.")
_on_one("reject", "Leave a claim out of every answer.")
_on_one("prefer", "Let its fact be told as this claim tells it, and stand first in its cell.")
_on_several("join", "Make claims one fact that were left apart.")
_on_several("split", "Part the first claim from the fact of the others.")
judge.add_command(words, "add")  # a claim that the program did not read is a record of a document's words


@judge.command(epilog=examples("qatynas judge correct 3fa81c09b2d4 date 2024-04-19 --who Айгерім"))
@click.argument("claim")
@click.argument("field")
@click.argument("value")
@WHO
@REASON
@LEDGER
@JSON
def correct(claim: str, field: str, value: str, who: str, reason: str, ledger: str, as_json: bool) -> None:
    """Set one field of a claim; VALUE is JSON, or plain words."""
    _judge(ledger, "correct", (claim,), who, reason, as_json, field=field, value=value_of(value))


@judge.command(epilog=examples("qatynas judge settle 192ee096d06a --who Айгерім --reason 'two editions of one table'"))
@click.argument("finding")
@WHO
@WHY
@LEDGER
@PAIR
@JSON
def settle(finding: str, who: str, reason: str, ledger: str, pair: tuple[str, str] | None, as_json: bool) -> None:
    """Say that a finding needs no more work; it is listed apart until what it rests on changes."""
    with opened(ledger) as book:
        number = book.settle(_finding(book.findings(pair), finding), who=who, reason=reason)
    if as_json:
        dump({"settlement": number})
    else:
        click.echo(f"settlement {number}: kept; take it back with `qatynas judge reopen {number}`")


def _finding(found: tuple[Finding, ...], named: str) -> Finding:
    from qatynas.model import InputError

    fit = [one for one in found if one.id.startswith(named)]
    if len(fit) != 1:
        why = (
            f"{len(fit)} findings begin so; give more of the id" if fit else "no such open finding; see `qatynas check`"
        )
        raise InputError(f"finding {named}", why)
    return fit[0]


@judge.command(epilog=examples("qatynas judge reopen 3 --who Бақыт --reason 'the editions are the same'"))
@click.argument("number", type=int)
@WHO
@REASON
@LEDGER
@JSON
def reopen(number: int, who: str, reason: str, ledger: str, as_json: bool) -> None:
    """Take a settlement back, one's own or another's; both words stay to be seen."""
    with opened(ledger) as book:
        book.reopen(number, who=who, reason=reason)
    if as_json:
        dump({"reopened": number})
    else:
        click.echo(f"settlement {number}: the finding is open again")


def _rows(book: Any, withdrawn: bool) -> list[Row]:
    from qatynas.checks.rows import settlement_row
    from qatynas.relations.rows import judgement_row

    judged = [judgement_row(one) for one in book.judgements(withdrawn=withdrawn)]
    settled = [settlement_row(one) for one in book.settlements(undone=withdrawn)]
    return sorted((*judged, *settled), key=lambda row: str(row["added_at"]))


def _lines(row: Row) -> Iterator[str]:
    if "settlement" in row:
        head = f"{row['settlement']}  {row['added_at']}  {row['who']}: settle {row['finding']}"
        yield f"{head} ({row['says']}){taken_back(row)}"
    else:
        what = f" {row['field']} = {row['value']}" if row["field"] else ""
        now = ", ".join(number[:12] for target in row["claims"] for number in target["now"]) or "no claim any more"
        yield f"{row['judgement']}  {row['added_at']}  {row['who']}: {row['verdict']}{what} → {now}{taken_back(row)}"
    if row["reason"]:
        yield f"    {row['reason']}"


can_withdraw(judge, "judgement", lambda book, number, who, reason: book.withdraw(number, who=who, reason=reason))
can_list(judge, "judgements and settlements", _rows, _lines)


@cli.command(epilog=examples("qatynas purge letters/draft.txt --who Айгерім --reason 'a private letter'"))
@click.argument("document")
@WHO
@WHY
@LEDGER
@JSON
def purge(document: str, who: str, reason: str, ledger: str, as_json: bool) -> None:
    """Remove what must not be kept: a document's text, claims and all words about them; a tombstone stays.

    DOCUMENT is its path as it was added, or its sha256. This cannot be undone; the same bytes are not taken in again.
    """
    with opened(ledger) as book:
        gone = book.purge(document, who=who, reason=reason)
    if as_json:
        dump([{"document_sha256": one.sha256, "paths": list(one.paths), "claims": one.claims} for one in gone])
        return
    for one in gone:
        click.echo(
            f"{', '.join(one.paths) or one.sha256}: removed with {one.claims} claims, by {one.who}: {one.reason}"
        )


@judge.command("purge", epilog=examples("qatynas judge purge 7 --who Айгерім --reason 'names a private person'"))
@click.argument("number", type=int)
@click.option("--settlement", "table", flag_value="settlement", help="NUMBER is that of a settlement.")
@WHO
@WHY
@LEDGER
@JSON
def purge_word(number: int, table: str | None, who: str, reason: str, ledger: str, as_json: bool) -> None:
    """Remove a judgement that must not be kept, with what rests on it; a tombstone stays. This cannot be undone."""
    with opened(ledger) as book:
        gone = book.purge_word(number, who=who, reason=reason, table=table or "judgement")
    if as_json:
        dump({"purged": gone.paths[0], "who": gone.who, "reason": gone.reason})
    else:
        click.echo(f"{gone.paths[0]}: removed, by {gone.who}: {gone.reason}")


@cli.command(epilog=examples("qatynas merge colleague.sqlite", "qatynas merge colleague.sqlite --ledger talas.sqlite"))
@click.argument("other", type=click.Path(exists=True, dir_okay=False))
@LEDGER
@JSON
def merge(other: str, ledger: str, as_json: bool) -> None:
    """Take in another person's ledger: its documents, records and judgements, each with who and when."""
    with opened(ledger) as book:
        added = book.merge(other)
    if as_json:
        dump({"rows": added})
    else:
        click.echo(f"{other}: {added} rows are new" if added else f"{other}: nothing new")
