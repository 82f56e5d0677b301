"""Sentences, tokens, stems, numbers and dates together, against the bare name tagger, in one run.

    python bench/language_speed.py ../shared/data/kaznerd/valid.iob2 [--profile]

The text is KazNERD's sentences, twins with digits or words both, in pieces of 5 KB (UTF-8) as long as an article. Both
sides are measured in turn, three times, in CPU time of this process, and the middle of each is taken. A word is counted
once on either side. The first round, which fills the memory of word forms, is shown apart.
"""

from __future__ import annotations

import cProfile
import pstats
import sys
import time
from collections.abc import Callable, Iterator

from qatynas.language import numbers, sentences, tokens
from qatynas.language.anchor import Anchor
from qatynas.language.date_mentions import dates_and_places
from qatynas.language.tagger import tag
from qatynas.model.span import Span

ANCHOR = "2021-06-15"
ARTICLE = 5 * 1024


def main(path: str, profile: bool) -> None:
    told = list(labelled(path))
    texts = list(articles(told))
    words = sum(map(len, told))
    print(f"{len(texts)} articles of 5 KB, {words} words")
    first = timed(lambda: read(texts))
    tag(["Астана"])
    pairs = [(timed(lambda: read(texts)), timed(lambda: [tag(sentence) for sentence in told])) for _ in range(3)]
    own, tagger = (sorted(column)[1] for column in zip(*pairs, strict=True))
    print(f"language, first round {len(texts) / first:.0f} articles/s; then {len(texts) / own:.0f} articles/s")
    print(
        f"language {words / own:,.0f} words/s, tagger {words / tagger:,.0f} words/s: {tagger / own:.2f} times as fast"
    )
    if profile:
        steps(texts)


def labelled(path: str) -> Iterator[list[str]]:
    """The words of each sentence."""
    sentence: list[str] = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                sentence.append(line.split()[0])
            elif sentence:
                yield sentence
                sentence = []


def articles(told: list[list[str]]) -> Iterator[str]:
    """Sentences joined to texts of about ARTICLE bytes."""
    text = ""
    for sentence in told:
        text += " ".join(sentence) + "\n"
        if len(text.encode()) >= ARTICLE:
            yield text
            text = ""


def read(texts: list[str]) -> None:
    anchor = Anchor.of(ANCHOR)
    for text in texts:
        for span in sentences(text, [Span(0, len(text))]):
            words = tokens(text, span)
            _, dated = dates_and_places(words, anchor)  # the dates, and where numbers are theirs: one search for both
            numbers(text, words, dated)


def timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def steps(texts: list[str]) -> None:
    """Where the time goes."""
    profiler = cProfile.Profile()
    profiler.runcall(read, texts)
    pstats.Stats(profiler).sort_stats("cumulative").print_stats(25)


if __name__ == "__main__":
    main(sys.argv[1], "--profile" in sys.argv)
