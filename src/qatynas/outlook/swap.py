"""The water–electricity swap: what both sides gain by it, the price of water in kWh, and what a dry year does.

Without the swap the giver runs its reservoirs for its own power, and the receiver irrigates with what comes down.
With it, one least-cost schedule serves both: electricity goes one way while fields are watered and comes back in the
other season. No side may be worse off than alone. Heads follow the storage: the programme is solved at the heads of
the last solution until they settle, and the water that is found is then turned into power at its own heads
(docs/outlook.md).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from qatynas.model.errors import InputError
from qatynas.outlook.cascade import MILLION, Course, System
from qatynas.outlook.schedule import (
    Rules,
    Schedule,
    at_true_heads,
    hours,
    mean_heads,
    million_per_flow,
    solve_at,
)
from qatynas.outlook.values import Rest, amount, as_json

ROUNDS = 24  # steps from schedule to schedule at most; a year takes ten or so
FIRST_REACH, LAST_REACH = 0.25, 0.003  # how far a step may move storage, as a share of dead to full
SETTLED = 1e-5  # share of the cost below which a gain counts as none


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of a schedule, for tables and pictures: million m3, m3/s, MW."""

    start: str
    storage: tuple[float, ...]
    release: float
    spill: float
    hydro: float
    sent: float
    returned: float
    irrigation_failed: float
    power_failed: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """A schedule told: each side's cost in USD, and yearly means of what matters. energy in kWh, water in m3."""

    cost_giver: float
    cost_receiver: float
    hydro: float
    sent: float
    returned: float
    irrigated: float
    irrigation_failed: float
    power_failed: float
    steps: tuple[StepRow, ...]


@dataclass(frozen=True, slots=True)
class Price:
    """Water in kWh per m3: what must come back for each m3 more in the fields' season, between the least that the giver
    can take and the most that the receiver can give, neither worse off than alone; paid is what this schedule gives."""

    least: float
    most: float
    paid: float
    extra_water: float


@dataclass(frozen=True, slots=True)
class Swap:
    """The system with and without the swap. balance is the largest miss of a water balance (m3 relative to inflow) or
    of a power balance (MW relative to demand); rounds how often heads were taken anew."""

    name: str
    example: bool
    giver: str
    receiver: str
    reservoirs: tuple[str, ...]
    years: float
    alone: Outcome
    swapped: Outcome
    price: Price | None
    why_no_price: str
    balance: float
    rounds: int
    little: str
    rests: tuple[Rest, ...]

    @property
    def gains(self) -> tuple[float, float]:
        """What giver and receiver save, in USD over all years."""
        return (
            self.alone.cost_giver - self.swapped.cost_giver,
            self.alone.cost_receiver - self.swapped.cost_receiver,
        )

    @property
    def says(self) -> str:
        """The headline."""
        label = " (an example with rounded numbers)" if self.example else ""
        giver, receiver = (amount(float(round(gain)), "USD") for gain in self.gains)
        gains = f"the swap saves {self.giver} {giver} and {self.receiver} {receiver}"
        if not self.price:
            return f"{self.name}{label}: {gains}; no price of water: {self.why_no_price}"
        price = f"{self.price.least:.2f} … {self.price.most:.2f} kWh for a m3"
        return f"{self.name}{label}: {gains}; {amount(self.price.extra_water, 'm3')} more in the season at {price}"

    def rows(self) -> list[dict[str, Any]]:
        """A row a step, without and with the swap."""
        return [
            {"start": one.start}
            | {f"{key} alone": getattr(one, key) for key in _SHOWN}
            | {f"{key} swapped": getattr(other, key) for key in _SHOWN}
            for one, other in zip(self.alone.steps, self.swapped.steps, strict=True)
        ]

    def as_json(self) -> dict[str, Any]:
        """Everything, as JSON types."""
        return {"says": self.says, "gains": list(self.gains)} | dict(as_json(self))


_SHOWN = ("storage", "release", "hydro", "sent", "returned", "irrigation_failed", "power_failed")


def solve(system: System) -> Swap:
    """The system alone and with the swap. Raises InputError where no schedule keeps the storage that the end asks
    for."""
    alone, rounds = _settled(system, Rules(exchange=False, irrigation=False), None)
    if alone is None:
        raise InputError(
            system.name,
            "no schedule reaches the storage at the end; raise inflow or start, or lower end in reservoirs.csv",
        )
    rules = Rules(exchange=True, irrigation=True, most_costs=alone.costs)
    found, more = _settled(system, rules, alone)
    swapped = found if found is not None and found.total <= alone.total else alone
    price, why = _price(system, alone, swapped, rules)
    return Swap(
        system.name,
        system.example,
        system.terms.giver,
        system.terms.receiver,
        tuple(one.name for one in system.reservoirs),
        float(hours(system).sum() / 8760),
        _outcome(system, alone),
        _outcome(system, swapped),
        price,
        why,
        max(_balance(system, alone), _balance(system, swapped)),
        rounds + more,
        f"all {len(system.steps)} steps are known ahead, so the gains are the most there can be"
        + ("; the numbers are an example's, not measured ones" if system.example else ""),
        system.rests,
    )


