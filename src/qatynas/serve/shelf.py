"""What pages read: the state of the ledger that was kept up last, and what of it each thread holds open.

Readers never compute what is kept: one keeper brings it up to date when the ledger has changed, then a new state is put
in the place of the last one. Who has just written waits for it; others get pages of the last one, with a line that says
so.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import qatynas
from qatynas.relations import Cell, Relationship, Source
from qatynas.relations.dates import bounds
from qatynas.relations.judged import rulings
from qatynas.relations.rulings import Rulings
from qatynas.serve import facets
from qatynas.serve.found import Found
from qatynas.serve.keeper import Keeper, Work
from qatynas.serve.promised import Promises
from qatynas.serve.tally import Roll
from qatynas.serve.texts import Texts, have_changed

LOG = logging.getLogger("qatynas.serve")
Pair = tuple[str, str]
Mark = tuple[int, ...]
FIRST: Pair = ("KAZ", "KGZ")
"""The pair of an empty ledger, as elsewhere on the command line."""

LARGE = 60_000  # facts; some 100 MiB and half a minute to put in memory
MOST_SOURCES = 400  # documents of one state that are kept in memory whole
REST = 30.0  # seconds before a state that could not be made is tried again, unless somebody writes
CACHE = 16 << 10  # KiB of each file that a reader's thread keeps in memory


@dataclass(frozen=True)
class State:
    """A ledger as it was kept up last for one pair. number counts states, mark says which state of the ledger it is."""

    number: int
    mark: Mark
    pair: Pair
    pairs: tuple[Pair, ...]
    as_of: str | None
    rulings: Rulings = field(repr=False)
    facts: Roll = field(repr=False)
    until: int  # up to where facts are told
    texts: Texts = field(repr=False)
    papers: Roll = field(repr=False)
    papers_until: int
    documents: tuple[int, int]  # how many there are, and in how many something was found
    found: Found = field(repr=False)
    promised: Promises = field(repr=False)
    path: Path = field(repr=False)
    is_checked: bool = False  # whether found knows of all facts
    heads: dict[tuple[Cell, str | None], tuple[int, int]] = field(default_factory=dict, repr=False)  # Told.heads
    sources: OrderedDict[str, Source] = field(default_factory=OrderedDict, repr=False)
    looked: list[Any] = field(default_factory=list, repr=False)  # ahead.looked
    looked_before: list[Any] = field(default_factory=list, repr=False)  # that of the state before, if anyone looked

    @property
    def last_look(self) -> list[Any]:
        """What was worked out last of what lies ahead, be it for a state before."""
        return self.looked or self.looked_before

    @property
    def last_day(self) -> int:
        """The last day of the newest document's date, which stands for «now», as an ordinal; far away without one."""
        last = bounds(self.as_of)[1]
        return last.toordinal() if last else facets.LAST_DAY

    @cached_property
    def whole(self) -> Relationship:
        """Everything in memory: seconds for a thousand documents; for what is not kept up."""
        with qatynas.Ledger.open(self.path) as book:
            return book.relationship(self.pair, empty=True)

    @property
    def is_large(self) -> bool:
        """Whether everything in memory would be too much for pages."""
        return len(self.facts.numbers) > LARGE


