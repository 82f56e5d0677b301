"""Acts whose sentence names no document: they are done to the one told before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Agreement, Claim

Said = Callable[..., list[Claim]]
TOLD = "Қазақстан мен Қырғызстан арасындағы су қоймалары туралы келісімге 2024 жылғы 5 қарашада қол қойылды. "
LONG = "Екі жақтың су шаруашылығы мамандары оны ұзақ талқылады. " * 9


def acts(said: Said, text: str, published: str = "2025-11-05") -> list[str]:
    found = [c for c in said(TOLD + text, published) if isinstance(c, Agreement)]
    return [f"{a.act} {a.status} {a.date}" for a in found[1:]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2025 жылдың 1 шілдесінен заңды күшіне ие болды.", "in_force done 2025-07-01"),
        ("Биыл 1 шілдеде ғана толық күшіне енді.", "in_force done 2025-07-01"),
        ("Келісімнің өзі 2026 жылғы 1 ақпанда күшіне енуі тиіс.", "in_force planned 2026-02-01"),
        ("Күшіне енуі 2026 жылғы ақпанға жоспарланып отыр.", "in_force planned 2026-02"),
        ("Жогорку Кеңештегі ратификация желтоқсанға дейін аяқталмақ.", "ratified planned ../2025-12"),
        ("Ратификация 2025 жылғы 4 наурызда аяқталды.", "ratified done 2025-03-04"),
        ("Аталған құжат 2025 жылғы 4 наурызда ратификациялау рәсімінен өтті.", "ratified done 2025-03-04"),
        ("Құжатты Жогорку Кеңеш 2025 жылғы 4 наурызда ратификациялап берген.", "ratified done 2025-03-04"),
        ("Үкімет құжатты қазанда мақұлдады.", "approved done 2025-10"),
    ],
)
@pytest.mark.parametrize("between", ["", LONG], ids=["at once", "much later"])
def test_the_only_document_is_meant(said: Said, text: str, told: str, between: str) -> None:
    assert acts(said, between + text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Жаңа тариф 2025 жылғы 1 шілдеде күшіне енді.",
        "Үкіметтің қаулысы 2025 жылғы 1 шілдеде күшіне енді.",
        "Министр 2025 жылғы 4 наурызда жарлыққа қол қойды.",
        "Спикер делегацияны қазанда қабылдайды.",
        "Оны Ош қаласы қазанда қабылдады.",
    ],
)
def test_what_is_done_to_something_else(said: Said, text: str) -> None:
    assert acts(said, LONG + text) == []


def test_signing_shares_the_document_of_its_sentence(said: Said) -> None:
    text = "Тараптар 2025 жылғы 3 маусымда Ошта жол картасын құптап, қол алысып, таңбаларын басты."
    assert acts(said, text) == ["signed done 2025-06-03"]


def test_one_day_for_what_is_done_at_once(said: Said) -> None:
    text = "Әкімдер сейсенбіде Ошта бауырлас қалалар туралы меморандумды қуаттады: құжатқа сол жерде қол таңбаланды."
    assert acts(said, text) == ["signed done 2025-11-04"]


def test_years_after_the_head_of_an_entry(said: Said) -> None:
    text = (
        "\n\n2015.\n\nЕкі ел еңбек туралы шарт жасасты, оны қырғыз парламенті араға үш жыл салып ратификациялады.\n\n"
        "2020.\n\nШілденің басында әкімдер Таразда бауырластық туралы меморандумға мөр басты."
    )
    assert acts(said, text) == ["signed done 2015", "ratified done 2018", "signed done 2020-07"]


def test_days_below_the_years_of_a_chronicle(said: Said) -> None:
    text = (
        "\n\n2015\n\n14 маусым. Ташкентте Қазақстан мен Өзбекстан басшылары сенім туралы шартты бекемдеді.\n\n"
        "2020\n\n3 шілде. Министрлер Ошта көлік туралы хаттамаға қол қойды."
    )
    assert acts(said, text) == ["signed done 2015-06-14", "signed done 2020-07-03"]


@pytest.mark.parametrize("verb", ["бекіген болатын", "бекіді", "мөрленген еді", "шегеленген"])
def test_built_whatever_the_verb(said: Said, verb: str) -> None:
    text = f"Электрон төлем туралы меморандум 2024 жылғы 5 желтоқсанда Бішкекте {verb}."
    assert acts(said, text) == ["signed done 2024-12-05"]


def test_no_day_of_its_own_no_act(said: Said) -> None:
    assert acts(said, "Бүгін Ошта министрлер кездесті. Айып төлеу туралы хаттама да сұралды.") == []


def test_a_month_gone_by_beside_a_paper_s_years(said: Said) -> None:
    text = "«Бір жол» бағдарламасы 2025–2026 жылдарға есептелген, оны екі елдің министрлері мамырда бекітті."
    assert acts(said, text) == ["approved done 2025-05"]
