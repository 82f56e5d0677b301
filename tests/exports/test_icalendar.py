"""Planned dates: what another reader of iCalendar finds in the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from icalendar import Calendar

from qatynas.publish.exports import Material
from qatynas.publish.exports.dates import shown_days

Exported = Callable[[str], tuple[bytes, object]]


def unfolded(data: bytes) -> list[str]:
    """Lines of RFC 5545 3.1, read without a library."""
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    return data.replace(b"\r\n ", b"").decode().split("\r\n")


def test_promises_with_a_date_are_events(exported: Exported, material: Material) -> None:
    data, written = exported("dates.ics")
    events = list(Calendar.from_ical(data).walk("VEVENT"))
    promises = material.relationship.promises
    dated = [one for one in promises if shown_days(one.due)]
    assert len(events) == written.rows == len(dated)
    assert sum(written.left.values()) == len(promises) - len(dated)
    assert len({str(event["uid"]) for event in events}) == len(events)
    by_edtf = {str(event["x-qatynas-edtf"]): event for event in events}
    assert by_edtf["2026-05"]["dtstart"].dt == date(2026, 5, 1)
    assert by_edtf["2026-05"]["dtend"].dt == date(2026, 6, 1)
    assert by_edtf["../2030"]["dtstart"].dt == date(2030, 12, 31)
    claims = {number for event in events for number in str(event["x-qatynas-claims"]).split()}
    assert claims == {report.id for one in dated for report in one.fact.reports}


def test_a_reader_without_the_library_counts_the_same(exported: Exported) -> None:
    data, written = exported("dates.ics")
    lines = unfolded(data)
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == written.rows
    for name in ("UID:", "DTSTAMP:", "DTSTART;VALUE=DATE:", "SUMMARY:"):
        assert sum(line.startswith(name) for line in lines) == written.rows
    assert "VERSION:2.0" in lines


@pytest.mark.parametrize(
    ("due", "days"),
    [
        ("2025-08-22", ("2025-08-22", "2025-08-22")),
        ("2025-08", ("2025-08-01", "2025-08-31")),
        ("2026", ("2026-12-31", "2026-12-31")),
        ("../2027-03", ("2027-03-31", "2027-03-31")),
        ("2025-09-01/2025-09-04", ("2025-09-01", "2025-09-04")),
        ("2026~", ("2026-12-31", "2026-12-31")),
        ("2025/..", None), (None, None), ("9999", None),
    ],
)  # fmt: skip
def test_days(due: str | None, days: tuple[str, str] | None) -> None:
    found = shown_days(due)
    assert (found and tuple(day.isoformat() for day in found)) == days
