"""What pages read of one state: facts by their numbers, what a document tells, sources when they are needed."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np

from qatynas.checks import Promised
from qatynas.model.claim import Claim
from qatynas.model.finding import Finding
from qatynas.model.span import Span
from qatynas.relations import (
    Cell,
    Course,
    Fact,
    Gathering,
    JointBody,
    Programme,
    Relationship,
    Report,
    Series,
    Source,
    Treaty,
)
from qatynas.relations.dates import bounds
from qatynas.relations.joining import fact_order
from qatynas.relations.keeping import REPORTS, report_of
from qatynas.relations.kept import Kept
from qatynas.relations.kept_tables import in_parts, marks
from qatynas.relations.programmes import programmes
from qatynas.relations.series import courses, series
from qatynas.serve import promised
from qatynas.serve.facets import LAST_DAY
from qatynas.serve.keeper import Work
from qatynas.serve.shelf import MOST_SOURCES, State
from qatynas.serve.tally import Mask, Picked, Tally

REPORTS_SHOWN = 24  # of one fact in a list; its own page has more
REPORTS_OF_ONE = 60
MOST_NARROWED = 200  # findings that a chart's bands are made of
MOST_DONE = 2_000  # facts of a term that are looked at for what was done in it, the newest


class Told:
    """Reads a state for one request, in the thread whose files work is."""

    def __init__(self, state: State, work: Work) -> None:
        self.state, self.work = state, work
        self._left: dict[int, tuple[Any, int]] = {}

    @contextmanager
    def as_it_stands(self) -> Iterator[None]:
        """All that is read inside is of one moment, whoever writes meanwhile."""
        connection = self.kept.derived.connection
        connection.execute("BEGIN")
        try:
            yield
        finally:
            connection.execute("COMMIT")

    @property
    def kept(self) -> Kept:
        return self.work.kept(self.state.pair)

    @cached_property
    def relationship(self) -> Relationship:
        """The relationship without its facts: of which pair, as of when; documents are read when they are asked for."""
        made = self.kept.partly((), sources=_Sources(self))
        object.__setattr__(made, "texts", _Texts(self.kept))  # it was made here, nobody else holds it
        return made

    @property
    def facts(self) -> Tally:
        return self.state.facts.tally

    def of_kind(self, *kinds: str) -> Mask:
        """The facts of these kinds."""
        return self.facts.having_any("kind", lambda kind: kind in kinds)

    def pick(self, mask: Mask, reports: int = REPORTS_SHOWN) -> Picked:
        """Facts to be listed."""
        return Picked(self.facts, mask, lambda numbers: self.read(numbers, reports))

    def read(self, numbers: Sequence[int], reports: int = REPORTS_SHOWN) -> list[Fact[Any]]:
        """Facts by their numbers, with so many reports of each."""
        found = self.kept.load(numbers, reports)
        self._left |= {id(fact.reports): (fact.reports, fact.more) for fact in found if fact.more}
        return found

    def counted(self, reports: tuple[Report, ...], left: int) -> tuple[Report, ...]:
        """The same reports, of which it is known how many more there are."""
        if left > 0:
            self._left[id(reports)] = (reports, left)
        return reports

    def left_out(self, reports: Sequence[Report]) -> int:
        """How many further reports a fact has than these, which were read with it."""
        known = self._left.get(id(reports))
        return known[1] if known else 0

    def fact(self, wanted: str, reports: int = REPORTS_OF_ONE) -> Fact[Any] | None:
        """The fact with this short id, or None."""
        try:
            numbers = self.kept.numbered(wanted)
        except ValueError:
            return None
        return next(iter(self.read(numbers, reports)), None) if wanted else None

    # series

    def heads(self) -> dict[tuple[Cell, str | None], tuple[int, int]]:
        """Every series by what its figures have in common and whose they are, with its number and how many it has."""
        if not self.state.heads:
            rows = self.kept.derived.connection.execute(
                "SELECT head, reporter, series.id, count(*) FROM fact JOIN series ON series.id = fact.series "
                "WHERE fact.series IS NOT NULL GROUP BY fact.series"
            )
            found = {(Cell(**json.loads(head)), reporter): (number, count) for head, reporter, number, count in rows}
            self.state.heads.update(found)
        return self.state.heads

    def courses(self) -> tuple[Course, ...]:
        """All courses, their series without their points."""
        found = [Series(head, reporter, ()) for head, reporter in self.heads()]
        return courses(sorted(found, key=lambda one: (one.head.indicator, repr(one.head), one.reporter or "")))

    def size_of(self, one: Series) -> int:
        """How many numbers a series has."""
        return self.heads()[one.head, one.reporter][1]

    def course(self, course: Course, most: int) -> tuple[Course, int]:
        """A course with the newest points of each of its series, and how many numbers it has in all."""
        known = [self.heads()[one.head, one.reporter] for one in course.series]
        numbers = [number for one, _ in known for number in self.kept.of_series(one, most)]
        facts = sorted(self.read(numbers), key=fact_order)
        whole = courses(series(facts))
        return whole[0] if whole else course, sum(count for _, count in known)

    def newest_of(self, course: Course) -> Fact[Any] | None:
        """The newest figure that is no forecast or target, of the measure that comes first."""
        number = self.heads()[course.series[0].head, course.reporter][0]
        for which in ("AND status = 'actual' AND first_day < ?", "AND first_day <= ?"):
            row = self.kept.derived.connection.execute(
                f"SELECT id FROM fact WHERE series = ? {which} ORDER BY first_day DESC, last_day DESC, id LIMIT 1",
                (number, LAST_DAY),
            ).fetchone()
            if row:
                return next(iter(self.read([row[0]], 1)), None)
        return None

    def narrowing(self, of: Callable[[str], bool]) -> list[Finding]:
        """Findings that leave less of a figure of these indicators than was said, the newest years' first."""
        found = self.state.found
        mask = found.tally.having_any("narrows", of)
        return self.findings(found.ids[int(row)] for row in np.flatnonzero(mask)[:MOST_NARROWED])

    # things

    def bodies(self, most: int) -> tuple[JointBody, ...]:
        """Joint bodies, the highest first."""
        return self.kept.joint.bodies(most).items

    def gatherings(self, meetings: Sequence[Fact[Any]]) -> list[Gathering]:
        """Meetings with what belongs to them."""
        return [self.kept.meetings.of(meeting) for meeting in meetings]

    def programme(self, treaty: Treaty) -> Programme | None:
        """What is told to have been done under a text's priorities, None where it has none."""
        if not (treaty.term and treaty.priorities):
            return None
        first, last = bounds(treaty.term)
        begin, end = (first or date.min).toordinal(), (last or date.max).toordinal()
        days = self.state.facts.ordered_days
        mask = self.of_kind("figure", "agreement", "project", "exchange", "topic") & (days[:, 0] <= end)
        mask &= (days[:, 1] >= begin) & ~self.facts.having("status", "target")
        facts = self.read(self.pick(mask).numbers(MOST_DONE), 1)
        return next(iter(programmes([treaty], facts)), None)

    # what documents tell

    def in_documents(self, documents: Iterable[str], spans: Mapping[str, Span] | None = None) -> list[Saying]:
        """What documents report, in the order of their texts, each with its fact; spans keeps what meets them."""
        found = [
            Saying(report_of(row[2:]), row[0], bytes(row[1]).hex()[:12])
            for part in in_parts(dict.fromkeys(documents))
            for row in self.kept.derived.connection.execute(f"{_SAYINGS} ({marks(part)})", part)
        ]
        kept = (one for one in found if spans is None or one.report.claim.span.meets(spans[one.report.source]))
        return sorted(kept, key=lambda one: (one.report.source, one.report.claim.span))

    def fact_of(self, claim: Claim, source: str) -> Fact[Any] | None:
        """The fact that a claim of a document tells: by its place and kind."""
        for one in self.in_documents([source], {source: claim.span}):
            if one.report.claim.kind == claim.kind and one.report.claim.span == claim.span:
                return next(iter(self.read([one.number], REPORTS_OF_ONE)), None)
        return None

    def facts_of_documents_alone(self, documents: Sequence[str], most: int) -> list[Fact[Any]]:
        """Facts that nobody but these documents tells."""
        rows = self.kept.derived.connection.execute(
            "SELECT saying.fact, count(*), fact.reports FROM report JOIN source ON source.id = report.source "
            "JOIN saying ON saying.id = report.saying JOIN fact ON fact.id = saying.fact "
            f"WHERE source.sha256 IN ({marks(documents)}) GROUP BY saying.fact", documents,
        )  # fmt: skip
        return self.read([fact for fact, mine, all_ in rows if mine == all_][:most])

    def claims_about(self) -> int:
        """How many claims are about the pair."""
        return int(self.kept.derived.connection.execute("SELECT coalesce(sum(reports), 0) FROM source").fetchone()[0])

    # findings and promises

    def promises(self, numbers: Sequence[int]) -> list[Promised]:
        """Promises by the numbers of their facts, with what became of them."""
        return promised.read(self.kept, self.work.findings(self.state.pair), numbers, REPORTS_SHOWN)

    def findings(self, ids: Iterable[str]) -> list[Finding]:
        """Findings by their ids."""
        return self.state.found.read(self.work.findings(self.state.pair), ids)


