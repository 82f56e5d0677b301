"""Kazakh read for its meaning: sentences, tokens, stems, numbers, dates, names."""

from qatynas.language.phrases import Hit, PhraseTable
from qatynas.language.sentences import sentences
from qatynas.language.stems import Analysis, analyse
from qatynas.language.tokens import tokens

__all__ = ["Analysis", "Hit", "PhraseTable", "analyse", "sentences", "tokens"]
