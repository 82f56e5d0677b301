"""The words of a judgement's cause and effect: whole phrases out of the sentence, or None where they cannot be told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qatynas.claims.context import At
from qatynas.claims.events_names import with_possessive
from qatynas.claims.predicates_lexicon import Sign, is_adjective, is_verb_noun
from qatynas.language import analyse
from qatynas.language.mentions import Case, NameType, Token
from qatynas.model import Span

_OBLIQUE = frozenset({Case.DAT, Case.ACC, Case.LOC, Case.ABL, Case.INS})
_OBJECT = frozenset({Case.DAT, Case.ACC})
_DASHES = ("–", "—", "-", ":")
_POINTING = frozenset(
    {
        "бұл",
        "ол",
        "осы",
        "сол",
        "мұның",
        "оның",
        "бұның",
        "мұны",
        "оны",
        "бұны",
        "соны",
        "бәрі",
        "бұған",
        "оған",
        "осыған",
        "соған",
    }
)
_LINKING = frozenset({"мен", "пен", "бен", "және", "әрі", "да", "де", "та", "те"})
_JUDGING = frozenset({"басты", "негізгі", "бірден-бір", "бір", "түпкі", "тағы", "ең"})
"""Words before «себебі» that are no part of what is explained."""
_UNCHANGED = frozenset({"кеден", "шағын", "жалын", "алтын", "келін", "отын", "егін", "ауызша", "жеке"})
"""Nouns and adjectives that look like another case of a shorter word."""
_PROPERTIES = ("лығы", "лігі", "дығы", "дігі", "тығы", "тігі")
"""Endings of «-лық» with the third person's: «аздығы», «тарлығы»."""
_OF_PROPERTIES = tuple(f"{ending}{case}" for ending in _PROPERTIES for case in ("нан", "нен"))
_PAPERS = frozenset({"келісім", "шарт", "хаттама", "заң", "құжат", "меморандум"})
"""What obligations come from: no cause."""
_OWN = re.compile(r"(\w+[ыі])(?:мен|на|не|нан|нен|ның|нің|нда|нде|н)$")
"""A word with the third person's ending and a case: its nominative is what stands before the case."""
_BLAMING = ("кінәла-", "айыпта-", "тақ-", "арт-")
"""«бұған билет бағасын кінәлайды»: whose fault it is stands in any case."""
_PURPOSE = "үшін"
_RESTING = frozenset({"жатыр", "жатқан", "жатқанын", "болып"})
_LONGEST = 8
"""Words from «себебі» to the verb that it rests on."""

Phrases = tuple[str | None, str | None]
"""(cause, effect) as the text has them."""


def acting(at: At, place: Span, sign: Sign) -> Phrases:
    """«Кезектің ұзақтығы екі елдің беделіне нұқсан келтіреді»: the subject, and its object with the judging words."""
    words = _before(at, place, sign)
    last = next((i for i in range(len(words) - 1, -1, -1) if _is_oblique(words[i]) and words[i].case in _OBJECT), None)
    if last is None:
        return None, None
    first = last
    while first and not _heads(at, words, first - 1) and not _is_oblique(words[first - 1]):
        first -= 1
    if not first:
        return None, None
    tokens = at.sentence.tokens
    more = sign.form == "converb" and sign.last + 1 < len(tokens) and tokens[sign.last + 1].kind == "word"
    effect = _text(at, Span(words[first].span.start, tokens[sign.last + more].span.end))
    return _phrase(at, words, first - 1) if _heads(at, words, first - 1) else None, effect


def advised(at: At, place: Span, sign: Sign) -> Phrases:
    """«… жету үшін … қаржы құю керек»: the deed that is called for, and what it is for."""
    words = _before(at, place, sign)
    if not words or not is_verb_noun(words[-1]):
        return None, None
    split = next((i for i, t in enumerate(words) if t.lower == _PURPOSE), None)
    start = 0 if split is None else split + 1
    deed = _span(words[start:])
    aim = _span(words[:split]) if split else None
    return _text(at, deed) if deed else None, _text(at, aim) if aim else None


