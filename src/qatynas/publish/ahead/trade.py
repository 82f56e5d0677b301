"""The year's trade from part of it, and the chance of each target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qatynas.model.claim import Claim, Figure
from qatynas.outlook.errors import LEVEL
from qatynas.outlook.months import YEAR
from qatynas.outlook.nowcast import COMBINATION, Chance, Nowcast
from qatynas.outlook.told import UNIT
from qatynas.outlook.trade import TURNOVER
from qatynas.outlook.values import Rest
from qatynas.publish.ahead.parts import NONE, Part, Row, Table, amount, percent, plain_number, span
from qatynas.publish.figures import flow
from qatynas.publish.labels import label
from qatynas.publish.parts import Words
from qatynas.publish.pictures.looking import nowcast_picture
from qatynas.publish.pictures.trade import Estimate
from qatynas.publish.writing import date_words

KEY = "nowcast"


def nowcast_part(found: Nowcast | str, chances: Sequence[Chance], told: Mapping[str, Claim]) -> Part:
    """told are the claims by their ids, for the names of targets."""
    targets = Table("targets", ("target", "due", "chance"), tuple(_target(one, told.get(one.claim)) for one in chances))
    tables = (targets,) if chances else ()
    if isinstance(found, str):
        return Part(KEY, tables=tables)
    value, ends = amount(found.total.value, found.unit), span(found.total, found.unit)
    says = label(
        "ahead", "nowcast_says", what=label("indicators", found.indicator), year=str(found.year), value=value,
        months=found.months, so_far=amount(found.so_far.value, found.unit, 4), ends=ends, level=percent(LEVEL * 100),
    )  # fmt: skip
    below = [label("ahead", "range", level=percent(LEVEL * 100), ends=ends)]
    best = next((one for one in chances if one.probability is not None), None)
    if best is not None:
        below.append(label("ahead", "target_chance", target=amount(best.target, best.unit), chance=chance_words(best)))
    notes = (_decides(found), *_little(found))
    whole = (*tables, _ways(found))
    says = says[:1].upper() + says[1:]
    return Part(KEY, (value, str(found.year)), tuple(below), says, notes, nowcast_picture(found), whole, found.rests)


def chance_words(one: Chance) -> str:
    """The probability in percent, or that there is none."""
    return NONE if one.probability is None else percent(one.probability * 100)


def chance_note(one: Chance) -> str:
    """What a chance is of, or why there is none."""
    return label("ahead_reasons", one.reason, year=str(one.year))


def _target(one: Chance, claim: Claim | None) -> Row:
    name: Words = amount(one.target, one.unit)
    if isinstance(claim, Figure):
        counted = " ".join(filter(None, (label("indicators", claim.indicator), flow(claim.from_, claim.to))))
        name = f"{counted}: {name}"
    by_year = "; ".join(f"{year}: {percent(part * 100)}" for year, part in one.by_year)
    note = chance_note(one) + (f" ({by_year})" if len(one.by_year) > 1 else "")
    rests = tuple(rest for rest in one.rests if rest.id) or (Rest(one.claim, "", ""),)
    return Row((name, date_words(one.due) or label("words", "no_date"), chance_words(one)), note, rests)


def _ways(found: Nowcast) -> Table:
    rows = [
        Row(
            (
                label("ahead_methods", way.method),
                NONE if way.total is None else amount(way.total, found.unit),
                NONE if way.error is None or way.total is None else percent(way.error, 1),
            ),
            label("ahead_methods_how", way.method if way.total is not None else f"no_{way.method}"),
            found.rests if way.total is not None else (),
        )
        for way in found.ways
    ]
    named = ", ".join(label("ahead_methods", name) for name in found.combined)
    total = (label("ahead_methods", COMBINATION), amount(found.total.value, found.unit), "")
    rows.append(Row(total, label("ahead", "combined", methods=named), found.rests))
    return Table("ways", ("method", "total", "wrong"), tuple(rows))


def _decides(found: Nowcast) -> str:
    """What the answer hangs on: the months that are left, and what each of them has to bring for the nearest target."""
    goal = next((one.target for one in found.chances if one.probability is not None), found.total.value)
    so_far, left = found.so_far.value, YEAR - found.months
    target = amount(goal, found.unit)
    if so_far >= goal:
        return label("ahead", "decided", target=target, months=found.months)
    needed, pace = (goal - so_far) / left, so_far / found.months
    return label(
        "ahead", "decides", months=left, target=target, needed=amount(needed, found.unit),
        times=plain_number(round(needed / pace, 2), 2), pace=amount(pace, found.unit),
    )  # fmt: skip


def _little(found: Nowcast) -> tuple[str, ...]:
    """How little it rests on."""
    notes = []
    if found.proxy:
        notes.append(label("ahead", "by_proxy", proxy=found.proxy))
    elif len(found.rests) <= 2:
        notes.append(label("ahead", "one_figure", months=found.months))
    if found.errors.borrowed:
        notes.append(label("ahead", "borrowed"))
    return tuple(notes)


def estimate_of(found: Nowcast | None) -> Estimate | None:
    """The estimate of a year as the trade chart draws it."""
    if found is None or found.indicator != TURNOVER or found.unit != UNIT:
        return None
    words = label(
        "ahead", "on_chart", year=str(found.year), value=amount(found.total.value, found.unit),
        ends=span(found.total, found.unit), level=percent(LEVEL * 100),
    )  # fmt: skip
    return Estimate(found.year, found.total.value, found.total.low, found.total.high, words)
