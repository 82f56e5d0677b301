"""What a person asks first: latest turnover, target, next meeting, newest agreement; and one paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from qatynas.model.claim import Agreement, Figure, Membership, Relation, Topic
from qatynas.publish.figures import value_of
from qatynas.publish.labels import ENGLISH, label, language, listed, state
from qatynas.publish.parts import Card, Kazakh, kazakh, reports_of, together
from qatynas.publish.sections.economy import differ, is_total
from qatynas.publish.writing import date_words, percent, quantity, scaled
from qatynas.relations import Fact, Relationship, Report, Treaty, newest, of_kind, order, over_by, period
from qatynas.relations.names import is_alliance

NEAR = Decimal("0.995")  # a target is called reached from here on: figures are rounded to two or three digits


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence of the paragraph: pieces of words, Kazakh ones marked, and the reports it rests on."""

    pieces: tuple[str, ...]
    reports: tuple[Report, ...]


def cards(relationship: Relationship) -> tuple[Card, ...]:
    """The four answers, each with its reports."""
    latest = latest_turnover(relationship)
    return _turnover(relationship, latest), _target(relationship, latest), _next(relationship), _newest(relationship)


def paragraph(relationship: Relationship) -> tuple[Clause, ...]:
    """What kind of relationship it is, one clause for each thing that some document says."""
    found = (_since, _allies, _counted, _steered, _belongs, _agenda)
    return tuple(clause for say in found if (clause := say(relationship)))


def latest_turnover(relationship: Relationship) -> Fact[Figure] | None:
    """The newest full year's stated turnover in dollars; of several sources the newest document's."""
    full = [
        point
        for series in relationship.series_of("trade.turnover", measure="level")
        if is_total(series.points[0].facts[0].claim) and series.reporter is None
        for point in series.points
        if point.cell.status == "actual" and (known := period(point.cell.period)) is not None and known.is_full_year
    ]
    return max(full, key=lambda point: order(point.cell.period)).facts[0] if full else None


def _turnover(relationship: Relationship, latest: Fact[Figure] | None) -> Card:
    question = label("headline", "turnover")
    if latest is None:
        return Card(question, label("headline", "turnover_none"), (), (), empty=True)
    when = latest.claim.period
    changes = [
        fact
        for fact in of_kind(relationship.facts, Figure)
        if fact.claim.indicator == "trade.turnover" and fact.claim.period == when and fact.claim.status == "actual"
        and fact.claim.measure in ("growth", "multiple") and not fact.claim.product
    ]  # fmt: skip
    said = tuple(_change(fact.claim) for fact in changes) or _computed(relationship, latest)
    answer = (quantity(latest.claim.quantity), date_words(when))
    return Card(question, answer, said, reports_of([latest, *changes]))


def _change(claim: Figure) -> str:
    if not claim.base_period:
        return value_of(claim)
    return label("headline", "change", change=value_of(claim), base=date_words(claim.base_period))


def _computed(relationship: Relationship, latest: Fact[Figure]) -> tuple[str, ...]:
    """The change against the year before, where no text gives it and the sources of neither year contradict."""
    year = period(latest.claim.period)
    before = str(year.year - 1) if year and year.year else ""
    years = {when: _stated(relationship, when) for when in (before, latest.claim.period)}
    if not years[before] or any(differ(facts) for facts in years.values()) or not years[before][0].claim.quantity.value:
        return ()
    change = (latest.claim.quantity.value / years[before][0].claim.quantity.value - 1) * 100
    words = f"≈\u202f{'+' if change > 0 else ''}{percent(change, 0)}"
    return (label("headline", "change_computed", change=words, base=before),)


def _stated(relationship: Relationship, when: str | None) -> list[Fact[Figure]]:
    """All turnovers stated for a year."""
    return [
        fact
        for fact in of_kind(relationship.facts, Figure)
        if is_total(fact.claim) and fact.claim.indicator == "trade.turnover"
        and (fact.claim.period, fact.claim.status) == (when, "actual")
    ]  # fmt: skip