def equated(at: At, sign: Sign) -> Phrases:
    """«X – Y-дің негізі»: what stands before the dash, and what it is the ground of."""
    tokens = at.sentence.tokens
    dash = next((i for i in range(sign.first - 1, 0, -1) if tokens[i].text in _DASHES), None)
    if dash is None or dash + 1 >= sign.first:
        return None, None
    start = next((i + 1 for i in range(dash - 1, -1, -1) if tokens[i].text in (",", ";", ":")), 0)
    before, after = _span(tokens[start:dash]), Span(tokens[dash + 1].span.start, sign.span.end)
    return _text(at, before) if before else None, _text(at, after)


def explained(at: At, place: Span, sign: Sign) -> Phrases | None:
    """(cause, effect) of words that tell a cause; None where they do not tell one here.

    «X-тың себебі – Y», «X Y-тан туындады», «X-ты Y-мен байланыстырады», «Y X-ке себеп болды».
    """
    if sign.pattern == "=байланысты":
        return _by_case(at, _before(at, place, sign), Case.INS, needs_object=False)
    if not sign.form:
        return _by_noun(at, sign)
    words = _before(at, place, sign)
    verb = sign.pattern.split()[-1]
    if verb in ("байланыстыр-", "түсіндір-", "түсіндіріл-") or "байланысты" in sign.pattern:
        return _by_case(at, words, Case.INS, needs_object=verb != "түсіндіріл-")
    if verb in _BLAMING or " деп " in sign.pattern:
        return None, None
    if verb == "көр-" or sign.pattern in ("шық-", "келіп шық-"):
        told = bool(words) and (verb == "көр-" or is_verb_noun(words[-1]) or words[-1].lower.endswith(_OF_PROPERTIES))
        return _by_case(at, words, Case.ABL, needs_object=verb == "көр-") if told else None
    if "туында" in sign.pattern:
        return None if words and words[-1].lemmas & _PAPERS else _by_case(at, words, Case.ABL, needs_object=False)
    goal = next((i for i in range(len(words) - 1, -1, -1) if words[i].case is Case.DAT), None)
    if goal is None:
        return None
    if goal + 1 < len(words) and _heads(at, words, len(words) - 1):
        return _text(at, words[goal + 1].span.join(words[-1].span)), _nominative(at, words[: goal + 1])
    return acting(at, place, sign)


def _by_noun(at: At, sign: Sign) -> Phrases | None:
    """«Мұның басты себебі – Y»: only before a dash; «себебі» without one is «because»."""
    tokens = at.sentence.tokens
    after = tokens[sign.last + 1 : sign.last + 3]
    if len(after) < 2:
        return None
    if after[0].text not in _DASHES:
        return _lying(at, sign)
    end = next((i for i in range(sign.last + 2, len(tokens)) if tokens[i].text in ";,.»"), len(tokens))
    while tokens[end - 1].kind == "mark" and end > sign.last + 3:
        end -= 1
    start = sign.first
    while start and tokens[start - 1].kind != "mark":
        start -= 1
    owner = [t for t in tokens[start : sign.first] if t.lower not in _JUDGING]
    cause = _text(at, Span(after[1].span.start, tokens[end - 1].span.end))
    return cause, _nominative(at, owner)


def _lying(at: At, sign: Sign) -> Phrases | None:
    """«Мұның сыры … бағада жатыр»."""
    after = at.sentence.tokens[sign.last + 1 : sign.last + 1 + _LONGEST]
    for index, token in enumerate(after):
        if token.kind == "mark":
            return None
        if index and token.lower in _RESTING and after[index - 1].case is Case.LOC:
            return _text(at, after[0].span.join(after[index - 1].span)), None
    return None


def _by_case(at: At, words: Sequence[Token], case: Case, *, needs_object: bool) -> Phrases | None:
    """The cause stands in an oblique case right before the verb, a deed or a property and no name."""
    last = len(words) - 1
    if last < 0 or words[last].case is not case or _is_named(at, words[last]):
        return None
    pointed = any(t.lower in _POINTING and t.case is Case.ACC for t in words)
    if not (words[last].possessive or is_verb_noun(words[last]) or case is Case.ABL or pointed or not needs_object):
        return None
    first = last
    while first and not _is_oblique(words[first - 1]) and not _heads(at, words, first - 1):
        first -= 1
    if needs_object and not any(t.case is Case.ACC for t in words[:first]):
        return None
    if case is Case.ABL and not words[last].possessive and first < last and not words[last - 1].attributive:
        first = last
    cause = _nominative(at, words[first : last + 1])
    told = first and words[first - 1].lower not in _POINTING
    if told and words[first - 1].case is Case.ACC:
        phrase = _phrase_start(at, words, first - 1)
        return cause, _nominative(at, words[phrase:first])
    if told and _heads(at, words, first - 1):
        return cause, _phrase(at, words, first - 1)
    return cause, None


