"""Official tables become claims: each number of trade with a partner is a figure that cites file, sheet and cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qatynas.claims.tables_columns import columns_of, from_columns
from qatynas.claims.tables_offices import from_office
from qatynas.claims.tables_told import Found, Told
from qatynas.claims.tables_words import begins, words
from qatynas.model.claim import Figure, Locator, Reason
from qatynas.model.document import DateSource
from qatynas.model.errors import InputError
from qatynas.model.extraction import Dating, Extraction, Leftover
from qatynas.model.period import Period
from qatynas.model.quantity import Quantity
from qatynas.read.tables import Sheet, Tables, cell_name

EXPECTED = (
    "expected a table of trade by partner state (years or turnover, export and import as columns, with its unit), "
    "or columns reporter, partner, flow, period, value"
)


def extract_tables(tables: Tables, *, pair: tuple[str, str] | None = None) -> Extraction:
    """The claims of a workbook or CSV; pair keeps those about two states. Raises InputError for other tables."""
    document = tables.document
    told: list[tuple[Sheet, Told]] = []
    leftovers: list[Leftover] = []
    refused: list[str] = []
    for sheet in tables.sheets:
        try:
            found = _found(sheet)
        except InputError as error:
            refused.append(f"{error.where}: {error.what}")
            continue
        told += [(sheet, one) for one in found.told]
        leftovers += [
            Leftover(sheet.span(row, column), sheet.rows[row][column], "set_aside", reason)
            for row, column, reason in found.left
        ]
    if not told:
        why = next((line for line in refused if "no head" not in line), refused[0] if refused else "no number in it")
        raise InputError(document.path, f"{why}; {EXPECTED}")
    dating = _dating(tables, [one for _, one in told])
    claims = tuple(_claim(tables, sheet, one, dating) for sheet, one in told)
    states = claims[0].parties
    if pair:
        claims = tuple(claim for claim in claims if set(pair) <= set(claim.parties))
    leftovers.sort(key=lambda left: left.span)
    return Extraction(document, dating, pair or states, claims, tuple(leftovers), ())


def _found(sheet: Sheet) -> Found:
    columns = columns_of(sheet)
    return from_columns(sheet, columns) if columns else from_office(sheet)


def _claim(tables: Tables, sheet: Sheet, one: Told, dating: Dating) -> Figure:
    span = sheet.span(one.row, one.column)
    exporter = one.reporter if one.indicator != "trade.import" else one.partner
    importer = one.partner if one.indicator != "trade.import" else one.reporter
    mutual = one.indicator == "trade.turnover"
    cell = cell_name(one.row, one.column)
    return Figure(
        document=tables.document.path,
        span=span,
        quote=span.of(tables.document.text),
        parties=tuple(sorted((one.reporter, one.partner))),
        status=one.status,
        published=one.published or dating.edtf,
        published_basis="stated" if one.published else dating.basis,
        why=(Reason("value", f"cell {cell}" + (f" of sheet {sheet.name}" if sheet.name else "")),),
        locator=Locator(sheet.name, cell),
        indicator=one.indicator,
        measure="level",
        quantity=Quantity(one.value, one.unit, one.value - one.half, one.value + one.half),
        from_=None if mutual else exporter,
        to=None if mutual else importer,
        period=one.period,
        reporter=one.reporter,
        edition=one.edition,
        product=one.product,
    )


def _dating(tables: Tables, told: list[Told]) -> Dating:
    """When a table was published: as given, as printed, else not before the end of what it tells of."""
    given = next((date.words for date in tables.document.dates if date.source is DateSource.GIVEN), None)
    if given:
        return Dating(given, "stated", "given by the user")
    for cell in _cells(tables):
        if begins(cell, words().published):
            found = re.search(r"(\d\d?)[./](\d\d?)[./](\d{4})", cell) or re.search(r"(\d{4})-(\d\d)-(\d\d)", cell)
            if found:
                day, month, year = found.groups() if len(found[3]) == 4 else found.groups()[::-1]
                return Dating(f"{year}-{int(month):02}-{int(day):02}", "stated", f"printed in the table: «{cell}»")
    stated = sorted(one.published for one in told if one.published)
    if stated:
        return Dating(stated[-1], "stated", "the newest of the column of publication")
    last = max((day for one in told if (day := Period(one.period).last)), default=None)
    if last is None:
        return Dating(None, None, "nothing says when the table was published")
    year = last.year + 1 if (last.month, last.day) == (12, 31) else last.year
    return Dating(f"{year}~", "inferred", f"not before the end of its newest period, {last.isoformat()}")


def _cells(tables: Tables) -> Iterator[str]:
    for sheet in tables.sheets:
        for row in sheet.rows:
            yield from row
