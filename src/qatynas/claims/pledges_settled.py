"""Promises told by what somebody said in the first person, or by what is settled: «… табатын болды»."""

from __future__ import annotations

from itertools import pairwise

from qatynas.claims.context import At
from qatynas.claims.gate import Gate, words_in
from qatynas.claims.pledges_givers import addressed
from qatynas.claims.pledges_words import TABLE, WORDS, deed_of
from qatynas.claims.predicates import amounts, mood, reach
from qatynas.claims.predicates_lexicon import Sign, verb_tense
from qatynas.language import analyse
from qatynas.language.mentions import DateRole, Token
from qatynas.model import Span

_TOLD = frozenset({"past", "present", "progressive"})
_NEAR = 4
"""Words between «деп» and the verb that says it."""
_WE = ("амыз", "еміз", "ймыз", "йміз")
_I_AND_WE = (*_WE, "амын", "емін", "ймын", "ймін")
_NOT_LEFT = ("қалмайды", "тоқтамайды", "аямайды", "қалдырмайды", "кетпейді", "үзілмейді", "қайталанбайды")
"""«көмектен тартынып қалмайды»: what surely goes on, told as what is not left undone."""
_SAYS_THAT = ("деп", "деген", "дегенін", "дегенді", "дейді", "деді", "десті", "дейд")
_FIRST = ("мын", "мін", "мыз", "міз", "дым", "дім", "дық", "дік", "тым", "тім", "тық", "тік")
_SAYING = Gate(_SAYS_THAT)
_STANDING = ("отыр", "тұр", "жүр")
"""«… қалпына келтіреміз деп отыр»."""
_SETTLED = ("болды", "болып")
_COMING = ("атын", "етін", "йтын", "йтін")
_HELPING = ("отыратын", "тұратын", "беретін", "алатын", "шығатын", "қоятын", "жүретін")
_BY_ITSELF = ("ылатын", "ілетін", "латын", "летін", "натын", "нетін")
"""Endings of the passive: «салынатын болды» tells of no one who promises."""


def spoken(at: At) -> tuple[Span, Span] | None:
    """«… ашамыз деген сөзін айтты», «… қысқартамыз деп ант ішті», «… береміз дейді», «… шет қалмайды деп мәлімдеді».

    What is told behind «деп» makes no difference, as long as it is told: nobody says so but of his own deed.
    """
    if not _SAYING.passes(at.sentence):
        return None
    tokens = at.sentence.tokens
    for index, token in enumerate(tokens[1:], 1):
        if not token.lower.startswith(_SAYS_THAT):
            continue
        place = index - 1
        while place > 0 and tokens[place].kind == "mark":
            place -= 1
        verb = tokens[place]
        own = verb.lower.endswith(_I_AND_WE) and _reads(verb, "present")
        if place < index - 1:  # «– Күзде Таразға кітап сыйлаймыз, – деп жарылды X»
            if own and _is_given(at, place):
                return verb.span, reach(at, _own_sign(verb, place))
            continue
        stays = verb.lower.endswith(_NOT_LEFT) and verb_tense(verb.lower) in ("present", "")
        if not (own or stays) or deed_of(verb) & TABLE.unpromised:
            continue
        said = [s for s in WORDS.of(at, "saying") if index <= s.first and s.last <= index + _NEAR + 1]
        if said and mood(at, said[-1]).tense in _TOLD and mood(at, said[-1]).stands:
            return verb.span, reach(at, said[-1])
        if own and (last := _told_by(tokens, index)) is not None:
            return verb.span, reach(at, _own_sign(verb, place)).join(tokens[last].span)
    return None


def _own_sign(verb: Token, index: int) -> Sign:
    return Sign("spoken", verb.lower, verb.span, index, index, "present", False, None)


def _is_given(at: At, index: int) -> bool:
    """A deed for somebody's good, in the speaker's own words, with its time to come and the other side as its goal."""
    verb = at.sentence.tokens[index]
    place = reach(at, _own_sign(verb, index))
    timed = any((d.edtf or d.season) and d.role is not DateRole.EVERY for d in at.dates_in(place))
    return timed and bool(deed_of(verb) & TABLE.giving) and addressed(at) is not None


def _told_by(tokens: tuple[Token, ...], that: int) -> int | None:
    """The verb of the third person, not denied, that ends the sentence soon behind «деп»; «дейді» itself is one."""
    words = [i for i, t in enumerate(tokens) if t.kind == "word" and i >= that]
    if len(words) > _NEAR + 1:
        return None
    last = tokens[words[-1]]
    if last.lower in _STANDING:
        return words[-1]
    told = verb_tense(last.lower) in _TOLD or any(r.form in ("past", "present") for r in analyse(last.lower))
    third = not last.lower.endswith(_FIRST) and told
    return words[-1] if third and not any(r.negative for r in analyse(last.lower)[:1]) else None


def resolved(at: At) -> tuple[Span, Span] | None:
    """«Министрлік … қор табатын болды», «… көлік табатын болып уәделесті»: who will do it, from now on settled."""
    if words_in(at.sentence).isdisjoint(_SETTLED):
        return None
    tokens = at.sentence.tokens
    for index, (token, after) in enumerate(pairwise(tokens)):
        if after.lower not in _SETTLED or not token.lower.endswith(_COMING) or not _reads(token, "participle"):
            continue
        helping = index > 0 and verb_tense(tokens[index - 1].lower) == "converb" and token.lower in _HELPING
        if not helping and deed_of(token) & (TABLE.elsewhere_settled | TABLE.unpromised):
            continue
        sign = Sign("resolved", token.lower, token.span, index, index, "participle", False, None)
        place = reach(at, sign)
        if token.lower.endswith(_BY_ITSELF) or amounts(at, place):
            continue
        return token.span, place.join(after.span)
    return None


def _reads(token: Token, form: str) -> bool:
    return any(r.pos == "verb" and r.form == form and not r.negative for r in analyse(token.lower)[:3])
