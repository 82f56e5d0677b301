"""Tables with a number a row: SDMX-CSV and plain CSV, told by the names of their columns."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from qatynas.claims.tables_told import Found, Told
from qatynas.claims.tables_words import code, is_none, number, partner, plain, sdmx_period, words
from qatynas.model.errors import InputError
from qatynas.model.period import Period
from qatynas.read.tables import Sheet, cell_name

NEEDED = ("reporter", "partner", "flow", "period", "value")
Wrong = Callable[[str, str], InputError]
PRELIMINARY = ("P", "PROVISIONAL", "PRELIMINARY")


def columns_of(sheet: Sheet) -> dict[str, int]:
    """Where each known column stands, by CLAIMS-like names; empty where those that are needed are not all there."""
    if not sheet.rows:
        return {}
    # «REF_AREA: Reference area», as data portals write codes and labels together
    heads = [cell.partition(":")[0].strip().casefold() for cell in sheet.rows[0]]
    found = {
        name: heads.index(alias)
        for name, aliases in words().columns.items()
        for alias in aliases[::-1]
        if alias in heads
    }
    return found if all(name in found for name in NEEDED) else {}


def from_columns(sheet: Sheet, columns: dict[str, int]) -> Found:
    """The numbers of a table with a number a row. Raises InputError that names the cell that is wrong."""
    found = Found()
    for row in range(1, len(sheet.rows)):
        cells = sheet.rows[row]
        if not any(cells):
            continue
        said = {name: cells[place].strip() if place < len(cells) else "" for name, place in columns.items()}
        told = _row(said, row, columns)
        if isinstance(told, str):
            found.left.append((row, min(columns["value"], len(cells) - 1), told))
        else:
            found.told.append(told)
    return found


def _row(said: dict[str, str], row: int, columns: dict[str, int]) -> Told | str:
    """A row as a number told, or why it is none."""

    def wrong(name: str, expected: str) -> InputError:
        return InputError(f"cell {cell_name(row, columns[name])}", f"{said[name]!r} where {expected} was expected")

    status = _status(said.get("status", ""))
    if status is None:
        raise wrong("status", "actual, forecast, target, potential or a code such as A, P, F")
    value = number(said["value"])
    if status == "missing" or is_none(said["value"]):
        return "no_number"
    if value is None:
        raise wrong("value", "a number")
    reporter, other = _state(said["reporter"]), _state(said["partner"])
    if reporter is None or other is None or reporter == other:
        return "partner_not_known"
    indicator = _flow(said["flow"])
    if indicator is None:
        return "another_indicator"
    period = sdmx_period(said["period"])
    try:
        Period(period or "")
    except ValueError:
        raise wrong("period", "a period such as 2024, 2024-05 or 2024-Q1") from None
    factor = _factor(said, wrong)
    unit = said.get("unit", "") or "USD"
    if unit.upper() not in ("USD", "KZT", "KGS", "EUR", "RUB", "T", "KWH", "M3") and len(unit) != 3:
        raise wrong("unit", "a unit such as USD")
    provisional = said.get("status", "").upper() in PRELIMINARY
    return Told(
        row=row,
        column=columns["value"],
        indicator=indicator,
        reporter=reporter,
        partner=other,
        period=period or "",
        value=value.value * factor,
        half=value.half * factor,
        unit=unit.upper() if len(unit) == 3 else unit,
        status=status,
        edition=said.get("edition") or ("preliminary" if provisional else None),
        published=_published(said, wrong),
        product=_product(said.get("product", "")),
    )


def _status(cell: str) -> str | None:
    return next(
        (status for status, codes in words().statuses.items() if cell in codes or cell.casefold() in codes), None
    )


def _flow(cell: str) -> str | None:
    found = plain(cell.partition(":")[0])
    return next((name for name, said in words().flows.items() if found in map(plain, said)), None)


def _state(cell: str) -> str | None:
    return code(cell.partition(":")[0]) or partner(cell)


def _product(cell: str) -> str | None:
    """A product, None for the sum of all."""
    return None if plain(cell) in ("", "total", "all", "t", "всего") else cell


def _factor(said: dict[str, str], wrong: Wrong) -> Decimal:
    for name in ("multiplier", "unit_mult"):
        written = said.get(name, "")
        if not written:
            continue
        found = number(written)
        if found is None or found.value < 0 or (name == "unit_mult" and found.value > 15):
            raise wrong(name, "a multiplier such as 1000" if name == "multiplier" else "a power of ten such as 3")
        return found.value if name == "multiplier" else Decimal(10) ** int(found.value)
    return Decimal(1)


def _published(said: dict[str, str], wrong: Wrong) -> str | None:
    written = said.get("published", "")[:10]
    if not written:
        return None
    try:
        return Period(written).edtf
    except ValueError:
        raise wrong("published", "a date such as 2024-07-25") from None
