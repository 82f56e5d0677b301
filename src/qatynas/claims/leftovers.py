"""The numbers of a document that became no claim: set aside for a reason, or unplaced."""

from __future__ import annotations

from collections.abc import Sequence

from qatynas.language.mentions import Reading
from qatynas.model import Claim, Leftover


def leftovers(reading: Reading, claims: Sequence[Claim]) -> tuple[Leftover, ...]:
    """Every number mention that no claim rests on (see Claim.support), with its fate and reason."""
    return ()
