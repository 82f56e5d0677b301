"""What people do to a whole ledger: settle findings, purge what must not be kept, merge two people's ledgers."""

from __future__ import annotations

import itertools
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from checks.worlds import figure, told
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qatynas import Ledger
from qatynas.ledger.merging import ORDERED, TABLES
from qatynas.model import Extraction, InputError

TRADE = (
    figure("trade.turnover", "1720000000", "2024", low="1715000000", high="1725000000"),
    figure("trade.export", "1210000000", "2024", low="1205000000", high="1215000000"),
    figure("trade.import", "610000000", "2024", low="609500000", high="610500000"),
)


def ledger(path: Path, *extractions: Extraction) -> Ledger:
    book = Ledger(path)
    for one in extractions:
        book.add(one)
    return book


# settling


def test_a_settled_finding_is_listed_apart(tmp_path: Path) -> None:
    with ledger(tmp_path / "a.sqlite", told(*TRADE)) as book:
        (clash,) = book.findings()
        number = book.settle(clash, who="Айгерім", reason="the text misprints the imports")
        assert book.findings() == ()
        (settled,) = book.settled()
        assert (settled.finding, settled.by.id, settled.by.who) == (clash, number, "Айгерім")
        with pytest.raises(InputError, match="settled already, by Айгерім"):
            book.settle(clash, who="Бақыт", reason="too")


def test_another_person_can_undo_it(tmp_path: Path) -> None:
    with ledger(tmp_path / "a.sqlite", told(*TRADE)) as book:
        (clash,) = book.findings()
        number = book.settle(clash, who="Айгерім", reason="a misprint")
        book.reopen(number, who="Бақыт", reason="it is none")
        assert book.findings() == (clash,)
        assert [(one.who, one.undone) for one in book.settlements(undone=True)] == [("Айгерім", "Бақыт")]
        with pytest.raises(InputError, match="no such settlement stands"):
            book.reopen(number, who="Бақыт")
        assert book.settle(clash, who="Айгерім", reason="it is, see page 3") > number


def test_it_opens_again_when_its_evidence_changes(tmp_path: Path) -> None:
    with ledger(tmp_path / "a.sqlite", told(*TRADE)) as book:
        (clash,) = book.findings()
        book.settle(clash, who="Айгерім", reason="a misprint")
        bought = next(one for one in clash.cited if one.claim.indicator == "trade.import")  # type: ignore[attr-defined]
        book.judge(bought.claim, bought.source, "correct", who="Бақыт", field="value", value=620000000)
        assert [one.grade for one in book.findings()] == ["contradiction"]
        assert book.settled() == ()


def test_a_new_reading_that_says_the_same_leaves_it_settled(tmp_path: Path) -> None:
    with ledger(tmp_path / "a.sqlite", told(*TRADE)) as book:
        book.settle(book.findings()[0], who="Айгерім", reason="a misprint")
        path = book.path
    read = told(*TRADE)
    moved = tuple(replace(one, span=read.claims[0].span, quote=read.claims[0].quote) for one in read.claims)
    with Ledger(path, program="newer") as book:
        book.add(replace(read, claims=moved))
        assert book.findings() == ()


@pytest.mark.parametrize(("who", "reason"), [("", "why"), (" ", "why"), ("Айгерім", ""), ("Айгерім", " ")])
def test_a_settlement_has_a_name_and_a_reason(tmp_path: Path, who: str, reason: str) -> None:
    with ledger(tmp_path / "a.sqlite", told(*TRADE)) as book, pytest.raises(InputError, match="--who"):
        book.settle(book.findings()[0], who=who, reason=reason)


# purging


def secret(value: str = "1500000000") -> Extraction:
    return told(figure("trade.turnover", value, "2023"), name="жасырын сөз.txt")


