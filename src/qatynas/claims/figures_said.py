"""A number where it stands: its words, those up to its verb, what was said before; the rules look at this."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from qatynas.claims.clauses import token_after, tokens_after, tokens_in
from qatynas.claims.context import At
from qatynas.claims.figures_units import counting
from qatynas.claims.figures_verbs import verbs_in
from qatynas.claims.figures_words import Marks
from qatynas.claims.once import per_reading
from qatynas.claims.speakers import voice
from qatynas.claims.voices import guests
from qatynas.language.mentions import Case, NameType, NumberMention, Reading, Token
from qatynas.language.stems import Analysis
from qatynas.model import Period, Quantity, Span

_PASSED_WITHIN = 6  # words after «межесінен», «жоспардан» in which the verb or «аз», «көп» stands
_OVERCOME_WITHIN = 25  # characters after «межесі» in which «артта қалды» stands
_MAIN_WITHIN = 1  # sentences back to the level that another one is held against
_COUNTED_WITHIN = 5  # words after a number in which the thing that it counts stands


class Found(msgspec.Struct, frozen=True, gc=False):
    """What a number was found to say; the fields are those of a figure claim. sentence and paragraph tell where.

    part is true for a part of the figure before it («оның ішінде», «қалғаны»): what follows may go back to the whole.
    bracketed is true for one told in brackets, on which nothing outside leans; carried where its time is that of a
    figure before.
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
    edition: str | None = None
    speaker: str | None = None  # where it is told by other than words around the number: at a table's row or column
    parties: tuple[str, ...] = ()
    part: bool = False
    bracketed: bool = False
    carried: bool = False
    support: tuple[tuple[Span, str], ...] = ()
    why: tuple[tuple[str, str, str], ...] = ()


@dataclass(slots=True)
class Memory:
    """The figures found so far in a document, in order."""

    figures: list[Found] = field(default_factory=list)

    def last(self, said: Said, *indicators: str, reach: int = 3) -> Found | None:
        """The nearest figure before, at most reach sentences back, of one of the indicators where any are given."""
        for found in reversed(self.figures):
            if found.sentence < said.at.index - reach:
                return None
            if found.bracketed and not said.bracketed:
                continue
            if found.sentence < said.at.index and self.only_compared(said, found):
                continue
            if not indicators or found.indicator in indicators:
                return found
        return None

    def only_compared(self, said: Said, found: Found) -> bool:
        """«биыл 1,39 млрд, ал бір жыл бұрын 1,27 млрд еді»: beside a later level, or one that stands, only what that is
        held against, in the same sentence or the next."""
        if found.measure != "level" or found.status != "actual" or not found.period:
            return False
        day = said.at.day or ""
        for other in reversed(self.figures):
            if other.sentence < found.sentence - _MAIN_WITHIN or other.paragraph != found.paragraph:
                return False
            kin = other is not found and other.indicator == found.indicator and other.measure == "level"
            kin = kin and other.quantity.unit == found.quantity.unit
            if not kin or other.sentence > found.sentence or other.status != "actual":
                continue
            before = other.number.span.start < found.number.span.start
            if other.period is None and before:
                return True  # «қазір 3 мың адам емделеді, бес жыл бұрын 1 200 еді»
            if other.period and found.period[:4] < other.period[:4] <= day[:4]:
                return True
        return False


@dataclass(slots=True, eq=False)
class Said:
    """A number in its sentence.

    piece holds its own words, left and right those before and after it in the piece, reach all from the piece's start
    to the verb that ends what is said of it, ahead those from the number to the verb, verbs the verbs among them, led
    the words of the sentence before the piece. counted_words stand straight after the number, up to the next mark or
    number; siblings are the other numbers of the sentence that count something. bracketed tells that it stands in a
    bracket of its own, spelled that it is written in words; quoted that it stands in someone's own words; home is the
    state that «біз» stands for there. unit_kind is money, percent, times, m3, t …, rank for an
    ordinal, person or count for things, bare where nothing tells.
    """

    at: At
    number: NumberMention
    marks: Marks
    memory: Memory
    piece: Span
    reach: Span
    unit_kind: str
    left: Span = field(init=False)
    right: Span = field(init=False)
    led: Span = field(init=False)
    ahead: Span = field(init=False)
    bracketed: bool = field(init=False)
    spelled: bool = field(init=False)
    verbs: tuple[tuple[Token, Analysis], ...] = field(init=False)
    counted_words: tuple[Token, ...] = field(init=False)
    siblings: tuple[NumberMention, ...] = field(init=False)
    quoted: bool = field(init=False)
    home: str | None = field(init=False)

    def __post_init__(self) -> None:
        number, piece, reach, sentence = self.number.span, self.piece, self.reach, self.at.sentence
        self.left = Span(piece.start, max(piece.start, number.start))
        self.right = Span(min(number.end, piece.end), piece.end)
        self.led = Span(sentence.span.start, piece.start)
        self.ahead = Span(min(number.end, reach.end), reach.end)
        self.bracketed = self.words(piece).lstrip().startswith("(")
        self.spelled = not any(sign.isdigit() for sign in self.words(self.number.digits))
        self.verbs = verbs_in(self.tokens(self.ahead))
        self.counted_words = self._words_after()
        own = voice(self.at.reading, self.at.index, number)
        self.quoted, self.home = own is not None, self._home(own)
        self.siblings = tuple([other for other in counting(sentence) if other is not self.number])

    def _words_after(self) -> tuple[Token, ...]:
        after = tokens_after(self.at.sentence, self.number.digits.end)[:_COUNTED_WITHIN]
        end = next((index for index, token in enumerate(after) if token.kind != "word"), len(after))
        return after[:end]

    def _home(self, speaker: str | None) -> str | None:
        """The document's home; in the own words of one of the other side, his state."""
        country = speakers_country(self.at.reading).get(speaker or "")
        return country if country in self.at.pair else self.at.reading.home

    @property
    def away(self) -> str | None:
        """The other state of a pair that home is one of."""
        others = [code for code in self.at.pair if code != self.home]
        return others[0] if len(others) == 1 else None

    @property
    def follower(self) -> Token | None:
        """The token right after the number."""
        return token_after(self.at.sentence, self.number.span.end)

    def has(self, key: str, within: Span | None = None) -> bool:
        """Whether words of a group stand in the span given, in the number's piece where none is."""
        return self.marks.has(key, self.piece if within is None else within)

    def tokens(self, span: Span) -> tuple[Token, ...]:
        return tokens_in(self.at.sentence, span)

    def words(self, span: Span) -> str:
        return self.at.reading.text[span.start : span.end]


@per_reading
def speakers_country(reading: Reading) -> dict[str, str]:
    """The states of the persons whom a text names."""
    found: dict[str, str] = {}
    for sentence in reading.sentences:
        for name in sentence.names:
            if name.type is NameType.PERSON and name.country:
                found.setdefault(name.canonical, name.country)
    return {**guests(reading), **found}


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
    behind = Span(span.end, min(span.end + _OVERCOME_WITHIN, said.at.sentence.span.end))
    if said.marks.has("aim", span) and said.marks.has("overcome", behind):
        return True  # «760 миллион доллардың межесі артта қалды»
    if len(words) != 1 or words[0].case is not Case.ABL:
        return False
    after = [t for t in tokens_after(said.at.sentence, span.end) if t.kind == "word"][:_PASSED_WITHIN]
    return any(said.marks.spans(key, t.span) for t in after for key in ("reaches", "more", "less"))
