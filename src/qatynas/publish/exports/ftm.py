"""FollowTheMoney: who and what the claims name as entities, with the documents that prove them.

Rule: the model of FollowTheMoney 4 (schemata PublicBody, Person, Organization, Article, Document, Event, Project,
ProjectParticipant, Membership, Succession). What of a claim becomes what is told in docs/exports.md.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from qatynas.data import world
from qatynas.model.claim import (
    Agreement,
    Aid,
    Award,
    Body,
    Claim,
    Community,
    Event,
    Meeting,
    Membership,
    Place,
    Project,
    Relation,
)
from qatynas.publish.exports.addresses import web
from qatynas.publish.exports.columns import write_lines
from qatynas.publish.exports.ftm_names import alpha2, event_name, language_of, state_name
from qatynas.publish.exports.periods import ends, prefix
from qatynas.publish.exports.values import File, Material, Written
from qatynas.publish.labels import ENGLISH, speaking
from qatynas.relations import Fact, Relationship, Source
from qatynas.relations.names import body_key

DATASET = "qatynas"
QUOTES = 5  # of a fact's sentences that its entity carries; all documents are named
EVENTS = (Agreement, Meeting, Aid, Award, Relation, Event)
MOST = {"name": 384, "title": 1024, "summary": 65_000}
"""Characters that FollowTheMoney takes of a value."""


@dataclass(slots=True)
class Entity:
    """An entity as FollowTheMoney has it; origin is the id of the first claim of it, "" where none is."""

    id: str
    schema: str
    properties: dict[str, list[str]] = field(default_factory=dict)
    origin: str = ""

    def add(self, name: str, *values: str | None) -> None:
        """Values of a property, each once; None and "" say nothing."""
        known = self.properties.setdefault(name, [])
        for value in values:
            cut = value and " ".join(value.split())[: MOST.get(name, 1024)]
            if cut and cut not in known:
                known.append(cut)
        if not known:
            del self.properties[name]


def write(material: Material, file: File) -> Written:
    """Entities, a JSON object a line."""
    found, left = entities(material.relationship)
    rows = ({"id": one.id, "schema": one.schema, "properties": one.properties, "datasets": [DATASET]} for one in found)
    return Written(write_lines(rows, file), "entities", left)


def entities(relationship: Relationship) -> tuple[list[Entity], Counter[str]]:
    """All entities in a steady order, and how many facts have no form there, by their kind; named in English."""
    with speaking(ENGLISH):
        return _entities(relationship)


def _entities(relationship: Relationship) -> tuple[list[Entity], Counter[str]]:
    drawn = _Drawn(relationship)
    left: Counter[str] = Counter()
    for key in relationship.sources:
        drawn.document(relationship.sources[key])
    for body in relationship.bodies:
        drawn.joint_body(body.names, body.descriptions)
    for fact in relationship.facts:
        draw = _WAYS.get(type(fact.claim))
        if draw:
            draw(drawn, fact)
        elif not isinstance(fact.claim, Body):
            left[f"{fact.claim.kind}: no form in FollowTheMoney"] += 1
    for line in relationship.communities:
        for older, younger in zip(line.bodies, line.bodies[1:], strict=False):
            drawn.succession(older.names[0], younger.names[0], younger.facts[0])
    return list(drawn.found.values()), left


def key(*parts: str | None) -> str:
    """An entity's id, made of what it is."""
    return (
        f"{DATASET}-"
        + hashlib.sha256("\0".join(part or "" for part in parts).encode("utf-8", "replace")).hexdigest()[:20]
    )


