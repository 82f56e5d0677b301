"""Numbers as the page's language writes them, dates in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from qatynas.model import Quantity
from qatynas.model.quantity import Qualifier
from qatynas.publish.labels import speaking
from qatynas.publish.writing import THIN, date_words, number, quantity, scaled


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1260.5", "1 260,5"),
        ("2766", "2 766"),
        ("195", "195"),
        ("0.5", "0,5"),
        ("-4", "−4"),
        ("1000000", "1 000 000"),
        ("0", "0"),
        ("12.50", "12,5"),
    ],
)
def test_numbers(value: str, written: str) -> None:
    with speaking("kk-Cyrl"):
        assert number(Decimal(value)).replace(THIN, " ") == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1700000000", "1,7 млрд"),
        ("1260000000", "1,26 млрд"),
        ("1260500000", "1 260,5 млн"),
        ("796200000", "796,2 млн"),
        ("1147176217.5", "1 147,2 млн"),
        ("2766", "2 766"),
        ("12.5", "12,5"),
        ("66.67", "66,7"),
        ("158000000000", "158 млрд"),
    ],
)
def test_scales(value: str, written: str) -> None:
    with speaking("kk-Cyrl"):
        assert scaled(Decimal(value)).replace(THIN, " ") == written


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "measure", "written"),
    [
        ("19", "percent", "exact", "growth", "+19 %"),
        ("-4", "percent", "exact", "growth", "−4 %"),
        ("2", "times", "over", "multiple", "> 2 ×"),
        ("1260000000", "USD", "about", "level", "≈ 1,26 млрд доллар"),
        ("304300000", "m3", "exact", "level", "304,3 млн м³"),
        ("900000000", "kWh", "under", "level", "< 900 млн кВт·сағ"),
        ("2000", "person", "about", "level", "≈ 2 000"),
        ("5", "XYZ", "exact", "level", "5 XYZ"),
        ("3", "", "exact", "level", "3"),
    ],
)
def test_quantities(value: str, unit: str, qualifier: str, measure: str, written: str) -> None:
    said = Quantity(Decimal(value), unit, None, None, Qualifier(qualifier))
    with speaking("kk-Cyrl"):
        assert quantity(said, measure).replace(THIN, " ") == written


@pytest.mark.parametrize(
    ("value", "unit", "measure", "written"),
    [
        ("1700000000", "USD", "level", "1.7 billion USD"),
        ("1260500000", "USD", "level", "1,260.5 million USD"),
        ("304300000", "m3", "level", "304.3 million m³"),
        ("19.5", "percent", "growth", "+19.5%"),
        ("-4", "percent", "growth", "−4%"),
        ("12.5", "percent", "share", "12.5%"),
        ("2", "times", "multiple", "2×"),
        ("2766", "person", "level", "2,766"),
    ],
)
def test_quantities_in_english(value: str, unit: str, measure: str, written: str) -> None:
    said = Quantity(Decimal(value), unit, None, None, Qualifier.EXACT)
    assert quantity(said, measure).replace("\u00a0", " ") == written


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024", "2024"),
        ("2025-08-22", "22 August 2025"),
        ("2025-08", "August 2025"),
        ("2025-01/2025-05", "January–May 2025"),
        ("2025-03-27/2025-03-28", "27–28 March 2025"),
        ("2025-03-30/2025-04-02", "30 March–2 April 2025"),
        ("2010/2025", "2010–2025"),
        ("2024-11/2025-02", "November 2024 – February 2025"),
        ("../2030", "by 2030"),
        ("2025/..", "since 2025"),
        ("2026~", "about 2026"),
        ("2025-24", "winter 2025/26"),
        ("1999-24", "winter 1999/00"),
        ("2025-22", "summer 2025"),
        (None, ""),
        ("soon", "soon"),
    ],
)
def test_dates(edtf: str | None, words: str) -> None:
    assert date_words(edtf) == words
