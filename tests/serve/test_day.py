"""A person's day in a browser: add, follow a figure to its sentence, search, settle, undo, change the language."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="playwright is not installed")

from playwright.sync_api import Browser, expect
from serve.browsing import axe, chromium, opened, served, watched

from qatynas.model.document import Script
from qatynas.publish.labels import LANGUAGES
from qatynas.script import convert
from qatynas.serve import Rules, make_app
from qatynas.serve.pages import EDITING, PAGES

pytestmark = pytest.mark.skipif(chromium() is None, reason="no chromium on this machine")

TEXT = (
    "Бішкек, 2025 жылғы 3 қыркүйек. Қазақстан мен Қырғызстан арасындағы тауар айналымы 2024 жылы {} миллиард долларға жетті. "
    "Екі ел көлікшілері жаңа өткізу бекетін талқылады."
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened() as found:
        yield found


@pytest.fixture
def home(ledger: Path) -> Iterator[str]:
    with served(make_app(ledger, rules=Rules(edit=True), who="Айгерім", wait=60)) as address:
        yield address


@pytest.mark.parametrize("width", [1280, 390])
def test_a_day(browser: Browser, home: str, tmp_path: Path, width: int) -> None:
    files = []
    for script, number in ((Script.CYRL, "1,9"), (Script.ARAB, "1,8"), (Script.LATN, "1,4")):
        path = tmp_path / f"{script}.txt"
        path.write_text(convert(TEXT.format(number), script, Script.CYRL), encoding="utf-8")
        files.append(path)
    with watched(browser, home, width, reduced_motion="reduce") as seen:
        page = seen.page
        page.goto(home)
        expect(page.locator(".card").first).to_contain_text("USD")
        seen.look("1-overview")

        page.goto(f"{home}/add")
        page.locator("#files").set_input_files(files)
        page.get_by_role("button", name="Add").click()
        expect(page.locator(".is-added")).to_have_count(3, timeout=90_000)
        seen.look("2-added")

        page.goto(f"{home}/series")
        page.get_by_role("link", name="turnover", exact=True).click()
        shown = ".wide" if width > 640 else ".narrow"
        page.locator(f"{shown} svg.course a:has(.stated)").last.click()
        expect(page.locator("mark").first).to_be_visible()
        assert re.search(r"/facts/[0-9a-f]{12}", page.url)
        seen.look("3-sentence")

        page.goto(f"{home}/visits")
        page.locator("details.entry[data-from] > summary").first.click()
        expect(page.locator("details.entry[open] mark").first).to_be_visible()

        page.goto(f"{home}/search")
        page.locator("#q").press_sequentially("ساۋدا")
        expect(page.locator(".hits blockquote[lang=kk-Cyrl]").first).to_be_visible()
        assert "q=" in page.url
        seen.look("4-search")

        page.goto(f"{home}/findings?grade=difference")
        page.locator("details.entry > summary").first.click()
        page.locator("details.entry[open] a[href^='/findings/']").first.click()
        address = page.url
        seen.look("5-finding")
        page.locator("input[name=claim]").first.check()
        page.get_by_label("Why").first.fill("басқа дереккөз")
        page.get_by_role("button", name="Reject").click()
        expect(page.get_by_role("status")).to_contain_text("judgement 1")
        assert page.request.get(address).status == 404
        page.goto(f"{home}/judgements")
        expect(page.locator(".log")).to_contain_text("Айгерім")
        page.get_by_role("button", name="Undo").first.click()
        expect(page.locator(".log .withdrawn")).to_have_count(1)
        assert page.request.get(address).status == 200

        page.goto(f"{home}/series")
        page.locator("main a[href='/exports']").click()
        with page.expect_download() as sent:
            page.get_by_role("link", name="claims.csv").click()
        assert sent.value.suggested_filename == "KAZ-KGZ-claims.csv"
        assert Path(sent.value.path()).stat().st_size > 0
        page.goto(f"{home}/outlook")
        page.locator(".card h2 a[href^='/outlook/nowcast']").click()
        expect(page.locator(f"{shown} svg.looking").first).to_be_visible()
        seen.look("7-outlook")

        page.goto(home)
        page.get_by_role("link", name="قازاقشا").click()
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
        assert page.evaluate(
            "document.fonts.ready.then(() => document.fonts.check('16px \"Qatynas Naskh\"', 'قازاقستان'))"
        )
        expect(page.locator(".brand")).to_contain_text("قازاقستان")
        seen.look("6-kazakh")

        page.goto(f"{home}/facts.json")
        assert '"rows"' in page.content()
        assert (seen.errors, seen.outside) == ([], [])


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_fits_and_asks_nobody(browser: Browser, home: str, language: str, width: int) -> None:
    with watched(browser, home, width, color_scheme="dark" if width == 390 else "light") as seen:
        for page in (*PAGES, *EDITING.pages):
            if "{" not in page.path:
                seen.page.goto(f"{home}{page.path}?lang={language}")
                seen.look(f"page-{page.key}-{language}")
        assert (seen.errors, seen.outside) == ([], [])


def test_by_keyboard_alone(browser: Browser, home: str) -> None:
    with watched(browser, home, 1280) as seen:
        page = seen.page
        page.goto(f"{home}/visits")
        page.keyboard.press("Tab")
        expect(page.locator(".skip")).to_be_focused()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        entry = page.locator("details.entry > summary").first
        entry.focus()
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        page.keyboard.press("Enter")
        expect(page.locator("details.entry[open] mark").first).to_be_visible()


def test_without_a_script_entries_lead_to_their_sentences(browser: Browser, home: str) -> None:
    with watched(browser, home, 1280, java_script_enabled=False) as seen:
        seen.page.goto(f"{home}/visits")
        seen.page.locator("details.entry > summary").first.click()
        seen.page.locator("details.entry[open] a.load").first.click()
        expect(seen.page.locator("mark").first).to_be_visible()


@pytest.mark.parametrize("language", ["en", "kk-Cyrl", "kk-Arab"])
def test_the_brief_prints(browser: Browser, home: str, language: str) -> None:
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
    with watched(browser, home, 1280) as seen:
        seen.page.goto(f"{home}/brief?lang={language}")
        heading = seen.page.locator("h1").inner_text()
        pages = pypdf.PdfReader(io.BytesIO(seen.page.pdf(format="A4"))).pages
    words = " ".join("".join(one.extract_text() for one in pages).split())
    assert len(pages) > 0
    assert all(abs(float(one.mediabox.width) - 595) < 2 for one in pages)
    # letters of Arabic come out joined and in the order of the eye: there the years tell that the text is there
    assert "202" in words if language == "kk-Arab" else heading in words
    assert seen.errors == []


RULES = (
    "{resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"
)


@pytest.mark.skipif(axe() is None, reason="no axe-core: npm install axe-core, or name its file in QATYNAS_AXE")
@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("en", 1280, "light"), ("kk-Cyrl", 390, "dark"), ("kk-Arab", 1280, "dark"), ("kk-Latn", 390, "light")],
)
def test_no_serious_fault_of_access(browser: Browser, home: str, language: str, width: int, scheme: str) -> None:
    source = axe()
    with watched(browser, home, width, color_scheme=scheme) as seen:
        page = seen.page
        page.goto(f"{home}/?lang={language}")
        found = []
        for address in addresses(page, home):
            page.goto(home + address)
            page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })")
            page.evaluate(source)
            told = page.evaluate(f"axe.run(document, {RULES})")
            found += [
                (address, one["id"], [node["target"] for node in one["nodes"]][:4], one["nodes"][0].get("failureSummary"))
                for one in told["violations"] if one["impact"] in ("serious", "critical")
            ]  # fmt: skip
        assert found == []


def addresses(page: object, home: str) -> list[str]:
    """Every page, and one of each sort that has a name."""
    plain = [one.path for one in (*PAGES, *EDITING.pages) if "{" not in one.path and one.path != "/sentences"]
    named = page.evaluate(  # type: ignore[attr-defined]
        """async () => {
            const first = async (path, name) => (await (await fetch(path)).json()).rows[0][name];
            return [`/facts/${await first('/facts.json', 'fact')}`, `/series/${await first('/series.json', 'id')}`,
                `/treaties/${await first('/treaties.json', 'id')}`, `/bodies/${await first('/bodies.json', 'id')}`,
                `/findings/${await first('/findings.json', 'finding')}`, `/map/${await first('/map.json', 'id')}`,
                `/documents/${await first('/documents.json?script=Arab', 'sha256')}?as=kk-Latn`,
                '/record/session', '/record/plan', '/search?q=су'];
        }"""
    )
    return [*plain, *named]
