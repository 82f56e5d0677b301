"""What a number counts by what is told around it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Figures = Callable[..., list[str]]
FLOOD = "Сәуірде тасқыннан зардап шеккен Ақтөбеге қырғыз ағайындар 40 тонна ұн жіберді. "


@pytest.mark.parametrize(
    ("text", "value", "indicator"),
    [
        (FLOOD + "Кеше Оштан тағы 16 миллион сом жетті.", "16000000", "aid.value"),
        (FLOOD + "Оның құны 12 миллион теңге.", "12000000", "aid.value"),
        (FLOOD + "Мамырда тағы 500 тонна күріш жіберілмек.", "500", "aid.mass"),
        (FLOOD + "Былтыр Қырғызстанға экспорт 900 миллион доллар болды.", "900000000", "trade.export"),
        ("Былтырғы өзара сауда 1,6 миллиард доллар болды. Соның үштен екісі – экспортымыз.", "66.67", "trade.export"),
        ("Былтырғы өзара сауда 1,6 миллиард доллар болды. Оның 40 пайызы – Қырғызстаннан импорт.", "40", "trade.import"),
        ("Қырғыз туризм қоры есеп берді. Былтыр 1,6 миллион қазақстандық тіркелген.", "1600000", "tourism.visitors"),
        ("Туристер: Қазақстаннан барғандар – 1 900 000 адам.", "1900000", "tourism.visitors"),
        ("Былтыр Ыстықкөлге Қазақстаннан 1,2 миллион турист барды. Биыл 1,4 миллион адам күтіледі.", "1400000", "tourism.visitors"),
        ("Қырғызстанда 34 мың қазақ тұрады. Былтыр 900 отбасы келді.", "34000", "other"),
        ("Алматыда 85 қырғыз студенті оқиды, бестен бірі грантта.", "20", "education.students"),
        ("Былтыр екі елдің саудасы 1,6 млрд доллар болды. Әр қонақ екі ел арасында 180 доллар жұмсаған.", "180", "other"),
        ("Киров қоймасында 340 млн текше метр су бар. Көктемде бізге 180 миллион текше метр жіберіледі.", "180000000", "water.volume"),
    ],
)  # fmt: skip
def test_indicator(text: str, value: str, indicator: str, figures: Figures) -> None:
    found = [line for line in figures(text) if f" {value} " in line]
    assert found, figures(text)
    assert found[-1].startswith(indicator), found
