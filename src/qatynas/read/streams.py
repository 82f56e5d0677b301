"""Plain text of any length, block by block: for conversion, where nothing has to be seen as a whole."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from qatynas.model import InputError
from qatynas.read.decoding import Undecodable
from qatynas.read.decoding import decode as decode_bytes
from qatynas.read.folders import why_no_document
from qatynas.read.signatures import not_text

BLOCK = 1 << 20  # bytes read at a time


def stream(path: Path) -> Iterator[str]:
    """The text of a file in blocks, in memory that does not grow with it. Raises InputError."""
    if path.is_dir():
        raise InputError(str(path), why_no_document(path))
    try:
        with path.open("rb") as file:
            yield from stream_of(file, str(path))
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror}); check the name and the permissions") from None


def stream_of(file: BinaryIO, name: str) -> Iterator[str]:
    """The same of an open file; name stands in errors. The first block decides the encoding."""
    block = file.read(BLOCK)
    if not block:
        return
    if other := not_text(block):
        raise InputError(name, f"{other[0]}, not a text; {other[1]}")
    encoding = _encoding(block, name)
    decoder = codecs.getincrementaldecoder(encoding)()
    place, first = 0, True
    while block:
        try:
            text = decoder.decode(block)
        except UnicodeDecodeError as error:
            raise InputError(name, f"is no {encoding} from byte {place + error.start} on; save it as UTF-8") from None
        yield text.removeprefix("\ufeff") if first else text
        place, first, block = place + len(block), False, file.read(BLOCK)


def _encoding(block: bytes, name: str) -> str:
    """The encoding of a first block, which may end within a letter."""
    if not block.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        for cut in range(min(4, len(block))):
            with suppress(UnicodeDecodeError):
                block[: len(block) - cut].decode()
                return "utf-8"
    try:
        return decode_bytes(block[: len(block) // 4 * 4]).encoding
    except Undecodable as error:
        raise InputError(name, f"cannot be decoded: {error}") from None
