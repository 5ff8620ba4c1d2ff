"""Nazorg: the year after the year. When a call and a meeting are about due, or nothing planned at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from programme.contacts import ContactKind
from programme.phases import Year, week_of


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
SAID_AGAIN_EVERY = timedelta(weeks=1)
TRIED_AGAIN_AFTER = timedelta(days=2)
"""After "could not reach them"."""


def due_on(kind: ContactKind, year: Year, last: date | None) -> date | None:
    """When the next contact of this kind is about due; None when the table plans none.

    `last` is the last real contact that counts as one of this kind; before the end of the year, or None, the end of
    the year takes its place. Reading: the interval is that of the week in which that contact fell. Raises KeyError for
    a kind that nazorg does not plan.
    """
    base = max(year.ends, last or year.ends)
    stretch = _stretch(week_of(year.ends, base))
    if stretch is None:
        return None
    due = base + {ContactKind.PHONE: stretch.call, ContactKind.FACE_TO_FACE: stretch.meeting}[kind]
    return due if due < year.nazorg_ends else None


def is_said_on(due: date, day: date) -> bool:
    """Whether a contact that is due then has to be brought up on `day`: three days ahead, then, and weekly after."""
    late = day - due
    return late == -SAID_AHEAD or (late >= timedelta(0) and late % SAID_AGAIN_EVERY == timedelta(0))


def _stretch(week: int) -> Stretch | None:
    return next((stretch for stretch in TABLE if week <= stretch.last_week), None)
