"""Fixtures that several tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# How long one example takes says more of the machine than of the program. A change is judged by the same examples each
# time; QATYNAS_RANDOM=1 looks for others.
settings.register_profile("untimed", deadline=None, derandomize=not os.environ.get("QATYNAS_RANDOM"))
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of evaluation material beside the repository; tests that need it skip where it is missing."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not (folder / "corpus").is_dir():
        pytest.skip(f"no evaluation material at {folder}")
    return folder
