"""Derived files: made anew where they are not of this ledger, gone on with where a keeper was killed."""

from __future__ import annotations

import shutil
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from ledger.making import made

from qatynas.ledger import Ledger
from qatynas.ledger.counts import Counts
from qatynas.ledger.derived import Derived, forget

TABLES = ("CREATE TABLE seen (sha256 TEXT)",)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path, data="test") as ledger:
        for number in range(1, 6):
            ledger.add(made(number))
    return path


def followed(path: Path, version: str = "1", most: int = 2, times: int = 100) -> list[str]:
    """What a keeper has seen, once it has taken in so many documents so many times."""
    derived = Derived(path, "test", version, TABLES)
    derived.collect()
    for _ in range(times):
        with derived.transaction() as connection:
            documents = derived.next_changed(most)
            connection.executemany("INSERT INTO seen VALUES (?)", [(one,) for one in documents])
            derived.done(documents)
    found = [row[0] for row in derived.connection.execute("SELECT sha256 FROM seen ORDER BY rowid")]
    derived.close()
    return found


def test_every_change_is_seen_once(path: Path) -> None:
    first = followed(path)
    assert len(first) == len(set(first)) == 5
    assert followed(path) == first
    with Ledger(path, data="test") as ledger:
        ledger.add(made(1))  # nothing new
        ledger.add(made(2, value="9"))  # read anew
        ledger.add(made(6))
        ledger.judge(made(3).claims[0], made(3).document.sha256, "reject", who="Айгерім")
    changed = followed(path)[5:]
    assert sorted(changed) == sorted(made(number).document.sha256 for number in (2, 3, 6))


def test_a_keeper_goes_on_where_it_was_killed(path: Path) -> None:
    assert len(followed(path, times=1)) == 2
    assert len(set(followed(path, times=1))) == 4
    assert len(set(followed(path))) == 5


def test_what_fails_inside_leaves_no_trace(path: Path) -> None:
    derived = Derived(path, "test", "1", TABLES)
    derived.collect()
    with pytest.raises(RuntimeError):
        _fail(derived)
    assert derived.waiting() == 5
    assert derived.connection.execute("SELECT count(*) FROM seen").fetchone() == (0,)
    derived.close()


def _fail(derived: Derived) -> None:
    with derived.transaction() as connection:
        derived.done(derived.next_changed(3))
        connection.execute("INSERT INTO seen VALUES ('x')")
        raise RuntimeError


def test_another_version_starts_anew(path: Path) -> None:
    followed(path, times=1)
    assert len(followed(path, version="2")) == 5


def test_another_ledger_under_the_name_starts_anew(path: Path, tmp_path: Path) -> None:
    followed(path)
    other = tmp_path / "other.sqlite"
    with Ledger(other, data="test") as ledger:
        for number in range(11, 18):
            ledger.add(made(number))
    shutil.copy(other, path)
    assert set(followed(path)) == {made(number).document.sha256 for number in range(11, 18)}


def test_a_damaged_file_is_made_anew(path: Path) -> None:
    followed(path)
    beside = path.with_name(f"{path.name}-kept-test")
    beside.write_bytes(b"no database, but long enough to be taken for one" * 100)
    assert len(followed(path)) == 5


def test_derived_files_can_be_forgotten(path: Path) -> None:
    followed(path)
    forget(path)
    assert [one.name for one in path.parent.iterdir() if "-kept-" in one.name] == []
    assert len(followed(path)) == 5


def test_a_follower_keeps_its_tables_until_its_version_changes(path: Path) -> None:
    derived = Derived(path, "test", "1", TABLES)
    for version, rows in (("a", 0), ("a", 1), ("b", 0)):
        derived.follow("more", version, ("CREATE TABLE more_seen (sha256 TEXT)",))
        assert derived.connection.execute("SELECT count(*) FROM more_seen").fetchone() == (rows,)
        assert derived.followed("more") == 7 * rows
        with derived.transaction() as connection:
            connection.execute("INSERT INTO more_seen VALUES ('x')")
            derived.note("more", 7)
    derived.close()


def test_counts_are_those_of_the_ledger(path: Path) -> None:
    with Ledger(path, data="test") as ledger:
        counts = Counts(path)
        for step in range(4):
            if step == 1:
                ledger.add(made(2, path=made(1).document.path))  # one path has other bytes now, known from another
            if step == 2:
                ledger.add(made(7, value="3"))
                ledger.record("visit", [RECORDED], who="Айгерім", ground="хаттама")
            if step == 3:
                ledger.withdraw_record(1, who="Айгерім")
            listed = ledger.documents()
            claims = [claim for extraction in ledger.extractions() for claim in extraction.claims]
            told = Counter(pair for claim in claims for pair in combinations(sorted(set(claim.parties)), 2))
            assert counts.documents() == (
                len(listed), sum(1 for one in listed if not one.published), sum(1 for one in listed if one.relevance)
            )  # fmt: skip
            assert counts.kinds() == Counter(claim.kind for claim in claims)
            assert counts.pairs() == dict(told)
            assert counts.last_added() == max(one.added_at for one in listed)
        counts.close()


RECORDED = {
    "kind": "meeting", "type": "talks", "status": "done", "parties": ["KAZ", "KGZ"], "date": "2019-05-14",
}  # fmt: skip
