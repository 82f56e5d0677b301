"""Tables as statistics offices print them: a row for each partner, years or flows as columns, the unit in the head."""

from __future__ import annotations

from dataclasses import dataclass

from qatynas.claims.tables_told import Found, Told
from qatynas.claims.tables_words import (
    begins,
    flow_of,
    holds,
    is_group,
    is_none,
    number,
    partner,
    period_of,
    reporter_of,
    unit_of,
    words,
    year_head,
)
from qatynas.model.errors import InputError
from qatynas.read.tables import Sheet

LONGEST_HEAD = 30  # rows that may stand above a table
LABELS = 3  # columns that name a row, one in each language


@dataclass(frozen=True, slots=True)
class Column:
    """A column of numbers: what they are of, and when. marked: a footnote says that they are preliminary."""

    place: int
    indicator: str
    period: str
    marked: bool = False


def from_office(sheet: Sheet) -> Found:
    """The numbers of a sheet. Raises InputError that names the sheet and what its head lacks."""
    where = f"sheet {sheet.name}" if sheet.name else "the table"
    head = next((row for row in range(min(LONGEST_HEAD, len(sheet.rows))) if _is_head(sheet, row)), None)
    if head is None:
        raise InputError(where, "no head of years or of turnover, export and import")
    above = " ".join(cell for row in sheet.rows[: head + 2] for cell in row if cell)
    unit, reporter = unit_of(above), reporter_of(above)
    if unit is None:
        raise InputError(where, "its head names no unit that is known (such as «тыс. долларов США»)")
    if reporter is None:
        raise InputError(where, "its head does not say which state's statistics these are")
    columns = _columns(sheet, head, where)
    found = Found()
    for row in range(head + 1, len(sheet.rows)):
        state = _state(sheet, row, reporter)
        if state is None:
            _leave(sheet, row, columns, found)
            continue
        for column in columns:
            cell = sheet.rows[row][column.place] if column.place < len(sheet.rows[row]) else ""
            said = number(cell)
            if said is not None:
                found.told.append(
                    Told(row, column.place, column.indicator, reporter, state, column.period,
                         said.value * unit.multiplier, said.half * unit.multiplier, unit.unit,
                         edition="preliminary" if column.marked else None)
                )  # fmt: skip
            elif not is_none(cell):
                found.left.append((row, column.place, "not_a_number"))
    if not found.told:
        raise InputError(where, "no row of a partner state with a number in it")
    return found


def _is_head(sheet: Sheet, row: int) -> bool:
    cells = sheet.rows[row]
    return len(_years(cells)) >= 2 or len({flow_of(cell) for cell in cells if len(cell) < 60} - {None}) >= 2


def _years(cells: tuple[str, ...]) -> list[tuple[int, str, bool]]:
    found = [(place, year_head(cell)) for place, cell in enumerate(cells)]
    return [(place, *year) for place, year in found if year]


def _columns(sheet: Sheet, head: int, where: str) -> list[Column]:
    years = _years(sheet.rows[head])
    return _by_year(sheet, head, years, where) if len(years) >= 2 else _by_flow(sheet, head, where)


def _by_year(sheet: Sheet, head: int, years: list[tuple[int, str, bool]], where: str) -> list[Column]:
    """Years as columns: the flow stands in the title."""
    title = " ".join(cell for row in sheet.rows[:head] for cell in row if cell)
    said = {
        indicator
        for indicator, listed in (
            ("trade.export", words().export), ("trade.import", words().import_), ("trade.turnover", words().turnover)
        )
        if holds(title, listed)
    }  # fmt: skip
    if len(said) != 1:
        raise InputError(where, "its title does not say whether it counts export, import or turnover")
    notes = [cell for row in sheet.rows[head + 1 :] for cell in row if cell and not number(cell)]
    preliminary = any(holds(note, words().preliminary) for note in notes if note[:1] in "1*¹²")
    indicator = said.pop()
    return [Column(place, indicator, year, marked and preliminary) for place, year, marked in years]


def _by_flow(sheet: Sheet, head: int, where: str) -> list[Column]:
    """Flows as columns, each with «total» and shares below it: the period stands above them."""
    lines = [cell for row in sheet.rows[:head] for cell in row if cell]
    periods = [period for cell in lines if (period := period_of(cell))]
    if len(set(periods)) != 1:
        raise InputError(where, "no line above its head names one period (such as «за январь-май 2024 года»)")
    below = sheet.rows[head + 1] if head + 1 < len(sheet.rows) else ()
    # The row below says which of a flow's columns are its whole, unless it is the first row of numbers.
    parted = not any(number(cell) for cell in below)
    return [
        Column(place, indicator, periods[0])
        for place, cell in enumerate(sheet.rows[head])
        if (indicator := flow_of(cell))
        and (not parted or place >= len(below) or not below[place] or begins(below[place], words().whole))
    ]


def _state(sheet: Sheet, row: int, reporter: str) -> str | None:
    """The partner that a row names in any of its languages; a continent's row names none («Америка» is no state)."""
    if any(is_group(cell) for cell in sheet.rows[row][:LABELS] if cell):
        return None
    named = (partner(cell) for cell in sheet.rows[row][:LABELS] if cell and number(cell) is None)
    return next((state for state in named if state and state != reporter), None)


def _leave(sheet: Sheet, row: int, columns: list[Column], found: Found) -> None:
    """Note a row of numbers that stands for no state that is known."""
    cells = sheet.rows[row]
    label = next((place for place, cell in enumerate(cells[:LABELS]) if cell and number(cell) is None), None)
    filled = any(column.place < len(cells) and number(cells[column.place]) for column in columns)
    if label is not None and filled:
        known = any(is_group(cell) for cell in cells[:LABELS] if cell)
        found.left.append((row, label, "several_states" if known else "partner_not_known"))
