"""One small ledger with claims of every kind in three scripts, and what other programs read out of its exports."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from exports.sample import extractions

import qatynas
from qatynas.publish.exports import Material, Written, export


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> qatynas.Ledger:
    path: Path = tmp_path_factory.mktemp("exports") / "ledger.sqlite"
    with qatynas.Ledger(path) as ledger:
        for one in extractions():
            ledger.add(one)
    return qatynas.Ledger.open(path)


@pytest.fixture(scope="session")
def material(book: qatynas.Ledger) -> Material:
    return Material(book, ("KAZ", "KGZ"))


@pytest.fixture(scope="session")
def exported(material: Material) -> Callable[[str], tuple[bytes, Written]]:
    """Writes a format: its bytes and its count."""

    def write(name: str) -> tuple[bytes, Written]:
        file = io.BytesIO()
        return (written := export(name, material, file)) and (file.getvalue(), written)

    return write
