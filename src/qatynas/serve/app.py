"""The application on one ledger: its pages, each with a `.json` twin, and how they are answered."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, is_dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlencode

from markupsafe import escape
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from qatynas.model.errors import InputError
from qatynas.publish.labels import speaking
from qatynas.serve.downloads import Downloads
from qatynas.serve.goods import GoodsTables
from qatynas.serve.guard import Guard, Rules, mark_of
from qatynas.serve.openapi import description
from qatynas.serve.page import Answer, Page
from qatynas.serve.pages import EDITING, PAGES
from qatynas.serve.rendering import BEHIND_MARK, FORM_MARK, Kept, Key, environment, render
from qatynas.serve.shelf import Pair, Shelf
from qatynas.serve.visit import THEMES, Refused, Visit, asked_of, language_of
from qatynas.serve.words import direction, word

LOG = logging.getLogger("qatynas.serve")
YEAR = 365 * 86400
AWAY = timedelta(minutes=30)
READERS = 6  # threads that answer pages, each with its own files open
NAVIGATION = (
    ("overview", "/"), ("search", "/search"), ("series", "/series"), ("map", "/map"), ("treaties", "/treaties"),
    ("bodies", "/bodies"), ("visits", "/visits"), ("investment", "/investment"), ("exchanges", "/exchanges"),
    ("projects", "/projects"), ("education", "/education"), ("culture", "/culture"), ("aid", "/aid"),
    ("organisations", "/organisations"), ("findings", "/findings"), ("promises", "/promises"), ("voices", "/voices"),
    ("brief", "/brief"), ("outlook", "/outlook"), ("documents", "/documents"), ("exports", "/exports"),
    ("judgements", "/judgements"),
)  # fmt: skip
EDITING_NAVIGATION = (("record", "/record"), ("add", "/add"))


def make_app(
    ledger: Path | str,
    *,
    rules: Rules | None = None,
    pair: Pair | None = None,
    who: str = "",
    wait: float = 5.0,
    apart: bool = False,
    goods: Sequence[Path] = (),
) -> Starlette:
    """The application on the ledger in this file.

    rules say who may do what, pair is the one shown where none is asked for, who the name that forms are filled with,
    wait how many seconds somebody who has written waits for the pages to know of it. apart has what pages read kept up
    in a process of its own. goods are tables of goods by country, for the page of export potential. Raises InputError
    where there is no such ledger.
    """
    shelf = Shelf(Path(ledger), pair, wait=wait, apart=apart)
    shelf.book()
    rules = rules or Rules()
    desk = _Desk(shelf, rules, who)
    pages = [*PAGES, *(EDITING.pages if rules.edit else ())]
    routes: list[Route | Mount] = [
        Mount("/static", StaticFiles(packages=[("qatynas.serve", "static"), ("qatynas.publish", "templates")])),
        Route("/favicon.ico", lambda request: Response(status_code=204)),  # browsers ask for it beside a bare JSON
        Route("/openapi.json", lambda request: JSONResponse(description(pages))),
    ]
    routes.append(Route("/exports/{name}", desk.downloading))
    for page in pages:
        routes.append(Route(page.json_path, desk.answering(page, as_json=True)))
    for page in pages:
        routes.append(Route(page.path, desk.answering(page, as_json=False)))
    if rules.edit:
        routes += [Route(path, desk.acting(act), methods=["POST"]) for path, act in EDITING.acts.items()]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, rules=rules)],
        exception_handlers={HTTPException: desk.failed, 500: desk.failed},
    )
    app.state.goods = GoodsTables(goods)
    return app


class _Desk:
    """Answers pages for one application."""

    def __init__(self, shelf: Shelf, rules: Rules, who: str) -> None:
        self.shelf = shelf
        self.rules = rules
        self.who = who
        self.kept = Kept()
        self.downloads = Downloads()
        self.waiting: set[Key] = set()
        self.renewing = ThreadPoolExecutor(1, thread_name_prefix="renewing")
        self.reading = ThreadPoolExecutor(READERS, thread_name_prefix="reading")

    def visit(self, request: Request) -> Visit:
        asked = asked_of(request)
        theme = asked.get("theme", request.cookies.get("theme", ""))
        since = asked.get("since") or _kept(request, "before")
        return Visit(
            request,
            self.shelf,
            self.rules.edit,
            asked,
            language_of(request, asked),
            theme if theme in THEMES else "",
            _kept(request, "who") or self.who,
            since,
        )

    def answering(self, page: Page, *, as_json: bool) -> Callable[[Request], Any]:
        async def answer(request: Request) -> Response:
            try:
                visit = self.visit(request)
                ready = None if as_json else self._ready(page, visit)
                if ready is not None:
                    return ready
                make = self._json if as_json else self._html
                return await asyncio.get_running_loop().run_in_executor(self.reading, make, page, visit)
            except Refused as refused:
                if refused.status == 404 and (done := _done(request)) and not as_json:
                    return RedirectResponse(f"/judgements?{done}", 303)  # what was judged is gone by that judgement
                return self._refused(request, refused.status, refused.words, as_json)
            except InputError as error:
                return self._refused(request, 404, str(error), as_json)

        return answer

    async def downloading(self, request: Request) -> Response:
        """An export as a file; what cannot be had, and why, in words."""
        try:
            return await self.downloads.answer(self.visit(request), request.path_params["name"])
        except Refused as refused:
            return self._refused(request, refused.status, refused.words, False)
        except InputError as error:
            return self._refused(request, 404, str(error), False)

    def acting(self, act: Callable[[Visit, Any], str]) -> Callable[[Request], Any]:
        """A form's handler: checks that the form is of this session, does it, and sends to the page that act names."""

        async def handle(request: Request) -> Response:
            from starlette.concurrency import run_in_threadpool

            try:
                form = await EDITING.form(request)
                if form.get("mark") != mark_of(self.rules, request.scope["state"]["session"]):
                    raise Refused(403, "this form is of another session; open the page again")
                visit = self.visit(request)
                visit.who = str(form.get("who") or "")[:200].strip() or visit.who
                where = await run_in_threadpool(act, visit, form)
            except Refused as refused:
                return self._refused(request, refused.status, refused.words, False)
            except InputError as error:
                return self._refused(request, 400, str(error), False)
            answer = RedirectResponse(where, 303)
            answer.set_cookie("wrote", "1", max_age=60, httponly=True, samesite="strict")
            if form.get("who"):
                _keep(answer, "who", visit.who)
            return answer

        return handle

    def _json(self, page: Page, visit: Visit) -> Response:
        with speaking(visit.language), visit.told.as_it_stands():
            answer = page.answer(visit)
            text = json.dumps(answer.data(), ensure_ascii=False, indent=1, default=_plain)
        return Response(text.encode("utf-8", "replace"), answer.status, media_type="application/json")

    def _ready(self, page: Page, visit: Visit) -> Response | None:
        """A page that is there already: at once, be it of the state before, with a line that says so."""
        state = self.shelf.newest(visit.pair)
        key = _key(visit)
        kept = self.kept.get(key)
        if state is None or kept is None or visit.wrote:
            return None
        visit.check_pair(state)
        if state.mark != self.shelf.mark():
            self.shelf.renew(visit.pair)
        if kept[0] != state.number:
            self._renew(key, page, visit.request)
        with speaking(visit.language):
            return self._finished(visit, kept[1], 200, is_behind=kept[0] != state.number)

    def _html(self, page: Page, visit: Visit) -> Response:
        with speaking(visit.language):
            answer, text = self._rendered(_key(visit), page, visit)
            return self._finished(visit, text, answer.status, is_behind=False)

    def _rendered(self, key: Key, page: Page, visit: Visit) -> tuple[Answer, str]:
        with visit.told.as_it_stands():
            answer = page.answer(visit)
            text = render(visit, page.key, answer, self._navigation(visit))
        if answer.lasting and answer.status == 200:
            self.kept.put(key, visit.state.number, text)
        return answer, text

    def _renew(self, key: Key, page: Page, request: Request) -> None:
        """Has a page rendered anew, one after the other, so that readers are not kept waiting by each other."""
        if key in self.waiting:
            return
        self.waiting.add(key)
        self.renewing.submit(self._renewed, key, page, request)

    def _renewed(self, key: Key, page: Page, request: Request) -> None:
        try:
            visit = self.visit(request)
            with speaking(visit.language):
                self._rendered(key, page, visit)
        except (Refused, InputError):
            self.kept.drop(key)  # what it showed is gone
        except Exception:
            LOG.exception("%s could not be rendered anew", request.url.path)
        finally:
            self.waiting.discard(key)

    def _finished(self, visit: Visit, text: str, status: int, *, is_behind: bool) -> Response:
        session = visit.request.scope["state"]["session"]
        state = self.shelf.newest(visit.pair)
        is_behind = is_behind or state is None or state.mark != self.shelf.mark()
        notice = f'<p class="notice">{escape(word("layout", "behind"))}</p>' if is_behind else ""
        text = text.replace(FORM_MARK, mark_of(self.rules, session)).replace(BEHIND_MARK, notice)
        response = HTMLResponse(text, status)
        self._remember(visit, response)
        if visit.asked.get("lang") == visit.language:
            _keep(response, "lang", visit.language)
        if visit.asked.get("theme", visit.theme) != visit.request.cookies.get("theme", ""):
            _keep(response, "theme", visit.theme)
        return response

    def _remember(self, visit: Visit, response: Response) -> None:
        """When the reader was last here: after half an hour's absence, «new» counts from then."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        last = _kept(visit.request, "last")
        if last and last < (datetime.now(UTC) - AWAY).isoformat(timespec="seconds"):
            _keep(response, "before", last)
        if visit.path == "/":
            _keep(response, "last", now)

    def _navigation(self, visit: Visit) -> tuple[tuple[str, str, str], ...]:
        found = NAVIGATION + (EDITING_NAVIGATION if self.rules.edit else ())
        return tuple((key, visit.to(path), word("pages", key)) for key, path in found)

    def _refused(self, request: Request, status: int, words: str, as_json: bool) -> Response:
        if as_json:
            return JSONResponse({"error": words}, status)
        language = language_of(request, dict(request.query_params))
        with speaking(language):
            page = environment().get_template("refused.html.j2")
            text = page.render(status=status, words=words, language=language, direction=direction)
        return HTMLResponse(text.encode("utf-8", "replace").decode(), status)

    def failed(self, request: Request, error: Exception) -> Response:
        """What no page answers, and what went wrong in the program itself: told without its insides."""
        as_json = request.url.path.endswith(".json")
        if isinstance(error, HTTPException):
            return self._refused(request, error.status_code, error.detail, as_json)
        LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
        return self._refused(request, 500, "something went wrong in the program; its log says what", as_json)


def _done(request: Request) -> str:
    """What the address says was just done, as an address says it."""
    done = ("did", "did_undo", "did_record", "did_settle")
    asked = request.query_params
    if not any(asked.get(name, "").isdigit() for name in done):
        return ""
    return urlencode(
        [(name, said) for name, said in asked.items() if name == "pair" or (name in done and said.isdigit())]
    )


def _key(visit: Visit) -> Key:
    """What makes one page another."""
    return (
        visit.pair, visit.request.url.path, tuple(sorted(visit.asked.items())), visit.language, visit.theme, visit.who,
        visit.since,
    )  # fmt: skip


def _keep(response: Response, name: str, value: str) -> None:
    """A choice of the reader's, kept in the browser; words are escaped by the cookie itself."""
    response.set_cookie(name, quote(value, safe=""), max_age=YEAR, httponly=True, samesite="lax")


def _kept(request: Request, name: str) -> str:
    """A choice of the reader's, as the browser kept it."""
    return "".join(char for char in unquote(request.cookies.get(name, "")[:600]) if char.isprintable())[:200]


def _plain(value: Any) -> Any:
    """What JSON does not know: decimals as numbers, dataclasses as objects, the rest as words."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return list(value) if isinstance(value, (set, frozenset, tuple)) else str(value)


def asset(name: str) -> str:
    """The text of a file of static/."""
    return (files("qatynas.serve") / "static" / name).read_text(encoding="utf-8")
