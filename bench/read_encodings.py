"""How often an undeclared encoding is told rightly: every text of a folder, in every encoding, whole and cut short.

    python bench/read_encodings.py FOLDER

A text counts for an encoding that can hold nine tenths of its characters. What gives the same text is right.
"""

from __future__ import annotations

import sys
from pathlib import Path

from qatynas.read.decoding import Undecodable, decode

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "kz1048", "ptcp154", "cp1251")
CUTS = (60, 200, 1000, None)


def main(folder: Path) -> None:
    right: dict[tuple[str, int | None], int] = {}
    tried: dict[tuple[str, int | None], int] = {}
    for path in sorted(folder.rglob("*.txt")):
        text = path.read_text("utf-8")
        for encoding in ENCODINGS:
            for cut in CUTS:
                data = text[:cut].encode(encoding, "ignore")
                expected = data.decode(encoding)
                if len(expected) < 0.9 * len(text[:cut]):
                    continue
                tried[encoding, cut] = tried.get((encoding, cut), 0) + 1
                try:
                    found = decode(data)
                except Undecodable as error:
                    print(f"{path.name} {encoding} {cut}: {error}")
                    continue
                if found.text == expected:
                    right[encoding, cut] = right.get((encoding, cut), 0) + 1
                else:
                    print(f"{path.name} {encoding} {cut}: taken for {found.encoding}: {found.text[:50]!r}")
    for key, total in tried.items():
        print(f"{key[0]:10} first {key[1] or 'all':>5} characters: {right.get(key, 0)} of {total}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
