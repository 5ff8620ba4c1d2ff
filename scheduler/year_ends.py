"""The year is over: nazorg begins, and the youth hears what stays possible."""

from __future__ import annotations

from chat.occasion import Manner, Occasion
from chat.screen import Screen
from chat.screens import after_year as screens
from programme.calendar import within_hours
from programme.checkin import expires_at
from programme.nazorg import TABLE, Nazorg, is_ended_early
from store import people, year_ends
from store.tables import Doubt, Lane, NazorgPlan, Person


async def say(occasion: Occasion, youth_id: int | None) -> None:
    """Once, at a good hour. Who wants quiet hears nothing; the plan is made all the same."""
    session, zone = occasion.session, occasion.setting.zone
    youth = await session.get_one(Person, youth_id)
    plan = await year_ends.begin(session, youth.id, occasion.now, zone)
    if plan is None or not await year_ends.may_be_said(session, youth.id, occasion.now, zone):
        return
    if not within_hours(occasion.now, zone):
        await year_ends.follow(session, youth.id, occasion.now, zone)
        return
    until = expires_at(occasion.today, zone)
    manner = Manner(year_ends.ENDED, Lane.PLANNED, Doubt.LEAVE, about=youth.id, expires_at=until)
    await occasion.say(await _what_stays(occasion, youth, plan), youth, manner)


async def _what_stays(occasion: Occasion, youth: Person, plan: NazorgPlan) -> Screen:
    begeleider = (await people.begeleider_of(occasion.session, youth.id)).name
    if is_ended_early(await people.year_of(occasion.session, youth.id)):
        return screens.year_ended_early(youth.name, begeleider)
    if plan.mode is Nazorg.SOEPEL:
        return screens.year_ended_soepel(youth.name, begeleider)
    return screens.year_ended(youth.name, begeleider, TABLE[0])
