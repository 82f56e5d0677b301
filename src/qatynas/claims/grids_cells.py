"""The numbers of a small table inside a text become figures, each read as the sentence that its row and column make.

What a cell counts, whose it is and which way it goes is told by the rules of prose: label and number are put together
as a sentence («Қазақстан экспорты 612,4 млн доллар болды»), with the caption before them where they say too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from msgspec.structs import replace as changed

from qatynas.claims.context import At
from qatynas.claims.figures_pieces import pieces
from qatynas.claims.figures_resolve import resolve
from qatynas.claims.figures_said import Found, Memory, year_before
from qatynas.claims.figures_view import view
from qatynas.claims.figures_words import indicators, marks
from qatynas.claims.grids import Grid, Row, begins, grids, words
from qatynas.claims.grids_heads import SCALE, Cut, period, source, status, unit, year_of
from qatynas.claims.once import per_reading
from qatynas.claims.tables_words import number as printed
from qatynas.language import names, numbers, tokens
from qatynas.language.mentions import NameMention, NameType, NumberKind, NumberMention, Reading, Sentence
from qatynas.model import BlockKind, Period, Quantity, Span
from qatynas.read.grids import is_number

Told = tuple[NumberMention, tuple[Found, ...], str]
"""A number with the figures found in it, or why it is set aside."""

_DIGITS = re.compile(r"\d+(?:[ \u00a0\u2009\u202f]\d{3})*(?:[.,]\d+)?")
_FALLS = re.compile(r"^\s*[-−–▼]")
_CONTEXT = 40  # sentences before a table that its rows may lean on
_PER_CENT = "percent"
_ALL = Span(0, 1 << 20)
_THINGS = ("count", "person", _PER_CENT, "times")
_FULL = ("water.storage", "water.share", "energy.capacity")  # told in per cent as they are
_TRADE = ("trade.export", "trade.import", "trade.turnover")


@per_reading
def told_in_grids(reading: Reading) -> dict[int, tuple[Told, ...]]:
    """For every sentence of a table's rows what became of its numbers; a row's all stand with its first sentence."""
    found: dict[int, tuple[Told, ...]] = {}
    for grid in grids(reading):
        table = _Table(reading, grid)
        cells: dict[int, list[Told]] = {}
        for row in (*grid.heads, *grid.body):
            cells.setdefault(row.index, []).extend(table.row(row) if row in grid.body else ())
            for place in range(row.index + 1, len(reading.sentences)):
                if not row.span.covers(reading.sentences[place].span):
                    break
                cells.setdefault(place, [])
        taken = {told[0].digits for row_told in cells.values() for told in row_told}
        for place, row_told in cells.items():
            numbers_here = reading.sentences[place].numbers
            rest = [(n, (), _of_label(n)) for n in numbers_here if not any(n.digits.meets(t) for t in taken)]
            found[place] = (*rest, *row_told)
    return found


@per_reading
def units_of_grids(reading: Reading) -> frozenset[Span]:
    """«млн доллар» in the lines above tables: scales that count nothing themselves."""
    above = [sentence for grid in grids(reading) for sentence in grid.above]
    return frozenset(n.digits for s in above for n in s.numbers if SCALE.match(n.digits.of(reading.text).lower()))


def _of_label(number: NumberMention) -> str:
    written = number.quantity.value
    year = written == int(written) and 1900 <= written < 2100 and not number.quantity.unit
    return "part_of_date" if number.part_of_date or year else "table_head"


@dataclass(frozen=True, slots=True)
class _Cell:
    """What is said of one number: by its label and head, in what unit, when; when is the period's rule."""

    row: Row
    span: Span
    what: str
    unit: str | None
    period: str | None
    base: str | None
    status: str | None
    reporter: str | None
    falls: bool


