"""Treaties, bodies, visits and shared organisations."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from qatynas.publish.parts import Line
from qatynas.publish.sections.lines import fact_line
from qatynas.publish.sections.order import agreement_line, body_line, meeting_line
from qatynas.publish.writing import date_words
from qatynas.relations import Fact, JointBody, Relationship, Treaty, rows, state_on
from qatynas.relations.asking import now
from qatynas.relations.rows import short_id
from qatynas.serve.listing import Facet, Kind, Listing, answer, asked_by, by_words, count_of, years_of
from qatynas.serve.page import NUMBER, PAIR, Answer, Asked, Page
from qatynas.serve.tally import Mask, Picked
from qatynas.serve.texts import text_with
from qatynas.serve.visit import Refused, Visit, chosen
from qatynas.serve.words import word

SORTS = {"treaty": ("treaty",), "agreement": ("agreement", "protocol"), "programme": ("programme", "roadmap")}
MOST_BODIES = 300
MOST_SESSIONS = 200  # of one body, the newest
LIFE = ("prepared", "signed", "approved", "ratified", "in_force", "amended", "ended")
"""Acts in the order of a text's life."""


def treaty_id(treaty: Treaty) -> str:
    """A text is named by its first act."""
    return short_id(treaty.acts[0].key)


def body_id(body: JointBody) -> str:
    """A body is named by its fullest name."""
    return short_id(body.names[0] if body.names else "")


def treaties(visit: Visit) -> Answer:
    """Texts by sort, the newest first, with how each stands on a day."""
    found, told = visit.relationship, visit.told
    asked = visit.period("on")
    day = (asked.last or asked.first if asked else None) or now(found)
    texts = visit.state.texts.on(told.kept, day)

    @cache
    def standing(treaty: Treaty) -> str:
        return state_on(treaty, day).state

    def line(treaty: Treaty) -> Line:
        written = agreement_line(treaty)
        return Line(
            dict(written.cells) | {"status": word("standings", standing(treaty))}, written.reports, written.side,
            written.mark, written.note, written.children,
        )  # fmt: skip

    def kind(key: str, mask: Mask) -> Kind:
        return Kind(
            word("groups", key), Picked(texts, mask, told.kept.treaties.load), line,
            lambda one: {"id": treaty_id(one)} | rows.treaty_row(found, one, state_on(one, day)),
            where=lambda one: visit.to(f"/treaties/{treaty_id(one)}"), key=key,
        )  # fmt: skip

    known = {sort for sorts in SORTS.values() for sort in sorts}
    of_sorts = {key: texts.having_any("type", lambda sort: sort in sorts) for key, sorts in SORTS.items()}  # noqa: B023
    kinds = [kind(key, mask) for key, mask in of_sorts.items()]
    kinds.append(kind("other_text", ~texts.having_any("type", lambda sort: sort in known)))
    facets = (
        Facet("type", named=by_words("types")),
        Facet("standing", named=by_words("standings")),
        Facet("year", by_word=True),
        Facet("topic", named=by_words("topics")),
    )
    lead = word("leads", "treaties", count=texts.size, day=date_words(_iso(day)))
    return answer(visit, Listing("treaties", lead, kinds, facets, extra={"day": _iso(day), "form": "on"}))


def treaty(visit: Visit) -> Answer:
    """One text: its life from prepared to ended, what changes it, what was done under it."""
    found, kept = visit.relationship, visit.told.kept
    wanted = visit.request.path_params["name"]
    number = text_with(kept, wanted)
    if number is None:
        raise Refused(404, word("refused", "treaty"))
    (one,) = kept.treaties.load([number])
    programme = visit.told.programme(one)
    acts: dict[str, list[Fact[Any]]] = {}
    for fact in one.acts:
        acts.setdefault(fact.claim.act, []).append(fact)
    steps = [(act, acts.get(act, [])) for act in LIFE if act in acts or act in ("signed", "in_force")]
    steps += [(act, facts) for act, facts in acts.items() if act not in LIFE]
    title = one.titles[0] if one.titles else word("types", one.type)
    fields = {
        "treaty": one, "steps": steps, "standing": state_on(one, now(found)), "programme": programme,
        "line": lambda fact: fact_line(found, fact),
    }  # fmt: skip
    data = lambda: {"id": wanted} | rows.treaty_row(found, one, state_on(one, now(found)))  # noqa: E731
    return Answer("treaty.html.j2", data, title, fields)


