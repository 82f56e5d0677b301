"""The kinds of claim, as CLAIMS.md fixes them: what a document says, with the words that say it."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import json
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, ClassVar, cast

from qatynas.model.quantity import Quantity
from qatynas.model.span import Span


@dataclass(frozen=True, slots=True)
class Support:
    """Another place in the text that a field was taken from (a carried indicator, a period named before)."""

    span: Span
    field: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field has its value: the rule's name and, where there are any, its words. Shown by --explain."""

    field: str
    rule: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place: ISO 3166-1 alpha-3 country (None where unknown) and name in Kazakh Cyrillic (None: the country)."""

    country: str | None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Locator:
    """A table's cell: the sheet's name (None where the file is one table), the cell as spreadsheets call it (D12)."""

    sheet: str | None
    cell: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What every claim has; CLAIMS.md, «Every claim».

    document is its path or address as given; span lies in the document's original text and quote is its words.
    published is EDTF or None, published_basis "stated", "inferred" or None. parties are sorted ISO 3166-1 alpha-3
    codes. speaker is whom the text credits, in canonical form. status is actual, forecast, target or potential for
    figures, done, planned or recurring for the rest. Dates and periods in all kinds are EDTF strings. locator is the
    cell that a table's claim stands in; its span then lies in the table written out as text.
    """

    kind: ClassVar[str] = ""

    document: str
    span: Span
    quote: str
    parties: tuple[str, ...]
    status: str
    published: str | None = None
    published_basis: str | None = None
    speaker: str | None = None
    support: tuple[Support, ...] = ()
    why: tuple[Reason, ...] = ()
    locator: Locator | None = None

    def content(self) -> dict[str, Any]:
        """What the claim says, by CLAIMS.md's field names, without where it says it."""
        return {"kind": self.kind} | {
            name: plain(getattr(self, field)) for name, field in _said(cast(Hashable, type(self)))
        }

    def row(self) -> dict[str, Any]:
        """The claim as CLAIMS.md's JSON object."""
        said = self.content()
        quantity = said.pop("quantity", None)
        return (
            {"kind": said.pop("kind"), "document": self.document}
            | {"published": self.published, "published_basis": self.published_basis}
            | {"quote": self.quote, "start": self.span.start, "end": self.span.end}
            | {"support": [[s.span.start, s.span.end, s.field] for s in self.support]}
            | said
            | (quantity or {})
            | ({"locator": {"file": self.document} | plain(self.locator)} if self.locator else {})
        )

    def id(self, sha256: str) -> str:
        """A hash of what is said and where, in the document with this hash: the same reading has the same id."""
        said = [sha256, self.span.start, self.span.end, self.content()]
        packed = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(packed.encode("utf-8", "surrogatepass")).hexdigest()[:24]


WHERE = ("document", "span", "quote", "support", "why", "published", "published_basis", "locator")
"""Fields that tell where and why a claim is made, and nothing of what it says."""


@functools.cache
def _said(kind: Any) -> tuple[tuple[str, str], ...]:
    """The names that CLAIMS.md and the class have for each field of a kind (a class) that tells what is said."""
    return tuple((f.name.rstrip("_"), f.name) for f in dataclasses.fields(kind) if f.name not in WHERE)


