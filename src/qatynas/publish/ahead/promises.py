"""A promise with the chance that it is kept, and the curve behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from qatynas.outlook.nowcast import Chance
from qatynas.publish.ahead.trade import KEY, chance_note, chance_words
from qatynas.publish.labels import label
from qatynas.publish.parts import Line, Words, together
from qatynas.publish.pictures.looking import chance_picture
from qatynas.relations import Report


def chance_of(reports: Iterable[Report], chances: Sequence[Chance]) -> Chance | None:
    """The chance of the target that these reports tell."""
    ids = {report.id for report in reports}
    return next((one for one in chances if one.claim in ids), None)


def with_chance(line: Line, one: Chance | None) -> Line:
    """The line with the probability beside its status and the curve where it is opened; as it is without one."""
    if one is None:
        return line
    note = "; ".join(filter(None, (line.note, chance_note(one))))
    if one.probability is None:
        return replace(line, note=note)
    status = line.cells.get("status", "")
    chance = label("ahead", "chance_of", chance=chance_words(one))
    said: Words = together(*((status,) if isinstance(status, str) else status), chance)
    return replace(line, cells={**line.cells, "status": said}, note=note, picture=chance_picture(one), more=KEY)
