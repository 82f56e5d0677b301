"""Regular deeds that no list has: any verb in the present with how often."""

from __future__ import annotations

from qatynas.claims.context import At
from qatynas.claims.predicates import reach
from qatynas.claims.predicates_lexicon import Sign
from qatynas.claims.procedures_words import FREQUENCIES, TABLE
from qatynas.language import analyse
from qatynas.language.mentions import Token
from qatynas.model import Span

_THIRD = ("ады", "еді", "йды", "йді", "яды")
_HELPING = frozenset({"тұрады", "отырады", "жүреді", "береді", "шығады", "келеді", "алады", "отыр", "тұр", "жүр"})
_CONVERBS = ("ып", "іп", "п", "а", "е", "й", "я")
_LASTING = frozenset({"тұрады", "отырады"})
"""Helping verbs that alone say that a deed is done again and again."""


def other_deeds(at: At, listed: list[Sign], place: Span) -> list[Sign]:
    """Verbs that no list has: in the present at the end of their clause, with how often behind the body."""
    found: list[Sign] = []
    tokens = at.sentence.tokens
    for index, token in enumerate(tokens):
        if token.span.start < place.end or any(s.span.meets(token.span) for s in listed) or not _closes(at, index):
            continue
        first = index
        if token.lower in _HELPING and index and _converb(tokens[index - 1]):
            first = index - 1
        lemma = _present(tokens[first]) if first == index else _converb(tokens[first])
        if lemma is None or lemma in TABLE.unlike or any(s.last == first for s in listed):
            continue
        form = "present" if first == index else "converb"
        sign = Sign("deed", f"{lemma}-", tokens[first].span, first, first, form, False, None)
        often = FREQUENCIES.within(at, Span(min(place.end, reach(at, sign).start), tokens[index].span.end))
        if often or (first != index and token.lower in _LASTING):
            found.append(sign)
    return found


def _closes(at: At, index: int) -> bool:
    rest = at.sentence.tokens[index + 1 :]
    return not rest or rest[0].kind == "mark" or rest[0].lower in ("және", "әрі", "де", "да")


def _present(token: Token) -> str | None:
    """The stem of a verb in the present, third person: «жазады»; «атады», «деген» and what may be a noun are none."""
    if not token.lower.endswith(_THIRD):
        return None
    reading = next((r for r in analyse(token.lower)[:2] if r.pos == "verb" and r.form == "present"), None)
    return reading.lemma if reading and not reading.negative and len(reading.lemma) > 1 else None


def _converb(token: Token) -> str | None:
    """The stem of a converb, of a verb that the lexicon lacks, too («ұшырасып»)."""
    if not token.lower.endswith(_CONVERBS):
        return None
    reading = next((r for r in analyse(token.lower) if r.pos == "verb" and r.form == "converb"), None)
    return reading.lemma if reading and not reading.negative and len(reading.lemma) > 1 else None
