"""Commands that read texts and store nothing: extract, read, convert, identify."""

from __future__ import annotations

import json
from itertools import islice
from typing import Any

import click

from qatynas.cli.options import JSON, PAIR, PUBLISHED, cli, dump, examples, style_of
from qatynas.intake import Intake
from qatynas.model import Script


@cli.command(epilog=examples("qatynas extract article.txt", "cat page.html | qatynas extract - --format table"))
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


@cli.command(epilog=examples("qatynas read numbers note.txt", "qatynas read dates --published 2025-08-21 - < note.txt"))
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
        dump(rows)
    else:
        for row in rows:
            said = {key: key if value is True else value for key, value in row.items()}
            click.echo("\t".join(str(value) for value in said.values() if value not in (None, "", False)))
    intake.finish()


@cli.command(
    epilog=examples("qatynas convert --to Arab note.txt", "qatynas identify note.txt && qatynas convert --to Cyrl -")
)
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option(
    "--to", type=click.Choice([script.value for script in Script]), required=True, is_eager=True, help="ISO 15924 code."
)
@click.option(
    "--style", callback=style_of, help="House style, such as kazinform; the script's own default where left out."
)
@click.option("--keep-markup", is_flag=True, help="Leave HTML tags, web addresses and e-mail as they are.")
@click.option("--doubts", "unsure", is_flag=True, help="List the words in Arabic script that could be read otherwise.")
def convert(paths: tuple[str, ...], to: str, style: str | None, keep_markup: bool, unsure: bool) -> None:
    """Write Kazakh text in another script; without PATH, standard input."""
    from qatynas.script import convert_stream, doubts

    if unsure and to != Script.CYRL:
        raise click.UsageError("--doubts goes with --to Cyrl: it lists what Arabic script leaves open")
    options: dict[str, Any] = {"keep_markup": keep_markup} | ({"style": style} if style else {})
    intake = Intake(paths or ("-",), None, None)
    for path, blocks in intake.texts():
        if unsure:
            for block in blocks:
                rows = ((found.span.of(block), found.reading, " ".join(found.others)) for found in doubts(block))
                for row in dict.fromkeys(rows):
                    click.echo("\t".join((path, *row)))
            continue
        for piece in convert_stream(blocks, Script(to), **options):
            click.echo(piece, nl=False)
    intake.finish()


@cli.command(epilog=examples("qatynas identify press/*.txt", "echo Қазақстан | qatynas identify"))
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option("--paragraphs", is_flag=True, help="Say it of each paragraph, with its number.")
@JSON
def identify(paths: tuple[str, ...], paragraphs: bool, as_json: bool) -> None:
    """Say which script, spelling and language texts are in; without PATH, standard input."""
    from qatynas.script import identify as look
    from qatynas.script import identify_paragraphs

    rows = []
    intake = Intake(paths or ("-",), None, None)
    for path, blocks in intake.texts():
        whole = (look(block) for block in islice(blocks, 1))
        parts = (found for block in blocks for _, found in identify_paragraphs(block)) if paragraphs else whole
        for number, found in enumerate(parts, 1):
            place = {"paragraph": number} if paragraphs else {}
            fields = {"script": found.script, "variant": found.variant, "language": found.language}
            rows.append({"path": path} | place | fields | {"confidence": round(found.confidence, 3)})
    if as_json:
        dump(rows)
    else:
        for row in rows:
            click.echo("\t".join("" if value is None else str(value) for value in row.values()))
    intake.finish()
