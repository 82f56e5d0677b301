"""One question to the application: what was asked, in which language, of which pair, and what may be done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar
from urllib.parse import parse_qsl, quote, urlencode

from starlette.requests import Request

from qatynas.model.period import Period
from qatynas.publish.labels import ENGLISH, LANGUAGES
from qatynas.relations import Relationship
from qatynas.serve.shelf import Pair, Shelf, State
from qatynas.serve.told import Told

T = TypeVar("T")

THEMES = ("light", "dark")
LONGEST = 400  # characters of one answer in an address; longer ones are refused
MOST = 40  # answers in an address


class Refused(Exception):
    """What was asked cannot be answered: status is an HTTP status, words are for the reader."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status
        self.words = words


def chosen(things: Iterable[T], id_of: Callable[[T], str], wanted: str, otherwise: str) -> T:
    """The thing with the id that an address or a form names; Refused with the words otherwise where none has it."""
    one = next((one for one in things if id_of(one) == wanted), None)
    if one is None:
        raise Refused(404, otherwise)
    return one


def asked_of(request: Request) -> dict[str, str]:
    """The address's answers, each name once (the last). Raises Refused where they are too many or too long."""
    try:
        found = parse_qsl(request.url.query, max_num_fields=MOST, errors="replace")
    except ValueError:
        raise Refused(400, "too many fields in the address") from None
    for name, value in found:
        if len(name) > LONGEST or len(value) > LONGEST:
            raise Refused(400, f"a field of the address is longer than {LONGEST} characters")
    return {name: value.replace("\0", "\ufffd").strip() for name, value in found}


@dataclass
class Visit:
    """A request with what pages need of it. language is one of LANGUAGES, theme of THEMES or "" (the system's)."""

    request: Request
    shelf: Shelf
    edit: bool
    asked: dict[str, str]
    language: str
    theme: str
    who: str
    since: str

    @cached_property
    def pair(self) -> Pair | None:
        """The pair asked for, None for the usual one."""
        said = self.asked.get("pair")
        if not said:
            return None
        codes = sorted(said.upper().replace("–", "-").split("-"))
        if len(codes) != 2 or codes[0] == codes[1] or not all(len(code) == 3 and code.isalpha() for code in codes):
            raise Refused(400, f"no pair of states: {said}; expected two codes, such as KAZ-KGZ")
        return codes[0], codes[1]

    @cached_property
    def state(self) -> State:
        """The relationship asked about."""
        state = self.shelf.state(self.pair, wrote=self.wrote)
        self.check_pair(state)
        return state

    def check_pair(self, state: State) -> None:
        """Raises Refused where nothing is told of the pair that is asked for."""
        if self.pair is not None and self.pair not in state.pairs:
            raise Refused(404, f"nothing is told of {'-'.join(self.pair)}")

    @property
    def wrote(self) -> bool:
        """Whether this reader has just written something, and waits for the pages to know of it."""
        return self.request.cookies.get("wrote") == "1"

    @cached_property
    def told(self) -> Told:
        """What the state tells, read as it stands in this thread."""
        return Told(self.state, self.shelf.reader(self.state))

    @property
    def relationship(self) -> Relationship:
        """The relationship without its facts, for what is written of facts that were read."""
        return self.told.relationship

    @property
    def path(self) -> str:
        """The page's path, without .json."""
        return self.request.url.path.removesuffix(".json")

    def text(self, name: str, default: str = "") -> str:
        """What the address says under a name."""
        return self.asked.get(name, default)

    def choice(self, name: str, known: Iterable[str], default: str = "") -> str:
        """One of these words. Raises Refused for another."""
        said = self.asked.get(name, "")
        if not said:
            return default
        if said not in known:
            raise Refused(400, f"{name}: no such choice: {said}")
        return said

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """A whole number. Raises Refused for what is none, or out of bounds."""
        said = self.asked.get(name, "")
        if not said:
            return default
        if not (said.isascii() and said.isdigit() and len(said) < 10 and least <= int(said) <= most):
            raise Refused(400, f"{name}: expected a number from {least} to {most}")
        return int(said)

    def period(self, name: str) -> Period | None:
        """A date or period (EDTF). Raises Refused."""
        said = self.asked.get(name, "")
        try:
            return Period(said) if said else None
        except ValueError:
            raise Refused(400, f"{name}: no date such as 2025, 2025-08 or 2025-08-22: {said}") from None

    def to(self, path: str | None = None, **changed: Any) -> str:
        """An address: this page's with answers changed (None takes one away), or another's with the pair kept."""
        kept = dict(self.asked) if path is None else {}
        for passing in ("lang", "theme", "part"):
            kept.pop(passing, None)
        if self.pair is not None:
            kept["pair"] = "-".join(self.pair)
        kept |= changed
        said = {name: str(value) for name, value in kept.items() if value not in (None, "")}
        return quote(self.path if path is None else path, safe="/~:@,.-") + (f"?{urlencode(said)}" if said else "")


def language_of(request: Request, asked: dict[str, str]) -> str:
    """The language asked for, else the one kept in the cookie, else the browser's where it is Kazakh, else English."""
    for said in (asked.get("lang"), request.cookies.get("lang")):
        if said in LANGUAGES:
            return str(said)
    first = request.headers.get("accept-language", "").split(",")[0].strip().lower()
    if not first.startswith("kk"):
        return ENGLISH
    return next((tag for tag in LANGUAGES if tag.lower().endswith(first[3:7]) and len(first) >= 7), "kk-Cyrl")