def dry(system: System, inflow: float) -> Swap:
    """The same with inflows times a share."""
    return solve(system.scaled(inflow))


def _settled(system: System, rules: Rules, before: Schedule | None) -> tuple[Schedule | None, int]:
    """Better and better schedules, each sought near the last one, until none is; and the rounds it took.

    Near a schedule, power follows storage to the first order. A step counts only if the water that it finds costs
    less at its own, true heads; if not, the next is sought nearer. before is where to start; else the water of
    straight storage.
    """
    best = before
    if best is None:
        plan = solve_at(system, mean_heads(system, _straight(system)), rules)
        best = plan and at_true_heads(system, plan, rules)
    reach, rounds = FIRST_REACH, 0
    while best is not None and rounds < ROUNDS and reach >= LAST_REACH:
        rounds += 1
        plan = solve_at(system, mean_heads(system, best.storage), rules, best, reach)
        true = plan and at_true_heads(system, plan, rules)
        gained = 1 - _worth(true, rules) / max(_worth(best, rules), 1.0) if true else 0.0
        if true and gained > 0:
            best = true
        reach = reach * 1.5 if gained > SETTLED else reach / 3
    return best, rounds


def _worth(plan: Schedule, rules: Rules) -> float:
    """What the rounds are compared by: both sides' costs, or the giver's where it is alone."""
    return plan.total if rules.irrigation else plan.costs[0]


def _straight(system: System) -> tuple[Course, ...]:
    """Storage that goes straight from its start to its end, for the first heads."""
    count = len(system.steps)
    return tuple(np.linspace(one.start, one.end, count + 1)[1:] for one in system.reservoirs)


def _price(system: System, alone: Schedule, swapped: Schedule, rules: Rules) -> tuple[Price | None, str]:
    """The least and the most energy that may come back for the swap's water, by its volume."""
    volume = million_per_flow(system) * MILLION
    extra = float(((alone.dry - swapped.dry) * volume).sum())
    if extra <= 1.0:
        return None, "the swap lets no more water down for the fields"
    lasting = hours(system)
    kept = 1 - system.terms.losses
    ends = []
    for sign in (1.0, -1.0):
        wanted = replace(rules, returned_free=True, objective={"returned": sign * lasting, "dry": lasting * 1e3})
        found = at_true_heads(system, swapped, wanted)
        if found is None:
            return None, "no return of energy leaves both no worse off"
        ends.append(float((found.returned * lasting).sum()) * kept * 1e3 / extra)
    paid = float((swapped.returned * lasting).sum()) * kept * 1e3 / extra
    return Price(ends[0], ends[1], paid, extra), ""


def _outcome(system: System, plan: Schedule) -> Outcome:
    lasting, volume = hours(system), million_per_flow(system) * MILLION
    demand = np.array([step.irrigation for step in system.steps])
    dark = plan.dark_giver + plan.dark_receiver
    last = [place for place, one in enumerate(system.reservoirs) if one.below is None]
    release = sum(plan.turbined[place] + plan.spilled[place] for place in last)
    hydro = sum(plan.power)
    rows = tuple(
        StepRow(
            step.start.isoformat(),
            tuple(float(course[place]) for course in plan.storage),
            float(release[place]),  # type: ignore[index]
            float(sum(course[place] for course in plan.spilled)),
            float(hydro[place]),  # type: ignore[index]
            float(plan.sent[place]),
            float(plan.returned[place]),
            float(plan.dry[place]),
            float(dark[place]),
        )
        for place, step in enumerate(system.steps)
    )
    return Outcome(
        plan.costs[0],
        plan.costs[1],
        float((hydro * lasting).sum()) * 1e3,
        float((plan.sent * lasting).sum()) * 1e3,
        float((plan.returned * lasting).sum()) * 1e3,
        float(((demand - plan.dry) * volume).sum()),
        float((plan.dry * volume).sum()),
        float((dark * lasting).sum()) * 1e3,
        rows,
    )


def _balance(system: System, plan: Schedule) -> float:
    """The largest relative miss of any water or power balance."""
    volume = million_per_flow(system)
    misses = []
    for place, one in enumerate(system.reservoirs):
        inflow = np.array([step.inflows[place] for step in system.steps])
        for upper, other in enumerate(system.reservoirs):
            if other.below == place:
                inflow = inflow + plan.turbined[upper] + plan.spilled[upper]
        before = np.concatenate([[one.start], plan.storage[place][:-1]])
        out = plan.turbined[place] + plan.spilled[place]
        miss = before + (inflow - out) * volume - plan.storage[place]
        misses.append(float(np.abs(miss).max() / one.full))
    terms, kept = system.terms, 1 - system.terms.losses
    for side, dark, arrived in (
        (terms.giver, plan.dark_giver, plan.returned * kept - plan.sent + sum(plan.used)),
        (terms.receiver, plan.dark_receiver, plan.sent * kept - plan.returned),
    ):
        own = sum(course for course, plant in zip(plan.plants, system.plants, strict=True) if plant.side == side)
        demand = np.array([s.demand_giver if side == terms.giver else s.demand_receiver for s in system.steps])
        misses.append(float(np.abs(own + dark + arrived - demand).max() / max(demand.max(), 1.0)))
    return max(misses)
