"""Two people talk with ten youths for an hour, and no word is ever seen in a wrong chat, lost or said twice."""

from __future__ import annotations

from random import Random

import pytest
from sqlalchemy import select

from sandbox.town import Town
from store.tables import CheckinWords, Inbox, InboxState
from tests.scenarios.hour import Hour, shown_on
from tests.scenarios.test_push import hush

SEEDS = (6, 17)
MORE = [pytest.param(seed, marks=pytest.mark.fault) for seed in range(1, 13) if seed not in SEEDS]


@pytest.mark.parametrize("seed", [*SEEDS, *MORE])
@pytest.mark.asyncio
async def test_an_hour_of_talking(town: Town, seed: int) -> None:
    town.telegram.faults.twice = seed % 2 == 0  # each update comes twice
    hour = Hour(town, Random(seed))
    await hour.open()
    await town.wind(minutes=50)  # the question comes in this hour too
    await hour.pass_()
    await nothing_failed(town)
    kept = await kept_with_answers(town)
    nobody_saw_what_was_not_for_them(hour)
    nothing_was_lost_or_said_twice(hour, kept)
    hush(*hour.phones.values())


async def nothing_failed(town: Town) -> None:
    async with town.spoor.database.read() as session:
        failed = (Inbox.state != InboxState.HANDLED) | (Inbox.tries > 0)
        assert (await session.scalars(select(Inbox.update_id).where(failed))).all() == []


async def kept_with_answers(town: Town) -> str:
    async with town.spoor.database.read() as session:
        return " ".join(await session.scalars(select(CheckinWords.words)))


def nobody_saw_what_was_not_for_them(hour: Hour) -> None:
    for name, phone in hour.phones.items():
        for word in shown_on(phone)[0]:
            said = hour.said[word]
            of_staff = said.by in hour.desks
            assert name in (said.may if of_staff else readers(hour, word)), f"{name} saw {word}, of {said}"


def readers(hour: Hour, word: str) -> set[str]:
    """Who may see what a youth said; what was kept with an answer both who walk with them can open."""
    said = hour.said[word]
    return set(hour.desks) if said.with_answer else said.readers


def nothing_was_lost_or_said_twice(hour: Hour, kept: str) -> None:
    came = {name: shown_on(phone)[1] for name, phone in hour.phones.items()}
    sent = 0
    for word, said in hour.said.items():
        if said.by in hour.desks:
            there = sum(came[name][word] for name in hour.phones)
            assert there == said.sent or said.corrects, f"{word}, of {said}, came {there} times"
            sent += said.sent
        elif not said.with_answer or (word not in kept and not said.corrected):
            times = {name: came[name][word] for name in said.readers}
            assert set(times.values()) == {1}, f"{word}, of {said}, came {times}"
    assert sent > 10
    assert sum(word not in kept for word, said in hour.said.items() if said.by not in hour.desks) > 50
