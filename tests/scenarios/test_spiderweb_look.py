"""Whoever walks with a youth says too how they see it, beside the youth's own web; and a web with one line more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import select

from bot import pencil
from chat import drawing
from chat.spiderweb import Radar, Web
from programme.spiderweb import Domain, WebMoment
from sandbox.town import Town
from store import checkin, pause, people, spiderweb
from store.tables import Score, Scoring
from tests.people import Phone, row_of, sam_with_lotte, staff, youth
from tests.scenarios.test_push import hush
from tests.scenarios.test_spiderweb import WEB, begins, scorings

DONE = "Zo kijk jij."


async def keeps_web(town: Town, who: Phone, number: int, *, own: str | None = None) -> int:
    """A web that this youth finished just now, with the same number everywhere. Its id."""
    me = await row_of(town, who)
    async with town.spoor.database.write() as session:
        if own is not None:
            (await spiderweb.of_youth(session, me.id)).own = own
        web = await spiderweb.begin(session, me.id, WebMoment.ANY, town.now())
        for domain in await spiderweb.asked(session, me.id):
            value = None if domain is Domain.OWN and own is None else number
            await spiderweb.answer(session, web, domain, value, town.now())
        web.finished_at = town.now()
        return web.id


async def opens_page(who: Phone, whose: str = "Sam") -> None:
    await who.says("/jongeren")
    who.expects("Jouw jongeren")
    await who.taps(whose)
    who.expects(whose, edited=True)
    await who.taps("🕸 Spinnenweb")
    who.expects("Spinnenweb van", edited=True)


async def begins_to_look(who: Phone, of: int = 9) -> None:
    await opens_page(who)
    await who.taps("Ik kijk ook")
    who.expects(f"Sam: 🏠 Wonen (1/{of})\nHoe zie jij het?", edited=True)


async def fills_in(who: Phone, number: int, *, since: int = 1, of: int = 9) -> None:
    for at in range(since, of + 1):
        await who.taps(str(number))
        who.expects(f"({at + 1}/{of})" if at < of else "Alles ingevuld", edited=True)


async def looks(who: Phone, number: int, youth_phone: Phone, of: int = 9) -> None:
    """From beginning to end."""
    await begins_to_look(who, of)
    await fills_in(who, number, of=of)
    await who.taps("Klaar", on=DONE)
    who.expects("Klaar.\nSam hoort dat je keek.", edited=True)
    hush(who, youth_phone)


async def given_by(town: Town, who: Phone) -> Mapping[Domain, int | None]:
    me = await row_of(town, who)
    async with town.spoor.database.read() as session:
        query = select(Score).join(Scoring, Scoring.id == Score.scoring_id).where(Scoring.by_id == me.id)
        return {row.domain: row.value for row in await session.scalars(query)}


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Radar]:
    """What is drawn from now on; the pictures are as ever."""
    seen: list[Radar] = []
    draw = pencil.picture_of

    async def look_and_draw(written: dict[str, Any]) -> bytes:
        facts = drawing.read(written)
        assert isinstance(facts, Radar)
        seen.append(facts)
        return await draw(written)

    monkeypatch.setattr("bot.telegram_call.picture_of", look_and_draw)
    return seen


def everywhere(web: Web | None) -> set[int | None]:
    """The numbers of a line in a picture."""
    assert web is not None
    return set(web.scores)


# --- Looking ---


@pytest.mark.asyncio
async def test_a_begeleider_looks_too(town: Town, drawn: list[Radar]) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await keeps_web(town, sam, 5)
    await begins_to_look(lotte)
    lotte.expects_no_word("Sam: 🏠 Wonen (1/9)\nHoe zie jij het?\n\n• 5 •")
    await lotte.taps("7")
    lotte.expects("Sam: 💶 Geld & papieren (2/9)\nHoe zie jij het?", edited=True)
    await town.restart()
    await lotte.taps("3")
    lotte.expects("(3/9)", edited=True)
    await lotte.taps("Sla over")
    shown = lotte.expects("(4/9)", edited=True)
    assert "10 = top, lukt zelf" in shown.plain
    assert not any("•" in button.text for button in shown.buttons)  # the youth's number is not shown
    await fills_in(lotte, 5, since=4)
    web = lotte.expects("Het spinnenweb van Sam, en hoe jij kijkt.\n\nJij ziet hoger: 🏠 Wonen.", photo=True)
    assert "Jij ziet lager: 💶 Geld & papieren.\nAllebei hetzelfde: 👥 Mijn mensen" in web.plain
    now, before, beside = drawn[-1].now, drawn[-1].before, drawn[-1].beside
    assert beside is not None
    assert (set(now.scores), beside.scores, before) == ({5}, (7, 3, None, *[5] * 6), None)
    lotte.expects("Zo kijk jij.\nTik op Klaar, dan kan Sam het ook zien.", buttons=["Klaar", "Terug"])
    sam.expects_nothing()
    await town.restart()
    await lotte.taps("Klaar", on=DONE, times=2)
    lotte.expects("Klaar.\nSam hoort dat je keek.", edited=True)
    lotte.expects_toast("Dat web is klaar.")
    told = sam.expects("Lotte keek ook eens hoe het met je gaat.", buttons=["Bekijken"])
    assert "7" not in told.plain
    await sam.taps("Bekijken", times=2)
    seen = sam.expects("Jouw spinnenweb, en hoe Lotte kijkt.\n\nLotte ziet hoger: 🏠 Wonen.", photo=True)
    assert seen.plain.count("\n") == web.plain.count("\n")
    assert (drawn[-1].beside, drawn[-1].beside_by) == (beside, "Lotte")
    sam.expects_nothing()
    async with town.spoor.database.read() as session:
        assert (await spiderweb.answers(session, 1))[Domain.HOUSING] == 5  # apart


@pytest.mark.asyncio
async def test_the_youth_hears_it_at_a_good_hour(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await town.wind(hours=14)  # 23u
    await begins_to_look(lotte)
    await fills_in(lotte, 6)
    hush(lotte)
    await lotte.taps("Klaar", on=DONE)
    lotte.expects("Sam hoort dat je keek.", edited=True)
    sam.expects_nothing()
    await town.restart()
    await town.wind(hours=12)
    sam.expects("Lotte keek ook")


@pytest.mark.asyncio
async def test_who_wants_quiet_hears_nothing_and_finds_it(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    me = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        plan = await checkin.plan_of(session, me.id)
        assert plan is not None
        await pause.stop(session, plan, town.now())
    await begins_to_look(lotte)
    await fills_in(lotte, 6)
    hush(lotte)
    await lotte.taps("Klaar", on=DONE)
    lotte.expects("Klaar.\nSam vindt het onder 🕸 Mijn spinnenweb.", edited=True)
    sam.expects_nothing()
    await sam.says(WEB)
    sam.expects("Jij zegt het", buttons=["Beginnen", "Hoe Lotte kijkt", "Nu niet"])
    await sam.taps("Hoe Lotte kijkt", times=2)
    sam.expects("Zo kijkt Lotte.\n\n🏠 Wonen: 6\n💶 Geld & papieren: 6")
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_before_the_youth_did_it_is_told_in_words_and_waits(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await begins_to_look(lotte)
    await lotte.taps("Sla over")
    await fills_in(lotte, 8, since=2)
    said = lotte.expects("Zo kijk jij.\n\n🏠 Wonen: overgeslagen\n💶 Geld & papieren: 8", photo=False)
    assert said.plain.endswith("Het komt naast het web van Sam, zodra dat er is.")
    hush(lotte)
    await lotte.taps("Klaar", on="Tik op Klaar")
    lotte.expects("Sam hoort dat je keek.", edited=True)
    sam.expects("Lotte keek ook")
    await sam.taps("Bekijken")
    assert sam.expects("Zo kijkt Lotte.").plain.endswith("Vul je jouw web in, dan staan ze naast elkaar.")
    await town.wind(days=20)
    await keeps_web(town, sam, 5)
    hush(sam, lotte)
    await sam.taps("Bekijken", on="Lotte keek ook")  # the same button, once there is a web
    sam.expects("Jouw spinnenweb, en hoe Lotte kijkt.", photo=True)
    await sam.says(WEB)
    sam.expects("Jij zegt het", buttons=["Beginnen", "De laatste bekijken", "Nu niet"])


@pytest.mark.asyncio
async def test_it_goes_on_where_it_was_and_can_be_changed(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await begins_to_look(lotte)
    await lotte.taps("7")
    lotte.expects("(2/9)", edited=True)
    await lotte.taps("Later verder")
    lotte.expects("Wat je invulde, is bewaard.\nSam ziet er nog niets van.", edited=True, buttons=["Verder", "Sam"])
    await town.restart()
    await town.wind(days=3)
    hush(sam, lotte)
    await lotte.taps("Verder kijken")
    lotte.expects("Sam: 💶 Geld & papieren (2/9)", edited=True)
    await lotte.taps("Terug")
    shown = lotte.expects("Sam: 🏠 Wonen (1/9)", edited=True)
    assert "• 7 •" in [button.text for button in shown.buttons]
    await lotte.taps("2")
    lotte.expects("(2/9)", edited=True)
    await opens_page(lotte)
    await lotte.taps("Verder kijken")
    lotte.expects("(2/9)", edited=True)
    await fills_in(lotte, 4, since=2)
    hush(lotte)
    await lotte.taps("Terug", on=DONE)
    lotte.expects("Sam: 🧺 Zelf doen (9/9)", edited=True)
    await lotte.taps("4")  # as it was: there is an end to tap below
    lotte.expects("Alles ingevuld", edited=True)
    lotte.expects("🧺 Zelf doen: 4")
    lotte.expects("Tik op Klaar")
    await lotte.taps("Terug", on=DONE)
    lotte.expects("Sam: 🧺 Zelf doen (9/9)", edited=True)
    await lotte.taps("9", times=2)
    lotte.expects("Alles ingevuld", edited=True)
    lotte.expects("🧺 Zelf doen: 9")
    lotte.expects("Tik op Klaar")
    lotte.expects_nothing()
    assert (await given_by(town, lotte))[Domain.HOUSING] == 2
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_numbers_of_a_month_ago_are_left(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await begins_to_look(lotte)
    old = lotte.sees()[-1]
    await lotte.taps("7")
    await town.wind(days=22)
    hush(sam, lotte)
    await lotte.forges("wscore:1:money:4", on=old)
    lotte.expects_toast("Dat web is van een tijd geleden.")
    await opens_page(lotte)
    await lotte.taps("Ik kijk ook")
    lotte.expects("(1/9)", edited=True)
    assert [row.left_at is None for row in await scorings(town)] == [False, True]


@pytest.mark.asyncio
async def test_the_own_theme_is_asked_once_the_youth_named_it(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await begins_to_look(lotte)
    await fills_in(lotte, 4)
    hush(lotte)
    under = lotte.sees()[-1]
    await lotte.forges("wscore:1:own:4", on=under)
    lotte.expects_toast("Dat wordt niet meer gevraagd.")
    await keeps_web(town, sam, 5, own="mijn <hond>")
    hush(lotte)
    await lotte.taps("Klaar", on="Tik op Klaar")
    lotte.expects_toast("Er is eerst nog een vraag.")
    lotte.expects("Sam: ✨ mijn <hond> (10/10)\nHoe zie jij het?", edited=True)
    await lotte.taps("4")
    lotte.expects("Jij ziet lager: 🏠 Wonen", photo=True)
    hush(lotte)
    await lotte.says("een naam?")  # names nothing
    hush(lotte)
    sam.expects_nothing()
    async with town.spoor.database.read() as session:
        assert await spiderweb.own_theme(session, (await row_of(town, sam)).id) == "mijn <hond>"


@pytest.mark.asyncio
async def test_both_at_once_and_the_duo_too(town: Town) -> None:
    """Nobody's taps touch another's numbers."""
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    bram = town.person("Bram")
    await begins(sam)
    for who in (lotte, bram):
        await begins_to_look(who)
    for who, number in ((sam, 3), (lotte, 5), (bram, 8)):
        await who.taps(str(number))
        who.expects("(2/", edited=True)
    await town.restart()
    for who, number in ((bram, 8), (sam, 3), (lotte, 5)):
        await who.taps(str(number))
        who.expects("(3/", edited=True)
    for who, number in ((sam, 3), (lotte, 5), (bram, 8)):
        assert await given_by(town, who) == {Domain.HOUSING: number, Domain.MONEY: number}
    mine, theirs, his = [row.id for row in await scorings(town)]
    for who, other in ((sam, theirs), (lotte, mine), (lotte, his), (bram, theirs)):
        for data in (f"wscore:{other}:body:1", f"wskip:{other}:body", f"wback:{other}:body", f"wlater:{other}",
                     f"wlooked:{other}", f"wdone:{other}", f"wshare:{other}", f"wtheirs:{other}", f"wonce:{other}",
                     f"wbeside:{mine}:{other}"):  # fmt: skip
            await who.forges(data, on=who.sees()[-1])
            who.expects_toast("van vroeger")
    for who in (sam, lotte, bram):
        assert Domain.BODY not in await given_by(town, who)


@pytest.mark.asyncio
async def test_one_line_for_each_who_looked(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    bram = town.person("Bram")
    await keeps_web(town, sam, 5)
    for who, number in ((lotte, 6), (bram, 4), (lotte, 7)):
        await town.wind(minutes=1)
        await looks(who, number, sam)
    await sam.says(WEB)
    sam.expects("Jij zegt het")
    await sam.taps("De laatste bekijken")
    sam.expects("Jouw spinnenweb.", photo=True, buttons=["Met hoe Lotte kijkt", "Met hoe Bram kijkt"])
    await sam.taps("Met hoe Lotte kijkt", times=2)
    sam.expects("Lotte ziet hoger: 🏠 Wonen", photo=True)
    sam.expects_nothing()
    await sam.taps("Met hoe Bram kijkt")
    sam.expects("Bram ziet lager: 🏠 Wonen", photo=True)
    await opens_page(bram)
    await bram.taps("Bekijken")
    bram.expects("Het spinnenweb van Sam.", photo=True, buttons=["Met hoe Lotte kijkt", "Met hoe jij kijkt"])
    await bram.taps("Met hoe jij kijkt")
    bram.expects("Het spinnenweb van Sam, en hoe jij kijkt.", photo=True)
    await bram.taps("Met hoe Lotte kijkt")
    bram.expects("Het spinnenweb van Sam, en hoe Lotte kijkt.", photo=True)


@pytest.mark.asyncio
async def test_what_somebody_saw_stands_beside_the_web_of_then(town: Town) -> None:
    """Beside the web before it, and one that follows within three weeks; a later one stands alone."""
    sam, lotte = await sam_with_lotte(town, at=None)
    first = await keeps_web(town, sam, 5)
    await town.wind(days=30)
    hush(sam, lotte)
    await looks(lotte, 7, sam)
    seen = (await scorings(town))[-1].id
    await town.wind(days=20)
    second = await keeps_web(town, sam, 6)
    await town.wind(days=2)
    third = await keeps_web(town, sam, 8)
    hush(sam, lotte)
    await sam.says(WEB)
    under = sam.expects("Jij zegt het")
    for web in (first, second):
        await sam.forges(f"wbeside:{web}:{seen}", on=under)
        sam.expects("Jouw spinnenweb, en hoe Lotte kijkt.", photo=True)
    for data in (f"wbeside:{third}:{seen}", f"wbeside:{third}:{second}", f"wbeside:{seen}:{seen}", f"wonce:{second}",
                 f"wonce:{seen}", f"wtheirs:{first}"):  # fmt: skip
        await sam.forges(data, on=under)
        sam.expects_toast("van vroeger")
    await sam.taps("De laatste bekijken")
    sam.expects("Jouw spinnenweb.", photo=True, buttons=["Met de eerste keer"])


@pytest.mark.parametrize("data", ["wscore:{}:body:11", "wscore:{}:body:0", "wscore:{}:body:-3", "wscore:{}:nothing:5"])
@pytest.mark.asyncio
async def test_a_number_that_is_none_changes_nothing(town: Town, data: str) -> None:
    _, lotte = await sam_with_lotte(town, at=None)
    await begins_to_look(lotte)
    await lotte.forges(data.format(1), on=lotte.sees()[-1])
    lotte.expects_toast("van vroeger")
    assert await given_by(town, lotte) == {}


@pytest.mark.asyncio
async def test_what_is_finished_stays(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await looks(lotte, 6, sam)
    before, under = await given_by(town, lotte), lotte.sees()[-1]
    for data in ("wscore:1:housing:1", "wskip:1:housing", "wback:1:housing", "wlater:1", "wlooked:1"):
        await lotte.forges(data, on=under)
        lotte.expects_toast("Dat web is klaar.")
    assert await given_by(town, lotte) == before
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_who_walks_with_them_no_more(town: Town) -> None:
    """Half-way somebody else takes over: the numbers stay closed, and nobody else goes on with them."""
    sam, lotte = await sam_with_lotte(town, at=None)
    noor = await staff(town, "Noor")
    await youth(town, "Mo", noor, at=None)
    await begins_to_look(lotte)
    await fills_in(lotte, 6)
    hush(lotte)
    under, me, new = lotte.sees()[-1], await row_of(town, sam), await row_of(town, noor)
    async with town.spoor.database.write() as session:
        (await people.trajectory_of(session, me.id)).begeleider_id = new.id
    for data in ("wscore:1:housing:1", "wback:1:housing", "wlater:1", "wlooked:1", f"wlook:{me.id}", "wtheirs:1"):
        await lotte.forges(data, on=under)
        lotte.expects_toast("van vroeger")
    sam.expects_nothing()
    await opens_page(noor)
    await noor.taps("Ik kijk ook")
    noor.expects("(1/9)", edited=True)
    await noor.forges("wtheirs:1", on=noor.sees()[-1])  # it was never finished
    noor.expects_toast("van vroeger")


@pytest.mark.asyncio
async def test_out_of_trouble_switched_half_way(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    me = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        (await spiderweb.of_youth(session, me.id)).justice = True
    await begins_to_look(lotte, of=10)
    await fills_in(lotte, 6, of=10)
    lotte.expects("⚖️ Uit de problemen: 6")
    hush(lotte)
    await opens_page(lotte)
    await lotte.taps("⚖️ niet vragen")
    lotte.expects("wordt niet gevraagd", edited=True)
    await lotte.forges("wscore:1:justice:2", on=lotte.sees()[-1])
    lotte.expects_toast("Dat wordt niet meer gevraagd.")
    hush(lotte)
    assert (await given_by(town, lotte))[Domain.JUSTICE] == 6
    await lotte.taps("Klaar", on="Tik op Klaar")
    lotte.expects("Sam hoort", edited=True)
    sam.expects("Lotte keek ook")


# --- The first time beside this one ---


@pytest.mark.asyncio
async def test_with_the_first_time(town: Town, drawn: list[Radar]) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    webs = []
    for number in (2, 4, 7):
        webs.append(await keeps_web(town, sam, number))
        await sam.says(WEB)
        sam.expects("Jij zegt het")
        await sam.taps("De laatste bekijken")
        sam.expects("Jouw spinnenweb.", photo=True, buttons=["Met de eerste keer"] if number == 7 else [])
        await town.wind(days=90)
        hush(sam, lotte)
    await sam.taps("Met de eerste keer", times=2)
    sam.expects("Jouw spinnenweb, met de eerste keer erbij.\n\nHoger dan de eerste keer: 🏠 Wonen", photo=True)
    shown = drawn[-1]
    assert [everywhere(web) for web in (shown.now, shown.before, shown.first)] == [{7}, {4}, {2}]
    sam.expects_nothing()
    await keeps_web(town, sam, 1)
    await town.restart()
    await town.wind(minutes=1)
    await sam.taps("Met de eerste keer")  # of that web, not of the newest
    sam.expects("Hoger dan de eerste keer: 🏠 Wonen", photo=True)
    assert drawn[-1] == shown
    await opens_page(lotte)
    await lotte.taps("Bekijken")
    lotte.expects("Het spinnenweb van Sam.", photo=True, buttons=["Met de eerste keer"])
    await lotte.taps("Met de eerste keer")
    lotte.expects("Het spinnenweb van Sam, met de eerste keer erbij.\n\nLager dan de eerste keer: 🏠 Wonen", photo=True)
    noor = await staff(town, "Noor")
    await noor.says("/jongeren")
    for data in (f"wonce:{webs[-1]}", f"wbeside:{webs[-1]}:1"):
        await noor.forges(data, on=noor.sees()[-1])
        noor.expects_toast("van vroeger")
    hush(noor)
