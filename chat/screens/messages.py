"""What waits for an answer: who, how much, since when. Never what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from chat.days import spoken
from chat.language import Text, _, lines, paragraphs, plural
from chat.pages import on_page, page_rows
from chat.screen import Button, Screen
from chat.taps import Tap


class MessagesShown(Tap, name="msgs"):
    """The list, at a page."""

    page: int


class AnswerTapped(Tap, name="msganswer"):
    """Write to this youth."""

    youth_id: int


class SettledTapped(Tap, name="msgdone"):
    """What this youth said, up to this talk, is settled; the list at this page goes on without it."""

    youth_id: int
    talk_id: int
    page: int


@dataclass(frozen=True)
class Waiting:
    """What one youth said since a day and time (on their clock); `last` is the newest talk."""

    youth_id: int
    name: str
    count: int
    day: date
    at: time
    last: int


def overview(waiting: Sequence[Waiting], page: int, today: date) -> Screen:
    """Who waits, oldest first."""
    told = (_line(each, today) for each in on_page(waiting, page))
    rows = page_rows(waiting, page, _answer, MessagesShown)
    both = tuple((row[0], _settle(each, page)) for row, each in zip(rows, on_page(waiting, page), strict=False))
    return Screen(paragraphs(_("<b>Not answered yet</b>"), lines(*told)), (*both, *rows[len(both) :]))


def nothing_waits() -> Screen:
    """An empty list."""
    return Screen(_("Everything is answered."))


def _line(waiting: Waiting, today: date) -> Text:
    since = _("{name}: {day} at {time}", name=waiting.name, day=spoken(waiting.day, today), time=waiting.at)
    if waiting.count == 1:
        return since
    return plural("{since}, {count} message", "{since}, {count} messages", waiting.count, since=since)


def _answer(waiting: Waiting) -> Button:
    return Button(_("✍️ Answer {name}", name=waiting.name), AnswerTapped(waiting.youth_id))


def _settle(waiting: Waiting, page: int) -> Button:
    return Button(_("✓ Spoken already"), SettledTapped(waiting.youth_id, waiting.last, page))
