"""Every page answers in every language, with its twin; every link of a page leads somewhere."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from qatynas.publish.labels import LANGUAGES
from qatynas.serve.pages import EDITING, PAGES

PLAIN = [page for page in PAGES if "{" not in page.path]


class Page(HTMLParser):
    """Links and attributes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            self.attributes.append((tag, name, value or ""))
            if name in ("href", "data-from") and (value or "").startswith("/"):
                self.links.append(value or "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PLAIN, ids=lambda page: page.path)
def test_every_page_answers(client: TestClient, page: object, language: str) -> None:
    answer = client.get(page.path, params={"lang": language})  # type: ignore[attr-defined]
    assert answer.status_code == 200
    direction = "rtl" if language == "kk-Arab" else "ltr"
    assert f'<html lang="{language}" dir="{direction}"' in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("page", PLAIN, ids=lambda page: page.path)
def test_every_page_has_a_twin(client: TestClient, page: object) -> None:
    answer = client.get(page.json_path)  # type: ignore[attr-defined]
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    answer.json()


def test_every_link_leads_somewhere(client: TestClient) -> None:
    seen: set[str] = set()
    waiting = ["/", "/search?q=су"]
    while waiting and len(seen) < 220:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code == 200, address
        if "text/html" in answer.headers["content-type"]:
            links = [link.partition("#")[0] for link in Page(answer.text).links]
            waiting += [link for link in links if link not in seen and not re.search(r"[?&](lang|theme)=", link)]
    assert len(seen) > 100


def test_nothing_runs_or_styles_inside_a_page(client: TestClient) -> None:
    for page in PLAIN:
        for tag, name, _ in Page(client.get(page.path).text).attributes:
            assert not name.startswith("on"), (page.path, tag, name)
            assert name != "style", (page.path, tag)


def test_a_figure_opens_its_sentence(client: TestClient) -> None:
    row = client.get("/series.json").json()["rows"][0]
    page = client.get(f"/series/{row['id']}").text
    fact = re.search(r'href="(/facts/[0-9a-f]{12})"', page)
    assert fact
    sentence = client.get(fact[1]).text
    assert "<mark>" in sentence
    assert "date stated" in sentence or "date inferred" in sentence


def test_two_series_compared(client: TestClient) -> None:
    rows = [
        row for row in client.get("/series.json").json()["rows"] if row["indicator"] in ("trade.export", "trade.import")
    ]
    page = client.get(f"/series/{rows[0]['id']}", params={"with": rows[1]["id"]})
    assert page.status_code == 200
    assert page.text.count("<h2><span") + page.text.count("<h2>") >= 2
    assert len(client.get(f"/series/{rows[0]['id']}.json", params={"with": rows[1]["id"]}).json()) == 2


def test_facets_live_in_the_address(client: TestClient) -> None:
    everything = client.get("/facts.json").json()["of"]
    meetings = client.get("/facts.json", params={"kind": "meeting"}).json()
    assert 0 < meetings["of"] < everything
    assert {row["kind"] for row in meetings["rows"]} == {"meeting"}
    year = client.get("/facts.json", params={"kind": "meeting", "year": "2025"}).json()
    assert 0 < year["of"] <= meetings["of"]
    assert 'aria-current="true"' in client.get("/facts", params={"kind": "meeting"}).text


def test_long_lists_have_pages(client: TestClient) -> None:
    first = client.get("/facts.json").json()
    assert first["pages"] > 1
    second = client.get("/facts.json", params={"page": 2}).json()
    assert second["rows"][0]["fact"] not in {row["fact"] for row in first["rows"]}
    assert client.get("/facts.json", params={"page": first["pages"] + 1}).status_code == 404


def test_how_texts_stood_on_a_day(client: TestClient) -> None:
    early = client.get("/treaties.json", params={"on": "1990-01-01"}).json()
    assert {row["state"] for row in early["rows"]} == {"unknown"}
    later = client.get("/treaties.json").json()
    assert {row["state"] for row in later["rows"]} - {"unknown"}


def test_a_body_shows_its_years_and_gaps(client: TestClient) -> None:
    pages = [client.get(f"/bodies/{row['id']}").text for row in client.get("/bodies.json").json()["rows"]]
    assert any('class="years"' in page for page in pages)


def test_a_document_shows_its_claims_hash_and_reading(client: TestClient) -> None:
    rows = client.get("/documents.json", params={"script": "Arab"}).json()["rows"]
    assert rows
    sha = rows[0]["sha256"]
    page = client.get(f"/documents/{sha[:16]}", params={"as": "kk-Latn"}).text
    assert sha in page
    assert 'lang="kk-Latn" dir="ltr"' in page
    assert 'lang="kk-Arab" dir="rtl"' in page
    assert 'class="k k-' in page
    told = client.get(f"/documents/{sha}.json").json()
    assert all(told["text"][claim["start"] : claim["end"]] == claim["quote"] for claim in told["claims"])


def test_search_finds_across_scripts(client: TestClient) -> None:
    found = [
        {
            (hit["document_sha256"], hit["start"])
            for hit in client.get("/search.json", params={"q": words}).json()["rows"]
        }
        for words in ("сауда айналымы", "ساۋدا اينالىمى", "sauda ainalymy")
    ]
    assert found[0]
    assert found[0] == found[1] == found[2]
    scripts = {hit["script"] for hit in client.get("/search.json", params={"q": "ساۋدا"}).json()["rows"]}
    assert "Cyrl" in scripts
    only = client.get("/search.json", params={"q": "сауда", "script": "Latn"}).json()["rows"]
    assert {hit["script"] for hit in only} <= {"Latn"}


def test_what_cannot_be_asked_is_said(client: TestClient) -> None:
    assert client.get("/facts", params={"page": "x"}).status_code == 400
    assert client.get("/treaties", params={"on": "soon"}).status_code == 400
    assert client.get("/", params={"pair": "XXX"}).status_code == 400
    assert client.get("/", params={"pair": "KAZ-FRA"}).status_code == 404
    assert client.get("/facts/nothing").status_code == 404
    assert client.get("/nowhere").status_code == 404
    assert client.get("/nowhere.json").json() == {"error": "Not Found"}
    assert client.get("/facts", params={"kind": "x" * 500}).status_code == 400


def test_pages_with_forms_are_there_with_edit_only(client: TestClient, editor: TestClient) -> None:
    for page in EDITING.pages:
        if "{" not in page.path:
            assert client.get(page.path).status_code == 404
            assert editor.get(page.path).status_code == 200
    assert '<form method="post"' not in client.get("/findings").text


def test_language_and_colours_are_remembered(filled: object) -> None:
    from qatynas.serve import make_app

    reader = TestClient(make_app(str(filled)))
    assert 'lang="en"' in reader.get("/").text
    reader.get("/", params={"lang": "kk-Latn", "theme": "dark"})
    page = reader.get("/treaties").text
    assert '<html lang="kk-Latn" dir="ltr" data-theme="dark">' in page
    assert "Şarttar" in page
    browser = TestClient(make_app(str(filled)), headers={"accept-language": "kk-Arab,kk;q=0.8"})
    assert 'dir="rtl"' in browser.get("/").text


def test_new_since_the_last_visit(client: TestClient) -> None:
    page = client.get("/", params={"since": "2020-01-01"}).text
    assert "14 documents came in." in unescape(page)
    assert "Nothing came in" in unescape(client.get("/", params={"since": "2999-01-01"}).text)
