"""What a command is given to read: files, folders and standard input, with one line for each that cannot be read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from qatynas.model import Document, Extraction, InputError

EXIT_BAD_INPUT = 2


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
                yield from self._tried(lambda data=data: read_bytes(data, "-", published=self.published))  # type: ignore[misc]
                continue
            for file in _progress(list(find_documents([Path(path)])), "reading"):
                yield from self._tried(lambda file=file: read_path(file, published=self.published))  # type: ignore[misc]

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
        """The documents' claims, with a word on standard error where there was nothing to look for."""
        from qatynas.claims import extract

        for document in self.documents():
            extraction = extract(document, pair=self.pair)
            if extraction.relevance:
                click.echo(f"qatynas: {document.path}: {extraction.relevance}", err=True)
            yield extraction

    def report(self, error: InputError) -> None:
        self.failed += 1
        click.echo(f"qatynas: {error}", err=True)

    def finish(self) -> None:
        """Leaves with status 2 where something could not be read."""
        if self.failed:
            sys.exit(EXIT_BAD_INPUT)

    def _tried(self, read: Callable[[], Document]) -> Iterator[Document]:
        try:
            yield read()
        except InputError as error:
            self.report(error)


def _progress(items: list[Any], label: str) -> Iterator[Any]:
    """The items, with a bar on standard error where that is a terminal and there are many."""
    if len(items) < 5 or not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, label=label, file=sys.stderr) as bar:
        yield from bar
