"""How right the conversions are, on material that no table was made from (tools/script_corpus.py says how it is split).

python bench/script_accuracy.py [--errors]: a table of every measure; --errors lists what is wrong. Without the shared
material beside the repository it says so and stops.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

import script_corpus as corpus  # noqa: E402

from qatynas.script import Script, align, convert, fold  # noqa: E402
from qatynas.script import lexicon as tables  # noqa: E402
from qatynas.script.arabic_writing import spell  # noqa: E402
from qatynas.script.latin import VARIANTS  # noqa: E402

SHARED = corpus.SHARED.parent
SHOW = "--errors" in sys.argv
ARABIC_WORD = re.compile("[\u0621-\u06ff]+")


def row(name: str, right: float, total: int, wrong: Iterable[object] = ()) -> None:
    """One line of the table."""
    print(f"| {name} | {total} | {100 * right / max(total, 1):.2f} % |")
    if SHOW:
        print("  wrong:", *wrong)


def to_arabic() -> None:
    pairs = [pair for pair in corpus.cldr_pairs() if corpus.held_out(pair[0], 2)]
    wrong = [(c, a) for c, a in pairs if convert(c, Script.ARAB, Script.CYRL) != a]
    row("Cyrillic → Arabic, CLDR types (held-out half)", len(pairs) - len(wrong), len(pairs), wrong)


def from_arabic() -> None:
    gazetteer = set(re.findall(r"\w+", (ROOT / "tools" / "script_places.txt").read_text(encoding="utf-8").lower()))
    pairs = [pair for pair in corpus.cldr_pairs() if corpus.held_out(pair[0], 2)]
    reading = {c: convert(a, Script.CYRL, Script.ARAB).lower() for c, a in pairs}
    wrong = [(c, read) for c, read in reading.items() if c != read]
    row("Arabic → Cyrillic, CLDR types (held-out half)", len(pairs) - len(wrong), len(pairs), wrong)
    unlisted = [c for c in reading if c not in gazetteer]
    wrong = [(c, reading[c]) for c in unlisted if c != reading[c]]
    row("the same without words of tools/script_places.txt", len(unlisted) - len(wrong), len(unlisted))
    path = corpus.SHARED / "script" / "mw_words.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    words = [(line.split("\t")[0], line.split("\t")[1].replace("ىي", "ي")) for line in lines]
    wrong = [(c, read) for c, a in words if (read := convert(a, Script.CYRL, Script.ARAB).lower()) != c]
    row("Arabic → Cyrillic, MediaWiki types", len(words) - len(wrong), len(words), wrong)


def running(name: str, texts: list[str]) -> None:
    """Texts to each script and back, by tokens; case is not counted, nor words in capitals."""
    words = [w for text in texts for w in corpus.WORD.findall(text) if not (len(w) > 1 and w.isupper()) and len(w) > 1]
    counts = Counter(word.lower() for word in words)
    total = sum(counts.values())
    back = there_and_back(list(counts), Script.ARAB, "kazinform")
    wrong = [(w, back[w]) for w in counts if back[w] != w]
    row(f"{name}: Arabic and back, tokens", total - sum(counts[w] for w, _ in wrong), total, wrong)
    unknown = [w for w in counts if spell(w) not in tables.words()]
    size = sum(counts[w] for w in unknown)
    row(f"{name}: words outside the lexicon", sum(counts[w] for w in unknown if back[w] == w), size)
    for variant in VARIANTS:
        if variant == "ascii":
            continue
        back = there_and_back(list(counts), Script.LATN, variant)
        wrong = [(w, back[w]) for w in counts if back[w] != w]
        row(f"{name}: Latin {variant} and back, tokens", total - sum(counts[w] for w, _ in wrong), total, wrong)


def there_and_back(words: list[str], script: Script, style: str) -> dict[str, str]:
    text = convert("\n".join(words), script, Script.CYRL, style)
    return dict(zip(words, convert(text, Script.CYRL, script).lower().split("\n"), strict=True))


def seed() -> None:
    text = (SHARED / "corpus" / "seeds" / "kazinform-2025-08-21.arab.txt").read_text(encoding="utf-8")
    cyrillic = convert(text, Script.CYRL)
    back = convert(cyrillic, Script.ARAB)
    theirs, ours = ARABIC_WORD.findall(text), ARABIC_WORD.findall(back)
    missing = Counter(theirs) - Counter(ours)
    row("seed → Cyrillic → Arabic, its own spelling", len(theirs) - missing.total(), len(theirs))
    print("  not as the seed spells them:", *missing)


def folds() -> None:
    """Keys of every word at hand, read or held out, in each script and spelling: the words alone and as one text."""
    lines = chain(corpus.training_lines(), corpus.held_out_lines())
    found = {word.lower() for _, line in lines for word in corpus.WORD.findall(line)}
    found |= {word.lower() for word, _ in corpus.unilex()} | {word.lower() for word in tables.words().values()}
    words = sorted(found)
    keys = dict(zip(words, map(fold, words), strict=True))
    for script, style in [(Script.ARAB, "kazinform"), *((Script.LATN, variant) for variant in VARIANTS)]:
        there = convert("\n".join(words), script, Script.CYRL, style)
        wrong = [(w, other) for w, other in zip(words, there.split("\n"), strict=True) if keys[w] != fold(other)]
        row(f"fold, {script} {style}, each word alone", len(words) - len(wrong), len(words), wrong)
        pairs = zip(words, keys.values(), fold(there).split(" "), strict=True)
        wrong = [(w, key, other) for w, key, other in pairs if key != other]
        row(f"fold, {script} {style}, one text of them", len(words) - len(wrong), len(words), wrong)
    arabic = Counter(convert("\n".join(words), Script.ARAB, Script.CYRL).split("\n"))
    row("words that share their Arabic spelling with another", sum(n for n in arabic.values() if n > 1), len(words))
    groups = Counter(keys.values())
    row("words that share a fold with another", sum(n for n in groups.values() if n > 1), len(words))


def main() -> None:
    if not corpus.SHARED.is_dir():
        sys.exit(f"no material at {corpus.SHARED}")
    print("| measure | size | right |\n| --- | --- | --- |")
    to_arabic()
    from_arabic()
    running("held-out KazNERD, KazQAD, UD", [line for _, line in corpus.held_out_lines()])
    places = ("dev/*.txt", "restated/*Cyrl.txt", "seeds/*.cyrl.txt")
    paths = sorted(path for place in places for path in (SHARED / "corpus").glob(place))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    running("articles", [text for text in texts if align(text).source is Script.CYRL])
    seed()
    folds()


if __name__ == "__main__":
    main()
