"""Judgements told by a construction and not by a word: what the relationship cannot do without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from qatynas.claims.context import At
from qatynas.claims.predicates_lexicon import Sign, is_negative, verb_tense
from qatynas.language import analyse
from qatynas.language.mentions import Case, Token

OUGHT = "not until it is done"
CONDITIONS = ("only when", "not without", "where there is none", OUGHT)
"""Patterns of the signs of `conditions` that tell a basis, and what ought to be done."""

_ONLY = ("ғана", "қана")
_NONE = ("болмаған", "жоқ")
_UNDONE = re.compile(r"(\w{2,}?)(?:[мбп][ае])(?:йынша|йінше|с[ае][қкмң]?|й)$")
"""A denied converb or condition, of a verb that the lexicon lacks, too: «құрылмай», «қоспайынша», «үйлестірілмесе»."""
_OILS = ("жанармай", "жағармай", "сарымай", "ішмай", "құйрықмай")
"""Nouns that end as such a converb does."""
_NEVER = re.compile(r"\w{2,}[мбп][ае]йд[ыі]$")
_HARD = frozenset({"қиын", "баянсыз", "мүмкін"})
"""Predicates of what does not come about without a deed."""
VAIN = frozenset({"бекер", "далбаса", "бос", "арман"})
"""Predicates of what is all in vain without it."""
_OF_ITSELF = (
    *("түзел", "азай", "көбей", "өс", "арт", "кемі", "арзанда", "қымбатта", "бол", "кел", "кет", "жақсар", "нашарла"),
    *("тұрақта", "біт", "жет", "шық", "жүр", "оңал", "дамы", "нығай", "күшей", "тол", "тола", "босап", "жауа", "жаңар"),
)
"""What comes about of itself; of all else somebody does it."""


def conditions(at: At) -> Iterator[Sign]:
    """«… болғанда ғана мәңгі», «… түзелмей, … арзандамайды», «… жоқ жерде … болмайды»."""
    words = [(i, t) for i, t in enumerate(at.sentence.tokens) if t.kind == "word"]
    if len(words) < 4:
        return
    for (index, token), (after, only) in pairwise(words):
        if only.lower in _ONLY and _sets_condition(token) and after < words[-1][0]:
            yield _sign("basis", "only when", at, index, after)
            return
    tokens = at.sentence.tokens
    last = next((i for i, t in words if _closes(tokens, i) and _is_denied(t)), None)
    if last is None:
        return
    words = [(i, t) for i, t in words if i <= last]
    for position, (index, token) in enumerate(words[:-2]):
        following = words[position + 1][1]
        if token.lower in _NONE and following.lower in ("жерде", "кезде"):
            yield _sign("basis", "where there is none", at, index, last)
            return
        if is_undone(at, index):
            yield _sign("basis", OUGHT if is_a_deed(token) else "not without", at, index, last)
            return


def is_undone(at: At, index: int) -> bool:
    """«… құрылмай,», «… түзелмейінше,», «… бекітпесе,»: a deed left undone that closes its clause."""
    tokens = at.sentence.tokens
    token = tokens[index]
    found = _UNDONE.match(token.lower) if token.kind == "word" else None
    if found is None or (token.lower.endswith(("й", "са", "се")) and tokens[index + 1].text != ","):
        return False
    if token.text[:1].isupper() or any(name.span.meets(token.span) for name in at.sentence.names):
        return False  # «Жұмабай, …»
    if token.lower.endswith(_OILS):
        return False
    return is_negative(token) or not analyse(token.lower)[0].known


def is_a_deed(token: Token) -> bool:
    """Whether what is left undone is somebody's to do: «бекітпесе», «құрылмай», and not «түзелмей»."""
    found = _UNDONE.match(token.lower)
    return found is not None and found[1] not in _OF_ITSELF


def comes_to_nothing(token: Token) -> bool:
    """«тыйылмайды», «өнбейді», «қиын»: what does not come about."""
    return bool(_NEVER.match(token.lower)) or token.lower in _HARD


def _sign(code: str, pattern: str, at: At, first: int, last: int) -> Sign:
    tokens = at.sentence.tokens
    return Sign(code, pattern, tokens[first].span.join(tokens[last].span), first, last, "", False, None)


def _sets_condition(token: Token) -> bool:
    """«тұрғанда», «болса»."""
    return any(
        (r.form == "participle" and r.case is Case.LOC) or r.form == "condition" for r in analyse(token.lower)[:2]
    )


def _closes(tokens: tuple[Token, ...], index: int) -> bool:
    return index + 1 == len(tokens) or tokens[index + 1].kind == "mark"


def _is_denied(token: Token) -> bool:
    """A denied verb in the present: what never is."""
    if token.lower in ("жоқ", "емес"):
        return False
    denied = verb_tense(token.lower) == "present" and any(r.negative for r in analyse(token.lower)[:1])
    return denied or comes_to_nothing(token)
