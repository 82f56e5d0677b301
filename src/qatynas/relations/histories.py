"""Things with a state and a history, made of facts: treaties, bodies, meetings, works, promises … Frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from qatynas.model.claim import (
    Agreement,
    Assessment,
    Award,
    Body,
    Claim,
    Community,
    Event,
    Exchange,
    Figure,
    Meeting,
    Membership,
    Place,
    Pledge,
    Procedure,
    Project,
    Topic,
)
from qatynas.relations.values import Fact, Series, Source

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty, agreement, programme, law …, with all titles it goes by (fullest first) and its acts in order.

    priorities are the topics that the text gives it; term is that of a programme. signed_at is the meeting at which it
    was signed, laws are those that ratified it, changes the texts that amend it. `state_on` says how it stands.
    """

    titles: tuple[str, ...]
    type: str | None
    term: str | None
    acts: tuple[Fact[Agreement], ...]
    priorities: tuple[Fact[Topic], ...] = ()
    signed_at: Fact[Meeting] | None = None
    laws: tuple[Fact[Agreement], ...] = ()
    changes: tuple[Fact[Agreement], ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """A text with a term and priorities: under each priority what is told to have been done in the term. more: how much
    of that is left out here."""

    treaty: Treaty
    done: tuple[tuple[str, tuple[Fact[Claim], ...]], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """How a text stands on a day.

    state is "prepared", "signed", "approved", "ratified", "in_force", "in_term" (signed, and the day lies in its term),
    "ended" or "unknown" (nothing is told of it until that day). by is the act it rests on. sure is False where that
    act's date is too coarse to say that it came before the day. amended: whether a text that changes it stood then.
    """

    state: str
    by: Fact[Agreement] | None
    sure: bool = True
    amended: bool = False


@dataclass(frozen=True, slots=True)
class JointBody:
    """A joint body: how it is described, what it regularly does, and its sessions in order. chairs are those named at
    its latest session; `duties_of` says what of its duties a year has seen. more: older sessions, left out here."""

    names: tuple[str, ...]
    level: str | None
    descriptions: tuple[Fact[Body], ...]
    procedures: tuple[Fact[Procedure], ...]
    sessions: tuple[Fact[Meeting], ...]
    chairs: tuple[str, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Duty:
    """What a body has to do in a year, and the facts that its state rests on.

    state: "done" (a fact of that year says so), "session" (it met that year, and nothing is said of this), "short" (it
    met, but not as often as it should, as far as is told), "open" (nothing is told, and the year is not over),
    "not_seen" (nothing is told, and it is) or "to_come".
    """

    body: JointBody
    procedure: Fact[Procedure]
    year: int
    state: str
    by: tuple[Fact[Claim], ...] = ()


@dataclass(frozen=True, slots=True)
class Gathering:
    """A visit, talks or a session with the topics that are told of it.

    within is the visit that it was part of; held are the meetings that were part of this visit; signed, awards and
    promised are what was signed, given and promised at it, events what was opened or held on its day.
    """

    meeting: Fact[Meeting]
    topics: tuple[Fact[Topic], ...]
    within: Fact[Meeting] | None = None
    held: tuple[Fact[Meeting], ...] = ()
    signed: tuple[Fact[Agreement], ...] = ()
    awards: tuple[Fact[Award], ...] = ()
    promised: tuple[Fact[Pledge], ...] = ()
    events: tuple[Fact[Event], ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """A joint project: every report of its stages in order, and the figures that belong to it.

    costs are those of them that say what it costs. due_dates are the days it was to be ready by, in the order of the
    documents that told them: more than one means that it was moved. more: older stages, left out here.
    """

    names: tuple[str, ...]
    stages: tuple[Fact[Project], ...]
    figures: tuple[Fact[Figure], ...] = ()
    costs: tuple[Fact[Figure], ...] = ()
    due_dates: tuple[str, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Season:
    """A period of an exchange: what was promised and what was given in it.

    owed is the least that is still missing, in the unit of the figures (None where that cannot be said; 0: nothing).
    """

    period: str | None
    promised: tuple[Fact[Figure], ...]
    given: tuple[Fact[Figure], ...]
    owed: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Supply:
    """What one side gives the other: the standing arrangement, and what was promised and given by season. more: numbers
    of older seasons, left out here."""

    commodity: str
    from_: str | None
    to: str | None
    arrangements: tuple[Fact[Exchange], ...]
    seasons: tuple[Season, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Promise:
    """Something still to come: a target, a pledge, a planned project, text or meeting.

    due is EDTF or None. state is "open" (due on or after the newest document's date), "past" (due before it) or
    "undated". The fact's reports are its restatements. restated are facts that promise the same amount for another
    time (moved or promised again), kept_by facts that fulfil it, earliest first.
    """

    fact: Fact[Claim]
    due: str | None
    state: str
    restated: tuple[Fact[Claim], ...] = ()
    kept_by: tuple[Fact[Claim], ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """All judgements of one stance by one holder (None: the text itself) about one subject; more are left out here."""

    stance: str
    holder: str | None
    subject: str | None
    facts: tuple[Fact[Assessment], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """A place that claims name, with the facts that do; more of them are left out here."""

    place: Place
    facts: tuple[Fact[Claim], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation of states: who is said to be in it, and what is judged of it; more facts are left out here."""

    code: str
    members: tuple[str, ...]
    facts: tuple[Fact[Membership], ...]
    judged: tuple[Fact[Assessment], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class CommunityBody:
    """One cultural or diaspora body under all its names; more facts are left out here."""

    names: tuple[str, ...]
    place: Place | None
    facts: tuple[Fact[Community], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Succession:
    """Community bodies that grew out of one another, oldest first; most lines have one."""

    bodies: tuple[CommunityBody, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """All that is told of one indicator between the same sides: its series of levels, growths, multiples, shares …"""

    indicator: str
    reporter: str | None
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Relationship:
    """Everything read about one pair of states. Built anew from extractions at any time; nothing in it is invented.

    as_of is the newest document's date (EDTF) and stands for «now». sources are by sha256. standing holds the facts
    that are no thing with a history of their own, by kind (relation, membership, aid, award, community, event, topic,
    trend, goods). irrelevant and undated are sha256 of documents. texts says for documents which stands for their text,
    where sources does not hold them (`partly`).
    """

    pair: tuple[str, str]
    as_of: str | None
    sources: Mapping[str, Source]
    facts: tuple[Fact[Claim], ...]
    series: tuple[Series, ...]
    courses: tuple[Course, ...]
    treaties: tuple[Treaty, ...]
    programmes: tuple[Programme, ...]
    bodies: tuple[JointBody, ...]
    meetings: tuple[Gathering, ...]
    works: tuple[Work, ...]
    exchanges: tuple[Fact[Exchange], ...]
    supplies: tuple[Supply, ...]
    events: tuple[Fact[Event], ...]
    promises: tuple[Promise, ...]
    voices: tuple[Voice, ...]
    places: tuple[Named, ...]
    organisations: tuple[Organisation, ...]
    communities: tuple[Succession, ...]
    standing: Mapping[str, tuple[Fact[Claim], ...]]
    undated: tuple[str, ...]
    irrelevant: tuple[str, ...]
    texts: Mapping[str, str] = field(default_factory=dict)

    def of_kind(self, kind: str) -> tuple[Fact[Claim], ...]:
        """All facts of one kind of claim."""
        return tuple(fact for fact in self.facts if fact.claim.kind == kind)

    def series_of(self, *indicators: str, measure: str | None = None) -> tuple[Series, ...]:
        """The series of these indicators, of one measure where it is given."""
        wanted = (s for s in self.series if s.head.indicator in indicators)
        return tuple(s for s in wanted if measure in (None, s.head.measure))

    def texts_of(self, fact: Fact[Claim]) -> tuple[str, ...]:
        """The texts that tell a fact, reprints of one counted once: the sha256 that stands for each."""
        return tuple(dict.fromkeys(self._text(report.source) for report in fact.reports))

    def count_texts(self, fact: Fact[Claim]) -> int:
        """How many texts tell a fact, also where only its first reports were read."""
        return fact.texts if fact.more else len(self.texts_of(fact))

    def _text(self, source: str) -> str:
        return self.texts.get(source) or self.sources[source].text


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """Some items of an answer, how many there are in all, and the relationship that holds what they are told by."""

    items: tuple[T, ...]
    count: int
    relationship: Relationship


def partly(pair: tuple[str, str], as_of: str | None, texts: Mapping[str, str], **told: Any) -> Relationship:
    """A relationship of which only a part was read: what a question needs."""
    empty: dict[str, Any] = {f.name: () for f in fields(Relationship)} | {"sources": {}, "standing": {}}
    return Relationship(**(empty | {"pair": pair, "as_of": as_of, "texts": texts} | told))


def facts_in(things: Any) -> tuple[Fact[Any], ...]:
    """All facts that things hold, each once."""
    found: dict[str, Fact[Any]] = {}
    waiting = [things]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Fact):
            found[one.key] = one
        elif isinstance(one, (tuple, list)):
            waiting += one
        elif is_dataclass(one) and not isinstance(one, type):
            waiting += [getattr(one, f.name) for f in fields(one)]
    return tuple(found.values())
