"""Claims follow the text: articles with figures, dates and names replaced at random, and how many claims follow.

    python bench/perturbation.py [--seeds N] [--errors]

The articles are the demo notes and, where it lies beside the repository, the evaluation corpus's seeds and development
articles, in Cyrillic (texts in another script are converted first). The generator is tests/perturb.py.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from qatynas.claims import extract
from qatynas.demo import __file__ as demo_file
from qatynas.read import read_path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from perturb import KINDS, cyrillic, followed, perturbed, read  # noqa: E402

SHARED = ROOT.parent / "shared"


def articles() -> dict[str, list[Path]]:
    """The texts by where they come from."""
    found = {"demo": sorted(Path(demo_file).parent.glob("*.txt"))}
    for name in ("seeds", "dev"):
        if (SHARED / "corpus" / name).is_dir():
            found[name] = sorted((SHARED / "corpus" / name).glob("*.txt"))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=3, help="how many times each text is changed")
    parser.add_argument("--errors", action="store_true", help="print the claims that do not follow")
    options = parser.parse_args()
    print(f"{'articles':<10}{'replaced':<10}{'places':>8}{'claims touched':>16}{'follow':>8}{'share':>9}")
    total = [0, 0]
    for name, paths in articles().items():
        texts = [
            (path.name, document, cyrillic(document.text, document.script))
            for path in paths
            for document in [read_path(path)]
        ]
        days = [extract(document).dating.edtf for _, document, _ in texts]
        originals = [read(text, path, day) for (path, _, text), day in zip(texts, days, strict=True)]
        for kind in KINDS:
            places = touched = good = 0
            for (path, _, text), original, day in zip(texts, originals, days, strict=True):
                for seed in range(options.seeds):
                    changed, changes = perturbed(text, kind, seed)
                    places += len(changes)
                    for one in followed(original, read(changed, path, day), changes):
                        touched, good = touched + 1, good + one.good
                        if options.errors and not one.good:
                            print(f"  {path} {kind} {seed}: {one.claim.kind} {one.why} | {one.claim.quote[:110]}")
            total = [total[0] + touched, total[1] + good]
            print(f"{name:<10}{kind:<10}{places:>8}{touched:>16}{good:>8}{good / max(1, touched):>9.1%}", flush=True)
    print(f"all: {total[1]} of {total[0]} follow, {total[1] / max(1, total[0]):.2%}")


if __name__ == "__main__":
    main()
