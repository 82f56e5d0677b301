"""Every number of a text ends as a claim, set aside for a reason, or unplaced."""

from __future__ import annotations

import re
from collections.abc import Callable

from qatynas.model import Extraction

TEXT = """Қазақстан мен Қырғызстан саудасы

2025 жылғы 21 тамыз, 10:20

Былтыр тауар айналымы 1,7 млрд долларға жетті. Кеңестің 7-отырысына 45 жастағы Асқар Омаров қатысты, ол С5+1 форматын еске алды.

Байланыс телефоны: +7 (7212) 30-12-45
Көрілім: 905 | Бөлісу
"""


def test_every_digit_is_accounted_for(extracted: Callable[..., Extraction]) -> None:
    read = extracted(TEXT, lead="")
    text = read.document.text
    spans = (
        [left.span for left in read.leftovers]
        + [s.span for c in read.claims for s in c.support]
        + [c.span for c in read.claims]
    )
    dated = read.dating.edtf
    assert dated == "2025-08-21"
    for match in re.finditer(r"\d+", text):
        assert any(span.start <= match.start() < span.end for span in spans), match[0]


def test_a_number_that_a_claim_rests_on_is_not_left_over(extracted: Callable[..., Extraction]) -> None:
    read = extracted(TEXT, lead="")
    used = {(s.span.start, s.span.end) for c in read.claims for s in c.support}
    assert not used & {(left.span.start, left.span.end) for left in read.leftovers}


def test_reasons_are_words(extracted: Callable[..., Extraction]) -> None:
    for left in extracted(TEXT, lead="").leftovers:
        assert left.fate in ("set_aside", "unplaced")
        assert left.reason
        assert left.quote == left.span.of(extracted(TEXT, lead="").document.text)
