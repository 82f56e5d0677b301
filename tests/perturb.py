"""An article with its figures, dates and names replaced at random by others of their kind, and what must follow.

A replacement keeps the form and changes the value: digits become as many other digits, a year another year of the same
era, a day and a month others, a person, town or river another of the data. The same old value becomes the same new one
through the whole text. `followed` says of each claim of the original whether the changed text gives it with the new
values and nothing of the old.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from qatynas.claims import extract
from qatynas.data import world
from qatynas.data.world import Person
from qatynas.model import Claim, Extraction, Script
from qatynas.read import read_bytes
from qatynas.script import align

KINDS = ("figures", "dates", "names")
MONTHS = tuple("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split())
TOWN = "town"
"""The kind of place that changes with others of its state; rivers and border posts are who they are."""
_BACK, _FRONT = "аоұыяёюу", "әөүіеэи"
# The endings that a town takes, by what they mean: after a vowel or a voiced sound, after a nasal where that differs,
# after a voiceless one; written for back vowels.
_ENDINGS = (
    ("да", "да", "та"), ("ға", "ға", "қа"), ("дан", "нан", "тан"), ("ның", "ның", "тың"), ("дағы", "дағы", "тағы"),
)  # fmt: skip
_TO_FRONT = str.maketrans("ағқы", "егкі")
_YEAR = re.compile(r"(?<![\d.,])(19|20)\d\d(?![\d,.]*\d)")
_DAY = re.compile(
    r"(?<![\d.,:])([1-9]|[12]\d|3[01])(?=[\s\u00a0-]{1,2}(?:" + "|".join(MONTHS) + r"))"
    r"|(?<=[ың]ң )([1-9]|[12]\d|3[01])(?=-(?:сі|і|сы|ы|ін|ын)\w*)"
)
_DIGITS = re.compile(r"(?<![\d\w./:№+–-])\d+(?:,\d+)?(?![\d\w./:№%–-]*\d)")
_DATED_LINE = re.compile(r"^(?:date|published|address|title|author|language|script|status|kind)\b.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Change:
    """Old words of the text and the new ones in their place."""

    start: int
    end: int
    old: str
    new: str


def perturbed(text: str, kind: str, seed: int) -> tuple[str, list[Change]]:
    """The text with figures, dates or names replaced, and what was replaced, in order."""
    chance = random.Random(f"{kind} {seed}")
    changes = list(_apart(sorted(_CHANGES[kind](text, chance), key=lambda change: change.start)))
    made, at = [], 0
    for change in changes:
        made += [text[at : change.start], change.new]
        at = change.end
    return "".join([*made, text[at:]]), changes


def _figures(text: str, chance: random.Random) -> Iterator[Change]:
    """Digits that are no date's: as many others, the decimal comma kept, small and round ones kept small and round."""
    kept = [match.span() for pattern in (_YEAR, _DAY, _DATED_LINE) for match in pattern.finditer(text)]
    found: dict[str, str] = {}
    for match in _DIGITS.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in kept) or _touches_digits(text, match):
            continue
        old = match.group()
        yield Change(*match.span(), old, found.setdefault(old, _other_digits(old, chance)))


def _touches_digits(text: str, match: re.Match[str]) -> bool:
    """Whether the digits are part of a larger number with spaces, a decimal year or a named thing («ГЭС-1»)."""
    before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 2]
    return bool(re.search(r"\d[ \u00a0\u202f]$", before) or re.match(r"[ \u00a0\u202f]\d", after))


def _other_digits(old: str, chance: random.Random) -> str:
    digits = [char for char in old if char.isdigit()]
    if len(digits) == 1:
        return str(chance.choice([n for n in range(2, 10) if str(n) != old]))
    while True:
        new = "".join(
            char if not char.isdigit() or char == "0" else str(chance.randint(1, 9)) for index, char in enumerate(old)
        )
        if new != old:
            return new


def _dates(text: str, chance: random.Random) -> Iterator[Change]:
    """Years before this decade by others of theirs, days by others, months by others that are as long."""
    lines = [match.span() for match in _DATED_LINE.finditer(text)]
    days: dict[str, str] = {}
    years: dict[str, str] = {}
    for match in _YEAR.finditer(text):
        year = int(match.group())
        if 1991 < year < 2020 and not _within(lines, match):
            new = years.setdefault(match.group(), str(chance.choice([y for y in range(1992, 2020) if y != year])))
            yield Change(*match.span(), match.group(), new)
    for match in _DAY.finditer(text):
        if not _within(lines, match):
            new = days.setdefault(
                match.group(), str(chance.choice([d for d in range(1, 29) if str(d) != match.group()]))
            )
            yield Change(*match.span(), match.group(), new)


