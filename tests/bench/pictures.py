"""Pictures and papers that wait to be drawn: a web, a timeline, a plan as PDF."""

from __future__ import annotations

from chat.language import Verbatim
from chat.occasion import Manner, Occasion
from chat.screen import Paper, Screen
from store import people
from tests.bench.crowd import opened
from tests.bot.process import Place
from tests.chat import plans, timelines, webs

PICTURES = (
    Screen(Verbatim("web"), drawing=webs.EVERYTHING),
    Screen(Verbatim("jaar"), drawing=timelines.CROWDED),
    Screen(Verbatim("plan"), paper=Paper("plan.pdf", plans.ORDINARY)),
)


async def say_pictures(here: Place, account: int) -> int:
    """Each once, to the person with this account. How many that are."""
    async with opened(here) as spoor, spoor.database.write() as session:
        person = await people.by_telegram_id(session, account)
        if person is None:
            raise LookupError(account)
        for screen in PICTURES:
            await Occasion(session, spoor.clock.now(), spoor.setting).say(screen, person, Manner("bench"))
    return len(PICTURES)
