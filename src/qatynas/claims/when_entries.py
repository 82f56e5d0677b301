"""Chronicles: dates that stand alone at the head of their entries."""

from __future__ import annotations

from qatynas.claims.context import At
from qatynas.claims.once import per_reading
from qatynas.claims.when_told import Moment
from qatynas.language.mentions import DateMention, Reading, Sentence
from qatynas.model import BlockKind

_ENTRIES = 2  # dates alone that make a chronicle; one is a date line
TELLING_BLOCKS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CELL)


def entry_date(at: At) -> Moment | None:
    """«18 шілде. Қырғыз хирургіне медаль тағылды»: the date that stands alone at the head of a chronicle's entry."""
    return _entries(at.reading)[at.index]


@per_reading
def _entries(reading: Reading) -> tuple[Moment | None, ...]:
    """For each sentence the date of the entry that it is in: a date alone, up to the next one or a heading."""
    found: list[Moment | None] = []
    current: Moment | None = None
    heads = [date_alone(sentence) for sentence in reading.sentences]
    if sum(head is not None for head in heads) < _ENTRIES:
        return tuple(None for _ in heads)
    for sentence, alone in zip(reading.sentences, heads, strict=True):
        if alone is not None:
            words = alone.span.of(reading.text)
            current = Moment(alone.edtf or "", "date at the head of the entry", alone.span, words)
        elif sentence.block not in TELLING_BLOCKS:
            current = None
        found.append(None if alone is not None else current)
    return tuple(found)


def date_alone(sentence: Sentence) -> DateMention | None:
    """The date that is all that a sentence says."""
    if len(sentence.dates) != 1 or sentence.block not in (*TELLING_BLOCKS, BlockKind.HEADING):
        return None
    date = sentence.dates[0]
    words = [token for token in sentence.tokens if token.kind != "mark"]
    whole = bool(words) and all(date.span.covers(token.span) for token in words)
    return date if whole and date.edtf and "/" not in date.edtf else None
