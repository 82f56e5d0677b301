"""Takes the pictures of the pages that README and docs show: of a ledger, in headless Chromium.

qatynas add --ledger notes.sqlite src/qatynas/demo/*.txt && python tools/pictures.py notes.sqlite docs/pictures
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from serve.browsing import opened, served, watched

from qatynas.serve import Rules, make_app

# name, address or the page whose first link is followed, language, width, height in pixels
SHOTS = (
    ("overview", "/", "", "en", 1280, 900),
    ("series", "/series?indicator=trade.turnover", "td.c-name a", "en", 1280, 820),
    ("document", "/documents?script=Arab", "td.c-name a", "en", 1280, 820),
    ("finding", "/findings?grade=difference", "details.entry a[href^='/findings/']", "en", 1280, 900),
    ("treaties-arabic", "/treaties", "", "kk-Arab", 1280, 820),
    ("phone", "/map", "", "kk-Arab", 390, 844),
)


def main(ledger: str, folder: Path) -> None:
    """Writes one PNG for each of SHOTS."""
    folder.mkdir(parents=True, exist_ok=True)
    with served(make_app(ledger, rules=Rules(edit=True), who="Айгерім")) as home, opened() as browser:
        for name, address, follow, language, width, height in SHOTS:
            with watched(browser, home, width) as seen:
                page = seen.page
                page.set_viewport_size({"width": width, "height": height})
                page.goto(f"{home}{address}{'&' if '?' in address else '?'}lang={language}")
                if follow:
                    page.goto(str(page.eval_on_selector(follow, "link => link.href")))
                page.evaluate("document.fonts.ready")
                page.screenshot(path=str(folder / f"{name}.png"))
                print(folder / f"{name}.png")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
