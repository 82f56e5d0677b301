"""Kazakh in three scripts: identify, convert, align and fold."""

from qatynas.model import Script
from qatynas.script.aligned import Aligned
from qatynas.script.convert import align, convert, convert_stream
from qatynas.script.doubts import Doubt, doubts
from qatynas.script.fold import fold
from qatynas.script.identify import Identified, identify, identify_paragraphs
from qatynas.script.mended import Cut

__all__ = [
    "Aligned",
    "Cut",
    "Doubt",
    "Identified",
    "Script",
    "align",
    "convert",
    "convert_stream",
    "doubts",
    "fold",
    "identify",
    "identify_paragraphs",
]
