"""A sentence parted among its numbers: each has its own words, and those up to the verb that ends what it says."""

from __future__ import annotations

from itertools import pairwise

from qatynas.claims.clauses import token_after
from qatynas.claims.context import At
from qatynas.claims.figures_units import corrected, counting, parted
from qatynas.claims.figures_verbs import is_finite, verb_of
from qatynas.claims.figures_words import noun
from qatynas.language.mentions import Case, NumberMention, Sentence, Token
from qatynas.model import Span

_DASH_WITHIN = 4  # words between a dash and the number that it equals something with
_DASHES = frozenset("–—-")
_CUTS = frozenset(",;:()·|•.!?…")


def pieces(sentence: Sentence) -> tuple[Span, ...]:
    """A sentence parted so that each part has the words of one number, where marks or linking words allow it."""
    numbers = counting(sentence)
    dates = [d.span for d in sentence.dates]
    cuts = {sentence.span.start, sentence.span.end}
    for token in sentence.tokens:
        if token.text not in _CUTS:
            continue
        if token.text == "," and _after_correction(sentence, token):
            continue
        inside = any(n.span.start < token.span.start < n.span.end for n in sentence.numbers)
        inside = inside or any(d.start < token.span.start < d.end for d in dates)
        if not inside:
            cuts.add(token.span.start if token.text == "(" else token.span.end)
    for before, after in pairwise(numbers):
        cut = _link_between(sentence, before, after)
        if cut is not None and not any(before.span.end <= c <= after.span.start for c in cuts):
            cuts.add(cut)
    return tuple(Span(a, b) for a, b in pairwise(sorted(cuts)) if a < b)


def _after_correction(sentence: Sentence, comma: Token) -> bool:
    """«312 мың емес, 286 мың»: the right number has the words of the wrong one."""
    before = [n for n in sentence.numbers if n.span.end < comma.span.start][-1:]
    if not before or not corrected(before[0], sentence):
        return False
    between = [t for t in sentence.tokens if before[0].span.end <= t.span.start < comma.span.start]
    return all(noun("taken_back", (t.lower,)) for t in between)


def _link_between(sentence: Sentence, before: NumberMention, after: NumberMention) -> int | None:
    """Where «және» or «мен» parts two numbers; None where nothing does."""
    for token in sentence.tokens:
        if before.span.end <= token.span.start and token.span.end <= after.span.start and noun("links", (token.lower,)):
            return token.span.start
    return None


def narrow(piece: Span, number: NumberMention, sentence: Sentence) -> Span:
    """The piece without the words of other numbers in it: from the one before to the one after."""
    start, end = piece.start, piece.end
    for other in counting(sentence):
        if other is number:
            continue
        if piece.covers(other.span) and other.span.end <= number.span.start:
            start = max(start, other.span.end)
        elif piece.covers(other.span) and other.span.start >= number.span.end:
            end = min(end, other.span.start)
    return Span(start, max(end, start))


def reach(at: At, parts: tuple[Span, ...], piece: Span, number: NumberMention) -> Span:
    """From the piece's start to the verb that ends what is said of the number; a bracket ends itself.

    «… экспорт – 1,2 млрд,» needs no verb: a dash before the number and nothing after it is a whole clause.
    """
    text = at.reading.text
    inside = text[piece.start : piece.start + 1] == "("
    if inside or _nominal(at, piece, number) or _closes_itself(at, number):
        return piece
    for part in parts:
        if part.end <= number.span.start:
            continue
        tokens = [t for t in at.tokens_in(part) if t.span.start >= number.span.end]
        if part.start > number.span.start:
            if text[part.start : part.start + 1] == "(":
                continue
            again = bool(tokens) and noun("restating", (tokens[0].lower,))  # «… әрбір жетіншісі, яғни 2 980-і Ресейден»
            if tokens and noun("turns", (tokens[0].lower,)) and not again:
                return Span(piece.start, max(part.start, piece.end))
        if any(is_finite(token) for token in tokens) or (tokens and _said_and_done(tokens)):
            return Span(piece.start, max(part.end, piece.end))
    return Span(piece.start, at.sentence.span.end)


def _closes_itself(at: At, number: NumberMention) -> bool:
    """«33 млн доллардан аспады, …»: a number whose hedge is the verb of its clause."""
    tail = at.tokens_in(Span(min(number.digits.end, number.span.end), number.span.end))
    after = token_after(at.sentence, number.span.end)
    if after is not None and after.text in _DASHES and parted(number, at.sentence):
        return True  # «сарбаздардың 900-і – қазақстандық, …»
    return bool(tail) and is_finite(tail[-1])


def _said_and_done(tokens: tuple[Token, ...] | list[Token]) -> bool:
    """«… жартысына жуығы тасылған,»: a participle that closes its clause."""
    if tokens[-1].text in ".!?…":
        return True
    words = [t for t in tokens if t.kind == "word"]
    if words and noun("comparisons", (words[-1].lower,)) and tokens[-1].kind == "mark":
        return True
    reading = verb_of(words[-1]) if words else None
    return (
        tokens[-1].kind == "mark"
        and reading is not None
        and reading.form == "participle"
        and not reading.possessor
        and reading.case is Case.NOM
    )


def _nominal(at: At, piece: Span, number: NumberMention) -> bool:
    """Whether the piece is «X – number» with no word after it."""
    tokens = at.tokens_in(piece)
    before = [t for t in tokens[1:] if t.span.end <= number.span.start][-_DASH_WITHIN:]
    dashed = any(t.text in "–—-" for t in before)
    return dashed and not any(t.kind == "word" and t.span.start >= number.span.end for t in tokens)
