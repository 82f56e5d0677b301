"""Makes src/qatynas/language/kk/lexicon.txt: stems of nouns and verbs with weights, from a list of word frequencies.

    python tools/make_lexicon.py unilex_kk.txt > src/qatynas/language/kk/lexicon.txt

The list is Unicode's UNILEX (word, tab, frequency). No stem is written down by hand: a word counts as the stem of
every form that could be made of it, and a stem is kept where enough different forms bear it out.
"""

from __future__ import annotations

import math
import sys
from collections import defaultdict

from qatynas.language.stems import candidates

KAZAKH = frozenset("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя-")
CLEAR_VERB_FORMS = {"converb", "participle", "infinitive", "past", "present", "condition"}


def main(path: str) -> None:
    frequencies: dict[str, int] = defaultdict(int)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            word, _, count = line.rstrip("\n").partition("\t")
            if count.isdigit() and word and set(word.lower()) <= KAZAKH:
                frequencies[word.lower()] += int(count)
    nouns: dict[str, set[str]] = defaultdict(set)
    verbs: dict[str, set[str]] = defaultdict(set)
    mass: dict[tuple[str, str], int] = defaultdict(int)
    for word, count in frequencies.items():
        for stem, ending in candidates(word):
            if ending.pos == "noun":
                nouns[stem].add(f"{ending.plural}{ending.possessor}{ending.case}{ending.attributive}")
            elif ending.form in CLEAR_VERB_FORMS:
                verbs[stem].add(ending.form + str(ending.negative))
            mass[stem, ending.pos] += count
    rows = []
    for stem, forms in nouns.items():
        if stem in frequencies or len(forms) >= 4:
            rows.append((stem, "n", weight(frequencies.get(stem, 0), len(forms))))
    for stem, forms in verbs.items():
        if len(forms) >= 3 and len(stem) > 1:
            rows.append((stem, "v", weight(mass[stem, "verb"], len(forms))))
    print(
        "# Stems of Kazakh nouns (n) and verbs (v) with weights, made by tools/make_lexicon.py from Unicode's UNILEX."
    )
    print("# SPDX-License-Identifier: Unicode-DFS-2016")
    for stem, kind, value in sorted(rows):
        print(f"{stem}\t{kind}\t{value}")


def weight(frequency: int, forms: int) -> int:
    """A whole number from 1 on: how often a stem is met, and in how many forms."""
    return 1 + round(2 * math.log10(1 + frequency / 5000)) + round(2 * math.log2(forms))


if __name__ == "__main__":
    main(sys.argv[1])
