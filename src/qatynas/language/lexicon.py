"""The list of known stems, read from `kk/lexicon.txt` when first asked for."""

from __future__ import annotations

from functools import cache
from importlib import resources

from qatynas.language.kk import calendar, numerals, units
from qatynas.language.kk.words import WHOLE

_TABLE_WEIGHT = 12  # of words that the tables name: as known as a common noun of the counted list


@cache
def lexicon() -> tuple[dict[str, int], dict[str, int]]:
    """Weights of known nouns (and all else that takes their endings) and of known verb stems."""
    kinds: dict[str, dict[str, int]] = {"n": {}, "v": {}}
    text = resources.files("qatynas.language.kk").joinpath("lexicon.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            word, kind, weight = line.split("\t")
            kinds[kind][word] = int(weight)
    named = (
        *calendar.MONTHS,
        *calendar.WEEKDAYS,
        *calendar.SEASONS,
        *numerals.VALUES,
        *numerals.ORDINALS,
        *units.WORDS,
        *WHOLE,
    )
    for word in named:
        if len(word) > 2 and word.isalpha():
            kinds["n"][word] = max(kinds["n"].get(word, 0), _TABLE_WEIGHT)
    return kinds["n"], kinds["v"]
