"""Every button we have, in the hands of whoever it is not for, filled with somebody else's numbers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import time, timedelta
from enum import Enum
from itertools import product

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chat.plan import Plan
from chat.taps import Tap
from handlers import TABLE
from programme.call import CallEnd
from programme.checkin import Face
from programme.contacts import ContactKind
from programme.digest import Ask
from programme.milestones import Milestone
from programme.nazorg import Nazorg
from programme.spiderweb import Domain, WebMoment
from sandbox.town import Town
from store import (
    actions,
    call,
    checkin,
    contacts,
    digest,
    joining,
    milestones,
    nazorg,
    night_contacts,
    own_dates,
    people,
    plan,
    question,
    spiderweb,
    spiderweb_offer,
)
from store.asks import Asked
from store.tables import (
    Alarm,
    AwayRow,
    Base,
    Bundle,
    Checkin,
    Contact,
    HandOver,
    NazorgPlan,
    Promise,
    ReachableBlock,
    Scoring,
    Silence,
    SpiderwebOffer,
    Talk,
)
from tests.people import Phone, coordinator, row_of, sam_with_lotte, staff, teamcoach, today, youth
from tests.scenarios.test_push import hush

assert TABLE  # importing it declares every kind of button

WORDS = "geheim-van-Sam"
# None of Sam's numbers.
HERS = 99
# So many numbers of one button are tried in all combinations.
TRIED_TOGETHER = 2
# What a tap of a stranger to all this may leave behind: what was said to them.
LEFT_BEHIND = {"outbox", "inbox", "journal", "agenda", "own", "wrong_code", "call_told"}
# And, in the rows that are their own, where they are and what they chose.
THEIR_OWN = {
    "flow": "person_id",
    "preference": "person_id",
    "away": "person_id",
    "reachable_block": "person_id",
    "checkin_plan": "youth_id",
    "scoring": "by_id",
    "action": "youth_id",
    "call": "youth_id",
}
# And what hangs on a web of their own.
OF_A_WEB = {"score", "first_basket"}


async def sams_story(town: Town) -> list[int]:
    """Sam answered, wrote, also something that hints, asked to be called, was silent, has a question coming, an open
    link, two webs, a step, a plan and an offer of a web. Lotte answered, did not say yet for whom something else is,
    met Sam, will get in touch, calls, said how she sees Sam's web, has hours and a morning message with a line of each
    kind, is called at night, and is away. The numbers of all that.
    """
    sam, lotte = await sam_with_lotte(town)
    await sam.says(WORDS)
    await lotte.says(WORDS, reply_to=lotte.expects(WORDS))
    await lotte.says(WORDS)
    hush(sam, lotte)
    me, guide = await row_of(town, sam), await row_of(town, lotte)
    async with town.spoor.database.write() as session:
        row = Checkin(youth_id=me.id, day=today(town), opener=0, asked_at=town.now())
        row.face, row.answered_at = Face.BAD, town.now()
        quiet = Silence(youth_id=me.id, since=town.now(), begeleider_told_at=town.now())
        met = {"youth_id": me.id, "kind": ContactKind.FACE_TO_FACE, "day": today(town), "by_id": guide.id}
        contact = Contact(**met, at=town.now(), noted_at=town.now(), note=WORDS)
        promise = Promise(youth_id=me.id, by_id=guide.id, at=town.now(), day=today(town))
        later = _away(town, guide.id, in_days=3)
        passed_on = HandOver(youth_id=me.id, from_id=guide.id, to_id=guide.id, becomes_duo=False, words=WORDS)
        alarm = Alarm(youth_id=me.id, at=town.now(), step=1)
        session.add_all([row, quiet, alarm, _away(town, guide.id), contact, promise, later, passed_on])
        await session.flush()
        checkin.add_words(session, row, WORDS, town.now())
        coming = await question.keep(session, me.id, guide.id, today(town), WORDS)
        await joining.invite(session, me, guide, town.now())
        said = list(await session.scalars(select(Talk.id)))
        lines = await _morning(town, session, me.id, guide.id, said[0])
        seen = await _nazorg(session, town, me.id, guide.id)
        date = await own_dates.add(session, me.id, WORDS, today(town), today(town))
        mine = (me.id, guide.id, row.id, quiet.id, coming.id, contact.id, promise.id, seen.id, date.id, later.id)
        webs = await _webs(town, session, me.id, guide.id)
        step = await actions.add(session, me.id, Domain.MONEY, WORDS, guide.id, town.now(), scoring_id=webs[0])
        offer = await _offer(town, session, me.id)
        planned = await _plan(town, session, me.id, guide.id)
        calls = await _calls(town, session, me.id, guide.id)
        return sorted({*mine, alarm.id, passed_on.id, *webs, step.id, offer.id, *planned, *calls, *said, *lines, 0})


async def _calls(town: Town, session: AsyncSession, youth_id: int, guide_id: int) -> list[int]:
    """What Sam asked for and Lotte took, and a request before it; when Lotte is there, also at night."""
    before = await call.ask(session, youth_id, town.now())
    await call.end(session, before, CallEnd.WITHDRAWN, youth_id, town.now())
    row = await call.ask(session, youth_id, town.now())
    row.words = WORDS
    await call.told(session, row.id, guide_id, town.now())
    await call.take(session, row, guide_id, town.now(), town.now())
    await call.look_at(session, row, town.now() + timedelta(days=1))
    await night_contacts.choose(session, guide_id, town.now(), on=True)
    block = ReachableBlock(person_id=guide_id, weekday=0, opens=time(9), closes=time(18))
    session.add(block)
    await session.flush()
    return [before.id, row.id, block.id]


async def _plan(town: Town, session: AsyncSession, youth_id: int, by_id: int) -> tuple[int, int]:
    """Words of a plan that were taken away and put back, and a paper of it."""
    for words in (WORDS, None, WORDS):
        last = await plan.write(session, youth_id, Domain.HOUSING, words, by_id, town.now())
    facts = Plan("nl", "Sam", "Lotte", None, WORDS, 1, today(town), WORDS, ())
    written = json.dumps(facts.write())
    paper = await plan.keep(session, youth_id, WebMoment.PLAN, 1, by_id, town.now(), written)
    return last.id, paper.id


async def _offer(town: Town, session: AsyncSession, youth_id: int) -> SpiderwebOffer:
    """Sam is offered to fill in a web, because of a milestone that is near."""
    row = next(row for row in await milestones.of_youth(session, youth_id) if row.kind is Milestone.EVALUATIE_1)
    return await spiderweb_offer.make(session, row, town.now())


async def _webs(town: Town, session: AsyncSession, youth_id: int, guide_id: int) -> list[int]:
    """A web that Sam finished, with a theme of his own, and one that he began; how Lotte sees it."""
    (await spiderweb.of_youth(session, youth_id)).own = WORDS
    finished = await spiderweb.begin(session, youth_id, WebMoment.ANY, town.now())
    await spiderweb.answer(session, finished, Domain.MONEY, 1, town.now())
    finished.finished_at = town.now()
    await session.flush()
    begun = await spiderweb.begin(session, youth_id, WebMoment.ANY, town.now())
    await spiderweb.answer(session, begun, Domain.MONEY, 1, town.now())
    look = await spiderweb.begin(session, youth_id, WebMoment.ANY, town.now(), by_id=guide_id)
    await spiderweb.answer(session, look, Domain.MONEY, 1, town.now())
    look.finished_at = town.now()
    return [finished.id, begun.id, look.id]


async def _nazorg(session: AsyncSession, town: Town, youth_id: int, by_id: int) -> Contact:
    """How they keep in touch, another day for it, and a contact."""
    session.add(NazorgPlan(youth_id=youth_id, mode=Nazorg.VAST, since=today(town)))
    await nazorg.choose_day(session, youth_id, ContactKind.PHONE, today(town), town.now(), today(town))
    return await contacts.note(session, youth_id, ContactKind.PHONE, today(town), by_id, town.now(), at=None)


async def _morning(town: Town, session: AsyncSession, youth_id: int, guide_id: int, talk_id: int) -> list[int]:
    """Lotte's messages of this day; the numbers of their lines. Few of them: some taps carry several numbers."""
    walk = next(row for row in await milestones.of_youth(session, youth_id) if row.kind is Milestone.LEVENSLIJN)
    asked = [Asked(Ask.MESSAGES, talk_id, youth_id), Asked(Ask.MILESTONE, walk.id, youth_id, today(town))]
    morning = await digest.add(session, guide_id, today(town), Bundle.DIGEST, asked)
    slipping = [Asked(Ask.TARGET, youth_id, youth_id)]
    reminder = await digest.add(session, guide_id, today(town), Bundle.TARGETS, slipping)
    return [item.id for bundle in (morning, reminder) for item in await digest.items(session, bundle.id)]


