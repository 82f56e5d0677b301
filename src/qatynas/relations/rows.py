"""Facts and things as JSON types: what programs get from every question, each fact with its reports."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from qatynas.ledger import Hit, Judgement
from qatynas.model.claim import Claim
from qatynas.relations.asking import Briefing, Difference
from qatynas.relations.histories import (
    Course,
    Duty,
    Gathering,
    JointBody,
    Programme,
    Promise,
    Relationship,
    Standing,
    Treaty,
)
from qatynas.relations.series import length
from qatynas.relations.values import Fact, Report

if TYPE_CHECKING:
    from qatynas.relations.products import ProductRow
    from qatynas.relations.surface import Ledger

Row = dict[str, Any]


def short_id(key: str) -> str:
    """A fact's key as twelve hexadecimal digits."""
    return hashlib.sha256(key.encode()).hexdigest()[:12]


def fact_row(relationship: Relationship, fact: Fact[Claim]) -> Row:
    """A fact: what it says (CLAIMS.md's fields), how many texts tell it, and each report with why it stands here."""
    said = {name: value for name, value in fact.claim.row().items() if name not in _OF_REPORTS}
    return {
        "fact": short_id(fact.key),
        **said,
        "texts": relationship.count_texts(fact),
        "candidates": [short_id(key) for key in fact.candidates],
        "judgements": list(fact.judged),
        "reports": [_report_row(report) for report in fact.reports],
        **({"reports_left_out": fact.more} if fact.more else {}),
    }


_OF_REPORTS = ("document", "published", "published_basis", "quote", "start", "end", "support", "speaker", "locator")


def _report_row(report: Report) -> Row:
    row = report.claim.row()
    kept = {name: row[name] for name in ("document", "published", "quote", "start", "end", "speaker", "status")}
    where = {"locator": row["locator"]} if "locator" in row else {}  # the cell of a table
    return {"claim": report.id, "document_sha256": report.source, **kept, **where, "why": report.why}


def fact_rows(relationship: Relationship, facts: Iterable[Fact[Claim]]) -> list[Row]:
    """Several facts."""
    return [fact_row(relationship, fact) for fact in facts]


def course_row(relationship: Relationship, course: Course) -> Row:
    """An indicator's series with their cells; each point says what sort of period it is of."""
    head = course.series[0].head
    sides = {"from": head.from_, "to": head.to, "subject": head.subject, "product": head.product, "area": head.area}
    return {
        "indicator": course.indicator,
        **sides,
        "reporter": course.reporter,
        "series": [
            {
                "measure": series.head.measure,
                "unit": series.head.unit,
                "rate": series.head.rate,
                "points": [
                    {
                        "period": point.cell.period,
                        "base_period": point.cell.base_period,
                        "length": length(point.cell.period),
                        "status": point.cell.status,
                        "facts": fact_rows(relationship, point.facts),
                    }
                    for point in series.points
                ],
            }
            for series in course.series
        ],
    }


def product_row(relationship: Relationship, row: ProductRow) -> Row:
    """A good with its levels by year, each with the fact that tells it."""
    return {
        "product": row.product,
        "name": row.name or None,
        "code": row.code or None,
        "indicator": row.indicator,
        "from": row.from_,
        "to": row.to,
        "reporter": row.reporter,
        "unit": row.unit,
        "years": {year: fact_row(relationship, fact) for year, fact in sorted(row.years.items())},
        "other_numbers": row.other,
    }


def treaty_row(relationship: Relationship, treaty: Treaty, standing: Standing | None = None) -> Row:
    """A text with its acts, and how it stands where a day was asked for."""
    how = {}
    if standing is not None:
        how = {"state": standing.state, "sure": standing.sure, "amended": standing.amended}
        how["by"] = short_id(standing.by.key) if standing.by else None
    return {
        "titles": list(treaty.titles),
        "type": treaty.type,
        "term": treaty.term,
        **how,
        "acts": fact_rows(relationship, treaty.acts),
        "priorities": [fact.claim.topic for fact in treaty.priorities],
        "signed_at": short_id(treaty.signed_at.key) if treaty.signed_at else None,
        "laws": fact_rows(relationship, treaty.laws),
        "changes": fact_rows(relationship, treaty.changes),
    }


def programme_row(relationship: Relationship, programme: Programme) -> Row:
    """A programme with what was done under each priority."""
    done = {topic: fact_rows(relationship, facts) for topic, facts in programme.done}
    return {"titles": list(programme.treaty.titles), "term": programme.treaty.term, "done": done}


