"""The `spoor` command."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Annotated, Any

import typer

from bot.application import assemble
from bot.ending import CannotGoOn
from bot.invite import invite_staff
from bot.run import run as run_bot
from bot.settings import read_settings

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)


@app.command()
def run() -> None:
    """Run the bot on Telegram."""
    _do(_run())


async def _run() -> None:
    await run_bot(assemble(read_settings()))


@app.command()
def invite(role: Annotated[str, typer.Argument(help="coordinator, begeleider or teamcoach")], name: str) -> None:
    """Print the link with which a colleague comes in. Works while the bot runs."""
    _do(_invite(role, name))


async def _invite(role: str, name: str) -> None:
    typer.echo(await invite_staff(assemble(read_settings()), role, name))


def _do(work: Coroutine[Any, Any, None]) -> None:
    """Ends the process with one sentence when it cannot go on."""
    try:
        asyncio.run(work)
    except CannotGoOn as reason:
        typer.echo(str(reason), err=True)
        raise typer.Exit(reason.code) from None


def main() -> None:
    """What `spoor` runs."""
    app()


if __name__ == "__main__":
    main()
