"""Kept facts read back as they are when everything is built in memory."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from qatynas.relations.joining import EXACT, FIRST, PREFERRED, told_when
from qatynas.relations.keeping import REPORTS as FIELDS
from qatynas.relations.keeping import report_of
from qatynas.relations.kept_tables import DAY_BITS, in_parts, marks, told_at
from qatynas.relations.keys import fact_key
from qatynas.relations.rulings import Rulings
from qatynas.relations.values import Fact, Report

Days = tuple[int, int]
"""The first and the last of some days, as ordinals."""

REPORTS = 20
"""So many reports are read of what more documents tell."""

TOLD = 300
"""So many reports of a meeting or an act are looked through for what is told beside it."""

MEMBERS = 20
"""So many facts are read of a thing of which more are told, where nothing else is asked for."""


def load(
    connection: sqlite3.Connection,
    numbers: Sequence[int],
    rulings: Rulings,
    most: int | None = None,
    days: Days | None = None,
) -> list[Fact[Any]]:
    """Facts by their numbers, in that order; those that are no more are left out.

    Each has all its reports or, where there are more than `most`, its first ones, the one that tells it and the first
    of those written in these days.
    """
    found = by_number(connection, numbers, rulings, most, days)
    return [found[number] for number in numbers if number in found]


def by_number(
    connection: sqlite3.Connection,
    numbers: Iterable[int],
    rulings: Rulings,
    most: int | None = None,
    days: Days | None = None,
) -> dict[int, Fact[Any]]:
    """The same, each under its number."""
    return {
        number: fact for part in in_parts(numbers) for number, fact in _loaded(connection, part, rulings, most, days)
    }


def _loaded(
    connection: sqlite3.Connection, part: Sequence[int], rulings: Rulings, most: int | None, days: Days | None
) -> Iterator[tuple[int, Fact[Any]]]:
    facts = connection.execute(
        "SELECT id, saying, report, preferred, judged, candidates, reports "
        f"FROM fact WHERE id IN ({marks(part)})", part,
    ).fetchall()  # fmt: skip
    reports: dict[int, list[tuple[int, int, str | None, Report]]] = defaultdict(list)
    for which, values in _told(connection, facts, most, days):
        for fact, saying, number, ident, *row in connection.execute(f"{_TOLD} WHERE {which}", values):
            reports[fact].append((number, saying, ident, report_of(row)))
    facts = [row for row in facts if any(number == row[2] for number, *_ in reports[row[0]])]  # others are at work
    ids = {row[0] for row in facts}
    linked = {other for row in facts for other in json.loads(row[5])}
    keys = _keys(connection, linked - ids, rulings)
    several = [row[0] for row in facts if len({saying for _, saying, _, _ in reports[row[0]]}) > 1]
    why = _reasons(connection, several)
    made = []
    for number, saying, report, preferred, judged, candidates, count in facts:
        told = sorted(reports[number], key=lambda one: told_when(one[3]))
        first = next(one for one in told if one[0] == report)
        keys[number] = _key(first[3], first[2], rulings)
        explained = tuple(
            Report(one.source, one.claim, one.origin,
                   (PREFERRED if preferred else FIRST) if place == report
                   else EXACT if own == saying
                   else why.get((own, saying)) or rulings.why(ident or one.id) or EXACT)
            for place, own, ident, one in told
        )  # fmt: skip
        left = count - len(told)
        rest = (left, _count_texts(connection, number)) if left > 0 else (0, 0)
        made.append((number, first[3].claim, explained, json.loads(candidates), tuple(json.loads(judged)), rest))
    for number, claim, told_so, near, words, rest in made:
        linked_keys = tuple(sorted(keys[one] for one in near if one in keys))
        yield number, Fact(keys[number], claim, told_so, linked_keys, words, *rest)


_TOLD = (
    "SELECT saying.fact, saying.id, report.id, CASE report.number WHEN '' THEN claim.id ELSE report.number END, "
    + FIELDS.removeprefix("SELECT report.id, ")
)


_OF_FACT = "FROM saying JOIN report ON report.saying = saying.id {} WHERE saying.fact = ?"
_SOURCE = "JOIN source ON source.id = report.source"
_PRINTED = "JOIN source INDEXED BY source_printed ON source.id = report.source"
_LAST_DAY = (1 << DAY_BITS) - 1


def _told(
    connection: sqlite3.Connection, facts: Sequence[tuple[Any, ...]], most: int | None, days: Days | None
) -> Iterator[tuple[str, list[int]]]:
    """Which reports are read: all of most facts; of those that more tell the one that tells and the first ones."""
    whole = [row[0] for row in facts if most is None or row[6] <= most]
    yield f"saying.fact IN ({marks(whole)})", whole
    for fact, _, teller, *_ in (row for row in facts if most is not None and row[6] > most):
        wanted = {teller, *_earliest(connection, fact, most or 0)}
        if days:
            wanted |= set(_earliest(connection, fact, most or 0, days))
        yield f"report.id IN ({marks([*wanted])})", sorted(wanted)


def _earliest(connection: sqlite3.Connection, fact: int, most: int, days: Days | None = None) -> list[int]:
    """The first so many reports of a fact, of those written in these days where they are given. The index of reports
    says which are early enough; only these are looked at."""
    which, values = "", [fact]
    if days:
        which, values = f"AND told < ? AND told & {_LAST_DAY} >= ?", [fact, told_at(days[1] + 1, 0), days[0]]
    turn = connection.execute(
        f"SELECT told {_OF_FACT.format('')} {which} ORDER BY told LIMIT 1 OFFSET ?", (*values, most - 1)
    ).fetchone()
    if turn:
        which, values = f"{which} AND told <= ?", [*values, turn[0]]
    rows = connection.execute(
        f"SELECT report.id {_OF_FACT.format(_SOURCE)} {which} ORDER BY told, published, path, sha256, position LIMIT ?",
        (*values, most),
    )
    return [row[0] for row in rows]


def _count_texts(connection: sqlite3.Connection, fact: int) -> int:
    return int(
        connection.execute(f"SELECT count(DISTINCT source.text) {_OF_FACT.format(_PRINTED)}", (fact,)).fetchone()[0]
    )


def _keys(connection: sqlite3.Connection, numbers: Iterable[int], rulings: Rulings) -> dict[int, str]:
    """The keys of facts, by the reports that tell them."""
    found = {}
    for part in in_parts(numbers):
        for fact, ident, *row in connection.execute(
            "SELECT fact.id, CASE report.number WHEN '' THEN claim.id ELSE report.number END, "
            f"{FIELDS.removeprefix('SELECT report.id, ')} JOIN fact ON fact.report = report.id "
            f"WHERE fact.id IN ({marks(part)})",
            part,
        ):
            found[fact] = _key(report_of(row), ident, rulings)
    return found


def _key(report: Report, ident: str | None, rulings: Rulings) -> str:
    key = fact_key(report.claim)
    return rulings.apart(key, ident or report.id) if rulings else key


def _reasons(connection: sqlite3.Connection, facts: Sequence[int]) -> dict[tuple[int, int], str]:
    """Why sayings stand in a fact beside the one that tells it."""
    return {
        (one, other): why
        for part in in_parts(facts)
        for one, other, why in connection.execute(
            "SELECT one, other, why FROM fact JOIN edge ON edge.other = fact.saying "
            f"JOIN saying ON saying.id = edge.one AND saying.fact = fact.id WHERE fact.id IN ({marks(part)})",
            part,
        )
    }
