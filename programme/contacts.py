"""Contacts between people: what a bot sends is none."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum


class ContactKind(StrEnum):
    """How a begeleider and a youth, or somebody around the youth, were in contact."""

    FACE_TO_FACE = "face to face"
    PHONE = "phone"
    MESSAGE = "message"
    NETWORK = "network"
    """With somebody around the youth: family, a friend, another service."""


# Reading: contact with the youth themselves. A talk with the network is part of the work, and of no silence the end.
WITH_THE_YOUTH = frozenset({ContactKind.FACE_TO_FACE, ContactKind.PHONE, ContactKind.MESSAGE})

# Reading: what was forgotten for longer than this is no contact to be noted but a story to be told.
NOTED_WITHIN = timedelta(days=60)

# A note beside a contact is a few words. Whoever wants to write a report is in the wrong place.
LONGEST_NOTE = 500


def may_be_noted_on(day: date, today: date) -> bool:
    """Whether a contact of `day` can still be noted: today, or up to sixty days back."""
    return today - NOTED_WITHIN <= day <= today
