"""The engine's front door: convert, align and fold."""

from __future__ import annotations

from qatynas.model import Script
from qatynas.script import engine
from qatynas.script.aligned import Aligned
from qatynas.script.cells import identity
from qatynas.script.identify import identify
from qatynas.script.latin import DEFAULT_VARIANT, VARIANTS, detect_variant


def align(text: str, to: Script = Script.CYRL, source: Script | None = None) -> Aligned:
    """The text in another script with a map of offsets both ways; source is identified where not given."""
    return _align(text, to, source, "kazinform")


def convert(text: str, to: Script, source: Script | None = None, style: str = "kazinform") -> str:
    """The text in another script.

    source is identified where not given. style names the house style of Arabic script, or the Latin variant.
    """
    return _align(text, to, source, style).text


def _align(text: str, to: Script, source: Script | None, style: str) -> Aligned:
    source = source or identify(text).script or Script.CYRL
    if source is Script.CYRL or source is to:
        variant = style if style in VARIANTS else DEFAULT_VARIANT
        if to is source and to is not Script.CYRL:
            return Aligned(text, text, to, source, [0, len(text)], [0, len(text)], identity)
        steps: dict[Script, engine.Reader] = {
            Script.CYRL: engine.chunk_from_cyrillic,
            Script.ARAB: engine.chunk_to_arabic,
            Script.LATN: engine.chunk_to_latin(variant),
        }
        return engine.align_chunks(text, steps[to], source, to)
    read = engine.chunk_from_arabic if source is Script.ARAB else engine.chunk_from_latin(detect_variant(text))
    return engine.align_chunks(text, read, source, Script.CYRL)


def fold(text: str) -> str:
    """One search key for a word in any script and spelling."""
    return _align(text.lower(), Script.ARAB, None, "kazinform").text.replace("\u0621", "")
