"""Somebody is away from today on, or works again: the duo, the youths and they themselves hear what that means."""

from __future__ import annotations

from chat import calling, crisis
from chat.occasion import Manner, Occasion
from chat.screen import Screen
from chat.screens import meanwhile as summary
from chat.screens import standing_in as screens
from programme.calendar import next_within_hours, within_hours
from programme.checkin import expires_at
from programme.reachable import youths_hear_of
from programme.silence import reasonable_for_staff
from store import agenda, away, meanwhile, people, silence, standing_in, team
from store.agenda import Duty
from store.journal import Happened
from store.standing_in import TOLD_DUO, TOLD_YOUTH, Told
from store.tables import AwayRow, Doubt, Lane, Person


async def begins(occasion: Occasion, away_id: int | None) -> None:
    """They are away, or who stands in for them changed: whoever was not told how it is now, is told."""
    row = await occasion.session.get_one(AwayRow, away_id)
    person = await occasion.session.get_one(Person, row.person_id)
    if not row.first <= occasion.today <= row.through or person.ended_at is not None:
        return
    await calling.skip(occasion, person)
    await crisis.skip(occasion, person)
    await _tell_duos(occasion, row, person)
    if not within_hours(occasion.now, occasion.setting.zone):
        due = next_within_hours(occasion.now, occasion.setting.zone)
        await agenda.plan(occasion.session, Duty.AWAY_BEGINS, row.id, due, key=f"{row.id}:at {due}")
        return
    for youth in await people.youths_of(occasion.session, person.id):
        await _tell_youth(occasion, youth)


async def _tell_duos(occasion: Occasion, row: AwayRow, person: Person) -> None:
    """Each duo who is there, once for the same absence and the same youths; a silence nobody took up is theirs too."""
    for duo, youths in (await standing_in.stand_ins(occasion.session, person)).items():
        if not await away.is_there(occasion.session, duo, occasion.today):
            continue
        whose = "-".join(str(youth.id) for youth in youths)
        key = f"stands in:{row.id}:{row.through}:{duo.id}:{whose}"
        screen = screens.to_duo(person.name, row.first, row.through, occasion.today, [youth.name for youth in youths])
        await occasion.say(screen, duo, Manner(TOLD_DUO, about=row.id, key=key))
        for youth in youths:
            for quiet in await silence.not_settled(occasion.session, youth.id):
                due = reasonable_for_staff(occasion.now, occasion.setting.zone)
                await agenda.plan(
                    occasion.session, Duty.SILENCE_DUO, quiet.id, due, key=f"{quiet.id}:{due.isoformat()}"
                )


async def _tell_youth(occasion: Occasion, youth: Person) -> None:
    """Who is away, until when, and who reads meanwhile; once for as long as it is so."""
    session, today = occasion.session, occasion.today
    begeleider = await people.begeleider_of(session, youth.id)
    row = await away.row_on(session, begeleider.id, today)
    if row is None or not youths_hear_of(row.first, row.through, ahead=_was_planned(occasion, row)):
        return
    now = await standing_in.to_tell(session, youth.id, row, today)
    if await standing_in.last_told(session, youth.id, occasion.now) == now:
        return
    if await occasion.say(await _who_reads(occasion, youth, row), youth, _manner(occasion, now, youth)) is not None:
        occasion.note(Happened.TOLD_AWAY, actor=begeleider, subject=youth)


def _was_planned(occasion: Occasion, row: AwayRow) -> bool:
    """Whether it was planned before its first day."""
    return occasion.local(row.since).time() == row.since.min.time()


async def _who_reads(occasion: Occasion, youth: Person, row: AwayRow) -> Screen:
    begeleider = await people.begeleider_of(occasion.session, youth.id)
    duo = await away.stand_in(occasion.session, youth.id, occasion.today)
    if duo is not None:
        return screens.to_youth(begeleider.name, row.through, occasion.today, duo.name)
    reached = [one for one in await people.team_of(occasion.session, youth.id) if away.can_be_reached(one)]
    others = [(one.name, theirs.through) for one in reached if (theirs := await _away_too(occasion, one, begeleider))]
    names = [one.name for one in reached]
    return screens.to_youth_alone(
        begeleider.name, row.through, occasion.today, others[0] if others else None, names, occasion.setting.help_lines
    )


async def _away_too(occasion: Occasion, person: Person, begeleider: Person) -> AwayRow | None:
    return None if person is begeleider else await away.row_on(occasion.session, person.id, occasion.today)


def _manner(occasion: Occasion, told: Told, youth: Person) -> Manner:
    return Manner(
        TOLD_YOUTH,
        Lane.PLANNED,
        Doubt.LEAVE,
        about=told.away_id,
        key=told.key(youth.id, occasion.now),
        not_before=next_within_hours(occasion.now, occasion.setting.zone),
        expires_at=expires_at(occasion.today, occasion.setting.zone),
    )


async def ends(occasion: Occasion, away_id: int | None) -> None:
    """They work again. Whoever is away again by then hears it all when that is over; two that are over by the same
    working day end once, with the last."""
    session = occasion.session
    row = await session.get_one(AwayRow, away_id)
    person = await session.get_one(Person, row.person_id)
    if person.ended_at is not None or await away.row_on(session, person.id, occasion.today) is not None:
        return
    if await away.ends_with_a_later(session, row):
        return
    for duo in await standing_in.stand_ins(session, person):
        fair = reasonable_for_staff(occasion.now, occasion.setting.zone)
        await occasion.say(screens.back(person.name), duo, Manner("away", Lane.PLANNED, about=row.id, not_before=fair))
    led = await team.led_by(session, person.id)
    for youth in led:
        await _tell_youth_of_return(occasion, youth, row, person)
    seconded = await team.seconded_by(session, person.id)
    await away.look_again(session, [youth.id for youth in seconded], occasion.now, occasion.today)
    if led:
        since = await away.began(session, row)
        found = [await meanwhile.of_youth(session, youth, person.id, since, occasion.setting.zone) for youth in led]
        await occasion.say(summary.summary(found, occasion.today), person, Manner("meanwhile", about=row.id))


async def _tell_youth_of_return(occasion: Occasion, youth: Person, row: AwayRow, person: Person) -> None:
    """Only those who were told that it would last longer."""
    told = await standing_in.last_told(occasion.session, youth.id, occasion.now)
    if told is None or told.away_id != row.id or told.through < occasion.today:
        return
    now = Told(row.id, row.through, 0)
    if await occasion.say(screens.back_to_youth(person.name), youth, _manner(occasion, now, youth)) is not None:
        occasion.note(Happened.TOLD_AWAY, actor=person, subject=youth)
