"""How a ledger grows: adding, asking and building anew at 1,000, 10,000 and 100,000 documents of ten claims each.

    python bench/ledger_scale.py [DOCUMENTS …] [--ask QUESTION …] [--limit SECONDS] [--keep FOLDER] [--ledger FILE]

«keep» makes what is kept up beside the ledger, from nothing at the first size and from what it was at the next, and
says what each ten thousand of a kind took;
«one more» adds a document and asks for series and treaties; «build» makes the whole relationship in memory.

Documents are made by varying the claims of the notes that ship with the package (numbers, dates, titles, numbers of
sessions), with a paragraph of made-up words of their own, and go straight into `Ledger.add`. Each question is asked in
a process of its own, as on the command line, and its time is that of the question, the program's own start left out.
Prints each figure as it comes, then a table of rate and memory against size.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from qatynas.claims import extract
from qatynas.demo import NOTES
from qatynas.ledger import Ledger
from qatynas.model import Claim, Extraction, Figure, Meeting, Quantity, Span
from qatynas.model.document import Block, BlockKind
from qatynas.read import find_documents, read_path
from qatynas.relations.rows import status_row
from qatynas.relations.surface import Ledger as Relating

CLAIMS = 10
OWN_WORDS = 120  # of a document, beside its claims: few texts repeat each other's sentences throughout
PAIR = ("KAZ", "KGZ")
_SYLLABLES = [one + two for one in "бгджзклмнпрстшқ" for two in "аеиоуыіөүұ"]


def _word(dice: random.Random) -> str:
    return "".join(dice.choice(_SYLLABLES) for _ in range(3))


def _titles(count: int) -> list[str]:
    dice = random.Random(7)
    return [f"{_word(dice)} {_word(dice)} {_word(dice)} туралы келісім" for _ in range(count)]


TITLES = _titles(3_000)
ASKED = {
    "keep": lambda book, _: book.keep_up(_shown()),
    "series": lambda book, _: book.series("trade.turnover", PAIR, limit=20),
    "series all": lambda book, _: book.series("trade.turnover", PAIR),
    "treaties": lambda book, _: book.treaties_on("2025-07-01", PAIR, limit=200),
    "treaties all": lambda book, _: book.treaties_on("2025-07-01", PAIR),
    "search": lambda book, _: book.search("су бөлу", 20),
    "status": lambda book, _: status_row(book),
    "claim": lambda book, number: book.claim(number),
    "timeline": lambda book, _: book.kept(PAIR).things.timeline(*YEAR, PAGE),
    "bodies": lambda book, _: book.kept(PAIR).joint.bodies(PAGE),
    "duties": lambda book, _: book.kept(PAIR).joint.duties(2025),
    "works": lambda book, _: book.kept(PAIR).things.works(PAGE),
    "supplies": lambda book, _: book.kept(PAIR).things.supplies(PAGE),
    "voices": lambda book, _: book.kept(PAIR).things.voices(limit=PAGE),
    "communities": lambda book, _: book.kept(PAIR).things.communities(PAGE),
    "places": lambda book, _: book.kept(PAIR).things.places(PAGE),
    "organisations": lambda book, _: book.kept(PAIR).things.organisations(PAGE),
    "programmes": lambda book, _: book.kept(PAIR).ahead.programmes(PAGE),
    "goods": lambda book, _: book.kept(PAIR).courses("trade", 20, bool),
    "documents": lambda book, _: book.kept(PAIR).documents(PAGE),
    "diff": lambda book, _: book.kept(PAIR).since(date.fromisoformat(book.counts().last_added()[:10]), PAGE),
    "meetings": lambda book, _: book.kept(PAIR).meetings.listed(limit=50, newest=True),
    "promises": lambda book, _: book.kept(PAIR).ahead.promises(limit=PAGE),
    "brief": lambda book, _: book.kept(PAIR).brief(date(2025, 7, 1), 20),
    "one more": lambda book, _: _one_more(book),
    "build": lambda book, _: book.relationship(PAIR),
}
"""What is asked, by its name; «claim» is given the number of one."""
PAGE = 200  # things of which there are many
YEAR = (date(2024, 1, 1), date(2024, 12, 31))


def _shown() -> Callable[[str, int], None]:
    """Prints, as keeping up goes on, what every ten thousand of what waits took, and the memory until then."""
    last: dict[str, tuple[int, float]] = {}

    def progress(what: str, waiting: int) -> None:
        before, since = last.setdefault(what, (waiting, time.process_time()))
        if before - waiting >= 10_000:
            spent = time.process_time() - since
            print(f"  {what}, {before - waiting}: {spent:.1f} s of processor, {_memory():.0f} MiB", file=sys.stderr)
            last[what] = waiting, time.process_time()

    return progress


def _one_more(book: Relating) -> None:
    """A document comes, and what is told of it is asked."""
    book.add(next(documents(1, seed=time.time_ns())))
    book.series("trade.turnover", PAIR, limit=20)
    book.treaties_on("2025-07-01", PAIR, limit=PAGE)


def models() -> list[Claim]:
    """The claims of the package's own notes about the pair."""
    found = [extract(read_path(path)) for path in find_documents([NOTES])]
    return [claim for extraction in found for claim in extraction.claims if set(PAIR) <= set(claim.parties)]


