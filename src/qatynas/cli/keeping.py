"""Commands that keep: what is read, and what people say of it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from qatynas.cli.options import JSON, LEDGER, PUBLISHED, cli, dump, examples
from qatynas.intake import Intake


@cli.command(epilog=examples("qatynas add press/", "qatynas add --ledger talas.sqlite press/*.html"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@LEDGER
@PUBLISHED
@JSON
def add(paths: tuple[str, ...], ledger: str, published: str | None, as_json: bool) -> None:
    """Read documents and keep their claims in the ledger."""
    from qatynas.ledger import Ledger

    intake = Intake(paths, published, None)
    rows = []
    with Ledger(Path(ledger)) as book:
        for extraction in intake.extractions():
            added = book.add(extraction)
            path, count = extraction.document.path, len(extraction.claims)
            if as_json:
                rows.append({"document": path, "claims": count, "change": added.change})
            else:
                click.echo(f"{path}: {added.change}, {count} claims")
    if as_json:
        dump(rows)
    intake.finish()


WHO = click.option("--who", envvar="QATYNAS_WHO", required=True, help="Who judges; QATYNAS_WHO where left out.")
REASON = click.option("--reason", default="", help="Why; it is kept and shown with the judgement.")


@cli.group()
def judge() -> None:
    """Put right what was read or joined wrongly; every word is kept, with who said it, and can be withdrawn.

    A CLAIM is named by its id or the beginning of it, as other commands print it.
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
    from qatynas.relations.surface import Ledger

    with Ledger.open(ledger) as book:
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


_on_one("accept", "Let a claim stand that was rejected before.")
_on_one("reject", "Leave a claim out of every answer.")
_on_one("prefer", "Let its fact be told as this claim tells it, and stand first in its cell.")
_on_several("join", "Make claims one fact that were left apart.")
_on_several("split", "Part the first claim from the fact of the others.")


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
    try:
        said = json.loads(value) if value[:1] in "[{" or value == "null" else value
    except ValueError:
        said = value
    _judge(ledger, "correct", (claim,), who, reason, as_json, field=field, value=said)


@judge.command(epilog=examples("qatynas judge withdraw 7 --who Айгерім"))
@click.argument("number", type=int)
@WHO
@REASON
@LEDGER
@JSON
def withdraw(number: int, who: str, reason: str, ledger: str, as_json: bool) -> None:
    """Take a judgement back; it stays to be seen."""
    from qatynas.relations.surface import Ledger

    with Ledger.open(ledger) as book:
        book.withdraw(number, who=who, reason=reason)
    if as_json:
        dump({"withdrawn": number})
    else:
        click.echo(f"judgement {number}: withdrawn")


@judge.command("list", epilog=examples("qatynas judge list --all", "qatynas judge list --json"))
@click.option("--all", "withdrawn", is_flag=True, help="Also those that were withdrawn.")
@LEDGER
@JSON
def list_(withdrawn: bool, ledger: str, as_json: bool) -> None:
    """List judgements, oldest first, with the claims that they bear on now."""
    from qatynas.relations.rows import judgement_row
    from qatynas.relations.surface import Ledger

    with Ledger.open(ledger) as book:
        rows = [judgement_row(judgement) for judgement in book.judgements(withdrawn=withdrawn)]
    if as_json:
        dump(rows)
        return
    for row in rows:
        what = f" {row['field']} = {row['value']}" if row["field"] else ""
        back = f" (withdrawn by {row['withdrawn']})" if row["withdrawn"] else ""
        now = ", ".join(number[:12] for target in row["claims"] for number in target["now"]) or "no claim any more"
        click.echo(f"{row['judgement']}  {row['added_at']}  {row['who']}: {row['verdict']}{what} → {now}{back}")
        if row["reason"]:
            click.echo(f"    {row['reason']}")