class _Table:
    """A table that is read row by row; what a row says may lean on those above it."""

    def __init__(self, reading: Reading, grid: Grid) -> None:
        self._reading = reading
        self._grid = grid
        day = reading.dating.edtf
        caption = grid.caption
        self._unit, rest = unit(caption).found, unit(caption).rest
        corner = " ".join(grid.head(place) for place in sorted(grid.labels))
        self._unit = self._unit or unit(corner).found
        self._year = year_of(caption) or year_of(corner)
        self._when = period(rest, day)
        self._caption = self._when.rest if self._when.found else rest
        self._heads = {place: self._head(place) for place in range(max(len(row.cells) for row in grid.body))}
        leads = reading.sentences[: grid.first][-_CONTEXT:]
        self._before = tuple([replace(sentence, index=n) for n, sentence in enumerate(leads)])
        self._told: list[Found] = []
        self._labels: list[str] = []
        self._kept: dict[tuple[int, str, str | None], tuple[Found | None, str]] = {}

    def _head(self, place: int) -> tuple[Cut, Cut]:
        """The period and the unit of a column; what is left stands with the unit."""
        when = period(self._grid.head(place), self._reading.dating.edtf, self._year)
        return when, unit(when.rest)

    def row(self, row: Row) -> Iterator[Told]:
        """Each number of a row with what became of it."""
        label = self._grid.label(row)
        last: str | None = None
        before: str | None = None
        for place in range(len(row.cells)):
            if place in self._grid.labels or not is_number(row.cell(place)):
                continue
            cell = self._cell(row, place, label, last, before)
            mention = self._number(cell)
            if mention is None:
                continue
            found, why = (None, "no_head") if self._grid.crooked else self._found(cell, mention)
            if found is not None:
                self._told.append(found)
            yield mention, (found,) if found else (), "" if found else why
            if self._heads[place][0].found:
                before, last = last, cell.period
        self._labels.append(label)

    def _cell(self, row: Row, place: int, label: str, last: str | None, before: str | None) -> _Cell:
        when, head = self._heads[place]
        own = period(label, self._reading.dating.edtf, self._year if not when.found else None)
        named = unit(own.rest)
        by_label = source(self._reading, named.rest)
        by_head = source(self._reading, head.rest)
        digits = _DIGITS.search(row.cell(place))
        behind = row.cell(place)[digits.end() :].strip(" *¹²³") if digits else ""
        told = _merged(own.found, when.found)
        base = None
        if told is None and last is not None:  # «2023 | 2024 | өсім, %»
            told, base = last, before
        return _Cell(
            row,
            row.cells[place],
            " ".join(filter(None, (by_label.rest, by_head.rest))),
            _whole_unit(behind, head.found or named.found or unit(self._grid.unit(row)).found or self._unit),
            told or self._when.found,
            base,
            status(label, self._grid.head(place)) or status(self._caption),
            by_label.found or by_head.found,
            bool(_FALLS.match(row.cell(place))),
        )

    def _number(self, cell: _Cell) -> NumberMention | None:
        """The number as it is written in its cell, with the unit that the table gives it."""
        digits = _DIGITS.search(cell.span.of(self._reading.text))
        if digits is None:
            return None
        text = f"{digits[0]} {cell.unit or ''}".strip()
        said = numbers(text, tokens(text, Span(0, len(text))))
        start = cell.span.start + digits.start()
        place = Span(start, start + len(digits[0]))
        if said and not said[0].part_of_date and said[0].digits.start == 0:
            return changed(said[0], span=place, digits=place)
        bare = printed(digits[0])  # a bare number that reads as a year
        if bare is None:
            return None
        return NumberMention(place, place, NumberKind.CARDINAL, Quantity(bare.value, "", bare.value, bare.value))

    def _found(self, cell: _Cell, mention: NumberMention) -> tuple[Found | None, str]:
        """The figure of a cell, or the reason for leaving it over."""
        percent = mention.quantity.unit == _PER_CENT
        grows, shares = begins(cell.what, words().growth), begins(cell.what, words().share)
        if percent and not (grows or shares):
            grows, shares = begins(self._caption, words().growth), begins(self._caption, words().share)
        if percent and begins(cell.what, words().index):
            return None, "no_measure"
        key = (cell.row.span.start, cell.what, cell.unit)
        if key not in self._kept:
            self._kept[key] = self._read(cell, leans=percent or grows)
        found, why = self._kept[key]
        if found is None:
            unitless = not mention.quantity.unit and any(
                mark.indicator.unit not in _THINGS for mark in marks(_sentence(cell.what, 0, 0)).indicators
            )
            return None, "no_unit" if unitless and why != "third_pair" else why
        measure = found.measure
        if percent and found.indicator not in _FULL:
            if not (grows or shares):
                return None, "no_measure"
            measure = "growth" if grows else "share"
        elif not percent:
            measure = "change" if grows and mention.quantity.unit else "level"
        amount = self._quantity(found, mention, negative=cell.falls)
        if amount is None:
            return None, "no_unit"
        return self._made(cell, found, mention, amount, measure), ""

    def _quantity(self, found: Found, mention: NumberMention, *, negative: bool) -> Quantity | None:
        said = mention.quantity
        named = said.unit or found.quantity.unit
        if not said.unit and named not in _THINGS:
            return None
        amount = replace(said, unit=named or "count")
        if not negative:
            return amount
        low, high = amount.high, amount.low
        return replace(
            amount, value=-amount.value, low=-low if low is not None else None, high=-high if high is not None else None
        )

    def _made(self, cell: _Cell, found: Found, mention: NumberMention, amount: Quantity, measure: str) -> Found:
        day = self._reading.dating.edtf
        told = cell.status or ("forecast" if _is_ahead(cell.period, day) else "actual")
        base = cell.base or year_before(cell.period) if measure in ("growth", "change") else None
        return changed(
            found,
            sentence=cell.row.index,
            paragraph=self._reading.sentences[cell.row.index].paragraph,
            number=mention,
            span=cell.row.quoted,
            quantity=amount,
            measure=measure,
            status=told,
            period=cell.period,
            base_period=base,
            of=found.indicator if measure == "share" else None,
            what=cell.what or None if found.indicator == "other" else None,
            reporter=cell.reporter or found.reporter,
            speaker=cell.reporter,
            support=((mention.digits, "value"),),
            why=(
                *found.why,
                ("value", "a cell of a table in the text", cell.what),
                ("period", "its row or column", ""),
            ),
        )

    def _read(self, cell: _Cell, *, leans: bool) -> tuple[Found | None, str]:
        """What a row's label, or a column's head, counts: by itself, else with the caption, else as the row above."""
        what, caption = cell.what, self._caption
        total = begins(what, words().total) and len(what.split()) <= 2
        if total and (whole := self._sum()):
            return whole
        if elsewhere := self._elsewhere(what):
            return None, elsewhere
        if (state := self._partner(what)) and caption:
            return self._with_partner(state, cell)
        tried = [what] if what and not total else []
        tried += [f"{caption}: {what}" if what and not total else caption] if caption else []
        why, other = "no_relation", None
        for text in tried:
            found, why = self._resolved(text, cell)
            if found is None and why == "third_pair" and text is what:
                return None, why
            if found is not None and found.indicator != "other":
                part = text is not what
                return self._directed(self._of_part(found, what, total=total) if part else found, tried, cell), ""
            other = other or found
        if leans and self._told:
            return self._told[-1], ""
        return other, "" if other else why or "no_relation"

    def _sum(self) -> tuple[Found | None, str] | None:
        """A row of a sum: of export and import their turnover; over states nothing of two."""
        codes = {found.indicator for found in self._told if found.measure == "level"}
        if {"trade.export", "trade.import"} <= codes:
            whole = changed(self._told[0], indicator="trade.turnover", from_=None, to=None, product=None)
            return whole, ""
        if sum(bool(self._states(label)) for label in self._labels) > 1 and len(set(self._labels)) > 1:
            return None, "several_states"
        if len(codes) == 1 and self._told and self._told[0].product:
            return changed(self._told[0], product=None), ""
        return None

    def _elsewhere(self, what: str) -> str | None:
        """Why a table under «Қазақстан мен Ресей саудасы», or under one country's whole trade, is not of the pair."""
        pair, above, here = set(self._reading.pair), self._states(self._caption), self._states(what)
        if here and pair and (here - pair or here == pair):
            return None  # the row's own words are asked
        if pair and above - pair:
            return "third_pair"
        alone = len(above) < 2 and not here
        return "one_country" if alone and marks(_sentence(self._caption, 0, 0)).has("whole_trade", _ALL) else None

    def _partner(self, what: str) -> str | None:
        """The state that a row is named by, and by nothing else."""
        named = _states_in(what)
        return named[0].country if len(named) == 1 and len(named[0].span) == len(what) else None

    def _with_partner(self, state: str, cell: _Cell) -> tuple[Found | None, str]:
        """«Қырғызстан» under «Қазақстан экспорты»: from the state of the caption, or home, to that of the row."""
        others = sorted(self._states(self._caption) - {state})
        owner = others[0] if len(others) == 1 else self._reading.home
        if owner is None or owner == state or {owner, state} != set(self._reading.pair):
            return None, "third_pair"
        found, why = self._resolved(self._caption, cell)
        if found is None or found.indicator == "other":
            found, why = self._resolved(f"{self._caption}: {cell.what}", cell)
        if found is None or found.indicator not in _TRADE:
            return found, why
        ends = {"trade.export": (owner, state), "trade.import": (state, owner)}.get(found.indicator, (None, None))
        return changed(found, parties=self._reading.pair, from_=ends[0], to=ends[1]), ""

    def _states(self, text: str) -> set[str]:
        return {name.country for name in _states_in(text) if name.country}

    def _of_part(self, found: Found, what: str, *, total: bool) -> Found:
        """«Бидай» under a caption of exports, «Пойыз» under one of passengers: what the row names is a part of all."""
        named = total or not what or found.product or found.subject or found.area or self._states(what)
        if named or marks(_sentence(what, 0, 0)).indicators or begins(what, (*words().growth, *words().share)):
            return found
        return changed(found, product=what) if found.indicator in _TRADE else changed(found, subject=what)

    def _directed(self, found: Found, tried: list[str], cell: _Cell) -> Found:
        """A flow whose sides only the caption, or the text, tells; trade is of home's where neither does."""
        if found.from_ or found.to or indicators()[found.indicator].flow == "none":
            return found
        whole, _ = self._resolved(tried[-1], cell)
        if whole is not None and whole.indicator == found.indicator and (whole.from_ or whole.to):
            return changed(found, from_=whole.from_, to=whole.to, subject=found.subject or whole.subject)
        if found.indicator not in _TRADE[:2] or len(found.parties) != 2:
            return found
        home = self._reading.home
        owner = home if home in found.parties else found.parties[0]
        other = next(code for code in found.parties if code != owner)
        sold = found.indicator == "trade.export"
        return changed(found, from_=owner if sold else other, to=other if sold else owner)

    def _resolved(self, text: str, cell: _Cell) -> tuple[Found | None, str]:
        """The figure of the sentence that the words make with their number, by the rules of prose."""
        reading, before = self._reading, self._before
        start = len(reading.text) + 1
        digits = _DIGITS.search(cell.span.of(reading.text))
        line = f"{text} {digits[0] if digits else ''} {cell.unit or ''} болды."
        sentence = _sentence(line, start, len(before))
        made = replace(reading, text=f"{reading.text}\n{line}", sentences=(*before, sentence))
        at = At(made, len(before))
        place = start + len(text) + 1
        mention = next((n for n in sentence.numbers if n.digits.start == place and not n.part_of_date), None)
        if mention is None:
            return None, ""
        found, why = resolve(view(at, mention, marks(sentence), Memory(), pieces(sentence)))
        return (found[0], "") if found else (None, why)


