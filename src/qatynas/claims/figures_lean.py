"""Which figure told before a number can lean on: one that counts in the same kind of unit, near enough."""

from __future__ import annotations

from qatynas.claims.figures_said import Found, Said
from qatynas.claims.figures_units import parted
from qatynas.claims.figures_words import indicators, noun

OTHER = indicators()["other"]
SMALL = 1000
"""A bare number below it counts things, one above it money or amounts."""
_PRICES = frozenset(("project.cost", "projects.value", "energy.price"))
_HUNDRED, _TWENTY = 100, 20
_MEASURED = frozenset(("ha", "km", "W"))  # units that no bare number takes over


def compatible(said: Said, reach: int, whole: bool = False) -> Found | None:
    """The figure before whose indicator can be told in this number's unit; percent and times lean on any."""
    for found in reversed(said.memory.figures):
        if found.sentence < said.at.index - reach:
            return None
        if found.bracketed and not said.bracketed:
            continue
        if whole and found.part and found.sentence < said.at.index:
            continue
        if whole and found.indicator == "trade.balance" and said.memory.last(said, "trade.turnover", reach=4):
            continue
        if found.sentence < said.at.index and said.memory.only_compared(said, found):
            continue
        row = indicators().get(found.indicator, OTHER)
        kind = said.unit_kind
        if found.indicator in _PRICES and said.has("volume_of", said.left):
            continue  # «көлем 20 пайызға көбейген» is not said of what it cost
        if found.indicator == "energy.price" and kind == "bare" and said.number.quantity.value >= SMALL:
            continue
        if kind in ("percent", "times") and found.indicator not in ("trade.partner_rank", "trade.commodity_lines"):
            return found
        if kind == "bare":
            things = found.quantity.unit in ("count", "person")
            if found.quantity.unit in _MEASURED or (things and found.measure == "level" and _far_less(said, found)):
                continue
            if things and of_one_size(said, found):
                return found
            small = said.number.quantity.value < SMALL or said.has("count_word", said.left)
            part = things and parted(said.number, said.at.sentence)
            small = small or (part and said.number.quantity.value <= found.quantity.value)
            if found.quantity.unit in ("percent", "times") or found.measure == "rank" or things != small:
                continue
            return found
        if _counts_another(said):
            return None
        if row.told_in(kind) or (kind in ("count", "person") and row.code == "other" and found.quantity.unit == kind):
            return found
    return None


def _counts_another(said: Said) -> bool:
    """«15 кәсіпорын құру, 4 500 жұмыс орнын ашу»: a number with a noun of its own leans on no other, but for people."""
    kind, counted = said.unit_kind, said.number.counted or ""
    return kind == "count" or (
        kind == "person" and not noun("people", (counted, said.number.quantity.unit and counted))
    )


def _far_less(said: Said, found: Found) -> bool:
    """«пойыз саны екіге көбейеді» after 46 000 passengers: no part of them."""
    of_them = parted(said.number, said.at.sentence) or said.has("part", said.piece)
    return not of_them and said.number.quantity.value * _HUNDRED < found.quantity.value


def of_one_size(said: Said, found: Found) -> bool:
    """«… 720 мың қазақстандық демалды. Былтыр олар 690 мың еді»: numbers of people of one size."""
    value, told = said.number.quantity.value, found.quantity.value
    return found.measure == "level" and told >= _HUNDRED and told <= value * _TWENTY and value <= told * _TWENTY


def _as_many(said: Said, last: Found) -> bool:
    """«640 мың көлік өтті, 2022 жылы 410 мың болған еді»: numbers of one size."""
    return last.quantity.value >= SMALL and last.quantity.value < said.number.quantity.value * SMALL


def sibling(said: Said) -> Found | None:
    """The figure just before in the same sentence, where it counts in the same kind of unit."""
    last = said.memory.last(said, reach=0)
    if last is None or last.indicator == "trade.partner_rank":
        return None
    row = indicators().get(last.indicator, OTHER)
    kind = said.unit_kind
    if _counts_another(said) or (kind == "bare" and last.quantity.unit in _MEASURED):
        return None
    things = last.quantity.unit in ("count", "person")
    if kind == "bare" and things != (said.number.quantity.value < SMALL) and not (things and _as_many(said, last)):
        return None
    return last if kind in ("percent", "times", "bare") or row.told_in(kind) else None
