"""Events by the build of a sentence: another of those just told, where the passage is, from when until when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim, Event

Said = Callable[..., list[Claim]]


def events(claims: list[Claim]) -> list[Event]:
    return [c for c in claims if isinstance(c, Event)]


OTHERS = [
    ("Қыркүйекте Таласта екі елдің жыр додасын бірлесіп өткіздік. Келесісі 2026 жылы Түркістанда болады.", "festival", "2026", "planned"),
    ("Екі ел кино апталығын өткізді. Биылғысы 16–18 қазанға қойылды.", "festival", "2025-10-16/2025-10-18", "planned"),
    ("Екі ел мәдениет күндерін жыл сайын алмасып өткізеді, биылғысы қазанда Алматыда болады.", "festival", "2025-10", "planned"),
    ("Мамырда Бішкекте екі елдің жәрмеңкесі өтті. Былтырғысы Таразда ұйымдастырылған еді.", "fair", "2024", "done"),
    ("Ошта екі елдің қолөнер көрмесі ашылды. Төртіншісін 2027 жылы Шымкент қабылдайды.", "exhibition", "2027", "planned"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "date", "status"), OTHERS)
def test_another_of_the_events_just_told(said: Said, text: str, kind: str, date: str | None, status: str) -> None:
    found = events(said(text))
    assert len(found) == 2
    assert (found[1].type, found[1].date, found[1].status) == (kind, date, status)


MEETINGS = [
    "Екі елдің кеңесі Бішкекте отырыс өткізді. Келесісі 2026 жылы Астанада болады.",
    "Кездесудің төртіншісін күзде Алматы қабылдайды.",
]


@pytest.mark.parametrize("text", MEETINGS)
def test_the_next_meeting_is_no_event(said: Said, text: str) -> None:
    assert not events(said(text))


PLACES = [
    ("Бірлестік Ошта тіркелген. Ертең қала музейінде қазақ суретшілерінің көрмесі ашылады.", "Ош"),
    ("Алматыда қырғыз мәдениетінің күндері ашылды. Осы залда былтыр Тоқтағұлдың 160 жылдығы аталып өткен.", "Алматы"),
    ("Қызылорданың филармониясы екі елдің достығына арналған концерт берді.", "Қызылорда"),
    ("Тоқтоғұлдың 160 жылдығын Талас жұрты қазақ қонақтармен тойлады.", "Талас"),
    ("Келесі конференцияны Талас 2026 жылғы мамырда қабылдамақ. Екі елдің ғалымдары барады.", "Талас"),
    ("Қазан айында Астана Қырғызстанның мәдениет күндеріне есік ашады.", "Астана"),
    ("Ыстықкөл жағасында қазақ пен қырғыз ақындары айтысқа түсті.", "Ыстықкөл"),
    ("Келіссөз Астанада өтті. Кешкісін қонақтар қырғыз суретшілерінің көрмесін аралады.", "Астана"),
]


@pytest.mark.parametrize(("text", "town"), PLACES)
def test_the_town_where_the_passage_is(said: Said, text: str, town: str) -> None:
    found = events(said(text))
    assert found
    assert found[-1].place is not None
    assert found[-1].place.name == town


def test_from_the_day_told_before_until_its_end(said: Said) -> None:
    text = (
        "Тараздың Достық үйі 6 қыркүйекте толды. Фойеде екі елдің кілемдер көрмесі ашылды, ол 15 қыркүйекке дейін жүреді. "
        "Көрмеге екі жүзге тарта бұйым қойылыпты."
    )
    assert [c.date for c in events(said(text, "2025-09-10"))] == ["2025-09-06/2025-09-15"]


def test_who_came_to_it_is_no_event_of_its_own(said: Said) -> None:
    text = "Таразда екі елдің бірлескен жаттығуы мәресіне жетті. 1 шілдеде басталған жаттығуға 1 450 адам қатысты."
    assert [c.type for c in events(said(text))] == ["exercise"]


def test_a_jubilee_of_its_keeper(said: Said) -> None:
    found = events(
        said("«Манас-Ата» қырғыз мәдени орталығы сенбіде жиырма бес жылдығын тойлады. Екі елдің қонағы келді.")
    )
    assert [c.type for c in found] == ["jubilee"]


DECIDED = [
    "Келер жылы екі елдің бірлескен жаттығуын Жамбыл облысында өткізу ұйғарылды.",
    "Екі елдің кино апталығын қазанда Ошта ұйымдастыру ойға алынды.",
    "Екі елдің спорт фестивалін 2026 жылы Қарақолда өткізу келісілді.",
]


@pytest.mark.parametrize("text", DECIDED)
def test_an_event_decided_on(said: Said, text: str) -> None:
    assert [c.status for c in events(said(text))] == ["planned"]


NONE = [
    "Мемлекет басшысы қырғыз опера жұлдызы Гүлнараға орден берді.",
    "Биыл суару науқанында Нарын арқылы Қазақстанға су өтті.",
    "Екі елдің фестиваль ұйымдастырушылары Бішкекте жиналды.",
]


@pytest.mark.parametrize("text", NONE)
def test_a_noun_that_names_something_else(said: Said, text: str) -> None:
    assert not events(said(text))


def test_a_forum_is_named_by_its_own_words(said: Said) -> None:
    found = events(said("Кеше Таразда екі ел ректорларының форумы өткізілді."))
    assert [c.name for c in found] == ["екі ел ректорларының форумы"]
