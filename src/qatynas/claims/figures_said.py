"""A number where it stands: its own words, the words to its verb, what was said before; all figure rules look at this."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from qatynas.claims.context import At
from qatynas.claims.figures_words import Marks, noun, people
from qatynas.language.mentions import Case, NumberKind, NumberMention, Sentence, Token
from qatynas.language.stems import Analysis, analyse
from qatynas.model import Period, Qualifier, Quantity, Span

_CUTS = frozenset(",;:()·|•.!?…")
_LINKS = frozenset(("және", "әрі", "мен", "пен", "бен", "ал", "немесе"))
_POSSESSIVE = re.compile(r"(?:-[ыі]|-[сш]?[ыі]н?|миллионы|миллиарды|мыңы|жүзі|млрд-ы|млн-ы|[еа]уі?|[еа]уы)$")  # «11-і», «3 миллиарды», «төртеуі»
_COMPARISONS = frozenset(("аз", "көп", "артық", "кем", "жоғары", "төмен", "тең"))
_OPEN_HEDGES = frozenset(("астам", "жуық", "аса", "артық", "таяу", "шақты", "дейін", "көп", "жоғары", "емес", "кем", "тарта", "шамалы", "дай", "дей"))  # after which the counted noun may still come
_FROM_TO = 25  # characters between the two numbers of «X-тан Y-ке»
_DOINGS = frozenset(("білім", "өмір", "жұмыс", "қызмет", "еңбек"))  # «… қазақ өмір сүреді»: what people do, not what is theirs
_FEW = 3  # «екі ел», «үш тарап»
_PLAIN_ENDING = 3  # letters of an ending that tell a verb even where the stem is unknown
_TURNS = frozenset(("бірақ", "алайда", "дегенмен", "ал", "әйтсе", "сонда", "әйткенмен", "есесіне", "себебі", "өйткені", "яғни"))
_FINITE = frozenset(("past", "present", "inferred", "perfect", "intention", "condition", "wish"))
_CLOSING_WORDS = frozenset(
    ("тиіс", "мүмкін", "керек", "қажет", "жоқ", "бар", "еді", "екен", "емес", "болатын", "ғой", "отыр", "тұр", "жатыр", "жүр")
)


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
    to the verb that ends what is said of it, led the words of the sentence before the piece.
    """

    at: At
    number: NumberMention
    marks: Marks
    memory: Memory
    piece: Span
    reach: Span

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
    def unit_kind(self) -> str:
        """money, percent, times, m3, t …, rank for an ordinal, person or count for things, bare where nothing tells."""
        return unit_kind(self.number, self.at.sentence)

    @property
    def bracketed(self) -> bool:
        """Whether the number stands in a bracket of its own."""
        return self.words(self.piece).lstrip().startswith("(")

    def has(self, key: str, within: Span | None = None) -> bool:
        """Whether words of a group stand in the number's piece, or in the span given."""
        return self.marks.has(key, within or self.piece)

    def tokens(self, span: Span) -> tuple[Token, ...]:
        return self.at.tokens_in(span)

    def words(self, span: Span) -> str:
        return span.of(self.at.reading.text)

    def siblings(self) -> tuple[NumberMention, ...]:
        """The other numbers of the sentence that are no part of a date."""
        return tuple(n for n in counting(self.at.sentence) if n is not self.number)


def unit_kind(number: NumberMention, sentence: Sentence) -> str:
    """What kind of unit a number of a sentence is told in; see Said.unit_kind."""
    unit = number.quantity.unit
    if number.kind is NumberKind.ORDINAL:
        return "rank"
    if len(unit) == 3 and unit.isupper():
        return "money"
    if unit in ("", "count"):
        if _persons_after(number, sentence):
            return "person"
        return "bare" if number.counted is None or (unit == "" and _closed(number, sentence)) else "count"
    return unit


