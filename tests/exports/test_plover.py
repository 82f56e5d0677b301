"""Event data: agreements, meetings and aid by the published rules of PLOVER and CAMEO."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Callable
from importlib.resources import files

import polars
import pytest
from relations.sample import claim, document

from qatynas.publish.exports import Material
from qatynas.publish.exports.plover import actors, coding

Exported = Callable[[str], tuple[bytes, object]]
NOTE = document("Жазба\nЕкі ел келісті.")
WORDS = "Екі ел келісті."


def made(kind: str, **fields: object):
    return claim(NOTE, kind, WORDS, **fields)


@pytest.mark.parametrize(
    ("kind", "fields", "event", "mode", "cameo"),
    [
        ("agreement", {"act": "signed"}, "SUPPORT", None, "057"),
        ("agreement", {"act": "ratified"}, "SUPPORT", None, "057"),
        ("agreement", {"act": "signed", "status": "planned"}, "AGREE", None, "030"),
        ("meeting", {"type": "state_visit"}, "CONSULT", "visit", "042"),
        ("meeting", {"type": "call"}, "CONSULT", "phone", "041"),
        ("meeting", {"type": "talks"}, "CONSULT", None, "046"),
        ("meeting", {"type": "summit"}, "CONSULT", "multilateral", "040"),
        ("meeting", {"type": "session", "status": "planned"}, "AGREE", None, "036"),
        ("aid", {"from_": "KAZ", "to": "KGZ"}, "AID", None, "070"),
        ("aid", {"from_": "KAZ", "to": "KGZ", "status": "planned"}, "AGREE", None, "033"),
    ],
)
def test_coding(kind: str, fields: dict, event: str, mode: str | None, cameo: str) -> None:
    coded = coding(made(kind, **fields))
    assert (coded["event"], coded.get("mode"), coded["cameo"]) == (event, mode, cameo)
    assert ("future" in coded["context"]) == (fields.get("status") == "planned")


def test_guests_visit_hosts_and_givers_help_receivers() -> None:
    assert actors(made("meeting", type="visit", guest="KGZ", host="KAZ")) == (["KGZ"], ["KAZ"])
    assert actors(made("meeting", type="session", guest="KGZ", host="KAZ")) == (["KAZ", "KGZ"], [])
    assert actors(made("aid", from_="KGZ", to="KAZ")) == (["KGZ"], ["KAZ"])
    assert actors(made("agreement", act="signed")) == (["KAZ", "KGZ"], [])


def test_a_sort_without_an_event_is_none() -> None:
    assert coding(made("agreement", act="ended")) is None


def test_the_table_is_whole() -> None:
    table = tomllib.loads(files("qatynas.publish.exports").joinpath("plover.toml").read_text(encoding="utf-8"))
    for kind in ("agreement", "meeting", "aid"):
        for coded in table[kind].values():
            assert coded["event"] in table["scores"]
            assert coded["event"] in table["quads"]
            assert len(coded["cameo"]) == 3


PUBLISHED = {
    "AGREE": "030 031 0311 0312 0313 0314 032 033 0331 0332 0333 0334 034 0341 0342 0343 0344 035 0351 0352 0353 0354 "
    "0355 0356 036 037 038 039",
    "CONSULT": "040 041 042 043 044 045 046",
    "SUPPORT": "050 051 052 053 054 055 056 057",
    "COOPERATE": "060 061 062 063 064",
    "AID": "070 071 072 073 074 075",
}
"""CAMEO2PLOVER-2021.txt (openeventdata/PLOVER): which codes of cooperation are which event."""
MODES = {"041": "phone", "042": "visit", "043": "host", "044": "third-party"}
MODES_OF_CONSULT = {"visit", "third-party", "multilateral", "phone", "host"}


def test_codes_are_those_of_the_published_list() -> None:
    event_of = {code: event for event, codes in PUBLISHED.items() for code in codes.split()}
    table = tomllib.loads(files("qatynas.publish.exports").joinpath("plover.toml").read_text(encoding="utf-8"))
    for kind in ("agreement", "meeting", "aid"):
        for sort, coded in table[kind].items():
            assert event_of[coded["cameo"]] == coded["event"], (kind, sort)
            assert coded.get("mode", "") in {*MODES_OF_CONSULT, ""}, (kind, sort)
            if coded["cameo"] in MODES:
                assert coded["mode"] == MODES[coded["cameo"]], (kind, sort)


def test_another_program_reads_the_rows(exported: Exported) -> None:
    data, written = exported("events.csv")
    frame = polars.read_csv(io.BytesIO(data), infer_schema_length=None, schema_overrides={"cameo": polars.String})
    assert frame.height == written.rows
    assert set(frame["event"]) <= PUBLISHED.keys()
    assert set(frame["cameo"]) <= {code for codes in PUBLISHED.values() for code in codes.split()}
    dates = frame["date"].drop_nulls().str.to_date("%Y-%m-%d", strict=True)
    ends = frame["date_end"].drop_nulls().str.to_date("%Y-%m-%d", strict=True)
    assert len(dates)
    assert len(ends)
    assert frame["score"].is_between(-10, 10).all()
    assert frame["event_id"].n_unique() == frame.height


def test_rows_agree_with_the_relationship(exported: Exported, material: Material) -> None:
    data, written = exported("events.csv")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    facts = [fact for kind in ("agreement", "meeting", "aid") for fact in material.relationship.of_kind(kind)]
    assert len(rows) == written.rows == len(facts) - sum(written.left.values())
    claims = {number for row in rows for number in row["claims"].split(";")}
    assert claims <= {report.id for fact in facts for report in fact.reports}
    visit = next(row for row in rows if row["mode"] == "visit")
    assert (visit["source"], visit["recipient"], visit["date"], visit["place"]) == (
        "KGZ",
        "KAZ",
        "2024-04-19",
        "Астана",
    )
    assert float(visit["latitude"]) == pytest.approx(51.1, abs=0.2)
