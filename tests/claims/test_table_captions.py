"""The unit of a small table, wherever its caption says it."""

from __future__ import annotations

import pytest

from qatynas.claims import extract
from qatynas.read import read_bytes

_TEXT = """Сауда шолуы
2025 жылғы 18 ақпан
Қазақстан мен Қырғызстан арасындағы сауда туралы жаңа деректер шықты.

{}
Көрсеткіш | 2022 | 2023 | 2024
Экспорт | 813,2 | 1 060,0 | 1 254,1
Импорт | 396,4 | 447,3 | …
"""


@pytest.mark.parametrize(
    "caption",
    [
        "1-кесте. Қазақстанның Қырғыз Республикасымен өзара саудасы, млн АҚШ долл.",
        "Кесте 3. Қазақстанның Қырғызстанмен саудасы, $ млн",
        "Қазақстанның Қырғызстанмен саудасы, млн долл.",
        "Қазақстан мен Қырғызстан саудасы (АҚШ долларымен, млн)",
        "Қазақстанның Қырғызстанмен өзара саудасы, USD млн",
    ],
)
def test_the_caption_gives_the_unit(caption: str) -> None:
    found = extract(read_bytes(_TEXT.format(caption).encode(), "table.txt")).claims
    values = [(r["indicator"], r["value"], r["unit"]) for c in found if (r := c.row())["kind"] == "figure"]
    assert ("trade.export", 1254100000, "USD") in values
    assert ("trade.import", 396400000, "USD") in values
    assert len(values) == 5
