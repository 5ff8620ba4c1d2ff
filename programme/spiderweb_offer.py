"""When a youth is offered to fill in the spinnenweb: a milestone that asks for one is near.

Reading: from a week before its day until that day, which for the first one is the second week of the year. One
reminder; after that it is for a person to bring up.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from programme.calendar import LATEST, slot
from programme.milestones import YOUTH_HEARS_AT
from programme.spiderweb import COUNTS_BEFORE
from programme.workdays import A_WEEK, after_working_days, working_day_from

AHEAD = A_WEEK
REMINDED_AFTER = timedelta(days=3)
# Reading: for a milestone that moves by less, or another one that is as near, what was offered holds.
AGAIN_AFTER = timedelta(weeks=2)


def is_offered(due: date, today: date, *, offered: date | None, finished: date | None) -> bool:
    """Whether it is offered today. `offered`: when it was last, for whatever milestone; `finished`: when the youth
    finished one last."""
    near = due - AHEAD <= today <= due
    lately = offered is not None and today - offered < AGAIN_AFTER
    known = finished is not None and finished >= due - COUNTS_BEFORE
    return near and not lately and not known


def still_holds(due_then: date, due: date) -> bool:
    """Whether what was offered for a milestone holds for the day that it has now. Further off it is offered anew."""
    return abs(due - due_then) < AGAIN_AFTER


def hears_at(today: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From when until when on that day, in UTC, the youth may hear of it."""
    return slot(today, YOUTH_HEARS_AT, zone), slot(today, LATEST, zone)


def reminded_on(offered: date, due: date) -> date | None:
    """The day of the only reminder; None when the milestone is over by then."""
    day = offered + REMINDED_AFTER
    return day if day <= due else None


def is_reminded(offered: date, due: date, today: date) -> bool:
    """Whether the reminder comes today: on its day, or on a later one when the youth wanted quiet."""
    return offered + REMINDED_AFTER <= today <= due


def is_too_late_to_remind(offered: date, due: date, today: date) -> bool:
    """Whether the milestone is over before there was a reminder: a person brings it up."""
    return today > max(due, offered + REMINDED_AFTER)


def brought_up_from(today: date, *, heard: bool) -> date:
    """The working day from which a person brings it up. `heard`: the youth heard or chose something today; otherwise
    nothing reaches them."""
    return after_working_days(today, 1) if heard else working_day_from(today)


def belongs_to(due: date, today: date) -> bool:
    """Whether what begins today can still be for a milestone of that day, from its offer. Further off it moved away, or
    the offer is of long ago."""
    return abs(due - today) <= COUNTS_BEFORE
