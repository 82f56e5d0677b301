"""What a chamber votes on: documents and laws that the text told earlier, however much was said of them since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qatynas.claims.acts import part_of
from qatynas.claims.agreements_acts import LAW
from qatynas.claims.agreements_pointing import is_passive
from qatynas.claims.agreements_spelling import accusative
from qatynas.claims.agreements_titles import Named
from qatynas.claims.agreements_words import signs, types
from qatynas.claims.context import At
from qatynas.language import Hit
from qatynas.language.mentions import Case, Token
from qatynas.model import Span

_ACTS = frozenset({"approved", "ratified"})


def voted_on(at: At, hit: Hit, told: Sequence[Named]) -> tuple[Named, ...]:
    """«Палата екі құжатты да мақұлдады», «Екеуі де ратификацияланды»: so many of the papers told, the last ones;
    «Құжат мақұлданды» the one that a law is to ratify."""
    if hit.key not in _ACTS or not told:
        return ()
    before = at.tokens_in(Span(part_of(at, hit.span).start, hit.span.start))
    taken = (Case.NOM, None) if is_passive(at, hit) else (Case.ACC,)
    meant = next((t for t in reversed(before) if t.case in taken and _is_paper(t)), None)
    if meant is None:
        return ()
    many = _how_many(at, meant)
    if many == 1:
        return (told[-1],) if told[-1].ratifying and "generic" in signs((meant,)) else ()
    chamber = "parliament" in signs(at.sentence.tokens) or any(paper.ratifying for paper in told)
    return tuple(told[-many:]) if chamber and len(told) >= many else ()


def law_of(told: Sequence[Named]) -> Named | None:
    """«Заң мақұлданды»: the law by which the document told last is ratified."""
    paper = told[-1] if told else None
    if paper is None or not paper.ratifying or not paper.title:
        return None
    return replace(paper, type="law", title=accusative(paper.title) + LAW, ratifying=False, term=None)


def _is_paper(token: Token) -> bool:
    return bool(signs((token,)) & {"generic", "both"}) or bool(types().keys((token,)))


def _how_many(at: At, paper: Token) -> int:
    if "both" in signs((paper,)):
        return 3 if paper.lower.startswith("үш") else 2
    for number in at.sentence.numbers:
        if number.digits.end < paper.span.start and len(at.tokens_in(Span(number.digits.end, paper.span.start))) <= 1:
            return int(number.quantity.value)
    return 2 if paper.plural else 1
