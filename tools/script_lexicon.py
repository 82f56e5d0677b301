"""Makes src/qatynas/script/tables/lexicon.tsv.gz: Arabic spelling → Cyrillic word, the commonest reading first.

Run from the repository's root: python tools/script_lexicon.py. The same input gives the same bytes.
"""

from __future__ import annotations

import gzip
import sys
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

import script_corpus as corpus  # noqa: E402

from qatynas.script.arabic_writing import write_word  # noqa: E402
from qatynas.script.cells import text_of  # noqa: E402

TARGET = ROOT / "src" / "qatynas" / "script" / "tables" / "lexicon.tsv.gz"


def count_words() -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Occurrences of each small-letter word, and how often it was seen small or capital where a sentence goes on."""
    total: Counter[str] = Counter()
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for _, line in corpus.training_lines():
        before = "."
        for found in corpus.WORD.finditer(line):
            word = found.group()
            lower = word.lower()
            if len(word) > 1 and word.isupper():
                before = "x"
                continue
            total[lower] += 1
            lead = line[max(0, found.start() - 3) : found.start()]
            starts = before == "." or any(mark in lead for mark in '.!?«"“–-—:')
            if word[0].islower():
                small[lower] += 1
            elif not starts:
                capital[lower] += 1
            before = "x"
    for word, frequency in corpus.unilex():
        lower = word.lower()
        if len(word) > 1 and word.isupper():
            continue
        share = max(1, frequency // 5000)
        total[lower] += share
        (small if word[0].islower() else capital)[lower] += share if word[0].islower() else share / 2
    for word, _ in corpus.cldr_pairs():
        if not corpus.held_out(word, 2):
            total[word] += 1
    return total, small, capital


def main() -> None:
    total, small, capital = count_words()
    readings: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for word, count in total.items():
        shown = word.capitalize() if capital[word] > small[word] else word
        readings[text_of(write_word(word))].append((-count, shown))
    lines = [f"{arabic}\t{min(options)[1]}" for arabic, options in sorted(readings.items())]
    packed = gzip.compress("\n".join(lines).encode(), 9, mtime=0)
    TARGET.write_bytes(packed)
    print(f"{len(lines)} spellings, {len(packed)} bytes")


if __name__ == "__main__":
    main()
