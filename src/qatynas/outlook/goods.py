"""Tables of goods by country as their publishers print them: UN Comtrade, BACI and ITC Trade Map, each told by its
head.

read_goods takes what is needed of one seller, one buyer and one year: by line of the Harmonised System, what the
seller sells to all, what the buyer buys from all, what goes between them, and (BACI only) what all sell to all.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qatynas.claims.tables_words import code as country_code
from qatynas.claims.tables_words import partner
from qatynas.model.errors import InputError
from qatynas.outlook.values import Rest
from qatynas.read.tables import table_path

COMTRADE, BACI, TRADE_MAP = FORMS = ("UN Comtrade", "BACI", "ITC Trade Map")
WORLD = ("0", "W00", "WLD", "WORLD")
LINE = 6  # digits of a line of the Harmonised System: coarser rows are sums of them
THOUSAND = 1000.0

# Heads of UN Comtrade's tables: today's («comtradeplus») and those until 2022.
_COMTRADE = {
    "year": ("refyear", "period", "year"),
    "flow": ("flowcode", "trade flow code", "tradeflow code", "flowdesc", "trade flow", "tradeflow"),
    "reporter": ("reporteriso", "reporter iso", "reportercode", "reporter code"),
    "partner": ("partneriso", "partner iso", "partnercode", "partner code"),
    "code": ("cmdcode", "commodity code"),
    "label": ("cmddesc", "commodity"),
    "value": ("primaryvalue", "trade value (us$)", "tradevalueus"),
}
# Columns by which newer tables break a value down, with what stands in the rows that are whole.
_WHOLE = {"motcode": ("0", ""), "customscode": ("C00", ""), "partner2code": ("0", "")}
_FLOWS = {"x": "x", "2": "x", "export": "x", "exports": "x", "m": "m", "1": "m", "import": "m", "imports": "m"}
_BACI = ("t", "i", "j", "k", "v")
EXPECTED = (
    "expected UN Comtrade (refYear, flowCode, reporterISO, partnerISO, cmdCode, primaryValue), BACI (t, i, j, k, v, q) "
    "or ITC Trade Map's «Existing and potential trade» (Product code, Product label, three groups of values by year)"
)


@dataclass(slots=True)
class Goods:
    """By HS line, in USD: supply (seller to all), demand (buyer from all), trade (seller to buyer), world (all to all).

    world is empty where the table does not tell it.
    """

    form: str
    path: str
    year: int
    supply: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    demand: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    trade: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    world: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    labels: dict[str, str] = field(default_factory=dict)
    rows: int = 0

    @property
    def rest(self) -> Rest:
        """What a number rests on that was made of this table."""
        return Rest("", f"{self.path} ({self.form})", f"{self.rows} rows of {self.year}")


def read_goods(paths: Sequence[str | Path], seller: str, buyer: str, year: int | None = None) -> Goods:
    """What tables tell of a seller and a buyer (ISO alpha-3), all of one form; year is by default the newest they hold.

    Raises InputError that names file, row and remedy.
    """
    if not paths:
        raise InputError("potential", "no table given; give a table of goods by country")
    by_year: dict[int, Goods] = {}
    seen: set[tuple[str, int, str]] = set()
    form, named = _form(paths), ", ".join(map(str, paths))
    for path in paths:
        for row in _rows(path, seller, buyer):
            if row.sort != "world":
                if (row.sort, row.year, row.key) in seen:
                    raise InputError(str(path), f"row {row.number}: line {row.code} comes twice; keep one of each")
                seen.add((row.sort, row.year, row.key))
            goods = by_year.setdefault(row.year, Goods(form, named, row.year))
            getattr(goods, row.sort)[row.code] += row.value
            goods.labels.setdefault(row.code, row.label)
            goods.rows += 1
    told = sorted(year for year, goods in by_year.items() if goods.supply or goods.demand)
    if not told:
        raise InputError(named, f"no row of {seller} and {buyer}; give a table that has both")
    if year is not None and year not in told:
        raise InputError(named, f"nothing of {year}; it holds {', '.join(map(str, told))}")
    goods = by_year[year or told[-1]]
    missing = [name for name in ("supply", "demand") if not getattr(goods, name)]
    if missing:
        what = f"{seller}'s exports to the world" if missing[0] == "supply" else f"{buyer}'s imports from the world"
        raise InputError(named, f"nothing tells {what} in {goods.year}; add that table")
    return goods


@dataclass(frozen=True, slots=True)
class _Row:
    """One number: sort is the field of Goods that it belongs to, key what must not come twice."""

    number: int
    sort: str
    year: int
    code: str
    label: str
    value: float
    key: str


def _form(paths: Sequence[str | Path]) -> str:
    forms = {_head(path)[0] for path in paths}
    if len(forms) > 1:
        raise InputError(str(paths[0]), f"tables of {' and '.join(sorted(forms))} together; give tables of one form")
    return forms.pop()


def _rows(path: str | Path, seller: str, buyer: str) -> Iterator[_Row]:
    form, head, rows = _head(path)
    if form == BACI:
        return _baci(str(path), rows, seller, buyer)
    if form == COMTRADE:
        return _comtrade(str(path), head, rows, seller, buyer)
    return _trade_map(str(path), rows, seller, buyer)


Cells = tuple[int, Sequence[str]]


def _head(path: str | Path) -> tuple[str, list[str], Iterator[Cells]]:
    """The form of a table, its head in small letters, and its rows with their numbers (Trade Map: head among them)."""
    file = Path(path)
    if not file.is_file():
        raise InputError(str(path), "no such file")
    rows = _stream(file)
    first = next(rows, (1, ()))
    head = [cell.strip().strip("\ufeff").casefold() for cell in first[1]]
    if set(_BACI) <= set(head):
        return BACI, head, _ordered(rows, [head.index(name) for name in _BACI])
    if all(any(name in head for name in names) for name, names in _COMTRADE.items() if name != "label"):
        return COMTRADE, head, rows
    kept = [first, *(row for _, row in zip(range(40), rows, strict=False))]
    if any("product code" in " ".join(row).casefold() for _, row in kept):
        return TRADE_MAP, head, _chain(kept, rows)
    raise InputError(str(path), f"row 1: {', '.join(head[:6]) or 'empty'}: no head that is known; {EXPECTED}")


def _ordered(rows: Iterator[Cells], order: list[int]) -> Iterator[Cells]:
    for number, row in rows:
        yield number, [row[place] for place in order] if len(row) > max(order) else row


def _chain(kept: list[Cells], rows: Iterator[Cells]) -> Iterator[Cells]:
    yield from kept
    yield from rows


def _stream(file: Path) -> Iterator[Cells]:
    """Rows of a CSV of any length one by one; a workbook's as a whole."""
    with file.open("rb") as opened:
        packed = opened.read(4).startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))
    if packed:
        tables = table_path(file)
        if tables is None:
            raise InputError(str(file), f"no table in it; {EXPECTED}")
        yield from enumerate(tables.sheets[0].rows, 1)
        return
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as text:
        sample = text.read(4096)
        first = next((line for line in sample.splitlines() if line.strip()), "")
        mark = max(("\t", ";", ","), key=first.count)
        text.seek(0)
        yield from enumerate(csv.reader(_without_nul(text), delimiter=mark), 1)


