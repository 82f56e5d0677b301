"""What a result is shown as: a headline, a sentence, tables whose rows name what they rest on, notes and a picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from qatynas.outlook.values import Range, Rest
from qatynas.publish import writing
from qatynas.publish.labels import label, language
from qatynas.publish.parts import Card, Group, Line, Picture, Section, Words
from qatynas.publish.writing import THIN, number, scaled
from qatynas.relations import Relationship, Report

NONE = "—"
SCALES = ((1e9, "billion"), (1e6, "million"))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; note is a sentence beside it, rests what it rests on."""

    cells: tuple[Words, ...]
    note: str = ""
    rests: tuple[Rest, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """key names its title (labels.toml, «ahead»), columns their headings («ahead_columns»)."""

    key: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    more: str = ""

    @property
    def title(self) -> str:
        return label("ahead", self.key) + self.more

    @property
    def rests(self) -> bool:
        """Whether some row says by itself what it rests on; a table may say so as a whole, behind its title."""
        return any(row.rests for row in self.rows)


@dataclass(frozen=True, slots=True)
class Part:
    """One result. key is its section's; answer and below are its headline, says its sentence, notes what limits it.

    A part without an answer says what is missing for it: see `missing`.
    """

    key: str
    answer: Words = ""
    below: tuple[str, ...] = ()
    says: str = ""
    notes: tuple[str, ...] = ()
    picture: Picture | None = None
    tables: tuple[Table, ...] = ()
    rests: tuple[Rest, ...] = field(default=())

    @property
    def title(self) -> str:
        return label(f"sections/{self.key}", "title")

    @property
    def missing(self) -> str:
        """What would have to be told, "" where it is."""
        return "" if self.answer else label(f"sections/{self.key}", "empty")


def amount(value: float, unit: str, digits: int = 3) -> str:
    """A number in the reader's words, to so many digits: what is estimated is not known to more."""
    named = label("units", unit)
    return apart(f"{scaled(Decimal(f'{value:.{digits}g}'))}{THIN if named else ''}{named}")


def span(ends: Range, unit: str, digits: int = 3) -> str:
    """From the lower end to the higher, in one scale: 1.64 … 2.37 billion USD."""
    size, name = next(((size, name) for size, name in SCALES if abs(ends.high) >= size), (1.0, ""))
    low, high = (number(Decimal(f"{end / size:.{digits}g}")) for end in (ends.low, ends.high))
    words = THIN.join(filter(None, (label("scales", name) if name else "", label("units", unit))))
    return apart(f"{low} … {high}{THIN if words else ''}{words}")


def percent(share: float, decimals: int = 0) -> str:
    """A share of 100; one that is nearly 0 or 100 with a decimal more, as it is never quite either."""
    near = share < 0.5 or share > 99.5
    return apart(writing.percent(Decimal(str(share)), max(decimals, 1) if near and share % 1 else decimals))


def plain_number(value: float, decimals: int) -> str:
    """A bare number."""
    return apart(number(Decimal(str(value)), decimals))


def apart(words: str) -> str:
    """Numbers with their units keep their order among words from right to left."""
    return f"\u2068{words}\u2069" if language().endswith("Arab") else words


def files_of(rests: tuple[Rest, ...]) -> tuple[str, ...]:
    """What rests on no sentence: files with their places."""
    return tuple(dict.fromkeys(rest.where for rest in rests if not rest.id))


def reports_by_id(relationship: Relationship) -> dict[str, Report]:
    """Every report of a relationship by its claim's id."""
    return {report.id: report for fact in relationship.facts for report in fact.reports}


def section_of(part: Part, reports: dict[str, Report]) -> Section:
    """A part as a chapter of the dossier; each line opens the sentences that it rests on."""
    groups = tuple(_group(part, table, reports) for table in part.tables) or (Group(part.title, (), ()),)
    lead = " ".join((part.says, *part.notes)) if part.answer else ""
    return Section(part.key, lead, groups, part.picture)


def _group(part: Part, table: Table, reports: dict[str, Report]) -> Group:
    columns = table.columns
    headings = {column: label("ahead_columns", column) for column in columns}
    lines = tuple(
        Line(dict(zip(columns, row.cells, strict=True)), _reports(row.rests, reports), note=_note(row))
        for row in table.rows
    )
    return Group(table.title, columns, lines, "table", f"{part.key}-{table.key}", headings=headings)


def _note(row: Row) -> str:
    """The row's own note, and the files that it rests on, where it rests on no sentence."""
    files = "; ".join(files_of(row.rests))
    return "; ".join(filter(None, (row.note, files)))


def _reports(rests: tuple[Rest, ...], reports: dict[str, Report]) -> tuple[Report, ...]:
    return tuple(dict.fromkeys(reports[rest.id] for rest in rests if rest.id in reports))


def card_of(part: Part, reports: dict[str, Report]) -> Card:
    """A part's headline, as the first page of the dossier shows it."""
    if not part.answer:
        return Card(part.title, part.missing, (), (), empty=True, more=part.key)
    return Card(part.title, part.answer, part.below, _reports(part.rests, reports), more=part.key)
