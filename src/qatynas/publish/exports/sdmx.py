"""Series as SDMX-CSV 2.0: a row an observation, with dimensions that make each one's key its own.

Rule: SDMX-CSV field guide 2.0.0 (columns STRUCTURE, STRUCTURE_ID, ACTION first), code lists CL_FREQ 2.1 and
CL_OBS_STATUS 2.2. The structure that the columns follow is described in docs/exports.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from qatynas.checks.offices import reporter_of
from qatynas.publish.exports.columns import BETWEEN, Column, Row, Type, texts, write_csv
from qatynas.publish.exports.periods import time_period
from qatynas.publish.exports.series import numbers
from qatynas.publish.exports.values import File, Material, Written
from qatynas.relations import Cell, Relationship
from qatynas.relations.rows import short_id

STRUCTURE = "QATYNAS:RELATIONS(1.0)"
"""The data structure definition's identifier: agency, name, version."""

NONE, TOTAL = "_X", "_T"  # SDMX's codes for «not said» and for the whole

DIMENSIONS = (
    "FREQ", "REPORTER", "REF_AREA", "COUNTERPART_AREA", "INDICATOR", "MEASURE", "UNIT_MEASURE", "STATUS", "PRODUCT",
    "SUBJECT", "AREA", "DETAIL", "BASE_PERIOD", "VARIANT", "TIME_PERIOD",
)  # fmt: skip
ATTRIBUTES = ("UNIT_MULT", "OBS_STATUS", "LOW", "HIGH", "QUALIFIER", "TIME_EDTF", "TEXTS", "FACT", "CLAIMS")

COLUMNS = (
    *texts("STRUCTURE", "STRUCTURE_ID", "ACTION", *DIMENSIONS), Column("OBS_VALUE", Type.NUMBER),
    Column("UNIT_MULT", Type.COUNT), Column("OBS_STATUS"), Column("LOW", Type.NUMBER), Column("HIGH", Type.NUMBER),
    *texts("QUALIFIER", "TIME_EDTF"), Column("TEXTS", Type.COUNT), *texts("FACT", "CLAIMS"),
)  # fmt: skip

_OBS_STATUS = {"actual": "A", "forecast": "F", "target": "F", "potential": "F"}  # STATUS tells the three last apart
_ESTIMATE = "E"  # «about», «over», «under»


def write(material: Material, file: File) -> Written:
    """Every number of every series that SDMX can place in time."""
    left: Counter[str] = Counter()
    return Written(write_csv(COLUMNS, _rows(material.relationship, left), file, mark=False), "observations", left)


def _rows(relationship: Relationship, left: Counter[str]) -> Iterator[Row]:
    variants: Counter[tuple[str, ...]] = Counter()
    for point, fact in numbers(relationship):
        cell, quantity = point.cell, fact.claim.quantity
        when = time_period(cell.period)
        if when is None:
            left["without a time that SDMX can write"] += 1
            continue
        here, there = sides(cell, relationship.pair)
        key = (
            when.freq, reporter_of(fact.claim) or NONE, here, there, cell.indicator, cell.measure, cell.unit or NONE,
            cell.status, cell.product or TOTAL, cell.subject or TOTAL, cell.area or TOTAL, _detail(cell),
            cell.base_period or NONE,
        )  # fmt: skip
        variants[*key, when.words] += 1
        status = _ESTIMATE if cell.status == "actual" and quantity.qualifier != "exact" else _OBS_STATUS[cell.status]
        yield [
            "datastructure", STRUCTURE, "I", *key, str(variants[*key, when.words]), when.words, quantity.value, 0,
            status, quantity.low, quantity.high, str(quantity.qualifier), cell.period, len(relationship.texts_of(fact)),
            short_id(fact.key), BETWEEN.join(report.id for report in fact.reports),
        ]  # fmt: skip


def sides(cell: Cell, pair: tuple[str, str]) -> tuple[str, str]:
    """Whose number it is and with whom: an import's is the importer's, any other flow's the side that it leaves.

    A mutual figure is given under the pair's first state.
    """
    if cell.from_ is None and cell.to is None:
        return pair
    known = [side or next((one for one in pair if one != other), NONE)
             for side, other in ((cell.from_, cell.to), (cell.to, cell.from_))]  # fmt: skip
    return (known[1], known[0]) if cell.indicator == "trade.import" else (known[0], known[1])


def _detail(cell: Cell) -> str:
    """What else tells a cell from others: per what time, a share of what, ranked in what, what is counted."""
    named = (("per", cell.rate), ("of", cell.of), ("ranked", cell.ranked), ("in", cell.ranked_in), ("what", cell.what))
    return ", ".join(f"{name} {value}" for name, value in named if value) or TOTAL
