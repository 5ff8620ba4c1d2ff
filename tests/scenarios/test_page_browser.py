"""The page on a living house, in a real browser: people talk, block, lose Telegram; and everybody can use it."""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from bot.clock import SystemClock
from sandbox.cast import DEMO
from sandbox.clock import RunningClock
from sandbox.house import House
from sandbox.playhouse import Playhouse
from sandbox.serving import Server, address, open_door, serving
from sandbox.town import START
from tests.sandbox import pages
from tests.sandbox.pages import IN_A_BROWSER, phone, visit

browser = pages.browser

AXE = Path(__file__).parent.parent.parent / ".tools/axe/node_modules/axe-core/axe.min.js"
NO_AXE = "there is no axe-core here: make test fetches it where there is npm"
LOOK_FOR_FAULTS = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  const grave = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
  const why = ({ html, failureSummary }) => `${html} ${failureSummary}`;
  return grave.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(why).join(" | ")}`);
}"""

#: How many pixels are left in a field beside the words that stand in it while it is empty.
ROOM_LEFT = """field => {
  const style = getComputedStyle(field), pen = document.createElement("canvas").getContext("2d");
  pen.font = style.font;
  const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return room - pen.measureText(field.placeholder).width;
}"""

#: What the page may weigh, that it stands within a second on a slow machine too.
MOST_REQUESTS = 60
MOST_BYTES = 250_000

#: From this width on there is more than one phone on the page, and no tabs.
SIDE_BY_SIDE = 700

SIZES = [pytest.param(1280, id="a desk"), pytest.param(380, id="a phone")]

pytestmark = [*IN_A_BROWSER, pytest.mark.timeout(300)]


@pytest_asyncio.fixture(loop_scope="module")
async def house(prepared: Path) -> AsyncIterator[House]:
    """Sam, Lotte and Bram, this morning; nothing was said yet. Each test has its own: what one does there, and what is
    still under way when it ends, is nothing to the next."""
    cast = replace(DEMO.only("Sam", "Lotte", "Bram"), past=())
    house = House(prepared, cast, RunningClock(SystemClock(), START))
    try:
        await house.open()
        async with house.living():
            yield house
    finally:
        await house.close()


@pytest_asyncio.fixture(loop_scope="module")
async def place(house: House) -> AsyncIterator[str]:
    """The address of its page."""
    server, door = Server(Playhouse(house, run="one", pulse=0.05)), open_door(0)
    async with serving(server, door):
        yield address(door)


async def takes(page: Page, name: str) -> Locator:
    """Somebody's phone; on a small screen it is chosen first."""
    await expect(page.get_by_role("main")).to_be_visible()
    tab = page.get_by_role("tab", name=re.compile(rf"^{name}( \d+ ongelezen)?$"))
    if page.viewport_size and page.viewport_size["width"] < SIDE_BY_SIDE:
        await tab.click()  # looking first whether it is there would miss one that is just being drawn anew
    return phone(page, name)


async def says(page: Page, name: str, text: str) -> None:
    """Somebody types."""
    field = (await takes(page, name)).get_by_role("textbox")
    await field.fill(text)
    await field.press("Enter")
    await expect(field).to_have_value("")
    await expect(phone(page, name).get_by_role("article").filter(has_text=text)).not_to_have_count(0)


async def sees(page: Page, name: str, text: str, *, times: int = 1) -> None:
    """So many messages with this text are on somebody's phone."""
    messages = (await takes(page, name)).get_by_role("article").filter(has_text=text)
    await expect(messages).to_have_count(times)


async def replies(page: Page, name: str, to: str, text: str) -> None:
    """Somebody answers a message, by the keyboard alone."""
    mine = await takes(page, name)
    await mine.get_by_role("article").filter(has_text=to).last.press("Enter")
    await mine.get_by_role("menuitem", name="Antwoorden").press("Enter")
    await page.keyboard.type(text)
    await page.keyboard.press("Enter")


async def flips(page: Page, name: str, switch: str) -> None:
    """Somebody flips a switch of their phone."""
    mine = await takes(page, name)
    await mine.get_by_role("button", name=f"Schakelaars van {name}").click()
    await mine.get_by_role("switch", name=switch).click()


async def opens_side(page: Page, name: str) -> Locator:
    """The panel beside the phones with this name."""
    side = page.get_by_role("complementary", name=name)
    if not await side.is_visible():
        await page.get_by_role("button", name=name, exact=True).click()
    return side


@pytest.mark.parametrize("width", SIZES)
async def test_a_conversation(browser: Browser, place: str, width: int) -> None:
    async with visit(browser, place, width=width, height=800) as page:
        await says(page, "Sam", "ik zoek een kamer")
        await sees(page, "Lotte", "Sam: ik zoek een kamer")
        await replies(page, "Lotte", "ik zoek een kamer", "ik kijk mee")
        await expect(page.locator("#announcer")).to_contain_text("Spoor aan Lotte: Verstuurd naar Sam.")
        await sees(page, "Sam", "Lotte: ik kijk mee")
        await replies(page, "Sam", "ik kijk mee", "merci")
        await sees(page, "Lotte", "Sam: merci")
        await sees(page, "Bram", "kamer", times=0)


@pytest.mark.parametrize("width", SIZES)
async def test_a_blocked_bot(browser: Browser, place: str, house: House, width: int) -> None:
    async with visit(browser, place, width=width, height=800) as page:
        await flips(page, "Sam", "De bot is geblokkeerd")
        await expect(phone(page, "Sam").get_by_role("textbox")).to_be_hidden()
        await house.settle()
        told = (await takes(page, "Lotte")).get_by_role("article").filter(has_text="Sam").last
        await expect(told).to_contain_text("blokkeer")
        await (await takes(page, "Sam")).get_by_role("button", name="Deblokkeren").click()
        await expect(phone(page, "Sam").get_by_role("textbox")).to_be_visible()
        await house.settle()
        await says(page, "Sam", "ik ben er weer")
        await sees(page, "Lotte", "Sam: ik ben er weer")


@pytest.mark.parametrize("width", SIZES)
async def test_telegram_is_down_for_ten_minutes_and_back(browser: Browser, place: str, width: int) -> None:
    async with visit(browser, place, width=width, height=800) as page:
        weather = await opens_side(page, "Weer")
        await weather.get_by_role("radio", name="Onbereikbaar").check()
        await expect(page.get_by_role("button", name="Onbereikbaar")).to_have_class("tool ill")
        await weather.get_by_role("button", name="Sluiten").click()
        await says(page, "Sam", "hoort iemand mij")
        await opens_side(page, "Onbereikbaar")
        await expect(weather).to_contain_text("Bij Telegram wacht 1 ding van de gsm's.")
        await weather.get_by_role("button", name="Tien minuten verder").click()
        await expect(page.locator(".bar.busy")).to_have_count(0)
        await expect(weather.get_by_role("listitem").filter(has_text="vragen of er iets is")).to_contain_text(
            "geen verbinding"
        )
        await weather.get_by_role("radio", name="Gewoon").check()
        await expect(weather).to_contain_text("Niets wacht: alles is verstuurd.")
        await weather.get_by_role("button", name="Sluiten").click()
        await sees(page, "Lotte", "hoort iemand mij")


@pytest.mark.parametrize("width", SIZES)
async def test_a_phone_without_internet(browser: Browser, place: str, width: int) -> None:
    async with visit(browser, place, width=width, height=800) as page:
        await flips(page, "Sam", "Deze gsm heeft geen internet")
        sam = phone(page, "Sam")
        await expect(sam.get_by_text("Geen internet: wat je doet, wacht.")).to_be_visible()
        await says(page, "Sam", "vanuit de tunnel")
        waiting = sam.get_by_role("article").filter(has_text="vanuit de tunnel")
        await expect(waiting.get_by_role("img", name="wacht op internet")).to_be_visible()
        await sees(page, "Lotte", "vanuit de tunnel", times=0)
        await flips(page, "Sam", "Deze gsm heeft geen internet")
        await expect(waiting.get_by_role("img", name="verstuurd")).to_be_visible()
        await sees(page, "Lotte", "Sam: vanuit de tunnel")


async def test_a_message_that_waits_is_told_in_sentences(browser: Browser, place: str) -> None:
    async with visit(browser, place, width=1280, height=800) as page:
        weather = await opens_side(page, "Weer")
        await weather.get_by_role("radio", name="Kapot (500)").check()
        await page.get_by_role("button", name="+1 uur").click()  # Sam's question is due at ten
        await expect(weather).to_contain_text(" gepland")
        await expect(weather).to_contain_text("Volgende poging om ")
        await expect(weather).to_contain_text("bericht sturen")


async def test_what_comes_in_on_the_phone_in_hand_is_told_once(browser: Browser, place: str, house: House) -> None:
    async with visit(browser, place, width=1280, height=800) as page:
        await phone(page, "Lotte").get_by_role("textbox").focus()
        house.telegram.write(house.town.person("Sam").user, "niemand mag dit horen")
        told = page.locator("#announcer")
        keys = "Antwoordknoppen: ✍️ Antwoord, ✓ Al gesproken."
        await expect(told).to_have_text(f"Spoor aan Lotte: Sam: verborgen woorden {keys}")
        assert await page.locator("[aria-live=polite]").count() == 1
        assert await page.get_by_role("log").evaluate_all("logs => logs.every(log => log.ariaLive === 'off')")


async def test_one_phone_after_another_by_swipes_and_keys(browser: Browser, place: str) -> None:
    async with visit(browser, place, width=380, height=800) as page:
        await takes(page, "Sam")
        await swipes(page, -200)
        await expect(page.get_by_role("tab", name="Lotte")).to_have_attribute("aria-selected", "true")
        await expect(phone(page, "Sam")).to_be_hidden()
        await swipes(page, 40)
        await swipes(page, -200, down=300)
        await expect(phone(page, "Lotte")).to_be_visible()
        await swipes(page, 200)
        await expect(phone(page, "Sam")).to_be_visible()
        await swipes(page, 200)
        await page.get_by_role("tab", name="Sam").press("End")
        await expect(page.get_by_role("tab", name="Bram")).to_be_focused()
        await page.keyboard.press("ArrowRight")
        await expect(phone(page, "Sam")).to_be_visible()


async def swipes(page: Page, across: int, *, down: int = 0) -> None:
    """Draws a finger over the chat."""
    session = await page.context.new_cdp_session(page)
    start, end = {"x": 190 - across / 2, "y": 400 - down / 2}, {"x": 190 + across / 2, "y": 400 + down / 2}
    for kind, points in (("touchStart", [start]), ("touchMove", [end]), ("touchEnd", [])):
        await session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


async def test_what_opens_keeps_the_keyboard_and_lets_go_of_it_with_escape(browser: Browser, place: str) -> None:
    async with visit(browser, place, width=1280, height=800) as page:
        await expect(phone(page, "Sam")).to_be_visible()
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("link", name="Naar de gsm's")).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("main")).to_be_focused()
        sam = phone(page, "Sam")
        opener = sam.get_by_role("button", name="Schakelaars van Sam")
        await opener.press("Enter")
        dialog = sam.get_by_role("dialog")
        for name in ("De bot is geblokkeerd", "Deze gsm heeft geen internet"):
            await expect(dialog.get_by_role("switch", name=name)).to_be_focused()
            await page.keyboard.press("Tab")
        await expect(dialog.get_by_role("button", name="Nieuwe gsm")).to_be_focused()
        await page.keyboard.press("Tab")
        await expect(dialog.get_by_role("switch").first).to_be_focused()
        await page.keyboard.press("Shift+Tab")
        await expect(dialog.get_by_role("button", name="Nieuwe gsm")).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(dialog).to_have_count(0)
        await expect(opener).to_be_focused()
        toggle = page.get_by_role("button", name="Weer", exact=True)
        weather = await opens_side(page, "Weer")
        await weather.get_by_role("radio").first.press("Escape")
        await expect(weather).to_be_hidden()
        await expect(toggle).to_be_focused()


async def test_on_a_small_screen_one_panel_is_open_at_a_time(browser: Browser, place: str) -> None:
    async with visit(browser, place, width=380, height=800) as page:
        for name in ("Verhalen", "Weer", "Journaal", "Verhalen"):
            side = await opens_side(page, name)
            await expect(page.locator("aside:visible")).to_have_count(1)
            await expect(side.get_by_role("button", name="Sluiten")).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(page.locator("aside:visible")).to_have_count(0)
        await expect(page.get_by_role("button", name="Verhalen", exact=True)).to_be_focused()


async def test_another_language_keeps_what_was_typed(browser: Browser, place: str) -> None:
    async with visit(browser, place, width=1280, height=800) as page:
        await phone(page, "Sam").get_by_role("textbox").fill("half getypt")
        await page.get_by_title("English").click()
        await expect(page.locator("html")).to_have_attribute("lang", "en")
        await expect(phone(page, "Sam").get_by_role("textbox")).to_have_value("half getypt")
        await expect(page.get_by_title("Nederlands")).to_be_focused()


async def test_the_page_is_light(browser: Browser, place: str) -> None:
    page = await browser.new_page()
    asked: list[str] = []
    page.on("requestfinished", lambda request: asked.append(request.url))
    await page.goto(place)
    await expect(phone(page, "Sam")).to_be_visible()
    loaded = await page.evaluate(
        "performance.getEntriesByType('resource').reduce((sum, one) => sum + one.encodedBodySize, 0)"
    )
    await page.close()
    assert {url.removeprefix(place).split("/")[0] for url in asked} <= {"", "static", "page"}
    assert len(asked) <= MOST_REQUESTS
    assert 0 < loaded <= MOST_BYTES


async def test_everybody_gets_a_new_phone(browser: Browser, place: str) -> None:
    async with visit(browser, place, width=1280, height=800) as page:
        bram = phone(page, "Bram")
        await bram.get_by_role("button", name="Schakelaars van Bram").click()
        await bram.get_by_role("button", name="Nieuwe gsm voor deze persoon").click()
        await expect(phone(page, "Bram 2").get_by_text("nieuwe gsm")).to_be_visible()
        await expect(bram.get_by_text("oude gsm")).to_be_visible()
        await expect(bram.get_by_role("article").first).to_be_attached()
        await expect(phone(page, "Bram 2").get_by_role("article")).to_have_count(0)


async def test_a_new_phone_is_told_apart_on_a_small_screen(browser: Browser, place: str) -> None:
    async with visit(browser, place, width=380, height=800) as page:
        bram = await takes(page, "Bram")
        await bram.get_by_role("button", name="Schakelaars van Bram").click()
        await bram.get_by_role("button", name="Nieuwe gsm voor deze persoon").click()
        fresh = page.get_by_role("tab", name="Bram 2")
        await expect(fresh).to_have_attribute("aria-selected", "true")
        await expect(fresh).to_be_in_viewport(ratio=1)


async def test_the_narrowest_phone_shows_what_the_field_is_for(browser: Browser, place: str) -> None:
    async with visit(browser, place, width=800, height=800) as page:
        field = (await takes(page, "Sam")).get_by_role("textbox")
        await expect(
            phone(page, "Sam").get_by_role("button", name="Antwoordknoppen tonen of verbergen")
        ).to_be_visible()
        assert await field.evaluate(ROOM_LEFT) >= 0
        await page.get_by_title("English").click()
        await expect(field).to_have_attribute("placeholder", "Message")
        assert await field.evaluate(ROOM_LEFT) >= 0


@pytest.mark.skipif(
    not AXE.exists() and "CI" not in os.environ,
    reason=NO_AXE,
)
@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_no_serious_fault_of_accessibility(
    browser: Browser, place: str, axe: str, width: int, theme: Literal["light", "dark"]
) -> None:
    async with visit(browser, place, width=width, height=800) as page:
        await page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        await page.evaluate(axe)
        assert await faults_on(page) == []
        for opened in (switches_opened, menu_opened, actions_opened, journal_opened, weather_opened, dialog_opened):
            await opened(page)
            assert await faults_on(page) == [], opened.__name__
            await page.keyboard.press("Escape")
        await page.locator("#shelf").evaluate("shelf => shelf.append(document.createElement('img'))")
        assert await faults_on(page) != [], "nothing is looked at"


@pytest.fixture(scope="module")
def axe() -> str:
    """The script that looks for faults."""
    return AXE.read_text()


async def faults_on(page: Page) -> list[str]:
    """The serious and critical ones."""
    found: list[str] = await page.evaluate(LOOK_FOR_FAULTS)
    return found


async def switches_opened(page: Page) -> None:
    """The switches of a phone."""
    await (await takes(page, "Sam")).get_by_role("button", name="Schakelaars van Sam").click()


async def menu_opened(page: Page) -> None:
    """The commands."""
    await (await takes(page, "Sam")).get_by_role("button", name="Menu van de bot").click()


async def actions_opened(page: Page) -> None:
    """What one does with a message."""
    await (await takes(page, "Lotte")).get_by_role("article").last.press("Enter")


async def journal_opened(page: Page) -> None:
    """The journal."""
    await (await opens_side(page, "Journaal")).get_by_role("button", name="Sluiten").focus()


async def weather_opened(page: Page) -> None:
    """The weather."""
    await (await opens_side(page, "Weer")).get_by_role("button", name="Sluiten").focus()


async def dialog_opened(page: Page) -> None:
    """A window over the page."""
    sam = await takes(page, "Sam")
    await sam.get_by_role("button", name="Foto, bestand of plaats sturen").click()
    await sam.get_by_role("menuitem", name="Locatie").click()
    await expect(page.locator("dialog")).to_be_visible()
