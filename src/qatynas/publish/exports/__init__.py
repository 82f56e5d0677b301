"""What the ledger knows in the formats of others: tables, statistics, entities, events, calendars, briefs."""

from qatynas.publish.exports.listing import FORMATS, export, format_of
from qatynas.publish.exports.values import Format, Material, Written

__all__ = ["FORMATS", "Format", "Material", "Written", "export", "format_of"]
