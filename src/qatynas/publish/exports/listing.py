"""All formats, in the order in which they are offered; a new one is a module that writes, and a line here."""

from __future__ import annotations

from qatynas.model.errors import InputError
from qatynas.publish.exports import (
    bibtex,
    brief,
    claimreview,
    claims,
    dates,
    ftm,
    plover,
    sdmx,
    sdmx_structure,
    series,
    statements,
    web_annotations,
)
from qatynas.publish.exports.values import File, Format, Material, Written

_CSV = "text/csv; charset=utf-8"
_LINES = "application/x-ndjson; charset=utf-8"
_PARQUET = "application/vnd.apache.parquet"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

FORMATS = (
    Format("claims.csv", _CSV, "every claim with its sentence, for a spreadsheet", claims.write_as_csv,
           streams=True),
    Format("claims.jsonl", _LINES, "every claim with all its fields, for programs", claims.write_as_lines,
           streams=True),
    Format("claims.parquet", _PARQUET, "every claim, for analysis", claims.write_as_parquet, ("pyarrow",),
           streams=True),
    Format("series.csv", _CSV, "every number of every series, with its interval, for a spreadsheet",
           series.write_as_csv),
    Format("series.jsonl", _LINES, "the same for programs", series.write_as_lines),
    Format("series.parquet", _PARQUET, "the same for analysis", series.write_as_parquet, ("pyarrow",)),
    Format("sdmx.csv", "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8",
           "series as SDMX-CSV 2.0, for statistical software", sdmx.write),
    Format("sdmx-structure.json", "application/vnd.sdmx.structure+json; version=2.0.0",
           "the structure that the SDMX-CSV follows: concepts, code lists, dimensions", sdmx_structure.write),
    Format("ftm.jsonl", _LINES, "states, people, bodies, meetings, works as FollowTheMoney entities", ftm.write),
    Format("ftm-statements.csv", _CSV, "the same as FollowTheMoney statements, each with its claim", statements.write),
    Format("annotations.json", 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
           "every claim as a W3C Web Annotation of its words, for readers and annotation tools", web_annotations.write,
           streams=True),
    Format("claimreview.jsonl", _LINES, "findings that a person has settled, as schema.org ClaimReview",
           claimreview.write),
    Format("events.csv", _CSV, "agreements, meetings and aid as event data (PLOVER and CAMEO)", plover.write),
    Format("dates.ics", "text/calendar; charset=utf-8", "planned dates, for a calendar", dates.write, ("icalendar",)),
    Format("sources.bib", "application/x-bibtex; charset=utf-8", "the documents, as BibTeX", bibtex.write),
    Format("brief.docx", _WORD, "a brief with every line footnoted, for who writes the next overview",
           brief.write, ("docx",)),
)  # fmt: skip


def format_of(name: str) -> Format:
    """The format with this name. Raises InputError."""
    for one in FORMATS:
        if one.name == name:
            return one
    raise InputError(name, f"no such format; expected one of {', '.join(one.name for one in FORMATS)}")


def export(name: str, material: Material, file: File) -> Written:
    """Write a format to a binary file. Raises InputError for an unknown one, or where a library is missing."""
    chosen = format_of(name)
    chosen.check()
    return chosen.write(material, file)
