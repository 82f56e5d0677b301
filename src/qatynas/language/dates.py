"""Dates: those of a sentence, and the document's own."""

from qatynas.language.date_mentions import date_tokens, dates
from qatynas.language.dating import date_document

__all__ = ["date_document", "date_tokens", "dates"]
