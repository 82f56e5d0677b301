"""The structure message: read by pysdmx, and what the SDMX-CSV holds is what it describes."""

from __future__ import annotations

from collections.abc import Callable

from pysdmx.io.csv.sdmx20.reader import read as read_csv
from pysdmx.io.json.sdmxjson2.reader.structure import read

from qatynas.publish.exports.sdmx import ATTRIBUTES, DIMENSIONS, STRUCTURE

Exported = Callable[[str], tuple[bytes, object]]


def test_pysdmx_reads_the_structure(exported: Exported) -> None:
    message = read(exported("sdmx-structure.json")[0].decode(), validate=True)
    (structure,) = message.get_data_structure_definitions()
    assert structure.short_urn == f"DataStructure={STRUCTURE}"
    parts = structure.components
    assert [one.id for one in parts.dimensions] == [*DIMENSIONS]
    assert [one.id for one in parts.attributes] == [*ATTRIBUTES]
    assert [one.id for one in parts.measures] == ["OBS_VALUE"]
    (flow,) = message.get_dataflows()
    assert flow.structure == structure


def test_every_code_of_the_data_is_listed(exported: Exported) -> None:
    message = read(exported("sdmx-structure.json")[0].decode(), validate=True)
    listed = {one.id: {code.id for code in one.items} for one in message.get_codelists()}
    (data,) = read_csv(exported("sdmx.csv")[0].decode())
    for column, name in (
        ("FREQ", "CL_FREQ"), ("REF_AREA", "CL_AREA"), ("COUNTERPART_AREA", "CL_AREA"), ("MEASURE", "CL_MEASURE"),
        ("STATUS", "CL_STATUS"), ("OBS_STATUS", "CL_OBS_STATUS"), ("QUALIFIER", "CL_QUALIFIER"),
    ):  # fmt: skip
        assert {str(cell) for cell in data.data[column]} <= listed[name], column
