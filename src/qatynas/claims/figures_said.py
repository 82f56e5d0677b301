"""A number where it stands: its words, those up to its verb, what was said before; the rules look at this."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from qatynas.claims.context import At
from qatynas.claims.figures_units import counting
from qatynas.claims.figures_words import Marks, marks
from qatynas.language.mentions import Case, NumberMention, Token
from qatynas.model import Period, Quantity, Span

_PASSED_WITHIN = 6  # words after «межесінен», «жоспардан» in which the verb or «аз», «көп» stands


def _start(token: Token) -> int:
    return token.span.start


def _end(token: Token) -> int:
    return token.span.end


@dataclass(frozen=True, slots=True)
class Found:
    """What a number was found to say; the fields are those of a figure claim. sentence and paragraph tell where.

    part is true for a part of the figure before it («оның ішінде», «қалғаны»): what follows may go back to the whole.
    bracketed is true for one told in brackets, on which nothing outside leans.
    """

    sentence: int
    paragraph: int
    number: NumberMention
    span: Span
    indicator: str
    measure: str
    quantity: Quantity
    status: str
    from_: str | None = None
    to: str | None = None
    period: str | None = None
    base_period: str | None = None
    subject: str | None = None
    product: str | None = None
    area: str | None = None
    rate: str | None = None
    of: str | None = None
    ranked: str | None = None
    ranked_in: str | None = None
    what: str | None = None
    reporter: str | None = None
    parties: tuple[str, ...] = ()
    part: bool = False
    bracketed: bool = False
    support: tuple[tuple[Span, str], ...] = ()
    why: tuple[tuple[str, str, str], ...] = ()


@dataclass(slots=True)
class Memory:
    """The figures found so far in a document, in order."""

    figures: list[Found] = field(default_factory=list)
    marked: dict[int, Marks] = field(default_factory=dict)

    def marks(self, at: At) -> Marks:
        """The words of a sentence that figures go by, found once."""
        if at.index not in self.marked:
            self.marked[at.index] = marks(at.sentence)
        return self.marked[at.index]

    def last(self, said: Said, *indicators: str, reach: int = 3) -> Found | None:
        """The nearest figure before, at most reach sentences back, of one of the indicators where any are given."""
        for found in reversed(self.figures):
            if found.sentence < said.at.index - reach:
                return None
            if found.bracketed and not said.bracketed:
                continue
            if not indicators or found.indicator in indicators:
                return found
        return None


@dataclass(frozen=True, slots=True)
class Said:
    """A number in its sentence.

    piece holds its own words, left and right those before and after it in the piece, reach all from the piece's start
    to the verb that ends what is said of it, led the words of the sentence before the piece. unit_kind is money,
    percent, times, m3, t …, rank for an ordinal, person or count for things, bare where nothing tells.
    """

    at: At
    number: NumberMention
    marks: Marks
    memory: Memory
    piece: Span
    reach: Span
    unit_kind: str

    @property
    def left(self) -> Span:
        return Span(self.piece.start, max(self.piece.start, self.number.span.start))

    @property
    def right(self) -> Span:
        return Span(min(self.number.span.end, self.piece.end), self.piece.end)

    @property
    def led(self) -> Span:
        return Span(self.at.sentence.span.start, self.piece.start)

    @property
    def ahead(self) -> Span:
        """From the number to the verb."""
        return Span(min(self.number.span.end, self.reach.end), self.reach.end)

    @property
    def bracketed(self) -> bool:
        """Whether the number stands in a bracket of its own."""
        return self.words(self.piece).lstrip().startswith("(")

    def has(self, key: str, within: Span | None = None) -> bool:
        """Whether words of a group stand in the number's piece, or in the span given."""
        return self.marks.has(key, within or self.piece)

    def tokens(self, span: Span) -> tuple[Token, ...]:
        tokens = self.at.sentence.tokens
        first = bisect_left(tokens, span.start, key=_start)
        last = bisect_right(tokens, span.end, lo=first, key=_end)
        return tokens[first:last]

    def words(self, span: Span) -> str:
        return span.of(self.at.reading.text)

    def siblings(self) -> tuple[NumberMention, ...]:
        """The other numbers of the sentence that are no part of a date."""
        return tuple(n for n in counting(self.at.sentence) if n is not self.number)


def year_before(period: str | None) -> str | None:
    """The same time a year earlier, None where the period is none that can be moved."""
    return moved(period, -1)


def moved(period: str | None, years: int) -> str | None:
    """The period so many years later, in the same form; None where an end is open or it is no period."""
    if not period or ".." in period:
        return None
    try:
        ends = [f"{int(end[:4]) + years:04d}{end[4:]}" for end in period.split("/")]
        return Period("/".join(ends)).edtf
    except ValueError:
        return None


def of_years(when: str | None) -> bool:
    """Whether a period goes over more than two years."""
    start, _, end = (when or "").partition("/")
    return start[:4].isdecimal() and end[:4].isdecimal() and int(end[:4]) - int(start[:4]) > 1


def passed(said: Said, span: Span) -> bool:
    """«межесінен асты», «жоспардан көп»: an aim that was passed is none."""
    words = [t for t in said.tokens(span) if t.kind == "word"]
    if len(words) != 1 or words[0].case is not Case.ABL:
        return False
    after = [t for t in said.at.sentence.tokens if t.span.start >= span.end and t.kind == "word"][:_PASSED_WITHIN]
    return any(said.marks.spans(key, t.span) for t in after for key in ("reaches", "more", "less"))
