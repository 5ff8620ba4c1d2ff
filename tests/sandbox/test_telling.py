"""`spoor demo --story NAME --text`: a story in a terminal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sandbox.stories import STORIES
from sandbox.stories.stil import STIL

HOME = Path(__file__).parent.parent.parent
SILENT = "[Ik neem contact op] / [📝 Contact noteren]"


def demo(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, in an empty folder without settings."""
    command = [sys.executable, "-m", "bot", "demo", *arguments]
    environment = {"PYTHONPATH": str(HOME), "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, cwd=folder, env=environment, text=True, capture_output=True, check=False)  # noqa: S603 - our own command


def test_a_story_reads_as_a_text(tmp_path: Path) -> None:
    end = demo(tmp_path, "--story", "stil", "--text")
    assert (end.returncode, end.stderr) == (0, "")
    told = end.stdout.splitlines()
    assert told[0] == "Sam is stil (Sam goes silent)"
    captions = [line[3:] for line in told if line[:1].isdecimal()]
    assert [scene.caption.nl for scene in STIL.scenes] == captions
    assert "   donderdag 26/11" in told
    assert told[told.index("   10u00  Lotte   Spoor: Sam is 2 dagen stil.") + 2].strip() == SILENT
    assert "   11u00  Sam     Sam tikt op: 😐 Gaat wel" in told
    assert max(map(len, told)) <= 120
    assert list(tmp_path.iterdir()) == []


def test_of_a_changed_message_only_the_news_is_told(tmp_path: Path) -> None:
    told = demo(tmp_path, "--story", "eerste-dag", "--text").stdout
    assert told.count("Wie leest het?") == 1
    assert "Spoor (verandert): …\n                  ✅ Je doet mee." in told
    assert "Sam: opent de link" in told


def test_without_a_name_it_tells_which_there_are(tmp_path: Path) -> None:
    end = demo(tmp_path, "--text")
    assert (end.returncode, end.stderr) == (0, "")
    assert [line.split()[0] for line in end.stdout.splitlines() if line.startswith("  ")] == list(STORIES)


@pytest.mark.parametrize(
    "arguments", [("--story", "onbekend", "--text"), ("--story", "onbekend"), ("--story", "--text")]
)
def test_an_unknown_name_is_one_clear_sentence(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    end = demo(tmp_path, *arguments)
    assert (end.returncode, end.stdout) == (2, "")
    assert end.stderr.startswith(f"There is no story {arguments[1]!r}, but there are these: eerste-dag, ")
    assert end.stderr.count("\n") == 1


def test_who_reads_the_beginning_may_leave(tmp_path: Path) -> None:
    """As with `| head`."""
    command = [sys.executable, "-m", "bot", "demo", "--story", "stil", "--text"]
    environment = {"PYTHONPATH": str(HOME), "PATH": "/usr/bin:/bin", "TMPDIR": str(tmp_path), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as telling:  # noqa: S603 - our own command
        assert telling.stdout
        assert telling.stderr
        assert telling.stdout.readline()
        telling.stdout.close()
        assert telling.stderr.read() == b""
        assert telling.wait() == 0
    assert list(tmp_path.iterdir()) == []
