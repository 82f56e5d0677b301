"""Web annotations: each finds its words again by quote and by position, as the W3C's model asks of readers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

import pytest

from qatynas.publish.exports import Material

Exported = Callable[[str], tuple[bytes, object]]


@pytest.fixture(scope="module")
def collection(exported: Exported) -> dict:
    return json.loads(exported("annotations.json")[0])


def by_quote(text: str, selector: dict) -> list[tuple[int, int]]:
    """Where a quote stands between its prefix and suffix (Web Annotation Data Model 4.2.4)."""
    whole = selector["prefix"] + selector["exact"] + selector["suffix"]
    found, place = [], text.find(whole)
    while place >= 0:
        start = place + len(selector["prefix"])
        found.append((start, start + len(selector["exact"])))
        place = text.find(whole, place + 1)
    return found


def test_every_claim_is_found_again_by_both_selectors(collection: dict, material: Material) -> None:
    told = list(material.told())
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len(told)
    for item, one in zip(items, told, strict=True):
        text = one.extraction.document.text
        quote, position = item["target"]["selector"]
        assert item["id"] == f"urn:qatynas:claim:{one.id}"
        assert text[position["start"] : position["end"]] == quote["exact"] == one.claim.quote
        assert (position["start"], position["end"]) in by_quote(text, quote)
        source = item["target"]["source"]
        assert source["textSha256"] == hashlib.sha256(text.encode()).hexdigest()
        assert source["fileSha256"] == one.extraction.document.sha256


def test_the_collection_has_what_the_model_requires(collection: dict) -> None:
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert collection["first"]["partOf"] == collection["id"]
    ids = [item["id"] for item in collection["first"]["items"]]
    assert len(set(ids)) == len(ids)
    for item in collection["first"]["items"]:
        assert item["type"] == "Annotation"
        assert item["motivation"] == "describing"
        tag, said = item["body"]
        assert json.loads(said["value"])["kind"] == tag["value"]


def test_scripts_have_their_direction_and_addresses_are_whole(collection: dict) -> None:
    sources = {item["target"]["source"]["language"]: item["target"]["source"] for item in collection["first"]["items"]}
    assert sources["kk-Arab"]["textDirection"] == "rtl"
    assert sources["kk-Arab"]["id"] == "https://example.org/a?b=1&c=%7B2%7D"
    assert sources["kk-Latn"]["textDirection"] == sources["kk-Cyrl"]["textDirection"] == "ltr"
    assert sources["kk-Latn"]["id"].startswith("urn:sha256:")
