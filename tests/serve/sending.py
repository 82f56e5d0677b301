"""Forms sent as the pages of the application send them."""

from __future__ import annotations

from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient


def mark(client: TestClient, page: str = "/add") -> str:
    """The mark of this reader's forms, taken from a page."""
    text = client.get(page).text
    return text.split('name="mark" value="')[1].split('"')[0]


def post(client: TestClient, path: str, **fields: Any) -> Response:
    """A form of the application's own, sent as its pages do."""
    return client.post(path, data={"mark": mark(client)} | fields, follow_redirects=False)