def _before(at: At, place: Span, sign: Sign) -> list[Token]:
    """The words of sign's clause before it, from the last comma on."""
    words: list[Token] = []
    depth = 0
    for token in reversed(at.tokens_in(Span(place.start, sign.span.start)) if sign.span.start > place.start else ()):
        depth += (token.text in "»)") - (token.text in "«(")
        if token.kind == "mark" and depth <= 0 and token.text in ",;:–—":
            break
        if token.kind != "mark":
            words.insert(0, token)
    return words


def _is_oblique(token: Token) -> bool:
    """Whether a word stands in another case than the nominative; «кеден», «шағын» only look so."""
    if token.case not in _OBLIQUE or token.attributive or is_adjective(token):
        return False
    readings = analyse(token.lower)
    return token.lower not in _UNCHANGED and not any(
        r.lemma == token.lower and r.known and r.pos == "noun" for r in readings
    )


def _is_named(at: At, token: Token) -> bool:
    types = (NameType.STATE, NameType.SIDE, NameType.PLACE, NameType.PERSON)
    return any(name.span.covers(token.span) for name in at.names_in(at.sentence.span, *types))


def _heads(at: At, words: Sequence[Token], index: int) -> bool:
    """Whether a word can be a subject by itself: a nominative with an ending of its own, or a deed."""
    token = words[index]
    if token.lower.endswith(_PROPERTIES):
        return True
    if token.case not in (None, Case.NOM) or token.attributive or token.lower in _LINKING:
        return False
    if index + 1 < len(words) and words[index + 1].lower in _LINKING:
        return False
    if token.possessive or token.plural or (is_verb_noun(token) and token.lower.endswith(("у", "ю", "уы", "уі"))):
        return True
    sides = at.names_in(at.sentence.span, NameType.SIDE, NameType.STATE)
    opens = index + 1 < len(words) and any(n.span.start == words[index + 1].span.start for n in sides)
    return opens and index > 0 and token.lower not in _POINTING and not _is_oblique(words[index - 1])


def _phrase(at: At, words: Sequence[Token], last: int) -> str | None:
    """The noun phrase that ends at last: back over its genitives and attributes, not over times and other cases."""
    first = _phrase_start(at, words, last)
    span = words[first].span.join(words[last].span)
    people = at.names_in(span, NameType.PERSON, NameType.OFFICE)
    alone = first == last and words[last].lower in _POINTING
    return None if people or alone else _text(at, span)


def _phrase_start(at: At, words: Sequence[Token], last: int) -> int:
    first = last
    while first and not _is_oblique(words[first - 1]) and not _is_time(at, words[first - 1]):
        first -= 1
    return first


def _is_time(at: At, token: Token) -> bool:
    return any(date.span.covers(token.span) for date in at.sentence.dates)


def _nominative(at: At, words: Sequence[Token]) -> str | None:
    """A genitive phrase as a name has it («сауданың азаюының» → «сауданың азаюы»); None for «мұның»."""
    if not words or words[-1].lower in _POINTING:
        return None
    last = words[-1]
    own = _OWN.match(last.lower)
    head = own[1] if own else last.lemma or last.lower
    if last.possessive and not own and not head.endswith(("ы", "і")):
        head = with_possessive(head)
    before = _span(words[:-1])
    said = _text(at, before) if before else ""
    return None if said is None else f"{said} {head}".strip()


def _span(words: Sequence[Token]) -> Span | None:
    return words[0].span.join(words[-1].span) if words else None


def _text(at: At, span: Span) -> str | None:
    said = " ".join(span.of(at.reading.text).split()).strip(" ,–—-:")
    return said if said and said.count("«") == said.count("»") else None
