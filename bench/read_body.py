"""How many sentences of ordinary Kazakh are taken for furniture when each is a line of its own in an article.

    python bench/read_body.py FILE.iob2        (KazNERD: a word a line, an empty line after a sentence)

Prints each such sentence with the rule that took it, and the count. Rules go wrong by words that sentences use, too.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from qatynas.model.document import BlockKind
from qatynas.read.lines import lines_of, stripped, unwrapped
from qatynas.read.structure import settle
from qatynas.script import Script

TITLE = "Жаңа келісім туралы ақпарат"
FRAME = "Бүгін Таразда екі елдің су мамандары бас қосып, жазғы маусымға қанша су берілетінін анықтады, деді әкім."
TOGETHER = 12


def sentences(path: Path) -> list[str]:
    """Sentences with a full stop, marks joined to their words again."""
    words = [
        [line.split()[0] for line in part.splitlines() if line.split()]
        for part in path.read_text("utf-8").split("\n\n")
    ]
    joined = (re.sub(r" ([.,!?:;»)])", r"\1", re.sub(r"([«(]) ", r"\1", " ".join(part))) for part in words)
    return [sentence for sentence in joined if sentence[-1:] in tuple(".!?…") and len(sentence) > 25]


def main(path: Path) -> None:
    found = sentences(path)
    taken = 0
    for first in range(0, len(found), TOGETHER):
        text = "\n\n".join([TITLE, FRAME, *found[first : first + TOGETHER], FRAME])
        lines = lines_of(text, Script.CYRL, list(unwrapped(text, stripped(text))))
        settle(lines)
        for line in lines:
            if line.kind is BlockKind.FURNITURE:
                taken += 1
                print(f"{line.why}: {line.text[:120]}")
    print(f"{taken} of {len(found)} sentences taken for furniture")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
