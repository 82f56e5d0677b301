"""The dossier: one self-contained HTML page, no request, no external font."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from qatynas import __version__
from qatynas.model.span import Span
from qatynas.publish.headline import Clause, cards, paragraph
from qatynas.publish.labels import ENGLISH, in_script, label, language, listed, state, table
from qatynas.publish.parts import Kazakh, Words
from qatynas.publish.quotes import Quotation, quotation
from qatynas.publish.sections import SECTIONS, section
from qatynas.publish.sections.ahead import cards_ahead
from qatynas.publish.sides import sides
from qatynas.publish.writing import date_words
from qatynas.relations import Relationship, Report, order

SHOWN_WHOLE = 6  # reports of one entry shown with their paragraph; the next ones with their words alone
SHOWN = 24  # reports of one entry shown at all; the rest is counted, and listed by `qatynas show --json`
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def dossier(relationship: Relationship) -> str:
    """The page for one relationship, as UTF-8 text.

    It holds everything it shows: style, script and pictures inside, and forbids itself every request. What documents
    say is escaped; characters that HTML cannot hold become U+FFFD.
    """
    page = _environment().get_template("dossier.html.j2")
    known: dict[tuple[str, Span], Quotation] = {}
    text = page.render(
        relationship=relationship,
        pair=relationship.pair,
        sides=sides(relationship.pair),
        cards=cards(relationship),
        ahead=cards_ahead(relationship),
        clauses=_numbered(paragraph(relationship)),
        sections=[section(relationship, key) for key in SECTIONS],
        made_from=_made_from(relationship),
        as_of=_as_of(relationship),
        version=__version__,
        language=table()["page"]["language"],
        quotations=lambda reports: quotations(relationship, reports, known),
        how_many=lambda reports: len({(report.source, report.claim.span) for report in reports}),
        style=Markup(_asset("dossier.css")),
        script=Markup(_asset("dossier.js")),
    )
    return _UNPRINTABLE.sub("\ufffd", text)


def _numbered(clauses: Sequence[Clause]) -> list[tuple[int, Clause]]:
    """The clauses with the number of their note; 0 for one that rests on no sentence."""
    notes = itertools.count(1)
    return [(next(notes) if clause.reports else 0, clause) for clause in clauses]


def quotations(
    relationship: Relationship, reports: Sequence[Report], known: dict[tuple[str, Span], Quotation]
) -> list[Quotation]:
    """The first of the reports' sentences, each place of a document once, oldest document first.

    known keeps what was made before: one sentence stands under several entries.
    """
    places = {(report.source, report.claim.span): report for report in reports}
    ordered = sorted(places.values(), key=lambda r: (order(r.claim.published), r.claim.document, r.claim.span))
    shown = {(report.source, report.claim.span): report for report in ordered[:SHOWN]}
    known |= {place: quotation(relationship, report) for place, report in shown.items() if place not in known}
    return [dataclasses.replace(known[place], speaker=report.claim.speaker or "") for place, report in shown.items()]


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("qatynas.publish"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters |= {"words": words_filter, "svg": Markup, "linkable": _linkable, "kk": in_script}
    made.globals |= {"label": label, "state": state, "whole": SHOWN_WHOLE, "shown": SHOWN}
    return made


def _asset(name: str) -> str:
    return (files("qatynas.publish") / "templates" / name).read_text(encoding="utf-8")


def words_filter(words: Words) -> Markup:
    """Words of a cell as HTML; the Kazakh ones carry their language."""
    if not isinstance(words, str):
        return Markup('<span class="dot"> · </span>').join(words_filter(word) for word in words if word)
    if isinstance(words, Kazakh) and words:
        return Markup('<span lang="kk">{}</span>').format(words) if language() == ENGLISH else escape(in_script(words))
    return escape(words)


def _linkable(address: str) -> bool:
    """Whether an address may be a link: only the web's own schemes."""
    return address.startswith(("https://", "http://"))


def _made_from(relationship: Relationship) -> str:
    told = [source for source in relationship.sources.values() if source.claims]
    dates = sorted((source.dating.edtf for source in told if source.dating.edtf), key=order)
    scripts = [
        label("scripts", name) for name in ("Cyrl", "Arab", "Latn") if any(s.document.script == name for s in told)
    ]
    if not dates:
        span = label("page", "undated")
    elif dates[0] == dates[-1]:
        span = date_words(dates[0])
    else:
        span = f"{date_words(dates[0])} – {date_words(dates[-1])}"
    return label("page", "made_from", documents=len(told), scripts=listed(scripts), dates=span)


def _as_of(relationship: Relationship) -> str:
    if not relationship.as_of:
        return label("page", "as_of_unknown")
    return label("page", "as_of", date=date_words(relationship.as_of))
