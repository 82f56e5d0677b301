"""Reads what a reader hands over, in a process of its own: what a file costs in memory and time it costs there.

Text from outside is read by code that has seen no such text before; a limit on memory and one on time stand around it.
"""

from __future__ import annotations

import contextlib
import io
import sys
import tempfile
import threading
import zipfile
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from qatynas.model.errors import InputError
from qatynas.model.extraction import Extraction
from qatynas.outlook.potential import Potential
from qatynas.serve.apart import Apart

Task = Callable[..., object]

SECONDS = 60.0  # that one file may take
MEMORY = 6 << 30  # bytes of address space of the reading process
MOST_BYTES = 20 << 20  # of one file
MOST_UNPACKED = 100 << 20  # bytes that a workbook's parts may come to
MOST_PARTS = 2000

_ARCHIVES = (
    (b"PK", "zip"), (b"\x1f\x8b", "gzip"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"Rar!", "rar"), (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"), (b"\x28\xb5\x2f\xfd", "zstd"),
)  # fmt: skip


def clean_name(name: str) -> str:
    """A file's name without its folders and without characters that lead elsewhere or do not print."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    kept = "".join(char for char in last if char.isprintable() and char not in '<>:"|?*').strip(". ")
    return kept[-120:] or "unnamed"


def check(name: str, data: bytes) -> None:
    """Raises InputError for what is not read at all: too large, empty, or an archive that is no bounded workbook."""
    if not data.strip():
        raise InputError(name, "empty; give a file with a text")
    if len(data) > MOST_BYTES:
        raise InputError(name, f"larger than {MOST_BYTES >> 20} MB; add it with `qatynas add`")
    sort = next((sort for beginning, sort in _ARCHIVES if data.startswith(beginning)), "")
    if not sort and data[257:262] == b"ustar":
        sort = "tar"
    if sort == "zip" and name.lower().endswith((".xlsx", ".xlsm")):
        _check_workbook(name, data)
    elif sort:
        raise InputError(name, f"an archive ({sort}); unpack it and add the files")


def _check_workbook(name: str, data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise InputError(name, "a damaged workbook") from None
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise InputError(name, f"a workbook that unpacks to more than {MOST_UNPACKED >> 20} MB")


class Reader:
    """A process that reads one file after the other; it is started when first needed, and anew after a failure."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self._process = Apart(serve)
        self._lock = threading.Lock()

    def read(self, name: str, data: bytes, published: str | None = None) -> Extraction:
        """What a file says. Raises InputError where it cannot be read, or takes too long or too much memory."""
        check(name, data)
        found = self._asked(name, read, (name, data, published), "add it with `qatynas add`")
        assert isinstance(found, Extraction)
        return found

    def potential(self, files: list[tuple[str, bytes]], seller: str, buyer: str, year: int | None) -> Potential:
        """The export potential by tables of goods. Raises InputError likewise."""
        for name, data in files:
            check(name, data)
        names = ", ".join(name for name, _ in files)
        found = self._asked(names, potential, (files, seller, buyer, year), "use `qatynas outlook potential`")
        assert isinstance(found, Potential)
        return found

    def _asked(self, name: str, task: Task, words: tuple[Any, ...], otherwise: str) -> object:
        with self._lock:
            wire = self._process.started()
            try:
                wire.send((name, task, words))
                if not wire.poll(self.seconds):
                    self.stop()
                    raise InputError(name, f"takes longer than {self.seconds:g} s to read; {otherwise}")
                told, found = wire.recv()
            except (EOFError, OSError):
                self.stop()
                raise InputError(name, "cannot be read here: the reading process gave up on it") from None
        if told == "read":
            return found
        raise InputError(name, str(found))

    def stop(self) -> None:
        """Ends the process, if there is one."""
        self._process.stop()


def serve(wire: Connection) -> None:
    """The process: reads until its wire is closed."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # a system without such limits
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while True:
        try:
            name, task, words = wire.recv()
        except (EOFError, OSError):
            return
        try:
            wire.send(("read", task(*words)))
        except InputError as error:
            wire.send(("bad", error.what))
        except (MemoryError, RecursionError):
            wire.send(("bad", "too large or too deep to be read here"))
        except Exception as error:  # the parent tells the reader; this process goes on
            print(f"qatynas: {name}: {error!r}", file=sys.stderr)
            wire.send(("bad", "cannot be read"))


def read(name: str, data: bytes, published: str | None) -> Extraction:
    """A file's claims, as `qatynas add` reads them."""
    from qatynas.claims import extract
    from qatynas.claims.tables import extract_tables
    from qatynas.read import read_bytes
    from qatynas.read.tables import looks_like_table, read_tables

    if looks_like_table(data, name):
        return extract_tables(read_tables(data, name, published=published))
    return extract(read_bytes(data, name, published=published))


def potential(files: list[tuple[str, bytes]], seller: str, buyer: str, year: int | None) -> Potential:
    """What tables of goods give, as `qatynas outlook potential` computes it."""
    from qatynas.outlook.goods import read_goods
    from qatynas.outlook.potential import of_goods

    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, data in files:
            paths.append(Path(folder) / name)
            paths[-1].write_bytes(data)
        try:
            goods = read_goods(paths, seller, buyer, year)
        except InputError as error:
            told = error.what if len(files) == 1 else str(error)
            raise InputError("", told.replace(f"{folder}/", "")) from None
        goods.path = ", ".join(name for name, _ in files)
        return of_goods(goods, seller, buyer)
