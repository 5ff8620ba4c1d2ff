"""`spoor init`: the few values without which nothing runs."""

from __future__ import annotations

import os
from collections.abc import Callable

import typer

from bot.ending import CannotGoOn
from bot.settings import ADVICE, FILE, is_token, is_zone
from store.sealed import new_key


def write_env() -> str:
    """Ask, and write .env, for its owner alone. What to do next. Raises CannotGoOn when there is one."""
    if FILE.exists():
        raise CannotGoOn(
            f"{FILE.absolute()} exists and is not overwritten: change it with an editor, or move it away first."
        )
    token = _ask("Token from @BotFather", "TELEGRAM_TOKEN", is_token)
    zone = _ask("Time zone of the youths", "TIMEZONE", is_zone, "Europe/Brussels")
    _write(f"TELEGRAM_TOKEN={token}\nSPOOR_KEY={new_key()}\nTIMEZONE={zone}\n")
    return (
        "Written to .env, for your eyes only. Keep a copy of SPOOR_KEY in a safe place: without it nobody can read "
        "the database or a backup.\n"
        "Next: `spoor check`, then `spoor run`, and beside it `spoor invite coordinator NAME`."
    )


def _ask(question: str, name: str, is_right: Callable[[str], bool], default: str = "") -> str:
    """Until the answer can be used."""
    while True:
        answer: str = typer.prompt(question, default=default, show_default=bool(default)).strip()
        if is_right(answer):
            return answer
        typer.echo(f"That cannot be used: {ADVICE[name]}")


def _write(text: str) -> None:
    try:
        handle = os.open(FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        raise CannotGoOn(".env cannot be written here: go to a folder that is yours.") from None
    with os.fdopen(handle, "w") as file:
        file.write(text)
