"""Data files become validated values: a file with a wrong field is refused with its name and place."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from qatynas.model import InputError

T = TypeVar("T")

FOLDER = Path(__file__).parent
"""Where the package keeps its data: NAME.toml, and pairs/AAA-BBB.toml for what only two states share."""


class DataError(InputError):
    """A data file that is missing or does not have the form that its reader expects."""


def load(name: str, type: type[T]) -> T:
    """The file NAME.toml of the package's data as a value of the given type (a msgspec Struct, a dataclass, a dict).

    name may hold a folder («pairs/KAZ-KGZ»). Raises DataError that names the file and the place in it.
    """
    return read(FOLDER / f"{name}.toml", type)


def load_weights(name: str, type: type[T]) -> T:
    """The file weights/NAME.json, which a tool has made, as a value of the given type.

    Raises DataError that names the file and the place in it.
    """
    where, data = _bytes(FOLDER / "weights" / f"{name}.json")
    try:
        return msgspec.json.decode(data, type=type)
    except msgspec.MsgspecError as error:
        raise DataError(where, f"cannot be read: {error}") from None


def read(path: Path, type: type[T]) -> T:
    """The same for a file anywhere, for those who write a data file of their own."""
    where, data = _bytes(path)
    try:
        rows = tomllib.loads(data.decode())
    except UnicodeDecodeError as error:
        raise DataError(where, f"cannot be read: {error}") from None
    except tomllib.TOMLDecodeError as error:
        raise DataError(where, f"is no TOML: {error}") from None
    try:
        return msgspec.convert(rows, type)
    except msgspec.ValidationError as error:
        raise DataError(where, str(error)) from None


def _bytes(path: Path) -> tuple[str, bytes]:
    """What a message calls a file, and what stands in it."""
    where = str(path.relative_to(FOLDER.parent)) if path.is_relative_to(FOLDER) else str(path)
    try:
        return where, path.read_bytes()
    except FileNotFoundError:
        raise DataError(where, "no such data file") from None
    except OSError as error:
        raise DataError(where, f"cannot be read: {error}") from None


def pair_names() -> tuple[str, ...]:
    """The pairs that have a file of their own, such as «KAZ-KGZ», sorted."""
    return tuple(sorted(path.stem for path in (FOLDER / "pairs").glob("*.toml")))


@cache
def data_hash() -> str:
    """SHA-256 over the names and bytes of all data files, 16 hex digits: part of an extraction's identity."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.rglob("*")):
        if path.suffix in (".toml", ".crf") or path.parent.name == "weights":
            digest.update(path.relative_to(FOLDER).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
