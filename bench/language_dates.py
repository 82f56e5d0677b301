"""How many of KazNERD's DATE mentions get a value, and of the rest which reason; read in place.

    python bench/language_dates.py ../shared/data/kaznerd/valid.iob2 [--draw N SEED] [--without]

Each sentence is read as if its document were dated 2021-06-15 (a day is needed for relative dates; which one does not
matter). A mention has a value where a date that overlaps it has an EDTF value, a recurrence, a duration (ISO 8601) or
a season; it has a reason where one has only that. --draw prints N mentions with their values to be read by hand;
--without those without a value.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator

from qatynas.language import dates, tokens
from qatynas.language.mentions import DateMention
from qatynas.model.span import Span

ANCHOR = "2021-06-15"


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


def kind_of(found: list[DateMention]) -> str:
    """What the best of the overlapping dates tells, or why it tells nothing."""
    for name in ("edtf", "recurrence", "duration", "season"):
        if any(getattr(mention, name) for mention in found):
            return f"value: {name}"
    return found[0].reason if found else "not seen"


def main(path: str, arguments: list[str]) -> None:
    counts: Counter[str] = Counter()
    read = []
    for text, span in mentions(path):
        found = [m for m in dates(text, tokens(text, Span(0, len(text))), ANCHOR) if m.span.meets(span)]
        valued = [m for m in found if m.edtf or m.recurrence or m.duration or m.season]
        counts[kind_of(found)] += 1
        read.append((text, span, found, bool(valued)))
    total = sum(counts.values())
    valued = sum(count for name, count in counts.items() if name.startswith("value"))
    print(f"{valued} of {total} have a value ({100 * valued / total:.1f} %)")
    for name, count in counts.most_common():
        print(f"{name:18} {count:6} {100 * count / total:5.1f} %")
    if "--without" in arguments:
        for (words, why), count in Counter(
            (span.of(text), found[0].reason if found else "not seen")
            for text, span, found, valued in read
            if not valued
        ).most_common(400):
            print(count, why, words, sep="\t")
    if "--draw" in arguments:
        number, seed = (int(value) for value in arguments[arguments.index("--draw") + 1 :][:2])
        for text, span, found, _ in random.Random(seed).sample(read, number):
            shown = (
                "; ".join(
                    f"{m.span.of(text)} → {m.edtf or m.recurrence or m.duration or m.season or m.reason} {m.role}"
                    for m in found
                )
                or "not seen"
            )
            print(f"[{span.of(text)}]\t{shown}\t{text[max(0, span.start - 30) : span.end + 30]}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
