"""Core and full F1 of every article of the evaluation material, one row each; see bench/accuracy.py for the kinds.

python bench/accuracy_by_article.py [--set seeds|dev|dev-more|tuned]

Of the held-out articles only the total is looked at, so that they are not among the sets.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from accuracy import HARD, LABELS, SETS, SHARED, SOFT, predicted


def rates(gold: list[str], got: str, kinds: str) -> dict:
    """The scorer's line for all kinds of one article."""
    with tempfile.TemporaryDirectory() as work:
        Path(work, "gold").write_text("\n".join(gold), "utf-8")
        Path(work, "got").write_text(got, "utf-8")
        command = [sys.executable, str(SHARED / "eval" / "score.py"), str(Path(work, "gold")), str(Path(work, "got"))]
        done = subprocess.run([*command, "--kinds", kinds, "--json"], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)["all"]


def table(name: str, kinds: str) -> None:
    texts, labels, pattern = SETS[name]
    got = predicted(texts)
    by_article: dict[str, list[str]] = {}
    for path in sorted(labels.glob(pattern)):
        for line in path.read_text("utf-8").splitlines():
            by_article.setdefault(Path(json.loads(line)["document"]).name.split(".")[0], []).append(line)
    for article, gold in sorted(by_article.items()):
        row = rates(gold, got, kinds)
        if row["gold"]:
            print(
                f"| {name} | {article} | {row['gold']} | {row['predicted']} | {row['core']['precision']:.3f} "
                f"| {row['core']['f1']:.3f} | {row['full']['f1']:.3f} |",
                flush=True,
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sets = [name for name in SETS if name != "heldout"]
    parser.add_argument("--set", choices=sets, help="one set only")
    options = parser.parse_args()
    if not (SHARED / "eval").is_dir():
        sys.exit(f"accuracy_by_article: no scorer at {SHARED / 'eval'}")
    print("| set | article | gold | got | core precision | core F1 | full F1 |\n|" + 7 * " --- |")
    for name in [options.set] if options.set else sets:
        for kinds in LABELS.get(name, (HARD, SOFT)):
            table(name, kinds)


if __name__ == "__main__":
    main()
