"""The year of a jongere as a picture: when they met and talked, how they were, what was and is coming."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from chat.occasion import Manner
from chat.screens import timeline as screens
from chat.screens.timeline import TimelineTapped
from chat.timeline import Answer, Mark, Milestone, Timeline, Week
from chat.turn import Turn
from handlers.youths import milestone_name, of_button
from programme.checkin import Face
from programme.contacts import ContactKind
from programme.milestones import Milestone as Kind
from programme.milestones import still_matters
from programme.phases import Year
from programme.targets import Walk, aimed_for, monday_of
from programme.timeline import weeks_shown
from store import checkin, contacts, milestones
from store.tables import Contact, MilestoneRow, MilestoneState
from store.youths import Youth

MARKS: dict[MilestoneState, Mark] = {
    MilestoneState.OPEN: Mark.OPEN,
    MilestoneState.DONE: Mark.DONE,
    MilestoneState.DROPPED: Mark.DROPPED,
}


async def drawn(turn: Turn, tap: TimelineTapped) -> None:
    """Show it; taps within the same minute ask for one picture."""
    if youth := await of_button(turn, tap.youth_id):
        minute = turn.now.strftime("%Y-%m-%dT%H:%M")
        manner = Manner(screens.PICTURE, about=youth.person.id, key=f"timeline:{turn.me.id}:{youth.person.id}:{minute}")
        await turn.reply(screens.picture(youth.person.name, await _timeline(turn, youth)), manner)


async def _timeline(turn: Turn, youth: Youth) -> Timeline:
    mondays, youth_id = weeks_shown(youth.year, turn.today), youth.person.id
    met = await contacts.of_youth(turn.session, youth_id, mondays[0])
    answered = await checkin.answered_since(turn.session, youth_id, mondays[0])
    due = await milestones.of_youth(turn.session, youth_id)
    return Timeline(
        language=turn.language.code,
        title=youth.person.name,
        start=youth.year.start,
        today=turn.today,
        weeks=_weeks(youth.walk, mondays, met),
        answers=tuple(Answer(row.day, Face(row.face)) for row in answered if row.face is not None),
        milestones=tuple(_milestone(turn, row) for row in due if _is_shown(row, youth.year)),
    )


def _weeks(walk: Walk, mondays: Sequence[date], met: Sequence[Contact]) -> tuple[Week, ...]:
    count = Counter((monday_of(contact.day), contact.kind) for contact in met)
    return tuple(
        Week(
            monday,
            face_to_face=count[monday, ContactKind.FACE_TO_FACE],
            phone=count[monday, ContactKind.PHONE],
            message=count[monday, ContactKind.MESSAGE],
            network=count[monday, ContactKind.NETWORK],
            target=aimed_for(walk, monday),
        )
        for monday in mondays
    )


def _is_shown(row: MilestoneRow, year: Year) -> bool:
    """Whether it was settled by a person, or still is to come. An own date that was taken away never was one."""
    if row.state is MilestoneState.OPEN:
        return still_matters(row.kind, row.due_on, year)
    is_gone = row.state is MilestoneState.DROPPED and row.kind is Kind.OWN_DATE
    return row.state in MARKS and row.settled_by is not None and not is_gone


def _milestone(turn: Turn, row: MilestoneRow) -> Milestone:
    return Milestone(row.due_on, turn.language.plain(milestone_name(row)), MARKS[row.state])
