"""Who may import whom. The picture is in the README; this is what holds it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent

# Each room may import itself and the rooms after it; handlers and scheduler stand side by side.
MAY_IMPORT: dict[str, set[str]] = {
    "sandbox": {"bot", "handlers", "scheduler", "chat", "store", "programme"},
    "bot": {"handlers", "scheduler", "chat", "store", "programme"},
    "handlers": {"chat", "store", "programme"},
    "scheduler": {"chat", "store", "programme"},
    "chat": {"store", "programme"},
    "store": {"programme"},
    "programme": set(),
}
# Packages that have their place: elsewhere they would carry one room's business into another.
KEPT_TO: dict[str, set[str]] = {
    "telegram": {"sandbox", "bot", "handlers", "chat"},
    "apscheduler": {"bot"},
    "structlog": {"bot"},
    "matplotlib": {"chat"},
    "fpdf": {"chat"},
    "starlette": {"sandbox"},
    "uvicorn": {"sandbox"},
    "alembic": {"store"},
    "cryptography": {"store"},
}
# The rules are plain dates and tables.
PROGRAMME_MAY_USE = {"dateutil", "holidays"}


def modules() -> list[Path]:
    """Every module of the house, the tests left out."""
    return [path for room in MAY_IMPORT for path in sorted((HOUSE / room).rglob("*.py"))]


def imported(path: Path) -> Iterator[str]:
    """The dotted names that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute here"
            yield node.module or ""


def where(path: Path) -> str:
    """A module, as one names it."""
    return str(path.relative_to(HOUSE))


@pytest.mark.parametrize("path", modules(), ids=where)
def test_a_room_imports_only_rooms_to_its_right(path: Path) -> None:
    room = where(path).split("/")[0]
    tops = {name.split(".")[0] for name in imported(path)}
    assert tops & set(MAY_IMPORT) <= MAY_IMPORT[room] | {room}
    assert "tests" not in tops


@pytest.mark.parametrize("path", modules(), ids=where)
def test_a_package_stays_in_its_rooms(path: Path) -> None:
    room = where(path).split("/")[0]
    tops = {name.split(".")[0] for name in imported(path)}
    assert [top for top in tops if room not in KEPT_TO.get(top, {room})] == []


@pytest.mark.parametrize("path", sorted((HOUSE / "chat").rglob("*.py")), ids=where)
def test_in_chat_only_the_turn_knows_the_telegram_library(path: Path) -> None:
    if path.name != "turn.py":
        assert not any(name.split(".")[0] == "telegram" for name in imported(path))


@pytest.mark.parametrize("path", sorted((HOUSE / "programme").rglob("*.py")), ids=where)
def test_the_rules_need_nothing_but_python(path: Path) -> None:
    others = {name.split(".")[0] for name in imported(path)} - set(sys.stdlib_module_names) - {"programme"}
    assert others <= PROGRAMME_MAY_USE


@pytest.mark.parametrize("path", modules(), ids=where)
def test_only_the_clock_reads_the_time(path: Path) -> None:
    if where(path) == "bot/clock.py":
        return
    calls = (node.func for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call))
    named = {(ast.unparse(call.value), call.attr) for call in calls if isinstance(call, ast.Attribute)}
    reads = {("datetime", "now"), ("datetime", "utcnow"), ("date", "today"), ("time", "time"), ("time", "monotonic")}
    assert not named & reads
