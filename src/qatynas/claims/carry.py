"""The numbers of a document read in order, so that what one sentence leaves out is found in those before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import msgspec
from msgspec.structs import replace as changed

from qatynas.claims.clauses import token_after, tokens_after, tokens_before, tokens_in
from qatynas.claims.context import At
from qatynas.claims.figures_aside import reason
from qatynas.claims.figures_everyday import told_wrongly
from qatynas.claims.figures_joined import joined
from qatynas.claims.figures_pieces import pieces
from qatynas.claims.figures_resolve import resolve
from qatynas.claims.figures_said import Found, Memory
from qatynas.claims.figures_units import goes_on
from qatynas.claims.figures_view import view
from qatynas.claims.figures_words import Marks, begins, endings, marks, noun
from qatynas.claims.grids_cells import told_in_grids, units_of_grids
from qatynas.claims.once import per_reading
from qatynas.language.mentions import Case, NumberKind, NumberMention, Reading, Sentence
from qatynas.model import TOLD, Qualifier, Quantity, Span


class Fate(msgspec.Struct, frozen=True, gc=False):
    """What became of a number: the figures found in it, or why it was set aside; neither where it was not placed."""

    number: NumberMention
    found: tuple[Found, ...] = ()
    reason: str = ""


_RAREST = 20  # «әрбір жиырмасыншы»
_SMALL = 1000  # a bare number below it may share the next one's scale
_WRITTEN = re.compile(r"\d+(?:[ \u00a0]\d{3})*(?:,\d+)?")


@per_reading
def fates(reading: Reading) -> tuple[tuple[Fate, ...], ...]:
    """For each sentence the fates of its numbers, read once in order."""
    return tuple(_read(reading))


def _read(reading: Reading) -> Iterator[tuple[Fate, ...]]:
    memory = Memory()
    in_grids = told_in_grids(reading)
    for index in range(len(reading.sentences)):
        if index in in_grids:
            yield tuple(Fate(*told) for told in in_grids[index])
            continue
        yield tuple(_sentence(At(reading, index), memory))


def _sentence(at: At, memory: Memory) -> Iterator[Fate]:
    sentence = at.sentence
    counts = any(not number.part_of_date for number in sentence.numbers)
    if not counts and not (memory.figures and any(begins("amounts", token.lower) for token in sentence.tokens)):
        yield from (Fate(number, (), "part_of_date") for number in sentence.numbers)
        return
    signals = marks(at.sentence)
    parts = pieces(sentence)
    units = units_of_grids(at.reading)
    numbers = [*_paired(sentence), *_unsaid(at, signals, memory, parts)]
    for number in sorted(numbers, key=lambda n: n.span.start):
        if number.part_of_date:
            yield Fate(number, (), "part_of_date")
            continue
        if sentence.block not in TOLD:
            yield Fate(number, (), "furniture")
            continue
        if number.digits in units:
            yield Fate(number, (), "table_head")
            continue
        said = view(at, _per_second(at, number, memory), signals, memory, parts)
        aside = reason(said)
        if aside:
            if aside == "negated" and told_wrongly(said):
                memory.figures.extend(resolve(said)[0])  # its words serve the right number
            yield Fate(number, (), aside)
            continue
        found, why = resolve(said)
        memory.figures.extend(found)
        yield Fate(number, found, why)


def _paired(sentence: Sentence) -> list[NumberMention]:
    """The numbers, where «300-ден 800 көлікке дейін» gives the first what the second counts."""
    stated = joined(sentence, list(sentence.numbers))
    numbers = [part for number in stated for part in _way(sentence, _every_nth(sentence, number))]
    for index, (first, second) in enumerate(pairwise(numbers)):
        if goes_on(first, second) and not first.part_of_date and not first.quantity.unit:
            quantity = replace(first.quantity, unit=second.quantity.unit)
            numbers[index] = changed(
                first, quantity=quantity, counted=second.counted, counted_span=second.counted_span, rate=second.rate
            )
        elif _listed(sentence, first, second):
            quantity = _scaled(sentence, first, second)
            numbers[index] = changed(first, quantity=quantity, counted=second.counted, counted_span=second.counted_span)
    return numbers


def _way(sentence: Sentence, number: NumberMention) -> tuple[NumberMention, ...]:
    """«800 миллионнан 1,7 миллиард долларға дейін өрледі»: a way from one to the other, no range."""
    stated = number.quantity
    if number.kind is NumberKind.FRACTION and number.case is Case.DAT:
        return _way_of_digits(sentence, number)
    if number.kind is not NumberKind.RANGE or number.part_of_date or stated.low is None or stated.high is None:
        return (number,)
    moving = token_after(sentence, number.span.end)
    inside = tokens_in(sentence, number.span)
    first = next((t for t in inside if t.lower.endswith(endings("compared")) and t.kind != "mark"), None)
    if moving is None or first is None or first is inside[-1] or not _moves(sentence, moving.span):
        return (number,)
    cut = first.span.end
    later = [t for t in inside if t.span.start >= cut]
    exact = {"qualifier": Qualifier.EXACT}
    low = replace(stated, value=stated.low, low=stated.low, high=stated.low, **exact)
    high = replace(stated, value=stated.high, low=stated.high, high=stated.high, **exact)
    start, end = Span(number.span.start, cut), Span(later[0].span.start, number.span.end)
    return (
        changed(number, span=start, digits=start, kind=NumberKind.CARDINAL, quantity=low, case=Case.ABL),
        changed(number, span=end, digits=end, kind=NumberKind.CARDINAL, quantity=high, case=Case.DAT),
    )


def _way_of_digits(sentence: Sentence, number: NumberMention) -> tuple[NumberMention, ...]:
    """«80-нен 25-ке түсті»: a way from one to the other, no fraction."""
    inside = tokens_in(sentence, number.span)
    moving = token_after(sentence, number.span.end)
    ends = [_WRITTEN.match(token.text) for token in inside]
    if len(inside) != 2 or moving is None or not all(ends) or not _moves(sentence, moving.span):
        return (number,)
    found = []
    for token, end, case in zip(inside, ends, (Case.ABL, Case.DAT), strict=True):
        value = Decimal(end[0]) if end and end[0].isdecimal() else Decimal(0)
        quantity = replace(number.quantity, value=value, unit="", low=value, high=value, qualifier=Qualifier.EXACT)
        kind = NumberKind.CARDINAL
        found.append(changed(number, span=token.span, digits=token.span, kind=kind, quantity=quantity, case=case))
    return tuple(found)


def _moves(sentence: Sentence, span: Span) -> bool:
    """Whether something rises or falls there."""
    return any(place.start == span.start for key in ("rise", "fall") for place in marks(sentence).spans(key))


def _every_nth(sentence: Sentence, number: NumberMention) -> NumberMention:
    """«әрбір бесінші студент»: one in five, as a share."""
    before = tokens_before(sentence, number.span.start)[-1:]
    nth = number.kind is NumberKind.ORDINAL and 2 <= number.quantity.value <= _RAREST and not number.part_of_date
    if not nth or not before or not noun("nth", (before[0].lower,)):
        return number
    share = round(100 / number.quantity.value, 2)
    quantity = replace(number.quantity, value=share, unit="percent", low=share, high=share)
    return changed(number, kind=NumberKind.FRACTION, quantity=quantity, each=False, counted=None, counted_span=None)


def _listed(sentence: Sentence, first: NumberMention, second: NumberMention) -> bool:
    """«Қазақстаннан 30, Қырғызстаннан 25 кәсіпкер»: whether the second number's noun is the first's too."""
    if first.quantity.unit or first.counted or first.part_of_date or second.part_of_date:
        return False
    if second.counted is None and second.quantity.unit in ("", "percent", "times"):
        return False
    hedged = first.quantity.qualifier is not Qualifier.EXACT
    if NumberKind.ORDINAL in (first.kind, second.kind) or (first.case not in (None, Case.NOM) and not hedged):
        return False
    after = tokens_after(sentence, first.span.end)[:1]
    return bool(after) and noun("list_joins", (after[0].lower,))


def _scaled(sentence: Sentence, first: NumberMention, second: NumberMention) -> Quantity:
    """«180, … 450 млн текше метр»: the first number in the second's scale and unit."""
    start = sentence.span.start
    written = _WRITTEN.match(sentence.text[second.digits.start - start : second.digits.end - start])
    stated = first.quantity
    if not second.quantity.unit or second.quantity.unit in ("count", "person") or not written or stated.value >= _SMALL:
        return stated
    scale = second.quantity.value / Decimal(written[0].replace(" ", "").replace("\u00a0", "").replace(",", "."))
    half = scale / 2
    return replace(
        stated,
        value=stated.value * scale,
        unit=second.quantity.unit,
        low=stated.value * scale - half,
        high=stated.value * scale + half,
    )


