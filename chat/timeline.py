"""The year of one youth as facts for a picture. Drawn in chat/charts/timeline.py."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chat.drawing import Drawing
from programme.checkin import Face


@dataclass(frozen=True)
class Week:
    """The contacts of one ISO week, counted by kind, and how often one aims to see each other in it."""

    monday: date
    face_to_face: int = 0
    phone: int = 0
    message: int = 0
    network: int = 0
    target: int | None = None
    """Of meetings face to face; None in a week that has none."""


@dataclass(frozen=True)
class Answer:
    """A check-in that was answered. What was not answered is not drawn."""

    day: date
    face: Face


class Mark(StrEnum):
    """How a milestone stands."""

    DONE = "done"
    OPEN = "open"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Milestone:
    """A day that matters, with a word or two to call it by."""

    day: date
    label: str
    mark: Mark = Mark.OPEN


@dataclass(frozen=True)
class Timeline(Drawing, name="timeline"):
    """The weeks that are shown, in order and without a gap, and what happened and will happen in them.

    What lies outside these weeks is not drawn. Texts are in the language of the drawing already.
    """

    title: str
    """Whose year it is."""
    start: date
    today: date
    weeks: tuple[Week, ...]
    answers: tuple[Answer, ...] = ()
    milestones: tuple[Milestone, ...] = ()
