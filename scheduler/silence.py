"""Two days without any sign of life: the begeleider hears of it, and two days later the duo too.

While the begeleider is away the duo hears it instead.
"""

from __future__ import annotations

from datetime import datetime

from chat.occasion import Manner, Occasion
from chat.screen import Screen
from chat.screens import silence as screens
from programme.silence import duo_hears_at, going_quiet_after, reasonable_for_staff
from store import agenda, away, checkin, pause, people, silence
from store.agenda import Duty
from store.journal import Happened
from store.tables import Checkin, CheckinPlan, Doubt, Lane, Person, Silence


async def tell_begeleider(occasion: Occasion, youth_id: int | None) -> None:
    """Tell the begeleider, once for each silence, at an hour that is fair."""
    session = occasion.session
    youth = await session.get_one(Person, youth_id)
    begun = await _begun(occasion, youth)
    if begun is None or await silence.begun_by(session, youth.id, begun.asked_at) is not None:
        return
    if (due := reasonable_for_staff(occasion.now, occasion.setting.zone)) > occasion.now:
        await agenda.plan(session, Duty.SILENCE, youth.id, due, key=f"{begun.id}:{due.isoformat()}")
        return
    quiet = Silence(youth_id=youth.id, since=begun.asked_at, begeleider_told_at=occasion.now)
    session.add(quiet)
    await session.flush()
    hears = await away.in_charge(session, youth.id, occasion.today)
    told = await occasion.say(await _went_quiet(occasion, youth, quiet), hears, _manner(quiet))
    occasion.note(Happened.WENT_QUIET, subject=youth)
    if told is not None and hears.id != (await people.begeleider_of(session, youth.id)).id:
        quiet.duo_told_at = occasion.now
        return
    await _plan_duo(occasion, quiet, occasion.now if told is None else duo_hears_at(occasion.now))


async def tell_duo(occasion: Occasion, silence_id: int | None) -> None:
    """Tell the duo, unless it was taken up or the youth was heard."""
    quiet = await occasion.session.get_one(Silence, silence_id)
    youth = await occasion.session.get_one(Person, quiet.youth_id)
    duo = await people.duo_of(occasion.session, youth.id)
    if quiet.settled_at is not None or quiet.duo_told_at is not None or duo is None:
        return
    if await _begun(occasion, youth) is None:
        return
    if (due := reasonable_for_staff(occasion.now, occasion.setting.zone)) > occasion.now:
        await _plan_duo(occasion, quiet, due)
        return
    quiet.duo_told_at = occasion.now
    await occasion.say(await _still_quiet(occasion, youth, quiet), duo, _manner(quiet))
    occasion.note(Happened.QUIET_DUO_TOLD, subject=youth)


async def _begun(occasion: Occasion, youth: Person) -> Checkin | None:
    """The question with which a silence began; None when there is none to speak of."""
    if youth.ended_at is not None or youth.blocked_at is not None:
        return None
    if await pause.keeps_quiet(occasion.session, youth.id, occasion.now):
        return None
    plan = await occasion.session.get_one(CheckinPlan, youth.id)
    begun = await silence.first_unanswered(occasion.session, plan, occasion.now)
    return begun if begun is not None and going_quiet_after(begun.asked_at) <= occasion.now else None


async def _went_quiet(occasion: Occasion, youth: Person, quiet: Silence) -> Screen:
    last = await checkin.last_face(occasion.session, youth.id)
    return screens.went_quiet(youth.name, _days(quiet, occasion.now), last, occasion.today, quiet.id, youth.id)


async def _still_quiet(occasion: Occasion, youth: Person, quiet: Silence) -> Screen:
    """With whom to look together, when the begeleider is there."""
    begeleider = await people.begeleider_of(occasion.session, youth.id)
    if await away.is_there(occasion.session, begeleider, occasion.today):
        return screens.still_quiet(youth.name, begeleider.name, _days(quiet, occasion.now), quiet.id, youth.id)
    return await _went_quiet(occasion, youth, quiet)


async def _plan_duo(occasion: Occasion, quiet: Silence, due: datetime) -> None:
    await agenda.plan(occasion.session, Duty.SILENCE_DUO, quiet.id, due, key=f"{quiet.id}:{due.isoformat()}")


def _days(quiet: Silence, now: datetime) -> int:
    return (now - quiet.since).days


def _manner(quiet: Silence) -> Manner:
    return Manner(screens.PUSH, Lane.PLANNED, Doubt.REPEAT_MARKED, about=quiet.id)
