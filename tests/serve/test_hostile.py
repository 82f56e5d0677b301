"""Documents that would do harm: nothing of them runs, turns a page round, or stops the server."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from qatynas.claims import extract
from qatynas.ledger import Ledger
from qatynas.publish.labels import LANGUAGES
from qatynas.read import read_bytes
from qatynas.serve import make_app
from qatynas.serve.pages import PAGES

HARM = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{7*7}}${7*7}</title></textarea><svg onload=alert(3)>"
TURNED = "\u202eтекст\u202c \u2066ішінде\u2069 \u061c"
TELLS = (
    "{0} Қазақстан мен Қырғызстан арасындағы тауар айналымы 2024 жылы 1,9 миллиард долларға жетті{0}. "
    "«{0} су бөлу» туралы келісімге 2025 жылғы 3 қыркүйекте Бішкекте қол қойылды. "
    "Сарапшы Асан {0} Үсенов екі ел саудасына қауіп төніп тұр деді. Қырғызстан жазда Қазақстанға су береді. "
)
TEXTS = {
    "script.txt": "title: " + HARM + "\ndate: 2025-09-03\nauthor: " + HARM + "\naddress: javascript:alert(1)\n\n" + TELLS.format(HARM),
    "turned.txt": TURNED + TELLS.format(TURNED),
    "controls.txt": "\x1b[2J\x07" + TELLS.format("\ufffe"),
    "style.html": "<html><head><title>" + HARM.replace("<", "&lt;") + "</title><style>body{background:url(http://evil.example)}</style>"
    "<script>alert(4)</script><meta property='article:published_time' content='2025-09-03\"><script>x</script>'></head><body>"
    "<p onclick=alert(5) style='position:fixed'>" + TELLS.format("&lt;script&gt;alert(6)&lt;/script&gt;") + "</p>"
    "<a href='javascript:alert(7)'>" + TELLS.format("") + "</a><iframe src='http://evil.example'></iframe></body></html>",
    "a\"><script>alert(8)</script>.txt": TELLS.format(""),
    "long.txt": TELLS.format("") * 3 + "тауар" * 6000,
    "marks.txt": TELLS.format("") * 4 + "\n\n" + TELLS.format("а" + "\u0301" * 200),
}  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "hostile.sqlite"
    with Ledger(path) as book:
        for name, text in TEXTS.items():
            book.add(extract(read_bytes(text.encode("utf-8", "surrogatepass"), name)))
    return path


class Seen(HTMLParser):
    """What a browser would run or fetch."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.bad: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "script" and told.get("src") != "/static/app.js":
            self.bad.append(f"script {told}")
        if tag in ("iframe", "object", "embed", "base", "style"):
            self.bad.append(tag)
        if tag == "img":
            self.bad.append(f"img {told}")
        for name, value in told.items():
            if name.startswith("on") or name == "style":
                self.bad.append(f"{tag} {name}")
            if name in ("href", "src", "action", "data-from") and value.strip().lower().startswith(
                ("javascript:", "data:text", "//")
            ):
                self.bad.append(f"{tag} {name}={value}")


def addresses(client: TestClient) -> list[str]:
    found = [page.path for page in PAGES if "{" not in page.path] + ["/search?q=айналымы", "/search?q=<script>"]
    found += [f"/documents/{row['sha256'][:16]}?as=kk-Latn" for row in client.get("/documents.json").json()["rows"]]
    found += [f"/facts/{row['fact']}" for row in client.get("/facts.json").json()["rows"][:40]]
    found += [f"/treaties/{row['id']}" for row in client.get("/treaties.json").json()["rows"]]
    found += [f"/series/{row['id']}" for row in client.get("/series.json").json()["rows"][:10]]
    found += [f"/findings/{row['finding']}" for row in client.get("/findings.json").json()["rows"][:5]]
    found += [f"/map/{row['id']}" for row in client.get("/map.json").json()["rows"]]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_a_document_runs(hostile: Path, language: str) -> None:
    client = TestClient(make_app(hostile))
    client.get("/", params={"lang": language})
    asked = addresses(client)
    assert len(asked) > 30
    for address in asked:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert Seen(answer.text).bad == [], address
        assert "49" not in answer.text.partition("{{7*7}}")[1], address
        assert "\x00" not in answer.text
        assert "\x1b" not in answer.text


def test_sentences_opened_are_escaped_too(hostile: Path) -> None:
    client = TestClient(make_app(hostile))
    for row in client.get("/facts.json").json()["rows"]:
        claims = ",".join(report["claim"][:16] for report in row["reports"])
        part = client.get("/sentences", params={"of": claims, "part": "1"})
        assert part.status_code == 200
        assert "<html" not in part.text
        assert Seen(part.text).bad == []


def test_titles_turn_nothing_round(hostile: Path) -> None:
    client = TestClient(make_app(hostile))
    for row in client.get("/documents.json").json()["rows"]:
        page = client.get(f"/documents/{row['sha256'][:16]}").text
        head = page[: page.index("<main")]
        assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067") & set(head)


def test_what_is_asked_is_escaped(client: TestClient) -> None:
    for address in ("/search", "/treaties", "/", "/documents/x"):
        for name in (
            "q",
            "on",
            "kind",
            "did",
            "did_record",
            "pair",
            "lang",
            "theme",
            "since",
            "page",
            "as",
            "with",
            "of",
        ):
            answer = client.get(address, params={name: HARM})
            assert answer.status_code in (200, 400, 404), (address, name)
            assert Seen(answer.text).bad == [], (address, name)


def test_odd_addresses_do_no_harm(client: TestClient) -> None:
    for address in ("/%00", "/facts/%00", "/facts/..%2f..%2fetc%2fpasswd", "/documents/" + "a" * 3000, "/search?q=%ff%fe",
                    "/search?q=" + "%D0%B0" * 60, '/search?q="*OR+NEAR(', "/search?q=%27%3B+DROP+TABLE", "/?" + "a=1&" * 60,
                    "/facts?page=%D9%A3", "/map/%F0%9F%98%80", "/claims/%25", "/sentences?of=,,,%00,zz"):  # fmt: skip
        assert client.get(address).status_code < 500, address
