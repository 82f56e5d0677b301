"""Sentences spelled by hand in three scripts, as the press spells them, give the claims of their Cyrillic."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qatynas.claims.extract import extract
from qatynas.model import Extraction
from qatynas.read import read_bytes

TABLE = tomllib.loads((Path(__file__).parent / "hand_spelled.toml").read_text("utf-8"))["sentence"]
LEADS = {
    "cyrl": "Қазақстан мен Қырғызстан – көрші елдер. Бұл жазба екі ел арасындағы сауда мен достық туралы.\n\n",
    "arab": "قازاقستان مەن قىرعىزستان – كورشى ەلدەر. بۇل جازبا ەكى ەل اراسىنداعى ساۋدا مەن دوستىق تۋرالى.\n\n",
    "latn_2018": "Qazaqstan men Qyrǵyzstan – kórshi elder. Bul jazba eki el arasyndaǵy saýda men dostyq týraly.\n\n",
    "latn_2021": "Qazaqstan men Qyrğyzstan – körşı elder. Būl jazba ekı el arasyndağy sauda men dostyq turaly.\n\n",
    "latn_2019": "Qazaqstan men Qyrğyzstan – körşi elder. Būl jazba eki el arasyndağy sauda men dostyq turaly.\n\n",
    "latn_ascii": "Qazaqstan men Qyrgyzstan – korshi elder. Bul jazba eki el arasyndagy sauda men dostyq turaly.\n\n",
}
WORDING = {"name", "title", "what", "does", "purpose", "task", "cause", "effect", "at", "product", "subject"}
"""Fields of the text's own words, whose spelling a script that writes less may leave open."""
ALLOWED = {"arab": 0, "latn_2018": 0, "latn_2021": 0, "latn_2019": 0, "latn_ascii": 8}
"""Sentences a spelling that may differ: ASCII leaves и and і, у, ұ and ү, қ's neighbours and н, ң open."""
SPELLINGS = tuple(ALLOWED)
ENOUGH = 20
"""Sentences that there are at least."""


def read(text: str, script: str) -> Extraction:
    text = LEADS[script] + text
    return extract(read_bytes(text.encode(), "text.txt", published="2025-08-21"))


def contents(extraction: Extraction) -> list[str]:
    """What is claimed, in an order of its own, without where it stands and without free wording."""
    return sorted(repr(_told(claim.content())) for claim in extraction.claims)


def _told(content: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in content.items() if key not in WORDING}


def differences(spelling: str) -> Iterator[str]:
    for row in TABLE:
        wanted, got = Counter(contents(read(row["cyrl"], "cyrl"))), Counter(contents(read(row[spelling], spelling)))
        if wanted != got:
            yield f"{row[spelling]}\n  missing {list((wanted - got).elements())}\n  surplus {list((got - wanted).elements())}"


def test_there_are_enough_of_them() -> None:
    assert len(TABLE) >= ENOUGH


def test_each_says_something() -> None:
    assert [row["cyrl"] for row in TABLE if not read(row["cyrl"], "cyrl").claims] == []


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_claims_are_those_of_the_cyrillic(spelling: str) -> None:
    found = list(differences(spelling))
    assert len(found) <= ALLOWED[spelling], f"{len(found)} of {len(TABLE)}:\n" + "\n".join(found)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_quotes_are_the_spelled_words(spelling: str) -> None:
    for row in TABLE:
        extraction = read(row[spelling], spelling)
        for claim in extraction.claims:
            assert extraction.document.text[claim.span.start : claim.span.end] == claim.quote
