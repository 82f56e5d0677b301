"""A brief for someone who writes the next overview: the dossier's lines in a Word document, each with its sentences as
footnotes, in the script of the document, with source and date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from qatynas.model.claim import Claim, Figure
from qatynas.model.document import Script
from qatynas.model.finding import Finding, Grade
from qatynas.model.span import Span
from qatynas.publish.checked import words_of
from qatynas.publish.exports.addresses import web
from qatynas.publish.exports.values import File, Material, Written
from qatynas.publish.headline import cards, paragraph
from qatynas.publish.labels import in_script, label, label_of, language, state, table_of
from qatynas.publish.parts import Card, Group, Kazakh, Line, Section
from qatynas.publish.quotes import in_cyrillic, short_path, title_in_cyrillic
from qatynas.publish.sections import section
from qatynas.publish.writing import date_words
from qatynas.relations import Relationship, Report, Source, fact_key, order
from qatynas.relations.dates import bounds

if TYPE_CHECKING:
    from qatynas.publish.exports.word import Note, Paper

CHAPTERS = ("trade", "treaties", "bodies", "visits", "investment", "exchange", "projects", "organisations", "education",
            "culture", "aid", "promises", "voices")  # fmt: skip
LINES = 40  # of a group that are printed: a brief that nobody reads to its end is none
REPORTS = 3  # of a line that get a footnote each, but every thing said gets one; the rest is counted in the last
NOTES = 12  # of a line at most
GRADES = (Grade.CONTRADICTION, Grade.SLIP, Grade.DIFFERENCE)
FINDINGS = 25  # the heaviest


def write(material: Material, file: File) -> Written:
    """The brief; rows are its lines, and what is left out is counted."""
    from qatynas.publish.exports.word import Paper

    found = material.relationship
    first, second = (state(code) for code in found.pair)
    day = bounds(found.as_of)[1]
    on = datetime(day.year, day.month, day.day) if day else datetime(1980, 1, 1)
    writer = _Writer(found, Paper(word("title", first=first, second=second), on, rtl=language().endswith("Arab")))
    writer.head()
    for name in CHAPTERS:
        writer.chapter(section(found, name))
    writer.findings(material.findings, {one.evidence: (one.who, one.reason) for one in material.settled()})
    writer.documents()
    file.write(writer.paper.finished())
    return Written(writer.lines, "lines", +writer.left)


def word(key: str, **fields: object) -> str:
    """The brief's own words in the language that is spoken."""
    return label_of(table_of("qatynas.publish.exports", language()), "brief", key, **fields)


class _Writer:
    """The brief as it is being written; lines counts those printed, left what was not."""

    def __init__(self, relationship: Relationship, paper: Paper) -> None:
        self.relationship = relationship
        self.paper = paper
        self.lines = 0
        self.left: Counter[str] = Counter()
        self._numbered = 0
        self._cited: set[str] = set()  # documents, by their sha256
        self._known: dict[tuple[str, Span], int] = {}  # the number of a sentence's first footnote

    def head(self) -> None:
        """When it stands for, the four answers, and the paragraph."""
        when = date_words(self.relationship.as_of)
        self._say(label("page", "as_of", date=when) if when else label("page", "as_of_unknown"))
        self.paper.heading(word("in_short"), 1)
        for card in cards(self.relationship):
            self._line(_card_words(card), card.reports)
        for clause in paragraph(self.relationship):
            self._line("".join(cell_words(piece) for piece in clause.pieces), clause.reports)

    def chapter(self, chapter: Section) -> None:
        """A section of the dossier, where anything is told."""
        if chapter.is_empty:
            return
        self.paper.heading(chapter.title, 1)
        if chapter.lead:
            self._say(chapter.lead)
        for group in chapter.groups:
            if group.lines:
                self._group(group)

    def _group(self, group: Group) -> None:
        self.paper.heading(group.title, 2)
        shown, more = group.lines[:LINES], len(group.lines) - LINES
        if group.style in ("table", "matrix"):
            self._table(group, shown)
        else:
            for line in shown:
                self._line(_line_words(group, line), _reports(line))
        if more > 0:
            self.left[f"lines after the first {LINES} of a list"] += more
            self._say(word("more_lines", count=more))

    def _table(self, group: Group, lines: Sequence[Line]) -> None:
        from qatynas.publish.exports.word import Words

        self.lines += len(lines)
        rows = []
        for line in lines:
            cells = [cell_words(line.cells.get(column, "")) for column in group.columns]
            reports: list[list[Report]] = [[] for _ in cells]
            for report in line.reports:
                reports[cell_of(cells, report.claim)].append(report)
            rows.append([(Words(cell), self._notes(mine)) for cell, mine in zip(cells, reports, strict=True)])
        self.paper.table([group.heading(column) for column in group.columns], rows)

    def findings(self, found: Iterable[Finding], settled: dict[str, tuple[str, str]]) -> None:
        """What cannot all be true, the heaviest first; who settled one, and why, stands beside it."""
        self.paper.heading(word("findings"), 1)
        grave = [one for one in found if one.grade in GRADES]
        self._say(word("findings_lead") if grave else word("findings_none"))
        for finding in grave[:FINDINGS]:
            by = settled.get(finding.evidence)
            words = words_of(finding) + (f" [{word('settled', who=by[0], reason=by[1])}]" if by else "")
            self._line(words, tuple(Report(one.source, one.claim) for one in finding.cited))
        if len(grave) > FINDINGS:
            self.left[f"findings after the first {FINDINGS}"] += len(grave) - FINDINGS
            self._say(word("more_lines", count=len(grave) - FINDINGS))

    def documents(self) -> None:
        """Every document that a footnote names, by its date; the others are counted."""
        from qatynas.publish.exports.word import Words

        self.paper.heading(word("sources"), 1)
        told = [source for source in self.relationship.sources.values() if source.claims]
        cited = [source for source in told if source.key in self._cited]
        self.left["documents that no footnote names"] += len(told) - len(cited)
        for source in sorted(cited, key=lambda one: (order(one.dating.edtf), one.key)):
            self.paper.paragraph([Words(words) for words in source_words(source)], style="List Number")

    def _say(self, words: str) -> None:
        from qatynas.publish.exports.word import Words

        self.paper.paragraph([Words(words)])

    def _line(self, words: str, reports: Sequence[Report]) -> None:
        from qatynas.publish.exports.word import Words

        self.lines += 1
        self.paper.paragraph([Words(words)], self._notes(reports), "List Bullet")

    def _notes(self, reports: Sequence[Report]) -> list[Note]:
        """For each thing said its first report, and up to REPORTS; the last footnote says how many more there are."""
        from qatynas.publish.exports.word import Same

        told = list({(report.source, report.claim.span): report for report in reports}.values())
        firsts = {fact_key(report.claim): report for report in reversed(told)}.values()
        shown = [report for report in told if report in firsts][:NOTES]
        shown += [report for report in told if report not in shown][: max(0, REPORTS - len(shown))]
        notes: list[Note] = []
        for place, report in enumerate(shown, 1):
            more = len(told) - len(shown) if place == len(shown) else 0
            self._numbered += 1
            self._cited.add(report.source)
            known = self._known.setdefault((report.source, report.claim.span), self._numbered)
            is_new = known == self._numbered
            notes.append(note(self.relationship, report, more) if is_new else Same(known))
        return notes


