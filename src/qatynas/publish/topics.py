"""Topics of one meeting or programme as one line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from qatynas.model.claim import Topic
from qatynas.publish.labels import label
from qatynas.relations import Fact

_MODES = ("discussed", "agreed", "priority", "expected")


def topic_words(facts: Iterable[Fact[Topic]]) -> tuple[str, ...]:
    """«discussed: trade, water» and so on, one for each mode."""
    modes: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        name = label("topics", fact.claim.topic)
        if name not in modes[fact.claim.mode]:
            modes[fact.claim.mode].append(name)
    ordered = sorted(modes, key=lambda mode: _MODES.index(mode) if mode in _MODES else len(_MODES))
    return tuple(label("words", mode, topics=", ".join(modes[mode])) for mode in ordered)
