"""The OpenAPI description keeps what it says: whatever it allows to ask is answered, and never with a 5xx."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")


def test_every_page_is_described(client: TestClient) -> None:
    from qatynas.serve.pages import PAGES

    told = client.get("/openapi.json").json()
    assert set(told["paths"]) == {page.json_path for page in PAGES}
    assert told["openapi"].startswith("3.1")


def test_what_may_be_asked_is_answered(app: Starlette) -> None:
    from hypothesis import HealthCheck, Phase, given, settings

    schema = schemathesis.openapi.from_asgi("/openapi.json", app)
    for found in schema.get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy())
        @settings(max_examples=6, deadline=None, phases=[Phase.generate], database=None,
                  suppress_health_check=list(HealthCheck))  # fmt: skip
        def ask(case: object) -> None:
            answer = case.call()  # type: ignore[attr-defined]
            assert answer.status_code < 500
            assert answer.status_code in (200, 400, 404)
            answer.json()

        ask()
