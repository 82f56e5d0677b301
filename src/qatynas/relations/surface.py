"""A ledger with the relationship that it tells of: what a program that uses this package holds in its hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from qatynas.ledger import Ledger as Book
from qatynas.ledger.counts import Counts
from qatynas.ledger.ledger import LATEST
from qatynas.model.claim import Claim
from qatynas.model.errors import InputError
from qatynas.model.extraction import Extraction
from qatynas.relations.build import build, pairs
from qatynas.relations.histories import Course, Relationship, Standing, Treaty
from qatynas.relations.joining import fact_order
from qatynas.relations.kept import Kept, Progress
from qatynas.relations.values import Fact


class Ledger(Book):
    """A ledger that answers what the relationship is, as people have judged it.

    with Ledger.open(path) as ledger:
        ledger.series("trade.turnover"), ledger.facts("meeting"), ledger.treaties_on("2025-07-01")
        ledger.search("су бөлу")
    """

    def __init__(self, path: Path, **options: Any) -> None:
        self._kept: dict[tuple[str, str], Kept] = {}
        self._counts: Counts | None = None
        super().__init__(path, **options)

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

    def close(self) -> None:
        """Close the file, and those beside it that hold what is kept up."""
        for one in self._kept.values():
            one.close()
        if self._counts is not None:
            self._counts.close()
        super().close()

    def counts(self) -> Counts:
        """How many documents and claims there are, kept up."""
        if self._counts is None:
            self._counts = Counts(self.path)
        return self._counts

    def kept(self, pair: tuple[str, str] | None = None) -> Kept:
        """What is kept up of a pair of states, by default the one that most claims are about: facts, series and texts
        without building everything. Raises InputError where nothing is told of the pair."""
        one, other = sorted(_chosen(list(self.counts().pairs()), pair and _in_order(pair), str(self.path)))
        if (one, other) not in self._kept:
            self._kept[one, other] = Kept(self, (one, other))
        return self._kept[one, other]

    def keep_up(self, progress: Progress | None = None) -> None:
        """Bring what is kept of the pair that most claims are about up to date, as after documents were added; a
        question does so, too, as far as it needs. progress is told what is done and how much waits."""
        if self.counts().pairs():
            kept = self.kept()
            kept.catch_up(progress=progress)
            kept.treaties.catch_up(progress)
            kept.labels.catch_up(progress)

    def facts(self, kind: str | None = None, pair: tuple[str, str] | None = None) -> tuple[Fact[Claim], ...]:
        """Facts with their reports, of one kind of claim where it is given, by date."""
        return tuple(sorted(self.kept(pair).facts(kind), key=fact_order))

    def series(
        self, indicator: str, pair: tuple[str, str] | None = None, *, limit: int | None = None
    ) -> tuple[Course, ...]:
        """All that is told of an indicator (CLAIMS.md's code), or of those that begin so («trade»).

        limit gives of each series so many numbers at most, those of its newest periods: of a ledger in which tens of
        thousands are told, a part is read sooner.
        """
        return self.kept(pair).courses(indicator, limit)[0].courses

    def treaties_on(
        self, day: str, pair: tuple[str, str] | None = None, *, limit: int | None = None
    ) -> tuple[tuple[Treaty, Standing], ...]:
        """How every text stands on a day (ISO), the strongest standing first; limit: so many at most."""
        return tuple(self.kept(pair).treaties_on(date.fromisoformat(day), limit)[1])


def chosen_pair(extractions: list[Extraction], pair: tuple[str, str] | None, where: str) -> tuple[str, str]:
    """The pair, or the one that most claims are about. Raises InputError where there is no claim about it."""
    return _chosen(pairs(extractions), pair, where)


def _chosen(known: list[tuple[str, str]], pair: tuple[str, str] | None, where: str) -> tuple[str, str]:
    if not pair and not known:
        raise InputError(where, "no claim about two states found; look at it with `qatynas extract --explain`")
    if pair and pair not in known:
        others = ", ".join("-".join(one) for one in known[:5]) or "no pair"
        raise InputError("-".join(pair), f"no claim about this pair; there are claims about {others}")
    return pair or known[0]


def _in_order(pair: tuple[str, str]) -> tuple[str, str]:
    return min(pair), max(pair)
