"""A begeleider or coördinator adds a jongere: /nieuw, question by question."""

from __future__ import annotations

from datetime import date

import pytest

from programme.people import Role
from sandbox.town import Town
from store import people
from store.tables import Trajectory
from tests.people import Phone, coordinator, row_of, staff
from tests.scenarios.links import link_in


async def trajectories(town: Town) -> list[tuple[str, Trajectory]]:
    """Every jongere there is, by name."""
    async with town.spoor.database.read() as session:
        found = await people.with_role(session, Role.YOUTH)
        return [(youth.name, await people.trajectory_of(session, youth.id)) for youth in found]


async def up_to_start(lotte: Phone, name: str = "Sam") -> None:
    """/nieuw and the name."""
    await lotte.says("/nieuw")
    lotte.expects("Hoe heet de jongere?", buttons=["Toch niet"])
    await lotte.says(name)
    lotte.expects(f"Wanneer start het jaar met {name}?", buttons=["Vandaag", "Gisteren", "Toch niet"])


@pytest.mark.asyncio
async def test_lotte_adds_sam_and_sam_comes_in(town: Town) -> None:
    lotte, bram = await staff(town, "Lotte"), await staff(town, "Bram")
    await up_to_start(lotte)
    await lotte.taps("Gisteren")
    lotte.expects("Wie is de duo van Sam?", buttons=["Bram", "Later", "Toch niet"])
    await lotte.taps("Bram")
    labels = ["Klopt, maak de link", "Voornaam", "Startdatum", "Duo", "Toch niet"]
    summary = lotte.expects("Klopt dit?", buttons=labels, edited=True)
    assert "Voornaam: Sam\nStart: maandag 23 november 2026\nDuo: Bram" in summary.plain
    await town.restart()
    await lotte.taps("Klopt", times=2)
    lotte.expects("✅ Sam staat erbij", edited=True)
    lotte.expects_toast("")
    picture = lotte.expects("Laat Sam dit scannen", photo=True)
    assert "tot dinsdag 1 december" in picture.plain
    bram.expects("Jij bent de duo van Sam", silent=True)
    sam = town.person("Sam")
    await sam.opens(link_in(picture))
    assert "Lotte. En Bram, die soms invalt" in sam.expects("Hey Sam").plain
    [(name, trajectory)] = await trajectories(town)
    assert (name, trajectory.start_on) == ("Sam", date(2026, 11, 23))
    assert trajectory.begeleider_id == (await row_of(town, lotte)).id
    assert trajectory.duo_id == (await row_of(town, bram)).id


@pytest.mark.asyncio
async def test_the_coordinator_chooses_a_begeleider(town: Town) -> None:
    an, lotte, bram = await coordinator(town), await staff(town, "Lotte"), await staff(town, "Bram")
    await up_to_start(an)
    await an.taps("Vandaag")
    an.expects("Wie begeleidt Sam?", buttons=["Bram", "Lotte", "Toch niet"])
    await an.taps("Lotte")
    an.expects("Wie is de duo van Sam?", buttons=["Bram", "Later", "Toch niet"])
    await an.taps("Later")
    assert "Begeleider: Lotte\nDuo: later" in an.expects("Klopt dit?").plain
    await an.taps("Begeleider")
    an.expects("Wie begeleidt Sam?", edited=True)
    await an.taps("Bram")
    assert "Begeleider: Bram\nDuo: later" in an.expects("Klopt dit?").plain
    await an.taps("Klopt")
    an.expects("Sam staat erbij")
    an.expects("Laat Sam dit scannen")
    bram.expects("Sam komt bij jou")
    lotte.expects_nothing()


DAYS = [
    ("yesterday", "23/11/2026", date(2026, 11, 23), ""),
    ("without zeros", "1/9/26", date(2026, 9, 1), ""),
    ("a year ago to the day", "24/11/2025", date(2025, 11, 24), ""),
    ("sixty days ahead", "23/01/2027", date(2027, 1, 23), ""),
    ("a day over a year ago", "23/11/2025", None, "meer dan een jaar geleden"),
    ("sixty-one days ahead", "24/01/2027", None, "meer dan 60 dagen"),
    ("no such day", "31/02/2026", None, "Die datum ken ik niet"),
    ("words", "volgende week", None, "Die datum ken ik niet"),
    ("markup", '<b>&"', None, "Die datum ken ik niet"),
    ("very long", "1" * 4096, None, "Die datum ken ik niet"),
]


@pytest.mark.parametrize(("label", "typed", "day", "refused"), DAYS, ids=[row[0] for row in DAYS])
@pytest.mark.asyncio
async def test_a_typed_start(town: Town, label: str, typed: str, day: date | None, refused: str) -> None:
    lotte = await staff(town, "Lotte")
    await up_to_start(lotte)
    await lotte.says(typed)
    if day is None:
        lotte.expects(refused, buttons=["Vandaag", "Gisteren", "Toch niet"])
        return
    lotte.expects("Wie is de duo")
    await lotte.taps("Later")
    lotte.expects("Klopt dit?")
    await lotte.taps("Klopt")
    lotte.expects("Sam staat erbij")
    lotte.expects("Laat Sam")
    assert [trajectory.start_on for _, trajectory in await trajectories(town)] == [day], label


