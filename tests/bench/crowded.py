"""A tap while planned messages wait: how many of them go before its answer."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from chat.language import Verbatim
from chat.occasion import Manner, Occasion
from chat.screen import Screen
from sandbox.town import Town
from store.tables import Lane
from tests import people
from tests.bench.report import Report

CROWD = 300


async def a_tap_in_a_crowd(report: Report) -> None:
    """Counted, so that it is the same every time."""
    with tempfile.TemporaryDirectory() as folder:
        town = Town(Path(folder))
        await town.open()
        sent = await _sent_before_the_answer(town)
        await town.close()
    report.line(f"of {CROWD} planned messages that were there first, sent before a tap is answered", str(sent))


async def _sent_before_the_answer(town: Town) -> int:
    lotte = await people.staff(town, "Lotte")
    crowd = [await people.youth(town, f"Jongere{number}", lotte) for number in range(CROWD)]
    async with town.spoor.database.write() as session:
        for number, phone in enumerate(crowd):
            person = await people.row_of(town, phone)
            occasion = Occasion(session, town.now(), town.spoor.setting)
            await occasion.say(Screen(Verbatim("?")), person, Manner(kind=f"bench {number}", lane=Lane.PLANNED))
    before = len(town.telegram.calls.of("sendMessage"))
    await town.spoor.deliver.work()
    town.telegram.write(lotte.user, "/hulp")
    await town.spoor.receive.poll(timedelta(0))
    await town.spoor.handle.work()
    while not any(message.from_bot for message in town.telegram.messages(lotte.user.id)):
        await town.spoor.deliver.work()
        await town.spoor.deliver.landed()
    return len(town.telegram.calls.of("sendMessage")) - before
