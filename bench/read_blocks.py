"""Show what every line of a folder's texts is taken for, to be looked through by eye.

python bench/read_blocks.py FOLDER|FILE…
"""

from __future__ import annotations

import sys
from pathlib import Path

from qatynas.model.errors import InputError
from qatynas.read import find_documents, read_path


def main(paths: list[Path]) -> None:
    for path in find_documents(paths):
        try:
            document = read_path(path)
        except InputError as error:
            print(f"### REFUSED {error}")
            continue
        print(f"### {path}  {document.script} {document.language} {document.encoding}")
        print(f"    title {document.title!r} author {document.author!r} address {document.address!r}")
        for date in document.dates:
            print(f"    date {date.source} {date.words!r} {date.span}")
        for block in document.blocks:
            words = " ".join(block.span.of(document.text).split())
            print(f"  {block.kind:10} {words[:150]}")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
