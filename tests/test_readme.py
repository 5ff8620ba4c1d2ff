"""The README and .env.example tell the truth."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from typer.main import get_command

from bot.__main__ import app
from bot.settings import Settings
from tests.faults.breaking import BREAKING
from tests.faults.promises import PROMISES, TESTED_IN, Fault, table

HOUSE = Path(__file__).parent.parent
README = (HOUSE / "README.md").read_text()
COMMANDS = set(get_command(app).commands)  # type: ignore[attr-defined]  # it is a group
SETTINGS = {name.upper() for name in Settings.model_fields}


def rows_of(heading: str) -> set[str]:
    """What stands in the first column of the table under this heading."""
    section = README.split(f"### {heading}\n")[1].split("\n#")[0]
    return set(re.findall(r"^\| `([^`]+)` \|", section, flags=re.MULTILINE))


def test_every_command_is_told_of_and_no_other() -> None:
    assert rows_of("The commands") == {f"spoor {name}" for name in COMMANDS}


def test_every_setting_is_told_of_and_no_other() -> None:
    assert rows_of("The settings") == SETTINGS


@pytest.mark.parametrize("text", [README, (HOUSE / ".env.example").read_text()], ids=["README", ".env.example"])
def test_what_is_named_in_passing_exists(text: str) -> None:
    assert set(re.findall(r"\bspoor ([a-z]+)`", text)) <= COMMANDS
    assert set(re.findall(r"\b(?:[A-Z]+_)+[A-Z]+\b", text)) <= SETTINGS


def test_what_it_promises_is_what_the_tests_hold_it_to() -> None:
    assert table() in README
    assert list(PROMISES) == list(Fault)
    assert {*BREAKING, *TESTED_IN} == set(Fault)
    assert all((HOUSE / file).exists() for file in TESTED_IN.values())


def test_every_make_command_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (HOUSE / "Makefile").read_text(), flags=re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)", README)) <= targets


def test_make_alone_lists_every_command() -> None:
    said = subprocess.run(["make", "-C", str(HOUSE)], capture_output=True, text=True, check=True).stdout  # noqa: S603, S607
    named = set(re.findall(r"^\.PHONY: (.*)$", (HOUSE / "Makefile").read_text(), flags=re.MULTILINE)[0].split())
    assert named - {"help"} <= {line.split()[0] for line in said.splitlines() if line.strip()}


def test_every_file_and_room_it_names_is_there() -> None:
    linked = {link for link in re.findall(r"\]\(([^)#]+)\)", README) if not link.startswith("http")}
    named = set(re.findall(r"`((?:[a-z_]+/)+[a-z_]*(?:\.py)?)`", README)) - {"data/"}
    missing = [name for name in linked | named if not (HOUSE / name).exists()]
    assert linked
    assert missing == []
