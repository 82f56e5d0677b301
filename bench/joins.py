"""Joining measured: made-up happenings retold, and the corpus's facts to be read.

    python bench/joins.py [--worlds N] [--size N]     pairs of retellings: precision and recall
    python bench/joins.py --list FOLDER…              joined facts, and pairs that look alike and were left apart
    python bench/joins.py --texts                     notes written from templates, read and joined
    python bench/joins.py --titles                    how alike titles of one text and of two are
    python bench/joins.py --reprints FOLDER…          how alike texts are: two of them, and one in two scripts

The generator is tests/relations/retelling.py. A retelling counts for recall where what it kept fits one happening only;
a join of two happenings is always an error.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

from qatynas.claims import extract
from qatynas.model import Extraction, Script
from qatynas.publish import brief
from qatynas.read import find_documents, read_bytes, read_path
from qatynas.relations import build, join, pairs
from qatynas.relations.aspects import Verdict
from qatynas.relations.handles import handles, sought
from qatynas.relations.likeness import RULES
from qatynas.relations.names import SAME_TITLE, likeness, same_title, title_key
from qatynas.relations.reprints import likeness as text_likeness
from qatynas.relations.reprints import shingles
from qatynas.relations.values import Fact, Report
from qatynas.script import convert

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from relations.retelling import Happening, fits, retell, world  # noqa: E402
from relations.retold_notes import notes  # noqa: E402

RETELLINGS = 5


def measured(seed: int, size: int, errors: bool) -> Counter[str]:
    """Pairs of reports of one world: joined rightly, joined wrongly, to be joined."""
    chance = random.Random(seed)
    happenings = world(seed, size)
    truth: dict[str, Happening] = {}
    reports, clear = [], set()
    for happening in happenings:
        for _ in range(RETELLINGS):
            claim = retell(happening, len(reports), chance)
            truth[claim.document] = happening
            reports.append(Report(claim.document, claim))
            if sum(1 for other in _looking_alike(happening, happenings) if fits(claim, other)) == 1:
                clear.add(claim.document)
    counted: Counter[str] = Counter()
    home = {report.source: fact.key for fact in join(reports) for report in fact.reports}
    by_truth: dict[int, list[str]] = defaultdict(list)
    by_fact: dict[str, list[str]] = defaultdict(list)
    for document, happening in truth.items():
        by_truth[happening.number].append(document)
        by_fact[home[document]].append(document)
    told = {report.source: report.claim for report in reports}
    for documents in by_fact.values():
        for one, other in combinations(documents, 2):
            right = truth[one] is truth[other]
            counted["joined"] += 1
            counted["rightly"] += right
            if errors and not right:
                print("JOINED", brief(told[one]), "\n      ", brief(told[other]))
    for documents in by_truth.values():
        for one, other in combinations([document for document in documents if document in clear], 2):
            kind = told[one].kind
            counted["wanted"] += 1
            counted["found"] += home[one] == home[other]
            counted[f"wanted {kind}"] += 1
            counted[f"found {kind}"] += home[one] == home[other]
            if errors and home[one] != home[other]:
                print("MISSED", brief(told[one]), "\n      ", brief(told[other]))
    counted["clear"], counted["told"] = len(clear), len(reports)
    return counted


def _looking_alike(happening: Happening, happenings: list[Happening]) -> list[Happening]:
    """The happenings that a retelling could be taken for: of one kind, and of one name where they have names."""
    name = next((key for key in ("title", "name", "body") if key in happening.fields), None)
    same = [one for one in happenings if one.kind == happening.kind]
    return [one for one in same if name is None or one.fields.get(name) == happening.fields[name]]


def extractions(folders: list[str]) -> list[Extraction]:
    """What the program reads in these folders."""
    files = (file for folder in folders for file in find_documents([Path(folder)]) if file.suffix == ".txt")
    return [extract(read_path(file)) for file in files]


def listed(folders: list[str]) -> None:
    """Every fact with several reports, then every pair of facts of one kind that one aspect alone keeps apart."""
    told = extractions(folders)
    found = build(told, pairs(told)[0])
    joined = [fact for fact in found.facts if len(fact.reports) > 1]
    for fact in joined:
        print(f"\n{brief(fact.claim)}")
        for report in fact.reports:
            quote = " ".join(report.claim.quote.split())[:90]
            print(f"    {Path(report.claim.document).name:<28} {report.why}: «{quote}»")
    apart = 0
    for one, other in combinations(found.facts, 2):
        why = _apart(one, other)
        if why:
            apart += 1
            print(f"\napart by {why}\n    {brief(one.claim)}\n    {brief(other.claim)}")
    alone = sum(1 for fact in found.facts if fact.candidates)
    print(f"\n{len(found.facts)} facts, {len(joined)} of several reports, {alone} that fit several")
    print(f"{apart} pairs that look alike and are apart")


def _apart(one: Fact, other: Fact) -> str:
    if one.claim.kind != other.claim.kind or not sought(one.claim) & handles(other.claim):
        return ""
    rules = RULES[one.claim.kind].aspects
    clashes = [name for name, aspect in rules.items() if aspect(one.claim, other.claim) is Verdict.CLASH]
    if len(clashes) > 1:
        return ""
    return clashes[0] if clashes else "several that fit"


def texts(events: int, errors: bool) -> None:
    """Pairs of notes that tell one event, read in three scripts and joined."""
    told = notes(0, events)
    truth, read = {}, []
    for place, note in enumerate(told):
        extraction = extract(read_bytes(note.text.encode(), f"note-{place}.txt"))
        truth[extraction.document.sha256] = note.event
        read.append(extraction)
    joined: set[tuple[str, str]] = set()
    for fact in build(read, ("KAZ", "KGZ")).facts:
        if fact.claim.kind in ("agreement", "figure", "meeting"):
            joined |= set(combinations(sorted({report.source for report in fact.reports}), 2))
    right = {pair for pair in joined if truth[pair[0]] == truth[pair[1]]}
    wanted = {pair for pair in combinations(sorted(truth), 2) if truth[pair[0]] == truth[pair[1]]}
    if errors:
        by_source = {extraction.document.sha256: extraction for extraction in read}
        for pair in sorted((joined - right) | (wanted - right)):
            print(
                "JOINED" if pair in joined else "MISSED",
                *(brief(c) for s in pair for c in by_source[s].claims),
                sep="\n   ",
            )
    print(f"{len(told)} notes; precision {len(right) / len(joined):.4f} of {len(joined)} pairs")
    print(f"recall {len(right) / len(wanted):.4f} of {len(wanted)} pairs")


def titles() -> None:
    """Titles of one text in other words, and of different texts: the share of telling stems in common."""
    chance = random.Random(0)
    treaties = [one for one in world(0, 300) if one.kind == "agreement"]
    told = [(one.fields["title"], retell(one, 0, chance).title) for one in treaties]  # type: ignore[attr-defined]
    same = sorted(likeness(true, said) for true, said in told)
    names = sorted({title_key(title): title for title, _ in told}.values())
    others = sorted((likeness(a, b) for a, b in combinations(names, 2)), reverse=True)
    print(f"one text: lowest {same[0]:.2f}, a tenth below {same[len(same) // 10]:.2f}; threshold {SAME_TITLE}")
    print(f"two texts: highest {others[0]:.2f}; above the threshold {sum(share >= SAME_TITLE for share in others)}")
    print(f"of those called one by all rules: {sum(same_title(a, b) for a, b in combinations(names, 2))}")


def reprints(folders: list[str]) -> None:
    """The likest of two texts, and a text's likeness with itself in another script."""
    told = extractions(folders)
    runs = {extraction.document.path: shingles(extraction) for extraction in told}
    pairs_ = sorted(((text_likeness(runs[a], runs[b]), a, b) for a, b in combinations(runs, 2)), reverse=True)
    for share, one, other in pairs_[:5]:
        print(f"{share:.2f}  {Path(one).name}  {Path(other).name}")
    converted = []
    for extraction in told:
        path, text = extraction.document.path, extraction.document.text
        for script in set(Script) - {extraction.document.script}:
            again = extract(read_bytes(convert(text, script).encode(), "again.txt"))
            converted.append((text_likeness(runs[path], shingles(again)), script, path))
    for share, script, path in sorted(converted)[:5]:
        print(f"{share:.2f}  {Path(path).name} in {script}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*")
    parser.add_argument("--worlds", type=int, default=10)
    parser.add_argument("--size", type=int, default=200)
    parser.add_argument("--errors", action="store_true", help="print wrong and missed joins")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--texts", action="store_true")
    parser.add_argument("--titles", action="store_true")
    parser.add_argument("--reprints", action="store_true")
    options = parser.parse_args()
    if options.list:
        listed(options.folders)
    elif options.texts:
        texts(options.size, options.errors)
    elif options.titles:
        titles()
    elif options.reprints:
        reprints(options.folders)
    else:
        total: Counter[str] = Counter()
        for seed in range(options.worlds):
            total += measured(seed, options.size, options.errors)
        print(f"{total['told']} retellings, {total['clear']} of them clear")
        print(f"precision {total['rightly'] / total['joined']:.4f} of {total['joined']} pairs")
        print(f"recall {total['found'] / total['wanted']:.4f} of {total['wanted']} pairs")
        for kind in sorted(key.split()[1] for key in total if key.startswith("wanted ")):
            print(f"    {kind:<10} {total[f'found {kind}'] / total[f'wanted {kind}']:.4f} of {total[f'wanted {kind}']}")


if __name__ == "__main__":
    main()
