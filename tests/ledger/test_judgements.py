"""A person's word outlives both document and reading."""

from __future__ import annotations

import dataclasses
import sqlite3
from pathlib import Path

import pytest
from ledger.making import made

from qatynas.ledger import Ledger, schema
from qatynas.ledger.packing import pack_claim
from qatynas.model.claim import Figure, Membership
from qatynas.model.errors import InputError
from qatynas.model.extraction import Extraction
from qatynas.model.span import Span


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


def test_a_rejected_claim_no_longer_counts(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add(made())
        figure, meeting = made().claims
        ledger.judge(figure, made().document.sha256, "reject", who="Айгерім", reason="rhetoric")
        (judged,) = map(ledger.judged, ledger.extractions())
        assert judged.claims == (meeting,)
        assert next(ledger.extractions()).claims == (figure, meeting)


def test_a_judgement_keeps_what_it_judged_and_survives_a_new_reading(path: Path) -> None:
    sha256 = made().document.sha256
    with Ledger(path, program="1.0") as ledger:
        ledger.add(made(value="1.7"))
        ledger.judge(made(value="1.7").claims[0], sha256, "correct", who="Айгерім", field="period", value="2023")
    with Ledger(path, program="2.0") as ledger:
        ledger.add(made(value="1.8"))
        (judgement,) = ledger.judgements()
        assert judgement.judged == made(value="1.7").claims[0]
        assert judgement.applies_to == (made(value="1.8").claims[0].id(sha256),)
        (judged,) = map(ledger.judged, ledger.extractions())
        figure = judged.claims[0]
        assert isinstance(figure, Figure)
        assert (figure.period, str(figure.quantity.value)) == ("2023", "1.8")


def test_a_judgement_outlives_its_document(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add(made())
        ledger.judge(made().claims[1], made().document.sha256, "accept", who="Айгерім")
        ledger.add(made(words=" Өзгерді."))
        (judgement,) = ledger.judgements()
        assert judgement.judged == made().claims[1]
        assert judgement.applies_to == ()


def test_a_judgement_can_be_withdrawn_and_stays_to_be_seen(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add(made())
        number = ledger.judge(made().claims[0], made().document.sha256, "reject", who="Айгерім")
        ledger.withdraw(number, who="Болат", reason="misread")
        assert ledger.judgements() == []
        (judgement,) = ledger.judgements(withdrawn=True)
        assert judgement.withdrawn == "Болат"
        assert [ledger.judged(extraction) for extraction in ledger.extractions()] == [made()]


def test_the_later_word_counts(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add(made())
        claim, sha256 = made().claims[0], made().document.sha256
        ledger.judge(claim, sha256, "reject", who="Айгерім")
        ledger.judge(claim, sha256, "accept", who="Болат")
        assert [ledger.judged(extraction) for extraction in ledger.extractions()] == [made()]


@pytest.mark.parametrize(
    ("verdict", "field", "value", "who", "line"),
    [
        ("doubt", None, None, "Айгерім", "unknown verdict"),
        ("accept", None, None, " ", "no name"),
        ("accept", "period", None, "Айгерім", "goes with a correction"),
        ("correct", None, None, "Айгерім", "no field"),
        ("correct", "colour", "red", "Айгерім", "no field 'colour'"),
        ("correct", "quote", "x", "Айгерім", "no field 'quote'"),
        ("correct", "value", "many", "Айгерім", "wrong form"),
    ],
)
def test_a_judgement_that_is_not_whole_is_refused(
    path: Path, verdict: str, field: str | None, value: object, who: str, line: str
) -> None:
    with Ledger(path) as ledger:
        ledger.add(made())
        with pytest.raises(InputError, match=line):
            ledger.judge(made().claims[0], made().document.sha256, verdict, who=who, field=field, value=value)


def test_unknown_documents_and_judgements_are_named(path: Path) -> None:
    with Ledger(path) as ledger:
        with pytest.raises(InputError, match="no document"):
            ledger.judge(made().claims[0], "0" * 64, "accept", who="Айгерім")
        with pytest.raises(InputError, match="no such judgement"):
            ledger.withdraw(7, who="Айгерім")


def test_join_split_and_prefer_keep_all_the_claims_that_they_name(path: Path) -> None:
    one, two = made(1), made(2)
    first, second = one.claims[1], two.claims[1]
    with Ledger(path) as ledger:
        ledger.add(one)
        ledger.add(two)
        others = [(second, two.document.sha256)]
        ledger.judge(first, one.document.sha256, "join", who="Айгерім", reason="one meeting", others=others)
        ledger.judge(first, one.document.sha256, "split", who="Болат", others=others)
        ledger.judge(first, one.document.sha256, "prefer", who="Болат")
        joined, split, preferred = ledger.judgements()
        assert [judgement.verdict for judgement in (joined, split, preferred)] == ["join", "split", "prefer"]
        (other,) = joined.others
        assert (other.claim, other.applies_to) == (second, (second.id(two.document.sha256),))
        assert preferred.others == ()


@pytest.mark.parametrize(
    ("verdict", "others", "line"),
    [("join", [], "two claims or more"), ("prefer", [1], "two claims or more"), ("join", [0], "different kinds")],
)
def test_judgements_name_as_many_claims_as_they_need(path: Path, verdict: str, others: list[int], line: str) -> None:
    note = made()
    with Ledger(path) as ledger:
        ledger.add(note)
        named = [(note.claims[number], note.document.sha256) for number in others]
        with pytest.raises(InputError, match=line):
            ledger.judge(note.claims[1], note.document.sha256, verdict, who="Айгерім", others=named)


def several(*organisations: str, start: int = 0, end: int = 40) -> Extraction:
    """A note whose one sentence says that both states are in several organisations."""
    note = made()
    span = Span(start, end)
    claims = tuple(
        Membership(
            document=note.document.path,
            span=span,
            quote=span.of(note.document.text),
            parties=("KAZ", "KGZ"),
            status="done",
            organisation=code,
            members=("KAZ", "KGZ"),
        )
        for code in organisations
    )
    return dataclasses.replace(note, claims=claims)


def test_of_many_claims_in_the_same_words_the_judged_one_is_found_again(path: Path) -> None:
    sha256 = made().document.sha256
    with Ledger(path, program="1.0") as ledger:
        ledger.add(several("UN", "CIS", "SCO"))
        ledger.judge(several("CIS").claims[0], sha256, "reject", who="Айгерім")
    with Ledger(path, program="2.0") as ledger:  # other offsets, and one more organisation
        ledger.add(several("UN", "CIS", "SCO", "OSCE", start=2, end=38))
        (kept,) = map(ledger.judged, ledger.extractions())
        assert [claim.organisation for claim in kept.claims] == ["UN", "SCO", "OSCE"]  # type: ignore[attr-defined]


def test_a_neighbour_does_not_inherit_the_judgement_of_a_claim_that_is_read_no_more(path: Path) -> None:
    sha256 = made().document.sha256
    with Ledger(path, program="1.0") as ledger:
        ledger.add(several("UN", "CIS"))
        ledger.judge(several("CIS").claims[0], sha256, "reject", who="Айгерім")
    with Ledger(path, program="2.0") as ledger:
        ledger.add(several("UN", start=1))
        (judgement,) = ledger.judgements()
        assert judgement.applies_to == ()


def test_a_judgement_is_withdrawn_in_a_ledger_of_the_first_schema_and_outlives_the_change(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
        patched.setattr("qatynas.ledger.purging.is_purged", lambda *_: False)
        with Ledger(path) as ledger:
            ledger.add(made())
    with sqlite3.connect(path) as connection:
        claim = made().claims[0]
        connection.execute(
            "INSERT INTO judgement VALUES (1, 'reject', 'Айгерім', '', ?, 'figure', ?, ?, NULL, NULL, ?, NULL, '2026')",
            (made().document.sha256, claim.span.start, claim.span.end, pack_claim(claim)),
        )
        connection.execute(
            "INSERT INTO judgement (id, verdict, who, reason, withdraws, added_at) VALUES (2, 'withdraw', 'Болат', '', 1, '2026')"
        )
    with Ledger(path) as ledger:
        (judgement,) = ledger.judgements(withdrawn=True)
        assert (judgement.id, judgement.withdrawn, judgement.judged) == (1, "Болат", claim)
        assert ledger.judge(claim, made().document.sha256, "prefer", who="Болат") == 3
    with sqlite3.connect(path) as connection, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute("DELETE FROM judgement")


def test_a_claim_is_found_by_the_beginning_of_its_id(path: Path) -> None:
    note = made()
    number = note.claims[0].id(note.document.sha256)
    with Ledger(path) as ledger:
        ledger.add(note)
        assert ledger.claim(number[:10]) == (note.claims[0], note.document.sha256)
        for unknown in ("", "zz", "0" * 24):
            with pytest.raises(InputError, match="claim"):
                ledger.claim(unknown)


def test_a_corrected_value_leaves_the_bounds_of_the_misread_one(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add(made(value="1.7"))
        ledger.judge(
            made().claims[0], made().document.sha256, "correct", who="Айгерім", field="value", value="2500000000"
        )
        (read,) = map(ledger.judged, ledger.extractions())
        figure = read.claims[0]
        assert isinstance(figure, Figure)
        assert figure.quantity.value == figure.quantity.low == figure.quantity.high == 2_500_000_000
