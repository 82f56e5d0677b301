"""Works that no list knows: whatever is put into service, opened, built or mended on a day is a work.

«жасанды көлшік салу 2026 жылы қолға алынады», «тілді оқыту кабинеті қыркүйекте есігін ашты», «соқпақ … ашылмақ».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qatynas.claims.context import At
from qatynas.claims.predicates import reach
from qatynas.claims.predicates_lexicon import Sign
from qatynas.claims.projects_words import TABLE
from qatynas.language import analyse
from qatynas.language.mentions import Case, NameType, Token
from qatynas.model import Span

_STRONG = frozenset(TABLE.words["strong"])
_NONE = frozenset(TABLE.words["no_work"])
_KINDS = ("лық", "лік", "дық", "дік", "тық", "тік", "ғы", "гі", "қы", "кі", "лы", "лі", "ды", "ді", "ты", "ті")
"""Endings of adjectives, which the lexicon takes for nouns."""
_DEEDS = ("у", "ю")
_SUBJECTS = (None, Case.NOM)


def unlisted(at: At, nouns: Sequence[Sign], verbs: Sequence[Sign]) -> Iterator[Sign]:
    """The nouns of works that a sentence with a date tells by what is done to them; none beside a listed one."""
    if not at.sentence.dates or any(n.code == "thing" for n in nouns):
        return
    for noun in nouns:
        if noun.code == "work" and (built := _object(at, noun)):
            yield built
            return
    for verb in verbs:
        if verb.pattern in _STRONG and (built := _subject(at, verb)):
            yield built
            return


def _object(at: At, noun: Sign) -> Sign | None:
    """«лагерін жөндеу», «көлшік салуды», «стадионның құрылысы»: what stands right before the deed."""
    deed = noun.pattern.endswith(_DEEDS)
    before = at.sentence.tokens[noun.first - 1] if noun.first else None
    cases = (*_SUBJECTS, Case.ACC) if deed else (*_SUBJECTS, Case.GEN)
    return _sign(at, noun.first - 1) if before is not None and before.case in cases and _is_work(at, before) else None


def _subject(at: At, verb: Sign) -> Sign | None:
    """The last nominative or accusative in the verb's reach that can be a work."""
    place = reach(at, verb)
    tokens = at.sentence.tokens
    for index in range(verb.first - 1, -1, -1):
        token = tokens[index]
        if token.span.start < place.start:
            return None
        if token.kind == "word" and token.case in (*_SUBJECTS, Case.ACC) and not _is_taken(at, token.span):
            return _sign(at, index) if _is_work(at, token) else None
    return None


def _is_work(at: At, token: Token) -> bool:
    reading = analyse(token.lower)[0]
    if reading.pos != "noun" or token.plural or token.attributive or token.lemmas & _NONE:
        return False
    of_kind = token.case is not Case.ACC and not token.possessive and token.lower.endswith(_KINDS)
    return not of_kind and not _is_taken(at, token.span)


def _is_taken(at: At, span: Span) -> bool:
    """Part of a date, a number or a name."""
    spans: list[Span] = [d.span for d in at.sentence.dates] + [n.span for n in at.sentence.numbers]
    spans += [n.span for n in at.sentence.names if n.type is not NameType.QUOTED]
    return any(other.covers(span) for other in spans)


def _sign(at: At, index: int) -> Sign:
    token = at.sentence.tokens[index]
    return Sign("thing", token.lemma, token.span, index, index, "", False, token.case)
