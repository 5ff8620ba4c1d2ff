"""The first day and a spinnenweb, in a real browser: what a newcomer sees who plays them."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Locator, Page, async_playwright, expect

from sandbox.stage import Weather
from sandbox.stories.eerste_dag import EERSTE_DAG
from sandbox.stories.spinnenweb import SPINNENWEB
from sandbox.telegram import Telegram
from sandbox.wishes import Step
from tests.sandbox.playing import FOR_EVER, playing
from tests.scenarios.first_day import first_morning

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
#: Where the picture for the README goes; without it none is taken (make screenshot).
SCREENSHOT = os.environ.get("SCREENSHOT")
#: Milliseconds.
PATIENCE = 30_000

STEPS = {
    Step.NOW: "nu",
    Step.HOUR: "+1 uur",
    Step.NEXT: "naar het volgende",
    Step.DAY: "+1 dag",
    Step.WEEK: "+1 week",
}

POINTED_AT = """() => {
  window.pointedAt = [];
  const look = (changes) => {
    for (const { target } of changes) if (target.matches(".touched")) window.pointedAt.push(target.textContent);
  };
  new MutationObserver(look).observe(document.body, { subtree: true, attributeFilter: ["class"] });
}"""

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.browser,
    pytest.mark.asyncio,
    pytest.mark.skipif(not CHROMIUM and "CI" not in os.environ, reason="there is no chromium here"),
]


@asynccontextmanager
async def looking_at(address: str) -> AsyncIterator[Page]:
    """The page, in a browser; nothing is amiss in its console."""
    complaints: list[str] = []
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        page = await browser.new_page(viewport={"width": 1400, "height": 900})
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
        await page.goto(address)
        yield page
        await browser.close()
    assert complaints == []


@pytest_asyncio.fixture
async def stage(tmp_path: Path) -> AsyncIterator[tuple[Page, InBrowser]]:
    """The page of a new house, and who acts on it."""
    async with first_morning(tmp_path) as (address, telegram), looking_at(address) as page:
        yield page, InBrowser(page, telegram)


@pytest_asyncio.fixture
async def page(tmp_path: Path) -> AsyncIterator[Page]:
    """The page of a demo on which stories wait at every step."""
    async with playing(tmp_path, FOR_EVER) as address, looking_at(address) as page:
        yield page


class InBrowser(Weather):
    """A stage that is looked at and clicked."""

    def __init__(self, page: Page, telegram: Telegram) -> None:
        super().__init__(telegram)
        self._page = page

    async def says(self, name: str, text: str, *, reply_to: str | None = None) -> None:
        """Somebody writes."""
        if reply_to is not None:
            await self._messages(name).filter(has_text=reply_to).last.focus()
            await self._page.keyboard.press("Enter")
            await self._phone(name).get_by_role("menuitem", name="Antwoorden").click()
        field = self._phone(name).get_by_role("textbox")
        await field.fill(text)
        await field.press("Enter")

    async def taps(self, name: str, label: str, *, on: str | None = None) -> None:
        """Somebody taps the newest button with this label."""
        await self._messages(name).filter(has_text=on).get_by_role("button", name=label).last.click()

    async def opens_link_of(self, name: str, other: str) -> None:
        """Somebody opens, on their own phone, the newest link on the phone of another."""
        await self._phone(other).get_by_role("link", name="start=").last.click()
        await self._page.get_by_role("dialog").get_by_role("button", name=name).click()

    async def expects(
        self, name: str, text: str, *, buttons: Sequence[str] | None = None, edited: bool | None = None
    ) -> None:
        """A message like this is on somebody's phone."""
        message = self._messages(name).filter(has_text=text).last
        await expect(message).to_be_visible()
        for label in buttons or ():
            await expect(message.get_by_role("button", name=label)).to_be_visible()
        if edited:
            await expect(message).to_contain_text("bewerkt")

    async def expects_no_word(self, name: str, *words: str) -> None:
        """The bot never wrote any of these words on somebody's phone."""
        for word in words:
            await expect(self._messages(name).filter(has_text=word)).to_have_count(0)

    async def winds(self, step: Step, *, times: int = 1) -> None:
        """The clock goes on."""
        for _ in range(times):
            await self._page.get_by_role("button", name=STEPS[step], exact=True).click()

    def _messages(self, name: str) -> Locator:
        return self._phone(name).get_by_role("article")

    def _phone(self, name: str) -> Locator:
        return self._page.get_by_role("region", name=name, exact=True)


