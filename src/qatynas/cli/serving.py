"""The command that shows the ledger as pages."""

from __future__ import annotations

import secrets
import sys
from pathlib import Path

import click

from qatynas.cli.options import LEDGER, PAIR, cli, examples

Pair = tuple[str, str] | None


@cli.command(epilog=examples("qatynas serve", "qatynas serve --edit --who Айгерім", "qatynas serve --host 0.0.0.0"))
@LEDGER
@PAIR
@click.option("--host", default="127.0.0.1", show_default=True,
              help="The address to listen on. Beyond this machine a token is asked for.")  # fmt: skip
@click.option("--port", type=click.IntRange(1, 65535), default=8765, show_default=True, help="The port.")
@click.option("--edit", is_flag=True, help="Let readers judge, record and add; without it nothing can be changed.")
@click.option("--who", default="", envvar="QATYNAS_WHO", help="The name that forms are filled with.")
@click.option("--token", default="", envvar="QATYNAS_TOKEN",
              help="The token that readers must show; made up and printed where left out and needed.")  # fmt: skip
@click.option("--name", "names", multiple=True, metavar="HOST",
              help="A name under which readers reach it, as talas.example; may be given again.")  # fmt: skip
@click.option("--goods", multiple=True, metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="A table of goods by country for the page of export potential; several times.")  # fmt: skip
def serve(
    ledger: str,
    pair: Pair,
    host: str,
    port: int,
    edit: bool,
    who: str,
    token: str,
    names: tuple[str, ...],
    goods: tuple[Path, ...],
) -> None:
    """Show the ledger as pages in a browser, on this machine only unless --host says otherwise."""
    import uvicorn

    from qatynas.ledger import Ledger
    from qatynas.serve import Rules, make_app
    from qatynas.serve.guard import hosts_of, is_loopback

    if edit and not Path(ledger).exists():
        Ledger(Path(ledger)).close()  # an empty one, to add to
    if not is_loopback(host) and not token:
        token = secrets.token_urlsafe(32)
    app = make_app(ledger, rules=Rules(edit, token, hosts_of(names)), pair=pair, who=who, apart=True, goods=goods)
    shown = f"[{host}]" if ":" in host else host
    sys.setswitchinterval(0.0002)  # readers take turns at each row with whatever builds a state
    address = f"http://{'127.0.0.1' if host in ('0.0.0.0', '::') else shown}:{port}/"
    click.echo(f"{ledger}: {address}{f'?token={token}' if token else ''}" + (" (editing)" if edit else ""))
    if token and not is_loopback(host):
        click.echo("Readers need that token, and anyone between can read along: use it in a network that you trust, "
                   "or behind a server that speaks HTTPS.", err=True)  # fmt: skip
    uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False, server_header=False,
                limit_concurrency=200, timeout_keep_alive=20, h11_max_incomplete_event_size=1 << 16)  # fmt: skip