def documents(count: int, seed: int = 1) -> Iterator[Extraction]:
    """Documents made by varying the models; the same for the same seed."""
    known = models()
    shape = extract(read_path(next(find_documents([NOTES]))))
    for number in range(count):
        dice = random.Random(seed * 1_000_003 + number)
        yield _document(shape, [_varied(dice.choice(known), dice) for _ in range(CLAIMS)], number, dice)


def _document(shape: Extraction, claims: list[Claim], number: int, dice: random.Random) -> Extraction:
    published = (date(2000, 1, 1) + timedelta(days=dice.randrange(9_300))).isoformat()
    lines = [f"Жазба {number}", *(f"{claim.quote} {dice.randrange(10**6)}" for claim in claims)]
    lines.append(" ".join(_word(dice) for _ in range(OWN_WORDS)))
    text, spans = "", []
    for line in lines:
        spans.append(Span(len(text), len(text) + len(line)))
        text += line + "\n"
    path = f"synthetic/{number:06}.txt"
    document = dataclasses.replace(
        shape.document, path=path, text=text, title=lines[0], dates=(), author=None, source_offsets=None,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        blocks=tuple(Block(BlockKind.PARAGRAPH, span) for span in spans),
    )  # fmt: skip
    placed = tuple(
        dataclasses.replace(
            claim, document=path, span=Span(span.start, span.start + len(claim.quote)), support=(), why=(),
            published=published, published_basis="stated",
        )
        for claim, span in zip(claims, spans[1:-1], strict=True)
    )  # fmt: skip
    dating = dataclasses.replace(shape.dating, edtf=published, basis="stated", reason="made")
    return Extraction(document, dating, PAIR, placed, (), ())


def _varied(claim: Claim, dice: random.Random) -> Claim:
    """The claim with another number, period, date, title or session."""
    if isinstance(claim, Figure):
        value = claim.quantity.value * dice.randrange(500, 1500) / 1000
        quantity = Quantity(Decimal(value), claim.quantity.unit, value, value, claim.quantity.qualifier)
        year = dice.randrange(1992, 2026)
        period = f"{year}" if dice.random() < 0.6 else f"{year}-{dice.randrange(1, 13):02}"
        return dataclasses.replace(claim, quantity=quantity, period=period)
    changes: dict[str, object] = {}
    names = {field.name for field in dataclasses.fields(claim)}
    if "date" in names:
        changes["date"] = (date(1992, 1, 1) + timedelta(days=dice.randrange(12_300))).isoformat()
    if isinstance(claim, Meeting) and claim.number:
        changes["number"] = dice.randrange(1, 60)
    if claim.kind == "agreement" and getattr(claim, "title", None):
        changes["title"] = TITLES[dice.randrange(len(TITLES))]
    return dataclasses.replace(claim, **changes) if changes else claim  # type: ignore[arg-type]


@dataclasses.dataclass(frozen=True)
class Cost:
    """What something took: seconds by the clock and of the processor, MiB at most."""

    seconds: float
    processor: float
    memory: float

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s by the clock, {self.processor:.2f} s of processor, {self.memory:.0f} MiB"


