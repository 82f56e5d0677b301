"""`qatynas record`: every form, and what the other commands then show."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from qatynas.cli import cli
from qatynas.model import InputError

WHY = ("--who", "Айгерім", "--ground", "annex 1")
BY = (*WHY, "--on", "2025-06-30")


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    note = tmp_path / "note.txt"
    note.write_text(
        "Көршілер саудасы\n\n2 мамыр 2025 жыл\n\nҚазақстан мен Қырғызстанның тауар айналымы 2024 жылы 1,7 миллиард доллар "
        "болды. Келесі кезекте он екі құжат тұр.\n",
        "utf-8",
    )
    path = str(tmp_path / "ledger.sqlite")
    run("add", "--ledger", path, str(note))
    return path


def run(*words: str) -> str:
    done = CliRunner().invoke(cli, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def record(ledger: str, *words: str) -> None:
    assert "take it back with" in run("record", *words, "--ledger", ledger)


def test_a_session(ledger: str) -> None:
    record(ledger, "session", "--body", "Үкіметаралық кеңес", "--number", "12", "--date", "2025-03-14", "--host", "KGZ",
           "--guest", "KAZ", "--place", "Бішкек", "--topic", "water:agreed", "--topic", "trade", *BY)  # fmt: skip
    facts = json.loads(run("timeline", "--json", "--ledger", ledger))
    (meeting,) = [fact for fact in facts if fact["kind"] == "meeting"]
    assert (meeting["number"], meeting["reports"][0]["document"]) == (12, "record:1")


def test_an_act(ledger: str) -> None:
    record(ledger, "act", "--title", "Су туралы келісім", "--act", "in_force", "--date", "2025-06-01", *BY)
    (treaty,) = json.loads(run("treaties", "--on", "2025-06-15", "--json", "--ledger", ledger))
    assert (treaty["titles"], treaty["state"]) == (["Су туралы келісім"], "in_force")


def test_a_plan_and_a_delivery(ledger: str) -> None:
    record(ledger, "plan", "--title", "Вегетация жоспары", "--date", "2025-03-20", "--term", "2025-04/2025-09",
           "--line", "water KGZ-KAZ 580000000 2025-04/2025-09 Талас", "--line", "electricity KAZ-KGZ 900000000 2025-24",
           "--work", "2025-10/2025-11 Киров су қоймасын жөндеу", *BY)  # fmt: skip
    record(ledger, "delivery", "water", "--from", "KGZ", "--to", "KAZ", "--value", "180000000", "--period", "2025-06",
           "--subject", "Талас", *BY)  # fmt: skip
    courses = json.loads(run("series", "water.volume", "--json", "--ledger", ledger))
    points = [point for course in courses for series in course["series"] for point in series["points"]]
    assert {(point["status"], point["facts"][0]["value"]) for point in points} == {
        ("target", 580_000_000), ("actual", 180_000_000),
    }  # fmt: skip


def test_words_of_a_document(ledger: str, tmp_path: Path) -> None:
    note = str(tmp_path / "note.txt")
    record(ledger, "words", note, "--words", "он екі құжат", "--kind", "figure", "--field", "indicator=agreements.count",
           "--field", "value=12", "--field", "unit=count", "--field", "period=2025", *WHY)  # fmt: skip
    (course,) = json.loads(run("series", "agreements.count", "--json", "--ledger", ledger))
    report = course["series"][0]["points"][0]["facts"][0]["reports"][0]
    assert (report["document"], report["quote"]) == (note, "он екі құжат")
    with pytest.raises(InputError, match=r"stand \d+ times; say which with --start"):
        record(ledger, "words", note, "--words", "ы", "--kind", "figure", *WHY)
    with pytest.raises(InputError, match="do not stand in it"):
        record(ledger, "words", note, "--words", "он үш құжат", "--kind", "figure", *WHY)


def test_a_correction(ledger: str) -> None:
    (course,) = json.loads(run("series", "trade.turnover", "--json", "--ledger", ledger))
    claim = course["series"][0]["points"][0]["facts"][0]["reports"][0]["claim"]
    record(ledger, "correction", claim, "period", "2023", "--who", "Айгерім", "--ground", "the yearbook")
    (course,) = json.loads(run("series", "trade.turnover", "--json", "--ledger", ledger))
    assert course["series"][0]["points"][0]["period"] == "2023"


def test_withdrawn_and_listed(ledger: str) -> None:
    record(ledger, "act", "--title", "Су туралы келісім", "--act", "signed", "--date", "2025-06-01", *BY)
    assert "record 1: withdrawn" in run("record", "withdraw", "1", "--who", "Нұрлан", "--ledger", ledger)
    assert json.loads(run("treaties", "--json", "--ledger", ledger)) == []
    assert run("record", "list", "--ledger", ledger) == ""
    (kept,) = json.loads(run("record", "list", "--all", "--json", "--ledger", ledger))
    assert (kept["withdrawn"], kept["claims"][0]["title"]) == ("Нұрлан", "Су туралы келісім")
    assert "withdrawn by Нұрлан" in run("record", "list", "--all", "--ledger", ledger)


def test_the_dossier_shows_records(ledger: str) -> None:
    record(
        ledger,
        "session",
        "--body",
        "Үкіметаралық кеңес",
        "--number",
        "12",
        "--date",
        "2025-03-14",
        "--host",
        "KGZ",
        *BY,
    )
    assert "record:1" in run("dossier", "-o", "-", "--ledger", ledger)


@pytest.mark.parametrize("words", [("--line", "milk KGZ-KAZ 5 2025"), ("--line", "water"), ("--line", "")])
def test_a_wrong_line_is_told(ledger: str, words: tuple[str, ...]) -> None:
    done = CliRunner().invoke(
        cli, ["record", "plan", "--title", "Жоспар", "--date", "2025", *words, *BY, "--ledger", ledger]
    )
    assert done.exit_code == 2
    assert "expected SORT FROM-TO VALUE PERIOD" in done.output
