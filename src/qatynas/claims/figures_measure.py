"""How a number counts: level, growth, multiple, rank, share or change, with its sign and unit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from qatynas.claims.figures_choice import FAMILIES, MORE_PEOPLE, TAUGHT, TRADED_THINGS, Choice
from qatynas.claims.figures_lean import SMALL, of_one_size
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_units import goes_on, unit_kind
from qatynas.claims.figures_verbs import is_finite
from qatynas.claims.figures_words import begins, noun
from qatynas.language.mentions import Case, NumberKind, NumberMention
from qatynas.language.units import unit_after
from qatynas.model import Quantity, Span

_VERB_WITHIN = 60  # characters after a number in which the verb that moves by it stands
_NEAR_LEVEL = 3  # sentences back to the level that something rose or fell from
_UNIT_LIKE = frozenset(("money", "m3", "t", "kWh", "ha", "km", "m3/s", "W"))
_OF_THEM = ("ы", "і")  # how a part ends that is a subject: «тоғызы», «жартысына жуығы»
_TONNES, _THINGS, _ALIKE = 100_000_000, 10_000_000, 100
_SCALED = Decimal(1_000_000)  # a bare number below it is no sum of money or water unless its scale is written


def measure(said: Said, choice: Choice) -> str:
    """The measure of the number."""
    kind = said.unit_kind
    if said.number.kind is NumberKind.ORDINAL:
        return "rank"
    if kind == "times":
        return "multiple"
    if kind == "percent":
        return of_percent(said)
    if choice.indicator.code == "trade.export_potential":
        return "level"
    return "change" if signed(said) or _by_so_much(said) or adds(said) or gained(said, choice) else "level"


def signed(said: Said) -> str:
    """«(+18 %)», «(–3 %)», «(минус 90 млн)»: the sign right before the digits, as + or -; "" where none stands."""
    before = said.at.reading.text[max(0, said.number.digits.start - 1) : said.number.digits.start]
    if said.bracketed and before and before in "+-–−":
        return "+" if before == "+" else "-"
    words = said.tokens(Span(said.piece.start, said.number.span.end))
    word = next((t for t in words if any(span == t.span for span in said.marks.spans("signs"))), None)
    if word is None or (said.number.digits.start - word.span.end > 1 and not said.number.span.covers(word.span)):
        return ""
    return "-" if begins("minus", word.lower) else "+"


def adds(said: Said) -> bool:
    """«бұған тағы бір миллиард қоссақ», «қосымша 300 миллион қосылды»: what is put to the level told before."""
    if said.unit_kind not in _UNIT_LIKE | {"bare", "count", "person"} or not said.has("added", said.left):
        return False
    return said.has("adding", said.ahead) and bool(said.memory.figures)


def gained(said: Said, choice: Choice) -> bool:
    """«жылдық қосымша – 150 млн доллар», «бір жылда қосылғаны – 210 миллион»: after a level, by how much it moved, by
    a word of growth as the subject of a bare number."""
    words = [t for t in said.tokens(said.left) if t.kind == "word"][-1:]
    last = said.memory.last(said, choice.indicator.code, reach=2)
    if (
        not words
        or last is None
        or last.measure not in ("level", "growth")
        or last.quantity.value <= said.number.quantity.value
    ):
        return False
    if said.unit_kind not in ("money", "bare", "t") or said.verbs or choice.indicator.code == "other":
        return False
    return noun("gains", (words[0].lower,)) or said.marks.has("growth_noun", words[0].span)


def quantity(said: Said, choice: Choice, measured: str) -> Quantity | None:
    """The number in its unit, negative for a fall; None where no unit can be told."""
    stated = said.number.quantity
    unit = "count" if measured == "rank" else stated.unit or unit_of(said, choice)
    if not unit:
        return None
    worded = any(sign.isalpha() for sign in said.words(said.number.digits))
    scaled = abs(stated.value) >= (SMALL if worded else _SCALED)
    if stated.unit in ("", "count") and unit not in ("count", "person") and not scaled:
        return None
    found = replace(stated, unit=unit)
    if measured in ("growth", "change") and found.value > 0 and falls(said):
        return negative(found)
    if measured == "multiple" and (falls(said) or said.has("less", _verb_span(said))) and found.value > 1:
        return inverse(found)
    return found


def unit_of(said: Said, choice: Choice) -> str:
    """The unit that the text leaves out; one that the size of the number forbids gives way to what was told before."""
    found = _unit_of(said, choice)
    value = said.number.quantity.value
    if said.unit_kind != "bare" or not _forbidden(found, value):
        return found
    told = [f.quantity for f in said.memory.figures if f.measure == "level" and not _forbidden(f.quantity.unit, value)]
    sized = [q.unit for q in told if q.value <= value * _ALIKE and value <= q.value * _ALIKE]
    if sized and (found not in ("percent", "times") or sized[-1] in ("count", "person")):
        return sized[-1]
    return "" if found in ("percent", "times") else found


def _forbidden(unit: str, value: Decimal) -> bool:
    """A billion tonnes, ten million things, forty thousand percent."""
    return (
        (unit == "t" and value >= _TONNES)
        or (unit in ("percent", "times") and value >= SMALL)
        or (unit in ("count", "") and value >= _THINGS)
    )


def _unit_of(said: Said, choice: Choice) -> str:
    """The unit that the text leaves out: its neighbours', that of the figure it leans on, the indicator's own."""
    kind = said.unit_kind
    if choice.rule == FAMILIES:
        return "count"
    if choice.rule in (TAUGHT, TRADED_THINGS):
        return "count"
    if choice.rule == MORE_PEOPLE:
        return "person"
    things = choice.leans is not None and choice.leans.quantity.unit in ("count", "person")
    if kind == "bare" and things and choice.leans is not None and of_one_size(said, choice.leans):
        return choice.leans.quantity.unit  # «18 мың ірі қара сатып алдық. Биыл 11 мыңға жеттік»
    if kind in ("person", "count"):
        return "person" if kind == "person" or choice.indicator.unit == "person" else "count"
    told = Span(said.at.sentence.span.start, said.number.span.start)
    if kind == "bare" and said.has("its_number", told) and choice.indicator.code.startswith("trade."):
        return "count"  # «әкелінген автомобильдердің саны 240-тан …»
    if set(choice.indicator.units) & {"person", "count"} or not choice.indicator.units:
        if choice.leans is not None and choice.indicator.code == "other":
            return choice.leans.quantity.unit
        return choice.indicator.unit
    leaned = choice.leans if choice.leans is not None and choice.leans.indicator == choice.indicator.code else None
    if leaned is not None and leaned.quantity.unit == "count":
        return "count"  # «автокөліктің саны 240-тан 1 105-ке көтерілді»
    if converted := _converted(said):
        return converted
    before = [n for n in said.siblings if n.span.end <= said.number.span.start and _shared_unit(said, n, choice)]
    after = [n for n in said.siblings if n.span.start >= said.number.span.end and _shared_unit(said, n, choice)]
    if before:
        return before[-1].quantity.unit
    if after:
        return after[0].quantity.unit
    if choice.leans is not None and choice.leans.quantity.unit not in ("percent", "times", "count", "person"):
        return choice.leans.quantity.unit
    last = said.memory.last(said, choice.indicator.code, reach=6)
    if last is not None and last.quantity.unit not in ("percent", "times", "count"):
        return last.quantity.unit
    return choice.indicator.unit


def _converted(said: Said) -> str:
    """«теңгеге шаққанда 64 млрд»: the currency named in the dative before the number."""
    tokens = said.tokens(said.left)
    for index, token in enumerate(tokens[:-1]):
        unit = unit_after(tokens, index) if token.case in (Case.DAT, Case.INS) else None
        if unit is not None and len(unit.unit) == 3 and unit.unit.isupper() and said.has("converted", said.left):
            return unit.unit
    return ""


def falls(said: Said) -> bool:
    """Whether the number tells of a fall: the verb after it, or «төмендеп» before it in its sentence."""
    after = _verb_span(said)
    if said.bracketed and (sign := signed(said)):
        return sign == "-"
    if said.has("rise", after) or said.has("more", after):
        return False
    return said.has("fall", after) or said.has("less", after) or said.has("shrink_noun", said.piece)


def negative(found: Quantity) -> Quantity:
    """The same size downwards."""
    low = None if found.high is None else -found.high
    high = None if found.low is None else -found.low
    return replace(found, value=-found.value, low=low, high=high)


def inverse(found: Quantity) -> Quantity:
    """So many times less: one by the number, with four digits."""

    def turned(value: Decimal | None) -> Decimal | None:
        return None if not value else round(1 / value, 4).normalize()

    return replace(found, value=turned(found.value) or found.value, low=turned(found.high), high=turned(found.low))


def of_percent(said: Said) -> str:
    after = _verb_span(said)
    near = Span(said.number.digits.start, after.end)
    if said.bracketed and signed(said):
        return "growth"
    if said.has("point", near):
        return "change"
    if _end_of_a_way(said) or _a_part_does_it(said):
        return "share"
    moves = said.has("rise", after) or said.has("fall", after) or said.has("more", after) or said.has("less", after)
    if said.number.case in (Case.DAT, None, Case.NOM) and moves and not said.has("share", said.left):
        if said.number.case is Case.DAT or said.has("more", after) or said.has("less", after):
            return "growth"
        if said.has("growth_noun", after) or said.has("shrink_noun", after) or _moves_next(said, after):
            return "growth"
    if said.has("growth_noun", said.left) or said.has("shrink_noun", said.left):
        last = max(s.end for key in ("growth_noun", "shrink_noun") for s in said.marks.spans(key, said.left))
        words = [t for t in said.tokens(said.left) if t.span.end == last]
        if words and words[0].case is not Case.GEN:
            return "growth"
    return "share"


def _end_of_a_way(said: Said) -> bool:
    """«үлесі 2025 жылғы 34 пайыздан биыл 41 пайызға көтерілді»: where a share goes to."""
    before = [n for n in said.siblings if n.span.end <= said.number.span.start]
    told = Span(said.at.sentence.span.start, said.number.span.start)
    if not before or said.has("growth_noun", told):
        return False
    return before[-1].quantity.unit == "percent" and goes_on(before[-1], said.number)


def _a_part_does_it(said: Said) -> bool:
    """«соның оннан тоғызы шегініп барады», «жартысына жуығы салаға түсті»: a part as the subject of its verb."""
    if said.number.kind is not NumberKind.FRACTION:
        return False
    words = said.tokens(said.number.span)
    return bool(words) and words[-1].kind == "word" and words[-1].lower.endswith(_OF_THEM)


def _moves_next(said: Said, after: Span) -> bool:
    """«14 пайыз қосылды», «15 пайыз өсті»: the verb stands right after the number."""
    first = next((t for t in said.tokens(after) if t.kind == "word"), None)
    return first is not None and (said.has("rise", first.span) or said.has("fall", first.span))


def _by_so_much(said: Said) -> bool:
    """«30 мың тоннаға көп», «8 млн артық», «8 млн теңгеге өсті»: a difference, not a level."""
    if said.unit_kind not in _UNIT_LIKE | {"bare", "count", "person"}:
        return False
    after = _verb_span(said)
    words = [t for t in said.tokens(after) if t.kind == "word"][:2]
    first = words[0] if words else None
    direct = [t for t in said.tokens(after) if t.text not in "()"][:1]
    if first is None or direct[0] is not first:
        return False  # «1,5 миллиардқа таяды, өсім – 11 пайыз»
    higher = len(words) > 1 and noun("seats_of", (first.lower,)) and not is_finite(words[1])  # «19 жоғары оқу орны»
    if not higher and any(
        s.start == first.span.start for key in ("more", "less") for s in said.marks.spans(key, after)
    ):
        return said.number.case in (Case.DAT, Case.NOM, None)
    moved = any(span.start == first.span.start for key in ("rise", "fall") for span in said.marks.spans(key, after))
    before = [n for n in said.siblings if n.span.end <= said.number.span.start]
    ends = (bool(before) and goes_on(before[-1], said.number)) or _reaches(said, first.span)
    plain = said.number.case in (Case.NOM, None) and said.unit_kind in _UNIT_LIKE and said.has("fall", first.span)
    return moved and (said.number.case is Case.DAT or plain) and not ends


def _reaches(said: Said, verb: Span) -> bool:
    """«860 миллионға көтерілді»: goes to so much; what is much less than the level told before is a difference."""
    if said.has("up_to", Span(said.number.digits.end, verb.start)):
        return True  # «118 миллион долларға дейін құлдырады»
    before = [f for f in said.memory.figures if f.measure == "level" and f.sentence >= said.at.index - _NEAR_LEVEL]
    same = [f.quantity.value for f in before if f.quantity.unit == (said.number.quantity.unit or f.quantity.unit)]
    rises = any(span.start == verb.start for span in said.marks.spans("rise", said.ahead))
    if rises and same and said.number.case is Case.DAT and said.number.quantity.value > same[-1]:
        return True  # «40 грант беріледі, ол 60-қа көбейеді»
    return any(span.start == verb.start for span in said.marks.spans("moves_to", said.ahead))


def _verb_span(said: Said) -> Span:
    """From the number on, in the words up to its verb, not past another number."""
    end = min(said.reach.end, said.number.span.end + _VERB_WITHIN)
    following = [n for n in said.siblings if n.span.start >= said.number.span.end]
    if following and not _alike(following[0], said.number):
        end = min(end, following[0].span.start)
    elif following:
        end = said.reach.end
    return Span(min(said.number.span.end, end), end)


def _alike(one: NumberMention, other: NumberMention) -> bool:
    """«экспортты 20 пайызға, импортты 10 пайызға арттырды»: two numbers that share their verb."""
    return one.quantity.unit == other.quantity.unit == "percent" and one.case is other.case is Case.DAT


def _shared_unit(said: Said, number: NumberMention, choice: Choice) -> bool:
    """Whether a neighbour is told in a unit that the indicator has, so that this number can share it."""
    kind = unit_kind(number, said.at.sentence)
    return kind in choice.indicator.units and kind not in ("count", "person")
