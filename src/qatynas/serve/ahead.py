"""What lies ahead as far as a ledger tells: each result of `qatynas.outlook`, or why there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from qatynas.model.errors import InputError
from qatynas.outlook import allocation, mirror, trade
from qatynas.outlook.allocation import Allocation
from qatynas.outlook.mirror import Mirror
from qatynas.outlook.nowcast import Chance, Nowcast
from qatynas.relations import Relationship

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Ahead:
    """Each result, or in words why the ledger holds too little for it. chances are of all targets of trade."""

    nowcast: Nowcast | str
    chances: tuple[Chance, ...]
    mirror: Mirror | str
    division: Allocation | str


def look(relationship: Relationship) -> Ahead:
    """Everything at once; a monthly series in the ledger makes it take some seconds."""
    return Ahead(
        _or_why(trade.of_relationship, relationship),
        trade.chances(relationship),
        _or_why(mirror.of_relationship, relationship),
        _or_why(allocation.of_relationship, relationship),
    )


def _or_why(result: Callable[[Relationship], Result], relationship: Relationship) -> Result | str:
    try:
        return result(relationship)
    except InputError as error:
        return str(error)
