"""What lies ahead: a page each for the year's trade, whose figures, export potential, the swap and the rivers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from starlette.datastructures import UploadFile

from qatynas.outlook.potential import Potential
from qatynas.outlook.potential import of_relationship as claimed_of
from qatynas.outlook.values import Rest, as_json
from qatynas.publish.ahead.division import division_part
from qatynas.publish.ahead.found import swap_of
from qatynas.publish.ahead.mirror import mirror_part
from qatynas.publish.ahead.parts import Part, files_of, percent
from qatynas.publish.ahead.potential import potential_part
from qatynas.publish.ahead.swap import EXAMPLES, INFLOWS, swap_part
from qatynas.publish.ahead.trade import nowcast_part
from qatynas.publish.sides import sides
from qatynas.serve.ahead import looked
from qatynas.serve.goods import GoodsTables
from qatynas.serve.page import PAIR, Answer, Asked, Page
from qatynas.serve.reader import MOST_BYTES, clean_name
from qatynas.serve.visit import Refused, Visit
from qatynas.serve.words import word

OPENED = 24  # sentences that one link opens
Told = tuple[Part, Callable[[], Any]]
"""What a page shows, and the same as JSON types."""


def _nowcast(visit: Visit) -> Told:
    found = looked(visit)
    part = nowcast_part(found.ahead.nowcast, found.ahead.chances, found.targets)
    return part, lambda: _json(found.ahead.nowcast) | {"targets": as_json(found.ahead.chances)}


def _mirror(visit: Visit) -> Told:
    found = looked(visit).ahead.mirror
    return mirror_part(found, sides(visit.relationship.pair)), lambda: _json(found)


def _division(visit: Visit) -> Told:
    found = looked(visit).ahead.division
    return division_part(found), lambda: _json(found)


def _swap(visit: Visit) -> Told:
    example = visit.choice("example", EXAMPLES, EXAMPLES[0])
    inflow = int(visit.choice("inflow", map(str, INFLOWS), str(INFLOWS[0])))
    pair = visit.relationship.pair
    part = swap_part(pair, sides(pair), example, inflow)
    return part, lambda: swap_of(example, inflow).as_json() if part.answer else {"missing": part.missing}


def _potential(visit: Visit) -> Told:
    found = looked(visit)
    computed = _computed(visit)
    claimed = found.ahead.potential
    if computed is not None and not isinstance(claimed, str):
        claimed = claimed_of(found.relationship, computed)
    part = potential_part(claimed, found.relationship, computed)
    told = {"missing": claimed} if isinstance(claimed, str) else {"claimed": [one.as_json() for one in claimed]}
    return part, lambda: told | {"computed": computed and computed.as_json()}


def _computed(visit: Visit) -> Potential | None:
    """By the table that the address names, else by those that the application was started with."""
    tables: GoodsTables = visit.request.app.state.goods
    wanted = visit.text("table")
    if wanted:
        kept = tables.kept(wanted)
        if kept is None:
            raise Refused(404, word("refused", "table"))
        return kept
    one, other = visit.relationship.pair
    claimed = looked(visit).ahead.potential
    ways = [] if isinstance(claimed, str) else [(way.seller, way.buyer) for way in claimed]
    seller, buyer = next((way for way in ways if set(way) == {one, other}), (one, other))
    found = tables.of(seller, buyer)
    if isinstance(found, str):
        raise Refused(500, found)
    return found


def _json(found: Any) -> dict[str, Any]:
    """A result, or what is missing for it."""
    return {"missing": found} if isinstance(found, str) else found.as_json()


PARTS: dict[str, Callable[[Visit], Told]] = {
    "nowcast": _nowcast, "mirror": _mirror, "potential": _potential, "swap": _swap, "division": _division,
}  # fmt: skip


def outlook(visit: Visit) -> Answer:
    """The headline of each, with the way to its page."""
    parts = [make(visit)[0] for make in PARTS.values()]
    rows = [
        {"name": part.key, "title": part.title, "answer": part.answer, "below": part.below, "says": part.says,
         "missing": part.missing, "address": visit.to(f"/outlook/{part.key}"), "claims": _ids(part.rests)}
        for part in parts
    ]  # fmt: skip
    return Answer("outlook.html.j2", lambda: rows, fields={"parts": parts, **_opening(visit)})


def _page(key: str) -> Callable[[Visit], Answer]:
    def answer(visit: Visit) -> Answer:
        part, data = PARTS[key](visit)
        fields = {"part": part, "most": MOST_BYTES >> 20, "choices": _choices(visit, key), **_opening(visit)}
        # what was handed over is kept for a while only
        return Answer("ahead.html.j2", data, part.title, fields, lasting=not visit.text("table"))

    return answer


def _choices(visit: Visit, key: str) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    """Ways to narrow a page: each named, with its words, addresses and whether it is chosen."""
    if key != "swap":
        return []
    example, inflow = visit.text("example") or EXAMPLES[0], visit.text("inflow") or str(INFLOWS[0])
    return [
        (word("outlook", "example"), [(word("ahead_examples", name), visit.to(example=name), name == example)
                                      for name in EXAMPLES]),
        (word("ahead_columns", "inflow"), [(percent(share), visit.to(inflow=share), str(share) == inflow)
                                           for share in INFLOWS]),
    ]  # fmt: skip


def _opening(visit: Visit) -> dict[str, Any]:
    """What templates call to open what something rests on."""
    return {
        "opened": lambda rests: _address(visit, rests), "count": lambda rests: len(_ids(rests)), "files": files_of,
    }  # fmt: skip


def _ids(rests: Iterable[Rest]) -> list[str]:
    return list(dict.fromkeys(rest.id[:16] for rest in rests if rest.id))[:OPENED]


def _address(visit: Visit, rests: Iterable[Rest]) -> str:
    """Where the sentences stand that something rests on; "" for what is of files alone."""
    ids = _ids(rests)
    return visit.to("/sentences", of=",".join(ids)) if ids else ""


def give_table(visit: Visit, form: Any) -> str:
    """Takes a table of goods in, and leads to what it gives beside what is claimed."""
    files = [(clean_name(one.filename or ""), one.file.read(MOST_BYTES + 1)) for one in form.getlist("files")
             if isinstance(one, UploadFile) and (one.filename or one.size)]  # fmt: skip
    if not files or len({name for name, _ in files}) < len(files):
        raise Refused(400, word("refused", "no_files"))
    pair = visit.relationship.pair
    seller = str(form.get("seller") or pair[0])
    if seller not in pair:
        raise Refused(400, word("refused", "side"))
    year = str(form.get("year") or "")
    if year and not (year.isascii() and year.isdigit() and len(year) == 4):
        raise Refused(400, word("refused", "date", date=year[:20]))
    buyer = next(side for side in pair if side != seller)
    tables: GoodsTables = visit.request.app.state.goods
    return visit.to("/outlook/potential", table=tables.keep(files, seller, buyer, int(year) if year else None))


ACTS = {"/outlook/potential": give_table}
_ABOUT = {
    "nowcast": "The year's trade with the chance of each target",
    "mirror": "Both statistics offices' figures of the same goods",
    "potential": "Export potential: what is claimed, what can be checked, what a table of goods gives",
    "swap": "The water-electricity swap, as a shipped example shows it",
    "division": "The division of rivers: shares, plans, deliveries",
}
_ASKED = {
    "potential": (Asked("table", "A table that was handed over, by its id"),),
    "swap": (
        Asked("example", "Which shipped example", choices=EXAMPLES),
        Asked("inflow", "Percent of its inflow", choices=tuple(map(str, INFLOWS))),
    ),
}
PAGES = (
    Page("/outlook", "outlook", outlook, "What lies ahead: the headline of each estimate", (PAIR,)),
    *(Page(f"/outlook/{key}", "outlook", _page(key), _ABOUT[key], (PAIR, *_ASKED.get(key, ()))) for key in PARTS),
)
