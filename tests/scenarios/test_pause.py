"""A youth pauses: a tap to begin, a tap to end, and the begeleider told once."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from chat.screens.pause import PauseChosen
from programme.pause import Pause
from sandbox.faults import Fault
from sandbox.town import Town
from store import journal, pause
from store.journal import Happened
from tests.people import row_of, sam_with_lotte, youth

BRUSSELS = ZoneInfo("Europe/Brussels")
FACES = ["😣", "🙁", "😐", "🙂", "😄"]
LENGTHS = ["Vandaag", "3 dagen", "Een week", "Tot ik het zeg"]


def on(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment in Brussels, by days of November 2026 (31 is 1 December); the town opens on Tuesday 24 at nine."""
    return datetime(2026, 11, 1, hour, minute, tzinfo=BRUSSELS) + timedelta(days=day - 1)


@pytest.mark.parametrize(
    ("length", "says", "tells", "last_quiet", "asked"),
    [
        ("Vandaag", "Vandaag vraag ik niets meer", "vandaag geen vragen", on(24, 23), on(25, 10)),
        ("3 dagen", "Vanaf vrijdag", "Vanaf vrijdag weer wel", on(26, 23), on(27, 10)),
        (
            "Een week",
            "Vanaf dinsdag 1 december",
            "Vanaf dinsdag 1 december",
            on(30, 23),
            datetime(2026, 12, 1, 10, tzinfo=BRUSSELS),
        ),
    ],
)
@pytest.mark.asyncio
async def test_lasts_as_long_as_it_says(
    town: Town, length: str, says: str, tells: str, last_quiet: datetime, asked: datetime
) -> None:
    sam, lotte = await sam_with_lotte(town, at=time(10))
    await sam.says("/pauze")
    sam.expects("Hoe lang wil je geen vragen?", buttons=[*LENGTHS, "Toch niet"])
    await sam.taps(length)
    sam.expects(says, edited=True, buttons=["Vraag maar weer"])
    lotte.expects(tells, silent=True)
    await town.restart()
    await town.wind(to=last_quiet)
    sam.expects_nothing()
    await town.wind(to=asked)
    sam.expects("Sam", buttons=FACES)


@pytest.mark.asyncio
async def test_until_i_say_so_lasts_until_then(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=time(10))
    await sam.says("/pauze")
    await sam.taps("Tot ik het zeg")
    sam.expects("Hoe lang")
    sam.expects("Ik vraag niets tot jij het zegt", edited=True)
    lotte.expects("Sam zegt zelf wanneer weer wel")
    await town.wind(days=20, hours=3)
    sam.expects_nothing()
    await sam.taps("Vraag maar weer")
    sam.expects("De volgende keer: morgen, rond 10u", edited=True, buttons=[])
    lotte.expects("Sam krijgt weer vragen", edited=False, silent=True)
    await town.wind(to=datetime(2026, 12, 15, 10, tzinfo=BRUSSELS))
    sam.expects("Sam", buttons=FACES)


@pytest.mark.asyncio
async def test_changing_ones_mind_within_the_hour_rings_nobody_twice(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("/pauze")
    sam.expects("Hoe lang")
    await sam.taps("Vandaag", times=2)
    sam.expects("Vandaag vraag ik niets meer", edited=True)
    pushed = lotte.expects("Sam wil vandaag geen vragen")
    await town.wind(minutes=10)
    await sam.says("/pauze")
    sam.expects(
        "Wil je dat veranderen?",
        buttons=[*LENGTHS, "Vraag maar weer", "Laat het zo"],
    )
    await sam.taps("Een week")
    sam.expects("Vanaf dinsdag 1 december", edited=True)
    assert lotte.expects("Vanaf dinsdag 1 december", edited=True).id == pushed.id
    await sam.taps("Vraag maar weer", times=2)
    sam.expects("De volgende keer: vandaag, rond 10u", edited=True)
    assert lotte.expects("Sam krijgt weer vragen", edited=True).id == pushed.id
    await town.wind(to=on(24, 10))
    sam.expects("Sam", buttons=FACES)
    async with town.spoor.database.read() as session:
        kinds = [line.kind for line in await journal.since(session, 0)]
    assert (kinds.count(Happened.PAUSED), kinds.count(Happened.RESUMED)) == (2, 1)


@pytest.mark.asyncio
async def test_news_that_has_not_left_is_replaced_by_newer_news(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("/pauze")
    sam.expects("Hoe lang")
    town.telegram.faults.switch_on(Fault.INTERNAL, "sendMessage")
    await sam.taps("Vandaag")
    sam.expects("Vandaag vraag ik niets meer")
    await sam.taps("Vraag maar weer")
    sam.expects("De volgende keer: vandaag")
    town.telegram.faults.switch_off()
    await town.wind(minutes=2)
    lotte.expects("Sam krijgt weer vragen", edited=False)
    lotte.expects_no_word("geen vragen")


@pytest.mark.asyncio
async def test_changing_nothing(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("/pauze")
    sam.expects("Hoe lang")
    await sam.taps("Toch niet")
    sam.expects("alles blijft zoals het was", edited=True, buttons=[])
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_a_question_that_waits_for_its_turn_is_taken_back(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=time(10))
    await sam.says("/pauze")
    sam.expects("Hoe lang")
    town.telegram.faults.switch_on(Fault.INTERNAL, "sendMessage")
    await town.wind(to=on(24, 10))
    await sam.taps("Vandaag")
    sam.expects("Vandaag vraag ik niets meer")
    town.telegram.faults.switch_off()
    await town.wind(hours=5)
    sam.expects_nothing()
    lotte.expects("vandaag geen vragen")


@pytest.mark.asyncio
async def test_a_pause_silences_the_nudge_of_a_question_that_was_asked(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=time(10))
    await town.wind(to=on(24, 10))
    sam.expects("Sam", buttons=FACES)
    await sam.says("/pauze")
    await sam.taps("Vandaag")
    sam.expects("Hoe lang")
    sam.expects("Vandaag vraag ik niets meer")
    lotte.expects("vandaag geen vragen")
    await town.wind(to=on(25, 9, 59))
    sam.expects_nothing()
    await town.wind(to=on(25, 10))
    sam.expects("Sam", buttons=FACES)


@pytest.mark.asyncio
async def test_somebody_elses_button_pauses_only_oneself(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    mo = await youth(town, "Mo", lotte)
    await sam.says("/pauze")
    sam.expects("Hoe lang")
    await mo.says("/instellingen")
    await mo.forges(PauseChosen(Pause.WEEK).data, on=mo.expects("Zo staat het nu"))
    mo.expects("Vanaf dinsdag 1 december", edited=True)
    lotte.expects("Mo wil even geen vragen")
    async with town.spoor.database.read() as session:
        assert await pause.keeps_quiet(session, (await row_of(town, mo)).id, town.now())
        assert not await pause.keeps_quiet(session, (await row_of(town, sam)).id, town.now())


@pytest.mark.asyncio
async def test_a_colleague_has_no_pause(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await lotte.says("/pauze")
    message = lotte.expects("Dat ken ik niet")
    await lotte.forges(PauseChosen(Pause.WEEK).data, on=message)
    lotte.expects_toast("Die knop is van vroeger")
    sam.expects_nothing()
