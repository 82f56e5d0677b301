"""Answers as lines for the terminal: facts with the claim to judge them by, tables with what was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from qatynas.checks import Cited, Finding, Grade, Promised
from qatynas.model.claim import Claim
from qatynas.publish import brief
from qatynas.publish.writing import quantity
from qatynas.relations import Course, Duty, Fact, Gathering, Relationship, Standing, Treaty, date_of, length
from qatynas.relations.asking import Briefing

if TYPE_CHECKING:
    from qatynas.relations.products import ProductRow

GRAVE = (Grade.CONTRADICTION, Grade.SLIP, Grade.DIFFERENCE)  # findings that a delegation should know of
CITED = 4  # sentences of a finding that are shown where many are listed
ID = 12  # digits of a claim's id that are shown: enough to be the only one in a ledger of millions

NARROW = ("period", "number", "state", "since", "type", "status", "claim")
"""Columns whose cells are short and stay in one line."""


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows in columns under headings."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=None, pad_edge=False)
    for heading in headings:
        drawn.add_column(heading, overflow="fold", no_wrap=heading in NARROW)
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    console = Console(highlight=False)
    with console.capture() as said:
        console.print(drawn)
    click.echo(said.get(), nl=False)


def fact_line(relationship: Relationship, fact: Fact[Claim]) -> str:
    """When, what, in how many texts, and the claim that tells it."""
    texts = relationship.count_texts(fact)
    told = f"{texts} texts" if texts > 1 else "1 text"
    several = f", may be one of {len(fact.candidates)}" if fact.candidates else ""
    judged = f", judged ({', '.join(map(str, fact.judged))})" if fact.judged else ""
    when = date_of(fact.claim) or "–"
    return f"{when:<16} {brief(fact.claim)}  [{told}{several}{judged}; claim {claim_id(fact)}]"


def claim_id(fact: Fact[Claim]) -> str:
    """The beginning of the id of the report that a fact is told by."""
    first = next((report for report in fact.reports if report.claim == fact.claim), fact.reports[0])
    return first.id[:ID]


def course_rows(relationship: Relationship, course: Course) -> Iterator[tuple[str, ...]]:
    """A row for every number: period, its sort, measure, number, status, reporter, texts, claim."""
    for series in course.series:
        for point in series.points:
            for fact in point.facts:
                base = f" ({point.cell.base_period})" if point.cell.base_period else ""
                yield (
                    point.cell.period or "–",
                    length(point.cell.period),
                    series.head.measure + base,
                    quantity(fact.claim.quantity, fact.claim.measure),
                    point.cell.status,
                    str(relationship.count_texts(fact)),
                    claim_id(fact),
                )


def product_table(found: Sequence[ProductRow], years: int = 6) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The headings and the rows of goods with their levels in the newest years of which anything is told."""
    told = sorted({year for row in found for year in row.years})[-years:]
    rows = [
        (
            row.code or "–",
            row.name or row.product,
            row.indicator,
            f"{row.from_ or '?'} → {row.to or '?'}",
            row.reporter or "–",
            *(quantity(row.years[year].claim.quantity, "level") if year in row.years else "–" for year in told),
        )
        for row in found
    ]
    return ("code", "good", "indicator", "way", "reporter", *told), rows


def course_title(course: Course) -> str:
    """What an indicator's series is of."""
    head = course.series[0].head
    way = f"{head.from_ or '?'} → {head.to or '?'}" if head.from_ or head.to else ""
    parts = (course.indicator, way, head.subject, head.product, head.area, head.what, course.reporter)
    return ", ".join(part for part in parts if part)


def treaty_row(treaty: Treaty, standing: Standing) -> tuple[str, ...]:
    """How a text stands, since when, and its titles."""
    by = standing.by.claim.date if standing.by else None
    state = standing.state + ("" if standing.sure else "?") + (", amended" if standing.amended else "")
    return state, by or "–", treaty.type or "–", " = ".join(treaty.titles) or "(no title)"


def duty_row(duty: Duty) -> tuple[str, ...]:
    """A duty with its state and the days that it rests on."""
    days = ", ".join(date_of(fact.claim) or "–" for fact in duty.by)
    claim = duty.procedure.claim
    return duty.state, duty.body.names[0] if duty.body.names else "–", claim.does or "–", claim.frequency or "–", days


def gathering_lines(relationship: Relationship, gathering: Gathering) -> Iterator[str]:
    """A meeting, and below it what belongs to it."""
    yield fact_line(relationship, gathering.meeting)
    parts: tuple[tuple[str, Sequence[Fact[Claim]]], ...] = (
        ("held", gathering.held),
        ("signed", gathering.signed),
        ("given", gathering.awards),
        ("promised", gathering.promised),
        ("opened or held", gathering.events),
    )
    for name, facts in parts:
        yield from (f"    {name}: {fact_line(relationship, fact)}" for fact in facts)
    for mode in dict.fromkeys(fact.claim.mode for fact in gathering.topics):
        yield f"    {mode}: {', '.join(fact.claim.topic for fact in gathering.topics if fact.claim.mode == mode)}"


def promise_line(relationship: Relationship, one: Promised) -> str:
    """A promise with what became of it and its deadline."""
    return f"{one.words:<18} {one.promise.due or '–':<14} {fact_line(relationship, one.promise.fact)}"


def finding_lines(finding: Finding) -> Iterator[str]:
    """A finding in one line, and the sentences it rests on."""
    yield f"{finding.grade}: {finding.says}  [{finding.id}]"
    yield from (f"    {sentence(cited)}" for cited in finding.cited[:CITED])


def sentence(cited: Cited) -> str:
    """Where a claim stands, and its words in one line."""
    words = " ".join(cited.claim.quote.split())
    return f"{cited.claim.document}, {cited.claim.published or 'undated'}: «{words}»  [claim {cited.id[:ID]}]"


def briefing_lines(
    relationship: Relationship,
    told: Briefing,
    promises: tuple[Relationship, Sequence[Promised]],
    doubts: Sequence[Finding],
) -> Iterator[str]:
    """A briefing, part by part; parts of which nothing is told are left out. promises come with what they are told by;
    doubts are what does not add up."""
    if told.meeting:
        yield from ("The meeting", *(f"  {line}" for line in gathering_lines(relationship, told.meeting)))
    if told.treaties:
        yield "Texts that stand on that day"
        yield from (f"  {'  '.join(treaty_row(treaty, standing))}" for treaty, standing in told.treaties)
    for programme in told.programmes:
        yield f"Done under {programme.treaty.titles[0]}"
        for topic, facts in programme.done:
            yield f"  {topic}" + ("" if facts else ": nothing is told")
            yield from (f"    {fact_line(relationship, fact)}" for fact in facts)
    if told.last:
        yield "The last meetings"
        yield from (f"  {line}" for one in told.last for line in gathering_lines(relationship, one))
    if told.agenda:
        yield "Topics that can be expected"
        topics = dict.fromkeys(f"{fact.claim.topic} ({fact.claim.mode})" for fact in told.agenda)
        yield f"  {', '.join(topics)}"
    beside, stand = promises
    if stand:
        yield "Promises"
        yield from (f"  {promise_line(beside, one)}" for one in stand)
    if told.duties:
        yield "Duties of the year"
        yield from (f"  {'  '.join(duty_row(duty))}" for duty in told.duties)
    if doubts:
        yield "What does not add up"
        yield from (f"  {line}" for one in doubts for line in finding_lines(one))
    for course in told.courses:
        yield course_title(course)
        yield from (f"  {'  '.join(row)}" for row in course_rows(relationship, course))