def _per_second(at: At, number: NumberMention, memory: Memory) -> NumberMention:
    """«секундына 12 текше метр өтетін, енді 20 текше метр өтеді»: a few cubic metres after a flow are a flow too."""
    last = memory.figures[-1] if memory.figures else None
    few = number.quantity.unit == "m3" and number.quantity.value < _SMALL
    if not few or last is None or last.quantity.unit != "m3/s" or last.sentence < at.index - 1:
        return number
    return changed(number, quantity=replace(number.quantity, unit="m3/s"))


def _unsaid(at: At, signals: Marks, memory: Memory, parts: tuple[Span, ...]) -> Iterator[NumberMention]:
    """«сол көлемді … қайтару», «бұл көлемді кемітпеу»: the number of the figure before, said again without digits."""
    again = any(signals.has(key) for key in ("target", "no_less", "no_more", "reverse", "give_back"))
    as_much = tuple(_as_much(at, signals))
    for span in (*(signals.spans("same_value") if again else ()), *as_much, *_given_back(at, signals, memory)):
        if not _parted(at, span, parts):
            continue
        before = [f for f in memory.figures if f.measure == "level" and f.sentence >= at.index - 2]
        same = [n for n in at.sentence.numbers if not n.part_of_date and n.span.end <= span.start]
        source = same[-1] if same else before[-1].number if before else None
        if source is None:
            continue
        if span in as_much:
            yield changed(source, span=span, digits=span, case=None)
            continue
        quantity = replace(source.quantity, unit=source.quantity.unit or (before[-1].quantity.unit if before else ""))
        if signals.has("no_less", Span(span.start, at.sentence.span.end)):
            quantity = replace(quantity, low=quantity.value, high=None, qualifier=Qualifier.OVER)
        elif signals.has("no_more", Span(span.start, at.sentence.span.end)):
            quantity = replace(quantity, low=None, high=quantity.value, qualifier=Qualifier.UNDER)
        yield NumberMention(span, span, source.kind, quantity, case=None)


