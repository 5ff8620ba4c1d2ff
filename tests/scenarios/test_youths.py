"""A begeleider looks after their own jongeren: /jongeren, a page for each, links and duo."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from programme.checkin import Face
from programme.contacts import ContactKind
from sandbox.town import Town
from store import contacts, people
from store.tables import Checkin, CheckinPlan
from tests.people import Phone, row_of, sam_with_lotte, staff, today, youth
from tests.scenarios.links import link_in
from tests.scenarios.test_push import hush


async def adds(lotte: Phone, name: str) -> str:
    """/nieuw, with no duo; the link."""
    await lotte.says("/nieuw")
    lotte.expects("Hoe heet")
    await lotte.says(name)
    lotte.expects("Wanneer start")
    await lotte.taps("Vandaag")
    lotte.expects("Wie is de duo")
    await lotte.taps("Later")
    lotte.expects("Klopt dit?")
    await lotte.taps("Klopt")
    lotte.expects("staat erbij")
    return link_in(lotte.expects(f"Laat {name}"))


async def opens_page(lotte: Phone, name: str) -> None:
    """The page of one of them."""
    await lotte.says("/jongeren")
    lotte.expects("Jouw jongeren")
    await lotte.taps(name, on="Jouw jongeren")


async def opens_year(lotte: Phone, name: str) -> None:
    """What can be changed about the year of one of them."""
    await opens_page(lotte, name)
    lotte.expects(f"{name}: ", edited=True)
    await lotte.taps("Het jaar")


@pytest.mark.asyncio
async def test_the_list_says_where_each_one_is(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    bram = town.person("Bram")
    await youth(town, "Mo", lotte, day=60)
    await youth(town, "Yara", bram, duo=lotte, day=400)
    await adds(lotte, "Jo")
    await lotte.says("/jongeren")
    told = lotte.expects("Jouw jongeren", buttons=["Jo", "Mo", "Sam", "Yara"]).plain
    assert told.split("\n\n")[1:] == [
        "Jo: opstart, week 1 (uitgenodigd tot dinsdag 1 december)\nContact: nog geen, samen 0/3",
        "Mo: uitvoering 1, week 9\nContact: nog geen, samen gem. 0 van 2",
        "Sam: opstart, week 1\nContact: nog geen, samen 0/3",
        "Yara: nazorg, week 5, bij Bram\nContact: nog geen",
    ]
    await bram.says("/jongeren")
    bram.expects("Sam: opstart, week 1, bij Lotte", buttons=["Yara", "Sam"])
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_the_list_says_how_it_goes_with_each(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=17)
    mo = await youth(town, "Mo", lotte, day=100)
    now, guide = town.now(), await row_of(town, lotte)
    met = {sam: (0, 1, 9), mo: (2, 5, 8, 11, 14, 17, 20)}
    async with town.spoor.database.write() as session:
        for who, days in met.items():
            for ago in days:
                day, me = today(town) - timedelta(days=ago), await row_of(town, who)
                await contacts.note(session, me.id, ContactKind.FACE_TO_FACE, day, guide.id, now, at=None)
        me = await row_of(town, sam)
        for ago, face in enumerate((Face.GOOD, None, Face.VERY_BAD), start=1):
            day = today(town) - timedelta(days=ago)
            session.add(Checkin(youth_id=me.id, day=day, opener=0, asked_at=now - timedelta(days=ago), face=face))
    await lotte.says("/jongeren")
    told = lotte.expects("Jouw jongeren").plain
    assert told.split("\n\n")[1:] == [
        "Mo: uitvoering 1, week 15\nContact: zondag, samen gem. 1,7 van 2",
        "Sam: opstart, week 3 😣·🙂\nContact: vandaag, samen 2/3",
    ]
    await lotte.taps("Mo", on="Jouw jongeren")
    lotte.expects("Contact: zondag\nPer week: samen gem. 1,7 van 2", edited=True)
    await opens_page(lotte, "Sam")
    lotte.expects("Sam: opstart, week 3\n😣·🙂\n\nContact: vandaag\nSamen deze week: 2 van 3", edited=True)
    hush(sam, mo)


@pytest.mark.asyncio
async def test_eight_a_page(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    for number in range(11):
        await youth(town, f"Youth{number:02}", lotte, at=None)
    await lotte.says("/jongeren")
    page = lotte.expects("Jouw jongeren", buttons=[*(f"Youth{number:02}" for number in range(8)), "›"]).plain
    assert "Youth07" in page
    assert "Youth08" not in page
    await lotte.taps("›")
    lotte.expects("Youth08: opstart", buttons=["Youth08", "Youth09", "Youth10", "‹"], edited=True)


@pytest.mark.parametrize(("says", "taps"), [("/pauze", "3 dagen"), ("/stop", "Ja, stop maar")])
@pytest.mark.asyncio
async def test_the_page_says_when_no_question_comes(town: Town, says: str, taps: str) -> None:
    sam, lotte = await sam_with_lotte(town)
    await opens_page(lotte, "Sam")
    lotte.expects("Vraag: rond 10u", edited=True)
    await sam.says(says)
    await sam.taps(taps)
    await opens_page(lotte, "Sam")
    lotte.expects("Vraag: voorlopig geen", edited=True)
    lotte.expects("Sam wil", silent=True)
    sam.expects("")
    sam.expects("", edited=True)


@pytest.mark.asyncio
async def test_in_nazorg_no_question_comes_unless_asked_for(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    await youth(town, "Yara", lotte, day=400)
    await opens_page(lotte, "Yara")
    lotte.expects("Vraag: voorlopig geen", edited=True)


@pytest.mark.asyncio
async def test_a_page_for_the_begeleider_and_one_for_the_duo(town: Town) -> None:
    _, lotte = await sam_with_lotte(town, duo="Bram")
    bram = town.person("Bram")
    await opens_page(lotte, "Sam")
    notes = ["📝 Contact noteren", "📖 Contacten", "🚩 Mijlpalen", "📈 Tijdlijn"]
    notes += ["✅ Acties", "🕸 Spinnenweb", "📄 Plan"]
    daily = ["✍️ Schrijf", "Vraag voor morgen", *notes, "Het jaar", "Terug naar de lijst"]
    page = lotte.expects("Sam: opstart, week 1", buttons=daily, edited=True).plain
    assert "Start: zondag 22 november 2026\nJaar tot: maandag 22 november 2027\nBegeleider: Lotte" in page
    assert "Duo: Bram\nVraag: rond 10u" in page
    await lotte.taps("Het jaar")
    seldom = ["Pauze", "Samen per week", "Tijdelijke woning", "Startdatum", "Jaar stoppen"]
    lotte.expects(
        "Sam, het jaar", buttons=[*seldom, "Duo kiezen", "Doorgeven", "Nieuwe link (andere gsm)", "← Sam"], edited=True
    )
    await lotte.taps("← Sam")
    lotte.expects("Sam: opstart, week 1", edited=True)
    await opens_year(bram, "Sam")
    bram.expects("Sam, het jaar", buttons=[*seldom, "Nieuwe link", "← Sam"], edited=True)


@pytest.mark.asyncio
async def test_the_duo_changes_and_each_hears_it(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    bram, noor = town.person("Bram"), await staff(town, "Noor")
    await opens_year(lotte, "Sam")
    lotte.expects("Sam, het jaar")
    await lotte.taps("Duo kiezen")
    lotte.expects("Wie is de duo van Sam?", buttons=["Bram", "Noor", "Voorlopig niemand", "Toch niet"])
    await lotte.taps("Noor", times=2)
    lotte.expects("Duo: Noor", edited=True)
    bram.expects("niet langer de duo van Sam", silent=True)
    noor.expects("Jij bent de duo van Sam. Lotte is de begeleider", silent=True)
    sam.expects("Vanaf nu springt Noor in als Lotte er niet is.\nNoor kan je antwoorden lezen.", silent=True)
    await lotte.taps("Het jaar")
    lotte.expects("Sam, het jaar")
    await lotte.taps("Duo kiezen")
    lotte.expects("Wie is de duo")
    await lotte.taps("Voorlopig niemand")
    lotte.expects("Duo: nog niemand", edited=True)
    noor.expects("niet langer de duo van Sam")
    young = await row_of(town, sam)
    async with town.spoor.database.read() as session:
        assert await people.duo_of(session, young.id) is None


@pytest.mark.asyncio
async def test_a_link_is_withdrawn_made_anew_and_taken_off(town: Town) -> None:
    lotte, sam = await staff(town, "Lotte"), town.person("Sam")
    first = await adds(lotte, "Sam")
    await opens_page(lotte, "Sam")
    notes = ["Contact noteren", "Contacten", "Mijlpalen", "Tijdlijn", "Plan"]
    labels = [*notes, "Nieuwe link", "Link intrekken", "Het jaar", "Terug"]
    lotte.expects("Link: open tot dinsdag 1 december", buttons=labels)
    await lotte.taps("Link intrekken")
    lotte.expects("Link: geen", buttons=[*notes, "Nieuwe link", "Van de lijst halen", "Het jaar", "Terug"])
    await sam.opens(first)
    sam.expects("persoonlijke link")
    await lotte.taps("Nieuwe link")
    second = link_in(lotte.expects("Laat Sam dit scannen", photo=True))
    lotte.expects("Link: open tot", edited=True)
    await sam.opens(second)
    sam.expects("Hey Sam")
    await lotte.taps("Link intrekken")
    lotte.expects("Link: geen", edited=True)
    await sam.taps("Ik doe mee")
    sam.expects("persoonlijke link")
    await lotte.taps("Van de lijst halen")
    lotte.expects("Sam staat niet meer op je lijst", edited=True)
    await lotte.taps("Terug naar de lijst")
    lotte.expects("Hier staat nog niemand", edited=True)


@pytest.mark.asyncio
async def test_an_old_link_can_be_made_anew(town: Town) -> None:
    lotte, sam = await staff(town, "Lotte"), town.person("Sam")
    await adds(lotte, "Sam")
    await town.wind(days=8)
    lotte.expects("Nog 3 keer samen met Sam deze week")
    lotte.expects("Sam: het eerste spinnenweb staat nog open.")  # there is nobody yet to offer it to
    hush(lotte)
    await opens_page(lotte, "Sam")
    notes = ["Contact noteren", "Contacten", "Mijlpalen", "Tijdlijn", "Plan"]
    lotte.expects("Link: verlopen", buttons=[*notes, "Nieuwe link", "Het jaar", "Terug"])
    await lotte.taps("Nieuwe link")
    lotte.expects("Link: open tot", edited=True)
    await sam.opens(link_in(lotte.expects("Laat Sam dit scannen")))
    sam.expects("Hey Sam")


@pytest.mark.asyncio
async def test_no_time_chosen_yet_is_seen(town: Town) -> None:
    _, lotte = await sam_with_lotte(town, at=None)
    await opens_page(lotte, "Sam")
    lotte.expects("Vraag: nog geen uur gekozen")


KINDS = ["youth", "youthlink", "youthunlink", "youthoff"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.asyncio
async def test_anothers_youth_stays_out_of_sight(town: Town, kind: str) -> None:
    sam, _ = await sam_with_lotte(town)
    noor, young = await staff(town, "Noor"), await row_of(town, sam)
    await noor.says("/jongeren")
    answer = noor.expects("Hier staat nog niemand")
    for data in (f"{kind}:{young.id}", f"duos:{young.id}:0", f"duo:{young.id}:{(await row_of(town, noor)).id}"):
        await noor.forges(data, on=answer)
        noor.expects_toast("")
    noor.expects_no_word("Sam")
    async with town.spoor.database.read() as session:
        assert await people.duo_of(session, young.id) is None
        assert await session.get(CheckinPlan, young.id) is not None


@pytest.mark.asyncio
async def test_the_duo_cannot_change_the_duo(town: Town) -> None:
    sam, _ = await sam_with_lotte(town, duo="Bram")
    bram, young = town.person("Bram"), await row_of(town, sam)
    await opens_page(bram, "Sam")
    page = bram.expects("Sam: opstart")
    for data in (f"duos:{young.id}:0", f"duo:{young.id}:0", f"youthoff:{young.id}"):
        await bram.forges(data, on=page)
        bram.expects_toast("")


@pytest.mark.asyncio
async def test_who_joined_is_not_taken_off_with_a_forged_tap(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    young = await row_of(town, sam)
    await opens_page(lotte, "Sam")
    page = lotte.expects("Sam: opstart")
    await lotte.forges(f"youthoff:{young.id}", on=page)
    assert (await row_of(town, sam)).ended_at is None


@pytest.mark.parametrize("command", ["/jongeren", "/nieuw", "/team"])
@pytest.mark.asyncio
async def test_a_youth_has_no_such_command(town: Town, command: str) -> None:
    sam, _ = await sam_with_lotte(town)
    await sam.says(command)
    sam.expects("", buttons=[])
    sam.expects_no_word("Lotte", "Jouw jongeren", "Je team")


@pytest.mark.asyncio
async def test_late_in_the_evening_a_youth_hears_of_a_new_duo_in_the_morning(tmp_path: Path) -> None:
    async with Town(tmp_path, start=datetime(2026, 11, 24, 21, 0, tzinfo=UTC)) as town:
        sam, lotte = await sam_with_lotte(town, at=None)
        noor = await staff(town, "Noor")
        await opens_year(lotte, "Sam")
        await lotte.taps("Duo kiezen")
        await lotte.taps("Noor")
        noor.expects("Jij bent de duo")
        hush(lotte)
        await town.wind(hours=10)
        sam.expects_nothing()
        await town.wind(hours=1)
        sam.expects("Vanaf nu springt Noor in")
