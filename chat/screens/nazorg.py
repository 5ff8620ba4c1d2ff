"""Nazorg, as a begeleider sees it of one youth: what is about due, what was done, and another day for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chat.days import spoken
from chat.language import Text, _, lines, paragraphs
from chat.screen import Button, Rows, Screen, column
from chat.taps import Tap
from programme.contacts import ContactKind
from programme.nazorg import Nazorg

TYPED = 0
"""In place of a day: one that they will type."""


class NazorgShown(Tap, name="nz"):
    """The page about one youth."""

    youth_id: int


class NazorgLeft(Tap, name="nzleave"):
    """Back to the card of this youth."""

    youth_id: int


class DoneTapped(Tap, name="nzdone"):
    """They called, or met, today."""

    youth_id: int
    kind: ContactKind


class DoneUndone(Tap, name="nzundone"):
    """They did not, after all."""

    contact_id: int


class NotReached(Tap, name="nznot"):
    """They tried, and nobody was there."""

    youth_id: int
    kind: ContactKind


class MoveTapped(Tap, name="nzmove"):
    """Another day."""

    youth_id: int
    kind: ContactKind


class MovedTo(Tap, name="nzto"):
    """That day, as its ordinal; TYPED for one they will type."""

    youth_id: int
    kind: ContactKind
    day: int


class MoveUndone(Tap, name="nzback"):
    """Not that day, but what it was before."""

    youth_id: int
    kind: ContactKind
    day: int


class ModeTapped(Tap, name="nzmode"):
    """Vast or soepel from now on."""

    youth_id: int
    mode: Nazorg


class ModeUndone(Tap, name="nzunmode"):
    """Not that, but as it was, since the day with this ordinal."""

    youth_id: int
    mode: Nazorg
    since: int


@dataclass(frozen=True)
class Shown:
    """One youth's nazorg. `due` holds what is planned; `over`: the weeks of nazorg are past."""

    youth_id: int
    name: str
    week: int
    over: bool
    mode: Nazorg
    due: dict[ContactKind, date]


@dataclass(frozen=True)
class Done:
    """What was just done, and how to undo it; None when there is nothing to undo."""

    told: Text
    undo: Tap | None = None


KNOWN = _("That's how it is already.")


def button(youth_id: int) -> Button:
    """For the card of a youth in nazorg."""
    return Button(_("🤝 Nazorg"), NazorgShown(youth_id))


def page(shown: Shown, today: date, done: Done | None = None) -> Screen:
    """What is about due, and everything that can be done about it."""
    undo = None if done is None or done.undo is None else Button(_("Undo"), done.undo)
    text = paragraphs(None if done is None else done.told, _title(shown), _state(shown, today))
    return Screen(text, (*column(undo), *_buttons(shown)))


def _title(shown: Shown) -> Text:
    if shown.over:
        return _("<b>Nazorg of {name}</b>", name=shown.name)
    return _("<b>Nazorg of {name}</b>, week {week}", name=shown.name, week=shown.week)


def _state(shown: Shown, today: date) -> Text:
    always = _("{name} can always call.", name=shown.name)
    if shown.over:
        return lines(_("The nazorg year is over, so nothing is planned any more."), always)
    if shown.mode is Nazorg.SOEPEL:
        return lines(_("Nothing is planned."), always)
    return lines(
        _call(shown.due.get(ContactKind.PHONE), today), _meeting(shown.due.get(ContactKind.FACE_TO_FACE), today)
    )


def _call(due: date | None, today: date) -> Text:
    if due is None:
        return _("Call: nothing planned any more")
    return _("Call: {when}", when=_when(due, today))


def _meeting(due: date | None, today: date) -> Text:
    if due is None:
        return _("Meeting: nothing planned any more")
    return _("Meeting: {when}", when=_when(due, today))


def _when(due: date, today: date) -> Text:
    day, days = spoken(due, today), (due - today).days
    if days < 0:
        return _("was due {day}", day=day) if days == -1 else _("was due around {day}", day=day)
    return _("{day}", day=day) if days <= 1 else _("around {day}", day=day)


