"""Events: jubilees, exhibitions, days of culture and their like, held, planned or regular; and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim, Event

Said = Callable[..., list[Claim]]


def events(claims: list[Claim]) -> list[Event]:
    return [c for c in claims if isinstance(c, Event)]


HELD = [
    ("Бішкекте Қазақстанның мәдениет күндері өтті.", "festival", "done"),
    ("Алматыда қырғыз суретшілерінің көрмесі ашылды.", "exhibition", "done"),
    ("Екі елдің ғалымдары Таразда халықаралық конференция өткізді.", "conference", "done"),
    ("Ошта қазақ әншілерінің концерті болды.", "concert", "done"),
    ("Екі ел жастары қайырымдылық марафонын ұйымдастырды.", "campaign", "done"),
    ("Астанада қырғыз киносының апталығы басталды.", "festival", "done"),
    ("Қазақстан мен Қырғызстан ақындарының айтысы Таласта өтті.", "festival", "done"),
    ("Келер жылы Бішкекте екі елдің кітап көрмесі өтеді.", "exhibition", "planned"),
    ("Екі елдің спортшылары арасында достық турнирі өткізілді.", "competition", "done"),
    ("Қос ел ғалымдары қатысқан симпозиум Бішкекте өтті.", "conference", "done"),
    ("Екі ел суретшілерінің көрмелері дәстүрлі түрде өткізіліп тұрады.", "exhibition", "recurring"),
    ("Екі ел арасында фестиваль жыл сайын ұйымдастырылады.", "festival", "recurring"),
    ("Қырғыз жазушысының кітабының тұсаукесері Астанада өтті.", "presentation", "done"),
    ("Қазақ және қырғыз студенттерінің форумы Ошта ұйымдастырылды.", "conference", "done"),
    ("Көкпардан екі ел құрамаларының достық кездесуі Таласта өтті.", "competition", "done"),
    ("Бішкекте Абай Құнанбайұлына ескерткіш орнатылды.", "opening", "done"),
    ("Екі елдің альпинистері бірлескен экспедиция жасады.", "campaign", "done"),
    ("Ошта екі ел әртістерінің спектаклі сахналанды.", "concert", "done"),
]

NOTHING = [
    "Екі елдің президенттері ескерткішке гүл шоғын қойды.",
    "Ежелде екі елдің жерінен керуендер өткен.",
    "Астанада балалар суреттерінің көрмесі ашылды.",
    "Екі елдің мәдениет күндерін өткізу туралы уағдаластық жоқ.",
    "Қырғызстанның мәдениет күндері биыл өткен жоқ.",
    "Екі ел көрме өткізе ме?",
    "Екі елдің іскерлік форумы өтті.",
    "Шашу – тойдың көркі, дейді екі елдің үлкендері.",
]


@pytest.mark.parametrize(("text", "type_", "status"), HELD)
def test_held(said: Said, text: str, type_: str, status: str) -> None:
    assert [(c.type, c.status) for c in events(said(text))] == [(type_, status)]


def test_the_evening_of_a_dated_report(said: Said) -> None:
    text = "Кешкісін қонақтар екі ел әншілерінің ортақ концертін тамашалады."
    assert [c.date for c in events(said(text))] == ["2025-08-21"]


@pytest.mark.parametrize("text", NOTHING)
def test_no_event(said: Said, text: str) -> None:
    assert events(said(text, lead="Қазақстан мен Қырғызстан көрші.\n\nБүгін жексенбі.\n\nКүн ашық.\n\n")) == []


JUBILEES = [
    ("Екі ел Тоқтағұл Сатылғановтың 150 жылдығын бірге атап өтті.", ["Тоқтағұл Сатылғановтың 150 жылдығы"]),
    (
        "Қазақстан мен Қырғызстан Абайдың 175 жылдығын, «Манас» эпосының 1000 жылдығын тойлады.",
        ["Абайдың 175 жылдығы", "«Манас» эпосының 1000 жылдығы"],
    ),
    ("Бішкекте Мұхтар Әуезовтің мерейтойы кеңінен тойланды.", ["Мұхтар Әуезовтің мерейтойы"]),
    (
        "Екі ел А. Осмонов пен М. Мақатаевтың мерейтойларын қосылып тойлады.",
        ["А. Осмонов мерейтойы", "М. Мақатаевтың мерейтойы"],
    ),
    (
        "Алматыда Шыңғыс Айтматовтың 90 жылдығы аталып өтті, оған екі елден қонақ келді.",
        ["Шыңғыс Айтматовтың 90 жылдығы"],
    ),
]


@pytest.mark.parametrize(("text", "names"), JUBILEES)
def test_each_jubilee_is_a_claim(said: Said, text: str, names: list[str]) -> None:
    found = events(said(text))
    assert [c.type for c in found] == ["jubilee"] * len(names)
    assert [c.name for c in found] == names


def test_an_exhibition_in_honour_of_a_jubilee_is_one_event(said: Said) -> None:
    text = "Бішкекте ақынның 90 жылдық мерейтойына орай көрме ашылды."
    assert [(c.type, c.place.name if c.place else None) for c in events(said(text))] == [("exhibition", "Бішкек")]


def test_several_types_of_one_sentence(said: Said) -> None:
    text = "Екі елде көрмелер, концерттер мен ғылыми конференциялар тұрақты түрде өткізіледі."
    assert {(c.type, c.recurrence) for c in events(said(text))} == {
        ("exhibition", "regular"),
        ("concert", "regular"),
        ("conference", "regular"),
    }


def test_date_and_place(said: Said) -> None:
    (found,) = events(said("2024 жылғы 12 маусымда Таразда Қырғызстанның мәдениет күндері өтті."))
    assert (found.date, found.place and found.place.name) == ("2024-06-12", "Тараз")


def test_what_a_report_tells_of_its_day_happened_where_it_is_dated_from(said: Said) -> None:
    text = "Тараз. 20 тамыз.\n\nКеше қалада екі ел суретшілерінің көрмесі ашылды."
    (found,) = events(said(text))
    assert (found.date, found.place and found.place.name) == ("2025-08-20", "Тараз")


def test_no_place_is_lent_to_what_the_text_places_nowhere(said: Said) -> None:
    text = "Астана. Біздің тілші.\n\nҚазақстан мен Қырғызстан Сүйінбайдың 200 жылдығын бірге атап өтті."
    assert [event.place for event in events(said(text))] == [None]
    both = "Қырғызстан мен Қазақстанда екі ел суретшілерінің көрмелері жиі өтіп тұрады."
    assert {event.place for event in events(said(both))} == {None}
