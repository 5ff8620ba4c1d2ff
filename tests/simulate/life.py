"""Lets a plan happen: winds to each deed in long stretches, and judges after every one."""

from __future__ import annotations

import asyncio
import traceback
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.axe import Axe
from tests.simulate.breaks import Broken, breaks
from tests.simulate.deeds import OF_CHANCE, Deed, Kind, Plan
from tests.simulate.people_do import DO, unblocks
from tests.simulate.promises import Promises, Wrong
from tests.simulate.village import Village


@dataclass(frozen=True)
class Outcome:
    """What came of a plan."""

    digest: str
    messages: int
    deeds: int
    happened: Counter[str]
    wrong: Wrong | None
    story: tuple[str, ...]
    at: datetime


def live(plan: Plan, empty: Path, axe: Axe) -> Outcome:
    """All of it, or until something is wrong."""
    with TemporaryDirectory() as folder:
        village = Village(plan, Path(folder), empty, axe)
        return asyncio.run(_Life(village).whole())


class _Life:
    def __init__(self, village: Village) -> None:
        self._village = village
        self._promises = Promises(village)
        self._broken: list[Broken] = []
        self._done = 0

    async def whole(self) -> Outcome:
        village = self._village
        wrong: Wrong | None = None
        try:
            await self._everything()
        except Wrong as found:
            wrong = found
        except Exception:
            wrong = Wrong("goes on", traceback.format_exc())
        finally:
            village.axe.lower()
            await village.town.close()
        record, happened = village.record, village.happened
        story = tuple(record.story) if wrong else ()
        return Outcome(record.digest, record.messages, self._done, happened, wrong, story, village.clock.true.now())

    async def _everything(self) -> None:
        village = self._village
        await village.open()
        for deed in village.plan.deeds:
            await self._until(deed.at)
            await self._happens(deed)
            self._done += 1
        await self._until(village.plan.ends)

    async def _until(self, moment: datetime) -> None:
        """Time passes; what is broken is mended on the way, and a bot that is off is started."""
        village = self._village
        while village.clock.true.now() < moment:
            stops = [one.until for one in self._broken] + ([village.opens_at] if village.opens_at else [])
            until = min([moment, *stops])
            await self._winds(until)
            mended = [one for one in self._broken if one.until <= until]
            for one in mended:
                self._broken.remove(one)
                one.mend()
            if village.opens_at and village.opens_at <= until:
                village.opens_at = None
                await self._goes_on(village.town.restart)
            elif mended and village.opens_at is None:
                await self._goes_on(village.town.settle)
            await self._judges()

    async def _winds(self, until: datetime) -> None:
        village = self._village
        if village.opens_at is not None:
            village.clock.true.wind(max(until, village.clock.true.now()))
        while village.clock.true.now() < until:
            # by the bot's clock, which a deed may have set
            await self._goes_on(partial(village.town.wind, to=until + village.clock.off))

    async def _goes_on(self, what: Callable[[], Awaitable[object]]) -> None:
        """Whatever happens, the bot is there again after it, unless somebody put it off."""
        village = self._village
        while not await village.lives(what):
            what = village.town.restart

    async def _happens(self, deed: Deed) -> None:
        village, chance = self._village, self._village.chance(deed.dice)
        village.record.tell(str(deed))
        village.known.acted.append(village.clock.now())
        village.happened[deed.kind] += 1
        if deed.kind in OF_CHANCE:
            if broken := breaks(village, deed.kind, chance):
                self._broken.append(broken)
            if village.opens_at is not None:
                await village.town.close()
            else:
                await self._goes_on(village.town.settle)
        else:
            await self._somebody(deed)
        await self._judges()

    async def _somebody(self, deed: Deed) -> None:
        village, name, chance = self._village, deed.who, self._village.chance(deed.dice)
        phone = village.phones[name]
        if village.telegram.has_blocked(phone.user):
            if deed.kind is Kind.UNBLOCKS and name not in village.known.away:
                await self._goes_on(lambda: unblocks(village, name))
        elif deed.kind is Kind.LEAVES and name not in village.known.away:
            await self._has_no_connection(name, timedelta(hours=chance.choice((0.2, 2, 12, 60))))
        elif deed.kind in DO and (name not in village.known.away or deed.kind not in (Kind.BLOCKS, Kind.MOVES)):
            await self._goes_on(lambda: DO[deed.kind](village, name, chance))

    async def _has_no_connection(self, name: str, lasts: timedelta) -> None:
        village = self._village
        user = village.phones[name].user
        village.known.away.add(name)
        village.telegram.go_offline(user)

        def mend() -> None:
            village.known.away.discard(name)
            village.telegram.come_online(user)

        self._broken.append(Broken(village.clock.true.now() + lasts, mend))

    async def _judges(self) -> None:
        if self._village.town.is_open:
            await self._promises.judge()
