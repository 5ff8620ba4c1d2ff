"""What a year asks for: which day each milestone is due, and when it is brought up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from programme.calendar import LATEST, slot
from programme.phases import PLAN_AFTER, Year
from programme.workdays import A_DAY, reminder_day


class Milestone(StrEnum):
    """The kinds. The Dutch words are the programme's own; each has a date in the year of a youth."""

    FIRST_SPIDERWEB = "first spiderweb"
    ONDERSTEUNINGSPLAN = "ondersteuningsplan"
    NETWERKWANDELING = "netwerkwandeling"
    LEVENSLIJN = "levenslijn"
    EVALUATIE_1 = "evaluatie 1"
    EVALUATIE_2 = "evaluatie 2"
    EVALUATIE_3 = "evaluatie 3"
    AFRONDING = "afronding"
    RELATIEGEBAAR = "relatiegebaar"
    TIJDELIJKE_WONING = "tijdelijke woning"
    """The temporary home ends."""
    BIRTHDAY = "birthday"
    OWN_DATE = "own date"
    """Any date that matters, with a name of its own."""


# Reading: "week 1-2" is done by the last day of week 2, "before three months" by the day before.
FIRST_SPIDERWEB_WITHIN = timedelta(weeks=2)
BEFORE = relativedelta(months=3)
BETWEEN_EVALUATIONS = relativedelta(months=3)
EVALUATION_BEFORE_END = timedelta(weeks=6)
TEMPORARY_HOME_LASTS = relativedelta(months=4)

# What is counted from each, and so moves along with it.
MOVES_ALONG: dict[Milestone, tuple[Milestone, ...]] = {
    Milestone.ONDERSTEUNINGSPLAN: (Milestone.EVALUATIE_1, Milestone.EVALUATIE_2),
    Milestone.EVALUATIE_1: (Milestone.EVALUATIE_2,),
}
# Reading: "plan + 3 months" counts from the day on which it was really done. A tap says that it was done, not when: up
# to a week beside its day it counts as done on its day, and nothing moves; further off, on the day of the tap.
AS_GOOD_AS_ON_TIME = timedelta(weeks=1)

# How long ahead each is brought up with the begeleider; the day itself always is.
AHEAD = (timedelta(weeks=2), timedelta(days=2))
AHEAD_OF: dict[Milestone, tuple[timedelta, ...]] = {
    Milestone.TIJDELIJKE_WONING: (timedelta(weeks=6), timedelta(weeks=2)),
    Milestone.BIRTHDAY: (timedelta(days=2),),
}

# Whom it concerns besides the begeleider.
ALSO_THE_DUO = frozenset(
    {Milestone.ONDERSTEUNINGSPLAN, Milestone.EVALUATIE_1, Milestone.EVALUATIE_2, Milestone.EVALUATIE_3}
)
# What the youth hears of the day before. Reading: these are done with them on that very day. The others are a time by
# which something is done: the youth hears of those once a day was chosen for it. Not of the relatiegebaar, which may be
# a surprise, nor of the end of the home or a birthday: that is for a person to say.
WITH_THE_YOUTH = ALSO_THE_DUO | {Milestone.AFRONDING}
WITH_THE_YOUTH_ONCE_CHOSEN = frozenset({Milestone.FIRST_SPIDERWEB, Milestone.NETWERKWANDELING, Milestone.LEVENSLIJN})
# Reading: in the afternoon, when school and work are nearly over and the begeleider can still answer.
YOUTH_HEARS_AT = time(16)

# How far ahead /agenda looks.
SHOWN_AHEAD = timedelta(weeks=8)

# Own dates have a name of so many signs.
LONGEST_NAME = 60

# What may be typed as another day for a milestone, as an own date, and as a birthday. Reading: further off is a slip.
FURTHEST = relativedelta(years=3)
LONGEST_AGO = relativedelta(years=100)
YOUNGEST, OLDEST = relativedelta(years=12), relativedelta(years=40)


