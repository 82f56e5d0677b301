"""What findings say, put into the words of a language: wordings with gaps, numbers with their scale, names of amounts.

English is in labels.toml and Kazakh in labels.kk.toml, under `told`; who shows findings in another language gives
`say` a Voice of that language. Findings carry their English words beside what was told.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from qatynas.model.finding import Cited, Finding, Grade, Told

_SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))


@dataclass(frozen=True, slots=True)
class Voice:
    """The words of a language.

    wordings are its sentences with gaps in braces, by their keys. word gives the name of a code of a group
    («indicators», «trade.turnover»); spell writes Kazakh Cyrillic words in the language's script; date puts an EDTF
    date or period into words; point stands before decimals.
    """

    wordings: Mapping[str, str]
    word: Callable[[str, str], str]
    spell: Callable[[str], str]
    date: Callable[[str], str]
    point: str = "."


@cache
def english() -> Voice:
    """The language that findings are kept in: codes stand for themselves."""
    table = tomllib.loads((files(__package__) / "labels.toml").read_text(encoding="utf-8"))
    return Voice(table["told"], lambda group, code: code, lambda words: words, lambda edtf: edtf)


def say(told: Told, voice: Voice | None = None) -> str:
    """What was told in the words of a voice, of English by default.

    A key without a wording is shown itself with what fills its gaps, so that nothing is lost.
    """
    voice = voice or english()
    spoken = _SPOKEN.get(told.key)
    if spoken is not None:
        return spoken(told.gaps, voice)
    filled = {name: _filled(value, voice) for name, value in told.gaps.items()}
    wording = voice.wordings.get(told.key)
    if wording is None:
        return " ".join((told.key.replace("_", " "), *filled.values()))
    return wording.format_map(filled)


def finding(
    check: str, grade: Grade, told: Told, cited: tuple[Cited, ...], advice: Told | None = None, **more: Any
) -> Finding:
    """A finding that says this, in English, and can be told in other languages."""
    settle = say(advice) if advice else ""
    return Finding(check, grade, say(told), cited, settle, told=told, advice=advice, **more)


def joined(joint: str, *parts: Told) -> Told:
    """Several things told after one another, each once: joint is the key of what stands between them."""
    once = {repr(part): part for part in parts}
    return Told("joined", {"joint": joint, "parts": tuple(once.values())})


def named(words: str) -> Told:
    """Kazakh words: a name, a quote."""
    return Told("name", {"words": words})


def dated(edtf: str | None) -> Told:
    """A date or period, EDTF."""
    return Told("date", {"date": edtf or ""})


def coded(group: str, code: str) -> Told:
    """A code that languages have a word for."""
    return Told("code", {"group": group, "code": code})


def _filled(value: str | Told | tuple[Told, ...], voice: Voice) -> str:
    if isinstance(value, Told):
        return say(value, voice)
    return value if isinstance(value, str) else ", ".join(say(one, voice) for one in value)


def _joined(gaps: Mapping[str, Any], voice: Voice) -> str:
    joint = voice.wordings[f"joint_{gaps['joint']}"]
    return joint.join(say(one, voice) for one in gaps["parts"])


def _number(gaps: Mapping[str, Any], voice: Voice) -> str:
    value = Decimal(gaps["value"])
    for size, name in _SCALES:
        if abs(value) >= size:
            return voice.wordings[name].format(number=_plain(value / size, voice))
    return _plain(value, voice)


def _plain(value: Decimal, voice: Voice) -> str:
    return f"{value.normalize():f}".replace(".", voice.point)


def _amount(gaps: Mapping[str, Any], voice: Voice) -> str:
    return " ".join(part for part in (
        voice.word("indicators", gaps["indicator"]), _way(gaps, voice) or _sides(gaps, voice),
        *(say(name, voice) for name in gaps["names"]), voice.date(gaps["period"]), _state(gaps["reporter"], voice),
    ) if part)  # fmt: skip


def _figure(gaps: Mapping[str, Any], voice: Voice) -> str:
    unit = voice.word("units", gaps["unit"]) if gaps["unit"] else ""
    said = f"{_number(gaps, voice)} {unit}".strip()
    hedge = voice.wordings.get(f"hedge_{gaps['qualifier']}", "{number}").format(number=said)
    what = voice.word("indicators", gaps["indicator"])
    if gaps["measure"] != "level":
        what = voice.wordings["measure_of"].format(measure=voice.word("measures", gaps["measure"]), what=what)
    parts = (what, _way(gaps, voice), *(say(name, voice) for name in gaps["names"]), voice.date(gaps["period"]))
    return f"{hedge} ({voice.wordings['joint_comma'].join(part for part in parts if part)})"


def _way(gaps: Mapping[str, Any], voice: Voice) -> str:
    if not (gaps["from"] or gaps["to"]):
        return ""
    one, other = (_state(gaps[side], voice) or "?" for side in ("from", "to"))
    return voice.wordings["way"].format(one=one, other=other)


def _sides(gaps: Mapping[str, Any], voice: Voice) -> str:
    return "–".join(_state(code, voice) for code in gaps["parties"].split())


def _state(code: str, voice: Voice) -> str:
    return voice.word("states", code) if code else ""


_SPOKEN: dict[str, Callable[[Mapping[str, Any], Voice], str]] = {
    "joined": _joined,
    "number": _number,
    "amount": _amount,
    "figure": _figure,
    "name": lambda gaps, voice: voice.spell(gaps["words"]),
    "date": lambda gaps, voice: voice.date(gaps["date"]),
    "code": lambda gaps, voice: voice.word(gaps["group"], gaps["code"]),
    "side": lambda gaps, voice: _state(gaps["code"], voice),
}
