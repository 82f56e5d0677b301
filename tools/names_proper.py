"""Words that are written with a capital wherever they stand: names_proper.py unilex_kk.txt > data/proper_words.toml.

UNILEX (Unicode licence) counts each spelling of a word by itself, capitals kept. A word is proper where four fifths of
its count have a capital first letter, and both where a quarter to four fifths have.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

PROPER, BOTH = 0.8, 0.25


def main() -> None:
    small: dict[str, int] = defaultdict(int)
    capital: dict[str, int] = defaultdict(int)
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        word, _, count = line.partition("\t")
        if count.isdigit() and word.isalpha() and len(word) > 1 and not word.isascii():
            (capital if word[0].isupper() else small)[word.lower()] += int(count)
    shares = {word: capital[word] / (capital[word] + small.get(word, 0)) for word in capital}
    proper = sorted(word for word, share in shares.items() if share >= PROPER)
    both = sorted(word for word, share in shares.items() if BOTH <= share < PROPER)
    print(
        "# Words by how they are written in UNILEX (Unicode licence), made by tools/names_proper.py: proper ones always"
    )
    print("# with a capital, both often with one. The name tagger is told of them.\n\n[kk]")
    for name, words in (("proper", proper), ("both", both)):
        print(f'{name} = """')
        row = ""
        for word in words:
            if len(row) + len(word) > 120:
                print(row)
                row = ""
            row = f"{row} {word}".strip()
        print(f'{row}\n"""')


if __name__ == "__main__":
    main()
