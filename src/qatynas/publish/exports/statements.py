"""FollowTheMoney statements: one row for each value of each property, with the claim that it comes from.

Rule: the columns and the ids (SHA-1 of data set, entity, property and value) of FollowTheMoney 4's statements.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from qatynas.publish.exports.columns import Row, texts, write_csv
from qatynas.publish.exports.ftm import DATASET, Entity, entities
from qatynas.publish.exports.values import File, Material, Written

COLUMNS = texts("canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang",
                "original_value", "external", "first_seen", "last_seen", "id")  # fmt: skip
ITSELF = "id"  # the property by which an entity is stated to be

TYPES = {
    "name": "name", "abbreviation": "name", "country": "country", "proof": "entity", "involved": "entity",
    "organizer": "entity", "member": "entity", "organization": "entity", "project": "entity", "participant": "entity",
    "predecessor": "entity", "successor": "entity", "date": "date", "startDate": "date", "endDate": "date",
    "publishedAt": "date", "incorporationDate": "date", "sourceUrl": "url", "summary": "text", "description": "text",
    "notes": "text", "language": "language", "mimeType": "mimetype", "location": "address", "address": "address",
}  # fmt: skip
"""Types of properties; all others are strings."""


def write(material: Material, file: File) -> Written:
    """Statements as CSV. Cells stay as they are: FollowTheMoney's reader takes them literally."""
    found, left = entities(material.relationship)
    return Written(write_csv(COLUMNS, _rows(found), file, mark=False, guard=False), "statements", left)


def _rows(found: Iterable[Entity]) -> Iterator[Row]:
    for entity in found:
        ids = []
        for name, values in entity.properties.items():
            for value in values:
                number = _sha1(f"{DATASET}.{entity.id}.{name}.{value}")
                ids.append(number)
                yield _row(entity, name, TYPES.get(name, "string"), value, number)
        checksum = _sha1(entity.schema + "".join(sorted(ids)))
        yield _row(entity, ITSELF, ITSELF, checksum, _sha1(f"{DATASET}.{entity.id}.{ITSELF}.{checksum}"))


def _row(entity: Entity, name: str, kind: str, value: str, number: str) -> Row:
    origin = f"claim:{entity.origin}" if entity.origin else None
    return (
        entity.id,
        entity.id,
        name,
        kind,
        entity.schema,
        value,
        DATASET,
        origin,
        None,
        None,
        "f",
        None,
        None,
        number,
    )


def _sha1(words: str) -> str:
    return hashlib.sha1(words.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
