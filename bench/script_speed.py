"""How fast texts are converted, on one core, beside a plain str.translate of the same text in the same run.

python bench/script_speed.py [MB]. The text is running Kazakh (KazQAD passages, KazNERD sentences), each once, then
repeated to the size asked for after one pass over it: text whose words were seen. For those that were not there is
bench/script_fresh.py. MB are of UTF-8. Memory is the process's peak before and after converting the long text as a
stream.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

import script_corpus as corpus  # noqa: E402

from qatynas.script import Script, align, convert, convert_stream, fold, identify  # noqa: E402
from qatynas.script.letters import ARAB_TO_CYRL_BACK, CYRL_TO_ARAB  # noqa: E402

# One character to one string, for the letters of both scripts: what a converter by single letters would do.
TRANSLATE = str.maketrans(
    CYRL_TO_ARAB | {letter.upper(): arabic for letter, arabic in CYRL_TO_ARAB.items()} | ARAB_TO_CYRL_BACK
)


def running_text() -> str:
    """About 3 MB of Kazakh, a paragraph or sentence a line; KazNERD's tokens are put together again."""
    sentences = "\n".join(" ".join(tokens) for tokens in corpus.kaznerd_sentences())
    sentences = re.sub(r" (?=[,.;:!?»)])|(?<=[«(]) ", "", sentences)
    return "\n".join([*corpus.kazqad_contexts(), sentences])


def in_arabic(text: str) -> str:
    """The text in Arabic script, made by another process so that this one sees it for the first time."""
    code = "import sys; from qatynas.script import *; print(end=convert(sys.stdin.read(), Script.ARAB, Script.CYRL))"
    done = subprocess.run([sys.executable, "-c", code], input=text.encode(), capture_output=True, check=True)
    return done.stdout.decode()


def seconds(action: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    action(text)
    return time.process_time() - start


def main() -> None:
    once = running_text()
    megabytes = len(once.encode()) / 1e6
    times = max(1, round((float(sys.argv[1]) if len(sys.argv) > 1 else 20) / megabytes))
    arabic = in_arabic(once)
    jobs: list[tuple[str, str, Callable[[str], object]]] = [
        ("fold", once, fold),
        ("Cyrillic → Arabic", once, lambda text: convert(text, Script.ARAB, Script.CYRL)),
        ("Arabic → Cyrillic", arabic, lambda text: convert(text, Script.CYRL, Script.ARAB)),
        ("Cyrillic → Latin", once, lambda text: convert(text, Script.LATN, Script.CYRL)),
        ("align, Arabic → Cyrillic", arabic, lambda text: align(text, Script.CYRL, Script.ARAB)),
        ("align, Cyrillic → Arabic", once, lambda text: align(text, Script.ARAB, Script.CYRL)),
        ("align, Cyrillic cleaned", once, lambda text: align(text, Script.CYRL, Script.CYRL)),
        ("identify", once, identify),
    ]
    print(f"{megabytes:.1f} MB × {times}")
    print("| what | MB/s | str.translate, MB/s | share |\n| --- | --- | --- | --- |")
    for name, text, job in jobs:
        job(text)
        many = "\n".join([text] * times)
        size = len(many.encode()) / 1e6
        plain, ours = zip(
            *((seconds(lambda t: t.translate(TRANSLATE), many), seconds(job, many)) for _ in range(5)), strict=True
        )
        speed, base = size / min(ours), size / min(plain)
        print(f"| {name} | {speed:.1f} | {base:.1f} | {speed / base:.2f} |", flush=True)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in convert_stream((arabic for _ in range(3 * times)), Script.CYRL, Script.ARAB):
        pass
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"stream of {3 * times * megabytes:.0f} MB: peak memory {before // 1024} MB before, {after // 1024} MB after")


if __name__ == "__main__":
    main()
