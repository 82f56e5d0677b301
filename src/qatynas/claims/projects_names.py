"""What a work is called and where it stands: its nouns with the words that belong to them, here or carried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qatynas.claims.context import At
from qatynas.claims.events_names import with_possessive
from qatynas.claims.predicates import closes_clause
from qatynas.claims.predicates_lexicon import Sign, is_adjective
from qatynas.data import Strict, load
from qatynas.language.mentions import NameType, Token
from qatynas.model import Place, Span

_OBLIQUE = frozenset({"acc", "dat", "abl", "loc", "ins"})
_LONGEST = 9
_BACK = 3
_SKIPPED = frozenset({"шекарадағы", "мұндағы", "ондағы", "бірлескен", "жаңа", "ал", "бұл", "осы"})


class Table(Strict, frozen=True):
    """The nouns of data/projects.toml."""

    things: dict[str, tuple[str, ...]]
    verbs: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]


TABLE = load("projects", Table)
THING_WORDS = frozenset(TABLE.things["thing"])
WITHIN = frozenset(TABLE.words["within"])


@dataclass(frozen=True, slots=True)
class Named:
    """A work's name in the nominative, the words it stands on, and where it was carried from, if it was."""

    name: str
    span: Span
    place: Place | None = None
    carried: Span | None = None


def anchored(at: At) -> tuple[str, Span, Place | None] | None:
    """The quoted or placed name nearest before, which «нысан», «бекет», «ол», «мұндағы» stand for."""
    if not any(t.lemmas & THING_WORDS for o in at.before(_BACK) for t in o.sentence.tokens):
        return None
    for other in at.before(_BACK):
        for name in reversed(other.names_in(other.sentence.span, NameType.PLACE, NameType.QUOTED)):
            place = Place(name.country, name.canonical) if name.type is NameType.PLACE else None
            return name.canonical, name.span, place
    return None


def names_of(at: At, nouns: Sequence[Sign]) -> Iterator[Named]:
    """The work's names: one, or one for each quoted name that shares the noun («Қарасу» және «Ақтілек» бекеттері)."""
    things = [n for n in nouns if n.code != "part"]
    if not any(n.code == "thing" for n in things) and not anchored(at):
        return
    if not things:
        earlier = anchored(at)
        if earlier:
            yield Named(earlier[0], at.sentence.tokens[0].span, earlier[2], earlier[1])
        return
    head = things[-1]
    own = _nominative(at, things)
    start = _start(at, things[0])
    span = at.sentence.tokens[start].span.join(head.span)
    quoted = [n for n in at.names_in(span) if _is_in_quotes(at, n.span)]
    if len(quoted) > 1:
        for name in quoted:
            yield Named(f"«{name.span.of(at.reading.text).strip('«»')}» {own}", span)
        return
    words = _words_before(at, start, things[0].first)
    bare = things[0].code == "work" or " " not in things[0].pattern
    same = _same_before(at, things[0]) if not words else None
    if same:
        yield Named(f"{same[0]} {own}", span, same[2], same[1])
        return
    if not words and bare and not _is_placed(at, things[0]):
        earlier = anchored(at)
        if earlier:
            yield Named(f"{earlier[0]} {own}", span, earlier[2], earlier[1])
            return
    inside = [n for n in at.names_in(span, NameType.PLACE) if n.span != span]
    yield Named(" ".join([*words, own]), span, Place(inside[-1].country, inside[-1].canonical) if inside else None)


def _same_before(at: At, noun: Sign) -> tuple[str, Span, Place | None] | None:
    """The words by which the same noun was told of before: «Қарқара өткелін … . Өткелді …»."""
    lemma = noun.pattern.split()[-1]
    for other in at.before(_BACK):
        for index, token in enumerate(other.sentence.tokens):
            if lemma in token.lemmas and noun.code == "thing":
                sign = Sign(noun.code, noun.pattern, token.span, index, index, "", False, None)
                start = _start(other, sign)
                words = _words_before(other, start, index)
                if words:
                    whole = other.sentence.tokens[start].span.join(token.span)
                    inside = other.names_in(whole, NameType.PLACE)
                    place = Place(inside[-1].country, inside[-1].canonical) if inside else None
                    return " ".join(words), token.span, place
    return None


def _is_placed(at: At, noun: Sign) -> bool:
    """Whether the sentence itself says where the noun stands: «Сырдария облысындағы фабрика»."""
    return any(n.span.end <= noun.span.start for n in at.names_in(at.sentence.span, NameType.PLACE, NameType.STATE))


def _is_in_quotes(at: At, span: Span) -> bool:
    text = at.reading.text
    return (text[max(0, span.start - 1) : span.start] in '«“"' and bool(span.start)) or text[
        span.start : span.start + 1
    ] in "«“"


def _start(at: At, noun: Sign) -> int:
    """Index of the first token that belongs to the noun: back over attributes, genitives and quoted names."""
    tokens = at.sentence.tokens
    index = noun.first
    closing = 0
    while index > 0 and noun.first - index < _LONGEST:
        token = tokens[index - 1]
        if token.text in "»”":
            closing += 1
        elif token.text in "«“":
            closing = max(0, closing - 1)
        elif closing == 0 and _stops(at, token):
            break
        index -= 1
    while index < noun.first and (tokens[index].lower in _SKIPPED or tokens[index].text in "–—-"):
        index += 1
    return index


def _stops(at: At, token: Token) -> bool:
    """Whether a noun's own words cannot reach over this token."""
    if token.kind == "mark":
        return token.text not in '–—-"'
    if any(date.span.covers(token.span) for date in at.sentence.dates):
        return True
    if any(name.span.covers(token.span) for name in at.names_in(at.sentence.span, NameType.SIDE)):
        return True
    if any(name.span.covers(token.span) for name in at.names_in(at.sentence.span, NameType.PLACE)):
        return token.attributive or (token.case is not None and token.case.value in _OBLIQUE)
    if token.case is not None and token.case.value in _OBLIQUE and not token.attributive:
        return token.lower not in ("мен", "пен", "бен") and not is_adjective(token)
    return (token.attributive and not token.lemmas & WITHIN) or (closes_clause(token) and not token.possessive)


def _words_before(at: At, start: int, first: int) -> list[str]:
    place = at.sentence.tokens[start:first]
    if not place:
        return []
    words = at.reading.text[place[0].span.start : place[-1].span.end]
    return [words] if words else []


def _nominative(at: At, things: Sequence[Sign]) -> str:
    """The nouns as one name: «өткізу бекетін жаңғырту», «орталығының құрылысы» → «орталығы»."""
    tokens = at.sentence.tokens
    first, last = things[0], things[-1]
    if last.code == "work" and len(things) > 1 and not last.pattern.endswith(("у", "ю", "лау", "деу")):
        last = things[-2]
    before = [token.text for token in tokens[first.first : last.first]]
    words = last.pattern.split()
    token = tokens[last.last]
    if (token.possessive and not words[-1].endswith(("ы", "і")) and last.code == "thing") or (
        token.possessive and last.code == "work" and not words[-1].endswith(("ы", "і", "у", "ю"))
    ):
        words[-1] = with_possessive(words[-1])
    return " ".join([*before, *words])