def test_purging_really_removes_text_claims_and_words_about_them(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    hidden, open_ = secret(), told(*TRADE)
    with ledger(path, open_, hidden) as book:
        claim, other = hidden.claims[0], open_.claims[0]
        book.judge(claim, hidden.document.sha256, "accept", who="Айгерім", reason="жасырын себеп")
        book.judge(other, open_.document.sha256, "accept", who="Айгерім", reason="stays")
        book.judge(other, open_.document.sha256, "join", who="Айгерім", others=[(claim, hidden.document.sha256)])
        book.record_correction(claim, hidden.document.sha256, "value", 1, who="Бақыт", ground="жасырын хат")
        (stone,) = book.purge("жасырын сөз.txt", who="Айгерім", reason="a private letter")
        assert (stone.claims, stone.paths) == (1, ("жасырын сөз.txt",))
        assert [one.reason for one in book.judgements()] == ["stays"]
        assert book.records() == []
        assert [one.path for one in book.documents()] == ["note.txt"]
        assert book.search("жасырын") == []
        assert [one.who for one in book.tombstones()] == ["Айгерім"]
        assert book.add(hidden).change == "not kept, since it was purged"
        assert len(book.documents()) == 1
    for file in tmp_path.iterdir():
        for words in ("жасырын себеп", "жасырын хат", "жасырын сөз.txt 0", "1500000000"):
            assert words.encode() not in file.read_bytes(), (file.name, words)


def test_after_a_purge_the_ledger_refuses_changes_as_before(tmp_path: Path) -> None:
    with ledger(tmp_path / "a.sqlite", told(*TRADE), secret()) as book:
        book.purge(secret().document.sha256, who="Айгерім", reason="private")
        for table in TABLES:
            for act in (f"DELETE FROM {table}", f"UPDATE {table} SET rowid = rowid"):
                rows = book._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                if rows and "rowid" not in act:
                    with pytest.raises(sqlite3.DatabaseError, match="append-only"):
                        book._connection.execute(act)


def test_a_purge_brings_an_older_version_back_only_if_it_has_another_name(tmp_path: Path) -> None:
    with ledger(tmp_path / "a.sqlite", secret("1"), secret("2")) as book:
        assert len(book.purge("жасырын сөз.txt", who="Айгерім", reason="private")) >= 1
        assert book.documents() == []


@pytest.mark.parametrize(
    ("name", "who", "reason"), [("none.txt", "А", "why"), ("note.txt", "", "why"), ("note.txt", "А", "")]
)
def test_a_purge_that_cannot_be_changes_nothing(tmp_path: Path, name: str, who: str, reason: str) -> None:
    with ledger(tmp_path / "a.sqlite", told(*TRADE)) as book:
        with pytest.raises(InputError):
            book.purge(name, who=who, reason=reason)
        assert len(book.documents()) == 1


def test_one_judgement_is_really_removed_and_no_merge_brings_it_back(tmp_path: Path) -> None:
    one, other = tmp_path / "a.sqlite", tmp_path / "b.sqlite"
    with ledger(one, told(*TRADE)) as book:
        claim, sha256 = told(*TRADE).claims[0], told(*TRADE).document.sha256
        kept = book.judge(claim, sha256, "accept", who="Айгерім", reason="stays")
        number = book.judge(claim, sha256, "reject", who="Айгерім", reason="жасырын себеп")
        book.withdraw(number, who="Бақыт")
        mine = book.settle(book.findings()[0], who="Айгерім", reason="жасырын сылтау")
    shutil.copy(one, other)
    with Ledger(one) as book:
        assert book.purge_word(number, who="Бақыт", reason="names a person").paths == (f"judgement {number}",)
        assert book.purge_word(mine, who="Бақыт", reason="too", table="settlement").claims == 0
        assert [word.id for word in book.judgements(withdrawn=True)] == [kept]
        assert book.settlements(undone=True) == []
        assert len(book.findings()) == 1
        for file in tmp_path.glob("a.sqlite*"):
            for words in ("жасырын себеп", "жасырын сылтау"):
                assert words.encode() not in file.read_bytes()
        book.merge(other)
        assert [word.reason for word in book.judgements(withdrawn=True)] == ["stays"]
        assert book.settlements(undone=True) == []
        for wrong in (number, 99):
            with pytest.raises(InputError, match="no such judgement"):
                book.purge_word(wrong, who="Бақыт", reason="again")
        with pytest.raises(InputError, match="say who"):
            book.purge_word(kept, who=" ", reason="why")
    with Ledger(other) as book:
        book.merge(one)
        assert [word.reason for word in book.judgements(withdrawn=True)] == ["stays"]


# merging

NAMES = ("а.txt", "б.txt", "в.txt")


def content(book: Ledger) -> list[object]:
    """All that a ledger says, free of the numbers of its rows."""
    read = [(one.document.path, one.document.sha256, one.claims, one.dating) for one in book.extractions()]
    judged = [
        (one.verdict, one.who, one.added_at, one.applies_to, one.withdrawn, len(one.others))
        for one in book.judgements(withdrawn=True)
    ]
    recorded = [(one.form, one.who, one.ground, one.withdrawn, one.claims) for one in book.records(withdrawn=True)]
    settled = [(one.evidence, one.who, one.undone) for one in book.settlements(undone=True)]
    versions = [[one.sha256 for one in book.versions(name)] for name in NAMES]
    purged = [(one.sha256, one.who) for one in book.tombstones()]
    found = [one.id for one in book.findings(("KAZ", "KGZ"))] if any(one[2] for one in read) else []
    return [read, judged, recorded, settled, versions, purged, found]


def do(book: Ledger, act: int, name: str, value: str) -> None:
    """One of the things that people do to a ledger."""
    documents = [one for one in book.extractions() if one.claims and not one.document.path.startswith("record:")]
    if act == 0 or not documents:
        book.add(told(figure("trade.turnover", value, "2024"), name=name))
        return
    one = next((doc for doc in documents if doc.document.path == name), documents[0])
    claim, sha256 = one.claims[0], one.document.sha256
    if act == 1:
        book.judge(claim, sha256, "accept" if value > "5" else "reject", who=name, reason=value)
    elif act == 2 and book.judgements():
        book.withdraw(book.judgements()[0].id, who=name)
    elif act == 3:
        row = {"kind": "figure", "indicator": "trade.turnover", "value": value, "unit": "USD", "period": "2024",
               "status": "actual", "parties": ["KAZ", "KGZ"], "qualifier": "exact"}  # fmt: skip
        book.record("note", [row], who=name, ground=value)
    elif act == 4 and book.records():
        book.withdraw_record(book.records()[0].id, who=name)
    elif act == 5:
        book.record_correction(claim, sha256, "value", 7, who=name, ground=value)
    elif act == 6:
        other = documents[-1]
        if other.document.sha256 != sha256:
            book.judge(claim, sha256, "join", who=name, others=[(other.claims[0], other.document.sha256)])
    elif act == 7:
        found = book.findings() if any(x.claims for x in book.extractions()) else ()
        if found:
            book.settle(found[0], who=name, reason=value)
    elif act == 8:
        book.purge(one.document.path, who=name, reason=value)


ACTS = st.lists(st.tuples(st.integers(0, 7), st.sampled_from(NAMES), st.sampled_from("246")), max_size=7)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS, ACTS, st.integers(0, 3), st.booleans())
def test_merging_is_the_same_in_any_order_and_again(
    tmp_path_factory: pytest.TempPathFactory, mine: list[tuple[int, str, str]], theirs: list[tuple[int, str, str]],
    shift: int, purged: bool,
) -> None:  # fmt: skip
    folder = tmp_path_factory.mktemp("merge")
    with pytest.MonkeyPatch.context() as patch:
        for name, acts, start in (("a", mine, 0), ("b", theirs, shift)):
            clock = itertools.count(start)
            for module in ("qatynas.ledger.ledger", "qatynas.checks.surface"):
                patch.setattr(f"{module}._now", lambda clock=clock: f"2026-03-01T00:00:{next(clock) // 2:02}+00:00")
            with ledger(folder / f"{name}.sqlite") as book:
                for act in acts:
                    do(book, *act)
                if purged and name == "b" and book.documents():
                    do(book, 8, "а.txt", "private")
    for one, other in (("a", "b"), ("b", "a")):
        shutil.copy(folder / f"{one}.sqlite", folder / f"{one}{other}.sqlite")
        with Ledger(folder / f"{one}{other}.sqlite") as book:
            book.merge(folder / f"{other}.sqlite")
    with Ledger(folder / "ab.sqlite") as first, Ledger(folder / "ba.sqlite") as second:
        said = content(first)
        assert content(second) == said
        assert first.merge(folder / "b.sqlite") == 0
        assert first.merge(folder / "a.sqlite") == 0
        assert content(first) == said
        assert first.merge(folder / "ba.sqlite") == 0
        assert second._connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_record_that_both_withdrew_is_withdrawn_once(tmp_path: Path) -> None:
    row = {"kind": "figure", "indicator": "trade.turnover", "value": "2", "unit": "USD", "period": "2024",
           "status": "actual", "parties": ["KAZ", "KGZ"], "qualifier": "exact"}  # fmt: skip
    with ledger(tmp_path / "a.sqlite") as book:
        book.record("note", [row], who="Айгерім", ground="minutes")
    shutil.copy(tmp_path / "a.sqlite", tmp_path / "b.sqlite")
    for name, who in (("a", "Айгерім"), ("b", "Бақыт")):
        with Ledger(tmp_path / f"{name}.sqlite") as book:
            book.withdraw_record(book.records()[0].id, who=who)
        shutil.copy(tmp_path / f"{name}.sqlite", tmp_path / f"{name}2.sqlite")
    with Ledger(tmp_path / "a2.sqlite") as first, Ledger(tmp_path / "b2.sqlite") as second:
        first.merge(tmp_path / "b.sqlite")
        second.merge(tmp_path / "a.sqlite")
        assert content(first) == content(second)
        assert first.records() == []
        said = content(first)
        for again in ("a", "b", "b2"):
            assert first.merge(tmp_path / f"{again}.sqlite") == 0
        assert content(first) == said


