"""Adding documents: files handed over or text pasted, how far it is, what was found and what was not."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from typing import Any
from weakref import WeakKeyDictionary

from starlette.datastructures import UploadFile

from qatynas.model.extraction import Extraction
from qatynas.model.period import Period
from qatynas.serve.jobs import Jobs
from qatynas.serve.page import PAIR, Answer, Page
from qatynas.serve.reader import MOST_BYTES, clean_name
from qatynas.serve.shelf import Shelf
from qatynas.serve.visit import Refused, Visit
from qatynas.serve.words import word

_JOBS: WeakKeyDictionary[Shelf, Jobs] = WeakKeyDictionary()


def jobs_of(shelf: Shelf) -> Jobs:
    """The queue of an application's ledger."""
    if shelf not in _JOBS:

        def keep(extraction: Extraction) -> str:
            return shelf.book().add(extraction).change

        _JOBS[shelf] = Jobs(keep)
    return _JOBS[shelf]


def adding(visit: Visit) -> Answer:
    """Where files are handed over and text is pasted."""
    fields = {"most": MOST_BYTES >> 20}
    return Answer("add.html.j2", lambda: {"most_bytes": MOST_BYTES}, fields=fields)


def progress(visit: Visit) -> Answer:
    """How far the files of one job are, and what was found in them."""
    job = jobs_of(visit.shelf).job(visit.request.path_params["name"])
    if job is None:
        raise Refused(404, word("refused", "job"))
    data = lambda: {"done": job.is_done, "files": [asdict(item) for item in job.items]}  # noqa: E731
    return Answer("progress.html.j2", data, word("pages", "add"), {"job": job}, lasting=False)


def add(visit: Visit, form: Any) -> str:
    """Takes files and pasted text in."""
    published = str(form.get("published") or "").strip()[:40]
    try:
        day = Period(published).edtf if published else None
    except ValueError:
        raise Refused(400, word("refused", "date", date=published)) from None
    files = [(clean_name(one.filename or ""), one.file.read(MOST_BYTES + 1)) for one in form.getlist("files")
             if isinstance(one, UploadFile) and (one.filename or one.size)]  # fmt: skip
    text = form.get("text")
    if isinstance(text, str) and text.strip():
        data = text.encode("utf-8", "replace")
        name = clean_name(str(form.get("name") or "")) if form.get("name") else ""
        files.append((name or f"pasted-{hashlib.sha256(data).hexdigest()[:8]}.txt", data))
    if not files:
        raise Refused(400, word("refused", "no_files"))
    return visit.to(f"/add/{jobs_of(visit.shelf).submit([(f'added:{name}', data) for name, data in files], day).id}")


ACTS = {"/add": add}
PAGES = (
    Page("/add", "add", adding, "Where documents are added", (PAIR,)),
    Page("/add/{name}", "add", progress, "How far the adding is", (PAIR,)),
)