def _persons_after(number: NumberMention, sentence: Sentence) -> bool:
    """Whether people are counted: «640 қандас», «2766 қазақстандық білім алады», «алты жүз қырғыз студент»."""
    if number.quantity.qualifier is Qualifier.EXACT and number.case not in (None, Case.NOM) and not number.each:
        return False
    words = []
    for token in sentence.tokens:
        if token.span.start >= max(number.span.end, number.digits.end):
            if token.kind != "word":
                break
            words.append(token)
    for index, token in enumerate(words[:4]):
        if noun("persons", (token.lower, *token.lemmas)):
            return True
        if token.lower in people() or not people().isdisjoint(token.lemmas):
            after = words[index + 1] if index + 1 < len(words) else None
            if after is None or verb_of(after) is not None or token.plural or after.case is Case.ACC or after.lower in _DOINGS:
                return True
        elif verb_of(token) is not None and not token.attributive:
            return False
    return False


def _closed(number: NumberMention, sentence: Sentence) -> bool:
    """Whether the number phrase ends with the number: it has a case or a possessive ending, or a verb follows."""
    inside = [t for t in sentence.tokens if number.span.covers(t.span)]
    bare = [t for t in inside if t.span.end <= number.digits.end]
    if bare and _POSSESSIVE.search(bare[-1].lower):
        return True
    if inside and inside[-1].span.end > number.digits.end and inside[-1].lower not in _OPEN_HEDGES:
        return True
    if number.counted_span is not None:
        counted = [t for t in sentence.tokens if number.counted_span.covers(t.span)]
        if counted and (verb_of(counted[-1]) is not None or is_finite(counted[-1])):
            return True
    plain = number.quantity.qualifier is Qualifier.EXACT and not number.each
    return plain and number.case not in (None, Case.NOM)


def counting(sentence: Sentence) -> list[NumberMention]:
    """The numbers of a sentence that may count something: no dates, no ordinals, no «екі ел»."""
    found = []
    for number in sentence.numbers:
        if number.part_of_date or number.kind is NumberKind.ORDINAL:
            continue
        if number.quantity.value <= _FEW and not number.quantity.unit:
            after = [t for t in sentence.tokens if t.span.start >= number.span.end][:1]
            if after and noun("sides", (after[0].lower, *after[0].lemmas)):
                continue
        found.append(number)
    return found


def goes_on(start: NumberMention, end: NumberMention) -> bool:
    """«85 мың тоннадан 150 мың тоннаға»: whether something goes from one number to the other."""
    near = 0 <= end.span.start - start.span.end < _FROM_TO
    same = start.quantity.unit in ("", end.quantity.unit)
    return near and same and start.case is Case.ABL and end.case is not Case.ABL


def pieces(sentence: Sentence) -> tuple[Span, ...]:
    """A sentence parted so that each part has the words of one number, where marks or linking words allow it."""
    numbers = counting(sentence)
    dates = [d.span for d in sentence.dates]
    cuts = {sentence.span.start, sentence.span.end}
    for token in sentence.tokens:
        inside = any(n.span.start < token.span.start < n.span.end for n in sentence.numbers)
        inside = inside or any(d.start < token.span.start < d.end for d in dates)
        if token.text in _CUTS and not inside:
            cuts.add(token.span.start if token.text == "(" else token.span.end)
    for before, after in pairwise(numbers):
        cut = _link_between(sentence, before, after)
        if cut is not None and not any(before.span.end <= c <= after.span.start for c in cuts):
            cuts.add(cut)
    return tuple(Span(a, b) for a, b in pairwise(sorted(cuts)) if a < b)


def _link_between(sentence: Sentence, before: NumberMention, after: NumberMention) -> int | None:
    """Where «және» or «мен» parts two numbers; None where nothing does."""
    for token in sentence.tokens:
        if before.span.end <= token.span.start and token.span.end <= after.span.start and token.lower in _LINKS:
            return token.span.start
    return None


