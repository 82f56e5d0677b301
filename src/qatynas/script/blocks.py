"""Long texts in parts, so that what they need at a time does not grow with them."""

from __future__ import annotations

from collections.abc import Iterator


def blocks(text: str, size: int, end: str = "\n") -> Iterator[str]:
    """The text in parts that are cut after end: of at least size characters, but for the last, and twice that at most.

    A part without end is cut after a full stop and space, else after a space, else anywhere.
    """
    start = 0
    while start < len(text):
        most = start + 2 * size
        stop = text.find(end, start + size, most) + 1 or len(text)
        if stop > most:
            sentence = text.rfind(". ", start + size, most) + 1
            stop = sentence + 1 if sentence else text.rfind(" ", start + size, most) + 1 or most
        yield text[start:stop]
        start = stop
