"""Figures never raise, whatever the text; and every quote is the text's own."""

from __future__ import annotations

import random
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qatynas.claims.extract import extract
from qatynas.model import Extraction
from qatynas.model.errors import InputError
from qatynas.read import read_bytes

_SCRAPS = (
    "Қазақстан Қырғызстанға Қырғызстаннан екі ел тауар айналымы экспорт импорт 1,7 млрд долларға 15 пайызға 2024 жылы былтыр "
    "өсіп жетті , . ( ) – оның ішінде қалғаны бұл көрсеткіш су текше метр секундына миллион үштен бірі екі есе «Қордай» бекеті "
    "45 жаста № 12 құжатқа қол қойылды егер жоқ емес 2030 жылға қарай жеткізу көзделген студент грант бір-біріне 50 гранттан "
    "300-ден 800-ге дейін рубльге шаққанда ../ 5,5 0 000 ½ ٣ 1/2 -5 үшінші серіктес сол көлемді қайтару кеше келер жылы"
)
WORDS = _SCRAPS.split()


def read(text: str) -> Extraction | None:
    try:
        return extract(read_bytes(text.encode("utf-8", "surrogatepass"), "any.txt", published="2025-08-21"))
    except InputError:
        return None


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=400))
def test_any_unicode(text: str) -> None:
    read("Қазақстан мен Қырғызстан саудасы туралы жазба.\n\n" + text)


def test_words_thrown_together() -> None:
    dice = random.Random(20250821)
    for _ in range(150):
        text = " ".join(dice.choice(WORDS) for _ in range(dice.randint(5, 60)))
        made = read("Қазақстан мен Қырғызстан саудасы туралы жазба.\n\n" + text)
        if made is None:
            continue
        for claim in made.claims:
            assert claim.span.of(made.document.text) == claim.quote


def test_cut_short(extracted: Callable[..., Extraction]) -> None:
    text = (
        "Былтыр екі елдің тауар айналымы 1,7 миллиард доллар болды. Соның ішінде экспорт 1,2 миллиард. "
        "Талас суының 35 пайызы бізге келеді, 90 миллион текше метрдің орнына 75 миллион ғана берілді."
    )
    for end in range(0, len(text), 7):
        extracted(text[:end])
