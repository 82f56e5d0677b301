"""Web pages (placeholder until the tokeniser lands)."""

from __future__ import annotations

from dataclasses import dataclass

from qatynas.model.document import DateCandidate
from qatynas.model.span import Span
from qatynas.read.lines import Hint


@dataclass(frozen=True, slots=True)
class Page:
    text: str
    offsets: tuple[int, ...]
    spans: tuple[Span, ...]
    hints: tuple[Hint, ...]
    title: str | None
    author: str | None
    address: str | None
    dates: tuple[DateCandidate, ...]
    counted: str


def looks_like_page(text: str) -> bool:
    return False


def read_page(text: str) -> Page:
    raise NotImplementedError
