"""Contacts between people: what a bot sends is none."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from programme.workdays import A_DAY


class ContactKind(StrEnum):
    """How a begeleider and a youth, or somebody around the youth, were in contact."""

    FACE_TO_FACE = "face to face"
    PHONE = "phone"
    MESSAGE = "message"
    NETWORK = "network"
    """With somebody around the youth: family, a friend, another service."""


class When(StrEnum):
    """When a contact was, as one says it the same day."""

    NOW = "now"
    EARLIER = "earlier"
    """Earlier today."""
    YESTERDAY = "yesterday"
    OTHER = "other"
    """Some other day."""


class DayRefused(StrEnum):
    """Why no contact is noted on a day."""

    TO_COME = "to come"
    TOO_LONG_AGO = "too long ago"


# Reading: contact with the youth themselves. A talk with the network is part of the work, and of no silence the end.
WITH_THE_YOUTH = frozenset({ContactKind.FACE_TO_FACE, ContactKind.PHONE, ContactKind.MESSAGE})

# Reading: who speaks with a youth right now has talked about what the youth wrote before. A message may cross another.
SPOKEN = frozenset({ContactKind.FACE_TO_FACE, ContactKind.PHONE})

# Reading: what was forgotten for longer than this is no contact to be noted but a story to be told.
NOTED_WITHIN = timedelta(days=60)

# Whoever a begeleider did something with this recently is most likely whom a contact is about.
IN_HAND_FOR = timedelta(hours=12)

# A note beside a contact is a few words. Whoever wants to write a report is in the wrong place. Counted as Telegram
# counts, in UTF-16 units.
LONGEST_NOTE = 500


def may_be_noted_on(day: date, today: date) -> bool:
    """Whether a contact of `day` can still be noted: today, or up to sixty days back."""
    return day_refused(day, today) is None


def day_refused(day: date, today: date) -> DayRefused | None:
    """Why no contact can be noted on `day`, or None. Today and sixty days ago can both still be taken."""
    if day > today:
        return DayRefused.TO_COME
    return DayRefused.TOO_LONG_AGO if day < today - NOTED_WITHIN else None


def when(day: date, today: date, *, at_once: bool) -> When:
    """What one calls a contact of `day`; `at_once`: it was noted when it happened."""
    if day == today:
        return When.NOW if at_once else When.EARLIER
    return When.YESTERDAY if day == today - A_DAY else When.OTHER
