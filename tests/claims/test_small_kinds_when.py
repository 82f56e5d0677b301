"""When and where an award, a relation, a people's body is, where the sentence itself does not say."""

from __future__ import annotations

from collections.abc import Callable

from qatynas.model import Award, Claim, Community, Membership, Relation

Said = Callable[..., list[Claim]]
HEAD = "Қазақстан мен Қырғызстан көрші. "


def test_an_award_told_as_news_is_of_the_text_s_day(said: Said) -> None:
    text = HEAD + "Қырғызстан Президенті қазақ ғалымы Асқар Серікбаевқа «Данк» медалін тапсырды."
    assert [c.date for c in said(text) if isinstance(c, Award)] == ["2025-08-21"]


def test_an_award_is_of_the_day_told_before(said: Said) -> None:
    text = (
        HEAD + "Кеше Таразда фестиваль ашылды. Қырғызстан елшісі қазақ ақыны Асқар Серікбаевқа «Данк» медалін тапсырды."
    )
    assert [c.date for c in said(text) if isinstance(c, Award)] == ["2025-08-20"]


def test_relations_are_counted_from_a_day(said: Said) -> None:
    for told in (
        "Дипл. қатынас 1992 ж. 15 қазанда орнатылды.",
        "Дипломатиялық қатынас 1992 жылғы 15 қазаннан саналады.",
    ):
        assert [c.date for c in said(HEAD + told) if isinstance(c, Relation)] == ["1992-10-15"]


def test_years_before_are_subtracted_once(said: Said) -> None:
    text = HEAD + "Отыз үш жыл бұрын екі ел дипломатиялық байланыс орнатты."
    assert [c.date for c in said(text) if isinstance(c, Relation)] == ["1992"]


def test_where_the_paragraph_has_been(said: Said) -> None:
    text = HEAD + "Алматыдағы қырғыздар да бірлікте. 2007 жылы «Алатоо» қырғыз қауымдастығы тіркелді."
    assert [c.place.name for c in said(text) if isinstance(c, Community) and c.place] == ["Алматы"]


def test_both_are_inside_an_organisation(said: Said) -> None:
    text = HEAD + "Екі ел 2015 жылдан бері Еуразиялық экономикалық одақтың ішінде."
    assert [c.organisation for c in said(text) if isinstance(c, Membership)] == ["EAEU"]
