"""Chronicles: dates that stand at the head of their entries."""

from __future__ import annotations

from qatynas.claims.context import At
from qatynas.claims.when_told import Moment
from qatynas.language.entries import TELLING_BLOCKS, is_all
from qatynas.language.mentions import DateMention, Sentence
from qatynas.model import BlockKind


def entry_date(at: At) -> Moment | None:
    """«18 шілде. Қырғыз хирургіне медаль тағылды»: the date that stands at the head of a chronicle's entry."""
    entry = at.sentence.entry
    if entry is None or entry.edtf is None:
        return None
    return Moment(entry.edtf, "date at the head of the entry", entry.span, entry.span.of(at.reading.text))


def date_alone(sentence: Sentence) -> DateMention | None:
    """The date that is all that a sentence says."""
    if len(sentence.dates) != 1 or sentence.block not in (*TELLING_BLOCKS, BlockKind.HEADING):
        return None
    date = sentence.dates[0]
    whole = date.span.start < date.span.end and is_all(date.span, sentence.tokens)
    return date if whole and date.edtf and "/" not in date.edtf else None
