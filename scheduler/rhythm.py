"""After the opstart: asks the youth once how to go on."""

from __future__ import annotations

from chat.occasion import Manner, Occasion
from chat.screens import rhythm as screens
from programme.calendar import within_hours
from programme.checkin import expires_at
from programme.rhythm import may_ask_how_to_go_on
from store import checkin, people, rhythm, talk
from store.journal import Happened
from store.tables import CheckinPlan, Doubt, Lane, Person


async def ask(occasion: Occasion, youth_id: int | None) -> None:
    """Ask how to go on. Who is quiet or away that day, or not reached, is asked on a later one: the night plans it."""
    youth = await occasion.session.get_one(Person, youth_id)
    plan = await checkin.plan_of(occasion.session, youth.id)
    if plan is None or not await _is_time(occasion, plan):
        return
    if await talk.asks_nothing_more(occasion.session, youth.id, occasion.day_began):
        occasion.note(Happened.HELD_BACK, subject=youth)
        return
    default = await rhythm.now_for(occasion.session, plan, occasion.today)
    manner = Manner(
        kind=rhythm.QUESTION,
        lane=Lane.PLANNED,
        doubt=Doubt.LEAVE,
        about=youth.id,
        key=f"rhythm:{youth.id}:{occasion.today}",
        expires_at=expires_at(occasion.today, occasion.setting.zone),
    )
    if await occasion.say(screens.question(youth.name, default), youth, manner) is not None:
        plan.rhythm_asked_at = occasion.now
        occasion.note(Happened.RHYTHM_ASKED, subject=youth)


async def _is_time(occasion: Occasion, plan: CheckinPlan) -> bool:
    year = await people.year_of(occasion.session, plan.youth_id)
    in_time = within_hours(occasion.now, occasion.setting.zone)
    return in_time and not rhythm.is_settled(plan) and may_ask_how_to_go_on(occasion.today, year=year)
