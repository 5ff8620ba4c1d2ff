"""A file for a calendar, read back."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar
from icalendar import Event as Component

from chat.calendar_file import Event, calendar

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def one(event: Event) -> Component:
    """The only event of a file that was written and read back."""
    [found] = read(calendar([event], NOW)).events
    return found


def read(content: bytes) -> Calendar:
    """A file, read back."""
    found = Calendar.from_ical(content)
    assert isinstance(found, Calendar)
    return found


def test_an_event_is_a_whole_day_and_made_now() -> None:
    event = one(Event("milestone-1@bot", date(2026, 12, 31), "Sam: evaluatie 1"))
    assert (event.start, event.end) == (date(2026, 12, 31), date(2027, 1, 1))
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event.stamp == NOW
    assert (str(event["SUMMARY"]), str(event["UID"])) == ("Sam: evaluatie 1", "milestone-1@bot")
    assert (str(event["TRANSP"]), str(event["CLASS"])) == ("TRANSPARENT", "PRIVATE")
    assert "DESCRIPTION" not in event


@pytest.mark.parametrize("words", ["Zitting; Kortrijk, 9u\\30", "😀" * 60, "é" * 200, "BEGIN:VEVENT", "twee\nregels"])
def test_any_words_come_back_as_they_were(words: str) -> None:
    event = one(Event("1@bot", date(2026, 12, 1), words, note=words))
    assert (str(event["SUMMARY"]), str(event["DESCRIPTION"])) == (words, words)


def test_what_every_calendar_asks_for_is_there() -> None:
    written = calendar([Event("1@bot", date(2026, 12, 1), "x" * 300), Event("2@bot", date(2026, 12, 1), "y")], NOW)
    lines = written.decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert {"VERSION:2.0", "PRODID:-//Spoor//spoor//NL", "DTSTAMP:20261124T080000Z"} <= set(lines)
    assert all(len(line.encode()) <= 75 for line in lines)
    assert len(read(written).events) == 2


def test_a_file_made_later_knows_the_same_event_again() -> None:
    event = Event("1@bot", date(2026, 12, 1), "Sam")
    assert calendar([event], NOW) == calendar([event], NOW)
