"""The water–electricity swap, as a shipped example shows it: with and without, the price of water, a drier year."""

from __future__ import annotations

from qatynas.model.errors import InputError
from qatynas.outlook.cascade import MILLION
from qatynas.outlook.swap import Swap
from qatynas.outlook.values import Rest
from qatynas.publish.ahead.found import swap_of, system_of
from qatynas.publish.ahead.parts import NONE, Part, Row, Table, amount, percent, plain_number
from qatynas.publish.labels import label, state, table
from qatynas.publish.pictures.water import months_of, swap_picture

KEY = "swap"
EXAMPLES = ("toktogul", "naryn")
INFLOWS = (100, 90, 75, 60)
KWH_PER_M3 = "kWh/m3"
_WHATS = (
    ("cost_giver", "USD"), ("cost_receiver", "USD"), ("hydro", "kWh"), ("sent", "kWh"), ("returned", "kWh"),
    ("irrigated", "m3"), ("irrigation_failed", "m3"), ("power_failed", "kWh"),
)  # fmt: skip


def swap_part(pair: tuple[str, str], sides: dict[str, str], example: str = EXAMPLES[0], inflow: int = 100) -> Part:
    """The example at so many percent of its inflow; a pair that it is not of gets none."""
    found = swap_of(example, inflow)
    if {found.giver, found.receiver} != set(pair):
        return Part(KEY)
    giver, receiver = state(found.giver), state(found.receiver)
    gains = [amount(float(round(gain)), "USD") for gain in found.gains]
    says = label(
        "ahead", "swap_says", example=label("ahead_examples", example), giver=giver, receiver=receiver,
        gain_giver=gains[0], gain_receiver=gains[1], inflow=percent(inflow),
    )  # fmt: skip
    tables = (
        _outcomes(found), _price(found), _drier(example, found), _monthly(found), _inputs(example, inflow),
    )  # fmt: skip
    below = (label("ahead", "swap_gains", giver=giver, receiver=receiver, gain_giver=gains[0], gain_receiver=gains[1]),)
    notes = (label("ahead", "swap_example"), label("ahead", "all_known"), label("ahead", "own_cascade"))
    return Part(
        KEY, (_price_words(found), label("ahead", "example")), below, says, notes, swap_picture(found, sides),
        tuple(one for one in tables if one.rows), _files(found, ""),
    )  # fmt: skip


def _price_words(found: Swap) -> str:
    if found.price is None:
        return NONE
    least, most = (plain_number(round(end, 2), 2) for end in (found.price.least, found.price.most))
    return f"{least} … {most} {label('units', KWH_PER_M3)}"


def _named(found: Swap, key: str) -> str:
    return label("ahead_swap", key, giver=state(found.giver), receiver=state(found.receiver))


def _outcomes(found: Swap) -> Table:
    rows = tuple(
        Row(
            (_named(found, key), *(amount(max(getattr(one, key), 0.0), unit) for one in (found.alone, found.swapped))),
            rests=_files(found, key),
        )
        for key, unit in _WHATS
    )
    return Table("with_and_without", ("what", "alone", "swapped"), rows)


FILES = ("reservoirs", "levels", "plants", "terms", "steps")
_MADE_FROM = {
    "cost": ("plants", "terms"), "hydro": ("reservoirs", "levels", "steps"), "irrig": ("steps",), "sent": ("terms",),
    "returned": ("terms",), "power": ("plants", "steps"),
}  # fmt: skip


def _files(found: Swap, key: str) -> tuple[Rest, ...]:
    """The files of the example that a number is most of all made from, in one; all of them where none stands out."""
    names = next((names for start, names in _MADE_FROM.items() if key.startswith(start)), FILES)
    named = ", ".join(f"{name}.csv" for name in names) if names != FILES else label("ahead", "all_files")
    return (Rest("", f"{found.name}: {named}", ""),)


def _made_of(found: Swap) -> str:
    """What a whole table is made of, behind its title."""
    return f" · {_files(found, '')[0].where}"


