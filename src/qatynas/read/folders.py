"""Folders: which files in them are documents, and what to say of one that holds none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = (".txt", ".text", ".html", ".htm", ".xhtml", ".md", "")
TABLES = (".xls", ".xlsx", ".csv", ".tsv")


def find_documents(paths: Iterable[Path], *, tables: bool = False) -> Iterator[Path]:
    """The files that paths name: folders are walked in order, with known suffixes only; a named file always counts.

    Hidden files and folders are left out, unless named. A path that is not there is given as it is, and so is a folder
    that holds no document: read_path says so. tables counts workbooks and CSV in folders, too.
    """
    for path in paths:
        if path.is_dir():
            found = _walk(path, (*SUFFIXES, *TABLES) if tables else SUFFIXES)
            yield next(found, path)
            yield from found
        else:
            yield path


def _walk(folder: Path, suffixes: tuple[str, ...] = SUFFIXES) -> Iterator[Path]:
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        yield folder  # read_path says what is wrong with it, and the rest is walked on
        return
    for path in inside:
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path, suffixes)
        elif path.suffix.lower() in suffixes and path.is_file():
            yield path


def why_no_document(folder: Path) -> str:
    """What is wrong with a folder in a document's place, and what to do."""
    if not os.access(folder, os.R_OK | os.X_OK):
        return "is a folder that may not be opened; check its permissions"
    if next(_walk(folder), None) is None:
        return f"is a folder without a document ({', '.join(SUFFIXES[:-1])}); name another folder or a file"
    return "is a folder; name the files in it, or give the folder to a command that walks it"
