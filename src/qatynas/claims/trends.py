"""Directions without a number («кеми түсті», «айдан-айға көбейіп барады») become trend claims."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qatynas.claims.carry import fates
from qatynas.claims.context import At
from qatynas.claims.goods_words import GOODS
from qatynas.claims.interviews import goes_on
from qatynas.claims.predicates import Mood, amounts, is_joint, is_near, mood, opens_joint, own_pair, reach, whole
from qatynas.claims.predicates_lexicon import Lexicon, Sign, verb_tense
from qatynas.claims.trends_moving import Moving, moved
from qatynas.data import Strict, load
from qatynas.language.mentions import Case, DateRole, NameType
from qatynas.model import BlockKind, Claim, Span, Trend


class Table(Strict, frozen=True):
    """data/trends.toml."""

    directions: dict[str, tuple[str, ...]]
    goals: dict[str, tuple[str, ...]]
    indicators: dict[str, tuple[str, ...]]
    counted: dict[str, tuple[str, ...]]
    carrying: dict[str, tuple[str, ...]]
    months: tuple[str, ...]
    again: frozenset[str]
    quantity: tuple[str, ...]
    young: frozenset[str]
    going: tuple[str, ...]
    migrants: tuple[str, ...]
    ties: tuple[str, ...]
    moving: Moving


TABLE = load("trends", Table)
DIRECTIONS = Lexicon(TABLE.directions)
GOALS = Lexicon(TABLE.goals)
INDICATORS = Lexicon(TABLE.indicators)
COUNTED = Lexicon(TABLE.counted)
CARRYING = Lexicon(TABLE.carrying)

_OPENING = 8
"""Sentences by which a text says whom it is about."""
_MANY = 60
"""Years that may be told so."""
_YEAR = "2025"
_MONTH = "2025-08"
_OPENING_WORDS = 3
"""Words of a clause among which what is counted stands as its subject."""
_OURS = ("ымыз", "іміз")
_POINTING = ("оның", "олардың", "бұлардың", "соның", "бұл", "осы", "сол", "яғни", "ал", "дегенмен", "бірақ", "енді")
_BACK = 2
"""Sentences over which «бұл көрсеткіш» looks for what it stands for."""


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence."""
    if at.sentence.block is BlockKind.TITLE or not own_pair(at):
        return
    yield from _of_goals(at)
    told: dict[tuple[str, str], None] = {}
    begin = at.sentence.span.start
    for sign in DIRECTIONS.of(at):
        how = mood(at, sign)
        place = reach(at, sign)
        place = Span(max(begin, place.start), place.end) if begin < sign.span.start else place
        if _is_of_talk(at, sign) or not _is_told(at, sign, how) or _is_hoped(at, sign) or _is_a_rank(at, sign):
            continue
        if sign.form == "present" and _is_conditional(at, sign):
            continue
        if _has_number(at, place.join(whole(at, sign)), sign) or _is_of_a_figure(at, sign):
            continue
        found = indicator_of(at, place, weak=sign.pattern in _WEAK)
        if found and told and found[2] == "carried from a sentence before":
            continue
        if found is None and told and _names_nothing(at, place, sign):
            found = next(reversed(told))[0], (), "carried from the clause before"
        if found is None and sign.pattern not in _WEAK and (thing := _moves_on(at, place, sign)):
            found = thing, (), "what goes on moving"
        if found is None:
            continue
        code, support, rule = found
        if any(code == other for other, _ in told) and (code, sign.code) in told:
            continue
        if told and rule == "named in the clause" and any(code == other for other, _ in told):
            continue
        told[code, sign.code] = None
        begin = sign.span.end
        yield _claim(
            at,
            place.join(whole(at, sign)) if len(told) == 1 else place,
            code,
            sign.code,
            support,
            rule,
            ahead=_is_ahead(at, sign, how),
        )


def _names_nothing(at: At, place: Span, sign: Sign) -> bool:
    """«… саябырсып, қыркүйекте қайта жанданды»: a clause of a time and a verb goes on with what was told to move."""
    dated = [date.span for date in at.sentence.dates]
    words = [t for t in at.tokens_in(Span(place.start, sign.span.start)) if t.kind == "word"]
    return bool(words) and all(
        any(span.covers(t.span) for span in dated) or t.lower in TABLE.again or t.case is Case.LOC for t in words
    )


