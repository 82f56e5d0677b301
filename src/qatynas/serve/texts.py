"""Treaties and other texts for their list: of which sort and years each is, and how it stands on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from qatynas.relations.asking import STATES
from qatynas.relations.kept import Kept
from qatynas.relations.kept_treaties import KINDS
from qatynas.relations.names import is_alliance
from qatynas.relations.rows import short_id
from qatynas.serve.tally import UNDATED, Tally

MOST_ALLIANCES = 12  # texts by which the states are allies, the latest read
Pairs = tuple[NDArray[np.int32], NDArray[np.int32]]


class Texts:
    """All texts, the newest act first."""

    def __init__(self, kept: Kept, facts: Tally, days: NDArray[np.int32]) -> None:
        rows = kept.derived.connection.execute("SELECT id, acts, titles FROM treaties_text").fetchall()
        acts = _lists(int, [packed for _, packed, _ in rows])
        titles = _lists(str, [packed for _, _, packed in rows])
        text_of = np.repeat(np.arange(len(rows)), [len(mine) for mine in acts])
        at = facts.places(np.array([act for mine in acts for act in mine], dtype=np.int64))
        last = np.full(len(rows), UNDATED, dtype=np.int64)
        there = at >= 0
        np.maximum.at(last, text_of[there], days[at[there], 0])
        self.order = np.argsort(-last, kind="stable")
        self.numbers = np.array([row[0] for row in rows], dtype=np.int64)[self.order]
        place = np.empty(len(rows), dtype=np.int32)
        place[self.order] = np.arange(len(rows), dtype=np.int32)
        named = [int(row[0]) for row, mine in zip(rows, titles, strict=True) if any(map(_is_alliance, mine))]
        self.alliances = named[-MOST_ALLIANCES:]
        self._place = {int(number): at for at, number in enumerate(self.numbers)}
        self._known = [*facts.known]
        of_fact = np.full(facts.size, -1, dtype=np.int32)
        of_fact[at[there]] = place[text_of[there]]
        self._pairs = [_first(facts.pairs("type"), of_fact), _each(facts.pairs("year"), of_fact)]
        self._pairs.append(self._topics(kept, facts))

    def _topics(self, kept: Kept, facts: Tally) -> Pairs:
        rows = kept.derived.connection.execute(
            "SELECT text, fact FROM treaties_home JOIN treaties_topic USING (at)"
        ).fetchall()
        rows = [row for row in rows if row[0] in self._place]
        at = facts.places(np.array([fact for _, fact in rows], dtype=np.int64))
        of_fact = np.full(facts.size, -1, dtype=np.int32)
        for (text, _), where in zip(rows, at, strict=True):
            if where >= 0:
                of_fact[where] = self._place[text]
        return _each(facts.pairs("topic"), of_fact)

    def on(self, kept: Kept, day: date) -> Tally:
        """The texts with how they stand on a day."""
        when = day.toordinal()
        rows = kept.derived.connection.execute(
            "SELECT text, state FROM treaties_step WHERE begin <= ? AND until > ?", (when, when)
        )
        state = np.full(len(self.numbers), len(STATES), dtype=np.int32)
        for text, number in rows:
            if text in self._place:
                state[self._place[text]] = number
        known = [*self._known, *(("standing", name) for name in (*STATES, "unknown"))]
        pairs = [*self._pairs, (np.arange(len(state), dtype=np.int32), state + np.int32(len(self._known)))]
        return Tally(
            self.numbers, np.concatenate([rows for rows, _ in pairs]), np.concatenate([words for _, words in pairs]),
            known,
        )  # fmt: skip


def have_changed(kept: Kept, since: int) -> bool:
    """Whether something changed that texts are made of, since facts were kept up to there."""
    changes = kept.changes(since, KINDS)
    return bool(changes.facts or changes.gone)


def text_with(kept: Kept, wanted: str) -> int | None:
    """The text whose first act is the fact with this short id."""
    try:
        facts = kept.numbered(wanted)
    except ValueError:
        return None
    texts = [
        row[0]
        for fact in facts
        for row in kept.derived.connection.execute(
            "SELECT id FROM treaties_text WHERE family = (SELECT family FROM treaties_act WHERE fact = ?)", (fact,)
        )
    ]
    found = kept.treaties.load(texts)
    return next(
        (number for number, text in zip(texts, found, strict=True) if short_id(text.acts[0].key) == wanted), None
    )


def _lists(of: type[T], packed: Sequence[str]) -> list[list[T]]:
    """JSON lists, all decoded at once."""
    return msgspec.json.decode(f"[{','.join(packed)}]", type=list[list[of]])  # type: ignore[valid-type]


_is_alliance = lru_cache(1 << 17)(is_alliance)  # the titles are read anew with each state
T = TypeVar("T", int, str)


def _each(pairs: Pairs, of_fact: NDArray[np.int32]) -> Pairs:
    """Words of facts as words of their texts, each once."""
    rows, words = pairs
    texts = of_fact[rows]
    both = np.unique(np.stack([texts[texts >= 0], words[texts >= 0]]), axis=1)
    return both[0].astype(np.int32), both[1].astype(np.int32)


def _first(pairs: Pairs, of_fact: NDArray[np.int32]) -> Pairs:
    """The same, of each text the word that most of its facts have alone."""
    rows, words = pairs
    texts = of_fact[rows]
    both, counts = np.unique(np.stack([texts[texts >= 0], words[texts >= 0]]), axis=1, return_counts=True)
    order = np.lexsort((-counts, both[0]))
    _, begin = np.unique(both[0][order], return_index=True)
    chosen = order[begin]
    return both[0][chosen].astype(np.int32), both[1][chosen].astype(np.int32)
