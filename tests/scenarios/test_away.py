"""/afwezig: planned ahead, told to whom it concerns, looked back on in one message."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from programme.contacts import ContactKind
from programme.milestones import Milestone
from programme.reachable import MOST_PLANNED
from sandbox.faults import Fault
from sandbox.town import Town
from store import contacts, milestones
from store.standing_in import TOLD_YOUTH
from store.tables import MilestoneState, Outbox, Person, Region
from tests.people import Phone, coordinator, row_of, sam_with_lotte, staff, teamcoach, today, youth
from tests.scenarios.test_push import hush

NEXT_WEEK = ("01/12/2026", "04/12/2026")  # from Tuesday to Friday
MONDAY_AFTER = datetime(2026, 12, 7, 7, 30, tzinfo=UTC)


async def plans(who: Phone, first: str, last: str) -> None:
    """Types both days."""
    await who.says("/afwezig")
    who.expects("Hoelang ben je er niet?")
    await who.taps("Andere dagen")
    who.expects("Vanaf welke dag?", edited=True)
    await who.says(first)
    who.expects("Tot en met welke dag?")
    await who.says(last)


async def goes(who: Phone, length: str) -> None:
    """From now on."""
    await who.says("/afwezig")
    who.expects("Hoelang ben je er niet?")
    await who.taps(length)
    who.expects("Oké, je bent weg", edited=True)


def asked_in_the_morning(who: Phone, about: str, *, times: int = 1) -> None:
    """So many morning messages begin with this."""
    for _ in range(times):
        who.expects(f"Dag {who.user.first_name}. Dit is er vandaag:\n\n{about}")


def midnight_before(day: int) -> datetime:
    """Just before the first thing that happens on that day of December."""
    return datetime(2026, 12, day, 7, 59, 30, tzinfo=UTC)


@pytest.mark.asyncio
async def test_a_week_that_is_planned_from_beginning_to_end(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=None)
    bram = town.person("Bram")
    await plans(lotte, *NEXT_WEEK)
    lotte.expects("Oké, je bent weg van dinsdag 1 december tot en met vrijdag 4 december.", buttons=["Ongedaan maken"])
    bram.expects(
        "Lotte is er niet van dinsdag 1 december tot en met vrijdag 4 december.\nWat Sam schrijft, komt dan ook"
    )
    await sam.says("hoi")
    sam.expects("Lotte")
    lotte.expects("Sam: hoi")
    await town.restart()
    await town.wind(to=midnight_before(1))
    sam.expects_nothing()
    asked_in_the_morning(lotte, "Sam schreef", times=4)
    asked_in_the_morning(bram, "Sam schreef dinsdag", times=4)  # from the second working day on, the duo too
    bram.expects_nothing()
    await town.wind(minutes=1)
    sam.expects("Lotte is er niet tot en met vrijdag.\nBram leest en antwoordt intussen.")
    bram.expects("Lotte is er niet tot en met vrijdag.\nWat Sam schrijft, komt ook bij jou.")
    await sam.says("hey")
    sam.expects("Lotte is er even niet.\nBram krijgt het nu te lezen.")
    bram.expects("Sam: hey", silent=False)
    lotte.expects("Sam: hey", silent=True)
    await town.wind(to=MONDAY_AFTER)
    lotte.expects(
        "Dit gebeurde terwijl je weg was:\n\nSam\n2 berichten wachten op antwoord.", buttons=["✍️ Antwoord Sam"]
    )
    bram.expects("Lotte is er weer.", silent=True)
    asked_in_the_morning(lotte, "Sam schreef 2 berichten")
    asked_in_the_morning(bram, "Sam schreef 2 berichten", times=4)
    await lotte.taps("✍️ Antwoord Sam")
    lotte.expects("Wat wil je tegen Sam zeggen?")
    await lotte.says("Hier ben ik weer.")
    lotte.expects("Verstuurd naar Sam.")
    lotte.expects("Sam: beantwoord", edited=True)
    bram.expects("Sam: beantwoord", edited=True)
    sam.expects("Lotte: Hier ben ik weer.")
    await town.wind(days=14)
    sam.expects_nothing()


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("23/11/2026", "Die dag is voorbij"),
        ("31/02/2027", "Die dag ken ik niet"),
        ("morgen", "Die dag ken ik niet"),
        ("🌴", "Die dag ken ik niet"),
        ("24/12/2026 " * 50, "Die dag ken ik niet"),
        ("26/11/2027", "meer dan een jaar ver"),
    ],
)
@pytest.mark.asyncio
async def test_days_that_cannot_be(town: Town, typed: str, answer: str) -> None:
    lotte = await staff(town, "Lotte")
    await lotte.says("/afwezig")
    await lotte.taps("Andere dagen")
    hush(lotte)
    await lotte.says(typed)
    lotte.expects(answer, buttons=["Toch niet"])
    await lotte.says("24/11/2026")
    lotte.expects("Weg vanaf vandaag.\nTot en met welke dag?")
    await lotte.says(typed)
    lotte.expects(answer)
    await lotte.says("25/11/2027")
    lotte.expects("Oké, je bent weg tot en met donderdag 25 november.")


@pytest.mark.asyncio
async def test_the_last_day_is_not_before_the_first(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    await lotte.says("/afwezig")
    await lotte.taps("Andere dagen")
    await lotte.says("01/12/2026")
    hush(lotte)
    await lotte.says("30/11/2026")
    lotte.expects("Dat is vóór dinsdag 1 december.")
    await lotte.taps("Toch niet")
    lotte.expects("Hoelang ben je er niet?", edited=True)
    await lotte.says("01/12/2026")
    lotte.expects("Dat ging naar niemand")


@pytest.mark.asyncio
async def test_several_stand_side_by_side_and_each_is_taken_back(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=None)
    bram = town.person("Bram")
    await plans(lotte, *NEXT_WEEK)
    await plans(lotte, "24/12/2026", "24/12/2026")
    lotte.expects("Oké, donderdag 24 december ben je weg.")
    hush(lotte, bram)
    await lotte.says("/afwezig")
    lotte.expects(
        "Gepland: dinsdag 1 december tot en met vrijdag 4 december.\nGepland: donderdag 24 december.",
        buttons=["✕ dinsdag 1", "✕ donderdag 24", "Vandaag", "Tot en met morgen", "Een week", "Twee", "Andere dagen"],
    )
    await lotte.taps("✕ dinsdag 1", times=2)
    lotte.expects("Oké, je bent er dan toch: dinsdag 1 december", edited=True, buttons=["Ongedaan maken", "🌴"])
    lotte.expects_toast("van vroeger")
    bram.expects("Lotte is er dinsdag 1 december dan toch.", silent=True)
    await town.wind(days=14)
    sam.expects_nothing()
    await lotte.taps("Ongedaan maken")
    lotte.expects_toast("van vroeger")  # those days are over
    await lotte.says("/afwezig")
    lotte.expects("Gepland: donderdag 24 december.")


@pytest.mark.asyncio
async def test_what_was_taken_back_comes_after_all(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=None)
    await plans(lotte, *NEXT_WEEK)
    await lotte.taps("Ongedaan maken")
    await lotte.taps("Ongedaan maken", on="dan toch")
    hush(lotte, town.person("Bram"))
    await town.wind(days=8)
    sam.expects("Lotte is er niet tot en met vrijdag.")
    town.person("Bram").expects("Lotte is er niet tot en met vrijdag.")


@pytest.mark.asyncio
async def test_nobody_plans_more_than_a_page_of_them(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    for number in range(MOST_PLANNED):
        await plans(lotte, f"{1 + 2 * number}/12/2026", f"{1 + 2 * number}/12/2026")
    await plans(lotte, "01/02/2027", "01/02/2027")
    lotte.expects("Er staan er al veel.")
    await plans(lotte, "01/12/2026", "02/12/2026")  # joins two that were there
    lotte.expects("tot en met donderdag 3 december")
    hush(lotte)


@pytest.mark.asyncio
async def test_the_rest_of_today_is_told_to_the_duo_alone(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=None)
    await goes(lotte, "Vandaag")
    town.person("Bram").expects("Lotte is er vandaag niet.\nWat Sam schrijft")
    sam.expects_nothing()
    await town.wind(to=datetime(2026, 11, 25, 7, 30, tzinfo=UTC))
    lotte.expects("Terwijl je weg was: niets bijzonders.")
    town.person("Bram").expects("Lotte is er weer")


@pytest.mark.asyncio
async def test_who_goes_at_night_lets_youths_sleep(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=None)
    await town.wind(hours=14)
    await goes(lotte, "Een week")
    town.person("Bram").expects("Lotte is er niet tot en met maandag.")
    await town.wind(hours=9, minutes=59)
    sam.expects_nothing()
    await town.wind(minutes=1)
    sam.expects("Lotte is er niet tot en met maandag.\nBram leest en antwoordt intussen.")


@pytest.mark.asyncio
async def test_who_is_back_early_is_back_for_everybody(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=None)
    bram = town.person("Bram")
    await goes(lotte, "Twee weken")
    hush(sam, bram)
    await town.wind(days=3)
    await town.restart()
    await lotte.taps("Ik ben er weer", times=2)
    lotte.expects("Welkom terug", edited=True, buttons=["Ongedaan maken"])
    lotte.expects("Je bent niet weg", edited=True)
    lotte.expects("niets bijzonders")
    bram.expects("Lotte is er weer")
    sam.expects("Lotte is er weer, en leest wat je schrijft.", silent=True)
    await town.wind(days=14)
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_two_that_end_before_the_same_working_day_end_once(town: Town) -> None:
    _sam, lotte = await sam_with_lotte(town, duo="Bram", at=None)
    bram = town.person("Bram")
    await plans(lotte, "27/11/2026", "27/11/2026")  # a Friday
    await plans(lotte, "29/11/2026", "29/11/2026")  # the Sunday after it
    await town.wind(to=datetime(2026, 11, 30, 7, 29, tzinfo=UTC))
    hush(lotte, bram)
    town.person("Sam").expects("Lotte is er vandaag niet.")
    await town.wind(minutes=1)
    lotte.expects("niets bijzonders")
    bram.expects("Lotte is er weer.")


@pytest.mark.asyncio
async def test_back_by_mistake_is_away_again(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=None)
    await goes(lotte, "Twee weken")
    await lotte.taps("Ik ben er weer")
    hush(sam, lotte, town.person("Bram"))
    await lotte.taps("Ongedaan maken")
    lotte.expects("Oké, je bent weg tot en met maandag 7 december.", edited=True)
    town.person("Bram").expects("Lotte is er niet tot en met maandag 7 december.")
    sam.expects("Lotte is er niet tot en met maandag 7 december.")


@pytest.mark.asyncio
async def test_longer_or_shorter_is_told_anew(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=None)
    for length, day in (("Twee weken", "maandag 7 december"), ("Een week", "maandag"), ("Tot en met morgen", "morgen")):
        await goes(lotte, length)
        sam.expects(f"Lotte is er niet tot en met {day}.")
        town.person("Bram").expects(f"Lotte is er niet tot en met {day}.")
    await goes(lotte, "Tot en met morgen")
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_with_nobody_there_the_youth_hears_it_honestly_and_the_region_knows(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    an, tine, other = await coordinator(town), await teamcoach(town), await teamcoach(town, "Tom")
    async with town.spoor.database.write() as session:
        session.add_all([Region(id=1, name="Kortrijk"), Region(id=2, name="Brugge")])
        for who, region in ((lotte, 1), (tine, 1), (other, 2)):
            (await session.get_one(Person, (await row_of(town, who)).id)).region_id = region
    await plans(lotte, *NEXT_WEEK)
    lotte.expects("Sam heeft geen duo: wat daar vandaan komt, wacht op jou.\nIk liet het Tine weten.")
    tine.expects("Lotte is er niet van dinsdag 1 december tot en met vrijdag 4 december.\n\nSam heeft geen duo.")
    an.expects_nothing()
    await town.wind(to=midnight_before(1) + timedelta(minutes=1))
    sam.expects(
        "Lotte is er niet tot en met vrijdag.\nIntussen leest niemand wat je schrijft.\nHet wacht op Lotte.\n\n"
        "📞 Bel me werkt wel: dan zoek ik iemand die er is.\n\nKan het niet wachten? Bel 1813"
    )
    await sam.says("📞 Bel me")
    sam.expects("Wanneer wil je dat er iemand belt?")
    await sam.taps("Zo snel mogelijk")
    sam.expects("Ik heb Tine gevraagd om je te bellen.", edited=True)
    tine.expects("Sam vraagt of je belt.")
    await sam.taps("Niet meer nodig")
    tine.expects("✓ Sam hoeft geen telefoontje meer.", edited=True)
    sam.expects("Oké, er belt niemand.", edited=True)
    await lotte.taps("Ongedaan maken")
    lotte.expects_toast("van vroeger")  # it goes on already
    await lotte.says("/afwezig")
    await lotte.taps("Ik ben er weer")
    tine.expects("Lotte is er weer.", silent=True)
    sam.expects("Lotte is er weer")
    hush(lotte)
    await lotte.taps("Ongedaan maken", on="Welkom terug")
    tine.expects("Lotte is er niet tot en met vrijdag.\n\nSam heeft geen duo.")
    sam.expects("Intussen leest niemand wat je schrijft.")
    hush(lotte)
    await lotte.blocks()
    hush(an)
    await sam.says("hoi")
    sam.expects("ging dus naar niemand")
    await town.wind(days=10)


@pytest.mark.asyncio
async def test_the_duo_goes_too_and_comes_back_sooner(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=None)
    an, bram = await coordinator(town), town.person("Bram")
    await plans(lotte, *NEXT_WEEK)
    hush(lotte, bram)
    an.expects_nothing()
    await plans(bram, "02/12/2026", "03/12/2026")
    bram.expects("Oké, je bent weg van woensdag 2 december tot en met donderdag 3 december.")
    an.expects(
        "Lotte is er niet van dinsdag 1 december tot en met vrijdag 4 december.\n\nBram, de duo van Sam, is er dan"
    )
    await plans(bram, "03/12/2026", "03/12/2026")  # nothing new
    hush(bram)
    an.expects_nothing()
    await town.wind(to=midnight_before(1) + timedelta(minutes=1))
    sam.expects("Lotte is er niet tot en met vrijdag.\nBram leest en antwoordt intussen.")
    hush(bram)
    await town.wind(days=1)
    sam.expects(
        "Lotte is er niet tot en met vrijdag.\nBram ook niet, tot en met morgen.\n"
        "Intussen leest niemand wat je schrijft.\nHet wacht op Lotte en Bram."
    )
    await sam.says("iemand?")
    sam.expects("Bram leest het vrijdag vanaf 9u.")
    hush(lotte, bram)
    await town.wind(days=2)
    sam.expects("Lotte is er vandaag niet.\nBram leest en antwoordt intussen.")
    await town.wind(days=4)
    hush(lotte, bram)


@pytest.mark.asyncio
async def test_who_is_back_before_the_duo_reads_first(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=None)
    await goes(town.person("Bram"), "Twee weken")
    await goes(lotte, "Tot en met morgen")
    hush(sam, lotte, town.person("Bram"))
    await sam.says("iemand?")
    sam.expects("Lotte leest het donderdag vanaf 9u.")
    hush(lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_a_duo_who_goes_or_comes_meanwhile(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=None)
    an, noor = await coordinator(town), await staff(town, "Noor")
    await goes(lotte, "Een week")
    hush(sam, town.person("Bram"))
    for name in ("Voorlopig niemand", "Noor"):
        await lotte.says("/jongeren")
        await lotte.taps("Sam", on="Jouw jongeren")
        await lotte.taps("Het jaar")
        await lotte.taps("Duo kiezen")
        await lotte.taps(name)
    hush(lotte, town.person("Bram"))
    an.expects("Lotte is er niet tot en met maandag.\n\nSam heeft geen duo.")
    sam.expects("Lotte is er niet tot en met maandag.\nIntussen leest niemand wat je schrijft.")
    sam.expects("Vanaf nu springt Noor in")
    sam.expects("Lotte is er niet tot en met maandag.\nNoor leest en antwoordt intussen.")
    noor.expects("duo")
    noor.expects("Lotte is er niet tot en met maandag.\nWat Sam schrijft, komt ook bij jou.")


@pytest.mark.asyncio
async def test_a_duo_who_blocks_the_bot_is_missed(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=None)
    an, bram = await coordinator(town), town.person("Bram")
    await plans(lotte, *NEXT_WEEK)
    hush(lotte, bram)
    await bram.blocks()
    an.expects("Bram heeft mij geblokkeerd")
    an.expects("Bram, de duo van Sam, is er dan niet altijd.")
    await town.wind(days=8)
    sam.expects("Intussen leest niemand wat je schrijft.\nHet wacht op Lotte.")


@pytest.mark.parametrize("wish", ["/pauze", "/stop"])
@pytest.mark.asyncio
async def test_who_wants_quiet_is_not_told(town: Town, wish: str) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=None)
    await sam.says(wish)
    await sam.taps("Een week" if wish == "/pauze" else "Ja, stop maar")
    hush(sam, lotte)
    await goes(lotte, "Een week")
    await town.wind(days=2)
    await lotte.taps("Ik ben er weer")
    sam.expects_nothing()
    hush(lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_what_could_not_be_said_on_the_first_day_is_said_on_the_next(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=None)
    await plans(lotte, *NEXT_WEEK)
    hush(lotte, town.person("Bram"))
    await town.wind(to=midnight_before(1))
    town.telegram.faults.switch_on(Fault.DOWN)
    await town.wind(minutes=1)
    async with town.spoor.database.write() as session:
        for held in await session.scalars(select(Outbox).where(Outbox.kind == TOLD_YOUTH)):
            held.expires_at = town.now()  # the day passes
    await town.wind(minutes=1)
    town.telegram.faults.switch_off()
    await town.wind(hours=23)
    sam.expects_nothing()
    await town.wind(hours=1)
    sam.expects("Lotte is er niet tot en met vrijdag.\nBram leest en antwoordt intussen.")
    hush(town.person("Bram"))


@pytest.mark.asyncio
async def test_the_summary_counts_and_tells_nothing(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    bram, mo = town.person("Bram"), await youth(town, "Mo", lotte, duo=town.person("Bram"), at=None)
    await goes(lotte, "Twee weken")
    await town.wind(hours=1, minutes=1)
    await sam.taps("😣")
    await sam.says("📞 Bel me")
    await sam.says("geheim")
    young, duo = await row_of(town, sam), await row_of(town, bram)
    async with town.spoor.database.write() as session:
        for kind in (ContactKind.FACE_TO_FACE, ContactKind.FACE_TO_FACE, ContactKind.PHONE):
            await contacts.note(session, young.id, kind, today(town), duo.id, town.now(), at=town.now())
        rows = await milestones.of_youth(session, young.id)
        lifeline = next(row for row in rows if row.kind is Milestone.LEVENSLIJN)
        milestones.settle(lifeline, MilestoneState.DONE, duo.id, town.now())
    await town.wind(days=4)
    await bram.taps("Ik neem contact op")
    hush(sam, mo, bram)
    await lotte.taps("Ik ben er weer")
    told = lotte.expects("Dit gebeurde terwijl je weg was:").plain
    assert told.split("\n\n")[1:] == [
        "Sam\nBram: 2 keer gezien, 1 keer gebeld.\nAntwoorden: 😣\n1 bericht wacht op antwoord.\n"
        "Vroeg 1 keer om te bellen.\nWas stil sinds woensdag. Bram nam het op.\n1 mijlpaal gedaan.",
        "Mo: niets bijzonders.",
    ]
    hush(lotte, sam, mo, bram)


@pytest.mark.asyncio
async def test_two_absences_with_a_weekend_between_are_looked_back_on_at_once(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=None)
    await plans(lotte, "26/11/2026", "27/11/2026")
    await plans(lotte, "30/11/2026", "01/12/2026")
    hush(lotte, town.person("Bram"))
    await town.wind(days=2, hours=2)
    await sam.says("hoi")
    hush(sam, lotte)
    await town.wind(days=4)
    sam.expects("Lotte is er niet tot en met morgen.")
    lotte.expects_nothing()
    await town.wind(days=2)
    lotte.expects("Sam\n1 bericht wacht op antwoord.")
    asked_in_the_morning(lotte, "Sam schreef donderdag")
    hush(town.person("Bram"))


# --- Each kind of message about a youth ---

Event = Callable[[Town, Phone], Awaitable[None]]


async def writes(_town: Town, sam: Phone) -> None:
    await sam.says("hoi")


async def answers(town: Town, sam: Phone) -> None:
    await town.wind(hours=1)
    await sam.taps("😣")


async def tells(town: Town, sam: Phone) -> None:
    await answers(town, sam)
    await sam.taps("Iets vertellen")
    await sam.says("omdat")


async def asks_for_a_call(_town: Town, sam: Phone) -> None:
    await sam.says("📞 Bel me")
    sam.expects("Wanneer wil je dat er iemand belt?")
    await sam.taps("Zo snel mogelijk")


async def goes_quiet(town: Town, _sam: Phone) -> None:
    await town.wind(days=2, hours=2)


async def pauses(_town: Town, sam: Phone) -> None:
    await sam.says("/pauze")
    await sam.taps("Een week")


async def stops(_town: Town, sam: Phone) -> None:
    await sam.says("/stop")
    await sam.taps("Ja, stop maar")


async def blocks(_town: Town, sam: Phone) -> None:
    await sam.blocks()


WRITTEN = [
    (writes, "Sam: hoi"),
    (answers, "Sam: 😣"),
    (tells, "Sam schreef je iets"),
]
PLANNED = [
    (goes_quiet, "Sam is 2 dagen stil"),
    (pauses, "Sam wil"),
    (stops, "Sam wil"),
    (blocks, "Sam heeft mij geblokkeerd"),
]


@pytest.mark.parametrize(("event", "told"), WRITTEN)
@pytest.mark.asyncio
async def test_what_a_youth_says_reaches_the_duo_too_and_makes_no_sound_on_holiday(
    town: Town, event: Event, told: str
) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    await goes(lotte, "Een week")
    hush(sam, town.person("Bram"))
    await event(town, sam)
    town.person("Bram").expects(told, silent=False)
    lotte.expects(told, silent=None if event is tells else True)
    hush(sam, lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_a_call_goes_to_the_duo_at_once_and_leaves_who_is_away_in_peace(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    await goes(lotte, "Een week")
    hush(sam, town.person("Bram"))
    await asks_for_a_call(town, sam)
    sam.expects("Ik heb Bram gevraagd om je te bellen.", edited=True)
    town.person("Bram").expects("Sam vraagt of je belt", silent=False)
    lotte.expects_nothing()


@pytest.mark.parametrize(("event", "told"), PLANNED)
@pytest.mark.asyncio
async def test_what_there_is_to_know_of_a_youth_reaches_the_duo_instead(town: Town, event: Event, told: str) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    await goes(lotte, "Een week")
    hush(sam, town.person("Bram"))
    await event(town, sam)
    town.person("Bram").expects(told)
    lotte.expects_nothing()
    hush(sam, town.person("Bram"))


@pytest.mark.asyncio
async def test_a_silence_that_lotte_knew_of_goes_to_the_duo_when_she_leaves(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    await town.wind(days=2, hours=2)
    lotte.expects("Sam is 2 dagen stil")
    await goes(lotte, "Een week")
    town.person("Bram").expects("Lotte is er niet tot en met")
    town.person("Bram").expects(
        "Sam is 2 dagen stil.\nEr is nog geen antwoord", buttons=["Ik neem contact op", "📝 Contact noteren"]
    )
    hush(sam)


# --- Who may ---


@pytest.mark.asyncio
async def test_nobody_touches_the_absence_of_another(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=None)
    bram = town.person("Bram")
    await plans(lotte, *NEXT_WEEK)
    hush(lotte, bram)
    await bram.says("/afwezig")
    mine = bram.expects("Hoelang", buttons=["Vandaag", "Tot en met morgen", "Een week", "Twee weken", "Andere dagen"])
    for data in ("awayoff:1", "awayoff:99", "awayfor:3", "awayon:1:2", "awayon:0:999999999999", "awayon:740000:739999"):
        await bram.forges(data, on=mine)
        bram.expects_toast("van vroeger")
    await sam.says("/hulp")
    await sam.forges("awayoff:1", on=sam.expects("112"))
    sam.expects_toast("van vroeger")
    await lotte.says("/afwezig")
    lotte.expects("Gepland: dinsdag 1 december tot en met vrijdag 4 december.")


@pytest.mark.asyncio
async def test_a_teamcoach_can_be_away_too_and_then_the_coordinator_hears(town: Town) -> None:
    tine, an = await teamcoach(town), await coordinator(town)
    await tine.says("/afwezig")
    tine.expects(
        "Hoelang ben je er niet?", buttons=["Vandaag", "Tot en met morgen", "Een week", "Twee weken", "Andere"]
    )
    await tine.taps("Een week")
    tine.expects("Oké, je bent weg tot en met maandag.", edited=True)
    sam, lotte = await sam_with_lotte(town, at=None)
    async with town.spoor.database.write() as session:
        session.add(Region(id=1, name="Kortrijk"))
        for who in (lotte, tine):
            (await session.get_one(Person, (await row_of(town, who)).id)).region_id = 1
    await goes(lotte, "Tot en met morgen")
    an.expects("Lotte is er niet tot en met morgen.\n\nSam heeft geen duo.")
    sam.expects("Intussen leest niemand")
    await tine.taps("Ik ben er weer")
    tine.expects("Welkom terug", edited=True)
