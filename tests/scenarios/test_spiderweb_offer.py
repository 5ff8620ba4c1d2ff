"""The spinnenweb is offered when a milestone is near: alone, together or later, one reminder, and then a person."""

from __future__ import annotations

from datetime import time

import pytest
from sqlalchemy import select

from programme.milestones import Milestone
from programme.phases import StopReason
from programme.spiderweb import WebMoment
from sandbox.faults import Fault
from sandbox.model import Message
from sandbox.town import Town
from store import year
from store.tables import CheckinPlan, MilestoneState, Person, SpiderwebOffer
from tests.people import Phone, row_of, sam_with_lotte, staff, youth
from tests.scenarios.morning import gone, milestone, planned, until, year_paused
from tests.scenarios.test_milestones import kept, opens_one
from tests.scenarios.test_push import hush
from tests.scenarios.test_spiderweb import WEB, finishes, scores_all, scorings

NEAR = "Hey Sam!\nBinnenkort vertel je jouw plan, samen met Lotte.\n\nVul je jouw spinnenweb in?"
AGAIN = "Hey Sam!\nJe spinnenweb staat nog voor je klaar. Heb je zin?\n\nHierna vraag ik het niet meer."
HALF = "Je spinnenweb is half klaar. Verder?"
CHOICES = ["Nu, alleen", "Samen met Lotte", "Later"]
LINE = "Sam: het spinnenweb voor ondersteuningsplan staat nog open."
# The day after Sam came here; the reminder; the working day after it; the day of the plan.
OFFERED, REMINDED, BROUGHT_UP, PLAN = "2026-11-25", "2026-11-28", "2026-11-30", "2026-12-01"


async def near_the_plan(town: Town, *, at: time | None = None) -> tuple[Phone, Phone]:
    """It is Tuesday 24 November; the plan of Sam is due a week later."""
    found = await sam_with_lotte(town, day=36, duo="Bram", at=at, year=True)
    await planned(town)
    return found


async def offered(town: Town) -> tuple[Phone, Phone]:
    """On Wednesday at four: after the first night since Sam came."""
    sam, lotte = await near_the_plan(town)
    await until(town, f"{OFFERED} 15:59")
    sam.expects_nothing()
    await until(town, f"{OFFERED} 16:00")
    sam.expects(NEAR, buttons=CHOICES)
    return sam, lotte


async def offers(town: Town) -> list[SpiderwebOffer]:
    async with town.spoor.database.read() as session:
        return list(await session.scalars(select(SpiderwebOffer).order_by(SpiderwebOffer.id)))


async def to_the_morning(town: Town, day: str) -> None:
    """What the mornings before it said is read; that of the day itself is not."""
    await until(town, f"{day} 08:00")
    hush(town.person("Lotte"), town.person("Bram"))
    await until(town, f"{day} 08:30")


async def ends(town: Town, when: str = f"{BROUGHT_UP} 15:59") -> None:
    """Nothing more comes to Sam until then, and Lotte never hears that it is open."""
    await until(town, when)
    town.person("Sam").expects_nothing()
    town.person("Lotte").expects_no_word("staat nog open", "spinnenweb met jou")
    hush(town.person("Lotte"), town.person("Bram"))


async def fills_in(sam: Phone, label: str = "Nu, alleen", shift: int = 0) -> None:
    await sam.taps(label)
    sam.expects("🏠 Wonen (1/10)", edited=True)
    await scores_all(sam, shift)
    sam.expects("Jouw spinnenweb.", photo=True)
    sam.expects("Waar wil je")
    await finishes(sam)
    sam.expects("Klaar.", edited=True)


# --- Alone ---


@pytest.mark.asyncio
async def test_alone_it_begins_on_that_message_and_then_nobody_asks_again(town: Town) -> None:
    sam, lotte = await offered(town)
    await sam.taps("Nu, alleen", times=2)
    sam.expects("🏠 Wonen (1/10)", edited=True)
    assert [row.moment for row in await scorings(town)] == [WebMoment.PLAN]
    await town.restart()
    await scores_all(sam)
    sam.expects("Jouw spinnenweb.", photo=True)
    sam.expects("Waar wil je")
    await finishes(sam)
    sam.expects("Klaar.", edited=True)
    lotte.expects("Sam vulde het spinnenweb in.")
    await ends(town)


