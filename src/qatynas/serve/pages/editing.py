"""Judging and recording: who settles, undoes, corrects and enters, each with a reason that is kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from qatynas.model.claim import KINDS, Figure
from qatynas.model.span import Span
from qatynas.serve.page import PAIR, Answer, Asked, Page
from qatynas.serve.pages.findings import finding_called
from qatynas.serve.visit import Refused, Visit
from qatynas.serve.words import word

Form = Any  # Starlette's FormData: several values a name
ON_ONE = ("accept", "reject", "prefer")
ON_SEVERAL = ("join", "split")
OFFERED = 60  # names of bodies and titles of texts that a form offers
LONGEST = 2000  # characters of one answer


def said(form: Form, name: str, *, needed: bool = False) -> str:
    """A field's words. Raises Refused where they are needed and missing, or too long."""
    value = form.get(name)
    words = value.strip().replace("\0", "\ufffd") if isinstance(value, str) else ""
    if len(words) > LONGEST:
        raise Refused(400, word("refused", "long", name=name))
    if needed and not words:
        raise Refused(400, word("refused", "missing", name=word("fields", name)))
    return words


def who(visit: Visit, form: Form) -> str:
    """Who does it: the form's name, else the one kept."""
    name = said(form, "who") or visit.who
    if not name:
        raise Refused(400, word("refused", "missing", name=word("fields", "who")))
    return name


def back(visit: Visit, form: Form, default: str, **done: object) -> str:
    """Where to go afterwards: a page of ours, never elsewhere; done is told there."""
    where = said(form, "back") or default
    own = where.startswith("/") and not where.startswith(("//", "/\\")) and "\\" not in where and where.isprintable()
    path, _, query = (where if own else default).partition("?")
    told = "&".join([part for part in query.split("&") if part and not part.startswith("did")]
                    + [f"{name}={value}" for name, value in done.items()])  # fmt: skip
    return path + (f"?{told}" if told else "")


def judge(visit: Visit, form: Form) -> str:
    """A verdict on the claims that were chosen."""
    book, name, reason = visit.shelf.book(), who(visit, form), said(form, "reason")
    verdict = said(form, "verdict", needed=True)
    numbers = [str(one) for one in form.getlist("claim") if isinstance(one, str) and one][:100]
    more = said(form, "other").replace(",", " ").split()
    chosen = [book.claim(number) for number in dict.fromkeys([*numbers, *more])]
    if not chosen:
        raise Refused(400, word("refused", "none_chosen"))
    if verdict in ON_SEVERAL:
        if len(chosen) < 2:
            raise Refused(400, word("refused", "two_needed"))
        number = book.judge(*chosen[0], verdict, who=name, reason=reason, others=chosen[1:])
    elif verdict in ON_ONE:
        if verdict == "prefer" and len(chosen) > 1:
            raise Refused(400, word("refused", "one_needed"))
        for claim, sha256 in chosen:
            number = book.judge(claim, sha256, verdict, who=name, reason=reason)
    else:
        raise Refused(400, word("refused", "verdict"))
    return back(visit, form, "/judgements", did=number)


def withdraw(visit: Visit, form: Form) -> str:
    """Takes a judgement back."""
    number = _number(form)
    visit.shelf.book().withdraw(number, who=who(visit, form), reason=said(form, "reason"))
    return back(visit, form, "/judgements", did_undo=number)


def withdraw_record(visit: Visit, form: Form) -> str:
    """Takes a record back."""
    number = _number(form)
    visit.shelf.book().withdraw_record(number, who=who(visit, form), reason=said(form, "reason"))
    return back(visit, form, "/judgements", did_undo=number)


def settle(visit: Visit, form: Form) -> str:
    """Says that a finding needs no more work."""
    wanted = said(form, "finding", needed=True)
    with visit.told.as_it_stands():
        one = finding_called(visit, wanted)
    number = visit.shelf.book().settle(one, who=who(visit, form), reason=said(form, "reason", needed=True))
    return back(visit, form, "/findings", did_settle=number)


