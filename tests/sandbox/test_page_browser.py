"""The page in a real browser: people talk with a small bot on phones side by side, and on one small screen."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Browser, Page, expect

from sandbox.model import Button, Entity, InlineKeyboard, Message, Text
from tests.sandbox.echo import INVITATION, EchoTown
from tests.sandbox.pages import IN_A_BROWSER, Serving, phone, says, starts, visit

#: Milliseconds of real time in which the page stands; a second is promised, a busy machine gets more.
PATIENCE = 5_000
SCROLL_UP = """chat => new Promise(done => {
  chat.scrollTo(0, -chat.scrollHeight);
  requestAnimationFrame(() => requestAnimationFrame(done));
})"""
KEYS = InlineKeyboard(((Button("Ja", data="face:3"), Button("Nee", data="face:1")),))

pytestmark = IN_A_BROWSER


@pytest.fixture
def town(echo_town: EchoTown) -> EchoTown:
    """The town that the page shows."""
    return echo_town


async def test_a_conversation(page: Page, town: EchoTown) -> None:
    await starts(page, "Sam")
    await says(page, "Sam", "<b>hoi</b> & zo")
    sam = phone(page, "Sam")
    await expect(sam.get_by_text("Je zei: <b>hoi</b> & zo")).to_be_visible()
    await sam.get_by_role("button", name="🙂 Goed").last.click()
    await expect(sam.get_by_role("status")).to_have_text("Merci!")
    await expect(sam.get_by_text("Je koos 🙂 Goed")).to_be_visible()
    await expect(sam.get_by_text("bewerkt")).to_be_visible()
    await expect(sam.locator("[aria-busy=true]")).to_have_count(0)
    await expect(phone(page, "Yara").get_by_role("article")).to_have_count(0)
    assert town.telegram.messages(town.yara.id) == ()


async def test_everything_is_there_again_after_a_reload(page: Page) -> None:
    await starts(page, "Sam")
    await page.reload()
    await expect(phone(page, "Sam").get_by_text("Je zei: /start")).to_be_visible()


async def test_a_link_opens_on_another_phone(page: Page, town: EchoTown) -> None:
    await starts(page, "Lotte")
    lotte = phone(page, "Lotte")
    await lotte.get_by_role("button", name="Menu van de bot").click()
    await lotte.get_by_role("menuitem", name="Hulp zoeken").click()
    await lotte.get_by_role("button", name="Foto groter bekijken").click()
    await expect(page.get_by_role("dialog").get_by_role("img")).to_be_visible()
    await page.keyboard.press("Escape")
    await lotte.get_by_role("link", name="1813").click()
    await expect(lotte.get_by_role("status")).to_contain_text("1813")
    await lotte.get_by_role("link", name=INVITATION).click()
    await page.get_by_role("dialog").get_by_role("button", name="An").click()
    await expect(phone(page, "An").get_by_text("Je zei: /start abc123")).to_be_visible()
    assert town.telegram.messages(town.an.id)[0].plain == "/start abc123"


async def test_reply_edit_react_and_delete_by_keyboard(page: Page, town: EchoTown) -> None:
    await starts(page, "Sam")
    await says(page, "Sam", "hoi")
    sam = phone(page, "Sam")
    mine = sam.get_by_role("article", name=re.compile("^Sam")).last
    await expect(sam.get_by_text("Je zei: hoi")).to_be_visible()
    await mine.press("Enter")
    await sam.get_by_role("menuitem", name="Bewerken").press("Enter")
    await says(page, "Sam", "hallo")
    await expect(mine).to_contain_text("hallo")
    await mine.press("Enter")
    await sam.get_by_role("menuitem", name="Antwoorden").press("Enter")
    await says(page, "Sam", "en nog iets")
    await expect(mine.locator(".quote")).to_contain_text("hallo")
    await mine.press("Enter")
    await sam.get_by_role("menuitemcheckbox", name="Reageer met 👍").press("Enter")
    await expect(mine.locator(".reaction")).to_have_text("👍")
    await mine.press("Enter")
    await sam.get_by_role("menuitem", name="Verwijderen").press("Enter")
    await expect(sam.get_by_text("en nog iets", exact=True)).to_have_count(0)
    assert "en nog iets" not in [message.plain for message in town.telegram.messages(town.sam.id)]


async def test_the_bot_is_blocked_and_unblocked(page: Page, town: EchoTown) -> None:
    await starts(page, "Sam")
    sam = phone(page, "Sam")
    await sam.get_by_role("button", name="Schakelaars van Sam").click()
    await sam.get_by_role("switch", name="De bot is geblokkeerd").click()
    await expect(sam.get_by_role("textbox")).to_be_hidden()
    assert town.telegram.has_blocked(town.sam)
    await sam.get_by_role("button", name="Deblokkeren").click()
    await expect(sam.get_by_role("textbox")).to_be_visible()


async def test_the_clock_and_the_journal(page: Page, town: EchoTown) -> None:
    moment = page.get_by_role("timer")
    await expect(moment).to_have_text("di 24 november, 17u30")
    town.may_wind.clear()
    await page.get_by_role("button", name="+1 dag").click()
    await expect(page.get_by_role("button", name="+1 dag")).to_be_disabled()
    await expect(page.get_by_text("De klok loopt vooruit")).to_be_visible()
    town.may_wind.set()
    await expect(moment).to_have_text("wo 25 november, 17u30")
    await page.get_by_role("button", name="naar het volgende").click()
    await expect(moment).to_have_text("wo 25 november, 18u10")
    await page.get_by_role("button", name="naar het volgende").click()
    await expect(page.get_by_text("Er staat niets meer te gebeuren.")).to_be_visible()
    await page.get_by_role("button", name="Journaal").click()
    lines = page.get_by_role("complementary").get_by_role("listitem")
    await expect(lines).to_contain_text(["WOUND"])
    await page.get_by_title("English").click()
    await expect(lines).to_contain_text(["wound"])


async def test_a_lost_connection_is_taken_up_again(page: Page, serving: Serving, town: EchoTown) -> None:
    await starts(page, "Sam")
    field = phone(page, "Sam").get_by_role("textbox")
    await field.fill("half getypt")
    await serving.stop()
    await expect(page.get_by_text("Geen verbinding")).to_be_visible()
    town.telegram.write(town.sam, "intussen")
    serving.start()
    await expect(phone(page, "Sam").get_by_text("Je zei: intussen")).to_be_visible(timeout=15_000)
    await expect(page.get_by_text("Geen verbinding")).to_be_hidden()
    await expect(field).to_have_value("half getypt")


async def test_one_phone_at_a_time_on_a_small_screen(browser: Browser, address: str, town: EchoTown) -> None:
    async with visit(browser, address, width=380, height=800) as page:
        await starts(page, "Sam")
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        await expect(phone(page, "Lotte")).to_be_hidden()
        town.telegram.write(town.an, "hallo")
        tab = page.get_by_role("tab", name="An")
        await expect(tab).to_contain_text("1")
        await tab.click()
        await expect(phone(page, "An").get_by_text("Je zei: hallo")).to_be_visible()
        await expect(phone(page, "Sam")).to_be_hidden()
        await expect(tab).not_to_contain_text("1")


async def test_unread_messages_count_while_a_phone_is_in_the_menu(page: Page, town: EchoTown) -> None:
    for text in ("een", "twee"):
        town.telegram.write(town.an, text)
    menu = page.locator(".people-menu")
    await expect(menu.locator("summary .badge")).to_have_text("2")
    await menu.locator("summary").click()
    await menu.get_by_role("button", name="An").click()
    await expect(phone(page, "An").get_by_text("Je zei: twee")).to_be_visible()
    await phone(page, "An").get_by_role("button", name="Gsm wegleggen").click()
    await expect(phone(page, "An")).to_have_count(0)
    await expect(menu.locator("summary .badge")).to_be_hidden()


async def test_english_and_dark(page: Page) -> None:
    await starts(page, "Sam")
    await page.get_by_title("English").click()
    await expect(page.get_by_role("button", name="to the next thing")).to_be_visible()
    await expect(page.get_by_role("timer")).to_have_text("Tue 24 November, 17:30")
    theme = page.get_by_role("button", name=re.compile("^Light or dark"))
    await theme.click()
    light = await page.evaluate("getComputedStyle(document.body).backgroundImage")
    await theme.click()
    assert await page.evaluate("getComputedStyle(document.body).backgroundImage") != light
    await page.reload()
    await expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    await expect(page.locator("html")).to_have_attribute("lang", "en")


async def test_five_hundred_messages_are_all_there(browser: Browser, address: str, town: EchoTown) -> None:
    chat = town.telegram.accounts.chats[town.sam.id]
    for number in range(500):
        message_id = town.telegram.book.next_id()
        text = Text(f"bericht {number}")
        town.telegram.book.add(Message(message_id, chat, town.telegram.bot, town.now(), text, markup=KEYS))
    async with visit(browser, address, width=1400, height=900) as page:
        sam = phone(page, "Sam")
        await expect(sam.get_by_text("bericht 499")).to_be_in_viewport()
        assert await page.evaluate("performance.now()") < PATIENCE
        await says(page, "Sam", "nog een")
        await expect(sam.get_by_text("Je zei: nog een")).to_be_in_viewport()
        while not await sam.get_by_text("bericht 0", exact=True).count():
            await sam.get_by_role("log").locator("..").evaluate(SCROLL_UP)
        await expect(sam.get_by_role("article")).to_have_count(502)
        await expect(sam.locator(".day")).to_have_count(1)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param(
            Text("🙂 vet schuin", (Entity("bold", 0, 13), Entity("italic", 7, 6))),
            "<strong>🙂 vet <em>schuin</em></strong>",
            id="one inside the other, counted past an emoji",
        ),
        pytest.param(
            Text("<img src=x onerror=alert(1)>"),
            "&lt;img src=x onerror=alert(1)&gt;",
            id="markup stays text",
        ),
        pytest.param(
            Text("tik hier", (Entity("text_link", 4, 4, "javascript:alert(1)"),)), "tik hier", id="no scripts"
        ),
        pytest.param(Text("Bel 112, in 2024", ()), 'Bel <a href="tel:112">112</a>, in 2024', id="short number"),
        pytest.param(Text("om 17u30 of 10.112", ()), "om 17u30 of 10.112", id="no number"),
        pytest.param(
            Text("0800 13 500", (Entity("phone_number", 0, 11),)),
            '<a href="tel:080013500">0800 13 500</a>',
            id="number",
        ),
        pytest.param(
            Text("t.me/spoor_bot", (Entity("url", 0, 14),)),
            '<a href="https://t.me/spoor_bot">t.me/spoor_bot</a>',
            id="address",
        ),
        pytest.param(
            Text("ab", (Entity("bold", 0, 1), Entity("bold", 0, 9))), "<strong>a</strong>b", id="past the end"
        ),
    ],
)
async def test_formatting(page: Page, town: EchoTown, text: Text, seen: str) -> None:
    chat = town.telegram.accounts.chats[town.sam.id]
    said = Message(town.telegram.book.next_id(), chat, town.telegram.bot, town.now(), text)
    town.telegram.book.add(said)
    shown = await phone(page, "Sam").locator(".text").inner_html()
    assert shown.replace(' target="_blank" rel="noopener noreferrer"', "") == seen
