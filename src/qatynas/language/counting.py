"""What a number counts, how often, and whether each gets so much."""

from __future__ import annotations

from collections.abc import Sequence

from qatynas.language.kk import counting as kk
from qatynas.language.kk.hedges import EACH
from qatynas.language.kk.units import PER_SECOND, RATES
from qatynas.language.mentions import Case, Token
from qatynas.language.numeral_words import numeral_word
from qatynas.language.numerals import is_hyphen
from qatynas.language.stems import analyse
from qatynas.language.units import UnitFound
from qatynas.model.quantity import Qualifier
from qatynas.model.span import Span

_RATES = PER_SECOND | frozenset(RATES)
_REACH = 6  # words between a number and the noun that it counts


def counted_noun(
    tokens: Sequence[Token], position: int, unit: UnitFound | None
) -> tuple[str | None, Span | None, int, Case | None]:
    """The noun phrase that a number before position counts: lemma of its head, span, last token, case.

    «150 мемлекетаралық, үкіметаралық келісімге» counts келісім; adjectives and participles between are passed over.
    """
    if unit is not None:
        token = tokens[unit.first]
        return token.lemma, token.span, unit.last, token.case
    head = _head(tokens, position)
    if head is None:
        return None, None, position - 1, None
    first = last = head
    while _continues(tokens, last):
        last += 1
    token = tokens[last]
    return token.lemma, tokens[first].span.join(token.span), last, token.case


def _head(tokens: Sequence[Token], position: int) -> int | None:
    position += position < len(tokens) and is_hyphen(tokens[position])  # «43-орында»
    for index in range(position, min(len(tokens), position + _REACH)):
        token = tokens[index]
        if token.kind != "word":
            if token.text == "," and index > position and _is_adjective(tokens[index - 1]):
                continue
            return None
        part = _PARTS.get(token.lower)
        if part is None:
            part = _remember(token)
        if part == _STOPS:
            return None
        if part == _JOINS or (part == _DESCRIBES and not _before_verb(tokens, index)):
            continue
        return index
    return None


_STOPS, _JOINS, _DESCRIBES, _IS_COUNTED = range(4)
_PARTS: dict[str, int] = {}  # what a word (small letters) may be between a number and what it counts
_MOST_PARTS = 1 << 16


def _remember(token: Token) -> int:
    if token.lower in kk.STOPPING or numeral_word(token.lower) is not None or _is_finite(token):
        part = _STOPS
    elif token.lower in kk.JOINING:
        part = _JOINS
    else:
        part = _DESCRIBES if _is_adjective(token) else _IS_COUNTED
    if len(_PARTS) >= _MOST_PARTS:
        _PARTS.clear()
    _PARTS[token.lower] = part
    return part


def _is_finite(token: Token) -> bool:
    readings = analyse(token.lower)
    best = readings[0]
    if best.form == "stem" and any(r.pos == "noun" and r.known and not r.suffix for r in readings):
        return False  # «жиырма көрме»: a noun before it is «don't see»
    return best.pos == "verb" and best.known and best.form not in ("participle", "infinitive", "agent")


def _is_adjective(token: Token) -> bool:
    if token.attributive:
        return True
    if token.case is not Case.NOM or token.possessive or token.plural:
        return False
    if token.lower in kk.ADJECTIVES:
        return True
    ending = next((ending for ending in kk.ADJECTIVE_ENDINGS if token.lower.endswith(ending)), None)
    return ending is not None and len(token.lower) - len(ending) > 2  # көлік, балық are no adjectives


def _before_verb(tokens: Sequence[Token], index: int) -> bool:
    """Whether a verb that ends a clause follows: «20 қазақстандық келді» counts the first word, whatever its ending."""
    following = tokens[index + 1 : index + 2]
    if not following or following[0].kind == "mark":
        return not following or following[0].text != ","
    return following[0].case is None


def _continues(tokens: Sequence[Token], last: int) -> bool:
    """«тауар түрі», «жүк көлігін»: a bare noun, then the noun that it belongs to."""
    if last + 1 >= len(tokens):
        return False
    here, following = tokens[last], tokens[last + 1]
    bare = here.case is Case.NOM and not here.possessive and not here.plural
    return bare and following.kind == "word" and following.possessive and following.lower not in kk.STOPPING


def rate_near(tokens: Sequence[Token], first: int, last: int) -> tuple[str | None, bool]:
    """«тәулігіне 1 200», «12 текше метр секундына»: the rate near tokens[first:last + 1]; whether it is a second."""
    begin = max(0, first - 3)
    around = [token.lower for token in tokens[begin : last + 3]]
    if _RATES.isdisjoint(around):
        return None, False
    for lower in (*reversed(around[: first - begin]), *around[first - begin :]):
        if lower in PER_SECOND:
            return None, True
        if lower in RATES:
            return RATES[lower], False
    return None, False


def is_each(tokens: Sequence[Token], first: int, last: int, case: Case | None, qualifier: Qualifier) -> bool:
    """«әрқайсысы 500 мың», «елу гранттан бөледі», «15 мыңнан рұқсат»."""
    if not EACH.isdisjoint([token.lower for token in tokens[max(0, first - 5) : first]]):
        return True
    if qualifier is not Qualifier.EXACT:
        return False
    ends = [last]
    if last + 1 < len(tokens) and tokens[last + 1].kind == "word":
        ends.append(last + 1)
    for end in ends:
        token = tokens[end]
        if token.case is Case.ABL or (end == last and case is Case.ABL):
            return any(not kk.GIVING.isdisjoint(after.lemmas) for after in tokens[end + 1 : end + 5])
    return False
