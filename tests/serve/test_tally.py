"""Many things with their words: counted, narrowed and made anew where some change, as if each were looked at."""

from __future__ import annotations

from array import array
from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.serve.tally import UNDATED, Picked, Roll, Tally

KNOWN = [("", ""), *((facet, word) for facet in ("kind", "year") for word in "abcd")]
ROWS = st.dictionaries(
    st.integers(1, 40),
    st.tuples(st.integers(UNDATED, 9), st.sets(st.integers(1, len(KNOWN) - 1))),
    max_size=20,
)


def roll(rows: dict[int, tuple[int, set[int]]]) -> Roll:
    """Rows as they are kept."""
    kept = [(number, day, day, array("i", sorted(words)).tobytes()) for number, (day, words) in rows.items()]
    return Roll.of(kept, KNOWN)


@settings(max_examples=60, deadline=None)
@given(ROWS, ROWS, st.sets(st.integers(1, 40)))
def test_a_roll_that_changes_is_as_one_made_anew(
    before: dict[int, tuple[int, set[int]]], fresh: dict[int, tuple[int, set[int]]], gone: set[int]
) -> None:
    changed = roll(before).changed(gone, roll(fresh)).tally
    now = {number: row for number, row in before.items() if number not in gone} | fresh
    assert list(changed.numbers) == sorted(now, key=lambda number: (-now[number][0], number))
    for facet in ("kind", "year"):
        told = Counter(KNOWN[at][1] for _, words in now.values() for at in words if KNOWN[at][0] == facet)
        assert changed.counts(facet, changed.all()) == told
        for word in "abcd":
            mine = {number for number, (_, words) in now.items() if (facet, word) in {KNOWN[at] for at in words}}
            assert set(changed.numbers[changed.having(facet, word)]) == mine


def test_things_at_hand_are_counted_and_picked_page_by_page() -> None:
    things = ["алма", "өрік", "алмұрт", "жүзім"]
    tally = Tally.of(things, {"first": lambda word: word[0], "length": lambda word: (str(len(word)),)})
    assert tally.counts("first", tally.having("length", "4")) == {"а": 1, "ө": 1}
    places = tally.places(np.array([3, 7, 0]))
    assert places.tolist() == [3, -1, 0]
    assert tally.first("length", places) == ["5", "", "4"]
    picked = Picked(
        tally, tally.having_any("first", lambda first: first == "а"), lambda rows: [things[n] for n in rows]
    )
    assert (picked.count, picked.numbers(1), picked.numbers(1, 1)) == (2, [0], [2])
    nothing = Tally.of((), {"first": lambda word: word})
    assert (nothing.size, nothing.counts("first", nothing.all())) == (0, {})
