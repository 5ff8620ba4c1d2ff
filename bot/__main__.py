"""The `spoor` command: a Telegram bot that keeps a youth and a begeleider in touch."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Coroutine
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import structlog
import typer

from bot.application import Spoor, assemble
from bot.backup import back_up
from bot.backup import restore as restore_from
from bot.check import look
from bot.ending import CannotGoOn, NotOurs
from bot.init import write_env
from bot.invite import invite_staff
from bot.logs import write_logs
from bot.ping import Ping
from bot.run import run as run_bot
from bot.settings import Settings, read_settings

if TYPE_CHECKING:
    from bot.webhook import Webhook

log = structlog.get_logger()

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)

RoleName = Annotated[str, typer.Argument(metavar="ROLE", help="coordinator, begeleider or teamcoach")]
PersonName = Annotated[str, typer.Argument(metavar="NAME", help="their first name")]
NewFile = Annotated[Path, typer.Argument(metavar="FILE", help="where the copy goes; must not exist yet")]
BackupFile = Annotated[Path, typer.Argument(metavar="FILE", help="a copy that `spoor backup` made")]


@app.command()
def init() -> None:
    """Ask for what is needed and write it to .env."""
    typer.echo(write_env())


@app.command()
def run() -> None:
    """Run the bot on Telegram, until Ctrl-C or SIGTERM."""
    settings = read_settings()
    write_logs(settings.log_level, settings.log_format)
    spoor = assemble(settings)
    webhook = _webhook(settings, spoor)
    url, way_in = settings.health_ping_url.get_secret_value(), webhook or spoor.receive
    lives = Ping(url, spoor.clock).run(lambda: way_in.last_success, lambda: spoor.tick.last_success) if url else None
    # What is loaded stays. To look through all of it for garbage, now and then, holds everybody up for 50 ms.
    gc.collect()
    gc.freeze()
    _do(run_bot(spoor, None if webhook is None else webhook.run, lives))


def _webhook(settings: Settings, spoor: Spoor) -> Webhook | None:
    if not settings.webhook_url:
        return None
    from bot.webhook import Webhook  # a web server, which few need

    secret = settings.webhook_secret.get_secret_value()
    return Webhook(spoor.database, spoor.clock, spoor.bot, settings.webhook_url, secret)


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="where the page answers")] = 8080,
    *,
    no_open: Annotated[bool, typer.Option("--no-open", help="do not open a browser")] = False,
    keep: Annotated[bool, typer.Option("--keep", help="keep the demo's database for the next time")] = False,
    story: Annotated[str | None, typer.Option(metavar="NAME", help="begin with a story that plays itself")] = None,
    text: Annotated[bool, typer.Option("--text", help="print it here; without --story: which there are")] = False,
) -> None:
    """Try the bot in your browser, without a Telegram account."""
    # By name: the sandbox stands on the bot, so the bot may not lean on the sandbox.
    if text:
        import_module("sandbox.telling").tell(story)
    else:
        import_module("sandbox.demo").play(port=port, open_browser=not no_open, keep=keep, story=story)


@app.command()
def invite(role: RoleName, name: PersonName) -> None:
    """Print the link with which a colleague comes in, once, within seven days. Works while the bot runs."""
    typer.echo(_do(invite_staff(assemble(read_settings()), role, name)))


@app.command()
def check() -> None:
    """See whether everything is right: a line each, and an error when something is not."""
    settings = read_settings()
    if not _do(_check(assemble(settings), settings)):
        raise typer.Exit(1)


async def _check(spoor: Spoor, settings: Settings) -> bool:
    findings = []
    try:
        async for finding in look(spoor, settings):
            typer.echo(str(finding))
            findings.append(finding)
    finally:
        await spoor.close()
    return all(finding.fine for finding in findings)


@app.command()
def backup(file: NewFile) -> None:
    """Copy the database to a file, also while the bot runs. It opens with the same SPOOR_KEY only."""
    back_up(assemble(read_settings()), file)
    typer.echo(f"Kept in {file}. It opens with your SPOOR_KEY only: keep that as well, somewhere else.")


@app.command()
def restore(file: BackupFile) -> None:
    """Put a backup in the place of a database that was lost. Old messages are not sent again."""
    _do(restore_from(assemble(read_settings()), file))
    typer.echo("Done. What happened after the backup was made is not in it. Next: spoor run.")


def _do(work: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(work)


def _end(reason: CannotGoOn) -> NoReturn:
    typer.echo(str(reason), err=True)
    sys.exit(reason.code)


def main() -> None:
    """What `spoor` runs. Whatever ends it too early is said in one sentence."""
    write_logs("WARNING", "console")
    try:
        app()
    except CannotGoOn as reason:
        _end(reason)
    except PermissionError as error:
        _end(NotOurs(error.filename))
    except Exception:
        log.critical("not caught", exc_info=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
