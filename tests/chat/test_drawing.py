"""The facts of a picture wait in the outbox as text, and come back as they went."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

import pytest

from chat.drawing import Drawing, read
from chat.timeline import Answer, Mark, Milestone, Timeline, Week
from programme.checkin import Face

DAY = date(2026, 11, 23)
TIMELINE = Timeline(
    "nl",
    "Sam <3",
    DAY,
    DAY,
    (Week(DAY, 1, 2, 3, 4, target=3), Week(date(2026, 11, 30))),
    (Answer(DAY, Face.BAD),),
    (Milestone(DAY, "evaluatie 1", Mark.DROPPED),),
)


def test_facts_come_back_as_they_went() -> None:
    assert read(json.loads(json.dumps(TIMELINE.write()))) == TIMELINE


def test_each_kind_has_its_own_name() -> None:
    with pytest.raises(ValueError, match="timeline"):

        @dataclass(frozen=True)
        class Other(Drawing, name="timeline"):
            """One that was there already."""


def test_what_is_no_drawing_of_ours_is_not_read() -> None:
    with pytest.raises(KeyError):
        read({"drawing": "radar of tomorrow", "facts": {}})
    with pytest.raises(ValueError, match="Timeline"):
        read({"drawing": "timeline", "facts": {"title": 3}})
