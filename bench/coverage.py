"""Of the sentences of the two seed articles that say anything of the relationship, how many carry a claim.

    python bench/coverage.py [--all]

Which sentences do is told without the extraction: those that a gold claim's words meet; and, as an upper estimate that
is printed apart, those besides that name a state, a side or a body. Of these a headline (it names the subject, or says
once more what the text says) and a wish («… болсын деп тілейміз») say nothing of what is: the share without them stands
beside. The sentences without a claim are listed, all three sorts.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from qatynas.claims import extract
from qatynas.language.mentions import NameType, Reading, Sentence
from qatynas.language.reading import read_language
from qatynas.model import BlockKind, Span
from qatynas.read import read_path

SHARED = Path(__file__).resolve().parents[2] / "shared"
TOLD = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM)
SIDES = (NameType.STATE, NameType.SIDE, NameType.BODY)
HEADS = (BlockKind.TITLE, BlockKind.HEADING)
WISH = re.compile(r"\w+с[ыі]н деп (?:тіле|қала|ойла)\w+|\w+с[ыі]н[!.]$", re.IGNORECASE)
SHORTEST = 4
"""Words of a sentence that says something."""


@dataclass(frozen=True)
class Told:
    """A sentence, whether gold claims it, whether it speaks of the sides, states what is, and carries a claim."""

    text: str
    gold: bool
    of_sides: bool
    stated: bool
    claimed: bool


def sentences(path: Path, gold: list[dict]) -> list[Told]:
    document = read_path(path)
    reading = read_language(document)
    claims = [claim.span for claim in extract(document).claims]
    spans = [Span(row["start"], row["end"]) for row in gold]
    return [_told(reading, sentence, spans, claims) for sentence in reading.sentences if sentence.block in TOLD]


def _told(reading: Reading, sentence: Sentence, gold: list[Span], claims: list[Span]) -> Told:
    here = reading.original(sentence.span)
    words = sum(token.kind == "word" for token in sentence.tokens)
    of_sides = words >= SHORTEST and any(name.type in SIDES for name in sentence.names)
    stated = sentence.block not in HEADS and not WISH.search(sentence.text)
    return Told(sentence.text, any(map(here.meets, gold)), of_sides, stated, any(map(here.meets, claims)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="list those that only name a side, too")
    options = parser.parse_args()
    if not (SHARED / "gold" / "seeds.jsonl").exists():
        sys.exit(f"coverage: no gold at {SHARED / 'gold'}")
    rows = [json.loads(line) for line in (SHARED / "gold" / "seeds.jsonl").read_text("utf-8").splitlines()]
    total: list[Told] = []
    for path in sorted((SHARED / "corpus" / "seeds").glob("*.txt")):
        name = path.name.split(".")[0]
        own = [row for row in rows if Path(row["document"]).name.split(".")[0] == name]
        found = sentences(path, own)
        total += found
        print(f"{name}: {_share(found)}")
    print(f"both: {_share(total)}")
    print("without a claim:")
    for told in total:
        if not told.claimed and (told.gold or (options.all and told.of_sides)):
            sort = "gold" if told.gold else "sides" if told.stated else "head, wish"
            print(f"  {sort:10} {told.text}")


def _share(found: list[Told]) -> str:
    parts = []
    for name, those in (
        ("with a gold claim", [t for t in found if t.gold]),
        ("with one or naming a side", [t for t in found if t.gold or t.of_sides]),
        ("of these that state something", [t for t in found if t.gold or (t.of_sides and t.stated)]),
    ):
        claimed = sum(t.claimed for t in those)
        parts.append(f"{claimed} of {len(those)} sentences {name} carry a claim ({claimed / max(1, len(those)):.1%})")
    return ", ".join(parts)


if __name__ == "__main__":
    main()