def duty_row(relationship: Relationship, duty: Duty) -> Row:
    """A body's duty in a year."""
    claim = duty.procedure.claim
    return {
        "body": duty.body.names[0] if duty.body.names else None,
        "does": claim.does,
        "frequency": claim.frequency,
        "year": duty.year,
        "state": duty.state,
        "by": fact_rows(relationship, duty.by),
        "said": fact_row(relationship, duty.procedure),
    }


def body_row(relationship: Relationship, body: JointBody) -> Row:
    """A joint body with its sessions and duties."""
    return {
        "names": list(body.names),
        "level": body.level,
        "chairs": list(body.chairs),
        "said": fact_rows(relationship, body.descriptions),
        "procedures": fact_rows(relationship, body.procedures),
        "sessions": fact_rows(relationship, body.sessions),
    }


def hit_row(hit: Hit) -> Row:
    """A passage that search found, in the document's own words."""
    return {
        "document": hit.path,
        "document_sha256": hit.sha256,
        "title": hit.title,
        "script": hit.script,
        "start": hit.span.start,
        "end": hit.span.end,
        "words": hit.words,
    }


def judgement_row(judgement: Judgement) -> Row:
    """A judgement with the claims that it names: as they were, and the ids of those that they are now."""
    targets = [(judgement.judged, judgement.sha256, judgement.applies_to)]
    targets += [(other.claim, other.sha256, other.applies_to) for other in judgement.others]
    return {
        "judgement": judgement.id,
        "verdict": judgement.verdict,
        "who": judgement.who,
        "reason": judgement.reason,
        "field": judgement.field,
        "value": judgement.value,
        "added_at": judgement.added_at,
        "withdrawn": judgement.withdrawn,
        "claims": [{"said": claim.row(), "was": claim.id(sha), "now": list(now)} for claim, sha, now in targets],
    }


def status_row(ledger: Ledger) -> Row:
    """What a ledger holds."""
    counts = ledger.counts()
    documents, undated, irrelevant = counts.documents()
    kinds = counts.kinds()
    return {
        "ledger": str(ledger.path),
        "documents": documents,
        "undated_documents": undated,
        "irrelevant_documents": irrelevant,
        "claims": sum(kinds.values()),
        "claims_by_kind": dict(kinds.most_common()),
        "claims_by_pair": {"-".join(pair): claims for pair, claims in counts.pairs().items()},
        "judgements": len(ledger.judgements()),
        "last_added": counts.last_added(),
    }


def gathering_row(relationship: Relationship, gathering: Gathering) -> Row:
    """A meeting with what belongs to it."""
    return {
        "meeting": fact_row(relationship, gathering.meeting),
        "within": short_id(gathering.within.key) if gathering.within else None,
        "held": [short_id(fact.key) for fact in gathering.held],
        "topics": [{"topic": fact.claim.topic, "mode": fact.claim.mode} for fact in gathering.topics],
        "signed": fact_rows(relationship, gathering.signed),
        "awards": fact_rows(relationship, gathering.awards),
        "promised": fact_rows(relationship, gathering.promised),
        "events": fact_rows(relationship, gathering.events),
    }


def promise_row(relationship: Relationship, promise: Promise) -> Row:
    """A promise with its deadline and what came of it."""
    return {
        "due": promise.due,
        "state": promise.state,
        "promise": fact_row(relationship, promise.fact),
        "restated": [short_id(fact.key) for fact in promise.restated],
        "kept_by": fact_rows(relationship, promise.kept_by),
    }


def difference_row(before: Relationship, now: Relationship, found: Difference) -> Row:
    """What became known between two states of a ledger."""
    return {
        "new": fact_rows(now, found.new),
        "changed": [{"before": fact_row(before, one.before), "now": fact_row(now, one.now)} for one in found.changed],
        "confirmed": fact_rows(now, found.confirmed),
        "gone": fact_rows(before, found.gone),
    }


def briefing_row(relationship: Relationship, found: Briefing) -> Row:
    """What a delegation needs before a meeting."""
    return {
        "day": found.day.isoformat(),
        "meeting": gathering_row(relationship, found.meeting) if found.meeting else None,
        "treaties": [treaty_row(relationship, treaty, standing) for treaty, standing in found.treaties],
        "programmes": [programme_row(relationship, one) for one in found.programmes],
        "last": [gathering_row(relationship, one) for one in found.last],
        "promises": [promise_row(relationship, one) for one in found.promises],
        "agenda": fact_rows(relationship, found.agenda),
        "duties": [duty_row(relationship, one) for one in found.duties],
        "series": [course_row(relationship, one) for one in found.courses],
    }
