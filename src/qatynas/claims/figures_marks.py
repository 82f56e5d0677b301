"""Which words for an indicator near a number can name what it counts."""

from __future__ import annotations

from qatynas.claims.clauses import tokens_before
from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_lean import SMALL
from qatynas.claims.figures_measure import of_percent
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_units import parted
from qatynas.claims.figures_verbs import is_finite, verb_of
from qatynas.claims.figures_words import STRONG, WEAK, Indicator, Mark, begins, marks, noun
from qatynas.language.mentions import Case
from qatynas.model import Span

_PURSE = 100_000  # a sum below it is no trade of two states
_TRADE = frozenset(("trade.turnover", "trade.export", "trade.import"))
_SELDOM = frozenset(("water.storage", "energy.price", "aid.mass", "investment.stock"))  # never told without their unit


def fits(indicator: Indicator, said: Said) -> bool:
    """Whether the indicator can be told in the number's unit; a bare number is left to the context."""
    kind = said.unit_kind
    if kind == "bare":
        return "rank" not in indicator.units
    if "rank" in indicator.units:
        return kind == "rank"
    return indicator.told_in(kind)


def marked(said: Said, strength: str) -> list[Mark]:
    """Marks of one strength that fit the number's unit, without those inside a longer one that fits."""
    fitting = [m for m in said.marks.indicators if fits(m.indicator, said)]

    def within_another(mark: Mark) -> bool:
        wider = (o for o in fitting if o.span != mark.span and o.indicator is not mark.indicator)
        return any(other.span.covers(mark.span) for other in wider)

    return [m for m in fitting if m.strength == strength and not within_another(m)]


def usable(mark: Mark, said: Said) -> bool:
    """Water words name shares and areas only; a bare number takes a countable from nobody else."""
    code, kind = mark.indicator.code, said.unit_kind
    if kind == "bare" and mark.strength == STRONG and mark.indicator.unit == "person" and _of_people(said):
        return True
    if (
        said.number.case is Case.ABL
        and said.marks.spans("reaches", mark.span)
        and mark.span.start > said.number.span.start
    ):
        return False  # «71 миллионнан әрең асқан»: what is passed is the number, not a border
    if kind == "bare" and (code in _SELDOM or not set(mark.indicator.units) & {"money", "m3", "t", "kWh"}):
        return False
    if kind == "money" and code in _TRADE and said.number.quantity.value < _PURSE:
        return False  # «кіріс қоңыраудың минуты 20 теңге»
    if code == "energy.price" and not _of_power(said, mark):
        return False  # «роуминг тарифі»
    if kind in ("percent", "times") and code == "transport.passengers" and _of_wares(said):
        return False  # «шекарадан өткен тауардың бестен бірі»
    if code == "tourism.visitors" and mark.strength == WEAK and said.has("sent", said.ahead):
        return False  # «Ыстықкөлге 18 құтқарушы жіберді»
    if kind == "m3" and code in _TRADE:
        return said.has("gas", said.at.sentence.span)
    if kind == "percent" and mark.strength == WEAK and code.startswith("investment."):
        return False
    if code.startswith("water.") and not said.has("water_only", said.at.sentence.span):
        return False
    if code in ("water.share", "water.volume") and kind == "percent":
        watered = said.has("water_words", Span(said.piece.start, said.reach.end))
        return watered and (code == "water.volume") is (of_percent(said) == "growth")
    if code == "water.share":
        return False
    if kind in ("percent", "times") and code in (
        "energy.capacity",
        "water.storage",
        "water.volume",
        "water.flow",
        "water.irrigated_area",
    ):
        return code == "water.irrigated_area" and mark.strength == STRONG and len(mark.span) > 8
    return not (kind == "bare" and said.number.quantity.value < SMALL)


def _of_people(said: Said) -> bool:
    """«соның 1 120-сы тарихи отанына қоныс аударды»: a part of the people told of before."""
    last = said.memory.last(said, reach=1)
    return last is not None and last.quantity.unit == "person" and parted(said.number, said.at.sentence)


def _of_power(said: Said, mark: Mark) -> bool:
    """Whether a tariff is one of current or water: what it is for is named beside it or in the sentence before."""
    if not begins("tariffs", said.words(mark.span).lower()):
        return True
    told = [marks(at.sentence) for at in (said.at, *said.at.before(1))]
    return any(
        m.indicator.code.startswith(("energy.", "water.")) and m.span != mark.span for t in told for m in t.indicators
    )


def _of_wares(said: Said) -> bool:
    """«тауардың бестен бірі», «жүктің жартысы»: a share of goods."""
    owner = tokens_before(said.at.sentence, said.number.span.start)[-3:]
    return any(t.case is Case.GEN and noun("wares", t.lemmas) for t in owner)


def nearest(said: Said, span: Span, strength: str) -> Choice | None:
    """The mark in span that is nearest to the number; those of a neighbour's own words do not count."""
    found = [m for m in marked(said, strength) if span.covers(m.span) and usable(m, said) and not _others(said, m)]
    if not found:
        return None
    number = said.number.span

    def distance(mark: Mark) -> tuple[int, int]:
        gap = number.start - mark.span.end if mark.span.end <= number.start else mark.span.start - number.end
        return (max(gap, 0), -len(mark.span))

    best = min(found, key=distance)
    return Choice(best.indicator, "named beside it", best.span)


def _others(said: Said, mark: Mark) -> bool:
    """Whether the mark stands beyond another number, in that one's words."""
    low, high = sorted((said.number.span.start, mark.span.start))
    verbal = any(is_finite(t) or verb_of(t) is not None for t in said.tokens(mark.span))
    if verbal and mark.span.start > said.number.span.start and _all_alike(said, low, high):
        return False
    return any(low < n.span.start < high for n in said.siblings) and not said.piece.covers(mark.span)


def _all_alike(said: Said, low: int, high: int) -> bool:
    """«12 мың тонна ет, 5 мың тонна сүт сатылды»: whether the numbers between share the unit, and so the verb."""
    between = [n for n in said.siblings if low < n.span.start < high]
    return all(n.quantity.unit == said.number.quantity.unit for n in between)
