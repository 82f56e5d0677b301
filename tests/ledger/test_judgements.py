"""A person's word outlives both document and reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from ledger.making import made

from qatynas.ledger import Ledger
from qatynas.model.claim import Figure
from qatynas.model.errors import InputError


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
