"""What can be changed: the pages with forms and what each form does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import ClientDisconnect, Request

from qatynas.serve.page import Page
from qatynas.serve.pages import adding, editing, looking
from qatynas.serve.visit import Refused, Visit

MOST_FIELDS = 400
MOST_FILES = 50
LONGEST_FIELD = 4 << 20  # bytes of one field: a pasted text


@dataclass(frozen=True)
class Editing:
    """Pages that are there with --edit only, and acts by the path that their forms are sent to."""

    pages: tuple[Page, ...] = ()
    acts: dict[str, Callable[[Visit, Any], str]] = field(default_factory=dict)

    async def form(self, request: Request) -> FormData:
        """The form that was sent, within bounds. Raises Refused."""
        try:
            return await request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=LONGEST_FIELD)
        except ClientDisconnect:
            raise Refused(413, "too large, or the connection was cut") from None
        except Exception as error:  # the parser's own, whatever it is of: a form that cannot be read
            raise Refused(getattr(error, "status_code", 400), "this form cannot be read") from None


EDITING = Editing((*editing.PAGES, *adding.PAGES), editing.ACTS | adding.ACTS | looking.ACTS)
