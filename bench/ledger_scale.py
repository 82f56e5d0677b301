"""How a ledger grows: adding, asking and building anew at 1,000, 10,000 and 100,000 documents of ten claims each.

    python bench/ledger_scale.py [DOCUMENTS …] [--ask QUESTION …] [--limit SECONDS] [--keep FOLDER]

«keep» makes what is kept up beside the ledger, from nothing at the first size and from what it was at the next;
«one more» adds a document and asks for series and treaties; «build» makes the whole relationship in memory.

Documents are made by varying the claims of the notes that ship with the package (numbers, dates, titles, numbers of
sessions), with a paragraph of made-up words of their own, and go straight into `Ledger.add`. Each question is asked in
a process of its own, as on the command line, and its time is that of the question, the program's own start left out.
Prints a row for each size.
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
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from qatynas.claims import extract
from qatynas.demo import NOTES
from qatynas.ledger import Ledger
from qatynas.model import Claim, Extraction, Figure, Meeting, Quantity, Span
from qatynas.model.document import Block, BlockKind
from qatynas.read import find_documents, read_path

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
QUESTIONS = (
    "keep",
    "series",
    "series all",
    "treaties",
    "treaties all",
    "search",
    "status",
    "claim",
    "one more",
    "build",
)
ASK = """
import json, resource, sys, time
from qatynas.relations.rows import status_row
from qatynas.relations.surface import Ledger
PAIR = ("KAZ", "KGZ")
if sys.argv[2] == "one more":
    sys.path.insert(0, sys.argv[4])
    import ledger_scale
    more = next(ledger_scale.documents(1, seed=time.time_ns()))
def one_more(book):  # a document comes, and what is told of it is asked
    book.add(more)
    book.series("trade.turnover", PAIR, limit=20)
    book.treaties_on("2025-07-01", PAIR, limit=200)
ask = {
    "keep": lambda book: book.keep_up(),
    "series": lambda book: book.series("trade.turnover", PAIR, limit=20),
    "series all": lambda book: book.series("trade.turnover", PAIR),
    "treaties": lambda book: book.treaties_on("2025-07-01", PAIR, limit=200),
    "treaties all": lambda book: book.treaties_on("2025-07-01", PAIR),
    "search": lambda book: book.search("су бөлу", 20),
    "status": lambda book: status_row(book),
    "claim": lambda book: book.claim(sys.argv[3]),
    "one more": one_more,
    "build": lambda book: book.relationship(PAIR),
}[sys.argv[2]]
started, begun = time.monotonic(), time.process_time()
with Ledger.open(sys.argv[1]) as book:
    ask(book)
told = time.monotonic() - started
print(json.dumps([told, time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


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


def ask(path: Path, question: str, limit: float, number: str) -> tuple[float, float, float] | None:
    """Seconds by the clock and of the processor and MiB that a question takes in a process of its own; None where it
    takes longer than limit seconds."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", ASK, str(path), question, number, str(Path(__file__).parent)],
            check=True, capture_output=True, timeout=limit,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return None
    seconds, processor, memory = json.loads(done.stdout)
    return seconds, processor, memory


def main(sizes: list[int], folder: Path, limit: float, questions: list[str]) -> None:
    path = folder / "scale.sqlite"
    made = documents(max(sizes))
    reached = 0
    with Ledger(path, data="bench") as book:
        for size in sizes:
            rates, started, since = [], time.process_time(), time.monotonic()
            tenth = max(1, (size - reached) // 10)
            for number in range(size - reached):
                extraction = next(made)
                book.add(extraction)
                if (number + 1) % tenth == 0:
                    rates.append(tenth / (time.monotonic() - since))
                    since = time.monotonic()
            spent = time.process_time() - started
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{size} documents: add {rates[0]:.0f} a second in the first tenth, {rates[-1]:.0f} in the last, "
                  f"{1000 * spent / (size - reached):.2f} ms of processor each, {memory:.0f} MiB; "
                  f"file {path.stat().st_size / 1e6:.0f} MB", flush=True)  # fmt: skip
            reached, last_added = size, extraction.document.sha256
            (last,) = book.extractions(sha256=last_added)
            number_of_a_claim = last.claims[0].id(last_added)
            for question in questions:
                told = ask(path, question, limit, number_of_a_claim)
                line = f"more than {limit:.0f} s"
                if told:
                    line = f"{told[0]:.2f} s by the clock, {told[1]:.2f} s of processor, {told[2]:.0f} MiB"
                print(f"    {question}: {line}", flush=True)
            kept = sum(one.stat().st_size for one in folder.glob(f"{path.name}-kept-*"))
            print(f"    files beside it: {kept / 1e6:.0f} MB", flush=True)


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    options.add_argument("--keep", type=Path, help="a folder to leave the ledger in")
    options.add_argument("--limit", type=float, default=600, help="seconds after which a question is given up")
    options.add_argument("--ask", nargs="*", choices=QUESTIONS, default=list(QUESTIONS))
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as made_folder:
        main(sorted(chosen.sizes), chosen.keep or Path(made_folder), chosen.limit, chosen.ask)
