"""Word tables over a sentence: which list a word stands in, and in what form its verb is.

Verbs stand in the data by their stems; a hit says in what form the verb is met («талқыланды» is past).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

import msgspec

from qatynas.claims.context import At
from qatynas.claims.once import per_sentence
from qatynas.language import PhraseTable, analyse
from qatynas.language.endings import endings
from qatynas.language.mentions import Sentence, Token
from qatynas.model import Span

_SHORT_STEM = 3
"""Letters that a stem needs to be told by its beginning."""
_LONG_NOUN = 5
_SURE_NOUN = 7
"""Letters that a noun needs to be met by its beginning: one that the lexicon lacks, and any other."""


class Sign(msgspec.Struct, frozen=True, gc=False):
    """A hit of a lexicon: its list's code, its pattern, its words; form is the verb form of its last word, or ""."""

    code: str
    pattern: str
    span: Span
    first: int
    last: int
    form: str
    negative: bool
    case: str | None


def any_ending(pattern: str) -> str:
    """A pattern of several words as PhraseTable takes it: «тауар айналымы» meets «тауар айналымын» too.

    A word that stands with a possessive or plural ending in the data is met by its lemma as well; a verb's «-» goes.
    """
    words = pattern.removesuffix("-").split()
    if pattern.endswith("-"):
        return " ".join([*map(_with_lemma, words[:-1]), _verb_pattern(words[-1])])
    if len(words) == 1:
        return _with_prefix(words[0])
    return " ".join([*map(_with_lemma, words[:-1]), _with_cases(words[-1])])


def _with_cases(word: str) -> str:
    """The last of several words, where it has a possessive ending of its own («диқан базары»), in any case too."""
    owned = word.isalpha() and word.endswith(("ы", "і")) and len(word) >= _LONG_NOUN
    return f"{_with_lemma(word)}|{word}*" if owned else _with_lemma(word)


def _verb_pattern(stems: str) -> str:
    """A verb is met by its lemma or its first letters; `verb_form` then says whether the word is one of its forms."""
    choices = []
    for stem in stems.split("|"):
        choices += [stem, (stem[:-1] if stem.endswith("й") and len(stem) > _SHORT_STEM else stem) + "*"]
    return "|".join(choices if len(stems) > 1 else [stems])


def _with_prefix(word: str) -> str:
    """A long noun, or one that the lexicon lacks, is met by its beginning too: some forms have no lemma."""
    if not word.isalpha() or len(word) < (_SURE_NOUN if analyse(word)[0].known else _LONG_NOUN):
        return word
    stem = word[:-1] if word.endswith(("қ", "к", "п")) else word
    return f"{word}|{stem}*"


def _with_lemma(word: str) -> str:
    if not word.isalpha():
        return word
    best = analyse(word)[0]
    inflected = best.pos == "noun" and best.known and (best.possessor == "3" or best.plural) and best.lemma != word
    return f"{word}|{best.lemma}" if inflected else word


class Lexicon:
    """Lists of patterns (as PhraseTable takes them) by code; a pattern that ends in «-» ends in a verb's stem.

    All lexicons are looked for at once, and once a sentence: see `_signs`.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._number = len(_LISTS)
        _LISTS.append({code: tuple(patterns) for code, patterns in lists.items()})

    def of(self, at: At, *codes: str) -> tuple[Sign, ...]:
        """The hits of the sentence, the longest of each list, in order; of these codes where any are given."""
        signs = at.sentence.kept.get(_signs)  # asked for hundreds of times an article
        found = (_signs(at.sentence) if signs is None else signs).get(self._number, ())
        return tuple([sign for sign in found if sign.code in codes]) if codes and found else found

    def within(self, at: At, place: Span, *codes: str) -> tuple[Sign, ...]:
        """Those that lie in place."""
        found = self.of(at, *codes)
        return tuple([sign for sign in found if place.covers(sign.span)]) if found else ()


_LISTS: list[dict[str, tuple[str, ...]]] = []


@cache
def _table(count: int) -> PhraseTable:
    """One table of the first count lexicons."""
    return PhraseTable(
        {
            f"{number}\t{code}\t{pattern}": (any_ending(pattern),)
            for number, lists in enumerate(_LISTS[:count])
            for code, group in lists.items()
            for pattern in group
        }
    )


@per_sentence
def _signs(sentence: Sentence) -> dict[int, tuple[Sign, ...]]:
    """Every lexicon's hits in a sentence, by the lexicon's number."""
    found: dict[int, list[Sign]] = {}
    tokens = sentence.tokens
    for first, last, key in _table(len(_LISTS)).rows(tokens):
        number, code, pattern, stems = _parts(key)
        token = tokens[last]
        form, negative = "", False
        if stems:
            read = verb_form(token.lower, stems)
            if read is None:
                continue
            form, negative = read
        span = token.span if first == last else tokens[first].span.join(token.span)
        sign = Sign(code, pattern, span, first, last, form, negative, token.case)
        if number in found:
            found[number].append(sign)
        else:
            found[number] = [sign]
    return {
        number: tuple([s for s in signs if not _swallowed(s, signs)] if len(signs) > 1 else signs)
        for number, signs in found.items()
    }


@cache
def _parts(key: str) -> tuple[int, str, str, tuple[str, ...]]:
    """A key's lexicon, code and pattern, with the stems of the verb that it ends in."""
    number, code, pattern = key.split("\t")
    verb = pattern.rsplit(None, 1)[-1].rstrip("-").lstrip("=").split("|") if pattern.endswith("-") else ()
    return int(number), code, pattern, tuple(verb)


