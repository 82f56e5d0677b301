"""What things are called in FollowTheMoney: country and language codes, names of events that claims give none."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from qatynas.data import world
from qatynas.model.claim import Claim
from qatynas.publish.labels import label

_LANGUAGES = {"kk": "kaz", "ky": "kir", "ru": "rus", "uz": "uzb", "en": "eng", "tr": "tur"}  # ISO 639-1 to 639-3


def alpha2(code: str | None) -> str | None:
    """The ISO 3166-1 alpha-2 code of a state, in small letters; None for what is no state."""
    return _codes().get(code) if code else None


def state_name(code: str) -> str:
    """A state's canonical name, its code where the data has none."""
    known = world().by_code.get(code)
    return known.name if known else code


def language_of(code: str) -> str | None:
    """A language's ISO 639-3 code, None for one that is not known."""
    return _LANGUAGES.get(code)


def event_name(claim: Claim) -> str:
    """What an event is called: its own name or title, else its sort, whose it is, and its place."""
    for field in ("title", "name"):
        if named := getattr(claim, field, None):
            return str(named)
    place = getattr(claim, "place", None)
    sort = label("types", getattr(claim, "type", None) or claim.kind)
    number = getattr(claim, "number", None)
    parts = (
        f"{sort} {number}" if number else sort,
        getattr(claim, "body", None),
        getattr(claim, "purpose", None),
        "–".join(state_name(code) for code in claim.parties),
        place.name if place else None,
    )
    return ", ".join(str(part) for part in parts if part)


@cache
def _codes() -> dict[str, str]:
    text = files(__package__).joinpath("countries.toml").read_text(encoding="utf-8")
    found: dict[str, str] = tomllib.loads(text)["alpha2"]
    return found
