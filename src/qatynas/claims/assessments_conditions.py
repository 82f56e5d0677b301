"""Judgements told by a construction and not by a word: what the relationship cannot do without."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from qatynas.claims.context import At
from qatynas.claims.predicates_lexicon import Sign, is_negative, verb_tense
from qatynas.language import analyse
from qatynas.language.mentions import Case, Token

CONDITIONS = ("only when", "not without", "where there is none")
"""Patterns of the signs of `conditions` that tell a basis."""

_ONLY = ("ғана", "қана")
_NONE = ("болмаған", "жоқ")
_UNTIL = ("майынша", "мейінше", "байынша", "бейінше", "пайынша", "пейінше")


def conditions(at: At) -> Iterator[Sign]:
    """«… болғанда ғана мәңгі», «… түзелмей, … арзандамайды», «… жоқ жерде … болмайды»."""
    words = [(i, t) for i, t in enumerate(at.sentence.tokens) if t.kind == "word"]
    if len(words) < 4:
        return
    for (index, token), (after, only) in pairwise(words):
        if only.lower in _ONLY and _sets_condition(token) and after < words[-1][0]:
            yield _sign("basis", "only when", at, index, after)
            return
    last, closing = words[-1]
    if not _is_denied(closing):
        return
    for position, (index, token) in enumerate(words[:-2]):
        following = words[position + 1][1]
        if token.lower in _NONE and following.lower in ("жерде", "кезде"):
            yield _sign("basis", "where there is none", at, index, last)
            return
        comma = at.sentence.tokens[index + 1].text == ","
        if token.lower.endswith(_UNTIL) or (comma and is_negative(token) and _is_converb(token)):
            yield _sign("basis", "not without", at, index, last)
            return


def _sign(code: str, pattern: str, at: At, first: int, last: int) -> Sign:
    tokens = at.sentence.tokens
    return Sign(code, pattern, tokens[first].span.join(tokens[last].span), first, last, "", False, None)


def _sets_condition(token: Token) -> bool:
    """«тұрғанда», «болса»."""
    return any(
        (r.form == "participle" and r.case is Case.LOC) or r.form == "condition" for r in analyse(token.lower)[:2]
    )


def _is_converb(token: Token) -> bool:
    return token.lower.endswith(("май", "мей", "бай", "бей", "пай", "пей"))


def _is_denied(token: Token) -> bool:
    """A denied verb in the present: what never is."""
    if token.lower in ("жоқ", "емес"):
        return False
    return verb_tense(token.lower) == "present" and any(r.negative for r in analyse(token.lower)[:1])
