"""The structure that the SDMX-CSV follows, as an SDMX-JSON 2.0 structure message: concepts, code lists, the data
structure and its dataflow.

Rule: the SDMX-JSON structure message 2.0.0. Codes may hold letters, digits and _ @ $ - alone, so that indicators
(trade.turnover) and units (m3/s) are plain strings.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from qatynas.publish.exports.sdmx import ATTRIBUTES, DIMENSIONS, NONE, STRUCTURE, sides
from qatynas.publish.exports.series import numbers
from qatynas.publish.exports.values import File, Material, Written
from qatynas.publish.labels import ENGLISH, speaking, state

AGENCY, _, _REST = STRUCTURE.partition(":")
NAME, VERSION = _REST.removesuffix(")").split("(")
SCHEME = "CS_RELATIONS"
_SCHEMA = (
    "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/develop/structure-message/tools/schemas/2.0.0/"
    "sdmx-json-structure-schema.json"
)
_URN = "urn:sdmx:org.sdmx.infomodel"
_CODED = {
    "FREQ": "CL_FREQ", "REF_AREA": "CL_AREA", "COUNTERPART_AREA": "CL_AREA", "MEASURE": "CL_MEASURE",
    "STATUS": "CL_STATUS", "OBS_STATUS": "CL_OBS_STATUS", "QUALIFIER": "CL_QUALIFIER",
}  # fmt: skip
_TYPES = {"OBS_VALUE": "Double", "LOW": "Double", "HIGH": "Double", "UNIT_MULT": "Integer", "TEXTS": "Integer",
          "TIME_PERIOD": "ObservationalTimePeriod"}  # fmt: skip

Json = dict[str, Any]


def write(material: Material, file: File) -> Written:
    """The message; its list of areas holds those of the ledger's numbers."""
    relationship = material.relationship
    areas = {side for point, _ in numbers(relationship) for side in sides(point.cell, relationship.pair)}
    with speaking(ENGLISH):
        lists = _tables()["codes"] | {"CL_AREA": {code: state(code) for code in sorted(areas | {*relationship.pair})}}
    lists["CL_AREA"][NONE] = "not said"
    message = {
        "meta": {"id": NAME, "prepared": "1970-01-01T00:00:00Z", "sender": {"id": AGENCY}, "schema": _SCHEMA},
        "data": {
            "codelists": [_item_list(name, "codes", lists[name].items()) for name in sorted(lists)],
            "conceptSchemes": [_item_list(SCHEME, "concepts", _tables()["concepts"].items())],
            "dataStructures": [_structure()],
            "dataflows": [_named(NAME, "Relations of two states") | {"structure": _urn("datastructure.DataStructure")}],
        },
    }  # fmt: skip
    file.write(json.dumps(message, ensure_ascii=False, indent=1).encode())
    return Written(len(DIMENSIONS) + 1 + len(ATTRIBUTES), "components")


@cache
def _tables() -> Json:
    return tomllib.loads((files("qatynas.publish.exports") / "sdmx.toml").read_text(encoding="utf-8"))


def _named(name: str, words: str) -> Json:
    return {"agencyID": AGENCY, "id": name, "name": words, "version": VERSION}


def _item_list(name: str, key: str, items: Iterable[tuple[str, str]]) -> Json:
    return _named(name, name) | {key: [{"id": code, "name": words} for code, words in items]}


def _urn(what: str, name: str = NAME) -> str:
    return f"{_URN}.{what}={AGENCY}:{name}({VERSION})"


def _structure() -> Json:
    attributes = [
        _component(name)
        | {"attributeRelationship": {"observation": {}}, "measureRelationship": ["OBS_VALUE"], "usage": "optional"}
        for name in ATTRIBUTES
    ]
    return _named(NAME, "Relations of two states") | {
        "dataStructureComponents": {
            "dimensionList": {
                "dimensions": [_component(name) for name in DIMENSIONS if name != "TIME_PERIOD"],
                "timeDimension": _component("TIME_PERIOD"),
            },
            "measureList": {"measures": [_component("OBS_VALUE") | {"usage": "mandatory"}]},
            "attributeList": {"attributes": attributes},
        }
    }


def _component(name: str) -> Json:
    coded = _CODED.get(name)
    shape: Json = {"format": {"dataType": _TYPES.get(name, "String")}}
    if coded:
        shape = {"enumeration": _urn("codelist.Codelist", coded), "enumerationFormat": {"dataType": "String"}}
    return {
        "id": name,
        "conceptIdentity": f"{_urn('conceptscheme.Concept', SCHEME)}.{name}",
        "localRepresentation": shape,
    }
