"""How tables that are made of facts follow them: in parts, so that one that is killed goes on where it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qatynas.relations.kept import Kept

AT_ONCE = 2_000  # facts that are taken in in one transaction

Progress = Callable[[str, int], None]


def take_in(
    kept: Kept,
    name: str,
    kinds: Sequence[str],
    forget: Callable[[Sequence[int]], None],
    learn: Callable[[Sequence[int]], None],
    progress: Progress | None = None,
) -> bool:
    """Let a follower (Derived.follow) forget the facts of some kinds that went and learn those that came or changed,
    each part in a transaction, and note how far it came; whether there were any. progress is told how many wait.

    Facts come in the order in which they changed, so that all that changed before the next one are done with a part.
    """
    derived = kept.derived
    since = derived.followed(name)
    changes = kept.changes(since, kinds)
    came, went = len(changes.facts), len(changes.gone)
    for place in (*range(-went, 0, AT_ONCE), *range(0, came, AT_ONCE)):
        if progress:
            progress(name, came - place)
        beyond = place + AT_ONCE
        with derived.transaction():
            if place < 0:
                forget(changes.gone[place:][:AT_ONCE])
                continue
            forget(changes.facts[place:beyond])
            learn(changes.facts[place:beyond])
            since = min(changes.until, changes.stamps[beyond] - 1 if beyond < came else changes.until)
            derived.note(name, since)
    if went and not came:
        with derived.transaction():
            derived.note(name, changes.until)
    return bool(came or went)