def narrow(piece: Span, number: NumberMention, sentence: Sentence) -> Span:
    """The piece without the words of other numbers in it: from the one before to the one after."""
    start, end = piece.start, piece.end
    for other in counting(sentence):
        if other is number:
            continue
        if piece.covers(other.span) and other.span.end <= number.span.start:
            start = max(start, other.span.end)
        elif piece.covers(other.span) and other.span.start >= number.span.end:
            end = min(end, other.span.start)
    return Span(start, max(end, start))


def reach(at: At, parts: tuple[Span, ...], piece: Span, number: NumberMention) -> Span:
    """From the piece's start to the verb that ends what is said of the number; a bracket ends itself.

    «… экспорт – 1,2 млрд,» needs no verb: a dash before the number and nothing after it is a whole clause.
    """
    text = at.reading.text
    inside = text[piece.start : piece.start + 1] == "("
    if inside or _nominal(at, piece, number):
        return piece
    for part in parts:
        if part.end <= number.span.start:
            continue
        tokens = [t for t in at.tokens_in(part) if t.span.start >= number.span.end]
        if part.start > number.span.start:
            if text[part.start : part.start + 1] == "(":
                continue
            if tokens and tokens[0].lower in _TURNS:
                return Span(piece.start, max(part.start, piece.end))
        if any(is_finite(token) for token in tokens) or (tokens and _said_and_done(tokens)):
            return Span(piece.start, max(part.end, piece.end))
    return Span(piece.start, at.sentence.span.end)


def _said_and_done(tokens: tuple[Token, ...] | list[Token]) -> bool:
    """«… үштен бірі ғана аяқталған,»: a participle that closes its clause."""
    if tokens[-1].text in ".!?…":
        return True
    words = [t for t in tokens if t.kind == "word"]
    if words and words[-1].lower in _COMPARISONS and tokens[-1].kind == "mark":
        return True
    reading = verb_of(words[-1]) if words else None
    return tokens[-1].kind == "mark" and reading is not None and reading.form == "participle" and not reading.possessor and reading.case is Case.NOM


def _nominal(at: At, piece: Span, number: NumberMention) -> bool:
    """Whether the piece is «X – number» with no word after it."""
    tokens = at.tokens_in(piece)
    dashed = any(t.text in "–—-" and t.span.end <= number.span.start for t in tokens[1:])
    return dashed and not any(t.kind == "word" and t.span.start >= number.span.end for t in tokens)


def verb_of(token: Token) -> Analysis | None:
    """The word read as an inflected verb: a known one, or an ending that no noun has; None where it is none."""
    if token.kind != "word":
        return None
    readings = analyse(token.lower)
    verbs = [r for r in readings if r.pos == "verb" and r.form not in ("", "stem") and r.suffix]
    if readings[0] in verbs and readings[0].known:
        return readings[0]
    for reading in verbs:
        if reading.known and len(reading.suffix) >= _PLAIN_ENDING and not (reading.form == "intention" and readings[0].known):
            return reading
    return next((r for r in verbs if len(r.suffix) >= _PLAIN_ENDING and r.form in ("present", "participle", "intention")), None)


def is_finite(token: Token) -> bool:
    """Whether the word ends a clause: a finite verb, a reported one (жеткенін), or a word that stands for one."""
    if token.kind != "word":
        return False
    if token.lower in _CLOSING_WORDS or token.lower.startswith("екен"):
        return True
    reading = verb_of(token)
    if reading is None:
        return False
    reported = reading.form == "participle" and reading.possessor == "3" and reading.case in (Case.ACC, Case.DAT, Case.NOM)
    return reading.form in _FINITE or reported


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


def passed(said: Said, span: Span) -> bool:
    """«межесінен асты», «жоспардан көп»: an aim that was passed is none."""
    words = [t for t in said.tokens(span) if t.kind == "word"]
    if len(words) != 1 or words[0].case is not Case.ABL:
        return False
    after = [t for t in said.at.sentence.tokens if t.span.start >= span.end and t.kind == "word"][:3]
    return any(said.marks.spans(key, t.span) for t in after for key in ("reaches", "more", "less"))