def _moves_on(at: At, place: Span, sign: Sign) -> str | None:
    """«… барыс-келіс жиілеп барады», «… ошақтары жылдан-жылға азаяды»: what goes on moving, whatever it is."""
    behind = [t.lower for t in at.sentence.tokens[sign.last + 1 : sign.last + 3]]
    going = sign.form == "converb" and any(word.startswith(TABLE.going) for word in behind)
    gradual = bool(_GRADUAL.search(place.of(at.reading.text).lower()))
    words = [t for t in at.tokens_in(Span(place.start, sign.span.start)) if t.kind == "word"]
    if (
        not (going or gradual)
        or not words
        or words[0].lower in (*_POINTING, "ол", "олар")
        or not _is_of_relationship(at, place)
    ):
        return None
    if any(t.lower.startswith(TABLE.ties) for t in words):
        return None  # «достық нығайып келеді»: a wish or a judgement
    if any(t.lower.startswith(TABLE.migrants) for t in words):
        return "migration.persons"
    goods = [hit for hit in GOODS.find(at.sentence.tokens) if place.covers(hit.span) and not _is_a_herd(hit.key)]
    return "trade.import" if goods else "other"


def _is_a_herd(key: str) -> bool:
    """Animals, which are stolen and moved besides being sold."""
    return key.partition("\t")[2].startswith("01")


_TIMES = "(?:жыл|ай|күн|апта)"
_GRADUAL = re.compile(
    rf"{_TIMES}(?:дан|нан|нен)-{_TIMES}(?:ға|ге)|{_TIMES}\s+(?:\w+[ғк]ен\s+|\w+[ғқ]ан\s+)?са(?:йын|нап)|бірт(?:індеп|е-бірте)"
)
"""«Жылдан-жылға», «күн санап», «жыл өткен сайын», «біртіндеп»."""
_MOVED = ("атын", "етін", "йтын", "йтін")
_HOPED = ("уәде", "үміт", "сенім", "міндеттен")
"""Words behind a direction that make it promised or hoped for."""
_RANKS = frozenset({"орын", "саты", "қатар", "тұғыр"})
_WEAK = (
    "ағыл-",
    "ағылып",
    "тасы-",
    "серпін ал-",
    "бос қайт-",
    "бос тұр-",
    "кел-",
    "түс-",
    "көтеріл-",
    "шек-",
    "артыл-",
    "бос қал-",
    "тозы-",
)
"""Verbs that tell a direction only of what has an indicator's name: «көзге көрпе түсті»."""
_DEMAND = "сұраныс"
_MATTERS = ("тақыры", "мәселе", "сұра", "жайт")


def _is_of_talk(at: At, sign: Sign) -> bool:
    """«… тақырыбы көтеріледі»: a matter comes up, nothing rises."""
    before = at.sentence.tokens[sign.first - 1].lower if sign.first else ""
    return before.startswith(_MATTERS) and not before.startswith(_DEMAND)


def _is_a_rank(at: At, sign: Sign) -> bool:
    """«… он бірінші орынға көтерілді»: a rank, no direction."""
    before = at.sentence.tokens[sign.first - 1] if sign.first else None
    return before is not None and before.case is Case.DAT and bool(before.lemmas & _RANKS)


def _is_conditional(at: At, sign: Sign) -> bool:
    """«жол ашылса, туризм өркендейді»: what would be."""
    before = at.sentence.tokens[: sign.first]
    return any(
        token.text == "," and verb_tense(before[i - 1].lower) == "condition" for i, token in enumerate(before) if i
    )


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
    return at.make(
        Trend,
        span,
        parties=own_pair(at),
        support=support,
        why=(("indicator", rule, ""), ("direction", "verb of direction", direction)),
        status="planned" if ahead else "recurring" if every else "done",
        indicator=code,
        direction=direction,
        period=period_of(at, span),
    )


def period_of(at: At, span: Span) -> str | None:
    """The first date of span, else the time since when things move."""
    dates = [d for d in at.dates_in(span) if d.edtf and d.role is not DateRole.EVERY and not d.edtf.endswith("/..")]
    return dates[0].edtf if dates else _since(at, span)


def _since(at: At, span: Span) -> str | None:
    """«Содан бері …»: from the year named last before to the document's own; «маусымнан бері» from that month on."""
    if at.day is None:
        return None
    if month := _since_month(at, span, at.day):
        return month
    if years := _for_years(at, span, at.day):
        return years
    if not any(sign.code == "since" for sign in CARRYING.within(at, span)):
        return None
    for other in (at, *at.before(_BACK)):
        dates = [d.edtf for d in other.sentence.dates if d.edtf and d.span.end <= span.start]
        if dates:
            return f"{dates[-1].rpartition('/')[2][: len(_YEAR)]}/{at.day[: len(_YEAR)]}"
    return None


def _for_years(at: At, span: Span, day: str) -> str | None:
    """«Екі жылдан бері»: from so many years before the document's own."""
    tokens = at.tokens_in(span)
    for index, token in enumerate(tokens[2:], 2):
        if token.lower == "бері" and tokens[index - 1].lower == "жылдан":
            counts = [n for n in at.sentence.numbers if n.span.start <= tokens[index - 2].span.start < n.span.end]
            if counts and 0 < counts[0].quantity.value < _MANY:
                year = int(day[: len(_YEAR)])
                return f"{year - int(counts[0].quantity.value)}/{year}"
    return None


