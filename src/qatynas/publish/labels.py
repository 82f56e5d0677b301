"""The words of the interface: one table, read from labels.toml, so that another language is another file."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


class Count(int):
    """A number that carries its noun: {count:project/projects} is «1 project», «2 projects»."""

    def __format__(self, forms: str) -> str:
        if "/" not in forms:
            return super().__format__(forms)
        one, many = forms.split("/")
        return f"{int(self)} {one if self == 1 else many}"


@cache
def table() -> dict[str, Any]:
    """The whole table, by group."""
    return tomllib.loads((files("qatynas.publish") / "labels.toml").read_text(encoding="utf-8"))


def label(group: str, key: str | None, **fields: object) -> str:
    """The words for a key of a group, with fields filled in.

    A key that the table lacks is shown itself, underscores as spaces: a code that is new to the table is better
    seen than hidden. None is "".
    """
    if key is None:
        return ""
    found: Any = table()
    for part in group.split("/"):
        found = found.get(part, {})
    words = found.get(key)
    counted = {name: Count(value) if isinstance(value, int) else value for name, value in fields.items()}
    return str(words).format(**counted) if words is not None else str(key).replace("_", " ")


def state(code: str | None) -> str:
    """A state's or power's name in the interface's language, its code where the table has none."""
    return table()["states"].get(code) or table()["organisations"].get(code) or code or ""


def counted(section: str, **counts: int) -> str:
    """Counts with their nouns, as a list in words: «2 open and 3 without a deadline». Zeros are left out."""
    return listed([label(f"sections/{section}/counts", name, count=count) for name, count in counts.items() if count])


def listed(words: list[str] | tuple[str, ...]) -> str:
    """Words as an English list: «a, b and c»."""
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part) if words else ""
