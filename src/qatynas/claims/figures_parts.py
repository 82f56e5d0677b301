"""What a number counts as a part of what was told before, or of something else that stands right before it."""

from __future__ import annotations

from qatynas.claims.clauses import tokens_before
from qatynas.claims.figures_choice import OTHER_THINGS, PART_OF_THOSE, Choice
from qatynas.claims.figures_lean import OTHER, of_one_size
from qatynas.claims.figures_measure import signed
from qatynas.claims.figures_people import is_person, is_person_alone
from qatynas.claims.figures_said import Found, Said
from qatynas.claims.figures_verbs import verb_of
from qatynas.claims.figures_words import begins, goods, indicators, noun
from qatynas.language.mentions import Case
from qatynas.model import Span


def beside_in_brackets(said: Said) -> Choice | None:
    """«экспорт 1,18 миллиардқа түсті (минус 90 млн)»: by how much what stands before the bracket has moved."""
    last = said.memory.last(said, reach=0)
    if not said.bracketed or not signed(said) or last is None or last.measure != "level":
        return None
    return leaning_on(last, "how much the number before the bracket has moved")


def put_right(said: Said) -> Choice | None:
    """«… былтырғы экспорт 90 миллион деп жазыппыз. Дұрысы – 94 миллион»: what the number put right counted."""
    if said.unit_kind not in ("money", "bare", "count", "person", "t") or not said.has("the_right_one", said.left):
        return None
    last = said.memory.last(said, reach=2)
    same = last is not None and (said.unit_kind == "bare" or last.quantity.unit == said.number.quantity.unit)
    for told in reversed(said.memory.figures):
        if last is None or not same or told.sentence < said.at.index - 2:
            return None
        if told.measure == "level" and of_one_size(said, told):
            return leaning_on(told, "the number put right")
    return None


def of_those_people(said: Said) -> Choice | None:
    """«Осы адамдардың бестен екісі …»: a part of the people told of before, called again."""
    before = tokens_before(said.at.sentence, said.number.span.start)[-2:]
    if said.unit_kind not in ("percent", "bare") or len(before) < len("XY") or before[1].case is not Case.GEN:
        return None
    last = said.memory.last(said, reach=1)
    if last is None or not noun("pointers", (before[0].lower,)):
        return None
    again = is_person(before[1]) and last.quantity.unit == "person"
    moved = noun("flows_told", before[1].lemmas) and last.measure == "level"  # «Бұл ағынның төрттен үші»
    return leaning_on(last, PART_OF_THOSE) if again or moved else None


def part_of_what_is_told_again(said: Said) -> Choice | None:
    """«Осы 97 миллионның үштен екісі банктерге кетті»: a part of the sum that stands right before it."""
    last = said.memory.last(said, reach=2)
    if said.unit_kind != "percent" or last is None or last.measure != "level":
        return None
    for other in said.siblings:
        near = 0 <= said.number.span.start - other.span.end <= 1
        before = tokens_before(said.at.sentence, other.span.start)[-1:]
        pointed = bool(before) and noun("pointers", (before[0].lower,))
        if near and pointed and other.case is Case.GEN and other.quantity.value == last.quantity.value:
            return leaning_on(last, PART_OF_THOSE)
    return None


def part_of_those(said: Said) -> Choice | None:
    """«… 14 мың гектар, соның үштен екісі Таластың суына тәуелді»: a part of what was counted just before."""
    before = tokens_before(said.at.sentence, said.number.span.start)[-1:]
    if said.unit_kind != "percent" or not before or not noun("part_of", (before[0].lower,)):
        return None
    last = said.memory.last(said, reach=1)
    if last is None or last.indicator.startswith("trade."):
        return None
    return leaning_on(last, PART_OF_THOSE)


def rest_of_cost(said: Said) -> Choice | None:
    """«12 миллионын Қазақстан төлейді, қалған 20 миллионын банк несиеге береді»: the rest of what a work costs."""
    last = said.memory.last(said, reach=1)
    if said.unit_kind not in ("money", "bare") or not said.has("rest", said.piece) or last is None:
        return None
    return leaning_on(last, "the rest of the cost") if last.indicator == "project.cost" else None


def of_other_things(said: Said) -> Choice | None:
    """«Вагондардың төрттен үші бос қайтты», «жұмыстың бестен төрті бітті»: a share of what stands right before it and
    is neither people, goods nor what an indicator counts."""
    before = tokens_before(said.at.sentence, said.number.span.start)[-1:]
    if said.unit_kind != "percent" or not before or not owned(said):
        return None
    token = before[0]
    marks = [m for m in said.marks.indicators if m.span.covers(token.span)]
    carried = noun("carriages", token.lemmas) and not token.plural and not said.has("bears", said.ahead)
    carried = carried or (token.plural and noun("carriages", token.lemmas) and not noun("firms_counted", token.lemmas))
    if marks and not carried:
        return None
    if noun("measured", token.lemmas) or said.marks.has("supply", token.span) or verb_of(token) is not None:
        return None  # «бекеттен өткендердің жетпіс пайызы»
    counts = is_person(token) or noun("folk", token.lemmas) or is_person_alone(token)
    if counts or (goods(before) and not carried) or noun("wares", token.lemmas) or said.has("growth_noun", token.span):
        return None
    if said.marks.has("share", Span(token.span.start, token.span.end)) or noun("money_words", token.lemmas):
        return None
    return Choice(OTHER, OTHER_THINGS, token.span)


def owned(said: Said) -> bool:
    """«Жұмыстың бестен төрті бітті»: a share of something else than the figure before."""
    before = tokens_before(said.at.sentence, said.number.span.start)[-1:]
    if not before or before[0].case is not Case.GEN or before[0].kind != "word":
        return False
    named = any(n.span.covers(before[0].span) for n in said.at.sentence.names)
    leans = noun("part_of", (before[0].lower,)) or begins("amounts", before[0].lower)
    return not named and not leans and not said.has("carry", before[0].span)


def leaning_on(found: Found, rule: str) -> Choice:
    return Choice(indicators().get(found.indicator, OTHER), rule, found.number.span, found)
