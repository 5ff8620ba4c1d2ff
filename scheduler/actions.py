"""The day of a step: the youth is asked how it stands."""

from __future__ import annotations

from chat.occasion import Manner, Occasion
from chat.screens import action_asked as screens
from chat.screens.action_line import Shown
from programme.actions import ActionState, asked_at
from programme.calendar import within_hours
from programme.workdays import A_DAY
from store import actions, spiderweb, talk, year
from store.journal import Happened
from store.tables import Action, Doubt, Lane, Person


async def ask(occasion: Occasion, action_id: int | None) -> None:
    """Ask once how it stands. On a day on which another was asked about, or that is too much already, tomorrow."""
    row = await occasion.session.get(Action, action_id)
    if row is None or row.by_on is None or not await _holds(occasion, row):
        return
    if await _is_full(occasion, row.youth_id):
        tomorrow = occasion.today + A_DAY
        await actions.ask_later(occasion.session, row, tomorrow, occasion.now, occasion.setting.zone)
        return
    youth = await occasion.session.get_one(Person, row.youth_id)
    manner = Manner(
        kind=actions.ASKED,
        lane=Lane.PLANNED,
        doubt=Doubt.LEAVE,
        about=row.id,
        key=f"action:{row.id}:{row.by_on}:{occasion.today}",
        expires_at=asked_at(row.by_on, occasion.day_began, occasion.setting.zone)[1],
    )
    if await occasion.say(screens.question(await _shown(occasion, row), youth.name, occasion.today), youth, manner):
        row.asked_on = occasion.today
        occasion.note(Happened.ACTION_ASKED, subject=youth)


async def _holds(occasion: Occasion, row: Action) -> bool:
    """Whether it is still to be done, and may be asked about now. A year on hold asks nothing."""
    return (
        row.state is ActionState.OPEN
        and row.removed_at is None
        and within_hours(occasion.now, occasion.setting.zone)
        and await year.pause_on(occasion.session, row.youth_id, occasion.today) is None
    )


async def _is_full(occasion: Occasion, youth_id: int) -> bool:
    session = occasion.session
    return await actions.was_asked_today(session, youth_id, occasion.today) or await talk.asks_nothing_more(
        session, youth_id, occasion.day_began
    )


async def _shown(occasion: Occasion, row: Action) -> Shown:
    own = await spiderweb.own_theme(occasion.session, row.youth_id)
    return Shown(row.id, row.youth_id, row.domain, own, row.step, row.by_on)
