"""What each page costs to make, in processor time, which other work on the machine hardly changes.

    python bench/serve_pages.py LEDGER [--no-judging]

A copy of the ledger, with what is kept up beside it, is served in this process. Prints for each page what it takes the
first time, and again after a claim was judged and the pages know of it; then what it takes until they know. All times
hold the work of other threads of this process, so that of a page includes what it sets off.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from starlette.testclient import TestClient

sys.path.insert(0, str(Path(__file__).parent))

from serve_load import LISTS, THINGS

import qatynas
from qatynas.serve import make_app


def main() -> None:
    """Serves, asks one page after the other, prints."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("ledger", type=Path)
    asked.add_argument("--no-judging", action="store_true", help="only what each page takes the first time")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for part in given.ledger.parent.glob(f"{given.ledger.name}*"):
            shutil.copy(part, folder)
        ledger = Path(folder, given.ledger.name)
        with TestClient(make_app(ledger, wait=600), base_url="http://127.0.0.1:8000") as client:
            started = time.process_time()
            client.get("/judgements")
            print(f"{'what is kept, brought up to date and read':<60} {time.process_time() - started:8.3f} s")
            pages = [*LISTS, *_things(client)]
            first = [_spent(client, page) for page in pages]
            again = [0.0] * len(pages)
            if not given.no_judging:
                _judge(client, ledger)
                # an address of its own: pages of the state before would be given at once
                again = [
                    _spent(client, f"{page}{'&' if '?' in page else '?'}anew=1") for page in pages
                ]  # not the kept one
        for page, one, other in zip(pages, first, again, strict=True):
            print(f"{page[:60]:<60} {one * 1000:8.0f} {other * 1000:8.0f} ms")
        print(f"{'median':<60} {statistics.median(first) * 1000:8.0f} {statistics.median(again) * 1000:8.0f} ms")
        print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MiB")


def _things(client: TestClient) -> list[str]:
    return [f"{path}/{row[name]}" for path, name in THINGS for row in client.get(f"{path}.json").json()["rows"][:2]]


def _spent(client: TestClient, page: str) -> float:
    begun = time.process_time()
    answer = client.get(page)
    assert answer.status_code == 200, (page, answer.status_code)
    return time.process_time() - begun


def _judge(client: TestClient, ledger: Path) -> None:
    """A claim is accepted; whoever wrote asks for a page and so waits until the pages know."""
    with qatynas.Ledger.open(ledger) as book:
        number = client.get("/facts.json").json()["rows"][0]["reports"][0]["claim"]
        claim, sha256 = book.claim(number)
        book.judge(claim, sha256, "accept", who="bench", reason="")
    client.cookies.set("wrote", "1")
    print(f"{'after a judgement, until pages know':<60} {_spent(client, '/judgements'):8.3f} s")
    client.cookies.delete("wrote")
    deadline = time.monotonic() + 600
    while (before := time.process_time()) and time.monotonic() < deadline:  # until nothing is made any more
        time.sleep(1)
        if time.process_time() - before < 0.05:
            return


if __name__ == "__main__":
    main()
