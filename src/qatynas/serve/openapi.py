"""The pages' JSON twins described in OpenAPI, from the same table that the pages are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from qatynas import __version__
from qatynas.serve.page import Asked, Page

_NAME = re.compile(r"\{(\w+)\}")


def description(pages: Iterable[Page]) -> dict[str, Any]:
    """The whole description, OpenAPI 3.1."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "qatynas",
            "version": __version__,
            "description": "The relations of two states as their ledger tells them; every entry with its sentences.",
        },
        "paths": {page.json_path: {"get": _operation(page)} for page in pages},
    }


def _operation(page: Page) -> dict[str, Any]:
    placed = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
        for name in _NAME.findall(page.path)
    ]
    refusal: dict[str, Any] = {"content": {"application/json": {"schema": {"type": "object", "required": ["error"]}}}}
    return {
        "operationId": _NAME.sub("one", page.json_path.strip("/").removesuffix(".json").replace("/", "_")),
        "summary": page.about,
        "parameters": [*placed, *map(_parameter, page.asked)],
        "responses": {
            "200": {"description": page.about, "content": {"application/json": {"schema": {}}}},
            "400": {"description": "The address says what cannot be asked"} | refusal,
            "401": {"description": "The token is missing"},
            "404": {"description": "There is nothing of this name"} | refusal,
        },
    }


def _parameter(asked: Asked) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "integer" if asked.sort == "integer" else "string"}
    if asked.choices:
        schema["enum"] = list(asked.choices)
    if asked.sort == "integer":
        schema["minimum"] = 1
    return {"name": asked.name, "in": "query", "required": False, "description": asked.about, "schema": schema}