def told(path: Path, question: str, number: str) -> None:
    """Ask one question, in this process, and print its cost as JSON."""
    if question == "one more":
        models()  # what makes documents is not counted
    started, begun = time.monotonic(), time.process_time()
    with Relating.open(path) as book:
        ASKED[question](book, number)
    seconds = time.monotonic() - started
    print(json.dumps([seconds, time.process_time() - begun, _memory()]))


def ask(path: Path, question: str, limit: float, number: str) -> Cost | None:
    """What a question takes in a process of its own; None where it takes longer than limit seconds."""
    try:
        done = subprocess.run(
            [sys.executable, __file__, "--told", question, "--number", number, "--ledger", str(path)],
            check=True, stdout=subprocess.PIPE, timeout=limit,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return None
    return Cost(*json.loads(done.stdout))


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def grow(book: Ledger, made: Iterator[Extraction], count: int) -> str:
    """Add so many documents; the rate in the first and the last tenth, as a row of the table."""
    rates, begun, since = [], time.process_time(), time.monotonic()
    tenth = max(1, count // 10)
    for number in range(count):
        book.add(next(made))
        if (number + 1) % tenth == 0:
            rates.append(tenth / (time.monotonic() - since))
            since = time.monotonic()
    each = 1000 * (time.process_time() - begun) / count
    return f"{rates[0]:.0f} a second, {rates[-1]:.0f}; {each:.2f} ms of processor; {_memory():.0f} MiB"


def table(rows: dict[str, dict[int, str]], sizes: list[int]) -> Iterator[str]:
    """Rate and memory against size, a line for each thing asked."""
    yield "| | " + " | ".join(f"{size:,} documents" for size in sizes) + " |"
    yield "| --- |" + " --- |" * len(sizes)
    for name, cells in rows.items():
        yield f"| {name} | " + " | ".join(cells.get(size, "–") for size in sizes) + " |"


def measured(path: Path, sizes: list[int], questions: list[str], limit: float) -> Iterator[tuple[str, int, str]]:
    """Grow a ledger to each size and ask; what was measured, at which size, and the figure, as it comes."""
    made = documents(max(sizes))
    reached = 0
    with Ledger(path, data="bench") as book:
        for size in sizes:
            if size > reached:
                yield "add: in the first tenth, in the last; each; memory", size, grow(book, made, size - reached)
                reached = size
            yield "file", size, f"{path.stat().st_size / 1e6:.0f} MB"
            known = next(book.extractions())
            number = known.claims[0].id(known.document.sha256)
            for question in questions:
                yield question, size, str(ask(path, question, limit, number) or f"more than {limit:.0f} s")
            kept = sum(one.stat().st_size for one in path.parent.glob(f"{path.name}-kept-*"))
            yield "files beside it", size, f"{kept / 1e6:.0f} MB"


def main(sizes: list[int], folder: Path, limit: float, questions: list[str]) -> None:
    rows: dict[str, dict[int, str]] = {}
    for name, size, figure in measured(folder / "scale.sqlite", sizes, questions, limit):
        print(f"{size} documents, {name}: {figure}", flush=True)
        rows.setdefault(name, {})[size] = figure
    print("\n".join(table(rows, sizes)))


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    options.add_argument("--keep", type=Path, help="a folder to leave the ledger in")
    options.add_argument("--limit", type=float, default=600, help="seconds after which a question is given up")
    options.add_argument("--ask", nargs="*", choices=ASKED, default=list(ASKED))
    options.add_argument("--ledger", type=Path, help="ask a ledger that there is, and add nothing but «one more»")
    options.add_argument("--told", help=argparse.SUPPRESS)  # one question, in a process of its own
    options.add_argument("--number", default="", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.told:
        told(chosen.ledger, chosen.told, chosen.number)
        sys.exit()
    if chosen.ledger:
        for one in chosen.ask:
            print(f"{one}: {ask(chosen.ledger, one, chosen.limit, chosen.number) or 'longer'}", flush=True)
        sys.exit()
    with tempfile.TemporaryDirectory() as made_folder:
        main(sorted(chosen.sizes), chosen.keep or Path(made_folder), chosen.limit, chosen.ask)
