"""Works by the names that they go by, kept up: those whose names may be of one work are looked at together."""

from __future__ import annotations

from collections import defaultdict
from sqlite3 import Connection

from qatynas.model.claim import Project
from qatynas.relations.grouping import neighbours
from qatynas.relations.kept_tables import number_of
from qatynas.relations.labels import packed
from qatynas.relations.named import one_work, spoken
from qatynas.relations.names import stems

WORKS = "works"


def place_of(claim: Project) -> tuple[int, str]:
    """The shard of all works of one name and place, and both as a key that `named.spoken` reads."""
    place = claim.place
    key = packed(claim.name, place is not None, place.name if place else None, place.country if place else None)
    return number_of((WORKS, key)), key


class KeptWorks:
    """Which shards of works are looked at together."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def arrange(self) -> None:
        """Put names together anew where one came or went; those that are with others now are to be looked at."""
        known = dict(self._db.execute(_NAMED).fetchall())
        homes = dict(self._db.execute("SELECT shard, home FROM home").fetchall())
        if known.keys() == homes.keys():
            return
        said = {shard: spoken(key) for shard, key in known.items()}
        near = neighbours(
            {shard: stems(name) for shard, (name, _) in sorted(said.items())},
            lambda one, other: one_work(said[one], said[other]),
        )
        now: dict[int, int] = {}
        for shard in sorted(near):
            if shard not in now:
                now |= dict.fromkeys(_joined(near, shard), shard)
        before, after = _together(homes), _together(now)
        changed = [shard for shard, home in now.items() if after[home] != before.get(homes.get(shard, 0))]
        self._db.executemany("UPDATE shard SET dirty = 1 WHERE id = ?", [(shard,) for shard in changed])
        self._db.execute("DELETE FROM home")
        self._db.executemany("INSERT INTO home VALUES (?, ?)", list(now.items()))

    def dirty(self) -> list[int]:
        """The shards that are looked at with one that was touched; those of which no work is left are by themselves."""
        row = self._db.execute(
            "SELECT shard.id, home FROM shard LEFT JOIN home ON shard = shard.id WHERE name = ? AND dirty LIMIT 1",
            (WORKS,),
        ).fetchone()
        if row is None or row[1] is None:
            return [row[0]] if row else []
        return [shard for (shard,) in self._db.execute("SELECT shard FROM home WHERE home = ?", (row[1],))]


def _joined(near: dict[int, set[int]], shard: int) -> set[int]:
    """All that hangs together with one."""
    found, waiting = {shard}, [shard]
    while waiting:
        fresh = near[waiting.pop()] - found
        found |= fresh
        waiting += fresh
    return found


def _together(homes: dict[int, int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for shard, home in homes.items():
        found[home].add(shard)
    return found


_NAMED = f"""
SELECT id, kin FROM shard WHERE name = '{WORKS}' AND EXISTS (SELECT 1 FROM member WHERE member.shard = shard.id)"""
