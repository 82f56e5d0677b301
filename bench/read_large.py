"""Seconds and memory that large inputs take: each must be read or refused in 60 s and 2 GiB.

python bench/read_large.py
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from qatynas.model.errors import InputError
from qatynas.read import read_path

SENTENCE = "Былтыр екі елдің тауар айналымы 1,5 миллиард долларға жетіп, бұл көрсеткіш он пайызға өсті. "
PAGE = "<html><body><h1>Сауда өсті бүгін тағы</h1>{}</body></html>"
MEGABYTE = 1024 * 1024


def inputs() -> dict[str, bytes]:
    """Name → bytes."""
    size = len(SENTENCE.encode())
    return {
        "50 MB in one line.txt": (SENTENCE * (50 * MEGABYTE // size)).encode(),
        "19 MB in one line.txt": (SENTENCE * (19 * MEGABYTE // size)).encode(),
        "19 MB of paragraphs.txt": ((SENTENCE * 3 + "\n") * (19 * MEGABYTE // (3 * size + 1))).encode(),
        "19 MB of paragraphs.html": PAGE.format(
            f"<p>{SENTENCE * 3}</p>\n" * (19 * MEGABYTE // (3 * size + 8))
        ).encode(),
        "19 MB of one paragraph.html": PAGE.format(f"<p>{SENTENCE * (19 * MEGABYTE // size)}</p>").encode(),
        "19 MB of tags.html": b"<p>" * (19 * MEGABYTE // 3),
        "19 MB of short lines.txt": "су\n".encode() * (19 * MEGABYTE // 5),
        "19 MB of zeros.txt": bytes(19 * MEGABYTE),
        "19 MB in KZ-1048.txt": (SENTENCE * (19 * MEGABYTE // len(SENTENCE))).encode("kz1048"),
    }


def one(path: Path) -> None:
    started = time.monotonic()
    try:
        document = read_path(path)
        said = f"read, {len(document.blocks)} blocks"
    except InputError as error:
        said = error.what
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{path.name:28} {time.monotonic() - started:6.1f} s {memory:6.0f} MiB  {said}", flush=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, data in inputs().items():
            path = Path(folder) / name
            path.write_bytes(data)
            subprocess.run([sys.executable, __file__, str(path)], check=True)
            path.unlink()


if __name__ == "__main__":
    one(Path(sys.argv[1])) if len(sys.argv) > 1 else main()
