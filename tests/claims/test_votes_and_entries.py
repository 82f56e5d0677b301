"""What a chamber voted on, visits put off, and meetings that a chronicle or a plan tells without a verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Agreement, Claim, Meeting

Said = Callable[..., list[Claim]]
DAY = "2025-06-10"
WATER = "Қазақстан мен Қырғызстан арасындағы су туралы келісімді ратификациялау туралы заң жобасы"
BOTH = "Бүгін Мәжіліс екі құжатты қарады: Қазақстан мен Қырғызстан арасындағы су туралы келісім және кеден туралы хаттама. "
LAW = "law approved Су туралы келісімді ратификациялау туралы заң"


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (BOTH + "Палата екі құжатты да мақұлдады.", ["agreement approved Су туралы келісім", "protocol approved Кеден туралы хаттама"]),
        (BOTH + "Пікірталас ұзаққа созылды. Біреулер күмәнін айтты. Палата екеуін де мақұлдады.", ["agreement approved Су туралы келісім", "protocol approved Кеден туралы хаттама"]),
        (BOTH + "Ақыры екі құжат та Мәжілісте ратификацияланды.", ["agreement ratified Су туралы келісім", "protocol ratified Кеден туралы хаттама"]),
        (f"Күн тәртібінде – {WATER}. Баяндама тыңдалды. Сұрақ көп болды. Депутаттар пікір айтты. Заң мақұлданды.", [LAW]),
        (f"Мәжілісте {WATER} талқыланды. Заң қабылданды.", [LAW]),
        (f"Мәжілісте {WATER} талқыланды. Заң жобасы мақұлданып, Сенатқа жолданды.", [LAW]),
        (f"Мәжілісте {WATER} талқыланды. Депутаттар заңды қабылдады.", [LAW]),
        (f"Мәжілісте {WATER} талқыланды. Құжат мақұлданды.", ["agreement ratified Су туралы келісім"]),
        ("Мәжіліс бүгін бюджетті қарады. Заң мақұлданды.", []),
        (f"Мәжілісте {WATER} талқыланды. Заң мақұлданған жоқ.", []),
    ],
)  # fmt: skip
def test_voted_on(said: Said, text: str, acts: list[str]) -> None:
    found = [c for c in said(text, DAY) if isinstance(c, Agreement)]
    assert [f"{c.type} {c.act} {c.title}" for c in found] == acts
    assert {c.date for c in found} <= {DAY}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Шекара туралы шарт 2001 жылы Астанада жасалды, ол 2003 жылдан заңды күшке ие.", ("in_force", "2003")),
        ("Визасыз мерзімді ұзарту келісімі дайын тұр, бірақ оған қол қойылмай қалды.", ("prepared", None)),
    ],
)
def test_state_of_a_paper(said: Said, text: str, told: tuple[str, str | None]) -> None:
    assert told in [(c.act, c.date) for c in said(text, DAY) if isinstance(c, Agreement)]


def meetings(said: Said, text: str) -> list[str]:
    found = [c for c in said(text, DAY) if isinstance(c, Meeting)]
    return [f"{c.type} {c.status} {c.date} {c.host or '-'} {c.place.name if c.place else '-'}" for c in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Нұрланбек Тұрғынбековтің осы аптаға белгіленген Астана сапары күзге, дәлірек айтқанда, 9–10 қазанға шегерілді.", "visit planned 2025-10-09/2025-10-10 KAZ Астана"),
        ("Қырғызстан премьер-министрінің Астанаға сапары шілдеден қыркүйекке ауыстырылды.", "visit planned 2025-09 KAZ Астана"),
        ("Садыр Жапаровтың Қазақстанға маусымда өтуі тиіс мемлекеттік сапары күзге шегерілді.", "state_visit planned 2025-23 KAZ -"),
        ("Садыр Жапаровтың Астанаға мамырдағы сапары шілдеге ауысқан.", "visit planned 2025-07 KAZ Астана"),
        ("Астана сапары 9 қазанға шегерілді.", "visit planned 2025-10-09 KAZ Астана"),
        ("Былтырғы желтоқсанға жоспарланған Қ. Тоқаевтың сапары ағымдағы жылдың күзіне жылжыды.", "visit planned 2025-23 - -"),
        ("Жапаровтың биыл көктемде күтілген сапары күзге сырғытылды.", "visit planned 2025-23 - -"),
        ("2021, 24–25 қазан — Садыр Жапаровтың Астанаға мемлекеттік сапары.", "state_visit done 2021-10-24/2021-10-25 KAZ Астана"),
        ("• 2021 жылғы 24 қазан – Садыр Жапаровтың Астанаға мемлекеттік сапары.", "state_visit done 2021-10-24 KAZ Астана"),
        ("2024 ж. 19 сәуір — Қасым-Жомарт Тоқаевтың Бішкекке ресми сапары.", "official_visit done 2024-04-19 KGZ Бішкек"),
        ("2022, 26 мамыр: Тоқаевтың Бішкек сапары.", "visit done 2022-05-26 KGZ Бішкек"),
        ("2023 жылғы мамыр – Қырғызстан президентінің Астанаға жұмыс сапары, екі құжатқа қол қойылды.", "working_visit done 2023-05 KAZ Астана"),
        ("2020 жылғы 12 наурыз – екі ел президенттерінің Алматыдағы кездесуі.", "talks done 2020-03-12 KAZ Алматы"),
        ("2022, 14 қазан — Үкіметаралық кеңестің оныншы отырысы.", "session done 2022-10-14 - -"),
        ("2025, 14 қазан — Үкіметаралық кеңестің он екінші отырысы.", "session planned 2025-10-14 - -"),
        ("Келесі форум – қыркүйекте Ошта.", "forum planned 2025-09 KGZ Ош"),
        ("Министр Садыр Жапаровтың наурызда Астанаға келетінін хабарлады.", "visit planned 2026-03 KAZ Астана"),
        ("Вице-премьер Садыр Жапаровтың көктемде, наурыз соңында, Түркістанға келетінін айтып қалды.", "visit planned 2026-03 KAZ Түркістан"),
        ("Қырғыз президенті Садыр Жапаровтың 5 шілдеде Түркістанға келетіні белгілі болды.", "visit planned 2025-07-05 KAZ Түркістан"),
        ("Тоқаевтың 3 шілдеде Бішкекке барғанын министр растады.", "visit done 2024-07-03 KGZ Бішкек"),
        ("Елші Тоқаевтың күзде Бішкекке баратынын айтты.", "visit planned 2025-23 KGZ Бішкек"),
        ("Садыр Жапаров күзде Астанаға келеді.", "visit planned 2025-23 KAZ Астана"),
    ],
)  # fmt: skip
def test_put_off_and_told_without_a_verb(said: Said, text: str, told: str) -> None:
    assert meetings(said, text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "2021–2022 — өзара сапарлар.",
        "Садыр Жапаровтың Астанаға келетінін ешкім растаған жоқ.",
        "Келесі форум – тағы да сұрақ.",
        "Нұрлан Байбазаровтың Бішкек сапары екі аптаға шегерілді.",
        "2024 жылғы 19 сәуір – екі ел кездесуінің қорытындысы шыққан күн.",
    ],
)
def test_no_meeting(said: Said, text: str) -> None:
    assert meetings(said, text) == []


def test_offices_are_of_the_day_told(said: Said) -> None:
    text = "2019 жылғы 28 қарашада Қазақстан мен Қырғызстан президенттері Бішкекте кездесті."
    found = [c for c in said(text, DAY) if isinstance(c, Meeting)]
    assert found[0].participants == ("Қасым-Жомарт Тоқаев", "Сооронбай Жээнбеков")
