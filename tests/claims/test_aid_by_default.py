"""Help without a word for help: what is only sent to help, what people are given, more of the same, and deeds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Aid, Claim

Said = Callable[..., list[Claim]]

HELP = [
    ("2021 жылы көктемде Қазақстан қырғыз дәрігерлеріне 20 мың дана қорғаныс киімін жіберді.", "KAZ>KGZ 2021-21"),
    ("Қырғызстан ақпанда Абай облысына екі тікұшақ пен 40 құтқарушысын жіберді.", "KGZ>KAZ 2025-02"),
    ("Былтыр шілдеде Баткенге қазақ жағы 15 өрт сөндіруші аттандырды.", "KAZ>KGZ 2024-07"),
    ("2021 жылдың күзінде қырғыз елі көршісіне 30 мың доза екпе берген.", "KGZ>KAZ 2021-23"),
    ("Қазақстан былтыр Нарын ауруханасына екі томограф сыйға тартты.", "KAZ>KGZ 2024"),
    ("2010 жылғы жазда Қазақстан Өзген мен Баткеннің тұрғындарына мың тонна ұн жіберді.", "KAZ>KGZ 2010-22"),
    ("Біздің хирургтар наурызда Ошта жиырма балаға тегін ота жасады.", "KAZ>KGZ 2025-03"),
    ("2021 жылғы мамырда қырғыз дәрігерлері Жамбыл облысында бір ай науқас емдеді.", "KGZ>KAZ 2021-05"),
]


@pytest.mark.parametrize(("text", "expected"), HELP)
def test_help_is_told(said: Said, text: str, expected: str) -> None:
    assert [f"{c.from_}>{c.to} {c.date}" for c in said(text) if isinstance(c, Aid)] == [expected]


MORE = [
    (
        "Сел жүрген Баткенге Қазақстан 2025 жылғы 3 тамызда 40 тонна азық-түлік жіберді. Артынан пойыз тағы 90 тонна ұн алып барды.",
        "2025-08",
    ),
    ("Қазақстан былтыр қырғыз көршісіне 25 мың доза вакцина жіберді. Енді тағы 60 мың доза бермек.", None),
]


@pytest.mark.parametrize(("text", "date"), MORE)
def test_more_of_the_same_without_a_day(said: Said, text: str, date: str | None) -> None:
    found = [c for c in said(text) if isinstance(c, Aid)]
    assert len(found) == 2
    assert found[1].date == date


NOTHING = [
    "Қазақстан Қырғызстанға 400 мың тонна бидай жіберді.",
    "Екі ел бір-біріне мал дәрілерін сатады.",
    "Қырғыз ағайынға 600 мың тонна отын жөнелтілді.",
    "Көрші елден елу құтқарушы келеді деп күтілуде.",
    "Қазақ дәрігерлері Алматыда науқас емдеді.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_help(said: Said, text: str) -> None:
    assert not [c for c in said(text) if isinstance(c, Aid)]
