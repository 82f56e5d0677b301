"""Goods of which only the way is told, and events by build."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim

Said = Callable[..., list[Claim]]
OPENING = "Қазақстан мен Қырғызстан арасындағы базар қызды. "

WAYS = [
    ("Арғы бетке асатын керуенді күнбағыс майы, темір мен кәмпит бастайды.", ("KAZ", "KGZ")),
    ("Беріге негізінен тігін бұйымы, әйнек пен кептірілген жеміс жетеді.", ("KGZ", "KAZ")),
    ("Бері қарай көбіне қызанақ пен өрік жөнеледі.", ("KGZ", "KAZ")),
    ("Арғы бетке ұн мен көмір жылжиды.", ("KAZ", "KGZ")),
    ("Бергі бетке ірімшік пен бал жетеді.", ("KGZ", "KAZ")),
]
EVENTS = [
    ("Наурызда Бішкекте екі елдің кардиологтарының конгресі өтті.", "conference"),
    ("Ошқа қазақстандық дәрігерлердің «Шапағат» медициналық керуені келді.", "campaign"),
    ("Келесі аптада Бішкекте қазақ киносының күндері тұсау кеседі.", "festival"),
]


@pytest.mark.parametrize(("text", "sides"), WAYS)
def test_the_way_tells_the_sides(said: Said, text: str, sides: tuple[str, str]) -> None:
    found = [(c.from_, c.to) for c in said(OPENING + text) if c.kind == "goods"]  # type: ignore[attr-defined]
    assert found == [sides]


@pytest.mark.parametrize("text", ["Арғы бетте ұн мен көмір өндіріледі.", "Беріге ұн мен көмір жеткен жоқ."])
def test_no_goods(said: Said, text: str) -> None:
    assert not [claim for claim in said(OPENING + text) if claim.kind == "goods"]


@pytest.mark.parametrize(("text", "kind"), EVENTS)
def test_events(said: Said, text: str, kind: str) -> None:
    found = [c.type for c in said(OPENING + text, published="2025-04-10") if c.kind == "event"]  # type: ignore[attr-defined]
    assert found == [kind]
