"""Projects, aid, communities, trends, events, goods and exchanges in a press hand's own words (other_hands.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from qatynas.model import Claim

FIELDS = {
    "project": ("stage", "date"),
    "aid": ("from", "to", "date"),
    "community": ("date",),
    "trend": ("indicator", "direction", "period"),
    "event": ("type", "date"),
    "goods": ("from", "to"),
    "exchange": ("commodity", "from", "to", "season", "recurrence"),
}
SAID = tomllib.loads((Path(__file__).parent / "other_hands.toml").read_text("utf-8"))["said"]


@pytest.mark.parametrize("row", SAID, ids=[f"{row['kind']}-{number}" for number, row in enumerate(SAID)])
def test_what_each_gives(said: Callable[..., list[Claim]], row: dict[str, str]) -> None:
    found = [claim.row() for claim in said(row["text"]) if claim.kind == row["kind"]]
    told = [" ".join(str(claim.get(field) or "-") for field in FIELDS[row["kind"]]) for claim in found]
    assert " | ".join(told) == row["gives"]


FOLLOWED = [
    (
        "Қырғызстандағы «Шілік» хабының іргетасы наурызда қаланған. Құрылысқа 18 млрд теңге жұмсалмақ. "
        "Хаб 2026 жылғы тамызда есігін ашады.",
        ["underway 2026-08"],
    ),
    (
        "Екі елге ортақ Шілік жолының қазақ жағындағы бөлігі былтыр қазанда жөндеуден өтті. "
        "Қырғыз жағындағы бөлігі 2027 жылы бітеді.",
        ["done 2024-10", "underway 2027"],
    ),
    (
        "Ең үлкені – Баткендегі шыны зауыты. Құрылысы 2024 жылы қолға алынған кәсіпорын желтоқсанда алғашқы өнімін береді.",
        ["underway 2025-12"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOLLOWED)
def test_a_work_told_over_sentences(said: Callable[..., list[Claim]], text: str, expected: list[str]) -> None:
    rows = [claim.row() for claim in said(text) if claim.kind == "project"]
    assert [f"{row['stage']} {row['date']}" for row in rows] == expected


def test_a_guest_speaks_for_his_own_state(said: Callable[..., list[Claim]]) -> None:
    text = (
        "Қырғызстанның Қазақстандағы елшісі Дастан Дүйшекеев сұрақтарымызға жауап берді.\n\n"
        "– Сауда қалай?\n\n– Сәуірде тасқыннан зардап шеккендерге еліміз 300 тонна картоп жеткізді.\n\n"
        "– Не сатасыздар?\n\n– Біз сіздерге киім-кешек, сүт өнімдері мен мақта жібереміз."
    )
    rows = [claim.row() for claim in said(text) if claim.kind in ("aid", "goods")]
    assert [(row["kind"], row["from"], row["to"]) for row in rows] == [("aid", "KGZ", "KAZ"), ("goods", "KGZ", "KAZ")]


PROMISED = [
    ("Вице-министр Әлішер Сәбитов қырғыз кәсіпкерлеріне жер беруге уәде етті.", "Әлішер Сәбитов", "KGZ"),
    ("Облыс әкімі Ерлан Көшербаев Талас мектептеріне мұғалім жіберуге уәде берді.", "Ерлан Көшербаев", "KGZ"),
]


@pytest.mark.parametrize(("text", "by", "to"), PROMISED)
def test_who_promises_whom(said: Callable[..., list[Claim]], text: str, by: str, to: str) -> None:
    (row,) = [claim.row() for claim in said(text) if claim.kind == "pledge"]
    assert (row["by"], row["to"]) == (by, to)


HABITS = [
    "Қазақстан-Қырғызстан кеден жұмыс тобы тоқсан сайын бас қосып, нәтижесін талқылайды.",
    "Екі ел парламенттерінің ынтымақтастық комиссиясы жылына бір рет бас қосады.",
    "Министрдің айтуынша, екі елдің ынтымақтастық тобы жылына бір рет бас қосатынын бәрі біледі.",
]


@pytest.mark.parametrize("text", HABITS)
def test_bodies_of_both_by_any_name(said: Callable[..., list[Claim]], text: str) -> None:
    assert any(claim.kind == "procedure" for claim in said(text))