def _within(spans: Iterable[tuple[int, int]], match: re.Match[str]) -> bool:
    return any(start <= match.start() < end for start, end in spans)


def _names(text: str, chance: random.Random) -> Iterator[Change]:
    """Towns and people of the data, each by another of its state; a surname alone goes with its bearer."""
    yield from _people(text, chance)
    yield from _towns(text, chance)


def _people(text: str, chance: random.Random) -> Iterator[Change]:
    everyone = [person for person in world().people if len(_parts(person)) == 2 and person.country]
    here = [person for person in everyone if _parts(person)[1] in text]
    for person in here:
        free = [other for other in everyone if other.country == person.country and other not in here and other.offices]
        if not free or " ".join(_parts(person)) not in text:
            continue
        (given, surname), (new_given, new_surname) = _parts(person), _parts(chance.choice(free))
        for match in re.finditer(rf"\b{surname}", text):
            before = text[: match.start()]
            if before.endswith(given + " "):
                old = f"{given} {surname}"
                yield Change(match.end() - len(old), match.end(), old, f"{new_given} {new_surname}")
            else:
                yield Change(*match.span(), surname, new_surname)


def _parts(person: Person) -> list[str]:
    return person.names["kk"][0].split(" ")


def _towns(text: str, chance: random.Random) -> Iterator[Change]:
    towns = [place for place in world().places if place.kind == TOWN and len(place.countries) == 1 and not place.common]
    here = [place for place in towns if place.names["kk"][0] in text]
    for place in here:
        free = [other for other in towns if other.countries == place.countries and other not in here]
        if not free:
            continue
        old, new = place.names["kk"][0], chance.choice(free).names["kk"][0]
        for match in re.finditer(rf"(?<!\w){old}([а-яәғқңөұүһі]*)(?![\w-])", text):
            ending = _ending_on(new, match[1])
            if ending is not None:
                yield Change(*match.span(), match.group(), new + ending)


def _ending_on(town: str, ending: str) -> str | None:
    """A town's ending as it is after another town; None where it is no ending of the table."""
    vowels = [char for char in town.lower() if char in _BACK + _FRONT]
    front = bool(vowels) and vowels[-1] in _FRONT
    last = 2 if town[-1] in "пткқсшщчцхфһбвгд" else 1 if town[-1] in "мнң" else 0
    for row in _ENDINGS:
        if ending in row or ending in [one.translate(_TO_FRONT) for one in row]:
            return row[last].translate(_TO_FRONT) if front else row[last]
    return "" if not ending else None


_CHANGES = {"figures": _figures, "dates": _dates, "names": _names}


def _apart(changes: Iterable[Change]) -> Iterator[Change]:
    end = -1
    for change in changes:
        if change.start >= end and change.old != change.new:
            yield change
            end = change.end


@dataclass(frozen=True, slots=True)
class Followed:
    """A claim of the original and whether the changed text gives its like; wanted says what was looked for."""

    claim: Claim
    good: bool
    why: str = ""


def read(text: str, path: str, published: str | None) -> Extraction:
    return extract(read_bytes(text.encode(), path, published=published))


def cyrillic(text: str, script: Script) -> str:
    """The text in Cyrillic, in which words are replaced."""
    return align(text, Script.CYRL, script).text


def followed(original: Extraction, changed: Extraction, changes: list[Change]) -> Iterator[Followed]:
    """Of each claim in whose words or fields something was replaced: whether it follows.

    It does where the changed text has, at the same place, a claim of the same kind whose content differs from the
    original's only in values that were replaced, and holds no value that was replaced by another.
    """
    for claim in original.claims:
        own = [change for change in changes if _bears_on(claim, change)]
        if not own:
            continue
        start, end = _moved(claim.span.start, changes), _moved(claim.span.end, changes)
        there = [c for c in changed.claims if c.kind == claim.kind and c.span.start < end and start < c.span.end]
        verdicts = [_difference(claim.content(), other.content(), own, changes) for other in there]
        if "" in verdicts:
            yield Followed(claim, True)
        else:
            yield Followed(claim, False, min(verdicts, key=len) if verdicts else "no claim there")


def _bears_on(claim: Claim, change: Change) -> bool:
    """Whether what was replaced stands in the claim's own words or in words that a field was taken from."""
    places = [claim.span, *(support.span for support in claim.support)]
    return any(place.start < change.end and change.start < place.end for place in places)


