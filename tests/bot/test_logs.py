"""What the log tells, and what it never does."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.logs import BLOT, blot
from bot.places import kinds_of, places_of
from sandbox.network import TOKEN
from store.sealed import new_key
from tests.bot.loud import NAME, WORDS, look_up
from tests.bot.process import HOME, PATIENCE

# The places each of these has to have reached the log from.
EXPECTED = (
    "update failed",
    "duty failed",
    "not sent",
    "not caught",
    "not caught in a task",
    "not caught in a thread",
    "not caught while tidying up",
    "got %s from %s",
    "a library has something to say",
    "it broke over %s",
    "ValueError from KeyError",
    "tests/bot/loud.py:",
)


def words_in(text: str) -> list[str]:
    """Each word of what was said, by itself: a piece tells enough."""
    said = [NAME, *(word for word in WORDS.split() if len(word) > 4)]
    return [word for word in said if re.search(rf"\b{re.escape(word)}\b", text) or word.encode().hex() in text]


@pytest.mark.parametrize("form", ["console", "json"])
def test_nothing_said_reaches_the_log(form: str) -> None:
    ended = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.bot.loud", form],
        cwd=HOME,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    assert words_in(ended.stderr) == []
    assert TOKEN not in ended.stderr
    assert [expected for expected in EXPECTED if expected not in ended.stderr] == []
    if form == "json":
        assert all(json.loads(line)["level"] for line in ended.stderr.splitlines())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param(
            f"https://api.telegram.org/bot{TOKEN}/getMe", f"https://api.telegram.org/bot{BLOT}/getMe", id="url"
        ),
        pytest.param(f"key {'aB3' * 15}=", f"key {BLOT}", id="a key"),
        pytest.param("start=2ODD33JNaafh6kpExkR9kQ", f"start={BLOT}", id="an invitation"),
        pytest.param("sqlalchemy.exc.OperationalError", "sqlalchemy.exc.OperationalError", id="a name"),
        pytest.param(
            "tests/bot/test_process_of_something.py:12", "tests/bot/test_process_of_something.py:12", id="a place"
        ),
        pytest.param("2026-11-24T08:00:00+00:00", "2026-11-24T08:00:00+00:00", id="a moment"),
    ],
)
def test_secrets_are_blotted_out(text: str, shown: str) -> None:
    assert blot(text) == shown


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        pytest.param("/Users/Jan/Projects/spoor2/data/spoor.db", "/Users/Jan/Projects/spoor2/data/spoor.db", id="long"),
        pytest.param(f"/srv/{'aB3' * 15}/spoor.db", f"/srv/{BLOT}/spoor.db", id="a key in it"),
    ],
)
def test_a_path_is_looked_at_piece_by_piece(path: str, shown: str) -> None:
    assert blot(Path(path)) == shown


SAY_SOMETHING = """
import sys
import structlog
from bot.logs import write_logs
write_logs("INFO", sys.argv[1])
structlog.get_logger("bot").info("hello")
"""


def said_in_india(form: str) -> str:
    """A line of the log, on a machine five hours and a half from UTC."""
    ended = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", SAY_SOMETHING, form],
        cwd=HOME,
        env={**os.environ, "TZ": "IST-5:30"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    return ended.stderr


def test_people_read_the_time_of_their_machine() -> None:
    said = datetime.fromisoformat(said_in_india("console")[:19]).replace(tzinfo=timezone(timedelta(hours=5.5)))
    assert abs(said - SystemClock().now()) < timedelta(minutes=1)


def test_programs_read_utc() -> None:
    said = json.loads(said_in_india("json"))["timestamp"]
    assert said.endswith("Z")
    assert abs(datetime.fromisoformat(said) - SystemClock().now()) < timedelta(minutes=1)


def test_every_key_is_blotted_out() -> None:
    assert {blot(new_key()) for _ in range(5000)} == {BLOT}


@pytest.mark.parametrize("value", [None, True, 12, 1.5])
def test_numbers_are_left_alone(value: object) -> None:
    assert blot(value) is value


def test_an_error_is_its_kinds_and_places() -> None:
    with pytest.raises(ValueError, match=WORDS) as caught:
        look_up(WORDS, {})
    assert kinds_of(caught.value) == ["ValueError", "KeyError"]
    places = [re.sub(r"\d+", "#", place) for place in places_of(caught.value)]
    assert places == ["tests/bot/test_logs.py:#", "tests/bot/loud.py:#"]


def test_errors_in_a_circle() -> None:
    one, other = ValueError(), KeyError()
    one.__cause__, other.__cause__ = other, one
    assert kinds_of(one) == ["ValueError", "KeyError"]
