"""Documents with claims of every kind, in three scripts, with what makes formats stumble."""

from __future__ import annotations

from decimal import Decimal

from publish.test_page import ARAB
from relations.sample import PAIR, claim, document, dollars, extraction, place, turnover

from qatynas.model import Extraction, Good, Qualifier, Quantity, Script

WORDS = "Екі ел Шекара туралы шартқа қол қойды."
CYRL = (
    f"Келісім, «сапар» және {{5 %}} \\ сауда_үлесі\n{WORDS} Сауда 3 млрд долларға жетпек.\n"
    '=HYPERLINK("http://example.org") деген сөз; қыркүйекте Таразда министрлер бас қосады.\n'
    "Былтыр экспорт 5 пайызға кеміді. Сарапшы «пайдасы бар» дейді."
)
LATN = "Sauda\nÜş aida tauar ainalymy 400 million dollarğa jetti. Bıyl 2 mıllıard bolady."


def extractions() -> list[Extraction]:
    """Three documents; the second has every kind."""
    return [_arabic(), _cyrillic(), _latin()]


def _arabic() -> Extraction:
    made = document(
        ARAB, "press/arab.txt", Script.ARAB, address="https://example.org/a?b=1&c={2}", author="Айгүл & Co, ЖШС"
    )
    words = "ەكى ەل 1,7 ميلليارد دوللاردىڭ ساۋداسىن جاسادى."
    return extraction(
        made,
        turnover(made, words, "2024", "1700000000", quantity=dollars("1700000000", "1650000000", "1750000000")),
        turnover(made, words, "2023", "1500000000"),
        claim(made, "agreement", words, title="Шекара туралы шарт", type="treaty", act="signed", date="2001-12-15"),
        published="2025-08-21",
    )


def _cyrillic() -> Extraction:
    made = document(CYRL, "press/=cyrl.html", author="+Жазушы")
    formula = '=HYPERLINK("http://example.org") деген сөз'
    fields = [
        ("agreement", WORDS, {"title": "Шекара туралы шарт", "type": "treaty", "act": "signed", "date": "2001-12-15"}),
        ("agreement", WORDS, {"title": "Су бағдарламасы", "type": "programme", "act": "signed", "date": "2027", "status": "planned"}),
        ("meeting", WORDS, {"type": "official_visit", "date": "2026-05", "status": "planned", "host": "KGZ", "guest": "KAZ", "place": place("Бішкек")}),
        ("meeting", formula, {"type": "session", "date": "2025-09-20", "status": "planned", "body": "Су комиссиясы", "number": 7}),
        ("meeting", WORDS, {"type": "working_visit", "date": "2024-04-19", "host": "KAZ", "guest": "KGZ", "participants": ("Садыр Жапаров", "Қасым-Жомарт Тоқаев"), "place": place("Астана", "KAZ")}),
        ("body", WORDS, {"name": "Жоғары мемлекетаралық кеңес", "level": "heads_of_state", "task": "істерді талқылау"}),
        ("procedure", WORDS, {"body": "Су комиссиясы", "does": "су бөлу", "frequency": "yearly"}),
        ("membership", WORDS, {"organisation": "EAEU", "members": PAIR}),
        ("project", WORDS, {"name": "Көпір", "date": "2026", "stage": "planned", "status": "planned", "place": place("Бішкек")}),
        ("exchange", WORDS, {"commodity": "electricity", "from_": "KAZ", "to": "KGZ", "season": "winter"}),
        ("aid", WORDS, {"from_": "KGZ", "to": "KAZ", "purpose": "су тасқыны", "date": "2024-04"}),
        ("award", WORDS, {"name": "Достық", "degree": "I", "to": "Садыр Жапаров"}),
        ("community", WORDS, {"name": "Мекен", "place": place("Алматы", "KAZ"), "date": "1995"}),
        ("community", WORDS, {"name": "Манас", "date": "2010", "succeeds": "Мекен"}),
        ("relation", WORDS, {"type": "diplomatic_relations", "date": "1992-10-15"}),
        ("event", WORDS, {"type": "jubilee", "name": "Мерейтой"}),
        ("topic", WORDS, {"topic": "water", "mode": "expected", "at": "2026-05"}),
        ("pledge", formula, {"by": ("KGZ", "KAZ"), "to": "KAZ", "what": "су беру", "deadline": "../2027-03"}),
        ("pledge", WORDS, {"by": "KGZ", "what": "жол салу"}),
        ("trend", WORDS, {"indicator": "tourism.visitors", "direction": "up"}),
        ("assessment", "Сарапшы «пайдасы бар» дейді.", {"stance": "benefit", "holder": "Сарапшы", "topics": ("trade", "water")}),
        ("goods", WORDS, {"from_": "KAZ", "to": "KGZ", "goods": (Good("бидай", "1001"), Good("ұн"))}),
    ]  # fmt: skip
    fall = Quantity(Decimal("-5"), "percent", Decimal("-5.5"), Decimal("-4.5"))
    export = {"indicator": "trade.export", "from_": "KAZ", "to": "KGZ", "period": "2024"}
    figures = [
        turnover(made, "Сауда 3 млрд долларға жетпек.", "../2030", "3000000000", status="target"),
        turnover(made, "Сауда 3 млрд долларға жетпек.", "2024", "1710000001"),
        turnover(made, "Сауда 3 млрд долларға жетпек.", "2023", "1900000000"),
        claim(made, "figure", "Былтыр экспорт 5 пайызға кеміді.", measure="growth", base_period="2023", quantity=fall, **export),
        claim(made, "figure", WORDS, measure="level", quantity=dollars("900000000"), reporter="KAZ", **export),
        claim(made, "figure", WORDS, indicator="trade.import", from_="KAZ", to="KGZ", period="2024", measure="level", quantity=dollars("752000000.5"), reporter="KGZ"),
        claim(made, "figure", WORDS, indicator="other", what="кездесу", measure="level", quantity=Quantity(Decimal(7), "count", Decimal(7), Decimal(7))),
    ]  # fmt: skip
    return extraction(
        made, *(claim(made, kind, words, **said) for kind, words, said in fields), *figures, published="2025-08-25"
    )


def _latin() -> Extraction:
    made = document(LATN, "press/latn.txt", Script.LATN)
    about = Quantity(Decimal("400000000"), "USD", Decimal("380000000"), Decimal("420000000"), Qualifier.ABOUT)
    words = "Üş aida tauar ainalymy 400 million dollarğa jetti."
    return extraction(
        made,
        turnover(made, words, "2025-01/2025-03", "1", quantity=about),
        turnover(made, "Bıyl 2 mıllıard bolady.", "2025", "2000000000", status="forecast"),
        published="2025-05~",
    )