def plain(value: Any) -> Any:
    """A value as JSON types: dataclasses as objects, tuples as lists, decimals as numbers where that is exact."""
    if value is None or type(value) is str:  # most are
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if hasattr(value, "as_tuple"):
        return int(value) if value == int(value) else float(value)
    return str(value) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Claim):
    """A number said of the relationship; from_ and to are the sides of a flow, None for a mutual figure."""

    kind: ClassVar[str] = "figure"
    indicator: str
    measure: str
    quantity: Quantity
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Claim):
    """One act of a treaty, agreement, protocol, memorandum, programme, roadmap, law or statement."""

    kind: ClassVar[str] = "agreement"
    title: str | None = None
    type: str | None = None
    act: str
    date: str | None = None
    place: Place | None = None
    term: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Claim):
    """A visit, talks, session, summit, forum or call; number is that of a body's session."""

    kind: ClassVar[str] = "meeting"
    type: str
    date: str | None = None
    place: Place | None = None
    participants: tuple[str, ...] = ()
    host: str | None = None
    guest: str | None = None
    body: str | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Claim):
    """A joint body: level is heads_of_state, heads_of_government, ministers, agency, business or other."""

    kind: ClassVar[str] = "body"
    name: str
    level: str
    task: str | None = None
    frequency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Claim):
    """States in one organisation (its acronym: UN, OSCE, CIS, …)."""

    kind: ClassVar[str] = "membership"
    organisation: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Claim):
    """A joint work; date is when it starts, opens or is due; stage planned, underway or done."""

    kind: ClassVar[str] = "project"
    name: str
    place: Place | None = None
    date: str | None = None
    stage: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange(Claim):
    """What one side regularly or once gives the other."""

    kind: ClassVar[str] = "exchange"
    commodity: str
    from_: str | None = None
    to: str | None = None
    season: str | None = None
    recurrence: str | None = None
    purpose: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aid(Claim):
    """Help given from one side to the other."""

    kind: ClassVar[str] = "aid"
    from_: str | None = None
    to: str | None = None
    purpose: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Award(Claim):
    """An order or medal; to and by are persons in canonical form."""

    kind: ClassVar[str] = "award"
    name: str
    degree: str | None = None
    to: str | None = None
    by: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Community(Claim):
    """A diaspora or cultural body; date is when it was registered, succeeds the body that it grew out of."""

    kind: ClassVar[str] = "community"
    name: str
    place: Place | None = None
    date: str | None = None
    succeeds: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Claim):
    """A standing legal fact between states: diplomatic_relations, embassy, consulate …"""

    kind: ClassVar[str] = "relation"
    type: str
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Claim):
    """A cultural or public event: jubilee, exhibition, concert, conference, festival, campaign …"""

    kind: ClassVar[str] = "event"
    type: str
    name: str | None = None
    date: str | None = None
    place: Place | None = None
    recurrence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Claim):
    """A matter discussed, agreed, made a priority or expected; at names the meeting or document it belongs to."""

    kind: ClassVar[str] = "topic"
    topic: str
    mode: str
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure(Claim):
    """What a body regularly does."""

    kind: ClassVar[str] = "procedure"
    body: str | None = None
    does: str
    frequency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge(Claim):
    """A promise without a number."""

    kind: ClassVar[str] = "pledge"
    by: str | tuple[str, ...] | None = None
    to: str | None = None
    what: str | None = None
    deadline: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend(Claim):
    """A direction without a number: up, down or steady."""

    kind: ClassVar[str] = "trend"
    indicator: str
    direction: str
    period: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Claim):
    """What someone judges: stance is benefit, risk, influence, expectation, recommendation or basis."""

    kind: ClassVar[str] = "assessment"
    holder: str | None = None
    stance: str
    subject: str | None = None
    topics: tuple[str, ...] = ()
    cause: str | None = None
    effect: str | None = None


@dataclass(frozen=True, slots=True)
class Good:
    """A good in canonical words, with its HS chapter or heading where that is clear."""

    name: str
    hs: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods(Claim):
    """What one side mainly sells to the other."""

    kind: ClassVar[str] = "goods"
    from_: str | None = None
    to: str | None = None
    goods: tuple[Good, ...] = ()
    period: str | None = None


KINDS: dict[str, type[Claim]] = {
    cls.kind: cls
    for cls in (
        Figure, Agreement, Meeting, Body, Membership, Project, Exchange, Aid, Award,
        Community, Relation, Event, Topic, Procedure, Pledge, Trend, Assessment, Goods,
    )
}  # fmt: skip
