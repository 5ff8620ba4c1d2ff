"""Bel me: asked in one tap, taken in one tap, told to the youth at once; and what nobody takes goes round."""

from __future__ import annotations

from datetime import time

import pytest
from sqlalchemy import select

from programme.call import CallEnd, Wish
from programme.contacts import ContactKind
from programme.people import Role
from sandbox.faults import Fault
from sandbox.town import Town
from store.tables import Call, CheckinPlan, Contact, Person, ReachableBlock
from tests.people import Phone, row_of, sam_with_lotte, staff, teamcoach, youth
from tests.scenarios.test_push import hush

ASKS = "📞 Sam vraagt of je belt."


async def calls(town: Town) -> list[Call]:
    async with town.spoor.database.read() as session:
        return list(await session.scalars(select(Call).order_by(Call.id)))


async def asks(sam: Phone, wish: str = "Zo snel mogelijk") -> None:
    await sam.says("📞 Bel me")
    sam.expects(
        "Wanneer wil je dat er iemand belt?", buttons=["Zo snel mogelijk", "Vandaag nog", "Morgen", "Toch niet"]
    )
    await sam.taps(wish)


async def has_hours(town: Town, who: Phone, weekdays: range, opens: time, closes: time) -> None:
    person = await row_of(town, who)
    async with town.spoor.database.write() as session:
        session.add_all(
            ReachableBlock(person_id=person.id, weekday=weekday, opens=opens, closes=closes) for weekday in weekdays
        )


