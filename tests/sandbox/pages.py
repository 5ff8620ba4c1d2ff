"""The page in a real browser, for the tests that use one: served over sockets, visited by people who type and press."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest
import pytest_asyncio
import uvicorn
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from sandbox.page import sandbox_page
from tests.sandbox.echo import EchoBot, EchoTown

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)

#: Milliseconds. What is to be seen is seen at once, but on a busy machine that may take a while.
PATIENCE = 30_000

#: What every test with a browser is marked with: all of a file share one.
IN_A_BROWSER = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(not CHROMIUM and "CI" not in os.environ, reason="there is no chromium here"),
]


@pytest_asyncio.fixture(loop_scope="module")
async def echo_town() -> AsyncIterator[EchoTown]:
    """Five people and a bot that is awake."""
    town = EchoTown()
    bot = EchoBot(town)
    await bot.open()
    running = asyncio.create_task(bot.run())
    yield town
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    await bot.close()


class Serving:
    """The page over real sockets; stopped and started again it keeps its port."""

    def __init__(self, town: EchoTown) -> None:
        self._app = sandbox_page(town.telegram, town, run="one", pulse=0.02)
        self._port = 0

    def start(self) -> None:
        """Answer from now on."""
        door = socket.create_server(("localhost", self._port))
        self._port = door.getsockname()[1]
        self._server = uvicorn.Server(uvicorn.Config(self._app, log_level="error", timeout_graceful_shutdown=1))
        self._running = asyncio.create_task(self._server.serve([door]))

    async def stop(self) -> None:
        """Hang up on everybody."""
        self._server.should_exit = True
        await self._running

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://localhost:{self._port}/"


@pytest_asyncio.fixture(loop_scope="module")
async def serving(echo_town: EchoTown) -> AsyncIterator[Serving]:
    """The page of this town, served."""
    serving = Serving(echo_town)
    serving.start()
    yield serving
    await serving.stop()


@pytest.fixture
def address(serving: Serving) -> str:
    """Where the page of this town is."""
    return serving.address


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """A browser without a window; every page in it is a visitor of its own."""
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, address: str) -> AsyncIterator[Page]:
    """The page on a desk, with nothing amiss in its console."""
    async with visit(browser, address, width=1400, height=900) as page:
        yield page


@asynccontextmanager
async def visit(browser: Browser, address: str, *, width: int, height: int) -> AsyncIterator[Page]:
    """Opens the page; fails when a script or the browser complained of more than a lost connection."""
    complaints: list[str] = []
    page = await browser.new_page(viewport={"width": width, "height": height})
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    await page.goto(address)
    yield page
    await page.close()
    assert [line for line in complaints if "net::ERR_" not in line] == []


def phone(page: Page, name: str) -> Locator:
    """Somebody's phone."""
    return page.get_by_role("region", name=name, exact=True)


async def says(page: Page, name: str, text: str) -> None:
    """Types a text and presses Enter."""
    field = phone(page, name).get_by_role("textbox")
    await field.fill(text)
    await field.press("Enter")


async def starts(page: Page, name: str) -> None:
    """Presses Start in an empty chat."""
    await phone(page, name).get_by_role("button", name="START").click()
    await expect(phone(page, name).get_by_text("Je zei: /start")).to_be_visible()
