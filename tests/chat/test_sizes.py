"""The longest names, the longest words, the most people: every message still fits in what Telegram takes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from chat.language import LANGUAGES, Text, _, language
from chat.screen import Button, Screen
from chat.screens import (
    checkin,
    consent,
    digest,
    handing_over,
    messages,
    new_youth,
    opening,
    push,
    question,
    talk,
    targets,
    team,
    youths,
)
from chat.screens.lines import Line, Stands
from chat.screens.place import Coming
from chat.screens.talk import Said
from chat.screens.team import Listed, TeamShown
from chat.sent import Sent
from programme.checkin import Face
from programme.digest import Ask
from programme.joining import Place
from programme.milestones import LONGEST_NAME as LONGEST_OWN_DATE
from programme.milestones import Milestone
from programme.names import LONGEST_NAME
from programme.people import Role
from programme.phases import Phase
from programme.question import LONGEST_QUESTION
from programme.talk import Kind
from programme.targets import Progress
from sandbox.markup import read_html
from sandbox.plain import units
from store.tables import Person

TEXT, CAPTION, DATA = 4096, 1024, 64
# What is counted is UTF-16, in which these take two; and what is escaped must not count for more than it shows.
NAMES = {"emoji": "😀" * LONGEST_NAME, "signs": '<&>"' * (LONGEST_NAME // 4)}
WRITTEN = {"emoji": "😀" * 2048, "signs": '<&>"' * 1024, "letters": "x" * 4096}
TODAY = date(2026, 9, 30)  # the longest month on the longest weekday
MANY = 300
ID = 10**12


def person(name: str) -> Person:
    return Person(id=ID, role=Role.YOUTH, name=name, created_at=datetime(2026, 9, 30, tzinfo=UTC))


def listed(name: str) -> Listed:
    return Listed(ID, name, Role.COORDINATOR, name, Coming(Place.INVITED, TODAY))


def said(name: str, written: str, kind: Kind = Kind.TEXT, *, corrected: bool = False) -> Said:
    return Said(name, Sent(kind, written), ID, ID, corrected)


def screens(name: str, written: str) -> list[Screen]:
    """Everything that grows with what people are called, what they write, and how many they are."""
    asked = written[:LONGEST_QUESTION]
    opened = push.Opened(name, ID, ID, Face.VERY_BAD, TODAY, time(17, 30), name, asked)
    shown = youths.Shown(
        ID, name, TODAY, Phase.UITVOERING_1, 52, name, name, mine=False, coming=Coming(Place.INVITED, TODAY),
        asked_at=time(17, 30), quiet=True,
    )  # fmt: skip
    everybody, code = [person(name)] * MANY, "A" * 22
    return [
        *push.opened(opened, written, TODAY),
        *talk.to_youth(said(name, written), silent=False),
        *talk.to_staff(said(name, written), talk.answer_buttons(ID, ID), silent=False),
        *talk.to_staff(said(name, written, corrected=True), silent=False),
        *talk.to_staff(said(name, written[:1024], Kind.VOICE), silent=False),
        *talk.to_youth(said(name, written[:900], Kind.PHOTO), silent=False),
        messages.overview([messages.Waiting(ID, name, MANY, TODAY, time(17, 30), ID)] * MANY, 0, TODAY),
        talk.which_youth(everybody[:20], ID),
        opening.begin(name, ID),
        opening.preview(name, written[:300], ID, 0),
        checkin.question_of(name, asked, ID),
        checkin.of_before_with_open(TODAY, Face.BAD, TODAY, checkin.Open(ID, TODAY, name, asked)),
        question.preview(name, name, asked, ID),
        question.waits(name, name, asked, TODAY, time(17, 30), TODAY, ID),
        consent.consent(name, name, name, code, "nl"),
        team.overview([listed(name)] * MANY, 0, Button(_("Done"), TeamShown(0))),
        team.confirm_end(listed(name), [name] * MANY),
        handing_over.who_takes_over(person(name), everybody, everybody, 0),
        handing_over.nobody_to_take_over(person(name), everybody),
        youths.overview([shown] * MANY, 0),
        youths.page(shown),
        *_gathered(name, written),
        new_youth.ask_duo(name, everybody, ID, 0),
        new_youth.to_show(name, f"https://t.me/{'b' * 32}?start={code}", TODAY, b"\x89PNG"),
    ]


def _gathered(name: str, written: str) -> list[Screen]:
    """Morning messages and reminders with more than anybody would read."""
    progress = Progress(7, 8, average=True, per_week=7)
    weeks = [digest.Week(name, progress)] * MANY
    own = digest.milestone(name, Milestone.OWN_DATE, written[:LONGEST_OWN_DATE], TODAY, TODAY + timedelta(days=30))
    asks = (Ask.MESSAGES, Ask.SILENCE, Ask.CALL)
    still_open = [Line(ID + n, ID, asks[n % 3], Stands.OPEN, own) for n in range(MANY)]
    half = [*still_open[:5], *(Line(ID + n, ID, Ask.PROMISE, Stands.TOMORROW, own) for n in range(MANY))]
    slips = tuple(Line(ID + n, ID, Ask.TARGET, Stands.OPEN, targets.still(name, progress)) for n in range(MANY))
    return [
        digest.digest(name, still_open, last_week=weeks, this_week=weeks, undo=ID),
        digest.digest(name, half, last_week=weeks, this_week=weeks, undo=ID),
        targets.reminder(slips, undo=ID),
    ]


def length(text: Text, code: str) -> int:
    """As Telegram counts it, with the mark that a repeated message gets."""
    mark = language(code).show(_("(perhaps for the second time)")) + "\n"
    return units(read_html(mark + language(code).show(text)).plain)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_every_message_fits(code: str, name: str, written: str) -> None:
    for screen in screens(name, written):
        room = TEXT if screen.picture is None and screen.original is None else CAPTION
        assert 0 < length(screen.text, code) <= room, language(code).plain(screen.text)[:200]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_button_fits(code: str) -> None:
    for screen in screens(NAMES["emoji"], WRITTEN["letters"]):
        buttons = [button for row in screen.buttons for button in row]
        assert len(buttons) <= 100
        for button in buttons:
            assert button.tap is not None
            assert len(button.tap.data.encode()) <= DATA
            assert language(code).plain(button.label)
