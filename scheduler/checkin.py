"""The daily question falls due."""

from __future__ import annotations

from chat.occasion import Manner, Occasion
from chat.screens import checkin as screens
from programme.checkin import choose_opener, expires_at
from store import checkin
from store.journal import Happened
from store.tables import Checkin, CheckinPlan, Doubt, Lane, Person


async def ask(occasion: Occasion, youth_id: int | None) -> None:
    """Ask today's question, and plan the next."""
    youth = await occasion.session.get_one(Person, youth_id)
    plan = await occasion.session.get_one(CheckinPlan, youth_id)
    await checkin.plan_next(occasion.session, plan, occasion.now, occasion.setting.zone)
    if await checkin.on_day(occasion.session, youth.id, occasion.today) is not None:
        return
    previous = await checkin.last(occasion.session, youth.id)
    opener = choose_opener(occasion.setting.chance, None if previous is None else previous.opener, len(screens.OPENERS))
    row = Checkin(youth_id=youth.id, day=occasion.today, opener=opener, asked_at=occasion.now)
    occasion.session.add(row)
    await occasion.session.flush()
    manner = Manner(
        kind="checkin",
        lane=Lane.PLANNED,
        doubt=Doubt.LEAVE,
        about=row.id,
        key=f"checkin:{youth.id}:{row.day}",
        expires_at=expires_at(row.day, occasion.setting.zone),
    )
    await occasion.say(screens.question(youth.name, opener, row.id), youth, manner)
    occasion.note(Happened.CHECKIN_ASKED, subject=youth)
