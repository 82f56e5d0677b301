"""The same text in another script gives the same claims: counts, and F1 against the original's own claims.

    python bench/script_invariance.py [--errors] [--set dev|seeds|restated|demo]

Each article is converted to the other two scripts by the package's own converter and read again; the claims of the
original stand as gold for the evaluation material's scorer with `--no-spans`. Every quote must be the converted text's
own words at the place it names.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from qatynas.claims import extract
from qatynas.demo import __file__ as demo_file
from qatynas.model import Document, Extraction, Script
from qatynas.read import read_bytes, read_path
from qatynas.script import convert

SHARED = Path(__file__).resolve().parents[2] / "shared"
FOLDERS = {name: SHARED / "corpus" / name for name in ("dev", "seeds", "restated")} | {"demo": Path(demo_file).parent}


def converted(document: Document, to: Script) -> Extraction:
    """The claims of a document's text in another script, read as a file of that name on that day."""
    text = convert(document.text, to, document.script)
    return extract(read_bytes(text.encode(), document.path, published=extract(document).dating.edtf))


def misquoted(extraction: Extraction) -> int:
    """Claims whose quote is not the text's own words where it says so."""
    text = extraction.document.text
    return sum(text[c.span.start : c.span.end] != c.quote for c in extraction.claims)


def rows(extractions: list[Extraction]) -> str:
    return "".join(json.dumps(c.row(), ensure_ascii=False) + "\n" for e in extractions for c in e.claims)


def scored(gold: str, got: str, errors: bool) -> dict:
    """The scorer's line for all kinds together; with errors its differences are printed."""
    with tempfile.TemporaryDirectory() as work:
        Path(work, "gold").write_text(gold, "utf-8")
        Path(work, "got").write_text(got, "utf-8")
        command = [sys.executable, SHARED / "eval" / "score.py", Path(work, "gold"), Path(work, "got"), "--no-spans"]
        if errors:
            subprocess.run([*command, "--errors"], check=True)
        return json.loads(subprocess.run([*command, "--json"], check=True, capture_output=True, text=True).stdout)[
            "all"
        ]


def table(name: str, errors: bool) -> None:
    documents = [read_path(path) for path in sorted(FOLDERS[name].glob("*.txt"))]
    original = [extract(document) for document in documents]
    for script in Script:
        others = [(d, e) for d, e in zip(documents, original, strict=True) if d.script is not script]
        if not others:
            continue
        again = [converted(document, script) for document, _ in others]
        score = scored(rows([e for _, e in others]), rows(again), errors)
        before, after = sum(len(e.claims) for _, e in others), sum(len(e.claims) for e in again)
        print(
            f"{name:<10}to {script.value:<6}{len(others):>4} articles {before:>5} claims, {after:>5} there; core F1 "
            f"{score['core']['f1']:.4f} full F1 {score['full']['f1']:.4f} misquoted {sum(map(misquoted, again))}",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="print what differs")
    parser.add_argument("--set", choices=FOLDERS, help="one set only")
    options = parser.parse_args()
    if not (SHARED / "eval").is_dir():
        sys.exit(f"script_invariance: no scorer at {SHARED / 'eval'}")
    for name in [options.set] if options.set else FOLDERS:
        table(name, options.errors)


if __name__ == "__main__":
    main()
