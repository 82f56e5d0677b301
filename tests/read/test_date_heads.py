"""A document's date in heads and tails as pages print them, and days in pages that are not the document's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qatynas.language.dating import date_document
from qatynas.model import Script
from qatynas.read import read_bytes
from qatynas.script import align, convert

HERE = Path(__file__).parent
TITLE = "Екі Үкімет басшысы шекарадағы кезекті қысқартпақ"
REST = (
    "бұл туралы екі үкіметтің басшылары айтты. Тараптар шекарадағы кезекті азайту, жаңа жол салу және су бөлісу жайын "
    "талқылады.\n\nМинистр келіссөздің нәтижесіне риза екенін жеткізді. Оның айтуынша, екі елдің көлік кәсіпорындары "
    "ортақ кестеге көшпек."
)
PARTS = {
    "$T": TITLE,
    "$B": "Қазақстан мен Қырғызстанның саудасы өсіп келеді, " + REST,
    "$Y": "Былтыр, 2024 жылы, Қазақстан мен Қырғызстанның саудасы 1,7 млрд долларға жетті, " + REST,
    "¶": "\n",
}


def rows(name: str) -> Iterator[tuple[str, str]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            value, _, page = line.partition("\t")
            yield value, page


def date_of(page: str, script: Script) -> str:
    """The date of a page written in a script, - for none."""
    for sign, words in PARTS.items():
        page = page.replace(sign, words)
    written = convert(page, script) if script is not Script.CYRL else page
    document = read_bytes(written.encode(), "page.txt")
    return date_document(document, align(document.text, Script.CYRL, document.script)).edtf or "-"


@pytest.mark.parametrize("script", Script)
@pytest.mark.parametrize("name", ["date_heads.tsv", "dates_not_own.tsv", "date_edges.tsv", "date_edges_not_own.tsv"])
def test_every_page(name: str, script: Script) -> None:
    wrong = [(value, found, page) for value, page in rows(name) if (found := date_of(page, script)) != value]
    assert not wrong
