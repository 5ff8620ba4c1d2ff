"""The longest names, the longest words, the most people: every message still fits in what Telegram takes."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time

import pytest

from chat.language import LANGUAGES, Text, _, language
from chat.screen import Button, Screen
from chat.screens import (
    away,
    checkin,
    consent,
    handing_over,
    meanwhile,
    messages,
    new_youth,
    opening,
    push,
    question,
    standing_in,
    talk,
    team,
    youths,
)
from chat.screens.place import Coming
from chat.screens.talk import Said
from chat.screens.team import Listed, TeamShown
from chat.sent import Sent
from programme.checkin import Face
from programme.contacts import ContactKind
from programme.handing_over import LONGEST_WORDS
from programme.joining import Place
from programme.milestones import Milestone
from programme.names import LONGEST_NAME
from programme.people import Role
from programme.phases import Phase
from programme.question import LONGEST_QUESTION
from programme.reachable import MOST_PLANNED
from programme.talk import Kind
from sandbox.markup import read_html
from sandbox.plain import units
from store.handing_over import Waits
from store.meanwhile import Meanwhile, Quiet
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
        away.page(TODAY, [away.Listed(ID, TODAY, TODAY)] * MOST_PLANNED, TODAY, leads=True),
        away.gone(away.Listed(ID, TODAY, TODAY), TODAY, [standing_in.Gap(name, name)] * MANY, [name] * MANY),
        standing_in.to_duo(name, TODAY, TODAY, TODAY, [name] * MANY),
        standing_in.to_lead(name, TODAY, TODAY, TODAY, [standing_in.Gap(name, name)] * MANY),
        standing_in.to_youth_alone(name, TODAY, TODAY, (name, TODAY), [name, name]),
        meanwhile.summary([_meanwhile(name)] * MANY, TODAY),
        handing_over.to_whom(person(name), everybody, 0),
        handing_over.preview(name, person(name), name, written[:LONGEST_WORDS], TODAY, TODAY, stays=True),
        handing_over.write(person(name), written[:LONGEST_WORDS]),
        handing_over.in_their_words(name, written[:LONGEST_WORDS]),
        handing_over.yours_now(person(name), name, Waits(MANY, promised=True, question=True), knows=True),
        youths.overview([shown] * MANY, 0),
        youths.page(shown),
        new_youth.ask_duo(name, everybody, ID, 0),
        new_youth.to_show(name, f"https://t.me/{'b' * 32}?start={code}", TODAY, b"\x89PNG"),
    ]


def _meanwhile(name: str) -> Meanwhile:
    """Everything at once, over a year."""
    kinds, faces = Counter(dict.fromkeys(ContactKind, MANY)), (Face.VERY_BAD,) * MANY
    quiet = (Quiet(TODAY, name, heard_again=False),) * MANY
    done = (Milestone.LEVENSLIJN,) * MANY
    contacts = {f"{number}{name}": kinds for number in range(MANY)}
    return Meanwhile(ID, name, contacts, faces, MANY, MANY, quiet, done, wants_quiet=True)


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
