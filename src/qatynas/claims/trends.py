"""Directions without a number («кеми түсті», «айдан-айға көбейіп барады») become trend claims."""

from __future__ import annotations

from collections.abc import Iterator

from qatynas.claims.context import At
from qatynas.claims.interviews import goes_on
from qatynas.claims.predicates import Mood, amounts, is_joint, is_near, mood, opens_joint, own_pair, reach, whole
from qatynas.claims.predicates_lexicon import Lexicon, Sign
from qatynas.data import Strict, load
from qatynas.language.mentions import DateRole
from qatynas.model import BlockKind, Claim, Span, Trend


class Table(Strict, frozen=True):
    """data/trends.toml."""

    directions: dict[str, tuple[str, ...]]
    goals: dict[str, tuple[str, ...]]
    indicators: dict[str, tuple[str, ...]]
    counted: dict[str, tuple[str, ...]]
    carrying: dict[str, tuple[str, ...]]


TABLE = load("trends", Table)
DIRECTIONS = Lexicon(TABLE.directions)
GOALS = Lexicon(TABLE.goals)
INDICATORS = Lexicon(TABLE.indicators)
COUNTED = Lexicon(TABLE.counted)
CARRYING = Lexicon(TABLE.carrying)

_OPENING = 8
"""Sentences by which a text says whom it is about."""
_YEAR = "2025"
_BACK = 2
"""Sentences over which «бұл көрсеткіш» looks for what it stands for."""


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence."""
    if at.sentence.block is BlockKind.TITLE or not own_pair(at):
        return
    yield from _of_goals(at)
    for sign in DIRECTIONS.of(at):
        how = mood(at, sign)
        place = reach(at, sign)
        if _is_of_talk(at, sign) or not _is_told(sign, how) or _is_hoped(at, sign):
            continue
        if _has_number(at, place.join(whole(at, sign)), sign) or _is_of_a_figure(at, sign):
            continue
        found = _indicator(at, place)
        if found is None:
            continue
        code, support, rule = found
        yield _claim(at, whole(at, sign), code, sign.code, support, rule, ahead=_is_ahead(at, sign, how))
        return


_MOVED = ("атын", "етін", "йтын", "йтін")
_HOPED = ("уәде", "үміт", "сенім", "міндеттен")
"""Words behind a direction that make it promised or hoped for."""
_MATTERS = ("тақыры", "мәселе", "сұра", "жайт")


def _is_of_talk(at: At, sign: Sign) -> bool:
    """«… тақырыбы көтеріледі»: a matter comes up, nothing rises."""
    return sign.first > 0 and at.sentence.tokens[sign.first - 1].lower.startswith(_MATTERS)


def _is_hoped(at: At, sign: Sign) -> bool:
    """«… ұстайтынын уәде етті», «… жанданады деп үміттенемін»: a promise or a hope."""
    behind = at.sentence.tokens[sign.last + 1 : sign.last + 5]
    return any(token.lower.startswith(_HOPED) for token in behind)


def _claim(
    at: At,
    span: Span,
    code: str,
    direction: str,
    support: tuple[tuple[Span, str], ...],
    rule: str,
    *,
    ahead: bool = False,
) -> Trend:
    every = any(d.role is DateRole.EVERY for d in at.dates_in(span))
    date = next((d for d in at.dates_in(span) if d.edtf and d.role is not DateRole.EVERY), None)
    return at.make(
        Trend,
        span,
        parties=own_pair(at),
        support=support,
        why=(("indicator", rule, ""), ("direction", "verb of direction", direction)),
        status="planned" if ahead else "recurring" if every else "done",
        indicator=code,
        direction=direction,
        period=date.edtf if date else _since(at, span),
    )


def _since(at: At, span: Span) -> str | None:
    """«Содан бері …»: from the year named last before to the document's own."""
    if at.day is None or not any(sign.code == "since" for sign in CARRYING.within(at, span)):
        return None
    for other in (at, *at.before(_BACK)):
        dates = [d.edtf for d in other.sentence.dates if d.edtf and d.span.end <= span.start]
        if dates:
            return f"{dates[-1].rpartition('/')[2][: len(_YEAR)]}/{at.day[: len(_YEAR)]}"
    return None


