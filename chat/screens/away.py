"""A member of staff is away for a while, now or later; what is theirs goes to the duo meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chat.days import spoken
from chat.language import Text, Value, _, lines, paragraphs
from chat.screen import Button, Rows, Screen, column
from chat.screens.standing_in import BY_NAME, Gap, more, named
from chat.taps import Tap


class AwayShown(Tap, name="away"):
    """What is planned, and for how long from now."""


class AwayChosen(Tap, name="awayfor"):
    """Away through so many days from today; -1 for days that they will type."""

    days: int


class BackTapped(Tap, name="back"):
    """There again."""


class TakenBack(Tap, name="awayoff"):
    """This absence does not come."""

    away_id: int


class DaysChosen(Tap, name="awayon"):
    """From one day through another, each by its number in the calendar."""

    first: int
    through: int


@dataclass(frozen=True)
class Listed:
    """An absence that is going on or planned; both days count."""

    away_id: int
    first: date
    through: date


CHOICES: dict[int, Text] = {0: _("Today"), 1: _("Through tomorrow"), 6: _("A week"), 13: _("Two weeks")}
OTHER = -1


def button(through: date | None, today: date) -> Button:
    """For the page with what they chose."""
    if through is None:
        return Button(_("🌴 I'm away for a bit"), AwayShown())
    return Button(_("🌴 Away through {day}", day=spoken(through, today)), AwayShown())


def page(now: date | None, planned: Sequence[Listed], today: date, *, leads: bool) -> Screen:
    """How long, or back again. `now`: through which day they are away; `leads`: whether youths count on them."""
    goes_on = None if now is None else _("Now you're away through {day}.", day=spoken(now, today))
    listed = [_("Planned: {days}.", days=_days(one, today)) for one in planned]
    what = _("Your duo gets what comes in meanwhile, and your jongeren hear it.") if leads else None
    off = (Button(_("✕ {day}", day=spoken(one.first, today)), TakenBack(one.away_id)) for one in planned)
    text = paragraphs(lines(goes_on, *listed) if now or planned else None, lines(_("How long are you away?"), what))
    return Screen(text, (*column(None if now is None else _back(), *off), *_lengths()))


def _lengths() -> Rows:
    first, second, third, fourth = (Button(label, AwayChosen(days)) for days, label in CHOICES.items())
    return ((first, second), (third, fourth), (Button(_("Other days"), AwayChosen(OTHER)),))


def _days(one: Listed, today: date) -> Value:
    if one.first == one.through:
        return spoken(one.first, today)
    return _("{first} through {last}", first=spoken(one.first, today), last=spoken(one.through, today))


# --- Typed days ---


def type_first() -> Screen:
    """Which day is the first."""
    return Screen(_("From which day? Type it, like 24/12/2026."), column(_never()))


def type_last(first: date, today: date) -> Screen:
    """Which day is the last."""
    away = _("Away from {day}.", day=spoken(first, today))
    return Screen(lines(away, _("Through which day? Type it, like 24/12/2026.")), column(_never()))


def no_such_day() -> Screen:
    """Nothing that can be read as a day."""
    return Screen(_("That's no day I know. Type it like 24/12/2026."), column(_never()))


def past() -> Screen:
    """A day that is over."""
    return Screen(_("That day is over. Type one from today on."), column(_never()))


def too_far() -> Screen:
    """Over a year ahead."""
    return Screen(_("That's over a year away. Type a day before that."), column(_never()))


def too_early(first: date, today: date) -> Screen:
    """The last day before the first."""
    return Screen(_("That is before {day}. Type that day, or a later one.", day=spoken(first, today)), column(_never()))


def too_many() -> Screen:
    """More than anybody keeps in mind."""
    return Screen(_("That's a lot already. Take one back first."), column(Button(_("🌴 Look at them"), AwayShown())))


def _never() -> Button:
    return Button(_("Never mind"), AwayShown())


# --- What they did ---


def gone(one: Listed, today: date, gaps: Sequence[Gap], told: Sequence[str]) -> Screen:
    """They are away, or will be. `gaps`: for whom nobody stands in; `told`: whoever was told of that."""
    waits = (_waits(gap) for gap in gaps[:BY_NAME])
    hear = _("I let {names} know.", names=named(told)) if gaps and told else None
    undo = _back() if one.first <= today else Button(_("Undo"), TakenBack(one.away_id))
    return Screen(lines(_gone(one, today), *waits, more(len(gaps) - BY_NAME), hear), column(undo))


def _gone(one: Listed, today: date) -> Text:
    if one.first <= today:
        return _("Okay, you're away through {day}.", day=spoken(one.through, today))
    if one.first == one.through:
        return _("Okay, you're away {day}.", day=spoken(one.first, today))
    first, last = spoken(one.first, today), spoken(one.through, today)
    return _("Okay, you're away from {first} through {last}.", first=first, last=last)


def _waits(gap: Gap) -> Text:
    if gap.duo is None:
        return _("{name} has no duo, so what they write waits for you.", name=gap.name)
    return _("{duo} isn't always there then, so {name} may wait for you.", duo=gap.duo, name=gap.name)


def back(through: date, today: date) -> Screen:
    """They are there again. `through`: how long it would have been."""
    again = _again(today, through)
    return Screen(_("Welcome back. What your jongeren write comes to you alone again."), column(again))


def there_already() -> Screen:
    """They were not away."""
    return Screen(_("You're not away. All comes to you."), column(_never_away()))


def taken_back(one: Listed, today: date) -> Screen:
    """It does not come."""
    return Screen(
        _("Okay, you'll be there: {days}.", days=_days(one, today)),
        column(_again(one.first, one.through), _never_away()),
    )


def _again(first: date, through: date) -> Button:
    return Button(_("Undo"), DaysChosen(first.toordinal(), through.toordinal()))


def _never_away() -> Button:
    return Button(_("🌴 Look at them"), AwayShown())


def _back() -> Button:
    return Button(_("I'm back"), BackTapped())