def reopen(visit: Visit, form: Form) -> str:
    """Opens a settled finding again."""
    number = _number(form)
    visit.shelf.book().reopen(number, who=who(visit, form), reason=said(form, "reason"))
    return back(visit, form, "/findings", did_undo=number)


def _number(form: Form) -> int:
    number = said(form, "number", needed=True)
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        raise Refused(400, word("refused", "number"))
    return int(number)


def correct(visit: Visit, form: Form) -> str:
    """Puts one field of a claim right."""
    book = visit.shelf.book()
    claim, sha256 = book.claim(said(form, "claim", needed=True))
    field, value = said(form, "field", needed=True), value_of(said(form, "value"))
    number = book.record_correction(
        claim, sha256, field, value, who=who(visit, form), ground=said(form, "reason", needed=True)
    )
    return back(visit, form, "/judgements", did_record=number)


def value_of(words: str) -> Any:
    """JSON where it is a list, an object or null; nothing is null; else the words."""
    if not words:
        return None
    try:
        return json.loads(words) if words[:1] in "[{" or words == "null" else words
    except ValueError:
        return words


def record(visit: Visit, form: Form) -> str:
    """Enters one of the forms of FORMS."""
    name = visit.request.path_params["name"]
    if name not in FORMS:
        raise Refused(404, word("refused", "form"))
    pair = visit.relationship.pair
    rows = [{"parties": list(pair)} | row for row in FORMS[name](form)]
    number = visit.shelf.book().record(
        name, rows, who=who(visit, form), ground=said(form, "ground", needed=True), on=said(form, "on") or None
    )
    return back(visit, form, "/judgements", did_record=number)


Row = dict[str, Any]


def _filled(row: Mapping[str, Any]) -> Row:
    return {name: value for name, value in row.items() if value not in (None, "", [])}


def _place(form: Form) -> Row | None:
    name, country = said(form, "place"), said(form, "host")
    return {"country": country or None, "name": name or None} if name or country else None


def _lines(form: Form, name: str) -> list[str]:
    return [line.strip() for line in said(form, name).splitlines() if line.strip()]


def session(form: Form) -> list[Row]:
    """Minutes: when a joint body met, who took part, and what of."""
    status = "planned" if form.get("planned") else "done"
    number, date = said(form, "session_number"), said(form, "date", needed=True)
    if number and not (number.isascii() and number.isdigit()):
        raise Refused(400, word("refused", "number"))
    row = {
        "kind": "meeting", "type": "session", "status": status, "body": said(form, "body", needed=True),
        "number": int(number) if number else None, "date": date, "host": said(form, "host"), "place": _place(form),
        "participants": _lines(form, "participants"),
    }  # fmt: skip
    topics = [str(one) for one in form.getlist("topic") if one]
    mode = said(form, "mode") or "discussed"
    told = ({"kind": "topic", "topic": one, "mode": mode, "at": date, "status": status} for one in topics)
    return [_filled(row), *told]


def act(form: Form) -> list[Row]:
    """An act of a treaty or another text."""
    row = {
        "kind": "agreement", "title": said(form, "title", needed=True), "type": said(form, "type") or "agreement",
        "act": said(form, "act", needed=True), "date": said(form, "date", needed=True), "term": said(form, "term"),
        "place": _place(form), "status": "planned" if form.get("planned") else "done",
    }  # fmt: skip
    return [_filled(row)]


SORTS = {"water": ("water.volume", "m3"), "electricity": ("energy.electricity", "kWh"), "flow": ("water.flow", "m3/s")}


def _amount(sort: str, giver: str, taker: str, value: str, period: str, subject: str, status: str) -> Row:
    if sort not in SORTS:
        raise Refused(400, word("refused", "sort"))
    indicator, unit = SORTS[sort]
    return _filled({
        "kind": "figure", "indicator": indicator, "value": value.replace(" ", "").replace(",", "."), "unit": unit,
        "qualifier": "exact", "from": giver, "to": taker, "period": period, "subject": subject, "status": status,
    })  # fmt: skip


