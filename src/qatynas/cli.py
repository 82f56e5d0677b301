"""The command line: reads what was typed, calls the rooms, prints."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import click

from qatynas import __version__
from qatynas.intake import EXIT_BAD_INPUT, Intake
from qatynas.model import InputError, Script

EXIT_STOPPED = 130  # as a shell says of a command stopped by Ctrl-C
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


def _style(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
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


def _dump(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _examples(*lines: str) -> str:
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


@cli.command(epilog=_examples("qatynas extract article.txt", "cat page.html | qatynas extract - --format table"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--format", "form", type=click.Choice(["jsonl", "table"]), default="jsonl", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="The same as --format jsonl.")
@click.option("--explain", is_flag=True, help="Say for each claim which rule and words gave each field.")
@PUBLISHED
@PAIR
def extract(
    paths: tuple[str, ...],
    form: str,
    as_json: bool,
    explain: bool,
    published: str | None,
    pair: tuple[str, str] | None,
) -> None:
    """Print the claims of documents; nothing is stored."""
    from qatynas.publish import explanation, extraction_table

    intake = Intake(paths, published, pair)
    for extraction in intake.extractions():
        if form == "table" and not as_json:
            click.echo(explanation(extraction) if explain else extraction_table(extraction))
            continue
        for claim in extraction.claims:
            row = claim.row()
            if explain:
                row["why"] = [{"field": w.field, "rule": w.rule, "words": w.words} for w in claim.why]
            click.echo(json.dumps(row, ensure_ascii=False))
    intake.finish()


@cli.command(epilog=_examples("qatynas add press/", "qatynas add --ledger talas.sqlite press/*.html"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@LEDGER
@PUBLISHED
@JSON
def add(paths: tuple[str, ...], ledger: str, published: str | None, as_json: bool) -> None:
    """Read documents and keep their claims in the ledger."""
    from qatynas.ledger import Ledger

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
    if as_json:
        _dump(rows)
    intake.finish()


def _relationship(paths: tuple[str, ...], ledger: str, published: str | None, pair: tuple[str, str] | None) -> Any:
    """The relationship that paths tell of, or the ledger where none are given; and the intake, for its status."""
    from qatynas.ledger import Ledger
    from qatynas.relations import build, pairs

    intake = Intake(paths, published, None)
    if paths:
        extractions = list(intake.extractions())
    else:
        if not Path(ledger).exists():
            raise InputError(ledger, "no such ledger; make one with `qatynas add PATH…`, or give documents as PATH")
        with Ledger(Path(ledger)) as book:
            extractions = list(book.extractions())
    known = pairs(extractions)
    if not pair and not known:
        intake.finish()
        raise InputError(
            " ".join(paths) or ledger, "no claim about two states found; look at it with `qatynas extract --explain`"
        )
    if pair and pair not in known:
        others = ", ".join("-".join(one) for one in known[:5]) or "no pair"
        raise InputError("-".join(pair), f"no claim about this pair; there are claims about {others}")
    return build(extractions, pair or known[0]), intake


@cli.command(epilog=_examples("qatynas dossier press/ -o dossier.html", "qatynas dossier --pair KAZ-UZB -o uz.html"))
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option("-o", "--output", required=True, help="The HTML file to write; - is standard output.")
@LEDGER
@PUBLISHED
@PAIR
def dossier(
    paths: tuple[str, ...], output: str, ledger: str, published: str | None, pair: tuple[str, str] | None
) -> None:
    """Write the dossier of one pair of states as one HTML file."""
    from qatynas.publish import dossier as write

    relationship, intake = _relationship(paths, ledger, published, pair)
    _write(output, write(relationship))
    intake.finish()


@cli.command(epilog=_examples("qatynas demo -o dossier.html"))
@click.option("-o", "--output", required=True, help="The HTML file to write; - is standard output.")
def demo(output: str) -> None:
    """Write the dossier of Kazakhstan–Kyrgyzstan from the notes that ship inside the package."""
    from qatynas.demo import NOTES
    from qatynas.publish import dossier as write

    relationship, intake = _relationship((str(NOTES),), DEFAULT_LEDGER, None, None)
    _write(output, write(relationship))
    intake.finish()


def _write(output: str, page: str) -> None:
    if output == "-":
        click.echo(page)
        return
    try:
        Path(output).write_text(page, encoding="utf-8")
    except OSError as error:
        raise InputError(output, f"cannot be written: {error.strerror}; give another file with -o") from None
    click.echo(f"{output}: written, {len(page.encode()) // 1024} KiB; open it in a browser", err=True)


@cli.command(
    epilog=_examples("qatynas show trade", "qatynas show all press/ --pair KAZ-KGZ", "qatynas show visits --json")
)
@click.argument("section")
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@LEDGER
@PUBLISHED
@PAIR
@JSON
def show(
    section: str,
    paths: tuple[str, ...],
    ledger: str,
    published: str | None,
    pair: tuple[str, str] | None,
    as_json: bool,
) -> None:
    """Print one section of the dossier (trade, treaties, bodies, visits, … or all) as tables."""
    from qatynas.publish import SECTIONS, print_tables, tables

    if section not in (*SECTIONS, "all"):
        raise InputError(section, f"no such section; expected one of {', '.join(SECTIONS)}, all")
    relationship, intake = _relationship(paths, ledger, published, pair)
    found = tables(relationship, section)
    if as_json:
        _dump([table.as_json() for table in found])
    else:
        print_tables(found)
    intake.finish()


@cli.command(
    epilog=_examples("qatynas read numbers note.txt", "qatynas read dates --published 2025-08-21 - < note.txt")
)
@click.argument("what", type=click.Choice(["sentences", "numbers", "dates", "names"]))
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@PUBLISHED
@JSON
def read(what: str, paths: tuple[str, ...], published: str | None, as_json: bool) -> None:
    """Show how texts are read as language: their sentences, or the numbers, dates or names found in them."""
    from qatynas.language.reading import read_language
    from qatynas.publish import reading_rows

    intake = Intake(paths, published, None)
    rows = [row for document in intake.documents() for row in reading_rows(read_language(document), what)]
    if as_json:
        _dump(rows)
    else:
        for row in rows:
            said = {key: key if value is True else value for key, value in row.items()}
            click.echo("\t".join(str(value) for value in said.values() if value not in (None, "", False)))
    intake.finish()


@cli.command(
    epilog=_examples("qatynas convert --to Arab note.txt", "qatynas identify note.txt && qatynas convert --to Cyrl -")
)
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option(
    "--to", type=click.Choice([script.value for script in Script]), required=True, is_eager=True, help="ISO 15924 code."
)
@click.option(
    "--style", callback=_style, help="House style, such as kazinform; the script's own default where left out."
)
@click.option("--keep-markup", is_flag=True, help="Leave HTML tags, web addresses and e-mail as they are.")
def convert(paths: tuple[str, ...], to: str, style: str | None, keep_markup: bool) -> None:
    """Write Kazakh text in another script; without PATH, standard input."""
    from qatynas.script import convert_stream

    options: dict[str, Any] = {"keep_markup": keep_markup} | ({"style": style} if style else {})
    intake = Intake(paths or ("-",), None, None)
    for _, blocks in intake.texts():
        for piece in convert_stream(blocks, Script(to), **options):
            click.echo(piece, nl=False)
    intake.finish()


@cli.command(epilog=_examples("qatynas identify press/*.txt", "echo Қазақстан | qatynas identify"))
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@JSON
def identify(paths: tuple[str, ...], as_json: bool) -> None:
    """Say which script, spelling and language texts are in; without PATH, standard input."""
    from qatynas.script import identify as look

    rows = []
    intake = Intake(paths or ("-",), None, None)
    for path, blocks in intake.texts():
        found = look(next(blocks))
        fields = {"script": found.script, "variant": found.variant, "language": found.language}
        rows.append({"path": path} | fields | {"confidence": round(found.confidence, 3)})
    if as_json:
        _dump(rows)
    else:
        for row in rows:
            click.echo("\t".join("" if value is None else str(value) for value in row.values()))
    intake.finish()


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
