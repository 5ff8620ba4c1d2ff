"""What asks something of one of the staff on one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.calendar import local_day
from programme.contacts import ContactKind
from programme.digest import Ask
from programme.milestones import ALSO_THE_DUO, Milestone, is_said_on
from programme.promise import comes_back_on, duo_sees_from
from programme.targets import WEEKS, Progress, monday_of, slips
from programme.workdays import A_DAY, A_WEEK
from store import away, contacts, milestones, nazorg, pause, people, promises, silence, spiderweb_offer, talk, year
from store.tables import Digest, DigestItem, MilestoneRow, MilestoneState, Person, Promise, Talk

NAZORG = {Ask.CALL: ContactKind.PHONE, Ask.MEETING: ContactKind.FACE_TO_FACE}
# As far back as a target ever looks: four weeks, and the week before this one.
LOOKED_BACK = (WEEKS + 1) * A_WEEK


@dataclass(frozen=True)
class Asked:
    """One thing. `due_on` where it has a day. `aloud`: it is a reason for a message by itself."""

    ask: Ask
    subject: int
    youth_id: int
    due_on: date | None = None
    aloud: bool = True


@dataclass(frozen=True)
class Morning:
    """Somebody, and the day on which one looks."""

    session: AsyncSession
    person: Person
    today: date
    zone: ZoneInfo


async def of_day(morning: Morning) -> list[Asked]:
    """All that is asked of this person that day, as it stands in the message. Nothing of who is away.

    Of the youths they look after that is everything; of those they are only the duo of, what concerns the duo too.
    """
    session, person, today = morning.session, morning.person, morning.today
    if await away.away_of(session, person.id, today) is not None:
        return []
    looked_after = {youth.id for youth in await away.looks_after(session, person.id, today)}
    youths = [youth.id for youth in await people.youths_of(session, person.id)]
    found: dict[tuple[Ask, int], Asked] = {}
    async for each in _all(morning, youths, looked_after):
        found[each.ask, each.subject] = each
    async for each in _put_off(morning, youths, looked_after):
        found.setdefault((each.ask, each.subject), each)  # on more than one message, or by both
    return sorted(found.values(), key=lambda each: (list(Ask).index(each.ask), _how_far(each.due_on, today)))


def _how_far(due: date | None, today: date) -> timedelta:
    """What is due today stands before what was or will be due another day."""
    return timedelta(0) if due is None else abs(due - today)


async def _all(morning: Morning, youths: Sequence[int], looked_after: set[int]) -> AsyncIterator[Asked]:
    for each in (*await _messages(morning, looked_after), *await _webs(morning, looked_after)):
        yield each
    said = await _milestones(morning, youths)
    for youth_id in youths:
        mine = youth_id in looked_after
        promised = await promises.open_about(morning.session, youth_id)
        async for each in _promises(morning, promised, mine=mine):
            yield each
        if mine and not promised:
            for quiet in await silence.not_settled(morning.session, youth_id):
                yield Asked(Ask.SILENCE, quiet.id, youth_id)
        if mine:
            async for each in _nazorg(morning, youth_id):
                yield each
        for row in said[youth_id]:
            if mine or row.kind in ALSO_THE_DUO:
                yield Asked(Ask.MILESTONE, row.id, youth_id, row.due_on)


async def _messages(morning: Morning, looked_after: set[int]) -> list[Asked]:
    """A line for each youth: about the newest that waits, the one who waits longest first.

    Not while somebody said, since then, that they will get in touch: that comes back by itself.
    """
    newest: dict[int, Talk] = {}
    for row in await talk.unanswered(morning.session, morning.person.id):
        said_on = local_day(row.at, morning.zone)
        if row.youth_id in looked_after or duo_sees_from(said_on) <= morning.today:
            newest[row.youth_id] = row
    return [
        Asked(Ask.MESSAGES, row.id, youth_id)
        for youth_id, row in newest.items()
        if await promises.covering(morning.session, youth_id, row.at) is None
    ]


async def _promises(morning: Morning, found: Iterable[Promise], *, mine: bool) -> AsyncIterator[Asked]:
    """Those that come back: to whoever made them; when these are not there, to who looks after the youth."""
    for row in found:
        back = comes_back_on(row.day) <= morning.today
        if back and await _is_theirs(morning, row.by_id, row.youth_id, mine=mine):
            yield Asked(Ask.PROMISE, row.id, row.youth_id)


async def _is_theirs(morning: Morning, whose: int, youth_id: int, *, mine: bool) -> bool:
    """Whether what somebody took upon them is for this person: it was they, or they look after the youth (`mine`) while
    the other is not there."""
    if whose == morning.person.id or not mine:
        return whose == morning.person.id
    team = {person.id: person for person in await people.team_of(morning.session, youth_id)}
    other = team.get(whose)
    if other is None or not away.can_be_reached(other):
        return True
    return await away.away_of(morning.session, other.id, morning.today) is not None


async def _nazorg(morning: Morning, youth_id: int) -> AsyncIterator[Asked]:
    if await nazorg.begins_today(morning.session, youth_id, morning.today):
        yield Asked(Ask.YEAR_OVER, youth_id, youth_id, (await people.year_of(morning.session, youth_id)).ends)
    said = await nazorg.said_today(morning.session, youth_id, morning.today)
    late = await nazorg.overdue(morning.session, youth_id, morning.today)
    for ask, kind in NAZORG.items():
        if (day := said.get(kind) or late.get(kind)) is not None:
            yield Asked(ask, youth_id, youth_id, day, aloud=kind in said)


async def _milestones(morning: Morning, youths: Sequence[int]) -> Mapping[int, Sequence[MilestoneRow]]:
    """What is brought up today about each."""
    found: dict[int, list[MilestoneRow]] = defaultdict(list)
    for row in await milestones.said_today(morning.session, youths, morning.today):
        found[row.youth_id].append(row)
    return found


async def _webs(morning: Morning, looked_after: set[int]) -> list[Asked]:
    """Not of the first one while that is brought up by itself: it is the milestone."""
    return [
        Asked(Ask.WEB, offer.id, row.youth_id, row.due_on)
        for offer, row in await spiderweb_offer.to_bring_up(morning.session, looked_after, morning.today)
        if row.kind is not Milestone.FIRST_SPIDERWEB or not is_said_on(row.kind, row.due_on, morning.today)
    ]


async def _put_off(morning: Morning, youths: Sequence[int], looked_after: set[int]) -> AsyncIterator[Asked]:
    """What was put off until today, and still waits."""
    query = select(DigestItem, Digest.person_id).join(Digest, Digest.id == DigestItem.digest_id)
    query = query.where(DigestItem.youth_id.in_(youths), DigestItem.again_on == morning.today)
    for item, whose in (await morning.session.execute(query.order_by(DigestItem.id))).all():
        theirs = await _is_theirs(morning, whose, item.youth_id, mine=item.youth_id in looked_after)
        if theirs and await still_waits(morning.session, item, morning.today):
            yield Asked(item.ask, item.subject, item.youth_id, item.due_on)


async def still_waits(session: AsyncSession, item: DigestItem, today: date) -> bool:
    """Whether nobody has done yet what a line asks, nor moved it to another day."""
    match item.ask:
        case Ask.MESSAGES:
            said = await session.get(Talk, item.subject)
            return said is not None and said.settled_at is None
        case Ask.SILENCE:
            return item.subject in {row.id for row in await silence.not_settled(session, item.youth_id)}
        case Ask.PROMISE:
            return item.subject in {row.id for row in await promises.open_about(session, item.youth_id)}
        case Ask.YEAR_OVER:
            return item.known_at is None and (await people.year_of(session, item.youth_id)).ends == item.due_on
        case Ask.CALL | Ask.MEETING:
            due = await nazorg.next_due(session, item.youth_id, today)
            return due.get(NAZORG[item.ask]) == item.due_on
        case Ask.MILESTONE:
            row = await milestone_of(session, item)
            return row is not None and row.state is MilestoneState.OPEN and row.due_on == item.due_on
        case Ask.WEB:
            offered = await spiderweb_offer.of_youth(session, item.youth_id, item.subject)
            return offered is not None and await spiderweb_offer.still_waits(session, offered)
        case Ask.TARGET:
            return False


async def milestone_of(session: AsyncSession, item: DigestItem) -> MilestoneRow | None:
    """What a line about a milestone is about. None when it was taken away: another may have its number since."""
    row = await session.get(MilestoneRow, item.subject)
    return row if row is not None and row.youth_id == item.youth_id else None


async def slipping(session: AsyncSession, youth_id: int, now: datetime, zone: ZoneInfo) -> Progress | None:
    """How it goes with the target of this youth, when a check of today finds it unlikely and somebody wants to hear it.

    Nobody hears of a youth who wants quiet: their year goes on, and the count stays in the morning message.
    """
    today = local_day(now, zone)
    if await year.is_week_off(session, youth_id, monday_of(today)) or await pause.keeps_quiet(session, youth_id, now):
        return None
    return slips(await year.walk_of(session, youth_id, zone), await met(session, youth_id, today), today)


async def met(session: AsyncSession, youth_id: int, today: date) -> Sequence[date]:
    """The days on which somebody met this youth, as far back as targets look."""
    return (await all_met(session, (youth_id,), today)).get(youth_id, ())


async def all_met(session: AsyncSession, youth_ids: Iterable[int], today: date) -> Mapping[int, Sequence[date]]:
    """For each of these youths with any, the days on which somebody met them, as far back as targets look."""
    return await contacts.meetings(session, youth_ids, today - LOOKED_BACK - A_DAY * today.weekday())