async def test_the_first_day(stage: tuple[Page, InBrowser]) -> None:
    page, people = stage
    await page.get_by_role("button", name="Journaal").click()
    await EERSTE_DAG.play(people)
    journal = page.get_by_role("complementary").get_by_role("listitem")
    await expect(journal.first).to_contain_text("antwoord gegeven")
    await expect(page.get_by_role("region", name="Lotte", exact=True)).to_contain_text("begeleider")
    await expect(page.get_by_role("region", name="Sam", exact=True)).to_contain_text("jongere")
    if SCREENSHOT:
        await page.mouse.move(0, 0)
        await page.locator(".window").evaluate_all("chats => chats.forEach(chat => chat.scrollTo(0, 0))")
        await page.screenshot(path=SCREENSHOT, animations="disabled")


async def test_the_spinnenweb(tmp_path: Path) -> None:
    async with first_morning(tmp_path, SPINNENWEB.cast) as (address, telegram), looking_at(address) as page:
        await SPINNENWEB.play(InBrowser(page, telegram))
        for name, caption in (("Mo", "Jouw spinnenweb."), ("Lotte", "Het spinnenweb van Mo.")):
            phone = page.get_by_role("region", name=name, exact=True)
            web = phone.get_by_role("article").filter(has_text=caption).locator("img")
            await web.scroll_into_view_if_needed()
            await expect(web).to_have_js_property("naturalWidth", 1_000)
            await expect(phone.get_by_role("link", name=".pdf")).to_be_visible()


async def test_a_story_plays_itself_with_a_pause(page: Page) -> None:
    panel = page.get_by_role("complementary", name="Verhalen")
    await panel.get_by_role("button", name="Sam is stil").click()
    await expect(panel).to_contain_text("Stap 1 van 6")
    await expect(page.get_by_role("region", name="Mo", exact=True)).to_have_count(0)
    await panel.get_by_role("button", name="Pauze").click()
    await expect(panel.get_by_role("button", name="Verder")).to_be_focused()
    following = panel.get_by_role("button", name="Volgende stap")
    await following.click()
    sam = page.get_by_role("region", name="Sam", exact=True)
    await expect(sam.get_by_role("button", name="Heel slecht").last).to_be_visible()
    await expect(page.get_by_role("timer")).to_have_text("di 24 november, 10u00")
    await panel.get_by_role("button", name="Verder").click()
    await page.set_viewport_size({"width": 380, "height": 760})
    for number, tab in enumerate(("Sam", "Lotte", "Bram", "Lotte", "Sam"), 2):
        await expect(panel).to_contain_text(f"Stap {number} van 6")
        await expect(page.get_by_role("tab", name=tab)).to_have_attribute("aria-selected", "true")
        await following.click()
    await expect(panel).to_contain_text("Dat was het.")
    await expect(panel.get_by_role("button", name="Even niet")).to_be_visible()
    await panel.get_by_role("button", name="Terug naar mijn demo").click()
    await expect(page.get_by_role("tab", name="Mo")).to_be_visible()
    await page.get_by_role("button", name="Verhalen").click()
    await expect(panel.get_by_role("button", name="Sam is stil")).to_be_visible()


async def test_a_finger_points_at_what_is_tapped(page: Page) -> None:
    panel = page.get_by_role("complementary", name="Verhalen")
    await page.evaluate(POINTED_AT)
    await panel.get_by_role("button", name="De eerste dag").click()
    await panel.get_by_role("button", name="Volgende stap").click()
    await expect(panel).to_contain_text("Stap 1 van 5")
    await page.wait_for_function("() => window.pointedAt.includes('Sla over')")
    assert await page.evaluate("window.pointedAt") == ["➕ Iemand uitnodigen", "begeleider", "Sla over"]
