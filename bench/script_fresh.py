"""How fast text is converted that the process has not seen, beside str.translate of the same text in the same run.

python bench/script_fresh.py [ROUNDS]. Running Kazakh (KazQAD passages, KazNERD sentences, the treebank) without the
held-out tenth is shuffled and cut in half. Each job runs in processes of its own, ROUNDS of them (5), and is timed
once a stage:

- start: the first half, 1.2 MB, tables loaded (by a text of a few words) but no word of it seen;
- new: the second half, whose words are new but for those that running text repeats;
- again: the second half once more;
- unlisted: the held-out tenth, 0.3 MB, of which a twelfth of the words are in no table, since none was made from it.

A stage is divided by the mean of str.translate just before and after it; the median of the rounds is shown. Speeds are
CPU time, MB of UTF-8, the best of the rounds.
"""

from __future__ import annotations

import json
import random
import re
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable

from script_speed import TRANSLATE, corpus, seconds

from qatynas.script import Script, align, convert, fold

CYRL, ARAB, LATN = Script.CYRL, Script.ARAB, Script.LATN
JOBS: dict[str, tuple[Script, Callable[[str], object]]] = {
    "Arabic → Cyrillic": (ARAB, lambda text: convert(text, CYRL, ARAB)),
    "align, Arabic → Cyrillic": (ARAB, lambda text: align(text, CYRL, ARAB)),
    "Cyrillic → Arabic": (CYRL, lambda text: convert(text, ARAB, CYRL)),
    "align, Cyrillic → Arabic": (CYRL, lambda text: align(text, ARAB, CYRL)),
    "fold": (CYRL, fold),
    "align, Cyrillic cleaned": (CYRL, lambda text: align(text, CYRL, CYRL)),
    "Cyrillic → Latin": (CYRL, lambda text: convert(text, LATN, CYRL)),
    "align, Cyrillic → Latin": (CYRL, lambda text: align(text, LATN, CYRL)),
    "Latin → Cyrillic": (LATN, lambda text: convert(text, CYRL, LATN)),
    "align, Latin → Cyrillic": (LATN, lambda text: align(text, CYRL, LATN)),
}
STAGES = ("start", "new", "again", "unlisted")


def texts() -> tuple[str, str, str]:
    """Two halves of the text that tables may be made from, and the text that none was made from."""
    seen, held = written(corpus.training_lines()), written(corpus.held_out_lines())
    random.Random(5).shuffle(seen)
    return "\n".join(seen[::2]), "\n".join(seen[1::2]), "\n".join(held)


def written(lines: Iterable[tuple[str, str]]) -> list[str]:
    """The lines, those of tokens put together again."""
    return [re.sub(r" (?=[,.;:!?»)])|(?<=[«(]) ", "", line) if kind == "kaznerd" else line for kind, line in lines]


def in_script(text: str, script: Script) -> str:
    """The text in a script, made by another process so that this one sees it for the first time."""
    code = "import sys; from qatynas.script import convert, Script as S"
    code += "; print(end=convert(sys.stdin.read(), S(sys.argv[1]), S.CYRL))"
    command = [sys.executable, "-c", code, script.value]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout.decode()


def translate(text: str) -> object:
    return text.translate(TRANSLATE)


def measure(name: str) -> None:
    """One process's round: prints (MB/s, MB/s of str.translate) for each stage."""
    script, job = JOBS[name]
    first, second, held = (text if script is CYRL else in_script(text, script) for text in texts())
    for latin in ("Windows", "Jylgy jylgylar"):  # loads the tables, those of a stray Latin word too
        job(in_script(f"Сөз бен іс. Зұбалмастан. {latin}. " * 4000, script))
    speeds = []
    for text in (first, second, second, held):
        size = len(text.encode()) / 1e6
        before, ours, after = seconds(translate, text), seconds(job, text), seconds(translate, text)
        speeds.append((size / ours, 2 * size / (before + after)))
    print(json.dumps(speeds))


def main() -> None:
    if sys.argv[1:2] == ["--job"]:
        measure(sys.argv[2])
        return
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"| what | {' | '.join(STAGES)} |\n| --- | --- | --- | --- | --- |")
    for name in JOBS:
        command = [sys.executable, __file__, "--job", name]
        runs = [json.loads(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(rounds)]
        cells = []
        for stage in zip(*runs, strict=True):
            share = statistics.median(ours / plain for ours, plain in stage)
            cells.append(f"{max(ours for ours, _ in stage):.1f} MB/s, {share:.2f}")
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
