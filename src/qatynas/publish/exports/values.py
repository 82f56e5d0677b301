"""What every export has: a name, a media type, what it takes from the ledger, and a file that it writes."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import IO

from qatynas.checks.surface import Ledger
from qatynas.ledger import Judgement
from qatynas.ledger.judging import standing
from qatynas.ledger.settling import Settlement
from qatynas.model.claim import Claim
from qatynas.model.errors import InputError
from qatynas.model.extraction import Extraction
from qatynas.model.finding import Finding
from qatynas.relations import Relationship

Pair = tuple[str, str]
File = IO[bytes]


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as it stands: id is that of the claim as it was read, extraction the reading that it is of."""

    id: str
    claim: Claim
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class Written:
    """What an export wrote: how many rows of what, and how many it had to leave out, by the reason."""

    rows: int
    of: str
    left: Mapping[str, int] = field(default_factory=dict)


class Material:
    """What exports are made of. Each thing is fetched once, and only where a format asks for it.

    book is an open ledger. pair is the pair of states exported; None is every pair for claims, and the pair that most
    claims are about for what is made of a relationship. relationship and findings are given by who has them already.
    """

    def __init__(
        self,
        book: Ledger,
        pair: Pair | None = None,
        *,
        relationship: Callable[[], Relationship] | None = None,
        findings: Callable[[], tuple[Finding, ...]] | None = None,
    ) -> None:
        self.book = book
        self.pair = pair
        self._given = relationship
        self._findings = findings

    def told(self) -> Iterator[Told]:
        """Every claim that stands (rejected ones gone, corrections made), document by document."""
        by_document: dict[str, list[Judgement]] = {}
        for judgement in self.book.judgements():
            by_document.setdefault(judgement.sha256, []).append(judgement)
        for extraction in self.book.extractions():  # a correction may have changed whom a claim is about
            for number, claim in standing(extraction, by_document.get(extraction.document.sha256, ())):
                if self.pair is None or set(self.pair) <= set(claim.parties):
                    yield Told(number, claim, extraction)

    @cached_property
    def relationship(self) -> Relationship:
        """Everything read about the pair, as people have judged it. Raises InputError where nothing is."""
        return self._given() if self._given else self.book.relationship(self.pair)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What all checks find about the pair."""
        from qatynas.checks import findings

        return self._findings() if self._findings else findings(self.relationship)

    def settled(self) -> tuple[Settlement, ...]:
        """The findings that people have settled, and nobody opened again, the oldest first."""
        return tuple(self.book.settlements())

    def file_name(self, name: str) -> str:
        """What a file of the format with this name is called: KAZ-KGZ-claims.csv."""
        return f"{'-'.join(self.pair)}-{name}" if self.pair else name


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write what the ledger knows.

    name is what the command line and addresses call it, and the end of the file's name; says tells in one line what is
    in it and for whom. needs are modules beyond the package's own that it imports.
    """

    name: str
    media_type: str
    says: str
    write: Callable[[Material, File], Written]
    needs: tuple[str, ...] = ()
    streams: bool = False  # whether it is written document by document, however many there are

    def missing(self) -> str:
        """The first module that it needs and that is not installed, "" where all are."""
        return next((name for name in self.needs if importlib.util.find_spec(name) is None), "")

    def check(self) -> None:
        """Raises InputError where a module that it needs is not installed."""
        if self.missing():
            raise InputError(self.name, f"needs {self.missing()}; install it with `pip install 'qatynas[export]'`")
