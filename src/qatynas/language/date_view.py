"""What date rules look at: the words of a sentence, the document's date, the year named before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec
from msgspec.structs import replace

from qatynas.language.anchor import Anchor
from qatynas.language.kk import calendar as kk
from qatynas.language.mentions import Case, Token
from qatynas.language.numerals import Numeral, is_hyphen, read_numeral, read_roman
from qatynas.language.stems import analyse

NO_ANCHOR = "no_document_date"  # the reason where a relative date has nothing to be counted from
_VERB_REACH = 14  # words after a date in which its verb is looked for


class Found(msgspec.Struct, frozen=True):
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
    """A sentence's tokens without the hyphens between a number and its word; places are counted in items."""

    items: list[Token]
    places: Sequence[int]
    anchor: Anchor | None
    year: int | None = None  # the year named last in this sentence
    _numerals: dict[int, Numeral | None] = field(default_factory=dict)

    @classmethod
    def of(cls, tokens: Sequence[Token], anchor: Anchor | None) -> View:
        """A view of one sentence."""
        if not any(token.kind == "mark" and is_hyphen(token) for token in tokens):
            return cls(list(tokens), range(len(tokens)), anchor)
        items, places = [], []
        for place, token in enumerate(tokens):
            if token.kind == "mark" and is_hyphen(token) and 0 < place < len(tokens) - 1:
                before, after = tokens[place - 1], tokens[place + 1]
                joined = before.span.end == token.span.start or token.span.end == after.span.start
                if before.kind == "number" and after.kind == "word" and joined and token.text == "-":
                    continue
            items.append(token)
            places.append(place)
        return cls(items, places, anchor)

    def __len__(self) -> int:
        return len(self.items)

    def lower(self, at: int) -> str:
        """The small-letter form at a place, "" outside."""
        return self.items[at].lower if 0 <= at < len(self.items) else ""

    def has(self, at: int, *lemmas: str) -> bool:
        """Whether the word at a place can be a form of one of these."""
        if not 0 <= at < len(self.items):
            return False
        token = self.items[at]
        return any(lemma in token.lemmas or lemma == token.lower for lemma in lemmas)

    def case(self, at: int) -> Case | None:
        """The case of the word at a place."""
        return self.items[at].case if 0 <= at < len(self.items) else None

    def token(self, at: int) -> Token | None:
        """The token at a place."""
        return self.items[at] if 0 <= at < len(self.items) else None

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
        return 0 <= at < len(self.items) and is_hyphen(self.items[at])

    def numeral(self, at: int) -> Numeral | None:
        """The number that begins at a place."""
        known = self._numerals
        if at in known:
            return known[at]
        fits = 0 <= at < len(self.items) and self.items[at].kind != "mark"
        found = known[at] = (read_numeral(self.items, at) or read_roman(self.items, at)) if fits else None
        return found

    def whole(self, at: int, low: int, high: int) -> tuple[int, int] | None:
        """A whole number between low and high at a place: its value and its last place."""
        numeral = self.numeral(at)
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
