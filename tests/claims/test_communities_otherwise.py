"""Communities by any noun for a body, named with their town, founded, at work or celebrating."""

from __future__ import annotations

import pytest

from qatynas.model import Community

# what is said; then «town date name» of each claim
ROWS = [
    (
        "Тараздағы «Береке» қырғыз этномәдени бірлестігі 2006 жылы тіркелген болса, Ошта «Шаңырақ» қазақ мәдени орталығы бой көтерген.",
        ["Тараз 2006 «Береке» бірлестігі", "Ош None «Шаңырақ» орталығы"],
    ),
    ("Ош қаласында 2012 жылы тіркелген «Құт» қазақ бірлестігі тіл үйретеді.", ["Ош 2012 Құт"]),
    ("Бішкекте 2018 жылы тіркелген «Талпын» қазақ жастары бірлестігінің төрағасы да келді.", ["Бішкек 2018 «Талпын» бірлестігі"]),
    ("Шымкентте «Алатау» қырғыз қоғамы 1997 жылдан жұмыс істейді.", ["Шымкент 1997 Алатау"]),
    ("Ошта «Атамекен» қазақ клубы бар.", ["Ош None Атамекен"]),
    ("Ошта «Атамекен» қазақ клубы жоқ.", []),
    ("Ошта «Атамекен» кинотеатры ашылды.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_communities_told_otherwise(said, text: str, expected: list[str]) -> None:
    claims = [claim for claim in said(text) if isinstance(claim, Community)]
    assert [f"{c.place.name if c.place else None} {c.date} {c.name}" for c in claims] == expected
