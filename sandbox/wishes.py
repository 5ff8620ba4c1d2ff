"""What a page can ask for, as it comes in: anything else is refused."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from sandbox.files import ANY
from sandbox.model import MediaKind


class Wish(BaseModel):
    """What a page asks for."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Say(Wish):
    """Write a message, perhaps in reply to another."""

    text: str
    reply_to: int | None = None


class SendFile(Wish):
    """Send a file; what is in it comes beside this. `seconds` is for voice, `emoji` for a sticker."""

    kind: MediaKind
    name: str = Field(min_length=1, max_length=255)
    mime: str = Field(pattern=r"^[\w.+-]+/[\w.+-]+$")
    caption: str = ""
    seconds: int = Field(default=0, ge=0, le=3600)
    emoji: str = Field(default=ANY, max_length=16)
    reply_to: int | None = None
    album: str | None = Field(default=None, max_length=36)


class Place(Wish):
    """Send a place, in degrees."""

    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    reply_to: int | None = None


class Edit(Wish):
    """Change one's own message."""

    message: int
    text: str


class Remove(Wish):
    """Delete a message: for the bot too, or on this phone only."""

    message: int
    only_here: bool = False


class Tap(Wish):
    """Tap the inline button at that place under a message."""

    message: int
    row: int
    column: int


class React(Wish):
    """Put an emoji under a message, or take it away."""

    message: int
    emoji: str | None


class Open(Wish):
    """Open a link to the bot."""

    link: str


class Block(Wish):
    """Block or unblock the bot."""

    blocked: bool


class Doing(StrEnum):
    """What one does with a story."""

    PLAY = "play"
    PAUSE = "pause"
    GO_ON = "go_on"
    NEXT = "next"
    STOP = "stop"


class Direct(Wish):
    """Play the story of that name from the beginning, or go about the one that plays."""

    do: Doing
    story: str | None = None


class Offline(Wish):
    """Lose the connection, or be back."""

    offline: bool


class NewPhone(Wish):
    """Have a new phone, with an account of its own."""


class Trouble(StrEnum):
    """What Telegram says to every call."""

    NONE = "none"
    DOWN = "down"
    TOO_MANY = "429"
    INTERNAL = "500"


class Weather(Wish):
    """How Telegram is: `seconds` for every call, and whether everything comes in twice."""

    trouble: Trouble
    seconds: float = Field(ge=0, le=3)
    twice: bool


class Step(StrEnum):
    """How far to wind the clock."""

    NOW = "now"
    MINUTES = "minutes"
    HOUR = "hour"
    NEXT = "next"
    DAY = "day"
    WEEK = "week"


class Wind(BaseModel):
    """Wind the clock."""

    to: Step


STEPS = {
    Step.NOW: timedelta(),
    Step.MINUTES: timedelta(minutes=10),
    Step.HOUR: timedelta(hours=1),
    Step.DAY: timedelta(days=1),
    Step.WEEK: timedelta(weeks=1),
}