def _is_told(sign: Sign, how: Mood) -> bool:
    """Only what happens or happened: neither hoped for nor denied («өзгерген жоқ» is a list entry of its own)."""
    if sign.code == "steady":
        return not how.supposed
    if not how.stands or how.possible or how.needed or how.planned:
        return False
    if sign.form == "intention" or (how.expected and sign.form in ("present", "converb")):
        return True
    if how.ahead:
        return False
    return not sign.form or how.tense in ("past", "present", "progressive") or _opens_result(sign, how)


def _opens_result(sign: Sign, how: Mood) -> bool:
    """«… көбейіп, …» before a comma is told as a fact too; «көбеюіне», «көбейсе» are not."""
    return sign.form == "converb" and not how.expected


def _is_ahead(at: At, sign: Sign, how: Mood) -> bool:
    """«… өспек», «… көбейеді деп күтілуде», «келер жылы көбейеді»: a direction that is foreseen."""
    if sign.form == "intention" or how.expected:
        return True
    if sign.form != "present" or at.day is None:
        return False
    dates = [d.edtf for d in at.dates_in(whole(at, sign)) if d.edtf and d.role is not DateRole.EVERY]
    return any(date.rpartition("/")[2][: len(_YEAR)] >= at.day[: len(_YEAR)] for date in dates)


def _has_number(at: At, place: Span, sign: Sign) -> bool:
    """A number beside those of the words of direction themselves («бір орында тұр»)."""
    return any(not sign.span.covers(n.span) for n in amounts(at, place))


def _is_of_a_figure(at: At, sign: Sign) -> bool:
    """«… көбейіп, 90 мың тоннадан асты»: the number that follows says it better."""
    colon = at.sentence.text.find(":", sign.span.end - at.sentence.span.start)
    end = at.sentence.span.start + colon if colon >= 0 else at.sentence.span.end
    return any(n.quantity.unit != "" and sign.span.end < n.span.start < end for n in amounts(at, at.sentence.span))


def _indicator(at: At, place: Span) -> tuple[str, tuple[tuple[Span, str], ...], str] | None:
    """What moves: named in the clause, or carried by «бұл көрсеткіш» from a sentence before."""
    named = INDICATORS.within(at, place)
    if named and _is_of_relationship(at, place):
        return _last_longest(named).code, (), "named in the clause"
    counted = COUNTED.within(at, place)
    if counted and counted[0].first > 1 and is_joint(at, place):
        return "other", (), "what is counted of both"
    if not CARRYING.within(at, place):
        return None
    earlier = INDICATORS.within(at, Span(at.sentence.span.start, place.start))
    if earlier:
        sign = earlier[-1]
        return sign.code, ((sign.span, "indicator"),), "carried from the clause before"
    for other in at.before(_BACK):
        found = INDICATORS.of(other)
        if found:
            sign = _last_longest(found)
            return sign.code, ((sign.span, "indicator"),), "carried from a sentence before"
    return None


def _last_longest(signs: tuple[Sign, ...]) -> Sign:
    """The first of the longest; «жеткізілетін» only where no noun behind it says what moves."""
    outer = [s for s in signs if not any(o.span != s.span and o.span.covers(s.span) for o in signs)]
    return next((s for s in outer if not s.pattern.endswith(_MOVED)), outer[0])


def _is_of_relationship(at: At, place: Span) -> bool:
    """Both sides are spoken of, here or just before; in a text about both also where nobody else is named."""
    if is_near(at):
        return True
    if goes_on(at.reading, at.sentence):
        return True
    return not any(name.country for name in at.sentence.names) and opens_joint(at, _OPENING)


def _of_goals(at: At) -> Iterator[Claim]:
    """«Сол міндет біртіндеп шешіліп жатыр», the goal being to raise something named before."""
    signs = GOALS.of(at)
    goal = next((s for s in signs if s.code == "goal"), None)
    met = next((s for s in signs if s.code == "met"), None)
    if not goal or not met or not mood(at, met).stands or mood(at, met).ahead:
        return
    for other in at.before(_BACK):
        aims = [s for s in GOALS.of(other) if s.code in ("raising", "lowering")]
        named = INDICATORS.of(other)
        if aims and named:
            direction = "up" if aims[0].code == "raising" else "down"
            support = ((named[0].span, "indicator"), (aims[0].span, "direction"))
            yield _claim(at, at.sentence.span, _last_longest(named).code, direction, support, "the goal named before")
            return
