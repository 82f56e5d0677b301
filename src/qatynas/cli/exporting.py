"""The command that writes what a ledger knows in the formats of others: export."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qatynas.cli.options import LEDGER, PAIR, cli, examples
from qatynas.model import InputError

if TYPE_CHECKING:
    from qatynas.publish.exports import Format, Material, Written


@cli.command(
    epilog=examples(
        "qatynas export",
        "qatynas export claims.csv -o claims.csv",
        "qatynas export sdmx.csv --pair KAZ-KGZ -o trade.csv",
        "qatynas export brief.docx --language kk-Arab",
        "qatynas export series.jsonl -o - | head",
    )
)
@click.argument("name", metavar="[FORMAT]", required=False)
@click.option("-o", "--output", help="The file to write; - is standard output. Left out: the format's name, here.")
@click.option(
    "--language", default="en", show_default=True, help="Of briefs and calendars: en, kk-Cyrl, kk-Arab, kk-Latn."
)
@LEDGER
@PAIR
def export(name: str | None, output: str | None, language: str, ledger: str, pair: tuple[str, str] | None) -> None:
    """Write what the ledger knows in a format that others use; without FORMAT, list the formats.

    Claims are those of all pairs, or of --pair; all else is of --pair, or of the pair that most claims are about.
    """
    import qatynas
    from qatynas.publish.exports import FORMATS, Material, format_of
    from qatynas.publish.labels import LANGUAGES, speaking

    if language not in LANGUAGES:
        raise click.BadParameter(f"no such language: {language!r}; expected one of {', '.join(LANGUAGES)}")
    if name is None:
        width = max(len(one.name) for one in FORMATS)
        for one in FORMATS:
            lacks = f" (needs {one.missing()})" if one.missing() else ""
            click.echo(f"{one.name:<{width}}  {one.says}{lacks}")
        return
    chosen = format_of(name)
    chosen.check()
    with qatynas.Ledger.open(ledger) as book, speaking(language):
        material = Material(book, pair)
        written = _write(chosen, material, output or material.file_name(name))
    left = "".join(f"; {count} left out, {why}" for why, count in sorted(written.left.items()))
    click.echo(f"{output or material.file_name(name)}: {written.rows} {written.of}{left}", err=True)


def _write(chosen: Format, material: Material, output: str) -> Written:
    """Write to standard output, or to a file that is there only once it is whole."""
    if output == "-":
        written = chosen.write(material, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return written
    part = Path(output + ".part")
    try:
        with part.open("wb") as file:
            written = chosen.write(material, file)
        os.replace(part, output)
    except OSError as error:
        raise InputError(output, f"cannot be written: {error.strerror}; give another file with -o") from None
    finally:
        part.unlink(missing_ok=True)
    return written