def delivery(form: Form) -> list[Row]:
    """What was delivered of water or electricity, as it was measured."""
    names = ("sort", "giver", "taker", "value", "period")
    sort, giver, taker, value, period = (said(form, name, needed=True) for name in names)
    return [_amount(sort, giver, taker, value, period, said(form, "subject"), "actual")]


def plan(form: Form) -> list[Row]:
    """An allocation or repair plan: its title, a line for each amount and each work."""
    rows = [_filled({
        "kind": "agreement", "title": said(form, "title", needed=True), "type": "programme", "act": "approved",
        "date": said(form, "date", needed=True), "term": said(form, "term"), "status": "done",
    })]  # fmt: skip
    for line in _lines(form, "lines"):
        parts = line.split(maxsplit=4)
        if len(parts) < 4 or parts[1].count("-") != 1:
            raise Refused(400, word("refused", "plan_line", line=line))
        giver, taker = parts[1].upper().split("-")
        rows.append(_amount(parts[0], giver, taker, parts[2], parts[3], "".join(parts[4:]), "target"))
    for line in _lines(form, "works"):
        period, _, name = line.partition(" ")
        rows.append({"kind": "project", "name": name.strip(), "date": period, "stage": "planned", "status": "planned"})
    return rows


def words(visit: Visit, form: Form) -> str:
    """Makes a claim of words of a document."""
    source = visit.relationship.sources.get(said(form, "document"))
    if source is None:
        raise Refused(404, word("refused", "document"))
    kind = said(form, "kind", needed=True)
    row: Row = {
        "kind": kind, "parties": list(visit.relationship.pair),
        "status": "actual" if KINDS.get(kind) is Figure else "done",
    }  # fmt: skip
    row |= {"qualifier": "exact"} if kind == "figure" else {}
    for line in _lines(form, "fields"):
        name, mark, value = line.partition("=")
        if not mark:
            raise Refused(400, word("refused", "field_line", line=line))
        row[name.strip()] = value_of(value.strip())
    span = _chosen(source.document.text, form)
    number = visit.shelf.book().record_words(
        source.document.path, span, row, who=who(visit, form), ground=said(form, "reason", needed=True)
    )
    return back(visit, form, "/judgements", did_record=number)


def _chosen(text: str, form: Form) -> Span:
    """The words chosen: by their place where they stand there, else where they stand once."""
    wanted = said(form, "words", needed=True)
    start = said(form, "start")
    if start.isascii() and start.isdigit() and len(start) < 10 and text.startswith(wanted, int(start)):
        return Span(int(start), int(start) + len(wanted))
    if text.count(wanted) != 1:
        raise Refused(400, word("refused", "words", count=text.count(wanted)))
    return Span(text.find(wanted), text.find(wanted) + len(wanted))


FORMS = {"session": session, "act": act, "delivery": delivery, "plan": plan}


def forms(visit: Visit) -> Answer:
    """The forms that there are."""
    return Answer("record.html.j2", lambda: sorted(FORMS), fields={"forms": list(FORMS)}, lasting=True)


def form(visit: Visit) -> Answer:
    """One form."""
    name = visit.request.path_params["name"]
    if name not in FORMS:
        raise Refused(404, word("refused", "form"))
    told = visit.told
    bodies = [body.names[0] for body in told.bodies(OFFERED) if body.names]
    texts = told.kept.treaties.load(visit.state.texts.numbers[:OFFERED].tolist())
    fields = {"form": name, "bodies": bodies, "titles": [text.titles[0] for text in texts if text.titles]}
    return Answer("record_form.html.j2", lambda: {"form": name}, word("forms", name), fields)


ACTS: dict[str, Callable[[Visit, Any], str]] = {
    "/judge": judge, "/judgements/withdraw": withdraw, "/records/withdraw": withdraw_record, "/correct": correct,
    "/settle": settle, "/settlements/withdraw": reopen,
    "/words": words, "/record/{name}": record,
}  # fmt: skip
PAGES = (
    Page("/record", "record", forms, "Forms for what no article says", (PAIR,)),
    Page("/record/{name}", "record", form, "One form", (PAIR, Asked("did_record", "The record just kept", "integer"))),
)
