"""A new jongere: first name, start, begeleider, duo, and then the link with its picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chat.language import Text, Value, Verbatim, _, lines, paragraphs
from chat.pages import page_rows
from chat.screen import Button, Rows, Screen, column
from chat.taps import Tap
from programme.names import LONGEST_NAME
from programme.phases import FURTHEST_START, StartRefused
from store.tables import Person


class Field(StrEnum):
    """What is asked about a new jongere."""

    NAME = "name"
    START = "start"
    BEGELEIDER = "begeleider"
    DUO = "duo"


class StartChosen(Tap, name="newstart"):
    """The year began so many days ago. `began` says to which new jongere a button belongs."""

    began: int
    days_ago: int


class BegeleiderChosen(Tap, name="newguide"):
    """Who walks with them."""

    began: int
    person_id: int


class DuoChosen(Tap, name="newduo"):
    """Who is the second one; 0 for later."""

    began: int
    person_id: int


class PeopleShown(Tap, name="newpeople"):
    """The begeleiders to choose from, at a page."""

    began: int
    page: int


class FieldTapped(Tap, name="newfield"):
    """This was not right: ask it again."""

    began: int
    field: Field


class AllRight(Tap, name="newyes"):
    """All of it is right."""

    began: int


class NewDropped(Tap, name="newdrop"):
    """Nobody, after all."""

    began: int


@dataclass(frozen=True)
class Draft:
    """A new jongere as shown before it is made. `begeleider` is None when whoever adds them is it."""

    began: int
    name: str
    start: date
    begeleider: str | None
    duo: str | None


def ask_name(began: int) -> Screen:
    """The first question."""
    return Screen(_("What is the first name?"), _way_out(began))


def name_refused(began: int) -> Screen:
    """Not a name that we can show."""
    return Screen(_("Type a name of 1 to {count} characters, on one line.", count=LONGEST_NAME), _way_out(began))


def ask_start(name: str, began: int) -> Screen:
    """The second."""
    offered = (Button(_("Today"), StartChosen(began, 0)), Button(_("Yesterday"), StartChosen(began, 1)))
    return Screen(
        lines(_("When do you start with {name}?", name=name), _("Another day? Type it, like 24/11/2026.")),
        (offered, *_way_out(began)),
    )


def start_refused(why: StartRefused | None, began: int) -> Screen:
    """Kindly, with the reason. Without one it was no date."""
    reasons: dict[StartRefused | None, Text] = {
        None: _("I don't know that date."),
        StartRefused.TOO_LONG_AGO: _("That is over a year ago."),
        StartRefused.TOO_FAR_AHEAD: _("That is over {days} days away.", days=FURTHEST_START.days),
    }
    again = _("Type another day, like 24/11/2026.")
    offered = (Button(_("Today"), StartChosen(began, 0)), Button(_("Yesterday"), StartChosen(began, 1)))
    return Screen(lines(reasons[why], again), (offered, *_way_out(began)))


def ask_begeleider(name: str, others: Sequence[Person], began: int, page: int) -> Screen:
    """Only when a coördinator adds somebody."""

    def choice(person: Person) -> Button:
        return Button(Verbatim(person.name), BegeleiderChosen(began, person.id))

    rows = page_rows(others, page, choice, lambda to: PeopleShown(began, to))
    return Screen(_("Who is {name}'s begeleider?", name=name), (*rows, *_way_out(began)))


def no_begeleider() -> Screen:
    """There is nobody to walk with them."""
    return Screen(lines(_("There is no begeleider yet."), _("Invite one first, with /team.")))


def ask_duo(name: str, others: Sequence[Person], began: int, page: int) -> Screen:
    """The last question; it can wait."""

    def choice(person: Person) -> Button:
        return Button(Verbatim(person.name), DuoChosen(began, person.id))

    rows = page_rows(others, page, choice, lambda to: PeopleShown(began, to))
    later = Button(_("Later"), DuoChosen(began, 0))
    return Screen(_("Who is {name}'s duo?", name=name), (*rows, (later,), *_way_out(began)))


def summary(draft: Draft) -> Screen:
    """All of it once more, each part to be changed."""
    fields = [Button(_("First name"), _field(draft, Field.NAME)), Button(_("Start"), _field(draft, Field.START))]
    people = [Button(_("Duo"), _field(draft, Field.DUO))]
    if draft.begeleider is not None:
        people.insert(0, Button(_("Begeleider"), _field(draft, Field.BEGELEIDER)))
    yes = Button(_("All right, make the link"), AllRight(draft.began))
    return Screen(
        paragraphs(_("Is this right?"), _facts(draft), _("Something wrong? Tap it.")),
        ((yes,), tuple(fields), tuple(people), *_way_out(draft.began)),
    )


def _field(draft: Draft, field: Field) -> FieldTapped:
    return FieldTapped(draft.began, field)


def _facts(draft: Draft) -> Text:
    duo: Value = _("later") if draft.duo is None else draft.duo
    return lines(
        _("First name: {name}", name=draft.name),
        _("Start: {day} {year}", day=draft.start, year=draft.start.year),
        None if draft.begeleider is None else _("Begeleider: {name}", name=draft.begeleider),
        _("Duo: {name}", name=duo),
    )


def use_the_buttons(began: int) -> Screen:
    """Something was typed where only a tap can answer."""
    return Screen(_("Tap one of the buttons above."), _way_out(began))


def made(draft: Draft) -> Screen:
    """It is done; the link follows as a picture."""
    return Screen(paragraphs(_("✅ {name} is on the list.", name=draft.name), _facts(draft)))


def to_show(name: str, link: str, until: date, picture: bytes) -> Screen:
    """To show in person: a picture to scan, and the same as text."""
    return Screen(
        lines(
            _("Let {name} scan this with the camera.", name=name),
            _("Or send this link, to {name} alone:", name=name),
            Verbatim(link),
            _("It works once, until {day}.", day=until),
        ),
        picture=picture,
    )


def dropped() -> Screen:
    """Nobody is added."""
    return Screen(_("Okay, nobody is added."))


def given_to_you(name: str, start: date) -> Screen:
    """To the begeleider, when a coördinator added somebody."""
    return Screen(
        lines(
            _("{name} comes to you. Start: {day}.", name=name, day=start),
            _("With /jongeren you make a link, to show together."),
        )
    )


def you_are_duo(name: str, begeleider: str) -> Screen:
    """To the duo."""
    return Screen(_("You're {name}'s duo. {begeleider} walks along.", name=name, begeleider=begeleider), silent=True)


def _way_out(began: int) -> Rows:
    return column(Button(_("Rather not"), NewDropped(began)))
