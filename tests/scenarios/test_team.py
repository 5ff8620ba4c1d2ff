"""The coördinator invites, looks who is in, withdraws, and ends access."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from programme.people import Role
from sandbox.town import Town
from store import people
from store.tables import Region
from tests.people import Phone, coordinator, row_of, sam_with_lotte, staff, youth
from tests.scenarios.links import link_in


async def invites(an: Phone, name: str, role: str = "begeleider", region: str | None = None) -> str:
    """The coördinator invites somebody; their link."""
    await an.says("/team")
    an.expects("Je team")
    await an.taps("Iemand uitnodigen")
    an.expects("Welke rol krijgt je collega", buttons=["begeleider", "teamcoach", "coördinator", "Toch niet"])
    await an.taps(role)
    an.expects(f"Hoe heet de nieuwe {role}?")
    await an.says(name)
    an.expects("In welke regio")
    await (an.taps("Sla over") if region is None else an.says(region))
    an.expects("komt binnen met de link hieronder")
    return link_in(an.expects(f"Dag {name}. Dit is jouw link"))


ROLES = [
    ("begeleider", Role.BEGELEIDER),
    ("teamcoach", Role.TEAMCOACH),
    ("coördinator", Role.COORDINATOR),
]


@pytest.mark.parametrize(("word", "role"), ROLES, ids=[word for word, _ in ROLES])
@pytest.mark.asyncio
async def test_a_colleague_comes_in(town: Town, word: str, role: Role) -> None:
    an, noor = await coordinator(town), town.person("Noor")
    link = await invites(an, "Noor", word, "Kortrijk")
    await an.says("/team")
    an.expects(f"Noor, {word} in Kortrijk (uitgenodigd tot dinsdag 1 december)")
    await noor.opens(link)
    noor.expects(f"Je doet mee als {word}")
    an.expects("Noor is erbij", silent=True)
    assert (await row_of(town, noor)).role is role
    await an.says("/team")
    an.expects(f"Noor, {word} in Kortrijk")


@pytest.mark.asyncio
async def test_a_region_is_there_the_second_time(town: Town) -> None:
    an = await coordinator(town)
    await invites(an, "Noor", region="Kortrijk")
    await an.says("/team")
    an.expects("Noor")
    await an.taps("Iemand uitnodigen")
    an.expects("Welke rol")
    await an.taps("teamcoach")
    an.expects("Hoe heet")
    await an.says("Tine")
    an.expects("In welke regio", buttons=["Kortrijk", "Sla over", "Toch niet"])
    await an.says("KORTRIJK")
    an.expects("komt binnen")
    an.expects("Dag Tine")
    async with town.spoor.database.read() as session:
        assert [region.name for region in await session.scalars(select(Region))] == ["Kortrijk"]


NAMES = [
    ("two lines", "Noor\nvan Kortrijk"),
    ("too long", "N" * 41),
    ("as long as a message can be", "N" * 4096),
]


@pytest.mark.parametrize(("label", "name"), NAMES, ids=[row[0] for row in NAMES])
@pytest.mark.asyncio
async def test_a_name_that_does_not_fit_is_asked_again(town: Town, label: str, name: str) -> None:
    an = await coordinator(town)
    await an.says("/team")
    an.expects("Je team")
    await an.taps("Iemand uitnodigen")
    an.expects("Welke rol")
    await an.taps("begeleider")
    an.expects("Hoe heet")
    await an.says(name)
    an.expects("Typ een naam van 1 tot 40 tekens", buttons=["Toch niet"])
    await town.restart()
    await an.says('<b>N&"👩‍🚀')
    an.expects('In welke regio werkt <b>N&"👩‍🚀?')
    await an.taps("Toch niet", on="In welke regio")
    an.expects("niemand uitgenodigd", edited=True)
    await an.says("Kortrijk")
    an.expects("")
    async with town.spoor.database.read() as session:
        assert not await people.with_role(session, Role.BEGELEIDER), label


@pytest.mark.asyncio
async def test_a_withdrawn_link_opens_nothing_and_a_new_one_does(town: Town) -> None:
    an, noor = await coordinator(town), town.person("Noor")
    link = await invites(an, "Noor")
    await an.says("/team")
    an.expects("Noor, begeleider (uitgenodigd")
    await an.taps("Noor")
    an.expects("Noor", buttons=["Nieuwe link", "Link intrekken", "Van de lijst halen", "Terug naar het team"])
    await an.taps("Link intrekken")
    an.expects("opent niets meer", edited=True)
    await noor.opens(link)
    noor.expects("persoonlijke link")
    await an.taps("Nieuwe link")
    an.expects("komt binnen", edited=True)
    await noor.opens(link_in(an.expects("Dag Noor")))
    noor.expects("Welkom Noor")
    an.expects("Noor is erbij")


@pytest.mark.asyncio
async def test_somebody_who_never_came_is_taken_off(town: Town) -> None:
    an, noor = await coordinator(town), town.person("Noor")
    link = await invites(an, "Noor")
    await town.wind(days=8)
    await an.says("/team")
    an.expects("Noor, begeleider (link verlopen)")
    await an.taps("Noor")
    an.expects("Noor", buttons=["Nieuwe link", "Van de lijst halen", "Terug"])
    await an.taps("Van de lijst")
    an.expects("Noor van de lijst halen?", edited=True)
    await an.taps("Ja, van de lijst", times=2)
    an.expects("Noor staat niet meer op de lijst", edited=True)
    an.expects_toast("")
    await noor.opens(link)
    noor.expects("persoonlijke link")
    await an.taps("Terug naar het team")
    an.expects("1 collega", edited=True)


@pytest.mark.asyncio
async def test_access_ends_at_once_and_every_youth_has_somebody(town: Town) -> None:
    an = await coordinator(town)
    _, lotte = await sam_with_lotte(town, duo="Bram")
    bram, noor = town.person("Bram"), await staff(town, "Noor")
    mo = await youth(town, "Mo", lotte)
    yara = await youth(town, "Yara", bram, duo=lotte)
    await an.says("/team")
    an.expects("Je team: 4 collega's")
    await an.taps("Lotte")
    an.expects("Lotte, begeleider")
    await an.taps("Toegang stoppen")
    an.expects("Lotte begeleidt nog 2 jongeren.\nWie neemt Mo over?", buttons=["Bram", "Noor", "Toch niet"])
    await an.taps("Noor")
    noor.expects("Mo komt van Lotte naar jou")
    an.expects(
        "Lotte begeleidt nog 1 jongere.\nWie neemt Sam over?", buttons=["Bram", "Noor", "Mo ongedaan", "Toch niet"]
    )
    await town.restart()
    await an.taps("Bram")
    bram.expects("Sam komt van Lotte naar jou")
    an.expects("Yara heeft dan geen duo.", buttons=["Ja, stoppen", "Sam ongedaan", "Toch niet"])
    await an.taps("Ja, stoppen")
    an.expects("Lotte heeft geen toegang meer", edited=True)
    bram.expects("Lotte is weg, dus Yara heeft nu geen duo.", buttons=["Duo kiezen"])
    lotte.expects("Je toegang tot Spoor is gestopt")
    await lotte.says("hallo?")
    lotte.expects("persoonlijke link")
    await town.wind(minutes=3)
    mo.expects("vanaf nu loopt Noor met je mee")
    town.person("Sam").expects("vanaf nu loopt Bram met je mee")
    for phone, leader in ((mo, noor), (town.person("Sam"), bram), (yara, bram)):
        young, begeleider = await row_of(town, phone), await row_of(town, leader)
        async with town.spoor.database.read() as session:
            trajectory = await people.trajectory_of(session, young.id)
        assert (trajectory.begeleider_id, trajectory.duo_id) == (begeleider.id, None)


@pytest.mark.asyncio
async def test_whoever_left_can_be_invited_again(town: Town) -> None:
    an, noor = await coordinator(town), await staff(town, "Noor")
    await an.says("/team")
    an.expects("Je team")
    await an.taps("Noor")
    an.expects("Noor")
    await an.taps("Toegang stoppen")
    an.expects("De toegang van Noor stoppen?")
    await an.taps("Ja, stoppen")
    an.expects("geen toegang meer")
    noor.expects("gestopt")
    await noor.opens(await invites(an, "Noor"))
    noor.expects("Welkom Noor")
    an.expects("Noor is erbij")


@pytest.mark.asyncio
async def test_with_no_other_begeleider_nobody_is_left_alone(town: Town) -> None:
    an = await coordinator(town)
    await sam_with_lotte(town)
    await an.says("/team")
    an.expects("Je team")
    await an.taps("Lotte")
    an.expects("Lotte")
    await an.taps("Toegang stoppen")
    an.expects("Lotte begeleidt nog 1 jongere.\nEr is nog geen andere begeleider")


@pytest.mark.asyncio
async def test_the_last_coordinator_stays(town: Town) -> None:
    an = await coordinator(town)
    await invites(an, "Bert", "coördinator")
    await an.says("/team")
    an.expects("Je team")
    await an.taps("An")
    an.expects("An, coördinator")
    await an.taps("Toegang stoppen")
    an.expects("An is de enige coördinator hier")
    await coordinator(town, "Els")
    await an.taps("Terug")
    an.expects("Els", edited=True)
    await an.taps("An")
    an.expects("An, coördinator", edited=True)
    await an.taps("Toegang stoppen")
    an.expects("De toegang van An stoppen?", edited=True)
    await an.taps("Ja, stoppen")
    an.expects("An heeft geen toegang meer", edited=True)
    an.expects("Je toegang tot Spoor is gestopt")


@pytest.mark.asyncio
async def test_many_colleagues_take_several_pages(town: Town) -> None:
    an = await coordinator(town)
    for number in range(20):
        await staff(town, f"Collega {number:02}")
    await an.says("/team")
    an.expects("21 collega's")
    await an.taps("›")
    an.expects("Collega 07", edited=True)
    await an.taps("›")
    an.expects("Collega 19", edited=True)
    with pytest.raises(AssertionError, match="no button"):
        await an.taps("›")


FORGED = [
    "team:99",
    "mate:1",
    "relink:1",
    "unlink:1",
    "end:1",
    "ended:1",
    "handover:1:0",
    "handto:1:1:1",
    "invite",
    "inrole:begeleider",
    "inregion:1:0",
    "inregions:1:0",
    "indrop:1",
]
FORGED_BY_AN = ["mate:999", "end:2", "ended:2", "handto:2:3:99", "inregion:1:1", "inregions:1:0", "inrole:youth"]


@pytest.mark.parametrize("data", FORGED)
@pytest.mark.asyncio
async def test_the_team_is_for_the_coordinator_alone(town: Town, data: str) -> None:
    await coordinator(town)
    sam, lotte = await sam_with_lotte(town)
    for phone in (sam, lotte):
        await phone.says("/team")
        answer = phone.expects("")
        await phone.forges(data, on=answer)
        phone.expects_toast("")
        phone.expects_nothing()


@pytest.mark.parametrize("data", FORGED_BY_AN)
@pytest.mark.asyncio
async def test_forged_data_of_a_coordinator_does_nothing(town: Town, data: str) -> None:
    an = await coordinator(town)
    await sam_with_lotte(town)
    await an.says("/team")
    team = an.expects("Je team")
    before = await _everybody(town)
    await an.forges(data, on=team)
    for arrival in an.unexpected():
        arrival.expected = True
    assert await _everybody(town) == before


async def _everybody(town: Town) -> list[tuple[int, bool]]:
    async with town.spoor.database.read() as session:
        found = [await people.with_role(session, role) for role in Role]
    return [(person.id, person.ended_at is None) for group in found for person in group]
