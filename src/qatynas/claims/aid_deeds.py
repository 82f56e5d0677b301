"""Help by deed: what one side's doctors and rescuers do in the other's land, without a word for help or giving."""

from __future__ import annotations

from functools import cache

from qatynas.claims.acts import Mood, mood, stems, verb
from qatynas.claims.clauses import token_after
from qatynas.claims.context import At
from qatynas.claims.gate import Gate
from qatynas.data import Strict, load
from qatynas.language import PhraseTable
from qatynas.language.mentions import Case, NameType, Token
from qatynas.model import Span

_NAMES = (NameType.STATE, NameType.SIDE, NameType.PLACE)


class Words(Strict, frozen=True):
    """data/aid.toml."""

    words: dict[str, tuple[str, ...]]
    purposes: dict[str, tuple[str, ...]]


def helped(at: At) -> tuple[str, str, Span] | None:
    """«қырғыз дәрігерлері Шу ауданында науқас емдеді»: from whom, to whom, and the verb's place."""
    if not _gate().passes(at.sentence) or len(at.pair) != 2:
        return None
    tokens = at.sentence.tokens
    for hit in _table().find(tokens):
        if hit.key != "deeds" or verb(tokens[hit.last], _stems()) is None:
            continue
        where = _ground(at, hit.span)
        staff = next((t for t in tokens if t.span.end <= hit.span.start and _is_staff(t)), None)
        if where is None or staff is None or mood(at, hit.last, _stems()) != Mood.DONE:
            continue
        giver = _country_of(at, staff, where)
        if giver and giver != where:
            return giver, where, hit.span
    return None


def _is_staff(token: Token) -> bool:
    return token.case in (None, Case.NOM) and "staff" in _table().keys((token,))


def _ground(at: At, deed: Span) -> str | None:
    """The state of the place where it was done."""
    names = [n for n in at.names_in(at.sentence.span, NameType.PLACE) if n.country in at.pair]
    names = [
        n for n in names if n.span.end <= deed.start and (n.case is Case.LOC or n.attributive or _is_site(at, n.span))
    ]
    return names[-1].country if names else None


def _is_site(at: At, span: Span) -> bool:
    """«Шу ауданында»: the noun that takes the name up stands in the locative."""
    after = token_after(at.sentence, span.end)
    return after is not None and after.possessive and after.case is Case.LOC


def _country_of(at: At, staff: Token, where: str) -> str | None:
    """Whose they are: the state named right before them, «олардың», «біздің»."""
    before = [n for n in at.names_in(at.sentence.span, *_NAMES) if n.span.end <= staff.span.start and n.country]
    if before and (before[-1].role == "adjective" or before[-1].case is not Case.LOC):
        return before[-1].country
    words = {t.lower for t in at.sentence.tokens if t.span.end <= staff.span.start}
    if words & {"олардың", "біздің", "өз"}:
        return next(code for code in at.pair if code != where)
    return None


@cache
def _stems() -> frozenset[str]:
    return stems(load("aid", Words).words["deeds"])


@cache
def _gate() -> Gate:
    return Gate(load("aid", Words).words["deeds"])


@cache
def _table() -> PhraseTable:
    words = load("aid", Words).words
    return PhraseTable({"deeds": words["deeds"], "staff": words["staff"]})
