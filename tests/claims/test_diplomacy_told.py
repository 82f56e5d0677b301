"""What states do with each other as many hands tell it: each line of diplomacy_told.txt gives the claims beside it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from qatynas.claims import extract
from qatynas.model import Claim
from qatynas.read import read_bytes

LEAD = "Қазақстан мен Қырғызстан – жақын көрші елдер.\n\n"
FIELDS = {
    "meeting": ("type", "status", "date", "host", "place", "number"),
    "agreement": ("act", "status", "date", "type", "place", "title"),
    "body": ("level", "name"),
    "membership": ("organisation",),
    "relation": ("type", "date"),
    "award": ("name", "degree", "to", "by", "date"),
}
NAMED = {"agreement", "award", "body"}  # kinds whose titles and names agree by most of their words
DATE = re.compile(r"(\.\.|\d{4}(-\d\d){0,2})")
LINES = [
    line.partition("||")
    for line in (Path(__file__).parent / "diplomacy_told.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def told(claim: Claim) -> list[str]:
    """The kind of a claim and its fields in the order of the file."""
    row = claim.row()
    row["place"] = (row.get("place") or {}).get("name")
    values = (row.get(field) for field in FIELDS[claim.kind])
    return [claim.kind, *("-" if value is None else str(value) for value in values)]


def wanted(part: str) -> list[str]:
    """The fields written down, the halves of an interval («2025-08-18/2025-08-19») put together again."""
    fields: list[str] = []
    for field in (field.strip() for field in part.split("/")):
        if fields and DATE.fullmatch(fields[-1]) and DATE.fullmatch(field):
            fields[-1] += f"/{field}"
        else:
            fields.append(field)
    return fields


def words(name: str) -> Counter[str]:
    return Counter(word[:5] for word in re.findall(r"\w+", name.casefold()))


def agree(kind: str, one: str, other: str) -> bool:
    if one in ("*", other):
        return True
    a, b = words(one), words(other)
    shared = sum((a & b).values())
    return kind in NAMED and "-" not in (one, other) and 2 * shared >= 0.7 * (sum(a.values()) + sum(b.values()))


def alike(asked: list[str], found: list[str]) -> bool:
    """Whether a claim is the one asked for; fields left out may be anything."""
    same = asked[0] == found[0]
    return same and all(agree(found[0], *pair) for pair in zip(asked[1:], found[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "expected"), [(line[0], line[2]) for line in LINES], ids=[line[0][:40] for line in LINES]
)
def test_diplomacy_told(text: str, expected: str) -> None:
    document = read_bytes((LEAD + text.strip().replace(" ¶ ", "\n\n")).encode(), "a.txt", published="2025-08-21")
    found = [told(claim) for claim in extract(document).claims if claim.kind in FIELDS]
    parts = [part.strip() for part in expected.split(";") if part.strip() != "!"]
    for part in sorted(parts, key=lambda part: part.startswith("?")):
        asked = wanted(part.removeprefix("?"))
        match = next((claim for claim in found if alike(asked, claim)), None)
        assert match or part.startswith("?"), f"{asked} not in {found}"
        if match:
            found.remove(match)
    assert not found


def test_the_comparison_can_fail() -> None:
    claim = ["meeting", "talks", "done", "2025-08-20", "KAZ", "Астана", "-"]
    assert alike(wanted("meeting / talks / done / 2025-08-20"), claim)
    assert not alike(wanted("meeting / talks / done / 2025-08-19"), claim)
    assert not alike(wanted("meeting / visit"), claim)
    assert wanted("x / 2025-08-18/2025-08-19") == ["x", "2025-08-18/2025-08-19"]
