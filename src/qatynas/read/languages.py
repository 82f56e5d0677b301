"""What is not Kazakh: paragraphs in another language are set aside, documents with nothing else refused."""

from __future__ import annotations

from collections.abc import Sequence

from qatynas.model.document import BlockKind
from qatynas.read.lines import Line
from qatynas.script import identify

KAZAKH = "kk"
UNKNOWN = "und"
NAMES = {
    "ky": "Kyrgyz", "ru": "Russian", "en": "English", "uz": "Uzbek", "tt": "Tatar", "ba": "Bashkir", "tr": "Turkish",
    "kaa": "Karakalpak", "ug": "Uyghur", "fa": "Persian", "ar": "Arabic", "ur": "Urdu", "tg": "Tajik",
    "mn": "Mongolian", "uk": "Ukrainian", "be": "Belarusian", "bg": "Bulgarian", "sr": "Serbian",
    "az": "Azerbaijani", "tk": "Turkmen",
    "de": "German", "fr": "French", "es": "Spanish", "zh": "Chinese", "ps": "Pashto", "ckb": "Kurdish", "it": "Italian",
}  # fmt: skip
LETTERS = 40  # a line with fewer letters is too short to be called foreign
SURE = 0.6  # confidence from which a language is believed


def language_of(lines: Sequence[Line], text: str) -> str:
    """The language of a document's body: Kazakh as soon as one paragraph is, else that of most letters, or "und"."""
    counts: dict[str, int] = {}
    for line in lines:
        if line.kind is not BlockKind.FURNITURE:
            found = _language(line.span.of(text))
            counts[found] = counts.get(found, 0) + len(line.span)
    if KAZAKH in counts:
        return KAZAKH
    whole = _language("\n".join(line.span.of(text) for line in lines if line.kind is not BlockKind.FURNITURE))
    if whole == KAZAKH or not counts:
        return whole
    return max(counts, key=lambda language: (language != UNKNOWN, counts[language]))


def set_foreign_aside(lines: Sequence[Line], text: str) -> None:
    """Paragraphs in another language become furniture: no claim is read from them."""
    for line in lines:
        if line.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING, BlockKind.CELL):
            found = _language(line.span.of(text))
            if found not in (KAZAKH, UNKNOWN):
                line.kind, line.why = BlockKind.FURNITURE, f"in {NAMES.get(found, found)}"


def _language(text: str) -> str:
    sample = text[:4000]
    if sum(map(str.isalpha, sample)) < LETTERS:
        return UNKNOWN
    found = identify(sample)
    return found.language if found.confidence >= SURE else UNKNOWN
