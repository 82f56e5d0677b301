"""One thing said twice is one fact, whoever says it first."""

from __future__ import annotations

import dataclasses
import itertools

from hypothesis import given, settings
from hypothesis import strategies as st
from relations.sample import PAIR, claim, document, dollars, extraction, place, turnover

from qatynas.model import Locator
from qatynas.relations import build, fact_key, join
from qatynas.relations.rows import fact_row
from qatynas.relations.values import Report

NOTE = document("Тақырып\nСапар болды, шарт жасалды, сауда өсті.")


def said(kind: str, source: str = "a", /, **fields: object) -> Report:
    return Report(source, claim(NOTE, kind, "болды", **fields))


def visit(date: str | None, name: str = "a", **fields: object) -> Report:
    named = {"type": "official_visit", "date": date, "host": "KGZ", "guest": "KAZ"}
    return said("meeting", name, **(named | fields))


def test_what_two_documents_say_alike_is_one_fact_with_two_reports() -> None:
    facts = join([visit("2025-08-22", "a"), visit("2025-08-22", "b", participants=("Қасым-Жомарт Тоқаев",))])
    assert len(facts) == 1
    assert [report.source for report in facts[0].reports] == ["a", "b"]
    assert facts[0].claim.participants == ("Қасым-Жомарт Тоқаев",)


def test_a_preview_and_a_report_after_are_one_event_that_took_place() -> None:
    facts = join([visit("2025-08-22", "a", status="planned"), visit("2025-08-22", "b")])
    assert [fact.claim.status for fact in facts] == ["done"]


def test_a_coarse_date_joins_the_only_finer_one() -> None:
    facts = join([visit("2024-04", "a"), visit("2024-04-19", "b")])
    assert [(fact.claim.date, len(fact.reports)) for fact in facts] == [("2024-04-19", 2)]


def test_a_coarse_date_that_fits_two_stands_alone_and_names_both() -> None:
    facts = join([visit("2024-04", "a"), visit("2024-04-02", "b"), visit("2024-04-19", "c")])
    assert len(facts) == 3
    coarse = next(fact for fact in facts if fact.claim.date == "2024-04")
    assert len(coarse.candidates) == 2


def test_a_visit_without_a_date_joins_none() -> None:
    assert len(join([visit(None, "a"), visit("2024-04-19", "b")])) == 2


def test_a_named_treaty_without_a_date_joins_its_only_signing() -> None:
    named = {"title": "Шекара туралы шарт", "act": "signed", "type": "treaty"}
    facts = join([said("agreement", "a", **named), said("agreement", "b", date="2001-12-15", **named)])
    assert [len(fact.reports) for fact in facts] == [2]


def test_titles_in_other_cases_and_quotes_have_one_key() -> None:
    one = claim(NOTE, "agreement", "шарт", title="«Мәңгілік достық туралы» шарт", act="signed")
    other = claim(NOTE, "agreement", "шарт", title="мәңгілік достық туралы шартты", act="signed")
    assert fact_key(one) == fact_key(other)


def test_two_numbers_of_one_cell_are_two_facts() -> None:
    one, other = turnover(NOTE, "сауда", "2024", "1700000000"), turnover(NOTE, "сауда", "2024", "1690000000")
    assert len(join([Report("a", one), Report("b", other)])) == 2


def test_judgements_without_cause_or_effect_are_told_apart_by_their_words() -> None:
    made = document("Пікір\nОл пайда әкеледі деді. Ол зиян келтіреді деді.")
    words = ("Ол пайда әкеледі деді.", "Ол зиян келтіреді деді.")
    told = [Report("a", claim(made, "assessment", one, stance="risk", holder="Сарапшы")) for one in words]
    assert len(join(told)) == 2


def test_communities_of_one_name_in_two_towns_are_two() -> None:
    towns = [said("community", town, name="Манас-Ата", place=place(town, "KAZ")) for town in ("Тараз", "Алматы")]
    assert len(join(towns)) == 2


REPORTS = [
    visit("2024-04", "a"),
    visit("2024-04-19", "b"),
    visit("2024", "c"),
    visit("2025-08-22", "d", status="planned"),
    visit("2025-08-22", "e"),
    said("agreement", "f", title="Шекара туралы шарт", act="signed", date="2001"),
    said("agreement", "g", title="Шекара туралы шарт", act="signed", date="2001-12-15"),
    Report("h", turnover(NOTE, "сауда", "2024", "1700000000")),
    Report("i", turnover(NOTE, "сауда", "2024", "1700000000")),
]


