"""Laws between amounts: balances, shares of a whole, both sides' sales, offices' own statistics."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from checks.worlds import figure, seen, told

from qatynas.checks.listing import arithmetic
from qatynas.checks.offices import reporter_of
from qatynas.checks.wholes import whole_of
from qatynas.model import Figure
from qatynas.model.finding import Finding, Grade


def found(*claims: Figure) -> list[Finding]:
    return list(arithmetic(seen(told(*claims))))


def grades(*claims: Figure) -> list[str]:
    return [str(one.grade) for one in found(*claims)]


def balance(value: str, **more: Any) -> Figure:
    return figure("trade.balance", value, "2024", **({"from_": "KAZ", "to": "KGZ"} | more))


def share(value: str, of: str, low: str, high: str, **more: Any) -> Figure:
    indicator = more.pop("indicator", "trade.export")
    return figure(indicator, value, "2024", low=low, high=high, measure="share", unit="percent", of=of, **more)


EXPORT, IMPORT = figure("trade.export", "1200", "2024"), figure("trade.import", "500", "2024")


def test_a_balance_is_exports_less_imports() -> None:
    assert grades(EXPORT, IMPORT, balance("700")) == ["consistent"]
    (clash,) = found(EXPORT, IMPORT, balance("650"))
    assert clash.grade is Grade.CONTRADICTION
    assert len(clash.cited) == 3
    assert clash.heal is not None


def test_a_balance_holds_in_the_statistics_of_either_side() -> None:
    theirs = [
        figure("trade.import", "900", "2024", from_="KAZ", to="KGZ"),
        figure("trade.export", "400", "2024", from_="KGZ", to="KAZ"),
    ]
    assert grades(*theirs, balance("500")) == ["consistent"]
    assert grades(*theirs, balance("800")) == ["contradiction"]
    assert grades(*theirs, balance("800", reporter="KAZ")) == []


def test_a_balance_follows_from_turnover_and_exports() -> None:
    turnover = figure("trade.turnover", "1700", "2024")
    (only,) = found(turnover, EXPORT, balance("700"))
    assert only.grade is Grade.CONSISTENT
    assert {(one.low, one.high) for one in only.narrowed if "import" in one.name} == {(Decimal(500), Decimal(500))}


def test_a_balance_that_names_no_sides_binds_nothing() -> None:
    assert grades(EXPORT, IMPORT, balance("650", from_=None, to=None)) == []


def test_a_share_of_a_whole_is_a_part() -> None:
    wheat = figure("trade.export", "360", "2024", product="бидай")
    thirty = share("30", "экспорттың", "29.5", "30.5", product="бидай")
    assert grades(EXPORT, wheat, thirty) == ["consistent"] or grades(EXPORT, wheat, thirty) == []
    (clash,) = found(EXPORT, figure("trade.export", "500", "2024", product="бидай"), thirty)
    assert clash.grade is Grade.CONTRADICTION
    assert len(clash.cited) == 3


def test_a_share_tells_a_part_that_nobody_counts() -> None:
    (only,) = found(EXPORT, share("30", "экспорттың", "29.5", "30.5", product="бидай"))
    (left,) = only.narrowed
    assert (left.low, left.high) == (Decimal(354), Decimal(366))


def test_exports_as_a_share_of_the_turnover() -> None:
    turnover = figure("trade.turnover", "1700", "2024")
    assert grades(turnover, EXPORT, share("70", "тауар айналымының", "69.5", "71")) in ([], ["consistent"])
    assert grades(turnover, EXPORT, share("80", "тауар айналымының", "79.5", "80.5")) == ["contradiction"]


@pytest.mark.parametrize(
    ("of", "more", "whole"),
    [
        ("экспорттың", {"product": "көмір"}, "trade.export"),
        ("екі елдің өзара тауар айналымының", {}, "trade.turnover"),
        ("сауда айналымында", {}, "trade.turnover"),
        ("trade.turnover", {}, "trade.turnover"),
        ("trade.export", {"product": "көмір"}, "trade.export"),
        ("экспорттың", {}, None),
        ("көмір экспортының", {"product": "көмір"}, None),
        ("өсімнің", {"product": "көмір"}, None),
        ("бюджеттің", {}, None),
    ],
)
def test_what_a_share_is_of(of: str, more: dict[str, str], whole: str | None) -> None:
    made = whole_of(share("10", of, "9.5", "10.5", **more))
    assert (made.indicator if made else None) == whole


def test_a_flow_as_a_share_of_the_opposite_one() -> None:
    given = figure("investment.flow", "1000", "2024", from_="KAZ", to="KGZ")
    back = share("10", "investment.flow KAZ→KGZ", "9.5", "10.5", indicator="investment.flow", from_="KGZ", to="KAZ")
    (only,) = found(given, back)
    assert only.narrowed[0].name == "investment.flow KGZ→KAZ 2024"
    assert (only.narrowed[0].low, only.narrowed[0].high) == (Decimal(95), Decimal(105))


def test_both_sides_sales_make_about_the_turnover() -> None:
    theirs = figure("trade.export", "400", "2024", from_="KGZ", to="KAZ")
    assert "contradiction" not in grades(figure("trade.turnover", "1700", "2024"), EXPORT, theirs)
    assert grades(figure("trade.turnover", "2400", "2024"), EXPORT, theirs) == ["contradiction"]


def test_shares_of_a_river_are_no_more_than_all_of_it() -> None:
    def of(to: str, value: str) -> Figure:
        return share(value, "ағынының", value, value, indicator="water.share", from_=None, to=to, subject="Шу өзені")

    assert "contradiction" not in grades(of("KAZ", "42"), of("KGZ", "58"))
    assert grades(of("KAZ", "52"), of("KGZ", "58")) == ["contradiction"]


@pytest.mark.parametrize(
    ("reporter", "speaker", "state"),
    [
        ("KAZ", None, "KAZ"),
        ("Ұлттық статистика бюросы", None, "KAZ"),
        ("Қазақстанның Ұлттық статистика бюросы", None, "KAZ"),
        ("Қырғыз Республикасының Ұлттық статистика комитеті", None, "KGZ"),
        (None, "Ұлтстатком", "KGZ"),
        ("Мемлекеттік кірістер комитеті", None, "KAZ"),
        ("Өзбекстанның Ұлттық статистика комитеті", None, "Өзбекстанның Ұлттық статистика комитеті"),
        (None, "Сауда министрлігі", ""),
        ("Дүниежүзілік банк", None, "Дүниежүзілік банк"),
        (None, None, ""),
    ],
)
def test_whose_statistics_a_figure_is(reporter: str | None, speaker: str | None, state: str) -> None:
    assert reporter_of(figure("trade.turnover", "1", "2024", reporter=reporter, speaker=speaker)) == state


def test_an_office_named_in_words_and_its_table_tell_one_cell() -> None:
    words = told(figure("trade.turnover", "1500", "2023", reporter="Ұлттық статистика бюросы"), name="a.txt")
    table = told(figure("trade.turnover", "1688", "2023", reporter="KAZ"), name="b.txt")
    assert [one.grade for one in arithmetic(seen(words, table))] == ["difference"]
