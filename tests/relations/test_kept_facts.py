"""What is kept beside a ledger is what is built in memory, whatever happens to the ledger, in whatever order."""

from __future__ import annotations

import contextlib
import dataclasses
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from relations.retelling import retell, world
from relations.sample import PAIR, document, extraction

from qatynas import Ledger
from qatynas.model import Extraction, Span
from qatynas.relations import build, keeping, kept_facts, kept_treaties
from qatynas.relations import kept as kept_module
from qatynas.relations.asking import treaties_on
from qatynas.relations.kept import Kept
from qatynas.relations.rows import short_id

COMMON = "Екі елдің үкіметтері бүгін тағы да осы жайында хабар таратты деп жазады агенттік тілшісі Астанадан"
RECORDED = {
    "kind": "meeting", "type": "talks", "status": "done", "parties": list(PAIR), "date": "2019-05-14", "host": "KAZ",
}  # fmt: skip


def note(number: int, chance: random.Random, seed: int = 1) -> Extraction:
    """A document that retells some of a few happenings; some documents print one text."""
    happenings = world(seed, 5)
    text = f"{COMMON} {chance.choice('абвгде')}\n" + "\n".join(f"{number % 3} сөйлем {place}" for place in range(4))
    made = document(text, f"{number}.txt")
    claims = [retell(chance.choice(happenings), 100 * number + place, chance) for place in range(4)]
    lines = [block.span for block in made.blocks[1:]]
    placed = tuple(
        dataclasses.replace(claim, document=made.path, span=span, quote=span.of(made.text))
        for claim, span in zip(claims, lines, strict=False)
    )
    return extraction(made, *placed, published=claims[0].published)


def told(facts: Any) -> dict[str, Any]:
    return {fact.key: (fact, [report.why for report in fact.reports]) for fact in facts}


def check(ledger: Ledger, kept: Kept) -> None:
    words = ledger.judgements()
    built = build(ledger.extractions(), PAIR, judgements=words)
    assert told(kept.facts()) == told(built.facts)
    relationship, found, count = kept.treaties_on(date(2020, 1, 1))
    assert relationship.treaties == tuple(text for text, _ in found)
    for day in (date(2019, 1, 1), date(2021, 6, 30), date(2030, 1, 1)):
        _, found, count = kept.treaties_on(day)
        assert tuple(found) == treaties_on(built, day)
        assert count == len(found)
    for indicator in {one.indicator for one in built.courses}:
        relationship, count = kept.courses(indicator)
        assert relationship.courses == tuple(one for one in built.courses if one.indicator == indicator)
        assert count == sum(len(point.facts) for one in relationship.series for point in one.points)
    texts = kept.texts(built.facts)
    assert texts == {key: source.text for key, source in built.sources.items() if source.claims}
    assert kept.as_of() == built.as_of


