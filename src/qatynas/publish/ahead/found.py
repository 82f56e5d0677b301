"""Every result of a relationship, worked out once for all parts of a page: a result, or in words why there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from qatynas.model.errors import InputError
from qatynas.model.finding import Finding
from qatynas.outlook import allocation, cascade, mirror, potential, swap, trade
from qatynas.outlook.allocation import Allocation
from qatynas.outlook.cascade import System
from qatynas.outlook.mirror import Mirror
from qatynas.outlook.nowcast import Chance, Nowcast
from qatynas.outlook.potential import Claimed
from qatynas.outlook.swap import Swap
from qatynas.publish.doubts import found_in
from qatynas.relations import Relationship

Result = TypeVar("Result")

_last: list[tuple[Relationship, Ahead]] = []


@dataclass(frozen=True, slots=True)
class Ahead:
    """Each result, or in words why the ledger holds too little for it. chances are of all targets of trade."""

    nowcast: Nowcast | str
    chances: tuple[Chance, ...]
    mirror: Mirror | str
    potential: tuple[Claimed, ...] | str
    division: Allocation | str

    @property
    def estimate(self) -> Nowcast | None:
        """The year that is under way."""
        return None if isinstance(self.nowcast, str) else self.nowcast


def look(relationship: Relationship, findings: Sequence[Finding]) -> Ahead:
    """All results; a monthly series in the ledger makes it take some seconds."""
    return Ahead(
        _or_why(lambda: trade.of_relationship(relationship, findings=findings)),
        trade.chances(relationship, findings=findings),
        _or_why(lambda: mirror.of_relationship(relationship)),
        _or_why(lambda: potential.of_relationship(relationship)),
        _or_why(lambda: allocation.of_relationship(relationship)),
    )


def ahead_of(relationship: Relationship) -> Ahead:
    """The same with what the checks find; kept for the relationship that was asked about last."""
    if not _last or _last[0][0] is not relationship:
        _last[:] = [(relationship, look(relationship, found_in(relationship)))]
    return _last[0][1]


def _or_why(result: Callable[[], Result]) -> Result | str:
    try:
        return result()
    except InputError as error:
        return str(error)


def system_of(example: str, inflow: int = 100) -> System:
    """A shipped example at so many percent of its inflow. Raises InputError for another name."""
    system = cascade.example(example)
    return system if inflow == 100 else system.scaled(inflow / 100)


@lru_cache(maxsize=16)
def swap_of(example: str, inflow: int = 100) -> Swap:
    """Its swap. Raises InputError for another name, and where no schedule keeps the storage that the end asks for."""
    return swap.solve(system_of(example, inflow))
