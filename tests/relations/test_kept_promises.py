"""Numbers that keep a target are found by series and value, however many others its series has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from relations.sample import PAIR, document, extraction, turnover

from qatynas import Ledger
from qatynas.relations import build, kept_labels
from qatynas.relations.kept import Kept

LEVELS = [(f"{1900 + number // 12}-{number % 12 + 1:02}", str(10 + number % 50)) for number in range(1_500)]


@pytest.fixture(params=[kept_labels.FEW, 0], ids=["by value", "by day"])
def ways(request: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looked up by their values, and going by their days."""
    monkeypatch.setattr(kept_labels, "FEW", request.param)


def told(*figures: tuple[str | None, str, str], published: str) -> Any:
    """A document that tells these: period, value, status."""
    text = " ".join(f"Тауар айналымы {value} болды ({place})." for place, (_, value, _) in enumerate(figures))
    made = document(text, f"{published}.txt")
    said = [
        turnover(made, f"Тауар айналымы {value} болды ({place})", period, value, status=status, published=published)
        for place, (period, value, status) in enumerate(figures)
    ]
    return extraction(made, *said, published=published)


@pytest.mark.usefixtures("ways")
def test_the_one_number_of_thousands_that_keeps_a_target(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.sqlite", data="test") as ledger:
        ledger.add(told(*((period, value, "actual") for period, value in LEVELS), published="2024-12-01"))
        ledger.add(told((None, "900", "target"), ("../2030", "59", "target"), ("2031", "20", "target"),
                        published="1890-01-01"))  # fmt: skip
        ledger.add(told(("2025-06", "1000", "actual"), ("2031", "21", "actual"), published="2025-07-01"))
        built = build(ledger.extractions(), PAIR, judgements=ledger.judgements())
        kept = Kept(ledger, PAIR)
        whole = {one.fact.key: [level.key for level in one.kept_by] for one in built.promises}
        few = {one.fact.key: [level.key for level in one.kept_by] for one in kept.ahead.promises(members=3).items}
        assert few == {key: levels[:3] for key, levels in whole.items()}
        assert sorted(map(len, few.values())) == [1, 1, 3]
        kept.close()


@pytest.mark.usefixtures("ways")
def test_numbers_near_and_far(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.sqlite", data="test") as ledger:
        ledger.add(told(("../2026", "0.1", "target"), ("2024", "-5", "target"), ("2024", "0", "target"),
                        (None, "7000000000000000000001", "target"), published="2023-01-01"))  # fmt: skip
        ledger.add(told(("2024", "-5", "actual"), ("2025", "0.1", "actual"), ("2024-05", "0.0999999999", "actual"),
                        ("2026", "7000000000000000000000", "actual"), published="2026-12-31"))  # fmt: skip
        built = build(ledger.extractions(), PAIR, judgements=ledger.judgements())
        kept = Kept(ledger, PAIR)
        assert kept.ahead.promises(members=None).items == built.promises
        assert sorted(len(one.kept_by) for one in built.promises) == [0, 1, 2, 2]
        kept.close()
