"""`spoor demo` as somebody starts it: a process with a page, until Ctrl-C."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

HOME = Path(__file__).parent.parent.parent
#: Seconds. The first is what we promise; the second forgives a machine that has more to do.
ENDS_WITHIN = 5.0
PATIENCE = 60.0

pytestmark = pytest.mark.timeout(300)


@dataclass
class Demo:
    """A running demo."""

    process: subprocess.Popen[str]
    said: str
    page: httpx.Client

    def phones(self) -> dict[str, dict[str, Any]]:
        """Everybody's phone as the page shows it, by name."""
        with self.page.stream("GET", "/page/events") as stream:
            for line in stream.iter_lines():
                if line.startswith("data: "):
                    return {person["name"]: person for person in json.loads(line[6:])["people"]}
        raise AssertionError("the page tells nothing")

    def does(self, name: str, act: str, **wish: object) -> None:
        """Somebody does something on their phone."""
        answer = self.page.post(f"/page/people/{self.phones()[name]['id']}/{act}", json=wish)
        assert answer.is_success, answer.text

    def winds(self, to: str) -> None:
        """The clock is wound."""
        answer = self.page.post("/page/clock", json={"to": to}, timeout=PATIENCE)
        assert answer.is_success, answer.text

    def waits_for(self, name: str, shows: Callable[[str], bool]) -> None:
        """Until the last message on a phone shows this."""
        until = time.monotonic() + PATIENCE
        while not shows(self.last(name)["text"]):
            assert time.monotonic() < until, self.phones()[name]["messages"]
            time.sleep(0.05)

    def last(self, name: str) -> dict[str, Any]:
        """The last message on a phone."""
        messages: list[dict[str, Any]] = self.phones()[name]["messages"]
        return messages[-1]

    def ends(self) -> str:
        """Ctrl-C, while a page is open. What it said until the end."""
        with self.page.stream("GET", "/page/events") as stream:
            next(stream.iter_lines())
            begun = time.monotonic()
            self.process.send_signal(signal.SIGINT)
            rest, _ = self.process.communicate(timeout=PATIENCE)
        assert time.monotonic() - begun < ENDS_WITHIN
        assert self.process.returncode == 0, rest
        return self.said + rest


@contextmanager
def demo(folder: Path, *arguments: str) -> Iterator[Demo]:
    """A demo that says where it is."""
    with started(folder, *arguments) as process:
        said = _heard(process)
        found = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert found, said
        with httpx.Client(base_url=found[0], timeout=PATIENCE) as page:
            yield Demo(process, said, page)


@contextmanager
def started(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """The command, in this folder; killed if it still runs afterwards."""
    command = [sys.executable, "-m", "bot", "demo", "--no-open", *arguments]
    environment = {"PYTHONPATH": str(HOME), "PATH": "/usr/bin:/bin", "PYTHONUNBUFFERED": "1", "LANGUAGE": "en_US:en"}
    with subprocess.Popen(  # noqa: S603 - our own command
        command,
        cwd=folder,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        preexec_fn=_hear_ctrl_c,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _hear_ctrl_c() -> None:
    """Whoever runs the tests in the background of a shell made all they start deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    said = ""
    for line in process.stdout:
        said += line
        if "Ctrl-C" in line:
            break
    return said


def test_a_newcomer_plays_and_leaves(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as somebody_else:
        port = somebody_else.getsockname()[1]
        with demo(tmp_path, "--port", str(port)) as running:
            assert f"Poort {port}" in running.said
            assert "<title>" in running.page.get("/").text
            running.winds("next")
            running.waits_for("Sam", lambda text: "Sam" in text)
            question = running.last("Sam")
            running.does("Sam", "tap", message=question["id"], row=1, column=1)
            running.waits_for("Sam", lambda text: "🙂 Goed" in text)
            running.waits_for("Lotte", lambda text: "Sam: 🙂 Goed" in text)
            said = running.ends()
    assert said.endswith("Stoppen: Ctrl-C.\n\nGestopt.\n")
    assert list(tmp_path.iterdir()) == []


def test_what_is_kept_goes_on(tmp_path: Path) -> None:
    with demo(tmp_path, "--port", "0", "--keep") as running:
        running.winds("week")
        with started(tmp_path, "--keep") as second:
            said, _ = second.communicate(timeout=PATIENCE)
        assert (second.returncode, "stop that one first" in said) == (1, True)
        running.ends()
    kept = tmp_path / "data" / "demo"
    assert {file.stat().st_mode & 0o777 for file in kept.iterdir()} == {0o600}
    with demo(tmp_path, "--port", "0", "--keep") as running:
        assert "Traceback" not in running.said
        phones = running.phones()
        assert all(phone["commands"] for phone in phones.values())
        assert [phone["messages"][0]["text"] for phone in phones.values() if phone["messages"]] == ["/start"] * 8
        running.does("Sam", "say", text="/hulp")
        running.waits_for("Sam", lambda text: "1813" in text)
        running.winds("day")
        assert "Traceback" not in running.ends()
