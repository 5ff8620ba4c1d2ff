"""After words that hint at suicide it goes round until somebody is in touch: who hears of it, and who after that."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chat import crisis_people as who
from chat.occasion import Manner, Occasion
from chat.screens import crisis as to_youth
from chat.screens import crisis_staff as screens
from chat.screens.crisis import Told
from chat.screens.crisis_staff import ALARM, Alerted
from programme.call import Who
from programme.crisis import AGAIN_AFTER, CALLS_FOR, step
from store import away, call, crisis, outbox, people
from store.away import can_be_reached
from store.journal import Happened
from store.tables import Alarm, Doubt, Lane, OutboxState, Person

# To the youth.
ANSWER = Manner("crisis answer", Lane.URGENT, Doubt.REPEAT_MARKED)


async def sound(occasion: Occasion, youth: Person) -> Alarm:
    """Words of this youth hint at it: nothing planned reaches them any more, and people hear at once.

    A second time soon after the first alerts nobody again; one that takes back "I meant something else" does.
    """
    occasion.note(Happened.CRISIS_HINTED, actor=youth)
    row = await crisis.open_of(occasion.session, youth.id)
    if row is None:
        row = await crisis.begin(occasion.session, youth.id, occasion.now)
    elif row.meant_otherwise_at is not None:
        row.meant_otherwise_at, row.step = None, 0
    else:
        await _once_more(occasion, row)
        return row
    await outbox.take_back_planned(occasion.session, youth.id, occasion.now)
    await go_on(occasion, row, wakes=True)
    return row


async def _once_more(occasion: Occasion, row: Alarm) -> None:
    last = await crisis.last_told(occasion.session, row.id)
    if last is not None and occasion.now - last < AGAIN_AFTER:
        return
    heard = await crisis.who_heard(occasion.session, row.id)
    team = await who.group(occasion, row, Who.TEAM)
    for person in (*team, *(one for one in heard if one not in team and can_be_reached(one))):
        await alert(occasion, row, person, silent=False)


async def go_on(occasion: Occasion, row: Alarm, *, wakes: bool = False) -> None:
    """Tell who is next, and plan who hears of it after them. `wakes`: it sounds at any hour, as words just came."""
    number, there = await who.next_people(occasion, row)
    for person in there:
        silent = not wakes and await who.makes_no_sound(occasion, row, person)
        await alert(occasion, row, person, silent=silent)
    row.step = number + 1 if there else row.step
    within = occasion.setting.escalation
    after = step(row.step, within).after if there else within.again
    await crisis.look_at(occasion.session, row, occasion.now + after)


async def alert(occasion: Occasion, row: Alarm, person: Person, *, silent: bool) -> None:
    """This member of the staff hears of it, and may take it up from now on. What has not left yet is not said twice."""
    again = await crisis.told(occasion.session, row.id, person.id, occasion.now)
    said = await outbox.latest_alive(occasion.session, ALARM, row.youth_id, person.id)
    if again and said is not None and said.state is OutboxState.QUEUED:
        return
    manner = Manner(ALARM, Lane.URGENT, Doubt.REPEAT_MARKED, about=row.youth_id)
    await occasion.say(screens.alert(await seen_as(occasion, row, person), again=again, silent=silent), person, manner)
    occasion.note(Happened.CRISIS_TOLD, actor=person, subject=await occasion.session.get_one(Person, row.youth_id))


# --- How it stands ---


async def seen_as(occasion: Occasion, row: Alarm, person: Person) -> Alerted:
    """How it stands, as this member of the staff sees it."""
    session = occasion.session
    youth = await session.get_one(Person, row.youth_id)
    calling = None if row.calling_by is None else await session.get_one(Person, row.calling_by)
    taker = None if row.taken_up_by is None else await session.get_one(Person, row.taken_up_by)
    return Alerted(
        row.id,
        youth.id,
        youth.name,
        walks=person in await people.team_of(session, youth.id),
        calling=None if calling is None else calling.name,
        taken_by=None if taker is None else taker.name,
        meant_otherwise=row.meant_otherwise_at is not None,
        wants_call=await call.open_of(session, youth.id) is not None,
    )


async def show_all(occasion: Occasion, row: Alarm, *, but: Person | None = None) -> None:
    """Everybody who heard of it sees how it stands now, on the message that told them."""
    for person in await crisis.who_heard(occasion.session, row.id):
        said = await outbox.latest_alive(occasion.session, ALARM, row.youth_id, person.id)
        if said is not None and person is not but:
            await occasion.change(said, screens.state(await seen_as(occasion, row, person)))


async def told(occasion: Occasion, row: Alarm) -> Told:
    """Who knows of it, and who gets what the youth writes on."""
    heard = [person for person in await crisis.who_heard(occasion.session, row.id) if can_be_reached(person)]
    team = await people.team_of(occasion.session, row.youth_id)
    first = [person for person in team if person in heard]
    readers = await away.readers_of(occasion.session, row.youth_id, occasion.today)
    names = [person.name for person in (*first, *(one for one in heard if one not in first))]
    return Told(names, readers.people[0].name if readers.people else None)


# --- What happens meanwhile ---


async def meant_otherwise(occasion: Occasion, row: Alarm) -> None:
    """The youth meant something else: it goes round no more. Who heard still looks, and is asked once more."""
    row.meant_otherwise_at, row.calling_at, row.calling_by = occasion.now, None, None
    if at := await _good_moment(occasion, row):
        await crisis.look_at(occasion.session, row, at)
    await show_all(occasion, row)


async def _good_moment(occasion: Occasion, row: Alarm) -> datetime | None:
    """When somebody is there to be asked; None when nobody ever is."""
    for person in await who.group(occasion, row, Who.TEAM):
        if await who.reads(occasion, person):
            return occasion.now + occasion.setting.escalation.again
    coming = await call.first_to_come(occasion.session, row.youth_id, occasion.now, occasion.setting.zone)
    return None if coming is None else coming[1]


async def ask_to_look(occasion: Occasion, row: Alarm) -> None:
    """Once more, to who is there: somebody should still look at what meant something else."""
    for person in await who.group(occasion, row, Who.TEAM):
        if await who.reads(occasion, person):
            await alert(occasion, row, person, silent=False)


async def calls_now(occasion: Occasion, youth_id: int, person: Person) -> None:
    """This person calls now, as they said elsewhere: of what they heard of, nobody else is asked for a while."""
    row = await crisis.open_of(occasion.session, youth_id)
    if row is None or row.calling_by is not None or await crisis.seen_by(occasion.session, person.id, row.id) is None:
        return
    if await crisis.calls(occasion.session, row, person.id, occasion.now):
        await crisis.look_at(occasion.session, row, occasion.now + CALLS_FOR)
        await show_all(occasion, row)


async def tell_that_somebody_calls(occasion: Occasion, row: Alarm, caller: Person) -> None:
    """The youth hears it at once; also while they want quiet."""
    youth = await occasion.session.get_one(Person, row.youth_id)
    await occasion.say(to_youth.calls_now(caller.name), youth, replace(ANSWER, about=row.id))


async def skip(occasion: Occasion, person: Person) -> None:
    """This member of the staff blocked the bot, left or is away: what they heard of goes on at once."""
    for row in await crisis.open_with(occasion.session, person.id):
        if row.calling_by == person.id:
            row.calling_at = row.calling_by = None
        if row.meant_otherwise_at is None and row.calling_by is None:
            await crisis.look_at(occasion.session, row, occasion.now)
