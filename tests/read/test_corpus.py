"""The articles beside the project: none is refused, blocks hold, furniture stays out."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from qatynas.model.document import BlockKind, DateSource
from qatynas.model.errors import InputError
from qatynas.model.span import Span
from qatynas.read import read_bytes, read_path

READ = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CELL)


def articles(shared: Path) -> list[Path]:
    return sorted((shared / "corpus").rglob("*.txt"))


def test_no_article_is_refused_or_called_foreign(shared: Path) -> None:
    for path in articles(shared):
        document = read_path(path)
        assert document.language == "kk", path.name
        assert document.title, path.name
        assert any(block.kind is BlockKind.PARAGRAPH for block in document.blocks), path.name


def test_blocks_are_in_order_and_cover_all_words(shared: Path) -> None:
    for path in articles(shared):
        document = read_path(path)
        end = 0
        for block in document.blocks:
            assert not any(map(str.isalnum, document.text[end : block.span.start])) or block.kind is BlockKind.TITLE
            assert end <= block.span.start
            end = block.span.end
        assert not document.text[end:].strip()


def test_gold_claims_stand_in_blocks_that_are_read(shared: Path) -> None:
    """Every sentence that a careful reader took a claim from lies in a block that claims are read from."""
    files = {path.name: path for path in articles(shared)}
    documents = {name: read_path(path) for name, path in files.items()}
    lost = []
    for gold in sorted((shared / "gold").rglob("*.jsonl")):
        for line in gold.read_text("utf-8").splitlines():
            row = json.loads(line)
            document = documents[Path(row["document"]).name]
            span = Span(row["start"], row["end"])
            if not any(block.kind in READ and block.span.covers(span) for block in document.blocks):
                lost.append((document.path, row["quote"][:60]))
    assert not lost


@pytest.mark.parametrize(
    ("name", "source", "words"),
    [
        ("kazinform-2025-08-21.arab.txt", DateSource.HEADER, "2025-08-21"),
        ("olzhaev-2024-04-20.cyrl.txt", DateSource.LINE, "20 сәуiр, 11:33"),
    ],
)
def test_the_seeds_offer_one_date_each(shared: Path, name: str, source: DateSource, words: str) -> None:
    document = read_path(shared / "corpus" / "seeds" / name)
    assert [(date.source, date.words) for date in document.dates] == [(source, words)]
    assert document.author


def test_numbers_of_the_furniture_stay_out(shared: Path) -> None:
    """No read block holds a telephone, a view counter or a copyright line."""
    for path in articles(shared):
        document = read_path(path)
        for block in document.blocks:
            words = block.span.of(document.text)
            if block.kind in READ and len(words) < 200:
                assert not any(mark in words for mark in ("©", "👁", "#", " | ", "+7 (")), (path.name, words)


def test_doubled_articles_lose_no_paragraph(shared: Path) -> None:
    for path in articles(shared):
        document = read_path(path)
        text, shift = document.text + "\n" + document.text, len(document.text) + 1
        doubled = {(block.span.start, block.kind in READ) for block in read_bytes(text.encode(), "x").blocks}
        for block in document.blocks:
            if block.kind is BlockKind.PARAGRAPH:
                assert {(block.span.start, True), (block.span.start + shift, True)} <= doubled, path.name


def test_articles_cut_anywhere_are_read_or_refused(shared: Path) -> None:
    dice = random.Random(7)
    for path in articles(shared):
        data = path.read_bytes()
        for cut in (dice.randrange(len(data)) for _ in range(5)):
            try:
                document = read_bytes(data[:cut], "x")
            except InputError:
                continue
            assert data[:cut].decode("utf-8", "ignore").startswith(document.text[:40])
