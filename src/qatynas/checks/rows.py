"""Findings and promises as JSON types."""

from __future__ import annotations

from typing import Any

from qatynas.checks.statuses import Promised
from qatynas.ledger.settling import Settled, Settlement
from qatynas.model.claim import Figure, plain
from qatynas.model.finding import Cited, Finding
from qatynas.relations import Relationship
from qatynas.relations.rows import fact_row

Row = dict[str, Any]


def finding_row(finding: Finding) -> Row:
    """A finding with its sentences."""
    return {
        "finding": finding.id,
        "check": finding.check,
        "grade": str(finding.grade),
        "says": finding.says,
        "settle": finding.settle,
        "ratio": plain(finding.ratio),
        "narrowed": [plain(one) for one in finding.narrowed],
        "heal": plain(finding.heal),
        "further": [list(one) for one in finding.further],
        "further_count": finding.further_count,
        "cited": [cited_row(one) for one in finding.cited],
    }


def settled_row(settled: Settled) -> Row:
    """A settled finding with who settled it, and why."""
    return finding_row(settled.finding) | {"settled": settlement_row(settled.by)}


def settlement_row(one: Settlement) -> Row:
    """A person's word that a finding needs no more work."""
    return {
        "settlement": one.id, "finding": one.finding, "says": one.says, "who": one.who, "reason": one.reason,
        "added_at": one.added_at, "withdrawn": one.undone,
    }  # fmt: skip


def cited_row(cited: Cited) -> Row:
    """A claim as a finding cites it."""
    row = cited.claim.row()
    kept = {name: row[name] for name in ("kind", "document", "published", "quote", "start", "end", "speaker", "status")}
    return {"claim": cited.id, "document_sha256": cited.source, **kept}


def promised_row(relationship: Relationship, one: Promised) -> Row:
    """A promise with its status, who said it when, and the facts that the status rests on."""
    claim, first = one.promise.fact.claim, one.said[0].claim
    quantity = claim.quantity if isinstance(claim, Figure) else None
    return {
        "status": str(one.status),
        "year": one.year,
        "due": one.promise.due,
        "value": plain(quantity.value) if quantity else None,
        "unit": quantity.unit if quantity else None,
        "first_said_by": first.speaker,
        "first_said_on": first.published,
        "history": [{"how": step.how, "due": step.due, **cited_row(step.cited)} for step in one.history],
        "promise": fact_row(relationship, one.promise.fact),
        "said": [cited_row(cited) for cited in one.said],
        "restated": [fact_row(relationship, fact) for fact in one.promise.restated],
        "by": [fact_row(relationship, fact) for fact in one.by],
    }
