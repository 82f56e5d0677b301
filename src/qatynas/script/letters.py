"""The letters of the three scripts: what each stands for, and the small classes that the rules ask about."""

from __future__ import annotations

import unicodedata

HAMZA = "\u0621"
HIGH_HAMZA = "\u0674"

# Kazakh Cyrillic letter → its Arabic letters without the hamza of front words. Source: the press of Kazinform's
# edition in Arabic script and the draft standard of 1982; ц is تس and щ شش there.
CYRL_TO_ARAB = {
    "а": "ا", "ә": "ا", "б": "ب", "в": "ۆ", "г": "گ", "ғ": "ع", "д": "د", "е": "ە", "ё": "يو", "ж": "ج",
    "з": "ز", "и": "ي", "й": "ي", "к": "ك", "қ": "ق", "л": "ل", "м": "م", "н": "ن", "ң": "ڭ", "о": "و",
    "ө": "و", "п": "پ", "р": "ر", "с": "س", "т": "ت", "у": "ۋ", "ұ": "ۇ", "ү": "ۇ", "ф": "ف", "х": "ح",
    "һ": "ھ", "ц": "تس", "ч": "چ", "ш": "ش", "щ": "شش", "ъ": "", "ы": "ى", "і": "ى", "ь": "", "э": "ە",
    "ю": "يۋ", "я": "يا",
}  # fmt: skip

CYRILLIC_VOWELS = frozenset("аәеёиоөуұүыіэюя")
FRONT_VOWELS = frozenset("әөүі")  # those that Arabic script writes with the letter of their back partner
BACK_VOWELS = frozenset("аоұыяёю")

# Arabic letter of the canonical spelling → its plain Cyrillic reading in a back word.
ARAB_TO_CYRL_BACK = {
    "ا": "а", "ب": "б", "ۆ": "в", "گ": "г", "ع": "ғ", "د": "д", "ە": "е", "ج": "ж", "ز": "з", "ي": "и",
    "ك": "к", "ق": "қ", "ل": "л", "م": "м", "ن": "н", "ڭ": "ң", "و": "о", "پ": "п", "ر": "р", "س": "с",
    "ت": "т", "ۋ": "у", "ۇ": "ұ", "ف": "ф", "ح": "х", "ھ": "һ", "چ": "ч", "ش": "ш", "ى": "ы",
}  # fmt: skip
ARABIC_LETTERS = frozenset(ARAB_TO_CYRL_BACK)

# Letters of neighbours' orthographies, old font encodings and compatibility forms → the canonical letters.
# The font hack of the old press had ئ for ى, ذ for ۇ and ة for ە. ء inside the result is the mark of front words.
ARABIC_REPAIRS = {
    "\u0674": HAMZA, "\u0675": HAMZA + "ا", "\u0676": HAMZA + "و", "\u0677": HAMZA + "ۇ", "\u0678": HAMZA + "ى",
    "أ": HAMZA + "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": HAMZA + "و", "ئ": "ى", "ذ": "ۇ", "ة": "ە", "ک": "ك",
    "ڪ": "ك", "ی": "ي", "ې": "ە", "ہ": "ە", "ه": "ە", "ۀ": "ە", "ۈ": HAMZA + "ۇ", "ۅ": HAMZA + "و",
    "ۉ": HAMZA + "ۇ", "ۏ": "ۆ", "غ": "ع", "خ": "ح", "ط": "ت", "ظ": "ز", "ص": "س", "ض": "د", "ث": "س", "ژ": "ج",
    "ڃ": "چ", "ڠ": "گ", "ګ": "گ", "ڭ": "ڭ", "ݣ": "ڭ", "ۓ": "ە", "ے": "ە", "ڤ": "ۆ", "ۋ": "ۋ",
    "\u0640": "",
}  # fmt: skip

# Presentation forms, which old programs stored instead of the letters they show.
ARABIC_REPAIRS |= {
    chr(code): "".join(ARABIC_REPAIRS.get(char, char) for char in plain)
    for low, high in ((0xFB50, 0xFDFB), (0xFE70, 0xFEFC))
    for code in range(low, high + 1)
    if (plain := unicodedata.normalize("NFKC", chr(code)).strip()) != chr(code) and plain.isalpha()
}

# Letters that join the hamza to one vowel and so leave no doubt about it.
EXACT_LETTERS = {"\u0675": "ә", "\u0676": "ө", "\u0677": "ү", "\u0678": "і", "ۈ": "ү", "ۅ": "ө", "ۉ": "ү"}

ARABIC_MARKS = {"،": ",", "؛": ";", "؟": "?", "٪": "%", "۔": ".", "٬": " ", "٫": ","}
ARABIC_DIGITS = {chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)}

# Drawn alike in Latin and Cyrillic: Latin → Kazakh Cyrillic.
LATIN_LOOKALIKES = {
    "a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "y": "у", "x": "х", "i": "і", "h": "һ", "k": "к", "ə": "ә",
    "ө": "ө", "A": "А", "B": "В", "E": "Е", "K": "К", "M": "М", "H": "Н", "O": "О", "P": "Р", "C": "С", "T": "Т",
    "X": "Х", "I": "І", "Y": "Ү", "Ə": "Ә", "ë": "ё", "Ë": "Ё", "ı": "і", "ï": "ї", "ğ": "ғ", "ö": "ө", "ü": "ү",
}  # fmt: skip

# Nothing to see: dropped from words. Soft hyphen, zero-width space, (non-)joiners, direction marks, byte-order mark.
INVISIBLE = frozenset(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