class Acting:
    """Random actions on a ledger."""

    def __init__(self, ledger: Ledger, chance: random.Random) -> None:
        self.ledger, self.chance = ledger, chance
        self.notes: list[Extraction] = []

    def act(self) -> None:
        acts = [self.add] * 4 + (
            [self.reread, self.move, self.judge, self.judge, self.record, self.back] if self.notes else []
        )
        self.chance.choice(acts)()

    def add(self) -> None:
        self.notes.append(note(len(self.notes), self.chance))
        self.ledger.add(self.notes[-1])

    def reread(self) -> None:
        """The same document by a newer program: a claim less, or others."""
        place = self.chance.randrange(len(self.notes))
        old, new = self.notes[place], note(place, self.chance)
        claims = self.chance.choice([old.claims[1:], old.claims[:2], (), new.claims])
        if claims is new.claims:
            claims = tuple(
                dataclasses.replace(a, span=b.span, quote=b.quote) for a, b in zip(new.claims, old.claims, strict=False)
            )
        self.notes[place] = dataclasses.replace(old, claims=claims)
        self.ledger.add(self.notes[place])

    def move(self) -> None:
        """Other bytes under a known path, or known bytes under another one."""
        place = self.chance.randrange(len(self.notes))
        path = self.chance.choice([one.document.path for one in self.notes] + ["elsewhere.txt"])
        old = self.notes[place]
        self.ledger.add(dataclasses.replace(old, document=dataclasses.replace(old.document, path=path)))

    def judge(self) -> None:
        current = [(claim, one.document.sha256) for one in self.ledger.extractions() for claim in one.claims]
        if not current:
            return
        claim, sha256 = self.chance.choice(current)
        others = [one for one in current if one[0].kind == claim.kind and one != (claim, sha256)]
        verdict = self.chance.choice(["accept", "reject", "prefer", "join", "split", "correct"])
        more: dict[str, Any] = {}
        if verdict in ("join", "split"):
            if not others:
                return
            more["others"] = [self.chance.choice(others)]
        if verdict == "correct":
            more |= {"field": "speaker", "value": "Айгерім"}
        self.ledger.judge(claim, sha256, verdict, who="Болат", **more)

    def record(self) -> None:
        if self.chance.random() < 0.5:
            self.ledger.record("session", [RECORDED], who="Болат", ground="хаттама")
            return
        path = self.chance.choice([one.path for one in self.ledger.documents()])
        self.ledger.record_words(path, Span(0, 9), RECORDED, who="Болат", ground="сөздер")

    def back(self) -> None:
        """Take a word or a record back."""
        words, records = self.ledger.judgements(), self.ledger.records()
        if words and self.chance.random() < 0.6:
            self.ledger.withdraw(self.chance.choice(words).id, who="Болат")
        elif records:
            self.ledger.withdraw_record(self.chance.choice(records).id, who="Болат")


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_what_is_kept_is_what_is_built(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    path = tmp_path_factory.mktemp("kept") / "ledger.sqlite"
    chance = random.Random(seed)
    with Ledger(path, data="test") as ledger:
        acting, kept = Acting(ledger, chance), Kept(ledger, PAIR)
        for _ in range(4):
            for _ in range(chance.randrange(1, 6)):
                acting.act()
            check(ledger, kept)
        kept.close()


class Killed(Exception):
    """Stands for a process that ends in the middle of its work."""


@pytest.mark.parametrize("after", [1, 3, 7])
def test_killed_while_it_catches_up_it_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    chance = random.Random(after)
    with Ledger(tmp_path / "ledger.sqlite", data="test") as ledger:
        acting = Acting(ledger, chance)
        for _ in range(12):
            acting.act()
        for module, name in (
            (keeping.Keeping, "keep"),
            (kept_facts.Facts, "_write"),
            (kept_treaties.KeptTreaties, "_make"),
        ):
            with monkeypatch.context() as patched:
                patched.setattr(kept_module, "AT_ONCE", 2)
                patched.setattr(module, name, _failing(getattr(module, name), after))
                interrupted = Kept(ledger, PAIR)
                with contextlib.suppress(Killed):
                    interrupted.treaties_on(date(2020, 1, 1))
                interrupted.close()
        kept = Kept(ledger, PAIR)
        check(ledger, kept)
        kept.close()


def _failing(method: Any, after: int) -> Any:
    calls = iter(range(after))

    def fails(*arguments: Any) -> Any:
        if next(calls, None) is None:
            raise Killed
        return method(*arguments)

    return fails


def test_facts_are_listed_counted_and_followed(tmp_path: Path) -> None:
    chance = random.Random(5)
    with Ledger(tmp_path / "ledger.sqlite", data="test") as ledger:
        acting, kept = Acting(ledger, chance), Kept(ledger, PAIR)
        for _ in range(6):
            acting.add()
        every = kept.facts()
        assert kept.count() == len(every)
        assert [fact for place in range(0, len(every), 3) for fact in kept.facts(limit=3, offset=place)] == every
        meetings = kept.facts("meeting")
        assert meetings == [fact for fact in every if fact.claim.kind == "meeting"]
        for kind in {fact.claim.type for fact in meetings}:
            assert kept.facts("meeting", kind) == [fact for fact in meetings if fact.claim.type == kind]
        assert kept.fact(short_id(every[0].key)) == every[0]
        assert kept.fact("0" * 12) is None
        before = kept.changes(0)
        assert sorted(fact.key for fact in kept.load(before.facts)) == sorted(fact.key for fact in every)
        assert not before.gone
        ledger.add(dataclasses.replace(acting.notes[0], claims=()))
        after = kept.changes(before.until)
        assert set(kept.by_number(before.facts)) == set(before.facts) - set(after.gone)
        assert after.facts or after.gone
        assert kept.changes(after.until) == dataclasses.replace(after, facts=(), gone=())
        for one in acting.notes:
            ledger.add(dataclasses.replace(one, claims=()))
        assert set(kept.changes(before.until).gone) >= set(before.facts)
        assert kept.facts() == []
        kept.close()
