"""Names of events: whose jubilee it is, and the words that belong to an event's noun."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from qatynas.claims.context import At
from qatynas.claims.predicates import closes_clause
from qatynas.claims.predicates_lexicon import Sign, is_adjective
from qatynas.claims.subjects import opening_phrase
from qatynas.language.mentions import Case, NameType, Token
from qatynas.model import Span

_LINKING = frozenset({"мен", "пен", "бен", "және", "әрі"})
_CLOSING_MARKS = ("»", "”", ")")
_JUBILEES = ("жылдығы", "мерейтой")
_OWNED = re.compile(r"([ыі])(?:н|ның|нің|на|не|нда|нде)$")
"""«көрмесін»: the noun's own possessive ending with a case."""
_INITIAL = 2
"""Letters of an initial at most («Ш.», «Дж.»)."""
_LONGEST = 9
"""Words before a noun that may belong to its name."""


def jubilees(at: At, sign: Sign) -> Iterator[tuple[str, Span]]:
    """Each one whose jubilee the noun at sign tells, with the words that tell it.

    «А. Осмоновтың 100 жылдығын» is one; «А. Осмонов пен М. Мақатаевтың мерейтойларын» are two. Initials that a
    full stop cut off from the sentence before are looked for there.
    """
    tokens = at.sentence.tokens
    noun = nominative_of(at, sign)
    counted = {i for i, t in enumerate(tokens) if any(n.span.covers(t.span) for n in at.sentence.numbers)}
    owners, number = _owners(tokens, sign.first, _subjects(at), counted)
    for first, last in owners:
        if tokens[last].plural and not number:
            continue
        name = " ".join(tokens[first].span.join(tokens[last].span).of(at.reading.text).split())
        initial = _initial_before(at, first)
        told = f"{initial}{name} {number}{noun}".replace("  ", " ")
        start = tokens[first].span.start
        yield told.strip(), Span(start, tokens[sign.last].span.end)
    if not owners and number and (keeper := opening_phrase(at.sentence)):
        yield f"{keeper.of(at.reading.text)}: {number}{noun}", keeper.join(tokens[sign.last].span)


def _subjects(at: At) -> frozenset[int]:
    """Indexes of the tokens that name who keeps the day: «Екі ел», «Қазақстан мен Қырғызстан»."""
    own = [
        name.span
        for name in at.names_in(at.sentence.span, NameType.STATE, NameType.SIDE)
        if name.case is Case.NOM
        and (name.type is NameType.SIDE or name.span.of(at.reading.text).lower() == name.canonical.lower())
    ]
    own += [date.span for date in at.sentence.dates]
    return frozenset(i for i, t in enumerate(at.sentence.tokens) if any(span.covers(t.span) for span in own))


def _owners(
    tokens: tuple[Token, ...], noun: int, subjects: frozenset[int], counted: Container[int]
) -> tuple[list[tuple[int, int]], str]:
    """The genitive phrase before the noun as (first, last) of each conjunct, and the count of years as written."""
    position, number = noun - 1, ""
    while position >= 0 and (position in counted or tokens[position].lower in ("жылдық", "алдағы", "-")):
        if position in counted or tokens[position].lower == "жылдық":
            number = f"{tokens[position].text} {number}"
        position -= 1
    owners: list[tuple[int, int]] = []
    last = position
    while position >= 0 and noun - position <= _LONGEST and not _ends(tokens, position, last):
        if position in subjects or tokens[position].lower.startswith(_JUBILEES):
            break
        if tokens[position].lower in _LINKING:
            owners.insert(0, (position + 1, last))
            last = position - 1
        position -= 1
    if last > position:
        owners.insert(0, (position + 1, last))
    return [(a, b) for a, b in owners if a <= b], number


def _ends(tokens: tuple[Token, ...], position: int, last: int) -> bool:
    """Whether the phrase cannot reach over this token: a comma, a verb, another case than the owners' own."""
    token = tokens[position]
    if token.kind == "mark":
        after_word = token.text == "." and position > 0 and len(tokens[position - 1].text) > _INITIAL
        return after_word or token.text not in "«»\"'’.-"
    if position == last:
        return False
    if token.case is not None and token.case.value in ("acc", "dat", "loc", "abl"):
        return True
    return closes_clause(token) and token.case is None


def _initial_before(at: At, first: int) -> str:
    """«… , т.» at the end of the sentence before is the initial of the name that this one opens with."""
    if first != 0:
        return ""
    before = next(iter(at.before(1)), None)
    if before is None or not before.same_paragraph(at):
        return ""
    words = before.sentence.text.rstrip(". ").split()
    return (
        f"{words[-1]}. " if words and len(words[-1]) <= _INITIAL and before.sentence.text.rstrip().endswith(".") else ""
    )


def phrase_before(at: At, noun: Sign, leading: Container[str]) -> int:
    """Where the noun's own words begin: attributes and genitives, back to a mark, a verb or another case."""
    tokens = at.sentence.tokens
    index = noun.first
    while index > 0 and noun.first - index < _LONGEST:
        token = tokens[index - 1]
        if token.lower in leading or any(date.span.covers(token.span) for date in at.sentence.dates):
            break
        if token.kind == "mark" and token.text not in "«»":
            break
        if _is_oblique(token) and not (token.attributive or tokens[index].lower == "арналған"):
            break
        if closes_clause(token) or token.lower in _LINKING:
            break
        index -= 1
    while index < noun.first and tokens[index].text in _CLOSING_MARKS:
        index += 1
    return tokens[index].span.start


def _is_oblique(token: Token) -> bool:
    return (
        token.case is not None
        and token.case.value in ("acc", "loc", "abl", "dat", "ins")
        and token.lower != "атты"
        and not is_adjective(token)
    )


def nominative_of(at: At, sign: Sign) -> str:
    """The noun as a name has it: without case and plural, its own possessive kept («мәдениет күндері», «жылдығы»)."""
    words = sign.pattern.replace("=", "").split()
    if sign.pattern.startswith("=") and len(words) == 1:
        return _OWNED.sub(r"\1", words[0])
    token = at.sentence.tokens[sign.last]
    lemma = words[-1]
    if words[-1].endswith("*") or "|" in lemma:
        words = [t.lower for t in at.sentence.tokens[sign.first : sign.last + 1]]
        stem = next((word.removesuffix("*") for word in lemma.split("|") if words[-1].startswith(word.rstrip("*"))), "")
        own = "і" if token.possessive and not stem.endswith(("ы", "і")) else "ь" if lemma.endswith("л*") else ""
        return " ".join([*words[:-1], (stem or token.lemma) + own])
    if any("|" in word for word in words[:-1]):
        words = [*(t.lower for t in at.sentence.tokens[sign.first : sign.last]), lemma]
    if not token.possessive or lemma.endswith(("ы", "і")):
        return " ".join(words)
    return " ".join([*words[:-1], with_possessive(lemma)])


def with_possessive(noun: str) -> str:
    """A noun with the third person's ending: мерейтой → мерейтойы, жылдық → жылдығы, көрме → көрмесі."""
    soft = {"қ": "ғ", "к": "г", "п": "б"}
    back = next((letter in "аоұыяёю" for letter in reversed(noun) if letter in "аоұыяёюәеөүіэ"), True)
    if noun[-1:] in "аәеоөұүыіэяёю":
        return noun + ("сы" if back else "сі")
    stem = noun[:-1] + soft.get(noun[-1:], noun[-1:])
    return stem + ("ы" if back else "і")
