"""Lemmas against the UD Kazakh-KTB treebank, read in place; the treebank is in no table of the stemmer.

    python bench/language_stems.py ../shared/data/text/ud_kk_ktb/kk_ktb-ud-test.conllu [--errors N]

A word's lemma is right where the best reading's is the treebank's, capitals apart. Punctuation is left out, and so are
the halves of words that the treebank splits (their forms stand in no text).
"""

from __future__ import annotations

import sys
from collections import Counter

from qatynas.language.stems import analyse

NOMINAL = {"NOUN", "PROPN", "ADJ"}


def words(path: str) -> list[tuple[str, str, str]]:
    """Form, lemma and part of speech of every whole word."""
    found, inside = [], 0
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) < 4:
                inside = 0
            elif "-" in cells[0]:
                first, last = cells[0].split("-")
                inside = int(last) - int(first) + 1
            elif inside:
                inside -= 1
            elif cells[3] not in ("PUNCT", "SYM", "NUM"):
                found.append((cells[1], cells[2], cells[3]))
    return found


def main(path: str, errors: int) -> None:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    bare: Counter[str] = Counter()
    missed: Counter[tuple[str, str, str, str]] = Counter()
    for form, lemma, kind in words(path):
        best = analyse(form)[0].lemma
        for group in (kind, "all", "nominal" if kind in NOMINAL else "other"):
            total[group] += 1
            right[group] += best == lemma.lower()
            bare[group] += form.lower() == lemma.lower()
        if best != lemma.lower():
            missed[form, lemma, kind, best] += 1
    for group, count in total.most_common():
        own, form = 100 * right[group] / count, 100 * bare[group] / count
        print(f"{group:8} {count:6} words  lemma {own:5.1f} %  form itself {form:5.1f} %")
    for row, count in missed.most_common(errors):
        print(count, *row, sep="\t")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[3]) if "--errors" in sys.argv else 0)
