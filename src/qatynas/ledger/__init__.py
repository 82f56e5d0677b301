"""Keeps documents, claims and judgements in one append-only SQLite file, and finds them again."""

from qatynas.ledger.ledger import Ledger
from qatynas.ledger.values import Added, Entry, Hit, Judged, Judgement, Kept, Listed, Record, Version

__all__ = ["Added", "Entry", "Hit", "Judged", "Judgement", "Kept", "Ledger", "Listed", "Record", "Version"]
