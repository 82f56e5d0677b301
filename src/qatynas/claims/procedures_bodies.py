"""Whose procedures they are: a body named here, carried from before, a body's own body, or people of both sides."""

from __future__ import annotations

from itertools import pairwise

from qatynas.claims.clauses import token_after, tokens_after
from qatynas.claims.context import At
from qatynas.claims.events_names import phrase_before, with_possessive
from qatynas.claims.predicates import amounts, is_joint, is_near, opens_joint
from qatynas.claims.predicates_lexicon import Sign, verb_tense
from qatynas.claims.procedures_groups import LONGEST_NAME, is_agent, is_group, is_of_two_places, opening_words
from qatynas.claims.procedures_words import FREQUENCIES, WORDS
from qatynas.claims.subjects import opening_phrase
from qatynas.language.mentions import Case, NameMention, NameType
from qatynas.model import Span

_BACK = 10
"""Sentences over which «комиссия» looks for its full name; «ол» stays in its paragraph."""
_HEAD = 8
"""Sentences by which a text says whom it is about."""
_NAME = 3
"""Words by which «бірлескен» may stand before its body: «бірлескен сарапшылар тобы»."""
_PURPOSES = frozenset({"жөніндегі", "туралы", "бойынша", "мәселелері", "саласындағы"})
_POINTING = frozenset({"сол", "осы", "бұл", "аталған"})
_SIDES = ("тарап", "жағы", "жақ")
_SUCH = ("мұндай", "осындай", "сондай", "аталған", "бұл", "осы")

Body = tuple[str, Span, tuple[tuple[Span, str], ...]]
"""A body's name, where it stands in the sentence, and where its name was read."""


def body_of(at: At) -> Body | None:
    """The body that acts: named here, or carried by «ол», «комиссия», «мүшелері»."""
    if part := _part_of_a_body(at):
        return part
    named = at.names_in(at.sentence.span, NameType.BODY)
    if named:
        return named[0].canonical, named[0].span, ()
    own = _joint_body(at)
    if own and (own[2] in (None, "nom") or (own[2] == "gen" and FREQUENCIES.of(at))):
        return own[0], own[1], ()
    for sign in WORDS.of(at, "body", "carrying"):
        if sign.code == "carrying" and sign.first > 1:
            continue
        for other in at.before(_BACK):
            before = other.names_in(other.sentence.span, NameType.BODY)
            if before:
                return before[-1].canonical, sign.span, ((before[-1].span, "body"),)
            told = _joint_body(other)
            if told and (sign.code == "carrying" or _same_noun(told[3], sign.pattern)):
                return told[0], sign.span, ((told[1], "body"),)
            if sign.code == "carrying" and not other.same_paragraph(at):
                break
            if sign.code == "carrying" and (again := _body_again(other)):
                return again, sign.span, ()
        if sign.code == "body" and (known := _named_anywhere(at, sign)):
            return known, sign.span, ()
    return _group(at) or _such(at) or _opening(at)


def _opening(at: At) -> Body | None:
    """«Елшілік әр ай сайын …», «Желі операторлары тәулік сайын …»: who opens a sentence of a passage of both."""
    opening = opening_phrase(at.sentence) if FREQUENCIES.of(at) and not _is_flow(at) else None
    if opening is None or not (is_joint(at) or is_near(at) or (WORDS.within(at, opening) and opens_joint(at, _HEAD))):
        return None
    if any(opening.meets(n.span) for n in at.names_in(at.sentence.span, NameType.SIDE, NameType.STATE) if _acts(at, n)):
        return None
    words = opening.of(at.reading.text)
    if " " not in words and (found := _told_in_full(at, opening)):
        return found.of(at.reading.text), opening, ((found, "body"),)
    return words, opening, ()


def _is_flow(at: At) -> bool:
    """«… тәулігіне 40 млн киловатт-сағат береді», «… жыл сайын 30 гранттан бөледі»: more counted than times."""
    often = [sign.span for sign in FREQUENCIES.of(at)]
    return any(not any(span.meets(n.span) for span in often) for n in amounts(at, at.sentence.span))


def _acts(at: At, name: NameMention) -> bool:
    """«Тараптар», «қазақ жағы»: sides themselves, whose exchanges are another kind's."""
    after = token_after(at.sentence, name.span.end)
    return name.type is NameType.SIDE or (after is not None and after.lower.startswith(_SIDES))


def _told_in_full(at: At, opening: Span) -> Span | None:
    """«Орталық …»: the phrase before that ended in the same noun, with its own: «… қырғыз мәдени орталығы»."""
    noun = at.tokens_in(opening)[0]
    for other in at.before(_BACK):
        for index, token in enumerate(other.sentence.tokens):
            if token.possessive and not token.plural and token.lemmas & noun.lemmas:
                sign = Sign("body", token.lower, token.span, index, index, "", False, None)
                return Span(phrase_before(other, sign, _POINTING), token.span.end)
    return None


def _such(at: At) -> Body | None:
    """«Мұндай консультация әр тоқсанда …»: what was told just before of both sides comes again and again."""
    first = next((i for i, t in enumerate(at.sentence.tokens) if t.kind == "word"), 0)
    if at.sentence.tokens[first].lower not in _SUCH or not FREQUENCIES.of(at):
        return None
    for sign in WORDS.of(at, "body"):
        told = any(is_joint(other) for other in at.before(2))
        if sign.first <= first + 2 and sign.case in (None, "nom") and told:
            return sign.span.of(at.reading.text), sign.span, ()
    return None


def _body_again(at: At) -> str | None:
    """«Комиссия 2006 жылы құрылған. Ол …»: the bare noun of a joint body that the document names before."""
    for sign in WORDS.of(at, "body"):
        if sign.case not in (None, "nom"):
            continue
        if known := _named_anywhere(at, sign):
            return known
        for other in at.before(at.index):
            told = _joint_body(other)
            if told and _same_noun(told[3], sign.pattern):
                return told[0]
    return None


