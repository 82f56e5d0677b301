"""The documentation keeps up: every command and option that it shows exists, and every one that exists is shown."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from qatynas.cli import cli

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_CALL = re.compile(r"(?<![\w/.-])qatynas +((?:[a-z-]+)(?: +[^`\n|&;)]*)?)")


def calls(text: str) -> list[list[str]]:
    """What follows `qatynas` in code: fenced lines and inline code alike."""
    code = re.findall(r"```[^\n]*\n(.*?)```", text, flags=re.S) + re.findall(r"`([^`\n]+)`", text)
    found = []
    for piece in code:
        for match in _CALL.finditer(piece.split("#")[0] if "\n" not in piece else re.sub(r"#.*", "", piece)):
            try:
                found.append(shlex.split(match[1]))
            except ValueError:
                found.append(match[1].split())
    return found


def command_of(words: list[str]) -> tuple[click.Command, list[str]]:
    command: click.Command = cli
    rest = list(words)
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        assert rest[0] in command.commands, f"no command {rest[0]!r} in {' '.join(words)!r}"
        command = command.commands[rest.pop(0)]
    return command, rest


def options_of(command: click.Command) -> set[str]:
    return {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)} | {
        "-h",
        "--help",
        "--version",
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_commands_in_the_documentation_exist(page: Path) -> None:
    for words in calls(page.read_text(encoding="utf-8")):
        command, rest = command_of(words)
        for word in rest:
            if word.startswith("--") or re.fullmatch(r"-[a-z]", word):
                assert word.strip("[]").split("=")[0] in options_of(command), (
                    f"{page.name}: {' '.join(words)!r}: no {word}"
                )


def leaves(command: click.Command, path: str = "") -> list[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        return [leaf for name, sub in command.commands.items() for leaf in leaves(sub, f"{path} {name}".strip())]
    return [(path, command)]


@pytest.mark.parametrize(("path", "command"), leaves(cli), ids=lambda v: v if isinstance(v, str) else "")
def test_every_command_and_option_is_documented(path: str, command: click.Command) -> None:
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    section = re.search(rf"^## `qatynas {path}`\n(.*?)(?=^## |\Z)", text, flags=re.S | re.M)
    assert section, f"docs/cli.md has no section for `qatynas {path}`"
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.opts[-1] in section[1], (
                f"docs/cli.md: `qatynas {path}`: {parameter.opts[-1]} is not explained"
            )


@pytest.mark.parametrize(("path", "command"), leaves(cli), ids=lambda v: v if isinstance(v, str) else "")
def test_help_has_a_sentence_and_examples(path: str, command: click.Command) -> None:
    assert command.help, f"{path}: no help"
    assert f"qatynas {path}" in (command.epilog or ""), f"{path}: no example in its help"
