"""Words of topics, found in a stretch of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from msgspec.structs import replace

from qatynas.claims.context import At
from qatynas.claims.predicates_lexicon import any_ending
from qatynas.data import Strict, load
from qatynas.language import PhraseTable, analyse
from qatynas.language.mentions import Case, NameMention, NameType, Token
from qatynas.language.phrases import Hit
from qatynas.model import Span


class Table(Strict, frozen=True):
    """data/topics.toml."""

    words: dict[str, tuple[str, ...]]
    hidden: dict[str, tuple[str, ...]]
    modes: dict[str, tuple[str, ...]]
    scene: dict[str, tuple[str, ...]]
    documents: dict[str, tuple[str, ...]]
    lists: dict[str, tuple[str, ...]]
    fields: frozenset[str]
    gatherings: frozenset[str]
    papers: frozenset[str]
    vague: frozenset[str]
    worked: frozenset[str]
    told: frozenset[str]
    programmes: frozenset[str]
    joining: frozenset[str]
    makers: frozenset[str]
    matters: frozenset[str]
    doing: frozenset[str]
    bound: frozenset[str]
    places: frozenset[str]
    writers: tuple[str, ...]
    talks: frozenset[str]
    settling: frozenset[str]
    weak: frozenset[str]
    aside: frozenset[str]
    minutes: frozenset[str]
    telling: tuple[str, ...]
    turning: tuple[str, ...]


TABLE = load("topics", Table)
WORDS = PhraseTable(
    {code: [any_ending(w) for w in group] for code, group in (TABLE.words | {"": TABLE.hidden["words"]}).items()}
)

_NEAR = 2
"""Words from one topic's last to the next that may tell of one thing."""
_NAMES = (NameType.BODY, NameType.ORGANISATION, NameType.OFFICE, NameType.QUOTED, NameType.PERSON)


@dataclass(frozen=True, slots=True)
class Word:
    """A topic's code with the words that name it."""

    topic: str
    words: str
    span: Span


def topics_in(at: At, place: Span) -> list[Word]:
    """The topics that place names, each once, in order; words inside names of bodies and offices do not count."""
    parts = [part for token in at.tokens_in(place) for part in _parts(token)]
    named = [name.span for name in at.names_in(place, *_NAMES) if not _is_bare_office(at, name)] + _made(parts)
    found: dict[str, Word] = {}
    hits = [hit for hit in WORDS.find(parts) if not (hit.key and _is_where(parts[hit.last]))]
    named += [hit.span for hit in hits if not hit.key]
    told = [hit for hit in hits if hit.key and not any(span.covers(hit.span) for span in named)]
    for hit in _of_one_thing(parts, told):
        found.setdefault(hit.key, Word(hit.key, hit.span.of(at.reading.text), hit.span))
    return list(found.values())


def _of_one_thing(parts: Sequence[Token], hits: list[Hit]) -> list[Hit]:
    """Without what only tells more of a thing beside it: «газ тарифі» is energy, «шекара маңы саудасы» is trade."""
    kept = list(hits)
    for one, other in pairwise(hits):
        joined = parts[one.last : other.first]
        if one.key == other.key or one.span.meets(other.span) or len(joined) > _NEAR:
            continue
        if not joined or not all(_is_attached(token) for token in joined):
            continue
        weak = other.first == other.last and parts[other.last].lemmas & TABLE.weak
        general = weak and one.key != "border"  # «шекара қауіпсіздігі» is both
        aside = parts[one.first].lemmas & TABLE.aside
        dropped = other if general else one if aside else None
        if dropped in kept:
            kept.remove(dropped)
    return kept


def _is_attached(token: Token) -> bool:
    """A word that belongs to the noun behind it: bare, with an owner's ending, or an adjective."""
    if token.kind == "mark" or token.lower in TABLE.joining:
        return False
    return token.attributive or token.case in (None, Case.NOM, Case.GEN)


def _is_where(token: Token) -> bool:
    """«әуежайда», «театрдан шыға»: where people talk, no matter of theirs."""
    return token.case in (Case.LOC, Case.ABL) and not token.attributive and bool(token.lemmas & TABLE.places)


def _is_bare_office(at: At, name: NameMention) -> bool:
    """«инвестор іздеу»: people of a trade, nobody's office and nobody who acts («тарихшылар», «кәсіпкерлері»)."""
    words = at.tokens_in(name.span)
    nobodys = name.type is NameType.OFFICE and not name.country and not name.countries
    return nobodys and len(words) == 1 and not words[0].plural and not words[0].possessive


def _made(parts: Sequence[Token]) -> list[Span]:
    """Things whose names hold words of topics: a maker's noun with the bare words before it."""
    made: list[Span] = []
    for index, part in enumerate(parts):
        if part.lemmas & TABLE.makers:
            first = index
            while first and parts[first - 1].kind == "word" and parts[first - 1].case in (None, Case.NOM):
                if parts[first - 1].lower in TABLE.joining:
                    break
                first -= 1
            if part.lemmas & _OFFICES:
                first = _office_start(parts, first)
            made.append(parts[first].span.join(part.span))
    return made


_OFFICES = frozenset({"министр", "министрлік"})


def _office_start(parts: Sequence[Token], first: int) -> int:
    """«Су ресурстары, ауыл шаруашылығы және өңдеу өнеркәсібі министрі»: an office's list goes on over its joints."""
    while first > 1 and (parts[first - 1].text == "," or parts[first - 1].lower in ("және", "мен", "пен", "бен")):
        if parts[first - 2].case not in (None, Case.NOM) or parts[first - 2].kind != "word":
            break
        first -= 2
        while first and parts[first - 1].kind == "word" and parts[first - 1].case in (None, Case.NOM):
            if parts[first - 1].lower in ("және", "мен", "пен", "бен"):
                break
            first -= 1
    return first


def topics_of(at: At, place: Span) -> tuple[str, ...]:
    """Their codes alone."""
    return tuple(word.topic for word in topics_in(at, place))


def _parts(token: Token) -> tuple[Token, ...]:
    """«сауда-экономикалық» as its parts beside the whole, each a word of its own."""
    if "-" not in token.lower or token.kind != "word" or not _WHOLE.isdisjoint(token.lemmas | {token.lower}):
        return (token,)
    pieces = [piece for piece in token.lower.split("-") if piece]
    return tuple(replace(token, lower=piece, lemmas=_lemmas(piece)) for piece in pieces)


@lru_cache(maxsize=1 << 12)
def _lemmas(word: str) -> frozenset[str]:
    return frozenset({word, *(reading.lemma for reading in analyse(word))})


_WHOLE = frozenset(
    {"көші-қон", "азық-түлік", "жанар-жағармай", "күн-тәртіп"} | {w for group in TABLE.words.values() for w in group}
)
