"""The command line as a person uses it: real files in, one line for each trouble, statuses that say so."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from qatynas.claims import extract as extract_claims
from qatynas.cli import cli
from qatynas.model import InputError

NOTE = """Үкімет басшылары Бішкекте кездесті

2025 жылғы 12 маусым

Қазақстан мен Қырғызстан арасындағы тауар айналымы 2024 жылы 1,7 миллиард доллар болды. Бұл 2023 жылмен салыстырғанда 9 пайызға көп.
2025 жылғы 11 маусымда Бішкекте екі елдің денсаулық сақтау министрлері дәрі-дәрмек бақылауы туралы келісімге қол қойды.
"""
RUSSIAN = "Сегодня в городе прошло заседание правительства, на котором обсудили подготовку к зиме и ремонт дорог. " * 5


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text(NOTE, encoding="utf-8")
    return path


def run(*words: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words], input=stdin, catch_exceptions=True)


def rows(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_fault_of_the_program_costs_its_own_text_alone(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = note.with_name("broken.txt")
    broken.write_text(NOTE.replace("Бішкекте", "Ошта"), encoding="utf-8")

    def extract(document: Any, **more: Any) -> Any:
        if document.path.endswith("broken.txt"):
            raise ZeroDivisionError("by nought")
        return extract_claims(document, **more)

    monkeypatch.setattr("qatynas.claims.extract", extract, raising=True)
    result = run("extract", broken, note)
    assert result.exit_code == 2
    assert rows(result)
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"qatynas: {broken}: not read, by a fault of the program (test_cli.py, line ")
    assert "ZeroDivisionError: by nought" in line


def test_extract_prints_a_claim_a_line_with_the_text_s_own_words(note: Path) -> None:
    result = run("extract", note)
    assert result.exit_code == 0, result.output
    found = rows(result)
    assert {"figure", "agreement"} <= {row["kind"] for row in found}
    for row in found:
        assert NOTE[row["start"] : row["end"]] == row["quote"]  # type: ignore[misc]
    turnover = next(row for row in found if row.get("indicator") == "trade.turnover" and row["measure"] == "level")
    assert (turnover["value"], turnover["unit"], turnover["period"]) == (1_700_000_000, "USD", "2024")


def test_standard_input_gives_the_same_claims_as_the_file(note: Path) -> None:
    def said(result: Result) -> list[dict[str, object]]:
        return [{key: value for key, value in row.items() if key != "document"} for row in rows(result)]

    assert said(run("extract", "-", stdin=NOTE.encode())) == said(run("extract", note))


def test_one_bad_file_is_told_in_a_line_and_does_not_stop_the_rest(tmp_path: Path, note: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (tmp_path / "russian.txt").write_text(RUSSIAN, encoding="utf-8")
    result = run("extract", tmp_path, tmp_path / "missing.txt")
    assert result.exit_code == 2
    assert len(rows(result)) == len(rows(run("extract", note)))
    told = result.stderr.strip().splitlines()
    assert len(told) == 4
    for name in ("empty.txt", "photo.txt", "russian.txt", "missing.txt"):
        assert sum(name in line for line in told) == 1, told
    assert "Traceback" not in result.output


def test_pair_keeps_one_pair(note: Path) -> None:
    assert rows(run("extract", note, "--pair", "KGZ-KAZ")) == rows(run("extract", note))
    assert rows(run("extract", note, "--pair", "KAZ-UZB")) == []


@pytest.mark.parametrize("pair", ["KAZ", "KAZ-KAZ", "KAZ-XXX", "KAZ-KGZ-UZB", ""])
def test_a_wrong_pair_is_named(note: Path, pair: str) -> None:
    result = run("extract", note, "--pair", pair)
    assert result.exit_code == 2
    assert "KAZ-KGZ" in result.stderr


def test_published_dates_what_the_text_leaves_relative(tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text(
        "Былтыр Қазақстан мен Қырғызстан арасындағы тауар айналымы 1,5 миллиард доллар болды.", encoding="utf-8"
    )
    assert [row["period"] for row in rows(run("extract", path, "--published", "2019-03"))] == ["2018"]


def test_explain_says_why(note: Path) -> None:
    assert all("why" in row for row in rows(run("extract", note, "--explain")))
    assert "trade.turnover" in run("extract", note, "--format", "table", "--explain").stdout


def test_add_again_changes_nothing_and_a_dossier_comes_of_it(tmp_path: Path, note: Path) -> None:
    ledger, page = tmp_path / "l.sqlite", tmp_path / "d.html"
    first = json.loads(run("add", note, "--ledger", ledger, "--json").stdout)
    again = json.loads(run("add", note, "--ledger", ledger, "--json").stdout)
    assert [row["change"] for row in first] == ["new"]
    assert [row["change"] for row in again] == ["unchanged"]
    note.write_text(NOTE.replace("1,7", "1,8"), encoding="utf-8")
    changed = json.loads(run("add", note, "--ledger", ledger, "--json").stdout)
    assert [row["change"] for row in changed] == ["changed"]
    assert run("dossier", "--ledger", ledger, "-o", page).exit_code == 0
    html = page.read_text(encoding="utf-8")
    assert "1,8" in html
    assert 'http-equiv="refresh"' not in html


def test_show_prints_tables_and_json(note: Path) -> None:
    assert "2024" in run("show", "trade", note).stdout
    assert json.loads(run("show", "all", note, "--json").stdout)
    wrong = run("show", "weather", note)
    assert isinstance(wrong.exception, InputError)
    assert "trade" in str(wrong.exception)


def test_no_ledger_and_no_path_says_what_to_do(tmp_path: Path) -> None:
    result = run("dossier", "--ledger", tmp_path / "none.sqlite", "-o", tmp_path / "d.html")
    assert isinstance(result.exception, InputError)
    assert "qatynas add" in str(result.exception)


def test_read_shows_what_the_language_layer_finds(note: Path) -> None:
    numbers = json.loads(run("read", "numbers", note, "--json").stdout)
    assert {("1700000000", "USD"), ("9", "percent")} <= {(row["value"], row["unit"]) for row in numbers}
    dates = json.loads(run("read", "dates", note, "--json").stdout)
    assert "2025-06-11" in {row["edtf"] for row in dates}
    names = run("read", "names", note).stdout
    assert "KGZ" in names
    for row in numbers + dates:
        assert " ".join(NOTE[row["start"] : row["end"]].split()) == row["quote"]
    assert len(run("read", "sentences", note).stdout.splitlines()) == 5


def test_convert_and_identify_by_hand() -> None:
    arabic = run("convert", "--to", "Arab", stdin="Қазақстан мен Қырғызстан\n").stdout
    assert arabic == "قازاقستان مەن قىرعىزستان\n"
    assert json.loads(run("identify", "--json", stdin=arabic).stdout)[0]["script"] == "Arab"
    assert run("convert", "--to", "Cyrl", stdin="قازاقستان\n").stdout.strip().casefold() == "қазақстан"


def test_demo_writes_a_dossier_from_nothing(tmp_path: Path) -> None:
    page = tmp_path / "demo.html"
    result = run("demo", "-o", page)
    assert result.exit_code == 0, result.output
    html = page.read_text(encoding="utf-8")
    assert 'dir="rtl"' in html
    assert "<svg" in html


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    for words in (("extract",), ("show", "trade"), ("identify",), ("convert", "--to", "Arab"), ("read", "dates")):
        result = run(*words, tmp_path)
        assert result.exit_code != 0
        assert "without a document" in result.stderr


@pytest.mark.parametrize("command", [("identify",), ("convert", "--to", "Latn")])
def test_a_bad_file_does_not_stop_the_script_commands_either(command: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text("Көрші елдің қонақтары келді.\n", encoding="utf-8")
    result = run(*command, tmp_path)
    assert result.exit_code == 2
    assert [name in result.stderr for name in ("a.txt", "b.txt", "c.txt")] == [True, True, False]
    assert len(result.stdout.splitlines()) == 1


def test_a_pair_that_no_text_is_about_is_told(tmp_path: Path, note: Path) -> None:
    result = run("dossier", note, "--pair", "KAZ-UZB", "-o", tmp_path / "d.html")
    assert isinstance(result.exception, InputError)
    assert "KAZ-KGZ" in str(result.exception)
    assert not (tmp_path / "d.html").exists()


@pytest.mark.parametrize(
    ("to", "style", "good"),
    [
        ("Arab", "xinjiang", True),
        ("Arab", "2018", False),
        ("Latn", "2018", True),
        ("Latn", "x", False),
        ("Cyrl", "x", False),
    ],
)
def test_a_style_is_one_of_the_script_s_own(note: Path, to: str, style: str, good: bool) -> None:
    result = run("convert", "--style", style, "--to", to, note)
    assert (result.exit_code == 0) is good
    assert good or style in result.stderr


def shell(*words: str | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "qatynas", *map(str, words)], capture_output=True, check=False, **options
    )


@pytest.mark.parametrize(
    "words",
    [("nothing",), ("extract",), ("extract", "--what", "a.txt"), ("dossier", "a.txt"), ("extract", "a.txt", "--pair", "KAZ"),
     ("read", "verbs", "a.txt"), ("convert", "a.txt"), ("show", "trade", "--ledger", "none.sqlite")],
)  # fmt: skip
def test_what_is_typed_wrongly_gets_one_line(words: tuple[str, ...], tmp_path: Path) -> None:
    done = shell(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode().count("\n") == 1
    assert done.stderr.startswith(b"qatynas")


def test_a_pipe_that_is_closed_early_is_no_error(note: Path) -> None:
    for words in (f"extract {note} {note}", f"show all {note}", "demo -o -"):
        command = f"set -o pipefail; {sys.executable} -m qatynas {words} | head -c 1"
        done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b""), words
