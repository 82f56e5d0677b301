"""What both statistics offices count of the same goods."""

from __future__ import annotations

from qatynas.outlook.mirror import FREIGHT, Flow, Mirror, MirrorYear, Reliability
from qatynas.publish.ahead.parts import NONE, Part, Row, Table, amount, percent, plain_number
from qatynas.publish.figures import flow
from qatynas.publish.labels import label, state
from qatynas.publish.pictures.looking import mirror_picture

KEY = "mirror"
MILLION = 1e6
COLUMNS = ("flow", "year", "sold", "bought", "ratio", "freight", "left", "estimate")


def mirror_part(found: Mirror | str, sides: dict[str, str]) -> Part:
    """The newest year first; sides gives each state's colour class."""
    if isinstance(found, str):
        return Part(KEY)
    years = sorted(((one, way) for way in found.flows for one in way.years), key=lambda pair: -pair[0].year)
    last = years[0][0]
    in_millions = f"{label('scales', 'million')} {label('units', found.unit)}"
    tables = (
        Table("years", COLUMNS, tuple(_year(one, way) for one, way in years), f" · {in_millions}"),
        Table(
            "offices", ("office", "weight", "spread", "revised"), tuple(_office(one, found) for one in found.offices)
        ),
    )
    notes = (label("ahead", "mirror_little"), *_unnamed(found))
    newest = [_headline(one, way, found.unit) for one, way in years if one.year == last.year]
    return Part(
        KEY, (plain_number(round(last.ratio, 3), 3), str(last.year)), tuple(newest),
        label("ahead", "mirror_says", freight=percent((FREIGHT[1] - 1) * 100)), notes,
        mirror_picture(found, sides), tables,
        tuple(rest for one, _ in years if one.year == last.year for rest in one.rests),
    )  # fmt: skip


def _headline(one: MirrorYear, way: Flow, unit: str) -> str:
    key = "mirror_apart" if one.flagged else "mirror_near"
    return label(
        "ahead", key, buyer=state(way.to), seller=state(way.from_), ratio=plain_number(round(one.ratio, 3), 3),
        gap=amount(abs(one.sold - one.bought), unit), left=amount(abs(one.unexplained), unit),
    )  # fmt: skip


def _year(one: MirrorYear, way: Flow) -> Row:
    sold, bought, explained, unexplained, low, high = (
        plain_number(round(value / MILLION, 1), 1)
        for value in (one.sold, one.bought, one.explained, one.unexplained, one.estimate.low, one.estimate.high)
    )
    ratio = plain_number(round(one.ratio, 3), 3)
    cells = (flow(way.from_, way.to), str(one.year), sold, bought, ratio, explained, unexplained, f"{low} … {high}")
    return Row(cells, _flag(one), one.rests)


def _unnamed(found: Mirror) -> tuple[str, ...]:
    """That some numbers are told without their office."""
    return () if all(one.named for way in found.flows for one in way.years) else (label("ahead", "unnamed"),)


def _flag(one: MirrorYear) -> str:
    """Why a year's two numbers are not averaged away."""
    if not one.flagged:
        return ""
    if one.apart or one.usual is None:
        return label("ahead", "apart")
    return label("ahead", "unusual", usual=plain_number(round(one.usual, 3), 3))


def _office(one: Reliability, found: Mirror) -> Row:
    cells = (
        state(one.reporter), percent(one.weight * 100), NONE if one.spread is None else percent(one.spread, 1),
        NONE if one.revised is None else percent(one.revised, 1),
    )  # fmt: skip
    return Row(cells, rests=found.rests)
