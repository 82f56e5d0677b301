"""schema.org ClaimReview: findings that a person has settled, never a machine's own.

Rule: schema.org/ClaimReview. The rating is the person's own words: a settled finding is no verdict of true or false, so
no number is given. What rests on other claims by now than those it was settled on is not told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from qatynas.ledger.settling import Settlement
from qatynas.model.finding import Cited, Finding
from qatynas.publish.exports.addresses import web
from qatynas.publish.exports.columns import write_lines
from qatynas.publish.exports.periods import prefix
from qatynas.publish.exports.values import File, Material, Written

CONTEXT = "https://schema.org"


def write(material: Material, file: File) -> Written:
    """A review for each settled finding, a JSON object a line."""
    left: Counter[str] = Counter()
    return Written(write_lines(_reviews(material, left), file), "reviews", left)


def _reviews(material: Material, left: Counter[str]) -> Iterator[dict[str, Any]]:
    settled = material.settled()
    if not settled:
        return  # and nothing is searched for findings
    found = {finding.evidence: finding for finding in material.findings}
    for one in settled:
        finding = found.get(one.evidence)
        if finding is None:
            left["settled on claims that are others now, or of another pair"] += 1
        else:
            yield review(material, finding, one)


def review(material: Material, finding: Finding, settled: Settlement) -> dict[str, Any]:
    """What was found, the sentences that it rests on, who settled it, when and why."""
    return {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "@id": f"urn:qatynas:finding:{finding.id}",
        "claimReviewed": settled.says,
        "datePublished": settled.added_at,
        "author": {"@type": "Person", "name": settled.who},
        "reviewBody": settled.reason,
        "reviewRating": {"@type": "Rating", "alternateName": settled.reason},
        "itemReviewed": [_claim(material, cited) for cited in finding.cited],
    }


def _claim(material: Material, cited: Cited) -> dict[str, Any]:
    source = material.relationship.sources[cited.source]
    document, claim = source.document, cited.claim
    work = {
        "@type": "CreativeWork",
        "identifier": f"sha256:{document.sha256}",
        "name": document.title,
        "url": web(document.address),
        "datePublished": prefix(source.dating.edtf),
        "inLanguage": f"{document.language}-{document.script}",
        "author": {"@type": "Person", "name": document.author} if document.author else None,
    }
    said = {
        "@type": "Claim",
        "@id": f"urn:qatynas:claim:{cited.id}",
        "text": claim.quote,
        "author": {"@type": "Person", "name": claim.speaker} if claim.speaker else None,
        "datePublished": prefix(claim.published),
        "appearance": {name: value for name, value in work.items() if value},
    }
    return {name: value for name, value in said.items() if value}
