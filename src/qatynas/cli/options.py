"""What commands share: their group, their options, and how they print."""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from typing import Any

import click

from qatynas import __version__
from qatynas.model import Script

DEFAULT_LEDGER = "qatynas.sqlite"


def _pair(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, str] | None:
    """Two states as ISO 3166-1 alpha-3 codes, such as KAZ-KGZ, sorted."""
    from qatynas.data import world

    if value is None:
        return None
    codes = sorted(value.upper().replace("–", "-").split("-"))
    unknown = [code for code in codes if code not in world().by_code]
    if len(codes) != 2 or codes[0] == codes[1] or unknown:
        why = f"no such state: {unknown[0]!r}" if unknown and len(codes) == 2 else f"found {value!r}"
        raise click.BadParameter(f"{why}; expected two ISO 3166-1 alpha-3 codes, such as KAZ-KGZ")
    return codes[0], codes[1]


def _date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A date in EDTF: 2025, 2025-08 or 2025-08-21."""
    from qatynas.model import Period

    try:
        return value and Period(value).edtf
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def day_of(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """A day as 2025-08-22; a month or a year is its first day."""
    from qatynas.model import Period

    try:
        first = Period(value).first if value is not None else None
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    if value is not None and first is None:
        raise click.BadParameter(f"{value!r} has no first day")
    return first


def style_of(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A house style that the script converted to has."""
    from qatynas.script.latin import VARIANTS
    from qatynas.script.styles import STYLES

    to = ctx.params.get("to")  # eager, so that it is known here
    if value is None or to is None:
        return value
    known = {Script.ARAB: [*STYLES], Script.LATN: [*VARIANTS]}.get(Script(to), [])
    if value in known:
        return value
    raise click.BadParameter(f"{to} has no style {value!r}; it has {', '.join(known) or 'no styles'}")


def dump(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def examples(*lines: str) -> str:
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


PAIR = click.option(
    "--pair", callback=_pair, metavar="PAIR", help="Keep claims about these two states only, such as KAZ-KGZ."
)
PUBLISHED = click.option(
    "--published", callback=_date, metavar="DATE", help="The documents' own date, where they do not state it."
)
LEDGER = click.option(
    "--ledger", default=DEFAULT_LEDGER, envvar="QATYNAS_LEDGER", show_default=True, help="The ledger's file."
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of tables.")


class UntilNobodyReads(click.Group):
    """Commands that end well where the reader of their output goes away, as `head` does; click would say 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing may be written there any more
            ctx.exit(0)


@click.group(cls=UntilNobodyReads, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="qatynas")
def cli() -> None:
    """Read what is written in Kazakh about the relations of two states; every claim opens its sentence."""
