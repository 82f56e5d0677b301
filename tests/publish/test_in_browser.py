"""The page in a real browser: no error, no request, no horizontal scroll, on a desk and on a phone, and printable."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from publish.browser import Browser, find_chromium
from publish.test_page import PAGE

pytestmark = pytest.mark.skipif(find_chromium() is None, reason="no chromium on this machine")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "dossier.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


OPEN_ALL = "document.querySelectorAll('details').forEach(one => one.open = true); document.documentElement.scrollWidth"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("dark", [False, True])
def test_no_error_no_request_no_scroll(browser: Browser, page: Path, width: int, dark: bool) -> None:
    seen = browser.look(page, width, dark=dark)
    assert seen.errors == []
    assert seen.requests == []
    assert seen.scroll_width <= width
    assert browser.evaluate(OPEN_ALL) <= width


def test_one_picture_of_each_is_shown(browser: Browser, page: Path) -> None:
    shown = "[...document.querySelectorAll('.picture svg')].filter(one => one.getClientRects().length).length"
    for width in (1280, 390):
        browser.look(page, width)
        assert browser.evaluate(shown) == browser.evaluate("document.querySelectorAll('.picture').length")


def test_a_link_of_the_paragraph_opens_its_sentence(browser: Browser, page: Path) -> None:
    browser.look(page, 1280)
    browser.evaluate("document.querySelector('.prose sup a').click()")
    assert browser.evaluate("new Promise(done => setTimeout(() => done(0), 50)) && 1") == 1
    browser.call("Runtime.evaluate", expression="new Promise(done => setTimeout(done, 200))", awaitPromise=True)
    assert browser.evaluate("document.querySelector('.grounds details').open")


def test_arabic_words_run_from_the_right(browser: Browser, page: Path) -> None:
    browser.look(page, 1280)
    browser.evaluate(OPEN_ALL)
    assert browser.evaluate("getComputedStyle(document.querySelector('[lang=kk-Arab] p')).direction") == "rtl"


def test_it_prints_with_its_sentences(browser: Browser, page: Path, tmp_path: Path) -> None:
    browser.look(page, 1280)
    browser.pdf(tmp_path / "dossier.pdf")
    assert (tmp_path / "dossier.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_seeds_make_a_quiet_page(browser: Browser, shared: Path, tmp_path: Path, width: int) -> None:
    from qatynas.claims import extract
    from qatynas.publish import dossier
    from qatynas.read import find_documents, read_path
    from qatynas.relations import build, pairs

    told = [extract(read_path(path)) for path in find_documents([shared / "corpus" / "seeds"])]
    path = tmp_path / "seeds.html"
    path.write_text(dossier(build(told, pairs(told)[0])), encoding="utf-8")
    seen = browser.look(path, width)
    assert (seen.errors, seen.requests) == ([], [])
    assert seen.scroll_width <= width
    assert browser.evaluate(OPEN_ALL) <= width
