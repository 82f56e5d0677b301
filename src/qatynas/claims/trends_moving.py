"""What moves, told without the name of an indicator: goods that come or go, one side's goods, those who travel."""

from __future__ import annotations

from collections.abc import Sequence

from qatynas.claims.clauses import token_after
from qatynas.claims.context import At
from qatynas.claims.goods_words import GOODS
from qatynas.claims.predicates import own_pair
from qatynas.data import Strict
from qatynas.language import analyse
from qatynas.language.mentions import Case, NameType, Token
from qatynas.model import Span

_SIDES = (NameType.STATE, NameType.SIDE, NameType.PLACE)
_PRONOUNS = {"бізге": "home", "өзімізге": "home", "бізден": "home", "олардан": "other", "оларға": "other"}
_NEAR = 3
"""Words between a participle of moving and the thing that moves."""


class Moving(Strict, frozen=True):
    """data/trends.toml, [moving]."""

    comes: frozenset[str]
    goes: frozenset[str]
    things: frozenset[str]
    folk: frozenset[str]
    measures: frozenset[str]


def moved(at: At, place: Span, words: Moving) -> tuple[str, str] | None:
    """(indicator, rule) of what stands in place before a direction, None where nothing that moves does."""
    tokens = at.tokens_in(place)
    things = _things(at, place, words)
    for index, token in enumerate(tokens):
        stem = _participle(token)
        if stem is None:
            continue
        behind = tokens[index + 1 : index + 2 + _NEAR]
        if any(t.span.start in things for t in behind):
            way = _way(at, place, token, stem, words)
            if way:
                return way, "goods on their way"
        if any(t.lemmas & words.folk for t in behind) and _reaches_the_other(at, place, token):
            return "tourism.visitors", "those who travel"
    if things and (own := _whose(at, place, things)):
        return own, "goods of one side"
    return None


def _things(at: At, place: Span, words: Moving) -> frozenset[int]:
    """Where words for goods begin: those of the customs table and «тауар», «өнім»."""
    tokens = at.tokens_in(place)
    found = {hit.span.start for hit in GOODS.find(tokens)}
    return frozenset(found | {t.span.start for t in tokens if t.lemmas & words.things})


def _participle(token: Token) -> str | None:
    for reading in analyse(token.lower)[:2]:
        if reading.pos == "verb" and reading.form == "participle" and not reading.negative:
            return reading.lemma
    return None


def _way(at: At, place: Span, participle: Token, stem: str, words: Moving) -> str | None:
    """«көршіден келетін», «бізге сатқан» is import, «көршіге жөнелтілетін», «елімізден шығатын» export."""
    home = at.reading.home
    source, goal = _ends(at, Span(place.start, participle.span.start))
    if goal is None and source is not None:
        goal = next((code for code in own_pair(at) if code != source), None)
    if goal == home and stem in words.comes:
        return "trade.import"
    if goal is not None and goal != home and stem in words.goes:
        return "trade.export"
    if goal is None and stem in ("әкелін", "импорттал", "әкел"):
        return "trade.import"
    return "trade.export" if goal is None and stem in ("экспорттал", "жөнелтіл") else None


def _ends(at: At, place: Span) -> tuple[str | None, str | None]:
    """(source, goal) of a way by the cases of the sides before it."""
    source = goal = None
    for name in at.names_in(place, *_SIDES):
        country = name.country if len(name.countries) < 2 else None
        if country not in own_pair(at):
            continue
        case = name.case
        if case in (None, Case.NOM, Case.GEN):  # «өзбек нарығына», «елдің базарына»
            head = token_after(at.sentence, name.span.end)
            case = head.case if head is not None and head.case in (Case.ABL, Case.DAT) else case
        if case is Case.ABL:
            source = country
        elif case is Case.DAT:
            goal = country
    home = at.reading.home
    other = next((code for code in own_pair(at) if code != home), None)
    for token in at.tokens_in(place):
        side = {"home": home, "other": other}.get(_PRONOUNS.get(token.lower, ""))
        if side and token.case is Case.ABL:
            source = source or side
        elif side:
            goal = goal or side
    return source, goal


def _reaches_the_other(at: At, place: Span, participle: Token) -> bool:
    source, goal = _ends(at, Span(place.start, participle.span.start))
    return source is not None or goal is not None


def _whose(at: At, place: Span, things: frozenset[int]) -> str | None:
    """«өзбек цементі», «қазақстандық ұн»: whose goods they are, said right before them."""
    tokens: Sequence[Token] = at.tokens_in(place)
    for name in at.names_in(place, NameType.STATE, NameType.SIDE):
        head = next((t for t in tokens if t.span.start >= name.span.end), None)
        owned = name.case in (None, Case.NOM, Case.GEN) and len(name.countries) < 2
        if head is not None and owned and head.span.start in things and name.country in own_pair(at):
            return "trade.export" if name.country == at.reading.home else "trade.import"
    return None
