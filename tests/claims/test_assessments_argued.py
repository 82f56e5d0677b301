"""Judgements in whatever words: what somebody holds in the present, what ought to be done, what is no judgement."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim

Said = Callable[..., list[Claim]]
OPENING = "Қазақстан мен Қырғызстан арасындағы сауда соңғы жылдары жанданды.\n\n"


def stances(claims: list[Claim]) -> list[str]:
    return [claim.stance for claim in claims if claim.kind == "assessment"]  # type: ignore[attr-defined]


UNDONE = [
    ("– Ортақ тізілім құрылмай, бұл келісімнен береке болмайды, – деді сарапшы Асан Қали.", "recommendation"),
    ("– Кеден дерегін бірге жүргізбейінше, дау тыйылмайды, – дейді Асан Қали.", "recommendation"),
    ("– Тарифті екі ел бірге бекітпесе, бұл түйін тарқамайды, – деді Асан Қали.", "recommendation"),
    ("– Сорғыларды жаңартпай, су жетпейді, – деді гидролог Асан Қали.", "recommendation"),
    ("– Екі елдің заңы үйлестірілмейінше, инвестор келмейді, – деді Асан Қали.", "recommendation"),
    ("– Бекеттің жолын кеңейтпей, сауданы өсіру қиын, – деді Асан Қали.", "recommendation"),
    ("– Екі ел салықты жақындатпаса, көлеңкелі сауда қайта өршиді, – деді Асан Қали.", "risk"),
    ("– Көші-қон заңы жұмсармаса, жігіттер заңсыз жүре береді, – деді Асан Қали.", "risk"),
    ("– Қырғыз жағындағы су тартылса, диқандардың дауы ушығады, – деді Асан Қали.", "risk"),
]

ARGUED = [
    ("– Бекеттегі кезек екі елдің беделіне кір келтіреді, – деді сарапшы Асан Қали.", "risk"),
    ("– Бұл қарыз көршінің қазынасына салмақ салады, – деді Асан Қали.", "risk"),
    ("– Ала-құла тәртіп екі елдің саудагерін тығырыққа тірейді, – деді Асан Қали.", "risk"),
    ("– Ортақ бекет көршілердің жолын қысқартады, – деді Асан Қали.", "benefit"),
    ("– Базардағы барыс-келіс екі жұртты жақындатады, – деді Асан Қали.", "benefit"),
    ("– Ірімшік саудасы көршінің иығын тіктейді, – деді Асан Қали.", "benefit"),
    ("Сарапшы Асан Қали мұндай тәртіп екі елдің шаруасына зиян тигізетінін алға тартты.", "risk"),
    ("Сарапшы Асан Қали ортақ өтінім екі елдің қалтасын үнемдейтінін дәлелдеді.", "benefit"),
]

NONE = [
    "«Манас» университетінің Таластағы филиалы күзде есік ашады.",
    "– Көршіге негізінен жанармай, ұн мен цемент жөнелтеміз, – деді сарапшы Асан Қали.",
    "– Қырғыз тарапы шектеуді наурызға дейін алып тастайды, – деді Асан Қали.",
    "Кеңестің арбитраж тобы дауды сотқа жеткізбей бітістіреді.",
]


@pytest.mark.parametrize(("text", "stance"), UNDONE)
def test_what_is_left_undone(said: Said, text: str, stance: str) -> None:
    assert stances(said(OPENING + text)) == [stance]


@pytest.mark.parametrize(("text", "stance"), ARGUED)
def test_what_somebody_holds(said: Said, text: str, stance: str) -> None:
    assert stances(said(OPENING + text)) == [stance]


@pytest.mark.parametrize("text", NONE)
def test_news_is_no_judgement(said: Said, text: str) -> None:
    assert not stances(said(OPENING + text, published="2025-03-04"))