def due_dates(year: Year, moved: Mapping[Milestone, date], home_since: date | None) -> dict[Milestone, date]:
    """The day each milestone of the year is due. `moved`: those for which people chose another day, or that were done.

    A moved plan moves the evaluations after it, a moved evaluation the next. `home_since`: the day into a temporary
    home, None without one. Birthdays and own dates are not derived.
    """
    dates = {
        Milestone.FIRST_SPIDERWEB: year.start + FIRST_SPIDERWEB_WITHIN - A_DAY,
        Milestone.ONDERSTEUNINGSPLAN: year.start + PLAN_AFTER,
        Milestone.NETWERKWANDELING: year.start + BEFORE - A_DAY,
        Milestone.LEVENSLIJN: year.start + BEFORE - A_DAY,
        Milestone.EVALUATIE_3: year.full - EVALUATION_BEFORE_END,
        Milestone.AFRONDING: year.ends,
        Milestone.RELATIEGEBAAR: year.ends,
    }
    if home_since is not None:
        dates[Milestone.TIJDELIJKE_WONING] = home_since + TEMPORARY_HOME_LASTS
    plan = moved.get(Milestone.ONDERSTEUNINGSPLAN, dates[Milestone.ONDERSTEUNINGSPLAN])
    dates[Milestone.EVALUATIE_1] = plan + BETWEEN_EVALUATIONS
    first = moved.get(Milestone.EVALUATIE_1, dates[Milestone.EVALUATIE_1])
    dates[Milestone.EVALUATIE_2] = first + BETWEEN_EVALUATIONS
    return {**dates, **{kind: day for kind, day in moved.items() if kind in dates}}


def still_matters(kind: Milestone, due: date, year: Year) -> bool:
    """Whether it is still brought up: what was due after a year that was ended early is not, closing it is."""
    closes = kind in {Milestone.AFRONDING, Milestone.RELATIEGEBAAR}
    of_the_person = kind in {Milestone.TIJDELIJKE_WONING, Milestone.BIRTHDAY, Milestone.OWN_DATE}
    return closes or of_the_person or due < year.ends


def is_said_on(kind: Milestone, due: date, day: date) -> bool:
    """Whether it is brought up on `day`, a working day: ahead of it, on its day and from then on until it is settled.

    What was to be said on a day with something in the way is said before that. A date is never moved, only what is said
    about it.
    """
    return day >= due or any(reminder_day(due - ahead) == day for ahead in (*AHEAD_OF.get(kind, AHEAD), timedelta(0)))


def done_on(due: date, today: date) -> date:
    """The day from which what follows is counted, when it is said today that it was done."""
    return due if abs(today - due) <= AS_GOOD_AS_ON_TIME else today


def youth_hears_of(kind: Milestone, *, chosen: bool) -> bool:
    """Whether the youth gets a heads-up the day before. `chosen`: people chose this day for it."""
    return kind in WITH_THE_YOUTH or (chosen and kind in WITH_THE_YOUTH_ONCE_CHOSEN)


def youth_hears_at(due: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From when until when on the day before, in UTC, the youth may hear of what is due then."""
    return slot(due - A_DAY, YOUTH_HEARS_AT, zone), slot(due - A_DAY, LATEST, zone)


def next_yearly(day: date, after: date) -> date:
    """The first day later than `after` on which a yearly date comes: of 29 February, 28 in a common year."""
    years = (day + relativedelta(years=count) for count in range(max(0, after.year - day.year), after.year + 2))
    return next(each for each in years if each > after)


def may_be_moved_to(day: date, today: date) -> bool:
    """Whether a milestone or an own date can be on that day: from today on, up to three years ahead."""
    return today <= day <= today + FURTHEST


def may_come_back(day: date, today: date) -> bool:
    """Whether a day that is past can come back every year."""
    return today - LONGEST_AGO <= day < today


def may_be_birthday(day: date, today: date) -> bool:
    """Whether somebody in the programme, or just before or after it, can be born on that day."""
    return today - OLDEST <= day <= today - YOUNGEST
