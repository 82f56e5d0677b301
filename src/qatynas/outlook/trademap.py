"""ITC Trade Map's tables, in the three layouts that it gives its users.

- Of two countries («Bilateral trade», «Existing and potential trade»): lines above the head, a head of two rows
  (who sells to whom; «Value in YEAR»), codes marked with an apostrophe. Saved as Excel it is a web page named .xls, as
  text one row of heads such as «Kazakhstan's exports to world, Value in 2023, USD thousand».
- Of one country («List of products exported by …»): Code, Product label, «Exported value in YEAR». Whose it is stands
  in the file's name alone.
- Of its new site: reporterCd, reporterLabel, partnerCd, partnerLabel, productCd, productLabel, «2023 (USD Thousand)».
  Which way the goods go stands in the file's name alone («kazakhstans-exports-to-kyrgyzstan-by-product_all.xlsx»).

Known from programs of others that read such files; docs/outlook.md says which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from qatynas.claims.tables_words import code as country_code
from qatynas.claims.tables_words import partner
from qatynas.model.errors import InputError
from qatynas.outlook.goods_files import LINE, THOUSAND, Cells, GoodsRow, number_of

SUPPLY, DEMAND, TRADE, BOUGHT = "supply", "demand", "trade", "bought"
WORLD = "000"
_YEAR = re.compile(r"(?:19|20)\d\d")
_FLOW = re.compile(r"(.+?)['’`]?s?\s+(exports? to|imports? from)\s+(?:the\s+)?([^,;:–-]+)", re.IGNORECASE)
_FLAT = ("reportercd", "partnercd", "productcd")
_LIST = re.compile(r"products?[_ -](exported|imported)[_ -]by[_ -](.+)", re.IGNORECASE)
_WAY = re.compile(r"[_ -](exports[_ -]to|imports[_ -]from)[_ -]", re.IGNORECASE)
KEEP_NAME = "keep the name that Trade Map gave the file"


def is_head(row: Sequence[str]) -> bool:
    """Whether a row is the head of one of the layouts."""
    words = [_plain(cell) for cell in row]
    return set(_FLAT) <= set(words) or (any(w in ("productcode", "code") for w in words) and "productlabel" in words)


def rows_of(path: str, rows: list[Cells], seller: str, buyer: str) -> Iterator[GoodsRow]:
    """The numbers of a seller and a buyer. Raises InputError that names file, row and remedy."""
    at = next(place for place, (_, row) in enumerate(rows) if is_head(row))
    number, head = rows[at]
    above = "\n".join(" ".join(row) for _, row in rows[:at]) + "\n"
    if set(_FLAT) <= {_plain(cell) for cell in head}:
        return _flat(path, number, head, rows[at + 1 :], seller, buyer)
    below = rows[at + 1][1] if at + 1 < len(rows) else ()
    if any(_is_value(cell) for cell in below):
        _check_unit(path, f"{above} {' '.join(head)} {' '.join(below)}")
        columns = _groups(path, number, head, _shifted(below), seller, buyer)
        return _numbers(path, head, rows[at + 2 :], columns)
    _check_unit(path, f"{above} {' '.join(head)}")
    if any(_FLOW.search(cell) for cell in head):
        return _numbers(path, head, rows[at + 1 :], _groups(path, number, head, (), seller, buyer))
    return _numbers(path, head, rows[at + 1 :], _list(path, number, head, seller, buyer))


def _plain(cell: str) -> str:
    return re.sub(r"[\W_]+", "", cell.casefold())


def _is_value(cell: str) -> bool:
    return (
        bool(re.search(r"\bvalue in\b", cell, re.IGNORECASE) and _YEAR.search(cell)) and "growth" not in cell.casefold()
    )


def _year(cell: str) -> int:
    found = _YEAR.search(cell)
    assert found is not None
    return int(found[0])


def _check_unit(path: str, words: str) -> None:
    found = next(iter(re.findall(r"\bunit\s*:?.*", words.casefold())), words.casefold())
    if "thousand" not in found or not re.search(r"us dollar|usd|us\$", found):
        raise InputError(path, "no line says the unit; keep (or write) «Unit : US Dollar thousand» above the head")


def _shifted(below: Sequence[str]) -> Sequence[str]:
    """The head's second row, moved where it leaves out the cells of code and label, which span both rows."""
    return ("", "", *below) if below and _is_value(below[0]) else below


def _numbers(
    path: str, head: Sequence[str], rows: Sequence[Cells], columns: dict[int, tuple[str, int]]
) -> Iterator[GoodsRow]:
    at = next(place for place, cell in enumerate(head) if _plain(cell) in ("productcode", "code"))
    for number, row in rows:
        code = row[at].strip().lstrip("'") if at < len(row) else ""
        if not code.isdigit() or len(code) != LINE:
            continue
        label = row[at + 1].strip() if at + 1 < len(row) else ""
        for place, (sort, year) in columns.items():
            cell = row[place].strip() if place < len(row) else ""
            if cell:
                yield GoodsRow(number, sort, year, code, label, number_of(path, number, sort, cell) * THOUSAND, code)