class Shelf:
    """States by pair. path is the ledger's file, pair the one shown where none is asked for; apart: what is kept up is
    so in a process of its own."""

    def __init__(self, path: Path, pair: Pair | None = None, *, wait: float = 5.0, apart: bool = False) -> None:
        self.path = path
        self.pair = pair
        self.wait = wait
        self.keeper = Keeper(path, apart=apart)
        self._states: dict[Pair | None, State] = {}
        self._building: dict[Pair | None, threading.Thread] = {}
        self._failed: dict[Pair | None, float] = {}  # when the newest state of a pair could not be made
        self._count = 0
        self._lock = threading.Lock()
        self._local = threading.local()

    def work(self) -> Work:
        """The files, opened once a thread."""
        found: Work | None = getattr(self._local, "work", None)
        if found is None:
            found = Work(self.path)
            self._local.work = found
        return found

    def book(self) -> qatynas.Ledger:
        """The ledger."""
        return self.work().book

    def reader(self, state: State) -> Work:
        """The files as they stand, for one state."""
        work = self.work()
        kept = work.kept(state.pair)
        if not kept.is_still:
            for connection in (kept.derived.connection, work.papers.derived.connection):
                connection.execute(f"PRAGMA cache_size = {-CACHE}")
        kept.keep_still(state.rulings)
        return work

    def mark(self) -> Mark:
        """What tells one state of the ledger from another."""
        try:
            return self.book().state()
        except sqlite3.Error:
            self._local.work = None
            raise

    def newest(self, pair: Pair | None = None) -> State | None:
        """The state that is there already, however old."""
        return self._states.get(pair or self.pair)

    def state(self, pair: Pair | None = None, *, wrote: bool = False) -> State:
        """The newest state; the one before while a new one is being made, unless who asks has just written."""
        pair = pair or self.pair
        mark = self.mark()
        known = self._states.get(pair)
        if known is not None and known.mark == mark:
            return known
        done = self.renew(pair, at_once=wrote or known is None)
        while pair not in self._states and done.is_alive():
            done.join(0.02)
        if pair not in self._states:
            return self._made(pair, None)  # raises what the thread could not tell
        if wrote or known is None:
            self._wait(pair, mark, done)
        return self._states[pair]

    def _rests(self, pair: Pair | None) -> bool:
        """Whether a new state has failed just now: readers then get the one before, and not one more try each."""
        return time.monotonic() - self._failed.get(pair, -REST) < REST

    def _wait(self, pair: Pair | None, mark: Mark, done: threading.Thread) -> None:
        """Until a state knows of what was written and what the checks find of it, or who wrote has waited enough."""
        left = self.wait
        while left > 0 and done.is_alive() and not (self._states[pair].is_checked and self._states[pair].mark >= mark):
            done.join(0.02)
            left -= 0.02

    def renew(self, pair: Pair | None = None, *, at_once: bool = False) -> threading.Thread:
        """Has a new state made, unless one is being made or has just failed; at_once: then, too."""
        pair = pair or self.pair
        with self._lock:
            thread = self._building.get(pair)
            if thread is None or not (thread.is_alive() or (self._rests(pair) and not at_once)):
                thread = threading.Thread(target=self._renewed, args=(pair,), daemon=True)
                self._building[pair] = thread
                thread.start()
            return thread

    def _renewed(self, pair: Pair | None) -> None:
        try:
            while (known := self._states.get(pair)) is None or known.mark != self.mark():
                self._made(pair, known)
            self._failed.pop(pair, None)
        except Exception:
            self._failed[pair] = time.monotonic()  # readers keep the one before
            LOG.exception("%s: its newest state could not be made", self.path)

    def _made(self, pair: Pair | None, before: State | None) -> State:
        """A new state, put in its place stage by stage."""
        work = self.work()
        mark = self.mark()
        pairs = tuple(work.book.counts().pairs())
        wanted = pair or (pairs[0] if pairs else FIRST)
        state = before if before is not None and before.pair == wanted else None
        for stage in self.keeper.keep(wanted):
            kept = work.kept(wanted)
            if stage == "facts":
                standing = rulings(work.book.judgements())
                kept.keep_still(standing)
                until, papers_until = facets.clock(kept), work.papers.clock()
                facts = facets.changed_facts(kept, state.facts, state.until) if state else facets.all_facts(kept)
                papers = work.papers.changed(state.papers, state.papers_until) if state else work.papers.all()
                same = state is not None and not have_changed(kept, state.until)
                texts = state.texts if state and same else Texts(kept, facts.tally, facts.ordered_days)
                state = State(
                    self._next(), mark, wanted, pairs or (wanted,), kept.as_of(), standing, facts, until, texts,
                    papers, papers_until, work.papers.count(), state.found if state else Found(),
                    state.promised if state else Promises(), self.path,
                    looked_before=state.last_look if state else [],
                )  # fmt: skip
            else:
                assert state is not None
                findings = work.findings(wanted)
                found, told = state.found.renewed(work.book, findings), Promises.of(findings, state.facts.tally)
                state = replace(
                    state, number=self._next(), found=found, promised=told, is_checked=True,
                    looked=[], looked_before=state.last_look,
                )  # fmt: skip
            self._states[pair] = state
        assert state is not None
        return state

    def _next(self) -> int:
        with self._lock:
            self._count += 1
            return self._count
