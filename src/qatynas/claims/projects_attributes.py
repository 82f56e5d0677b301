"""What else a work is called by: its two ends, what it is for, the site at which it stands."""

from __future__ import annotations

from qatynas.claims.context import At
from qatynas.claims.predicates_lexicon import verb_tense
from qatynas.claims.projects_words import JOINING, SITES, TABLE
from qatynas.language.mentions import Case, NameType, Token
from qatynas.model import Span

_CALLED = 4  # words between «атты» and the noun
_FOR = ("атын", "етін", "йтын", "йтін")


def between_ends(at: At, span: Span) -> tuple[str, str, str] | None:
    """«Алматы мен Ошты жалғайтын (тікелей) рейс»: the two ends of a road or a line, and the words behind them."""
    ends = [n for n in at.names_in(span, NameType.PLACE) if n.country]
    if len(ends) != 2 or ends[0].span.start != span.start:
        return None
    gap = at.reading.text[ends[0].span.end : ends[1].span.start].strip().lower()
    tokens = [t for t in at.tokens_in(span) if t.span.start >= ends[1].span.end]
    joined = bool(tokens) and tokens[0].lower.startswith(JOINING) and tokens[0].lower.endswith(_FOR)
    if gap not in ("мен", "пен", "бен", "және") or not joined:
        return None
    between = [t for t in tokens[1:-1] if t.kind == "word"]
    return ends[0].canonical, ends[1].canonical, "".join(f"{t.text} " for t in between)


def called_by(at: At, first: int) -> tuple[str, Span] | None:
    """«„Көш“ атты ортақ кинотуындысы», «„Жібек“ деген дүкен»: the name in quotes that a noun is said to bear."""
    tokens = at.sentence.tokens
    for index in range(first - 1, max(0, first - _CALLED), -1):
        if tokens[index].lower in TABLE.words["called"]:
            closing = index - 1 - (tokens[index - 1].lower == "деп")
            opening = next((i for i in range(closing, -1, -1) if tokens[i].text in "«“"), None)
            if opening is None or tokens[closing].text not in "»”":
                return None
            span = tokens[opening].span.join(tokens[closing].span)
            return span.of(at.reading.text), span
    return None


def described(at: At, start: int) -> str | None:
    """«көлік құрастыратын (зауыт)», «Манас кесенесіне бастайтын (жол)»: what a noun with no words of its own is for."""
    tokens = at.sentence.tokens
    last = start - 1
    if last > 0 and any(n.span.covers(tokens[last].span) for n in at.sentence.numbers):
        last = next((i for i in range(last, -1, -1) if verb_tense(tokens[i].lower) == "participle"), last)
    if last < 1 or not tokens[last].lower.endswith(_FOR) or verb_tense(tokens[last].lower) != "participle":
        return None
    first = last - 1
    if tokens[first].kind != "word" or any(d.span.covers(tokens[first].span) for d in at.sentence.dates):
        return None
    while first > 0 and any(n.span.start < tokens[first].span.start < n.span.end for n in at.sentence.names):
        first -= 1
    before = tokens[first - 1] if first else None
    if before is not None and before.kind == "word" and before.text[:1].isupper() and before.case in (None, Case.NOM):
        first -= 1
    return " ".join(token.text for token in tokens[first : last + 1])


def is_capital(at: At, token: Token) -> bool:
    return token.text in "»”" or (token.text[:1].isupper() and token.span.start > at.sentence.span.start)


def unlisted_site(at: At, upto: int) -> str | None:
    """«Болашақ» of «Болашақ стансасында»: the name before a noun for a site, where no list knows its country."""
    for index, token in enumerate(at.sentence.tokens):
        if token.span.start > upto or index == 0 or not token.lemmas & SITES:
            continue
        if token.case is not Case.LOC and not token.attributive:
            continue
        before = at.sentence.tokens[index - 1]
        name = at.sentence.tokens[index - 2] if before.text in "»”" and index > 1 else before
        capital = name.kind == "word" and name.text[:1].isupper()
        if capital and (name is not before or token.possessive or is_capital(at, before)):
            return name.text
    return None
