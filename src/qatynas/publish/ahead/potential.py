"""Export potential: what is claimed beside what can be checked, and what a table of goods gives by line."""

from __future__ import annotations

from collections.abc import Sequence

from qatynas.model.claim import Goods
from qatynas.outlook.potential import Check, Claimed, Potential
from qatynas.outlook.told import rest_of
from qatynas.publish.ahead.parts import NONE, Part, Row, Table, amount, percent, plain_number
from qatynas.publish.figures import flow
from qatynas.publish.labels import label
from qatynas.publish.parts import kazakh
from qatynas.publish.writing import date_words
from qatynas.relations import Relationship, of_kind

KEY = "potential"
SHOWN = 40  # lines of a table that are shown, the largest potential first


def potential_part(
    found: Sequence[Claimed] | str, relationship: Relationship, computed: Potential | None = None
) -> Part:
    """computed is the potential of a table that somebody gave, None where there is none."""
    claimed = () if isinstance(found, str) else tuple(found)
    goods = _goods(relationship, computed)
    tables = [
        Table("claimed", ("flow", "check", "value"), tuple(row for one in claimed for row in _claim(one))),
        Table("named_goods", ("flow", "good", "heading", "period", "worth"), goods),
        *(_computed(computed) if computed else ()),
    ]
    kept = tuple(table for table in tables if table.rows)
    if not claimed and not computed:
        return Part(KEY, tables=kept)
    one = claimed[0] if claimed else None
    rests = one.rests if one else computed.rests if computed else ()
    answer, below = _headline(one, computed)
    notes = tuple(filter(None, (label("ahead", "potential_formula"), *(_little(computed) if computed else ()))))
    return Part(KEY, answer, below, _says(one, computed), notes, None, kept, rests)


def _headline(one: Claimed | None, computed: Potential | None) -> tuple[tuple[str, str], tuple[str, ...]]:
    below = []
    if one is not None:
        lines = label("ahead", "goods", count=int(one.lines)) if one.lines else ""
        worth = amount(one.worth, one.unit) if one.worth else ""
        answer = (worth or lines, lines if worth else "")
        below = [check_words(check) for check in one.checks[:2]]
    else:
        assert computed is not None
        answer = (amount(computed.total, computed.unit), label("ahead", "goods", count=computed.count))
    if computed is None:
        below.append(label("ahead", "no_table"))
    elif one is not None:
        below.append(
            label("ahead", "computed_short", count=computed.count, worth=amount(computed.total, computed.unit))
        )
    return answer, tuple(below)


def _says(one: Claimed | None, computed: Potential | None) -> str:
    told = []
    if one is not None:
        lines = label("ahead", "goods", count=int(one.lines)) if one.lines else ""
        what = " · ".join(filter(None, (lines, amount(one.worth, one.unit) if one.worth else "")))
        told.append(label("ahead", "potential_claimed", flow=flow(one.seller, one.buyer), what=what))
    if computed is not None:
        told.append(
            label(
                "ahead", "potential_computed", flow=flow(computed.seller, computed.buyer), year=str(computed.year),
                count=computed.count, worth=amount(computed.total, computed.unit),
            )
        )  # fmt: skip
    else:
        told.append(label("ahead", "no_table_long"))
    return " ".join(told)


def check_words(check: Check) -> str:
    """One thing that was checked, in words."""
    return f"{label('ahead_checks', check.what)}: {_value(check)}"


def _value(check: Check) -> str:
    if check.value is None:
        return label("ahead", "cannot")
    if check.unit == "%":
        return percent(check.value)
    return plain_number(check.value, 0) if check.unit == "count" else amount(check.value, check.unit)


def _claim(one: Claimed) -> list[Row]:
    way = flow(one.seller, one.buyer)
    said = []
    if one.lines:
        said.append(
            Row((way, label("indicators", "trade.commodity_lines"), plain_number(one.lines, 0)), rests=one.rests)
        )
    if one.worth:
        said.append(
            Row((way, label("indicators", "trade.export_potential"), amount(one.worth, one.unit)), rests=one.rests)
        )
    checks = [
        Row((way, label("ahead_checks", check.what), _value(check)), label("ahead_checks_how", check.what), check.rests)
        for check in one.checks
    ]
    return [*said, *checks]


def _goods(relationship: Relationship, computed: Potential | None) -> tuple[Row, ...]:
    """What the documents say is mainly sold, with its place in the Harmonised System and its potential by the table."""
    rows = []
    for fact in of_kind(relationship.facts, Goods):
        claim = fact.claim
        for good in claim.goods:
            worth = _worth(computed, claim.from_, claim.to, good.hs)
            cells = (
                flow(claim.from_, claim.to),
                kazakh(good.name),
                good.hs or NONE,
                date_words(claim.period, short=True),
                worth,
            )
            rows.append(Row(cells, rests=(rest_of(fact),)))
    return tuple(rows)


def _worth(computed: Potential | None, from_: str | None, to: str | None, heading: str | None) -> str:
    """The potential of all lines below a chapter or heading; nothing where no table of this direction is given."""
    if computed is None or not heading or (computed.seller, computed.buyer) != (from_, to):
        return NONE
    found = sum(line.indicative for line in computed.lines if line.code.startswith(heading))
    return amount(found, computed.unit)


def _computed(found: Potential) -> list[Table]:
    columns = ["line", "good", "supply", "demand", "trade", "indicative"]
    with_world = found.ease is not None
    rows = []
    for line in found.lines[:SHOWN]:
        if line.indicative <= 0:
            break
        told = (line.supply, line.demand, line.trade, line.indicative)
        cells = [line.code, line.label, *(amount(value, found.unit) for value in told)]
        if with_world:
            cells.append(NONE if line.indicator is None else amount(line.indicator, found.unit))
        rows.append(Row(tuple(cells), rests=found.rests))
    if with_world:
        columns.append("indicator")
    more = f" · {found.seller} → {found.buyer}, {found.year}"
    tables = [Table("lines", tuple(columns), tuple(rows), more)]
    if found.indicator is not None and found.unused is not None and found.ease is not None:
        sums = (
            (label("ahead", "indicator_sum"), amount(found.indicator, found.unit)),
            (label("ahead", "indicator_unused"), amount(found.unused, found.unit)),
            (label("ahead", "ease"), plain_number(round(found.ease, 2), 2)),
        )
        tables.append(Table("indicator", ("check", "value"), tuple(Row(cells, rests=found.rests) for cells in sums)))
    return tables


def _little(found: Potential) -> list[str]:
    """What limits a computed potential."""
    notes = [label("ahead", "one_year")]
    if found.ease is None:
        notes.append(label("ahead", "no_world"))
    if found.counted_by == found.buyer:
        notes.append(label("ahead", "buyer_counts"))
    return notes