def _as_much(at: At, signals: Marks) -> Iterator[Span]:
    """«… 40 грант ұсынды, қырғыз жағы да дәл сонша орын ашты»: as many as the number before it in the sentence."""
    for span in signals.spans("same_number"):
        before = [n for n in at.sentence.numbers if not n.part_of_date and n.span.end <= span.start]
        whole = not any(other != span and other.covers(span) for other in signals.spans("same_number"))
        if before and whole and not signals.has("how_much"):
            yield span


def _given_back(at: At, signals: Marks, memory: Memory) -> Iterator[Span]:
    """«… 420 млн кВт·сағ жеткізеді, еліміз оны қыста қайтарады»: current or water told of, that is given back."""
    back = signals.spans("give_back")
    units = [n.quantity.unit for n in at.sentence.numbers if not n.part_of_date] or [
        f.quantity.unit for f in memory.figures[-1:] if f.sentence == at.index - 1
    ]
    if not back or not units or units[-1] not in ("kWh", "m3"):
        return
    things = [span for span in signals.spans("same_thing") if span.end <= back[-1].start]
    dated = things and any(d.edtf and d.span.start > things[-1].end for d in at.sentence.dates)
    if dated and not signals.has("same_value"):
        yield things[-1]


def _parted(at: At, span: Span, parts: tuple[Span, ...]) -> bool:
    """Whether no number stands with the words: none after them in the clause, one before only beyond a link."""
    part = next((p for p in parts if p.start <= span.start < p.end), at.sentence.span)
    beside = [n for n in at.sentence.numbers if not n.part_of_date and part.covers(n.span)]
    if any(n.span.start > span.end for n in beside):
        return False
    linked = [t.span.start for t in at.tokens_in(part) if noun("turns_again", (t.lower,))]
    return all(any(n.span.end <= start <= span.start for start in linked) for n in beside)
