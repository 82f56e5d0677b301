"""The command line: reads what was typed, calls the rooms, prints."""

from __future__ import annotations

import sys

import click

from qatynas.cli import asking, checking, exporting, judging, keeping, looking, reading, recording, serving, showing  # noqa: F401  (each adds its commands to the group)
from qatynas.cli.options import cli
from qatynas.intake import EXIT_BAD_INPUT
from qatynas.model import InputError

EXIT_STOPPED = 130  # as a shell says of a command stopped by Ctrl-C

__all__ = ["cli", "main"]


def main() -> None:
    """Entry point: bad input is one line on standard error and exit status 2."""
    try:
        sys.exit(cli(prog_name="qatynas", standalone_mode=False))
    except InputError as error:
        click.echo(f"qatynas: {error}", err=True)
        sys.exit(EXIT_BAD_INPUT)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(EXIT_BAD_INPUT)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "qatynas"
        click.echo(
            f"{command}: {' '.join(error.format_message().split()).rstrip('.')}; see `{command} --help`", err=True
        )
        sys.exit(EXIT_BAD_INPUT)
    except click.Abort:
        click.echo("qatynas: stopped", err=True)
        sys.exit(EXIT_STOPPED)
