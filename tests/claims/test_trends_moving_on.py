"""What goes on moving is a trend, whatever it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim

Said = Callable[..., list[Claim]]
OPENING = "Қазақстан мен Қырғызстан шекарасында жұрт көп жүреді. "

MOVING = [
    ("Екі жақтың құдалары жыл өткен сайын жиілеп барады.", ("other", "up")),
    ("Екі елдің ортақ тойлары жылдан-жылға көбейіп келеді.", ("other", "up")),
    ("Көршілердің мал дауы біртіндеп азайып барады.", ("other", "down")),
    ("Қырғыз маусымшыларының қатары жылдан-жылға қалыңдап барады.", ("migration.persons", "up")),
    ("Көршінің картобының мөлшері ай сайын көбейіп барады.", ("trade.import", "up")),
    ("Тараптар індет ошақтарының азайып келе жатқанын айтты.", ("other", "down")),
]
STILL = [
    "Көршіге ұн тасып келеді.",
    "Екі елдің достығы тың серпін алып отыр.",
    "Доллардың үлесі артқан сайын екі елдің бағамы әлсірейді.",
]


@pytest.mark.parametrize(("text", "expected"), MOVING)
def test_what_goes_on_moving(said: Said, text: str, expected: tuple[str, str]) -> None:
    found = [(c.indicator, c.direction) for c in said(OPENING + text) if c.kind == "trend"]  # type: ignore[attr-defined]
    assert found == [expected]


@pytest.mark.parametrize("text", STILL)
def test_what_is_no_trend(said: Said, text: str) -> None:
    assert not [claim for claim in said(OPENING + text) if claim.kind == "trend"]
