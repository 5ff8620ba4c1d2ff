"""The jongeren somebody walks with: a list, and a card for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chat.days import spoken
from chat.language import Joined, Text, Value, Verbatim, _, lines, paragraphs, plural
from chat.pages import on_page, page_rows
from chat.screen import Button, Rows, Screen, column
from chat.screens import action_line, contacts, milestones, nazorg, opening, plan, question, spiderweb, timeline
from chat.screens.place import said
from chat.screens.shown import Shown, contact, ended_early, faces, home, marks, on_hold, together, when
from chat.taps import Tap
from programme.joining import Place
from programme.nazorg import Nazorg
from programme.phases import Phase
from store.tables import Person


class YouthsShown(Tap, name="youths"):
    """The list, at a page."""

    page: int


class YouthTapped(Tap, name="youth"):
    """One of the list."""

    youth_id: int


class YearShown(Tap, name="year"):
    """What can be changed about the year."""

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
class Ahead:
    """What is coming for a jongere. Each is None where nothing is planned."""

    milestone: Text | None = None
    milestone_on: date | None = None
    nazorg: Nazorg | None = None
    call_on: date | None = None
    meeting_on: date | None = None
    steps: tuple[action_line.Shown, ...] = ()
    """What the youth still wants to do, the soonest first."""


# So many of their steps on a card.
MOST_STEPS = 3
NOTHING_AHEAD = Ahead()


def overview(youths: Sequence[Shown], page: int) -> Screen:
    """Whom they walk with."""
    told = (_lines(youth) for youth in on_page(youths, page))
    return Screen(paragraphs(_("<b>Your jongeren</b>"), *told), page_rows(youths, page, _button, YouthsShown))


def nobody_yet() -> Screen:
    """An empty list."""
    return Screen(_("You have no jongeren here yet. /nieuw adds one."))


def _button(youth: Shown) -> Button:
    return Button(Verbatim(youth.name), YouthTapped(youth.youth_id))


def _lines(youth: Shown) -> Text:
    """Who and where in the year; then how it goes."""
    head: Text = _("<b>{name}</b>: {when}", name=youth.name, when=when(youth))
    head = head if youth.mine else _("{line}, with {begeleider}", line=head, begeleider=youth.begeleider)
    if not youth.has_joined:
        head = _("{line} ({place})", line=head, place=said(youth.coming))
    met = None if youth.together is None else together(youth.together)
    below = _row(contact(youth), on_hold(youth) or met, ended_early(youth))
    shown = faces(youth)
    return lines(head if shown is None else Joined((head, shown), " "), below)


def _row(*parts: Text | None) -> Text:
    return Joined(tuple(part for part in parts if part is not None), ", ")


def page(youth: Shown, ahead: Ahead = NOTHING_AHEAD) -> Screen:
    """All about one, and what can be done."""
    return Screen(
        paragraphs(
            lines(
                _("<b>{name}</b>: {when}", name=youth.name, when=when(youth)),
                *marks(youth),
                faces(youth),
            ),
            lines(contact(youth), _together(youth), _milestone(youth, ahead), *_nazorg(youth, ahead)),
            _steps(youth, ahead),
            lines(
                _("Start: {day} {year}", day=youth.year.start, year=youth.year.start.year),
                _("Year until: {day} {year}", day=youth.year.ends, year=youth.year.ends.year),
                home(youth),
                _("Begeleider: {name}", name=youth.begeleider),
                _("Duo: {name}", name=_("nobody yet") if youth.duo is None else youth.duo),
                _question_time(youth),
                _link(youth),
            ),
        ),
        page_rows_of(youth),
    )


def _together(youth: Shown) -> Text | None:
    progress = youth.together
    if progress is None:
        return None
    if not progress.average:
        return _("Together this week: {met} of {target}", met=progress.met, target=int(progress.target))
    return _("In four weeks: {line}", line=together(progress))


def _milestone(youth: Shown, ahead: Ahead) -> Text | None:
    if ahead.milestone is None or ahead.milestone_on is None:
        return None
    day = spoken(ahead.milestone_on, youth.today)
    if ahead.milestone_on < youth.today:
        return _("Still open: {what}, since {day}", what=ahead.milestone, day=day)
    return _("Next: {what}, {day}", what=ahead.milestone, day=day)


def _steps(youth: Shown, ahead: Ahead) -> Text | None:
    """The soonest few, so that they come up when the two see each other."""
    if not ahead.steps:
        return None
    more = len(ahead.steps) - MOST_STEPS
    rest = plural("And {count} more step.", "And {count} more steps.", more) if more > 0 else None
    return lines(*(action_line.line(each, youth.today) for each in ahead.steps[:MOST_STEPS]), rest)


def _nazorg(youth: Shown, ahead: Ahead) -> tuple[Text | None, ...]:
    def about(day: date | None) -> Value | None:
        return None if day is None else spoken(day, youth.today)

    match ahead.nazorg:
        case None:
            return ()
        case Nazorg.SOEPEL:
            return (_("Nazorg: soepel"),)
        case Nazorg.VAST:
            call, meeting = about(ahead.call_on), about(ahead.meeting_on)
            return (
                _("Nazorg: vast"),
                None if call is None else _("Next call: around {day}", day=call),
                None if meeting is None else _("Next meeting: around {day}", day=meeting),
            )


def _question_time(youth: Shown) -> Text | None:
    if not youth.has_joined:
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
    """What can be done from somebody's card: with them first, then what was and is coming, then the year."""
    joined = youth.has_joined
    with_them = (opening.button(youth.youth_id), question.button(youth.youth_id)) if joined else ()
    return tuple(
        row
        for row in (
            with_them,
            (contacts.button(youth.youth_id), contacts.list_button(youth.youth_id)),
            (nazorg.button(youth.youth_id),) if youth.year.phase_on(youth.today) is Phase.NAZORG else (),
            (milestones.button(youth.youth_id), timeline.button(youth.youth_id)),
            (action_line.button(youth.youth_id), spiderweb.button(youth.youth_id)) if joined else (),
            (plan.button(youth.youth_id),),
            *(() if joined else ((button,) for button in link_buttons(youth))),
            (Button(_("The year"), YearShown(youth.youth_id)),),
            (Button(_("Back to the list"), YouthsShown(0)),),
        )
        if row
    )


