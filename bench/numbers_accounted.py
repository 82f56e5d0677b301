"""What becomes of every number of a document: a claim's, set aside for a reason, or unplaced.

    python bench/numbers_accounted.py [--list] [--lost]

Runs over the evaluation corpus where it lies beside the repository, else over the demo notes. A numeric token is a run
of digits of the text itself or a number word that the language room reads. One that is in none of the three lists is
lost, of which there may be none. For gold claims of figures: how many of their numbers were set aside.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qatynas.claims import extract
from qatynas.demo import __file__ as demo_file
from qatynas.language.reading import read_language
from qatynas.model import Document, Extraction, Span
from qatynas.read import read_path

SHARED = Path(__file__).resolve().parents[2] / "shared"
DEMO = Path(demo_file).parent
DIGITS = re.compile(r"\d+(?:[.,:\u00a0\u202f ]\d+)*")
FOLDERS = ("seeds", "dev", "restated")


@dataclass(frozen=True)
class Account:
    """A number of a document and what became of it: "claim", "set_aside", "unplaced" or "lost"."""

    span: Span
    quote: str
    fate: str
    reason: str = ""


def numeric_tokens(document: Document) -> list[Span]:
    """Runs of digits of the whole text and number words of its sentences, in order; those that meet are one."""
    reading = read_language(document)
    words = [reading.original(n.digits) for s in reading.sentences for n in s.numbers if not n.part_of_date]
    found: list[Span] = []
    for span in sorted([*(Span(*match.span()) for match in DIGITS.finditer(document.text)), *words]):
        if found and found[-1].meets(span):
            found[-1] = found[-1].join(span)
        else:
            found.append(span)
    return found


def accounts(extraction: Extraction) -> Iterator[Account]:
    """Each numeric token's fate. A claim's: a claim rests on it, or its own words hold it and no list names it."""
    document = extraction.document
    supports = [support.span for claim in extraction.claims for support in claim.support]
    quoted = [claim.span for claim in extraction.claims]
    for span in numeric_tokens(document):
        quote = span.of(document.text)
        left = [left for left in extraction.leftovers if left.span.meets(span)]
        if any(place.meets(span) for place in supports):
            yield Account(span, quote, "claim")
        elif left:
            worst = min(left, key=lambda item: item.fate != "unplaced")
            yield Account(span, quote, worst.fate, worst.reason)
        elif any(place.covers(span) for place in quoted):
            yield Account(span, quote, "claim")
        else:
            yield Account(span, quote, "lost")


def gold_set_aside(extraction: Extraction, gold: list[dict]) -> list[str]:
    """Gold figures whose number was set aside: their words hold set-aside digits of their value."""
    claimed = {
        (float(row["value"]), row["unit"])
        for row in (claim.row() for claim in extraction.claims)
        if row.get("value") is not None
    }
    found = []
    for row in gold:
        if row["kind"] != "figure" or (float(row["value"]), row["unit"]) in claimed:
            continue
        span = Span(row["start"], row["end"])
        for left in extraction.leftovers:
            if left.fate == "set_aside" and span.covers(left.span) and left.reason != DATED and _is(left.quote, row):
                found.append(f"{left.quote!r} ({left.reason}) in «{row['quote'][:90]}»")
                break
    return found


DATED = "it is part of a date"


def _is(quote: str, row: dict) -> bool:
    """Whether digits are the significant ones of a gold value."""
    digits = re.sub(r"\D", "", quote).strip("0")
    value = re.sub(r"\D", "", f"{float(row['value']):.6f}").strip("0")
    return not digits or digits == value


def documents() -> list[Path]:
    if (SHARED / "corpus").is_dir():
        return [path for folder in FOLDERS for path in sorted((SHARED / "corpus" / folder).glob("*.txt"))]
    return sorted(DEMO.glob("*.txt"))


def gold_of(path: Path) -> list[dict]:
    name = path.name.split(".")[0]
    files = [SHARED / "gold" / "seeds.jsonl", SHARED / "gold" / "dev" / f"{name}.jsonl"]
    rows = [json.loads(line) for file in files if file.exists() for line in file.read_text("utf-8").splitlines()]
    return [row for row in rows if Path(row["document"]).name.split(".")[0] == name]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true", help="print every number that is no claim")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    wrong: list[str] = []
    print(f"{'document':<28}{'numbers':>8}{'claim':>8}{'set aside':>11}{'unplaced':>10}{'lost':>6}")
    for path in documents():
        extraction = extract(read_path(path))
        found = list(accounts(extraction))
        fates = Counter(account.fate for account in found)
        total += fates
        reasons.update(account.reason for account in found if account.fate == "set_aside")
        wrong.extend(f"{path.name}: {line}" for line in gold_set_aside(extraction, gold_of(path)))
        note = f"  not read: {extraction.relevance}" if extraction.relevance else ""
        print(f"{path.name:<28}{len(found):>8}{_row(fates)}{note}")
        for account in found if options.list else ():
            if account.fate != "claim":
                print(f"    {account.fate} {account.quote!r} {account.reason} … {_around(extraction, account.span)}")
    print(f"{'all':<28}{sum(total.values()):>8}{_row(total)}")
    print(f"unplaced {total['unplaced'] / sum(total.values()):.1%}, lost {total['lost']}")
    print("set aside:", ", ".join(f"{reason or 'no reason'} {count}" for reason, count in reasons.most_common()))
    print(f"gold figures whose number is set aside: {len(wrong)}", *wrong, sep="\n  ")


def _row(fates: Counter[str]) -> str:
    return f"{fates['claim']:>8}{fates['set_aside']:>11}{fates['unplaced']:>10}{fates['lost']:>6}"


def _around(extraction: Extraction, span: Span) -> str:
    text = extraction.document.text
    return " ".join(text[max(0, span.start - 50) : span.end + 50].split())


if __name__ == "__main__":
    main()
