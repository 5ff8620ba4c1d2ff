"""A request to be called goes round until somebody takes it: who hears of it now, and who if nobody does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chat.occasion import Manner, Occasion
from chat.screen import Screen
from chat.screens import call as screens
from chat.screens import call_staff
from chat.screens.call import When
from chat.screens.call_staff import Shown
from chat.screens.talk import CALL
from programme.call import Who, next_people_at, outcome_due
from programme.reachable import Reach
from store import away, call, night_contacts, outbox, people, reachable
from store.journal import Happened
from store.tables import Call, Doubt, Lane, OutboxState, Person

# To the youth: how it stands with what they asked.
ANSWER = "call answer"


@dataclass(frozen=True)
class Going:
    """Where a request went: to these people now, else it waits for somebody until a moment (UTC)."""

    told: tuple[Person, ...] = ()
    waits_for: Person | None = None
    until: datetime | None = None


async def go_on(occasion: Occasion, row: Call) -> Going:
    """Tell who is next, and plan who hears of it after them.

    Who blocked the bot, left or is away is passed over at once. Outside the hours of all that are left it waits for
    whoever is there first.
    """
    step, there = await _next_people(occasion, row)
    if not there:
        return await (_wait(occasion, row) if row.urgent_at is None else at_night(occasion, row))
    for person in there:
        await alert(occasion, row, person)
    row.step = step + 1
    await call.look_at(occasion.session, row, await _after(occasion, row, there[0]))
    return Going(told=tuple(there))


async def _next_people(occasion: Occasion, row: Call) -> tuple[int, list[Person]]:
    """The first step from here that reaches somebody who is there now; nobody when none does."""
    for number in range(row.step, max(row.step, occasion.setting.escalation.last) + 1):
        who = occasion.setting.escalation.step(number).who
        group = await call.group(occasion.session, row.youth_id, who, occasion.now, occasion.setting.zone)
        if there := [person for person in group if (await _reach(occasion, person)).reads]:
            return number, there
    return row.step, []


async def _after(occasion: Occasion, row: Call, first: Person) -> datetime:
    """When the next people hear of it, after those who heard now."""
    within = occasion.setting.escalation
    if row.step > 1:
        return occasion.now + within.step(row.step).after
    hours = await reachable.hours_of(occasion.session, first.id)
    asked_on = occasion.local(row.wished_at or row.asked_at).date()
    return next_people_at(row.wish, asked_on, occasion.now, hours, occasion.setting.zone, within)


async def at_night(occasion: Occasion, row: Call) -> Going:
    """It cannot wait: the night contacts hear of it now, and every hour until somebody takes it."""
    contacts = await night_contacts.there(occasion.session, occasion.now, occasion.setting.zone)
    for person in contacts:
        await alert(occasion, row, person)
    if not contacts:
        return await _wait(occasion, row)
    await call.look_at(occasion.session, row, occasion.now + occasion.setting.escalation.again)
    return Going(told=tuple(contacts))


async def _wait(occasion: Occasion, row: Call) -> Going:
    coming = await call.first_to_come(occasion.session, row.youth_id, occasion.now, occasion.setting.zone)
    if coming is None:
        await call.look_at(occasion.session, row, occasion.now + occasion.setting.escalation.again)
        return Going()
    person, at = coming
    await call.look_at(occasion.session, row, at)
    return Going(waits_for=person, until=at)


async def _reach(occasion: Occasion, person: Person) -> Reach:
    return await reachable.reach_of(occasion.session, person.id, occasion.now, occasion.setting.zone)


async def alert(occasion: Occasion, row: Call, person: Person) -> None:
    """This member of the staff hears of it, and may take it from now on. What has not left yet is not said twice."""
    shown = await shown_to(occasion, row, person)
    before = await call.told(occasion.session, row.id, person.id, occasion.now)
    said = await outbox.latest_alive(occasion.session, CALL, row.youth_id, person.id)
    screen = call_staff.alert(shown, occasion.today, again=before or row.step > 0)
    if before and said is not None and said.state is OutboxState.QUEUED:
        await occasion.change(said, screen)
    else:
        await occasion.say(screen, person, alert_manner(row))
    youth = await occasion.session.get_one(Person, row.youth_id)
    occasion.note(Happened.CALL_TOLD, actor=person, subject=youth)


async def tell_again(occasion: Occasion, row: Call, person: Person) -> None:
    """Whoever has it hears that the youth chose another moment."""
    shown = await shown_to(occasion, row, person)
    await occasion.say(call_staff.state(shown, occasion.today), person, alert_manner(row))


async def remind(occasion: Occasion, row: Call) -> None:
    """Nothing came of a call that was taken: first whoever has it hears that, then begeleider and duo, then everybody
    every hour. Only people who are there; with nobody there it waits for the first who is."""
    within = occasion.setting.escalation
    number, there = await _to_remind(occasion, row)
    if not there:
        await _wait(occasion, row)
        return
    youth = await occasion.session.get_one(Person, row.youth_id)
    for person in there:
        await call.told(occasion.session, row.id, person.id, occasion.now)
        shown = await shown_to(occasion, row, person)
        await occasion.say(call_staff.reminder(shown), person, alert_manner(row))
        occasion.note(Happened.CALL_REMINDED, actor=person, subject=youth)
    row.reminded = number + 1
    after = within.step(2).after if row.reminded < len(REMINDED) else within.again
    await call.look_at(occasion.session, row, occasion.now + after)


# Who is reminded that nothing came of it, after whoever has it.
REMINDED = (None, Who.TEAM, Who.EVERYBODY)


async def _to_remind(occasion: Occasion, row: Call) -> tuple[int, list[Person]]:
    for number in range(min(row.reminded, len(REMINDED) - 1), len(REMINDED)):
        if there := [
            person for person in await _group(occasion, row, REMINDED[number]) if (await _reach(occasion, person)).reads
        ]:
            return number, there
    return row.reminded, []


async def _group(occasion: Occasion, row: Call, who: Who | None) -> list[Person]:
    if who is not None:
        return await call.group(occasion.session, row.youth_id, who, occasion.now, occasion.setting.zone)
    taker = await occasion.session.get(Person, row.taken_by)
    return [taker] if taker is not None and await away.is_there(occasion.session, taker, occasion.today) else []


def alert_manner(row: Call) -> Manner:
    """Urgent; what is in doubt comes again, and says so."""
    return Manner(CALL, Lane.URGENT, Doubt.REPEAT_MARKED, about=row.youth_id)


# --- How it stands, to everybody who heard of it ---


async def shown_to(occasion: Occasion, row: Call, person: Person) -> Shown:
    """The request, as this member of the staff sees it. What it is about was said to those who walk with the youth."""
    session = occasion.session
    youth = await session.get_one(Person, row.youth_id)
    taker = None if row.taken_by is None else await session.get_one(Person, row.taken_by)
    ender = None if row.ended_by is None else await session.get_one(Person, row.ended_by)
    later = row.promised_at if row.taken_at and row.promised_at and row.promised_at > row.taken_at else None
    return Shown(
        call_id=row.id,
        youth_id=row.youth_id,
        youth=youth.name,
        wish=row.wish,
        asked=when(occasion, row.asked_at),
        age=occasion.now - row.asked_at,
        words=row.words if person in await people.team_of(session, row.youth_id) else None,
        taken_by=None if taker is None else taker.name,
        mine=taker is not None and taker.id == person.id,
        promised=None if later is None else when(occasion, later),
        missed=row.not_reached_at is not None,
        end=row.end,
        ended_by=None if ender is None else ender.name,
    )


def when(occasion: Occasion, moment: datetime) -> When:
    """A moment as people say it."""
    return When(occasion.local(moment).date(), occasion.local_time(moment))


async def calls_now(occasion: Occasion, row: Call, person: Person) -> bool:
    """This person calls now, as they said elsewhere. False when another has it, or it is over."""
    if row.taken_by is not None or not await call.take(occasion.session, row, person.id, occasion.now, occasion.now):
        return False
    await call.told(occasion.session, row.id, person.id, occasion.now)
    await call.look_at(occasion.session, row, outcome_due(occasion.now, occasion.now))
    occasion.note(Happened.CALL_TAKEN, actor=person, subject=await occasion.session.get_one(Person, row.youth_id))
    await show_all(occasion, row)
    return True


async def show_all(occasion: Occasion, row: Call, *, but: Person | None = None) -> None:
    """Everybody who heard of it sees how it stands now, on the message that told them."""
    for person in await call.who_heard(occasion.session, row.id):
        said = await outbox.latest_alive(occasion.session, CALL, row.youth_id, person.id)
        if said is not None and (but is None or person.id != but.id):
            await occasion.change(said, call_staff.state(await shown_to(occasion, row, person), occasion.today))


# --- How it stands, to the youth ---


async def tell_youth(occasion: Occasion, row: Call, screen: Screen) -> None:
    """The youth hears at once what was done about their request; also while they want quiet: they asked for it."""
    youth = await occasion.session.get_one(Person, row.youth_id)
    await occasion.say(screen, youth, Manner(ANSWER, Lane.URGENT, Doubt.REPEAT_MARKED, about=row.id))


async def gone_round(occasion: Occasion, row: Call, going: Going) -> Screen:
    """What to say to the youth of where it went."""
    begeleider, numbers = await people.begeleider_of(occasion.session, row.youth_id), occasion.setting.help_lines
    readers = await away.readers_of(occasion.session, row.youth_id, occasion.today)
    besides = screens.Besides((readers.people[0] if readers.people else begeleider).name, numbers)
    if going.told:
        return screens.told(row.id, row.wish, going.told[0].name, besides)
    if going.waits_for is not None and going.until is not None:
        night = bool(await night_contacts.there(occasion.session, occasion.now, occasion.setting.zone))
        until = when(occasion, going.until)
        return screens.waits(row.id, row.wish, going.waits_for.name, until, occasion.today, besides, night=night)
    return screens.nobody_reached(row.id, row.wish, begeleider.name, numbers)


async def stands(occasion: Occasion, row: Call) -> Screen:
    """How it stands, to the youth who asks again."""
    if row.wished_at is None:
        return screens.which(row.id)
    taker = None if row.taken_by is None else await occasion.session.get_one(Person, row.taken_by)
    if taker is not None and row.not_reached_at is not None:
        return screens.not_reached(row.id, taker.name)
    if taker is not None:
        promised = row.promised_at if row.promised_at and row.promised_at > occasion.now else None
        return screens.taken(row.id, taker.name, None if promised is None else when(occasion, promised), occasion.today)
    heard = await call.who_heard(occasion.session, row.id)
    return await gone_round(occasion, row, await _as_it_is(occasion, row, heard))


async def _as_it_is(occasion: Occasion, row: Call, heard: Sequence[Person]) -> Going:
    if heard:
        last = [person for person in heard if not person.blocked_at and not person.ended_at]
        return Going(told=tuple(last or heard))
    coming = await call.first_to_come(occasion.session, row.youth_id, occasion.now, occasion.setting.zone)
    return Going() if coming is None else Going(waits_for=coming[0], until=coming[1])


# --- When somebody cannot be reached any more ---


async def skip(occasion: Occasion, person: Person) -> None:
    """This member of the staff blocked the bot, left or is away: what they have goes on at once to somebody else."""
    for row in await call.open_with(occasion.session, person.id):
        if row.taken_by == person.id:
            await call.let_go(occasion.session, row)
            await tell_youth(occasion, row, screens.let_go(row.id, row.wish, person.name))
        if row.taken_by is None:
            await call.look_at(occasion.session, row, occasion.now)
