"""A cascade and two power systems as a linear programme at given heads, and the true schedule that its water makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from qatynas.outlook.cascade import DAY, MILLION, Course, Reservoir, System
from qatynas.outlook.programme import Bound, Programme

GRAVITY = 9.81  # m/s2; power in W is 1000 · 9.81 · Q · H · efficiency
FRIENDLY = 1e-6  # what irrigation counts to a giver alone: water that costs it nothing goes down when it is needed
IDLE = 1e-3  # USD/MWh on the line, so that no current goes to and fro for nothing


@dataclass(frozen=True, slots=True)
class Rules:
    """What a schedule may do. exchange: whether the line is used; irrigation: whether it counts; most_costs: what each
    side's cost may not exceed in USD; water: a water schedule that is kept as it is; returned_free: no account of
    energy."""

    exchange: bool
    irrigation: bool
    most_costs: tuple[float, float] | None = None
    water: Schedule | None = None
    returned_free: bool = False
    objective: Mapping[str, Course] | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """What happens in each step. Storage at its end and turbined and spilled water by reservoir (million m3, m3/s);
    power that the water makes (MW); plants by their place; sent to the receiver, returned to the giver, at the
    sender's end (MW); irrigation that fails (m3/s); power that fails on each side (MW); costs of the giver and the
    receiver in USD."""

    storage: tuple[Course, ...]
    turbined: tuple[Course, ...]
    spilled: tuple[Course, ...]
    power: tuple[Course, ...]
    used: tuple[Course, ...]
    plants: tuple[Course, ...]
    sent: Course
    returned: Course
    dry: Course
    dark_giver: Course
    dark_receiver: Course
    costs: tuple[float, float]

    @property
    def total(self) -> float:
        """Both sides' costs."""
        return sum(self.costs)


def hours(system: System) -> Course:
    """The length of each step."""
    return np.array([step.days * 24 for step in system.steps])


def million_per_flow(system: System) -> Course:
    """Million m3 in a step for each m3/s."""
    return np.array([step.days * DAY / MILLION for step in system.steps])


def mean_heads(system: System, storage: tuple[Course, ...]) -> tuple[Course, ...]:
    """The mean fall in each step: of the storages at its two ends."""
    return tuple(
        one.head((np.concatenate([[one.start], course[:-1]]) + course) / 2)
        for one, course in zip(system.reservoirs, storage, strict=True)
    )


def rate(one: Reservoir, head: Course) -> Course:
    """MW for each m3/s."""
    return 1000 * GRAVITY * head * one.efficiency / 1e6


def solve_at(
    system: System, heads: tuple[Course, ...], rules: Rules, near: Schedule | None = None, reach: float = 1.0
) -> Schedule | None:
    """The least-cost schedule at these heads; None where the rules leave none.

    near is a schedule whose heads these are: power then follows the storage to the first order around it, and storage
    stays within reach (a share of what lies between dead and full) of its own.
    """
    programme = Programme(len(system.steps))
    _variables(programme, system, rules, near, reach)
    _water(programme, system, heads, rules, near)
    _power(programme, system)
    _exchange(programme, system, rules)
    costs = cost_terms(system, irrigation=rules.irrigation)
    if rules.most_costs:
        for side, most in zip(costs, rules.most_costs, strict=True):
            programme.total(side, most, equal=False)
    objective = dict(rules.objective) if rules.objective is not None else {**costs[0], **costs[1]}
    found = programme.solve(objective)
    return schedule_of(system, heads, found) if found else None


def _variables(programme: Programme, system: System, rules: Rules, near: Schedule | None, reach: float) -> None:
    summer = np.array([step.irrigation > 0 for step in system.steps])
    line = system.terms.line if rules.exchange else 0.0
    for place, one in enumerate(system.reservoirs):
        least, most = np.full(programme.steps, one.dead), np.full(programme.steps, one.full)
        least[-1] = one.end
        if near:
            least = np.maximum(least, near.storage[place] - reach * (one.full - one.dead))
            most = np.minimum(most, near.storage[place] + reach * (one.full - one.dead))
        bounds: dict[str, tuple[Bound, Bound]] = {
            "storage": (least, most),
            "turbined": (0.0, one.turbines),
            "spilled": (0.0, None),
        }
        for name, (low, high) in bounds.items():
            kept = getattr(rules.water, name)[place] if rules.water else None
            programme.variable(f"{name} {place}", low if kept is None else kept, high if kept is None else kept)
        programme.variable(f"used {place}")
    for place, plant in enumerate(system.plants):
        programme.variable(f"plant {place}", 0.0, plant.capacity)
    programme.variable("sent", 0.0, np.where(summer, line, 0.0))
    programme.variable("returned", 0.0, np.where(summer, 0.0, line))
    programme.variable("dry", 0.0, np.array([step.irrigation for step in system.steps]))
    programme.variable("dark giver")
    programme.variable("dark receiver")


def _water(
    programme: Programme, system: System, heads: tuple[Course, ...], rules: Rules, near: Schedule | None
) -> None:
    volume = million_per_flow(system)
    for place, one in enumerate(system.reservoirs):
        above = [upper for upper, other in enumerate(system.reservoirs) if other.below == place]
        inflow = np.array([step.inflows[place] for step in system.steps]) * volume
        inflow[0] += one.start
        terms = {f"storage {place}": 1.0, f"turbined {place}": volume, f"spilled {place}": volume}
        terms |= {f"{name} {upper}": -volume for upper in above for name in ("turbined", "spilled")}
        if rules.water is None:
            programme.each(terms, inflow, equal=True, lagged={f"storage {place}": -1.0})
            programme.each({f"turbined {place}": rate(one, heads[place])}, one.capacity, equal=False)
        _made(programme, one, place, heads[place], near)
    last = [place for place, one in enumerate(system.reservoirs) if one.below is None]
    released = {f"{name} {place}": -1.0 for place in last for name in ("turbined", "spilled")}
    demand = np.array([step.irrigation for step in system.steps])
    programme.each({"dry": -1.0, **released}, -demand, equal=False)


