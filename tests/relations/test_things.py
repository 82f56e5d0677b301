"""Treaties, bodies, visits, promises and voices out of claims."""

from __future__ import annotations

import pytest
from relations.sample import PAIR, claim, document, extraction, place, turnover

from qatynas.relations import Relationship, build, pairs
from qatynas.relations.names import same_title

NOTE = document("Тақырып\nКелісті, кездесті, уәде берді.")


def relationship(*claims: object, published: str = "2025-08-21") -> Relationship:
    return build([extraction(NOTE, *claims, published=published)], PAIR)  # type: ignore[arg-type]


def said(kind: str, **fields: object) -> object:
    return claim(NOTE, kind, "кездесті", published="2025-08-21", **fields)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Одақтастық қатынастарды нығайту және кеңейту туралы шарт",
            "Одақтастық қатынастарды тереңдету және кеңейту туралы шарт",
        ),
        ("Мәңгілік достық туралы шарт", "мәңгілік достық туралы келісім"),
        ("«Мемлекеттік шекара туралы» шарт", "мемлекеттік шекара туралы шартты"),
        ("Визасыз жүру туралы үкіметаралық келісім", "Қазақстан мен Қырғызстан арасындағы визасыз жүру туралы келісім"),
    ],
)
def test_two_names_of_one_text(one: str, other: str) -> None:
    assert same_title(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Шу өзенінің суын бөлу туралы келісім", "Талас өзенінің суын бөлу туралы келісім"),
        ("Білім беру саласындағы келісім", "Мәдениет саласындағы келісім"),
        ("2022-2024 жылдарға арналған бағдарлама", "2025-2027 жылдарға арналған бағдарлама"),
        ("Мемлекеттік шекара туралы шарт", "Одақтастық қатынастар туралы шарт"),
        ("Келісім", "Хаттама"),
        (None, "Шарт"),
    ],
)
def test_names_of_two_texts(one: str | None, other: str | None) -> None:
    assert not same_title(one, other)


def test_a_treaty_stands_once_with_both_titles_and_its_acts_in_order() -> None:
    found = relationship(
        said(
            "agreement",
            title="Одақтастық қатынасты тереңдету және кеңейту туралы шарт",
            act="ratified",
            date="2025-07-21",
        ),
        said("agreement", title="Одақтастық қатынасты нығайту және кеңейту туралы шарт", act="signed", date="2024-04"),
    )
    (treaty,) = found.treaties
    assert [fact.claim.act for fact in treaty.acts] == ["signed", "ratified"]
    assert len(treaty.titles) == 2


def test_signings_in_different_years_are_two_treaties() -> None:
    title = "Одақтастық қатынастар туралы шарт"
    acts = [said("agreement", title=title, act="signed", date=year) for year in ("2003-12-25", "2024-04-19")]
    assert len(relationship(*acts).treaties) == 2


def test_a_signing_after_a_ratification_is_of_another_treaty() -> None:
    title = "Одақтастық қатынастар туралы шарт"
    acts = [
        said("agreement", title=title, act="ratified", date="2003-12-25"),
        said("agreement", title=title, act="signed", date="2024-04-19"),
    ]
    assert len(relationship(*acts).treaties) == 2


def test_a_programme_gets_its_priorities_and_no_other() -> None:
    found = relationship(
        said("agreement", title="2024-2026 жылдарға арналған ынтымақтастық бағдарламасы", act="signed", date="2024"),
        said("agreement", title="Көлік саласындағы жол картасы", act="signed", date="2024"),
        said("topic", topic="water", mode="priority", at="2024-2026 жылдарға арналған бағдарлама"),
    )
    assert {treaty.titles[0][:4]: len(treaty.priorities) for treaty in found.treaties} == {"2024": 1, "Көлі": 0}