def test_two_peoples_ledgers_keep_who_and_when(tmp_path: Path) -> None:
    mine, theirs = told(*TRADE, name="а.txt"), told(figure("trade.turnover", "1900000000", "2024"), name="б.txt")
    with ledger(tmp_path / "b.sqlite", mine, theirs) as other:
        other.judge(theirs.claims[0], theirs.document.sha256, "reject", who="Бақыт", reason="a misprint")
        was = other.judgements()[0].added_at
    with ledger(tmp_path / "a.sqlite", mine) as book:
        book.judge(mine.claims[0], mine.document.sha256, "accept", who="Айгерім")
        assert book.merge(tmp_path / "b.sqlite") > 0
        assert {one.path for one in book.documents()} == {"а.txt", "б.txt"}
        assert {(one.who, one.verdict) for one in book.judgements()} == {("Айгерім", "accept"), ("Бақыт", "reject")}
        assert next(one.added_at for one in book.judgements() if one.who == "Бақыт") == was
        assert book.search("б") != []


def test_a_ledger_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.sqlite").write_text("no ledger")
    with ledger(tmp_path / "a.sqlite", told(*TRADE)) as book:
        for name in ("b.sqlite", "c.sqlite"):
            with pytest.raises(InputError):
                book.merge(tmp_path / name)
        assert len(book.documents()) == 1
        assert not list(tmp_path.glob(".merging-*"))
    assert set(ORDERED) < set(TABLES)


def test_what_is_kept_up_forgets_what_is_purged_and_sees_what_is_merged(tmp_path: Path) -> None:
    other = told(figure("trade.turnover", "1900000000", "2024"), name="жасырын сөз.txt")
    with ledger(tmp_path / "b.sqlite", other) as theirs:
        assert theirs.findings() == ()
    with ledger(tmp_path / "a.sqlite", told(*TRADE)) as book:
        assert [one.grade for one in book.findings()] == ["contradiction"]
        book.merge(tmp_path / "b.sqlite")
        assert [one.grade for one in book.findings()] == ["contradiction", "difference"]
        book.purge("жасырын сөз.txt", who="Айгерім", reason="private")
        assert [one.grade for one in book.findings()] == ["contradiction"]
        book.merge(tmp_path / "a.sqlite")  # with itself
        assert [one.grade for one in book.findings()] == ["contradiction"]
    for file in tmp_path.glob("a.sqlite*"):
        assert "жасырын сөз.txt 0".encode() not in file.read_bytes(), file.name
