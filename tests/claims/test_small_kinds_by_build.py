"""Awards, exchanges and relations told by the build of the sentence, whatever the verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Award, Claim, Community, Exchange, Relation

Said = Callable[..., list[Claim]]


def awards(said: Said, text: str, published: str = "2025-12-16") -> list[str]:
    found = [c for c in said(text, published) if isinstance(c, Award)]
    return [f"{a.name} | {a.to} | {a.by} | {a.date}" for a in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Кеше қырғыз сахнасының шебері Қайрат Әлмешев «Шапағат» медалімен мақталды.",
            "Шапағат | Қайрат Әлмешев | None | 2025-12-15",
        ),
        (
            "Кеше қырғыз ақыны Айбек Сыдықов «Достық» орденімен құрметтелді.",
            "Достық | Айбек Сыдықов | None | 2025-12-15",
        ),
        (
            "Бүгін қырғыз министрі Таалай Осмонов сәуірдегі тасқында көзге түскен сегіз қазақстандық құтқарушыға "
            "«Эрдик» медалін табыстады.",
            "Эрдик | сегіз қазақстандық құтқарушы | Таалай Осмонов | 2025-12-16",
        ),
        ("Былтыр Бішкекте Нұрлан Серікбаевқа «Данакер» ордені берілді.", "Данакер | Нұрлан Серікбаев | None | 2024"),
        (
            "Қазақ хирургі Бақыт Сәрсенбай кеше Бішкекте «Қырғыз Республикасының еңбек сіңірген дәрігері» атанды.",
            "Қырғыз Республикасының еңбек сіңірген дәрігері | Бақыт Сәрсенбай | None | 2025-12-15",
        ),
        (
            "Былтыр осы додада қазақстандық Дария Нұрпейіс «Алтын сазген» сыйлығын олжалаған.",
            "Алтын сазген | Дария Нұрпейіс | None | 2024",
        ),
        (
            "Кеше Қырғызстанның мәдениет министрі Алтынбек Мақсұтов «Алтын қобыз» сыйлығын өз қолымен Айдос "
            "Рахымовқа ұстатты.",
            "Алтын қобыз | Айдос Рахымов | Алтынбек Мақсұтов | 2025-12-15",
        ),
        (
            "Бүгін Мемлекет басшысы қырғыз әншісі Гүлнар Сүлейменоваға «Достық» орденін берді.",
            "Достық | Гүлнар Сүлейменова | Мемлекет басшысы | 2025-12-16",
        ),
    ],
)
def test_awards(said: Said, text: str, expected: str) -> None:
    assert awards(said, text) == [expected]


def test_an_award_for_each_of_them(said: Said) -> None:
    text = (
        "Қырғыз әншісі Гүлнар Сүлейменоваға «Достық» ордені берілді. Қырғыз шебері Қайрат Әлмешев «Шапағат» медалімен "
        "мақталды. Екі жыл бұрын оларға Бішкек «Эркиндик» медалін тапсырған."
    )
    given = [a.split(" | ")[1:3] for a in awards(said, text) if a.startswith("Эркиндик")]
    assert sorted(given) == [["Гүлнар Сүлейменова", "Бішкек"], ["Қайрат Әлмешев", "Бішкек"]]


def exchanges(said: Said, text: str) -> list[str]:
    found = [c for c in said(text, "2025-08-22") if isinstance(c, Exchange)]
    return [f"{e.commodity} {e.from_}>{e.to} {e.season} {e.recurrence}" for e in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Екі ел жыл сайын бір-бірінің отыз бес талапкерін тегін оқытады.",
            ["education.grants KAZ>KGZ None yearly", "education.grants KGZ>KAZ None yearly"],
        ),
        ("Бішкек жыл сайын біздің 20 түлекті тегін қабылдайды.", ["education.grants KGZ>KAZ None yearly"]),
        (
            "Жыл сайын ақпанда Нарын каскады әлсірегенде Қазақстан көршісіне электр жіберіп, маусым туа сол қарызын "
            "сумен алады.",
            ["electricity KAZ>KGZ winter yearly", "water KGZ>KAZ summer yearly"],
        ),
        (
            "Қырғызстан аумағындағы су қоймаларынан Қазақстанның оңтүстігіне жыл сайын су жіберіледі.",
            ["water KGZ>KAZ None yearly"],
        ),
    ],
)
def test_exchanges(said: Said, text: str, expected: list[str]) -> None:
    assert exchanges(said, text) == expected


def relations(said: Said, text: str) -> list[str]:
    found = [c for c in said(text, "2025-01-22") if isinstance(c, Relation)]
    return [f"{r.type} {r.status} {r.date}" for r in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Оштағы консулдығымыз 2004 жылдың күзінде құрылған.", "consulate done 2004-23"),
        ("Министр 2023 жылы ашқан Ош консулдығы да аталды.", "consulate done 2023"),
        ("Бішкектегі елшілігіміз 1993 жылы шаңырақ көтерді.", "embassy done 1993"),
        ("Қырғызстанда, Ошта бас консулдық ашамыз, ол сәуірде іске кіріседі.", "consulate planned 2025-04"),
        ("Қырғызстанның Алматыдағы консулдығы наурызда жұмысқа кіріседі.", "consulate planned 2025-03"),
        (
            "Екі ел арасында дипломатиялық байланыс 1992 жылғы 15 қазанда рәсімделген.",
            "diplomatic_relations done 1992-10-15",
        ),
    ],
)
def test_relations(said: Said, text: str, expected: str) -> None:
    assert relations(said, text) == [expected]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2008 жылы Ақтауда құжатын түзеген «Ала-Тоо» қырғыз мәдени орталығы концерт берді.", "2008"),
        ("Қарақолдағы «Бәйтерек» қазақ мәдени орталығы 2012 жылдан бері меймандарды қарсы алады.", "2012"),
        ("Бішкектегі «Атажұрт» қазақ мәдени орталығы 1997 жылдан бері ән-күй кешін өткізеді.", "1997"),
    ],
)
def test_communities(said: Said, text: str, date: str) -> None:
    assert [c.date for c in said(text, "2025-07-09") if isinstance(c, Community)] == [date]


def test_a_years_grants_are_a_figure(said: Said) -> None:
    assert exchanges(said, "Астана былтыр қырғыз жастарына грант берді, Бішкек те қазақ жастарына квота берді.") == []
