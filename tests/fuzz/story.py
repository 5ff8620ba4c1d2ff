"""Somebody's whole story, of which others may see nothing."""

from __future__ import annotations

import json
from datetime import time, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chat.plan import Plan
from programme.call import CallEnd
from programme.checkin import Face
from programme.contacts import ContactKind
from programme.digest import Ask
from programme.milestones import Milestone
from programme.nazorg import Nazorg
from programme.spiderweb import Domain, WebMoment
from programme.workdays import A_DAY
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
    plan,
    question,
    spiderweb,
    spiderweb_offer,
)
from store.asks import Asked
from store.tables import (
    Alarm,
    AwayRow,
    Bundle,
    Checkin,
    Contact,
    HandOver,
    NazorgPlan,
    Promise,
    ReachableBlock,
    Silence,
    SpiderwebOffer,
    Talk,
)
from tests.fuzz.sams_webs import sams_webs
from tests.people import row_of, sam_with_lotte, today
from tests.scenarios.test_push import hush

WORDS = "geheim-van-Sam"


async def sams_story(town: Town) -> list[int]:
    """Sam answered, wrote, also something that hints, asked to be called, was silent, has a question coming, an open
    link, webs, a step, a plan and an offer of a web. Lotte answered, but not the last of it, did not say yet for whom
    something else is, met Sam, will get in touch, calls, said how she sees Sam's web, has hours and a morning message
    with a line of each kind, is called at night, and is away. The numbers of all that.
    """
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    await sam.says(WORDS)
    await lotte.says(WORDS, reply_to=lotte.expects(WORDS))
    await lotte.says(WORDS)
    await sam.says(WORDS)
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
        (await spiderweb.of_youth(session, me.id)).own = WORDS
        webs = await sams_webs(town, session, me.id, guide.id)
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


async def _nazorg(session: AsyncSession, town: Town, youth_id: int, by_id: int) -> Contact:
    """How they keep in touch, another day for it, and a contact of the day before."""
    session.add(NazorgPlan(youth_id=youth_id, mode=Nazorg.VAST, since=today(town)))
    await nazorg.choose_day(session, youth_id, ContactKind.PHONE, today(town), town.now(), today(town))
    return await contacts.note(session, youth_id, ContactKind.PHONE, today(town) - A_DAY, by_id, town.now(), at=None)


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
