"""Short notes that tell made-up events in other words, other scripts and other precision: texts, to be read and joined."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from qatynas.model import Script
from qatynas.script import convert

MONTHS = (
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
)
IN = ("да", "да", "да", "де", "да", "да", "де", "да", "те", "да", "да", "да")  # each month's ending
SUBJECTS = (
    "мұрағат құжаттарын алмасу",
    "жайылымдарды маусымдық жалға беру",
    "темір жол вагондарын тексеруді қысқарту",
    "туристік стандарттарды өзара тану",
    "зейнетақы құқықтарын сақтау",
    "кәсіби мектептер арасында оқытушылар алмасу",
)
RETELLINGS = 6
Teller = Callable[[bool], str]


@dataclass(frozen=True)
class Note:
    """A text and what it tells of: two notes of one event have the same."""

    text: str
    event: tuple[object, ...]


def notes(seed: int, events: int) -> list[Note]:
    """Six notes of each event, three in ten of them less precise, in the three scripts."""
    chance = random.Random(seed)
    told: dict[tuple[object, ...], list[Teller]] = {}
    for place in range(events):
        event, tellers = (_signing, _turnover, _session)[place % 3](chance, place // 3)
        told.setdefault(event, tellers)
    found = []
    for number, (event, tellers) in enumerate(told.items()):
        for again in range(RETELLINGS):
            sentence = chance.choice(tellers)(chance.random() < 0.7)
            head = f"Хабар {number}-{again}\n\n2026 жылғы 3 мамыр\n\nҚазақстан мен Қырғызстан туралы қысқаша. "
            script = chance.choice(list(Script))
            text = head + sentence
            found.append(Note(text if script is Script.CYRL else convert(text, script), event))
    return found


def _day(chance: random.Random) -> tuple[int, int, int]:
    return chance.randint(2008, 2025), chance.randint(1, 12), chance.randint(1, 28)


def _when(day: tuple[int, int, int], precise: bool) -> str:
    year, month, number = day
    return (
        f"{year} жылғы {number} {MONTHS[month - 1]}{IN[month - 1]}"
        if precise
        else f"{year} жылғы {MONTHS[month - 1]} айында"
    )


def _signing(chance: random.Random, place: int) -> tuple[tuple[object, ...], list[Teller]]:
    subject, day = SUBJECTS[place % len(SUBJECTS)], _day(chance)
    return ("signed", subject, day), [
        lambda precise: f"Қазақстан мен Қырғызстан {_when(day, precise)} {subject} туралы келісімге қол қойды.",
        lambda precise: (
            f"{_when(day, precise)} екі ел арасында «{subject.capitalize()} туралы» үкіметаралық келісім жасалды."
        ),
    ]


def _turnover(chance: random.Random, place: int) -> tuple[tuple[object, ...], list[Teller]]:
    """One number a year; less precisely, with two digits after the comma of billions."""
    year, millions = 2000 + place % 26, chance.randint(600, 1999)
    billions = f"{millions / 1000:.2f}".replace(".", ",")
    return ("turnover", year), [
        lambda precise: (
            f"Қазақстан мен Қырғызстан арасындағы тауар айналымы {year} жылы "
            + (f"{millions} миллион доллар болды." if precise else f"{billions} миллиард доллар болды.")
        ),
        lambda precise: (
            f"{year} жылы екі елдің өзара саудасы "
            + (f"{millions / 1000:.3f} миллиард".replace(".", ",") if precise else f"{billions} миллиард")
            + " долларға жетті."
        ),
    ]


def _session(chance: random.Random, place: int) -> tuple[tuple[object, ...], list[Teller]]:
    number, day = 3 + place, _day(chance)
    return ("session", number), [
        lambda precise: (
            f"Қазақстан-Қырғызстан үкіметаралық кеңесінің {number}-отырысы {_when(day, precise)} Бішкекте өтті."
        ),
        lambda precise: f"{_when(day, precise)} Бішкекте үкіметаралық кеңестің {number}-отырысы болды.",
    ]
