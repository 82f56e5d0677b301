"""Asking a ledger from the command line, in words and in JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from qatynas.cli import cli

NOTES = {
    "treaty.txt": """Таласта құжатқа қол қойылды

2023 жылғы 15 мамыр

Қазақстан мен Қырғызстан 2023 жылғы 14 мамырда Таласта шекара маңындағы жайылымды пайдалану туралы келісімге қол қойды. Екі елдің тауар айналымы 2022 жылы 1,2 миллиард доллар болды.
""",
    "law.txt": """Парламент құжатты мақұлдады

2024 жылғы 3 ақпан

Қазақстан 2024 жылғы 1 ақпанда Қырғызстанмен шекара маңындағы жайылымды пайдалану туралы келісімді ратификациялады. Екі елдің тауар айналымы 2023 жылы 1,4 миллиард долларға жетті.
""",
}


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, list(words), catch_exceptions=False)


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    for name, text in NOTES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    path = str(tmp_path / "talas.sqlite")
    monkeypatch.setenv("QATYNAS_LEDGER", path)
    monkeypatch.setenv("QATYNAS_WHO", "Айгерім")
    assert run("add", str(tmp_path / "treaty.txt"), str(tmp_path / "law.txt")).exit_code == 0
    return path


def answer(*words: str) -> Any:
    result = run(*words, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_series_print_every_number_with_the_claim_to_judge_it_by(ledger: str) -> None:
    (course,) = answer("series", "trade.turnover")
    points = course["series"][0]["points"]
    assert [(point["period"], point["length"], point["facts"][0]["value"]) for point in points] == [
        ("2022", "year", 1_200_000_000),
        ("2023", "year", 1_400_000_000),
    ]
    told = run("series", "trade").stdout
    assert points[0]["facts"][0]["reports"][0]["claim"][:12] in told
    assert "2023" in told


def test_an_unknown_indicator_is_told_with_those_that_are_there(ledger: str) -> None:
    result = CliRunner().invoke(cli, ["series", "trade.tourism"])
    assert "trade.turnover" in str(result.exception)


def test_treaties_stand_otherwise_on_other_days(ledger: str) -> None:
    told = {
        day: [one["state"] for one in answer("treaties", "--on", day)]
        for day in ("2023-01-01", "2023-06-01", "2024-02-02")
    }
    assert told == {"2023-01-01": [], "2023-06-01": ["signed"], "2024-02-02": ["ratified"]}
    (treaty,) = answer("treaties")
    assert [act["act"] for act in treaty["acts"]] == ["signed", "ratified"]
    assert "ratified" in run("treaties").stdout


def test_a_timeline_is_in_order_and_between_two_days(ledger: str) -> None:
    assert [fact["date"] for fact in answer("timeline")] == ["2023-05-14", "2024-02-01"]
    assert [fact["date"] for fact in answer("timeline", "--from", "2023-06", "--to", "2024-12")] == ["2024-02-01"]
    assert "2023-05-14" in run("timeline").stdout


@pytest.mark.parametrize("words", [("жайылымды", "пайдалану"), ("jaıylymdy", "paıdalaný"), ("جايىلىمدى", "پايدالانۋ")])
def test_any_script_finds_any_script(ledger: str, words: tuple[str, ...]) -> None:
    hits = answer("search", *words)
    assert {Path(hit["document"]).name for hit in hits} == {"treaty.txt", "law.txt"}
    for hit in hits:
        assert NOTES[Path(hit["document"]).name][hit["start"] : hit["end"]] == hit["words"]
    assert len(answer("search", *words, "--limit", "1")) == 1
    assert "жайылым" in run("search", *words).stdout


@pytest.mark.parametrize(
    "words", ["жайылым", "жайылымның", "жайылымға", "jaıylymnyń", "جايىلىمعا", "келісімнің ратификациясы"]
)
def test_inflected_forms_find_each_other(ledger: str, words: str) -> None:
    found = {Path(hit["document"]).name for hit in answer("search", *words.split())}
    assert "law.txt" in found


def test_a_word_that_stands_nowhere_finds_nothing(ledger: str) -> None:
    assert answer("search", "мұнайдың") == []


def test_what_became_known_since_a_day(ledger: str) -> None:
    assert len(answer("diff", "--since", "2001-01-01")["new"]) >= 4
    nothing = {"new": [], "changed": [], "confirmed": [], "gone": [], "findings": {"new": [], "gone": []}}
    assert answer("diff", "--since", "2999-01-01") == nothing
    assert run("diff", "--since", "2001-01-01").stdout.startswith("new")


def test_a_briefing_and_a_status(ledger: str) -> None:
    told = answer("brief", "--for", "2024-03-01")
    assert [one["state"] for one in told["treaties"]] == ["ratified"]
    assert "Texts that stand" in run("brief", "--for", "2024-03-01").stdout
    assert answer("status")["documents"] == 2
    assert "documents: 2" in run("status").stdout


def test_bodies_and_duties_answer_even_where_there_are_none(ledger: str) -> None:
    assert answer("bodies") == []
    assert answer("bodies", "--duties", "2024") == []
    assert run("bodies", "--duties", "2024").exit_code == 0


def test_a_claim_is_corrected_rejected_and_the_word_taken_back(ledger: str) -> None:
    signing = answer("timeline")[0]["reports"][0]["claim"]
    number = answer("judge", "correct", signing[:10], "date", "2023-05-13", "--reason", "a slip")["judgement"]
    assert answer("timeline")[0]["date"] == "2023-05-13"
    assert answer("judge", "withdraw", str(number)) == {"withdrawn": number}
    assert answer("timeline")[0]["date"] == "2023-05-14"
    run("judge", "reject", signing, "--who", "Болат")
    assert len(answer("timeline")) == 1
    run("judge", "accept", signing)
    assert len(answer("timeline")) == 2
    rows = answer("judge", "list", "--all")
    assert [(row["verdict"], row["who"], row["withdrawn"]) for row in rows] == [
        ("correct", "Айгерім", "Айгерім"),
        ("reject", "Болат", None),
        ("accept", "Айгерім", None),
    ]
    assert len(run("judge", "list").stdout.splitlines()) == 2


def test_facts_are_joined_split_and_preferred_by_hand(ledger: str) -> None:
    ids = [
        point["facts"][0]["reports"][0]["claim"]
        for point in answer("series", "trade.turnover")[0]["series"][0]["points"]
    ]
    assert run("judge", "join", *ids, "--reason", "the same year").exit_code == 0
    facts = [
        fact
        for course in answer("series", "trade.turnover")
        for series in course["series"]
        for point in series["points"]
        for fact in point["facts"]
    ]
    assert [len(fact["reports"]) for fact in facts] == [2]
    run("judge", "prefer", ids[0])
    assert answer("series", "trade.turnover")[0]["series"][0]["points"][0]["period"] == "2022"
    run("judge", "split", *ids)
    assert len(answer("series", "trade.turnover")[0]["series"][0]["points"]) == 2


@pytest.mark.parametrize(
    "words",
    [("treaties", "--on", "soon"), ("timeline", "--from", "../2030"), ("judge", "reject", "zz"), ("judge", "withdraw", "99"),
     ("judge", "join", "00"), ("series", "trade", "--ledger", "none.sqlite"), ("diff",), ("brief",)],
)  # fmt: skip
def test_what_is_asked_wrongly_is_refused(ledger: str, words: tuple[str, ...]) -> None:
    assert CliRunner().invoke(cli, list(words)).exit_code != 0
