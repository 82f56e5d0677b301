"""The commands that let a ledger argue with itself, and the Python surface."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from checks.worlds import figure, told
from click.testing import CliRunner

from qatynas import Ledger
from qatynas.cli import cli


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as book:
        book.add(told(
            figure("trade.turnover", "1720000000", "2024", low="1715000000", high="1725000000"),
            figure("trade.export", "1210000000", "2024", low="1205000000", high="1215000000"),
            figure("trade.import", "610000000", "2024", low="609500000", high="610500000"),
            figure("trade.turnover", "3000000000", "../2030", status="target"),
        ))  # fmt: skip
    return str(path)


def run(*words: str) -> str:
    done = CliRunner().invoke(cli, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_check_shows_what_clashes_with_its_sentences(ledger: str) -> None:
    shown = run("check", "--ledger", ledger)
    assert "contradiction  arithmetic" in shown
    assert "«note.txt 1»" in shown
    assert "1 findings: 1 contradiction" in shown
    assert run("check", "--ledger", ledger, "--grade", "slip") == "0 findings\n"


def test_check_as_json(ledger: str) -> None:
    (row,) = json.loads(run("check", "--ledger", ledger, "--json"))
    assert row["grade"] == "contradiction"
    assert {one["quote"] for one in row["cited"]} == {"note.txt 0", "note.txt 1", "note.txt 2"}
    assert row["heal"]["needed"] == 1814500000


def test_promises(ledger: str) -> None:
    assert run("promises", "--ledger", ledger).startswith("open ")
    (row,) = json.loads(run("promises", "--ledger", ledger, "--json"))
    assert (row["status"], row["due"]) == ("open", "../2030")


def test_the_surface(ledger: str) -> None:
    with Ledger.open(ledger) as book:
        assert [one.grade for one in book.findings()] == ["contradiction"]
        assert [one.words for one in book.promises()] == ["open"]
