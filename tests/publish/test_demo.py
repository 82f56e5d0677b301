"""The notes that ship inside the package: three scripts, each with its source, and a page from them."""

from __future__ import annotations

import re

import pytest

from qatynas.claims import extract
from qatynas.demo import NOTES
from qatynas.publish import SECTIONS, dossier
from qatynas.publish.sections import section
from qatynas.read import find_documents, read_path
from qatynas.relations import Relationship, build, pairs

FILES = sorted(NOTES.glob("*.txt"))


@pytest.fixture(scope="module")
def demo() -> Relationship:
    told = [extract(read_path(path)) for path in find_documents([NOTES])]
    assert pairs(told)[0] == ("KAZ", "KGZ")
    return build(told, ("KAZ", "KGZ"))


def test_there_are_notes_in_three_scripts() -> None:
    scripts = [re.search(r"^script: (\w+)$", path.read_text(encoding="utf-8"), re.M)[1] for path in FILES]  # type: ignore[index]
    assert len(FILES) >= 12
    assert {script: scripts.count(script) >= 2 for script in ("Cyrl", "Arab", "Latn")} == dict.fromkeys(
        ("Cyrl", "Arab", "Latn"), True
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_note_names_its_source_and_says_that_it_restates(path) -> None:  # type: ignore[no-untyped-def]
    head = path.read_text(encoding="utf-8").split("\n\n")[0]
    assert re.search(r"^author: .+", head, re.M)
    assert "restated by the qatynas project in its own words" in head


def test_the_scripts_are_known_as_what_they_are(demo: Relationship) -> None:
    for source in demo.sources.values():
        written = re.search(
            r"^script: (\w+)$", (NOTES / source.document.path.rsplit("/", 1)[-1]).read_text("utf-8"), re.M
        )
        assert written is not None
        assert source.document.script == written[1]


def test_no_section_of_the_newcomers_dossier_is_empty(demo: Relationship) -> None:
    assert [key for key in SECTIONS if section(demo, key).is_empty] == []


def test_the_page_stands(demo: Relationship) -> None:
    page = dossier(demo)
    assert "kk-Arab" in page
    assert "kk-Latn" in page
    assert len(page) < 2_000_000
