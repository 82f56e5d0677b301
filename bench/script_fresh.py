"""How fast text is converted that the process has not seen, beside str.translate of the same text in the same run.

python bench/script_fresh.py. Passages and sentences of script_speed's running text are shuffled; one half warms each
conversion up, the other is new to it: one pass over it, against the least of three of str.translate. Most of these
texts' words are in the lexicon, since it was made from nine tenths of them: Arabic → Cyrillic of others is slower.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from script_speed import TRANSLATE, in_arabic, running_text, seconds

from qatynas.script import Script, align, convert, fold

JOBS: list[tuple[str, bool, Callable[[str], object]]] = [
    ("fold", False, fold),
    ("Cyrillic → Arabic", False, lambda text: convert(text, Script.ARAB, Script.CYRL)),
    ("align, Cyrillic cleaned", False, lambda text: align(text, Script.CYRL, Script.CYRL)),
    ("align, Cyrillic → Arabic", False, lambda text: align(text, Script.ARAB, Script.CYRL)),
    ("align, Arabic → Cyrillic", True, lambda text: align(text, Script.CYRL, Script.ARAB)),
]


def main() -> None:
    lines = running_text().split("\n")
    random.Random(5).shuffle(lines)
    halves = ["\n".join(lines[::2]), "\n".join(lines[1::2])]
    print("| what | new, MB/s | str.translate, MB/s | share |\n| --- | --- | --- | --- |")
    for name, arabic, job in JOBS:
        known, new = map(in_arabic, halves) if arabic else halves
        job(known)
        size = len(new.encode()) / 1e6
        ours = size / seconds(job, new)
        plain = size / min(seconds(lambda text: text.translate(TRANSLATE), new) for _ in range(3))
        print(f"| {name} | {ours:.1f} | {plain:.1f} | {ours / plain:.2f} |", flush=True)


if __name__ == "__main__":
    main()