@given(st.permutations(REPORTS))
def test_the_order_of_reports_changes_nothing(reports: list[Report]) -> None:
    assert join(reports) == join(REPORTS)


def notes() -> list:
    texts = {
        "2024-04-20": "Астанадағы келіссөз\nСадыр Жапаров Астанаға келді.\nЕкі ел одақтастық туралы шартқа қол қойды.",
        "2025-07-22": "Заң\nҚазақстан одақтастық туралы шартты ратификациялады.",
        "2025-08-22": "Бішкек\nСадыр Жапаров қонақ қабылдады.\nТауар айналымы 1,7 млрд доллар болды.",
    }
    made = {date: document(text, f"{date}.txt") for date, text in texts.items()}
    first, second, third = made.values()
    title = {"title": "Одақтастық туралы шарт", "type": "treaty"}
    return [
        extraction(
            first,
            claim(first, "meeting", "Садыр Жапаров Астанаға келді.", type="visit", date="2024-04-19", host="KAZ"),
            claim(first, "agreement", "шартқа қол қойды", act="signed", date="2024-04", **title),
            published="2024-04-20",
        ),
        extraction(second, claim(second, "agreement", "ратификациялады", act="ratified", date="2025-07-21", **title)),
        extraction(third, turnover(third, "1,7 млрд доллар", "2024", "1700000000"), published="2025-08-22"),
    ]


def test_the_order_of_documents_changes_nothing_and_adding_twice_neither() -> None:
    told = notes()
    expected = build(told, PAIR)
    for order in itertools.permutations(told):
        assert build(order, PAIR) == expected
    assert build(told + told, ("KGZ", "KAZ")) == expected


@settings(max_examples=60)
@given(st.text(), st.text(), st.sampled_from([None, "", "2024", "2024-13", "abc", "../2030", "2024-24", "/", "9999"]))
def test_no_text_and_no_date_raises(title: str, name: str, date: str | None) -> None:
    reports = [
        said("agreement", "a", title=title, act=name, date=date),
        said("body", "b", name=name, level=title),
        visit(date, "c", body=name),
        said("topic", "d", topic=title, mode="priority", at=name),
    ]
    assert len(join(reports)) == 4


def test_codes_that_begin_alike_are_two() -> None:
    made = document("Тақырып\nКездесуде екі сала айтылды.")
    topics = [
        claim(made, "topic", "екі сала", topic=code, mode="discussed", at="2024-05")
        for code in ("transit", "transport")
    ]
    assert len({fact_key(topic) for topic in topics}) == 2


def number(value: str, low: str, high: str, source: str, published: str) -> Report:
    told = turnover(NOTE, "өсті", "2020", value, quantity=dollars(value, low, high), published=published)
    return Report(source, told)


def test_a_fact_is_told_by_the_narrower_number_whichever_came_later() -> None:
    for days in (("2021-05-01", "2022-05-01"), ("2022-05-01", "2021-05-01")):
        rough = number("267582700", "267582650", "267582750", "a", days[0])
        fine = number("267582685", "267582684", "267582686", "b", days[1])
        (fact,) = join([rough, fine])
        assert fact.claim == fine.claim
        assert len(fact.reports) == 2


def test_a_report_from_a_table_says_in_which_cell() -> None:
    made = document("Кесте\nсауда өсті")
    told = dataclasses.replace(turnover(made, "өсті", "2020", "5"), locator=Locator("Экспорт", "D12"))
    found = build([extraction(made, told)], PAIR)
    row = fact_row(found, found.facts[0])
    assert row["reports"][0]["locator"] == {"file": made.path, "sheet": "Экспорт", "cell": "D12"}
    assert "locator" not in row


def test_what_a_saying_is_compared_by_does_not_depend_on_the_order() -> None:
    """A session that was planned may have been moved; one that was held may not: the first report decides."""
    body = {"type": "session", "body": "Бірлескен су кеңесі", "number": 7, "host": None, "guest": None}
    reports = [
        visit("2024-04-19", "a", status="planned", published="2024-04-01", **body),
        visit("2024-04-19", "b", published="2024-04-20", **body),
        visit("2024-06-02", "c", published="2024-06-03", **body),
    ]
    outcomes = {
        tuple(sorted(tuple(report.source for report in fact.reports) for fact in join(order)))
        for order in itertools.permutations(reports)
    }
    assert len(outcomes) == 1
