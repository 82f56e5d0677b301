"""How many of KazNERD's DATE mentions get a value, and of the rest which reason; read in place.

    python bench/language_dates.py ../shared/data/kaznerd/valid.iob2 [--draw N SEED] [--without] [--judged]

Each sentence is read as if its document were dated 2021-06-15 (a day is needed for relative dates; which one does not
matter). A mention has a value where a date that overlaps it has an EDTF value, a recurrence, a duration (ISO 8601) or
a season; it has a reason where one has only that. --draw prints N mentions with their values to be read by hand;
--without those without a value; --judged counts the verdicts of language_dates_judged.tsv, which names mentions by
their number in the file, from 0. A mention that no date overlaps is "bare number" where only figures or numerals stand
in it, which the words around may make an age or a day, "bare word" where it is one word («жылына»), else "not seen".
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from qatynas.language import dates, tokens
from qatynas.language.mentions import DateMention
from qatynas.language.numerals import numeral_word
from qatynas.model.span import Span

ANCHOR = "2021-06-15"
JUDGED = Path(__file__).with_name("language_dates_judged.tsv")


def mentions(path: str) -> Iterator[tuple[str, Span]]:
    """Sentences, their words joined with spaces, and the span of every DATE in them."""
    words: list[tuple[str, str]] = []
    with open(path, encoding="utf-8") as lines:
        for line in [*lines, ""]:
            word, _, label = line.strip().rpartition(" ")
            if word:
                words.append((word, label))
                continue
            text, spans, start, decimal = "", [], None, False
            for word, label in words:
                if start is not None and label != "I-DATE":
                    spans.append(Span(start, len(text) - 1))
                    start = None
                if word == "," and text[-2:-1].isdigit():  # «1 , 5»: the data parts a decimal from its comma
                    text = text[:-1]
                    decimal = True
                elif decimal and word[0].isdigit():
                    text = text[:-1]
                    decimal = False
                else:
                    decimal = False
                if label == "B-DATE":
                    start = len(text)
                text += word + " "
            if start is not None:
                spans.append(Span(start, len(text) - 1))
            yield from ((text, span) for span in spans)
            words = []


def kind_of(found: list[DateMention], words: str) -> str:
    """What the best of the overlapping dates tells, or why it tells nothing."""
    for name in ("edtf", "recurrence", "duration", "season"):
        if any(getattr(mention, name) for mention in found):
            return f"value: {name}"
    return found[0].reason if found else why_unseen(words)


def why_unseen(words: str) -> str:
    """Why no date was found in a mention."""
    read = [token for token in tokens(words, Span(0, len(words))) if token.kind != "mark"]
    bare = all(token.kind == "number" or numeral_word(token.lower, False) for token in read)
    if bare:
        return "bare number"
    return "bare word" if len(read) == 1 else "not seen"


def judged() -> None:
    """How many mentions of each draw were right, as they were judged by hand."""
    rows = [line.split("\t") for line in JUDGED.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    for seed in dict.fromkeys(row[0] for row in rows):
        verdicts = Counter(row[2] for row in rows if row[0] == seed)
        right, total = verdicts["right"], sum(verdicts.values())
        print(f"seed {seed}: {right} of {total} right ({100 * right / total:.1f} %)", dict(verdicts))


def main(path: str, arguments: list[str]) -> None:
    counts: Counter[str] = Counter()
    read = []
    for text, span in mentions(path):
        found = [m for m in dates(text, tokens(text, Span(0, len(text))), ANCHOR) if m.span.meets(span)]
        valued = [m for m in found if m.edtf or m.recurrence or m.duration or m.season]
        counts[kind_of(found, span.of(text))] += 1
        read.append((text, span, found, bool(valued)))
    total = sum(counts.values())
    valued = sum(count for name, count in counts.items() if name.startswith("value"))
    print(f"{valued} of {total} have a value ({100 * valued / total:.1f} %)")
    for name, count in counts.most_common():
        print(f"{name:18} {count:6} {100 * count / total:5.1f} %")
    if "--without" in arguments:
        for (words, why), count in Counter(
            (span.of(text), found[0].reason if found else why_unseen(span.of(text)))
            for text, span, found, valued in read
            if not valued
        ).most_common(400):
            print(count, why, words, sep="\t")
    if "--draw" in arguments:
        number, seed = (int(value) for value in arguments[arguments.index("--draw") + 1 :][:2])
        for place in random.Random(seed).sample(range(len(read)), number):
            text, span, found, _ = read[place]
            shown = (
                "; ".join(
                    f"{m.span.of(text)} → {m.edtf or m.recurrence or m.duration or m.season or m.reason} {m.role}"
                    for m in found
                )
                or "not seen"
            )
            print(f"{place}\t[{span.of(text)}]\t{shown}\t{text[max(0, span.start - 30) : span.end + 30]}")


if __name__ == "__main__":
    if "--judged" in sys.argv:
        judged()
    else:
        main(sys.argv[1], sys.argv[2:])
