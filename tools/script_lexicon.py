"""Makes the word tables of src/qatynas/script/tables/ (.tsv.gz): lexicon, homographs, endings, phrases, acronyms, and
what Latin spellings leave open.

Run from the repository's root: python tools/script_lexicon.py. The same input gives the same bytes. What is held out
by tools/script_corpus.py is not read.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

import script_corpus as corpus  # noqa: E402

from qatynas.script import latin  # noqa: E402
from qatynas.script.arabic_writing import write_word  # noqa: E402
from qatynas.script.cells import text_of  # noqa: E402
from qatynas.script.fold import bare_key  # noqa: E402
from qatynas.script.latin_reading import WITHOUT_MARKS  # noqa: E402
from qatynas.script.letters import HAMZA  # noqa: E402
from qatynas.script.lexicon import PHRASE_REACH, harmony  # noqa: E402

TABLES = ROOT / "src" / "qatynas" / "script" / "tables"
UNILEX_UNIT = 5000  # UNILEX's least frequency is 5052 for one occurrence
CASE = re.compile("(?:[нтд][ыі]ң|[нтд][ыі]|[ғгқк][ае]|н[ае]|[тд][ае]н?|[тд][ае][ғг][ыі]|[мпб]ен)$")
COMMON = 25  # occurrences from which a word is read also where its hamza is left out
SURNAME = re.compile(r"(?:[её]в|ов|ин|ский|ұлы|қызы)(?:а)?(?:[тдн][ыі]ң|[тдн][ыі]|[қкгғ][аеә]|[тд][ае]н?|[мпб]ен)?$")


@dataclass
class Counts:
    """How often each small-letter word occurs, and how it is written where a sentence goes on."""

    total: Counter[str] = field(default_factory=Counter)
    small: Counter[str] = field(default_factory=Counter)
    capital: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)  # both capital
    small_pairs: Counter[tuple[str, str]] = field(default_factory=Counter)  # the first small
    acronyms: Counter[str] = field(default_factory=Counter)


def count_words() -> Counts:
    """Counts over all that tables may be made from."""
    counts = Counts()
    for _, line in corpus.training_lines():
        count_line(line, counts)
    for word, frequency in corpus.unilex():
        share = max(1, round(frequency / UNILEX_UNIT))
        if len(word) > 1 and word.isupper():
            counts.acronyms[word] += share
            continue
        counts.total[word.lower()] += share
        (counts.small if word[0].islower() else counts.capital)[word.lower()] += share
    for word in re.findall(r"\w+", (ROOT / "tools" / "script_words.txt").read_text(encoding="utf-8")):
        counts.total[word] += 1
        counts.small[word] += 1
    for word, _ in corpus.cldr_pairs():
        if not corpus.held_out(word, 2):
            counts.total[word] += 1
    for word in misspelt(counts.total):
        del counts.total[word]
    return counts


# Letters that a keyboard without Kazakh ones leaves → what is meant. Those of PLAIN_ALIKE are written alike in Arabic
# script, where a wrong guess would hide a real word; the others only add a spelling that nobody means.
CARELESS = {"г": "ғ", "к": "қ", "н": "ң", "у": "ұү", "и": "і", "а": "ә", "о": "ө", "ы": "і"}
PLAIN_ALIKE = frozenset("аоы")
_SKELETON = str.maketrans(
    {proper: letter for letter, many in CARELESS.items() for proper in many} | {"ы": "и", "і": "и"}
)
CARELESS_MOST = 8  # occurrences up to which a spelling may be a slip


def misspelt(total: Counter[str]) -> list[str]:
    """Words of careless texts (жылгы, турлі, казак): with Kazakh letters they are words several times as frequent."""
    kin: dict[str, list[str]] = defaultdict(list)
    for word in sorted(total):
        kin[word.translate(_SKELETON)].append(word)
    given = set((ROOT / "tools" / "script_given_names.txt").read_text(encoding="utf-8").split())
    return [
        word
        for group in kin.values()
        for word in group
        if word not in given and any(_is_slip(word, meant, total) for meant in group)
    ]


def _is_slip(word: str, meant: str, total: Counter[str]) -> bool:
    """Whether the word is the meant one without some of its Kazakh letters."""
    changed = {(letter, other) for letter, other in zip(word, meant, strict=True) if letter != other}
    if not changed or len(word) < 2 or any(other not in CARELESS.get(letter, "") for letter, other in changed):
        return False
    if any(letter in PLAIN_ALIKE for letter, _ in changed):
        return total[word] == 1 and total[meant] >= 8
    return total[word] <= CARELESS_MOST and total[meant] >= 4 * total[word]


def count_line(line: str, counts: Counts) -> None:
    """Counts one line of running text; a sentence's first word tells nothing of capitals."""
    found = list(corpus.WORD.finditer(line))
    for at, match in enumerate(found):
        word, lower = match.group(), match.group().lower()
        if len(word) > 1 and word.isupper():
            counts.acronyms[word] += 1
            continue
        counts.total[lower] += 1
        lead = line[max(0, match.start() - 3) : match.start()]
        if at == 0 or any(mark in lead for mark in '.!?«"“–—-:'):
            continue
        (counts.small if word[0].islower() else counts.capital)[lower] += 1
        if at + 1 < len(found) and line[match.end() : found[at + 1].start()] == " ":
            following = found[at + 1].group()
            key = (lower, following.lower()[:PHRASE_REACH])
            if following[0].isupper():
                (counts.small_pairs if word[0].islower() else counts.pairs)[key] += 1


