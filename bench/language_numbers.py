"""Numbers in words against the same numbers in digits: KazNERD's pairs, read in place.

    python bench/language_numbers.py ../shared/data/kaznerd/number_entity_pairs.jsonl [--errors]

Both sides of a pair are read with the reader of numerals alone; they agree where all values are the same in the same
order. The data is tokenised («3 , 5», «18 : 00»): marks inside numbers are joined first. Pairs whose two sides differ
in the data itself stand in language_pairs_apart.tsv and are set aside.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path

from qatynas.language.numerals import read_numeral
from qatynas.language.tokens import tokens
from qatynas.model.span import Span

_INSIDE = re.compile(r"(?<=\d) ([,:]) (?=\d)")


def values(words: str) -> list[Decimal]:
    """All values in the words; a clock's hour and minutes are two, «нөл-нөл» minutes one zero."""
    text = _INSIDE.sub(r"\1", words).replace("нөл-нөл", "нөл")
    text = re.sub(r"(\d{1,2}):(\d\d)", r"\1 сағат \2", text)
    found = tokens(text, Span(0, len(text)))
    read, place = [], 0
    while place < len(found):
        numeral = read_numeral(found, place, sure=True)
        if numeral is None:
            place += 1
            continue
        read.append(numeral.value)
        place = numeral.last + 1
    return read


def main(path: str, errors: bool) -> None:
    listed = Path(__file__).with_name("language_pairs_apart.tsv").read_text(encoding="utf-8").splitlines()
    apart = {int(line.split("\t")[0]) for line in listed if line[:1].isdigit()}
    counts: Counter[str] = Counter()
    with open(path, encoding="utf-8") as lines:
        for place, line in enumerate(lines):
            pair = json.loads(line)
            if place in apart:
                counts["set aside"] += 1
                continue
            same = values(pair["spoken"]) == values(pair["digits"])
            counts["equal" if same else "different"] += 1
            if errors and not same:
                print(place, pair["label"], pair["spoken"], "|", pair["digits"], values(pair["spoken"]), sep="\t")
    read = counts["equal"] + counts["different"]
    print(f"pairs {sum(counts.values())}, set aside {counts['set aside']}, equal {counts['equal']} of {read}"
          f" ({100 * counts['equal'] / read:.2f} %)")  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1], "--errors" in sys.argv)
