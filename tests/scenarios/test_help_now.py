"""Words that hint at suicide: answered before all else, and with people until one is in touch. And the numbers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from programme.call import Wish
from sandbox.faults import Fault
from sandbox.town import Town
from store import pause
from store.tables import Alarm, Call, NightContact, Person
from tests.people import Phone, coordinator, row_of, sam_with_lotte, staff, teamcoach, youth
from tests.scenarios.test_push import hush
from tests.scenarios.test_spiderweb import NUMBERS, begins, finishes, scores_all

WORDS = "ik wil dood"
ALERT = "Sam vraagt aandacht."
STILL = "Nog niemand heeft contact."
BUTTONS = ["Laat iemand me bellen", "🆘 Hulp nu", "Ik bedoelde iets anders"]
STAFF_BUTTONS = ["Ik bel nu", "Ik heb contact", "✍️ Antwoord"]


async def alarms(town: Town) -> list[Alarm]:
    async with town.spoor.database.read() as session:
        return list(await session.scalars(select(Alarm).order_by(Alarm.id)))


async def is_quiet(town: Town, who: Phone) -> bool:
    async with town.spoor.database.read() as session:
        return await pause.keeps_quiet(session, (await row_of(town, who)).id, town.now())


async def hinted(town: Town, *, duo: str | None = "Bram", **at: object) -> tuple[Phone, Phone, Phone]:
    """Sam wrote it, and all that came of it was seen."""
    sam, lotte = await sam_with_lotte(town, duo=duo, **at)  # type: ignore[arg-type]  # at=None or the usual hour
    await sam.says(WORDS)
    hush(sam, lotte, town.person("Bram"))
    return sam, lotte, town.person("Bram")


@pytest.mark.asyncio
async def test_answered_told_and_taken_up(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    bram = town.person("Bram")
    await sam.says(WORDS)
    shown = sam.expects("Dat klinkt zwaar.", buttons=BUTTONS, silent=False).plain
    assert "Bel 1813, dag en nacht." in shown
    assert "In gevaar of gewond? Bel 112." in shown
    assert "Ik ben een bot, geen mens.\nMisschien leest er nu niemand mee.\nIk laat het Lotte en Bram weten." in shown
    sam.expects_nothing()
    for who in (lotte, bram):
        told = who.expects(ALERT, buttons=STAFF_BUTTONS, silent=False)
        assert WORDS not in told.plain
        passed_on = who.expects(f"Sam: {WORDS}")
        assert [entity.kind for entity in passed_on.text.entities] == ["spoiler"]
    await town.restart()
    await lotte.taps("Ik heb contact", times=2)
    lotte.expects("✓ Lotte heeft contact met Sam.", edited=True, buttons=[])
    bram.expects("✓ Lotte heeft contact met Sam.", edited=True, buttons=[])
    await town.wind(days=1)
    assert not await is_quiet(town, sam)
    assert [row.taken_up_by for row in await alarms(town)] == [(await row_of(town, lotte)).id]


@pytest.mark.asyncio
async def test_whoever_calls_is_told_to_the_youth_and_the_others(town: Town) -> None:
    sam, lotte, bram = await hinted(town, at=None)
    await bram.taps("Ik bel nu", times=2)
    sam.expects("Bram belt je zo.")
    bram.expects("Bram belt Sam nu.", edited=True, buttons=["Ik heb contact", "✍️ Antwoord"])
    lotte.expects("Bram belt Sam nu.", edited=True)
    assert await is_quiet(town, sam)
    hush(bram)
    await town.restart()
    await town.wind(minutes=14)
    lotte.expects_nothing()
    await town.wind(minutes=2)  # nothing came of it
    for who in (lotte, bram):
        who.expects(STILL, buttons=STAFF_BUTTONS)
    await bram.taps("Ik heb contact")
    for who in (lotte, bram):
        who.expects("✓ Bram heeft contact met Sam.", edited=True)
    await town.wind(hours=3)


@pytest.mark.parametrize(
    ("label", "toast", "shows"),
    [
        ("Ik heb contact", "Lotte heeft al contact.", "✓ Lotte heeft contact met Sam."),
        ("Ik bel nu", "Lotte belt al.", "Lotte belt Sam nu."),
    ],
)
@pytest.mark.asyncio
async def test_of_two_at_the_same_moment_one_gets_it(town: Town, label: str, toast: str, shows: str) -> None:
    sam, lotte, bram = await hinted(town, at=None)
    for who in (lotte, bram):
        message = next(one for one in who.sees() if ALERT in one.plain)
        button = next(one for one in message.buttons if one.text == label)
        town.telegram.forge(who.user, message, button.data or "")
    await town.settle()
    bram.expects_toast(toast)
    for who in (lotte, bram):
        who.expects(shows, edited=True)
    hush(sam, lotte, bram)
    assert len(await alarms(town)) == 1


@pytest.mark.asyncio
async def test_nobody_takes_it_up(town: Town) -> None:
    """Begeleider and duo again, then the coördinators, then everybody who is there every hour."""
    sam, lotte, bram = await hinted(town, at=None)
    an = await coordinator(town)
    await town.wind(minutes=14)
    lotte.expects_nothing()
    await town.wind(minutes=2)
    for who in (lotte, bram):
        who.expects(STILL, silent=False)
    await town.restart()
    an.expects_nothing()
    await town.wind(minutes=30)
    shown = an.expects(ALERT, buttons=["Ik bel nu", "Ik heb contact"], silent=False)
    assert STILL not in shown.plain
    for _ in range(3):
        await town.wind(hours=1)
        for who in (lotte, bram, an):
            who.expects(STILL)
    an.expects_no_word(WORDS)
    await an.taps("Ik heb contact")
    for who in (lotte, bram, an):
        who.expects("✓ An heeft contact met Sam.", edited=True)
    await town.wind(days=1)
    lotte.expects("Sam schreef gisteren om 9u.")  # that still waits for an answer
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_by_night_the_first_alert_sounds_and_what_follows_does_not(town: Town) -> None:
    """Saturday at a quarter to midnight; Bram is called at night."""
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    bram, an = town.person("Bram"), await coordinator(town)
    async with town.spoor.database.write() as session:
        session.add(NightContact(person_id=(await row_of(town, bram)).id, since=town.now()))
    await town.wind(to=datetime(2026, 11, 28, 22, 50, tzinfo=UTC))
    await sam.says(WORDS)
    sam.expects("Misschien leest er nu niemand mee.")
    for who in (lotte, bram):
        who.expects(ALERT, silent=False)
        who.expects(WORDS, silent=True)
    await town.wind(minutes=16)  # past midnight
    lotte.expects(STILL, silent=True)
    bram.expects(STILL, silent=False)
    await town.wind(minutes=30)
    an.expects(ALERT, silent=False)
    bram.expects(STILL, silent=False)
    await town.wind(hours=2)
    for _ in range(2):
        lotte.expects(STILL, silent=True)
        an.expects(STILL, silent=True)
        bram.expects(STILL, silent=False)
    await town.wind(to=datetime(2026, 11, 29, 9, 0, tzinfo=UTC))
    lotte.expects(STILL, silent=False)
    await lotte.taps("Ik heb contact")
    hush(lotte, bram, an)


@pytest.mark.parametrize("night", [datetime(2027, 3, 27, 23, tzinfo=UTC), datetime(2027, 10, 30, 22, tzinfo=UTC)])
@pytest.mark.asyncio
async def test_on_a_night_on_which_the_clock_changes_each_hour_still_counts_once(town: Town, night: datetime) -> None:
    await town.wind(to=night)
    sam, lotte = await sam_with_lotte(town, at=None)
    await sam.says(WORDS)
    await town.wind(minutes=46)
    hush(sam, lotte)
    for _ in range(6):
        await town.wind(hours=1)
        lotte.expects(STILL, silent=True)
        lotte.expects_nothing()
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_the_begeleider_blocked_the_bot(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    await lotte.blocks()
    await town.settle()
    await sam.says(WORDS)
    sam.expects("Bram hoort het van mij.", buttons=BUTTONS)
    town.person("Bram").expects(ALERT)
    town.person("Bram").expects(WORDS)


@pytest.mark.asyncio
async def test_who_blocks_the_bot_after_hearing_is_passed_over(town: Town) -> None:
    sam, lotte, bram = await hinted(town, at=None)
    await lotte.taps("Ik bel nu")
    hush(sam, lotte, bram)
    await lotte.blocks()
    await town.settle()
    bram.expects(STILL, buttons=STAFF_BUTTONS)


@pytest.mark.asyncio
async def test_who_is_away_is_passed_over(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    bram, an = town.person("Bram"), await coordinator(town)
    await lotte.says("/afwezig")
    await lotte.taps("Een week")
    hush(sam, lotte, bram, an)
    await sam.says(WORDS)
    sam.expects("Bram hoort het van mij.")
    bram.expects(ALERT)
    bram.expects(WORDS)
    lotte.expects(WORDS, silent=True)
    await bram.says("/afwezig")
    await bram.taps("Een week")
    await town.settle()
    shown = an.expects(ALERT)
    assert STILL not in shown.plain
    hush(sam, lotte, bram, an)


@pytest.mark.asyncio
async def test_with_nobody_of_the_two_it_goes_to_the_leads(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    an = await coordinator(town)
    await lotte.blocks()
    await town.settle()
    hush(an)
    await sam.says(WORDS)
    shown = sam.expects("An hoort het van mij.")
    assert "Schrijf gerust verder" not in shown.plain
    sam.expects("Ik kan Lotte nu niet bereiken")
    an.expects(ALERT)
    an.expects_no_word(WORDS)


@pytest.mark.asyncio
async def test_with_nobody_at_all_that_is_said_and_it_is_tried_on(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await lotte.blocks()
    await town.settle()
    await sam.says(WORDS)
    sam.expects("Ik krijg nu niemand van ons te pakken. Ik blijf proberen.")
    hush(sam)
    await lotte.unblocks()
    await town.wind(hours=1, minutes=1)
    lotte.expects(ALERT)


@pytest.mark.asyncio
async def test_a_second_hint_is_answered_and_alerts_after_ten_minutes(town: Town) -> None:
    sam, lotte, bram = await hinted(town, at=None)
    await town.wind(minutes=5)
    await sam.says("echt, ik wil er niet meer zijn")
    sam.expects("Dat klinkt zwaar.")
    for who in (lotte, bram):
        who.expects("echt, ik wil")
        who.expects_nothing()
    await town.restart()
    await town.wind(minutes=6)
    await sam.says("kms")
    sam.expects("Dat klinkt zwaar.")
    for who in (lotte, bram):
        who.expects(ALERT, silent=False)
        who.expects("kms")
    assert len(await alarms(town)) == 1


@pytest.mark.asyncio
async def test_after_it_was_taken_up_a_new_hint_starts_anew(town: Town) -> None:
    sam, lotte, bram = await hinted(town, at=None)
    await lotte.taps("Ik heb contact")
    hush(lotte, bram)
    await sam.says(WORDS)
    hush(sam)
    for who in (lotte, bram):
        who.expects(ALERT, silent=False)
        who.expects(WORDS)
    assert len(await alarms(town)) == 2


@pytest.mark.asyncio
async def test_a_false_alarm_ends_gently_and_is_still_seen(town: Town) -> None:
    sam, lotte, bram = await hinted(town)
    assert await is_quiet(town, sam)
    await sam.taps("Ik bedoelde iets anders", times=2)
    shown = sam.expects("Oké. Goed dat je het zegt.\nLotte ziet het, en kijkt nog even.", edited=True)
    assert "1813" in shown.plain
    hush(sam)
    for who in (lotte, bram):
        who.expects(
            "Sam bedoelde iets anders. Kijk je nog even?", edited=True, buttons=["Ik bel nu", "Ik keek ernaar", ""]
        )
        who.expects_nothing()
    await town.restart()
    await town.wind(minutes=50)
    lotte.expects_nothing()  # nobody else is asked
    await town.wind(minutes=11)
    sam.expects("Sam")  # the question of ten o'clock came as always
    for who in (lotte, bram):
        who.expects("Kijk je nog even?")
    await lotte.taps("Ik keek ernaar")
    for who in (lotte, bram):
        who.expects("✓ Lotte keek naar Sam om.", edited=True, buttons=[])
    await town.wind(hours=5)
    hush(sam)
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_a_hint_after_a_false_alarm_alerts_at_once(town: Town) -> None:
    sam, lotte, bram = await hinted(town, at=None)
    await sam.taps("Ik bedoelde iets anders")
    hush(sam, lotte, bram)
    await sam.says(WORDS)
    hush(sam)
    for who in (lotte, bram):
        who.expects(ALERT, silent=False, buttons=STAFF_BUTTONS)
        who.expects(WORDS)
    assert await is_quiet(town, sam)
    await town.wind(minutes=16)
    for who in (lotte, bram):
        who.expects(STILL)


@pytest.mark.asyncio
async def test_by_night_a_false_alarm_is_looked_at_in_the_morning(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await town.wind(hours=14)
    await sam.says(WORDS)
    await sam.taps("Ik bedoelde iets anders")
    hush(sam, lotte)
    await town.wind(hours=9)
    lotte.expects_nothing()
    await town.wind(hours=1)
    lotte.expects("Sam schreef gisteren om 23u.")
    lotte.expects("Kijk je nog even?")
    await town.wind(days=1)
    hush(sam)
    lotte.expects("Sam schreef dinsdag")


@pytest.mark.asyncio
async def test_by_night_a_hint_after_a_false_alarm_sounds(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await town.wind(hours=16)
    await sam.says(WORDS)
    await sam.taps("Ik bedoelde iets anders")
    hush(sam, lotte)
    await sam.says(WORDS)
    lotte.expects(ALERT, silent=False)
    hush(sam, lotte)


@pytest.mark.asyncio
async def test_nothing_planned_reaches_them_until_somebody_is_in_touch(town: Town) -> None:
    sam, lotte, bram = await hinted(town)
    await town.wind(hours=6)
    sam.expects_nothing()
    await town.wind(days=1)
    sam.expects_nothing()
    hush(lotte, bram)
    await lotte.taps("Ik heb contact")
    hush(lotte, bram)
    await town.wind(days=1)
    sam.expects("Sam", buttons=["Heel slecht", "Niet goed", "Gaat wel", "Goed", "Heel goed"])
    hush(sam, lotte)


@pytest.mark.asyncio
async def test_what_was_planned_and_has_not_left_is_taken_back(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    town.telegram.faults.switch_on(Fault.DOWN, "sendMessage")
    await town.wind(hours=1, minutes=1)
    await sam.says(WORDS)
    town.telegram.faults.switch_off()
    await town.wind(minutes=10)
    sam.expects("Dat klinkt zwaar.")
    sam.expects_nothing()
    hush(lotte)


@pytest.mark.asyncio
async def test_telegram_is_down_for_an_hour(town: Town) -> None:
    """What could not leave is said once when it can."""
    sam, lotte = await sam_with_lotte(town, at=None)
    town.telegram.faults.switch_on(Fault.DOWN, "sendMessage")
    await sam.says(WORDS)
    await town.wind(minutes=30)
    await town.restart()
    await town.wind(minutes=30)
    lotte.expects_nothing()
    town.telegram.faults.switch_off()
    await town.wind(minutes=15)
    sam.expects("Dat klinkt zwaar.")
    sam.expects_nothing()
    lotte.expects(ALERT)
    lotte.expects(WORDS)
    lotte.expects_nothing()
    await lotte.taps("Ik heb contact")
    lotte.expects("✓ Lotte heeft contact met Sam.", edited=True)


# --- Everything a youth writes ---


@pytest.mark.asyncio
async def test_words_of_a_check_in_are_kept_with_it(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    await town.wind(hours=1, minutes=1)
    await sam.taps("😣 Heel slecht")
    await sam.taps("✍️ Iets vertellen")
    hush(sam, lotte)
    await sam.says(WORDS)
    sam.expects("Dat klinkt zwaar.")
    for who in (lotte, town.person("Bram")):
        who.expects(ALERT)
        who.expects("Sam schreef je iets.")
    await lotte.taps("Openen", on="schreef je iets")
    lotte.expects(WORDS, edited=True)
    hush(sam)


@pytest.mark.asyncio
async def test_a_caption(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await sam.sends_photo(b"\x89PNG", WORDS)
    sam.expects("Dat klinkt zwaar.")
    lotte.expects(ALERT)
    lotte.expects(WORDS, photo=True)


@pytest.mark.asyncio
async def test_a_correction(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    said = await sam.says("hoi")
    hush(sam, lotte)
    await sam.edits(said, WORDS)
    sam.expects("Dat klinkt zwaar.")
    lotte.expects(ALERT)
    lotte.expects(f"(verbeterd): {WORDS}")


@pytest.mark.asyncio
async def test_a_correction_of_what_reached_nobody(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    said = await sam.says("/hulp")
    hush(sam)
    await sam.edits(said, WORDS)
    sam.expects("Dat klinkt zwaar.")
    lotte.expects(ALERT)
    lotte.expects(f"Sam: {WORDS}")


@pytest.mark.asyncio
async def test_what_is_forwarded_and_what_stands_behind_a_command(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    said = await sam.says("hoi")
    hush(sam, lotte)
    await sam.forwards(said)
    hush(sam, lotte)
    await sam.says(f"/hulp {WORDS}")
    sam.expects("Dat klinkt zwaar.")
    sam.expects("Dit kan je hier")
    lotte.expects(ALERT)
    lotte.expects(WORDS)


@pytest.mark.asyncio
async def test_the_own_theme_of_a_spinnenweb(town: Town) -> None:
    """It reaches a person, and becomes no theme; the question still waits."""
    sam, lotte = await sam_with_lotte(town, at=None)
    await begins(sam)
    for _ in NUMBERS:
        await sam.taps("Sla over")
    hush(sam)
    await sam.says(WORDS)
    sam.expects("Dat klinkt zwaar.")
    sam.expects_nothing()
    lotte.expects(ALERT)
    lotte.expects(f"Sam: {WORDS}")
    await town.restart()
    await sam.says("mijn hond")
    sam.expects("✨ mijn hond (10/10)")
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_a_first_step(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await begins(sam)
    await scores_all(sam)
    await finishes(sam, "Geld")
    hush(sam, lotte)
    await sam.says("er een einde aan maken")
    sam.expects("Dat klinkt zwaar.")
    sam.expects_nothing()
    lotte.expects(ALERT)
    lotte.expects("einde aan maken")
    await sam.says("naar de bank gaan")
    sam.expects("naar de bank gaan")
    hush(sam, lotte)


@pytest.mark.parametrize("wish", ["/stop", "/pauze"])
@pytest.mark.asyncio
async def test_also_for_who_wants_quiet(town: Town, wish: str) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says(wish)
    await sam.taps("Ja" if wish == "/stop" else "dag")
    hush(sam, lotte)
    await sam.says(WORDS)
    sam.expects("Dat klinkt zwaar.", buttons=BUTTONS)
    lotte.expects(ALERT)
    lotte.expects(WORDS)
    await lotte.taps("Ik bel nu")
    sam.expects("Lotte belt je zo.")
    await lotte.taps("Ik heb contact")
    hush(lotte)
    assert await is_quiet(town, sam)  # as they wanted
    await town.wind(days=1)
    hush(lotte)


@pytest.mark.asyncio
async def test_also_in_nazorg(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=500, at=None)
    await sam.says(WORDS)
    sam.expects("Dat klinkt zwaar.", buttons=BUTTONS)
    lotte.expects(ALERT)
    lotte.expects(WORDS)


@pytest.mark.asyncio
async def test_what_they_write_on_reaches_both_until_somebody_is_in_touch(town: Town) -> None:
    sam, lotte, bram = await hinted(town, at=None)
    await sam.says("niemand snapt het")
    hush(sam)
    for who in (lotte, bram):
        who.expects("niemand snapt het")
        who.expects_nothing()
    await lotte.taps("Ik heb contact")
    hush(lotte, bram)
    await sam.says("merci")
    hush(sam)
    lotte.expects("merci")
    bram.expects_nothing()


@pytest.mark.asyncio
async def test_a_reply_to_the_alert_goes_to_the_youth(town: Town) -> None:
    sam, lotte, bram = await hinted(town, at=None)
    alert = next(one for one in bram.sees() if ALERT in one.plain)
    await bram.says("Ik kom nu", reply_to=alert)
    sam.expects("Bram: Ik kom nu")
    hush(lotte, bram)


@pytest.mark.asyncio
async def test_in_english(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    person = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        (await session.get_one(Person, person.id)).language = "en"
    await sam.says("i want to die")
    sam.expects("Thinking of suicide? Call 1813, day and night.")
    lotte.expects(ALERT)
    lotte.expects("want to die")


@pytest.mark.asyncio
async def test_what_a_colleague_writes_is_not_looked_at(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await lotte.says("Sam zei: ik wil dood")
    lotte.expects("Voor wie is dit?")
    assert await alarms(town) == []
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_everyday_talk_changes_nothing(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await sam.says("ik lach me dood")
    lotte.expects("ik lach me dood")
    hush(sam)
    assert await alarms(town) == []


@pytest.mark.asyncio
async def test_when_what_follows_breaks_it_is_answered_all_the_same(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def breaks(*_: object, **__: object) -> None:
        raise RuntimeError

    sam, lotte = await sam_with_lotte(town, at=None)
    monkeypatch.setattr("store.talk.add", breaks)
    await sam.says(WORDS)
    await town.wind(minutes=1)
    shown = sam.expects("Dat klinkt zwaar.", buttons=BUTTONS)
    assert "1813" in shown.plain
    lotte.expects(ALERT)
    hush(sam)
    await lotte.taps("Ik heb contact")
    hush(lotte)
    await sam.says("hoi")  # no answer of that kind, when it breaks
    await town.wind(minutes=1)
    sam.expects("Dat lukte niet.")


# --- Let somebody call me, and the numbers ---


@pytest.mark.asyncio
async def test_somebody_is_to_call(town: Town) -> None:
    sam, lotte, bram = await hinted(town, at=None)
    await sam.taps("Laat iemand me bellen", times=2)
    sam.expects("Ik heb Lotte gevraagd om je te bellen.", edited=False)
    sam.expects_nothing()
    lotte.expects("📞 Sam vraagt of je belt.")
    for who in (lotte, bram):
        who.expects("Sam wil gebeld worden.", edited=True)
    async with town.spoor.database.read() as session:
        assert [row.wish for row in await session.scalars(select(Call))] == [Wish.ASAP]
    await town.restart()
    await town.wind(minutes=1)
    await sam.taps("Laat iemand me bellen")
    sam.expects("Ik heb Lotte gevraagd")


@pytest.mark.asyncio
async def test_who_just_asked_for_a_call_gets_an_answer_here_too(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await sam.says("📞 Bel me")
    await sam.taps("Zo snel mogelijk")
    await sam.says(WORDS)
    hush(sam, lotte)
    await sam.taps("Laat iemand me bellen", times=2)
    sam.expects("Ik heb Lotte gevraagd")
    sam.expects_nothing()
    hush(lotte)


@pytest.mark.parametrize("under", ["vraagt of je belt", "vraagt aandacht"])
@pytest.mark.asyncio
async def test_whoever_calls_says_so_once(town: Town, under: str) -> None:
    """Under the call that was asked for, or under the alert: nobody else is asked for either."""
    sam, lotte, bram = await hinted(town, at=None)
    await sam.taps("Laat iemand me bellen")
    hush(sam, lotte, bram)
    await lotte.taps("Ik bel nu", on=under)
    sam.expects("Lotte belt je zo.")
    sam.expects_nothing()
    lotte.expects("Jij belt Sam nu.", edited=True)
    lotte.expects("Lotte belt Sam nu.", edited=True)
    bram.expects("Lotte belt Sam nu.", edited=True)
    await town.wind(minutes=14)
    for who in (sam, lotte, bram):
        who.expects_nothing()
    await town.wind(minutes=17)
    lotte.expects("Heb je Sam gesproken?")
    hush(lotte, bram)


@pytest.mark.asyncio
async def test_a_call_for_tomorrow_becomes_one_for_now(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await sam.says("📞 Bel me")
    await sam.taps("Morgen")
    hush(sam, lotte)
    await sam.says("/hulp")
    sam.expects("Dit kan je hier", buttons=["🆘 Hulp nu"])
    await sam.taps("🆘 Hulp nu", times=2)
    for _ in range(2):
        shown = sam.expects("Dag en nacht", buttons=["Laat iemand me bellen"], edited=False).plain
        numbers = [shown.index(number) for number in ("112", "1813", "106", "101", "102", "1712", "0800 13 500")]
        assert numbers == sorted(numbers)
    await sam.taps("Laat iemand me bellen")
    sam.expects("Ik heb Lotte gevraagd")
    lotte.expects("📞 Sam vraagt of je belt.\nZo snel mogelijk")


@pytest.mark.asyncio
async def test_after_the_lowest_answer_the_numbers_are_near(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await town.wind(hours=1, minutes=1)
    await sam.taps("🙁 Niet goed")
    assert "🆘 Hulp nu" not in [button.text for button in sam.sees()[-1].buttons]
    await sam.taps("Ander antwoord")
    await sam.taps("😣 Heel slecht")
    hush(sam, lotte)
    await town.restart()
    await sam.taps("🆘 Hulp nu")
    sam.expects("Dag en nacht", edited=False)


@pytest.mark.asyncio
async def test_nobody_else_takes_it_up(town: Town) -> None:
    sam, lotte, bram = await hinted(town, at=None)
    noor, tine = await staff(town, "Noor"), await teamcoach(town)
    mo = await youth(town, "Mo", noor, at=None)
    row = (await alarms(town))[0]
    for who in (noor, tine, mo, sam):
        await who.says("/hulp")
        hush(who)
        mine = ["meantelse"] if who is not sam else []
        for name in ("alarmmine", "alarmcall", *mine):
            for number in (row.id, 99, -(10**15)):
                await who.forges(f"{name}:{number}", on=who.sees()[-1])
                who.expects_toast("van vroeger")
    for who in (sam, lotte, bram):
        who.expects_nothing()
    assert (await alarms(town))[0].taken_up_at is None
