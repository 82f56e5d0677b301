"""Reports become facts: what fits joins, what contradicts never does, whatever comes first and however it is told."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from relations.retelling import RETELLINGS_OF_ALL as KINDS
from relations.retelling import fits, retell, world
from relations.retold_notes import notes
from relations.sample import PAIR, claim, document, place

from qatynas.claims import extract
from qatynas.model import Quantity
from qatynas.model.quantity import Qualifier
from qatynas.read import read_bytes
from qatynas.relations import Fact, Web, build, join
from qatynas.relations.handles import handles, sought
from qatynas.relations.likeness import RULES, compare, contradict
from qatynas.relations.rulings import Ruling, Rulings
from qatynas.relations.values import Report

NOTE = document("Тақырып\nКездесу өтті, құжатқа қол қойылды, айналым өсті.")


def said(kind: str, source: str, /, **fields: object) -> Report:
    return Report(source, claim(NOTE, kind, "Кездесу өтті", **fields))


def session(source: str, date: str | None, number: int | None = None, **fields: object) -> Report:
    named = {"type": "session", "body": "Бірлескен су кеңесі", "date": date, "number": number}
    return said("meeting", source, **(named | fields))


def text(source: str, title: str | None, date: str | None = "2019-05-14", **fields: object) -> Report:
    return said("agreement", source, **({"title": title, "type": "agreement", "act": "signed", "date": date} | fields))


def number(source: str, value: str, half: str = "0", qualifier: str = "exact", **fields: object) -> Report:
    low, high = Decimal(value) - Decimal(half), Decimal(value) + Decimal(half)
    bounds = {"over": (Decimal(value), None), "under": (None, Decimal(value))}.get(qualifier, (low, high))
    quantity = Quantity(Decimal(value), "USD", *bounds, Qualifier(qualifier))
    named = {"indicator": "trade.turnover", "measure": "level", "period": "2019", "quantity": quantity}
    return said("figure", source, **(named | fields))


def groups(*reports: Report) -> list[str]:
    """The sources of each fact, as words: «ab c»."""
    return sorted("".join(sorted(report.source for report in fact.reports)) for fact in join(reports))


# sessions


def test_two_sessions_with_different_numbers_are_never_one() -> None:
    assert groups(session("a", "2019-05", 3), session("b", "2019-05-14", 4)) == ["a", "b"]


def test_a_report_without_number_between_two_numbers_joins_neither() -> None:
    told = [session("a", "2019-05-14", 3), session("b", "2019-05-20", 4), session("c", "2019-05")]
    assert groups(*told) == ["a", "b", "c"]
    vague = next(fact for fact in join(told) if fact.reports[0].source == "c")
    assert len(vague.candidates) == 2


def test_two_vague_reports_of_one_month_join_the_only_session() -> None:
    assert groups(session("a", "2019-05-14", 3), session("b", "2019-05"), session("c", "2019", 3)) == ["abc"]


def test_vague_reports_that_contradict_each_other_do_not_make_the_session_ambiguous() -> None:
    told = [
        session("a", "2019-05-14", 3),
        session("b", "2019", host="KAZ"),
        session("c", "2019", host="KGZ"),
        session("d", "2019-11-02", 4, host="KGZ"),
    ]
    assert groups(*told) == ["a", "b", "c", "d"] or "ab" in groups(*told)
    assert all(len(group) < 3 for group in groups(*told))


def test_a_session_that_was_moved_is_one() -> None:
    assert groups(session("a", "2019-05-14", 3, status="planned"), session("b", "2019-06-02", 3)) == ["ab"]


def test_sessions_of_two_bodies_on_one_day_are_two() -> None:
    other = session("b", "2019-05-14", body="Көлік жөніндегі жұмыс тобы")
    assert groups(session("a", "2019-05-14"), other) == ["a", "b"]


def test_visits_of_other_people_on_one_day_are_two() -> None:
    visit = {"type": "working_visit", "date": "2019-05-14", "host": "KGZ", "guest": "KAZ"}
    one = said("meeting", "a", participants=("Дәурен Қожахметов",), **visit)
    other = said("meeting", "b", participants=("Сәуле Нұрғалиева",), **visit)
    assert groups(one, other) == ["a", "b"]


def test_a_person_with_an_initial_is_the_same() -> None:
    talks = {"type": "talks", "date": "2019-05-14"}
    one = said("meeting", "a", participants=("Дәурен Қожахметов", "Айбек Сыдыков"), **talks)
    other = said("meeting", "b", participants=("Д. Қожахметов",), **talks)
    assert groups(one, other) == ["ab"]


def test_papers_that_mix_up_the_rank_of_a_visit_tell_one_visit() -> None:
    visit = {"date": "2019-05-14", "host": "KGZ", "guest": "KAZ", "participants": ("Дәурен Қожахметов",)}
    told = [said("meeting", "a", type="state_visit", **visit), said("meeting", "b", type="official_visit", **visit)]
    assert groups(*told) == ["ab"]


# texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Жайлау мен шабындықты маусымдық жалға беру туралы келісім",
            "«жайлау мен шабындықты маусымдық жалға беру туралы» келісімді",
        ),
        (
            "Мұрағат құжаттарын цифрлық түрде алмасу туралы келісім",
            "Мұрағат құжаттарын электрондық түрде алмасу туралы үкіметаралық келісім",
        ),
        (
            "Темір жол вагондарын тексеруді қысқарту туралы шарт",
            "Қазақстан мен Қырғызстан арасындағы темір жол вагондарын тексеруді қысқарту туралы келісім",
        ),
    ],
)
def test_one_text_in_other_words_is_one(one: str, other: str) -> None:
    assert groups(text("a", one), text("b", other, "2019-05")) == ["ab"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Шу өзенінің тасқынынан қорғану туралы келісім", "Талас өзенінің тасқынынан қорғану туралы келісім"),
        ("2019–2021 жылдарға арналған мәдени бағдарлама", "2022–2024 жылдарға арналған мәдени бағдарлама"),
        ("Зейнетақы құқықтарын сақтау туралы келісім", "Қылмыстық іздеудегі адамдарды ұстап беру туралы келісім"),
    ],
)
def test_texts_that_look_alike_are_two(one: str, other: str) -> None:
    assert groups(text("a", one), text("b", other)) == ["a", "b"]


def test_a_treaty_and_a_memorandum_of_one_title_are_two() -> None:
    title = "Туристік стандарттарды өзара тану туралы"
    assert groups(text("a", title, type="treaty"), text("b", title, type="memorandum")) == ["a", "b"]


def test_a_text_without_title_is_the_only_one_signed_that_day() -> None:
    assert groups(text("a", "Мұрағат құжаттарын алмасу туралы келісім"), text("b", None)) == ["ab"]
    two = [
        text("a", "Мұрағат құжаттарын алмасу туралы келісім"),
        text("b", "Зейнетақы құқықтары туралы келісім"),
        text("c", None),
    ]
    assert groups(*two) == ["a", "b", "c"]


def test_a_text_of_three_states_holds_that_of_two() -> None:
    title = "Су-энергетика консорциумы туралы келісім"
    assert groups(text("a", title, parties=("KAZ", "KGZ", "UZB")), text("b", title)) == ["ab"]
    assert groups(text("a", title, parties=("KAZ", "UZB")), text("b", title, parties=("KAZ", "KGZ"))) == ["a", "b"]


# figures


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([number("a", "1700", "50"), number("b", "1712", "0.5")], ["ab"]),
        ([number("a", "1710", "5"), number("b", "1720", "5")], ["a", "b"]),
        ([number("a", "1700", "50"), number("b", "1710", "5"), number("c", "1720", "5")], ["a", "b", "c"]),
        ([number("a", "1700", "50"), number("b", "1712", "0.5"), number("c", "1710", "5")], ["abc"]),
        ([number("a", "2000", "500"), number("b", "1600", "50")], ["a", "b"]),
        ([number("a", "600", qualifier="over"), number("b", "618")], ["ab"]),
        ([number("a", "600", qualifier="over"), number("b", "990")], ["a", "b"]),
        ([number("a", "600", qualifier="over"), number("b", "600", qualifier="under")], ["a", "b"]),
        ([number("a", "1700"), number("b", "1700", reporter="KAZ")], ["ab"]),
        ([number("a", "1700", reporter="KGZ"), number("b", "1700", reporter="KAZ")], ["a", "b"]),
        ([number("a", "1700"), number("b", "1700", period="2019-01/2019-06")], ["a", "b"]),
        ([number("a", "1700"), number("b", "1700", status="forecast")], ["a", "b"]),
        ([number("a", "1700"), number("b", "1700", product="бидай")], ["a", "b"]),
        ([number("a", "1700", product="«Бидай»"), number("b", "1700", product="бидайды")], ["ab"]),
        ([number("a", "3000", period="../2030", status="target"), number("b", "3000", period="2030", status="target")], ["ab"]),
        ([number("a", "3000", period="../2030", status="target"), number("b", "3000", period=None, status="target")], ["ab"]),
        ([number("a", "3000", period="../2030", status="target"), number("b", "2900", period=None, status="target")], ["a", "b"]),
    ],
)  # fmt: skip
def test_figures_of_one_cell(reports: list[Report], expected: list[str]) -> None:
    assert groups(*reports) == expected


def test_what_is_said_of_no_time_is_said_of_its_document_s_time() -> None:
    grows = {"indicator": "trade.turnover", "direction": "up"}
    told = [
        said("trend", name, published=day, **grows)
        for name, day in (("a", "2019-05-02"), ("b", "2019-05-20"), ("c", "2021-01-03"))
    ]
    assert groups(*told) == ["ab", "c"]
    firms = [
        number(name, "600", indicator="enterprises.count", period=None, published=day)
        for name, day in (("a", "2019-05-02"), ("b", "2019-12-01"), ("c", "2023-01-03"))
    ]
    assert groups(*firms) == ["ab", "c"]


# the rest


def test_a_fair_held_once_is_not_the_fairs_that_are_held() -> None:
    assert groups(
        said("event", "a", type="exhibition", name="көрме", date="2019-05-14"),
        said("event", "b", type="exhibition", name="көрмелер", status="recurring"),
    ) == ["a", "b"]


def test_a_work_due_by_another_year_is_another_fact() -> None:
    work = {"name": "Аспара логистика паркі", "stage": "underway", "status": "planned"}
    assert groups(said("project", "a", date="2024-06", **work), said("project", "b", date="../2026", **work)) == [
        "a",
        "b",
    ]
    assert groups(said("project", "a", date="2026-03", **work), said("project", "b", date="../2026", **work)) == ["ab"]


def test_reports_say_why_they_stand_where_they_do() -> None:
    told = [
        session("a", "2019-05-14", 3, place=place("Ош")),
        session("b", "2019-05"),
        session("c", "2019-05-14", 3, place=place("Ош")),
    ]
    (fact,) = join(told)
    assert {report.source: report.why.split(";")[0] for report in fact.reports} == {
        "a": "says the same",
        "b": "date one holds the other",
        "c": "says most",
    }


def test_every_kind_has_a_rule_and_handles_by_which_a_claim_finds_its_equal() -> None:
    from qatynas.model import KINDS as ALL

    assert set(RULES) == set(ALL)
    for happening in world(1, 40):
        told = retell(happening, 1, random.Random(2))
        assert sought(told) & handles(told)
        assert not contradict(told, told)


# people


def ruled(*rulings: tuple[str, Report, Report]) -> Rulings:
    return Rulings(
        tuple(
            Ruling(place, verdict, ((one.id,), (other.id,)), "Айгерім: солай")
            for place, (verdict, one, other) in enumerate(rulings, start=1)
        )
    )


def homes(facts: tuple[Fact, ...]) -> list[str]:
    return sorted("".join(sorted(report.source for report in fact.reports)) for fact in facts)


def test_a_person_joins_what_the_rules_leave_apart_and_parts_what_they_join() -> None:
    one, other, third = session("a", "2019-05-14"), session("b", "2019-05-15"), session("c", "2019-05-15")
    assert homes(join([one, other, third])) == ["a", "bc"]
    joined = join([one, other, third], ruled(("join", one, other)))
    assert homes(joined) == ["abc"]
    assert joined[0].judged == (1,)
    assert homes(join([one, other, third], ruled(("split", other, third)))) == ["a", "b", "c"]


def test_the_later_word_on_two_claims_counts() -> None:
    one, other = session("a", "2019-05-14"), session("b", "2019-05-15")
    assert homes(join([one, other], ruled(("join", one, other), ("split", other, one)))) == ["a", "b"]
    assert homes(join([one, other], ruled(("split", one, other), ("join", other, one)))) == ["ab"]


def test_a_preferred_report_tells_the_fact() -> None:
    vague, full = session("a", "2019-05"), session("b", "2019-05-14", 3)
    preferred = Rulings((Ruling(1, "prefer", ((vague.id,),), "Айгерім"),))
    (fact,) = join([vague, full], preferred)
    assert fact.claim == vague.claim


# for any reports


def told_worse(seed: int, size: int = 24) -> list[Report]:
    chance = random.Random(seed)
    claims = [
        retell(happening, place * 3 + again, chance)
        for place, happening in enumerate(world(seed, size))
        for again in range(3)
    ]
    return [Report(told.document, told) for told in claims]


@settings(max_examples=25)
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_order_does_not_matter_and_taking_back_leaves_no_trace(seed: int, chance: random.Random) -> None:
    reports = told_worse(seed)
    expected = join(reports)
    shuffled = list(reports)
    chance.shuffle(shuffled)
    assert join(shuffled) == expected
    web = Web()
    extra = told_worse(seed + 1)[:20]
    for report in [*shuffled[:30], *extra, *shuffled[30:]]:
        web.put(report)
        if chance.random() < 0.1:
            web.facts()
    for report in extra:
        web.take(report)
    assert web.facts() == expected


@settings(max_examples=25)
@given(st.integers(0, 10_000))
def test_no_fact_holds_reports_that_contradict_each_other(seed: int) -> None:
    for fact in join(told_worse(seed)):
        claims = [report.claim for report in fact.reports]
        assert not any(contradict(one, other) for one in claims for other in claims)


@settings(max_examples=25)
@given(st.integers(0, 10_000))
def test_likeness_is_the_same_from_both_sides(seed: int) -> None:
    claims = [report.claim for report in told_worse(seed, 10)]
    for one in claims:
        for other in claims:
            found, back = compare(one, other), compare(other, one)
            assert (found is None) == (back is None)
            if found and back:
                assert (found.step, found.coarser, found.finer) == (back.step, back.finer, back.coarser)
                assert sought(one) & handles(other), "alike, but they would never meet"


@pytest.mark.parametrize("kind", KINDS)
def test_retellings_are_joined_rightly(kind: str) -> None:
    """A small share of bench/joins.py: nothing false, and nearly all that fits one happening only."""
    chance = random.Random(5)
    happenings = [happening for happening in world(5, 120) if happening.kind == kind]
    truth, reports = {}, []
    for happening in happenings:
        for _ in range(3):
            told = retell(happening, len(reports), chance)
            if sum(1 for other in happenings if fits(told, other)) == 1:
                truth[told.document] = happening.number
                reports.append(Report(told.document, told))
    facts = join(reports)
    wrong = [fact for fact in facts if len({truth[report.source] for report in fact.reports}) > 1]
    assert not wrong
    assert len(facts) <= 1.1 * len(set(truth.values()))


def test_parties_of_the_sample_are_the_pair() -> None:
    assert session("a", "2019").claim.parties == PAIR


def test_notes_in_three_scripts_are_read_and_joined_rightly() -> None:
    told = notes(3, 12)
    read = [extract(read_bytes(note.text.encode(), f"note-{place}.txt")) for place, note in enumerate(told)]
    truth = {one.document.sha256: note.event for one, note in zip(read, told, strict=True)}
    facts = [fact for fact in build(read, PAIR).facts if fact.claim.kind in ("agreement", "figure", "meeting")]
    assert all(len({truth[report.source] for report in fact.reports}) == 1 for fact in facts)
    assert len(facts) <= 1.2 * len(set(truth.values()))
