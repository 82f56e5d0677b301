"""The Kazakh text that the script tables are made from and measured on, split by a fixed rule.

A sentence, context or word pair belongs to the held-out part when the CRC-32 of its text falls on a fixed remainder;
tables are made of the rest only. UNILEX is a word list without sentences: words whose CRC-32 falls on the same
remainder are left out of the tables where --measure asks for words that no lexicon has.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
WORD = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]+")
HELD_OUT_TENTH = 0


def held_out(text: str, parts: int = 10) -> bool:
    """Whether the text belongs to the part that no table may see."""
    return zlib.crc32(text.encode()) % parts == HELD_OUT_TENTH


def kaznerd_sentences() -> Iterator[list[str]]:
    """Token lists of KazNERD's validation split (© ISSAI, CC BY 4.0)."""
    tokens: list[str] = []
    for line in (SHARED / "kaznerd" / "valid.iob2").read_text(encoding="utf-8").splitlines():
        if line.strip():
            tokens.append(line.split()[0])
        elif tokens:
            yield tokens
            tokens = []
    if tokens:
        yield tokens


def kazqad_contexts() -> Iterator[str]:
    """Paragraphs of Kazakh Wikipedia chosen by KazQAD (CC BY-SA 4.0), each once."""
    seen = set()
    for line in (SHARED / "text" / "kazqad_valid.jsonl").read_text(encoding="utf-8").splitlines():
        context = json.loads(line)["context"]
        if context not in seen:
            seen.add(context)
            yield context


def ud_sentences(part: str) -> Iterator[str]:
    """Sentences of the Kazakh treebank (CC BY-SA 4.0)."""
    path = SHARED / "text" / "ud_kk_ktb" / f"kk_ktb-ud-{part}.conllu"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            yield line.removeprefix("# text = ")


def unilex() -> Iterator[tuple[str, int]]:
    """Words and their frequencies (Unicode licence)."""
    for line in (SHARED / "text" / "unilex_kk.txt").read_text(encoding="utf-8").splitlines():
        word, _, count = line.partition("\t")
        if count.isdigit() and WORD.fullmatch(word):
            yield word, int(count)


def cldr_pairs() -> Iterator[tuple[str, str]]:
    """CLDR's words in Cyrillic and Arabic script (Unicode licence)."""
    for line in (SHARED / "script" / "cldr_words.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        cyrillic, arabic, *_ = line.split("\t")
        yield cyrillic, arabic


def training_lines() -> Iterator[tuple[str, str]]:
    """(source, line of running text) of all that tables may be made from."""
    for tokens in kaznerd_sentences():
        line = " ".join(tokens)
        if not held_out(line):
            yield "kaznerd", line
    for context in kazqad_contexts():
        if not held_out(context):
            yield "kazqad", context
    for sentence in ud_sentences("train"):
        yield "ud", sentence
    for sentence in ud_sentences("test"):
        if not held_out(sentence):
            yield "ud", sentence


def held_out_lines() -> Iterator[tuple[str, str]]:
    """(source, line of running text) that no table was made from."""
    for tokens in kaznerd_sentences():
        line = " ".join(tokens)
        if held_out(line):
            yield "kaznerd", line
    for context in kazqad_contexts():
        if held_out(context):
            yield "kazqad", context
    for sentence in ud_sentences("test"):
        if held_out(sentence):
            yield "ud", sentence
