"""Nazorg: the year after the year. When a call and a meeting are about due, or nothing planned at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from programme.calendar import local_day, slot
from programme.contacts import ContactKind
from programme.phases import Year, week_of
from programme.workdays import A_DAY, A_WEEK, is_working_day, working_day_from, working_day_until


class Nazorg(StrEnum):
    """How a youth and a begeleider keep in touch after the year. Either may change it at any time."""

    VAST = "vast"
    """Due dates from the table."""
    SOEPEL = "soepel"
    """Nothing planned, always welcome."""


@dataclass(frozen=True)
class Stretch:
    """Weeks of nazorg, through `last_week`, with how long after one contact the next is due."""

    last_week: int
    call: relativedelta
    meeting: relativedelta


# The programme's own table. Reading: tweewekelijks is every two weeks, tweemaandelijks every two months.
TABLE: tuple[Stretch, ...] = (
    Stretch(8, call=relativedelta(weeks=2), meeting=relativedelta(months=1)),
    Stretch(18, call=relativedelta(months=1), meeting=relativedelta(months=2)),
    Stretch(52, call=relativedelta(months=2), meeting=relativedelta(months=3)),
)

# The two kinds of contact that nazorg plans.
PLANNED = (ContactKind.PHONE, ContactKind.FACE_TO_FACE)

# Reading: a meeting also counts as a call.
COUNTS_AS: dict[ContactKind, frozenset[ContactKind]] = {
    ContactKind.PHONE: frozenset({ContactKind.PHONE, ContactKind.FACE_TO_FACE}),
    ContactKind.FACE_TO_FACE: frozenset({ContactKind.FACE_TO_FACE}),
}

SAID_AHEAD = timedelta(days=3)
SAID_AGAIN_EVERY = A_WEEK
TRIED_AGAIN_AFTER = timedelta(days=2)

# Reading: what came due while nothing was planned was missed by nobody. It is due within a week of choosing vast.
HEARD_WITHIN = A_WEEK

# When the youth hears that the year is over: on the day itself, be it a Sunday, late enough for who sleeps in and
# before whatever is done together that day. Later than a week after it, it is no news any more.
END_SAID_AT = time(11)
END_SAID_WITHIN = A_WEEK

# A year that is ended early is ended by a tap: for so long it can be mended before the youth hears of it.
TIME_TO_MEND = timedelta(hours=1)

# Likewise for vast or soepel: who taps the wrong one and undoes it, told the youth nothing.
SWITCH_TOLD_AFTER = timedelta(minutes=5)


# What is offered in place of a day, from today; each on the working day then, or after.
OFFERED_AFTER = (A_DAY, A_WEEK, 2 * A_WEEK, 4 * A_WEEK)


@dataclass(frozen=True)
class Chosen:
    """A day that people chose for the next contact of a kind, in place of the table's."""

    day: date
    on: date
    """The day on which they chose it."""


def begins_as(year: Year) -> Nazorg:
    """How nazorg begins. Reading: after a year that was ended early nothing is planned unless somebody wants it."""
    return Nazorg.SOEPEL if is_ended_early(year) else Nazorg.VAST


def is_ended_early(year: Year) -> bool:
    """Whether the year was ended before it was full."""
    return year.ends < year.full


def end_said_at(year: Year, now: datetime, zone: ZoneInfo) -> datetime:
    """The first moment from `now` on, in UTC, at which the youth can hear that the year is over."""
    earliest = now + TIME_TO_MEND if is_ended_early(year) else now
    day = max(year.ends, local_day(earliest, zone))
    due = slot(day, END_SAID_AT, zone)
    return due if due >= earliest else slot(day + A_DAY, END_SAID_AT, zone)


def end_may_be_said(year: Year, joined: date, today: date) -> bool:
    """Whether the end is still news to a youth who came in on the day `joined`; who came in after it knows."""
    return joined < year.ends <= today <= year.ends + END_SAID_WITHIN


def begins_on_day_of(year: Year, day: date) -> bool:
    """Whether `day` is the working day on which staff hear that nazorg began. Who ended a year early knows."""
    return not is_ended_early(year) and working_day_from(year.ends) == day


def due_on(kind: ContactKind, year: Year, last: date | None) -> date | None:
    """When the next contact of this kind is about due by the table; None when it plans none.

    `last` is the last real contact that counts as one of this kind; before the end of the year, or None, the end of
    the year takes its place. Reading: the interval is that of the week in which that contact fell. Raises KeyError for
    a kind that nazorg does not plan.
    """
    base = max(year.ends, last or year.ends)
    stretch = stretch_of(year, base)
    if stretch is None:
        return None
    due = base + {ContactKind.PHONE: stretch.call, ContactKind.FACE_TO_FACE: stretch.meeting}[kind]
    return due if due < year.nazorg_ends else None


def planned_on(kind: ContactKind, year: Year, last: date | None, since: date, chosen: Chosen | None) -> date | None:
    """When the next contact of this kind is about due in vast: the chosen day, else the table's; None for none.

    `since` is the day from which vast holds.
    """
    due = due_on(kind, year, last)
    if chosen is not None:
        due = chosen.day
    elif due is not None:
        due = max(due, since + HEARD_WITHIN)
    return due if due is not None and due < year.nazorg_ends else None


def may_move_to(day: date, year: Year, today: date) -> bool:
    """Whether people can choose `day`: from today to the end of nazorg."""
    return today <= day < year.nazorg_ends


def offered_days(today: date) -> list[date]:
    """The days that are offered in place of one that does not suit."""
    return [working_day_from(today + after) for after in OFFERED_AFTER]


def tried_again_on(today: date) -> date:
    """After "could not reach them": the working day on which it is tried again."""
    return working_day_from(today + TRIED_AGAIN_AFTER)


def is_said_on(due: date, day: date) -> bool:
    """Whether a contact that is due then has to be brought up on `day`: three days ahead, then, and weekly after.

    Nothing is brought up on a day that is not worked. What is said ahead, and on the day, comes on the working day
    before it, as long as there is something to arrange; what is said of a contact that was missed on the one after.
    """
    if not is_working_day(day):
        return False
    return day in {working_day_until(due - SAID_AHEAD), working_day_until(due)} or _is_said_again_on(due, day)


def stretch_of(year: Year, day: date) -> Stretch | None:
    """The row of the table for `day`; None after nazorg. The days before it count as its first."""
    week = week_of(year.ends, max(day, year.ends))
    return next((stretch for stretch in TABLE if week <= stretch.last_week), None)


def _is_said_again_on(due: date, day: date) -> bool:
    # No stretch without a working day is as long as a week: only the newest of the weekly days can have moved to `day`.
    weeks = (day - due) // SAID_AGAIN_EVERY
    return weeks > 0 and working_day_from(due + weeks * SAID_AGAIN_EVERY) == day
