"""The forms of words by which a sentence tells whose words it holds."""

from __future__ import annotations

from collections.abc import Sequence

from qatynas.language import analyse
from qatynas.language.mentions import Case, Sentence, Token

_PASSIVE = ("ыл", "іл", "лан", "лен", "ын", "ін", "тал", "тел", "нал")
_MOST = 3
"""Words of «деп» with its verb and auxiliaries."""


def ends_sentence(sentence: Sentence, last: int) -> bool:
    """Whether nothing but auxiliaries and marks stands behind the verb of report."""
    return sum(token.kind == "word" for token in sentence.tokens[last + 1 :]) <= 2


def plural(token: Token) -> str | None:
    """«мамандардың» without its case: «мамандар»; None for one alone."""
    for mark in ("лар", "лер", "дар", "дер", "тар", "тер"):
        if token.lower.startswith(token.lemma.lower() + mark):
            return token.lemma.lower() + mark
    return token.lemma if token.plural else None


def thinks(tokens: Sequence[Token], that: int) -> bool:
    """Whether an active verb of the third person behind «деп» ends the sentence: «… деп біледі», «… деп отыр»."""
    words = [t for t in tokens[that + 1 :] if t.kind == "word"]
    if not 0 < len(words) <= _MOST or tokens[that].lower != "деп":
        return False
    stems = [r.lemma for r in analyse(words[-1].lower)[:1] if r.pos == "verb"]
    own = words[-1].lower.endswith(("мын", "мін", "мыз", "міз", "дым", "дім", "дық", "дік"))
    return bool(stems) and not own and not stems[0].endswith(_PASSIVE)


def says_that(token: Token) -> bool:
    return token.lower in ("деп", "екенін", "екенін,", "барын", "жоғын") or is_participle(token)


def is_participle(token: Token) -> bool:
    """«болғанын», «өсетінін», «дайындығын»: what is reported, in the accusative."""
    if token.case not in (Case.ACC, None) or token.kind != "word":
        return token.lower == "екенін"
    return token.lower in ("екенін", "барын") or any(
        r.form in ("participle", "infinitive") and r.case == Case.ACC for r in analyse(token.lower)[:2]
    )
