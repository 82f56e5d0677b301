"""Sources as BibTeX: pybtex, which is strict, reads them, and gives every letter back."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from pybtex.database import parse_string
from relations.sample import document, extraction, turnover

from qatynas.publish.exports import Material
from qatynas.publish.exports.bibtex import entry
from qatynas.relations import build

Exported = Callable[[str], tuple[bytes, object]]


def plain(words: str) -> str:
    """What TeX would print of a field."""
    named = {
        "textbackslash": "\\",
        "textbraceleft": "{",
        "textbraceright": "}",
        "textasciitilde": "~",
        "textasciicircum": "^",
    }
    return re.sub(r"\\(text\w+)\{\}|\\([%$#&_])", lambda found: named[found[1]] if found[1] else found[2], words[1:-1])


def test_every_document_that_tells_something_is_a_source(exported: Exported, material: Material) -> None:
    data, written = exported("sources.bib")
    found = parse_string(data.decode(), "bibtex").entries
    sources = [source for source in material.relationship.sources.values() if source.claims]
    assert len(found) == written.rows == len(sources)
    for source in sources:
        fields = found[f"qatynas-{source.key[:12]}"].fields
        assert plain(fields["title"]) == source.document.title
        assert fields["note"] == f"sha256:{source.key}"
    arab = next(one for one in found.values() if "titleaddon" in one.fields and one.fields["title"].startswith("{س"))
    assert (arab.fields["year"], arab.fields["month"], arab.fields["day"]) == ("2025", "August", "21")
    assert arab.fields["titleaddon"] == "{Сауда}"
    assert arab.persons["author"][0].last_names == [r"{Айгүл \& Co, ЖШС}"]


@pytest.mark.parametrize(
    "title", ["}", "{{", 'a "b" @c', "100 % $x #1 _y^z~", "\\end{document}", "жол\tүзілді", "a\x00b", "ە ى ء"]
)
def test_no_title_breaks_out_of_its_field(title: str) -> None:
    made = document(f"{title}\nТауар айналымы 1 доллар болды.", "a.txt", address="https://a.example/}{\\x y")
    found = build([extraction(made, turnover(made, "Тауар айналымы 1 доллар болды.", "2023", "1"))], ("KAZ", "KGZ"))
    (source,) = found.sources.values()
    (read,) = parse_string(entry(source), "bibtex").entries.values()
    assert plain(read.fields["title"]) == re.sub(r"[\x00-\x1f]+", " ", title)
    assert read.fields["url"] == "https://a.example/%7D%7B%5Cx%20y"
