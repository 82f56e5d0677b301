"""Commands that record by hand: what no article says, and what the program misread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import click

from qatynas.cli.hands import WHO, can_list, can_withdraw, taken_back
from qatynas.cli.options import JSON, LEDGER, _date, _pair, cli, dump, examples

Pair = tuple[str, str] | None
TEXTS = ("treaty", "agreement", "protocol", "memorandum", "programme", "roadmap", "law", "statement")
ACTS = ("prepared", "signed", "approved", "ratified", "in_force", "amended", "ended")
Row = dict[str, Any]


def _state(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A state as its ISO 3166-1 alpha-3 code."""
    from qatynas.data import world

    if value is not None and value.upper() not in world().by_code:
        raise click.BadParameter(f"no such state: {value!r}; expected an ISO 3166-1 alpha-3 code, such as KGZ")
    return value and value.upper()


GROUND = click.option("--ground", required=True, help="What it rests on: minutes, a letter, a page number.")
ON = click.option("--on", callback=_date, metavar="DATE", help="The date of what it rests on; today where left out.")
STATES = click.option(
    "--pair", callback=_pair, metavar="PAIR", default="KAZ-KGZ", show_default=True, help="The two states it is about."
)


@cli.group()
def record() -> None:
    """Enter what no article says, or put right what was misread; nothing is erased, all can be withdrawn."""


def _common(command: Callable[..., None]) -> Callable[..., None]:
    for option in (JSON, LEDGER, STATES, ON, GROUND, WHO):
        command = option(command)
    return command


def _keep(
    form: str, rows: list[Row], pair: Pair, who: str, ground: str, on: str | None, ledger: str, as_json: bool
) -> None:
    """Keep a record of these rows, without the fields that are not given."""
    from pathlib import Path

    from qatynas.ledger import Ledger

    said = [
        {"parties": list(pair or ())} | {key: value for key, value in row.items() if value not in (None, [], "")}
        for row in rows
    ]
    with Ledger(Path(ledger)) as book:
        _told(book.record(form, said, who=who, ground=ground, on=on), as_json)


def _told(number: int, as_json: bool) -> None:
    if as_json:
        dump({"record": number})
    else:
        click.echo(f"record {number}: kept; take it back with `qatynas record withdraw {number}`")


def _place(country: str | None, name: str | None) -> Row | None:
    return {"country": country, "name": name} if country or name else None


@record.command(epilog=examples(
    "qatynas record session --body 'Үкіметаралық кеңес' --number 12 --date 2025-03-14 --host KGZ --place Бішкек "
    "--topic water:agreed --who Айгерім --ground 'minutes, p. 2'"
))  # fmt: skip
@click.option("--body", required=True, help="The joint body that met.")
@click.option("--number", type=click.IntRange(1), help="The session's number.")
@click.option("--date", callback=_date, metavar="DATE", required=True, help="When it met (EDTF).")
@click.option("--host", callback=_state, metavar="STATE", help="The state where it met.")
@click.option("--guest", callback=_state, metavar="STATE", help="The other side.")
@click.option("--place", help="The town where it met.")
@click.option("--participant", "people", multiple=True, help="Who took part; may be given again.")
@click.option("--topic", "topics", multiple=True, metavar="TOPIC[:MODE]",
              help="A topic's code, and discussed (so where left out), agreed, priority or expected.")  # fmt: skip
@click.option("--planned", is_flag=True, help="It is still to be held.")
@_common
def session(
    body: str, number: int | None, date: str, host: str | None, guest: str | None, place: str | None,
    people: tuple[str, ...], topics: tuple[str, ...], planned: bool, who: str, ground: str, on: str | None,
    pair: Pair, ledger: str, as_json: bool,
) -> None:  # fmt: skip
    """Record a session's minutes: when a joint body met, who took part, and what of."""
    status = "planned" if planned else "done"
    rows: list[Row] = [
        {"kind": "meeting", "type": "session", "status": status, "body": body, "number": number, "date": date,
         "host": host, "guest": guest, "place": _place(host, place), "participants": list(people)}
    ]  # fmt: skip
    for topic in topics:
        code, _, mode = topic.partition(":")
        rows.append({"kind": "topic", "topic": code, "mode": mode or "discussed", "at": date, "status": status})
    _keep("session", rows, pair, who, ground, on, ledger, as_json)


