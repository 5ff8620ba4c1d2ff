"""Talking: what a message can be, when words are one talk, when the bot holds back."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from programme.checkin import Face

# Reading: what is written this soon after each other is one talk, in which the bot says once that it passes things on.
SAME_TALK_WITHIN = timedelta(minutes=30)

# Telegram lets a bot delete a message of its own for two days.
WITHDRAWN_WITHIN = timedelta(hours=48)


class Kind(StrEnum):
    """What a message is. Those with room for words carry them; the others stand alone."""

    TEXT = "text"
    CHECKIN = "words with an answer"
    PHOTO = "photo"
    VIDEO = "video"
    ANIMATION = "animation"
    VOICE = "voice"
    AUDIO = "audio"
    DOCUMENT = "document"
    STICKER = "sticker"
    VIDEO_NOTE = "video note"
    LOCATION = "location"
    VENUE = "venue"
    CONTACT = "contact"
    DICE = "dice"


# The kinds that show on a lock screen what is in them, unless they are sent veiled.
SEEN_AT_A_GLANCE = frozenset({Kind.PHOTO, Kind.VIDEO, Kind.ANIMATION})

WITH_ROOM_FOR_WORDS = SEEN_AT_A_GLANCE | {Kind.TEXT, Kind.CHECKIN, Kind.VOICE, Kind.AUDIO, Kind.DOCUMENT}


def is_same_talk(last_at: datetime | None, now: datetime) -> bool:
    """Whether what is said `now` goes on with what was said at `last_at`."""
    return last_at is not None and now - last_at < SAME_TALK_WITHIN


def may_be_withdrawn(said_at: datetime, now: datetime) -> bool:
    """Whether Telegram still takes it off the other's phone."""
    return now - said_at < WITHDRAWN_WITHIN


def holds_back(faces_today: set[Face], *, youth_spoke: bool, staff_spoke: bool) -> bool:
    """Whether the bot asks nothing more today: the youth said today that it goes very badly, or talks with a person.

    Reading: both spoke today. Words that nobody answered yet are no reason to fall silent.
    """
    return Face.VERY_BAD in faces_today or (youth_spoke and staff_spoke)
