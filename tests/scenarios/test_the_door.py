"""At the door: strangers, wrong codes and locks, people with a place, and people with another phone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from chat.language import Verbatim
from chat.occasion import Manner, Occasion
from chat.screen import Screen
from programme.joining import INVITATION_LASTS, WRONG_CODES, WRONG_CODES_ALL
from programme.people import Role
from sandbox.town import Town
from store import people
from store.tables import Base, Invitation, Lane, WrongCode
from tests.people import Phone, guessed_by_many, row_of, sam_with_lotte, staff, youth
from tests.scenarios.test_joining import BOT, link_for, new_link
from tests.scenarios.test_push import hush

WRONG = BOT + "A" * 22
STRANGER = "Ik werk met een persoonlijke link"


async def try_wrong(who: Phone, times: int) -> None:
    """Wrong codes, one after another."""
    for number in range(times):
        await who.opens(f"{BOT}{number:022}")
        who.expects(STRANGER)


async def used(town: Town) -> str:
    """A link that somebody came in with."""
    link = await link_for(town, "Sam", await staff(town, "Lotte"))
    sam = town.person("Sam")
    await sam.opens(link)
    sam.expects("Hey Sam")
    await sam.taps("Ik doe mee")
    sam.expects("Je doet mee")
    sam.expects("Fijn, Sam")
    sam.expects("Hoe laat")
    town.person("Lotte").expects("Sam doet mee")
    return link


async def expired(town: Town) -> str:
    """A link of over seven days ago."""
    link = await link_for(town, "Sam", await staff(town, "Lotte"))
    await town.wind(to=town.now() + INVITATION_LASTS + timedelta(seconds=1))
    town.person("Lotte").expects("Nog 3 keer samen met Sam")
    return link


async def replaced(town: Town) -> str:
    """A link in whose place there is another one."""
    _, lotte = await sam_with_lotte(town)
    link = await new_link(town, lotte)
    await new_link(town, lotte)
    return link


async def never_made(_town: Town) -> str:
    """A code that was never given."""
    return WRONG


async def locked_out(town: Town) -> str:
    """A right link, after too many wrong ones."""
    await try_wrong(town.person("Stranger"), WRONG_CODES)
    return await link_for(town, "Sam", await staff(town, "Lotte"))


CLOSED = [used, expired, replaced, never_made, locked_out]


@pytest.mark.parametrize("make", CLOSED, ids=[make.__name__ for make in CLOSED])
@pytest.mark.asyncio
async def test_every_closed_door_looks_the_same(town: Town, make: Callable[[Town], Awaitable[str]]) -> None:
    stranger = town.person("Stranger")
    await stranger.says("hallo")
    door = stranger.expects(STRANGER).plain
    assert all(number in door for number in ("112", "1813", "106"))
    await stranger.opens(await make(town))
    assert stranger.expects(STRANGER).plain == door
    hush(town.person("Lotte"))


@pytest.mark.asyncio
async def test_a_link_works_until_its_last_moment(town: Town) -> None:
    lotte, sam = await staff(town, "Lotte"), town.person("Sam")
    link = await link_for(town, "Sam", lotte)
    await town.wind(to=town.now() + INVITATION_LASTS - timedelta(seconds=1))
    await sam.opens(link)
    sam.expects("Hey Sam")
    await town.wind(seconds=2)
    await sam.taps("Ik doe mee")
    sam.expects(STRANGER)
    lotte.expects("Nog 3 keer samen met Sam")
    hush(lotte)


@pytest.mark.asyncio
async def test_a_lock_lasts_an_hour_and_is_for_one_sender(town: Town) -> None:
    lotte, sam, other = await staff(town, "Lotte"), town.person("Sam"), town.person("Other")
    link = await link_for(town, "Sam", lotte)
    await try_wrong(other, WRONG_CODES)
    await other.opens(link)
    other.expects(STRANGER)
    await town.restart()
    await other.opens(link)
    other.expects(STRANGER)
    await sam.opens(link)
    sam.expects("Hey Sam")
    await town.wind(hours=1)
    await other.opens(link)
    other.expects("Hey Sam")


@pytest.mark.asyncio
async def test_four_wrong_ones_lock_nobody_out(town: Town) -> None:
    lotte, sam = await staff(town, "Lotte"), town.person("Sam")
    await try_wrong(sam, WRONG_CODES - 1)
    await sam.opens(await link_for(town, "Sam", lotte))
    sam.expects("Hey Sam")


@pytest.mark.parametrize("make", [expired, replaced], ids=["expired", "replaced"])
@pytest.mark.asyncio
async def test_a_link_that_once_worked_is_no_guess(town: Town, make: Callable[[Town], Awaitable[str]]) -> None:
    new, old = town.person("New"), await make(town)
    for _ in range(WRONG_CODES):
        await new.opens(old)
        new.expects(STRANGER)
    await new.opens(await link_for(town, "Mo", await staff(town, "Lotte")))
    new.expects("Hey Mo")
    hush(town.person("Lotte"))


@pytest.mark.asyncio
async def test_a_forged_yes_counts_as_a_wrong_code(town: Town) -> None:
    lotte, sam = await staff(town, "Lotte"), town.person("Sam")
    await sam.says("hallo")
    door = sam.expects(STRANGER)
    for number in range(WRONG_CODES):
        await sam.forges(f"yes:{number:022}:nl", on=door)
        sam.expects(STRANGER)
    await sam.opens(await link_for(town, "Sam", lotte))
    sam.expects(STRANGER)


@pytest.mark.asyncio
async def test_while_many_guess_one_wrong_code_locks_and_a_right_one_opens(town: Town) -> None:
    lotte, sam, guesser = await staff(town, "Lotte"), town.person("Sam"), town.person("Guesser")
    link = await link_for(town, "Sam", lotte)
    await guessed_by_many(town, WRONG_CODES_ALL - 1)
    await try_wrong(guesser, 1)
    await guesser.opens(link)
    guesser.expects(STRANGER)
    await sam.opens(link)
    sam.expects("Hey Sam")
    await town.wind(hours=1)
    await guesser.opens(link)
    guesser.expects("Hey Sam")


def everything_in(folder: Path) -> bytes:
    """All that is on disk."""
    return b"".join(path.read_bytes() for path in folder.iterdir())


@pytest.mark.asyncio
async def test_nothing_of_a_stranger_stays(town: Town, tmp_path: Path) -> None:
    stranger = town.person("Xanthippe")
    lotte = await staff(town, "Lotte")
    await stranger.says("ik heet Xanthippe")
    door = stranger.expects(STRANGER)
    await stranger.says("/hulp")
    stranger.expects(STRANGER)
    await try_wrong(stranger, 2)
    await stranger.forges("face:1:5", on=door)
    stranger.expects(STRANGER)
    await stranger.opens(await link_for(town, "Sam", lotte))
    stranger.expects("Hey Sam")
    await stranger.taps("Nu niet")
    stranger.expects("niets van dit gesprek")
    traces = (str(stranger.user.id).encode(), b"Xanthippe")
    await town.close()
    kept = everything_in(tmp_path)
    await town.open()
    assert not any(trace in kept for trace in traces)
    async with town.spoor.database.read() as session:
        for table in Base.metadata.tables.values():
            rows = (await session.execute(select(table))).all()
            assert not any(stranger.user.id in row for row in rows), table.name


@pytest.mark.asyncio
async def test_wrong_codes_are_forgotten_within_hours(town: Town) -> None:
    await try_wrong(town.person("Stranger"), 3)
    await town.wind(hours=3, minutes=1)
    async with town.spoor.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(WrongCode)) == 0


@pytest.mark.asyncio
async def test_whoever_has_a_place_leaves_anothers_link_alone(town: Town) -> None:
    lotte, sam = await staff(town, "Lotte"), town.person("Sam")
    link = await link_for(town, "Sam", lotte)
    await lotte.opens(link)
    lotte.expects("Die link is voor iemand anders. Jij doet al mee, Lotte")
    await lotte.opens(WRONG)
    lotte.expects("Die link is voor iemand anders. Jij doet al mee, Lotte")
    await sam.opens(link)
    sam.expects("Hey Sam")
    await sam.taps("Ik doe mee")
    sam.expects("Je doet mee")
    sam.expects("Fijn, Sam")
    sam.expects("Hoe laat")
    told = lotte.expects("Sam doet mee")
    await lotte.forges("yes:" + link.partition("=")[2] + ":nl", on=told)
    lotte.expects("Die link is voor iemand anders. Jij doet al mee, Lotte")
    assert (await row_of(town, sam)).role is Role.YOUTH


@pytest.mark.asyncio
async def test_ones_own_link_again_is_met_kindly(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    link = await new_link(town, sam)
    await sam.opens(link)
    sam.expects("Hey Sam, je doet al mee")
    await sam.opens(link)
    sam.expects("Hey Sam, je doet al mee")
    await town.person("Stranger").opens(link)
    town.person("Stranger").expects(STRANGER)
    link = await new_link(town, lotte)
    await lotte.opens(link)
    lotte.expects("Je doet al mee als begeleider")
    async with town.spoor.database.read() as session:
        left = await session.scalar(select(func.count()).where(Invitation.used_at.is_(None)))
    assert left == 0


@pytest.mark.asyncio
async def test_start_shows_what_one_can_do(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("/start")
    sam.expects("Dit kan je hier")
    await lotte.says("/start")
    lotte.expects("/nieuw")


# --- Another phone ---


@pytest.mark.asyncio
async def test_a_youth_moves_to_another_phone(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await sam.says("/start")
    sam.expects("Dit kan je hier")
    times = sam.expects("Hoe laat")
    new = town.person("Sam's new phone")
    await new.opens(await new_link(town, sam))
    new.expects("Hey Sam, daar ben je weer")
    new.expects("Hoe laat")
    sam.expects("op een andere gsm. Hier stopt het")
    assert town.telegram.keyboard(sam.user.id) is None
    lotte.expects("Sam gebruikt nu een andere gsm")
    await sam.taps("10u")
    sam.expects(STRANGER)
    await sam.says("hallo?")
    sam.expects(STRANGER)
    await sam.forges("face:1:5", on=times)
    sam.expects(STRANGER)
    await new.taps("10u")
    new.expects("rond 10u", edited=True)
    await town.wind(hours=2)
    new.expects("", buttons=["😣", "🙁", "😐", "🙂", "😄"])
    assert (await row_of(town, new)).name == "Sam"


@pytest.mark.asyncio
async def test_what_was_on_its_way_goes_to_the_new_phone(town: Town) -> None:
    lotte, new = await staff(town, "Lotte"), town.person("Lotte's new phone")
    async with town.spoor.database.write() as session:
        later = Manner("held", Lane.PLANNED, not_before=town.now() + timedelta(hours=1))
        held = Screen(Verbatim("wat nog onderweg was"))
        await Occasion(session, town.now(), town.spoor.setting).say(held, await row_of(town, lotte), later)
    await new.opens(await new_link(town, lotte))
    new.expects("Dag Lotte, daar ben je weer")
    lotte.expects("Hier stopt het")
    await town.wind(hours=1)
    new.expects("wat nog onderweg was")


@pytest.mark.asyncio
async def test_an_old_phone_that_blocked_the_bot_says_nothing_of_the_new_one(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.blocks()
    await town.settle()
    for arrival in lotte.unexpected():
        arrival.expected = True
    new = town.person("Sam's new phone")
    await new.opens(await new_link(town, sam))
    new.expects("daar ben je weer")
    lotte.expects("andere gsm")
    await town.wind(hours=2)
    new.expects("", buttons=["😣", "🙁", "😐", "🙂", "😄"])
    assert (await row_of(town, new)).blocked_at is None


# --- Menus ---

MENUS = [
    (Role.YOUTH, ["start", "hulp", "belme", "plan", "instellingen", "pauze", "stop"]),
    (
        Role.BEGELEIDER,
        [
            *("jongeren", "plan", "berichten", "oproepen", "contact", "agenda", "nieuw"),
            *("bereikbaar", "afwezig", "instellingen", "hulp"),
        ],
    ),
    (Role.TEAMCOACH, ["oproepen", "bereikbaar", "afwezig", "instellingen", "hulp"]),
    (Role.COORDINATOR, ["team", "oproepen", "nieuw", "bereikbaar", "afwezig", "instellingen", "hulp"]),
]


def menu(town: Town, who: Phone) -> list[str]:
    """The commands this phone offers."""
    return [command.name for command in town.telegram.menu(who.user)]


@pytest.mark.parametrize(("role", "commands"), MENUS, ids=[role for role, _ in MENUS])
@pytest.mark.asyncio
async def test_each_role_has_its_menu(town: Town, role: Role, commands: list[str]) -> None:
    lotte = await staff(town, "Lotte")
    old = await (youth(town, "Old", lotte) if role is Role.YOUTH else staff(town, "Old", role))
    await town.settle()
    assert menu(town, old) == ["start", "hulp"]
    new = town.person("New")
    await new.opens(await new_link(town, old))
    assert menu(town, new) == commands
    assert menu(town, old) == ["start", "hulp"]
    assert town.telegram.menus.button(new.user.id) == "commands"
    for phone in (new, old, lotte):
        for arrival in phone.unexpected():
            arrival.expected = True
    async with town.spoor.database.read() as session:
        assert (await people.by_telegram_id(session, old.user.id)) is None


@pytest.mark.asyncio
async def test_strangers_read_the_menu_in_their_own_language(town: Town) -> None:
    await town.settle()
    texts = [town.telegram.menu(town.person(code, language=code).user)[0].description for code in ("nl", "en", "fr")]
    assert texts == ["Beginnen, of opnieuw kijken", "Begin, or look again", "Beginnen, of opnieuw kijken"]
