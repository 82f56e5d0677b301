"""What date rules look at: the words of a sentence, the document's date, the year named before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import msgspec
from msgspec.structs import replace

from qatynas.language.anchor import Anchor
from qatynas.language.kk import calendar as kk
from qatynas.language.mentions import Case, Token
from qatynas.language.numerals import Numeral, read_numeral
from qatynas.language.roman import read_roman
from qatynas.language.stems import analyse

NO_ANCHOR = "no_document_date"  # the reason where a relative date has nothing to be counted from
OPENS, NUMBER, FIGURES, TIME, HYPHEN = 1, 2, 4, 8, 16
"""Marks of a token: a word that a rule may begin with; a number; figures that may be a date by themselves; a word for a
time; a hyphen or dash."""
UNIT, AGO, NOW, EVERY, CENTURY, AGED = 32, 64, 128, 256, 512, 1024
"""Marks of words that rules ask for after a number: of a unit of time, «бұрын», «бері», «сайын», «ғасыр», «жаста»."""
_BLANKS, _NONE, _UNMARKED = ("",) * 32, (None,) * 32, (0,) * 32
_VERB_REACH = 14  # words after a date in which its verb is looked for


class Found(msgspec.Struct, frozen=True, gc=False):
    """A date in items[first:last + 1]: its first and last EDTF point (None where it has none), and what is open."""

    first: int
    last: int
    start: str | None = None
    end: str | None = None
    relative: bool = False
    recurrence: str | None = None
    season: str | None = None
    reason: str = ""
    about: bool = False
    duration: str | None = None
    year: int | None = None  # named in the words themselves: dates after it in the sentence belong to it

    def grown(self, last: int) -> Found:
        """The same date with its words up to last."""
        return replace(self, last=max(last, self.last))


@dataclass(slots=True)
class View:
    """A sentence's tokens without the hyphens between a number and its word; places are counted in items.

    lower(at) is the small-letter form at a place, token(at) the token and mark(at) its mark (`date_rules.marks_of`);
    "", None and 0 outside.
    """

    items: list[Token]
    places: Sequence[int]
    marks: Sequence[int]
    anchor: Anchor | None
    year: int | None = None  # the year named last in this sentence
    lower: Callable[[int], str] = field(init=False)
    token: Callable[[int], Token | None] = field(init=False)
    mark: Callable[[int], int] = field(init=False)
    _numerals: dict[int, Numeral | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # rules look a few words to either side: blanks at the end, which negative places meet as well
        self.lower = [*[token.lower for token in self.items], *_BLANKS].__getitem__
        self.token = [*self.items, *_NONE].__getitem__
        self.mark = [*self.marks, *_UNMARKED].__getitem__

    @classmethod
    def of(cls, tokens: Sequence[Token], marks: Sequence[int], anchor: Anchor | None) -> View:
        """A view of one sentence."""
        if HYPHEN not in marks:
            return cls(list(tokens), range(len(tokens)), marks, anchor)
        items, places, kept = [], [], []
        for place, token in enumerate(tokens):
            if marks[place] == HYPHEN and 0 < place < len(tokens) - 1:
                before, after = tokens[place - 1], tokens[place + 1]
                joined = before.span.end == token.span.start or token.span.end == after.span.start
                if before.kind == "number" and after.kind == "word" and joined and token.text == "-":
                    continue
            items.append(token)
            places.append(place)
            kept.append(marks[place])
        return cls(items, places, kept, anchor)

    def __len__(self) -> int:
        return len(self.items)

    def has(self, at: int, *lemmas: str) -> bool:
        """Whether the word at a place can be a form of one of these."""
        token = self.token(at)
        return token is not None and (token.lower in lemmas or not token.lemmas.isdisjoint(lemmas))

    def case(self, at: int) -> Case | None:
        """The case of the word at a place."""
        token = self.token(at)
        return None if token is None else token.case

    def is_between(self, at: int) -> bool:
        """Whether «аралығында», «арасында» stands at a place."""
        return self.lower(at).startswith(("аралығы", "арасы", "аралық"))

    def tense(self, at: int) -> str:
        """What the first verb at or after a place tells of: "past" («өтті», «қол қойған»), "coming" («өтеді»), ""."""
        for token in self.items[at : at + _VERB_REACH]:
            if token.kind != "word":
                continue
            reading = analyse(token.lower)[0]
            if reading.pos != "verb" or not reading.known:
                continue
            if reading.form in ("present", "intention"):
                return "coming"
            if reading.form in ("past", "perfect", "inferred") or reading.suffix.startswith(
                ("ған", "ген", "қан", "кен")
            ):
                return "past"
        return ""

    def is_dash(self, at: int) -> bool:
        """Whether a hyphen or dash stands at a place."""
        return self.mark(at) == HYPHEN

    def numeral(self, at: int) -> Numeral | None:
        """The number that begins at a place."""
        if not self.mark(at) & NUMBER:
            return None
        known = self._numerals
        if at in known:
            return known[at]
        found = known[at] = read_numeral(self.items, at) or read_roman(self.items, at)
        return found

    def whole(self, at: int, low: int, high: int) -> tuple[int, int] | None:
        """A whole number between low and high at a place: its value and its last place."""
        numeral = self.numeral(at) if self.mark(at) & NUMBER else None
        if numeral is None or numeral.step is not None:
            return None
        value = numeral.value
        return (int(value), numeral.last) if low <= value <= high else None

    def month(self, at: int) -> int | None:
        """The month (1 to 12) whose name, in any form, stands at a place."""
        token = self.token(at)
        if token is None or token.kind != "word" or token.lower[:3] not in _MONTH_STARTS:
            return None
        for name in _MONTH_STARTS[token.lower[:3]]:
            if name in token.lemmas or token.lower == name:
                return kk.MONTH_NUMBERS[name]
        return None

    def russian_month(self, at: int) -> int | None:
        """The month whose Russian name, in any form, stands at a place; asked only after a day: «9 май»."""
        token = self.token(at)
        if token is None or token.kind != "word":
            return None
        return next((kk.RUSSIAN_MONTHS[word] for word in token.lemmas if word in kk.RUSSIAN_MONTHS), None)


def unit_at(view: View, at: int) -> str | None:
    """The unit of time whose form stands at a place."""
    token = view.token(at)
    if token is None or token.kind != "word" or not token.lower.startswith(tuple(kk.DURATIONS)):
        return None
    return next((name for name in kk.DURATIONS if name in token.lemmas), None)


_MONTH_STARTS: dict[str, tuple[str, ...]] = {}
for _name in kk.MONTHS:
    _MONTH_STARTS[_name[:3]] = (*_MONTH_STARTS.get(_name[:3], ()), _name)
