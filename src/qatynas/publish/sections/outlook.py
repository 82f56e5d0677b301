"""Promises with their deadlines, and judgements with those who make them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from qatynas.checks import Promised, promised
from qatynas.model.claim import Agreement, Assessment, Claim, Event, Figure, Meeting, Pledge, Project
from qatynas.publish.ahead.found import ahead_of
from qatynas.publish.ahead.promises import chance_of, with_chance
from qatynas.publish.figures import name_of, value_of
from qatynas.publish.labels import counted, label, listed, state
from qatynas.publish.parts import Line, Section, Words, group, kazakh, reports_of, together
from qatynas.publish.quotes import said
from qatynas.publish.writing import date_words
from qatynas.relations import Fact, Promise, Relationship, Voice

_STANCES = ("benefit", "risk", "influence", "recommendation", "expectation", "basis")


def promises(relationship: Relationship) -> Section:
    """Open, undated, past: each with who owes it and by when."""
    columns = ("deadline", "name", "status", "who", "detail")
    told_of = promised(relationship)
    states = {name: [one for one in told_of if one.promise.state == name] for name in ("open", "undated", "past")}
    chances = ahead_of(relationship).chances

    def line(one: Promised) -> Line:
        return with_chance(promised_line(one), chance_of(one.promise.fact.reports, chances))

    groups = tuple(group(name, map(line, found), columns) for name, found in states.items())
    told = counted("promises", **{name: len(found) for name, found in states.items()})
    return Section("promises", label("sections/promises", "lead", told=told) if told else "", groups)


def voices(relationship: Relationship) -> Section:
    """Judgements by stance, each under its holder's name."""
    known = {*_STANCES}
    stances = [*_STANCES, *sorted({voice.stance for voice in relationship.voices} - known)]
    groups = tuple(
        group(
            stance,
            _judgements(relationship, (v for v in relationship.voices if v.stance == stance)),
            ("who", "name"),
            "voices",
        )
        for stance in stances
    )
    return Section("voices", label("sections/voices", "lead") if relationship.voices else "", groups)


def promised_line(one: Promised) -> Line:
    """A promise with what became of it, and the sentences that this rests on."""
    line = promise_line(one.promise)
    due = next((step.due for step in reversed(one.history) if step.how == "moved"), None)
    status = label("promised", str(one.status), year=one.year or "", due=date_words(due, short=True))
    return replace(line, cells={**line.cells, "status": status}, reports=reports_of([one.promise.fact, *one.by]))


def promise_line(promise: Promise) -> Line:
    """A promise as it was made."""
    claim = promise.fact.claim
    return Line(
        cells={
            "deadline": date_words(promise.due, short=True) or label("words", "no_date"),
            "name": _what(claim),
            "who": _who(claim),
            "detail": _detail(claim),
        },
        reports=promise.fact.reports,
        side=(claim.from_ or "") if isinstance(claim, Figure) else "",
        mark="past" if promise.state == "past" else "",
    )


def _what(claim: Claim) -> Words:
    if isinstance(claim, Figure):
        return together(*name_of(claim), value_of(claim))
    if isinstance(claim, Meeting):
        return together(label("types", claim.type), kazakh(claim.body))
    named = {Pledge: "what", Agreement: "title", Project: "name", Event: "name"}
    words = kazakh(getattr(claim, named.get(type(claim), "name"), None))
    return words or label("types", getattr(claim, "type", None)) or label("words", "not_said")


def _who(claim: Claim) -> Words:
    if not isinstance(claim, Pledge) or not claim.by:
        return kazakh(claim.speaker) if claim.speaker else ""
    by = (claim.by,) if isinstance(claim.by, str) else claim.by
    givers = listed([name_of_power(one) for one in by])
    return together(givers, label("words", "to", to=name_of_power(claim.to)) if claim.to else None)


def _detail(claim: Claim) -> Words:
    if isinstance(claim, Figure):
        return together(kazakh(claim.subject), kazakh(claim.area))
    if isinstance(claim, Meeting):
        return together(
            kazakh(claim.place.name) if claim.place else None, state(claim.host) if not claim.place else None
        )
    if isinstance(claim, Agreement):
        return label("acts", claim.act)
    place = getattr(claim, "place", None)
    return together(kazakh(place.name) if place else None)


def _judgements(relationship: Relationship, found: Iterable[Voice]) -> list[Line]:
    """One line for each holder and words; what is said of several subjects at once stands once."""
    told: dict[tuple[str | None, Words], list[tuple[Voice, Fact[Assessment]]]] = {}
    for voice in found:
        for fact in voice.facts:
            told.setdefault((voice.holder, _judged(relationship, fact)), []).append((voice, fact))
    return [_judgement(holder, words, judged) for (holder, words), judged in told.items()]


def _judged(relationship: Relationship, fact: Fact[Assessment]) -> Words:
    """The holder's own words: a summary would already be a judgement of ours."""
    topics = ", ".join(label("topics", topic) for topic in fact.claim.topics)
    return together(kazakh(said(relationship, fact.reports[0])), topics)


def _judgement(holder: str | None, words: Words, judged: list[tuple[Voice, Fact[Assessment]]]) -> Line:
    subjects = list(dict.fromkeys(voice.subject for voice, _ in judged if voice.subject))
    who: str = kazakh(holder) if holder else label("words", "text_itself")
    return Line(
        cells={"who": together(who, listed([name_of_power(subject) for subject in subjects])), "name": words},
        reports=reports_of(fact for _, fact in judged),
        side=subjects[0] if len(subjects) == 1 else "",
    )


def name_of_power(code_or_name: str | None) -> str:
    """A state or organisation by its name, a person as written."""
    named = state(code_or_name)
    return named if named != code_or_name or named.isascii() else kazakh(code_or_name)