def _groups(
    path: str, number: int, head: Sequence[str], below: Sequence[str], seller: str, buyer: str
) -> dict[int, tuple[str, int]]:
    """By column: which of a table's groups it belongs to, and its year.

    A group begins where years begin anew; where there are as many as flows in the head, the first run of years is the
    first flow's, wherever the head's words stand. Else a group reaches from its cell to the next one.
    """
    cells = below or head
    found = [(place, _year(cell)) for place, cell in enumerate(cells) if _is_value(cell)]
    flows = [cell for cell in head if _FLOW.search(cell)]
    starts = [0, *(place for place, (one, other) in enumerate(pairwise(found), 1) if other[1] <= one[1])]
    columns: dict[int, tuple[str, int]] = {}
    for place, (column, year) in enumerate(found):
        if below and len(starts) == len(flows):
            words = flows[sum(start <= place for start in starts) - 1]
        else:
            words = next((cell for cell in reversed(head[: column + 1]) if cell.strip()), "")
        sort = _sort_of(words, seller, buyer)
        if sort:
            columns[column] = sort, year
    told = {sort for sort, _ in columns.values()}
    if not told & {SUPPLY, DEMAND, TRADE, BOUGHT}:
        wanted = f"«{seller}'s exports to {buyer}», «{buyer}'s imports from world» or «{seller}'s exports to world»"
        raise InputError(path, f"row {number}: no group of columns {wanted}")
    return columns


def _sort_of(words: str, seller: str, buyer: str) -> str:
    """«Kazakhstan's exports to Kyrgyzstan», «Kyrgyzstan's imports from world», «Kazakhstan's exports to world»."""
    found = _FLOW.search(words)
    if not found:
        return ""
    other = re.sub(r"\s*value in.*$", "", found[3].strip(), flags=re.IGNORECASE)
    whole = other.casefold().startswith("world")
    return _sort(found[2], partner(found[1].strip(" '’`")), None if whole else partner(other), whole, seller, buyer)


def _sort(way: str, one: str | None, other: str | None, whole: bool, seller: str, buyer: str) -> str:
    """Which number of ours it is that one counts of its trade with other, or with all."""
    if way.casefold().startswith("export"):
        return SUPPLY if whole and one == seller else TRADE if (one, other) == (seller, buyer) else ""
    return DEMAND if whole and one == buyer else BOUGHT if (one, other) == (buyer, seller) else ""


def _list(path: str, number: int, head: Sequence[str], seller: str, buyer: str) -> dict[int, tuple[str, int]]:
    named = _LIST.search(Path(path).stem)
    if not named:
        raise InputError(path, f"row {number}: the head does not say whose trade this is; {KEEP_NAME}")
    who = partner(re.sub(r"\s*\(\d+\)$", "", named[2].replace("_", " ").replace("-", " ")))
    way = "exports to" if named[1].casefold() == "exported" else "imports from"
    sort = _sort(way, who, None, True, seller, buyer)
    return {place: (sort, _year(cell)) for place, cell in enumerate(head) if sort and _YEAR.search(cell)}


def _flat(
    path: str, number: int, head: Sequence[str], rows: Sequence[Cells], seller: str, buyer: str
) -> Iterator[GoodsRow]:
    way = _WAY.search(Path(path).stem)
    if not way:
        raise InputError(path, f"row {number}: the head does not say whether goods go out or come in; {KEEP_NAME}")
    place = {_plain(cell): at for at, cell in enumerate(head)}
    years = {at: _year(cell) for at, cell in enumerate(head) if _YEAR.match(cell.strip())}
    if not years:
        raise InputError(path, f"row {number}: no column of a year; save the table by years («2023 (USD Thousand)»)")
    for at in years:
        _check_unit(path, head[at])
    for at_row, row in rows:
        reporter, other, code = (
            row[place[name]].strip().lstrip("'") if place[name] < len(row) else "" for name in _FLAT
        )
        sort = _sort(way[1], country_code(reporter), country_code(other), other in (WORLD, "0"), seller, buyer)
        if not sort or not code.isdigit() or len(code) != LINE:
            continue
        label = row[place["productlabel"]].strip() if place.get("productlabel", len(row)) < len(row) else ""
        for at, year in years.items():
            cell = row[at].strip() if at < len(row) else ""
            if cell:
                yield GoodsRow(at_row, sort, year, code, label, number_of(path, at_row, sort, cell) * THOUSAND, code)
