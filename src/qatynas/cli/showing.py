"""Commands that show the relationship as the dossier does: dossier, show, demo."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qatynas.cli.options import DEFAULT_LEDGER, JSON, LEDGER, PAIR, PUBLISHED, cli, dump, examples
from qatynas.intake import Intake
from qatynas.model import InputError

if TYPE_CHECKING:
    from qatynas.model.finding import Finding
    from qatynas.relations import Relationship


def relationship_of(
    paths: tuple[str, ...], ledger: str, published: str | None, pair: tuple[str, str] | None
) -> tuple[Relationship, Intake]:
    """The relationship that paths tell of, or the ledger where none are given; and the intake, for its status."""
    from qatynas.checks.surface import Ledger
    from qatynas.publish.doubts import remember
    from qatynas.relations import build
    from qatynas.relations.surface import chosen_pair

    intake = Intake(paths, published, None)
    if not paths:
        with Ledger.open(ledger) as book:
            found = book.relationship(pair)
            remember(found, tuple(_present(one, found) for one in book.findings(found.pair)))
            return found, intake
    extractions = list(intake.extractions())
    try:
        return build(extractions, chosen_pair(extractions, pair, " ".join(paths))), intake
    except InputError:
        if not extractions:
            intake.finish()  # what could not be read has been said
        raise


def _present(finding: Finding, relationship: Relationship) -> Finding:
    """A finding as it is kept up, without sentences of a version of a document that another has replaced: these have no
    place in the relationship that they could be opened from, and the finding's own words quote them."""
    return replace(finding, cited=tuple(one for one in finding.cited if one.source in relationship.sources))


@cli.command(epilog=examples("qatynas dossier press/ -o dossier.html", "qatynas dossier --pair KAZ-UZB -o uz.html"))
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

    relationship, intake = relationship_of(paths, ledger, published, pair)
    _write(output, write(relationship))
    intake.finish()


@cli.command(epilog=examples("qatynas demo -o dossier.html"))
@click.option("-o", "--output", required=True, help="The HTML file to write; - is standard output.")
def demo(output: str) -> None:
    """Write the dossier of Kazakhstan–Kyrgyzstan from the notes that ship inside the package."""
    from qatynas.demo import NOTES
    from qatynas.publish import dossier as write

    relationship, intake = relationship_of((str(NOTES),), DEFAULT_LEDGER, None, None)
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
    epilog=examples("qatynas show trade", "qatynas show all press/ --pair KAZ-KGZ", "qatynas show visits --json")
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
    relationship, intake = relationship_of(paths, ledger, published, pair)
    found = tables(relationship, section)
    if as_json:
        dump([table.as_json() for table in found])
    else:
        print_tables(found)
    intake.finish()