def note(relationship: Relationship, report: Report, more: int = 0) -> Note:
    """A footnote: the sentence in its own script, its Cyrillic reading where it has another, source and date."""
    from qatynas.publish.exports.word import Words

    source = relationship.sources[report.source]
    document = source.document
    said = Words(f"«{' '.join(report.claim.quote.split())}»")
    tail = [Words(words, italic=True) for words in source_words(source)]
    if more > 0:
        tail.append(Words(f" ({word('more_places', count=more)})", italic=True))
    if document.script is Script.CYRL:
        return [[said, Words(" "), *tail]]
    reading = [Words(f"{Script.CYRL}: «{in_cyrillic(document, report.claim.span)}»")]
    if document.script is Script.ARAB:
        return [tail, [said], reading]
    return [[said, Words(" "), *tail], reading]


def source_words(source: Source) -> list[str]:
    """A document's title, author, date and where it is, with what stands between them."""
    document = source.document
    edtf = source.dating.edtf
    date = edtf if language().endswith("Arab") else date_words(edtf)  # words would turn among others' directions
    parts = (title_in_cyrillic(document), document.author, date or word("undated"),
             web(document.address) or short_path(document.path))  # fmt: skip
    told = [part for part in parts if part]
    return [piece for part in told[:-1] for piece in (part, ", ")] + [told[-1], "."]


def cell_words(words: str | tuple[str, ...]) -> str:
    """A cell in one string, Kazakh in the script that is spoken."""
    parts = (words,) if isinstance(words, str) else words
    return " · ".join(in_script(part) if isinstance(part, Kazakh) else part for part in parts if part)


def cell_of(cells: Sequence[str], claim: Claim) -> int:
    """Which cell of a row a claim's number stands in, as far as it can be told by its digits; else the first."""
    if isinstance(claim, Figure):
        for place, cell in enumerate(cells[1:], 1):
            if any(_is_written(digits, claim.quantity.value) for digits in _NUMBER.findall(cell)):
                return place
    return 0


_NUMBER = re.compile(r"\d[\d\u202f]*(?:,\d+)?")


def _is_written(digits: str, value: Decimal) -> bool:
    """Whether digits as the page writes them are a value, at some scale and rounded to their last digit."""
    written = Decimal(digits.replace("\u202f", "").replace(",", "."))
    unit = Decimal(1).scaleb(int(written.as_tuple().exponent))
    return any(abs(written * scale - abs(value)) * 2 <= unit * scale for scale in (1, 10**3, 10**6, 10**9))


def _card_words(card: Card) -> str:
    below = "; ".join(words for words in map(cell_words, card.below) if words)
    return f"{card.question}: {cell_words(card.answer)}" + (f" ({below})" if below else "")


def _line_words(group: Group, line: Line) -> str:
    """A line's cells in the order of its columns, its mark, its note, and the lines below it."""
    cells = [cell_words(line.cells.get(column, "")) for column in group.columns]
    said = ", ".join(cell for cell in cells if cell)
    mark = label("marks", line.mark) if line.mark else ""
    if mark and mark not in cells:
        said += f" [{mark}]"
    return said + (f" ({line.note})" if line.note else "")


def _reports(line: Line) -> tuple[Report, ...]:
    return tuple(dict.fromkeys((*line.reports, *(report for child in line.children for report in child.reports))))
