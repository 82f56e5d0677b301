"""How fast articles become claims on one core, for articles of the subject and for others, and what takes the time.

    python bench/extraction_speed.py [--rounds N] [--parts] [--profile ROWS] [--long]

Articles of the subject: the evaluation corpus's development articles where it lies beside the repository, and the demo
notes joined to pieces of about 5 KB. Others: the same size of KazQAD's paragraphs (encyclopaedia), of which the early
scan must say that nothing is to be read. As a yardstick for a busy machine, a bare regular expression for numbers runs
over the same texts in the same rounds. `--parts` adds what each part takes, in time and in Python's calls (which no
other work on the machine changes), `--long` one line of growing length, with stops and without.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from qatynas.claims import extract
from qatynas.claims.relevance import early_scan
from qatynas.demo import __file__ as demo_file
from qatynas.intake import collect_seldom
from qatynas.language.reading import read_language
from qatynas.model import Document
from qatynas.read import read_bytes

SHARED = Path(__file__).resolve().parents[2] / "shared"
DEMO = Path(demo_file).parent
PUBLISHED = "2025-08-21"
ARTICLE = 5_000
"""UTF-8 bytes of an article (about 350 words)."""
LENGTHS = (10_000, 50_000, 200_000)
"""Characters of the one line that shows whether time grows with length."""
CLAUSE = (
    "Қазақстан мен Қырғызстанның тауар айналымы 2024 жылы 1,7 миллиард долларға жетіп, 2022 жылғы 22 тамызда Бішкекте "
    "Қасым-Жомарт Тоқаев «Достық көпірі» туралы келісімге қол қойып, әрқайсысы 12 пайызға өсті"
)
NUMBER = re.compile(r"\d+(?:[.,\u00a0 ]\d+)*")


def of_the_subject() -> dict[str, list[str]]:
    """Articles about two states, by where they come from."""
    notes = "\n\n".join(path.read_text("utf-8") for path in sorted(DEMO.glob("*.txt")))
    found = {"demo notes": pieces(notes)}
    folder = SHARED / "corpus" / "dev"
    if folder.is_dir():
        found["development articles"] = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    return found


def of_others() -> list[str]:
    """Texts of no relations between states; empty where the material is not there."""
    path = SHARED / "data" / "text" / "kazqad_valid.jsonl"
    if not path.exists():
        return []
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    texts = [max((value for value in row.values() if isinstance(value, str)), key=len) for row in rows]
    return pieces("\n\n".join(dict.fromkeys(texts)))


def pieces(text: str, size: int = ARTICLE) -> list[str]:
    """The paragraphs of a text put together to about size bytes."""
    found: list[str] = []
    piece = ""
    for paragraph in text.split("\n\n"):
        piece += paragraph + "\n\n"
        if len(piece.encode()) >= size:
            found.append(piece)
            piece = ""
    return found or [piece]


def whole(text: str) -> None:
    """From bytes to claims, as `qatynas extract` does with a file."""
    extract(read_bytes(text.encode(), "article.txt", published=PUBLISHED))


def passed_over(text: str) -> None:
    """As a crawl does: the scan first, the rest only where it says so."""
    if early_scan(text):
        whole(text)


def bare(text: str) -> None:
    """The yardstick: numbers by one regular expression."""
    for match in NUMBER.finditer(text):
        match.group()


def best(step: Callable[[str], None], texts: Sequence[str], rounds: int) -> float:
    """Processor seconds for all texts, the best of some rounds after one that fills the caches."""
    seconds = float("inf")
    for turn in range(rounds + 1):
        begun = time.process_time()
        for text in texts:
            step(text)
        if turn:
            seconds = min(seconds, time.process_time() - begun)
    return seconds


def row(name: str, step: Callable[[str], None], texts: Sequence[str], rounds: int) -> None:
    size = sum(len(text.encode()) for text in texts)
    took, yardstick = best(step, texts, rounds), best(bare, texts, rounds)
    print(
        f"{name:<34}{len(texts):>6} texts {size / len(texts) / 1000:>6.1f} KB each {len(texts) / took:>9.1f} a second "
        f"{size / took / ARTICLE:>9.1f} of 5 KB a second {took / yardstick:>9.0f} times the bare number finder",
        flush=True,
    )


def parts(texts: Sequence[str], rounds: int) -> None:
    """Milliseconds and Python calls that an article of 5 KB costs in each part, the best of some rounds."""
    articles = sum(len(text.encode()) for text in texts) / ARTICLE
    documents = [read_bytes(text.encode(), "article.txt", published=PUBLISHED) for text in texts]
    steps: dict[str, Callable[[], object]] = {
        "structure": lambda: [read_bytes(text.encode(), "article.txt", published=PUBLISHED) for text in texts],
        "early scan": lambda: [early_scan(document.text) for document in documents],
        "language": lambda: [read_language(document) for document in documents],
        "all but structure": lambda: [extract(document) for document in documents],
    }
    for name, step in steps.items():
        step()
        seconds = min(timed(step) for _ in range(rounds))
        profile = cProfile.Profile()
        profile.runcall(step)
        calls = pstats.Stats(profile).total_calls
        print(f"{name:<20}{seconds / articles * 1000:>7.2f} ms {calls / articles:>9.0f} calls an article of 5 KB")


def timed(step: Callable[[], object]) -> float:
    """Processor seconds of one run."""
    begun = time.process_time()
    step()
    return time.process_time() - begun


def long_lines() -> None:
    """One line of growing length: the seconds that read and extract take, with stops and without any."""
    for name, unit in (
        ("with stops", CLAUSE + ". "),
        ("no stop at all", CLAUSE + ", "),
        ("numbers", "Қырғызстанмен сауда 12 345 "),
    ):
        for length in LENGTHS:
            line = ("Қазақстан мен Қырғызстан: " + unit * (length // len(unit) + 1))[:length]
            begun = time.process_time()
            document: Document = read_bytes(line.encode(), "line.txt", published=PUBLISHED)
            claims = len(extract(document).claims)
            took = time.process_time() - begun
            rate = took / length * 1e6
            told = f"{length:>8} characters {took:>7.2f} s {rate:>6.0f} s a million {claims:>6} claims"
            print(f"one line, {name:<15}{told}", flush=True)


def profiled(texts: Sequence[str], rows: int) -> None:
    """The functions in which the time is spent, by their own time."""
    profile = cProfile.Profile()
    profile.enable()
    for text in texts:
        whole(text)
    profile.disable()
    pstats.Stats(profile).strip_dirs().sort_stats("tottime").print_stats(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="rounds, of which the best counts")
    parser.add_argument("--profile", type=int, default=0, metavar="ROWS", help="print so many functions")
    parser.add_argument("--parts", action="store_true", help="what each part takes")
    parser.add_argument("--long", action="store_true", help="one line of growing length")
    options = parser.parse_args()
    collect_seldom()
    subject = of_the_subject()
    for name, texts in subject.items():
        row(f"of the subject: {name}", whole, texts, options.rounds)
    others = of_others()
    if others:
        left = [text for text in others if not early_scan(text)]
        row(f"not of it: {len(left)} passed over", passed_over, left, options.rounds)
        row("all of the others", passed_over, others, 1)
    together = [text for texts in subject.values() for text in texts]
    if options.parts:
        parts(together, options.rounds)
    if options.long:
        long_lines()
    if options.profile:
        profiled(together, options.profile)


if __name__ == "__main__":
    main()
