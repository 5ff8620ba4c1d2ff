"""After the year, as the youth sees it: what stays possible, and how often they are heard from."""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta

from chat.days import spoken
from chat.language import Text, _, lines, paragraphs, plural
from chat.screen import Button, Rows, Screen, column
from chat.screens.call import CALL_ME
from chat.screens.pause import known
from chat.screens.settings import Page, PageTapped
from chat.taps import Tap
from programme.contacts import ContactKind
from programme.nazorg import Nazorg, Stretch


class AsItIs(Tap, name="nzgood"):
    """It is fine as it is."""


class ContactShown(Tap, name="nzmine"):
    """The page on which they choose."""


class ContactChosen(Tap, name="nzpick"):
    """Vast or soepel."""

    mode: Nazorg


Due = dict[ContactKind, date]


def year_ended(name: str, begeleider: str, stretch: Stretch) -> Screen:
    """On the day the year is over. `stretch`: how often they are heard from at first."""
    calls = _("{begeleider} calls you {often}.", begeleider=begeleider, often=_every(stretch.call))
    meets = _("You see each other {often}.", often=_every(stretch.meeting))
    soepel = _("Rather flexible? Then nothing is planned, and you are always welcome.")
    buttons = column(
        Button(_("It's fine like this"), AsItIs()), Button(_("Rather flexible"), ContactChosen(Nazorg.SOEPEL))
    )
    often = lines(calls, meets, _("Later it becomes a bit less."))
    return Screen(
        paragraphs(_over(name), _stays(begeleider), often, lines(soepel, _no_questions(), _settings())), buttons
    )


def year_ended_soepel(name: str, begeleider: str) -> Screen:
    """The same, when nothing is planned already."""
    rather = Button(_("Rather fixed moments"), ContactChosen(Nazorg.VAST))
    text = paragraphs(_over(name), _stays(begeleider), lines(_("Nothing is planned."), _no_questions(), _settings()))
    return Screen(text, column(Button(_("It's fine like this"), AsItIs()), rather))


def year_ended_early(name: str, begeleider: str) -> Screen:
    """Short: somebody who goes another way. What stays possible, and nothing to answer."""
    over = _("Hey {name}, your year with {begeleider} ends here.", name=name, begeleider=begeleider)
    more = _("Want to hear {begeleider} now and then? Choose it in /instellingen.", begeleider=begeleider)
    return Screen(paragraphs(over, _stays(begeleider), more))


def as_it_is(begeleider: str, mode: Nazorg, due: Due, today: date) -> Screen:
    """They leave it so."""
    return Screen(paragraphs(_("Good."), lines(state(begeleider, mode, due, today), _settings())))


def chosen(begeleider: str, mode: Nazorg, due: Due, today: date, *, hears: bool) -> Screen:
    """What they chose. `hears`: the begeleider is told."""
    okay = _("Okay, fixed moments.") if mode is Nazorg.VAST else _("Okay, flexible.")
    text = paragraphs(lines(okay, state(begeleider, mode, due, today)), known(begeleider) if hears else None)
    return Screen(text, column(_rather_other(mode)))


def told(by: str, mode: Nazorg) -> Screen:
    """To the youth, when a begeleider chose."""
    if mode is Nazorg.VAST:
        now = lines(
            _("{name} chose fixed moments for the two of you.", name=by), _("You hear from each other now and then.")
        )
    else:
        now = lines(_("{name} chose flexible for the two of you.", name=by), _nothing())
    return Screen(now, column(_rather_other(mode)), silent=True)


def page(begeleider: str, mode: Nazorg, due: Due, today: date) -> Screen:
    """How it is, and the choice."""
    labels = {
        Nazorg.VAST: _("Fixed: {name} calls at times", name=begeleider),
        Nazorg.SOEPEL: _("Flexible: I'll call myself"),
    }
    rows: Rows = column(
        *(
            Button(_("✓ {choice}", choice=label) if each is mode else label, ContactChosen(each))
            for each, label in labels.items()
        ),
        Button(_("← Back"), PageTapped(Page.HOME)),
    )
    how = _("How do you want to hear from {begeleider}?", begeleider=begeleider)
    return Screen(paragraphs(how, state(begeleider, mode, due, today)), rows)


def button(mode: Nazorg) -> Button:
    """For the page with what they chose."""
    label = _("🤝 Contact: fixed") if mode is Nazorg.VAST else _("🤝 Contact: flexible")
    return Button(label, ContactShown())


def state(begeleider: str, mode: Nazorg, due: Due, today: date) -> Text:
    """How it is. A day that is here or past is one of these days: no promise, and nobody's fault."""
    if mode is Nazorg.SOEPEL or not due:
        return _nothing()
    call, meeting = due.get(ContactKind.PHONE), due.get(ContactKind.FACE_TO_FACE)
    return lines(
        None if call is None else _call(begeleider, call, today),
        None if meeting is None else _meeting(meeting, today),
    )


def _call(begeleider: str, day: date, today: date) -> Text:
    if (day - today).days <= 1:
        return _("{begeleider} calls you one of these days.", begeleider=begeleider)
    return _("{begeleider} calls you around {day}.", begeleider=begeleider, day=spoken(day, today))


def _meeting(day: date, today: date) -> Text:
    if (day - today).days <= 1:
        return _("You see each other one of these days.")
    return _("You see each other around {day}.", day=spoken(day, today))


def _rather_other(mode: Nazorg) -> Button:
    if mode is Nazorg.VAST:
        return Button(_("Rather flexible"), ContactChosen(Nazorg.SOEPEL))
    return Button(_("Rather fixed moments"), ContactChosen(Nazorg.VAST))


def _over(name: str) -> Text:
    return _("Your year is done, {name}.", name=name)


def _stays(begeleider: str) -> Text:
    return lines(
        _("{begeleider} stays there for you.", begeleider=begeleider),
        _("Calling and writing is always fine, and {call_me} keeps working.", call_me=CALL_ME),
    )


def _nothing() -> Text:
    return lines(_("Nothing is planned."), _("Calling is always fine."))


def _no_questions() -> Text:
    return _("I don't ask you anything any more.")


def _settings() -> Text:
    return _("Something else? Always possible with /instellingen.")


def _every(interval: relativedelta) -> Text:
    if interval.months:
        return plural("every month", "every {count} months", interval.months)
    return plural("every week", "every {count} weeks", interval.weeks)
