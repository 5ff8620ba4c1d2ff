"""`spoor init`, and the command itself."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.ending import CannotGoOn
from bot.settings import ADVICE, read_settings
from tests.bot.test_settings import TOKEN


def init(typed: str) -> str:
    """What it prints when this is typed. Raises what it raises."""
    return CliRunner().invoke(app, ["init"], input=typed, catch_exceptions=False).output


def test_it_writes_settings_that_work_and_only_their_owner_can_read(empty_place: Path) -> None:
    said = init(f"{TOKEN}\n\n")
    assert stat.S_IMODE((empty_place / ".env").stat().st_mode) == 0o600
    settings = read_settings()
    assert (settings.telegram_token.get_secret_value(), settings.timezone) == (TOKEN, "Europe/Brussels")
    assert settings.spoor_key.get_secret_value() not in said


def test_every_key_is_new(empty_place: Path) -> None:
    keys = set()
    for _ in range(2):
        init(f"{TOKEN}\n\n")
        keys.add(read_settings().spoor_key.get_secret_value())
        (empty_place / ".env").unlink()
    assert len(keys) == 2


@pytest.mark.usefixtures("empty_place")
def test_it_asks_again_until_an_answer_can_be_used() -> None:
    said = init(f"hunter2\n {TOKEN} \nEurope/Bruges\nEurope/London\n")
    assert said.count("That cannot be used") == 2
    assert read_settings().timezone == "Europe/London"


@pytest.mark.parametrize("typed", ["hunter2", ""], ids=["wrong", "empty"])
@pytest.mark.usefixtures("empty_place")
def test_a_token_that_is_none_is_asked_for_again_here(typed: str) -> None:
    said = init(f"{typed}\n{TOKEN}\n\n")
    assert said.count(f"That cannot be used: {ADVICE['TELEGRAM_TOKEN']}") == 1
    assert "spoor init" not in said


@pytest.mark.usefixtures("empty_place")
def test_it_says_what_comes_next_in_order() -> None:
    following = init(f"{TOKEN}\n\n").partition("Next: ")[2]
    assert re.findall(r"`spoor ([a-z ]+)", following) == ["check", "run", "invite coordinator "]


def test_it_never_overwrites(empty_place: Path) -> None:
    (empty_place / ".env").write_text("MINE=1\n")
    with pytest.raises(CannotGoOn, match=rf"^{empty_place / '.env'} exists"):
        init(f"{TOKEN}\n\n")
    assert (empty_place / ".env").read_text() == "MINE=1\n"


def test_nothing_is_written_when_one_walks_away(empty_place: Path) -> None:
    assert "Aborted" in init(f"{TOKEN}\n")
    assert list(empty_place.iterdir()) == []


@pytest.mark.parametrize(
    ("command", "says"),
    [
        pytest.param("backup", "where the copy goes; must not exist yet", id="backup"),
        pytest.param("restore", "a copy that `spoor backup` made", id="restore"),
    ],
)
def test_the_commands_say_which_file_is_meant(command: str, says: str) -> None:
    assert says in CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "120"}).output


def test_the_command_lists_what_it_can_do() -> None:
    said = CliRunner().invoke(app, ["--help"]).output
    assert [name for name in ("init", "run", "demo", "invite", "check", "backup", "restore") if name not in said] == []
