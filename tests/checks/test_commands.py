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


def identify(ledger: str) -> str:
    (row,) = json.loads(run("check", "--ledger", ledger, "--json"))
    return str(row["finding"])


def test_a_finding_is_settled_by_name_and_opened_again(ledger: str) -> None:
    said = ("--who", "Айгерім", "--reason", "the text misprints it", "--ledger", ledger)
    assert "judge reopen 1" in run("judge", "settle", identify(ledger)[:6], *said)
    assert "0 findings" in run("check", "--ledger", ledger)
    shown = run("check", "--settled", "--ledger", ledger)
    assert "settled by Айгерім" in shown
    assert "the text misprints it" in shown
    (row,) = json.loads(run("check", "--settled", "--ledger", ledger, "--json"))
    assert (row["settled"]["who"], row["check"]) == ("Айгерім", "arithmetic")
    assert "settle" in run("judge", "list", "--ledger", ledger)
    run("judge", "reopen", "1", "--who", "Бақыт", "--ledger", ledger)
    assert "1 findings" in run("check", "--ledger", ledger)
    assert run("judge", "list", "--ledger", ledger) == ""
    assert "withdrawn by Бақыт" in run("judge", "list", "--all", "--ledger", ledger)


def test_words_are_added_and_withdrawn_alike(ledger: str) -> None:
    common = ("--who", "Айгерім", "--ledger", ledger)
    run("judge", "add", "note.txt", "--words", "note.txt 0", "--kind", "figure", "--field", "indicator=agreements.count",
        "--field", "value=12", "--field", "unit=count", "--ground", "missed", *common)  # fmt: skip
    for group in ("record", "judge"):
        listed = json.loads(run(group, "list", "--json", "--ledger", ledger))
        assert len(listed) == (1 if group == "record" else 0)
    assert "record 1: withdrawn" in run("record", "withdraw", "1", *common)
    assert run("record", "list", "--ledger", ledger) == ""
    assert "(withdrawn by Айгерім)" in run("record", "list", "--all", "--ledger", ledger)


def test_what_must_not_be_kept_is_purged(ledger: str) -> None:
    assert "removed with 4 claims" in run("purge", "note.txt", "--who", "А", "--reason", "private", "--ledger", ledger)
    assert "documents: 0" in run("status", "--ledger", ledger)


def test_a_colleague_s_ledger_is_merged(ledger: str, tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    with Ledger(other) as book:
        book.add(told(figure("trade.turnover", "1900000000", "2024"), name="other.txt"))
    assert "rows are new" in run("merge", str(other), "--ledger", ledger)
    assert "nothing new" in run("merge", str(other), "--ledger", ledger)
    assert {row["grade"] for row in json.loads(run("check", "--ledger", ledger, "--json"))} == {
        "contradiction",
        "difference",
    }


def test_diff_and_brief_tell_findings(ledger: str) -> None:
    shown = run("diff", "--since", "2001-01-01", "--ledger", ledger)
    assert "found      contradiction: cannot all be true" in shown
    assert len(json.loads(run("diff", "--since", "2001-01-01", "--ledger", ledger, "--json"))["findings"]["new"]) == 1
    shown = run("brief", "--for", "2026-08-01", "--ledger", ledger)
    assert "What does not add up" in shown
    assert "open " in shown
    told_of = json.loads(run("brief", "--for", "2026-08-01", "--ledger", ledger, "--json"))
    assert [row["grade"] for row in told_of["findings"]] == ["contradiction"]
    assert [row["status"] for row in told_of["promise_status"]] == ["open"]


def test_a_promise_as_json_tells_who_said_it_first_and_every_time(ledger: str) -> None:
    (row,) = json.loads(run("promises", "--ledger", ledger, "--json"))
    assert (row["value"], row["unit"], row["first_said_on"]) == (3000000000, "USD", "2026-03-01")
    assert [step["how"] for step in row["history"]] == ["first"]


def test_the_dossier_tells_what_nobody_has_settled(ledger: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    run("dossier", "-o", str(page), "--ledger", ledger)
    assert "cannot all be true:" in page.read_text(encoding="utf-8")
    run("judge", "settle", identify(ledger)[:6], "--who", "Айгерім", "--reason", "a misprint", "--ledger", ledger)
    run("dossier", "-o", str(page), "--ledger", ledger)
    assert "cannot all be true:" not in page.read_text(encoding="utf-8")


def test_promises_of_one_status_and_a_purged_judgement(ledger: str) -> None:
    assert run("promises", "--status", "met", "--limit", "1", "--ledger", ledger) == ""
    said = ("--who", "Айгерім", "--reason", "a misprint", "--ledger", ledger)
    run("judge", "settle", identify(ledger)[:6], *said)
    assert "settlement 1: removed" in run("judge", "purge", "1", "--settlement", *said)
    assert json.loads(run("judge", "list", "--ledger", ledger, "--json", "--all")) == []
