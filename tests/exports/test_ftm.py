"""FollowTheMoney: every entity and statement by the published model (where the library can be had), and what is in them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from qatynas.data import world
from qatynas.publish.exports import Material
from qatynas.publish.exports.ftm_names import alpha2
from qatynas.publish.exports.statements import TYPES

Exported = Callable[[str], tuple[bytes, object]]

MODEL = json.loads(Path(__file__).with_name("ftm_model.json").read_text(encoding="utf-8"))["schemata"]
FORMS = {
    "date": re.compile(r"\d{4}(-\d{2}(-\d{2})?)?"),
    "country": re.compile(r"[a-z]{2}"),
    "language": re.compile(r"[a-z]{3}"),
    "url": re.compile(r"https?://[^\s{}\"<>]+"),
    "entity": re.compile(r"qatynas-[0-9a-f]{20}"),
    "mimetype": re.compile(r"[\w.+-]+/[\w.+-]+"),
}
EVENTS = ("agreement", "meeting", "aid", "award", "relation", "event")


@pytest.fixture(scope="module")
def rows(exported: Exported) -> list[dict]:
    return [json.loads(line) for line in exported("ftm.jsonl")[0].splitlines()]


def test_every_entity_is_of_the_published_model(rows: list[dict]) -> None:
    """Without the library, by what it publishes of its model."""
    by_id = {row["id"]: row["schema"] for row in rows}
    assert len(by_id) == len(rows)
    for row in rows:
        schema = MODEL[row["schema"]]
        assert set(schema["required"]) <= set(row["properties"])
        for name, values in row["properties"].items():
            kind, *ranges = schema["properties"][name]
            assert values
            assert len(set(values)) == len(values)
            assert all(FORMS[kind].fullmatch(value) for value in values if kind in FORMS), (name, values)
            for wanted in ranges:
                assert all(wanted in MODEL[by_id[value]]["is_a"] for value in values)


def test_the_published_model_is_the_librarys() -> None:
    pytest.importorskip("followthemoney", reason="followthemoney needs PyICU: pip install '.[test-ftm]'")
    from followthemoney import model

    for name, told in MODEL.items():
        schema = model.get(name)
        assert told["is_a"] == sorted(one.name for one in schema.schemata)
        assert told["required"] == sorted(schema.required)
        for key, (kind, *ranges) in told["properties"].items():
            found = schema.get(key)
            assert (found.type.name, [found.range.name] if found.range else []) == (kind, ranges)


def test_the_library_validates_every_entity(rows: list[dict]) -> None:
    pytest.importorskip("followthemoney", reason="followthemoney needs PyICU: pip install '.[test-ftm]'")
    from followthemoney import model

    for row in rows:
        entity = model.get_proxy(row, cleaned=False)
        model.get(row["schema"]).validate(row)
        assert {name: sorted(values) for name, values in entity.to_dict()["properties"].items()} == {
            name: sorted(values) for name, values in row["properties"].items()
        }, "the library dropped or changed a value"
        assert entity.caption
        for name in row["properties"]:
            kind = model.get(row["schema"]).get(name).type.name
            assert TYPES.get(name, "string") == kind or kind == "identifier", (
                f"{row['schema']}.{name} is of type {kind}"
            )
    schemata = {row["id"]: model.get(row["schema"]) for row in rows}
    for row in rows:
        for name, values in row["properties"].items():
            prop = model.get(row["schema"]).get(name)
            if prop.range:
                assert all(schemata[value].is_a(prop.range) for value in values)


def test_the_library_reads_every_statement(exported: Exported, rows: list[dict]) -> None:
    pytest.importorskip("followthemoney", reason="followthemoney needs PyICU: pip install '.[test-ftm]'")
    from followthemoney.statement.serialize import read_csv_statements

    data, written = exported("ftm-statements.csv")
    found = list(read_csv_statements(io.BytesIO(data)))
    assert len(found) == written.rows
    assert all(one.id == one.generate_key() for one in found)
    assert {one.entity_id for one in found} == {row["id"] for row in rows}


def test_counts_agree_with_the_relationship(rows: list[dict], material: Material, exported: Exported) -> None:
    found = material.relationship
    schemata = Counter(row["schema"] for row in rows)
    assert schemata["Event"] == sum(len(found.of_kind(kind)) for kind in EVENTS)
    assert schemata["Project"] == len(found.of_kind("project"))
    assert schemata["Article"] + schemata["Document"] == len(found.sources)
    assert schemata["Membership"] == 2
    assert schemata["Succession"] == 1
    left = exported("ftm.jsonl")[1].left
    drawn = ("project", "membership", "community", "body", *EVENTS)
    assert sum(left.values()) == sum(1 for fact in found.facts if fact.claim.kind not in drawn)


def test_every_entity_but_states_documents_and_bodies_is_proven(rows: list[dict]) -> None:
    documents = {row["id"] for row in rows if row["schema"] in ("Article", "Document")}
    for row in rows:
        if row["schema"] in ("Event", "Project", "Membership", "Person", "Organization", "Succession"):
            assert set(row["properties"]["proof"]) <= documents


def test_statements_say_from_which_claim(exported: Exported, material: Material) -> None:
    told = {f"claim:{one.id}" for one in material.told()}
    found = list(csv.DictReader(io.StringIO(exported("ftm-statements.csv")[0].decode())))
    origins = {row["origin"] for row in found if row["schema"] == "Event"}
    assert origins <= told
    assert origins


def test_every_state_has_a_country_code() -> None:
    codes = [alpha2(state.code) for state in world().states]
    assert all(code and len(code) == 2 for code in codes)
    assert len(set(codes)) == len(codes)
