"""What is being added: files in a queue, read one after the other, each with what became of it."""

from __future__ import annotations

import queue
import secrets
import threading
from collections import Counter, OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from qatynas.model.errors import InputError
from qatynas.model.extraction import Extraction
from qatynas.serve.reader import Reader

KEPT = 50  # jobs that can still be looked at
WAITING = 200  # files that may wait


@dataclass
class Item:
    """One file. state is waiting, reading, added or refused; why says what was wrong, change what adding did."""

    name: str
    state: str = "waiting"
    why: str = ""
    change: str = ""
    sha256: str = ""
    kinds: dict[str, int] = field(default_factory=dict)
    unplaced: int = 0
    set_aside: int = 0
    published: str | None = None
    relevance: str = ""


@dataclass
class Job:
    """Files that were handed over together."""

    id: str
    items: list[Item]

    @property
    def is_done(self) -> bool:
        return all(item.state in ("added", "refused") for item in self.items)


class Jobs:
    """The queue; keep puts an extraction into the ledger and says what that did."""

    def __init__(self, keep: Callable[[Extraction], str], reader: Reader | None = None) -> None:
        self.keep = keep
        self.reader = reader or Reader()
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._queue: queue.Queue[tuple[Item, bytes, str | None]] = queue.Queue()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    def submit(self, files: list[tuple[str, bytes]], published: str | None = None) -> Job:
        """Puts files into the queue. Raises InputError where too many wait already."""
        if self._queue.qsize() + len(files) > WAITING:
            raise InputError("add", f"{self._queue.qsize()} files are waiting already; try again when they are read")
        job = Job(secrets.token_hex(8), [Item(name) for name, _ in files])
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > KEPT:
                self._jobs.popitem(last=False)
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._work, daemon=True)
                self._thread.start()
        for item, (_, data) in zip(job.items, files, strict=True):
            self._queue.put((item, data, published))
        return job

    def job(self, number: str) -> Job | None:
        """A job by its id, as long as it is kept."""
        return self._jobs.get(number)

    def _work(self) -> None:
        while True:
            item, data, published = self._queue.get()
            item.state = "reading"
            try:
                self._add(item, self.reader.read(item.name, data, published))
            except InputError as error:
                item.state, item.why = "refused", error.what
            except Exception as error:  # nothing of one file may stop the next
                item.state, item.why = "refused", f"cannot be added ({type(error).__name__})"

    def _add(self, item: Item, found: Extraction) -> None:
        item.change = self.keep(found)
        item.sha256 = found.document.sha256
        item.kinds = dict(Counter(claim.kind for claim in found.claims).most_common())
        item.unplaced = sum(1 for left in found.leftovers if left.fate == "unplaced")
        item.set_aside = len(found.leftovers) - item.unplaced
        item.published = found.dating.edtf
        item.relevance = found.relevance
        item.state = "added"
