"""Kazakhstan and Uzbekistan from data alone, and no country in the code that extracts."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import qatynas
from qatynas.data import world
from qatynas.model import Claim

SOURCE = Path(qatynas.__file__).parent
ROOMS = ("claims", "language")
TABLES = SOURCE / "language" / "kk"
"""The language's own tables of words, which are data written as Python."""
PAIR = ("KAZ", "UZB")
PUBLISHED = "2025-08-21"
SHORT = 3
"""Names of so many letters are other words, too."""

Said = Callable[..., list[Claim]]

# Kind, the fields that must be, and the sentence.
SENTENCES: tuple[tuple[str, dict[str, object], str], ...] = (
    (
        "figure",
        {"indicator": "trade.turnover", "period": "2024", "value": 4300000000, "unit": "USD"},
        "Қазақстан мен Өзбекстанның өзара сауда көлемі 2024 жылы 4,3 миллиард долларды құрады.",
    ),
    (
        "figure",
        {"indicator": "trade.export", "from": "KAZ", "to": "UZB", "measure": "growth", "value": 9},
        "Былтыр Қазақстаннан Өзбекстанға экспорт 9 пайызға ұлғайды.",
    ),
    (
        "figure",
        {"indicator": "trade.export", "from": "UZB", "to": "KAZ", "value": 1300000000},
        "Өзбекстан 2024 жылы Қазақстанға 1,3 миллиард доллардың өнімін экспорттады.",
    ),
    (
        "figure",
        {"indicator": "trade.turnover", "period": "../2030", "value": 10000000000, "status": "target"},
        "Екі ел тауар айналымын 2030 жылға қарай 10 миллиард долларға жеткізуді көздеп отыр.",
    ),
    (
        "meeting",
        {"date": "2025-07-15", "host": "UZB", "guest": "KAZ"},
        "Қазақстан Президенті Қасым-Жомарт Тоқаев 2025 жылғы 15 шілдеде Ташкентке ресми сапармен барды.",
    ),
    (
        "agreement",
        {"type": "treaty", "act": "signed", "date": "2022-12-22", "place": {"country": "UZB", "name": "Ташкент"}},
        "2022 жылғы 22 желтоқсанда Ташкентте Қазақстан мен Өзбекстан одақтастық қатынастар туралы шартқа қол қойды.",
    ),
    (
        "exchange",
        {"commodity": "electricity", "from": "KAZ", "to": "UZB", "season": "winter"},
        "Қазақстан қыс айларында Өзбекстанға электр энергиясын жеткізіп береді.",
    ),
    (
        "figure",
        {"indicator": "enterprises.count", "value": 4000},
        "Қазақстанда өзбекстандық капиталы бар 4 мыңнан аса бірлескен кәсіпорын жұмыс істейді.",
    ),
    (
        "membership",
        {"organisation": "SCO", "members": ["KAZ", "UZB"]},
        "Қазақстан да, Өзбекстан да Шанхай ынтымақтастық ұйымына мүше.",
    ),
    (
        "relation",
        {"type": "diplomatic_relations", "date": "1992-11-23"},
        "Қазақстан мен Өзбекстан арасында дипломатиялық қатынастар 1992 жылғы 23 қарашада орнатылды.",
    ),
    (
        "figure",
        {"indicator": "water.volume", "from": "UZB", "to": "KAZ", "value": 922000000, "unit": "m3"},
        "Өзбекстан бұл маусымда Қазақстанға 922 миллион текше метр су жіберді.",
    ),
)


@pytest.mark.parametrize(("kind", "wanted", "text"), SENTENCES, ids=[text[:40] for _, _, text in SENTENCES])
def test_what_is_said_of_kazakhstan_and_uzbekistan(said: Said, kind: str, wanted: dict[str, object], text: str) -> None:
    claims = [claim for claim in said(text, PUBLISHED, "Қазақстан мен Өзбекстан – көрші.\n\n") if claim.kind == kind]
    rows = [claim.row() for claim in claims]
    assert any(all(row.get(key) == value for key, value in wanted.items()) for row in rows), rows
    assert {claim.parties for claim in claims} == {PAIR}


def modules() -> list[Path]:
    return [path for room in ROOMS for path in sorted((SOURCE / room).rglob("*.py")) if TABLES not in path.parents]


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """The string constants of a module that are no docstrings, with their lines."""
    tree = ast.parse(path.read_text("utf-8"))
    documented = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
            yield node.lineno, node.value


def named_in_the_world() -> re.Pattern[str]:
    """Every state's code, and the names of states, places and people of the data that are words of some length."""
    everything = world()
    named = (*everything.states, *(place for place in everything.places if not place.common))
    names = {name for one in named for name in one.names["kk"]}
    names |= {person.names["kk"][0].split()[-1] for person in everything.people}
    words = "|".join(re.escape(name) for name in sorted(names) if len(name) > SHORT)
    codes = "|".join(sorted(state.code for state in everything.states))
    return re.compile(rf"(?<!\w)(?:{codes}|(?i:{words}))(?!\w)")


@pytest.mark.parametrize("path", modules(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_code_names_no_country(path: Path) -> None:
    pattern = named_in_the_world()
    found = [(line, text) for line, text in strings(path) if pattern.search(text)]
    assert found == []
