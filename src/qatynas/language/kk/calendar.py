"""Kazakh words for times."""

from __future__ import annotations

MONTHS = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
)  # fmt: skip
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
WEEKDAYS = ("дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі")
SEASONS = {"көктем": 21, "жаз": 22, "күз": 23, "қыс": 24}  # EDTF, level 1
SEASON_NAMES = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}

# words that a hyphen joins into a stretch: қаңтар-мамыр, дүйсенбі-жұма
STRETCHABLE = (*MONTHS, "қыркүйег", *WEEKDAYS[:4])