def _target(relationship: Relationship, latest: Fact[Figure] | None) -> Card:
    question = label("headline", "target")
    targets = [
        promise
        for promise in relationship.promises
        if isinstance(promise.fact.claim, Figure) and promise.fact.claim.indicator == "trade.turnover"
        and is_total(promise.fact.claim) and promise.state != "past"
    ]  # fmt: skip
    if not targets:
        return Card(question, label("headline", "target_none"), (), (), empty=True)
    latest_target = max(targets, key=lambda promise: (newest(promise.fact)[0], order(promise.due)))
    claim = latest_target.fact.claim
    assert isinstance(claim, Figure)
    due = (
        label("headline", "target_due", date=date_words(latest_target.due).removeprefix("by "))
        if latest_target.due
        else ""
    )
    below = (due or label("headline", "target_no_date"), *_gap(claim, latest))
    answer = quantity(claim.quantity)
    return Card(question, answer, below, reports_of([latest_target.fact, *([latest] if latest else [])]))


def _gap(target: Figure, latest: Fact[Figure] | None) -> tuple[str, ...]:
    if latest is None or target.quantity.value <= 0:
        return ()
    share = latest.claim.quantity.value / target.quantity.value
    if share >= NEAR:
        return (label("headline", "target_met"),)
    gap = scaled(target.quantity.value - latest.claim.quantity.value)
    words = percent(share * 100, 0)
    when = date_words(latest.claim.period)
    return (
        label(
            "headline",
            "target_gap",
            gap=f"≈\u202f{gap} {label('units', target.quantity.unit)}",
            period=when,
            share=words,
        ),
    )


def _next(relationship: Relationship) -> Card:
    question = label("headline", "next_meeting")
    ahead = [
        gathering.meeting
        for gathering in relationship.meetings
        if gathering.meeting.claim.status == "planned"
        and over_by(gathering.meeting.claim.date, relationship.as_of) is False
    ]
    if not ahead:
        when = date_words(relationship.as_of) or label("words", "no_date")
        return Card(question, label("headline", "next_none", date=when), (), (), empty=True)
    fact = ahead[0]
    claim = fact.claim
    where = kazakh(claim.place.name) if claim.place and claim.place.name else state(claim.host)
    number_words = label("words", "session_number", number=claim.number) if claim.number else None
    below = together(label("types", claim.type), kazakh(claim.body), number_words, where)
    return Card(question, date_words(claim.date), (below, kazakh(", ".join(claim.participants))), fact.reports)


def _newest(relationship: Relationship) -> Card:
    question = label("headline", "newest_agreement")
    acts = [
        (fact, treaty)
        for treaty in relationship.treaties
        for fact in treaty.acts
        if fact.claim.status == "done" and fact.claim.date and treaty.titles
    ]
    if not acts:
        return Card(question, label("headline", "newest_none"), (), (), empty=True)
    fact, treaty = max(acts, key=lambda one: (order(one[0].claim.date), one[0].key))
    below = together(label("acts", fact.claim.act), date_words(fact.claim.date))
    return Card(question, kazakh(treaty.titles[0]), (below,), reports_of(treaty.acts))


def _names(relationship: Relationship) -> str:
    return listed([state(code) for code in relationship.pair])


def _since(relationship: Relationship) -> Clause | None:
    for fact in of_kind(relationship.facts, Relation):
        if fact.claim.type == "diplomatic_relations" and fact.claim.date:
            words = label("paragraph", "since", pair=_names(relationship), date=date_words(fact.claim.date))
            return Clause((words,), fact.reports)
    return Clause((label("paragraph", "since_unknown", pair=_names(relationship)),), ())


