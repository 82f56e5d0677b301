"""A headless Chromium for tests, spoken to over a pipe: what it logged, what it asked for, how wide the page is."""

from __future__ import annotations

import base64
import fcntl
import itertools
import json
import os
import shutil
import signal
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
)  # fmt: skip


def find_chromium() -> str | None:
    """The browser's path, None where the machine has none."""
    return next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )


@dataclass
class Seen:
    """What a page did: console errors, addresses asked for beside itself, and its widths in pixels."""

    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    scroll_width: int = 0
    client_width: int = 0


def _pipe() -> tuple[int, int]:
    """A pipe whose ends lie above the numbers that the browser wants them under."""
    ends = os.pipe()
    moved = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in ends)
    for end in ends:
        os.close(end)
    return moved[0], moved[1]


class Browser:
    """with Browser() as browser: seen = browser.look(path, width=390)"""

    def __enter__(self) -> Browser:
        self._folder = tempfile.mkdtemp(prefix="qatynas-chromium-")
        to_browser, self._write = _pipe()
        self._read, from_browser = _pipe()
        chromium = find_chromium() or "chromium"
        nowhere = os.open(os.devnull, os.O_RDWR)
        wires = ((nowhere, 0), (nowhere, 1), (nowhere, 2), (to_browser, 3), (from_browser, 4))
        self._process = os.posix_spawn(
            chromium,
            [chromium, *FLAGS, f"--user-data-dir={self._folder}", "about:blank"],
            os.environ,
            file_actions=[(os.POSIX_SPAWN_DUP2, here, there) for here, there in wires],
        )
        for end in (to_browser, from_browser, nowhere):
            os.close(end)
        self._numbers = itertools.count(1)
        self._buffer = b""
        self._events: list[dict[str, Any]] = []
        target = self._call("Target.createTarget", {"url": "about:blank"})["targetId"]
        attached = self._call("Target.attachToTarget", {"targetId": target, "flatten": True})
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._write)
        os.close(self._read)
        shutil.rmtree(self._folder, ignore_errors=True)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One command to the page."""
        return self._call(method, parameters, self._session)

    def look(self, path: Path, width: int, height: int = 900, dark: bool = False) -> Seen:
        """Opens a file at a width and tells what happened."""
        self._events.clear()
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.call("Emulation.setEmulatedMedia", features=scheme)
        self.call("Page.navigate", url=path.resolve().as_uri())
        self._until("Page.loadEventFired")
        seen = Seen(
            scroll_width=self.evaluate("document.documentElement.scrollWidth"),
            client_width=self.evaluate("document.documentElement.clientWidth"),
        )
        for event in self._events:
            self._note(event, seen, path)
        return seen

    def evaluate(self, expression: str) -> Any:
        """The value of a script's expression in the page."""
        return self.call("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def screenshot(self, target: Path, whole: bool = True) -> None:
        """The page as a picture, its whole length or what is in view."""
        taken = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        if whole:
            size = self.call("Page.getLayoutMetrics")["cssContentSize"]
            clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 16000), "scale": 1}
            taken = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        target.write_bytes(base64.b64decode(taken["data"]))

    def pdf(self, target: Path) -> None:
        """The page as it prints."""
        made = self.call("Page.printToPDF", preferCSSPageSize=True, paperWidth=8.27, paperHeight=11.69)
        target.write_bytes(base64.b64decode(made["data"]))

    def _note(self, event: dict[str, Any], seen: Seen, path: Path) -> None:
        method, told = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            seen.errors.append(json.dumps(told["exceptionDetails"], ensure_ascii=False))
        elif method == "Log.entryAdded" and told["entry"]["level"] == "error":
            seen.errors.append(told["entry"]["text"])
        elif method == "Runtime.consoleAPICalled" and told["type"] in ("error", "warning"):
            seen.errors.append(json.dumps(told["args"], ensure_ascii=False))
        elif method == "Network.requestWillBeSent":
            address = told["request"]["url"]
            if address != path.resolve().as_uri() and not address.startswith("data:"):
                seen.requests.append(address)

    def _call(self, method: str, parameters: dict[str, Any], session: str | None = None) -> dict[str, Any]:
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters} | ({"sessionId": session} if session else {})
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._write, data) :]
        while True:
            answer = self._next()
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return dict(answer["result"])
            self._events.append(answer)

    def _until(self, method: str, seconds: float = 30) -> None:
        end = time.monotonic() + seconds
        while not any(event.get("method") == method for event in self._events):
            if time.monotonic() > end:
                raise TimeoutError(method)
            self._events.append(self._next())

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            more = os.read(self._read, 1 << 16)
            if not more:
                raise RuntimeError("the browser went away")
            self._buffer += more
        message, _, self._buffer = self._buffer.partition(b"\0")
        return dict(json.loads(message))
