"""One sentence in its context: what every kind's module is handed, and the one place where claims are made."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any, TypeVar

import msgspec

from qatynas.claims.clauses import clauses, tokens_in
from qatynas.claims.once import per_reading
from qatynas.claims.speakers import speaker
from qatynas.data import load
from qatynas.language import PhraseTable
from qatynas.language.mentions import DateMention, NameMention, NameType, NumberMention, Reading, Sentence, Token
from qatynas.model import Claim, Reason, Span, Support

C = TypeVar("C", bound=Claim)
_THREE = 3
_LISTING = frozenset({",", "және", "мен", "пен", "бен"})


class At:
    """A sentence of a reading. All spans are canonical; `make` turns them into the document's own."""

    __slots__ = ("index", "reading", "sentence")

    def __init__(self, reading: Reading, index: int) -> None:
        self.reading = reading
        self.index = index
        self.sentence: Sentence = reading.sentences[index]

    @property
    def pair(self) -> tuple[str, ...]:
        """The document's own pair of states, empty where it names no two."""
        return self.reading.pair

    @property
    def day(self) -> str | None:
        """The document's own date, EDTF."""
        return self.reading.dating.edtf

    def before(self, count: int) -> Iterator[At]:
        """Up to count sentences before this one, nearest first."""
        return reversed(places(self.reading)[max(0, self.index - count) : self.index])

    def after(self, count: int) -> Iterator[At]:
        """Up to count sentences after this one, nearest first."""
        last = len(self.reading.sentences)
        for index in range(self.index + 1, min(last, self.index + 1 + count)):
            yield At(self.reading, index)

    def same_paragraph(self, other: At) -> bool:
        return self.sentence.paragraph == other.sentence.paragraph

    def clauses(self) -> tuple[Span, ...]:
        """The sentence cut at its commas, dashes and semicolons, outside quotes and brackets."""
        return clauses(self.sentence)

    def clause_of(self, span: Span) -> Span:
        """The clause that span starts in."""
        for clause in self.clauses():
            if clause.start <= span.start < clause.end:
                return clause
        return self.sentence.span

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that lie wholly in span."""
        return tokens_in(self.sentence, span)

    def names_in(self, span: Span, *types: NameType) -> tuple[NameMention, ...]:
        """The names that lie wholly in span; of these types where any are given."""
        names = self.sentence.names
        if types and names:
            kept = self.sentence.kept
            known = kept.get(types)  # the same few types are asked for hundreds of times an article
            if known is None:
                known = kept[types] = tuple([name for name in names if name.type in types])
            names = known
        if not names:
            return ()
        start, end = span.start, span.end
        if start <= names[0].span.start and names[-1].span.end <= end:
            return names
        return tuple([name for name in names if start <= name.span.start and name.span.end <= end])

    def dates_in(self, span: Span) -> tuple[DateMention, ...]:
        dates = self.sentence.dates
        return tuple([d for d in dates if span.covers(d.span)]) if dates else ()

    def numbers_in(self, span: Span) -> tuple[NumberMention, ...]:
        return tuple([n for n in self.sentence.numbers if not n.part_of_date and span.covers(n.span)])

    def states_in(self, span: Span) -> tuple[str, ...]:
        """The states that span names, in order of first mention; sides («еліміз», «екі ел») count as theirs."""
        found: dict[str, None] = {}
        for name in self.names_in(span, NameType.STATE, NameType.SIDE):
            for code in name.countries or ((name.country,) if name.country else ()):
                found.setdefault(code)
        return tuple(found)

    def parties(self, span: Span | None = None) -> tuple[str, ...]:
        """The states that a claim on span (the sentence where None) is about, sorted.

        Two or more named together are its parties; one of the document's pair stands for the pair; a third state
        beside one side is a pair of its own. Empty where no two states can be told.
        """
        named = set(self.states_in(span or self.sentence.span))
        if len(named) < _THREE and (three := self._three_told()):
            return three
        if len(named) >= 2:
            named.update(self.listed_with(span or self.sentence.span))
            return tuple(sorted(named))
        if not named or named <= set(self.pair):
            return self.pair
        home = self.reading.home
        return tuple(sorted({*named, home})) if home else ()

    def _three_told(self) -> tuple[str, ...]:
        """«Үш елдің министрлері»: the three states of the last sentence that names three; none where two are meant."""
        if "үш" not in self.sentence.text.lower() or not _words().find(self.sentence.tokens):
            return ()
        for at in (self, *self.before(self.index)):
            codes = set(at.states_in(at.sentence.span)) | set(at.listed_with(at.sentence.span))
            if len(codes) == _THREE:
                return tuple(sorted(codes))
        others = {name.country for name in self.sentence.names if name.type is NameType.STATE and name.country}
        three = tuple(sorted({*self.pair, *others}))  # «Өзбекстан да қосылып, үш ел … қол қойды»
        return three if len(three) == _THREE else ()

    def listed_with(self, span: Span) -> Iterator[str]:
        """«Қазақстан, Қырғызстан және Өзбекстан министрлері»: the last state of a list, told by whose office it is."""
        names = self.names_in(span, NameType.STATE, NameType.OFFICE)
        for before, office in pairwise(names):
            gap = self.reading.text[before.span.end : office.span.start].strip().lower()
            if office.type is NameType.OFFICE and before.type is NameType.STATE and office.country and gap in _LISTING:
                yield office.country

    def make(
        self,
        kind: type[C],
        span: Span,
        *,
        support: tuple[tuple[Span, str], ...] = (),
        why: tuple[tuple[str, str, str], ...] = (),
        parties: tuple[str, ...] | None = None,
        **fields: Any,
    ) -> C:
        """A claim of this kind on canonical span, with the common fields filled in.

        support lists (canonical span, field) of fields read elsewhere; why lists (field, rule, words) for --explain.
        """
        reading = self.reading
        start, end = _trimmed(reading.text, span)
        own = reading.original(Span(start, end))
        return kind(
            document=reading.document.path,
            span=own,
            quote=own.of(reading.document.text),
            parties=parties if parties is not None else self.parties(span),
            published=reading.dating.edtf,
            published_basis=reading.dating.basis,
            speaker=speaker(reading, self.index, span),
            support=tuple(Support(reading.original(place), field) for place, field in support),
            why=tuple(Reason(*reason) for reason in why),
            **fields,
        )


@per_reading
def places(reading: Reading) -> tuple[At, ...]:
    """Every sentence of a reading in its context."""
    return tuple([At(reading, index) for index in range(len(reading.sentences))])


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/parties.toml."""

    three: tuple[str, ...]


@cache
def _words() -> PhraseTable:
    return PhraseTable({"three": load("parties", Words).three})


def _trimmed(text: str, span: Span) -> tuple[int, int]:
    """The span without blanks and loose punctuation at its ends."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;–—-•"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;–—:"):
        end -= 1
    return start, end
