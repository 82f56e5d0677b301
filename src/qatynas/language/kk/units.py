"""Kazakh words and signs for units, with the base unit of the claim contract and how many of it they are."""

from __future__ import annotations

from decimal import Decimal

# words as lemmas, in the order they are written → unit, factor
UNITS: dict[tuple[str, ...], tuple[str, Decimal]] = {}


def _add(unit: str, factor: str, *names: str) -> None:
    for name in names:
        UNITS[tuple(name.split())] = (unit, Decimal(factor))


_add("USD", "1", "доллар", "ақш доллар", "американ доллар", "американдық доллар", "америка доллар", "usd", "$", "долл")
_add("USD", "0.01", "цент")
_add("KZT", "1", "теңге", "қазақстандық теңге", "kzt", "₸", "тг", "тнг", "тенге", "қазақ теңге")
_add("KZT", "0.01", "тиын")
_add("KGS", "1", "сом", "қырғыз сом", "қырғызстандық сом", "kgs", "⃀")
_add("RUB", "1", "рубль", "ресей рубль", "ресейлік рубль", "rub", "₽", "руб")
_add("EUR", "1", "еуро", "евро", "eur", "€")
_add("CNY", "1", "юань", "қытай юань", "cny", "¥")
_add("GBP", "1", "фунт", "фунт стерлинг", "gbp", "£")
_add("UZS", "1", "өзбек сум", "сум", "uzs")
_add("TJS", "1", "сомони", "tjs")
_add("TMT", "1", "манат", "tmt")
_add("TRY", "1", "лира", "түрік лира", "try", "₺")
_add("JPY", "1", "иена", "йена", "jpy")
_add("CHF", "1", "франк", "швейцар франк", "chf")
_add(
    "percent",
    "1",
    "пайыз",
    "процент",
    "%",
    "пайыздық тармақ",
    "пайыздық пункт",
    "пайыз тармақ",
    "проценттік тармақ",
    "% тармақ",
)
_add("percent", "0.1", "промилле", "‰")
_add("times", "1", "есе")
_add("m3", "1", "текше метр", "м3", "м³", "куб метр", "куб м", "текше м", "кубометр", "m3", "m³")
_add("m3", "1000000000", "текше километр", "текше шақырым", "км3", "км³", "куб километр", "текше км", "куб шақырым")
_add("m3", "0.001", "литр", "л")
_add(
    "m3/s",
    "1",
    "м3 / с",
    "м³ / с",
    "м3 / сек",
    "м³ / сек",
    "м3 / секунд",
    "м³ / секунд",
    "текше метр / секунд",
    "текше метр / с",
    "текше метр / сек",
)
_HOURS = (
    "{}-сағат",
    "{} сағат",
    "{} · сағ",
    "{} - сағ",
    "{} / сағ",
    "{} * сағ",
    "{} сағ",
    "{}-сағ",
    "{} · сағат",
    "{} / сағат",
    "{}с",
    "{}ч",
    "{} ч",
    "{} · ч",
    "{}-ч",
    "{} × сағ",
    "{} ∙ сағ",
    "{} • сағ",
    "{} - сағат",
    "{}·сағ",
    "{}сағ",
)
_PREFIXES = {"": "1", "кило": "1000", "мега": "1000000", "гига": "1000000000", "тера": "1000000000000"}
_SHORT = {"": "вт", "кило": "квт", "мега": "мвт", "гига": "гвт", "тера": "твт"}
for _prefix, _factor in _PREFIXES.items():
    for _name in (f"{_prefix}ватт", f"{_prefix}ват", _SHORT[_prefix]):
        _add("W", _factor, _name)
        _add("kWh", str(Decimal(_factor) / 1000), *(shape.format(_name) for shape in _HOURS))
_add("ha", "1", "гектар", "га")
_add("ha", "100", "шаршы километр", "шаршы шақырым", "шаршы км", "км2", "км²")
_add("ha", "0.0001", "шаршы метр", "шаршы м", "м2", "м²")
_add("t", "1", "тонна", "т", "тн")
_add("t", "0.1", "центнер", "ц")
_add("t", "0.001", "килограмм", "кг", "келі", "килограм", "кило")
_add("km", "1", "километр", "км", "шақырым")
_add("km", "0.001", "метр", "м")
_add("km", "0.00001", "сантиметр", "см")
_add("km", "0.000001", "миллиметр", "мм")
_add("person", "1", "адам", "кісі")
_add("count", "1", "дана", "бірлік")

LENGTHS: dict[str, int] = {}  # by first word, how many words the longest unit has
for _words in UNITS:
    LENGTHS[_words[0]] = max(len(_words), LENGTHS.get(_words[0], 0))

# unit words that are also something else when no number stands before them
SIGNS_BEFORE = {
    "$": "USD",
    "€": "EUR",
    "₸": "KZT",
    "₽": "RUB",
    "£": "GBP",
    "¥": "CNY",
    "usd": "USD",
    "eur": "EUR",
    "us$": "USD",
    "kzt": "KZT",
    "kgs": "KGS",
    "rub": "RUB",
}

# adjectives made of units: «62 шақырымдық», «1,5 миллиард долларлық»
ADJECTIVE_ENDINGS = ("лық", "лік", "дық", "дік", "тық", "тік")

OWNED_ENDINGS = ("нікі", "дікі", "тікі")  # «420 миллион доллардікі»

MULTIPLYING = "еселе"  # «екі еселенді», «1,5 еселеу»

# «тәулігіне», «жылына»: a number for each such time
RATES = {
    "тәулігіне": "day", "күніне": "day", "аптасына": "week", "айына": "month", "жылына": "year", "маусымына": "season",
    "тәулігінде": "day", "күнделікті": "day",
}  # fmt: skip
PER_SECOND = frozenset(("секундына", "секундында", "секундіне"))

WORDS = frozenset(word for words in UNITS for word in words)
ABBREVIATED = frozenset(("долл", "руб", "тг", "тнг", "км", "га", "кг", "м", "т", "сағ", "тн", "ц"))
