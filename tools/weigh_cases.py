"""The cases that weights are learnt from: places of labelled articles with their signs and the right answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from qatynas.claims import extract, figures_belong, figures_resolve
from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_scope import Scope
from qatynas.read import read_bytes

LEAST = {"figures": {"belongs": 0.5, "doubted": 0.1}}


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


READERS: dict[str, Callable[[Article], Iterator[Case]]] = {"figures": figures}
