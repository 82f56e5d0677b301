"""What is not Kazakh: paragraphs in another language are set aside, documents with nothing else refused."""

from __future__ import annotations

from collections.abc import Sequence

from qatynas.model.document import TOLD, BlockKind
from qatynas.read.lines import Line
from qatynas.script.identify import language_of as identified

KAZAKH = "kk"
UNKNOWN = "und"
NAMES = {
    "ky": "Kyrgyz", "ru": "Russian", "en": "English", "uz": "Uzbek", "tt": "Tatar", "ba": "Bashkir", "tr": "Turkish",
    "kaa": "Karakalpak", "ug": "Uyghur", "fa": "Persian", "ar": "Arabic", "ur": "Urdu", "tg": "Tajik",
    "mn": "Mongolian", "uk": "Ukrainian", "be": "Belarusian", "bg": "Bulgarian", "sr": "Serbian",
    "az": "Azerbaijani", "tk": "Turkmen",
    "de": "German", "fr": "French", "es": "Spanish", "zh": "Chinese", "ps": "Pashto", "ckb": "Kurdish", "it": "Italian",
}  # fmt: skip
LETTERS = 50  # a line with fewer letters is too short to be called foreign
# from this confidence on a language is believed: of 8 668 sentences of KazNERD and 1 161 paragraphs of KazQAD with that
# many letters 8 are called foreign
SURE = 0.8
SAMPLE = 4000  # characters of a block that are looked at


def language_of(lines: Sequence[Line], text: str) -> str:
    """The language of a document's body: Kazakh as soon as one paragraph is, else that of most letters, or "und".

    Paragraphs in another language beside Kazakh ones become furniture: no claim is read from them.
    """
    spoken = [line for line in lines if line.kind in TOLD]
    found = [_language(line.span.of(text)) for line in spoken]
    if KAZAKH in found:
        for line, language in zip(spoken, found, strict=True):
            if language not in (KAZAKH, UNKNOWN):
                line.kind, line.why = BlockKind.FURNITURE, f"in {NAMES.get(language, language)}"
        return KAZAKH
    counts: dict[str, int] = {}
    for line, language in zip(spoken, found, strict=True):
        counts[language] = counts.get(language, 0) + len(line.span)
    counts.pop(UNKNOWN, None)
    whole = _language("\n".join(line.span.of(text) for line in spoken[:200]))
    return max(counts, key=lambda language: counts[language]) if counts and whole == UNKNOWN else whole


def _language(text: str) -> str:
    sample = text[:SAMPLE]
    if _letters(sample[: 2 * LETTERS]) < LETTERS and _letters(sample) < LETTERS:
        return UNKNOWN
    language, confidence = identified(sample)
    return language if confidence >= SURE else UNKNOWN


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
