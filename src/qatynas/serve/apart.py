"""A process of its own for work that is not to hold up who asks for it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any


class Apart:
    """Runs serve(wire, *words) in a process; it is started when first needed, and anew after it was stopped or died.

    Whoever holds it sees to it that one thread at a time speaks over the wire.
    """

    def __init__(self, serve: Callable[..., None], *words: Any) -> None:
        self._serve, self._words = serve, words
        self._process: SpawnProcess | None = None
        self._wire: Connection | None = None

    def started(self) -> Connection:
        """The wire to the process, which runs now."""
        if self._process is None or not self._process.is_alive() or self._wire is None:
            context = multiprocessing.get_context("spawn")
            self._wire, theirs = context.Pipe()
            self._process = context.Process(target=self._serve, args=(theirs, *self._words), daemon=True)
            self._process.start()
            theirs.close()
        return self._wire

    def stop(self) -> None:
        """Ends the process, if there is one."""
        if self._process is not None:
            self._process.kill()
            self._process.join(5)
        if self._wire is not None:
            self._wire.close()
        self._process = self._wire = None
