"""The words of the interface: a table a language, from labels.toml and its translations.

Kazakh has one source, labels.kk.toml in Cyrillic; its Arabic and Latin tables are made of it by the script engine.
Another room's words come with `tables_of(its package)`. The language is that of the running context (`speaking`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from typing import Any

from qatynas.model.document import Script
from qatynas.script import convert

ENGLISH = "en"
LANGUAGES = (ENGLISH, "kk-Cyrl", "kk-Arab", "kk-Latn")
"""BCP 47 tags of what the interface speaks."""

_speaking: ContextVar[str] = ContextVar("language", default=ENGLISH)
_FIELD = re.compile(r"(\{[^{}]*\})")


class Kazakh(str):
    """Words in Kazakh Cyrillic among words of the interface: shown in its script, and marked with their language."""

    __slots__ = ()


class Count(int):
    """A number that carries its noun: {count:project/projects} is «1 project», «2 projects»."""

    def __format__(self, forms: str) -> str:
        if "/" not in forms:
            return super().__format__(forms)
        one, many = forms.split("/")
        return f"{int(self)} {one if self == 1 else many}"


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """What is made inside is made in this language of LANGUAGES; raises ValueError for another."""
    if language not in LANGUAGES:
        raise ValueError(f"no such language: {language!r}; expected one of {', '.join(LANGUAGES)}")
    token = _speaking.set(language)
    try:
        yield
    finally:
        _speaking.reset(token)


def language() -> str:
    """The language of the running context."""
    return _speaking.get()


def in_script(words: str) -> str:
    """Words in Kazakh Cyrillic in the script that the interface speaks; as they are where it speaks English."""
    script = _speaking.get()[3:]
    return _converted(words, script) if script in ("Arab", "Latn") else words


@cache
def _converted(words: str, script: str) -> str:
    return "".join(
        piece if piece.startswith("{") else convert(piece, Script(script), Script.CYRL, keep_markup=True)
        for piece in _FIELD.split(words)
    )


def table() -> dict[str, Any]:
    """The whole table of the running language, by group."""
    return table_of("qatynas.publish", _speaking.get())


@cache
def table_of(package: str, spoken: str) -> dict[str, Any]:
    """A package's table in a language; what its translation lacks is English."""
    own = _loaded(package, "labels.toml")
    if spoken == ENGLISH:
        return own
    with speaking(spoken):
        return _over(own, _loaded(package, "labels.kk.toml"))


def _loaded(package: str, name: str) -> dict[str, Any]:
    return tomllib.loads((files(package) / name).read_text(encoding="utf-8"))


def _over(own: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """A table with its translation, in the running script, laid over it."""
    return own | {
        key: _over(own.get(key, {}), said)
        if isinstance(said, dict)
        else [in_script(word) for word in said]
        if isinstance(said, list)
        else in_script(said)
        for key, said in other.items()
    }


def label(group: str, key: str | None, **fields: object) -> str:
    """The words for a key of a group, with fields filled in.

    A key that the table lacks is shown itself, underscores as spaces: a code that is new to the table is better
    seen than hidden. None is "".
    """
    return label_of(table(), group, key, **fields)


def label_of(words_by_group: dict[str, Any], group: str, key: str | None, **fields: object) -> str:
    """The same of a given table."""
    if key is None:
        return ""
    found: Any = words_by_group
    for part in group.split("/"):
        found = found.get(part, {})
    words = found.get(key)
    counted = {name: _field(value) for name, value in fields.items()}
    return str(words).format(**counted) if words is not None else str(key).replace("_", " ")


def _field(value: object) -> object:
    return Count(value) if isinstance(value, int) else in_script(value) if isinstance(value, Kazakh) else value


def state(code: str | None) -> str:
    """A state's or power's name in the interface's language; where the table has none it is a code, or an office's
    name in Kazakh, which stands in the interface's script."""
    return table()["states"].get(code) or table()["organisations"].get(code) or in_script(code or "")


def arrow() -> str:
    """From one side to the other, in the direction of reading."""
    return "←" if language().endswith("Arab") else "→"


def counted(section: str, **counts: int) -> str:
    """Counts with their nouns, as a list in words: «2 open and 3 without a deadline». Zeros are left out."""
    return listed([label(f"sections/{section}/counts", name, count=count) for name, count in counts.items() if count])


def listed(words: list[str] | tuple[str, ...]) -> str:
    """Words as a list: «a, b and c»."""
    joint = f" {label('words', 'and')} "
    return joint.join(part for part in (in_script(", ").join(words[:-1]), words[-1]) if part) if words else ""
