"""How names are found: bench/names.py SHARED.

Counts, over the gold claims of the seeds and development articles, how many of the people, places, organisations and
bodies that a claim names stand among the document's mentions in just that canonical form; and the speed of the finder
beside that of the bare tagger.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from qatynas.language.mentions import Token
from qatynas.language.names import find
from qatynas.language.reading import read_language
from qatynas.language.tagger import tag
from qatynas.read import read_path

Step = Callable[[tuple[Token, ...]], object]
PEOPLE = ("speaker", "holder", "by", "to")


def wanted(claim: dict) -> Iterator[tuple[str, str]]:
    """The names that a gold claim holds, with their kind."""
    for field in PEOPLE:
        value = claim.get(field)
        if isinstance(value, str) and len(value) > 3 and " " in value and value[0].isupper():
            yield "person or institution", value
    for value in claim.get("participants") or ():
        yield "person or institution", value
    if (claim.get("place") or {}).get("name"):
        yield "place", claim["place"]["name"]
    if claim.get("organisation"):
        yield "organisation", claim["organisation"]
    body = claim.get("body") or (claim.get("name") if claim["kind"] == "body" else None)
    if body:
        yield "body", body


def main() -> None:
    shared = Path(sys.argv[1])
    right, total, missed = Counter(), Counter(), []
    rows: list[tuple[Token, ...]] = []
    golds = [*sorted((shared / "gold/dev").glob("*.jsonl")), shared / "gold/seeds.jsonl"]
    for gold in golds:
        for name, claims in by_document(gold).items():
            path = next(path for path in (shared / "corpus").rglob("*.txt") if path.name.split(".")[0] == name)
            reading = read_language(read_path(path))
            said = {mention.canonical for sentence in reading.sentences for mention in sentence.names}
            for kind, value in sorted({pair for claim in claims for pair in wanted(claim)}):
                total[kind] += 1
                right[kind] += value in said
                if value not in said:
                    missed.append(f"{name}: {kind}: {value}")
            rows.extend(sentence.tokens for sentence in reading.sentences)
    for kind in total:
        print(f"{kind:22} {right[kind]:3} of {total[kind]:3}")
    print(*missed, sep="\n")
    finding, tagging = speeds((find, tag_tokens), rows)
    print(f"names {finding:,.0f} words a second, the bare tagger {tagging:,.0f}")


def tag_tokens(tokens: tuple[Token, ...]) -> None:
    """The bare tagger on one sentence."""
    tag([token.text for token in tokens])


def speeds(steps: Sequence[Step], rows: list[tuple[Token, ...]]) -> list[float]:
    """Words a second of each step, caches warm, turn by turn, the best of five rounds."""
    best = [float("inf")] * len(steps)
    for _ in range(6):
        for index, step in enumerate(steps):
            begun = time.process_time()
            for tokens in rows:
                step(tokens)
            best[index] = min(best[index], time.process_time() - begun)
    return [sum(map(len, rows)) / took for took in best]


def by_document(gold: Path) -> dict[str, list[dict]]:
    """The claims of a gold file by document name."""
    table: dict[str, list[dict]] = {}
    for line in gold.read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        table.setdefault(Path(claim["document"]).name.split(".")[0], []).append(claim)
    return table


if __name__ == "__main__":
    main()
