"""What people do in a random life, each deed through the phones; what they know of it is written down with it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta

from programme.phases import StopReason
from sandbox.model import Message
from store import year
from store.tables import YearPause
from tests.scenarios.random_year import AGO, FACES, NOT_THIS_WEEK, PHASES, Life
from tests.scenarios.year_as_written import A_DAY, days, monday

PAUSES = {"Vandaag": 1, "3 dagen": 3, "Een week": 7, "Tot ik het zeg": None}
ABSENCES = {"Vandaag": 0, "Tot en met morgen": 1, "Een week": 6, "Twee weken": 13}
MET, KINDS = "Samen", ("Samen", "Gebeld", "Bericht", "Netwerk")
FOREVER = datetime.combine(date.max, time(0))
UNDO = "Ongedaan maken"


async def notes(life: Life) -> None:
    """A contact: today, yesterday or on another day."""
    young, chance = life.any_youth(), life.chance
    kind = chance.choice([MET, MET, MET, *KINDS])
    ago = chance.choice([0, 0, 0, 1, 2, 4, 8, 20])
    who = chance.choice(sorted(young.team))
    phone = life.by(who, f"notes {kind} with {young.name}, {ago} days ago")
    await phone.says("/contact")
    if young.name not in phone.sees()[-1].plain:
        if any("Iemand anders" in button.text for button in phone.sees()[-1].buttons):
            await phone.taps("Iemand anders", on="Hoe had je contact")
        await phone.taps(young.name, on="Met wie had je contact")
    await phone.taps(kind, on=f"Hoe had je contact met {young.name}")
    noted = f"Genoteerd: {young.name}"
    if ago == 1:
        await phone.taps("Gisteren", on=noted)
    elif ago:
        await phone.taps("Andere dag", on=noted)
        await phone.says(f"{life.today - ago * A_DAY:%d/%m/%Y}")
    if kind == MET:
        message = next(one for one in reversed(phone.sees()) if one.plain.startswith(noted))
        young.met.append(life.today - ago * A_DAY)
        life.noted.append((young, young.met[-1], who, message.id))


async def takes_back(life: Life) -> None:
    """A meeting was none."""
    if life.noted:
        young, day, who, number = life.noted.pop(life.chance.randrange(len(life.noted)))
        phone = life.by(who, f"takes back the meeting with {young.name} of {day}")
        message = next(one for one in phone.sees() if one.id == number)
        undo = next(button for button in message.buttons if UNDO in button.text)
        await phone.forges(undo.data or "", on=message)
        young.met.remove(day)


async def goes(life: Life) -> None:
    """Somebody is away, from now or from another day on."""
    name = life.chance.choice(list(life.away))
    label = life.chance.choice([*ABSENCES, "Andere dagen"])
    first = life.today + life.chance.randint(1, 6) * A_DAY
    last = first + life.chance.randint(0, 5) * A_DAY
    phone = life.by(name, f"is away: {label} ({first} through {last})")
    await phone.says("/afwezig")
    await phone.taps(label, on="Hoelang ben je er niet?")
    if label in ABSENCES:
        life.away[name] -= _goes_on(life, name)
        life.away[name] |= set(days(life.today, life.today + ABSENCES[label] * A_DAY))
    else:
        await phone.says(f"{first:%d/%m/%Y}")
        await phone.says(f"{last:%d/%m/%Y}")
        life.away[name] |= set(days(first, last))


async def returns(life: Life) -> None:
    """Somebody is back."""
    name = life.chance.choice(list(life.away))
    if life.today in life.away[name]:
        phone = life.by(name, "is back")
        await phone.says("/afwezig")
        await phone.taps("Ik ben er weer", on="Hoelang ben je er niet?")
        life.away[name] -= _goes_on(life, name)


def _goes_on(life: Life, name: str) -> set[date]:
    """From today on the days of the absence that is going on."""
    found, day = set(), life.today
    while day in life.away[name]:
        found.add(day)
        day += A_DAY
    return found


async def puts_aside(life: Life) -> None:
    """Of the last reminder of this week: not this week, or after all."""
    last = life.reminders()[-1]
    shown = next(one for one in life.phones[last.to].sees() if one.id == last.message.id)
    labels = [button.text for button in shown.buttons if NOT_THIS_WEEK in button.text or UNDO in button.text]
    if not labels:
        return
    label = life.chance.choice(labels)
    phone = life.by(last.to, f"taps {label}")
    button = next(button for button in shown.buttons if button.text == label)
    before = _put_aside(life, shown)
    await phone.forges(button.data or "", on=shown)
    after = _put_aside(life, next(one for one in phone.sees() if one.id == shown.id))
    for name in after - before:
        life.youths[name].weeks_off.add(monday(life.today))
    for name in before - after:
        life.youths[name].weeks_off.discard(monday(life.today))


def _put_aside(life: Life, shown: Message) -> set[str]:
    """Whom the message says are put aside."""
    lines = [line for line in shown.plain.split("\n") if NOT_THIS_WEEK.lower() in line]
    return {name for line in lines for name in life.youths if name in line}


async def holds(life: Life) -> None:
    """A year is put on hold from today on, or goes on."""
    young, zone = life.any_youth(), life.town.spoor.setting.zone
    held = next((one for one in young.on_hold if one[0] <= life.today <= one[1]), None)
    through = life.today - A_DAY if held else life.today + life.chance.choice([0, 3, 10, 400]) * A_DAY
    life.by(young.begeleider, f"puts {young.name}'s year on hold through {through}")
    async with life.town.spoor.database.write() as session:
        if held:
            row: YearPause | None = await year.pause_on(session, young.id, life.today)
            assert row is not None
            year.set_end(row, through)
            young.on_hold.remove(held)
        else:
            await year.pause(session, young.id, life.today, through)
        await year.replan(session, young.id, life.town.now(), zone)
    young.on_hold.append((held[0] if held else life.today, through))
    await life.town.settle()


async def stops(life: Life) -> None:
    """A year ends early."""
    young = life.any_youth()
    if life.today < young.start or young.stopped_on != date.max:
        return
    life.by(young.begeleider, f"ends {young.name}'s year")
    async with life.town.spoor.database.write() as session:
        await year.stop(session, young.id, life.today, StopReason.MOVED)
        await year.replan(session, young.id, life.town.now(), life.town.spoor.setting.zone)
    young.stopped_on = life.today
    await life.town.settle()


async def moves(life: Life) -> None:
    """A year started on another day after all."""
    young, day = life.any_youth(), life.today - life.chance.choice(AGO) * A_DAY
    if young.stopped_on != date.max or not young.is_new:
        return  # of who was here before, the milestones were settled and stay where they are
    life.by(young.begeleider, f"lets {young.name}'s year start on {day}")
    async with life.town.spoor.database.write() as session:
        await year.move_start(session, young.id, day)
        await year.replan(session, young.id, life.town.now(), life.town.spoor.setting.zone)
    young.start = day
    await life.town.settle()


async def agrees(life: Life) -> None:
    """Another target."""
    await life.agree(life.any_youth(), life.chance.choice(list(PHASES)), life.chance.randint(0, 7))


async def answers(life: Life) -> None:
    """A youth taps how it goes, if there is a question."""
    young = life.any_youth()
    face = life.chance.choice(FACES)
    if any(face in button.text for message in life.phones[young.name].sees() for button in message.buttons):
        await life.by(young.name, f"taps {face}").taps(face)


async def writes(life: Life) -> None:
    """A youth writes something."""
    await life.by(life.any_youth().name, "writes").says("ben er morgen niet")


async def pauses(life: Life) -> None:
    """A youth wants quiet for a while."""
    young, label = life.any_youth(), life.chance.choice(list(PAUSES))
    if young.stopped:
        return
    phone = life.by(young.name, f"pauses: {label}")
    await phone.says("/pauze")
    await phone.taps(label, on=phone.sees()[-1].plain)
    length = PAUSES[label]
    midnight = datetime.combine(life.today, time(0))
    young.quiet_until = FOREVER if length is None else midnight + timedelta(days=length)


async def wants_no_more(life: Life) -> None:
    """A youth wants no questions any more."""
    young = life.any_youth()
    if not young.stopped:
        phone = life.by(young.name, "stops")
        await phone.says("/stop")
        await phone.taps("Ja, stop maar")
        young.stopped = True


async def wants_more(life: Life) -> None:
    """A youth wants to be asked again."""
    young = life.any_youth()
    if young.is_quiet(life.now):
        phone = life.by(young.name, "wants questions again")
        await phone.says("/pauze")
        await phone.taps("Toch weer wel" if young.stopped else "Vraag maar weer", on=phone.sees()[-1].plain)
        young.stopped, young.quiet_until = False, None


async def restarts(life: Life) -> None:
    """The bot stops and starts again."""
    life.story.append(f"{life.now:%a %d/%m %H:%M} the bot starts again")
    await life.town.restart()


#: How often each is done, beside the others.
DEEDS: dict[Callable[[Life], Awaitable[None]], float] = {
    notes: 7, takes_back: 1, goes: 0.7, returns: 1.2, holds: 0.6, stops: 0.1, moves: 0.2, agrees: 0.5, answers: 2,
    writes: 0.5, pauses: 0.7, wants_no_more: 0.2, wants_more: 2, restarts: 0.3,
}  # fmt: skip
#: While there is a reminder of this week.
OFTEN = 5


async def something(life: Life) -> None:
    """Somebody does something."""
    deeds = {**DEEDS, puts_aside: OFTEN if life.reminders() else 0}
    [deed] = life.chance.choices(list(deeds), list(deeds.values()))
    await deed(life)
    life.acting = None
