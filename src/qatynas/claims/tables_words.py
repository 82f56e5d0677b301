"""The words of official tables (data/tables.toml): heads, units, flows, partners and periods, told from cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

import msgspec

from qatynas.data import load, world


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a table counts in, and by how much its numbers are to be multiplied."""

    unit: str
    multiplier: int
    words: tuple[str, ...]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/tables.toml."""

    turnover: tuple[str, ...]
    export: tuple[str, ...]
    import_: tuple[str, ...] = msgspec.field(name="import")
    whole: tuple[str, ...]
    published: tuple[str, ...]
    preliminary: tuple[str, ...]
    none: tuple[str, ...]
    reporters: dict[str, tuple[str, ...]]
    units: tuple[Unit, ...]
    columns: dict[str, tuple[str, ...]]
    flows: dict[str, tuple[str, ...]]
    statuses: dict[str, tuple[str, ...]]
    months: dict[str, tuple[tuple[str, ...], ...]]
    groups: dict[str, tuple[str, ...]]
    partners: dict[str, tuple[str, ...]]
    codes: dict[str, str]


@cache
def words() -> Words:
    """The words, validated."""
    return load("tables", Words)


def plain(cell: str) -> str:
    """A cell's words for comparing: no case, no spaces, no punctuation."""
    return re.sub(r"[\W_]+", "", cell.casefold())


def begins(cell: str, listed: tuple[str, ...]) -> bool:
    """Whether a cell's words begin with one of those listed."""
    found = plain(cell)
    return bool(found) and any(found.startswith(plain(word)) for word in listed)


def holds(cells: str, listed: tuple[str, ...]) -> bool:
    """Whether one of the words listed stands anywhere in a text."""
    found = plain(cells)
    return any(plain(word) in found for word in listed)


@cache
def _partners() -> dict[str, str]:
    known = {plain(name): code for code, names in words().partners.items() for name in names}
    own = {plain(name): state.code for state in world().states for name in state.names.get("kk", ())}
    return own | known


def partner(cell: str) -> str | None:
    """The state that a cell names (by name, footnote marks left out, or by code), None where it names none."""
    name = re.sub(r"[\s\d*)¹²³]+$", "", cell) or cell  # «Китай 2»
    return _partners().get(plain(name)) or code(cell)


def code(cell: str) -> str | None:
    """The state with this code: ISO 3166-1 in three or two letters, or its M49 number."""
    found = cell.strip().upper()
    return found if found in world().by_code else words().codes.get(found)


def is_group(cell: str) -> bool:
    """Whether a row stands for several states together, or for none."""
    return plain(re.sub(r"\s*\d$", "", cell)) in {plain(word) for word in words().groups["words"]}


def flow_of(cell: str) -> str | None:
    """The indicator that a column's head names: turnover, export or import."""
    for indicator, listed in (("trade.turnover", words().turnover), ("trade.export", words().export),
                              ("trade.import", words().import_)):  # fmt: skip
        if begins(cell, listed):
            return indicator
    return None


def unit_of(head: str) -> Unit | None:
    """The unit that a table's head names; thousands before single ones."""
    return next((unit for unit in words().units if holds(head, unit.words)), None)


def reporter_of(head: str) -> str | None:
    """The state whose statistics a table's head says that these are."""
    return next((state for state, listed in words().reporters.items() if holds(head, listed)), None)


@dataclass(frozen=True, slots=True)
class Number:
    """A cell's number, and half a unit of its last digit."""

    value: Decimal
    half: Decimal


def number(cell: str) -> Number | None:
    """The number in a cell, with a comma or a point, with or without spaces; None where it holds none."""
    written = re.sub(r"[\s\u00a0\u202f']", "", cell)
    if re.fullmatch(r"[+-]?\d+,\d+", written):
        written = written.replace(",", ".")
    if not re.fullmatch(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", written):
        return None
    try:
        value = Decimal(written)
    except InvalidOperation:
        return None
    digits = value.as_tuple().exponent
    return Number(value, Decimal(5).scaleb(int(digits) - 1))


def is_none(cell: str) -> bool:
    """Whether a cell says that there is no number."""
    return cell.strip().casefold() in words().none


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def year_head(cell: str) -> tuple[str, bool] | None:
    """The year that heads a column, and whether it bears a footnote's mark: «2023», «2023 1», «2023*»."""
    found = re.fullmatch(r"\s*((?:19|20)\d\d)(?:\s*(?:г\.?|ж\.?|год|жыл))?\s*([\d*¹²³)]{0,3})\s*", cell)
    return (found[1], bool(found[2])) if found else None


def period_of(cell: str) -> str | None:
    """The one period that a line names: «за январь-май 2024 года» → 2024-01/2024-05; «2023 год» → 2023."""
    years = _YEAR.findall(cell)
    if len(set(years)) != 1:
        return None
    year = str(years[0])
    low = cell.casefold()
    months = sorted(
        (match.start(), place)
        for place, stems in enumerate(words().months["words"], 1)
        for stem in stems
        for match in re.finditer(rf"(?<!\w){stem}", low)
    )
    places = [place for _, place in months]
    if not places:
        return year
    if places[0] == 1 and places[-1] == 12:
        return year
    if len(places) == 1:
        return f"{year}-{places[0]:02}"
    return f"{year}-{places[0]:02}/{year}-{places[-1]:02}" if places[0] < places[-1] else None


def sdmx_period(cell: str) -> str | None:
    """A time period of SDMX or EDTF as EDTF: 2023, 2023-05, 2023-M05, 2023-Q1, 2023-S2, 2023-A1, 2023-05-01."""
    written = cell.strip().upper()
    if found := re.fullmatch(r"(\d{4})(?:-A1)?", written):
        return str(found[1])
    if found := re.fullmatch(r"(\d{4})-?M?(0[1-9]|1[0-2])", written):
        return f"{found[1]}-{found[2]}"
    if found := re.fullmatch(r"(\d{4})-?([QSH])([1-4])", written):
        months = 3 if found[2] == "Q" else 6
        first = (int(found[3]) - 1) * months + 1
        return f"{found[1]}-{first:02}/{found[1]}-{first + months - 1:02}" if first + months - 1 <= 12 else None
    return cell.strip() or None