def _part_of_a_body(at: At) -> Body | None:
    """«Комиссияның көлік жөніндегі жұмыс тобы»: a body's own body, with the full name of the first."""
    signs = WORDS.of(at, "body")
    tokens = at.sentence.tokens
    for whole, part in pairwise(signs):
        between = tokens[whole.last + 1 : part.first]
        if whole.case != "gen" or part.case not in (None, "nom") or len(between) > LONGEST_NAME:
            continue
        if any(t.kind == "mark" or not (t.attributive or t.case in (None, Case.NOM)) for t in between):
            continue
        named = at.names_in(at.sentence.span, NameType.BODY)
        name = named[0].canonical if named else _named_anywhere(at, whole)
        if name:
            own = "ның" if name[-1] in "ыая" else "нің"
            words = Span(tokens[whole.last + 1].span.start, part.span.end).of(at.reading.text)
            return f"{name}{own} {words}", whole.span.join(part.span), ()
    return None


def _named_anywhere(at: At, sign: Sign) -> str | None:
    """The full name that the document has for a body told by its noun alone, the nearest before it, else the first."""
    later = range(len(at.reading.sentences))
    for index in (*range(at.index - 1, -1, -1), *later):
        for name in at.reading.sentences[index].names:
            if name.type is NameType.BODY and _same_noun(name.canonical.lower(), sign.pattern):
                return str(name.canonical)
    return None


def _group(at: At) -> Body | None:
    """«Екі елдің кеденшілері ай сайын …»: people of both sides who do something at set times."""
    if not FREQUENCIES.of(at) or _is_flow(at):
        return None
    for name in at.names_in(at.sentence.span, NameType.SIDE, NameType.STATE):
        after = tokens_after(at.sentence, name.span.end)[:_NAME]
        both = len(name.countries) > 1 or name.case == "gen"
        for token in after if both else ():
            if is_group(token):
                span = name.span.join(token.span)
                return span.of(at.reading.text), span, ()
    if not is_joint(at) and not is_of_two_places(at):
        return None
    opening = opening_words(at)
    for index, token in enumerate(opening):
        if is_group(token) or (is_agent(token) and index == len(opening) - 1):
            span = opening[0].span.join(token.span)
            return span.of(at.reading.text), span, ()
    return None


def _of_both_before(at: At, sign: Sign) -> int | None:
    """Index of the first word of «Екі ел парламенттерінің … комиссиясы», «Қазақстан-Қырғызстан жұмыс тобы»."""
    near = [n for n in at.names_in(at.sentence.span, NameType.SIDE, NameType.STATE) if n.span.end <= sign.span.start]
    tokens = at.sentence.tokens
    for name in reversed(near):
        first = next(i for i, t in enumerate(tokens) if t.span.end > name.span.start)
        between = tokens[first : sign.first]
        pointed = any(t.lower in _POINTING or verb_tense(t.lower) == "participle" for t in between)
        if pointed or len(between) > LONGEST_NAME or any(t.kind == "mark" and t.text not in "-–«»" for t in between):
            return None
        both = len(name.countries) > 1 or {n.country for n in near if n.span.start >= name.span.start} >= set(at.pair)
        if both and name.case in (None, "nom", "gen") and not name.attributive:
            return first
    return None


def _joint_body(at: At) -> tuple[str, Span, str | None, str] | None:
    """A joint body by its own words («бірлескен сарапшылар тобы»), with its case and its noun's pattern."""
    for sign in WORDS.of(at, "body"):
        first = next((s for s in WORDS.of(at, "joint") if 0 < sign.first - s.first <= _NAME), None)
        if first is not None:
            start = _purpose_before(at, first.first)
            span = at.sentence.tokens[start].span.join(sign.span)
            return _nominative(at, start, sign), span, sign.case, sign.pattern
    for sign in WORDS.of(at, "body"):
        start_of_both = _of_both_before(at, sign)
        if start_of_both is not None:
            span = at.sentence.tokens[start_of_both].span.join(sign.span)
            return _nominative(at, start_of_both, sign), span, sign.case, sign.pattern
    return None


def _nominative(at: At, first: int, sign: Sign) -> str:
    """The body's words with its noun as a dictionary has it, its own possessive kept: «жұмыс тобын» → «жұмыс тобы»."""
    tokens = at.sentence.tokens
    noun = tokens[sign.last]
    lemma = sign.pattern.split()[-1]
    own = noun.possessive and not lemma.endswith(("ы", "і"))
    words = [t.text for t in tokens[first : sign.last]]
    return " ".join([*words, with_possessive(lemma) if own else lemma])


def _same_noun(one: str, other: str) -> bool:
    """Whether two patterns end in one noun: топ, жұмыс тобы."""
    first, second = one.split()[-1], other.split()[-1]
    shorter = max(2, min(len(first), len(second)) - 1)
    return first[:shorter] == second[:shorter]


def _purpose_before(at: At, first: int) -> int:
    """Index of the first word of «… жөніндегі» before a body, the body's own first word where it has none."""
    tokens = at.sentence.tokens
    if not first or tokens[first - 1].lower not in _PURPOSES:
        return first
    sides = at.names_in(at.sentence.span, NameType.STATE, NameType.SIDE, NameType.ORGANISATION)
    index = first
    while index and first - index < LONGEST_NAME:
        token = tokens[index - 1]
        dated = any(d.span.covers(token.span) for d in at.sentence.dates)
        if token.kind == "mark" or dated or any(n.span.covers(token.span) for n in sides):
            break
        index -= 1
    return index
