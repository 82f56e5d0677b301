"""The cases that weights are learnt from: places of labelled articles with their signs and the right answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from qatynas.claims import extract, figures_belong, figures_resolve, likely
from qatynas.claims.context import At
from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_scope import Scope
from qatynas.claims.likely_claims import is_weighed
from qatynas.claims.relevance import irrelevance
from qatynas.language.reading import read_language
from qatynas.model import TOLD
from qatynas.read import read_bytes

SENTENCES = ("assessment", "topic", "procedure", "event", "trend", "goods")
FIELDS = {"assessment": "stance", "topic": "mode", "trend": "direction"}
LEAST = {
    "figures": {"belongs": 0.5, "doubted": 0.1},
    "sentences": {
        "assessment": 0.5,
        "topic": 0.4,
        "procedure": 0.25,
        "event": 0.3,
        "trend": 0.4,
        "goods": 0.25,
        **{f"{kind} doubted": 0.0 if kind == "trend" else 0.003 for kind in SENTENCES},
    },
}
BALANCED = {"figures": True, "sentences": False}
"""Whether both classes of an answer weigh the same; where not, the odds are those of a text."""


@dataclass(frozen=True)
class Article:
    name: str
    text: bytes
    claims: list[dict]


@dataclass(frozen=True)
class Case:
    """A place: its article, its signs, the answers that are right, those that the rules have given already."""

    article: str
    signs: tuple[str, ...]
    answers: frozenset[str]
    given: frozenset[str] = field(default=frozenset())

    def asks(self, answer: str) -> bool:
        """Whether the answer is a question here: a field's value only where a claim of its kind is."""
        field = answer.partition(":")[0]
        return field == answer or any(FIELDS.get(kind) == field for kind in self.answers)

    def open(self, answer: str) -> bool:
        return answer not in self.given


def figures(article: Article) -> Iterator[Case]:
    """Numbers that no other reason sets aside: whether a figure of the gold rests on them."""
    seen: dict[tuple[int, int], tuple[Said, Choice, Scope]] = {}

    def watch(said: Said, choice: Choice, about: Scope) -> tuple[Scope, str]:
        if said.at.pair and about.reason in ("", *figures_belong.WEIGHED):
            seen[said.at.index, said.number.span.start] = (said, choice, about)
        return about, ""

    asked, figures_resolve.figures_belong.belongs = figures_belong.belongs, watch
    try:
        extract(read_bytes(article.text, f"{article.name}.txt"))
    finally:
        figures_resolve.figures_belong.belongs = asked
    gold = [row for row in article.claims if row["kind"] == "figure"]
    for said, choice, about in seen.values():
        own = said.at.reading.original(said.number.span)
        right = any(row["start"] < own.end and own.start < row["end"] for row in gold)
        yield Case(
            article.name,
            tuple(figures_belong.signs(said, choice)),
            frozenset(["belongs"] if right else []),
            frozenset([] if about.reason and not about.firm else ["belongs"]),
        )


def sentences(article: Article) -> Iterator[Case]:
    """Sentences that are told of two sides: which of the kinds that are weighed the gold has in them, and how."""
    reading = read_language(read_bytes(article.text, f"{article.name}.txt"))
    if irrelevance(reading):
        return
    gold = [row for row in article.claims if row["kind"] in SENTENCES]
    for index, sentence in enumerate(reading.sentences):
        at = At(reading, index)
        if sentence.block not in TOLD or not is_weighed(at):
            continue
        own = reading.original(sentence.span)
        told = [row for row in gold if _is_in(row, own.start, own.end)]
        fields = {f"{field}:{row[field]}" for row in told for field in FIELDS.values() if row.get(field)}
        yield Case(article.name, tuple(likely.signs(at)), frozenset({row["kind"] for row in told} | fields))


def _is_in(row: dict, start: int, end: int) -> bool:
    """Whether at least half of the shorter of both lies in the other."""
    return min(row["end"], end) - max(row["start"], start) >= 0.5 * min(row["end"] - row["start"], end - start)


READERS: dict[str, Callable[[Article], Iterator[Case]]] = {"figures": figures, "sentences": sentences}
