"""/nieuw: a begeleider or coördinator adds a jongere. Whatever is not known yet is asked, then all of it is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from chat.occasion import Manner
from chat.screens import new_youth as screens
from chat.screens.new_youth import (
    AllRight,
    BegeleiderChosen,
    DuoChosen,
    Field,
    FieldTapped,
    NewDropped,
    PeopleShown,
    StartChosen,
)
from chat.turn import Turn
from handlers import lost
from handlers.new_youth_form import NewYouth, ask_next, ask_people, candidates, draft_of, form_of
from handlers.youth_link import show_link
from programme.calendar import read_day
from programme.names import read_name
from programme.people import Role
from programme.phases import start_refused
from store import digest, flow, people, team, year_ends, youths
from store.tables import Person

LATER = 0


async def begin(turn: Turn) -> None:
    """/nieuw."""
    if not await team.begeleiders(turn.session, near=None, without=[]):
        await turn.reply(screens.no_begeleider())
        return
    mine = turn.me.id if turn.me.role is Role.BEGELEIDER else None
    await turn.reply(await ask_next(turn, NewYouth(int(turn.now.timestamp()), begeleider_id=mine)))


async def name_typed(turn: Turn) -> None:
    """The first name."""
    form, name = form_of(turn), read_name(turn.text)
    if form is None:
        await lost.words(turn)
    elif name is None:
        await turn.reply(screens.name_refused(form.began))
    else:
        await turn.reply(await ask_next(turn, replace(form, name=name)))


async def start_typed(turn: Turn) -> None:
    """Another day than today or yesterday."""
    form, day = form_of(turn), read_day(turn.text, turn.today)
    why = None if day is None else start_refused(day, turn.today)
    if form is None:
        await lost.words(turn)
    elif day is None or why is not None:
        await turn.reply(screens.start_refused(why, form.began))
    else:
        await turn.reply(await ask_next(turn, replace(form, start=day.isoformat())))


async def start_chosen(turn: Turn, tap: StartChosen) -> None:
    """Today or yesterday."""
    form = form_of(turn, tap.began)
    if form is None or tap.days_ago not in (0, 1):
        await lost.old_button(turn)
        return
    day = turn.today - timedelta(days=tap.days_ago)
    await turn.show(await ask_next(turn, replace(form, start=day.isoformat())))


async def begeleider_chosen(turn: Turn, tap: BegeleiderChosen) -> None:
    """By a coördinator. Whoever becomes the begeleider is not the duo too."""
    form = form_of(turn, tap.began)
    if form is None or not await _can_be(turn, Field.BEGELEIDER, form, tap.person_id):
        await lost.old_button(turn)
        return
    duo_id = None if form.duo_id == tap.person_id else form.duo_id
    await turn.show(await ask_next(turn, replace(form, begeleider_id=tap.person_id, duo_id=duo_id)))


async def duo_chosen(turn: Turn, tap: DuoChosen) -> None:
    """Somebody, or later."""
    form = form_of(turn, tap.began)
    if form is None or not (tap.person_id == LATER or await _can_be(turn, Field.DUO, form, tap.person_id)):
        await lost.old_button(turn)
        return
    await turn.show(await ask_next(turn, replace(form, duo_id=tap.person_id)))


async def _can_be(turn: Turn, field: Field, form: NewYouth, person_id: int) -> bool:
    if field is Field.BEGELEIDER and turn.me.role is not Role.COORDINATOR:
        return False
    return person_id in {person.id for person in await candidates(turn, field, form)}


async def people_shown(turn: Turn, tap: PeopleShown) -> None:
    """More begeleiders to choose from."""
    form = form_of(turn, tap.began)
    if form is None or form.open_field not in (Field.BEGELEIDER, Field.DUO):
        await lost.old_button(turn)
        return
    await turn.show(await ask_people(turn, form, tap.page))


async def typed_instead(turn: Turn) -> None:
    """Words where only a tap can answer."""
    if form := form_of(turn):
        await turn.reply(screens.use_the_buttons(form.began))


async def corrected(turn: Turn, tap: FieldTapped) -> None:
    """Something was not right: it is asked again, and nothing else."""
    form = form_of(turn, tap.began)
    if form is None or (tap.field is Field.BEGELEIDER and turn.me.role is not Role.COORDINATOR):
        await lost.old_button(turn)
        return
    match tap.field:
        case Field.NAME:
            form = replace(form, name=None)
        case Field.START:
            form = replace(form, start=None)
        case Field.BEGELEIDER:
            form = replace(form, begeleider_id=None)
        case Field.DUO:
            form = replace(form, duo_id=None)
    await turn.show(await ask_next(turn, form))


async def all_right(turn: Turn, tap: AllRight) -> None:
    """Make it so; or ask again for somebody who left meanwhile."""
    form = form_of(turn, tap.began)
    if form is None or form.open_field is not None:
        await lost.old_button(turn)
        return
    if turn.me.role is Role.COORDINATOR and not await _can_be(turn, Field.BEGELEIDER, form, form.begeleider_id or 0):
        await turn.show(await ask_next(turn, replace(form, begeleider_id=None)))
    elif form.duo_id != LATER and not await _can_be(turn, Field.DUO, form, form.duo_id or 0):
        await turn.show(await ask_next(turn, replace(form, duo_id=None)))
    else:
        await _make(turn, form)


async def _make(turn: Turn, form: NewYouth) -> None:
    draft = await draft_of(turn, form)
    await flow.leave(turn.session, turn.me.id)
    begeleider = await turn.session.get_one(Person, form.begeleider_id)
    duo = await turn.session.get_one(Person, form.duo_id) if form.duo_id else None
    youth = await youths.add(turn.session, draft.name, draft.start, begeleider, duo, turn.now)
    await year_ends.follow(turn.session, youth.id, turn.now, turn.setting.zone)
    await turn.show(screens.made(draft))
    await show_link(turn, youth)
    await _announce(turn, youth, draft.start, begeleider, duo)
    for person in await people.team_of(turn.session, youth.id):
        await digest.plan_for(turn.session, person, turn.now, turn.setting.zone)


async def _announce(turn: Turn, youth: Person, start: date, begeleider: Person, duo: Person | None) -> None:
    manner = Manner("new youth", about=youth.id)
    if begeleider.id != turn.me.id:
        await turn.say(screens.given_to_you(youth.name, start), begeleider, manner)
    if duo is not None:
        await turn.say(screens.you_are_duo(youth.name, begeleider.name), duo, manner)


async def dropped(turn: Turn, tap: NewDropped) -> None:
    """Nobody, after all; too late when it was done already."""
    if form_of(turn, tap.began) is None:
        await lost.over(turn)
        return
    await flow.leave(turn.session, turn.me.id)
    await turn.show(screens.dropped())
