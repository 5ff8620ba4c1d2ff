"""The jongeren somebody walks with: a list, and a page for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from chat.language import Phrase, Text, Verbatim, _, lines, paragraphs
from chat.pages import on_page, page_rows
from chat.screen import Button, Rows, Screen, column
from chat.screens import handing_over, opening, question
from chat.screens.place import Coming, said
from chat.taps import Tap
from programme.joining import Place
from programme.phases import Phase
from store.tables import Person


class YouthsShown(Tap, name="youths"):
    """The list, at a page."""

    page: int


class YouthTapped(Tap, name="youth"):
    """One of the list."""

    youth_id: int


class YouthLinkTapped(Tap, name="youthlink"):
    """A new link: the first one ran out, or they have another phone."""

    youth_id: int


class YouthLinkTakenBack(Tap, name="youthunlink"):
    """The link that is open works no more."""

    youth_id: int


class DuosShown(Tap, name="duos"):
    """Who can be the duo, at a page."""

    youth_id: int
    page: int


class DuoPicked(Tap, name="duo"):
    """The duo from now on; 0 for none."""

    youth_id: int
    duo_id: int


class RemoveTapped(Tap, name="youthoff"):
    """A jongere who never came in is taken off the list."""

    youth_id: int


@dataclass(frozen=True)
class Shown:
    """A jongere as their begeleider or duo sees them. `mine`: whoever looks is the begeleider.

    `week` counts from the start, and in nazorg from the end of the year. `asked_at` is None before a time was chosen;
    `quiet`: no question comes for now, because they wanted none or because nazorg has none.
    """

    youth_id: int
    name: str
    start: date
    phase: Phase
    week: int
    begeleider: str
    duo: str | None
    mine: bool
    coming: Coming
    asked_at: time | None
    quiet: bool


PHASES: dict[Phase, Phrase] = {
    Phase.OPSTART: _("opstart"),
    Phase.UITVOERING_1: _("uitvoering 1"),
    Phase.UITVOERING_2: _("uitvoering 2"),
    Phase.NAZORG: _("nazorg"),
    Phase.DAARNA: _("daarna"),
}


def overview(youths: Sequence[Shown], page: int) -> Screen:
    """Whom they walk with."""
    told = (_line(youth) for youth in on_page(youths, page))
    return Screen(paragraphs(_("<b>Your jongeren</b>"), lines(*told)), page_rows(youths, page, _button, YouthsShown))


def nobody_yet() -> Screen:
    """An empty list."""
    return Screen(_("You have no jongeren here yet. /nieuw adds one."))


def _button(youth: Shown) -> Button:
    return Button(Verbatim(youth.name), YouthTapped(youth.youth_id))


def _line(youth: Shown) -> Text:
    joined = youth.coming.place is Place.JOINED
    place = None if joined else said(youth.coming)
    line = _("{name}: {when}", name=youth.name, when=_when(youth))
    line = line if youth.mine else _("{line}, with {begeleider}", line=line, begeleider=youth.begeleider)
    return line if place is None else _("{line} ({place})", line=line, place=place)


def _when(youth: Shown) -> Text:
    if youth.week < 1:
        return _("starts {day}", day=youth.start)
    if youth.phase is Phase.DAARNA:
        return PHASES[youth.phase]
    return _("{phase}, week {week}", phase=PHASES[youth.phase], week=youth.week)


def page(youth: Shown) -> Screen:
    """All about one, and what can be done."""
    return Screen(
        paragraphs(
            _("<b>{name}</b>: {when}", name=youth.name, when=_when(youth)),
            lines(
                _("Start: {day} {year}", day=youth.start, year=youth.start.year),
                _("Begeleider: {name}", name=youth.begeleider),
                _("Duo: {name}", name=_("nobody yet") if youth.duo is None else youth.duo),
                _question_time(youth),
                _link(youth),
            ),
        ),
        page_rows_of(youth),
    )


def _question_time(youth: Shown) -> Text | None:
    if youth.coming.place is not Place.JOINED:
        return None
    if youth.asked_at is None:
        return _("Question: no time chosen yet")
    if youth.quiet:
        return _("Question: none for now")
    return _("Question: around {time}", time=youth.asked_at)


def _link(youth: Shown) -> Text | None:
    if youth.coming.until is not None:
        return _("Link: open until {day}", day=youth.coming.until)
    match youth.coming.place:
        case Place.JOINED:
            return None
        case Place.EXPIRED:
            return _("Link: ran out")
        case _:
            return _("Link: none")


def page_rows_of(youth: Shown) -> Rows:
    """What can be done from somebody's page, the daily things first."""
    joined = youth.coming.place is Place.JOINED
    fresh = _("New link (other phone)") if joined else _("New link")
    return column(
        opening.button(youth.youth_id) if joined else None,
        question.button(youth.youth_id) if joined else None,
        Button(_("Choose the duo"), DuosShown(youth.youth_id, 0)) if youth.mine else None,
        handing_over.button(youth.youth_id) if joined and youth.mine else None,
        Button(fresh, YouthLinkTapped(youth.youth_id)),
        Button(_("Withdraw the link"), YouthLinkTakenBack(youth.youth_id)) if youth.coming.until else None,
        Button(_("Take off the list"), RemoveTapped(youth.youth_id)) if _may_go(youth) else None,
        Button(_("Back to the list"), YouthsShown(0)),
    )


def _may_go(youth: Shown) -> bool:
    """Whoever never came in and has no link can be taken off by their begeleider."""
    return youth.mine and youth.coming.place is Place.WITHDRAWN


def choose_duo(youth: Shown, others: Sequence[Person], at: int) -> Screen:
    """Another duo, or nobody for now."""

    def choice(person: Person) -> Button:
        return Button(Verbatim(person.name), DuoPicked(youth.youth_id, person.id))

    rows = page_rows(others, at, choice, lambda to: DuosShown(youth.youth_id, to))
    nobody = Button(_("Nobody for now"), DuoPicked(youth.youth_id, 0))
    back = Button(_("Rather not"), YouthTapped(youth.youth_id))
    return Screen(_("Who is {name}'s duo?", name=youth.name), (*rows, (nobody,), (back,)))


def removed(name: str) -> Screen:
    """Off the list."""
    return Screen(_("Okay. {name} is off your list.", name=name), column(Button(_("Back to the list"), YouthsShown(0))))


def no_duo_any_more(name: str) -> Screen:
    """To whoever was the duo."""
    return Screen(_("You're not {name}'s duo any more.", name=name), silent=True)
