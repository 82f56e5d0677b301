"""A Word document with real footnotes and right-to-left words, on python-docx, which writes everything but those two.

Rule: ECMA-376 Part 1, 17.11 (footnotes) and 17.3.2.30 (rtl). The same content gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt
from lxml import etree

FACE, ARABIC_FACE = (
    "Calibri",
    "Times New Roman",
)  # the second has ڭ ۆ ۇ ە ى and comes with Word and LibreOffice's metric twin
NOTE, MARK = "footnote text", "footnote reference"  # names of Word's own styles
_OLD = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip entry can have: the clock does not show
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LETTER = re.compile(r"[^\W\d_]")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of words of one script."""

    text: str
    italic: bool = False

    @property
    def arabic(self) -> bool:
        """Whether its first letter is Arabic: such words are set from right to left."""
        letter = _LETTER.search(self.text)
        return letter is not None and "\u0600" <= letter[0] <= "\u08ff"


@dataclass(frozen=True, slots=True)
class Same:
    """In the place of a footnote: what the footnote with this number says, by its number, which Word keeps right."""

    number: int


Note = Sequence[Sequence[Words]] | Same
"""A footnote: its paragraphs, or the one that it repeats."""


class Paper:
    """A document that is being written. title and on (when it was written) go into its properties."""

    def __init__(self, title: str, on: datetime, *, rtl: bool = False) -> None:
        self._document: Any = Document()
        self._notes: list[Note] = []
        self._rtl = rtl
        properties = self._document.core_properties
        properties.title, properties.author, properties.comments = title, "qatynas", ""
        properties.created = properties.modified = on
        _faces(self._document)
        self.heading(title, 0)

    def heading(self, text: str, level: int) -> None:
        """A heading; 0 is the title."""
        self._turned(self._document.add_heading(clean(text), level))

    def paragraph(self, words: Iterable[Words], notes: Iterable[Note] = (), style: str | None = None) -> None:
        """A paragraph with its footnotes at the end."""
        made = self._turned(self._document.add_paragraph(style=style))
        self._fill(made, words, notes)

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[tuple[Words, Sequence[Note]]]]) -> None:
        """A table: rows of cells, each with its footnotes."""
        made = self._document.add_table(rows=1, cols=len(headings))
        made.style = "Light Shading"
        made._tbl.tblPr.find(qn("w:tblLook")).set(qn("w:firstColumn"), "0")
        for cell, heading in zip(made.rows[0].cells, headings, strict=True):
            self._fill(self._turned(cell.paragraphs[0]), [Words(heading)], ())
        for cells in rows:
            for cell, (words, notes) in zip(made.add_row().cells, cells, strict=True):
                self._fill(self._turned(cell.paragraphs[0]), [words], notes)
        self._document.add_paragraph()

    def finished(self) -> bytes:
        """The document's bytes."""
        self._keep_notes()
        out = io.BytesIO()
        self._document.save(out)
        return _timeless(out.getvalue())

    def _fill(self, made: Any, words: Iterable[Words], notes: Iterable[Note]) -> None:
        for one in words:
            made._p.append(_run(one))
        for place, note in enumerate(notes):
            if place:
                made.add_run(", ", style=MARK)
            self._notes.append(note)
            number = len(self._notes)
            bounds = f'w:id="{number}" w:name="note{number}"', f'w:id="{number}"'
            made._p.append(parse_xml(f"<w:bookmarkStart {nsdecls('w')} {bounds[0]}/>"))
            reference = OxmlElement("w:footnoteReference")
            reference.set(qn("w:id"), str(number))
            made.add_run(style=MARK)._r.append(reference)
            made._p.append(parse_xml(f"<w:bookmarkEnd {nsdecls('w')} {bounds[1]}/>"))

    def _turned(self, made: Any) -> Any:
        """A paragraph, from right to left where the document is."""
        if self._rtl:
            _bidi(made._p)
        return made

    def _keep_notes(self) -> None:
        root = parse_xml(
            f"<w:footnotes {nsdecls('w')}>"
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
            "</w:footnote></w:footnotes>"
        )
        root.extend(_note(number, note) for number, note in enumerate(self._notes, 1))
        part = self._document.part
        body = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        notes = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, body, part.package)
        part.relate_to(notes, RELATIONSHIP_TYPE.FOOTNOTES)
        self._document.settings.element.find(qn("w:compat")).addprevious(parse_xml(
            f'<w:footnotePr {nsdecls("w")}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        ))  # fmt: skip


def clean(text: str) -> str:
    """Words that XML can hold, without the invisible signs that turn the direction of what follows."""
    return _UNPRINTABLE.sub("\ufffd", _DIRECTIONS.sub("", text))


def _note(number: int, note: Note) -> Any:
    made = OxmlElement("w:footnote")
    made.set(qn("w:id"), str(number))
    for place, words in enumerate([[]] if isinstance(note, Same) else note):
        paragraph = OxmlElement("w:p")
        properties = paragraph.get_or_add_pPr()
        style = OxmlElement("w:pStyle")
        style.set(qn("w:val"), "FootnoteText")
        properties.append(style)
        if words and max(words, key=lambda one: len(one.text)).arabic:
            _bidi(paragraph)
        if place == 0:
            paragraph.append(parse_xml(
                f'<w:r {nsdecls("w")}><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
            ))  # fmt: skip
            paragraph.append(_run(Words(" ")))
        for one in words:
            paragraph.append(_run(one))
        if isinstance(note, Same):
            field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" NOTEREF note{note.number} \\h "/>')
            field.append(_run(Words(f"↑ {note.number}")))
            paragraph.append(field)
        made.append(paragraph)
    return made


def _run(words: Words) -> Any:
    """A run; the elements of its properties in the order that the schema asks for."""
    made = OxmlElement("w:r")
    properties = OxmlElement("w:rPr")
    for name, wanted in (("w:i", words.italic), ("w:rtl", words.arabic)):
        if wanted:
            properties.append(OxmlElement(name))
    language = OxmlElement("w:lang")
    language.set(qn("w:bidi") if words.arabic else qn("w:val"), "kk-Arab" if words.arabic else "kk-KZ")
    properties.append(language)
    made.append(properties)
    text = OxmlElement("w:t")
    text.text = clean(words.text)
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    made.append(text)
    return made


def _bidi(paragraph: Any) -> None:
    paragraph.get_or_add_pPr().append(OxmlElement("w:bidi"))


def _faces(document: Any) -> None:
    """The faces of the text, and the styles of footnotes."""
    styles = document.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = FACE, Pt(11)
    normal.element.rPr.rFonts.set(qn("w:cs"), ARABIC_FACE)
    note = styles.add_style(NOTE, WD_STYLE_TYPE.PARAGRAPH)
    note.base_style, note.font.size, note.paragraph_format.space_after = normal, Pt(8), Pt(0)
    note.element.set(qn("w:styleId"), "FootnoteText")
    mark = styles.add_style(MARK, WD_STYLE_TYPE.CHARACTER)
    mark.font.superscript = True
    mark.element.set(qn("w:styleId"), "FootnoteReference")


def _timeless(packed: bytes) -> bytes:
    """The same package with the same times in it on every day."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _OLD)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()