def test_a_body_under_two_names_is_one_with_sessions_and_duties() -> None:
    found = relationship(
        said("body", name="Қырғыз-Қазақстан үкіметаралық кеңесі", level="heads_of_government", status="recurring"),
        said("meeting", type="session", body="Қазақстан-Қырғызстан үкіметаралық кеңесі", number=12, date="2025-03-28"),
        said("procedure", body="Үкіметаралық кеңес", does="жоспардың орындалуын қарау", frequency="yearly"),
    )
    (body,) = found.bodies
    assert (len(body.sessions), len(body.procedures), body.level) == (1, 1, "heads_of_government")


def test_topics_hang_on_the_meeting_of_their_date() -> None:
    found = relationship(
        said("meeting", type="official_visit", date="2022-05-26", host="KGZ", guest="KAZ", place=place("Бішкек")),
        said("topic", topic="water", mode="discussed", at="2022-05"),
        said("topic", topic="trade", mode="discussed", at="2023"),
    )
    assert [topic.claim.topic for topic in found.meetings[0].topics] == ["water"]


def test_what_was_agreed_before_a_visit_is_not_of_it() -> None:
    found = relationship(
        said("meeting", type="official_visit", date="2025-08-28", host="KGZ", guest="KAZ", status="planned"),
        said("topic", topic="border", mode="agreed", at="2025-08"),
        said("topic", topic="trade", mode="expected", at="2025-08-28", status="planned"),
    )
    assert [topic.claim.topic for topic in found.meetings[0].topics] == ["trade"]


def test_promises_are_open_past_or_undated_by_the_newest_document() -> None:
    found = relationship(
        turnover(NOTE, "Келісті", "../2030", "3000000000", status="target", published="2025-08-21"),
        said("project", name="Көпір", date="2024", stage="planned", status="planned"),
        said("pledge", by="KGZ", to="KAZ", what="су беру", status="planned"),
        said("project", name="Жол", date="2024", stage="done"),
    )
    assert found.as_of == "2025-08-21"
    assert [(promise.state, promise.due) for promise in found.promises] == [
        ("open", "../2030"),
        ("undated", None),
        ("past", "2024"),
    ]


def test_series_keep_part_years_forecasts_and_reporters_apart() -> None:
    found = relationship(
        turnover(NOTE, "Келісті", "2024", "1700000000"),
        turnover(NOTE, "Келісті", "2025-01/2025-05", "821800000"),
        turnover(NOTE, "Келісті", "2025", "2000000000", status="forecast"),
        turnover(NOTE, "Келісті", "2024", "1500000000", reporter="KGZ"),
    )
    told = {
        series.reporter: [(point.cell.period, point.cell.status) for point in series.points] for series in found.series
    }
    assert told[None] == [("2024", "actual"), ("2025-01/2025-05", "actual"), ("2025", "forecast")]
    assert told["KGZ"] == [("2024", "actual")]


def test_voices_stand_by_stance_and_holder() -> None:
    found = relationship(
        said("assessment", stance="risk", holder="Сарапшы", effect="тәуекел"),
        said("assessment", stance="influence", holder="Сарапшы", subject="CHN", cause="несие"),
    )
    assert [(voice.stance, voice.subject) for voice in found.voices] == [("risk", None), ("influence", "CHN")]


def test_only_the_pair_is_kept_and_the_most_frequent_comes_first() -> None:
    three = ("KAZ", "KGZ", "UZB")
    told = extraction(
        NOTE,
        said("relation", type="embassy"),  # type: ignore[arg-type]
        said("relation", type="diplomatic_relations", parties=three),  # type: ignore[arg-type]
        said("relation", type="consulate", parties=("KAZ", "UZB")),  # type: ignore[arg-type]
    )
    assert pairs([told]) == [("KAZ", "KGZ"), ("KAZ", "UZB"), ("KGZ", "UZB")]
    assert [fact.claim.type for fact in build([told], PAIR).of_kind("relation")] == ["diplomatic_relations", "embassy"]  # type: ignore[attr-defined]


def test_without_documents_there_is_an_empty_relationship() -> None:
    found = build([], PAIR)
    assert (found.facts, found.as_of, found.undated) == ((), None, ())
