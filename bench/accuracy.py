"""Extraction against labelled articles: one table a set, by the scorer of the material beside the repository.

    python bench/accuracy.py [--errors] [--kinds K,K] [--set seeds|dev|dev-more|tuned|heldout|notices]

Runs `extract` over the articles, writes the claims to a temporary file and hands them to ../shared/eval/score.py.
seeds, dev and dev-more lie in ../shared; tuned, heldout and the short notices in tests/articles (see the README there);
heldout is scored only when it is asked for, and nobody reads its differences.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from qatynas.claims import extract
from qatynas.read import read_path

SHARED = Path(__file__).resolve().parents[2] / "shared"
HARD = "figure,agreement,meeting,body,membership,project,exchange,aid,award,community,relation"
SOFT = "event,topic,procedure,pledge,trend,assessment,goods"
OWN = Path(__file__).resolve().parents[1] / "tests" / "articles"
# the folder of a set's texts, that of its gold, and the gold's files
SETS = {
    "seeds": (SHARED / "corpus" / "seeds", SHARED / "gold", "seeds.jsonl"),
    "dev": (SHARED / "corpus" / "dev", SHARED / "gold", "dev/*.jsonl"),
    "dev-more": (SHARED / "corpus" / "dev", SHARED / "gold", "dev-more/*.jsonl"),
    "tuned": (OWN / "tuned", OWN / "tuned", "*.jsonl"),
    "heldout": (OWN / "heldout", OWN / "heldout", "*.jsonl"),
}
NOTICES = {"notices": OWN / "notices.jsonl"}
LABELS = {"dev": (HARD,), "dev-more": (SOFT,)}  # of the others both
APART = ("heldout",)
NAMES = (*SETS, *NOTICES)


def predicted(folder: Path) -> str:
    """The claims of every article in a folder of the corpus, as JSON lines; every quote is checked against its text."""
    lines = []
    for path in sorted(folder.glob("*.txt")):
        document = read_path(path)
        for claim in extract(document).claims:
            assert document.text[claim.span.start : claim.span.end] == claim.quote, (path.name, claim)
            lines.append(json.dumps(claim.row(), ensure_ascii=False))
    return "\n".join(lines)


def unpacked(notices: Path, work: Path) -> tuple[Path, Path, str]:
    """The texts and the gold of a file of notices, each in a file of its own, as SETS has them."""
    folder = work / "notices"
    folder.mkdir()
    for line in notices.read_text("utf-8").splitlines():
        notice = json.loads(line)
        (folder / notice["name"]).write_text(notice["text"], "utf-8")
        rows = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in notice["claims"])
        (folder / notice["name"]).with_suffix(".jsonl").write_text(rows, "utf-8")
    return folder, folder, "*.jsonl"


def score(name: str, kinds: str, errors: bool) -> None:
    with tempfile.TemporaryDirectory() as work:
        texts, labels, pattern = unpacked(NOTICES[name], Path(work)) if name in NOTICES else SETS[name]
        gold, got = Path(work, "gold.jsonl"), Path(work, "got.jsonl")
        gold.write_text("".join(p.read_text("utf-8") for p in sorted(labels.glob(pattern))), "utf-8")
        got.write_text(predicted(texts), "utf-8")
        command = [sys.executable, str(SHARED / "eval" / "score.py"), str(gold), str(got), "--kinds", kinds]
        print(f"\n## {name}: {kinds}", flush=True)
        subprocess.run(command + ["--errors"] * errors, check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="print what is missed, spurious or wrong")
    parser.add_argument("--kinds", help="comma-separated kinds")
    parser.add_argument("--set", choices=NAMES, help="one set only")
    options = parser.parse_args()
    for name in [options.set] if options.set else [name for name in NAMES if name not in APART]:
        for kinds in [options.kinds] if options.kinds else LABELS.get(name, (HARD, SOFT)):
            score(name, kinds, options.errors)


if __name__ == "__main__":
    main()