@record.command(epilog=examples(
    "qatynas record act --title 'Су туралы келісім' --type agreement --act in_force --date 2025-06-01 --who Айгерім "
    "--ground 'note of 3 June'"
))  # fmt: skip
@click.option("--title", required=True, help="The text's title.")
@click.option(
    "--type", "sort", type=click.Choice(TEXTS), default="agreement", show_default=True, help="What sort of text it is."
)
@click.option("--act", "act_", type=click.Choice(ACTS), required=True, help="What was done with it.")
@click.option("--date", callback=_date, metavar="DATE", required=True, help="When (EDTF).")
@click.option("--term", callback=_date, metavar="PERIOD", help="A programme's term (EDTF).")
@click.option("--place", help="The town where it was done.")
@click.option("--planned", is_flag=True, help="It is still to be done.")
@_common
def act(
    title: str, sort: str, act_: str, date: str, term: str | None, place: str | None, planned: bool, who: str,
    ground: str, on: str | None, pair: Pair, ledger: str, as_json: bool,
) -> None:  # fmt: skip
    """Record an act of a treaty or another text: its signing, its coming into force …"""
    row: Row = {"kind": "agreement", "title": title, "type": sort, "act": act_, "date": date, "term": term,
                "place": _place(None, place), "status": "planned" if planned else "done"}  # fmt: skip
    _keep("act", [row], pair, who, ground, on, ledger, as_json)


SORTS = {"water": ("water.volume", "m3"), "electricity": ("energy.electricity", "kWh"), "flow": ("water.flow", "m3/s")}


def _amount(
    sort: str, giver: str | None, taker: str | None, value: str, period: str, subject: str | None, status: str
) -> Row:
    indicator, unit = SORTS[sort]
    return {"kind": "figure", "indicator": indicator, "value": value, "unit": unit, "qualifier": "exact", "from": giver,
            "to": taker, "period": period, "subject": subject, "status": status}  # fmt: skip


@record.command(epilog=examples(
    "qatynas record delivery water --from KGZ --to KAZ --value 180000000 --period 2025-06 --subject Талас "
    "--who Айгерім --ground 'gauge at Покровка'"
))  # fmt: skip
@click.argument("sort", type=click.Choice([*SORTS]))
@click.option("--from", "giver", callback=_state, metavar="STATE", required=True, help="The side that gave.")
@click.option("--to", "taker", callback=_state, metavar="STATE", required=True, help="The side that received.")
@click.option("--value", required=True, help="How much: m³ of water, m³/s of a flow, kWh of electricity.")
@click.option("--period", callback=_date, metavar="PERIOD", required=True, help="When (EDTF).")
@click.option("--subject", help="The river, canal, reservoir or line.")
@_common
def delivery(
    sort: str, giver: str, taker: str, value: str, period: str, subject: str | None, who: str, ground: str,
    on: str | None, pair: Pair, ledger: str, as_json: bool,
) -> None:  # fmt: skip
    """Record a delivery of water or electricity, as it was measured."""
    _keep("delivery", [_amount(sort, giver, taker, value, period, subject, "actual")],
          tuple(sorted((giver, taker))), who, ground, on, ledger, as_json)  # type: ignore[arg-type]  # fmt: skip


@record.command(epilog=examples(
    "qatynas record plan --title 'Вегетация жоспары' --date 2025-03-20 "
    "--line 'water KGZ-KAZ 580000000 2025-04/2025-09 Талас' --work '2025-10/2025-11 Киров су қоймасын жөндеу' "
    "--who Айгерім --ground 'annex 1'"
))  # fmt: skip
@click.option("--title", required=True, help="The plan's title.")
@click.option("--date", callback=_date, metavar="DATE", required=True, help="When it was approved (EDTF).")
@click.option("--term", callback=_date, metavar="PERIOD", help="The time that it is for (EDTF).")
@click.option("--line", "lines", multiple=True, metavar="LINE",
              help="An allocation: SORT FROM-TO VALUE PERIOD [SUBJECT]; SORT: water, flow, electricity.")  # fmt: skip
@click.option("--work", "works", multiple=True, metavar="WORK", help="A repair or another work: PERIOD NAME.")
@_common
def plan(
    title: str, date: str, term: str | None, lines: tuple[str, ...], works: tuple[str, ...], who: str, ground: str,
    on: str | None, pair: Pair, ledger: str, as_json: bool,
) -> None:  # fmt: skip
    """Record an allocation or repair plan with its lines."""
    rows: list[Row] = [
        {
            "kind": "agreement",
            "title": title,
            "type": "programme",
            "act": "approved",
            "date": date,
            "term": term,
            "status": "done",
        }
    ]
    rows += [_line(line) for line in lines]
    for work in works:
        period, _, name = work.strip().partition(" ")
        rows.append({"kind": "project", "name": name.strip(), "date": period, "stage": "planned", "status": "planned"})
    _keep("plan", rows, pair, who, ground, on, ledger, as_json)


def _line(line: str) -> Row:
    sort, way, value, period, *subject = [*line.split(), "", "", "", ""][: max(4, len(line.split()))]
    if sort not in SORTS or way.count("-") != 1 or not period:
        raise click.BadParameter(
            f"--line {line!r}: expected SORT FROM-TO VALUE PERIOD [SUBJECT], SORT one of {', '.join(SORTS)}"
        )
    giver, taker = way.upper().split("-")
    return _amount(sort, giver, taker, value, period, " ".join(subject) or None, "target")