def link_buttons(youth: Shown) -> tuple[Button, ...]:
    """What can be done about their link."""
    fresh = _("New link (other phone)") if youth.has_joined else _("New link")
    link, back = YouthLinkTapped(youth.youth_id), YouthLinkTakenBack(youth.youth_id)
    made = (Button(fresh, link),)
    taken_back = (Button(_("Withdraw the link"), back),) if youth.coming.until else ()
    removed = (Button(_("Take off the list"), RemoveTapped(youth.youth_id)),) if _may_go(youth) else ()
    return (*made, *taken_back, *removed)


def _may_go(youth: Shown) -> bool:
    """Whoever never came in and has no link can be taken off by their begeleider."""
    return youth.mine and youth.coming.place is Place.WITHDRAWN


def choose_duo(youth: Shown, others: Sequence[Person], at: int) -> Screen:
    """Another duo, or nobody for now."""

    def choice(person: Person) -> Button:
        return Button(Verbatim(person.name), DuoPicked(youth.youth_id, person.id))

    rows = page_rows(others, at, choice, lambda to: DuosShown(youth.youth_id, to))
    nobody = Button(_("Nobody for now"), DuoPicked(youth.youth_id, 0))
    back = Button(_("Rather not"), YearShown(youth.youth_id))
    return Screen(_("Who is {name}'s duo?", name=youth.name), (*rows, (nobody,), (back,)))


def removed(name: str) -> Screen:
    """Off the list."""
    return Screen(_("Okay. {name} is off your list.", name=name), column(Button(_("Back to the list"), YouthsShown(0))))


def no_duo_any_more(name: str) -> Screen:
    """To whoever was the duo."""
    return Screen(_("You're not {name}'s duo any more.", name=name), silent=True)
