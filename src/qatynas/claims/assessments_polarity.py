"""Judgements told by what is made more or less: «дау-дамайды азайтады» helps, «сенімді әлсіретеді» harms."""

from __future__ import annotations

from collections.abc import Iterator

from qatynas.claims.context import At
from qatynas.claims.predicates import reach
from qatynas.claims.predicates_lexicon import Lexicon, Sign
from qatynas.data import Strict, load
from qatynas.language.mentions import Case, Token

POLARITY = "what grows or shrinks"
"""The pattern of the signs of `turns`."""


class Table(Strict, frozen=True):
    """data/polarity.toml."""

    good: tuple[str, ...]
    bad: tuple[str, ...]
    growing: tuple[str, ...]
    shrinking: tuple[str, ...]
    escaping: tuple[str, ...]
    between: frozenset[str]


TABLE = load("polarity", Table)
THINGS = Lexicon({"good": TABLE.good, "bad": TABLE.bad})
VERBS = Lexicon({"growing": TABLE.growing, "shrinking": TABLE.shrinking, "escaping": TABLE.escaping})

_NEAR = 3
"""Words between a thing and its verb: adverbs, and a list's other things."""
_HELPS = {("good", "growing"), ("bad", "shrinking"), ("bad", "escaping")}


def turns(at: At) -> Iterator[Sign]:
    """The verbs of the sentence that make a good or a bad thing more or less, as signs of a benefit or a risk."""
    verbs = [v for v in VERBS.of(at) if v.form]
    if not verbs:
        return
    things = {thing.last: thing for thing in THINGS.of(at)}
    for verb in verbs:
        thing = _object(at, verb, things)
        if thing is None:
            continue
        if verb.code == "escaping" and thing.code != "bad":
            continue
        code = "benefit" if (thing.code, verb.code) in _HELPS else "risk"
        yield Sign(
            code, POLARITY, thing.span.join(verb.span), thing.first, verb.last, verb.form, verb.negative, verb.case
        )


def _object(at: At, verb: Sign, things: dict[int, Sign]) -> Sign | None:
    """The thing that the verb turns: its nearest noun before it, as its subject or its object."""
    tokens = at.sentence.tokens
    place = None
    for last in range(verb.first - 1, max(-1, verb.first - 2 - _NEAR), -1):
        thing = things.get(last)
        between = tokens[last + 1 : verb.first]
        if thing is None or not _is_turned(tokens[last], verb) or any(_is_noun(at, t) for t in between):
            continue
        place = place or reach(at, verb)
        if place.covers(thing.span):
            return thing
    return None


def _is_turned(token: Token, verb: Sign) -> bool:
    """A noun in the nominative or accusative («дауды», «дау»), what one escapes in the ablative; no attribute."""
    if verb.code == "escaping":
        return token.case is Case.ABL
    return token.case in (None, Case.NOM, Case.ACC) and not token.attributive


def _is_noun(at: At, token: Token) -> bool:
    """Another object between: «дау туралы құжат азайды»."""
    if token.kind == "mark":
        return True
    dated = any(date.span.covers(token.span) for date in at.sentence.dates)
    return not dated and (token.case is Case.ACC or token.possessive) and token.lower not in TABLE.between
