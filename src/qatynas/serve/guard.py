"""What stands before every page: who may ask, from where, how much, and what a browser may do with the answer."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MEGABYTE = 1 << 20
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
LOCAL = ("localhost", "127.0.0.1", "::1", "testserver")
SAFE = ("GET", "HEAD", "OPTIONS")
ASK = (
    "This ledger is shown only to who has its token.\n\n"
    "Open the address that `qatynas serve` printed when it was started (it ends in ?token=...), or send the token "
    "as a header: Authorization: Bearer TOKEN. Who started the program can tell you.\n"
)


def is_loopback(host: str) -> bool:
    """Whether an address to listen on can be reached from this machine only."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Rules:
    """edit: whether anything may be changed. token: what a reader must show, "" for none. hosts: the names under which
    the application answers, beside this machine's own; empty with a token: any. most_bytes of one request's body."""

    edit: bool = False
    token: str = ""
    hosts: tuple[str, ...] = ()
    most_bytes: int = 40 * MEGABYTE
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))


def mark_of(rules: Rules, session: str) -> str:
    """The token of a session's forms."""
    return hmac.new(rules.secret, session.encode(), hashlib.sha256).hexdigest()


class Guard:
    """The middleware: refuses before a page is asked, and sets what every answer carries."""

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        self.app = app
        self.rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        cookies = cookies_of(headers)
        session = cookies.get("session", "")
        fresh = not (len(session) == 43 and session.replace("-", "").replace("_", "").isalnum())
        session = secrets.token_urlsafe(32) if fresh else session
        scope.setdefault("state", {})["session"] = session

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                answered = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    answered.setdefault(name, value)
                answered.setdefault("cache-control", "private, no-cache")
                if fresh:
                    answered.append("set-cookie", f"session={session}; Path=/; HttpOnly; SameSite=Strict")
            await send(message)

        refusal = self._refusal(scope, headers, cookies)
        if refusal is not None:
            await refusal(scope, receive, sent)
            return
        await self.app(scope, self._bounded(receive), sent)

    def _refusal(self, scope: Scope, headers: Headers, cookies: dict[str, str]) -> Response | None:
        if not self._is_known_host(headers):
            return PlainTextResponse("This address does not belong to this application.\n", 400)
        shown = self._shown(scope, headers, cookies)
        if shown is not None:
            return shown
        if scope["method"] not in SAFE:
            if not self.rules.edit:
                return PlainTextResponse("Read-only: start it with --edit to change anything.\n", 403)
            if not is_own_form(headers):
                return PlainTextResponse("Refused: this form was not sent from this application's own pages.\n", 403)
            if _length(headers) > self.rules.most_bytes:
                return PlainTextResponse(f"Too large: at most {self.rules.most_bytes // MEGABYTE} MB at once.\n", 413)
        return None

    def _is_known_host(self, headers: Headers) -> bool:
        """A page elsewhere may let its own name point at this machine; such a name is not ours."""
        name = host_of(headers.get("host", ""))
        if self.rules.token and not self.rules.hosts:
            return True
        return name in (*LOCAL, *self.rules.hosts)

    def _shown(self, scope: Scope, headers: Headers, cookies: dict[str, str]) -> Response | None:
        """Nothing where the token was shown; else the page that asks for it, or the step that takes it in."""
        token = self.rules.token
        if not token:
            return None
        said = headers.get("authorization", "")
        if _same(said.removeprefix("Bearer "), token) or _same(cookies.get("token", ""), token):
            return None
        query = parse_qsl(scope["query_string"].decode("ascii", "replace"), keep_blank_values=True)
        if scope["method"] in SAFE and _same(dict(query).get("token", ""), token):
            rest = urlencode([pair for pair in query if pair[0] != "token"])
            # one slash at the beginning: «//elsewhere» would be another site
            path = "/" + scope["path"].lstrip("/\\")
            answer = RedirectResponse(path + (f"?{rest}" if rest else ""), 303)
            answer.set_cookie("token", token, httponly=True, samesite="strict")
            return answer
        return PlainTextResponse(ASK, 401, {"www-authenticate": "Bearer"})

    def _bounded(self, receive: Receive) -> Receive:
        """The body, cut off where it grows beyond what it may be."""
        taken = 0

        async def received() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.rules.most_bytes:
                return {"type": "http.disconnect"}
            return message

        return received


def is_own_form(headers: Headers) -> bool:
    """Whether a browser says that a form comes from our own pages; a program that says nothing of it is no browser."""
    site = headers.get("sec-fetch-site", "")
    if site and site not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def cookies_of(headers: Headers) -> dict[str, str]:
    """The cookies; none where they cannot be read."""
    try:
        return {name: one.value for name, one in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def host_of(host: str) -> str:
    """A host's name without its port."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _length(headers: Headers) -> int:
    said = headers.get("content-length", "0")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 18 else 0


def _same(said: str, token: str) -> bool:
    return hmac.compare_digest(said.encode("utf-8", "surrogateescape"), token.encode())


def hosts_of(names: Iterable[str]) -> tuple[str, ...]:
    """Names as they stand in requests."""
    return tuple(host_of(name) for name in names if name)
