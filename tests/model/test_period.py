"""Dates and periods span the days that EDTF says."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qatynas.model import Period


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-08-22", date(2025, 8, 22), date(2025, 8, 22)),
        ("2025-01/2025-05", date(2025, 1, 1), date(2025, 5, 31)),
        ("2010/2025", date(2010, 1, 1), date(2025, 12, 31)),
        ("../2030", None, date(2030, 12, 31)),
        ("2024-07/..", date(2024, 7, 1), None),
        ("2026~", date(2026, 1, 1), date(2026, 12, 31)),
        ("2025-21", date(2025, 3, 1), date(2025, 5, 31)),
        ("2026-24", date(2026, 12, 1), date(2027, 2, 28)),
    ],
)
def test_bounds(edtf: str, first: date | None, last: date | None) -> None:
    period = Period(edtf)
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize(
    "edtf", ["", "25", "2025-13", "2025-02-30", "../..", "2024/2025/2026", "22.08.2025", "2025-8", "2030/2020"]
)
def test_no_period(edtf: str) -> None:
    with pytest.raises(ValueError, match=r"no (EDTF|day)|ends before"):
        Period(edtf)


def test_part_of_a_year_is_no_full_year() -> None:
    assert Period("2025").is_full_year
    assert not Period("2025").is_part_year
    assert Period("2025-01/2025-05").is_part_year
    assert not Period("2024/2025").is_part_year
    assert not Period("2025-08-22").is_part_year


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.dates(date(1000, 1, 1), date(9000, 1, 1)))
def test_a_day_lies_in_its_month_and_year(one: date, other: date) -> None:
    day = Period(one.isoformat())
    assert Period(one.isoformat()[:7]).contains(day)
    assert Period(str(one.year).zfill(4)).contains(day)
    start, end = sorted((one, other))
    assert Period(f"{start.isoformat()}/{end.isoformat()}").contains(day)


@given(st.text(max_size=12))
def test_any_text_is_a_period_or_a_value_error(text: str) -> None:
    try:
        period = Period(text)
    except ValueError:
        return
    assert period.first is None or period.last is None or period.first <= period.last
