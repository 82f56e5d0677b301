"""Records by hand: kept beside claims, withdrawn and never erased, standing through a new reading."""

from __future__ import annotations

import dataclasses
import sqlite3
from decimal import Decimal
from pathlib import Path

import pytest
from ledger.making import made

from qatynas.ledger import Ledger
from qatynas.model import Extraction, Figure, InputError, Meeting, Span

SESSION = {
    "kind": "meeting", "type": "session", "status": "done", "parties": ["KAZ", "KGZ"], "date": "2025-03-14",
    "body": "Үкіметаралық кеңес", "number": 12, "host": "KGZ", "guest": "KAZ",
}  # fmt: skip
COUNT = {
    "kind": "figure", "indicator": "agreements.count", "value": "12", "unit": "count", "qualifier": "exact",
    "parties": ["KAZ", "KGZ"], "status": "actual",
}  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "ledger.sqlite", data="test")


def told(book: Ledger) -> list[str]:
    return [entry.claim.quote for entry in book.entries()]


def test_a_record_is_a_document_of_its_own(book: Ledger) -> None:
    number = book.record("session", [SESSION], who="Айгерім", ground="minutes, p. 2", on="2025-03-20")
    (entry,) = book.entries()
    assert number == 1
    assert (entry.document.path, entry.document.author) == ("record:1", "Айгерім")
    assert isinstance(entry.claim, Meeting)
    assert (entry.claim.number, entry.claim.published) == (12, "2025-03-20")
    assert entry.claim.span.of(entry.document.text) == entry.claim.quote
    assert "minutes, p. 2" in entry.document.text
    assert entry.claim.why[0].words == "minutes, p. 2"
    assert [hit.path for hit in book.search("кеңес")] == ["record:1"]


def test_withdrawing_silences_and_keeps(book: Ledger) -> None:
    book.add(made(1))
    before = told(book)
    number = book.record("session", [SESSION, SESSION | {"number": 13}], who="Айгерім", ground="minutes")
    assert len(told(book)) == len(before) + 2
    book.withdraw_record(number, who="Нұрлан", reason="entered twice")
    assert told(book) == before
    assert book.records() == []
    (kept,) = book.records(withdrawn=True)
    assert (kept.withdrawn, len(kept.claims)) == ("Нұрлан", 2)
    assert sum(1 for one in book.history() if one.claim.document == "record:1") == 2
    with pytest.raises(InputError, match="withdrawn already, by Нұрлан"):
        book.withdraw_record(number, who="Нұрлан")
    with pytest.raises(InputError, match="no such record"):
        book.withdraw_record(99, who="Нұрлан")


def test_two_records_alike_are_two(book: Ledger) -> None:
    for _ in range(2):
        book.record("session", [SESSION], who="Айгерім", ground="minutes")
    assert len(told(book)) == 2


def words_of(extraction: Extraction) -> Span:
    start = extraction.document.text.index("бас қосты")
    return Span(start, start + len("бас қосты"))


def test_a_claim_made_of_words_stands_in_its_document(book: Ledger) -> None:
    extraction = made(1)
    book.add(extraction)
    span = words_of(extraction)
    number = book.record_words(extraction.document.path, span, COUNT, who="Айгерім", ground="missed")
    (mine,) = [entry.claim for entry in book.entries() if entry.claim.quote == "бас қосты"]
    assert isinstance(mine, Figure)
    assert (mine.span, mine.document, mine.quantity.value) == (span, extraction.document.path, Decimal(12))
    assert mine.published == extraction.dating.edtf
    assert book.claim(mine.id(extraction.document.sha256)[:8])[0] == mine
    judgement = book.judge(mine, extraction.document.sha256, "reject", who="Нұрлан")
    assert book.judgements()[-1].applies_to == (mine.id(extraction.document.sha256),)
    book.withdraw(judgement, who="Нұрлан")
    book.withdraw_record(number, who="Айгерім")
    assert list(book.extractions()) == [extraction]


def test_it_outlives_a_new_reading_and_moves_with_its_words(book: Ledger) -> None:
    extraction = made(1)
    book.add(extraction)
    book.record_words(extraction.document.path, words_of(extraction), COUNT, who="Айгерім", ground="missed")
    text = "Жаңа оқылым.\n" + extraction.document.text
    document = dataclasses.replace(extraction.document, text=text, blocks=(), source_offsets=None)
    book.add(dataclasses.replace(extraction, document=document, claims=(), leftovers=(), canonical_lines=()))
    (mine,) = [entry.claim for entry in book.entries()]
    assert mine.span.of(text) == mine.quote == "бас қосты"


def test_a_correction_is_a_record_and_a_judgement(book: Ledger) -> None:
    extraction = made(1)
    book.add(extraction)
    sha256 = extraction.document.sha256
    number = book.record_correction(extraction.claims[1], sha256, "date", "2025-09-03", who="Айгерім", ground="diary")
    (kept,) = book.records()
    assert (kept.id, kept.form, kept.judgement) == (number, "correction", 1)
    (corrected,) = [claim for claim in book.judged(extraction).claims if isinstance(claim, Meeting)]
    assert corrected.date == "2025-09-03"
    book.withdraw_record(number, who="Айгерім")
    assert book.judged(extraction) == extraction


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"date": "soon"}, "date 'soon' is no EDTF"),
        ({"colour": "red"}, "no field 'colour'"),
        ({"quote": "words"}, "no field 'quote'"),
        ({"status": "actual"}, "status 'actual'"),
        ({"parties": ["KAZ"]}, "no two states"),
        ({"number": "twelve"}, "wrong form"),
        ({"kind": "gossip"}, "unknown kind"),
    ],
)
def test_what_is_not_whole_is_refused(book: Ledger, row: dict[str, object], why: str) -> None:
    with pytest.raises(InputError, match=why):
        book.record("session", [SESSION | row], who="Айгерім", ground="minutes")
    assert book.records(withdrawn=True) == []
    assert told(book) == []


def test_who_and_ground_are_needed(book: Ledger) -> None:
    with pytest.raises(InputError, match="who"):
        book.record("session", [SESSION], who=" ", ground="minutes")
    with pytest.raises(InputError, match="ground"):
        book.record("session", [SESSION], who="Айгерім", ground="")


def test_records_refuse_to_be_changed(book: Ledger, tmp_path: Path) -> None:
    extraction = made(1)
    book.add(extraction)
    book.record_words(extraction.document.path, words_of(extraction), COUNT, who="Айгерім", ground="missed")
    connection = sqlite3.connect(tmp_path / "ledger.sqlite")
    for statement in ("UPDATE record SET who = 'x'", "DELETE FROM record", "DELETE FROM recorded_claim"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)


def test_what_stood_before_a_time(book: Ledger) -> None:
    book.record("session", [SESSION], who="Айгерім", ground="minutes")
    assert list(book.extractions(before="2020-01-01")) == []
