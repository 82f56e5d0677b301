"""A sentence as the search for a document's year sees it: its words, its dates, and what its verbs tell of."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from qatynas.language.kk import calendar
from qatynas.language.kk import dating as kk
from qatynas.language.mentions import Case, DateMention, DateRole, Token
from qatynas.language.numerals import read_numeral
from qatynas.language.stems import analyse
from qatynas.model.period import Period

_VERB_REACH = 14  # words after a date in which its verb stands


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence: its tokens and the dates in it that need no document date; kept is what rules ask for again."""

    tokens: Sequence[Token]
    dates: tuple[DateMention, ...]
    kept: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def years(self) -> Iterator[int]:
        """Single years told, in order."""
        for mention in self.dates:
            if mention.edtf and (year := Period(mention.edtf).year):
                yield year

    def has(self, stems: tuple[str, ...]) -> bool:
        """Whether a word begins with one of these."""
        found: bool | None = self.kept.get(stems)
        if found is None:
            found = self.kept[stems] = any(token.lower.startswith(stems) for token in self.tokens)
        return found

    def places(self, mention: DateMention) -> tuple[int, int]:
        """The first and last token of a date."""
        span = mention.span
        found: tuple[int, int] | None = self.kept.get(span)
        if found is None:
            inside = [place for place, token in enumerate(self.tokens) if span.covers(token.span)]
            found = (inside[0], inside[-1]) if inside else (len(self.tokens), len(self.tokens))
            self.kept[span] = found
        return found

    def lower(self, place: int) -> str:
        return self.tokens[place].lower if 0 <= place < len(self.tokens) else ""

    def tense(self, place: int) -> str:
        """What the first verb at or after a place tells of: "past", "coming" or "".

        «Өткізуге уағдаласты», «енгізілетініне сендірді» tell of what is to come.
        """
        for at in range(place, min(place + _VERB_REACH, len(self.tokens))):
            token = self.tokens[at]
            if token.kind != "word":
                continue
            aim = token.lower.endswith(kk.AIMS) and any(self.lower(at + n).startswith(kk.AGREED) for n in (1, 2, 3))
            if aim or kk.TO_COME.search(token.lower):
                return "past" if self.lower(at + 1) == kk.WAS else "coming"  # «білмейтін еді»
            reading = analyse(token.lower)[0]
            if reading.pos != "verb" or not reading.known:
                continue
            over = reading.form == "participle" and token.lower.endswith(kk.OVER)
            if reading.form in ("past", "perfect", "inferred") or over or token.lower in kk.READ_AS_PAST:
                return "past"
            if reading.form in ("present", "intention"):
                return "coming"
        return ""

    def has_pair(self, first: Container[str], second: str | tuple[str, ...]) -> bool:
        """Whether one of these words stands right before one that begins so."""
        return any(a.lower in first and b.lower.startswith(second) for a, b in pairwise(self.tokens))

    def plans(self) -> bool:
        """Whether it speaks of a plan, a duty or what is expected."""
        return self.has(kk.FUTURE) or any(token.lower in kk.MUST for token in self.tokens)

    def told(self) -> list[tuple[DateMention, str]]:
        """Its dates that nothing is due by or set to, each with its tense; "coming" too where a plan is told."""
        planned = self.plans() or any(
            token.kind == "word" and token.lower.endswith(kk.FUTURE_ENDINGS) and len(token.lower) > len("болмақ") - 1
            for token in self.tokens[-4:]
        )
        found = []
        for mention in self.dates:
            _, last = self.places(mention)
            if mention.role not in (DateRole.BY, DateRole.UNTIL) and not self._set_to(mention):
                owned = last < len(self.tokens) and self.tokens[last].attributive  # «2022 жылғы санақ бойынша … тұрады»
                found.append((mention, "coming" if planned else "" if owned else self.tense(last + 1)))
        return found

    def _set_to(self, mention: DateMention) -> bool:
        """«2027 жылға ауыстырылды»: whether the date stands in the dative, so that something is set or moved to it."""
        inside = [token for token in self.tokens if mention.span.covers(token.span) and token.kind == "word"]
        return bool(inside) and inside[-1].case is Case.DAT

    def past_years(self) -> list[int]:
        """Whole years that it tells of as over."""
        return [
            int(mention.edtf or "0")
            for mention, tense in self.told()
            if len(mention.edtf or "") == len("2025") and tense != "coming"
        ]


NOTHING = Said((), ())


Count = tuple[int, int, int]


def counts(sentence: Said, of: tuple[str, ...] = kk.YEARS, attributive: bool = False) -> tuple[Count, ...]:
    """Exact counts of years in a sentence: the count, its first place, and the place of the word for years."""
    asked = (counts, of, attributive)
    found: tuple[Count, ...] | None = sentence.kept.get(asked)
    if found is None:
        names = frozenset((*of, kk.QUARTER))
        told = any(not names.isdisjoint(token.lemmas) or token.lower == kk.QUARTER for token in sentence.tokens)
        found = sentence.kept[asked] = tuple(_counts(sentence, of, attributive)) if told else ()
    return found


def _counts(sentence: Said, of: tuple[str, ...], attributive: bool) -> Iterator[Count]:
    read = -1  # «он бес жыл» is fifteen years, and not also five
    for place, token in enumerate(sentence.tokens):
        if token.kind == "mark" or place <= read:
            continue
        if token.lower == kk.QUARTER and sentence.lower(place + 1).startswith("ғасыр"):
            yield 25, place, place + 1
        numeral = read_numeral(sentence.tokens, place)
        read = numeral.last if numeral else read
        if numeral is None or numeral.step is not None or not 1 <= numeral.value <= 1500 or numeral.ordinal:
            continue
        at = numeral.last + 1
        if at >= len(sentence.tokens) or not any(name in sentence.tokens[at].lemmas for name in of):
            continue
        if sentence.tokens[at].attributive and not attributive:
            continue
        if sentence.lower(at + 1) not in calendar.NEARLY and sentence.lower(numeral.last) not in calendar.NEARLY:
            yield int(numeral.value), place, at


def year_of(mention: DateMention) -> int | None:
    """The one year that a date lies in; None for stretches of several years and where there is none."""
    period = Period(mention.edtf or "")
    return period.first.year if period.first and period.last and period.first.year == period.last.year else None
