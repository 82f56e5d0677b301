"""The ledger and its relationship together: judgements, re-reading, what became known."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from relations.sample import PAIR, claim, document, extraction, turnover

from qatynas import Ledger
from qatynas.model import Extraction, InputError
from qatynas.relations import build
from qatynas.relations.asking import briefing, difference, timeline, treaties_on
from qatynas.relations.rows import briefing_row, difference_row, fact_row


def note(name: str, day: str, published: str = "2019-06-01", **fields: object) -> Extraction:
    made = document(f"{name}-хабар\nКеңестің отырысы өтті. Айналым өсті.", f"{name}.txt")
    named = {"type": "session", "body": "Бірлескен су кеңесі", "date": day}
    return extraction(
        made,
        claim(made, "meeting", "Кеңестің отырысы өтті.", **(named | fields)),
        turnover(made, "Айналым өсті.", "2018", "900000000"),
        published=published,
    )


def sessions(ledger: Ledger) -> list[list[str]]:
    return [sorted(report.claim.document for report in fact.reports) for fact in ledger.facts("meeting")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


def judged(ledger: Ledger, verdict: str, *notes: Extraction, **fields: object) -> int:
    first, *others = [(one.claims[0], one.document.sha256) for one in notes]
    return ledger.judge(*first, verdict, who="Айгерім", others=others, **fields)  # type: ignore[arg-type]


def test_a_judgement_shapes_facts_until_it_is_withdrawn(path: Path) -> None:
    one, other = note("a", "2019-05-14"), note("b", "2019-05-15")
    with Ledger(path) as ledger:
        ledger.add(one)
        ledger.add(other)
        assert sessions(ledger) == [["a.txt"], ["b.txt"]]
        number = judged(ledger, "join", one, other, reason="one of them wrote a day later")
        assert sessions(ledger) == [["a.txt", "b.txt"]]
        (fact,) = ledger.facts("meeting")
        assert fact.judged == (number,)
        assert any("one of them wrote a day later" in report.why for report in fact.reports)
        ledger.withdraw(number, who="Болат")
        assert sessions(ledger) == [["a.txt"], ["b.txt"]]


def test_judgements_survive_a_reading_by_a_newer_program(path: Path) -> None:
    one, other, third = note("a", "2019-05-14"), note("b", "2019-05-15"), note("c", "2019-05-15")
    with Ledger(path, program="1.0") as ledger:
        for told in (one, other, third):
            ledger.add(told)
        judged(ledger, "join", one, other)
        judged(ledger, "split", third, other)
        judged(ledger, "correct", third, field="date", value="2019-07-15")
        before = [[report.claim.document for report in fact.reports] for fact in ledger.facts("meeting")]
    newer = [note(name, day, number=7) for name, day in (("a", "2019-05-14"), ("b", "2019-05-15"), ("c", "2019-05-16"))]
    with Ledger(path, program="2.0") as ledger:
        for told in newer:
            assert ledger.add(told).change == "read anew"
        facts = ledger.facts("meeting")
        assert (
            [[report.claim.document for report in fact.reports] for fact in facts]
            == before
            == [["a.txt", "b.txt"], ["c.txt"]]
        )
        assert [fact.claim.date for fact in facts] == ["2019-05-14", "2019-07-15"] or facts[
            1
        ].claim.date == "2019-07-15"


def test_a_rejected_claim_is_in_no_fact(path: Path) -> None:
    one = note("a", "2019-05-14")
    with Ledger(path) as ledger:
        ledger.add(one)
        judged(ledger, "reject", one)
        assert ledger.facts("meeting") == ()
        assert len(ledger.series("trade.turnover")) == 1
        assert len(ledger.series("trade")) == 1
        assert ledger.series("trade.turn") == ()


def test_reprints_are_one_source(path: Path) -> None:
    words = " ".join(f"{place}-сөз айтылды, содан кейін келесі мәселе талқыланды." for place in range(30))
    texts = [
        f"Хабар\n{words} Отырыс өтті.",
        f"Хабар, көшірме\n{words} Отырыс өтті.",
        "Хабар\nМүлде басқа жазба: Отырыс өтті.",
    ]
    notes = []
    for place, text in enumerate(texts):
        made = document(text, f"{place}.txt")
        notes.append(
            extraction(
                made, claim(made, "meeting", "Отырыс өтті.", type="session", date="2019-05-14"), published="2019-05-15"
            )
        )
    with Ledger(path) as ledger:
        for told in notes:
            ledger.add(told)
        found = ledger.relationship(PAIR)
    (fact,) = found.of_kind("meeting")
    assert len(fact.reports) == 3
    assert len(found.texts_of(fact)) == 2
    assert fact_row(found, fact)["texts"] == 2


def test_what_became_known(path: Path) -> None:
    first, vague = note("a", "2019-05"), note("b", "2019-11-02", status="planned")
    with Ledger(path) as ledger:
        ledger.add(first)
        ledger.add(vague)
        before = ledger.relationship(PAIR)
        ledger.add(note("c", "2019-05-14"))
        ledger.add(note("d", "2019-11-02", number=4))
        ledger.add(note("e", "2020-02-01"))
        now = ledger.relationship(PAIR)
    found = difference(before, now)
    assert [fact.claim.date for fact in found.new] == ["2020-02-01"]
    assert {(one.before.claim.date, one.now.claim.date, one.now.claim.status) for one in found.changed} == {
        ("2019-05", "2019-05-14", "done"),
        ("2019-11-02", "2019-11-02", "done"),
    }
    assert [fact.claim.kind for fact in found.confirmed] == ["figure"]
    assert found.gone == ()
    assert len(difference_row(before, now, found)["changed"]) == 2
    assert [fact.claim.date for fact in difference(now, before).gone] == ["2020-02-01"]


def test_a_ledger_tells_what_it_held_before_a_time(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add(note("a", "2019-05-14"))
        assert ledger.relationship(PAIR, before="2001-01-01", empty=True).facts == ()
        assert len(ledger.relationship(PAIR, before="2999-01-01").facts) == 2
        with pytest.raises(InputError, match="no claim about two states"):
            ledger.relationship(before="2001-01-01")


def test_a_briefing_has_what_is_known_before_the_day(path: Path) -> None:
    made = document("Хабар\nАлдағы сапарда су мәселесі қаралмақ. Кеңес сауда туралы келісті.")
    coming = extraction(
        made,
        claim(
            made,
            "meeting",
            "Алдағы сапарда",
            type="official_visit",
            date="2019-08-22",
            host="KGZ",
            status="planned",
            published="2019-08-20",
        ),
        claim(
            made,
            "topic",
            "су мәселесі қаралмақ",
            topic="water",
            mode="expected",
            status="planned",
            published="2019-08-20",
        ),
        claim(
            made, "topic", "сауда туралы келісті", topic="trade", mode="agreed", at="2019-05-14", published="2019-08-20"
        ),
        claim(made, "agreement", "Кеңес", title="Жайылым туралы шарт", type="treaty", act="signed", date="2019-05-14"),
        published="2019-08-20",
    )
    with Ledger(path) as ledger:
        ledger.add(note("a", "2019-05-14"))
        ledger.add(coming)
        found = ledger.relationship(PAIR, as_of="2019-08-22")
        assert [standing.state for _, standing in ledger.treaties_on("2019-08-22", PAIR)] == ["signed"]
    told = briefing(found, date(2019, 8, 22))
    assert told.meeting is not None
    assert told.meeting.meeting.claim.type == "official_visit"
    assert [one.meeting.claim.date for one in told.last] == ["2019-05-14"]
    assert [fact.claim.topic for fact in told.agenda] == ["water", "trade"]
    assert [course.indicator for course in told.courses] == ["trade.turnover"]
    assert briefing_row(found, told)["day"] == "2019-08-22"
    assert [fact.claim.date for fact in timeline(found, date(2019, 5, 1), date(2019, 6, 1))] == [
        "2019-05-14",
        "2019-05-14",
    ]
    assert treaties_on(found, date(2010, 1, 1)) == ()


def test_open_needs_a_ledger_that_is_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such ledger"):
        Ledger.open(tmp_path / "none.sqlite")


def test_adding_twice_changes_nothing(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add(note("a", "2019-05-14"))
        once = ledger.relationship(PAIR)
        ledger.add(note("a", "2019-05-14"))
        ledger.add(dataclasses.replace(note("a", "2019-05-14")))
        assert ledger.relationship(PAIR) == once


ODD_DATES = st.sampled_from(
    [None, "", "2024", "2024-13", "abc", "../2030", "2030/..", "2024-24", "/", "9999-12-31", "0001", "2024~"]
)


@settings(max_examples=60)
@given(st.text(max_size=30), st.text(max_size=30), ODD_DATES, ODD_DATES, ODD_DATES)
def test_nothing_that_is_read_makes_a_question_fail(
    words: str, name: str, when: str | None, other: str | None, now: str | None
) -> None:
    made = document("Хабар\nКеңестің отырысы өтті.")
    quote = "Кеңестің отырысы өтті."
    told = [
        claim(made, "agreement", quote, title=title, type=sort, act=act, date=day, term=other, published=other)
        for title, sort, act, day in (
            (words, "treaty", "signed", when),
            (words, None, "ratified", other),
            (name, "programme", "signed", when),
            (None, words, name, None),
        )
    ]
    told += [
        claim(
            made,
            "meeting",
            quote,
            type=sort,
            date=day,
            body=name,
            number=number,
            participants=(words, name),
            published=when,
        )
        for sort, day, number in (("session", when, 3), ("visit", other, None), (words, None, None))
    ]
    told += [
        claim(made, "topic", quote, topic="water", mode="priority", at=words),
        claim(made, "topic", quote, topic="water", mode="agreed", at=when),
        claim(made, "project", quote, name=words, date=when, stage=name),
        claim(made, "project", quote, name=name, date=other, stage=None),
        claim(made, "community", quote, name=words, succeeds=name),
        claim(made, "community", quote, name=name, succeeds=words),
        claim(made, "procedure", quote, body=words, does=name, frequency="yearly", status="recurring"),
        claim(made, "event", quote, type=words, name=name, date=when),
        claim(made, "pledge", quote, by=(words, name), what=words, deadline=other),
        claim(made, "assessment", quote, stance=words, cause=name, effect=words, holder=name),
        claim(made, "award", quote, name=words, to=name, date=when),
        claim(made, "goods", quote, from_="KAZ", to="KGZ"),
        turnover(made, quote, when, "5", status="target"),
        turnover(made, quote, other, "6", subject=words, product=name),
    ]
    found = build([extraction(made, *told, published=now)], PAIR)
    for day in (date.min, date(2024, 6, 1), date.max):
        assert briefing_row(found, briefing(found, day))["day"] == day.isoformat()
    assert set(timeline(found, date.min, date.max)) <= set(found.facts)
    assert difference(found, found).new == ()
