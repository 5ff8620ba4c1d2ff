"""The year after the year: calls and meetings that come due, another day for them, vast or soepel."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from chat.occasion import Manner, Occasion
from chat.screen import Button, Screen, column
from chat.screens import nazorg as screens
from programme.contacts import ContactKind
from programme.nazorg import Nazorg
from sandbox.town import Town
from store import contacts, nazorg, people
from store.journal import Happened
from store.tables import Contact, Journal, NazorgPlan
from tests.people import Phone, row_of, sam_with_lotte, staff, today, youth
from tests.scenarios.test_push import hush
from tests.scenarios.test_youths import opens_page

CALL, MEETING = ContactKind.PHONE, ContactKind.FACE_TO_FACE
# The fourth day of nazorg: the year ended on Saturday 21 November 2026.
DAY = 369
PAGE = "Nazorg van Sam, week 1"
BUTTONS = ["Gebeld", "Gezien", "Niet bereikt", "Bellen verzetten", "Zien verzetten", "Soepel maken", "← Terug"]
# What stands under the settings of every youth.
ENDS = ["📖 Wat er over mij genoteerd is", "Klaar"]


async def in_nazorg(town: Town, *, day: int = DAY, duo: str | None = None) -> tuple[Phone, Phone]:
    """Sam in nazorg and Lotte with the page open; vast, since the day the year was over."""
    sam, lotte = await sam_with_lotte(town, day=day, duo=duo)
    me = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        over = today(town) - timedelta(days=day - 366)
        session.add(NazorgPlan(youth_id=me.id, mode=Nazorg.VAST, since=over))
    await opens_nazorg(lotte)
    hush(lotte)
    return sam, lotte


async def opens_nazorg(lotte: Phone, name: str = "Sam") -> None:
    """The page, by way of the card."""
    await opens_page(lotte, name)
    await lotte.taps("🤝 Nazorg", on=f"{name}: nazorg, week")


async def due(town: Town, who: Phone) -> dict[ContactKind, date]:
    """What is about due."""
    me = await row_of(town, who)
    async with town.spoor.database.read() as session:
        return await nazorg.next_due(session, me.id, today(town))


async def said(town: Town, who: Phone, first: date, last: date) -> dict[ContactKind, list[str]]:
    """The days on which each would be brought up, if nothing happened any more."""
    me = await row_of(town, who)
    found: dict[ContactKind, list[str]] = {}
    async with town.spoor.database.read() as session:
        for ahead in range((last - first).days + 1):
            day = first + timedelta(days=ahead)
            for kind in await nazorg.said_today(session, me.id, day):
                found.setdefault(kind, []).append(str(day))
    return found


async def journal_of(town: Town, *kinds: Happened) -> list[str]:
    """What was remembered of these kinds, in order."""
    async with town.spoor.database.read() as session:
        return list(await session.scalars(select(Journal.kind).where(Journal.kind.in_(kinds)).order_by(Journal.id)))


async def notes(town: Town, who: Phone, by: Phone, kind: ContactKind, day: date) -> Contact:
    """A contact that is noted elsewhere."""
    me, guide = await row_of(town, who), await row_of(town, by)
    async with town.spoor.database.write() as session:
        return await contacts.note(session, me.id, kind, day, guide.id, town.now(), at=None)


@pytest.mark.asyncio
async def test_the_page_says_what_is_about_due(town: Town) -> None:
    sam, lotte = await in_nazorg(town)
    await lotte.says("/jongeren")
    await lotte.taps("Sam")
    await lotte.taps("🤝 Nazorg", on="Sam: nazorg")
    page = lotte.expects(PAGE, edited=True, buttons=BUTTONS).plain
    assert page.splitlines()[2:] == ["Bellen: rond zaterdag 5 december", "Elkaar zien: rond maandag 21 december"]
    await lotte.taps("← Terug")
    lotte.expects("Sam: nazorg, week 1", edited=True)
    hush(lotte)
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_a_call_moves_the_call_and_a_meeting_moves_both(town: Town) -> None:
    sam, lotte = await in_nazorg(town)
    await lotte.taps("📞 Gebeld", times=2)
    told = lotte.expects("Genoteerd: je belde vandaag met Sam.", edited=True, buttons=["Ongedaan maken", *BUTTONS])
    lotte.expects_toast("Dat staat er al")
    assert "Bellen: rond dinsdag 8 december\nElkaar zien: rond maandag 21 december" in told.plain
    await lotte.taps("Ongedaan maken", times=2)
    lotte.expects("Oké, dat is teruggedraaid.", edited=True, buttons=BUTTONS)
    lotte.expects_toast("van vroeger")
    assert await due(town, sam) == {CALL: date(2026, 12, 5), MEETING: date(2026, 12, 21)}
    await lotte.taps("👋 Gezien")
    lotte.expects("Genoteerd: je zag Sam vandaag.", edited=True)
    assert await due(town, sam) == {CALL: date(2026, 12, 8), MEETING: date(2026, 12, 24)}
    kinds = (Happened.CONTACT_NOTED, Happened.CONTACT_REMOVED)
    assert await journal_of(town, *kinds) == [kinds[0], kinds[1], kinds[0]]
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_not_reached_comes_back_in_two_days_and_not_on_the_day_it_was_said(town: Town) -> None:
    sam, lotte = await in_nazorg(town)
    await town.wind(to=datetime(2026, 12, 4, 9, tzinfo=UTC))  # the Friday before the Saturday it is due
    assert await said(town, sam, today(town), today(town)) == {CALL: ["2026-12-04"]}
    lotte.expects("Dit is er vandaag:\n\nSam: bellen, morgen.")
    await opens_nazorg(lotte)
    await lotte.taps("Niet bereikt", times=2)
    lotte.expects("Oké. Bellen komt maandag terug.", edited=True, buttons=["Ongedaan maken", *BUTTONS])
    lotte.expects_toast("Dat staat er al")
    assert await said(town, sam, today(town), date(2026, 12, 18)) == {
        CALL: ["2026-12-07", "2026-12-14"],
        MEETING: ["2026-12-18"],
    }
    await lotte.taps("Ongedaan maken")
    lotte.expects("Oké, dat is teruggedraaid.", edited=True)
    assert (await due(town, sam))[CALL] == date(2026, 12, 5)
    await lotte.taps("Niet bereikt")
    hush(lotte)
    await town.wind(days=3)
    lotte.expects("Dit is er vandaag:\n\nSam: bellen, vandaag.")
    await lotte.taps("Niet bereikt", on=PAGE[:-1])
    lotte.expects("Oké. Bellen komt woensdag terug.")
    assert await journal_of(town, Happened.NOT_REACHED) == [Happened.NOT_REACHED] * 3
    hush(lotte)
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_moved_to_an_offered_day_and_back(town: Town) -> None:
    sam, lotte = await in_nazorg(town)
    await lotte.taps("Zien verzetten")
    offered = [
        "morgen",
        "dinsdag 1 december",
        "dinsdag 8 december",
        "dinsdag 22 december",
        "Een andere dag",
        "Toch niet",
    ]
    lotte.expects("Sam zien: rond maandag 21 december.\nWelke dag past beter?", edited=True, buttons=offered)
    await lotte.taps("dinsdag 22 december", times=2)
    lotte.expects("Verzet naar dinsdag 22 december.", edited=True, buttons=["Ongedaan maken", *BUTTONS])
    lotte.expects_toast("Dat staat er al")
    await lotte.taps("Zien verzetten")
    await lotte.taps("dinsdag 1 december")
    assert (await due(town, sam))[MEETING] == date(2026, 12, 1)
    await lotte.taps("Ongedaan maken", times=2)
    assert (await due(town, sam))[MEETING] == date(2026, 12, 22)
    lotte.expects_toast("van vroeger")
    await lotte.taps("Bellen verzetten")
    lotte.expects("Bellen met Sam: rond zaterdag 5 december.")
    await lotte.taps("Toch niet")
    assert "Bellen: rond zaterdag 5 december" in lotte.sees()[-1].plain
    hush(lotte)
    sam.expects_nothing()


@pytest.mark.parametrize(
    "typed", ["29/02/2027", "23/11/2026", "20/11/2027", "morgen", "😴", "1" * 4000, "<b>&", "24/11"]
)
@pytest.mark.asyncio
async def test_a_day_that_cannot_be_is_refused_kindly(town: Town, typed: str) -> None:
    sam, lotte = await in_nazorg(town)
    await lotte.taps("Bellen verzetten")
    await lotte.taps("Een andere dag")
    hush(lotte)
    await lotte.says(typed)
    lotte.expects(
        "Met die dag kan ik niets.\nTyp er een van vandaag tot vrijdag 19 november 2027", buttons=["Toch niet"]
    )
    await town.restart()
    await lotte.says("19-11-27")
    lotte.expects("Verzet naar vrijdag 19 november.", edited=False)
    assert (await due(town, sam))[CALL] == date(2027, 11, 19)
    await lotte.says("hallo")
    lotte.expects("Voor wie is dit?")  # nothing waits for a day any more
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_who_goes_elsewhere_types_no_day_any_more(town: Town) -> None:
    sam, lotte = await in_nazorg(town)
    await lotte.taps("Bellen verzetten")
    await lotte.taps("Een andere dag")
    await lotte.taps("Toch niet")
    hush(lotte)
    await lotte.says("1/12/2026")
    lotte.expects("Voor wie is dit?")
    assert (await due(town, sam))[CALL] == date(2026, 12, 5)


@pytest.mark.asyncio
async def test_a_chosen_day_lasts_until_there_is_a_contact_whoever_notes_it(town: Town) -> None:
    sam, lotte = await in_nazorg(town)
    await lotte.taps("Bellen verzetten")
    await lotte.taps("dinsdag 22 december")
    hush(lotte)
    await notes(town, sam, lotte, ContactKind.MESSAGE, today(town))
    assert (await due(town, sam))[CALL] == date(2026, 12, 22)
    await town.wind(seconds=1)
    met = await notes(town, sam, lotte, MEETING, today(town))
    assert await due(town, sam) == {CALL: date(2026, 12, 8), MEETING: date(2026, 12, 24)}
    async with town.spoor.database.write() as session:
        (await session.get_one(Contact, met.id)).removed_at = town.now()
    assert (await due(town, sam))[CALL] == date(2026, 12, 22)


@pytest.mark.asyncio
async def test_a_chosen_day_is_brought_up_like_any_other(town: Town) -> None:
    sam, lotte = await in_nazorg(town)
    await lotte.taps("Bellen verzetten")
    await lotte.taps("Een andere dag")
    await lotte.says("28/03/2027")  # a Sunday before Easter Monday; the clock goes forward
    hush(lotte)
    assert (await said(town, sam, date(2027, 3, 20), date(2027, 4, 13)))[CALL] == [
        "2027-03-25",
        "2027-03-26",
        "2027-04-05",
        "2027-04-12",
    ]


@pytest.mark.asyncio
async def test_the_begeleider_makes_it_flexible_and_the_youth_hears_it(town: Town) -> None:
    sam, lotte = await in_nazorg(town)
    await lotte.taps("Soepel maken", times=2)
    flexible = ["Ongedaan maken", "Gebeld", "Gezien", "Vast maken", "← Terug"]
    lotte.expects("Oké, vanaf nu soepel.\nSam hoort het van mij.", edited=True, buttons=flexible)
    lotte.expects_toast("Dat staat er al")
    assert await due(town, sam) == {}
    assert await said(town, sam, today(town), today(town) + timedelta(90)) == {}
    sam.expects_nothing()
    await town.wind(minutes=5)
    told = "Lotte koos voor soepel contact met jou.\nEr staat niets gepland.\nBellen mag altijd."
    sam.expects(told, silent=True, buttons=["Liever vaste momenten"])
    await sam.taps("Liever vaste momenten")
    sam.expects("Oké, vaste momenten.\nLotte belt je rond zaterdag 5 december.", edited=True)
    lotte.expects("Sam wil vaste momenten.\nBellen: rond zaterdag 5 december", silent=True, buttons=["Nazorg"])
    await lotte.taps("🤝 Nazorg", on="Sam wil vaste momenten")
    lotte.expects(PAGE, edited=False, buttons=BUTTONS)  # the news stays where it is


@pytest.mark.asyncio
async def test_a_switch_undone_in_time_is_heard_by_nobody(town: Town) -> None:
    sam, lotte = await in_nazorg(town)
    await lotte.taps("Soepel maken")
    await lotte.taps("Ongedaan maken", times=2)
    hush(lotte)
    lotte.expects_toast("Dat staat er al")
    assert await due(town, sam) == {CALL: date(2026, 12, 5), MEETING: date(2026, 12, 21)}
    await town.wind(days=1)
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_a_switch_undone_late_changes_what_the_youth_reads(town: Town) -> None:
    sam, lotte = await in_nazorg(town)
    await lotte.taps("Soepel maken")
    await town.wind(minutes=20)
    sam.expects("Lotte koos voor soepel contact")
    await lotte.taps("Ongedaan maken")
    sam.expects("Lotte koos voor vaste momenten met jou.", edited=True, buttons=["Liever soepel"])
    hush(lotte)
    await town.wind(hours=3)
    await lotte.taps("Soepel maken")
    await town.wind(minutes=20)
    sam.expects("Lotte koos voor soepel contact", edited=False)
    hush(lotte)


@pytest.mark.asyncio
async def test_late_at_night_the_youth_hears_in_the_morning_and_not_what_they_changed_themselves(town: Town) -> None:
    sam, lotte = await in_nazorg(town)
    await town.wind(to=datetime(2026, 11, 24, 21, 30, tzinfo=UTC))
    await lotte.taps("Soepel maken")
    hush(lotte)
    await town.wind(hours=9)
    sam.expects_nothing()
    await town.wind(hours=2)
    sam.expects("Lotte koos voor soepel contact")
    await town.wind(to=datetime(2026, 11, 25, 21, 30, tzinfo=UTC))
    await lotte.taps("Vast maken")
    await sam.says("/instellingen")
    await sam.taps("🤝 Contact: vast")
    await sam.taps("Soepel: ik bel")
    hush(sam, lotte)
    await town.wind(days=1)
    sam.expects_nothing()


@pytest.mark.parametrize(("says", "taps"), [("/pauze", "Tot ik het zeg"), ("/stop", "Ja, stop maar")])
@pytest.mark.asyncio
async def test_who_wants_quiet_is_not_told_and_that_is_not_claimed(town: Town, says: str, taps: str) -> None:
    sam, lotte = await in_nazorg(town)
    await sam.says(says)
    await sam.taps(taps)
    hush(sam, lotte)
    await lotte.taps("Soepel maken")
    assert "hoort het van mij" not in lotte.expects("Oké, vanaf nu soepel.", edited=True).plain
    await town.wind(days=2)
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_what_was_missed_while_nothing_was_planned_is_due_within_a_week(town: Town) -> None:
    sam, lotte = await in_nazorg(town, day=500)
    await lotte.taps("Soepel maken")
    await lotte.taps("Vast maken")
    assert await due(town, sam) == {CALL: date(2026, 12, 1), MEETING: date(2026, 12, 1)}
    await lotte.taps("📞 Gebeld")
    assert await due(town, sam) == {CALL: date(2027, 1, 24), MEETING: date(2026, 12, 1)}
    hush(lotte)
    await town.wind(days=1)
    hush(sam)


@pytest.mark.asyncio
async def test_the_youth_sees_it_in_the_settings_and_chooses(town: Town) -> None:
    sam, lotte = await in_nazorg(town)
    await sam.says("/instellingen")
    home = ["⏰ Rond 10u", "🔁 Geen vragen", "🤝 Contact: vast", "🌐 Nederlands", *ENDS]
    sam.expects("Lotte belt je rond zaterdag 5 december.\nJullie zien elkaar rond maandag 21 december.", buttons=home)
    await sam.taps("🤝 Contact: vast")
    choice = ["✓ Vast: Lotte belt nu en dan", "Soepel: ik bel zelf wel eens", "← Terug"]
    sam.expects("Hoe wil je Lotte nog horen?", edited=True, buttons=choice)
    await sam.taps("← Terug")
    sam.expects("Zo staat het nu", edited=True, buttons=home)
    await sam.taps("🤝 Contact: vast")
    await sam.taps("✓ Vast")
    sam.expects("Hoe wil je Lotte nog horen?", edited=True)
    unchanged = sam.expects("Oké, vaste momenten.", edited=True).plain
    assert "Ik laat het Lotte weten" not in unchanged
    lotte.expects_nothing()
    await sam.taps("Liever soepel")
    sam.expects("Oké, soepel.\nEr staat niets gepland.\nBellen mag altijd.\n\nIk laat het Lotte weten.", edited=True)
    lotte.expects("Sam wil liever soepel.\nEr staat niets gepland.\nSam kan altijd bellen.", silent=True)
    await sam.says("/instellingen")
    sam.expects(
        "Er staat niets gepland.\nBellen mag altijd.\nZo staat het nu",
        buttons=[*home[:2], "Contact: soepel", *home[3:]],
    )


@pytest.mark.parametrize(
    ("ago", "call"), [(0, "binnenkort"), (-1, "binnenkort"), (1, "binnenkort"), (-2, "rond donderdag")]
)
@pytest.mark.asyncio
async def test_a_youth_is_promised_nothing_and_reads_no_reproach(town: Town, ago: int, call: str) -> None:
    """A call is due so many days ago."""
    sam, lotte = await in_nazorg(town, day=366 + 14 + ago)
    await sam.says("/instellingen")
    sam.expects(f"Lotte belt je {call}.")
    hush(lotte)


@pytest.mark.parametrize(
    ("late", "words"),
    [
        (-3, "rond vrijdag"),
        (-1, "morgen"),
        (0, "vandaag"),
        (1, "was gisteren"),
        (3, "was rond zaterdag"),
        (9, "was rond zondag 15"),
    ],
)
@pytest.mark.asyncio
async def test_how_a_day_is_called(town: Town, late: int, words: str) -> None:
    _, lotte = await in_nazorg(town, day=366 + 14 + late)
    assert f"Bellen: {words}" in lotte.sees()[-1].plain


@pytest.mark.asyncio
async def test_before_nazorg_nothing_of_it_shows(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=100)
    await sam.says("/instellingen")
    sam.expects("Zo staat het nu", buttons=["⏰", "🔁", "🌐", *ENDS])
    await opens_page(lotte, "Sam")
    page = lotte.expects("Sam: uitvoering 1", edited=True)
    assert not any("Nazorg" in button.text for button in page.buttons)
    me = await row_of(town, sam)
    for data in (f"nz:{me.id}", f"nzdone:{me.id}:phone", f"nzmode:{me.id}:soepel"):
        await lotte.forges(data, on=page)
        lotte.expects_toast("van vroeger")
    for data in ("nzmine", "nzgood", "nzpick:soepel"):
        await sam.forges(data, on=sam.sees()[-1])
        sam.expects_toast("van vroeger")
    hush(lotte)
    async with town.spoor.database.read() as session:
        assert await nazorg.plan_of(session, me.id) is None


@pytest.mark.parametrize(
    "data",
    [
        "nzdone:{}:message",
        "nznot:{}:network",
        "nzmove:{}:message",
        "nzto:{}:phone:-1",
        "nzto:{}:phone:999999999999",
        "nzto:{}:phone:1",
        "nzback:{}:phone:0",
        "nzback:{}:phone:739000",
        "nzunmode:{}:soepel:1",
        "nzunmode:{}:soepel:0",
        "nzunmode:{}:soepel:999999999999",
        "nzundone:7",
    ],
)
@pytest.mark.asyncio
async def test_what_no_button_says_does_nothing(town: Town, data: str) -> None:
    sam, lotte = await in_nazorg(town)
    me = await row_of(town, sam)
    await lotte.forges(data.format(me.id), on=lotte.sees()[-1])
    lotte.expects_toast("van vroeger")
    assert await due(town, sam) == {CALL: date(2026, 12, 5), MEETING: date(2026, 12, 21)}
    async with town.spoor.database.read() as session:
        assert (await session.scalars(select(Contact))).all() == []


@pytest.mark.asyncio
async def test_the_duo_can_do_it_too_and_another_begeleider_nothing(town: Town) -> None:
    sam, lotte = await in_nazorg(town, duo="Bram")
    bram, noor, me = town.person("Bram"), await staff(town, "Noor"), await row_of(town, sam)
    await opens_nazorg(bram)
    await bram.taps("👋 Gezien")
    bram.expects("Genoteerd: je zag Sam vandaag.", edited=True)
    hush(bram)
    async with town.spoor.database.read() as session:
        contact = (await session.scalars(select(Contact))).one()
    await noor.says("/jongeren")
    under = noor.expects("Hier staat nog niemand")
    kinds = [
        "nz:{0}",
        "nzleave:{0}",
        "nzdone:{0}:phone",
        "nznot:{0}:phone",
        "nzmove:{0}:phone",
        "nzto:{0}:phone:739950",
    ]
    for data in [*kinds, "nzback:{0}:phone:739950", "nzmode:{0}:soepel", "nzunmode:{0}:soepel:739900", "nzundone:{1}"]:
        await noor.forges(data.format(me.id, contact.id), on=under)
        noor.expects_toast("van vroeger")
    noor.expects_no_word("Sam")
    assert await due(town, sam) == {CALL: date(2026, 12, 8), MEETING: date(2026, 12, 24)}
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_the_one_who_typed_and_lost_the_youth_meanwhile_moves_nothing(town: Town) -> None:
    sam, lotte = await in_nazorg(town)
    noor, me = await row_of(town, await staff(town, "Noor")), await row_of(town, sam)
    await lotte.taps("Bellen verzetten")
    await lotte.taps("Een andere dag")
    hush(lotte)
    async with town.spoor.database.write() as session:
        (await people.trajectory_of(session, me.id)).begeleider_id = noor.id
    await lotte.says("1/12/2026")
    lotte.expects("Dat ging naar niemand")
    assert (await due(town, sam))[CALL] == date(2026, 12, 5)


@pytest.mark.asyncio
async def test_under_a_message_that_gathers_more_the_answer_is_a_message_of_its_own(town: Town) -> None:
    """As in the morning message: what else stands there stays there."""
    sam, lotte = await in_nazorg(town)
    me, guide = await row_of(town, sam), await row_of(town, lotte)
    taps = (screens.DoneTapped(me.id, CALL), screens.NotReached(me.id, CALL), screens.MoveTapped(me.id, MEETING))
    buttons = column(*(Button(screens.noted("Sam", CALL), tap) for tap in taps))
    async with town.spoor.database.write() as session:
        occasion = Occasion(session, town.now(), town.spoor.setting)
        await occasion.say(Screen(screens.undone(), buttons), guide, Manner("digest"))
    await town.settle()
    morning = lotte.expects("teruggedraaid", edited=False)
    for tap, answer in zip(taps, ("Genoteerd: je belde", "Oké. Bellen komt", "Sam zien: rond"), strict=True):
        await lotte.forges(tap.data, on=morning)
        lotte.expects(answer, edited=False)
    assert len(lotte.unexpected()) == 0


@pytest.mark.asyncio
async def test_after_week_52_nothing_is_planned_and_calling_works(town: Town) -> None:
    sam, lotte = await in_nazorg(town, day=366 + 363)  # the last day
    assert set(await due(town, sam)) == {CALL, MEETING}
    await town.wind(days=1)
    hush(sam, lotte)
    assert await due(town, sam) == {}
    assert await said(town, sam, today(town), today(town) + timedelta(100)) == {}
    await lotte.taps("📞 Gebeld")  # on the page that was open: a contact is a contact
    lotte.expects("Het jaar nazorg is om. Er is niets meer gepland.\nSam kan altijd bellen.", edited=True)
    me = await row_of(town, sam)
    for data in (f"nznot:{me.id}:phone", f"nzmove:{me.id}:phone", f"nzmode:{me.id}:soepel"):
        await lotte.forges(data, on=lotte.sees()[-1])
        lotte.expects_toast("van vroeger")
    await opens_page(lotte, "Sam")
    assert not any("Nazorg" in button.text for button in lotte.expects("Sam: daarna", edited=True).buttons)
    hush(lotte)
    await sam.says("/instellingen")
    sam.expects("Zo staat het nu", buttons=["⏰", "🔁", "🌐", *ENDS])
    await sam.says("📞 Bel me")
    sam.expects("Wanneer wil je dat er iemand belt?")
    await sam.taps("Zo snel mogelijk")
    sam.expects("Ik heb Lotte gevraagd", edited=True)
    lotte.expects("📞 Sam vraagt")
    await sam.says("hoe is 't?")
    sam.expects("Doorgegeven aan Lotte")
    lotte.expects("Sam: hoe is 't?")
    hush(sam, lotte)


@pytest.mark.asyncio
async def test_two_youths_have_each_their_own(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    sam, mo = await youth(town, "Sam", lotte, day=DAY), await youth(town, "Mo", lotte, day=DAY, at=time(13))
    await opens_nazorg(lotte, "Mo")
    await lotte.taps("📞 Gebeld")
    hush(lotte)
    await opens_nazorg(lotte, "Sam")
    assert (await due(town, mo))[CALL] == date(2026, 12, 8)
    assert (await due(town, sam))[CALL] == date(2026, 12, 5)
    hush(lotte)


@pytest.mark.asyncio
async def test_a_whole_year_of_nazorg(prepared: Path) -> None:
    """With a leap day, two changes of the clock, a holiday; Lotte calls, meets, misses, moves; Jef changes his mind."""
    async with Town(prepared, start=datetime(2027, 12, 1, 9, tzinfo=UTC)) as town:
        lotte = await staff(town, "Lotte")
        jef = await youth(town, "Jef", lotte, day=365, at=None)

        async def at(year: int, month: int, day: int, hour: int = 10) -> None:
            """Then; the bot is down for most of a long while, and up for the last day of it."""
            then = datetime(year, month, day, hour, tzinfo=UTC)
            if then - town.now() > timedelta(days=3):
                await town.close()
                town.clock.wind(then - timedelta(days=1))
                await town.open()
            await town.wind(to=then - timedelta(hours=12))
            hush(lotte)
            await town.wind(to=then)
            assert today(town) == date(year, month, day)

        await at(2027, 12, 2)
        jef.expects("Je jaar zit erop, Jef.")
        await jef.taps("Zo is het goed")
        jef.expects("Fijn.\n\nLotte belt je rond donderdag 16 december.\nJullie zien elkaar rond zondag 2 januari.")
        assert await said(town, jef, today(town), date(2028, 1, 8)) == {
            CALL: ["2027-12-13", "2027-12-16", "2027-12-23", "2027-12-30", "2028-01-06"],
            MEETING: ["2027-12-30", "2027-12-31"],
        }
        await at(2027, 12, 16)
        lotte.expects("Jef: bellen, vandaag.")
        await opens_nazorg(lotte, "Jef")
        await lotte.taps("📞 Gebeld")
        lotte.expects("Bellen: rond donderdag 30 december")
        await at(2027, 12, 30)
        await lotte.taps("Niet bereikt")
        lotte.expects("Oké. Bellen komt maandag terug.")  # 1 January is a Saturday
        await at(2028, 1, 3)
        await lotte.taps("👋 Gezien")
        lotte.expects("Bellen: rond maandag 17 januari\nElkaar zien: rond donderdag 3 februari")
        await lotte.taps("Zien verzetten")
        await lotte.taps("Een andere dag")
        await lotte.says("29/2/2028")
        lotte.expects("Verzet naar dinsdag 29 februari.")
        await jef.says("/instellingen")
        jef.expects("Lotte belt je rond maandag 17 januari.\nJullie zien elkaar rond dinsdag 29 februari.")
        await at(2028, 2, 29)
        lotte.expects("Jef: elkaar zien, vandaag.")
        assert await said(town, jef, today(town), today(town)) == {MEETING: ["2028-02-29"]}
        await lotte.taps("👋 Gezien")
        lotte.expects("Bellen: rond woensdag 29 maart\nElkaar zien: rond zaterdag 29 april")
        hush(lotte)
        assert await said(town, jef, today(town), date(2028, 4, 20)) == {
            CALL: ["2028-03-24", "2028-03-29", "2028-04-05", "2028-04-12", "2028-04-19"]
        }  # the clock changed on 26 March; ahead of a Sunday it is said on the Friday
        await at(2028, 4, 12, 21)
        await opens_nazorg(lotte, "Jef")
        lotte.expects("Bellen: was rond woensdag 29 maart")
        await lotte.taps("Soepel maken")
        hush(lotte)
        jef.expects_nothing()
        await at(2028, 4, 13)
        jef.expects("Lotte koos voor soepel contact met jou.", silent=True)
        assert await said(town, jef, today(town), date(2028, 7, 1)) == {}
        await at(2028, 6, 1)
        await jef.taps("Liever vaste momenten")
        jef.expects(
            "Oké, vaste momenten.\nLotte belt je rond donderdag 8 juni.\nJullie zien elkaar rond donderdag 8 juni."
        )
        lotte.expects("Jef wil vaste momenten.\nBellen: rond donderdag 8 juni\nElkaar zien: rond donderdag 8 juni")
        await at(2028, 6, 6)
        await lotte.taps("🤝 Nazorg", on="Jef wil vaste momenten")
        await lotte.taps("👋 Gezien", on="Nazorg van Jef")
        lotte.expects("Bellen: rond zondag 6 augustus\nElkaar zien: rond woensdag 6 september")
        hush(lotte)
        assert (await said(town, jef, today(town), date(2028, 8, 30)))[CALL] == [
            "2028-08-03",
            "2028-08-04",
            "2028-08-14",
            "2028-08-21",
            "2028-08-28",
        ]
        await at(2028, 9, 30)
        await lotte.taps("👋 Gezien", on="Nazorg van Jef")
        lotte.expects("Bellen: niets meer gepland\nElkaar zien: niets meer gepland")
        hush(lotte)
        jef.expects_nothing()
