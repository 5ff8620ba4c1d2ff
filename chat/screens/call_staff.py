"""Bel me: what the staff see of it. One message, that always says how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from chat.days import spoken
from chat.language import Text, Verbatim, _, lines, paragraphs, plural
from chat.pages import page_rows
from chat.screen import Button, Rows, Screen, column
from chat.screens.call import WISHES, When
from chat.taps import Tap
from programme.call import CallEnd, Wish
from store.tables import Person


class CallNow(Tap, name="calnow"):
    """They call now."""

    call_id: int


class CallLater(Tap, name="callater"):
    """They call at another moment: which?"""

    call_id: int


class CallAt(Tap, name="calat"):
    """They call at that moment, in minutes of UTC since 1970."""

    call_id: int
    minute: int


class PassOn(Tap, name="calpass"):
    """Somebody else calls: who, at a page?"""

    call_id: int
    page: int


class PassedTo(Tap, name="calto"):
    """This colleague."""

    call_id: int
    person_id: int


class Spoken(Tap, name="calspoken"):
    """They spoke."""

    call_id: int


class NotReached(Tap, name="calmissed"):
    """They called, and nobody answered."""

    call_id: int


class LetGo(Tap, name="caldrop"):
    """They cannot call after all."""

    call_id: int


class CallShown(Tap, name="calshow"):
    """How it stands."""

    call_id: int


@dataclass(frozen=True)
class Shown:
    """A request, as one of the staff sees it. Moments are local."""

    call_id: int
    youth_id: int
    youth: str
    wish: Wish
    asked: When
    age: timedelta
    """How long ago that is."""
    words: str | None
    taken_by: str | None = None
    """Who calls; empty for nobody."""
    mine: bool = False
    """Whether that is whoever looks."""
    promised: When | None = None
    """Until when; None for now."""
    missed: bool = False
    """They called and nobody answered."""
    end: CallEnd | None = None
    ended_by: str | None = None


# What a reminder or a repetition begins with.
STILL = _("Nobody took it yet.")


def alert(shown: Shown, today: date, *, again: bool = False, silent: bool = False) -> Screen:
    """It asks for somebody. A lock screen shows a first name. `again`: they may have heard before."""
    head = _head(shown, today)
    return Screen(paragraphs(lines(head, STILL) if again else head, _words(shown)), _buttons(shown), silent=silent)


def state(shown: Shown, today: date) -> Screen:
    """How it stands."""
    return Screen(paragraphs(_head(shown, today), _words(shown)), _buttons(shown))


def reminder(shown: Shown) -> Screen:
    """It was taken, and nothing came of it yet."""
    name = shown.youth
    mine, other = (
        _("Did you speak with {name}?", name=name),
        _("{by} would call {name}.", by=shown.taken_by or "", name=name),
    )
    asks = mine if shown.mine else lines(other, _("Nothing came of it yet."))
    return Screen(paragraphs(asks, _words(shown)), _buttons(shown, take_over=not shown.mine))


def _head(shown: Shown, today: date) -> Text:
    if shown.end is CallEnd.SPOKEN:
        return _("✓ {by} spoke with {name}.", by=shown.ended_by or "", name=shown.youth)
    if shown.end is CallEnd.WITHDRAWN:
        return _("✓ {name} needs no call any more.", name=shown.youth)
    if shown.missed:
        return _("{name} didn't answer. {name} hears it, and chooses when.", name=shown.youth)
    if shown.taken_by is None:
        when = lines(
            _wish(shown, today), _("Asked {day} at {time}.", day=spoken(shown.asked.day, today), time=shown.asked.at)
        )
        return lines(_("📞 {name} asks for a call.", name=shown.youth), when)
    return _taken(shown, today)


def _wish(shown: Shown, today: date) -> Text:
    if shown.wish is Wish.TOMORROW and shown.asked.day < today:
        return WISHES[Wish.TODAY]
    return WISHES[shown.wish]


def _taken(shown: Shown, today: date) -> Text:
    who = shown.taken_by or ""
    if shown.promised is None:
        return (
            _("You call {name} now.", name=shown.youth)
            if shown.mine
            else _("{by} calls {name}.", by=who, name=shown.youth)
        )
    day, at = spoken(shown.promised.day, today), shown.promised.at
    if shown.mine:
        return _("You call {name} {day} at {time}.", name=shown.youth, day=day, time=at)
    return _("{by} calls {name} {day} at {time}.", by=who, name=shown.youth, day=day, time=at)


def _words(shown: Shown) -> Text | None:
    if shown.words is None or shown.end is not None:
        return None
    return _("About: <tg-spoiler>{words}</tg-spoiler>", words=Verbatim(shown.words))


def _buttons(shown: Shown, *, take_over: bool = False) -> Rows:
    if shown.end is not None:
        return ()
    now, later = Button(_("I call now"), CallNow(shown.call_id)), Button(_("I call at …"), CallLater(shown.call_id))
    spoke = Button(_("Spoke"), Spoken(shown.call_id))
    if shown.taken_by is None:
        return ((now, later), (spoke, Button(_("Pass on"), PassOn(shown.call_id, 0))))
    if not shown.mine:
        return ((now, spoke),) if take_over else ((spoke,),)
    missed = Button(_("Didn't reach them"), NotReached(shown.call_id))
    return ((spoke, missed), (later, Button(_("I can't after all"), LetGo(shown.call_id))))


def which_moment(shown: Shown, moments: Sequence[tuple[datetime, When]], today: date) -> Screen:
    """At which moment? Those that are still within what was asked."""
    buttons = [
        Button(_at(when, today), CallAt(shown.call_id, int(moment.timestamp()) // 60)) for moment, when in moments
    ]
    rows = tuple(tuple(buttons[at : at + 3]) for at in range(0, len(buttons), 3))
    back = column(Button(_("I call now"), CallNow(shown.call_id)), Button(_("Rather not"), CallShown(shown.call_id)))
    none = None if moments else _("There is no moment left within what was asked.")
    return Screen(lines(_("When do you call {name}?", name=shown.youth), none), (*rows, *back))


def _at(when: When, today: date) -> Text:
    if when.day == today:
        return _("{time}", time=when.at)
    return _("{day} {time}", day=spoken(when.day, today), time=when.at)


def which_colleague(shown: Shown, others: Sequence[Person], page: int) -> Screen:
    """Who calls?"""

    def choice(person: Person) -> Button:
        return Button(Verbatim(person.name), PassedTo(shown.call_id, person.id))

    rows = page_rows(others, page, choice, lambda to: PassOn(shown.call_id, to))
    never = Button(_("Rather not"), CallShown(shown.call_id))
    return Screen(_("Who calls {name}?", name=shown.youth), (*rows, (never,)))


def overview(still_open: Sequence[Shown], ended: Sequence[Shown], today: date) -> Screen:
    """/oproepen: what is open, and what was settled today."""
    if not still_open and not ended:
        return Screen(_("Nobody waits for a call."))
    heads = [lines(_head(shown, today), _age(shown.age)) for shown in still_open[:MOST]]
    past = [_head(shown, today) for shown in ended[-MOST:]]
    rows = tuple(
        (
            Button(_("{name}: now", name=shown.youth), CallNow(shown.call_id)),
            Button(_("{name}: spoke", name=shown.youth), Spoken(shown.call_id)),
            Button(_("…"), CallShown(shown.call_id)),
        )
        for shown in still_open[:MOST]
    )
    return Screen(paragraphs(*heads, lines(*past) if past else None), rows)


def _age(age: timedelta) -> Text:
    """Hours up to two days: who waits so long notices each."""
    if age < timedelta(hours=1):
        return plural("Open for {count} minute.", "Open for {count} minutes.", age // timedelta(minutes=1))
    if age < timedelta(days=2):
        return plural("Open for {count} hour.", "Open for {count} hours.", age // timedelta(hours=1))
    return plural("Open for {count} day.", "Open for {count} days.", age.days)


MOST = 8
OVER = _("That one is over already.")


def has_it(name: str) -> Text:
    """On top of the chat: another was first."""
    return _("{name} calls already.", name=name)


def passed(name: str) -> Text:
    """On top of the chat: the other heard of it."""
    return _("{name} hears it now.", name=name)
