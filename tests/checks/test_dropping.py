"""Promises that a text says are given up, and those that it only stops, doubts or keeps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from checks.worlds import PAIR, figure, related, told

from qatynas.checks import promised
from qatynas.checks.dropping import is_dropped
from qatynas.model import Claim, Extraction, Project, Span
from qatynas.model.document import Script
from qatynas.script import convert

TARGET = figure("trade.turnover", "5000000000", "../2030", status="target")


def promise(quote: str, name: str, published: str, claim: Claim = TARGET) -> Extraction:
    """A document that tells the target in these words."""
    made = told(claim, name=name, published=published)
    return replace(made, claims=(replace(made.claims[0], quote=quote),))


@pytest.mark.parametrize(
    "quote",
    [
        "айналымды 5 миллиардқа жеткізу межесінен бас тартты",
        "5 миллиардтық межеден бас тартылды",
        "5 миллиард туралы уәденің күші жойылды",
        "үкімет 5 миллиардтық жоспарды жоққа шығарды",
        "бұрынғы 5 миллиардтық меже жоспардан алынып тасталды",
        "бекет салу жобасы тоқтатылды",
        "келіссөзден кейін жоба тоқтатылған",
        "екі ел зауыт салу жоспарын доғарды",
        "меже іске аспай қалды",
        "тараптар бұл уәдеден айнып қалды",
    ],
)
def test_what_is_given_up(quote: str) -> None:
    for script in (Script.CYRL, Script.ARAB, Script.LATN):
        written = convert(quote, script, Script.CYRL)
        assert is_dropped(replace(TARGET, quote=written)), written
    assert not is_dropped(replace(TARGET, quote=quote, status="actual"))


@pytest.mark.parametrize(
    "quote",
    [
        "5 миллиардтық межеден бас тартпайды",
        "5 миллиардтық межеден бас тартқан жоқ",
        "межеден бас тартуы мүмкін",
        "жобаны тоқтатпай, 2027 жылы бітірмек",
        "жоба тоқтатылған жоқ",
        "құрылыс уақытша тоқтатылды",
        "тоқтап қалған жобаны 2027 жылы аяқтамақ",
        "айналымды 2030 жылға қарай 5 миллиардқа жеткізбек",
        "бас тартудың қажеті жоқ, меже 5 миллиард",
        "егер бас тартса, 5 миллиардқа жетпейді",
    ],
)
def test_what_is_not(quote: str) -> None:
    assert not is_dropped(replace(TARGET, quote=quote))


def test_a_target_that_is_given_up_is_told_so_with_the_sentence() -> None:
    first = promise("5 миллиардқа жеткізбек", "a.txt", "2025-03-01")
    later = promise("5 миллиардтық межеден бас тартты", "b.txt", "2026-03-01")
    (one,) = promised(related(first, later))
    assert (one.status, [step.how for step in one.history]) == ("dropped", ["first", "dropped"])
    again = promise("5 миллиардқа жеткізу межесі сақталды", "c.txt", "2026-05-01")
    (kept,) = promised(related(first, later, again))
    assert kept.status == "open"


def test_a_work_that_is_given_up() -> None:
    common = {"document": "note.txt", "span": Span(0, 1), "quote": "1", "parties": PAIR, "status": "planned"}
    plan = Project(**common, name="«Қарасу» бекеті", stage="planned", date="2027")  # type: ignore[arg-type]
    first = promise("«Қарасу» бекеті 2027 жылы салынады", "a.txt", "2025-03-01", plan)
    later = promise("«Қарасу» бекетін салу жобасы тоқтатылды", "b.txt", "2026-03-01", replace(plan, date=None))
    assert {one.status for one in promised(related(first, later))} == {"dropped"}


def test_a_lower_target_supersedes_and_says_so() -> None:
    first = promise("5 миллиард", "a.txt", "2025-03-01")
    lower = replace(TARGET, quantity=figure("trade.turnover", "3000000000", "../2030").quantity)
    later = promise("3 миллиард", "b.txt", "2026-03-01", lower)
    made = {one.promise.fact.claim.quantity.value: one for one in promised(related(first, later))}  # type: ignore[attr-defined]
    assert (made[5_000_000_000].status, made[5_000_000_000].history[-1].how) == ("superseded", "lowered")
    assert made[3_000_000_000].status == "open"
