"""Kazakh read for its meaning: sentences, tokens, stems, numbers, dates, names."""

from qatynas.language.dates import date_document, dates
from qatynas.language.names import names
from qatynas.language.numbers import numbers
from qatynas.language.phrases import Hit, PhraseTable
from qatynas.language.sentences import sentences
from qatynas.language.stems import Analysis, analyse
from qatynas.language.tokens import tokens

__all__ = [
    "Analysis",
    "Hit",
    "PhraseTable",
    "analyse",
    "date_document",
    "dates",
    "names",
    "numbers",
    "sentences",
    "tokens",
]
