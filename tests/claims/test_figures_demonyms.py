"""Those who are called by their state or town are people wherever no noun follows that they only describe."""

from __future__ import annotations

from pathlib import Path

import pytest

from qatynas.claims import extract
from qatynas.model import Figure
from qatynas.read import read_bytes

LEAD = "Қазақстан мен Қырғызстан 2025 жылғы 3 қыркүйекте еңбек көші-қонын талқылады. "


def units(text: str) -> list[str]:
    found = extract(read_bytes(f"Көршілер\n\n2025 жылғы 4 қыркүйек\n\n{LEAD}{text}\n".encode(), str(Path("a.txt"))))
    return [claim.quantity.unit for claim in found.claims if isinstance(claim, Figure)]


@pytest.mark.parametrize(
    "text",
    [
        "Қазір бізде 63 мың қырғызстандық ресми еңбек етеді.",
        "Былтыр Ыстықкөлде 640 мың қазақстандық тынығып оралды.",
        "Форумда 70 алматылық өз өнімін көрсетті.",
        "Оларға 25 қырғызстандық биыл қосылды.",
        "Бішкекте 900 қазақстандық тұрақты тұрады.",
        "Былтыр шекарадан 12 мың қырғызстандық заңсыз өткен.",
        "Биыл Алматыда 310 қырғызстандық тегін емделді.",
    ],
    ids=range(7),
)
def test_people_called_by_their_state(text: str) -> None:
    assert units(text) == ["person"]


@pytest.mark.parametrize(
    "text",
    [
        "Елде 45 қырғызстандық компания тіркелген.",
        "Бішкекте 300 қазақстандық кәсіпорын жұмыс істейді.",
        "Біздің нарықта 20 қырғызстандық өнім бар.",
    ],
    ids=range(3),
)
def test_what_only_comes_from_there(text: str) -> None:
    assert units(text) == ["count"]
