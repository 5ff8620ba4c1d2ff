"""What Spoor promises, looked at after every step."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.calendar import local, within_hours
from store import agenda, outbox
from store.agenda import Duty
from store.journal import Happened
from store.tables import (
    Agenda,
    AgendaState,
    Alarm,
    Call,
    Checkin,
    CheckinPlan,
    HandOver,
    Journal,
    Lane,
    Outbox,
    Preference,
    Trajectory,
)
from tests.simulate.deeds import A_DAY
from tests.simulate.ledger import as_checked, without_end
from tests.simulate.record import Came
from tests.simulate.village import NAME, Village

WORD = re.compile(r"\bw\d{9}\b")
MARK = "(misschien voor de tweede keer)"
STAFF_FROM, STAFF_UNTIL = time(8), time(20)
#: What may wait a day for a Telegram that is gone, and an hour for the moment at which that is noticed.
LONGEST, WITH_A_JUMP = timedelta(hours=26), timedelta(hours=52)
#: What staff hear as soon as it is known, at whatever hour: somebody did it.
OF_PEOPLE = {"unreachable", "news"}
JUST_NOW = timedelta(minutes=10)
LEADS = {"Tine", "An"}

# Asked after every step: made once, and of columns that are not sealed.
WALKS = select(Trajectory.youth_id, Trajectory.begeleider_id, Trajectory.duo_id)
WILL_WALK = select(HandOver.youth_id, HandOver.to_id)
QUIET = select(CheckinPlan.youth_id, CheckinPlan.paused_at, CheckinPlan.paused_until, CheckinPlan.stopped_at).where(
    or_(CheckinPlan.paused_at.is_not(None), CheckinPlan.stopped_at.is_not(None))
)
# Of what meant something else people are asked once more, and then no more.
ALARMS = select(Alarm.id, Alarm.youth_id, Alarm.at).where(
    Alarm.taken_up_at.is_(None), Alarm.meant_otherwise_at.is_(None)
)
OPEN_CALLS = select(Call.id).where(Call.ended_at.is_(None))
HEARD_OF = select(Agenda.about).where(Agenda.kind == Duty.CALL, Agenda.state == AgendaState.WAITING)


class Wrong(Exception):
    """A promise was broken."""

    def __init__(self, promise: str, what: str) -> None:
        super().__init__(promise, what)
        self.promise, self.what = promise, what

    def __str__(self) -> str:
        """On one line."""
        return f"{self.promise}: {self.what}"


class Promises:
    """Judges what came since it last looked, and how things stand."""

    def __init__(self, village: Village) -> None:
        self._village = village
        self._named = {number: name for name, number in village.ids.items()}
        self._team: dict[str, set[str]] = {}
        self._asked: Counter[tuple[object, ...]] = Counter()
        self._quiet: dict[int, tuple[datetime, datetime | None]] = {}
        """Who wanted quiet when last looked at: since when, and until when."""
        self._looks_at = village.clock.now()
        """When somebody next runs `spoor check`."""

    async def judge(self) -> None:
        """Raises Wrong."""
        village = self._village
        self._named = {number: name for name, number in village.ids.items()}
        came = village.record.take()
        async with village.town.spoor.database.read() as session:
            await self._walks(session)
            for one in came:
                self._theirs(one)
                if not one.edited:
                    await self._planned(session, one)
            await self._ledger(session)
            await self._kept(session)
            await self._calls(session)
            await self._wants_quiet(session)

    # --- Nobody hears of a youth who is not theirs ---

    async def _walks(self, session: AsyncSession) -> None:
        """Who walks, or walked, with whom."""
        for youth_id, *walking in [*await session.execute(WALKS), *await session.execute(WILL_WALK)]:
            team = self._team.setdefault(self._named[youth_id], set())
            team |= {self._named[one] for one in walking if one is not None}
        for call_id, colleague in self._village.known.passed:
            if (call := await session.get(Call, call_id)) is not None:
                self._team[self._named[call.youth_id]].add(self._named[colleague])

    def _theirs(self, one: Came) -> None:
        name = self._whose(one.chat)
        text = " ".join([one.message.plain, *(button.text for button in one.message.buttons)])
        for youth in NAME.findall(text):
            if youth != name and name not in self._team[youth] | LEADS:
                raise Wrong("theirs", f"{name} sees {youth}: {_said(one)}")
            if name.startswith("J") and youth != name:
                raise Wrong("theirs", f"{name} sees {youth}: {_said(one)}")
        for word in WORD.findall(text):
            self._word(name, self._village.known.said[word], one)

    def _word(self, name: str, author: str, one: Came) -> None:
        youth = name if name.startswith("J") else author
        other = author if youth == name else name
        if name != author and youth.startswith("J") and other not in self._team[youth]:
            raise Wrong("theirs", f"{name} reads what {author} said: {_said(one)}")

    def _whose(self, chat: int) -> str:
        return self._village.telegram.accounts.people[chat].first_name.split(" ")[0]

    # --- Planned messages ---

    async def _planned(self, session: AsyncSession, one: Came) -> None:
        row = await self._row(session, one)
        if row is None or row.lane is not Lane.PLANNED or row.person_id is None:
            return
        name = self._named[row.person_id]
        if row.expires_at is not None and one.at > row.expires_at:
            raise Wrong("expiry", f"{name} at {one.at}, after {row.expires_at}: {row.kind} {_said(one)}")
        self._once(row, one)
        if name.startswith("J"):
            if not within_hours(one.at, self._zone):
                raise Wrong("hours", f"{name} at {one.at}: {row.kind} {_said(one)}")
            since, until = self._quiet.get(row.person_id, (one.at, None))
            quiet = one.at > since and (until is None or one.at < until)
            if quiet and not await self._came_back(session, row.person_id, since, one.at):
                raise Wrong("quiet", f"{name} wants quiet since {since}: {row.kind} {_said(one)}")
        elif not one.message.silent:
            await self._staff_hours(session, row, one)

    async def _came_back(self, session: AsyncSession, youth_id: int, since: datetime, until: datetime) -> bool:
        """Whether they wanted questions again by then: a tap may come through late, and a question after it."""
        again = (Journal.actor_id == youth_id, Journal.kind == Happened.RESUMED, Journal.at.between(since, until))
        return await session.scalar(select(Journal.id).where(*again).limit(1)) is not None

    async def _staff_hours(self, session: AsyncSession, row: Outbox, one: Came) -> None:
        """Of what time brings. What could not come within hours waits for the morning; only for what Telegram asks to
        wait it may be some minutes later. A clock that jumps over the evening is forgiven."""
        if row.kind in OF_PEOPLE or self._village.known.has_acted(row.created_at):
            return
        chosen = await session.get(Preference, row.person_id)
        earliest = min(STAFF_FROM, (chosen.digest_at if chosen else None) or STAFF_FROM)
        at = local(one.at, self._zone).time().replace(second=0, microsecond=0, tzinfo=None)
        if earliest <= at <= STAFF_UNTIL:
            return
        just_now = one.at - row.created_at < JUST_NOW and row.tries > 1
        if not just_now and not self._village.clock.jumped_lately:
            raise Wrong("hours", f"{self._named[row.person_id or 0]} at {one.at}: {row.kind} {_said(one)}")

    def _once(self, row: Outbox, one: Came) -> None:
        """What time brings comes once a day; what somebody did, may be done again."""
        if MARK in one.message.plain or self._village.known.has_acted(row.created_at):
            return
        day: date | None = local(one.at, self._zone).date()
        key = (one.chat, row.kind, row.about, day, None if row.about else one.message.plain)
        self._asked[key] += 1
        if self._asked[key] > 1:
            raise Wrong("once", f"{self._named[row.person_id or 0]} again: {row.kind} {row.about} {_said(one)}")

    async def _row(self, session: AsyncSession, one: Came) -> Outbox | None:
        """The row that this message was; when nobody knows, one that it may have been."""
        found = await outbox.by_message(session, one.chat, one.message.id)
        if found is not None:
            return found
        doubted = await outbox.in_doubt_between(session, one.chat, one.at, one.at)
        lanes = {row.lane for row in doubted}
        return doubted[0] if len(doubted) == 1 and lanes == {Lane.PLANNED} else None

    async def _wants_quiet(self, session: AsyncSession) -> None:
        """Who wants quiet from here on: who stopped, paused, or hinted at suicide and was not reached yet."""
        self._quiet = {}
        now = self._village.town.now()
        for youth_id, paused_at, paused_until, stopped_at in await session.execute(QUIET):
            if paused_at is not None and (paused_until is None or paused_until > now):
                self._quiet[youth_id] = paused_at, paused_until
            if stopped_at is not None:
                self._quiet[youth_id] = stopped_at, None
        for _, youth_id, at in await session.execute(ALARMS):
            self._quiet[youth_id] = at, None

    # --- How things stand ---

    async def _ledger(self, session: AsyncSession) -> None:
        clock, now = self._village.clock, self._village.town.now()
        found = await without_end(session, now, WITH_A_JUMP if clock.jumped_lately else LONGEST)
        if not found and not clock.jumped_lately and now >= self._looks_at:
            self._looks_at = now + A_DAY
            found = await as_checked(session, now, LONGEST)
        if found:
            raise Wrong("ledger", "; ".join(found))

    async def _kept(self, session: AsyncSession) -> None:
        """Each face that was tapped is the answer that is kept, once Telegram has nothing more for the bot."""
        tapped = self._village.known.faces
        if not tapped or self._village.telegram.updates.waiting:
            return
        for row in await session.scalars(select(Checkin).where(Checkin.id.in_(tapped))):
            if row.face != tapped[row.id]:
                raise Wrong("answers", f"question {row.id} of {self._named[row.youth_id]}: {row.face}, {tapped}")
        tapped.clear()

    async def _calls(self, session: AsyncSession) -> None:
        """Whoever asked for a call is called, needs it no more, or is still on somebody's mind. So is who hinted."""
        heard_of: set[int | None] = set(await session.scalars(HEARD_OF))
        open_: set[int | None] = set(await session.scalars(OPEN_CALLS))
        if forgotten := open_ - heard_of:
            raise Wrong("calls", f"open, and nobody will hear of it any more: {forgotten}")
        if left := heard_of - open_:
            raise Wrong("calls", f"over, and somebody would still hear of it: {left}")
        for alarm_id, _, _ in await session.execute(ALARMS):
            if not await agenda.is_waiting(session, Duty.CRISIS, alarm_id):
                raise Wrong("calls", f"alarm {alarm_id}: open, and nobody will hear of it any more")

    @property
    def _zone(self) -> ZoneInfo:
        return self._village.town.spoor.setting.zone


def _said(one: Came) -> str:
    words = one.message.plain.replace("\n", " / ")
    return f"{'(changed) ' if one.edited else ''}{words[:200]}"
