"""Every button we have, in the hands of whoever it is not for, filled with somebody else's numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from enum import Enum
from itertools import product

import pytest
from sqlalchemy import select

from chat.taps import Tap
from handlers import TABLE
from programme.checkin import Face
from sandbox.town import Town
from store import checkin, joining, people, question
from store.tables import AwayRow, Base, Checkin, HandOver, Silence, Talk
from tests.people import Phone, coordinator, row_of, sam_with_lotte, staff, teamcoach, today, youth
from tests.scenarios.test_push import hush

assert TABLE  # importing it declares every kind of button

WORDS = "geheim-van-Sam"
# None of Sam's numbers.
HERS = 99
# What a tap of a stranger to all this may leave behind: what was said to them.
LEFT_BEHIND = {"outbox", "inbox", "journal", "agenda", "own", "wrong_code"}
# And, in the rows that are their own, where they are and what they chose.
THEIR_OWN = {"flow": "person_id", "preference": "person_id", "away": "person_id", "checkin_plan": "youth_id"}


async def sams_story(town: Town) -> list[int]:
    """Sam answered, wrote, was silent, has a question coming and an open link. Lotte answered, did not say yet for whom
    something else is, is away, will be away again, and is going to hand Sam over. The numbers of all that."""
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
        later = _away(town, guide.id, in_days=3)
        passed_on = HandOver(youth_id=me.id, from_id=guide.id, to_id=guide.id, becomes_duo=False, words=WORDS)
        session.add_all([row, quiet, _away(town, guide.id), later, passed_on])
        await session.flush()
        checkin.add_words(session, row, WORDS, town.now())
        coming = await question.keep(session, me.id, guide.id, today(town), WORDS)
        await joining.invite(session, me, guide, town.now())
        said = await session.scalars(select(Talk.id))
        return sorted({me.id, guide.id, row.id, quiet.id, coming.id, later.id, passed_on.id, *said, 0})


def _away(town: Town, person_id: int, *, in_days: int = 0) -> AwayRow:
    day = today(town) + timedelta(days=in_days)
    return AwayRow(person_id=person_id, first=day, since=town.now(), through=day)


def on_their_phones(town: Town) -> list[str]:
    """The data of the buttons that Sam and Lotte have."""
    messages = (message for name in ("Sam", "Lotte") for message in town.person(name).sees())
    return [button.data for message in messages for button in message.buttons if button.data]


def filled(kind: type[Tap], numbers: list[int]) -> Iterator[str]:
    """Data of this kind, with these numbers wherever it has one."""
    for values in product(*(_values(type_, numbers) for type_ in kind.types)):
        yield ":".join((kind.name, *values))


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