def names(counts: Counts) -> set[str]:
    """Words that are written with a capital wherever they stand.

    Few words are seen often enough to tell on their own, so inflected forms of one stem speak for each other.
    """
    stems: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for word in counts.total:
        for size in range(4, min(len(word), 10) + 1):
            stem = stems[word[:size]]
            stem[0] += counts.small[word]
            stem[1] += counts.capital[word]
    result = set()
    for word in counts.total:
        small, capital = counts.small[word], counts.capital[word]
        size = max(4, min(len(word), 10) - 2)
        kin_small, kin_capital = stems[word[: min(size, len(word))]] if len(word) >= 4 else (small, capital)
        if (
            (capital > small and (kin_capital > 1.5 * kin_small or capital > 4 * (small + 1)))
            or (not small and not capital and kin_capital > 3 * kin_small and len(word) >= 6)
            or (SURNAME.search(word) and capital >= small and capital)
        ):
            result.add(word)
    return result


def spelling(word: str) -> str:
    """The Arabic spelling."""
    return text_of(write_word(word))


def lexicon(counts: Counts, capitals: set[str]) -> tuple[list[str], list[str]]:
    """Lines of the lexicon and of the homographs."""
    readings: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for word, count in counts.total.items():
        readings[spelling(word)].append((-count, word))
    for word, count in counts.total.items():
        # Spellings that are met too: frequent words without their hamza, ье written as е.
        for arabic in {spelling(word).replace(HAMZA, "")} if count >= COMMON else set():
            readings.setdefault(arabic, [(0, word)])
        if "ь" in word and spelling(word.replace("ь", "")) not in readings:
            readings[spelling(word.replace("ь", ""))] = [(0, word)]
    lines, rare = [], []
    for arabic, options in sorted(readings.items()):
        ranked = [word.capitalize() if word in capitals else word for _, word in sorted(options)]
        lines.append(f"{arabic}\t{ranked[0]}")
        if ranked[1:]:
            rare.append(f"{arabic}\t{' '.join(ranked[1:4])}")
    return lines, rare


def endings(counts: Counts, spell: Callable[[str], str], share: float) -> Iterator[str]:
    """Lines of the endings as spell writes them: what follows a known stem, where its harmony settles the letters.

    share is what the commonest reading needs of all.
    """
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for word in counts.total:
        for cut in range(max(2, len(word) - 9), len(word)):
            if counts.total[word[:cut]] >= 2:
                ending = word[cut:]
                seen[spell(ending), harmony(word[:cut])][ending] += 1
    for (ending, tone), options in sorted(seen.items()):
        read, count = min(options.items(), key=lambda item: (-item[1], item[0]))
        if sum(options.values()) >= 3 and count / sum(options.values()) >= share:
            yield f"{ending}\t{tone}\t{read}"


def without_hamza(word: str) -> str:
    """The Arabic spelling of a word's part."""
    return spelling(word).replace(HAMZA, "")


def without_marks(word: str) -> str:
    """What a keyboard without marks makes of a word, in plain Cyrillic letters."""
    return latin.plain(word).translate(WITHOUT_MARKS)


