"""Cuts src/qatynas/serve/static/naskh*.woff2 out of Noto Naskh Arabic: the letters of written Kazakh.

    python tools/naskh.py /usr/share/fonts/truetype/noto

The folder holds NotoNaskhArabic-Regular.ttf and NotoNaskhArabic-Bold.ttf (Debian: fonts-noto-core).

Needs fonttools and brotli. The face: © Google LLC, SIL Open Font License 1.1 (naskh-OFL.txt beside it).
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

STATIC = Path(__file__).resolve().parents[1] / "src" / "qatynas" / "serve" / "static"
# What töte jazu uses, with the Arabic, Persian and Uyghur letters that names in it bring along, marks and punctuation;
# presentation forms come in through the face's own substitutions.
LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيٴٵٶٷٸپچڭگژڤڨڧکڪھہەۅۆۇۈۉۋیېٱٹڈڑںـًٌٍَُِّْٰٕٓٔ،؛؟٪٫٬۔٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹﴾﴿"
MORE = " .,:;!?()[]«»‹›“”„–—-…/0123456789\u200c\u200d\u200e\u200f\u00a0\u202f"


def cut(source: Path, target: Path) -> None:
    """Writes the subset of one weight."""
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = ["*"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # names, copyright and licence stay with the face
    options.notdef_outline = True
    font = TTFont(source)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=LETTERS + MORE)
    subsetter.subset(font)
    subset.save_font(font, str(target), options)
    print(f"{target}: {target.stat().st_size} bytes, {len(font.getGlyphOrder())} glyphs")


def main(folder: str) -> None:
    """Both weights, beside the application's other assets."""
    for weight, name in (("Regular", "naskh.woff2"), ("Bold", "naskh-bold.woff2")):
        cut(Path(folder) / f"NotoNaskhArabic-{weight}.ttf", STATIC / name)


if __name__ == "__main__":
    main(sys.argv[1])
