"""Which script, spelling and language a text is in."""

from __future__ import annotations

from dataclasses import dataclass

from qatynas.model import Script
from qatynas.script.latin_reading import detect_variant


@dataclass(frozen=True, slots=True)
class Identified:
    """script is None where the text has no letters; variant names a Latin spelling ("2018", "2021", …) or is "".

    language is ISO 639-1 (kaa for Karakalpak) or "und"; confidence runs from 0 to 1.
    """

    script: Script | None
    variant: str
    language: str
    confidence: float


def identify(text: str) -> Identified:
    """Script, spelling variant and language of a text, by its letters."""
    cyrillic = sum(1 for char in text if "\u0400" <= char <= "\u052f")
    arabic = sum(1 for char in text if "\u0600" <= char <= "\u06ff" and char.isalpha())
    latin = sum(1 for char in text if char.isalpha() and char < "\u0250")
    most = max(cyrillic, arabic, latin)
    if not most:
        return Identified(None, "", "und", 0.0)
    share = most / (cyrillic + arabic + latin)
    if most == arabic:
        return Identified(Script.ARAB, "", "kk", share)
    if most == cyrillic:
        return Identified(Script.CYRL, "", "kk", share)
    return Identified(Script.LATN, detect_variant(text), "kk", share)
