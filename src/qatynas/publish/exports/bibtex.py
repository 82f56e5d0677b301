"""The documents that claims were read from, as BibTeX: for the list of sources of the next overview.

Titles stay in the script of the document; where that is not Cyrillic the Cyrillic reading stands in `titleaddon`. Both,
like authors, are in double braces, so that no style takes them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qatynas.model.document import Script
from qatynas.publish.exports.addresses import web
from qatynas.publish.exports.periods import prefix
from qatynas.publish.exports.values import File, Material, Written
from qatynas.publish.quotes import title_in_cyrillic
from qatynas.relations import Source, order

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANGUAGES = {"kk": "kazakh", "ky": "kirghiz", "ru": "russian"}
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", **{letter: "\\" + letter for letter in "%$#&_"},
}  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


def write(material: Material, file: File) -> Written:
    """Every document that says something of the pair, by its date."""
    found = [one for one in material.relationship.sources.values() if one.claims]
    for source in sorted(found, key=lambda one: (order(one.dating.edtf), one.key)):
        file.write(entry(source).encode("utf-8", "replace"))
    return Written(len(found), "sources")


def entry(source: Source) -> str:
    """One document as a @misc entry, its key made of its hash."""
    lines = ",\n".join(f"  {name} = {value}" for name, value in _fields(source))
    return f"@misc{{qatynas-{source.key[:12]},\n{lines}\n}}\n\n"


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    document = source.document
    yield "title", _braced(document.title or document.path.rpartition("/")[2] or document.path)
    if document.title and document.script is not Script.CYRL:
        yield "titleaddon", _braced(title_in_cyrillic(document))
    if document.author:
        yield "author", _braced(document.author)
    year, month, day = [*(prefix(source.dating.edtf) or "").split("-"), "", ""][:3]
    if year:
        yield "year", f"{{{year}}}"
    if month:
        yield "month", MONTHS[int(month) - 1]
    if day:
        yield "day", f"{{{int(day)}}}"
    if address := web(document.address):
        yield "url", f"{{{address}}}"
    if document.language in _LANGUAGES:
        yield "langid", f"{{{_LANGUAGES[document.language]}}}"
    yield "howpublished", f"{{{_escaped(document.path)}}}"
    yield "note", f"{{sha256:{document.sha256}}}"


def _braced(words: str) -> str:
    return "{{" + _escaped(words) + "}}"


def _escaped(words: str) -> str:
    """Words in which nothing is a command, on one line. Braces are named: BibTeX counts even escaped ones."""
    return "".join(_SPECIAL.get(letter, letter) for letter in _CONTROL.sub(" ", words))
