from __future__ import annotations

from dataclasses import replace
from datetime import date

from programme.helplines import HELP_LINES, HelpFor, stale


def test_the_numbers() -> None:
    assert [line.number for line in HELP_LINES if line.always] == ["112", "1813", "106", "101"]
    assert [line.number for line in HELP_LINES if not line.always] == ["102", "1712", "0800 13 500"]


def test_day_and_night_comes_first() -> None:
    assert sorted(HELP_LINES, key=lambda line: not line.always) == list(HELP_LINES)


def test_never_the_dutch_line() -> None:
    assert "113" not in {line.number for line in HELP_LINES}


def test_each_purpose_has_its_one_line() -> None:
    assert sorted(str(line.key) for line in HELP_LINES) == sorted(HelpFor)


def test_what_was_checked_more_than_a_year_ago_is_stale() -> None:
    line = replace(HELP_LINES[0], checked_on=date(2026, 11, 23))
    assert stale([line], date(2027, 11, 23)) == ()
    assert stale([line, HELP_LINES[1]], date(2027, 11, 24)) == (line, HELP_LINES[1])