def bodies(visit: Visit) -> Answer:
    """Each body with what it regularly does and its sessions."""
    found, part = visit.relationship, visit.told.kept.joint.bodies(MOST_BODIES)
    kind = Kind(
        word("pages", "bodies"), part.items, body_line,
        lambda one: {"id": body_id(one)} | rows.body_row(found, one),
        where=lambda one: visit.to(f"/bodies/{body_id(one)}"), key="bodies",
    )  # fmt: skip
    facets = (
        Facet("level", lambda one: (one.level,) if one.level else (), by_words("levels")),
        Facet("year", lambda one: {y for s in one.sessions for y in years_of(s.claim.date)}, by_word=True),
    )
    return answer(visit, Listing("bodies", word("leads", "bodies", count=part.count), [kind], facets))


def body(visit: Visit) -> Answer:
    """One body: its sessions year by year, the years without one visible, and its duties."""
    found, joint = visit.relationship, visit.told.kept.joint
    wanted = visit.request.path_params["name"]
    named = chosen(joint.bodies(MOST_BODIES, members=1).items, body_id, wanted, word("refused", "body"))
    one = next(iter(joint.body(named.names[0], MOST_SESSIONS).items), named)
    held: dict[int, list[Fact[Any]]] = {}
    for fact in one.sessions:
        for year in years_of(fact.claim.date)[:1]:
            held.setdefault(int(year), []).append(fact)
    this = now(found).year if found.as_of else max(held, default=0)
    years = list(range(min(held), max(max(held), this) + 1)) if held else []
    duties = [duty for duty in joint.duties(this).items if duty.body is one or duty.body.names == one.names]
    fields = {
        "body": one, "held": held, "years": years[-80:], "this_year": this, "duties": duties,
        "undated": [fact for fact in one.sessions if not years_of(fact.claim.date)],
        "line": lambda fact: fact_line(found, fact),
    }  # fmt: skip
    title = one.names[0] if one.names else word("pages", "bodies")
    data = lambda: {  # noqa: E731
        "id": wanted, **rows.body_row(found, one), "duties": [rows.duty_row(found, duty) for duty in duties],
        "years_without_session": [year for year in years if year not in held and year < this],
    }  # fmt: skip
    return Answer("body.html.j2", data, title, fields)


def visits(visit: Visit) -> Answer:
    """Meetings in order, the newest first, with what was discussed and signed at them."""
    found, told = visit.relationship, visit.told
    mask = told.of_kind("meeting")
    meetings = Picked(told.facts, mask, lambda numbers: told.gatherings(told.read(numbers)))
    kind = Kind(
        word("groups", "visits"), meetings, meeting_line,
        lambda one: rows.gathering_row(found, one),
        ("date", "name", "status", "detail"), "timeline",
        lambda one: visit.to(f"/facts/{short_id(one.meeting.key)}"), "visits",
    )  # fmt: skip
    facets = (
        Facet("type", named=by_words("types")),
        Facet("year", by_word=True),
        Facet("host", named=by_words("states")),
        Facet("status", named=by_words("marks")),
    )
    return answer(visit, Listing("visits", word("leads", "visits", count=meetings.count), [kind], facets))


def organisations(visit: Visit) -> Answer:
    """Organisations that the states are in, with who else is."""
    kind = of_facts(visit, "organisations", visit.told.pick(visit.told.of_kind("membership")))
    return answer(visit, Listing("organisations", word("leads", "organisations", count=count_of(kind)), [kind]))


def of_facts(visit: Visit, key: str, facts: Any, style: str = "list", title: str = "") -> Kind:
    """Facts under a heading, each with its own page."""
    found: Relationship = visit.relationship
    return Kind(
        title or word("groups", key), facts if isinstance(facts, Picked) else tuple(facts),
        lambda fact: fact_line(found, fact),
        lambda fact: rows.fact_row(found, fact), style=style,
        where=lambda fact: visit.to(f"/facts/{short_id(fact.key)}"), key=key,
    )  # fmt: skip


def _iso(day: date) -> str:
    return day.isoformat() if day != date.max else ""


_ON = Asked("on", "How texts stood on this day", "date")
PAGES = (
    Page("/treaties", "treaties", treaties, "Treaties, agreements and programmes with how they stand",
         (PAIR, NUMBER, _ON, *asked_by("type", "standing", "year", "topic"))),
    Page("/treaties/{name}", "treaties", treaty, "One text with all its acts", (PAIR,)),
    Page("/bodies", "bodies", bodies, "Joint bodies", (PAIR, NUMBER, *asked_by("level", "year"))),
    Page("/bodies/{name}", "bodies", body, "One joint body with its sessions and duties", (PAIR,)),
    Page("/visits", "visits", visits, "Visits and meetings",
         (PAIR, NUMBER, *asked_by("type", "year", "host", "status"))),
    Page("/organisations", "organisations", organisations, "Organisations that both are in", (PAIR, NUMBER)),
)  # fmt: skip
