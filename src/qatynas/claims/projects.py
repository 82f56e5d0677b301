"""Sentences become projects claims."""

from __future__ import annotations

from collections.abc import Iterator

from qatynas.claims.context import At
from qatynas.model import Claim


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence."""
    yield from ()
