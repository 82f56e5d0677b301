"""What a number counts by what is told around it: help that goes on, what the sentences before speak of, what a dash
equals it with."""

from __future__ import annotations

from qatynas.claims.clauses import tokens_after
from qatynas.claims.context import At
from qatynas.claims.figures_choice import GIVEN_IN_NEED, LABELLED, Choice
from qatynas.claims.figures_lean import SMALL
from qatynas.claims.figures_said import Found, Said
from qatynas.claims.figures_words import STRONG, goods, indicators, marks, noun
from qatynas.language.mentions import Case, NameType, Sentence
from qatynas.model import HEADLINES, Span

_BACK = 3  # sentences back over which help goes on
_TOPIC_BACK = 2  # sentences back that still tell whom a number counts
_AID = {"money": "aid.value", "t": "aid.mass"}
_TRAVELLING = ("tourism.visitors", "transport.passengers")
_DASHES = "–—-"
_FLOWS = ("trade.export", "trade.import")


def help_goes_on(said: Said) -> Choice | None:
    """«… тасқыннан кейін 44 вагон жіберді. Кеше тағы 16 миллион сом жетті»: what goes with help is help."""
    last = said.memory.last(said, reach=_BACK)
    if said.unit_kind == "percent" and last is not None and last.sentence == said.at.index and _was_given(last):
        return Choice(indicators()[last.indicator], "a part of what was given", last.number.span, last)
    if said.unit_kind not in _AID or _of_trade(said):
        return None
    given = last is not None and last.paragraph == said.at.sentence.paragraph and _was_given(last)
    worth = said.has("value") and last is not None and last.sentence >= said.at.index - 1
    moved = any(said.has(key, said.ahead) for key in ("sent", "given", "goes", "came_in", "receive"))
    works = said.has("work_for") or said.has("spent", said.ahead) or not given
    building = said.unit_kind == "money" and works and said.has("building", said.at.sentence.span)
    if building or not (moved or worth or (given and said.has("carry", said.reach))):
        return None
    if given or (moved and _after_disaster(said)):
        return Choice(indicators()[_AID[said.unit_kind]], GIVEN_IN_NEED, None)
    return None


def _of_trade(said: Said) -> bool:
    """Whether the number's own words speak of trade, of investment or of a loan."""
    spoken = [m.indicator.code for m in said.marks.indicators if m.strength == STRONG and said.reach.covers(m.span)]
    return any(code.startswith(("trade.", "investment.", "projects.")) for code in spoken) or said.has("loan")


def _was_given(found: Found) -> bool:
    return found.indicator.startswith("aid.") or any(
        field == "indicator" and rule == GIVEN_IN_NEED for field, rule, _ in found.why
    )


def _after_disaster(said: Said) -> bool:
    """Whether goods or money are sent where the sentences before, or the headline, tell of a disaster."""
    if said.unit_kind == "t" and not goods(said.tokens(said.reach)):
        return False
    near = [at for at in said.at.before(_TOPIC_BACK) if said.at.same_paragraph(at)]
    first = said.at.index - len(near) - 1
    head = At(said.at.reading, first) if first >= 0 else None
    if head is not None and head.sentence.block in HEADLINES:
        near.append(head)
    return any(marks(at.sentence).has("disaster") for at in near)


def equalled(said: Said) -> Choice | None:
    """«алыс-берістің үштен екісі – импортымыз»: a share that a dash equals with exports or imports."""
    after = [t for t in tokens_after(said.at.sentence, said.number.span.end) if said.piece.covers(t.span)]
    dash = next((i for i, t in enumerate(after[:3]) if t.kind == "mark" and t.text in _DASHES), None)
    if said.unit_kind not in ("percent", "bare") or dash is None or dash + 1 >= len(after):
        return None
    behind = Span(after[dash].span.end, said.piece.end)
    found = [m for m in said.marks.indicators if m.strength == STRONG and behind.covers(m.span)]
    named = [m for m in found if m.indicator.code in _FLOWS]
    return Choice(named[0].indicator, "named beside it", named[0].span) if named else None


def on_grants(said: Said) -> Choice | None:
    """«Мұнда 85 қырғыз жасы оқиды, бестен бірі грантта»: a part of those who learn, told by where they are."""
    last = said.memory.last(said, "education.students", reach=1)
    if said.unit_kind not in ("percent", "bare") or last is None or last.sentence < said.at.index - 1:
        return None
    own = [t for t in said.tokens(Span(said.number.span.end, said.piece.end)) if t.kind == "word"]
    there = bool(own) and own[-1].case is Case.LOC and noun("granted", own[-1].lemmas)
    return Choice(indicators()[last.indicator], "a part of those who learn", last.number.span, last) if there else None


def topic_before(said: Said) -> Choice | None:
    """«Туристік портал есеп берді. Былтыр 1,6 миллион қазақстандық тіркелген»: whom that names."""
    if said.unit_kind != "person" or said.number.quantity.value < SMALL or said.has("live", said.reach):
        return None
    whole = Span(said.at.sentence.span.start, said.number.span.start)
    colon = said.at.reading.text.rfind(":", whole.start, whole.end)
    if colon >= 0 and (code := _people_told(said.at.sentence, Span(whole.start, colon))):
        return Choice(indicators()[code], LABELLED, None)
    last = said.memory.last(said, reach=1)
    going_on = last is not None and last.paragraph == said.at.sentence.paragraph and last.measure == "level"
    placed = said.at.names_in(said.reach, NameType.PLACE)
    if last is not None and going_on and last.indicator in _TRAVELLING and not placed:
        return Choice(indicators()[last.indicator], "as those told before", last.number.span)
    for at in said.at.before(_TOPIC_BACK):
        if not said.at.same_paragraph(at):
            return None
        if code := _people_told(at.sentence, at.sentence.span):
            return Choice(indicators()[code], "named in the sentence before", None)
    return None


def _people_told(sentence: Sentence, span: Span) -> str:
    """The one indicator of people that words in span name, "" where none or several are named."""
    found = {m.indicator.code for m in marks(sentence).indicators if span.covers(m.span) and m.strength != "weak"}
    people = {code for code in found if indicators()[code].unit == "person"}
    return people.pop() if len(people) == 1 else ""
