"""Numbers of everyday talk are set aside with their reason, and what looks like them and is none is claimed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Extraction, Figure

Extracted = Callable[..., Extraction]

ASIDE = (
    ("it is asked, not said", "Екі ел саудасын 5 миллиардқа жеткізу мүмкін бе?"),
    ("it is asked, not said", "Сонда 300 кәсіпорыннан кім ұтады?"),
    ("an idiom or a manner of speaking", "Елу түлкіні бір арыстан жеңеді деген сөз бар."),
    ("a score or a time of day", "Екі ел құрамаларының ойыны 3:1 есебімен бітті."),
    ("a score or a time of day", "Қазақстан мен Қырғызстан делегациялары таңғы 9-да жиналды."),
    ("what is said of it is denied", "Екі ел саудасы 5 миллиард доллар деп қате жазыппыз, дұрысы – 2 миллиард."),
    ("an exchange rate or a shop's price", "Шекарадағы айырбастау орнында 1 сом 6 теңгеден сатылады."),
    ("an exchange rate or a shop's price", "Такси Қырғызстан шекарасына 5 мың теңге сұрайды."),
    ("an accident or a crime", "Қырғызстанмен шекарада 12 келі есірткі ұстаған азамат тұтқындалды."),
    ("what is said of it is only supposed", "Мысалы, екі елдің кәсіпкері 50 қап ұн сатса, 10 мың теңге табады."),
    ("what is said of it is only supposed", "Сауда 40 пайызға өсе берсе, екі ел бай болар еді."),
)
CLAIMED = (
    "Екі елдің тауар айналымы былтыр 1,7 миллиард долларға жетті, ал биыл қалай болмақ?",
    "Былтыр Қазақстаннан Қырғызстанға 1,1 миллион турист барса, биыл олардың саны 10 пайызға артты.",
    "Мысалы, 2024 жылы Қазақстаннан Қырғызстанға экспорт 12 пайызға өсті.",
    "Қазақстан зілзаладан кейін Қырғызстанға 120 тонна гуманитарлық көмек жеткізді.",
    "Қазақстан Қырғызстанға электр энергиясының бір киловатт-сағатын 16 теңгеден сатады.",
    "Тараптар жаңылған жоқ: тауар айналымы 2024 жылы 2 миллиард доллар болды.",
)


@pytest.mark.parametrize(("why", "text"), ASIDE, ids=[text[:40] for _, text in ASIDE])
def test_set_aside(extracted: Extracted, why: str, text: str) -> None:
    extraction = extracted(text)
    assert why in [left.reason for left in extraction.leftovers]


@pytest.mark.parametrize("text", CLAIMED, ids=[text[:40] for text in CLAIMED])
def test_claimed(extracted: Extracted, text: str) -> None:
    assert [claim for claim in extracted(text).claims if isinstance(claim, Figure)]
