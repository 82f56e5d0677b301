"""Projects: joint works with their stage and date; one side's own works are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim, Project

Said = Callable[..., list[Claim]]


def projects(claims: list[Claim]) -> list[tuple[str | None, str | None]]:
    return [(c.stage, c.date) for c in claims if isinstance(c, Project)]


STAGES = [
    ("Шекарадағы «Қарасу» бекетін жаңғырту аяқталды.", "done", None),
    ("«Кеген» өткізу пункті тамызда пайдалануға берілді.", "done", "2025-08"),
    ("Екі ел шекарасында сауда-логистикалық кешен салынып жатыр.", "underway", None),
    ("Бірлескен тігін фабрикасының құрылысы жүріп жатыр, ол жыл соңына дейін бітпек.", "underway", "../2025"),
    ("Алматы мен Ыстықкөлді жалғайтын жол екі елдің күшімен 2027 жылы салынады.", "planned", "2027"),
    ("Екі елге ортақ су электр станциясының құрылысы 2026 жылы басталады.", "planned", "2026"),
    ("Ортақ каналды жөндеу биыл басталды.", "underway", "2025"),
    ("«Ақтілек» бекетін жөндеу келер жылға қалдырылды.", "planned", "2026"),
    ("Бішкекте қазақстандық зауыттың филиалы ашылды.", "done", None),
    ("Екі ел арасындағы жаңа әуе рейсі 1 қазанда ашылмақ.", "planned", "2025-10-01"),
    ("Бірлескен автобус зауыты 2028 жылға жоспарланған.", "planned", "2028"),
    ("Ортақ индустриялық кешен салынуда.", "underway", None),
    ("Шекарадағы көпір желтоқсанда іске қосылады.", "planned", "2025-12"),
]


@pytest.mark.parametrize(("text", "stage", "date"), STAGES)
def test_stage_and_date(said: Said, text: str, stage: str, date: str | None) -> None:
    assert projects(said(text)) == [(stage, date)]


NOTHING = [
    "Қарағандыда жаңа мектеп салынды.",
    "Ортақ зауыт салу туралы келісімге қол қойылған жоқ.",
    "Екі ел ортақ банк құрған жоқ.",
    "Бірлескен зауыт салына ма?",
    "Егер ортақ көпір салынса, жол қысқарар еді.",
    "Шекарадағы жеті бекеттің төртеуі жаңғыртылды.",
    "Бұл шарт екі елге жаңа жол ашады.",
    "Салтанатты рәсім аяқталған соң екі ел басшылары келіссөз жүргізді.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_project(said: Said, text: str) -> None:
    assert projects(said(text, lead="Қазақстан мен Қырғызстан көрші.\n\nБүгін жексенбі.\n\nКүн ашық.\n\n")) == []


def test_two_posts_in_one_sentence_are_two_projects(said: Said) -> None:
    text = "«Қарасу» және «Кеген» бекеттерін жаңғырту 2026 жылы басталады."
    names = [c.name or "" for c in said(text) if isinstance(c, Project)]
    assert len(names) == 2
    assert "Қарасу" in names[0]
    assert "Кеген" in names[1]


def test_names_are_nominative(said: Said) -> None:
    text = "Екі ел шекарасындағы индустриялық сауда-логистикалық кешеннің құрылысы жүріп жатыр."
    (name,) = [c.name for c in said(text) if isinstance(c, Project)]
    assert name == "индустриялық сауда-логистикалық кешен"
