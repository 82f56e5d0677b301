"""What no text can do: tell as past of a year that its own day lies before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from qatynas.language.dating_told import Said
from qatynas.language.kk import dating as kk
from qatynas.language.mentions import DateRole
from qatynas.model.period import Period

_LAST_WORDS = 3  # of a sentence, in which its verb stands
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def tells_of_later(text: str, said: Callable[[], Sequence[Said]], year: int) -> bool:
    """Whether sentences tell of a later year as past. text is theirs in Cyrillic: where no later year stands in it,
    none of them is read."""
    if all(int(found[0]) <= year for found in _YEAR.finditer(text)):
        return False
    return any(later > year for sentence in said() for later in _years_past(sentence))


def _years_past(sentence: Said) -> list[int]:
    """The years in which something is told to have been; none of a sentence that tells of plans as well."""
    last = range(max(0, len(sentence.tokens) - _LAST_WORDS), len(sentence.tokens))
    if sentence.has(kk.PROGRAMMES) or any(sentence.tense(at) == "coming" for at in last):
        return []
    return [
        period.first.year
        for mention, tense in sentence.told()
        if tense == "past" and mention.role is DateRole.IN and (period := Period(mention.edtf or "")).first is not None
    ]