def phrases(counts: Counts, capitals: set[str]) -> Iterator[str]:
    """Lines of the words that take a capital before certain names only."""
    own = (ROOT / "tools" / "script_phrases.txt").read_text(encoding="utf-8").splitlines()
    for line in own:
        word, following = line.split()
        counts.pairs[word, following[:PHRASE_REACH]] += 1000
        counts.small_pairs[word, following[:PHRASE_REACH]] = 0
    for (word, following), count in sorted(counts.pairs.items()):
        if word.startswith("президент"):
            continue  # its capital is a matter of style
        if word not in capitals and count >= 2 and count >= 2 * counts.small_pairs[word, following] and len(word) > 2:
            yield f"{word}\t{following}"


def acronyms(counts: Counts) -> Iterator[str]:
    """Lines of the acronyms, the commonest reading of each spelling."""
    best: dict[str, tuple[int, str]] = {}
    own = (ROOT / "tools" / "script_acronyms.txt").read_text(encoding="utf-8").split()
    for word in own:
        counts.acronyms[word] += 1000
    for word, count in sorted(counts.acronyms.items()):
        if (2 <= len(word) <= 6 and count >= 2) or word in own:
            key = "".join(spelling(letter).replace(HAMZA, "")[:1] for letter in word.lower())
            best[key] = max(best.get(key, (0, "")), (count, word))
    for key, (_, word) in sorted(best.items()):
        yield f"{key}\t{word}"


def twins(counts: Counts) -> Iterator[str]:
    """Lines of the search keys that are one with another: some Latin variants spell words of both alike."""
    common: Counter[str] = Counter()
    for word, count in counts.total.items():
        common[bare_key(word)] += count
    kin: dict[str, str] = {}  # key → a key of its family
    forms: dict[str, str] = {}

    def head(key: str) -> str:
        while kin.get(key, key) != key:
            key = kin[key]
        return key

    for word in sorted(counts.total):
        for variant in ("2021", "2019", "2018", "2017"):
            key = bare_key(word)
            one, other = head(forms.setdefault(text_of(latin.write_word(word, variant)), key)), head(key)
            one, other = sorted((one, other), key=lambda key: (-common[key], key))
            kin[other] = one
    for key in sorted(kin):
        if head(key) != key:
            yield f"{key}\t{head(key)}"


def ascii_choices(counts: Counts) -> Iterator[str]:
    """Lines of the words that a keyboard without marks makes of more than one: the commonest of them."""
    kin: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    for word, count in counts.total.items():
        plain = latin.plain(word)
        options = kin[without_marks(word)]
        options[plain] = max(options.get(plain, (0, "")), (count, word))
    for key, options in sorted(kin.items()):
        if len(options) > 1:
            yield f"{key}\t{max(options.values())[1]}"


def save(name: str, lines: Iterable[str]) -> None:
    """Writes tables/NAME.tsv.gz, the same bytes for the same lines."""
    packed = gzip.compress("\n".join(lines).encode(), 9, mtime=0)
    (TABLES / f"{name}.tsv.gz").write_bytes(packed)
    print(f"{name}: {len(packed)} bytes")


def main() -> None:
    counts = count_words()
    capitals = names(counts)
    if "--without-places" not in sys.argv:
        for place in re.findall(r"\w+", (ROOT / "tools" / "script_places.txt").read_text(encoding="utf-8")):
            counts.total[place.lower()] += 2
            capitals.add(place.lower())
    for word in counts.total:
        stem = CASE.sub("", word)
        if len(stem) >= 4 and stem in capitals and counts.small[word] <= counts.capital[word]:
            capitals.add(word)
    given = set((ROOT / "tools" / "script_given_names.txt").read_text(encoding="utf-8").split())
    # A given name that is a word too is small unless a family name follows (context.PERHAPS_NAME).
    capitals |= {name for name in given if not counts.small[name]}
    capitals -= {name for name in given if counts.small[name] and counts.capital[name] < 3 * (counts.small[name] + 2)}
    lines, rare = lexicon(counts, capitals)
    save("lexicon", lines)
    save("homographs", rare)
    save("endings", endings(counts, without_hamza, 0.9))
    save("phrases", phrases(counts, capitals))
    save("acronyms", acronyms(counts))
    save("twins", twins(counts))
    save("ascii", ascii_choices(counts))
    save("ascii_endings", endings(counts, without_marks, 0.6))
    save("given_names", sorted(set((ROOT / "tools" / "script_given_names.txt").read_text(encoding="utf-8").split())))


if __name__ == "__main__":
    main()
