"""/afwezig: a member of staff is away for a while, now or later, and comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from chat import standing_in as told
from chat.occasion import Manner
from chat.screen import Screen
from chat.screens import away as screens
from chat.screens import standing_in as news
from chat.screens.away import OTHER, AwayChosen, AwayShown, BackTapped, DaysChosen, Listed, TakenBack
from chat.turn import Turn
from handlers import lost
from programme.calendar import read_day, slot
from programme.people import Role
from programme.reachable import AT_MOST, MOST_PLANNED, is_one_absence
from store import agenda, away, flow, outbox, people, standing_in, team
from store.agenda import Duty
from store.flow import Step
from store.journal import Happened
from store.standing_in import TOLD_DUO, TOLD_LEAD, TOLD_YOUTH
from store.tables import AwayRow, OutboxState, Person


@dataclass(frozen=True)
class AwayForm:
    """The first day, once it was typed; in ISO form."""

    first: str = ""


async def overview(turn: Turn) -> None:
    """/afwezig."""
    await flow.leave(turn.session, turn.me.id)
    await turn.reply(await _page(turn))


async def shown(turn: Turn, _tap: AwayShown) -> None:
    """The same, on this message. Whoever goes there types no day any more."""
    await _leave(turn)
    await turn.show(await _page(turn))


async def _page(turn: Turn) -> Screen:
    rows = await away.planned(turn.session, turn.me.id, turn.today)
    now = next((row.through for row in rows if row.first <= turn.today), None)
    planned = [_listed(row) for row in rows if row.first > turn.today]
    return screens.page(now, planned, turn.today, leads=turn.me.role is Role.BEGELEIDER)


async def chosen(turn: Turn, tap: AwayChosen) -> None:
    """One of the offered lengths, or other days that they will type."""
    if tap.days == OTHER:
        await flow.go(turn.session, turn.me.id, Step.AWAY_FROM, turn.now)
        await turn.show(screens.type_first())
    elif tap.days not in screens.CHOICES:
        await lost.old_button(turn)
    else:
        through = turn.today + timedelta(days=tap.days)
        await turn.show(await _plan(turn, turn.today, through, instead=True))


async def first_typed(turn: Turn) -> None:
    """The first day."""
    first = read_day(turn.text, turn.today)
    if wrong := _wrong(turn, first, turn.today):
        await turn.reply(wrong)
    elif first is not None:
        await flow.go(turn.session, turn.me.id, Step.AWAY_THROUGH, turn.now, AwayForm(first.isoformat()))
        await turn.reply(screens.type_last(first, turn.today))


async def last_typed(turn: Turn) -> None:
    """The last day, and it is planned."""
    form = AwayForm() if turn.position is None else turn.position.read(AwayForm)
    first = max(turn.today, date.fromisoformat(form.first) if form.first else turn.today)
    through = read_day(turn.text, turn.today)
    if wrong := _wrong(turn, through, first):
        await turn.reply(wrong)
    elif through is not None:
        await turn.reply(await _plan(turn, first, through))


def _wrong(turn: Turn, day: date | None, first: date) -> Screen | None:
    """Why they cannot be away then, if so."""
    if day is None:
        return screens.no_such_day()
    if day < turn.today:
        return screens.past()
    if day > turn.today + AT_MOST:
        return screens.too_far()
    return screens.too_early(first, turn.today) if day < first else None


async def days_chosen(turn: Turn, tap: DaysChosen) -> None:
    """What was taken back is planned after all, as far as it is still to come."""
    if not all(1 <= day <= date.max.toordinal() for day in (tap.first, tap.through)):
        await lost.old_button(turn)
        return
    first, through = max(date.fromordinal(tap.first), turn.today), date.fromordinal(tap.through)
    if not first <= through <= turn.today + AT_MOST:
        await lost.old_button(turn)
        return
    await turn.show(await _plan(turn, first, through))


async def _plan(turn: Turn, first: date, through: date, *, instead: bool = False) -> Screen:
    """Plan it, and tell whom it concerns. `instead`: what goes on now ends that day, also when that is sooner."""
    await _leave(turn)
    session, today = turn.session, turn.today
    rows = await away.planned(session, turn.me.id, today)
    if len(rows) >= MOST_PLANNED and not any(
        is_one_absence((row.first, row.through), (first, through)) for row in rows
    ):
        return screens.too_many()
    youths = await people.youths_of(session, turn.me.id)
    before = await standing_in.alone(session, youths, today)
    if instead:
        row = await away.go(session, turn.me.id, through, turn.now, today)
    else:
        since = turn.now if first == today else slot(first, time(0), turn.setting.zone)
        row = await away.plan(session, turn.me.id, first, through, since, today)
    await away.plan_duties(session, row, turn.now, turn.setting.zone)
    turn.note(Happened.WENT_AWAY if row.first <= today else Happened.AWAY_PLANNED, actor=turn.me)
    if row.first > today:
        await _tell_duos(turn, row)
    await told.changed(turn, youths, before)
    return await _gone(turn, row)


async def _tell_duos(turn: Turn, row: AwayRow) -> None:
    """Beforehand; on the day itself the duty tells them."""
    for duo, youths in (await standing_in.stand_ins(turn.session, turn.me)).items():
        names = [youth.name for youth in youths]
        screen = news.to_duo(turn.me.name, row.first, row.through, turn.today, names)
        await turn.say(screen, duo, Manner(TOLD_DUO, about=row.id))


async def _gone(turn: Turn, row: AwayRow) -> Screen:
    """What they see of it: for whom nobody stands in, and who was told of that."""
    mine = await team.led_by(turn.session, turn.me.id)
    alone = {one.youth_id for one in await standing_in.alone(turn.session, mine, turn.today) if one.away_id == row.id}
    gaps = await told.gaps(turn, [youth for youth in mine if youth.id in alone])
    leads = await standing_in.leads_of(turn.session, turn.me, turn.today) if gaps else ()
    return screens.gone(_listed(row), turn.today, gaps, [lead.name for lead in leads])


async def back(turn: Turn, _tap: BackTapped) -> None:
    """There again."""
    await _leave(turn)
    row = await away.row_on(turn.session, turn.me.id, turn.today)
    if row is None:
        await turn.show(screens.there_already())
        return
    through = row.through
    await _end(turn, row)
    turn.note(Happened.CAME_BACK, actor=turn.me)
    for lead in await _told(turn, row, TOLD_LEAD):
        await turn.say(news.back(turn.me.name), lead, Manner("away", about=row.id))
    await agenda.plan(turn.session, Duty.AWAY_ENDS, row.id, turn.now, key=f"{row.id}:back {turn.now}")
    await turn.show(screens.back(through, turn.today))


async def taken_back(turn: Turn, tap: TakenBack) -> None:
    """One that was planned does not come; whoever heard of it hears that too."""
    row = await away.mine(turn.session, turn.me.id, tap.away_id)
    if row is None or row.first <= turn.today or row.through < row.first:
        await lost.old_button(turn)
        return
    one = _listed(row)
    await _end(turn, row)
    turn.note(Happened.AWAY_TAKEN_BACK, actor=turn.me)
    for person in await _told(turn, row, TOLD_DUO, TOLD_LEAD):
        screen = news.not_away_after_all(turn.me.name, one.first, turn.today)
        await turn.say(screen, person, Manner("away", about=row.id))
    await turn.show(screens.taken_back(one, turn.today))


async def _end(turn: Turn, row: AwayRow) -> None:
    """It ends now. What was going to be said of it is not said any more."""
    await away.end(turn.session, row, turn.today)
    for kind in (TOLD_YOUTH, TOLD_DUO, TOLD_LEAD):
        await outbox.take_back(turn.session, kind, row.id, turn.now)


async def _told(turn: Turn, row: AwayRow, *kinds: str) -> list[Person]:
    """Who heard of it."""
    said = [one for kind in kinds for one in await outbox.all_about(turn.session, kind, row.id)]
    heard = {one.person_id for one in said if one.state in (OutboxState.SENT, OutboxState.SENDING, OutboxState.UNKNOWN)}
    return [await turn.session.get_one(Person, each) for each in sorted(each for each in heard if each is not None)]


async def _leave(turn: Turn) -> None:
    for step in (Step.AWAY_FROM, Step.AWAY_THROUGH):
        await flow.leave_step(turn.session, turn.me.id, step)


def _listed(row: AwayRow) -> Listed:
    return Listed(row.id, row.first, row.through)