def _without_nul(lines: io.TextIOBase | Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield line.replace("\0", "")


def _baci(path: str, rows: Iterator[Cells], seller: str, buyer: str) -> Iterator[_Row]:
    for number, cells in rows:
        if not any(cells):
            continue
        if len(cells) != len(_BACI):
            raise InputError(path, f"row {number}: {len(cells)} cells; is it cut short?")
        year, from_, to, code, value = (cell.strip() for cell in cells)
        amount = _number(path, number, "v", value) * THOUSAND
        line = _line(path, number, code.zfill(LINE))
        if not year.isdigit():
            raise InputError(path, f"row {number}, t: {year!r} is no year")
        exporter, importer = country_code(from_.zfill(3)), country_code(to.zfill(3))
        key = f"{line} {from_} {to}"
        yield _Row(number, "world", int(year), line, "", amount, key)
        if exporter == seller:
            yield _Row(number, "supply", int(year), line, "", amount, key)
        if importer == buyer:
            yield _Row(number, "demand", int(year), line, "", amount, key)
        if (exporter, importer) == (seller, buyer):
            yield _Row(number, "trade", int(year), line, "", amount, key)


def _comtrade(path: str, head: list[str], rows: Iterator[Cells], seller: str, buyer: str) -> Iterator[_Row]:
    place = {name: next((head.index(one) for one in names if one in head), None) for name, names in _COMTRADE.items()}
    whole_at = {head.index(name): values for name, values in _WHOLE.items() if name in head}
    for number, cells in rows:
        if not any(cells) or any(at < len(cells) and cells[at] not in whole for at, whole in whole_at.items()):
            continue
        said = {name: cells[at].strip() if at is not None and at < len(cells) else "" for name, at in place.items()}
        if not said["code"].isdigit() or len(said["code"]) != LINE:  # sums of lines, and «TOTAL»
            continue
        flow = _FLOWS.get(said["flow"].casefold())
        if flow is None:
            continue  # re-exports and re-imports are within the two
        year = said["year"][:4]
        if not year.isdigit():
            raise InputError(path, f"row {number}: {said['year']!r} is no year; is it a table by year?")
        reporter, other = country_code(said["reporter"]), said["partner"].upper()
        whole = other in WORLD
        sort = ""
        if reporter == seller and flow == "x":
            sort = "supply" if whole else "trade" if country_code(other) == buyer else ""
        elif reporter == buyer and flow == "m" and whole:
            sort = "demand"
        if sort:
            amount = _number(path, number, "value", said["value"])
            yield _Row(number, sort, int(year), said["code"], said["label"], amount, said["code"])


_YEAR = re.compile(r"(?:19|20)\d\d")


def _trade_map(path: str, rows: Iterator[Cells], seller: str, buyer: str) -> Iterator[_Row]:
    """«Existing and potential trade»: groups of columns named by who sells to whom, each with «Value in YEAR»."""
    kept = list(rows)
    at = next(place for place, (_, row) in enumerate(kept) if "product code" in " ".join(row).casefold())
    unit = next((" ".join(row) for _, row in kept[:at] if "unit" in " ".join(row).casefold()), "")
    head, below = kept[at][1], kept[at + 1][1] if at + 1 < len(kept) else ()
    heads = " ".join((*head, unit)).casefold()
    if "thousand" not in heads:
        raise InputError(path, "no line says the unit; keep «Unit: US Dollar thousand» above the head")
    two_rows = not any(re.search(r"\d{2,}", cell) and cell.strip("' ").isdigit() for cell in below[:1])
    columns = _groups(path, kept[at][0], head, below if two_rows else (), seller, buyer)
    code_at = next(place for place, cell in enumerate(head) if "product code" in cell.casefold())
    for number, row in kept[at + (2 if two_rows else 1) :]:
        code = row[code_at].strip().lstrip("'") if code_at < len(row) else ""
        if not code.isdigit() or len(code) != LINE:
            continue
        label = row[code_at + 1].strip() if code_at + 1 < len(row) else ""
        for place, (sort, year) in columns.items():
            cell = row[place].strip() if place < len(row) else ""
            if cell:
                yield _Row(number, sort, year, code, label, _number(path, number, sort, cell) * THOUSAND, code)


def _groups(
    path: str, number: int, head: Sequence[str], below: Sequence[str], seller: str, buyer: str
) -> dict[int, tuple[str, int]]:
    """By column: which of supply, demand and trade it is, and its year."""
    found: dict[int, tuple[str, int]] = {}
    group = ""
    for place in range(max(len(head), len(below))):
        own = head[place].strip() if place < len(head) else ""
        sub = below[place].strip() if place < len(below) else ""
        group = own or group
        words = f"{group} {sub}".casefold()
        year = _YEAR.search(words)
        if "value" not in words or not year or "growth" in sub.casefold():
            continue
        sort = _sort_of(group, seller, buyer)
        if sort:
            found[place] = sort, int(year[0])
    missing = {"supply", "demand", "trade"} - {sort for sort, _ in found.values()}
    if missing:
        wanted = {
            "supply": f"«{seller}'s exports to world»", "demand": f"«{buyer}'s imports from world»",
            "trade": f"«{seller}'s exports to {buyer}»",
        }  # fmt: skip
        raise InputError(
            path, f"row {number}: no group of columns {' or '.join(wanted[one] for one in sorted(missing))}"
        )
    return found


def _sort_of(group: str, seller: str, buyer: str) -> str:
    """«Kazakhstan's exports to Kyrgyzstan», «Kyrgyzstan's imports from world», «Kazakhstan's exports to world»."""
    found = re.search(r"(.+?)['’`]?s?\s+(exports? to|imports? from)\s+(?:the\s+)?([^,;:–-]+)", group, re.IGNORECASE)
    if not found:
        return ""
    one, way, other = partner(found[1].strip(" '’`")), found[2].casefold(), found[3].strip()
    other = re.sub(r"\s*value in.*$", "", other, flags=re.IGNORECASE)
    world = other.casefold().startswith("world")
    if way.startswith("export") and one == seller:
        return "supply" if world else "trade" if partner(other) == buyer else ""
    return "demand" if way.startswith("import") and one == buyer and world else ""


def _number(path: str, row: int, name: str, cell: str) -> float:
    try:
        value = float(
            re.sub(r"[\s\u00a0\u202f]", "", cell).replace(",", "") if cell.count(",") else cell.replace(" ", "")
        )
    except ValueError:
        raise InputError(path, f"row {row}, {name}: {cell!r} is no number; put it in: nothing is filled in") from None
    if not value >= 0:
        raise InputError(path, f"row {row}, {name}: {cell} is no value of trade; values are 0 or more")
    return value


def _line(path: str, row: int, code: str) -> str:
    if not code.isdigit() or len(code) != LINE:
        raise InputError(path, f"row {row}, k: {code!r} is no HS line of six digits")
    return code
