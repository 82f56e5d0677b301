"""A made-up relationship and its retellings: happenings told again in other scripts, words and precision.

A Happening is what is true; `retell` gives a claim that tells it worse: names gone through another script and back,
titles in other words, a month for a day, a rounder number, fields left out, planned instead of done. Happenings that
look alike are made on purpose (two sessions in a month, treaties on two rivers, two programmes of one name). Whether a
retelling can only mean its own happening is known from the fields that it kept (`fits`), by plain comparison with the
truth and none of the program's rules.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from qatynas.model import Claim, Quantity, Script, Span
from qatynas.model.claim import KINDS, Place
from qatynas.script import convert

STATES = ("KAZ", "KGZ")
TOWNS = {"KAZ": ("Астана", "Алматы", "Тараз"), "KGZ": ("Бішкек", "Ош", "Талас")}
PEOPLE = {
    "KAZ": ("Ерлан Сәдуақасов", "Дәурен Қожахметов", "Бауыржан Төлегенов", "Сәуле Нұрғалиева"),
    "KGZ": ("Азамат Бейшеналиев", "Нурлан Токтогулов", "Айбек Сыдыков", "Гүлмира Осмонова"),
}
BODIES = (
    "Жоғары мемлекетаралық кеңес",
    "Қазақстан-Қырғызстан үкіметаралық кеңесі",
    "Шу-Талас су шаруашылығы комиссиясы",
    "Сауда-экономикалық бірлескен комиссия",
)
RIVERS = ("Шу", "Талас", "Аспара", "Шелек")
SUBJECTS = (
    "{river} өзеніндегі су нысандарын бірлесіп пайдалану",
    "{river} өзенінің тасқынынан қорғану",
    "шекара маңындағы сауданы жеңілдету және кеңейту",
    "туристік қызмет стандарттарын өзара тану",
    "кәсіби мектептер арасында оқытушылар алмасу",
    "темір жол вагондарын кедендік тексеруді қысқарту",
    "жануарлар ауруының таралуын бірге бақылау",
    "электр желілерін қатар жұмыс істету және апатты өзара жою",
    "қылмыстық іздеудегі адамдарды ұстап беру",
    "зейнетақы құқықтарын өзара сақтау",
    "жайлау мен шабындықты маусымдық жалға беру",
    "мұрағат құжаттарын цифрлық түрде алмасу",
)
SYNONYMS = {"бірлесіп": "ортақ", "жеңілдету": "оңайлату", "бірге": "бірлесе", "өзара": "екіжақты", "қысқарту": "азайту"}
SORTS = {
    "treaty": ("шарт",),
    "agreement": ("келісім", "үкіметаралық келісім"),
    "memorandum": ("меморандум",),
    "protocol": ("хаттама",),
}
WORKS = (
    "{town} логистика паркі",
    "{town} жылу орталығының екінші қазандығы",
    "«{town}» өткізу бекеті",
    "{town} – {river} тас жолы",
)
RETELLINGS_OF_ALL = ("meeting", "agreement", "figure", "project", "award")
"""The kinds of claim that happenings are made of."""
FLOWS = (("trade.turnover", None), ("trade.export", "KAZ"), ("trade.export", "KGZ"), ("investment.flow", "KAZ"))


@dataclass(frozen=True)
class Happening:
    """What is true: a kind of claim with all its fields, and what a title may be told as."""

    number: int
    kind: str
    fields: dict[str, Any] = field(hash=False)


def world(seed: int, size: int) -> list[Happening]:
    """About so many happenings, with look-alikes among them."""
    chance = random.Random(seed)
    makers = (_visit, _session, _talks, _treaty, _treaty, _programme, _figure, _figure, _work, _award)
    told: list[tuple[str, dict[str, Any]]] = []
    while len(told) < size:
        told += makers[len(told) % len(makers)](chance)
    unique = {repr(_truth(kind, fields)): (kind, fields) for kind, fields in told}
    return [Happening(number, kind, fields) for number, (kind, fields) in enumerate(unique.values())]


def _truth(kind: str, fields: dict[str, Any]) -> tuple[Any, ...]:
    """What makes a happening another one: two with the same of these would be one."""
    keys = {"meeting": ("type", "date", "host", "body"), "agreement": ("title", "act", "date"), "award": ("name", "to"),
            "project": ("name", "stage"), "figure": ("indicator", "from_", "period", "status", "quantity")}  # fmt: skip
    return (kind, *(fields.get(key) for key in keys[kind]))


def _day(chance: random.Random) -> str:
    return f"{chance.randint(2005, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def _visit(chance: random.Random) -> list[tuple[str, dict[str, Any]]]:
    host, guest = chance.sample(STATES, 2)
    place = Place(host, chance.choice(TOWNS[host]))
    people = (PEOPLE[guest][0], PEOPLE[host][0])
    kind = chance.choice(("state_visit", "official_visit", "working_visit"))
    return [
        (
            "meeting",
            {"type": kind, "date": _day(chance), "host": host, "guest": guest, "place": place, "participants": people},
        )
    ]


def _session(chance: random.Random) -> list[tuple[str, dict[str, Any]]]:
    """One or two sessions of a body, the second within the same month at times."""
    which = chance.randrange(len(BODIES))
    day = _day(chance)
    number = int(day[:4]) * 2 - 4000  # numbers grow with the years, two a year
    host, guest = chance.sample(STATES, 2)
    one = {"type": "session", "date": day, "body": BODIES[which], "number": number, "host": host, "guest": guest,
           "place": Place(host, chance.choice(TOWNS[host])), "participants": (PEOPLE[host][1], PEOPLE[guest][1])}  # fmt: skip
    if chance.random() < 0.7:
        return [("meeting", one)]
    later = f"{day[:8]}{int(day[8:]) % 28 + 1:02}"
    return [("meeting", one), ("meeting", one | {"date": later, "number": number + 1})]


def _talks(chance: random.Random) -> list[tuple[str, dict[str, Any]]]:
    host, guest = chance.sample(STATES, 2)
    people = (chance.choice(PEOPLE[host][2:]), chance.choice(PEOPLE[guest][2:]))
    place = Place(host, chance.choice(TOWNS[host]))
    return [
        (
            "meeting",
            {
                "type": "talks",
                "date": _day(chance),
                "host": host,
                "guest": guest,
                "place": place,
                "participants": people,
            },
        )
    ]


def _treaty(chance: random.Random) -> list[tuple[str, dict[str, Any]]]:
    subject = chance.choice(SUBJECTS)
    day = _day(chance)
    sort = chance.choice(("treaty", "agreement", "memorandum"))
    found = []
    for river in RIVERS[:2] if "{river}" in subject and chance.random() < 0.5 else (chance.choice(RIVERS),):
        title = f"{subject.format(river=river)} туралы {SORTS[sort][0]}"
        host = chance.choice(STATES)
        signed = {
            "title": title,
            "type": sort,
            "act": "signed",
            "date": day,
            "place": Place(host, chance.choice(TOWNS[host])),
        }
        found.append(("agreement", signed))
        if sort != "memorandum" and chance.random() < 0.6:
            year = int(day[:4]) + 1
            found.append(("agreement", {"title": title, "type": sort, "act": "ratified", "date": f"{year}{day[4:]}"}))
    return found


def _programme(chance: random.Random) -> list[tuple[str, dict[str, Any]]]:
    """Programmes of one name for two terms."""
    matter = chance.choice(("мәдени", "ауыл шаруашылығындағы", "көлік саласындағы", "жастар саясатындағы"))
    begin = chance.randint(2006, 2022)
    found = []
    for first in (begin, begin + 3):
        title = f"{first}–{first + 2} жылдарға арналған {matter} ынтымақтастық бағдарламасы"
        fields = {
            "title": title,
            "type": "programme",
            "act": "signed",
            "date": f"{first}-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}",
        }
        found.append(("agreement", fields | {"term": f"{first}/{first + 2}"}))
    return found


def _figure(chance: random.Random) -> list[tuple[str, dict[str, Any]]]:
    """A cell with one number, or with two that different offices give."""
    indicator, from_ = chance.choice(FLOWS)
    year = str(chance.randint(2000, 2025))
    value = Decimal(chance.randint(5_000, 19_999)) * 100_000
    to = None if from_ is None else next(state for state in STATES if state != from_)
    cell = {"indicator": indicator, "measure": "level", "from_": from_, "to": to, "period": year, "status": "actual"}
    found = [("figure", cell | {"quantity": _exact(value)})]
    if chance.random() < 0.3:
        found.append(
            (
                "figure",
                cell
                | {"quantity": _exact((value * chance.choice((Decimal("0.8"), Decimal("1.25")))).quantize(Decimal(1)))},
            )
        )
    return found


def _work(chance: random.Random) -> list[tuple[str, dict[str, Any]]]:
    country = chance.choice(STATES)
    town = chance.choice(TOWNS[country])
    name = chance.choice(WORKS).format(town=town, river=chance.choice(RIVERS))
    return [
        (
            "project",
            {
                "name": name,
                "place": Place(country, town),
                "date": _day(chance),
                "stage": chance.choice(("planned", "underway", "done")),
            },
        )
    ]


def _award(chance: random.Random) -> list[tuple[str, dict[str, Any]]]:
    state = chance.choice(STATES)
    name = chance.choice(("Достық", "Данакер", "Барыс", "Даңқ"))
    return [("award", {"name": name, "to": chance.choice(PEOPLE[state]), "date": _day(chance)})]


def _exact(value: Decimal) -> Quantity:
    return Quantity(value, "USD", value - 50_000, value + 50_000)


def retell(happening: Happening, number: int, chance: random.Random) -> Claim:
    """A claim that tells a happening, worse than it is known, in a document of its own."""
    fields = dict(happening.fields)
    script = chance.choice(list(Script))
    for name in ("title", "name", "body"):
        if fields.get(name):
            fields[name] = _through(_reworded(fields[name], happening, chance), script)
    if fields.get("participants"):
        kept = fields["participants"][: chance.randint(1, 2)]
        fields["participants"] = tuple(_person(name, chance) for name in kept)
    if fields.get("to") and happening.kind == "award":
        fields["to"] = _person(fields["to"], chance)
    for name in ("place", "host", "guest", "participants", "number", "term", "body"):
        if name in fields and chance.random() < 0.2 and not (name == "body" and fields.get("type") == "session"):
            del fields[name]
    if fields.get("date") and chance.random() < 0.25:
        fields["date"] = fields["date"][: 4 if chance.random() < 0.2 else 7]
    if happening.kind == "figure":
        fields["quantity"] = _rounded(fields["quantity"], chance)
    status = fields.pop("status", "done" if chance.random() < 0.8 else "planned")
    words = f"№ {number}"
    published = fields.get("date") or f"{fields.get('period')}-12"
    return KINDS[happening.kind](
        document=f"note-{number}.txt",
        span=Span(0, len(words)),
        quote=words,
        parties=STATES,
        status=status,
        published=published,
        **fields,
    )


def _through(words: str, script: Script) -> str:
    """A name as it comes back from another script."""
    return words if script is Script.CYRL else convert(convert(words, script, Script.CYRL), Script.CYRL, script)


def _person(name: str, chance: random.Random) -> str:
    first, last = name.split()
    return name if chance.random() < 0.7 else f"{first[0]}. {last}"


def _reworded(words: str, happening: Happening, chance: random.Random) -> str:
    """A title with another word of sort, a synonym, the states before it, in quotation marks or with an ending."""
    kind = happening.fields.get("type")
    if happening.kind == "agreement" and kind in SORTS:
        head, _, _ = words.rpartition(" ")
        words = f"{head} {chance.choice(SORTS[kind])}"
    if happening.kind == "agreement" and len(words.split()) > 5:
        word = chance.choice(words.split())
        words = words.replace(word, SYNONYMS.get(word, word))
    if happening.kind == "agreement" and chance.random() < 0.3:
        words = f"Қазақстан мен Қырғызстан арасындағы {words}"
    if chance.random() < 0.3 and "«" not in words:
        words = f"«{words}»"
    elif happening.kind == "agreement" and kind == "treaty" and chance.random() < 0.4:
        words = words + chance.choice(("қа", "ты", "тың"))
    return words


def _rounded(said: Quantity, chance: random.Random) -> Quantity:
    """The number with fewer digits, its bounds half a unit of the last."""
    digits = chance.choice((0, 0, 1, 2))
    if digits == 0:
        return said
    unit = Decimal(10) ** (5 + digits)
    value = (said.value / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit
    return replace(said, value=value, low=value - unit / 2, high=value + unit / 2)


def fits(claim: Claim, happening: Happening) -> bool:
    """Whether what a retelling kept is true of a happening; names count as kept in one form or another.

    Nothing here knows how the program compares: dates by their beginnings, numbers by their bounds, the rest by being
    equal, titles by the subject that they were made from.
    """
    truth = happening.fields
    if claim.kind != happening.kind:
        return False
    for name, true in truth.items():
        said = getattr(claim, name, None)
        if said is None or said == () or name in ("participants", "to", "status"):
            continue
        if name == "date":
            if not true.startswith(said):
                return False
        elif name == "quantity":
            if not (said.low <= true.value <= said.high):
                return False
        elif name not in ("title", "name", "body") and said != true:
            return False
    return True