def _inputs(example: str, inflow: int) -> Table:
    """What the example is made of: its files' own numbers, years' means of what goes by steps."""
    system = system_of(example, inflow)
    rows: list[tuple[str, str, str]] = []
    for place, one in enumerate(system.reservoirs):
        sizes = {
            "full": (one.full * MILLION, "m3"),
            "dead": (one.dead * MILLION, "m3"),
            "capacity": (one.capacity, "MW"),
        }
        rows += [
            (f"{label('ahead_names', one.name)}: {label('ahead_inputs', key)}", amount(*told), "reservoirs")
            for key, told in sizes.items()
        ]
        mean = sum(step.inflows[place] * step.days for step in system.steps) / sum(step.days for step in system.steps)
        rows.append(
            (f"{label('ahead_names', one.name)}: {label('ahead_inputs', 'inflow')}", amount(mean, "m3/s"), "steps")
        )
    for plant in system.plants:
        name = f"{state(plant.side)}: {label('ahead_names', plant.name)}"
        rows.append((name, f"{amount(plant.capacity, 'MW')}, {plain_number(plant.cost, 0)} USD/MWh", "plants"))
    terms = system.terms
    rows.append((label("ahead_inputs", "line"), amount(terms.line, "MW"), "terms"))
    rows.append((label("ahead_inputs", "losses"), percent(terms.losses * 100), "terms"))
    if terms.returned is not None:
        rows.append((label("ahead_inputs", "returned"), plain_number(terms.returned, 1), "terms"))
    rows.append((label("ahead_inputs", "power_shortage"), f"{plain_number(terms.power_shortage, 0)} USD/MWh", "terms"))
    rows.append(
        (
            label("ahead_inputs", "water_shortage"),
            f"{plain_number(terms.water_shortage, 3)} USD/{label('units', 'm3')}",
            "terms",
        )
    )
    return Table(
        "inputs", ("what", "value"),
        tuple(Row((what, value), rests=(Rest("", f"{system.name}: {file}.csv", ""),)) for what, value, file in rows),
    )  # fmt: skip


def _price(found: Swap) -> Table:
    price = found.price
    if price is None:
        return Table("price", ("what", "value"), ())
    rows = [
        Row(
            (_named(found, key), f"{plain_number(round(value, 2), 2)} {label('units', KWH_PER_M3)}"),
        )
        for key, value in (("least", price.least), ("most", price.most), ("paid", price.paid))
    ]
    rows.append(Row((_named(found, "extra_water"), amount(price.extra_water, "m3"))))
    return Table("price", ("what", "value"), tuple(rows), _made_of(found))


def _drier(example: str, found: Swap) -> Table:
    """The same years with less water: what fails on the fields, and what both pay."""
    rows = []
    for inflow in INFLOWS:
        try:
            one = swap_of(example, inflow)
        except InputError:  # no schedule keeps the storage that the end asks for
            rows.append(Row((percent(inflow), NONE, NONE, NONE, NONE, NONE), label("ahead", "no_schedule")))
            continue
        cells = (
            percent(inflow), *(amount(max(way.irrigation_failed, 0.0), "m3") for way in (one.alone, one.swapped)),
            *(amount(way.cost_giver + way.cost_receiver, "USD") for way in (one.alone, one.swapped)), _price_words(one),
        )  # fmt: skip
        rows.append(Row(cells))
    return Table(
        "drier", ("inflow", "fails_alone", "fails_swapped", "cost_alone", "cost_swapped", "price"), tuple(rows)
    )


def _monthly(found: Swap) -> Table:
    """Storage at each month's end, release and exchange through it, without and with the swap."""
    alone, swapped = months_of(found.alone), months_of(found.swapped)
    names = table()["calendar"]["short_months"]
    several = len({year for year, _ in alone.names}) > 1
    rows = tuple(
        Row(
            (
                names[month - 1] + (f" {year}" if several else ""),
                *(plain_number(round(course[place] / 1e3, 2), 2) for course in (alone.storage, swapped.storage)),
                *(plain_number(round(course[place]), 0) for course in (alone.release, swapped.release)),
                *(plain_number(round(course[place]), 0) for course in (swapped.sent, swapped.returned)),
            ),
        )
        for place, (year, month) in enumerate(alone.names)
    )
    columns = ("month", "storage_alone", "storage_swapped", "release_alone", "release_swapped", "sent", "returned")
    return Table("months", columns, rows, _made_of(found))
