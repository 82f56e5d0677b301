"""Number mentions: a number with its scale, unit, hedges and what it counts."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from qatynas.language.counting import counted_noun, is_each, rate_near
from qatynas.language.date_mentions import date_tokens
from qatynas.language.hedges import hedge_after, hedge_before, shrinks
from qatynas.language.kk import numerals as kk
from qatynas.language.mentions import Case, NumberKind, NumberMention, Token
from qatynas.language.number_words import hedged_hundred, is_shared, is_vague, shared, sign
from qatynas.language.numerals import Numeral, is_hyphen, numeral_word, read_numeral
from qatynas.language.quantities import divided, percent_of, quantity, stated_range, tidy
from qatynas.language.roman import read_roman
from qatynas.language.stems import analyse
from qatynas.language.units import UnitFound, sign_before, unit_after
from qatynas.model.quantity import Qualifier, Quantity
from qatynas.model.span import Span

_AND = frozenset(("пен", "мен", "бен"))


class _Core(msgspec.Struct, frozen=True):
    """The number itself: one numeral, a range of two, or a fraction of two."""

    first: int
    last: int
    numeral: Numeral
    low: Numeral | None = None
    whole: Numeral | None = None
    share: tuple[Decimal, Decimal] | None = None


def numbers(text: str, tokens: Sequence[Token], dated: frozenset[int] | None = None) -> tuple[NumberMention, ...]:
    """The numbers among the tokens of one sentence, in order; spans count from the text's start.

    dated holds the places of the tokens that belong to dates, where they are known already (`dates_and_places`).
    «Бір» that only means «a» and vague words (жүздеген, мыңдаған, бірнеше) are no numbers.
    """
    known = _BEGINNINGS.get
    beginnings = [
        place
        for place, token in enumerate(tokens)
        if (begins := known(token.lower, _UNSEEN)) and (begins == _SURE or _begins(token))
    ]
    if not beginnings:
        return ()
    found: list[NumberMention] = []
    in_dates = date_tokens(tokens) if dated is None else dated
    after = 0
    for place in beginnings:
        core = _core(tokens, place) if place >= after else None
        if core is None:
            continue
        if is_vague(tokens, core.first, core.last):
            after = core.last + 1
            continue
        mention, last = _mention(tokens, core, in_dates)
        after = core.last + 1
        if mention is not None:
            found.append(mention)
            after = max(last, core.last) + 1
    return tuple(found)


_NEVER, _SURE, _IN_CAPITALS, _UNSEEN = 0, 1, 2, 3
_BEGINNINGS: dict[str, int] = {}  # whether a number may begin with a word (small letters)
_MOST_BEGINNINGS = 1 << 16


def _begins(token: Token) -> bool:
    """Whether a number may begin with a token that is not known yet to be sure, or that may be Roman."""
    lower = token.lower
    if lower not in _BEGINNINGS:
        if len(_BEGINNINGS) >= _MOST_BEGINNINGS:
            _BEGINNINGS.clear()
        _BEGINNINGS[lower] = _beginning(token)
    told = _BEGINNINGS[lower]
    return told == _SURE or (told == _IN_CAPITALS and kk.ROMAN.fullmatch(token.text.partition("-")[0]) is not None)


def _beginning(token: Token) -> int:
    if token.kind == "number":
        return _SURE
    if token.kind != "word":
        return _NEVER
    lower = token.lower
    if lower in ("тең", kk.HUNDRED_OR_FACE) or lower.startswith(kk.HALF_EACH) or is_shared(lower):
        return _SURE
    if numeral_word(lower) is not None:
        return _SURE
    return _IN_CAPITALS if kk.ROMAN.fullmatch(lower.upper().partition("-")[0]) is not None else _NEVER


def _core(tokens: Sequence[Token], position: int) -> _Core | None:
    """The number that begins at position."""
    numeral = read_numeral(tokens, position) or read_roman(tokens, position)
    if numeral is None:
        alone = shared(tokens, position) or hedged_hundred(tokens, position)
        return _Core(position, position, alone) if alone else _half_alone(tokens, position)
    if _is_place(tokens, numeral):
        return _Core(numeral.first, numeral.last, replace(numeral, ordinal=True))
    after = numeral.last + 1
    more: _Core | None = None
    if after < len(tokens):
        following = tokens[after]
        if following.kind == "mark":
            more = _slashed(tokens, numeral) or _range_by_dash(tokens, numeral)
        elif numeral.case is Case.ABL:
            more = _fraction(tokens, numeral) or _range_by_cases(tokens, numeral)
        elif following.lower in _AND:
            more = _range_by_cases(tokens, numeral)
    return more or _Core(numeral.first, numeral.last, numeral)


def _is_place(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """«43-орында», «7-отырыс»: figures joined to a word by a hyphen say which."""
    last = numeral.last
    if last + 2 >= len(tokens) or tokens[last].kind != "number" or not numeral.bare:
        return False
    hyphen, word = tokens[last + 1], tokens[last + 2]
    if hyphen.text not in "-‐‑":
        return False
    return (
        word.kind == "word"
        and tokens[numeral.last].span.end == hyphen.span.start
        and hyphen.span.end == word.span.start
    )


def _half_alone(tokens: Sequence[Token], position: int) -> _Core | None:
    """«жартысы», «тең жартысы», «ширегі»: a share without a number."""
    token = tokens[position]
    first = position
    if token.lower == "тең" and position + 1 < len(tokens):
        position += 1
        token = tokens[position]
    if token.kind == "word" and token.lower.startswith(kk.HALF_EACH):
        numeral = Numeral(first, position, Decimal("0.5"), case=token.case, bare=False)
        return _Core(first, position, numeral, share=(Decimal(1), Decimal(2)))
    word = numeral_word(token.lower) if token.kind == "word" else None
    if word is None or word.role not in ("half", "quarter") or not word.possessive:
        return None
    numeral = Numeral(first, position, word.value, case=word.case, possessive=True, bare=False)
    share = (word.value * 4, Decimal(4))
    return _Core(first, position, numeral, share=share)


def _slashed(tokens: Sequence[Token], numeral: Numeral) -> _Core | None:
    """«1/3», «2/3 бөлігі»."""
    after = numeral.last + 1
    if after + 1 >= len(tokens) or tokens[after].text != "/" or tokens[after + 1].kind != "number":
        return None
    whole = read_numeral(tokens, after + 1)
    if whole is None or whole.last != after + 1 or not 0 < numeral.value < whole.value <= 100 or numeral.step:
        return None
    return _Core(numeral.first, whole.last, whole, share=(numeral.value, whole.value))


def _fraction(tokens: Sequence[Token], whole: Numeral) -> _Core | None:
    """«үштен екісі», «3-тен 1-і», «оннан біріне»: part of whole."""
    after = whole.last + 1
    if whole.case is not Case.ABL or whole.ordinal or whole.collective or whole.step or after >= len(tokens):
        return None
    part = _one_part(tokens, after) or read_numeral(tokens, after)
    if part is None or part.ordinal or part.step or not 0 < part.value < whole.value or whole.value > 1000:
        return None
    if part.case is Case.NOM and part.bare and tokens[after].kind == "number":
        return None
    return _Core(whole.first, part.last, part, whole=whole, share=(part.value, whole.value))


def _one_part(tokens: Sequence[Token], position: int) -> Numeral | None:
    """«… бірі», «… біріне»: the one part of a fraction."""
    token = tokens[position]
    if token.lower not in kk.ONE_PART or token.kind != "word":
        return None
    if token.lower == "бір" and position + 1 < len(tokens) and numeral_word(tokens[position + 1].lower) is not None:
        return None
    return Numeral(
        position, position, Decimal(1), case=token.case, possessive=token.possessive, bare=token.lower == "бір"
    )  # fmt: skip


def _range_by_dash(tokens: Sequence[Token], low: Numeral) -> _Core | None:
    """«3-5 пайыз», «екі-үш», «10–15 мың», «он-он бес»."""
    dash = low.last + 1
    if dash + 1 >= len(tokens) or not is_hyphen(tokens[dash]) or low.ordinal or not low.bare:
        return None
    if tokens[dash].span.start != tokens[low.last].span.end and tokens[dash + 1].span.start != tokens[dash].span.end:
        return None
    if tokens[dash + 1].span.start - tokens[low.last].span.end > 3:
        return None
    high = read_numeral(tokens, dash + 1)
    if high is None or high.ordinal:
        return None
    raised = low if low.scaled or not high.scaled else _raised(low, high.scale)
    if raised.value >= high.value and not (low.value < high.value):
        return None
    return _Core(low.first, high.last, high, low=raised)


def _raised(low: Numeral, scale: Decimal) -> Numeral:
    """The lower end in the scale of the upper: «10-15 мың» begins at ten thousand."""
    return replace(low, value=low.value * scale, step=(low.step or Decimal(1)) * scale)


def _range_by_cases(tokens: Sequence[Token], low: Numeral) -> _Core | None:
    """«30-дан 40-қа дейін», «5 пен 7 аралығында»."""
    after = low.last + 1
    if after + 1 >= len(tokens) or low.ordinal:
        return None
    joined = low.bare and tokens[after].lower in _AND
    if not joined and low.case is not Case.ABL:
        return None
    high = read_numeral(tokens, after + joined)
    if high is None or high.ordinal or high.value <= 0:
        return None
    end = high.last + 1
    unit = unit_after(tokens, end)
    end = unit.last + 1 if unit else end
    if end >= len(tokens):
        return None
    raised = low if low.scaled or not high.scaled else _raised(low, high.scale)
    if raised.value >= high.value:
        return None
    if joined and tokens[end].lower.startswith(("арасы", "аралығы")):
        return _Core(low.first, high.last, high, low=raised)
    case = tokens[unit.last].case if unit else high.case
    if not joined and case is Case.DAT and tokens[end].lower in ("дейін", "шейін", "дейінгі", "шейінгі"):
        if hedge_after(tokens, end, Case.DAT) is None:
            return None  # «төрттен жетіге дейін көбейту» names two levels
        return _Core(low.first, high.last, high, low=raised)
    return None


@dataclass(slots=True)
class _Phrase:
    """A number phrase while its words are taken up one after the other: unit, hedges, what is counted."""

    tokens: Sequence[Token]
    core: _Core
    first: int
    last: int
    case: Case | None
    in_date: bool
    qualifier: Qualifier
    unit: UnitFound | None = None
    counted: str | None = None
    counted_span: Span | None = None
    reach: int = 0  # the last word that belongs to it or is counted
    negative: bool = False

    def take_unit(self) -> None:
        """The unit after the number, or the sign before it."""
        numeral = self.core.numeral
        unit = None if numeral.ordinal or self.in_date else unit_after(self.tokens, self.last + 1)
        if unit is not None:
            word = self.tokens[unit.last - (self.tokens[unit.last].text == "." and unit.last > unit.first)]
            self.unit, self.last, self.case = unit, unit.last, word.case
            if _is_like(word):
                self.qualifier = Qualifier.ABOUT
        elif (sign := sign_before(self.tokens, self.first)) is not None:
            self.first = sign[0]
            self.unit = UnitFound(sign[0], sign[0], sign[1], Decimal(1))

    def take_hedge_after(self) -> None:
        """«… доллардан астам»; a unit may come after it («200 мыңнан кем емес адам»)."""
        found = hedge_after(self.tokens, self.last + 1, self.case)
        if found is None:
            return
        self.last, self.qualifier = found
        if self.unit is None and not self.core.numeral.ordinal:
            self.unit = unit_after(self.tokens, self.last + 1)
            if self.unit is not None:
                self.last, self.case = self.unit.last, self.tokens[self.unit.last].case

    def take_counted(self) -> None:
        """The noun that is counted, and the hedge that may follow it («екі мың студенттен астам»)."""
        self.reach = self.last
        if self.core.numeral.collective:
            return
        if self.unit is not None and self.unit.unit not in ("person", "count"):
            return
        self.counted, self.counted_span, self.reach, case = counted_noun(self.tokens, self.last + 1, self.unit)
        hedged = self.qualifier is not Qualifier.EXACT or self.core.numeral.ordinal
        if self.counted_span is None or hedged or case is Case.NOM:
            return
        if (found := hedge_after(self.tokens, self.reach + 1, case)) is not None:
            (self.last, self.qualifier), self.case = found, case

    def take_sign(self) -> None:
        """«минус 4,2 пайыз», «−4,2 %»."""
        core = self.core
        if sign(self.tokens, self.first) and not (core.numeral.ordinal or core.share or core.low):
            self.first, self.negative = self.first - 1, True

    def take_hedge_before(self) -> None:
        """«шамамен …», «кемінде …»."""
        found = None if self.core.numeral.ordinal else hedge_before(self.tokens, self.first)
        if found is not None:
            self.first = found[0]
            if self.qualifier is Qualifier.EXACT:
                self.qualifier = found[1]


def _mention(tokens: Sequence[Token], core: _Core, in_dates: frozenset[int]) -> tuple[NumberMention | None, int]:
    """The mention around a core, and the last token that it takes."""
    in_date = core.first in in_dates or core.last in in_dates or _is_clock(tokens, core.first)
    qualifier = Qualifier.ABOUT if core.numeral.equative else Qualifier.EXACT
    phrase = _Phrase(tokens, core, core.first, core.last, core.numeral.case, in_date, qualifier)
    phrase.take_unit()
    if _is_article(phrase):
        return None, phrase.core.last
    rate, per_second, each = None, False, False
    if not in_date:
        phrase.take_hedge_after()
        phrase.take_counted()
        phrase.take_sign()
        phrase.take_hedge_before()
        rate, per_second = rate_near(tokens, phrase.first, phrase.reach)
        each = tokens[core.first].lower.startswith(kk.HALF_EACH) or is_shared(tokens[core.first].lower)
        each = each or is_each(tokens, core.first, phrase.last, phrase.case, phrase.qualifier)
    kind, amount = _amount(phrase)
    if per_second and amount.unit == "m3":
        amount = dataclasses.replace(amount, unit="m3/s")
    mention = NumberMention(
        span=tokens[phrase.first].span.join(tokens[phrase.last].span),
        digits=Span(tokens[core.first].span.start, tokens[core.last].span.end),
        kind=kind,
        quantity=amount,
        counted=phrase.counted,
        counted_span=phrase.counted_span,
        case=phrase.case,
        each=each,
        rate=rate,
        part_of_date=in_date,
    )
    return mention, phrase.last


def _is_article(phrase: _Phrase) -> bool:
    """«Бір» that only means «a»: a one in words without unit, scale or anything else to it."""
    core = phrase.core
    one = core.numeral.value == 1 and phrase.tokens[core.first].kind == "word"
    more = phrase.unit or core.numeral.ordinal or core.numeral.scaled or core.share or core.low or phrase.in_date
    return one and not more


def _is_clock(tokens: Sequence[Token], first: int) -> bool:
    """«сағат 9-да», «сағат он бірде»: a time of day."""
    return first > 0 and tokens[first - 1].lower == "сағат" and tokens[first].case in (Case.LOC, Case.ABL, Case.DAT)


def _is_like(token: Token) -> bool:
    """«доллардай», «тоннадай»: about so much."""
    return token.lower != token.lemma and analyse(token.lower)[0].equative


def _amount(phrase: _Phrase) -> tuple[NumberKind, Quantity]:
    """Kind and quantity of a phrase whose words are all taken."""
    core, numeral, qualifier = phrase.core, phrase.core.numeral, phrase.qualifier
    if core.share is not None:
        return NumberKind.FRACTION, percent_of(*core.share, qualifier)
    factor, name = (phrase.unit.factor, phrase.unit.unit) if phrase.unit else (Decimal(1), "")
    if core.low is not None:
        amount = stated_range(core.low.value * factor, numeral.value * factor, name)
        return (NumberKind.MULTIPLE if name == "times" else NumberKind.RANGE), amount
    if numeral.ordinal:
        return NumberKind.ORDINAL, quantity(numeral.value, name, None, qualifier)
    step, value = _step(numeral, name, factor), numeral.value * factor
    if name == "times":
        if shrinks(phrase.tokens, phrase.last + 1) and value:
            return NumberKind.MULTIPLE, divided(value, step, qualifier)
        return NumberKind.MULTIPLE, quantity(value, name, step, qualifier)
    return NumberKind.CARDINAL, quantity(tidy(-value if phrase.negative else value), name, step, qualifier)


def _step(numeral: Numeral, unit: str, factor: Decimal) -> Decimal | None:
    """What the last written digit is worth in the unit; whole numbers without a scale are exact but for percent."""
    if numeral.step is not None:
        return numeral.step * factor
    if unit == "percent" or factor > 1:
        return factor
    return None