class Saying:
    """A report with the number and the short id of the fact that it tells."""

    __slots__ = ("fact", "number", "report")

    def __init__(self, report: Report, number: int, fact: str) -> None:
        self.report, self.number, self.fact = report, number, fact


_SAYINGS = (
    f"SELECT saying.fact, teller.digest, {REPORTS.removeprefix('SELECT report.id, ')} "
    "JOIN fact ON fact.id = saying.fact JOIN saying AS teller ON teller.id = fact.saying WHERE source.sha256 IN"
)


class _Sources(Mapping[str, Source]):
    """Documents by their hashes, each read when it is asked for and kept with the state for a while."""

    def __init__(self, told: Told) -> None:
        self._told = told

    def __getitem__(self, sha256: str) -> Source:
        known: OrderedDict[str, Source] = self._told.state.sources
        found = known.get(sha256)
        if found is None:
            found = self._read(sha256)
            known[sha256] = found
            while len(known) > MOST_SOURCES:
                known.popitem(last=False)
        return found

    def _read(self, sha256: str) -> Source:
        one = next(self._told.work.book.extractions(sha256=sha256), None)
        if one is None:
            raise KeyError(sha256)
        row = self._told.kept.derived.connection.execute(
            "SELECT reports FROM source WHERE sha256 = ?", (sha256,)
        ).fetchone()
        return Source(
            one.document, one.dating, one.pair, row[0] if row else 0, one.leftovers, one.canonical_lines, one.relevance,
            sha256,
        )  # fmt: skip

    def __iter__(self) -> Iterator[str]:
        rows = self._told.kept.derived.connection.execute("SELECT sha256 FROM source").fetchall()
        return (row[0] for row in rows)

    def __len__(self) -> int:
        return int(self._told.kept.derived.connection.execute("SELECT count(*) FROM source").fetchone()[0])


class _Texts(Mapping[str, str]):
    """For each document the one that stands for its text."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def __getitem__(self, sha256: str) -> str:
        row = self._kept.derived.connection.execute(
            "SELECT other.sha256 FROM source JOIN source AS other ON other.id = source.text WHERE source.sha256 = ?",
            (sha256,),
        ).fetchone()
        return str(row[0]) if row else sha256

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0
