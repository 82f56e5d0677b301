"""W3C Web Annotations: every claim as an annotation of the words that carry it.

Rule: Web Annotation Data Model (W3C Recommendation, 23 February 2017): TextQuoteSelector, TextPositionSelector (code
points, half-open), AnnotationCollection with one page. The hash of the text that positions count in stands beside them,
since that text may have been extracted from a page.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from qatynas.model.document import Document, Script
from qatynas.model.span import Span
from qatynas.publish.exports.addresses import web
from qatynas.publish.exports.values import File, Material, Told, Written

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"textSha256": "urn:qatynas:term:textSha256",
                                                "fileSha256": "urn:qatynas:term:fileSha256"}]  # fmt: skip
AROUND = 32  # characters of prefix and suffix, as many as tools of the model usually take


def write(material: Material, file: File) -> Written:
    """A collection of all claims as one JSON document, written piece by piece."""
    head = {"@context": CONTEXT, "id": "urn:qatynas:annotations", "type": "AnnotationCollection",
            "label": "Claims read by qatynas"}  # fmt: skip
    page = {
        "id": "urn:qatynas:annotations:1",
        "type": "AnnotationPage",
        "partOf": "urn:qatynas:annotations",
        "startIndex": 0,
    }
    _put(file, _json(head)[:-1] + ', "first": ' + _json(page)[:-1] + ', "items": [')
    count, hashed = 0, ("", "")
    for told in material.told():
        document = told.extraction.document
        if hashed[0] != document.sha256:
            hashed = document.sha256, text_hash(document.text)
        _put(file, ("," if count else "") + "\n" + _json(annotation(told, hashed[1])))
        count += 1
    _put(file, f']}}, "total": {count}}}\n')
    return Written(count, "annotations")


def annotation(told: Told, text_sha256: str) -> dict[str, Any]:
    """One claim: its fields as the body, its words as the target."""
    claim, document = told.claim, told.extraction.document
    said = {name: value for name, value in claim.content().items() if value not in (None, [], "")}
    return {
        "id": f"urn:qatynas:claim:{told.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": claim.kind},
            {"type": "TextualBody", "purpose": "describing", "format": "application/json",
             "value": json.dumps(said, ensure_ascii=False)},
        ],
        "target": {
            "source": _source(document, text_sha256),
            "selector": [_quote(document.text, claim.span), {"type": "TextPositionSelector", "start": claim.span.start,
                                                             "end": claim.span.end}],
        },
    }  # fmt: skip


def text_hash(text: str) -> str:
    """SHA-256 of a document's original text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _source(document: Document, text_sha256: str) -> dict[str, Any]:
    return {
        "id": web(document.address) or f"urn:sha256:{document.sha256}",
        "type": "Text",
        "format": document.media_type,
        "language": f"{document.language}-{document.script}",
        "textDirection": "rtl" if document.script is Script.ARAB else "ltr",
        "fileSha256": document.sha256,
        "textSha256": text_sha256,
    }


def _quote(text: str, span: Span) -> dict[str, str]:
    return {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _put(file: File, words: str) -> None:
    file.write(words.encode("utf-8", "replace"))
