"""A single line of 50 MB: how long it takes and how much memory, or the line that refuses it.

python bench/huge_line.py
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SENTENCE = "Қазақстан мен Қырғызстан арасындағы тауар айналымы 2024 жылы 1,7 миллиард доллар болды. "
MEGABYTES = 50


def main() -> None:
    with tempfile.TemporaryDirectory() as work:
        path = Path(work, "line.txt")
        size = len(SENTENCE.encode())
        path.write_bytes(SENTENCE.encode() * (MEGABYTES * 1_000_000 // size))
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "qatynas", "extract", str(path)], capture_output=True, text=True, check=False
        )
        seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"status {done.returncode}, {seconds:.1f} s, {peak:.0f} MiB, {done.stdout.count(chr(10))} claims")
    print(done.stderr.strip()[:300])


if __name__ == "__main__":
    main()
