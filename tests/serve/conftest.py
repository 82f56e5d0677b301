"""The application on a ledger of the notes that ship with the program."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from qatynas.claims import extract
from qatynas.demo import NOTES
from qatynas.ledger import Ledger
from qatynas.read import find_documents, read_path
from qatynas.serve import Rules, make_app


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the notes; tests that write take a copy."""
    path = tmp_path_factory.mktemp("ledger") / "notes.sqlite"
    with Ledger(path) as book:
        for note in find_documents([Path(str(NOTES))]):
            book.add(extract(read_path(note)))
    return path


@pytest.fixture
def ledger(filled: Path, tmp_path: Path) -> Path:
    """A copy that may be written."""
    return Path(shutil.copy(filled, tmp_path / "ledger.sqlite"))


@pytest.fixture(scope="session")
def app(filled: Path) -> Starlette:
    """The read-only application."""
    return make_app(filled)


@pytest.fixture
def client(app: Starlette) -> TestClient:
    """A reader of it, whose browser keeps nothing yet."""
    return TestClient(app)


@pytest.fixture
def editor(ledger: Path) -> TestClient:
    """A reader who may write."""
    return TestClient(make_app(ledger, rules=Rules(edit=True), who="Айгерім", wait=60))
