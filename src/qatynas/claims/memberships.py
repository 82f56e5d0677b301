"""Sentences become membership claims: organisations to which both states belong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from qatynas.claims.acts import Mood, mood, part_of, verb
from qatynas.claims.context import At
from qatynas.claims.once import per_reading
from qatynas.data import load
from qatynas.language import Hit, PhraseTable
from qatynas.language.mentions import Case, NameMention, NameType, Reading, Token
from qatynas.model import HEADLINES, Claim, Membership, Span

_JOINING = ("кір", "ен", "қосыл")
_ENTER = frozenset({"кір", "ен", "қосыл", "қабылдан"})  # stems of data/memberships.toml's entering
_ALSO = frozenset({"да", "де", "та", "те", "сондай-ақ", "тағы"})
_OURS = ("мыз", "міз", "быз", "біз", "пыз", "піз")  # endings of a verb or a noun of ours


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/memberships.toml."""

    organisations: tuple[str, ...]
    member: tuple[str, ...]
    loose: tuple[str, ...]
    together: tuple[str, ...]
    frame: tuple[str, ...]
    partners: tuple[str, ...]
    not_member: tuple[str, ...]
    both: tuple[str, ...]
    sitting: tuple[str, ...]
    entering: tuple[str, ...]


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence."""
    named = _organisations(at.reading)[at.index]
    states = _members(at) if named else ()
    for name in named:
        yield at.make(
            Membership,
            _span(at, name),
            parties=states,
            why=(("organisation", "named among what both belong to", name.span.of(at.reading.text)),),
            status="done",
            organisation=name.canonical,
            members=states,
        )


@per_reading
def _organisations(reading: Reading) -> tuple[tuple[NameMention, ...], ...]:
    """The organisations of each sentence that it says both belong to, each once a document."""
    told: set[str] = set()
    found: list[tuple[NameMention, ...]] = []
    for index, sentence in enumerate(reading.sentences):
        here: list[NameMention] = []
        at = At(reading, index)
        named = any(name.type == NameType.ORGANISATION for name in sentence.names)
        if named and sentence.block not in HEADLINES and len(_members(at)) > 1 and _says_membership(at):
            for name in at.names_in(sentence.span, NameType.ORGANISATION):
                if name.canonical in _words().organisations and name.canonical not in told:
                    told.add(name.canonical)
                    here.append(name)
        found.append(tuple(here))
    return tuple(found)


def _members(at: At) -> tuple[str, ...]:
    """Both states, where the sentence names two or says «екі ел», «екеуі де»; empty for one alone."""
    named = at.states_in(at.sentence.span)
    if len(named) >= 2:
        return tuple(sorted(named))
    if len(three := at.parties()) > 2:
        return three
    both = any(hit.key == "both" for hit in _table().find(at.sentence.tokens)) or _capitals(at) or _we(at)
    if both and set(named) <= set(at.pair):
        return at.pair
    return _told_before(at) if not named else ()


def _told_before(at: At) -> tuple[str, ...]:
    """«АӨСШК қатарында да бірге»: a list that goes on means those of the sentence before."""
    also = any(token.lower in _ALSO for token in at.sentence.tokens)
    for other in at.before(1):
        if also and other.same_paragraph(at) and _says_membership(other):
            return _members(other)
    return ()


def _capitals(at: At) -> bool:
    """«Астана мен Бішкек»: the pair by its two capitals."""
    capitals = {n.country for n in at.names_in(at.sentence.span, NameType.PLACE) if n.role == "capital"}
    return len(at.pair) > 1 and capitals == set(at.pair)


def _we(at: At) -> bool:
    """«… төрінде қатар отырмыз»: a verb of ours that names nobody speaks of both."""
    if len(at.pair) < 2 or any(name.type == NameType.STATE for name in at.sentence.names):
        return False
    words = [token.lower for token in at.sentence.tokens if token.kind == "word"]
    return bool(words) and words[-1].endswith(_OURS)


def _says_membership(at: At) -> bool:
    keys = _table().keys(at.sentence.tokens)
    if _is_to_enter(at):
        return False
    if "partners" in keys and "not_member" not in keys and _stand_together(at):
        return True
    if "not_member" not in keys and not at.sentence.text.rstrip().endswith("?") and _sit(at):
        return True
    hits = [hit for hit in _table().find(at.sentence.tokens) if hit.key in ("member", "loose")]
    if not hits or at.sentence.text.rstrip().endswith("?"):
        return False
    firm = [hit for hit in hits if "member" in _keys_of(at, hit) and "loose" not in _keys_of(at, hit)]
    both = keys & {"together", "both"} or len(at.states_in(at.sentence.span)) > 1 or _capitals(at)
    if not firm and not (both and any(_is_predicate(at, hit) for hit in hits)):
        return False
    if "not_member" in keys and not firm:
        return False
    return not any(_is_denied(at, hit) for hit in hits)


def _is_to_enter(at: At) -> bool:
    """«… құрамына кірмек»: an organisation that they are still to join."""
    for index, token in enumerate(at.sentence.tokens):
        reading = verb(token, _ENTER) if token.lower.startswith(_JOINING) else None
        joined = at.sentence.tokens[index - 1].case == Case.DAT if index else False
        if reading is not None and reading.lemma in _ENTER and joined and reading.form == "intention":
            return True
    return False


def _is_predicate(at: At, hit: Hit) -> bool:
    """«… қатарында бірге отыр», «құрамында» at the end: said of them, no attribute of another noun."""
    if at.sentence.tokens[hit.last].attributive:
        return False
    return not any(token.possessive or token.attributive for token in at.sentence.tokens[hit.last + 1 : hit.last + 2])


def _sit(at: At) -> bool:
    """«Қос астана да ЕАЭО-да, демек …», «бір одақта – ШЫҰ-да отыр», «ДСҰ-ға енген»: in it or gone into it."""
    tokens = at.sentence.tokens
    both = _capitals(at) or any(hit.key == "both" for hit in _table().find(tokens))
    if not both and len(at.states_in(at.sentence.span)) < 2:
        return False
    for name in at.names_in(at.sentence.span, NameType.ORGANISATION):
        following = [token for token in tokens if token.span.start >= name.span.end][:2]
        keys = {hit.key for hit in _table().find(following) if hit.first == 0}
        ends = not following or following[0].text in ",;."
        dated = any(date.edtf for date in at.sentence.dates)
        if name.canonical not in _words().organisations or _denies(following):
            continue
        if name.case == Case.LOC and not dated and (ends or "sitting" in keys):
            return True
        if name.case == Case.DAT and "entering" in keys and _has_entered(at, following[0]):
            return True
    return False


def _has_entered(at: At, token: Token) -> bool:
    index = at.sentence.tokens.index(token)
    return mood(at, index, _ENTER) == Mood.DONE


def _denies(following: Sequence[Token]) -> bool:
    return any(token.lower in ("емес", "жоқ") for token in following)


def _stand_together(at: At) -> bool:
    """«ШЫҰ шеңберінде тығыз әріптес», «АӨСШК-де үндес»: the frame right behind an organisation's name, or the name
    itself in the locative, and nothing denied or dated."""
    tokens = at.sentence.tokens
    names = at.names_in(at.sentence.span, NameType.ORGANISATION)
    ends = {name.span.end for name in names if name.canonical in _words().organisations}
    framed = any(
        hit.key == "frame" and hit.first and tokens[hit.first - 1].span.end in ends
        for hit in _table().find(tokens, overlapping=True)
    )
    inside = any(name.case == Case.LOC for name in names if name.span.end in ends)
    if not framed and (not inside or any(date.edtf for date in at.sentence.dates)):
        return False
    return not any(token.lower in ("емес", "жоқ") for token in tokens[-2:]) and not at.sentence.text.endswith("?")


def _keys_of(at: At, hit: Hit) -> frozenset[str]:
    tokens = at.sentence.tokens[hit.first : hit.last + 1]
    return _table().keys(tokens)


def _is_denied(at: At, hit: Hit) -> bool:
    """«мүше емес», «мүше болмақ», «мүше болуға ұмтылып отыр»."""
    tokens = at.sentence.tokens
    following = tokens[hit.last + 1 : hit.last + 3]
    if any(token.lower in ("емес", "жоқ") for token in following[:1]):
        return True
    for offset, token in enumerate(following):
        reading = verb(token)
        if reading and token.lower.startswith("бол"):
            found = mood(at, hit.last + 1 + offset)
            denied = found in (Mood.DENIED, Mood.UNREAL)
            return denied or (found == Mood.PLANNED and reading.form in ("intention", "infinitive"))
    return False


def _span(at: At, name: NameMention) -> Span:
    """The part of the sentence that says so, from the name on where it stands before."""
    for hit in _table().find(at.sentence.tokens):
        if hit.key == "member":
            return part_of(at, hit.span.join(name.span)).join(name.span)
    return at.sentence.span


@cache
def _words() -> Words:
    return load("memberships", Words)


@cache
def _table() -> PhraseTable:
    names = ("sitting", "entering", "member", "loose", "together", "frame", "partners", "not_member", "both")
    return PhraseTable({name: getattr(_words(), name) for name in names})
