"""Takes the pictures of the dossier that README and docs show, in headless Chromium.

qatynas demo -o dossier.html && python tools/screenshots.py dossier.html docs/img
"""

from __future__ import annotations

import base64
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from publish.browser import Browser

# name, width, height in pixels, dark, what is opened or scrolled to before
SHOTS = (
    ("dossier", 1280, 1640, False, "scrollTo(0, 0)"),
    ("dossier-sentence", 1280, 760, False, "OPEN"),
    ("dossier-dark", 1280, 900, True, "document.querySelector('#trade').scrollIntoView()"),
    ("dossier-phone", 390, 844, False, "document.querySelector('#trade').scrollIntoView()"),
)
OPEN = """
(() => {
  const arab = document.querySelector('#treaties [lang="kk-Arab"]');
  for (let one = arab; one; one = one.parentElement) { if (one.tagName === 'DETAILS') { one.open = true; } }
  document.querySelector('#treaties').scrollIntoView();
})()
"""


def main(page: Path, folder: Path) -> None:
    """Writes one PNG for each of SHOTS."""
    folder.mkdir(parents=True, exist_ok=True)
    with Browser() as browser:
        for name, width, height, dark, script in SHOTS:
            browser.call("Emulation.setScrollbarsHidden", hidden=True)
            browser.look(page, width, height, dark=dark)
            browser.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
            browser.evaluate(OPEN if script == "OPEN" else script)
            taken = browser.call("Page.captureScreenshot", format="png")
            (folder / f"{name}.png").write_bytes(base64.b64decode(taken["data"]))
            print(f"{folder / name}.png: {(folder / f'{name}.png').stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
