"""A page of the application: a path with its `.json` twin, what its address may say, and who answers it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from qatynas.serve.visit import Visit


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that an address may say. sort is string, integer or date; choices are the words allowed."""

    name: str
    about: str
    sort: str = "string"
    choices: tuple[str, ...] = ()


@dataclass(slots=True)
class Answer:
    """What a page shows: its template with fields, and the same as JSON types (made only where it is asked for)."""

    template: str
    data: Callable[[], Any]
    title: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    status: int = 200
    lasting: bool = True  # whether the same question has the same answer until the ledger changes


@dataclass(frozen=True, slots=True)
class Page:
    """path may hold {names}. key names the page in labels.toml («pages») and marks it in the navigation."""

    path: str
    key: str
    answer: Callable[[Visit], Answer]
    about: str
    asked: tuple[Asked, ...] = ()
    editing: bool = False

    @property
    def json_path(self) -> str:
        return "/overview.json" if self.path == "/" else f"{self.path}.json"


PAIR = Asked("pair", "Two states by their ISO 3166-1 alpha-3 codes, such as KAZ-KGZ")
NUMBER = Asked("page", "Which page of a long list, from 1", "integer")