def _away(town: Town, person_id: int, *, in_days: int = 0) -> AwayRow:
    day = today(town) + timedelta(days=in_days)
    return AwayRow(person_id=person_id, first=day, since=town.now(), through=day)


def on_their_phones(town: Town) -> list[str]:
    """The data of the buttons that Sam and Lotte have."""
    messages = (message for name in ("Sam", "Lotte") for message in town.person(name).sees())
    return [button.data for message in messages for button in message.buttons if button.data]


def filled(kind: type[Tap], numbers: list[int]) -> Iterator[str]:
    """Data of this kind, with these numbers wherever it has one; of a third and further number only few."""
    whole = 0
    choices: list[list[str]] = []
    for type_ in kind.types:
        values = _values(type_, numbers)
        whole += issubclass(type_, int)
        choices.append(values if whole <= TRIED_TOGETHER else values[:2])
    for each in product(*choices):
        yield ":".join((kind.name, *each))


def _values(type_: type, numbers: list[int]) -> list[str]:
    if issubclass(type_, Enum):
        return [str(member.value) for member in type_][:1]
    return [str(number) for number in numbers] if issubclass(type_, int) else ["A" * 22]


async def everything(town: Town, who: Phone) -> dict[str, list[tuple[object, ...]]]:
    """All that is kept of other people."""
    async with town.spoor.database.read() as session:
        me = await people.by_telegram_id(session, who.user.id)
        kept: dict[str, list[tuple[object, ...]]] = {}
        for name, table in Base.metadata.tables.items():
            rows = select(table)
            if name in THEIR_OWN and me is not None:
                rows = rows.where(table.c[THEIR_OWN[name]] != me.id)
            if name in OF_A_WEB and me is not None:
                rows = rows.where(table.c.scoring_id.not_in(select(Scoring.id).where(Scoring.by_id == me.id)))
            if name not in LEFT_BEHIND:
                kept[name] = [tuple(row) for row in await session.execute(rows)]
        return kept


