"""Sentences that say nothing of the relationship must give no claim; traps.toml holds them with the reason."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from qatynas.claims.extract import extract
from qatynas.model import Claim, Extraction, Figure
from qatynas.read import read_bytes

PAIR = {"KAZ", "KGZ"}
LEAD = "Қазақстан мен Қырғызстан – көрші елдер. Бұл жазба екі ел арасындағы сауда мен достық туралы.\n\n"
"""Makes the two states the document's pair and its subject, and is itself no claim."""
ALLOWED = 3
"""False claims that all sentences together may give."""
WANTED = 150
"""Sentences that the table has at least."""


@dataclass(frozen=True)
class Trap:
    """A sentence, why it is no claim, and values that no figure may have where another claim is right."""

    said: str
    because: str
    never: tuple[str, ...]


def traps() -> Iterator[Trap]:
    table = tomllib.loads((Path(__file__).parent / "traps.toml").read_text("utf-8"))
    for group in table["trap"]:
        for said in group["said"]:
            yield Trap(said, group["because"], tuple(group.get("never", ())))


def read(said: str) -> Extraction:
    return extract(read_bytes((LEAD + said).encode(), "trap.txt", published="2025-08-21"))


def false_claims(trap: Trap) -> list[Claim]:
    """Claims about the document's own two states; a third pair's may be told apart by its parties."""
    claims = [claim for claim in read(trap.said).claims if set(claim.parties) >= PAIR]
    return [claim for claim in claims if not trap.never or _value(claim) in trap.never]


def _value(claim: Claim) -> str:
    return f"{claim.quantity.value.normalize():f}" if isinstance(claim, Figure) else ""


def test_there_are_enough_of_them_and_none_twice() -> None:
    said = [trap.said for trap in traps()]
    assert len(said) >= WANTED
    assert len(set(said)) == len(said)


def test_the_document_around_them_is_read_and_says_nothing() -> None:
    extraction = read("")
    assert not extraction.relevance
    assert set(extraction.pair) == PAIR
    assert not extraction.claims


def test_a_plain_sentence_in_their_place_is_claimed() -> None:
    assert read("Екі елдің тауар айналымы 2024 жылы 1,7 миллиард доллар болды.").claims


def test_traps(record_property: Callable[[str, object], None]) -> None:
    caught = [(trap, claim) for trap in traps() for claim in false_claims(trap)]
    record_property("false claims", len(caught))
    listed = "\n".join(f"{trap.because}: {claim.kind} «{claim.quote}» in «{trap.said}»" for trap, claim in caught)
    assert len(caught) <= ALLOWED, f"{len(caught)} false claims:\n{listed}"


if __name__ == "__main__":
    pytest.main([__file__])
