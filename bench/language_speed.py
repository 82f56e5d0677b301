"""Sentences, tokens, stems, numbers and dates together, against the bare name tagger, in one run.

    python bench/language_speed.py FILE [--profile]

FILE is KazNERD's valid.iob2, its sentences in pieces of 5 KB (UTF-8) as long as an article, twins with digits or words
both, so that nearly every sentence has a number; or KazQAD's kazqad_valid.jsonl, running text of encyclopaedias and
textbooks. The tagger gets its words ready cut. Both sides are measured in turn, seven times, in CPU time of this
process; the ratio is the middle one. A word is counted once on either side. The first round, which fills the memory of
word forms, is shown apart. With --profile: each part's share, then the calls that take longest.
"""

from __future__ import annotations

import cProfile
import json
import pstats
import sys
import time
from collections.abc import Callable, Iterator

from qatynas.language import numbers, sentences, tokens
from qatynas.language.anchor import Anchor
from qatynas.language.date_mentions import dates_and_places
from qatynas.language.tagger import tag
from qatynas.model.span import Span

ANCHOR = Anchor.of("2021-06-15")
ARTICLE = 5 * 1024
MOST = 500  # passages of running text
ROUNDS = 7


def main(path: str, profile: bool) -> None:
    texts, told = passages(path) if path.endswith(".jsonl") else joined(path)
    words = sum(map(len, told))
    print(f"{len(texts)} texts, {sum(len(text.encode()) for text in texts) / 2**20:.1f} MB, {words} words")
    first = timed(lambda: read(texts))
    tag(["Астана"])
    pairs = [(timed(lambda: read(texts)), timed(lambda: [tag(words) for words in told])) for _ in range(ROUNDS)]
    own, tagger = (sorted(column)[ROUNDS // 2] for column in zip(*pairs, strict=True))
    ratios = sorted(theirs / ours for ours, theirs in pairs)
    print(f"language, first round {words / first:,.0f} words/s; then {words / own:,.0f}; tagger {words / tagger:,.0f}")
    print(f"{ratios[ROUNDS // 2]:.2f} times as fast as the tagger ({ratios[0]:.2f} to {ratios[-1]:.2f})")
    if profile:
        parts(texts)
        steps(texts)


def joined(path: str) -> tuple[list[str], list[list[str]]]:
    """Texts of about ARTICLE bytes made of labelled sentences, and the words of each sentence."""
    told = list(labelled(path))
    return list(articles(told)), told


def passages(path: str) -> tuple[list[str], list[list[str]]]:
    """Different passages of running text, and the words of their sentences."""
    with open(path, encoding="utf-8") as lines:
        texts = list(dict.fromkeys(json.loads(line)["context"] for line in lines))[:MOST]
    cut = [[token.text for token in tokens(text, span)] for text in texts for span in split(text)]
    return texts, cut


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


def split(text: str) -> list[Span]:
    return sentences(text, [Span(0, len(text))])


def read(texts: list[str]) -> None:
    for text in texts:
        for span in split(text):
            words = tokens(text, span)
            _, dated = dates_and_places(words, ANCHOR)  # the dates, and where numbers are theirs: one search for both
            numbers(text, words, dated)


def timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def parts(texts: list[str]) -> None:
    """What each part takes, the least of ROUNDS."""
    spans = [(text, span) for text in texts for span in split(text)]
    cut = [(text, tokens(text, span)) for text, span in spans]
    dated = [(text, words, dates_and_places(words, ANCHOR)[1]) for text, words in cut]
    work: dict[str, Callable[[], object]] = {
        "sentences": lambda: [split(text) for text in texts],
        "tokens": lambda: [len(tokens(text, span)) for text, span in spans],
        "dates": lambda: [len(dates_and_places(words, ANCHOR)) for _, words in cut],
        "numbers": lambda: [len(numbers(*row)) for row in dated],
    }
    took = {name: min(timed(one) for _ in range(ROUNDS)) for name, one in work.items()}
    print(", ".join(f"{name} {seconds / sum(took.values()):.0%}" for name, seconds in took.items()))


def steps(texts: list[str]) -> None:
    """Where the time goes."""
    profiler = cProfile.Profile()
    profiler.runcall(read, texts)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main(sys.argv[1], "--profile" in sys.argv)