def _allies(relationship: Relationship) -> Clause | None:
    allied = [treaty for treaty in relationship.treaties if any(is_alliance(title) for title in treaty.titles)]
    if not allied:
        return None
    last = max(allied, key=lambda treaty: max(_day(fact.claim.date) for fact in treaty.acts))
    before, _, after = label("paragraph", "allies", title="\0", acts=_acts(last)).partition("\0")
    return Clause((before, kazakh(last.titles[0]), after), reports_of(last.acts))


def _day(edtf: str | None) -> tuple[object, ...]:
    """Order of dates in which an unknown one comes first."""
    return order(edtf) if edtf else order("0001")


def _acts(treaty: Treaty) -> str:
    """Each act once, with the date that most documents give it."""
    best: dict[str, Fact[Agreement]] = {}
    for fact in sorted(treaty.acts, key=lambda fact: (len(fact.reports), len(fact.claim.date or ""))):
        best[fact.claim.act] = fact
    acts = dict.fromkeys(fact.claim.act for fact in treaty.acts)
    return ", ".join(f"{label('acts', act)} {date_words(best[act].claim.date)}".strip() for act in acts)


def _counted(relationship: Relationship) -> Clause | None:
    counts = [
        fact
        for fact in of_kind(relationship.facts, Figure)
        if fact.claim.indicator == "agreements.count" and len(fact.claim.period or "") != len("2025-08-22")
    ]
    if not counts:
        return None
    fact = max(counts, key=lambda fact: (newest(fact)[0], fact.claim.quantity.value))
    words, when = quantity(fact.claim.quantity), date_words(fact.claim.period)
    key = "count" if when else "count_undated"
    return Clause((label("paragraph", key, count=words, period=when),), fact.reports)


def _steered(relationship: Relationship) -> Clause | None:
    bodies = relationship.bodies[:4]
    if not bodies:
        return None
    names = [f"\0{kazakh(body.names[0])}\0" for body in bodies]
    pieces = label("paragraph", "bodies", bodies=listed(names)).split("\0")
    facts = [fact for body in bodies for fact in body.descriptions or body.sessions or body.procedures]
    return Clause(_marked(pieces), reports_of(facts))


def _marked(pieces: Sequence[str]) -> tuple[str, ...]:
    """Every second piece is Kazakh."""
    return tuple(Kazakh(piece) if place % 2 else piece for place, piece in enumerate(pieces))


def _belongs(relationship: Relationship) -> Clause | None:
    pair = set(relationship.pair)
    shared = [fact for fact in of_kind(relationship.facts, Membership) if pair <= set(fact.claim.members)]
    if not shared:
        return None
    words = label(
        "paragraph", "organisations", organisations=listed([_organisation(fact.claim.organisation) for fact in shared])
    )
    return Clause((words,), reports_of(shared))


def _organisation(code: str) -> str:
    """Its acronym, which English is used to, or its name in another language."""
    return code if language() == ENGLISH else label("organisations", code)


def _agenda(relationship: Relationship) -> Clause | None:
    """The topics of the last agenda that has a date, else those that the newest document calls coming."""
    expected = [fact for fact in of_kind(relationship.facts, Topic) if fact.claim.mode == "expected"]
    dates = sorted({fact.claim.at for fact in expected if period(fact.claim.at)}, key=order)
    told = sorted(
        {fact.reports[-1].claim.published for fact in expected if fact.reports[-1].claim.published}, key=order
    )
    if dates:
        mine = [fact for fact in expected if fact.claim.at == dates[-1]]
        over = over_by(dates[-1], relationship.as_of)
        key, when = "agenda_past" if over else "agenda", dates[-1]
    else:
        mine = [fact for fact in expected if not told or fact.reports[-1].claim.published == told[-1]]
        key, when = ("agenda_told", told[-1]) if told else ("agenda_undated", None)
    if not mine:
        return None
    topics = listed(list(dict.fromkeys(label("topics", fact.claim.topic) for fact in mine)))
    return Clause((label("paragraph", key, date=date_words(when), topics=topics),), reports_of(mine))