@pytest.mark.asyncio
async def test_asked_taken_and_spoken(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    await asks(sam)
    told = sam.expects("Ik heb Lotte gevraagd om je te bellen.", edited=True)
    assert all(number in told.plain for number in ("1813", "106", "112"))
    lotte.expects(ASKS, buttons=["Ik bel nu", "Ik bel om …", "Gesproken", "Geef door"], silent=False)
    town.person("Bram").expects_nothing()
    await town.restart()
    await lotte.taps("Ik bel nu", times=2)
    sam.expects("Lotte belt je zo.")
    lotte.expects(
        "Jij belt Sam nu.", buttons=["Gesproken", "Niet bereikt", "Ik bel om …", "Ik kan toch niet"], edited=True
    )
    await town.restart()
    await lotte.taps("Gesproken", times=2)
    lotte.expects("✓ Lotte heeft Sam gesproken.", edited=True, buttons=[])
    await town.wind(hours=3)
    async with town.spoor.database.read() as session:
        noted = [(row.kind, row.day) for row in await session.scalars(select(Contact))]
    assert [kind for kind, _ in noted] == [ContactKind.PHONE]
    assert [row.end for row in await calls(town)] == [CallEnd.SPOKEN]


@pytest.mark.asyncio
async def test_who_chooses_nothing_is_called_as_soon_as_can_be(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await sam.says("📞 Bel me")
    sam.expects("Kies je niets? Dan vraag ik het zo snel mogelijk.")
    await town.restart()
    await town.wind(minutes=4)
    lotte.expects(ASKS)
    sam.expects("Ik heb Lotte gevraagd om je te bellen.")


@pytest.mark.asyncio
async def test_nobody_takes_it(town: Town) -> None:
    """First the begeleider, then the duo too, then the teamcoach, then everybody every hour; and somebody takes it."""
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    bram, tine = town.person("Bram"), await teamcoach(town)
    async with town.spoor.database.write() as session:
        from store.tables import Region

        region = Region(name="Kortrijk")
        session.add(region)
        await session.flush()
        for who in (lotte, tine):
            (await session.get_one(Person, (await row_of(town, who)).id)).region_id = region.id
    await asks(sam)
    sam.expects("Ik heb Lotte gevraagd", edited=True)
    lotte.expects(ASKS)
    await town.wind(minutes=14)
    bram.expects_nothing()
    await town.wind(minutes=2)
    lotte.expects("Nog niemand nam het op.")
    bram.expects("Nog niemand nam het op.")
    await town.restart()
    await town.wind(minutes=30)
    tine.expects(ASKS)
    lotte.expects_nothing()
    for _ in range(3):
        await town.wind(hours=1)
        for who in (lotte, bram, tine):
            who.expects("Nog niemand nam het op.")
    await tine.taps("Ik bel nu")
    sam.expects("Tine belt je zo.")
    tine.expects("Jij belt Sam nu.", edited=True)
    for who in (lotte, bram):
        who.expects("Tine belt Sam.", edited=True, buttons=["Gesproken"])
    await tine.taps("Gesproken")
    for who in (lotte, bram, tine):
        who.expects("✓ Tine heeft Sam gesproken.", edited=True)
    await town.wind(days=1)


@pytest.mark.asyncio
async def test_of_two_at_the_same_moment_one_gets_it(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    bram = town.person("Bram")
    await asks(sam)
    await town.wind(minutes=16)
    hush(sam, lotte, bram)
    for who in (lotte, bram):
        button = next(button for button in who.sees()[-1].buttons if button.text == "Ik bel nu")
        town.telegram.forge(who.user, who.sees()[-1], button.data or "")
    await town.settle()
    sam.expects("Lotte belt je zo.")
    lotte.expects("Jij belt Sam nu.", edited=True)
    bram.expects_toast("Lotte belt al.")
    bram.expects("Lotte belt Sam.", edited=True)
    hush(bram)
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_outside_the_hours_it_waits_and_the_youth_hears_for_whom(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await town.wind(hours=14)  # 23u
    await asks(sam)
    told = sam.expects("Lotte is er morgen vanaf 9u.\nDan vraag ik het meteen.", edited=True)
    assert "1813" in told.plain
    await town.wind(hours=9)
    lotte.expects_nothing()
    await town.wind(hours=1)
    lotte.expects(ASKS)


@pytest.mark.asyncio
async def test_it_goes_to_the_duo_who_is_there_when_the_begeleider_is_not(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    bram = town.person("Bram")
    await has_hours(town, bram, range(7), time(14), time(23, 30))
    await town.wind(hours=10)  # 19u
    await asks(sam)
    sam.expects("Ik heb Bram gevraagd om je te bellen.", edited=True)
    bram.expects(ASKS)
    await town.wind(minutes=20)
    bram.expects("Nog niemand nam het op.")
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_a_promised_time_that_passes_is_asked_about(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    bram = town.person("Bram")
    await asks(sam)
    hush(sam, lotte)
    await lotte.taps("Ik bel om …")
    offered = lotte.expects("Wanneer bel je Sam?", edited=True)
    assert [button.text for button in offered.buttons][:3] == ["9u30", "10u", "10u30"]
    await lotte.taps("10u30")
    sam.expects("Lotte belt je vandaag om 10u30.")
    lotte.expects("Jij belt Sam vandaag om 10u30.", edited=True)
    await town.restart()
    await town.wind(minutes=90)
    lotte.expects_nothing()
    await town.wind(minutes=16)
    lotte.expects("Heb je Sam gesproken?")
    bram.expects_nothing()
    await town.wind(minutes=30)
    lotte.expects("Heb je Sam gesproken?")
    bram.expects("Lotte zou Sam bellen.", buttons=["Ik bel nu", "Gesproken"])
    await bram.taps("Ik bel nu")
    sam.expects("Bram belt je zo.")
    bram.expects("Jij belt Sam nu.", edited=True)
    lotte.expects("Bram belt Sam.", edited=True)


@pytest.mark.parametrize(
    ("tapped", "youth_sees", "staff_sees"),
    [
        ("Nu nog eens", "Lotte belt je zo.", "Jij belt Sam nu."),
        ("Over een uur", "Lotte belt je vandaag om 10u.", "Jij belt Sam vandaag om 10u."),
        ("Niet meer nodig", "Oké, er belt niemand.", "✓ Sam hoeft geen telefoontje meer."),
        ("Schrijf liever", "Prima. Typ het hier, Lotte krijgt het.", "✓ Sam hoeft geen telefoontje meer."),
        ("Morgen", "Ik heb Lotte gevraagd", "Sam vraagt of je belt."),
    ],
)
@pytest.mark.asyncio
async def test_who_was_not_reached_chooses(town: Town, tapped: str, youth_sees: str, staff_sees: str) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await asks(sam)
    await lotte.taps("Ik bel nu")
    hush(sam, lotte)
    await lotte.taps("Niet bereikt", times=2)
    lotte.expects("Sam nam niet op. Sam hoort het, en kiest wanneer.", edited=True)
    sam.expects("Lotte belde je net, en kreeg je niet te pakken.")
    sam.expects_nothing()
    await town.restart()
    await sam.taps(tapped)
    sam.expects(youth_sees, edited=True)
    lotte.expects(staff_sees)


@pytest.mark.asyncio
async def test_who_was_not_reached_and_chooses_nothing_is_not_forgotten(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await asks(sam)
    await lotte.taps("Ik bel nu")
    await lotte.taps("Niet bereikt")
    hush(sam, lotte)
    await town.wind(hours=2, minutes=10)
    lotte.expects("Heb je Sam gesproken?")


@pytest.mark.asyncio
async def test_passed_on_to_the_duo(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    bram = town.person("Bram")
    await staff(town, "Noor")
    await asks(sam)
    hush(sam, lotte)
    await lotte.taps("Geef door")
    lotte.expects("Wie belt Sam?", buttons=["Bram", "Noor", "Toch niet"], edited=True)
    await lotte.taps("Bram")
    lotte.expects_toast("Bram hoort het nu.")
    sam.expects("Lotte vroeg aan Bram om je te bellen.")
    bram.expects(ASKS)
    lotte.expects(ASKS, edited=True)
    await bram.taps("Ik bel nu")
    sam.expects("Bram belt je zo.")
    bram.expects("Jij belt Sam nu.", edited=True)
    lotte.expects("Bram belt Sam.", edited=True)


@pytest.mark.asyncio
async def test_who_has_it_cannot_after_all(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    bram = town.person("Bram")
    await asks(sam)
    await lotte.taps("Ik bel nu")
    hush(sam, lotte)
    await lotte.taps("Ik kan toch niet")
    sam.expects("Lotte kan toch niet bellen.\nIk vraag verder.")
    lotte.expects(ASKS, edited=True)
    bram.expects("Nog niemand nam het op.")
    hush(lotte)


@pytest.mark.asyncio
async def test_a_second_request_shows_the_first_and_can_make_it_sooner(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await asks(sam, "Vandaag nog")
    sam.expects("Ik heb Lotte gevraagd", edited=True)
    lotte.expects(f"{ASKS}\nVandaag nog")
    await sam.says("/belme")
    sam.expects("Ik heb Lotte gevraagd", buttons=["Zo snel mogelijk", "Niet meer nodig"])
    assert len(await calls(town)) == 1
    await sam.taps("Zo snel mogelijk", times=2)
    sam.expects("Ik heb Lotte gevraagd", edited=True)
    lotte.expects(f"{ASKS}\nZo snel mogelijk")
    lotte.expects_nothing()
    assert [row.wish for row in await calls(town)] == [Wish.ASAP]


@pytest.mark.asyncio
async def test_withdrawn_at_any_time(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await sam.says("📞 Bel me")
    await sam.taps("Toch niet")
    sam.expects("Oké, er belt niemand.", edited=True)
    hush(sam)
    lotte.expects_nothing()
    await asks(sam)
    lotte.expects(ASKS)
    await sam.taps("Niet meer nodig", times=2)
    hush(sam)
    lotte.expects("✓ Sam hoeft geen telefoontje meer.", edited=True, buttons=[])
    await town.wind(hours=2)
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_what_it_is_about_stands_beside_it_and_goes_to_a_person(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await asks(sam)
    lotte.expects(ASKS)
    sam.expects("Wil je zeggen waarover het gaat?", edited=True)
    await sam.says("ik moet weg hier")
    lotte.expects("Sam: ik moet weg hier")
    shown = lotte.expects("Gaat over: ik moet weg hier", edited=True)
    assert [entity.kind for entity in shown.text.entities] == ["spoiler"]
    sam.expects("Lotte")


@pytest.mark.asyncio
async def test_who_blocked_the_bot_is_passed_over_at_once(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    bram = town.person("Bram")
    await lotte.blocks()
    await asks(sam)
    sam.expects("Ik heb Bram gevraagd", edited=True)
    bram.expects(ASKS)


@pytest.mark.asyncio
async def test_who_blocks_the_bot_after_taking_it_is_passed_over_too(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    bram = town.person("Bram")
    await asks(sam)
    await lotte.taps("Ik bel nu")
    hush(sam, lotte)
    await lotte.blocks()
    await town.settle()
    sam.expects("Lotte kan toch niet bellen.")
    bram.expects("Nog niemand nam het op.")


@pytest.mark.asyncio
async def test_when_nobody_can_be_reached_the_youth_hears_that_and_it_is_tried_on(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await lotte.blocks()
    await asks(sam)
    sam.expects("Ik kan Lotte nu niet bereiken.", edited=True)
    await town.wind(minutes=30)
    await lotte.unblocks()
    await town.wind(minutes=31)
    lotte.expects(ASKS)


@pytest.mark.asyncio
async def test_calls_of_today_in_a_list(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    mo = await youth(town, "Mo", lotte, at=None)
    await asks(sam)
    await asks(mo)
    await lotte.taps("Gesproken")
    hush(sam, lotte, mo)
    await lotte.says("/oproepen")
    shown = lotte.expects("📞 Sam vraagt of je belt.")
    assert "✓ Lotte heeft Mo gesproken." in shown.plain
    await lotte.taps("Sam: ik bel nu")
    sam.expects("Lotte belt je zo.")
    lotte.expects("Jij belt Sam nu.", edited=True)
    hush(lotte)


@pytest.mark.asyncio
async def test_it_works_after_stop(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    person = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        (await session.get_one(CheckinPlan, person.id)).stopped_at = town.now()
    await asks(sam)
    lotte.expects(ASKS)
    await lotte.taps("Ik bel nu")
    sam.expects("Lotte belt je zo.")
    hush(sam, lotte)


@pytest.mark.asyncio
async def test_a_reply_to_it_goes_to_the_youth(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await asks(sam)
    sam.expects("Ik heb Lotte gevraagd", edited=True)
    await lotte.says("Ik bel om 4", reply_to=lotte.expects(ASKS))
    sam.expects("Lotte: Ik bel om 4")
    lotte.expects("Verstuurd naar Sam.")


@pytest.mark.asyncio
async def test_an_alert_in_doubt_comes_again_and_says_so(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await sam.says("📞 Bel me")
    town.telegram.faults.switch_on(Fault.SILENT_AFTER, "sendMessage", calls=1)
    await sam.taps("Zo snel mogelijk")
    await town.wind(minutes=2)
    hush(sam)
    lotte.expects(ASKS)
    lotte.expects("tweede keer")


@pytest.mark.asyncio
async def test_nobody_else_takes_it(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    noor = await staff(town, "Noor")
    tine = await staff(town, "Tine", Role.TEAMCOACH)
    await asks(sam)
    hush(sam, lotte)
    row = (await calls(town))[0]
    for who in (noor, tine):
        await who.says("/hulp")
        hush(who)
        names = ("calnow", "callater", "calspoken", "calmissed", "caldrop", "calshow")
        for data in (
            *(f"{name}:{row.id}" for name in names),
            f"calat:{row.id}:9",
            f"calpass:{row.id}:0",
            f"calto:{row.id}:1",
        ):
            await who.forges(data, on=who.sees()[-1])
            who.expects_toast("van vroeger")
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_it_is_understood_in_english_and_told_in_each_ones_language(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    person = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        (await session.get_one(Person, person.id)).language = "en"
    await sam.says("📞 Call me")
    sam.expects("When do you want to be called?")
    await sam.taps("As soon as possible")
    sam.expects("I asked Lotte to call you.", edited=True)
    lotte.expects(ASKS)
