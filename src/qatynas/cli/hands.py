"""What all words of people share on the command line: a name, a reason, a list, and a way to take one back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import click

from qatynas.cli.options import JSON, LEDGER, dump, examples

Row = dict[str, Any]

WHO = click.option("--who", envvar="QATYNAS_WHO", required=True, help="Who says so; QATYNAS_WHO where left out.")
REASON = click.option("--reason", default="", help="Why; it is kept and shown with it.")
WHY = click.option("--reason", required=True, help="Why; it is kept and shown with it.")


def opened(ledger: str) -> Any:
    """The ledger in a file, with everything that people can do to it."""
    from qatynas.checks.surface import Ledger

    return Ledger.open(ledger)


def can_withdraw(group: click.Group, noun: str, take_back: Callable[[Any, int, str, str], None]) -> None:
    """Give a group `withdraw NUMBER`, which takes a word back in an open ledger (number, who, reason)."""

    @group.command(
        "withdraw",
        help=f"Take a {noun} back; it stays to be seen and counts no more.",
        epilog=examples(f"qatynas {group.name} withdraw 7 --who Айгерім --reason 'entered twice'"),
    )
    @click.argument("number", type=int)
    @WHO
    @REASON
    @LEDGER
    @JSON
    def withdraw(number: int, who: str, reason: str, ledger: str, as_json: bool) -> None:
        with opened(ledger) as book:
            take_back(book, number, who, reason)
        if as_json:
            dump({"withdrawn": number})
        else:
            click.echo(f"{noun} {number}: withdrawn")


def can_list(
    group: click.Group, nouns: str, rows: Callable[[Any, bool], list[Row]], lines: Callable[[Row], Iterable[str]]
) -> None:
    """Give a group `list`, oldest first; rows takes an open ledger and whether those taken back are wanted too."""

    @group.command(
        "list",
        help=f"List {nouns}, oldest first, with the claims that they bear on now.",
        epilog=examples(f"qatynas {group.name} list --all", f"qatynas {group.name} list --json"),
    )
    @click.option("--all", "withdrawn", is_flag=True, help="Also those that were taken back.")
    @LEDGER
    @JSON
    def list_(withdrawn: bool, ledger: str, as_json: bool) -> None:
        with opened(ledger) as book:
            found = rows(book, withdrawn)
        if as_json:
            dump(found)
            return
        for row in found:
            for line in lines(row):
                click.echo(line)


def taken_back(row: Row) -> str:
    """How a line says that its word was taken back, "" where it stands."""
    return f" (withdrawn by {row['withdrawn']})" if row["withdrawn"] else ""
