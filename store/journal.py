"""The journal: who, about whom, what kind of thing, when. Never content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from store.tables import Journal


class Happened(StrEnum):
    """The kinds of things that are worth remembering."""

    INVITED = "invited"
    INVITATION_WITHDRAWN = "invitation withdrawn"
    JOINED = "joined"
    MOVED = "moved to another phone"
    ACCESS_ENDED = "access ended"
    HANDED_OVER = "handed over to another begeleider"
    HAND_OVER_DECIDED = "will be handed over"
    HAND_OVER_UNDONE = "will not be handed over"
    DUO_CHANGED = "duo changed"
    CONSENTED = "consented"
    BLOCKED = "blocked the bot"
    UNBLOCKED = "unblocked the bot"
    CHECKIN_ASKED = "check-in asked"
    CHECKIN_ANSWERED = "check-in answered"
    CHECKIN_CHANGED = "check-in changed"
    CHECKIN_WORDS = "words added to a check-in"
    NUDGED = "nudged"
    CALL_ASKED = "call asked"
    WENT_QUIET = "went quiet"
    QUIET_DUO_TOLD = "duo told of the silence"
    SILENCE_SETTLED = "silence settled"
    PAUSED = "paused"
    RESUMED = "resumed"
    STOPPED = "stopped"
    RHYTHM_ASKED = "asked how to go on"
    SETTINGS_CHANGED = "settings changed"
    QUESTION_WRITTEN = "question written"
    QUESTION_WITHDRAWN = "question withdrawn"
    ANSWER_OPENED = "answer opened"
    HEART_SENT = "heart sent"
    WORDS_PASSED_ON = "words passed on"
    SAID_SOMETHING = "said something"
    CORRECTED = "corrected words"
    WITHDRAWN = "words withdrawn"
    NOT_DELIVERED = "words not delivered"
    TALK_SETTLED = "words settled"
    HELD_BACK = "question held back"
    WENT_AWAY = "away for a while"
    CAME_BACK = "back again"
    CONTACT_NOTED = "contact noted"
    CONTACT_MOVED = "contact moved to another day"
    CONTACT_CHANGED = "contact was of another kind"
    CONTACT_REMOVED = "contact removed"
    CONTACT_PUT_BACK = "contact put back"
    NOTE_WRITTEN = "note written beside a contact"
    NOTE_DROPPED = "note beside a contact dropped"
    PROMISED = "will get in touch"
    PROMISE_KEPT = "got in touch"
    PROMISE_DROPPED = "need not get in touch any more"
    DIGEST_SENT = "digest sent"
    TARGETS_SENT = "targets sent"
    PUT_OFF = "put off until the next working day"
    PUT_OFF_NO_MORE = "not put off after all"
    WEEK_OFF = "not this week"
    WEEK_ON = "this week after all"
    TALK_OPENED = "words wait again"
    SILENCE_OPENED = "silence open again"
    PROMISE_OPENED = "will get in touch after all"
    MILESTONE_DONE = "milestone done"
    MILESTONE_MOVED = "milestone moved"
    MILESTONE_DROPPED = "milestone does not fit"
    MILESTONE_OPENED = "milestone open again"
    OWN_DATE_ADDED = "own date added"
    OWN_DATE_REMOVED = "own date removed"
    HEADS_UP = "heads-up of a milestone"
    START_CHANGED = "start of the year changed"
    YEAR_STOPPED = "year ended early"
    YEAR_REOPENED = "year opened again"
    YEAR_PAUSED = "year paused"
    YEAR_RESUMED = "year goes on"
    TARGET_CHANGED = "target changed"
    HOME_ENTERED = "into a temporary home"
    HOME_LEFT = "out of a temporary home"
    BIRTHDAY_CHANGED = "birthday changed"
    NAZORG_BEGAN = "nazorg began"
    NAZORG_CHANGED = "nazorg vast or soepel"
    NAZORG_MOVED = "nazorg contact moved"
    NOT_REACHED = "not reached"
    AWAY_PLANNED = "away planned"
    AWAY_TAKEN_BACK = "away taken back"
    TOLD_AWAY = "told who can be reached"
    HOURS_CHANGED = "reachable hours changed"
    NIGHT_CONTACT_CHANGED = "night contact changed"
    CALL_URGENT = "call: cannot wait"
    CALL_TOLD = "call: somebody heard"
    CALL_CHOSEN = "call: when chosen"
    CALL_TAKEN = "call taken"
    CALL_PASSED_ON = "call passed on"
    CALL_LET_GO = "call let go"
    CALL_MISSED = "call not answered"
    CALL_SPOKEN = "call done"
    CALL_WITHDRAWN = "call withdrawn"
    CALL_REMINDED = "call: reminded"
    CRISIS_HINTED = "words that hint at suicide"
    CRISIS_TOLD = "crisis: somebody heard"
    CRISIS_CALLING = "crisis: somebody calls"
    CRISIS_MEANT_OTHERWISE = "crisis: meant something else"
    CRISIS_TAKEN_UP = "crisis: in touch"
    HELP_NOW = "help lines shown"
    WEB_BEGUN = "spinnenweb begun"
    WEB_FINISHED = "spinnenweb finished"
    WEB_SHARED = "spinnenweb shared"
    WEB_SEEN = "spinnenweb looked at"
    LOOK_BEGUN = "began to say how they see it"
    LOOK_FINISHED = "said how they see it"
    JUSTICE_CHANGED = "out of trouble asked or not"
    OWN_THEME_NAMED = "own theme named"
    ACTION_ADDED = "step added"
    ACTION_CHANGED = "step changed"
    ACTION_DONE = "step done"
    ACTION_DROPPED = "step let go"
    ACTION_OPENED = "step opened again"
    ACTION_REMOVED = "step removed"
    ACTION_ASKED = "step asked after"
    STEP_SKIPPED = "first step skipped"
    WEB_OFFERED = "spinnenweb offered"
    WEB_REMINDED = "spinnenweb offered once more"
    WEB_TOGETHER = "spinnenweb together"
    WEB_BROUGHT_UP = "spinnenweb brought up"
    WEB_NOT_BROUGHT_UP = "spinnenweb not brought up after all"
    PLAN_WORDS = "words of the plan changed"
    PLAN_PAPER = "plan put on paper"
    PAPER_AGAIN = "paper of the plan sent again"


# What a youth does that a person can answer.
SAID_BY_YOUTH = (
    Happened.CHECKIN_ANSWERED,
    Happened.CHECKIN_CHANGED,
    Happened.CHECKIN_WORDS,
    Happened.CALL_ASKED,
    Happened.SAID_SOMETHING,
    Happened.CORRECTED,
)


def note(
    session: AsyncSession, happened: Happened, now: datetime, *, actor: int | None = None, subject: int | None = None
) -> None:
    """Write a line in the journal."""
    session.add(Journal(at=now, actor_id=actor, subject_id=subject, kind=happened))


async def since(session: AsyncSession, after: int) -> Sequence[Journal]:
    """The lines after the one with this id, oldest first."""
    return (await session.scalars(select(Journal).where(Journal.id > after).order_by(Journal.id))).all()


async def last(session: AsyncSession, actor_id: int, kinds: Iterable[Happened]) -> int:
    """The id of the newest line about any of these kinds of things that this person did; 0 when there is none."""
    query = select(func.max(Journal.id)).where(Journal.actor_id == actor_id, Journal.kind.in_(kinds))
    return await session.scalar(query) or 0


async def last_about(session: AsyncSession, actor_id: int, subjects: Iterable[int], since: datetime) -> int | None:
    """The last of these people with whom this person did anything from that moment on; None when with nobody."""
    query = select(Journal.subject_id).where(Journal.actor_id == actor_id, Journal.subject_id.in_(subjects))
    return await session.scalar(query.where(Journal.at >= since).order_by(Journal.id.desc()).limit(1))
