"""What an award is called: «„Достық“ ордені», «Құрмет грамотасы», «Бішкек қаласының құрметті азаматы»."""

from __future__ import annotations

from functools import cache

import msgspec

from qatynas.claims.agreements_spelling import nominative
from qatynas.claims.context import At
from qatynas.data import load
from qatynas.language import Hit, PhraseTable
from qatynas.language.mentions import Case, NameType, NumberKind
from qatynas.model import Span

_WHOSE = (NameType.PLACE, NameType.STATE, NameType.ORGANISATION)
_OPENING, _CLOSING = '«“„"', '»”“"'


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/awards.toml."""

    words: dict[str, tuple[str, ...]]
    degrees: dict[str, tuple[str, ...]]
    orders: dict[str, tuple[str, ...]]


def name_of(at: At, hit: Hit) -> tuple[str, Span] | None:
    """What stands in quotes before «ордені», or a capital word there («Достық ордені»)."""
    tokens = at.sentence.tokens
    before = hit.first - 1
    if hit.key == "own_name" and hit.last > hit.first:
        named = f"{tokens[hit.first].text} {nominative(tokens[hit.last])}"
        return named[:1].upper() + named[1:], hit.span
    if hit.key == "own_name" and before >= 0 and tokens[before].text[:1].isupper():
        span = tokens[before].span.join(hit.span)
        return f"{tokens[before].text} {nominative(tokens[hit.last])}", span
    if hit.key == "honour" and (whole := _whole_quote(at, hit)) is not None:
        return whole
    if (honour := _honour(at, hit)) is not None:
        return honour
    while before > 0 and _is_grade(at, before):
        before -= 1
    if before >= 0 and tokens[before].text in _CLOSING:
        opening = next((i for i in range(before - 1, -1, -1) if tokens[i].text in _OPENING), None)
        if opening is None or before - opening > 8:
            return None
        span = Span(tokens[opening + 1].span.start, tokens[before - 1].span.end)
        return span.of(at.reading.text), span
    for name in at.sentence.names:
        if name.type == NameType.QUOTED and 0 <= hit.span.start - name.span.end <= 2:
            return name.canonical, name.span
    word = tokens[before] if before >= 0 else None
    if word and word.kind == "word" and word.text[:1].isupper() and word.case != Case.GEN:
        return word.text, word.span
    return None


def _whole_quote(at: At, hit: Hit) -> tuple[str, Span] | None:
    """«„Қырғыз Республикасының еңбек сіңірген дәрігері“»: a title of honour in quotes of its own."""
    tokens = at.sentence.tokens
    opening = next((i for i in range(hit.first - 1, max(-1, hit.first - 8), -1) if tokens[i].text in _OPENING), None)
    closed = hit.last + 1 < len(tokens) and tokens[hit.last + 1].text in _CLOSING
    if opening is None or not closed:
        return None
    span = Span(tokens[opening + 1].span.start, tokens[hit.last].span.end)
    return span.of(at.reading.text), span


def _is_grade(at: At, index: int) -> bool:
    """«„Бірлік“ алтын медалі», «„Достық“ бірінші дәрежелі ордені»: what stands between a name and its noun."""
    tokens = at.sentence.tokens
    said = {hit.key for hit in award_words().find(tokens[index : index + 1])}
    ordinal = any(n.digits.covers(tokens[index].span) and n.kind == NumberKind.ORDINAL for n in at.sentence.numbers)
    return "grade" in said or "degree" in said or ordinal


def _honour(at: At, hit: Hit) -> tuple[str, Span] | None:
    """«Бішкек қаласының құрметті азаматы (атағы)»: the title with whose it is, as far as its genitives go."""
    tokens = at.sentence.tokens
    last = hit.last if hit.key == "honour" else hit.first - 1
    if hit.key != "honour":
        found = [h for h in award_words().find(tokens[: hit.first]) if h.key == "honour" and h.last == last]
        if not found:
            return None
        first = found[0].first
    else:
        first = hit.first
    while first > 0 and _is_whose(at, first - 1):
        first -= 1
    span = Span(tokens[first].span.start, tokens[last].span.end)
    spelled = span.of(at.reading.text)[: tokens[last].span.start - span.start] + nominative(tokens[last])
    return " ".join(spelled.split()), span


def _is_whose(at: At, index: int) -> bool:
    """Whether a token says whose title it is: a genitive, or the name of a place before one."""
    token = at.sentence.tokens[index]
    if token.kind != "word" or any(n.span.covers(token.span) and n.type == NameType.PERSON for n in at.sentence.names):
        return False
    following = at.sentence.tokens[index + 1]
    if token.case == Case.GEN:
        return True
    place = any(n.span.covers(token.span) and n.type in _WHOSE for n in at.sentence.names)
    return place and token.case in (None, Case.NOM) and following.case == Case.GEN


@cache
def award_words() -> PhraseTable:
    return PhraseTable(load("awards", Words).words)
