"""How things stand: texts on a day, duties of a year, meetings with what belongs to them, exchanges, lines of succession."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from relations.sample import PAIR, claim, document, extraction, place

from qatynas.model import Claim, Quantity
from qatynas.relations import Relationship, build, duties_of, length, state_on

NOTE = document("Тақырып\nКелісті, кездесті, уәде берді, қол қойды.")
AWAY = document("Тақырып\nБасқа хабар: қол қойды, кездесті." + " Сөз." * 200 + "\nТағы кездесті.", "away.txt")


def said(kind: str, words: str = "кездесті", /, **fields: object) -> Claim:
    return claim(NOTE, kind, words, **({"published": "2024-06-30"} | fields))


def relationship(*claims: Claim, published: str = "2024-06-30", **known: str) -> Relationship:
    return build([extraction(NOTE, *claims, published=published)], PAIR, **known)


def act(name: str, when: str | None, title: str = "Мұрағат құжаттарын алмасу туралы шарт", **fields: object) -> Claim:
    return said("agreement", **({"act": name, "date": when, "title": title, "type": "treaty"} | fields))


def states(found: Relationship, *days: str) -> list[str]:
    (treaty,) = found.treaties
    told = (state_on(treaty, date.fromisoformat(day)) for day in days)
    return [one.state + ("" if one.sure else "?") for one in told]


# texts


def test_a_treaty_goes_through_its_acts() -> None:
    found = relationship(act("signed", "2019-05-14"), act("ratified", "2020-03"), act("in_force", "2020-06-01"))
    days = ("2019-05-13", "2019-05-14", "2020-03-15", "2020-03-31", "2020-06-01", "2030-01-01")
    assert states(found, *days) == ["unknown", "signed", "ratified?", "ratified", "in_force", "in_force"]


def test_a_programme_is_in_its_term_and_ends_with_it() -> None:
    title = "2022–2024 жылдарға арналған мәдени бағдарлама"
    found = relationship(act("signed", "2021-11-03", title, type="programme", term="2022/2024"))
    assert states(found, "2021-12-01", "2023-07-01", "2025-01-01") == ["signed", "in_term", "ended"]


def test_an_act_without_a_date_happened_before_its_document_and_a_plan_did_not() -> None:
    found = relationship(act("ratified", None), act("in_force", "2024-01-01", status="planned"))
    assert states(found, "2023-01-01", "2024-07-01") == ["unknown", "ratified"]


def test_acts_follow_their_own_signing_where_a_title_comes_again() -> None:
    title = "Сауда-экономикалық ынтымақтастықты тереңдету туралы шарт"
    years = (("signed", "2003-12-25"), ("ratified", "2004-09-01"), ("signed", "2019-04-19"), ("ratified", "2020-07-21"))
    found = relationship(*(act(name, when, title) for name, when in years))
    assert [[fact.claim.date for fact in treaty.acts] for treaty in found.treaties] == [
        ["2003-12-25", "2004-09-01"],
        ["2019-04-19", "2020-07-21"],
    ]


def test_a_signing_told_with_two_days_is_of_one_text() -> None:
    found = relationship(act("signed", "2019-04-19"), act("signed", "2019-04-20"))
    (treaty,) = found.treaties
    assert [fact.claim.date for fact in treaty.acts] == ["2019-04-19", "2019-04-20"]


def test_a_law_and_a_protocol_stand_with_the_text_that_they_are_about() -> None:
    title = "Мұрағат құжаттарын алмасу туралы"
    law = act("approved", "2020-03-01", f"«{title} шартты ратификациялау туралы» заң", type="law")
    change = act("signed", "2022-05-05", f"{title} шартқа өзгерістер енгізу туралы хаттама", type="protocol")
    found = relationship(act("signed", "2019-05-14"), law, change)
    treaty = next(one for one in found.treaties if one.type == "treaty")
    assert [fact.claim.type for fact in (*treaty.laws, *treaty.changes)] == ["law", "protocol"]
    assert state_on(treaty, date(2021, 1, 1)).amended is False
    assert state_on(treaty, date(2023, 1, 1)).amended is True
    assert len(found.treaties) == 3


def test_a_programme_has_what_was_done_under_its_priorities() -> None:
    title = "2023–2025 жылдарға арналған іс-қимыл бағдарламасы"
    found = relationship(
        act("signed", "2022-11-03", title, type="programme", term="2023/2025"),
        *(said("topic", topic=topic, mode="priority", at=title) for topic in ("water", "tourism", "energy")),
        act("signed", "2024-05-01", "Су нысандарын бірлесіп жөндеу туралы келісім", type="agreement"),
        act("signed", "2019-05-01", "Су тасқынынан қорғану туралы келісім", type="agreement"),
        said("topic", topic="energy", mode="discussed", at="2024-05-01"),
        water(180, "actual"),
        water(300, "target"),
    )
    (programme,) = found.programmes
    told = {topic: [fact.claim.kind for fact in facts] for topic, facts in programme.done}
    assert told == {"energy": [], "tourism": [], "water": ["figure", "agreement"]} or told["water"] == [
        "agreement",
        "figure",
    ]


# meetings


def test_a_session_hangs_on_its_visit_and_the_signing_on_the_session() -> None:
    when = {"date": "2019-05-14", "host": "KGZ", "guest": "KAZ"}
    people = ("Дәурен Қожахметов", "Айбек Сыдыков")
    found = relationship(
        said("meeting", type="official_visit", participants=people, **when),
        said("meeting", type="session", body="Бірлескен су кеңесі", **when),
        said("meeting", type="talks", participants=("Сәуле Нұрғалиева",), **when),
        act("signed", "2019-05-14"),
        said("award", name="Данакер", to="Д. Қожахметов", date="2019-05-14"),
    )
    visit, session, talks = (
        next(one for one in found.meetings if one.meeting.claim.type == kind)
        for kind in ("official_visit", "session", "talks")
    )
    assert session.within == visit.meeting
    assert visit.held == (session.meeting,)
    assert talks.within is None, "others talked that day"
    assert [fact.claim.act for fact in session.signed] == ["signed"]
    assert (visit.signed, talks.signed) == ((), ())
    assert [fact.claim.name for fact in visit.awards] == ["Данакер"]
    assert found.treaties[0].signed_at == session.meeting


def test_a_signing_of_another_place_or_only_of_that_month_hangs_on_no_meeting() -> None:
    session = said("meeting", type="session", date="2019-05-14", place=place("Бішкек"))
    assert relationship(session, act("signed", "2019-05-14", place=place("Ош"))).treaties[0].signed_at is None
    far = claim(AWAY, "meeting", "Тағы кездесті", type="session", date="2019-05")
    near = claim(AWAY, "agreement", "қол қойды", act="signed", date="2019-05", title="Жайылым туралы келісім")
    found = build([extraction(AWAY, far, near, published="2019-06-01")], PAIR)
    assert found.treaties[0].signed_at is None


def test_what_is_promised_beside_a_meeting_by_who_took_part_is_promised_at_it() -> None:
    talks = said("meeting", type="talks", date="2024-06-29", participants=("Айбек Сыдыков",))
    promise = said("pledge", "уәде берді", by="Айбек Сыдыков", what="жолды жөндеу", status="planned")
    other = said("pledge", "уәде берді", by="Сәуле Нұрғалиева", what="суды беру", status="planned")
    found = relationship(talks, promise, other)
    assert [fact.claim.what for fact in found.meetings[0].promised] == ["жолды жөндеу"]


# duties


def commission(*more: Claim, now: str = "2024-06-30") -> list[str]:
    body = {"body": "Бірлескен су комиссиясы"}
    found = relationship(
        said("procedure", does="су бөлу жоспарын бекіту", frequency="yearly", status="recurring", **body),
        said("procedure", does="жылына екі рет отырыс өткізу", frequency="twice_yearly", status="recurring", **body),
        *more,
        as_of=now,
    )
    return [duty.state for duty in duties_of(found, 2024)]


def session(when: str) -> Claim:
    return said("meeting", type="session", body="Бірлескен су комиссиясы", date=when)


def test_a_duty_of_which_nothing_is_told_is_open_not_seen_or_to_come() -> None:
    assert commission() == ["open", "open"]
    assert commission(now="2025-02-01") == ["not_seen", "not_seen"]
    assert commission(now="2023-02-01") == ["to_come", "to_come"]


def test_a_session_is_no_proof_of_a_duty_but_of_meeting() -> None:
    assert commission(session("2024-03-02")) == ["session", "short"]
    assert commission(session("2024-03-02"), session("2024-05-02")) == ["session", "done"]
    assert commission(session("2023-03-02")) == ["open", "open"]


def test_a_duty_is_done_where_a_text_of_the_year_says_so() -> None:
    plan = act("approved", "2024-04-02", "Су бөлу жоспарын бекіту туралы хаттама", type="protocol")
    assert commission(plan)[0] == "done"
    assert (
        commission(act("approved", "2023-04-02", "Су бөлу жоспарын бекіту туралы хаттама", type="protocol"))[0]
        == "open"
    )


# works, supplies, promises


def test_a_work_whose_day_moves_keeps_every_day_it_was_promised_for() -> None:
    told = [
        claim(
            NOTE,
            "project",
            "кездесті",
            published="2024-01-10",
            name="Аспара логистика паркі",
            date="2024-12",
            stage="planned",
        ),
        claim(
            NOTE,
            "project",
            "кездесті",
            published="2024-06-10",
            name="«Аспара» логистика паркі",
            date="2026",
            stage="planned",
        ),
    ]
    (work,) = relationship(*told).works
    assert work.due_dates == ("2024-12", "2026")


def water(value: int, status: str, **fields: object) -> Claim:
    exact = Quantity(Decimal(value), "m3", Decimal(value), Decimal(value))
    named = {
        "indicator": "water.volume",
        "measure": "level",
        "from_": "KGZ",
        "to": "KAZ",
        "period": "2024",
        "quantity": exact,
    }
    return said("figure", status=status, **(named | fields))


def test_what_was_promised_and_not_given_is_owed() -> None:
    found = relationship(
        water(300, "target"),
        water(180, "actual"),
        said("exchange", commodity="water", from_="KGZ", to="KAZ", status="recurring"),
    )
    (supply,) = found.supplies
    assert (len(supply.arrangements), supply.seasons[0].owed) == (1, 120)
    (supply,) = relationship(water(300, "target")).supplies
    assert supply.seasons[0].owed is None


def test_a_target_names_the_years_that_reach_it_and_its_other_days() -> None:
    dollars = {"indicator": "trade.turnover", "from_": None, "to": None}
    found = relationship(
        water(2000, "target", period="../2026", **dollars),
        water(2000, "target", period="../2028", **dollars),
        water(2100, "actual", period="2024", **dollars),
        water(1900, "actual", period="2023", **dollars),
    )
    first = next(one for one in found.promises if one.due == "../2026")
    assert [fact.claim.period for fact in first.kept_by] == ["2024"]
    assert [fact.claim.period for fact in first.restated] == ["../2028"]


# communities


def test_a_body_and_the_one_that_grew_out_of_it_are_one_line() -> None:
    found = relationship(
        said("community", name="Қырғыз мәдени орталығы", date="2004", place=place(None, "KAZ")),
        said(
            "community",
            name="Қырғыз этномәдени бірлестігі",
            place=place("Астана", "KAZ"),
            succeeds="Қырғыз мәдени орталығы",
        ),
        said("community", name="Ала-Тоо", place=place("Тараз", "KAZ")),
        said("community", name="Ала-Тоо", place=place("Алматы", "KAZ")),
    )
    lines = sorted([body.names[0] for body in line.bodies] for line in found.communities)
    assert lines == [["Ала-Тоо"], ["Ала-Тоо"], ["Қырғыз мәдени орталығы", "Қырғыз этномәдени бірлестігі"]]


def test_an_organisation_has_its_members_and_what_is_judged_of_it() -> None:
    found = relationship(
        said("membership", organisation="SCO", members=("KAZ", "KGZ")),
        said("assessment", stance="benefit", holder="Сарапшы", subject="SCO", effect="сауда өседі"),
    )
    (organisation,) = found.organisations
    assert (organisation.code, organisation.members, len(organisation.judged)) == ("SCO", ("KAZ", "KGZ"), 1)


# periods


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2024", "year"), ("2024-01/2024-12", "year"), ("2024-01/2024-05", "to_date"), ("2024-01/2024-06", "half"),
        ("2024-07/2024-12", "half"), ("2024-04/2024-06", "quarter"), ("2024-02/2024-04", "part"), ("2024-02", "month"),
        ("2024-02-29", "day"), ("2024-23", "season"), ("2024-24", "season"), ("2010/2025", "years"), ("../2030", "open"),
        ("2024-04/2024-09", "part"), (None, ""), ("soon", ""),
    ],
)  # fmt: skip
def test_lengths_of_periods(period: str | None, expected: str) -> None:
    assert length(period) == expected
