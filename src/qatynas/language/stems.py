"""Stems: which lemma a Kazakh word may have, and what its endings say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import msgspec

from qatynas.language.endings import (
    CLASS_LETTERS,
    FUSED,
    MELTED,
    VOWELS,
    Ending,
    endings,
    harmony,
    last_sound,
    sound_class,
    spell,
)
from qatynas.language.kk import suffixes
from qatynas.language.kk.words import FIXED, PARTICLES, PLUPERFECT, SHORT_VERBS, WHOLE
from qatynas.language.lexicon import lexicon
from qatynas.language.mentions import Case

_LONGEST_ENDING = 16
_BEFORE_FUSED = frozenset("аәеоөұүыіи")
_SOFTENED = {"б": "п", "г": "к", "ғ": "қ"}  # before a vowel: кітап, кітабы


class Analysis(msgspec.Struct, frozen=True, gc=False):
    """One way to read a word: lemma (small letters) and what its ending says.

    pos is "noun" (names, adjectives, numerals and all else that takes their endings) or "verb", whose lemma is its
    stem (көбейіп → көбей). form is "" for nouns, else converb, past, present, condition, wish, inferred, perfect,
    future, participle, infinitive, agent, intention or stem; case is None for those that take none. possessor is "3",
    "1sg", "2sg", "2sg.pol", "1pl" or "".
    known is true where the lexicon has the lemma.
    """

    lemma: str
    pos: str
    case: Case | None = Case.NOM
    plural: bool = False
    possessor: str = ""
    attributive: bool = False
    equative: bool = False
    form: str = ""
    negative: bool = False
    suffix: str = ""
    known: bool = False


@lru_cache(maxsize=1 << 16)
def analyse(word: str) -> tuple[Analysis, ...]:
    """Every reading of word, best first; never empty. word may have any letters; capitals are made small."""
    lower = word.lower()
    if lower in FIXED:
        lemma, case, possessor = FIXED[lower]
        return (Analysis(lemma, "noun", Case(case), possessor=possessor, known=True),)
    head, hyphen, tail = lower.rpartition("-")
    if hyphen and head:
        return _hyphenated(head, tail)
    if not lower:
        return (Analysis("", "noun"),)
    scored = [(_score(lower, stem, ending), stem, ending) for stem, ending in candidates(lower)]
    scored.sort(key=lambda row: -row[0])
    nouns, _ = lexicon()
    readings: dict[Analysis, None] = {}
    for _, stem, ending in scored:
        known = stem in nouns if ending.pos == "noun" else verb_weight(stem) > 0
        readings.setdefault(_analysis(stem, ending, known), None)
    return tuple(readings)


def _analysis(stem: str, ending: Ending, known: bool) -> Analysis:
    finite = (ending.form in suffixes.FINITE and ending.form not in suffixes.NOMINAL) or ending.form == "stem"
    return Analysis(
        stem, ending.pos, None if finite else ending.case, ending.plural, ending.possessor, ending.attributive,
        ending.equative, ending.form, ending.negative, ending.text, known,
    )  # fmt: skip


def _hyphenated(head: str, tail: str) -> tuple[Analysis, ...]:
    """«АҚШ-тың» is a word with its ending; of «сауда-экономикалық» only the last part is inflected."""
    if tail in PARTICLES or (tail in PLUPERFECT and analyse(head)[0].form == "participle"):
        return analyse(head)
    for ending in endings().get(tail, ()):
        if ending.pos == "noun" and tail:
            return (_analysis(head, ending, True),)
    return tuple(_prefixed(reading, head) for reading in analyse(tail)) if tail else (Analysis(head, "noun"),)


def _prefixed(reading: Analysis, head: str) -> Analysis:
    return Analysis(
        f"{head}-{reading.lemma}", reading.pos, reading.case, reading.plural, reading.possessor, reading.attributive,
        reading.equative, reading.form, reading.negative, reading.suffix, reading.known,
    )  # fmt: skip


def candidates(word: str, guess: bool = False) -> Iterator[tuple[str, Ending]]:
    """Every stem and ending that word (small letters) could be made of, likely or not; stems may be restored.

    A vowel that an ending swallowed (орн-ы) is put back only where the lexicon then knows the stem; with guess never.
    """
    table = endings()
    for cut in range(len(word), max(0, len(word) - _LONGEST_ENDING - 1), -1):
        group = table.get(word[cut:])
        if not group:
            continue
        stem = word[:cut]
        back, kind = harmony(stem), sound_class(last_sound(stem))
        for ending in group:
            if back is not None and ending.back is not None and back != ending.back:
                continue
            if MELTED in ending.after:
                if stem[-1] not in VOWELS:
                    yield stem + ("ы" if back is not False else "і"), ending
                continue
            if FUSED in ending.after:
                if stem[-1] in _BEFORE_FUSED:
                    yield stem + "й", ending
                continue
            if kind in ending.after:
                yield stem, ending
            if ending.text:
                yield from _restored(stem, ending, guess)


def _restored(stem: str, ending: Ending, guess: bool) -> Iterator[tuple[str, Ending]]:
    """Stems that lose or soften a sound before this ending: кітаб-ы, тау-ып, орн-ы, оқ-у."""
    first, last = ending.text[0], stem[-1]
    if first not in VOWELS and first != "у":
        return
    if last in _SOFTENED and "hard" in ending.after:
        yield stem[:-1] + _SOFTENED[last], ending
    if ending.pos == "verb":
        if last == "у" and ending.form == "converb" and len(stem) > 2:
            yield stem[:-1] + "п", ending
        if first == "у" and last not in VOWELS:
            yield stem + ("ы" if harmony(stem) is not False else "і"), ending
    elif not guess and len(stem) > 2 and last not in VOWELS and stem[-2] not in VOWELS:
        vowel = "ы" if harmony(stem) is not False else "і"
        nouns, _ = lexicon()
        for whole in {last, _SOFTENED.get(last, last)}:
            if (full := stem[:-1] + vowel + whole) in nouns:
                yield full, ending


@cache
def _voice_endings() -> dict[str, frozenset[str]]:
    """Every spelling of a voice suffix, with the classes of sounds that it may follow."""
    table: dict[str, set[str]] = {}
    for pattern in suffixes.VOICES:
        for name, letter in CLASS_LETTERS.items():
            for back in (True, False):
                table.setdefault(spell(pattern, letter, back), set()).add(name)
    return {text: frozenset(after) for text, after in table.items()}


@lru_cache(maxsize=1 << 14)
def without_voice(stem: str) -> tuple[str, ...]:
    """Known verbs that stem is a passive, causative, reflexive or reciprocal of: көрсетіл → көрсет, көр."""
    found: dict[str, None] = {}
    for text, after in _voice_endings().items():
        base = stem[: -len(text)] if stem.endswith(text) else ""
        if len(base) < 2 or harmony(base) not in (None, harmony(text), harmony(stem)):
            continue
        for whole in (base, base[:-1] + _SOFTENED.get(base[-1], base[-1])):
            if verb_weight(whole) and sound_class(whole[-1]) in after:
                found.setdefault(whole)
                found.update(dict.fromkeys(without_voice(whole)))
    return tuple(found)


def _score(word: str, stem: str, ending: Ending) -> float:
    """How likely this reading is: known stems first, by weight and length of ending; the bare word if it is a table's.

    The numbers were set by hand on words of `kk.words` and of the tests, not on a treebank.
    """
    nouns, _ = lexicon()
    if stem in WHOLE and ending.text == "" and ending.pos == "noun":
        return 100.0
    weight = nouns.get(stem, 0) if ending.pos == "noun" else verb_weight(stem)
    short = _too_short(stem, ending.pos)
    if not weight:
        said = 0.5 * min(len(ending.text), 4) if ending.pos == "noun" else -3.0
        return -10.0 + said - (len(ending.text) == 0) * 2 - short * 12
    score = float(weight) + 0.8 * min(len(ending.text), 6) - 12.0 * short - 2.0 * (len(stem) < 3)
    if ending.form == "stem":
        score -= 3.0
    elif ending.form == "future" or ending.text in _AORISTS or ending.equative:
        score -= 4.0
    elif ending.form in ("intention", "agent") and word in nouns:
        score -= 8.0
    return score


@lru_cache(maxsize=1 << 16)
def verb_weight(stem: str) -> int:
    """How well a verb stem is known: by the lexicon, or as made of a known noun (бетон-дал, рәсім-де, тығыз-дал)."""
    nouns, verbs = lexicon()
    if stem in verbs:
        return verbs[stem]
    made = _MADE_OF_NOUN.fullmatch(stem)
    if made is None or spell("LA", made[1][-1], True)[0] != made[2][0]:
        return 0
    if nouns.get(made[1], 0) >= _KNOWN_WELL:
        return _MADE_WEIGHT
    return 1 if made[2][0] == "л" and len(made[1]) > 4 and made[1] not in nouns else 0


_KNOWN_WELL, _MADE_WEIGHT = 3, 4
_MADE_OF_NOUN = re.compile(
    r"(.{2,}?)([лдт][ае])(?:н|л|с|т|ндыр|ндір|стыр|стір|тыр|тір|ныс|ніс|ндырыл|ндіріл|стырыл|стіріл)?"
)
_AORISTS = frozenset(
    ("р", "ар", "ер", "са", "се", "ай", "ей", "қы", "кі", "ғы", "гі", "ба", "бе", "ма", "ме", "па", "пе")
)


def _too_short(stem: str, pos: str) -> bool:
    """A single letter, or a consonant and a vowel that no short verb is made of."""
    if len(stem) > 2:
        return False
    return len(stem) < 2 or (
        stem[0] not in VOWELS and stem[1] in VOWELS and not (pos == "verb" and stem in SHORT_VERBS)
    )
