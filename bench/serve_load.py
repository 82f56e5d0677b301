"""How fast pages answer while readers ask and one person writes, on loopback.

    python bench/serve_load.py LEDGER [--readers 50] [--every 3] [--seconds 30] [--write 5] [--settle 0]

A copy of the ledger, with what is kept up beside it, is served in a process of its own. Each reader asks a page every
so many seconds, chosen by chance from all lists and from pages of single things; the writer judges a claim every
--write seconds. Prints, for each sort of page, how many answers, the median and the 99th percentile in milliseconds;
then the writer's, and whether every judgement was kept.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import httpx2

LISTS = (
    "/", "/series", "/map", "/treaties", "/bodies", "/visits", "/investment", "/exchanges", "/projects", "/education",
    "/culture", "/aid", "/organisations", "/findings", "/promises", "/voices", "/brief", "/documents", "/judgements",
    "/facts", "/facts?kind=figure", "/search?q=сауда", "/search?q=су", "/search?q=ساۋدا",
)  # fmt: skip
THINGS = (
    ("/facts", "fact"), ("/series", "id"), ("/treaties", "id"), ("/bodies", "id"), ("/documents", "sha256"),
    ("/map", "id"),
)  # fmt: skip

Times = dict[str, list[float]]


def main() -> None:
    """Serves, asks, and prints."""
    asked = argparse.ArgumentParser()
    asked.add_argument("ledger", type=Path)
    for name, default in (("readers", 50), ("every", 3.0), ("seconds", 30.0), ("write", 5.0), ("settle", 0.0)):
        asked.add_argument(f"--{name}", type=type(default), default=default)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(shutil.copy(given.ledger, folder))
        for kept in given.ledger.parent.glob(f"{given.ledger.name}-kept-*"):
            shutil.copy(kept, folder)
        port = _free_port()
        command = [sys.executable, "-m", "qatynas", "serve", "--edit", "--ledger", str(ledger), "--port", str(port)]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
            try:
                asyncio.run(_load(f"http://127.0.0.1:{port}", given))
            finally:
                server.terminate()


async def _load(home: str, given: argparse.Namespace) -> None:
    limits = httpx2.Limits(max_connections=200)
    async with httpx2.AsyncClient(base_url=home, timeout=600, limits=limits) as client:
        started = time.perf_counter()
        await _until_there(client)
        print(f"first page after {time.perf_counter() - started:.1f} s")
        await asyncio.sleep(given.settle)  # of a large ledger all findings are read once
        pages = [*LISTS, *await _things(client)]
        for page in pages[: len(LISTS)]:
            await client.get(page)  # every list once, as an open application has shown them
        times: Times = defaultdict(list)
        end = time.perf_counter() + given.seconds
        kept: list[int] = []
        readers = [_read(client, pages, given.every, end, times, seed) for seed in range(given.readers)]
        # whoever writes has cookies of his own: they have his next page wait until it knows of what he wrote
        async with httpx2.AsyncClient(base_url=home, timeout=600) as writer:
            await asyncio.gather(*readers, _write(writer, given.write, end, times, kept))
        every = [one for name, found in times.items() if name != "write" for one in found]
        for name, found in sorted(times.items()):
            _print(name, found)
        _print("all pages", every)
        log = (await client.get("/judgements.json")).json()["judgements"]
        print(f"written {len(kept)}, kept {len(log)}")


async def _until_there(client: httpx2.AsyncClient) -> None:
    for _ in range(3000):
        try:
            if (await client.get("/")).status_code == 200:
                return
        except httpx2.TransportError:
            await asyncio.sleep(0.2)
    raise SystemExit("the server did not start")


async def _things(client: httpx2.AsyncClient) -> list[str]:
    found = []
    for path, name in THINGS:
        rows = (await client.get(f"{path}.json")).json()["rows"]
        found += [f"{path}/{row[name]}" for row in rows[:8]]
    return found


async def _read(
    client: httpx2.AsyncClient, pages: list[str], every: float, end: float, times: Times, seed: int
) -> None:
    dice = random.Random(seed)
    await asyncio.sleep(dice.random() * every)
    while time.perf_counter() < end:
        page = dice.choice(pages)
        took = await _timed(client, page)
        times["/" + page.split("/")[1].partition("?")[0] + ("/…" if page.count("/") > 1 else "")].append(took)
        await asyncio.sleep(max(0.0, every - took))


async def _timed(client: httpx2.AsyncClient, page: str) -> float:
    begun = time.perf_counter()
    answer = await client.get(page)
    if answer.status_code >= 500:
        raise SystemExit(f"{page}: {answer.status_code}")
    return time.perf_counter() - begun


async def _write(client: httpx2.AsyncClient, every: float, end: float, times: Times, kept: list[int]) -> None:
    """One who judges: each time a claim is accepted, which changes the ledger's state and no answer."""
    claims = [row["reports"][0]["claim"] for row in (await client.get("/facts.json")).json()["rows"]]
    mark = (await client.get("/add")).text.split('name="mark" value="')[1].split('"')[0]
    while time.perf_counter() < end:
        form = {"mark": mark, "verdict": "accept", "claim": random.choice(claims), "who": "bench"}
        begun = time.perf_counter()
        answer = await client.post("/judge", data=form)
        if answer.status_code == 303:
            kept.append(1)
            times["write"].append(time.perf_counter() - begun)
        await asyncio.sleep(every)


def _print(name: str, found: list[float]) -> None:
    ordered = sorted(found)
    worst = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    print(f"{name:<20} {len(found):>5}  median {statistics.median(ordered) * 1000:7.0f} ms  p99 {worst * 1000:7.0f} ms")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


if __name__ == "__main__":
    main()
