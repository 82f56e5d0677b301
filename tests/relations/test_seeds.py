"""The two seeds, read by hand, as one relationship."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from relations.sample import PAIR, document, extraction

from qatynas.claims import extract
from qatynas.model import Extraction, Figure, Script
from qatynas.model.rows import claim_of
from qatynas.read import read_path
from qatynas.relations import Relationship, build, duties_of
from qatynas.relations.asking import treaties_on


@pytest.fixture(scope="module")
def seeds(shared: Path) -> Relationship:
    rows = [json.loads(line) for line in (shared / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()]
    told = []
    for path in sorted((shared / "corpus" / "seeds").iterdir()):
        script = Script.ARAB if ".arab." in path.name else Script.CYRL
        made = document(path.read_text(encoding="utf-8"), path.name, script)
        published = "2025-08-21" if script is Script.ARAB else "2024-04-20"
        dated = ({"published": published} | row for row in rows if row["document"] == path.name)
        told.append(extraction(made, *map(claim_of, dated), published=published))
    return build(told, PAIR)


def test_the_treaty_of_2024_stands_once_with_two_acts_and_both_titles(seeds: Relationship) -> None:
    found = [treaty for treaty in seeds.treaties if any("кеңейту" in title for title in treaty.titles)]
    (treaty,) = found
    assert [(fact.claim.act, fact.claim.date) for fact in treaty.acts] == [
        ("signed", "2024-04"),
        ("ratified", "2025-07-21"),
    ]
    assert len(treaty.titles) == 2


def test_the_programme_has_its_five_priorities(seeds: Relationship) -> None:
    (programme,) = (treaty for treaty in seeds.treaties if treaty.type == "programme")
    assert sorted(fact.claim.topic for fact in programme.priorities) == [
        "digital",
        "energy",
        "investment",
        "transport",
        "water",
    ]


def test_turnover_is_one_series_with_years_part_year_forecast_and_targets(seeds: Relationship) -> None:
    (series,) = seeds.series_of("trade.turnover", measure="level")
    told = [(point.cell.period, point.cell.status, len(point.facts)) for point in series.points]
    assert told == [
        ("2020", "actual", 1),
        ("2022", "actual", 1),
        ("2023", "actual", 1),
        ("2024", "actual", 1),
        ("2025-01/2025-05", "actual", 1),
        ("2025", "forecast", 1),
        (None, "target", 2),
    ]


def test_the_commission_has_two_yearly_duties(seeds: Relationship) -> None:
    (commission,) = (body for body in seeds.bodies if "Шу-Талас" in body.names[0])
    assert [fact.claim.frequency for fact in commission.procedures] == ["yearly", "yearly"]


def test_the_coming_visit_is_open_and_has_its_agenda(seeds: Relationship) -> None:
    visit = seeds.meetings[-1]
    assert (visit.meeting.claim.date, visit.meeting.claim.status) == ("2025-08-22", "planned")
    assert {fact.claim.topic for fact in visit.topics} >= {"trade", "water", "energy", "culture"}
    assert ("open", "2025-08-22") in {(promise.state, promise.due) for promise in seeds.promises}


def test_outside_powers_stand_under_their_holder(seeds: Relationship) -> None:
    powers = {voice.subject: voice.holder for voice in seeds.voices if voice.stance == "influence"}
    assert set(powers) == {"CHN", "EU", "RUS"}
    assert set(powers.values()) == {"Жанат Момынқұлов"}


def test_its_signing_hangs_on_the_session_at_which_it_was_signed(seeds: Relationship) -> None:
    (treaty,) = (treaty for treaty in seeds.treaties if any("кеңейту" in title for title in treaty.titles))
    assert treaty.signed_at is not None
    assert (treaty.signed_at.claim.type, treaty.signed_at.claim.body) == ("session", "Жоғары мемлекетаралық кеңес")
    gathering = next(one for one in seeds.meetings if one.meeting == treaty.signed_at)
    assert [fact.claim.act for fact in gathering.signed] == ["signed"]
    assert [fact.claim.name for fact in gathering.awards] == ["Достық"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1997-04-07", []),
        ("1998-01-01", [("1997-04-08", "signed")]),
        ("2004-01-01", [("2003-12-25", "approved"), ("1997-04-08", "signed")]),
        ("2024-05-01", [("2024", "in_term"), ("2003-12-25", "approved"), ("1997-04-08", "signed"), ("2006-07-04", "signed"), ("2024-04", "signed")]),
        ("2025-07-01", [("2024", "in_term"), ("2003-12-25", "approved"), ("1997-04-08", "signed"), ("2006-07-04", "signed"), ("2024-04", "signed"), ("2024-06", "signed")]),
        ("2025-07-21", [("2024", "in_term"), ("2025-07-21", "ratified"), ("2003-12-25", "approved"), ("1997-04-08", "signed"), ("2006-07-04", "signed"), ("2024-06", "signed")]),
        ("2027-01-01", [("2025-07-21", "ratified"), ("2003-12-25", "approved"), ("1997-04-08", "signed"), ("2006-07-04", "signed"), ("2024-06", "signed"), ("2024", "ended")]),
    ],
)  # fmt: skip
def test_what_stands_on_a_day(seeds: Relationship, day: str, expected: list[tuple[str, str]]) -> None:
    told = treaties_on(seeds, date.fromisoformat(day))
    assert [(standing.by.claim.date, standing.state) for _, standing in told if standing.by] == expected


def test_the_commissions_yearly_duties_are_open_for_the_present_year(seeds: Relationship) -> None:
    assert [(duty.state, duty.body.names[0]) for duty in duties_of(seeds, 2025)] == [
        ("open", "Шу-Талас су шаруашылығы комиссиясы")
    ] * 2


def test_all_that_is_told_of_turnover_is_one_course(seeds: Relationship) -> None:
    (course,) = (course for course in seeds.courses if course.indicator == "trade.turnover")
    told = {series.head.measure: [point.cell.period for point in series.points] for series in course.series}
    assert told == {
        "level": ["2020", "2022", "2023", "2024", "2025-01/2025-05", "2025", None],
        "growth": ["2022", "2023"],
        "multiple": ["2024"],
    }


@pytest.fixture(scope="module")
def read(shared: Path) -> list[Extraction]:
    """The seeds and the restated items as the program reads them."""
    folders = (shared / "corpus" / "seeds", shared / "corpus" / "restated")
    return [extract(read_path(file)) for folder in folders for file in sorted(folder.glob("*.txt"))]


def test_the_cultural_centre_and_the_association_that_it_became_are_one_line(read: list[Extraction]) -> None:
    lines = [line.bodies for line in build(read, PAIR).communities if len(line.bodies) > 1]
    assert [[(body.names[0], body.facts[0].claim.date) for body in line] for line in lines] == [
        [("Қырғыз ұлттық мәдени орталығы", "2004"), ("Қырғыз этномәдени бірлестігі", None)]
    ]


def test_one_note_in_two_scripts_is_one_text(read: list[Extraction]) -> None:
    found = build(read, PAIR)
    twice = [fact for fact in found.facts if len(fact.reports) > 1 and len(found.texts_of(fact)) == 1]
    assert {fact.claim.indicator for fact in twice if isinstance(fact.claim, Figure)} == {"water.flow", "water.share"}


@settings(max_examples=8)
@given(chance=st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(read: list[Extraction], chance: random.Random) -> None:
    shuffled = list(read)
    chance.shuffle(shuffled)
    assert build(shuffled, PAIR) == build(read, PAIR)
