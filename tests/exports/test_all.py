"""What holds for every format: it is listed, steady, safe on any text, and says what it could not do."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import mammoth
import pytest
from click.testing import CliRunner
from exports.sample import extractions
from hypothesis import given, settings
from hypothesis import strategies as st
from relations.sample import PAIR, claim, document, extraction, turnover

import qatynas
from qatynas.cli import cli
from qatynas.model import InputError
from qatynas.publish.exports import FORMATS, Material, export, format_of

Exported = Callable[[str], tuple[bytes, object]]
NAMES = [one.name for one in FORMATS]
ROOT = Path(__file__).resolve().parents[2]


def filled(path: Path, *made: object) -> qatynas.Ledger:
    with qatynas.Ledger(path) as ledger:
        for one in made:
            ledger.add(one)
    return qatynas.Ledger.open(path)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_ledger_gives_the_same_bytes(name: str, exported: Exported, tmp_path: Path) -> None:
    again = io.BytesIO()
    with filled(tmp_path / "again.sqlite", *extractions()) as book:
        export(name, Material(book, PAIR), again)
    assert again.getvalue() == exported(name)[0]


@pytest.mark.parametrize("name", NAMES)
def test_what_a_person_rejected_is_gone_and_what_was_corrected_is_right(name: str, tmp_path: Path) -> None:
    made = document("Сауда\nАйналым 5 доллар болды. Айналым 77 доллар болды.", "a.txt")
    kept, wrong = (turnover(made, f"Айналым {n} доллар болды.", f"{2018 + n % 7}", str(n)) for n in (5, 77))
    with filled(tmp_path / "l.sqlite", extraction(made, kept, wrong)) as book:
        book.judge(wrong, made.sha256, "reject", who="Айгерім")
        book.judge(kept, made.sha256, "correct", who="Айгерім", field="value", value=6)
        file = io.BytesIO()
        export(name, Material(book, PAIR), file)
    if name in ("claims.csv", "claims.jsonl", "series.csv", "series.jsonl", "sdmx.csv"):
        text = file.getvalue().decode()
        assert "77" not in re.sub(r"[0-9a-f]{24,}", "", text)
        assert re.search(r'[,"] ?6[,}]', text) or '"value": 6' in text
        assert kept.id(made.sha256) in text, "a corrected claim keeps the id that it was read with"


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_relationship_is_no_crash(name: str, tmp_path: Path) -> None:
    made = document("Жазба\nЕкі ел келісті.", "a.txt")
    with filled(
        tmp_path / "l.sqlite", extraction(made, claim(made, "topic", "Екі ел келісті.", topic="water", mode="agreed"))
    ) as book:
        export(name, Material(book, PAIR), io.BytesIO())


HARD = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(str.strip)


@settings(max_examples=8)
@given(HARD, HARD)
def test_no_text_breaks_a_format(tmp_path_factory: pytest.TempPathFactory, title: str, name: str) -> None:
    text = f"{title}\n{name} деген шарт\n"
    made = document(text, f"{name}.txt", author=title, address=f"https://example.org/{title}")
    words = f"{name} деген шарт"
    claims = [
        claim(made, "agreement", words, title=name, type="treaty", act="signed", date="2030", status="planned"),
        claim(made, "project", words, name=title, date="2031", status="planned"),
        turnover(made, words, "2024", "5", subject=name, product=title),
    ]
    with filled(tmp_path_factory.mktemp("hard") / "l.sqlite", extraction(made, *claims)) as book:
        material = Material(book, PAIR)
        for one in NAMES:
            export(one, material, io.BytesIO())


def test_names_are_told_apart_and_documented() -> None:
    assert len(set(NAMES)) == len(NAMES)
    page = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    for one in FORMATS:
        assert f"`{one.name}`" in page, f"docs/exports.md says nothing of {one.name}"
        assert one.says
        assert "/" in one.media_type
    with pytest.raises(InputError, match=r"expected one of claims\.csv"):
        format_of("claims.xls")


def test_a_missing_library_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"needs pyarrow; install it with `pip install 'qatynas\[export\]'`"):
        export("claims.parquet", None, io.BytesIO())
    assert format_of("claims.csv").missing() == ""


def test_claims_are_of_all_pairs_unless_one_is_named(tmp_path: Path) -> None:
    made = document("Сауда\nАйналым 5 доллар болды. Айналым 7 доллар болды.", "a.txt")
    ours = turnover(made, "Айналым 5 доллар болды.", "2020", "5")
    theirs = turnover(made, "Айналым 7 доллар болды.", "2020", "7", parties=("KAZ", "UZB"))
    with filled(tmp_path / "l.sqlite", extraction(made, ours, theirs)) as book:
        assert [len(list(Material(book, pair).told())) for pair in (None, PAIR, ("KAZ", "UZB"))] == [2, 1, 1]
        assert Material(book).file_name("claims.csv") == "claims.csv"
        assert Material(book, PAIR).file_name("claims.csv") == "KAZ-KGZ-claims.csv"


def test_the_command_lists_writes_and_refuses(book: qatynas.Ledger, tmp_path: Path) -> None:
    run = CliRunner()
    listed = run.invoke(cli, ["export"])
    assert listed.exit_code == 0
    assert [line.split()[0] for line in listed.output.splitlines()] == NAMES
    out = tmp_path / "claims.csv"
    told = run.invoke(cli, ["export", "claims.csv", "-o", str(out), "--ledger", str(book.path)])
    assert told.exit_code == 0, told.output
    assert f"{out}: 34 claims" in told.stderr
    assert out.read_bytes().startswith(b"\xef\xbb\xbfclaim,")
    assert list(tmp_path.iterdir()) == [out]
    streamed = run.invoke(cli, ["export", "series.jsonl", "-o", "-", "--ledger", str(book.path), "--pair", "KAZ-KGZ"])
    assert streamed.stdout.count("\n") == 10
    nowhere = run.invoke(
        cli, ["export", "claims.csv", "-o", str(tmp_path / "no" / "x.csv"), "--ledger", str(book.path)]
    )
    assert isinstance(nowhere.exception, InputError)
    brief = tmp_path / "b.docx"
    run.invoke(cli, ["export", "brief.docx", "--language", "kk-Latn", "-o", str(brief), "--ledger", str(book.path)])
    assert "Qysqaşa" in mammoth.extract_raw_text(io.BytesIO(brief.read_bytes())).value
    wrong = run.invoke(cli, ["export", "brief.docx", "--language", "kk", "--ledger", str(book.path)])
    assert wrong.exit_code == 2
    unknown = run.invoke(cli, ["export", "claims.xls", "--ledger", str(book.path)])
    assert isinstance(unknown.exception, InputError)
