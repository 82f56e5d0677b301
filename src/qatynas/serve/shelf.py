"""The relationship as the ledger now tells it, kept in memory until the ledger changes.

One state serves all readers. Where the ledger has changed, the new state is built once, in the background; who has just
written waits for it, others get the last one at once, with a line that says so.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import qatynas
from qatynas.checks import Finding, Promised, promised
from qatynas.ledger.settling import Settled, Settlement
from qatynas.model.claim import Claim
from qatynas.model.span import Span
from qatynas.publish.doubts import remember
from qatynas.relations import Fact, Relationship, Report, build, pairs
from qatynas.relations.rows import short_id
from qatynas.serve.ahead import Ahead, look

LOG = logging.getLogger("qatynas.serve")
Pair = tuple[str, str]
Mark = tuple[int, ...]
FIRST: Pair = ("KAZ", "KGZ")
"""The pair of an empty ledger, as elsewhere on the command line."""


@dataclass(frozen=True)
class State:
    """A relationship with what pages look up in it; mark says which state of the ledger it is."""

    mark: Mark
    relationship: Relationship
    pairs: tuple[Pair, ...]
    arrived: dict[str, str] = field(repr=False)
    check: Callable[[Relationship], tuple[tuple[Finding, ...], tuple[Settled, ...]]] = field(repr=False)

    @cached_property
    def _checks(self) -> tuple[tuple[Finding, ...], tuple[Settled, ...]]:
        return self.check(self.relationship)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What all checks find and nobody has settled, the heaviest first."""
        return self._checks[0]

    @property
    def settled(self) -> dict[str, Settlement]:
        """Settlements by the ids of the findings that they still hold for."""
        return {one.finding.id: one.by for one in self._checks[1]}

    @cached_property
    def checked(self) -> tuple[Finding, ...]:
        """What all checks find, settled or not."""
        return (*self.findings, *(one.finding for one in self._checks[1]))

    @cached_property
    def promises(self) -> tuple[Promised, ...]:
        """Every promise with its status."""
        return promised(self.relationship)

    @cached_property
    def ahead(self) -> Ahead:
        """What lies ahead, as far as is told."""
        return look(self.relationship)

    @cached_property
    def facts(self) -> dict[str, Fact[Claim]]:
        """Facts by their short ids."""
        return {short_id(fact.key): fact for fact in self.relationship.facts}

    @cached_property
    def by_source(self) -> dict[str, list[tuple[Report, Fact[Claim]]]]:
        """What each document (by its sha256) reports, in the order of its text."""
        found: dict[str, list[tuple[Report, Fact[Claim]]]] = defaultdict(list)
        for fact in self.relationship.facts:
            for report in fact.reports:
                found[report.source].append((report, fact))
        for told in found.values():
            told.sort(key=lambda one: one[0].claim.span)
        return found

    def facts_of(self, claim: Claim, source: str) -> list[Fact[Claim]]:
        """The facts that a claim of a document tells: by its place and kind."""
        return [
            fact
            for report, fact in self.by_source.get(source, ())
            if report.claim.kind == claim.kind and report.claim.span == claim.span
        ]

    def reports_at(self, source: str, span: Span) -> list[tuple[Report, Fact[Claim]]]:
        """What a document reports within a stretch of its text."""
        return [one for one in self.by_source.get(source, ()) if one[0].claim.span.meets(span)]


class Shelf:
    """States by pair. path is the ledger's file, pair the one shown where none is asked for."""

    def __init__(self, path: Path, pair: Pair | None = None, *, wait: float = 5.0) -> None:
        self.path = path
        self.pair = pair
        self.wait = wait
        self._states: dict[Pair | None, State] = {}
        self._building: dict[Pair | None, threading.Thread] = {}
        self._lock = threading.Lock()
        self._local = threading.local()

    def book(self) -> qatynas.Ledger:
        """The ledger, opened once a thread."""
        found: qatynas.Ledger | None = getattr(self._local, "book", None)
        if found is None:
            found = qatynas.Ledger.open(self.path)
            self._local.book = found
        return found

    def mark(self) -> Mark:
        """What tells one state of the ledger from another."""
        try:
            return self.book().state()
        except sqlite3.Error:
            self._local.book = None
            raise

    def state(self, pair: Pair | None = None, *, wrote: bool = False) -> State:
        """The newest state; the one before while a new one is being built, unless who asks has just written."""
        pair = pair or self.pair
        mark = self.mark()
        known = self._states.get(pair)
        if known is not None and known.mark == mark:
            return known
        thread = self._build(pair, mark)
        thread.join(None if known is None else self.wait if wrote else min(self.wait, 0.05))
        built = self._states.get(pair)
        if built is None:
            return self._made(pair, mark)  # raises what the thread could not tell
        return built

    def is_behind(self, state: State) -> bool:
        """Whether the ledger knows more than a state."""
        return state.mark != self.mark()

    def _build(self, pair: Pair | None, mark: Mark) -> threading.Thread:
        with self._lock:
            thread = self._building.get(pair)
            if thread is None or not thread.is_alive():
                thread = threading.Thread(target=self._keep, args=(pair, mark), daemon=True)
                self._building[pair] = thread
                thread.start()
            return thread

    def _keep(self, pair: Pair | None, mark: Mark) -> None:
        try:
            self._states[pair] = self._made(pair, mark)
        except Exception:
            LOG.exception("%s: its newest state could not be built", self.path)  # readers keep the one before

    def _made(self, pair: Pair | None, mark: Mark) -> State:
        book = self.book()
        extractions = list(book.extractions())
        known = tuple(pairs(extractions))
        wanted = pair or (known[0] if known else FIRST)
        return State(
            mark,
            build(extractions, wanted, judgements=book.judgements()),
            known or (wanted,),
            {one.sha256: one.added_at for one in book.documents()},
            self._check,
        )

    def _check(self, relationship: Relationship) -> tuple[tuple[Finding, ...], tuple[Settled, ...]]:
        """What the ledger finds of a pair, open and settled; it keeps that up, so that little is computed anew."""
        if not relationship.facts:
            return (), ()
        book = self.book()
        found = book.findings(relationship.pair)
        settled = book.settled(relationship.pair)
        remember(relationship, (*found, *(one.finding for one in settled)))
        return found, settled