def _states_in(text: str) -> list[NameMention]:
    found = names(text, tokens(text, Span(0, len(text))))
    return [name for name in found if name.type is NameType.STATE]


def _sentence(line: str, start: int, index: int) -> Sentence:
    """A sentence that stands nowhere in the text, its spans counted from start."""
    whole = "\n" * start + line
    words_of = tokens(whole, Span(start, len(whole)))
    return Sentence(
        index, Span(start, len(whole)), BlockKind.PARAGRAPH, -1, line, words_of,
        numbers(whole, words_of), (), names(whole, words_of),
    )  # fmt: skip


def _merged(row: str | None, column: str | None) -> str | None:
    """The finer of two periods, where both are told."""
    if row and column:
        return max(row, column, key=len)
    return row or column


def _whole_unit(behind: str, told: str | None) -> str | None:
    """The unit of a cell: its own («12 %», «3 млрд»), with the table's where its own is a scale alone."""
    if not behind:
        return told
    own = unit(behind).found or behind
    plain = numbers(f"1 {own}", tokens(f"1 {own}", Span(0, len(own) + 2)))
    if plain and not plain[0].quantity.unit and told:
        return f"{own} {re.sub(r'^(?:мың|млн|млрд|миллион|миллиард)[.]? ', '', told)}"
    return own


def _is_ahead(when: str | None, day: str | None) -> bool:
    """Whether a period begins after the document's day."""
    try:
        first, told = Period(when or "").first, Period(day or "").last
    except ValueError:
        return False
    return bool(when and day and first and told and first > told)
