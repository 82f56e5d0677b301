"""The two seeds, read by hand, as one relationship."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from relations.sample import PAIR, document, extraction

from qatynas.model import Script
from qatynas.model.rows import claim_of
from qatynas.relations import Relationship, build


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