def _since_month(at: At, span: Span, day: str) -> str | None:
    """«Маусымнан бері», «жаңа жылдан бері», told on a day: from the month that was last, to the day's own month."""
    tokens = at.tokens_in(span)
    if len(day) < len(_MONTH):
        return None
    for index, token in enumerate(tokens[1:], 1):
        if token.lower != "бері" or tokens[index - 1].case is not Case.ABL:
            continue
        words = tokens[index - 1].lemmas
        month = next((place for place, name in enumerate(TABLE.months, 1) if name in words), None)
        if "жыл" in words and index > 1 and tokens[index - 2].lower == "жаңа":
            month = 1
        if month is not None:
            year = int(day[: len(_YEAR)]) - (month > int(day[len(_YEAR) + 1 : len(_MONTH)]))
            return f"{year}-{month:02}/{day[: len(_MONTH)]}"
    return None


def _is_told(at: At, sign: Sign, how: Mood) -> bool:
    """Only what happens or happened: neither hoped for nor denied («өзгерген жоқ» is a list entry of its own)."""
    if sign.code == "steady":
        return not how.supposed
    if not how.stands or how.possible or how.needed or how.planned:
        return False
    if sign.form == "intention" or (how.expected and sign.form in ("present", "converb")):
        return True
    if how.ahead:
        return False
    if sign.form == "converb" and how.tense == "" and _is_under_way(at, sign):
        return True
    return not sign.form or how.tense in ("past", "present", "progressive") or _opens_result(sign, how)


def _is_under_way(at: At, sign: Sign) -> bool:
    """«… азайып келе жатқанын айтты»."""
    behind = at.sentence.tokens[sign.last + 1 : sign.last + 3]
    return len(behind) == 2 and behind[0].lower in ("келе", "бара") and behind[1].lower.startswith("жатқан")


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


def indicator_of(at: At, place: Span, *, weak: bool = False) -> tuple[str, tuple[tuple[Span, str], ...], str] | None:
    """What moves: named in the clause, or carried by «бұл көрсеткіш» from a sentence before."""
    named = INDICATORS.within(at, place)
    named = _heads(at, named)
    if named and _is_of_relationship(at, place):
        sign = _last_longest(named)
        young = sign.pattern.endswith(_MOVED) and bool(_behind(at, sign) & TABLE.young)
        return "education.students" if young else sign.code, (), "named in the clause"
    if not weak and (way := moved(at, place, TABLE.moving)) and _is_of_relationship(at, place):
        return way[0], (), way[1]
    counted = COUNTED.within(at, place)
    if counted and counted[0].first > 1 and is_joint(at, place):
        return "other", (), "what is counted of both"
    if figure := _of_the_figure(at, place):
        return figure
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


def _of_the_figure(at: At, place: Span) -> tuple[str, tuple[tuple[Span, str], ...], str] | None:
    """«… алпыс мың азаматымыз еңбек етеді, саны азайып барады», «қатарымыз сиреп барады»: what was just counted."""
    words = [token for token in at.tokens_in(place) if token.kind == "word"]
    measured = next((t for t in words[:_OPENING_WORDS] if t.lower.startswith(TABLE.quantity)), None)
    if measured is None or (not measured.possessive and not measured.lower.endswith(_OURS)):
        return None
    owner = words[words.index(measured) - 1] if words.index(measured) else None
    if owner is not None and (owner.case is Case.GEN or not (owner.lower in TABLE.again or owner.lower in _POINTING)):
        return None
    for index in (at.index, at.index - 1):
        found = [f for fate in fates(at.reading)[index] for f in fate.found] if index >= 0 else []
        found = [f for f in found if f.measure == "level" and f.span.end <= place.start and f.indicator != "other"]
        if found:
            return found[-1].indicator, ((found[-1].span, "indicator"),), "carried from the figure before"
    return None


def _heads(at: At, named: tuple[Sign, ...]) -> tuple[Sign, ...]:
    """«саудадағы … басымдығы», where «сальдо» is named too: an attribute moves nothing itself."""
    bare = [s for s in INDICATORS.of(at) if not at.sentence.tokens[s.last].attributive]
    return tuple(s for s in named if s in bare) if bare else named


def _behind(at: At, sign: Sign) -> frozenset[str]:
    after = at.sentence.tokens[sign.last + 1 : sign.last + 2]
    return after[0].lemmas if after else frozenset()


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
    ways = (Case.DAT, Case.ABL)  # «бізге», «елімізден»: the other end is the other side
    named = [n for n in at.sentence.names if n.country and not (n.type is NameType.SIDE and n.case in ways)]
    return not named and opens_joint(at, _OPENING)


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
