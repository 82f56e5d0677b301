"""Tables of goods by country as their publishers print them: UN Comtrade, BACI and ITC Trade Map, each told by its
head.

read_goods takes what is needed of one seller, one buyer and one year: by line of the Harmonised System, what the
seller sells to all, what the buyer buys from all, what goes between them, and (BACI only) what all sell to all.
Trade Map's own layouts are read by trademap.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from qatynas.claims.tables_words import code as country_code
from qatynas.model.errors import InputError
from qatynas.outlook import trademap
from qatynas.outlook.goods_files import LINE, THOUSAND, Cells, GoodsRow, cells_of, number_of
from qatynas.outlook.values import Rest

COMTRADE, BACI, TRADE_MAP = FORMS = ("UN Comtrade", "BACI", "ITC Trade Map")
WORLD = ("0", "W00", "WLD", "WORLD")

# Heads of UN Comtrade's tables: today's («comtradeplus») and those until 2022.
_COMTRADE = {
    "year": ("refyear", "period", "year"),
    "flow": ("flowcode", "trade flow code", "tradeflow code", "flowdesc", "trade flow", "tradeflow"),
    "reporter": ("reporteriso", "reporter iso", "reportercode", "reporter code"),
    "partner": ("partneriso", "partner iso", "partnercode", "partner code"),
    "code": ("cmdcode", "commodity code"),
    "label": ("cmddesc", "commodity"),
    "value": ("primaryvalue", "trade value (us$)", "tradevalueus"),
    "frequency": ("freqcode",),
    "edition": ("classificationcode", "classification"),
}
_NEEDED = ("year", "flow", "reporter", "partner", "code", "value")
# Columns by which newer tables break a value down, with what stands in the rows that are whole.
_WHOLE = {
    "motcode": ("0", ""), "customscode": ("C00", ""), "partner2code": ("0", ""), "moscode": ("0", ""),
    "mode of transport code": ("0", ""), "customs proc. code": ("C00", ""), "2nd partner code": ("0", ""),
}  # fmt: skip
_FLOWS = {"x": "x", "2": "x", "export": "x", "exports": "x", "m": "m", "1": "m", "import": "m", "imports": "m"}
_BACI = ("t", "i", "j", "k", "v")
EXPECTED = (
    "expected UN Comtrade (refYear, flowCode, reporterISO, partnerISO, cmdCode, primaryValue), BACI (t, i, j, k, v, q) "
    "or ITC Trade Map (Product code, Product label, values by year; or reporterCd, partnerCd, productCd, years)"
)


@dataclass(slots=True)
class Goods:
    """By HS line, in USD: supply (seller to all), demand (buyer from all), trade (seller to buyer), world (all to all).

    trade is as the seller counts it; where nobody gives that, as the buyer does (bought). world is empty where the
    table does not tell it. editions are the editions of the Harmonised System that its rows name.
    """

    form: str
    path: str
    year: int
    supply: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    demand: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    trade: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    bought: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    world: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    editions: set[str] = field(default_factory=set)
    labels: dict[str, str] = field(default_factory=dict)
    rows: int = 0

    @property
    def between(self) -> dict[str, float]:
        """What goes from seller to buyer, as the seller counts it, else as the buyer does."""
        return self.trade or self.bought

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
            goods.editions |= {row.edition} - {""}
            goods.rows += 1
    told = sorted(year for year, goods in by_year.items() if goods.supply or goods.demand)
    if not told:
        raise InputError(named, f"no row of {seller} and {buyer}; give a table that has both")
    if year is not None and year not in told:
        raise InputError(named, f"nothing of {year}; it holds {', '.join(map(str, told))}")
    goods = by_year[year or told[-1]]
    _check_whole(goods, seller, buyer)
    return goods


def _check_whole(goods: Goods, seller: str, buyer: str) -> None:
    """Raises InputError for the first table that is missing: what is not told is not taken to be nothing."""
    what = {
        "supply": f"{seller}'s exports to the world", "demand": f"{buyer}'s imports from the world",
        "trade": f"{seller}'s exports to {buyer}",
    }  # fmt: skip
    for name, told in what.items():
        given = getattr(goods, name) or (name == "trade" and (goods.bought or goods.form == BACI))
        if not given:
            raise InputError(goods.path, f"nothing tells {told} in {goods.year}; add that table")


def _form(paths: Sequence[str | Path]) -> str:
    forms = {_head(path)[0] for path in paths}
    if len(forms) > 1:
        raise InputError(str(paths[0]), f"tables of {' and '.join(sorted(forms))} together; give tables of one form")
    return forms.pop()


def _rows(path: str | Path, seller: str, buyer: str) -> Iterator[GoodsRow]:
    form, head, rows = _head(path)
    if form == BACI:
        return _baci(str(path), rows, seller, buyer)
    if form == COMTRADE:
        return _comtrade(str(path), head, rows, seller, buyer)
    return trademap.rows_of(str(path), list(rows), seller, buyer)


def _head(path: str | Path) -> tuple[str, list[str], Iterator[Cells]]:
    """The form of a table, its head in small letters, and its rows with their numbers (Trade Map: head among them)."""
    file = Path(path)
    if not file.is_file():
        raise InputError(str(path), "no such file")
    rows = cells_of(file, EXPECTED)
    first = next(rows, (1, ()))
    head = [cell.strip().strip("\ufeff").casefold() for cell in first[1]]
    if set(_BACI) <= set(head):
        return BACI, head, _ordered(rows, [head.index(name) for name in _BACI])
    if all(any(one in head for one in _COMTRADE[name]) for name in _NEEDED):
        return COMTRADE, head, rows
    kept = [first, *(row for _, row in zip(range(40), rows, strict=False))]
    if any(trademap.is_head(row) for _, row in kept):
        return TRADE_MAP, head, chain(kept, rows)
    raise InputError(str(path), f"row 1: {', '.join(head[:6]) or 'empty'}: no head that is known; {EXPECTED}")


def _ordered(rows: Iterator[Cells], order: list[int]) -> Iterator[Cells]:
    for number, row in rows:
        yield number, [row[place] for place in order] if len(row) > max(order) else row


def _baci(path: str, rows: Iterator[Cells], seller: str, buyer: str) -> Iterator[GoodsRow]:
    for number, cells in rows:
        if not any(cells):
            continue
        if len(cells) != len(_BACI):
            raise InputError(path, f"row {number}: {len(cells)} cells; is it cut short?")
        year, from_, to, code, value = (cell.strip() for cell in cells)
        amount = number_of(path, number, "v", value) * THOUSAND
        line = _line(path, number, code.zfill(LINE))
        if not year.isdigit():
            raise InputError(path, f"row {number}, t: {year!r} is no year")
        exporter, importer = country_code(from_.zfill(3)), country_code(to.zfill(3))
        key = f"{line} {from_} {to}"
        yield GoodsRow(number, "world", int(year), line, "", amount, key)
        if exporter == seller:
            yield GoodsRow(number, "supply", int(year), line, "", amount, key)
        if importer == buyer:
            yield GoodsRow(number, "demand", int(year), line, "", amount, key)
        if (exporter, importer) == (seller, buyer):
            yield GoodsRow(number, "trade", int(year), line, "", amount, key)


def _comtrade(path: str, head: list[str], rows: Iterator[Cells], seller: str, buyer: str) -> Iterator[GoodsRow]:
    places = {name: [head.index(one) for one in names if one in head] for name, names in _COMTRADE.items()}
    whole_at = {head.index(name): values for name, values in _WHOLE.items() if name in head}
    for number, cells in rows:
        if not any(cells) or any(at < len(cells) and cells[at].strip() not in whole for at, whole in whole_at.items()):
            continue
        # the same in codes and words: today's tables may leave one of them empty
        said = {name: _first(cells, at) for name, at in places.items()}
        if not said["code"].isdigit() or len(said["code"]) != LINE:  # sums of lines, and «TOTAL»
            continue
        flow = _FLOWS.get(said["flow"].casefold())
        if flow is None:
            continue  # re-exports and re-imports are within the two
        sort = _sort(flow, country_code(said["reporter"]), said["partner"].upper(), seller, buyer)
        if not sort:
            continue
        if said["frequency"].upper() == "M" or not said["year"][:4].isdigit():
            raise InputError(path, f"row {number}: a month or no year ({said['year']!r}); give a table by year")
        amount = number_of(path, number, "value", said["value"])
        year, code = int(said["year"][:4]), said["code"]
        yield GoodsRow(number, sort, year, code, said["label"], amount, code, said["edition"])


def _first(cells: Sequence[str], places: Sequence[int]) -> str:
    return next((cells[at].strip() for at in places if at < len(cells) and cells[at].strip()), "")


def _sort(flow: str, reporter: str | None, other: str, seller: str, buyer: str) -> str:
    """Which of supply, demand, trade and bought a reporter's flow with another is; "" for none."""
    if reporter == seller and flow == "x":
        return "supply" if other in WORLD else "trade" if country_code(other) == buyer else ""
    if reporter == buyer and flow == "m":
        return "demand" if other in WORLD else "bought" if country_code(other) == seller else ""
    return ""


def _line(path: str, row: int, code: str) -> str:
    if not code.isdigit() or len(code) != LINE:
        raise InputError(path, f"row {row}, k: {code!r} is no HS line of six digits")
    return code
