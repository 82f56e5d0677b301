"""A real browser on a real server: Debian's Chromium, driven by Playwright, which downloads none of its own."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright
from starlette.applications import Starlette

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip
PICTURES = os.environ.get("QATYNAS_PICTURES")
"""A folder for screenshots of the day, where somebody wants to look at them."""


def chromium() -> str | None:
    """The browser's path, None where the machine has none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


def axe() -> str | None:
    """axe-core's source: QATYNAS_AXE names the file; None where it is not there."""
    path = Path(os.environ.get("QATYNAS_AXE", "node_modules/axe-core/axe.min.js"))
    return path.read_text(encoding="utf-8") if path.is_file() else None


@contextmanager
def served(app: Starlette) -> Iterator[str]:
    """The application on a free port of this machine; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@contextmanager
def opened() -> Iterator[Browser]:
    """The browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Watched:
    """A page with what it complained of and what it asked of others."""

    page: Page
    home: str
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def look(self, name: str) -> None:
        """Keeps a picture, and sees to it that nothing sticks out at the side."""
        width = self.page.viewport_size["width"] if self.page.viewport_size else 0
        assert self.page.evaluate("document.documentElement.scrollWidth") <= width, f"{name}: wider than the window"
        if PICTURES:
            self.page.screenshot(path=str(Path(PICTURES) / f"{name}-{width}.png"), full_page=False)


@contextmanager
def watched(browser: Browser, home: str, width: int, **options: object) -> Iterator[Watched]:
    """A window on the application."""
    context = browser.new_context(viewport={"width": width, "height": 900}, **options)  # type: ignore[arg-type]
    page = context.new_page()
    seen = Watched(page, home)

    def asked(request: Request) -> None:
        if not request.url.startswith((home, "data:")):
            seen.outside.append(request.url)

    def told(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            seen.errors.append(f"{message.text} {message.location.get('url')}")

    page.on("console", told)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("request", asked)
    yield seen
    context.close()
