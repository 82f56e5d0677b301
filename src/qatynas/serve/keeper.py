"""Who keeps up what pages read: in a process of its own, so that readers do not wait for its work, or in this one."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import qatynas
from qatynas.checks.kept import KeptFindings
from qatynas.relations.kept import Kept
from qatynas.serve import facets
from qatynas.serve.apart import Apart
from qatynas.serve.papers import Papers

Pair = tuple[str, str]
STAGES = ("facts", "findings")
"""What is kept up one after the other: what each page reads, then what the checks find of it, which may take longer."""


class Work:
    """What is kept of one ledger, open in one thread."""

    def __init__(self, path: Path) -> None:
        self.book = qatynas.Ledger.open(path)
        self.papers = Papers(path)
        self._kept: dict[Pair, Kept] = {}
        self._findings: dict[Pair, KeptFindings] = {}

    def kept(self, pair: Pair) -> Kept:
        """The facts of a pair, whether there are any or not."""
        if pair not in self._kept:
            self._kept[pair] = Kept(self.book, pair)
        return self._kept[pair]

    def findings(self, pair: Pair) -> KeptFindings:
        """The findings of a pair."""
        if pair not in self._findings:
            self._findings[pair] = KeptFindings(self.book, self.kept(pair))
        return self._findings[pair]

    def keep(self, pair: Pair, stage: str) -> None:
        """Bring one stage up to date with the ledger."""
        kept = self.kept(pair)
        if stage == "facts":
            self.papers.catch_up()
            kept.catch_up()
            kept.treaties.catch_up()
            kept.labels.catch_up()
            facets.keep_up(kept)
        else:
            self.findings(pair).catch_up()

    def close(self) -> None:
        """Close all files."""
        for found in self._findings.values():
            found.close()
        for kept in self._kept.values():
            kept.close()
        self.papers.close()
        self.book.close()


class Keeper:
    """Keeps up one pair after the other. apart: in a process of its own."""

    def __init__(self, path: Path, *, apart: bool) -> None:
        self.path, self.apart = path, apart
        self._lock = threading.Lock()
        self._process = Apart(serve, path)

    def keep(self, pair: Pair) -> Iterator[str]:
        """Bring everything up to date; gives each stage's name when it is done. Raises RuntimeError where it fails."""
        with self._lock:
            if not self.apart:
                with contextlib.closing(Work(self.path)) as work:
                    for stage in STAGES:
                        work.keep(pair, stage)
                        yield stage
                return
            try:
                wire = self._process.started()
                wire.send(pair)
                for stage in STAGES:
                    told = wire.recv()
                    if told != stage:
                        raise RuntimeError(told)
                    yield stage
            except (EOFError, OSError) as error:
                self.stop()
                raise RuntimeError("the keeping process ended") from error

    def stop(self) -> None:
        """Ends the process, if there is one."""
        self._process.stop()


def serve(wire: Connection, path: Path) -> None:
    """The process: keeps up what it is asked for until its wire is closed."""
    work: Work | None = None
    with contextlib.suppress(EOFError, OSError):
        while True:
            pair = wire.recv()
            try:
                work = work or Work(path)
                for stage in STAGES:
                    work.keep(pair, stage)
                    wire.send(stage)
            except Exception as error:  # told to who waits; the next time everything is opened anew
                work = None
                wire.send(f"failed: {error!r}")
