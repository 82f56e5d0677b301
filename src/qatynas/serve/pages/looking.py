"""What lies ahead: the year's trade with the chance of each target, both offices' numbers, the division of rivers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from qatynas.model.claim import Figure
from qatynas.outlook.allocation import Allocation, Course, Share
from qatynas.outlook.mirror import Flow, Mirror, MirrorYear
from qatynas.outlook.nowcast import Chance, Nowcast
from qatynas.outlook.values import Range, Rest
from qatynas.publish.figures import flow
from qatynas.publish.labels import in_script, label, state
from qatynas.publish.pictures.looking import mirror_picture, nowcast_picture
from qatynas.publish.writing import THIN, date_words, number, scaled
from qatynas.serve.page import PAIR, Answer, Page
from qatynas.serve.visit import Visit
from qatynas.serve.words import word

OPENED = 24  # sentences that one link opens
NONE = "—"
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; english are words of the program that stand in English alone, rests what it rests on."""

    cells: tuple[str, ...]
    english: str = ""
    rests: tuple[Rest, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """columns are keys of the words under «outlook»."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One result with its tables; why says (in English) what the ledger lacks for it, "" where it has enough."""

    key: str
    says: str = ""
    english: tuple[str, ...] = ()
    why: str = ""
    picture: str = ""
    tables: tuple[Table, ...] = ()
    rests: tuple[Rest, ...] = field(default=())


def outlook(visit: Visit) -> Answer:
    """All three, each with what it rests on."""
    found = visit.state.ahead
    parts = (
        _trade(visit, found.nowcast, found.chances),
        Part("mirror", why=found.mirror) if isinstance(found.mirror, str) else _mirror(found.mirror),
        Part("division", why=found.division) if isinstance(found.division, str) else _division(found.division),
    )
    fields = {"parts": parts, "opened": lambda rests: _address(visit, rests), "count": lambda rests: len(_ids(rests))}
    return Answer("outlook.html.j2", lambda: _data(visit), fields=fields)


def _data(visit: Visit) -> dict[str, Any]:
    found = visit.state.ahead
    told = {"trade": found.nowcast, "mirror": found.mirror, "division": found.division}
    return {
        **{key: {"missing": one} if isinstance(one, str) else one.as_json() for key, one in told.items()},
        "chances": list(found.chances),
    }


def _ids(rests: Iterable[Rest]) -> list[str]:
    return list(dict.fromkeys(rest.id[:16] for rest in rests if rest.id))[:OPENED]


def _address(visit: Visit, rests: Iterable[Rest]) -> str:
    """Where the sentences stand that something rests on; "" for what is of files alone."""
    ids = _ids(rests)
    return visit.to("/sentences", of=",".join(ids)) if ids else ""


def amount(value: float, unit: str, digits: int = 3) -> str:
    """A number in the reader's words, to so many digits: what is estimated is not known to more."""
    return _apart(f"{scaled(Decimal(f'{value:.{digits}g}'))}{THIN}{label('units', unit)}")


def span(ends: Range, unit: str) -> str:
    """From the lower end to the higher."""
    return f"{amount(ends.low, unit)} … {amount(ends.high, unit)}"


def percent(share: float, decimals: int = 0) -> str:
    """A share of 100."""
    return _apart(f"{number(Decimal(str(share)), decimals)}{THIN}%")


def _apart(words: str) -> str:
    """Numbers with their units keep their order among words from right to left."""
    return f"\u2068{words}\u2069"


def _bare(picture: str) -> str:
    """A picture without its own style, which the policy of pages refuses; app.css has the same in both colours."""
    return _STYLE.sub("", picture)


def _trade(visit: Visit, found: Nowcast | str, chances: tuple[Chance, ...]) -> Part:
    told = {report.id: fact.claim for fact in visit.state.basis.facts for report in fact.reports}
    rows = tuple(_chance(one, told.get(one.claim)) for one in chances)
    tables = (Table(word("outlook", "targets"), ("target", "due", "chance"), rows),) if rows else ()
    if isinstance(found, str):
        return Part("trade", why=found, tables=tables)
    says = word(
        "outlook", "trade_says", what=label("indicators", found.indicator), year=str(found.year),
        months=found.months, so_far=amount(found.so_far.value, found.unit),
        value=amount(found.total.value, found.unit), ends=span(found.total, found.unit),
    )  # fmt: skip
    english = tuple(filter(None, (found.decides, found.little)))
    return Part("trade", says, english, picture=_bare(nowcast_picture(found)), tables=tables, rests=found.rests)


def _chance(one: Chance, claim: Any) -> Row:
    name = ""
    if isinstance(claim, Figure):
        name = " ".join(filter(None, (label("indicators", claim.indicator), flow(claim.from_, claim.to)))) + ": "
    chance = NONE if one.probability is None else percent(one.probability * 100)
    cells = (name + amount(one.target, one.unit), date_words(one.due) or NONE, chance)
    return Row(cells, one.why, tuple(rest for rest in one.rests if rest.id) or (Rest(one.claim, "", ""),))


def _mirror(found: Mirror) -> Part:
    years = sorted(((one, way) for way in found.flows for one in way.years), key=lambda pair: -pair[0].year)
    rows = tuple(_mirror_year(one, way, found.unit) for one, way in years)
    offices = tuple(
        Row((
            state(one.reporter), percent(one.weight * 100),
            NONE if one.spread is None else percent(one.spread, 1),
            NONE if one.revised is None else percent(one.revised, 1),
        ))
        for one in found.offices
    )  # fmt: skip
    tables = (
        Table(word("outlook", "years"), ("flow", "year", "sold", "bought", "ratio", "estimate"), rows),
        Table(word("outlook", "offices"), ("office", "weight", "spread", "revised"), offices),
    )
    return Part(
        "mirror", word("outlook", "mirror_says"), (found.little,), picture=_bare(mirror_picture(found)), tables=tables
    )


def _mirror_year(one: MirrorYear, way: Flow, unit: str) -> Row:
    cells = (
        flow(way.from_, way.to), str(one.year), amount(one.sold, unit, 4), amount(one.bought, unit, 4),
        number(Decimal(str(one.ratio)), 2), span(one.estimate, unit),
    )  # fmt: skip
    return Row(cells, one.flagged, one.rests)


def _division(found: Allocation) -> Part:
    shares = tuple(_share(one) for one in found.shares)
    volumes = tuple(
        row
        for season in sorted(found.seasons, key=lambda one: -one.year)
        for course in season.courses
        for row in _course(season.year, course, found.unit)
    )
    tables = [Table(word("outlook", "shares"), ("river", "side", "lawful", "agreeing", "differing"), shares)]
    if volumes:
        tables.append(Table(word("outlook", "seasons"), ("year", "river", "what", "amount", "until"), volumes))
    says = word("outlook", "division_says", giver=state(found.giver), receiver=state(found.receiver))
    if not volumes:
        says += " " + word("outlook", "no_season")
    return Part("division", says, (found.source, found.little), tables=tuple(tables))


def _share(one: Share) -> Row:
    cells = (
        in_script(one.river),
        state(one.side),
        percent(one.lawful),
        str(len(one.agreeing)),
        str(len(one.differing)),
    )
    return Row(cells, rests=(*one.differing, *one.agreeing))


def _course(year: int, course: Course, unit: str) -> Iterable[Row]:
    head = (str(year), in_script(course.river) if course.river else word("outlook", "together"))
    for one in course.volumes:
        cells = (*head, word("waters", one.sort), amount(one.amount.value, unit, 4), date_words(one.until))
        yield Row(cells, rests=one.rests)
    rests = tuple(rest for one in course.volumes for rest in one.rests)
    if course.share_of_plan is not None:
        yield Row((*head, word("waters", "share of plan"), percent(course.share_of_plan), ""), rests=rests)
    if course.balance is not None:
        yield Row((*head, word("waters", "balance"), amount(course.balance.value, unit, 4), ""), rests=rests)
    if course.forecast is not None:
        yield Row((*head, word("waters", "forecast"), span(course.forecast, unit), ""), rests=rests)


PAGES = (Page("/outlook", "outlook", outlook, "What lies ahead: trade, both sides' statistics, rivers", (PAIR,)),)
