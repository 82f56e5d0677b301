"""What the language layer finds in a text: values with their places, all in canonical (Cyrillic) offsets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import msgspec

from qatynas.model.document import BlockKind, Document
from qatynas.model.extraction import Dating
from qatynas.model.quantity import Quantity
from qatynas.model.span import Span


class Case(StrEnum):
    """Kazakh cases (Leipzig abbreviations)."""

    NOM = "nom"
    GEN = "gen"  # -ның
    DAT = "dat"  # -ға
    ACC = "acc"  # -ды
    LOC = "loc"  # -да
    ABL = "abl"  # -дан
    INS = "ins"  # -мен


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, a number, or a mark. lower is its small-letter form; lemma and case are the best analysis (words only).

    possessive is true with a third-person ending (айналым-ы); attributive with -дағы/-гі (Бішкектегі, жылғы).
    lemmas holds every lemma that an analysis gives, the word itself included.
    """

    span: Span
    text: str
    lower: str
    kind: str  # "word", "number", "mark"
    lemma: str = ""
    case: Case | None = None
    plural: bool = False
    possessive: bool = False
    attributive: bool = False
    lemmas: frozenset[str] = frozenset()


class NumberKind(StrEnum):
    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"  # value is percent with two decimals, unit "percent"
    RANGE = "range"
    MULTIPLE = "multiple"  # «екі есе»: unit "times"


class NumberMention(msgspec.Struct, frozen=True, gc=False):
    """A number phrase with its scale, unit and hedge words, as «800 миллион доллардан астам».

    span covers the number, scale, unit and hedge; digits is the span of the bare number. quantity.unit is "" where no
    unit follows; counted is then the lemma of the noun that is counted (студент, құжат), counted_span its place.
    each is true for distributives (елу гранттан, әрқайсысы). case is that of the last word of the phrase.
    rate is day, week, month, season or year for «тәулігіне», «жылына» …
    """

    span: Span
    digits: Span
    kind: NumberKind
    quantity: Quantity
    counted: str | None = None
    counted_span: Span | None = None
    case: Case | None = None
    each: bool = False
    rate: str | None = None
    part_of_date: bool = False


class DateRole(StrEnum):
    """How the date bounds what is said: in it, from it on, up to it, by it, every such time."""

    IN = "in"
    FROM = "from"
    UNTIL = "until"
    BY = "by"
    EVERY = "every"


class DateMention(msgspec.Struct, frozen=True, gc=False):
    """A date or period. edtf is None where it cannot be resolved; reason then says why (no_document_date, vague …).

    For UNTIL and BY edtf is already an interval such as ../2030. For EVERY (жыл сайын) recurrence is yearly, seasonal,
    monthly or regular and edtf None. season is spring, summer, autumn, winter or vegetation where one is named.
    relative is true where the value rests on the document's own date. duration is an ISO 8601 one (P15Y, P6M, P2Y/P3Y)
    where the words tell how long and not when; edtf is then None and reason "duration".
    """

    span: Span
    edtf: str | None
    role: DateRole = DateRole.IN
    relative: bool = False
    recurrence: str | None = None
    season: str | None = None
    reason: str = ""
    duration: str | None = None


class NameType(StrEnum):
    PERSON = "person"
    STATE = "state"  # a country by name or nickname, its adjective included (қырғыз тарапы)
    SIDE = "side"  # еліміз, көршіміз, екі ел: resolved by the document's point of view
    PLACE = "place"
    ORGANISATION = "organisation"
    BODY = "body"
    OFFICE = "office"
    QUOTED = "quoted"  # «…» that no list knows


class NameMention(msgspec.Struct, frozen=True, gc=False):
    """A name. canonical is its canonical Kazakh Cyrillic form; for an organisation its acronym code (EAEU).

    country is the state that it belongs to or is; countries holds several for «екі ел», «тараптар».
    role tells kinds of one type apart: of a STATE name, adjective, acronym or nickname; of a PLACE its kind (capital,
    post, river …); of an OFFICE its code in data/offices.toml; of a SIDE home, other or both; of a BODY its level.
    holder is, for an OFFICE, the canonical name of the person who is meant by it, where that can be told.
    """

    span: Span
    type: NameType
    canonical: str
    country: str | None = None
    countries: tuple[str, ...] = ()
    case: Case | None = None
    attributive: bool = False
    role: str = ""
    holder: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block, with all that was found in it. Spans are canonical and count from the text's start.

    entry is the date at the head of a chronicle's entry that the sentence is in. kept is for what others work out of
    it, by the function that did; it is no part of its value.
    """

    index: int
    span: Span
    block: BlockKind
    paragraph: int
    text: str
    tokens: tuple[Token, ...]
    numbers: tuple[NumberMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    entry: DateMention | None = None
    kept: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """A document read as language: what the claims room works on.

    text is the whole canonical text; original(span) gives the span in the document's own text. pair is the document's
    own pair of states (sorted; empty where it names no two), home the state that «еліміз» stands for. kept is as a
    sentence's.
    """

    document: Document
    text: str
    dating: Dating
    sentences: tuple[Sentence, ...]
    pair: tuple[str, ...]
    home: str | None
    original: Callable[[Span], Span] = field(repr=False)
    kept: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
