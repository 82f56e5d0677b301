"""Answers as HTML: the templates, what they may call, and the rendered pages that are kept while the ledger stands."""

from __future__ import annotations

import re
import secrets
from collections import OrderedDict
from functools import cache
from threading import Lock
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from qatynas import __version__
from qatynas.model.span import Span
from qatynas.publish.checked import advice_of, words_of
from qatynas.publish.labels import in_script, label, state
from qatynas.publish.page import SHOWN, SHOWN_WHOLE, quotations, words_filter
from qatynas.publish.quotes import Quotation
from qatynas.publish.sections.ground import reason_words
from qatynas.publish.sides import sides
from qatynas.publish.writing import date_words
from qatynas.relations import Report
from qatynas.relations.rows import short_id
from qatynas.serve.page import Answer
from qatynas.serve.visit import Visit
from qatynas.serve.words import NAMES, check_words, direction, word

FORM_MARK = f"form-{secrets.token_hex(16)}"
"""Stands in kept pages where each session's own token goes; nobody outside can know it."""

BEHIND_MARK = f"behind-{secrets.token_hex(16)}"
"""Stands where a page says that the ledger knows more than it shows."""

Key = tuple[object, ...]

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
"""Characters that turn the direction of what follows: they could make a page read otherwise than it is."""


def plain(words: object) -> str:
    """Words of documents for a line of ours: one line, without characters that turn direction."""
    return _TURNING.sub("", " ".join(str(words or "").split()))


@cache
def environment() -> Environment:
    made = Environment(
        loader=ChoiceLoader([PackageLoader("qatynas.serve"), PackageLoader("qatynas.publish")]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    linkable = lambda address: address.startswith(("https://", "http://"))  # noqa: E731
    made.filters |= {
        "finding_words": words_of,
        "reason_words": reason_words,
        "finding_title": check_words,
        "finding_advice": advice_of,
        "words": words_filter, "svg": Markup, "linkable": linkable, "plain": plain, "kk": in_script,
        "date": date_words, "short_id": short_id,
    }  # fmt: skip
    made.globals |= {
        "label": label, "word": word, "state": state, "whole": SHOWN_WHOLE, "shown": SHOWN, "version": __version__,
        "languages": NAMES, "direction": direction, "form_mark": FORM_MARK, "behind_mark": BEHIND_MARK,
        "date_words": date_words,
    }  # fmt: skip
    return made


def render(visit: Visit, key: str, answer: Answer, nav: tuple[tuple[str, str, str], ...]) -> str:
    """A page as HTML, with the form mark for the session's token."""
    text = environment().get_template(answer.template).render(**_fields(visit, key, answer, nav))
    return _UNPRINTABLE.sub("\ufffd", text)


def _fields(visit: Visit, key: str, answer: Answer, nav: tuple[tuple[str, str, str], ...]) -> dict[str, Any]:
    relationship = visit.relationship
    known: dict[tuple[str, Span], Quotation] = {}
    path = "/overview" if visit.path == "/" else visit.path
    kept = {name: said for name, said in visit.asked.items() if name not in ("lang", "theme", "part")}
    return {
        "visit": visit,
        "key": key,
        "title": answer.title or word("pages", key),
        "relationship": relationship,
        "pair": relationship.pair,
        "sides": sides(relationship.pair),
        "nav": nav,
        "json_address": visit.to(path + ".json", **kept),
        "quotations": lambda reports: quotations(relationship, reports, known),
        "how_many": lambda reports: (
            len({(report.source, report.claim.span) for report in reports}) + visit.told.left_out(reports)
        ),
        "sentences": lambda reports: visit.to("/sentences", of=sentence_ids(reports)),
    } | answer.fields


def sentence_ids(reports: tuple[Report, ...]) -> str:
    """Reports as the address of their sentences names them: each place once, at most as many as are shown."""
    places = {(report.source, report.claim.span): report for report in reports}
    return ",".join(report.id[:16] for report in list(places.values())[:SHOWN])


class Kept:
    """Rendered pages, the latest used last; most_bytes together. Each with the number of the state that it shows."""

    def __init__(self, most_bytes: int = 64 << 20) -> None:
        self.most_bytes = most_bytes
        self._pages: OrderedDict[Key, tuple[int, str]] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def get(self, key: Key) -> tuple[int, str] | None:
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
            return self._pages.get(key)

    def drop(self, key: Key) -> None:
        """Forget a page."""
        with self._lock:
            self._size -= len(self._pages.pop(key, (0, ""))[1])

    def put(self, key: Key, state: int, text: str) -> None:
        """Keep a page as it is in a state of the ledger (State.number)."""
        with self._lock:
            self._size += len(text) - len(self._pages.get(key, (0, ""))[1])
            self._pages[key] = state, text
            self._pages.move_to_end(key)
            while self._size > self.most_bytes:
                self._size -= len(self._pages.popitem(last=False)[1][1])