@pytest.mark.asyncio
async def test_every_part_can_be_corrected(town: Town) -> None:
    lotte, bram = await staff(town, "Lotte"), await staff(town, "Bram")
    await up_to_start(lotte, "Sma")
    await lotte.taps("Vandaag")
    lotte.expects("duo van Sma")
    await lotte.taps("Later")
    lotte.expects("Klopt dit?")
    await lotte.taps("Voornaam")
    lotte.expects("Hoe heet de jongere?", edited=True)
    await lotte.says("Sam")
    lotte.expects("Voornaam: Sam")
    await lotte.taps("Startdatum")
    lotte.expects("Wanneer start het jaar met Sam?", edited=True)
    await lotte.says("20/11/2026")
    lotte.expects("Start: vrijdag 20 november 2026")
    await lotte.taps("Duo")
    lotte.expects("Wie is de duo van Sam?", edited=True)
    await lotte.says("Bram")
    lotte.expects("Tik op een van de knoppen")
    await lotte.taps("Bram")
    lotte.expects("Duo: Bram", edited=True)
    await lotte.taps("Klopt")
    lotte.expects("Sam staat erbij")
    lotte.expects("Laat Sam")
    bram.expects("Jij bent de duo van Sam")


@pytest.mark.asyncio
async def test_buttons_of_an_earlier_time_do_nothing(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    await up_to_start(lotte, "Mo")
    await lotte.taps("Vandaag")
    lotte.expects("duo van Mo")
    await lotte.taps("Later")
    lotte.expects("Voornaam: Mo")
    await town.wind(minutes=1)
    await up_to_start(lotte, "Sam")
    await lotte.taps("Vandaag", on="Wanneer start het jaar met Sam")
    lotte.expects("duo van Sam")
    await lotte.taps("Later")
    lotte.expects("Voornaam: Sam")
    await lotte.taps("Klopt", on="Voornaam: Mo")
    lotte.expects_toast("")
    await lotte.taps("Toch niet", on="Voornaam: Mo")
    lotte.expects("Deze vraag is voorbij", edited=True, buttons=[])
    await lotte.taps("Klopt", on="Voornaam: Sam")
    lotte.expects("Sam staat erbij")
    lotte.expects("Laat Sam")
    await lotte.taps("Toch niet", on="Hoe heet de jongere")
    lotte.expects("Deze vraag is voorbij", edited=True, buttons=[])
    assert [name for name, _ in await trajectories(town)] == ["Sam"]


@pytest.mark.asyncio
async def test_a_duo_who_left_meanwhile_is_asked_again(town: Town) -> None:
    an, lotte, bram = await coordinator(town), await staff(town, "Lotte"), await staff(town, "Bram")
    await up_to_start(lotte)
    await lotte.taps("Vandaag")
    lotte.expects("duo van Sam")
    await lotte.taps("Bram")
    lotte.expects("Klopt dit?")
    await an.says("/team")
    an.expects("Je team")
    await an.taps("Bram")
    an.expects("Bram")
    await an.taps("Toegang stoppen")
    an.expects("stoppen?")
    await an.taps("Ja, stoppen")
    an.expects("geen toegang meer")
    bram.expects("gestopt")
    await lotte.taps("Klopt")
    lotte.expects("Wie is de duo van Sam?", buttons=["Later", "Toch niet"], edited=True)


@pytest.mark.asyncio
async def test_without_begeleiders_there_is_nobody_to_choose(town: Town) -> None:
    an = await coordinator(town)
    await an.says("/nieuw")
    an.expects("Er is nog geen begeleider")


@pytest.mark.asyncio
async def test_a_command_wins_over_a_question(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    await up_to_start(lotte)
    await lotte.says("/jongeren")
    lotte.expects("Hier staat nog niemand")
    await lotte.says("24/11/2026")
    lotte.expects("")
    assert await trajectories(town) == []


FORGED = [
    "newstart:1:0",
    "newguide:1:1",
    "newduo:1:0",
    "newpeople:1:0",
    "newfield:1:name",
    "newyes:1",
    "newfield:1:other",
]


@pytest.mark.parametrize("data", FORGED)
@pytest.mark.asyncio
async def test_forged_data_does_nothing(town: Town, data: str) -> None:
    lotte = await staff(town, "Lotte")
    await lotte.says("/nieuw")
    asked = lotte.expects("Hoe heet")
    await lotte.forges(data, on=asked)
    lotte.expects_toast("")


@pytest.mark.asyncio
async def test_somebody_who_is_no_begeleider_is_no_choice(town: Town) -> None:
    an, lotte = await coordinator(town), await staff(town, "Lotte")
    began = int(town.now().timestamp())
    await up_to_start(lotte)
    await lotte.taps("Vandaag")
    asked = lotte.expects("duo van Sam")
    for person in (an, lotte):
        await lotte.forges(f"newduo:{began}:{(await row_of(town, person)).id}", on=asked)
        lotte.expects_toast("")
    await lotte.forges(f"newguide:{began}:{(await row_of(town, lotte)).id}", on=asked)
    lotte.expects_toast("")
