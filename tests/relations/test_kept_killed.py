"""What is kept up outlives SIGKILL at any moment; bench/kept_kills.py does the same many times."""

from __future__ import annotations

import random
from pathlib import Path

from relations.killing_kept import contents, kill_once, undisturbed


def test_killed_at_random_moments(tmp_path: Path) -> None:
    count, dice = 30, random.Random(4)
    seconds = undisturbed(tmp_path / "whole.sqlite", count)
    path = tmp_path / "killed.sqlite"
    for _ in range(3):
        kill_once(path, count, dice.random() * seconds)
    undisturbed(path, count)
    assert contents(path) == contents(tmp_path / "whole.sqlite")
