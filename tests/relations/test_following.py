"""Days found by short ranges of an index, and followers that go on where they were."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from qatynas.claims import extract
from qatynas.demo import NOTES
from qatynas.ledger import Ledger
from qatynas.read import find_documents, read_path
from qatynas.relations import following
from qatynas.relations.following import take_in
from qatynas.relations.kept import Kept, _those
from qatynas.relations.kept_labels import LAST, _meeting
from qatynas.relations.kept_labels import TABLES as LABELS
from qatynas.relations.kept_tables import TABLES

PAIR = ("KAZ", "KGZ")
LENGTHS = (0, 0, 0, 1, 30, 31, 32, 89, 365, 366, 367, 3_000)


def days(chance: random.Random) -> tuple[int, int]:
    if chance.random() < 0.1:
        return LAST, LAST
    first = chance.randrange(730_000, 740_000)
    return first, LAST if chance.random() < 0.05 else first + chance.choice(LENGTHS)


def test_facts_of_some_days_are_those_that_share_one() -> None:
    chance, database = random.Random(3), sqlite3.connect(":memory:")
    for statement in TABLES:
        database.execute(statement)
    told = {number: (chance.choice("ab"), *days(chance)) for number in range(1, 3_000)}
    database.executemany(
        "INSERT INTO fact VALUES (?, 'meeting', ?, ?, 0, 0, 0, ?, ?, '', NULL, '', '', 0)",
        [(number, sub, number, first, last) for number, (sub, first, last) in told.items()],
    )
    for _ in range(200):
        begin = chance.choice((1, chance.randrange(730_000, 740_000)))
        end = begin + chance.choice((0, 1, 40, 400, 5_000))
        for sub in (None, "a"):
            found, values = _those("meeting", sub, date.fromordinal(begin), date.fromordinal(end))
            numbers = [row[0] for row in database.execute(found, values)]
            wanted = [n for n, (own, a, b) in told.items() if a <= end and b >= begin and sub in (None, own)]
            assert sorted(numbers) == wanted


def test_labels_of_some_days_are_those_that_share_one() -> None:
    chance, database = random.Random(4), sqlite3.connect(":memory:")
    for statement in LABELS:
        database.execute(statement)
    told = {}
    for number in range(1, 3_000):
        first, last = days(chance)
        told[number] = (chance.randrange(3), first, last, 0 if first == LAST or chance.random() < 0.1 else first)
    database.executemany(
        "INSERT INTO labels_fact VALUES (?, ?, ?, ?, ?, NULL)",
        [(key, first, last, number, begin) for number, (key, first, last, begin) in told.items()],
    )
    for _ in range(200):
        begin = chance.choice((0, chance.randrange(730_000, 740_000)))
        end = chance.choice((LAST, begin + chance.choice((0, 1, 40, 400, 5_000))))
        found, values = _meeting((0, 2), begin, end)
        numbers = [row[2] for row in database.execute(found, values)]
        wanted = [n for n, (key, _, last, since) in told.items() if key != 1 and since <= end and last >= begin]
        assert sorted(numbers) == wanted


def test_a_follower_that_is_stopped_goes_on_with_what_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "AT_ONCE", 3)
    learned: list[int] = []
    parts: list[Sequence[int]] = []

    def learn(facts: Sequence[int]) -> None:
        if len(parts) == 4:
            parts.append(())
            raise InterruptedError
        parts.append(facts)
        learned.extend(facts)

    with Ledger(tmp_path / "ledger.sqlite", data="test") as ledger:
        kept = Kept(ledger, PAIR)
        kept.derived.follow("test", "1", ())
        for path in find_documents([NOTES]):
            ledger.add(extract(read_path(path)))
            kept.catch_up()
        kinds = ("figure", "meeting", "agreement", "event")
        everything = kept.changes(0, kinds).facts
        with pytest.raises(InterruptedError):
            take_in(kept, "test", kinds, lambda facts: None, learn)
        assert take_in(kept, "test", kinds, lambda facts: None, learn)
        assert set(learned) == set(everything)
        assert len(learned) < 1.5 * len(everything)  # only what changed together with the last is learned twice
        assert not take_in(kept, "test", kinds, lambda facts: None, learn)
        kept.close()
