"""Goods: lists of what one side sells the other, with HS headings; sums are figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.claims.goods_words import TABLE
from qatynas.model import Claim, Goods

Said = Callable[..., list[Claim]]


def goods(claims: list[Claim]) -> list[tuple[str | None, str | None, list[str]]]:
    return [(c.from_, c.to, [g.name for g in c.goods]) for c in claims if isinstance(c, Goods)]


LISTS = [
    ("Қазақстан Қырғызстанға ұн, көмір және цемент экспорттайды.", "KAZ", ["ұн", "көмір", "цемент"]),
    ("Еліміз көрші елге негізінен бидай мен жанармай жеткізеді.", "KAZ", ["бидай", "жанармай"]),
    ("Қырғызстан бізге сүт өнімдері, жүзім және киім сатады.", "KGZ", ["сүт өнімдері", "жүзім", "киім"]),
    ("Қырғызстаннан көкөніс, жеміс және тоқыма бұйымдар әкелінеді.", "KGZ", ["көкөніс", "жеміс", "тоқыма бұйымдар"]),
    ("Қазақстан Қырғызстаннан қызанақ, пияз, картоп сатып алады.", "KGZ", ["қызанақ", "пияз", "картоп"]),
    ("Қырғызстанға темекі, шоколад пен күнбағыс майы жөнелтіледі.", "KAZ", ["темекі", "шоколад", "күнбағыс майы"]),
    ("Қазақстан экспортының негізін мұнай өнімдері мен көмір құрайды.", "KAZ", ["мұнай өнімдері", "көмір"]),
    ("Қырғыз жағы біздің нарыққа алтын кені мен шыны шығарған.", "KGZ", None),
]


@pytest.mark.parametrize(("text", "seller", "names"), LISTS)
def test_lists(said: Said, text: str, seller: str, names: list[str] | None) -> None:
    (found,) = goods(said(text))
    assert found[:2] == (seller, "KGZ" if seller == "KAZ" else "KAZ")
    assert names is None or found[2] == names


NOTHING = [
    "Қазақстан Қырғызстанға 12 миллион долларға цемент пен көмір сатты.",
    "Дастарқанда нан мен бал тұрды.",
    "Қазақстан Қырғызстанға көмір экспорттайды.",
    "Қазақстан Қырғызстанға ұн мен қант сатпайды.",
    "Фермер қой мен сиыр бағады.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_goods(said: Said, text: str) -> None:
    assert goods(said(text)) == []


def test_a_list_goes_on(said: Said) -> None:
    text = "Қазақстанның Қырғызстанға экспорты өсті. Ұн, қант және макарон да осы тізімде."
    assert goods(said(text)) == [("KAZ", "KGZ", ["ұн", "қант", "макарон"])]


def test_headings_are_of_the_harmonized_system() -> None:
    for row in TABLE.headings:
        assert row.hs == "" or (row.hs.isdigit() and len(row.hs) in (2, 4) and 1 <= int(row.hs[:2]) <= 97), row


def test_no_good_stands_under_two_headings() -> None:
    names = [name for row in TABLE.headings for name in row.names]
    assert len(names) == len(set(names)) > 300


def test_two_directions_of_one_sentence(said: Said) -> None:
    text = "Қырғызстаннан бізге көкөніс пен жеміс әкелінсе, Қырғызстанға көмір мен ұн жөнелтіледі."
    assert goods(said(text)) == [("KGZ", "KAZ", ["көкөніс", "жеміс"]), ("KAZ", "KGZ", ["көмір", "ұн"])]
