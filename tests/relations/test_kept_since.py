"""What became known since a day, read out of kept facts, is what two whole relationships tell of it."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from relations.sample import PAIR
from relations.test_kept_facts import Acting
from relations.test_kept_things import varied

from qatynas import Ledger
from qatynas.ledger import ledger as ledger_module
from qatynas.relations import build, kept_since
from qatynas.relations.asking import Difference, difference
from qatynas.relations.kept import Kept

DAY = date(2024, 5, 14)


def _said(found: Difference) -> dict[str, Any]:
    """What a difference tells: facts by their keys, with the ids of those that tell them."""

    def of(fact: Any) -> tuple[Any, ...]:
        return fact.key, fact.claim, tuple(report.id for report in fact.reports), fact.candidates

    return {
        "new": [of(fact) for fact in found.new],
        "changed": [(of(one.before), of(one.now)) for one in found.changed],
        "confirmed": [of(fact) for fact in found.confirmed],
        "gone": [of(fact) for fact in found.gone],
    }


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_what_became_known(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    path = tmp_path_factory.mktemp("kept") / "ledger.sqlite"
    chance = random.Random(seed)
    with Ledger(path, data="test") as ledger, pytest.MonkeyPatch.context() as patched:
        patched.setattr(kept_since, "FEW", 100)
        patched.setattr(ledger_module, "_now", lambda: "2024-05-10T10:00:00+00:00")
        acting, kept = Acting(ledger, chance), Kept(ledger, PAIR)
        for number in range(chance.randrange(1, 8)):
            acting.act()
            ledger.add(varied(number, chance))
        patched.setattr(ledger_module, "_now", lambda: "2024-05-20T10:00:00+00:00")
        for number in range(chance.randrange(1, 6)):
            acting.act()
            if chance.random() < 0.5:
                ledger.add(varied(100 + number, chance))
        words = ledger.judgements()
        earlier = [word for word in words if word.added_at < DAY.isoformat()]
        before = build(ledger.extractions(before=DAY.isoformat()), PAIR, judgements=earlier)
        now = build(ledger.extractions(), PAIR, judgements=words)
        found = kept_since.since(kept, DAY, words)
        assert found.whole
        assert _said(found.difference) == _said(difference(before, now))
        for fact in found.now.facts:
            assert found.now.count_texts(fact) == now.count_texts(fact)
        patched.setattr(kept_since, "MOST", 0)
        news = kept_since.since(kept, DAY, words).difference
        assert {fact.key for fact in news.new} <= {fact.key for fact in difference(before, now).new}
        rows = kept.derived.connection.execute(
            "SELECT sha256 FROM ledger.adoption WHERE added_at < ?", (DAY.isoformat(),)
        )
        known = {row[0] for row in rows}
        came = {fact.key: {report.source not in known for report in fact.reports} for fact in now.facts}
        assert {fact.key for fact in news.new} == {key for key, fresh in came.items() if fresh == {True}}
        assert {fact.key for fact in news.confirmed} == {key for key, fresh in came.items() if fresh == {True, False}}
        kept.close()