def _buttons(shown: Shown) -> Rows:
    back = Button(_("← Back"), NazorgLeft(shown.youth_id))
    if shown.over:
        return ((back,),)
    rows = (_done_buttons(shown.youth_id), *_planning_buttons(shown), (_other_mode(shown),), (back,))
    return tuple(row for row in rows if row)


def _done_buttons(youth_id: int) -> tuple[Button, ...]:
    return (
        Button(_("📞 Called"), DoneTapped(youth_id, ContactKind.PHONE)),
        Button(_("👋 Met"), DoneTapped(youth_id, ContactKind.FACE_TO_FACE)),
    )


def _planning_buttons(shown: Shown) -> Rows:
    if not shown.due:
        return ()
    first = min(shown.due, key=lambda kind: shown.due[kind])
    labels = {ContactKind.PHONE: _("Move the call"), ContactKind.FACE_TO_FACE: _("Move the meeting")}
    moves = tuple(
        Button(label, MoveTapped(shown.youth_id, kind)) for kind, label in labels.items() if kind in shown.due
    )
    return ((Button(_("Not reached"), NotReached(shown.youth_id, first)),), moves)


def _other_mode(shown: Shown) -> Button:
    if shown.mode is Nazorg.VAST:
        return Button(_("Make it flexible"), ModeTapped(shown.youth_id, Nazorg.SOEPEL))
    return Button(_("Make it fixed"), ModeTapped(shown.youth_id, Nazorg.VAST))


def noted(name: str, kind: ContactKind) -> Text:
    """A contact of today."""
    if kind is ContactKind.PHONE:
        return _("Noted: you called {name} today.", name=name)
    return _("Noted: you saw {name} today.", name=name)


def tried_again(kind: ContactKind, day: date, today: date) -> Text:
    """After "not reached"."""
    if kind is ContactKind.PHONE:
        return _("Okay. Calling comes up again {day}.", day=spoken(day, today))
    return _("Okay. Meeting comes up again {day}.", day=spoken(day, today))


def moved(day: date, today: date) -> Text:
    """Another day."""
    return _("Moved to {day}.", day=spoken(day, today))


def switched(name: str, mode: Nazorg, *, hears: bool) -> Text:
    """Vast or soepel. `hears`: the youth can be told."""
    now = _("Okay, fixed from now on.") if mode is Nazorg.VAST else _("Okay, flexible from now on.")
    return lines(now, _("I let {name} know.", name=name) if hears else None)


def undone() -> Text:
    """As it was."""
    return _("Okay, undone.")


def choose_day(shown: Shown, kind: ContactKind, days: Sequence[date], today: date) -> Screen:
    """To which day."""
    when = _when(shown.due[kind], today)
    now = _call_now(shown.name, when) if kind is ContactKind.PHONE else _meet_now(shown.name, when)
    each = (Button(_("{day}", day=spoken(day, today)), MovedTo(shown.youth_id, kind, day.toordinal())) for day in days)
    other = Button(_("Another date"), MovedTo(shown.youth_id, kind, TYPED))
    return Screen(lines(now, _("Which day suits better?")), column(*each, other, _never_mind(shown.youth_id)))


def _call_now(name: str, when: Text) -> Text:
    return _("Calling {name}: {when}.", name=name, when=when)


def _meet_now(name: str, when: Text) -> Text:
    return _("Meeting {name}: {when}.", name=name, when=when)


def type_day(youth_id: int) -> Screen:
    """They want another day than those on offer."""
    return Screen(_("Which day? Type it, like 24/12/2026."), column(_never_mind(youth_id)))


def no_such_day(youth_id: int, last: date) -> Screen:
    """No day at all, or one that is past or after nazorg."""
    until = _("Type one from today through {day} {year}, like 24/12/2026.", day=last, year=last.year)
    return Screen(lines(_("That's no day I can use."), until), column(_never_mind(youth_id)))


def _never_mind(youth_id: int) -> Button:
    return Button(_("Never mind"), NazorgShown(youth_id))


def news(shown: Shown, today: date) -> Screen:
    """To the begeleider: what their youth chose."""
    if shown.mode is Nazorg.VAST:
        told = _("{name} wants fixed moments.", name=shown.name)
    else:
        told = _("{name} prefers flexible.", name=shown.name)
    return Screen(lines(told, _state(shown, today)), column(button(shown.youth_id)), silent=True)
