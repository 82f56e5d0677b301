"""Claims follow figures, dates and names that are replaced in the demo notes, and the generator does what it says."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from qatynas.demo import __file__ as demo_file
from qatynas.read import read_path

sys.path.insert(0, str(Path(__file__).parent))

from perturb import KINDS, cyrillic, followed, perturbed, read

SHARE = 0.97
"""Claims that must follow, of those that a replacement touches."""
TEXT = (
    "Қазақстан мен Қырғызстан арасындағы тауар айналымы 2024 жылы 1,7 миллиард доллар болды. 1997 жылғы 8 сәуірде "
    "Алматыда шартқа қол қойылды. Қасым-Жомарт Тоқаев Бішкекте болды, Тоқаевтың сапары екі күнге созылды."
)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_replaced_stands_where_it_is_said(kind: str) -> None:
    changed, changes = perturbed(TEXT, kind, 1)
    assert changes
    moved = 0
    for change in changes:
        assert TEXT[change.start : change.end] == change.old != change.new
        assert changed[change.start + moved : change.start + moved + len(change.new)] == change.new
        moved += len(change.new) - len(change.old)


@pytest.mark.parametrize("kind", KINDS)
def test_a_seed_gives_the_same_text_again(kind: str) -> None:
    assert perturbed(TEXT, kind, 3) == perturbed(TEXT, kind, 3)
    assert len({perturbed(TEXT, kind, seed)[0] for seed in range(8)}) > 1


def test_a_surname_goes_with_its_bearer() -> None:
    changed, _ = perturbed(TEXT, "names", 1)
    assert "Тоқаев" not in changed


def test_what_does_not_follow_is_seen() -> None:
    """An extraction that sticks to the old text's values is found out."""
    changed, changes = perturbed(TEXT, "figures", 2)
    original = read(TEXT, "text.txt", "2025-08-21")
    verdicts = list(followed(original, read(changed, "text.txt", "2025-08-21"), changes))
    assert verdicts
    assert all(one.good for one in verdicts)
    assert not all(one.good for one in followed(original, original, changes))


@pytest.mark.parametrize("kind", KINDS)
def test_claims_of_the_demo_notes_follow(kind: str) -> None:
    touched = good = 0
    left: list[str] = []
    for path in sorted(Path(demo_file).parent.glob("*.txt")):
        document = read_path(path)
        text = cyrillic(document.text, document.script)
        original = read(text, path.name, None)
        changed, changes = perturbed(text, kind, 7)
        for one in followed(original, read(changed, path.name, original.dating.edtf), changes):
            touched, good = touched + 1, good + one.good
            left += [] if one.good else [f"{path.name}: {one.claim.kind} {one.why} | {one.claim.quote[:80]}"]
    assert touched
    assert good / touched >= SHARE, left
