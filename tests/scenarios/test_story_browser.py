"""The first day, in a real browser: what a newcomer sees who plays it."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Locator, Page, async_playwright, expect

from tests.scenarios.first_day import first_day, first_morning

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

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.browser,
    pytest.mark.asyncio,
    pytest.mark.skipif(not CHROMIUM and "CI" not in os.environ, reason="there is no chromium here"),
]


@pytest_asyncio.fixture
async def page(tmp_path: Path) -> AsyncIterator[Page]:
    """The page of a new house, with the journal open and nothing amiss in its console."""
    complaints: list[str] = []
    async with first_morning(tmp_path) as address, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        page = await browser.new_page(viewport={"width": 1400, "height": 900})
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
        await page.goto(address)
        yield page
        await browser.close()
    assert complaints == []


class InBrowser:
    """A stage that is looked at and clicked."""

    def __init__(self, page: Page) -> None:
        self._page = page

    async def says(self, name: str, text: str) -> None:
        """Somebody writes."""
        field = self._phone(name).get_by_role("textbox")
        await field.fill(text)
        await field.press("Enter")

    async def taps(self, name: str, label: str) -> None:
        """Somebody taps the newest button with this label."""
        await self._phone(name).get_by_role("article").get_by_role("button", name=label).last.click()

    async def opens_link_of(self, name: str, other: str) -> None:
        """Somebody opens, on their own phone, the newest link on the phone of another."""
        await self._phone(other).get_by_role("link", name="start=").last.click()
        await self._page.get_by_role("dialog").get_by_role("button", name=name).click()

    async def sees(self, name: str, text: str) -> None:
        """A message with this text is on somebody's phone."""
        await expect(self._phone(name).get_by_text(text).last).to_be_visible(timeout=PATIENCE)

    async def winds_to_next(self) -> None:
        """The clock goes to the next thing that falls due."""
        await self._page.get_by_role("button", name="naar het volgende").click()

    def _phone(self, name: str) -> Locator:
        return self._page.get_by_role("region", name=name, exact=True)


async def test_the_first_day(page: Page) -> None:
    await page.get_by_role("button", name="Journaal").click()
    await first_day(InBrowser(page))
    journal = page.get_by_role("complementary").get_by_role("listitem")
    await expect(journal.first).to_contain_text("antwoord gegeven")
    await expect(page.get_by_role("region", name="Lotte", exact=True)).to_contain_text("begeleider")
    await expect(page.get_by_role("region", name="Sam", exact=True)).to_contain_text("jongere")
    if SCREENSHOT:
        await page.mouse.move(0, 0)
        await page.locator(".window").evaluate_all("chats => chats.forEach(chat => chat.scrollTo(0, 0))")
        await page.screenshot(path=SCREENSHOT, animations="disabled")
