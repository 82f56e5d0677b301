"""The brief: mammoth, another reader of Word's files, finds its lines and their sentences."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from xml.etree import ElementTree

import mammoth
import pytest
from docx import Document
from relations.sample import document, turnover

from qatynas.publish.exports import Material, export
from qatynas.publish.exports.brief import CHAPTERS, LINES, cell_of
from qatynas.publish.labels import speaking
from qatynas.publish.sections import section

Exported = Callable[[str], tuple[bytes, object]]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def packed(exported: Exported) -> bytes:
    return exported("brief.docx")[0]


def notes_of(data: bytes) -> list[ElementTree.Element]:
    """The footnotes that are notes, not separators."""
    root = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/footnotes.xml"))
    return [note for note in root if note.get(f"{W}type") is None]


def test_mammoth_reads_every_line_and_note(packed: bytes, material: Material) -> None:
    read = mammoth.convert_to_html(io.BytesIO(packed))
    assert [one for one in read.messages if one.type == "error"] == []
    page = read.value
    referred = re.findall(r'id="footnote-ref-(\d+)"', page)
    assert (
        len(referred) == len(set(referred)) == len(re.findall(r'<li id="footnote-\d+"', page)) == len(notes_of(packed))
    )
    for quote in {one.claim.quote for one in material.told() if one.claim.kind not in ("topic", "trend", "procedure")}:
        shown = quote.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
        assert shown in page, quote


def test_every_line_with_a_number_has_a_note(packed: bytes, material: Material) -> None:
    read = Document(io.BytesIO(packed))
    for row in (row for table in read.tables for row in table.rows[1:]):
        assert row._tr.xpath(".//w:footnoteReference"), [cell.text for cell in row.cells]
    body = [one for one in read.paragraphs if one.style.name == "List Bullet"]
    told = [one for one in body if re.search(r"\d", one.text) and not re.search("has been read", one.text)]
    assert told
    assert all(one._p.xpath(".//w:footnoteReference") for one in told), [one.text for one in told]


def test_lines_agree_with_the_sections(exported: Exported, material: Material) -> None:
    _, written = exported("brief.docx")
    lines = sum(
        min(len(group.lines), LINES) for name in CHAPTERS for group in section(material.relationship, name).groups
    )
    assert written.rows >= lines


def test_arabic_words_are_set_from_right_to_left(packed: bytes) -> None:
    arabic = [
        run for note in notes_of(packed) for run in note.iter(f"{W}r") if re.search("[ء-ۿ]", "".join(run.itertext()))
    ]
    assert arabic
    for run in arabic:
        properties = run.find(f"{W}rPr")
        assert properties.find(f"{W}rtl") is not None
        assert properties.find(f"{W}lang").get(f"{W}bidi") == "kk-Arab"
    paragraphs = [p for note in notes_of(packed) for p in note.iter(f"{W}p") if any(run in list(p) for run in arabic)]
    assert all(p.find(f"{W}pPr/{W}bidi") is not None for p in paragraphs)


def test_notes_have_sentence_source_and_date(packed: bytes) -> None:
    texts = ["".join(note.itertext()) for note in notes_of(packed)]
    arabic = next(text for text in texts if "ەكى ەل" in text)
    assert "Сауда, Айгүл & Co, ЖШС, 21 August 2025, https://example.org/a" in arabic
    assert "Cyrl: «Екі ел 1,7 миллиард долларды" in arabic


def test_settled_findings_name_who_settled_them(material: Material) -> None:
    finding = next(one for one in material.findings if one.grade in ("contradiction", "slip", "difference"))
    number = material.book.settle(finding, who="Айгерім", reason="тексердім")
    file = io.BytesIO()
    export("brief.docx", material, file)
    material.book.reopen(number, who="Айгерім", reason="сынақ")
    assert "settled by Айгерім: тексердім" in mammoth.extract_raw_text(io.BytesIO(file.getvalue())).value


@pytest.mark.parametrize("spoken", ["kk-Cyrl", "kk-Arab", "kk-Latn"])
def test_the_brief_speaks_kazakh(material: Material, spoken: str) -> None:
    file = io.BytesIO()
    with speaking(spoken):
        export("brief.docx", material, file)
    words = {"kk-Cyrl": "Қысқаша", "kk-Arab": "قىسقاشا", "kk-Latn": "Qysqaşa"}
    headings = [one for one in Document(io.BytesIO(file.getvalue())).paragraphs if one.style.name == "Heading 1"]
    assert headings[0].text == words[spoken]
    assert bool(headings[0]._p.xpath("./w:pPr/w:bidi")) == (spoken == "kk-Arab")


def test_a_repeated_sentence_points_at_its_first_note(packed: bytes) -> None:
    notes = {int(note.get(f"{W}id")): note for note in notes_of(packed)}
    body = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(packed)).read("word/document.xml"))
    marked = {one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")}
    repeated = {
        number: int(field.get(f"{W}instr").split()[1].removeprefix("note"))
        for number, note in notes.items()
        for field in note.iter(f"{W}fldSimple")
    }
    assert repeated
    for number, first in repeated.items():
        assert first < number
        assert first not in repeated
        assert f"note{first}" in marked
        assert f"↑ {first}" in "".join(notes[number].itertext())
    told = ["".join(note.itertext()) for number, note in notes.items() if number not in repeated]
    assert len(set(told)) == len(told)


def test_notes_of_a_row_stand_at_their_numbers(packed: bytes) -> None:
    read = Document(io.BytesIO(packed))
    row = next(row for table in read.tables for row in table.rows if row.cells[0].text.startswith("2024"))
    export_cell = next(cell for cell in row.cells[1:] if cell.text.startswith("900"))
    assert export_cell._tc.xpath(".//w:footnoteReference")


@pytest.mark.parametrize(
    ("cell", "value", "stands"),
    [("1\u202f710", "1710000001", True), ("523,6", "523640000", True), ("523,6", "523700000", False), ("−5\u202f%", "-5", True),
     ("900 (Қазақстан)", "900000000", True), ("", "5", False)],
)  # fmt: skip
def test_numbers_find_their_cell(cell: str, value: str, stands: bool) -> None:
    made = document("Жазба\nБес.")
    claim = turnover(made, "Бес.", "2024", value)
    assert cell_of(["2024", cell], claim) == (1 if stands else 0)
