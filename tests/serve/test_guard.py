"""Who may ask, and who may change: nothing without the token, nothing from another site, nothing without --edit."""

from __future__ import annotations

from pathlib import Path

import pytest
from serve.sending import mark, post
from starlette.testclient import TestClient

from qatynas.ledger import Ledger
from qatynas.serve import Rules, make_app
from qatynas.serve.guard import is_loopback

TOKEN = "a-token-of-many-letters"


@pytest.fixture
def guarded(filled: Path) -> TestClient:
    return TestClient(make_app(filled, rules=Rules(token=TOKEN)))


def test_a_token_is_asked_for_and_told_how(guarded: TestClient) -> None:
    for path in ("/", "/facts.json", "/static/app.css", "/openapi.json", "/nowhere"):
        answer = guarded.get(path)
        assert answer.status_code == 401, path
        assert "?token=" in answer.text
        assert answer.headers["www-authenticate"] == "Bearer"
    assert guarded.get("/", params={"token": TOKEN + "x"}).status_code == 401
    assert guarded.get("/", headers={"authorization": "Bearer wrong"}).status_code == 401


def test_the_token_opens_and_leaves_the_address(guarded: TestClient) -> None:
    answer = guarded.get("/facts", params={"token": TOKEN, "kind": "meeting"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/facts?kind=meeting")
    cookie = next(one for one in answer.headers.get_list("set-cookie") if one.startswith("token="))
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert guarded.get("/facts").status_code == 200
    fresh = TestClient(guarded.app)
    assert fresh.get("/facts.json", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200


@pytest.mark.parametrize("path", ["//elsewhere.example/x", "/\\elsewhere.example", "///elsewhere.example"])
def test_the_token_leads_nowhere_else(guarded: TestClient, path: str) -> None:
    answer = guarded.get(f"http://testserver{path}", params={"token": TOKEN}, follow_redirects=False)
    assert not answer.headers.get("location", "/").startswith(("//", "/\\", "http"))


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "", "127.0.0.1.evil.example:80", "[::1"])
def test_other_names_are_not_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1", "[::1]:8765"])
def test_this_machines_own_names_are(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


def test_a_name_that_was_given_is_answered(filled: Path) -> None:
    reader = TestClient(make_app(filled, rules=Rules(token=TOKEN, hosts=("talas.example",))))
    headers = {"authorization": f"Bearer {TOKEN}"}
    assert reader.get("/", headers=headers | {"host": "talas.example"}).status_code == 200
    assert reader.get("/", headers=headers | {"host": "chu.example"}).status_code == 400


FORMS = (
    "/judge",
    "/judgements/withdraw",
    "/records/withdraw",
    "/correct",
    "/settle",
    "/settlements/withdraw",
    "/words",
    "/record/session",
    "/add",
)


@pytest.mark.parametrize("path", FORMS)
def test_read_only_changes_nothing(client: TestClient, path: str) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert client.request(method, path, data={"who": "x"}).status_code == 403


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://testserver.evil.example"},
    ],
    ids=str,
)
def test_forms_from_elsewhere_are_refused(editor: TestClient, path: str, headers: dict[str, str]) -> None:
    answer = editor.post(path, data={"mark": mark(editor), "who": "x"}, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize("path", FORMS)
def test_a_form_without_its_mark_is_refused(editor: TestClient, ledger: Path, path: str) -> None:
    for forged in ("", "0" * 64, mark(TestClient(editor.app))):
        answer = editor.post(path, data={"mark": forged, "who": "x", "number": "1", "reason": "x"})
        assert answer.status_code == 403
    with Ledger(ledger) as book:
        assert not book.judgements(withdrawn=True)
        assert not book.records(withdrawn=True)
        assert len(book.documents()) == 14


def test_headers_stand_on_every_answer(client: TestClient) -> None:
    for path in ("/", "/facts.json", "/static/app.css", "/static/naskh.woff2", "/nowhere", "/facts/x"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd"]
)
def test_static_files_are_those_of_one_folder(client: TestClient, path: str) -> None:
    assert client.get(path).status_code in (400, 404)


def test_sessions_cookies_are_not_for_scripts_or_other_sites(client: TestClient) -> None:
    cookie = client.get("/").headers["set-cookie"]
    assert "session=" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_where_a_form_leads_is_our_own(editor: TestClient) -> None:
    claim = editor.get("/facts.json").json()["rows"][0]["reports"][0]["claim"]
    for elsewhere in (
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/a\r\nx: y",
    ):
        answer = post(editor, "/judge", verdict="accept", claim=claim, who="А", back=elsewhere)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/judgements?did="), elsewhere


def test_cookies_of_any_sort_are_harmless(client: TestClient) -> None:
    for cookie in ("session=<script>", "lang=xx; theme=<b>", "who=%00%ff; before=x", "=;;=", "session=" + "x" * 5000):
        assert client.get("/", headers={"cookie": cookie}).status_code == 200


@pytest.mark.parametrize(("host", "own"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False),
                                           ("192.168.1.2", False), ("talas.example", False)])  # fmt: skip
def test_what_is_loopback(host: str, own: bool) -> None:
    assert is_loopback(host) is own