def _made(programme: Programme, one: Reservoir, place: int, head: Course, near: Schedule | None) -> None:
    """Power used is at most what the water makes; around another schedule, to the first order of its storage too."""
    terms = {f"used {place}": 1.0, f"turbined {place}": -rate(one, head)}
    if near is None or len(one.volumes) < 2:
        programme.each(terms, 0.0, equal=False)
        return
    storage = near.storage[place]
    before = np.concatenate([[one.start], storage[:-1]])
    # MW for each million m3 at one end of a step: the mean of both ends gives the head
    gain = rate(one, one.slope((before + storage) / 2)) * near.turbined[place] / 2
    right = -gain * (storage + before)
    right[0] += gain[0] * one.start  # the first step's start is no variable
    terms[f"storage {place}"] = -gain
    programme.each(terms, right, equal=False, lagged={f"storage {place}": -gain[1:]})


def _power(programme: Programme, system: System) -> None:
    terms, kept = system.terms, 1 - system.terms.losses
    giver: dict[str, float] = {f"used {place}": 1.0 for place in range(len(system.reservoirs))}
    giver |= {"returned": kept, "sent": -1.0, "dark giver": 1.0}
    receiver: dict[str, float] = {"sent": kept, "returned": -1.0, "dark receiver": 1.0}
    for place, plant in enumerate(system.plants):
        (giver if plant.side == terms.giver else receiver)[f"plant {place}"] = 1.0
    programme.each(giver, np.array([step.demand_giver for step in system.steps]), equal=True)
    programme.each(receiver, np.array([step.demand_receiver for step in system.steps]), equal=True)


def _exchange(programme: Programme, system: System, rules: Rules) -> None:
    """Each year's energy that comes back is so many times what was sent."""
    share = system.terms.returned
    if not rules.exchange or rules.returned_free or share is None:
        return
    lasting = hours(system)
    for steps in years_of(system):
        programme.total({"returned": lasting, "sent": -share * lasting}, 0.0, equal=True, steps=steps)


def years_of(system: System) -> list[slice]:
    """The steps of each year, from the first step's day to the same day of the next year."""
    first = system.steps[0].start
    day = first.month, first.day
    places = [step.start.year - first.year - ((step.start.month, step.start.day) < day) for step in system.steps]
    starts = [place for place, year in enumerate(places) if not place or places[place - 1] != year]
    return [slice(a, b) for a, b in zip(starts, [*starts[1:], len(places)], strict=True)]


def cost_terms(system: System, *, irrigation: bool = True) -> tuple[dict[str, Course], dict[str, Course]]:
    """What each side pays for each MW or m3/s of a variable in a step, in USD."""
    lasting = hours(system)
    terms = system.terms
    giver = {"dark giver": lasting * terms.power_shortage, "sent": lasting * IDLE}
    receiver = {"dark receiver": lasting * terms.power_shortage, "returned": lasting * IDLE}
    receiver["dry"] = lasting * 3600 * terms.water_shortage * (1.0 if irrigation else FRIENDLY)
    for place, plant in enumerate(system.plants):
        (giver if plant.side == terms.giver else receiver)[f"plant {place}"] = lasting * plant.cost
    return giver, receiver


def schedule_of(system: System, heads: tuple[Course, ...], found: dict[str, Course]) -> Schedule:
    """A solution as a schedule; its power is the closed form of its water at the given heads."""
    count = range(len(system.reservoirs))
    turbined = tuple(found[f"turbined {place}"] for place in count)
    power = tuple(
        course * rate(one, head) for course, one, head in zip(turbined, system.reservoirs, heads, strict=True)
    )
    costs = [
        float(sum((coefficient * found[name]).sum() for name, coefficient in side.items()))
        for side in cost_terms(system)
    ]
    return Schedule(
        tuple(found[f"storage {place}"] for place in count),
        turbined,
        tuple(found[f"spilled {place}"] for place in count),
        power,
        tuple(found[f"used {place}"] for place in count),
        tuple(found[f"plant {place}"] for place in range(len(system.plants))),
        found["sent"], found["returned"], found["dry"], found["dark giver"], found["dark receiver"],
        (costs[0], costs[1]),
    )  # fmt: skip


def at_true_heads(system: System, plan: Schedule, rules: Rules) -> Schedule | None:
    """The same water at the heads that it makes: turbines that would pass their capacity spill, and power is shared out
    anew. None where the rules leave nothing (a side would be worse off)."""
    heads = mean_heads(system, plan.storage)
    turbined, spilled = [], []
    for one, head, through, over in zip(system.reservoirs, heads, plan.turbined, plan.spilled, strict=True):
        most = np.minimum(through, one.capacity / rate(one, head))
        turbined.append(most)
        spilled.append(over + through - most)
    water = Schedule(
        plan.storage, tuple(turbined), tuple(spilled), plan.power, plan.used, plan.plants, plan.sent, plan.returned,
        plan.dry, plan.dark_giver, plan.dark_receiver, plan.costs,
    )  # fmt: skip
    return solve_at(
        system,
        heads,
        Rules(rules.exchange, rules.irrigation, rules.most_costs, water, rules.returned_free, rules.objective),
    )