class _Drawn:
    """Entities as they are found, by their ids."""

    def __init__(self, relationship: Relationship) -> None:
        self.relationship = relationship
        self.found: dict[str, Entity] = {}
        self._bodies: dict[str, str] = {}
        self._communities = {
            name: key("community", body.names[0])
            for line in relationship.communities
            for body in line.bodies
            for name in body.names
        }
        self._countries = {one.name: one.country for one in world().people}

    def entity(self, number: str, schema: str, fact: Fact[Claim] | None = None) -> Entity:
        """The entity with this id; where a fact tells of it, proven by its documents."""
        made = self.found.setdefault(number, Entity(number, schema, origin=fact.reports[0].id if fact else ""))
        if fact:
            sources = [self.relationship.sources[report.source] for report in fact.reports]
            made.add("proof", *(self.document(source).id for source in sources))
            made.add("sourceUrl", *(web(source.document.address) for source in sources))
        return made

    def document(self, source: Source) -> Entity:
        document = source.document
        number = key("document", document.sha256)
        if number in self.found:
            return self.found[number]
        is_text = document.media_type in ("text/html", "text/plain") and not document.path.startswith("record:")
        made = self.entity(number, "Article" if is_text else "Document")
        made.add("fileName", document.path.rstrip("/").rpartition("/")[2] or document.path)
        made.add("title", document.title)
        made.add("author", document.author)
        made.add("publishedAt", prefix(source.dating.edtf))
        made.add("mimeType", document.media_type)
        made.add("language", language_of(document.language))
        made.add("sourceUrl", web(document.address))
        made.add("notes", f"sha256:{document.sha256}")
        return made

    def state(self, code: str) -> Entity:
        made = self.entity(key("state", code), "PublicBody")
        made.add("name", state_name(code))
        made.add("country", alpha2(code))
        return made

    def person(self, name: str, fact: Fact[Claim]) -> Entity:
        made = self.entity(key("person", name), "Person", fact)
        made.add("name", name)
        made.add("country", alpha2(self._countries.get(name)))
        return made

    def organisation(self, name: str, fact: Fact[Claim]) -> Entity:
        """A body that claims name: the joint body of that name, or one of its own."""
        number = self._bodies.get(body_key(name)) or key("body", body_key(name) or name)
        made = self.entity(number, "PublicBody", fact)
        made.add("name", name)
        return made

    def joint_body(self, names: Sequence[str], facts: Sequence[Fact[Body]]) -> None:
        if not names:
            return
        number = key("body", body_key(names[0]) or names[0])
        self._bodies |= {body_key(name): number for name in names}
        made = self.entity(number, "PublicBody")
        made.add("name", *names)
        for fact in facts:
            self.entity(number, "PublicBody", fact)
            made.origin = made.origin or fact.reports[0].id
            made.add("classification", fact.claim.level)
            made.add("description", fact.claim.task)
            made.add("country", *(alpha2(code) for code in fact.claim.parties))

    def event(self, fact: Fact[Claim]) -> None:
        claim = fact.claim
        made = self.entity(key("fact", fact.key), "Event", fact)
        made.add("name", event_name(claim))
        made.add("keywords", claim.kind, getattr(claim, "act", None), getattr(claim, "type", None), claim.status)
        self._dated(made, getattr(claim, "date", None))
        self._placed(made, getattr(claim, "place", None))
        made.add("country", *(alpha2(code) for code in claim.parties))
        made.add("involved", *(self.state(code).id for code in claim.parties))
        people = getattr(claim, "participants", ()) if isinstance(claim, Meeting) else ()
        if isinstance(claim, Award):
            people = tuple(name for name in (claim.to, claim.by) if name)
        made.add("involved", *(self.person(name, fact).id for name in people))
        if isinstance(claim, Meeting) and claim.body:
            made.add("organizer", self.organisation(claim.body, fact).id)
        self._told(made, fact)

    def project(self, fact: Fact[Project]) -> None:
        claim = fact.claim
        made = self.entity(key("fact", fact.key), "Project", fact)
        made.add("name", claim.name)
        made.add("phase", claim.stage)
        made.add("country", *(alpha2(code) for code in claim.parties))
        made.add("address", claim.place.name if claim.place else None)
        self._dated(made, claim.date)
        self._told(made, fact)
        for code in claim.parties:
            part = self.entity(key("part", fact.key, code), "ProjectParticipant", fact)
            part.add("project", made.id)
            part.add("participant", self.state(code).id)

    def membership(self, fact: Fact[Membership]) -> None:
        claim = fact.claim
        joined = self.entity(key("organisation", claim.organisation), "Organization", fact)
        known = next((one.name for one in world().organisations if one.code == claim.organisation), None)
        joined.add("name", known or claim.organisation)
        joined.add("abbreviation", claim.organisation)
        for code in claim.members:
            made = self.entity(key("member", claim.organisation, code), "Membership", fact)
            made.add("member", self.state(code).id)
            made.add("organization", joined.id)
            made.add("recordId", *(report.id for report in fact.reports))

    def community(self, fact: Fact[Community]) -> None:
        claim = fact.claim
        made = self.entity(self._communities[claim.name], "Organization", fact)
        made.add("name", claim.name)
        made.add("incorporationDate", prefix(claim.date))
        if claim.place:
            made.add("country", alpha2(claim.place.country))
            made.add("address", claim.place.name)

    def succession(self, older: str, younger: str, fact: Fact[Community]) -> None:
        made = self.entity(key("succession", older, younger), "Succession", fact)
        made.add("predecessor", key("community", older))
        made.add("successor", key("community", younger))

    def _dated(self, made: Entity, edtf: str | None) -> None:
        if prefix(edtf):
            made.add("date", prefix(edtf))
        else:
            start, end = ends(edtf)
            made.add("startDate", start)
            made.add("endDate", end)

    def _placed(self, made: Entity, place: Place | None) -> None:
        if place:
            made.add("location", place.name or (state_name(place.country) if place.country else None))

    def _told(self, made: Entity, fact: Fact[Claim]) -> None:
        made.add("summary", *(report.claim.quote for report in fact.reports[:QUOTES]))
        made.add("recordId", *(report.id for report in fact.reports))


_WAYS: dict[type[Claim], Callable[..., None]] = {
    **dict.fromkeys(EVENTS, _Drawn.event),
    Project: _Drawn.project,
    Membership: _Drawn.membership,
    Community: _Drawn.community,
}
