"""What a section is made of: lines that point at their reports, in groups, with a picture; for pages and tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from qatynas.publish.labels import Kazakh as Kazakh
from qatynas.publish.labels import label
from qatynas.relations import Fact, Report

Words = str | tuple[str, ...]
"""What stands in a cell: a word or two of the interface or of Kazakh; several are set apart by a middle dot."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that can be pointed at.

    cells are by column key (labels.toml, «columns»). side is the code of the state that it comes from, or "". mark is
    a status to be shown (planned, forecast …) or "". Children are lines of their own below it (the acts of a treaty).
    picture is a small drawing (SVG) that is shown where it is opened, more the section that tells what that is made of.
    """

    cells: Mapping[str, Words]
    reports: tuple[Report, ...] = ()
    side: str = ""
    mark: str = ""
    note: str = ""
    children: tuple[Line, ...] = ()
    picture: str = ""
    more: str = ""

    def text(self, column: str) -> str:
        """A cell as plain words."""
        return plain_words(self.cells.get(column, ""))


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading. style is list, timeline, table, matrix or voices."""

    title: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    style: str = "list"
    key: str = ""
    headings: Mapping[str, str] = field(default_factory=dict)
    folded: bool = False

    def heading(self, column: str) -> str:
        """The column's heading in words."""
        return self.headings.get(column) or label("columns", column)


@dataclass(frozen=True, slots=True)
class Picture:
    """An inline SVG drawn twice, for wide and for narrow pages, with its caption."""

    wide: str
    narrow: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One question with its answer: a large word or number, and lines below. empty says that nothing was read; more
    names the section that tells the rest, "" for none."""

    question: str
    answer: Words
    below: tuple[Words, ...]
    reports: tuple[Report, ...]
    empty: bool = False
    more: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One chapter of the dossier: a lead of one sentence, groups, and a picture where there is one."""

    key: str
    lead: str
    groups: tuple[Group, ...]
    picture: Picture | None = None

    @property
    def title(self) -> str:
        return label(f"sections/{self.key}", "title")

    @property
    def is_empty(self) -> bool:
        return not any(group.lines for group in self.groups)

    @property
    def empty_words(self) -> str:
        """What the section would hold, and what to do about it."""
        return label(f"sections/{self.key}", "empty")


def plain_words(words: Words) -> str:
    """A cell's words in one string."""
    return words if isinstance(words, str) else " · ".join(word for word in words if word)


def together(*words: str | None) -> tuple[str, ...]:
    """The words that there are."""
    return tuple(word for word in words if word)


def kazakh(words: str | None) -> Kazakh:
    """Words in Kazakh, "" for none, the first letter large: the canonical forms of names stand as in mid-sentence."""
    return Kazakh(words[:1].upper() + words[1:]) if words else Kazakh("")


def reports_of(facts: Iterable[Fact]) -> tuple[Report, ...]:  # type: ignore[type-arg]
    """All reports of these facts, each once."""
    return tuple(dict.fromkeys(report for fact in facts for report in fact.reports))


def note_of(fact: Fact) -> str:  # type: ignore[type-arg]
    """A word where a coarser fact could be any of several finer ones."""
    return label("page", "candidates", count=len(fact.candidates)) if fact.candidates else ""


def group(key: str, lines: Iterable[Line], columns: tuple[str, ...], style: str = "list", **options: object) -> Group:
    """A group with its title from labels.toml."""
    return Group(label("groups", key), columns, tuple(lines), style, key, **options)  # type: ignore[arg-type]
