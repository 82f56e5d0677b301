"""The house keeps its order: imports follow the flow of data, and no module grows past a screenful of screens."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "qatynas"
ORDER = (
    "model", "data", "script", "read", "language", "claims", "ledger",
    "relations", "checks", "outlook", "demo", "publish", "intake", "serve", "cli",
)  # fmt: skip
MODULES = sorted(SOURCE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; say where it comes from"
            names.add(node.module or "")
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    rooms = {name.split(".")[1] for name in names if name.startswith("qatynas.")}
    return {name for name in rooms if (SOURCE / name).is_dir() or (SOURCE / f"{name}.py").exists()}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_follow_the_house(path: Path) -> None:
    own = room(path)
    if own in ("__init__", "__main__"):
        return
    assert own in ORDER, f"{path}: the house has no room {own!r}"
    below = {name for name in imported_rooms(path) if ORDER.index(name) > ORDER.index(own)}
    assert not below, f"{path.name} stands in {own} and imports from {sorted(below)}, which stand below it"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_modules_stay_small_and_say_what_they_are_for(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 420, f"{path.name}: more than 420 lines; part it"
    assert ast.get_docstring(ast.parse(source)), f"{path.name}: no sentence that says what it is for"
