"""Kazakh in three scripts: identify, convert, align and fold."""

from qatynas.model import Script
from qatynas.script.aligned import Aligned
from qatynas.script.convert import align, convert, fold
from qatynas.script.identify import Identified, identify

__all__ = ["Aligned", "Identified", "Script", "align", "convert", "fold", "identify"]