async def noor(town: Town) -> Phone:
    """A begeleider who walks with another youth."""
    other = await staff(town, "Noor")
    await youth(town, "Mo", other, at=None)
    return other


async def mo(town: Town) -> Phone:
    """Another youth, who answered too."""
    who = await youth(town, "Mo", await staff(town, "Noor"))
    async with town.spoor.database.write() as session:
        me = await row_of(town, who)
        own = Checkin(id=HERS, youth_id=me.id, day=today(town), opener=0, asked_at=town.now())
        own.face, own.answered_at = Face.GOOD, town.now()
        session.add(own)
    return who


async def stranger(town: Town) -> Phone:
    """Somebody without a place."""
    who = town.person("Stranger")
    town.telegram.accounts.change(who.user.id, opened=True)
    return who


@pytest.mark.parametrize("who", [mo, noor, teamcoach, stranger])
@pytest.mark.asyncio
async def test_no_button_shows_or_changes_what_is_somebody_elses(town: Town, who: object) -> None:
    assert callable(who)
    numbers = await sams_story(town)
    me: Phone = await who(town)
    before = await everything(town, me)
    await me.says("/instellingen")  # a message that can be changed
    under = me.sees()[-1]
    for kind in Tap.kinds.values():
        for data in filled(kind, numbers):
            town.telegram.forge(me.user, under, data)
        await town.settle()
    for data in on_their_phones(town):
        town.telegram.forge(me.user, under, data)
    await town.wind(seconds=30)
    me.expects_no_word("Sam", "Lotte", WORDS, "🙁")
    assert await everything(town, me) == before
    for name in ("Sam", "Lotte"):
        town.person(name).expects_nothing()
    hush(me, town.person("Noor"), town.person("Mo"))  # whom Mo may call, and who hears where Noor is


@pytest.mark.asyncio
async def test_a_coordinator_never_reads_what_a_youth_wrote(town: Town) -> None:
    numbers, an = await sams_story(town), await coordinator(town)
    await an.says("/team")
    under = an.sees()[-1]
    for kind in Tap.kinds.values():
        for data in filled(kind, numbers):
            town.telegram.forge(an.user, under, data)
        await town.settle()
    for data in on_their_phones(town):
        town.telegram.forge(an.user, under, data)
    await town.wind(seconds=30)
    an.expects_no_word(WORDS, "🙁")
    hush(an, town.person("Sam"), town.person("Lotte"))
