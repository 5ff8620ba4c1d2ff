"""Where somebody is in a conversation of several steps. A row, so that a restart forgets nothing."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from store.tables import Flow

T = TypeVar("T")

# What somebody types a day later is no answer to what was asked.
LASTS = timedelta(hours=24)


class Step(StrEnum):
    """What the next typed words of a person are an answer to."""

    CHECKIN_TIME = "checkin time"
    CHECKIN_WORDS = "checkin words"
    QUESTION = "question"
    STAFF_WORDS = "staff words"
    WHICH_YOUTH = "which youth"
    AWAY_THROUGH = "away through"
    SETTINGS_TIME = "settings time"
    COLLEAGUE_NAME = "colleague name"
    COLLEAGUE_REGION = "colleague region"
    NEW_NAME = "new name"
    NEW_START = "new start"
    NEW_CHOICE = "new choice"
    CONTACT_DAY = "contact day"
    CONTACT_NOTE = "contact note"
    MILESTONE_DAY = "milestone day"
    OWN_DATE_NAME = "own date name"
    OWN_DATE_DAY = "own date day"
    START_DAY = "start day"
    STOP_DAY = "stop day"
    YEAR_PAUSE_THROUGH = "year pause through"
    HOME_DAY = "home day"
    BIRTHDAY = "birthday"
    NAZORG_DAY = "nazorg day"
    DIGEST_TIME = "digest time"
    AWAY_FROM = "away from"
    HAND_OVER_WORDS = "hand over words"
    OWN_THEME = "own theme"
    ACTION_STEP = "action step"
    ACTION_DAY = "action day"
    REACHABLE_HOURS = "reachable hours"
    PLAN_WORDS = "plan words"


# What a youth types a while after they were asked for a few words of a plan is rather for a person again: it reaches
# one. What was asked can still be answered through a button.
SOONER = timedelta(hours=1)
_SOONER = frozenset({Step.OWN_THEME, Step.ACTION_STEP, Step.ACTION_DAY, Step.PLAN_WORDS})


@dataclass(frozen=True)
class Position:
    """A step, and what was filled in on the way to it."""

    step: Step
    filled: str | None
    since: datetime

    def read(self, form: type[T]) -> T:
        """What was filled in, as the dataclass it was written from."""
        return form(**json.loads(self.filled or "{}"))


async def where(session: AsyncSession, person_id: int, now: datetime) -> Position | None:
    """Where this person is; None outside any flow, or when it is too long ago."""
    row = await session.get(Flow, person_id)
    if row is None or row.step not in {step.value for step in Step}:
        return None
    step = Step(row.step)
    lasts = SOONER if step in _SOONER else LASTS
    return None if row.since < now - lasts else Position(step, row.filled, row.since)


async def go(session: AsyncSession, person_id: int, step: Step, now: datetime, form: Any = None) -> None:
    """Go to a step. `form` is a dataclass of texts and numbers."""
    filled = None if form is None else json.dumps(asdict(form))
    await session.merge(Flow(person_id=person_id, step=step, filled=filled, since=now))
    await session.flush()


async def leave(session: AsyncSession, person_id: int) -> None:
    """Out of any flow."""
    await session.execute(delete(Flow).where(Flow.person_id == person_id))


async def leave_step(session: AsyncSession, person_id: int, step: Step) -> None:
    """Out of this step; elsewhere nothing changes."""
    await session.execute(delete(Flow).where(Flow.person_id == person_id, Flow.step == step))


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Let go of what was begun and left; half a text of somebody's is not kept for nothing."""
    await session.execute(delete(Flow).where(Flow.since < now - LASTS))
