"""Chronicles: what a date at the head of an entry gives to what is told below it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

HEAD = "Қазақстан мен Қырғызстан: байланыстар шежіресі\n2024 жылғы 1 желтоқсан\n\n"
TOLD = "Екі елдің өзара саудасы {} млн долларға жетті. Мамырда Бішкекте екі елдің сыртқы істер министрлері кездесті."


def entries(head: str, years: tuple[int, ...] = (2019, 2021, 2023)) -> str:
    return HEAD + "\n\n".join(head.format(year) + TOLD.format(700 + year % 100) for year in years)


def periods(claims: list[Any]) -> list[str | None]:
    return [c.quantity and c.period for c in claims if c.kind == "figure"]


@pytest.mark.parametrize(
    "head",
    ["{}\n", "{} жыл\n", "{}-жыл\n", "{} ж.\n", "{} жыл:\n", "– {} –\n", "{} жыл. ", "{}-жыл. ", "{} – ", "{} жыл – ", "{}: "],
)  # fmt: skip
def test_a_year_at_the_head_of_an_entry_is_its_time(said: Callable[..., list[Any]], head: str) -> None:
    claims = said(entries(head))
    assert periods(claims) == ["2019", "2021", "2023"]
    assert [c.date for c in claims if c.kind == "meeting"] == ["2019-05", "2021-05", "2023-05"]


def test_the_newest_may_stand_first(said: Callable[..., list[Any]]) -> None:
    assert periods(said(entries("{}\n", (2023, 2020, 2018)))) == ["2023", "2020", "2018"]


def test_a_month_may_head_an_entry(said: Callable[..., list[Any]]) -> None:
    claims = said(entries("{} жылғы наурыз\n"))
    assert periods(claims) == ["2019-03", "2021-03", "2023-03"]


def test_a_time_of_its_own_goes_before(said: Callable[..., list[Any]]) -> None:
    text = HEAD + "2019\nЕкі елдің өзара саудасы 2018 жылы 860 млн доллар болды.\n\n2021\n" + TOLD.format(990)
    assert periods(said(text)) == ["2018", "2021"]


def test_what_comes_after_the_last_entry_is_of_no_entry(said: Callable[..., list[Any]]) -> None:
    text = (
        entries("{}\n") + "\n\nӨзара сауда туралы осындай.\n\nҚазақстанның Қырғызстанға инвестициясы 1,2 млрд доллар.\n"
    )
    assert periods(said(text))[-1] is None


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "2019\n" + TOLD.format(860),  # one year alone is none
        HEAD + TOLD.format(860) + "\n\n2019\n2020\n2021\n2022\n",  # an archive's menu
        HEAD + "2019\n" + TOLD.format(860) + "\n\n2019\n" + TOLD.format(900),  # the same year twice
    ],
)
def test_a_year_that_heads_no_entry_dates_nothing(said: Callable[..., list[Any]], text: str) -> None:
    assert "2019" not in periods(said(text))