def _moved(offset: int, changes: list[Change]) -> int:
    """Where an offset of the original stands in the changed text."""
    return offset + sum(len(change.new) - len(change.old) for change in changes if change.end <= offset)


def _difference(before: dict[str, Any], after: dict[str, Any], own: list[Change], changes: list[Change]) -> str:
    """ "" where after is before with the replaced values new, else the first field that is not."""
    touched = {field for field in before if before[field] != after.get(field)}
    if not touched and _visible(before, own):
        return "nothing changed"
    for field in sorted(touched):
        if not _may_change(field, before[field], after.get(field), changes):
            return f"{field}: {before[field]!r} → {after.get(field)!r}"
    return ""


def _visible(content: dict[str, Any], own: list[Change]) -> bool:
    """Whether what was replaced is a value of the claim, so that the claim has to change."""
    quantity = content.get("quantity") or {}
    told = {_significant(str(quantity.get(key, ""))) for key in ("value", "low", "high")} | {str(content.get("number"))}
    words = repr([content.get(field) for field in (*_DATES, "place", "participants", "to", "by")])
    return any(
        (_significant(change.old) in told and _significant(change.old) != _significant(change.new))
        or re.search(rf"(?<![\d\w]){re.escape(change.old)}(?!\d)", words)
        for change in own
    )


_NUMBERS = {"quantity", "number", "value"}
_DATES = {"at", "date", "period", "base_period", "term", "deadline"}


def _may_change(field: str, before: Any, after: Any, changes: list[Change]) -> bool:
    """Whether a field may differ as it does: by a value that was replaced and in no other way."""
    if field in _NUMBERS:
        return _number_follows(before, after, changes)
    if before is None or after is None:
        return False
    if field in _DATES:
        return _date_follows(str(before), str(after), changes)
    return _replaced(repr(before), changes) == repr(after) or _words_follow(repr(before), repr(after), changes)


def _replaced(told: str, changes: list[Change]) -> str:
    for old, new in sorted({(change.old, change.new) for change in changes}, key=lambda pair: -len(pair[0])):
        told = re.sub(rf"(?<![\w]){re.escape(old)}", f"\0{new}\0", told)
    return told.replace("\0", "")


def _words_follow(before: str, after: str, changes: list[Change]) -> bool:
    """Whether the words that differ are those replaced: all that after has beyond before are new values."""
    gone = set(re.findall(r"[\w-]+", before)) - set(re.findall(r"[\w-]+", after))
    come = set(re.findall(r"[\w-]+", after)) - set(re.findall(r"[\w-]+", before))
    old = {word for change in changes for word in re.findall(r"[\w-]+", change.old)}
    new = {word for change in changes for word in re.findall(r"[\w-]+", change.new)}
    return all(any(_akin(word, one) for one in old) for word in gone) and all(
        any(_akin(word, one) for one in new) for word in come
    )


def _akin(one: str, other: str) -> bool:
    """Whether one word is the other with an ending."""
    return one.startswith(other) or other.startswith(one)


def _number_follows(before: Any, after: Any, changes: list[Change]) -> bool:
    """Whether the new number is the old one with replaced digits: unit and qualifier stay, the digits are the new."""
    if isinstance(before, dict):
        if not isinstance(after, dict) or before["unit"] != after["unit"] or before["qualifier"] != after["qualifier"]:
            return False
        before, after = before["value"], after["value"]
    news = {_significant(change.new) for change in changes if _significant(change.old) == _significant(str(before))}
    return _significant(str(after)) in news if news else _mixed(before, changes)


def _mixed(before: Any, changes: list[Change]) -> bool:
    """A number that was worked out («1,6 есе аз», a range's middle) or read from several pieces may change freely."""
    return before is not None and bool(changes)


def _significant(digits: str) -> str:
    plain = re.sub(r"[^\d.]", "", digits.replace(",", ".").lstrip("-"))
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain.replace(".", "").strip("0")


def _date_follows(before: str, after: str, changes: list[Change]) -> bool:
    """Whether each part of a date that differs was a replaced day, month or year and is the new one."""
    one, other = re.findall(r"\d+", before), re.findall(r"\d+", after)
    if len(one) != len(other):
        return False
    pairs = {(int(c.old), int(c.new)) for c in changes if c.old.isdigit() and c.new.isdigit()}
    moves = {move for old, new in pairs for move in (new - old, old - new)}  # «соңғы 15 жылда» goes back from today
    return all(a == b or (int(a), int(b)) in pairs or int(b) - int(a) in moves for a, b in zip(one, other, strict=True))
