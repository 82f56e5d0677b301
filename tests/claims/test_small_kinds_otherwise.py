"""Awards, help and works as other hands tell them."""

from __future__ import annotations

import pytest

from qatynas.model import Aid, Award, Project

AWARDS = [
    ("Былтыр Садыр Жапаровтың омырауына «Достық» ордені тағылса, биыл Қасым-Жомарт Тоқаев «Манас» орденінің иегері атанды.", "Достық>Садыр Жапаров Манас>Қасым-Жомарт Тоқаев"),
    ("Қазақ ғалымы Болат Өтегенов 2019 жылы қырғыздың «Даңақер» орденін тақты.", "Даңақер>Болат Өтегенов"),
    ("«Манас» орденін Қасым-Жомарт Тоқаевқа Садыр Жапаров сол күні салтанатты жағдайда өзі тапсырды.", "Манас>Қасым-Жомарт Тоқаев"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), AWARDS)
def test_awards_told_otherwise(said, text: str, expected: str) -> None:
    assert " ".join(f"{c.name}>{c.to}" for c in said(text) if isinstance(c, Award)) == expected


HELP = [
    ("2024 жылғы наурызда су басқан Ақтөбе мен Атырауға Бішкек көмек керуенін аттандырды.", "KGZ>KAZ 2024-03"),
    ("2010 жылғы оқиғадан кейін Қазақстан Ошқа 9 мың тонна жанармай аттандырды.", "KAZ>KGZ 2010"),
    ("Бірлестік Ошта жастарға тілмаштық көмек көрсетеді.", ""),
    ("Министрлік таратқан ақпаратқа қарағанда, Қырғызстаннан 9 млн текше метр су келген.", ""),
]


@pytest.mark.parametrize(("text", "expected"), HELP)
def test_help_told_otherwise(said, text: str, expected: str) -> None:
    assert " ".join(f"{c.from_}>{c.to} {c.date}" for c in said(text) if isinstance(c, Aid)) == expected


WORKS = [
    ("Екі ел бірлесіп қолға алған Шілік каналын қалпына келтіру мамырда тәмамдалды.", "done 2025-05"),
    ("Бірлескен Шілік тоғанының қақпалары былтыр қазанда түгел ауыстырылды.", "done 2024-10"),
    ("Бірлескен Шілік тоғанын салу қазанға ауыстырылды.", "planned 2025-10"),
    ("Екі елге ортақ Шілік тоғанының құрылысы күзде басталады.", "planned 2025-23"),
    ("Қырғызстанда қазақ қаржысына 860 орындық мектеп 2013 жылы ашылды.", "done 2013"),
]


@pytest.mark.parametrize(("text", "expected"), WORKS)
def test_works_told_otherwise(said, text: str, expected: str) -> None:
    assert " ".join(f"{c.stage} {c.date}" for c in said(text) if isinstance(c, Project)) == expected
