"""A ledger with the relationship that it tells of: what a program that uses this package holds in its hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qatynas.ledger import Ledger as Book
from qatynas.ledger.ledger import LATEST
from qatynas.model.claim import Claim
from qatynas.model.errors import InputError
from qatynas.model.extraction import Extraction
from qatynas.relations.asking import treaties_on
from qatynas.relations.build import build, pairs
from qatynas.relations.histories import Course, Relationship, Standing, Treaty
from qatynas.relations.values import Fact


class Ledger(Book):
    """A ledger that answers what the relationship is, as people have judged it.

    with Ledger.open(path) as ledger:
        ledger.series("trade.turnover"), ledger.facts("meeting"), ledger.treaties_on("2025-07-01")
        ledger.search("су бөлу")
    """

    @classmethod
    def open(cls, path: Path | str) -> Ledger:
        """The ledger in this file. Raises InputError where there is none: `Ledger(path)` makes one."""
        if not Path(path).exists():
            raise InputError(str(path), "no such ledger; make one with `qatynas add PATH…`, or give documents as PATH")
        return cls(Path(path))

    def relationship(
        self,
        pair: tuple[str, str] | None = None,
        *,
        as_of: str | None = None,
        before: str = LATEST,
        empty: bool = False,
    ) -> Relationship:
        """The relationship of a pair of states, by default the one that most claims are about.

        as_of (EDTF) stands for «now». before (an ISO date) leaves out what came into the ledger on that day or later,
        judgements included. Raises InputError where nothing is told of the pair, unless empty allows for that.
        """
        extractions = list(self.extractions(before=before))
        words = [word for word in self.judgements() if word.added_at < before]
        if not (empty and pair):
            pair = chosen_pair(extractions, pair, str(self.path))
        return build(extractions, pair, judgements=words, as_of=as_of)

    def facts(self, kind: str | None = None, pair: tuple[str, str] | None = None) -> tuple[Fact[Claim], ...]:
        """Facts with their reports, of one kind of claim where it is given."""
        found = self.relationship(pair)
        return found.facts if kind is None else found.of_kind(kind)

    def series(self, indicator: str, pair: tuple[str, str] | None = None) -> tuple[Course, ...]:
        """All that is told of an indicator (CLAIMS.md's code), or of those that begin so («trade»)."""
        return tuple(one for one in self.relationship(pair).courses if is_of(one.indicator, indicator))

    def treaties_on(self, day: str, pair: tuple[str, str] | None = None) -> tuple[tuple[Treaty, Standing], ...]:
        """How every text stands on a day (ISO), the strongest standing first."""
        return treaties_on(self.relationship(pair), date.fromisoformat(day))


def is_of(indicator: str, wanted: str) -> bool:
    """Whether an indicator is the one wanted, or one of the group wanted: trade.turnover is of trade."""
    return indicator == wanted or indicator.startswith(wanted + ".")


def chosen_pair(extractions: list[Extraction], pair: tuple[str, str] | None, where: str) -> tuple[str, str]:
    """The pair, or the one that most claims are about. Raises InputError where there is no claim about it."""
    known = pairs(extractions)
    if not pair and not known:
        raise InputError(where, "no claim about two states found; look at it with `qatynas extract --explain`")
    if pair and pair not in known:
        others = ", ".join("-".join(one) for one in known[:5]) or "no pair"
        raise InputError("-".join(pair), f"no claim about this pair; there are claims about {others}")
    return pair or known[0]
