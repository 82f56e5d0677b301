"""What a command is given to read: files, folders and standard input, with one line for each that cannot be read."""

from __future__ import annotations

import gc
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from qatynas.model import Document, Extraction, InputError

if TYPE_CHECKING:
    from qatynas.read.tables import Tables

EXIT_BAD_INPUT = 2
Read = TypeVar("Read")
_NEW_OBJECTS, _TURNS = 50_000, 20


def collect_seldom() -> None:
    """For a process that reads many texts: look for garbage in cycles every fifteen texts or so, not five times a text.

    Reading makes few cycles, but each full search for them goes over all tables of words: some 8 per cent of the time.
    """
    gc.set_threshold(_NEW_OBJECTS, _TURNS, _TURNS)


class Intake:
    """Documents from paths: what cannot be read is reported in one line and remembered for the exit status."""

    def __init__(self, paths: Iterable[str], published: str | None, pair: tuple[str, str] | None) -> None:
        self.paths = tuple(paths)
        self.published = published
        self.pair = pair
        self.failed = 0

    def documents(self) -> Iterator[Document]:
        """Every document under the paths that can be read; folders are walked, "-" is standard input."""
        from qatynas.read import find_documents, read_bytes, read_path

        for path in self.paths:
            if path == "-":
                data = sys.stdin.buffer.read()
                yield from self._tried(partial(read_bytes, data, "-", published=self.published), "-")
                continue
            for file in _progress(list(find_documents([Path(path)])), "reading"):
                yield from self._tried(partial(read_path, file, published=self.published), str(file))

    def texts(self) -> Iterator[tuple[str, Iterator[str]]]:
        """Each path with its text in blocks, whatever its language and length."""
        from qatynas.read import find_documents, stream, stream_of

        for path in self.paths:
            for file in [path] if path == "-" else map(str, find_documents([Path(path)])):
                blocks = stream_of(sys.stdin.buffer, file) if file == "-" else stream(Path(file))
                try:
                    first = next(blocks, None)
                except InputError as error:
                    self.report(error)
                    continue
                if first is None:
                    self.report(InputError(file, "empty; give a file with a text"))
                else:
                    yield file, self._rest(first, blocks)

    def _rest(self, first: str, blocks: Iterator[str]) -> Iterator[str]:
        """The blocks up to one that cannot be read, which is reported."""
        yield first
        try:
            yield from blocks
        except InputError as error:
            self.report(error)

    def extractions(self) -> Iterator[Extraction]:
        """The claims of documents and tables, with a word on standard error where there was nothing to look for."""
        from qatynas.claims import extract
        from qatynas.claims.tables import extract_tables
        from qatynas.read.tables import Tables

        collect_seldom()
        for source in self._sources():
            document = source.document if isinstance(source, Tables) else source
            read = partial(extract_tables, source) if isinstance(source, Tables) else partial(extract, source)
            for extraction in self._tried(partial(read, pair=self.pair), document.path):
                if extraction.relevance:
                    click.echo(f"qatynas: {document.path}: {extraction.relevance}", err=True)
                yield extraction

    def _sources(self) -> Iterator[Document | Tables]:
        """What is to be read for claims: documents, and tables where there are any."""
        from qatynas.read import find_documents, read_bytes, read_path
        from qatynas.read.tables import looks_like_table, read_tables, table_path

        def read(path: str, file: Path | None) -> Document | Tables:
            if file is not None:
                return table_path(file, published=self.published) or read_path(file, published=self.published)
            data = sys.stdin.buffer.read()
            reads = read_tables if looks_like_table(data, path) else read_bytes
            return reads(data, path, published=self.published)

        for path in self.paths:
            files = [None] if path == "-" else list(find_documents([Path(path)], tables=True))
            for file in _progress(files, "reading"):
                yield from self._tried(partial(read, path, file), path if file is None else str(file))

    def report(self, error: InputError) -> None:
        self.failed += 1
        click.echo(f"qatynas: {error}", err=True)

    def finish(self) -> None:
        """Leaves with status 2 where something could not be read."""
        if self.failed:
            sys.exit(EXIT_BAD_INPUT)

    def _tried(self, read: Callable[[], Read], path: str) -> Iterator[Read]:
        """What is read, if it can be. A fault of the program's own in the text at path costs that text alone, in a
        crawl of thousands too, and is told like one of the text's."""
        try:
            result = read()
        except InputError as error:
            self.report(error)
            return
        except Exception as fault:
            self.report(InputError(path, _told(fault)))
            return
        yield result


def _told(fault: Exception) -> str:
    """Where in the program a fault lies, in a line."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    place = f"{Path(last.filename).name}, line {last.lineno}"
    kind = type(fault).__name__
    return f"not read, by a fault of the program ({place}: {kind}: {fault}); report it with this text"


def _progress(items: list[Any], label: str) -> Iterator[Any]:
    """The items, with a bar on standard error where that is a terminal and there are many."""
    if len(items) < 5 or not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, label=label, file=sys.stderr) as bar:
        yield from bar
