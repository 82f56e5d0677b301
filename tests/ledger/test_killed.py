"""A process killed at any moment leaves a ledger that opens and lacks only what was not yet committed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from ledger.killing import contents, finish, kill_once, start, undisturbed

COUNT = 60
KILLS = 10


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[float, list[str]]:
    path = tmp_path_factory.mktemp("whole") / "ledger.sqlite"
    seconds = undisturbed(path, COUNT)
    return seconds, contents(path)


@pytest.mark.parametrize("kill", range(KILLS))
def test_killed_at_a_random_moment(tmp_path: Path, whole: tuple[float, list[str]], kill: int) -> None:
    path = tmp_path / "ledger.sqlite"
    kill_once(path, COUNT, 1.2 * whole[0], random.Random(kill))
    finish(path, COUNT)
    assert contents(path) == whole[1]


def test_two_programs_add_at_once(tmp_path: Path, whole: tuple[float, list[str]]) -> None:
    path = tmp_path / "ledger.sqlite"
    both = [start(path, COUNT) for _ in range(2)]
    for running in both:
        running.communicate()
        assert running.returncode == 0
    assert sorted(contents(path)) == sorted(whole[1])
