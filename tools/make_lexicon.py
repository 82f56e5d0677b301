"""Makes src/qatynas/language/kk/lexicon.txt: stems of nouns and verbs with weights, counted in plain Kazakh text.

    python tools/make_lexicon.py unilex_kk.txt valid.iob2 kazqad_valid.jsonl > src/qatynas/language/kk/lexicon.txt

The sources are Unicode's UNILEX (word, tab, frequency), KazNERD's validation sentences (IOB2) and the passages of
KazQAD (JSON lines). No stem is written down by hand and no lemma is read: a word counts as the stem of every form that
could be made of it, and a stem is kept where enough different forms bear it out and no shorter stem explains them all.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterator

from qatynas.language.endings import Ending
from qatynas.language.mentions import Case
from qatynas.language.stems import candidates

KAZAKH = frozenset("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя-")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
CLEAR_VERB_FORMS = {"converb", "participle", "infinitive", "past", "present", "condition"}
UNILEX_UNIT = 1684  # UNILEX scales its counts: the least frequency of a word that is met once
SMALLEST_COUNT = 2


def words_of(path: str) -> Iterator[tuple[str, float]]:
    """Words in small letters with how often they were met."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if path.endswith(".jsonl"):
                for text in _strings(json.loads(line)):
                    yield from ((word.lower(), 1) for word in WORD.findall(text))
            elif path.endswith(".iob2"):
                yield line.partition(" ")[0].strip().lower(), 1
            else:
                word, _, count = line.rstrip("\n").partition("\t")
                if count.isdigit():
                    yield word.lower(), int(count) / UNILEX_UNIT


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def main(paths: list[str]) -> None:
    counts: dict[str, float] = defaultdict(float)
    for path in paths:
        for word, count in words_of(path):
            if word and set(word) <= KAZAKH and "-" not in word:
                counts[word] += count
    counts = {word: count for word, count in counts.items() if count >= SMALLEST_COUNT}
    nouns: dict[str, dict[str, Ending]] = defaultdict(dict)
    verbs: dict[str, dict[str, Ending]] = defaultdict(dict)
    mass: dict[tuple[str, str], float] = defaultdict(float)
    for word, count in counts.items():
        for stem, ending in candidates(word, guess=True):
            if ending.pos == "noun":
                nouns[stem][word] = ending
            elif ending.form in CLEAR_VERB_FORMS:
                verbs[stem][word] = ending
            mass[stem, ending.pos] += count
    print(
        "# Stems of Kazakh nouns (n) and verbs (v) with weights, made by tools/make_lexicon.py from Unicode's UNILEX,"
    )
    print("# KazNERD (ISSAI, CC BY 4.0) and KazQAD (CC BY-SA 4.0); see NOTICE.")
    rows = [(stem, "n", weight(counts.get(stem, 0), len(kinds(forms)))) for stem, forms in nouns.items()
            if (stem in counts or len(kinds(forms)) >= 4) and len(stem) > 1]  # fmt: skip
    weights = {stem: value for stem, _, value in rows}
    rows = [row for row in rows if not explained(row[0], nouns, weights)]
    rows += [(stem, "v", weight(mass[stem, "verb"], len(kinds(forms)))) for stem, forms in verbs.items()
             if len(kinds(forms)) >= 3 and len({e.form for e in forms.values()}) >= 2 and len(stem) > 1]  # fmt: skip
    for stem, kind, value in sorted(rows):
        if value > 2:
            print(f"{stem}\t{kind}\t{value}")


def kinds(forms: dict[str, Ending]) -> set[str]:
    """The different forms that bear a stem out."""
    return {f"{e.form}{e.negative}{e.plural}{e.possessor}{e.case}{e.attributive}" for e in forms.values()}


def explained(stem: str, nouns: dict[str, dict[str, Ending]], weights: dict[str, int]) -> bool:
    """Whether stem is itself a form of a weightier stem that explains all of its forms (айналымы: айналым)."""
    for shorter, ending in candidates(stem, guess=True):
        if ending.pos != "noun" or not ending.text or weights.get(shorter, 0) < weights[stem] or len(shorter) < 2:
            continue
        if set(nouns[stem]) <= set(nouns[shorter]):
            return True
    return set(nouns[stem]) == {stem} and any(
        ending.pos == "noun" and len(shorter) > 4 and (ending.case is not Case.NOM or ending.text in ("сы", "сі"))
        for shorter, ending in candidates(stem, guess=True)
        if len(ending.text) > 1
    )  # met in one form only, and that looks inflected: терроризмге


def weight(count: float, forms: int) -> int:
    """A whole number from 1 on: how often a stem is met, and in how many forms."""
    return 1 + round(2 * math.log10(1 + count / 3)) + round(2 * math.log2(max(forms, 1)))


if __name__ == "__main__":
    main(sys.argv[1:])
