"""Number mentions: a number with its scale, unit, hedges and what it counts."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from msgspec.structs import replace

from qatynas.language.counting import counted_noun, is_each, rate_near
from qatynas.language.date_mentions import date_tokens
from qatynas.language.hedges import hedge_after, hedge_before, shrinks
from qatynas.language.kk import numerals as kk
from qatynas.language.kk import units as kk_units
from qatynas.language.mentions import Case, NumberKind, NumberMention, Token
from qatynas.language.number_cores import Core, core_at
from qatynas.language.number_words import is_shared, is_vague, sign
from qatynas.language.numeral_words import numeral_word
from qatynas.language.numerals import Numeral, read_numeral
from qatynas.language.quantities import divided, percent_of, quantity, stated_range, tidy
from qatynas.language.stems import analyse
from qatynas.language.units import UnitFound, sign_before, unit_after
from qatynas.model.quantity import Qualifier, Quantity
from qatynas.model.span import Span


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
        core = core_at(tokens, place) if place >= after else None
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


@dataclass(slots=True)
class _Phrase:
    """A number phrase while its words are taken up one after the other: unit, hedges, what is counted."""

    tokens: Sequence[Token]
    core: Core
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
        somewhere = self.case is Case.LOC  # «қалған он бірінде адам өлшейді»
        unit = None if numeral.ordinal or self.in_date or somewhere else unit_after(self.tokens, self.last + 1)
        if unit is not None:
            word = self.tokens[unit.last - (self.tokens[unit.last].text == "." and unit.last > unit.first)]
            self.unit, self.last, self.case = unit, unit.last, word.case
            if _is_like(word):
                self.qualifier = Qualifier.ABOUT
        elif (sign := sign_before(self.tokens, self.first)) is not None:
            self.first = sign[0]
            self.unit = UnitFound(sign[0], sign[0], sign[1], Decimal(1))

    def take_smaller_unit(self) -> None:
        """«2 сом 40 тыйын», «3 шақырым 200 метр»: what a smaller unit of the same thing adds."""
        core, unit = self.core, self.unit
        if unit is None or self.case is not Case.NOM or core.low or core.share or core.numeral.step is not None:
            return
        more = read_numeral(self.tokens, self.last + 1)
        small = unit_after(self.tokens, more.last + 1) if more and not more.ordinal else None
        if more is None or small is None:
            return
        named = self.tokens[small.first]
        money = not kk_units.HUNDREDTHS.isdisjoint((named.lower, *named.lemmas))
        money = money and unit.unit in kk_units.MONEY and unit.factor == 1
        worth = Decimal("0.01") if money else small.factor / unit.factor
        if not (money or small.unit == unit.unit) or not 0 < more.value * worth < 1:
            return
        value = core.numeral.value + more.value * worth
        self.core = replace(core, last=more.last, numeral=replace(core.numeral, value=value, step=worth))
        self.last, self.case = small.last, self.tokens[small.last].case

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
        first = self.last + 1
        if self.core.low and first + 1 < len(self.tokens) and self.tokens[first].lower.startswith(kk.BETWEEN):
            first += 1  # «бес пен жеті мың арасында студент»
        self.counted, self.counted_span, self.reach, case = counted_noun(self.tokens, first, self.unit)
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


def _mention(tokens: Sequence[Token], core: Core, in_dates: frozenset[int]) -> tuple[NumberMention | None, int]:
    """The mention around a core, and the last token that it takes."""
    in_date = core.first in in_dates or core.last in in_dates or _is_clock(tokens, core.first)
    qualifier = Qualifier.ABOUT if core.numeral.equative else Qualifier.EXACT
    phrase = _Phrase(tokens, core, core.first, core.last, core.numeral.case, in_date, qualifier)
    phrase.take_unit()
    phrase.take_smaller_unit()
    core = phrase.core
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
        span=_stretch(tokens, phrase.first, phrase.last),
        digits=_stretch(tokens, core.first, core.last),
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


def _stretch(tokens: Sequence[Token], first: int, last: int) -> Span:
    span = tokens[first].span
    return span if first == last else span.join(tokens[last].span)


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
