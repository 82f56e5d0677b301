"""Pledges: promises without a number, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim, Pledge

Said = Callable[..., list[Claim]]


def pledges(claims: list[Claim]) -> list[Pledge]:
    return [c for c in claims if isinstance(c, Pledge)]


PROMISED = [
    ("Садыр Жапаров көрші елге көмек беруге дайын екенін айтты.", "Садыр Жапаров"),
    ("Қасым-Жомарт Тоқаев қырғыз халқын қолдауға әзір екенін мәлімдеді.", "Қасым-Жомарт Тоқаев"),
    ("Қырғызстан шекарадағы кедергілерді жоюға уәде берді.", "KGZ"),
    ("Қазақстан су жинауға жәрдемдесуге міндеттенді.", "KAZ"),
    ("Қырғыз тарапы келісімді мүлтіксіз орындауға сөз берді.", "KGZ"),
    ("Мердігер жол құрылысын уақытында бітіремін деп уәде етті, оны екі ел күтіп отыр.", None),
    ("Қазақстан көршісіне қолдау көрсетуге ниет білдірді.", "KAZ"),
    ("Садыр Жапаров қазақстандық инвесторларды қорғауға кепілдік берді.", "Садыр Жапаров"),
    ("Қырғызстан президенті суды дер кезінде жіберетінін жеткізді.", None),
    ("Қазақстан бұл бастаманы алдағы уақытта да қолдай береді.", "KAZ"),
    ("Екі ел аймақтық бастамаларды бірге ілгерілететіні айтылды.", None),
]

NOTHING = [
    "Садыр Жапаров көмек беруге дайын емес екенін айтты.",
    "Қазақстан Қырғызстанға 500 миллион доллар беруге уәде етті.",
    "Садыр Жапаров Астанаға келмек.",
    "Қырғызстан көмек бере ме?",
    "Қордай бекеті келер жылы ашылмақ.",
    "Тараптар келіссөз жүргізуде.",
    "Тағам дайын болды.",
    "Қырғызстан былтыр көмек берді.",
]


@pytest.mark.parametrize(("text", "giver"), PROMISED)
def test_promised(said: Said, text: str, giver: str | None) -> None:
    found = pledges(said(text))
    assert len(found) == 1
    assert giver is None or found[0].by == giver


@pytest.mark.parametrize("text", NOTHING)
def test_no_pledge(said: Said, text: str) -> None:
    assert pledges(said(text)) == []


def test_a_mutual_promise_is_one_a_side(said: Said) -> None:
    found = pledges(said("Екі ел алдағы уақытта да бір-біріне көмектесе береді."))
    assert [(c.by, c.to) for c in found] == [("KAZ", "KGZ"), ("KGZ", "KAZ")]


def test_the_receiver_and_the_deadline(said: Said) -> None:
    (found,) = pledges(said("Қырғызстан 2027 жылға дейін Қазақстанға жол ашуға жәрдемдесуге уәде берді."))
    assert (found.by, found.to, found.deadline) == ("KGZ", "KAZ", "../2027")


def test_an_intention_of_the_sides(said: Said) -> None:
    (found,) = pledges(said("Тараптар осы тәжірибені зерделемек."))
    assert found.by == ("KAZ", "KGZ")


def test_a_pronoun_stands_for_the_person_before(said: Said) -> None:
    text = (
        "Астанада Қырғызстан Президенті Садыр Жапаров сөз алды. "
        "Ол қазақстандық жүргізушілер үшін бекеттің жұмыс уақытын ұзартуға уәде берді."
    )
    assert [(c.by, c.to) for c in said(text) if isinstance(c, Pledge)] == [("Садыр Жапаров", "KAZ")]


def test_an_adjective_does_not_promise(said: Said) -> None:
    text = "Қырғызстан қазақстандық инвесторлардың құқығын қорғауға кепілдік берді."
    assert [(c.by, c.to) for c in said(text) if isinstance(c, Pledge)] == [("KGZ", "KAZ")]
