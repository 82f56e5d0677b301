"""What a figure belongs to beside its states: a river, a reservoir, a post; and of which day its statistics are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.claims.carry import view
from qatynas.claims.context import At
from qatynas.claims.figures_pieces import pieces
from qatynas.claims.figures_said import Memory
from qatynas.claims.figures_words import marks
from qatynas.language.reading import read_language
from qatynas.model import Claim, Figure, Span
from qatynas.read import read_bytes

Reader = Callable[..., list[Claim]]


def found(said: Reader, text: str) -> list[Figure]:
    return [claim for claim in said(text) if isinstance(claim, Figure)]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Киров су қоймасында 410 млн текше метр су жиналды.", "Киров су қоймасы"),
        ("Қазір Тоқтоғұл су қоймасында 9,8 миллиард текше метр су бар.", "Тоқтоғұл су қоймасы"),
        ("Ортотоқой су қоймасы 87 пайызға толды.", "Орто-Тоқой су қоймасы"),
        ("Шу өзенімен секундына 28 текше метр су келіп тұр.", "Шу өзені"),
        ("Талас суының тең жарымы Қазақстанға тиесілі.", "Талас өзені"),
        ("«Қордай» бекетінен күніне 20 мың адам өтеді.", "Қордай"),
        ("«Бестерек» хабын салуға 8 млрд теңге жұмсалады.", "Бестерек"),
        ("Талас облысының түлектеріне Қазақстан он бес грант бөлді.", None),
        ("Былтыр тауар айналымы 1,7 млрд доллар болды.", None),
    ],
)
def test_the_thing_that_a_number_belongs_to(said: Reader, text: str, subject: str | None) -> None:
    assert [figure.subject for figure in found(said, text)] == [subject]


def test_what_leans_on_a_figure_has_its_subject(said: Reader) -> None:
    both = found(said, "Тоқтоғұлда 9 млрд текше метр су бар, бұл былтырғыдан 1 млрд аз.")
    assert [figure.subject for figure in both] == ["Тоқтоғұл су қоймасы", "Тоқтоғұл су қоймасы"]


def test_what_comes_behind_a_comma_is_another_numbers_own(said: Reader) -> None:
    parts = found(
        said, "Шу суының 58 пайызын көршілер алады, 42 пайызы Қазақстанға тиесілі, ал Талас суы тең бөлінеді."
    )
    assert [figure.subject for figure in parts if figure.quantity.value] == ["Шу өзені", "Шу өзені"]


def test_each_rank_is_in_the_list_told_before_it(said: Reader) -> None:
    text = "Қырғызстан үшін Қазақстан сауда серіктестерінің арасында екінші орында, ал біздің тізімде көршіміз он үшінші орында."
    ranks = [(f.ranked, f.ranked_in) for f in found(said, text) if f.measure == "rank"]
    assert ranks == [("KAZ", "KGZ"), ("KGZ", "KAZ")]


def test_the_day_of_the_statistics_is_their_edition_and_no_period(said: Reader) -> None:
    text = "Ұлттық статистика бюросының 15 тамыздағы дерегінше өзара сауда 1 млрд доллар болды."
    assert [(f.edition, f.period) for f in found(said, text)] == [("2025-08-15", None)]


def test_figures_without_such_a_day_have_no_edition(said: Reader) -> None:
    text = "Ұлттық статистика бюросының дерегінше былтыр өзара сауда 1 млрд доллар болды."
    assert [(f.edition, f.period) for f in found(said, text)] == [(None, "2024")]


def test_an_empty_span_has_no_words() -> None:
    reading = read_language(read_bytes("Былтыр сауда 13 пайызға өсті.".encode(), "a.txt", published="2025-08-21"))
    at = At(reading, 0)
    number = next(n for n in at.sentence.numbers if not n.part_of_date)
    seen = view(at, number, marks(at.sentence), Memory(), pieces(at.sentence))
    assert seen.has("rise")
    assert seen.has("rise", seen.piece)
    assert not seen.has("rise", Span(seen.piece.start, seen.piece.start))