@record.command(epilog=examples(
    "qatynas record words press/note.txt --words '12 келісімге қол қойылды' --kind figure "
    "--field indicator=agreements.count --field value=12 --field unit=count --who Айгерім --ground missed",
    "qatynas judge add press/note.txt --start 120 --end 151 --kind meeting --field type=session "
    "--field date=2025-03-14 --who Айгерім --ground 'not read'"
))  # fmt: skip
@click.argument("document")
@click.option("--words", help="The words, exactly as they stand in the document.")
@click.option(
    "--start",
    type=click.IntRange(0),
    help="Where the words start (characters from 0); for words that stand several times.",
)
@click.option("--end", type=click.IntRange(1), help="Where they end; with --start, in place of --words.")
@click.option("--kind", required=True, help="The kind of claim, such as figure or meeting.")
@click.option(
    "--field",
    "fields",
    multiple=True,
    metavar="NAME=VALUE",
    help="A field of the claim's form; VALUE is JSON, or plain words.",
)
@WHO
@GROUND
@STATES
@LEDGER
@JSON
def words(
    document: str, words: str | None, start: int | None, end: int | None, kind: str, fields: tuple[str, ...], who: str,
    ground: str, pair: Pair, ledger: str, as_json: bool,
) -> None:  # fmt: skip
    """Make a claim of words of a document that the ledger holds."""
    from qatynas.model import Figure
    from qatynas.model.claim import KINDS
    from qatynas.relations.surface import Ledger

    row: Row = {"kind": kind, "parties": list(pair or ()), "status": "actual" if KINDS.get(kind) is Figure else "done"}
    row |= {"qualifier": "exact"} if kind == "figure" else {}
    row |= dict(_field(field) for field in fields)
    with Ledger.open(ledger) as book:
        span = _selected(book.extraction(document).document.text, document, words, start, end)
        _told(book.record_words(document, span, row, who=who, ground=ground), as_json)


def _field(said: str) -> tuple[str, Any]:
    name, mark, value = said.partition("=")
    if not mark:
        raise click.BadParameter(f"--field {said!r}: expected NAME=VALUE")
    return name.strip(), value_of(value)


def value_of(value: str) -> Any:
    """JSON where it is a list, an object or null; else the words."""
    import json

    try:
        return json.loads(value) if value[:1] in "[{" or value == "null" else value
    except ValueError:
        return value


def _selected(text: str, path: str, words: str | None, start: int | None, end: int | None) -> Any:
    """The span that was chosen: by its words, which must stand once, or by its ends."""
    from qatynas.model import InputError, Span

    if words is None:
        if start is None or end is None or end <= start:
            raise InputError(path, "no words chosen; give --words, or --start and --end")
        return Span(start, end)
    count = text.count(words) if words else 0
    place = text.find(words, start or 0)
    if not words or place < 0:
        raise InputError(path, f"the words {words!r} do not stand in it; give them exactly as they stand")
    if count > 1 and start is None:
        raise InputError(path, f"the words stand {count} times; say which with --start (the first is at {place})")
    return Span(place, place + len(words))


@record.command(
    epilog=examples(
        "qatynas record correction 3fa81c09b2d4 date 2024-04-19 --who Айгерім --ground 'the text of the treaty'"
    )
)
@click.argument("claim")
@click.argument("field")
@click.argument("value")
@WHO
@GROUND
@LEDGER
@JSON
def correction(claim: str, field: str, value: str, who: str, ground: str, ledger: str, as_json: bool) -> None:
    """Put right one field of a claim; VALUE is JSON, or plain words."""
    from qatynas.relations.surface import Ledger

    with Ledger.open(ledger) as book:
        found, sha256 = book.claim(claim)
        _told(book.record_correction(found, sha256, field, value_of(value), who=who, ground=ground), as_json)


def _rows(book: Any, withdrawn: bool) -> list[Row]:
    return [
        {"record": one.id, "form": one.form, "who": one.who, "ground": one.ground, "added_at": one.added_at,
         "judgement": one.judgement, "withdrawn": one.withdrawn,
         "claims": [{"claim": number, **claim.row()} for number, claim in one.claims]}
        for one in book.records(withdrawn=withdrawn)
    ]  # fmt: skip


def _lines(row: Row) -> Iterator[str]:
    rests = f", judgement {row['judgement']}" if row["judgement"] else ""
    yield f"{row['record']}  {row['added_at']}  {row['who']}: {row['form']}{rests}{taken_back(row)}"
    yield f"    {row['ground']}"
    for claim in row["claims"]:
        yield f"    {claim['claim'][:12]}  {claim['document']}: {claim['quote']}"


can_withdraw(record, "record", lambda book, number, who, reason: book.withdraw_record(number, who=who, reason=reason))
can_list(record, "records", _rows, _lines)
