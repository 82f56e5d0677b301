"""The command that keeps what is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from qatynas.cli.options import JSON, LEDGER, PUBLISHED, cli, dump, examples
from qatynas.intake import Intake


@cli.command(epilog=examples("qatynas add press/", "qatynas add --ledger talas.sqlite press/*.html"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@LEDGER
@PUBLISHED
@JSON
def add(paths: tuple[str, ...], ledger: str, published: str | None, as_json: bool) -> None:
    """Read documents and keep their claims in the ledger."""
    from qatynas.checks.surface import Ledger

    intake = Intake(paths, published, None)
    rows = []
    with Ledger(Path(ledger)) as book:
        for extraction in intake.extractions():
            added = book.add(extraction)
            path, count = extraction.document.path, len(extraction.claims)
            if as_json:
                rows.append({"document": path, "claims": count, "change": added.change})
            else:
                click.echo(f"{path}: {added.change}, {count} claims")
        _keep_up(book)
    if as_json:
        dump(rows)
    intake.finish()


def _keep_up(book: Any) -> None:
    """Bring up to date what questions are answered from. It is derived: that it cannot be written loses nothing."""
    import sys

    from qatynas.model import InputError

    def told(what: str, waiting: int) -> None:
        click.echo(f"\r{what}: {waiting} to be put together   ", err=True, nl=not waiting)

    try:
        book.keep_up(told if sys.stderr.isatty() else None)
    except InputError as error:
        click.echo(f"qatynas: {error}; what was added is kept, and questions will take longer", err=True)