@pytest.mark.asyncio
async def test_filled_in_from_the_keyboard_settles_it_too_and_an_old_button_says_so(town: Town) -> None:
    sam, lotte = await offered(town)
    old = sam.sees()[-1]
    await sam.says(WEB)
    sam.expects("Hoe gaat het met je leven?")
    await fills_in(sam, "Beginnen")
    lotte.expects("Sam vulde")
    for button in old.buttons:
        await sam.forges(button.data or "", on=old)
        sam.expects_toast("Dat web is klaar. Met 🕸 Mijn spinnenweb begin je opnieuw.")
    assert len(await scorings(town)) == 1
    await ends(town)


@pytest.mark.asyncio
async def test_who_filled_one_in_of_late_is_not_offered_it(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await sam.says(WEB)
    sam.expects("Hoe gaat het met je leven?")
    await fills_in(sam, "Beginnen")
    lotte.expects("Sam vulde")
    await ends(town)
    assert await offers(town) == []


@pytest.mark.asyncio
async def test_half_way_it_asks_to_go_on_and_that_is_for_this_milestone(town: Town) -> None:
    sam, _ = await near_the_plan(town)
    await milestone(town, sam, Milestone.ONDERSTEUNINGSPLAN, "2026-12-20")
    await sam.says(WEB)
    sam.expects("Hoe gaat het met je leven?")
    await sam.taps("Beginnen")
    await sam.taps("7")
    hush(sam)
    assert [row.moment for row in await scorings(town)] == [WebMoment.ANY]
    await until(town, "2026-12-13 16:00")
    sam.expects(f"samen met Lotte.\n\n{HALF}", buttons=["Verder, alleen", "Samen met Lotte", "Later"])
    await town.restart()
    await sam.taps("Verder, alleen")
    sam.expects("(2/10)", edited=True)
    assert [row.moment for row in await scorings(town)] == [WebMoment.PLAN]
    hush(town.person("Lotte"), town.person("Bram"))


# --- Later, and the reminder ---


@pytest.mark.asyncio
async def test_later_it_comes_back_once_and_then_it_is_for_the_begeleider(town: Town) -> None:
    sam, lotte = await offered(town)
    await sam.taps("Later", times=2)
    sam.expects(
        "Oké, geen haast.\nIk vraag het zaterdag nog één keer.\n🕸 Mijn spinnenweb staat altijd onderaan.",
        buttons=["Toch nu, alleen"],
        edited=True,
    )
    await town.restart()
    await until(town, f"{REMINDED} 15:59")
    sam.expects_nothing()
    lotte.expects_no_word(LINE)
    await until(town, f"{REMINDED} 16:00")
    sam.expects(AGAIN, buttons=CHOICES)
    await sam.taps("Later")
    sam.expects("Oké, geen haast.\n🕸 Mijn spinnenweb staat altijd", buttons=["Toch nu, alleen"], edited=True)
    await to_the_morning(town, BROUGHT_UP)
    lotte.expects(LINE, buttons=["Gedaan", "Morgen"])
    town.person("Bram").expects_no_word(LINE)
    await until(town, f"{PLAN} 23:00")
    sam.expects("Morgen vertel je")  # the day before, as always
    sam.expects_nothing()
    hush(lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_nothing_tapped_is_as_good_as_later(town: Town) -> None:
    sam, lotte = await offered(town)
    await until(town, f"{REMINDED} 16:00")
    sam.expects(AGAIN, buttons=CHOICES)
    await sam.taps("Nu, alleen", on="Heb je zin?")
    sam.expects("(1/10)", edited=True)
    await sam.taps("7")
    await sam.taps("Later verder")
    hush(sam)
    await to_the_morning(town, BROUGHT_UP)
    lotte.expects(LINE)  # half is not done
    await until(town, f"{BROUGHT_UP} 20:00")
    hush(sam)


@pytest.mark.asyncio
async def test_toch_nu_after_later(town: Town) -> None:
    sam, lotte = await offered(town)
    await sam.taps("Later")
    sam.expects("Oké", edited=True)
    await fills_in(sam, "Toch nu, alleen")
    lotte.expects("Sam vulde")
    await ends(town)


@pytest.mark.asyncio
async def test_the_reminder_knows_that_it_is_half_done(town: Town) -> None:
    sam, _ = await offered(town)
    await sam.taps("Nu, alleen")
    await sam.taps("7")
    hush(sam)
    await until(town, f"{REMINDED} 16:00")
    sam.expects(f"Hey Sam!\n{HALF}\n\nHierna vraag ik het niet meer.")
    hush(town.person("Lotte"), town.person("Bram"))


@pytest.mark.parametrize("state", ["Gedaan", "Past niet"])
@pytest.mark.asyncio
async def test_of_a_milestone_that_is_settled_nobody_is_reminded(town: Town, state: str) -> None:
    sam, lotte = await offered(town)
    await opens_one(lotte, "Ondersteuningsplan")
    await lotte.taps(state)
    hush(lotte)
    await ends(town)
    await sam.taps("Later")
    sam.expects("Oké, geen haast.\n🕸 Mijn spinnenweb", edited=True)
    await sam.taps("Toch nu, alleen")
    sam.expects("(1/10)", edited=True)  # it is theirs, whatever became of the milestone
    assert [row.moment for row in await scorings(town)] == [WebMoment.PLAN]


@pytest.mark.asyncio
async def test_offered_too_late_for_a_reminder_it_is_brought_up_after_the_milestone(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await milestone(town, sam, Milestone.ONDERSTEUNINGSPLAN, "2026-11-26")
    await until(town, f"{OFFERED} 16:00")
    sam.expects("Hey Sam!\n\nVul je jouw spinnenweb in?")
    sam.expects("Morgen vertel je")
    await sam.taps("Later")
    sam.expects("Oké, geen haast.\n🕸 Mijn spinnenweb staat altijd", edited=True)
    await until(town, "2026-11-27 12:00")
    lotte.expects_no_word("staat nog open")
    await to_the_morning(town, "2026-11-30")
    lotte.expects(LINE)
    sam.expects_nothing()
    hush(town.person("Bram"))


# --- Together ---


@pytest.mark.asyncio
async def test_together_the_begeleider_hears_it_once_and_brings_it_up(town: Town) -> None:
    sam, lotte = await offered(town)
    await sam.taps("Samen met Lotte", times=2)
    sam.expects(
        "Goed, samen met Lotte.\nLotte hoort het van mij. Jullie kiezen samen wanneer.",
        buttons=["Toch nu, alleen"],
        edited=True,
    )
    told = lotte.expects("Sam wil het spinnenweb samen met jou invullen.", buttons=[])
    assert told.plain == "Sam wil het spinnenweb samen met jou invullen."
    lotte.expects_nothing()
    await town.restart()
    await to_the_morning(town, "2026-11-26")
    lotte.expects("Sam wil het spinnenweb met jou invullen.", buttons=["Gedaan", "Morgen"])
    await until(town, f"{REMINDED} 23:00")
    sam.expects_nothing()  # no reminder
    hush(lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_together_and_then_alone_after_all(town: Town) -> None:
    sam, lotte = await offered(town)
    await sam.taps("Samen met Lotte")
    sam.expects("Goed, samen met Lotte.", edited=True)
    lotte.expects("Sam wil")
    await to_the_morning(town, "2026-11-26")
    lotte.expects("Sam wil het spinnenweb met jou invullen.")
    await fills_in(sam, "Toch nu, alleen")
    lotte.expects("Sam vulde het spinnenweb in.")
    lotte.expects("✓ Sam: spinnenweb", edited=True)
    await until(town, f"{BROUGHT_UP} 09:00")
    lotte.expects_no_word("staat nog open")
    hush(lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_in_the_night_the_begeleider_sleeps_and_hears_nothing_of_what_is_done_by_then(town: Town) -> None:
    sam, lotte = await offered(town)
    await until(town, f"{OFFERED} 23:00")
    await sam.taps("Samen met Lotte")
    sam.expects("Goed, samen met Lotte.", edited=True)
    await until(town, "2026-11-26 07:59")
    lotte.expects_nothing()
    await fills_in(sam, "Toch nu, alleen")
    lotte.expects("Sam vulde")
    await until(town, "2026-11-26 09:00")
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_together_with_the_duo_while_the_begeleider_is_away(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    bram = town.person("Bram")
    await gone(town, lotte)
    hush(sam, lotte, bram)
    await until(town, f"{OFFERED} 16:00")
    hush_of_away(sam)
    sam.expects("samen met Bram.", buttons=["Nu, alleen", "Samen met Bram", "Later"])
    await sam.taps("Samen met Bram")
    sam.expects("Goed, samen met Bram.", edited=True)
    bram.expects("Sam wil het spinnenweb samen met jou invullen.")
    await to_the_morning(town, "2026-11-26")
    bram.expects("Sam wil het spinnenweb met jou invullen.")
    lotte.expects_no_word("spinnenweb")
    hush(lotte)


def hush_of_away(sam: Phone) -> None:
    for arrival in sam.unexpected():
        arrival.expected = "spinnenweb" not in arrival.message.plain


@pytest.mark.asyncio
async def test_together_once_it_was_brought_up_opens_it_again(town: Town) -> None:
    sam, lotte = await offered(town)
    await until(town, f"{REMINDED} 16:00")
    sam.expects(AGAIN)
    await to_the_morning(town, BROUGHT_UP)
    lotte.expects(LINE)
    await lotte.taps("Gedaan")
    lotte.expects("✓ Sam: spinnenweb", edited=True)
    await sam.taps("Samen met Lotte", on="Heb je zin?")
    sam.expects("Goed, samen met Lotte.", edited=True)
    lotte.expects("Sam wil het spinnenweb samen met jou invullen.")
    lotte.expects("Sam wil het spinnenweb met jou invullen.", edited=True)
    hush(lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_together_for_what_is_long_past_says_so(town: Town) -> None:
    sam, lotte = await offered(town)
    await opens_one(lotte, "Ondersteuningsplan")
    await lotte.taps("Gedaan")
    hush(lotte)
    await sam.taps("Samen met Lotte")
    sam.expects_toast("Dat was een tijd geleden. Met 🕸 Mijn spinnenweb kan je altijd beginnen.")
    lotte.expects_nothing()
    assert (await offers(town))[0].together_at is None


# --- The line of the begeleider ---


async def brought_up(town: Town) -> tuple[Phone, Phone]:
    """On Monday morning."""
    sam, lotte = await offered(town)
    await until(town, f"{REMINDED} 16:00")
    sam.expects(AGAIN)
    await to_the_morning(town, BROUGHT_UP)
    lotte.expects(LINE)
    hush(town.person("Bram"))
    return sam, lotte


@pytest.mark.asyncio
async def test_done_and_undone(town: Town) -> None:
    _sam, lotte = await brought_up(town)
    await lotte.taps("Gedaan", times=2)
    lotte.expects("✓ Sam: spinnenweb", edited=True)
    lotte.expects_toast("Dat was al afgevinkt.")
    await town.restart()
    await lotte.taps("Ongedaan maken", times=2)
    lotte.expects(LINE, edited=True)
    await lotte.taps("Gedaan")
    hush(lotte)
    await to_the_morning(town, PLAN)
    assert LINE not in lotte.expects("Sam: ondersteuningsplan, vandaag.").plain
    hush(town.person("Sam"), town.person("Bram"))


@pytest.mark.asyncio
async def test_tomorrow_and_every_morning_until_the_milestone_is_settled(town: Town) -> None:
    sam, lotte = await brought_up(town)
    await lotte.taps("Morgen")
    lotte.expects(f"→ {LINE} (morgen)", edited=True)
    for day in (PLAN, "2026-12-02"):
        await to_the_morning(town, day)
        lotte.expects(f"2. {LINE}")
    await lotte.taps("1 Gedaan")
    lotte.expects("✓ Sam: spinnenweb", edited=True)  # with the milestone
    await to_the_morning(town, "2026-12-03")
    lotte.expects_nothing()
    hush(sam, town.person("Bram"))


@pytest.mark.asyncio
async def test_what_the_youth_fills_in_meanwhile_settles_the_line(town: Town) -> None:
    sam, lotte = await brought_up(town)
    await fills_in(sam)
    lotte.expects("Sam vulde")
    lotte.expects("✓ Sam: spinnenweb", edited=True)
    hush(sam, lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_the_first_one_is_one_line_and_not_two(town: Town) -> None:
    """It is the milestone itself."""
    sam, lotte = await sam_with_lotte(town, day=7, at=None, year=True)  # the first is due on 1 December
    await planned(town)
    await until(town, f"{OFFERED} 16:00")
    sam.expects(
        "Hey Sam!\nJe kan tonen hoe het gaat: je plek, geld, je mensen.\n\n"
        "Jij geeft cijfers, en je ziet het als tekening.\nHet duurt twee minuten. Zin om te beginnen?"
    )
    await until(town, f"{REMINDED} 16:00")
    sam.expects(AGAIN)
    hush(lotte)
    await to_the_morning(town, BROUGHT_UP)
    lotte.expects("Sam: het eerste spinnenweb staat nog open.")
    await to_the_morning(town, PLAN)
    assert "staat nog open" not in lotte.expects("Sam: eerste spinnenweb, vandaag.").plain


@pytest.mark.asyncio
async def test_a_first_one_that_comes_with_the_plan_settles_both(town: Town) -> None:
    """The milestone of the first one is overdue; nobody has to tick off what is known."""
    sam, lotte = await near_the_plan(town)
    await milestone(town, sam, Milestone.FIRST_SPIDERWEB, "2026-11-23")
    await to_the_morning(town, OFFERED)
    lotte.expects("Sam: eerste spinnenweb, dat stond op maandag.")
    await until(town, f"{OFFERED} 16:00")
    sam.expects(NEAR)
    await fills_in(sam)
    lotte.expects("Sam vulde")
    lotte.expects("✓ Sam: eerste spinnenweb", edited=True)
    assert [row.moment for row in await scorings(town)] == [WebMoment.PLAN]
    assert (await kept(town, sam, Milestone.ONDERSTEUNINGSPLAN)).state is MilestoneState.OPEN
    hush(town.person("Bram"))


@pytest.mark.asyncio
async def test_the_first_one_says_what_it_is_on_its_day_too(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=13, at=None, year=True)  # the first is due tomorrow
    await planned(town)
    await until(town, f"{OFFERED} 16:00")
    sam.expects("Je kan tonen hoe het gaat", buttons=CHOICES)
    hush(lotte)


# --- When the milestone moves ---


@pytest.mark.asyncio
async def test_moved_a_little_it_is_the_same_offer(town: Town) -> None:
    sam, lotte = await offered(town)
    await opens_one(lotte, "Ondersteuningsplan")
    await lotte.taps("Verzetten")
    await lotte.taps("Een week later")
    hush(lotte)
    await until(town, f"{REMINDED} 16:00")
    sam.expects(AGAIN)
    await until(town, "2026-12-06 23:00")
    sam.expects_nothing()
    assert len(await offers(town)) == 1
    hush(lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_moved_far_away_it_is_offered_anew_and_the_old_buttons_are_of_the_new_one(town: Town) -> None:
    sam, lotte = await offered(town)
    old = sam.sees()[-1]
    await milestone(town, sam, Milestone.ONDERSTEUNINGSPLAN, "2027-01-20")
    await to_the_morning(town, BROUGHT_UP)
    sam.expects_nothing()
    await sam.taps("Samen met Lotte")
    sam.expects_toast("Dat was een tijd geleden.")
    await until(town, "2027-01-13 16:00")
    lotte.expects_no_word("staat nog open", "wil het spinnenweb")
    sam.expects(NEAR, buttons=CHOICES)
    await sam.forges(next(button.data or "" for button in old.buttons if "Samen" in button.text), on=old)
    sam.expects("Goed, samen met Lotte.", edited=True)
    lotte.expects("Sam wil")
    first, second = await offers(town)
    assert (first.together_at, first.settled_at is not None) == (None, True)
    assert second.together_at is not None
    hush(lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_what_could_not_be_offered_anew_leaves_the_earlier_offer_as_it_is(town: Town) -> None:
    sam, lotte = await offered(town)
    await milestone(town, sam, Milestone.ONDERSTEUNINGSPLAN, "2026-12-11")
    await until(town, f"{REMINDED} 16:00")
    sam.expects(AGAIN)
    await sam.says("/pauze")
    await sam.taps("Tot ik het zeg")
    hush(sam)
    await to_the_morning(town, "2026-12-10")  # two weeks after it was offered: Sam is tried again on Wednesday
    lotte.expects(LINE)
    assert [offer.settled_at for offer in await offers(town)] == [None]
    hush(town.person("Bram"))


@pytest.mark.asyncio
async def test_moved_to_tomorrow_it_is_offered_today(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await opens_one(lotte, "Evaluatie 1")
    await lotte.taps("Verzetten")
    await lotte.taps("Een andere dag")
    await lotte.says("25/11/2026")
    hush(lotte)
    await until(town, "2026-11-24 16:00")
    sam.expects("Morgen kijk je")
    sam.expects("Hey Sam!\n\nVul je jouw spinnenweb in?", buttons=CHOICES)
    await until(town, "2026-11-27 12:00")
    sam.expects_nothing()  # not for the plan too, which is near as well
    assert [offer.due_on.day for offer in await offers(town)] == [25]
    hush(lotte, town.person("Bram"))


# --- Who hears nothing ---


@pytest.mark.parametrize("what", ["paused", "stopped", "year paused", "year stopped", "ended"])
@pytest.mark.asyncio
async def test_who_wants_quiet_or_has_no_year_hears_nothing(town: Town, what: str) -> None:
    sam, lotte = await near_the_plan(town)
    person = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        match what:
            case "paused" | "stopped":
                plan = CheckinPlan(youth_id=person.id, at=time(10))
                setattr(plan, f"{what}_at", town.now())
                session.add(plan)
            case "year stopped":
                day = town.now().date().replace(day=28)
                await year.stop(session, person.id, day, StopReason.MOVED)
            case "ended":
                (await session.get_one(Person, person.id)).ended_at = town.now()
    if what == "year paused":
        await year_paused(town, sam)
    await until(town, "2026-12-02 12:00")
    if what == "year stopped":
        sam.expects("je jaar met Lotte stopt hier")
    sam.expects_nothing()
    lotte.expects_no_word("staat nog open")
    assert await offers(town) == []
    hush(lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_after_a_pause_it_is_offered_as_long_as_there_is_time(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await sam.says("/pauze")
    await sam.taps("3 dagen")
    hush(sam, lotte)
    await until(town, "2026-11-27 15:59")
    sam.expects_nothing()
    await until(town, "2026-11-27 16:00")
    sam.expects(NEAR)
    hush(lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_who_pauses_before_the_reminder_gets_it_after_that_or_a_person_brings_it_up(town: Town) -> None:
    sam, lotte = await offered(town)
    await sam.says("/pauze")
    await sam.taps("Tot ik het zeg")
    hush(sam, lotte)
    await until(town, f"{PLAN} 23:00")
    sam.expects_nothing()
    lotte.expects_no_word("staat nog open")
    await to_the_morning(town, "2026-12-02")
    lotte.expects(LINE)
    hush(town.person("Bram"))


@pytest.mark.asyncio
async def test_what_never_left_was_not_offered(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await until(town, f"{OFFERED} 15:59")
    town.telegram.faults.switch_on(Fault.DOWN)
    await until(town, f"{OFFERED} 22:00")
    town.telegram.faults.switch_off()
    await until(town, "2026-11-26 15:59")
    sam.expects_nothing()
    await until(town, "2026-11-26 16:00")
    sam.expects(NEAR, buttons=CHOICES)
    assert len(await offers(town)) == 1
    hush(lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_of_what_perhaps_arrived_there_is_no_second_one(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await until(town, f"{OFFERED} 15:59")
    town.telegram.faults.switch_on(Fault.SILENT_AFTER, "sendMessage", calls=1)
    await until(town, "2026-11-27 12:00")
    sam.expects(NEAR)
    sam.expects_nothing()
    await sam.taps("Nu, alleen")
    sam.expects("(1/10)", edited=True)
    hush(lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_on_a_heavy_day_it_waits_until_the_next(town: Town) -> None:
    sam, lotte = await near_the_plan(town, at=time(10))
    await until(town, f"{OFFERED} 10:00")
    await sam.taps("😣")
    hush(sam, lotte)
    await until(town, f"{OFFERED} 23:00")
    sam.expects_nothing()
    hush(lotte)
    await until(town, "2026-11-26 16:00")
    sam.expects(NEAR)
    hush(sam, lotte, town.person("Bram"))


@pytest.mark.parametrize("what", ["blocked", "not joined"])
@pytest.mark.asyncio
async def test_of_whom_nothing_reaches_the_begeleider_hears_on_the_day_itself(town: Town, what: str) -> None:
    sam, lotte = await near_the_plan(town)
    async with town.spoor.database.write() as session:
        person = await session.get_one(Person, (await row_of(town, sam)).id)
        if what == "blocked":
            person.blocked_at = town.now()
        else:
            person.telegram_id = person.joined_at = None
    await to_the_morning(town, OFFERED)
    lotte.expects(LINE, buttons=["Gedaan", "Morgen"])
    await lotte.taps("Gedaan")
    lotte.expects("Alles van vandaag is gedaan.", edited=True)
    await ends_quietly(town)
    assert len(await offers(town)) == 1


async def ends_quietly(town: Town) -> None:
    await until(town, f"{PLAN} 23:00")
    town.person("Sam").expects_nothing()
    hush(town.person("Lotte"), town.person("Bram"))


@pytest.mark.asyncio
async def test_who_blocks_the_bot_when_it_is_offered_was_not_offered_it(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await until(town, f"{OFFERED} 12:00")
    town.telegram.block(sam.user)
    await until(town, f"{OFFERED} 16:30")
    hush(lotte, town.person("Bram"))
    await to_the_morning(town, "2026-11-26")
    lotte.expects(LINE)
    await ends_quietly(town)


@pytest.mark.asyncio
async def test_who_blocks_the_bot_before_the_reminder_is_the_begeleiders_on_that_day(town: Town) -> None:
    sam, lotte = await offered(town)
    await sam.blocks()
    hush(lotte)
    await to_the_morning(town, "2026-11-27")
    lotte.expects("Sam: ondersteuningsplan, dinsdag.")
    lotte.expects_no_word(LINE)
    await to_the_morning(town, BROUGHT_UP)
    lotte.expects(LINE)
    await ends_quietly(town)


# --- Who is not asked ---


@pytest.mark.asyncio
async def test_somebody_elses_offer(town: Town) -> None:
    sam, lotte = await offered(town)
    noor = await staff(town, "Noor")
    mo = await youth(town, "Mo", noor, at=None)
    await mo.says(WEB)
    under = mo.expects("Jij zegt het")
    for data in ("woalone:1", "wotogether:1", "wolater:1", "woalone:99", "wotogether:-1", "wolater:x"):
        await mo.forges(data, on=under)
        mo.expects_toast("van vroeger")
    for name in ("woalone", "wotogether", "wolater"):
        await lotte.forges(f"{name}:1", on=await a_message(lotte))
        lotte.expects_toast("van vroeger")
    [offer] = await offers(town)
    assert (offer.together_at, offer.settled_at) == (None, None)
    assert await scorings(town) == []
    sam.expects_nothing()
    hush(lotte, mo)


async def a_message(who: Phone) -> Message:
    await who.says("/jongeren")
    hush(who)
    return who.sees()[-1]


# --- A whole year ---

YEAR = (
    (WebMoment.FIRST, "2026-11-30", "Je kan tonen hoe het gaat"),
    (WebMoment.PLAN, "2026-12-29", "Binnenkort vertel je jouw plan"),
    (WebMoment.EVALUATIE_1, "2027-03-29", "Binnenkort kijk je terug"),
    (WebMoment.EVALUATIE_2, "2027-06-28", "Binnenkort kijk je terug"),
    (WebMoment.EVALUATIE_3, "2027-10-06", "Binnenkort kijk je terug"),
    (WebMoment.AFRONDING, "2027-11-17", "Binnenkort rond je je jaar af"),
)


@pytest.mark.asyncio
async def test_a_year_with_a_comparison_at_each_evaluation(town: Town) -> None:
    """Nobody ticks off a milestone: each web is for its own all the same."""
    sam, lotte = await sam_with_lotte(town, day=1, at=None, year=True)
    for number, (moment, day, why) in enumerate(YEAR):
        await until(town, f"{day} 15:59")
        hush(lotte)
        for arrival in sam.unexpected():
            arrival.expected = "Morgen" in arrival.message.plain or "Zo is het goed" in str(arrival)
        sam.expects_nothing()
        await until(town, f"{day} 16:00")
        sam.expects(why, buttons=CHOICES)
        web = await compares(sam, number)
        assert (await scorings(town))[-1].moment is moment
        lotte.expects("Sam vulde het spinnenweb in.")
        assert ("Hoger dan vorige keer: 🏠 Wonen" in web) is (number % 2 == 1)
        assert ("Lager dan vorige keer: 🏠 Wonen" in web) is (number % 2 == 0 and number > 0)
    assert [row.moment for row in await scorings(town)] == [moment for moment, _, _ in YEAR]


async def compares(sam: Phone, number: int) -> str:
    """Every other time all numbers are one higher."""
    await sam.taps("Nu, alleen")
    sam.expects("🏠 Wonen (1/10)", edited=True)
    await scores_all(sam, number % 2)
    web = sam.expects("Jouw spinnenweb.", photo=True)
    sam.expects("Waar wil je")
    await finishes(sam)
    sam.expects("Klaar.", edited=True)
    return web.plain