def _swallowed(sign: Sign, others: Sequence[Sign]) -> bool:
    code, span = sign.code, sign.span
    for other in others:
        if other.code == code and other is not sign and other.span.covers(span) and other.span != span:
            return True
    return False


@lru_cache(maxsize=1 << 14)
def verb_form(word: str, stems: tuple[str, ...]) -> tuple[str, bool] | None:
    """(form, negative) of word as a verb with one of these stems, the likeliest; None where it is none of theirs."""
    word = word[:-2] if word.endswith(_INTENDING) else word
    if "ңқыра" in word or "ңкіре" in word:
        return verb_form(_SOMEWHAT.sub(r"\1", word), stems) or verb_form(_SOMEWHAT.sub("", word), stems)
    for reading in analyse(word):
        if reading.pos == "verb" and reading.form != "stem" and reading.lemma in stems:
            form = "progressive" if reading.form == "infinitive" and reading.case == "loc" else reading.form
            return form, reading.negative
    return _by_ending(word, stems)


def _by_ending(word: str, stems: tuple[str, ...]) -> tuple[str, bool] | None:
    """The form of a verb that the lexicon lacks, by what follows its stem (й and a vowel are written я, ю)."""
    for stem in stems:
        if len(stem) < _SHORT_STEM:
            continue
        rest = word[len(stem) :] if word.startswith(stem) else None
        if rest is None and stem.endswith("й") and word.startswith(stem[:-1]) and word[len(stem) - 1 :][:1] in _JOINED:
            rest = _JOINED[word[len(stem) - 1]] + word[len(stem) :]
        for ending in endings().get(rest, ()) if rest else ():
            if ending.pos == "verb" and ending.form != "stem":
                form = "progressive" if ending.form == "infinitive" and ending.case == "loc" else ending.form
                return form, ending.negative
    return None


_SOMEWHAT = re.compile("([ыі]?)(?:ңқыра|ңкіре)")
"""«азайыңқырап тұр»: somewhat less, of the verb азай-."""
_INTENDING = ("мақшы", "мекші", "бақшы", "бекші", "пақшы", "пекші")
"""«бармақшы» is «бармақ»: the ending of who intends it goes."""
_OWN_DEEDS = ("уымыз", "уіміз", "юымыз", "юіміз", "уыңыз", "уіңіз")
_INFINITIVES = ("у", "ю", "уы", "уі", "юы", "юі")
_JOINED = {"я": "а", "ю": "у"}


@lru_cache(maxsize=1 << 12)
def verb_tense(word: str) -> str:
    """The form of word as a verb by its likeliest reading, «past» for every past one; "" for no verb."""
    for reading in analyse(word):
        if reading.pos == "noun" and reading.known and reading.lemma != word:
            return ""
        if reading.pos == "verb" and reading.form not in ("stem", "") and reading.known:
            return "past" if reading.form in ("past", "inferred", "perfect") else reading.form
    return ""


def is_adjective(token: Token) -> bool:
    """«автоматты», «қуатты», «атты»: a word of its own that looks like an accusative."""
    if token.case is None or token.case.value != "acc":
        return False
    readings = analyse(token.lower)
    return not readings[0].known or any(r.lemma == token.lower and r.known and r.pos == "noun" for r in readings)


def is_verb_noun(token: Token) -> bool:
    """Whether a word names a deed: «жою», «шешуі», «дамытқаны», «ескерген»."""
    if token.lower.endswith(_OWN_DEEDS):
        return True
    readings = analyse(token.lower)
    infinitive = token.lower.endswith(_INFINITIVES) and len(token.lower) >= _SHORT_STEM
    deeds = [r for r in readings if r.pos == "verb" and r.form in ("infinitive", "participle")]
    likely = any(r.known or r is readings[0] or (infinitive and r.form == "infinitive") for r in deeds)
    return likely and len(token.lower) >= _SHORT_STEM


def is_negative(token: Token) -> bool:
    """Whether a word is a converb or condition of a denied verb: «қалыптастырмай», «ойыспасақ»."""
    return any(r.negative and r.form in ("converb", "condition") for r in analyse(token.lower)[:3])
