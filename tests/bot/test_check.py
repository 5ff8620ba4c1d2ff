"""`spoor check`: each thing that can be wrong is found, and said."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from pydantic import SecretStr

from bot.application import assemble
from bot.check import Finding, look
from bot.settings import Settings
from programme.joining import LOCKED_FOR, WRONG_CODES_ALL
from sandbox.town import START, Town
from store import agenda
from store.sealed import new_key
from tests.people import guessed_by_many, sam_with_lotte
from tests.scenarios.test_push import hush

Answer = Callable[[httpx.Request], httpx.Response]


def telegram(status: int = 200, seconds: float = 0, *, date: str | None = None) -> Answer:
    """A Telegram whose clock is ahead by so many seconds."""

    def answer(_: httpx.Request) -> httpx.Response:
        shown = START.timestamp() + seconds
        headers = {"date": date or format_datetime(START.fromtimestamp(shown, START.tzinfo))}
        return httpx.Response(status, json={"ok": True, "result": {"username": "spoor_bot"}}, headers=headers)

    return answer


def unreachable(request: httpx.Request) -> httpx.Response:
    """No network."""
    raise httpx.ConnectError("nothing there", request=request)


async def look_at(settings: Settings, town: Town, answer: Answer) -> list[Finding]:
    """Every line; no secret is in them."""
    spoor = assemble(settings, clock=town.clock)
    try:
        found = [finding async for finding in look(spoor, settings, httpx.MockTransport(answer))]
    finally:
        await spoor.close()
    said = "\n".join(map(str, found))
    assert settings.telegram_token.get_secret_value() not in said
    assert settings.spoor_key.get_secret_value() not in said
    return found


async def findings(settings: Settings, town: Town, answer: Answer) -> dict[str, bool]:
    """Every line by its subject, and whether it is fine."""
    return {finding.subject: finding.fine for finding in await look_at(settings, town, answer)}


async def line(subject: str, settings: Settings, town: Town, answer: Answer) -> str:
    """The one about this, without what stands it in columns."""
    (found,) = [finding for finding in await look_at(settings, town, answer) if finding.subject == subject]
    return " ".join(str(found).split())


def break_database(path: Path, damage: str) -> None:
    """Behind the bot's back, without its care for references."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(damage)
        connection.commit()


def write(path: Path, words: str) -> None:
    """Something else in its place."""
    path.write_text(words)


def share(path: Path) -> None:
    """Let others read it."""
    path.touch()
    path.chmod(0o640)


@pytest_asyncio.fixture
async def here(town: Town, empty_place: Path) -> Town:
    """A town, seen from its own folder."""
    assert town.spoor.database.path is not None
    assert town.spoor.database.path.parent == empty_place
    return town


@pytest.mark.asyncio
async def test_all_is_well_while_the_bot_runs(here: Town) -> None:
    found = await findings(here.settings, here, telegram())
    lines = ("settings", "help", "files", "database", "tables", "key", "failures", "door", "reach", "ledger")
    assert found == dict.fromkeys((*lines, "telegram", "clock"), True)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        pytest.param(telegram(401), ["telegram"], id="unknown token"),
        pytest.param(telegram(404), ["telegram"], id="no token at all"),
        pytest.param(telegram(502), ["telegram"], id="Telegram is ill"),
        pytest.param(unreachable, ["telegram"], id="no network"),
        pytest.param(telegram(seconds=30), [], id="a clock that is nearly right"),
        pytest.param(telegram(seconds=31), ["clock"], id="a clock that is behind"),
        pytest.param(telegram(seconds=-31), ["clock"], id="a clock that is ahead"),
        pytest.param(telegram(date="soon"), [], id="nothing to compare the clock with"),
    ],
)
async def test_telegram(here: Town, answer: Answer, wrong: list[str]) -> None:
    found = await findings(here.settings, here, answer)
    assert [subject for subject, fine in found.items() if not fine] == wrong


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("damage", "wrong"),
    [
        pytest.param(
            "INSERT INTO trajectory (youth_id, begeleider_id, start_on) VALUES (98, 99, '2026-11-24')",
            "database",
            id="a loose reference",
        ),
        pytest.param("UPDATE alembic_version SET version_num = '9999'", "tables", id="a newer Spoor"),
        pytest.param("DELETE FROM alembic_version", "tables", id="steps are waiting"),
        pytest.param("UPDATE agenda SET state = 'failed'", "failures", id="a duty was set aside"),
        pytest.param(
            "INSERT INTO inbox (update_id, state, received_at, tries) VALUES (1, 'failed', '2026-11-24', 4)",
            "failures",
            id="an update was set aside",
        ),
    ],
)
async def test_the_database(here: Town, damage: str, wrong: str) -> None:
    break_database(Path("spoor.db"), damage)
    found = await findings(here.settings, here, telegram())
    assert [subject for subject, fine in found.items() if not fine] == [wrong]


@pytest.mark.asyncio
async def test_many_who_guess_are_no_fault_but_told(here: Town) -> None:
    assert (await line("door", here.settings, here, telegram())).startswith("ok door nobody")
    await guessed_by_many(here, WRONG_CODES_ALL)
    said = await line("door", here.settings, here, telegram())
    end = (here.now() + LOCKED_FOR).astimezone(here.spoor.setting.zone)
    assert said == f"ok door many guess codes: one wrong code locks its sender out, until {end:%H:%M}"


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("subject", "says"),
    [
        pytest.param(
            "telegram",
            "WRONG telegram cannot be reached: is this machine on the internet? (ConnectError)",
            id="Telegram",
        ),
        pytest.param("clock", "– clock not compared: Telegram cannot be reached", id="the clock beside it"),
    ],
)
async def test_without_a_network_both_lines_are_there(here: Town, subject: str, says: str) -> None:
    settings = here.settings.model_copy(update={"telegram_api_url": "https://api.telegram.org"})
    assert await line(subject, settings, here, unreachable) == says


@pytest.mark.asyncio
async def test_an_address_of_ones_own_may_be_wrong_too(here: Town) -> None:
    settings = here.settings.model_copy(update={"telegram_api_url": "http://telegram.invalid"})
    said = await line("telegram", settings, here, unreachable)
    assert said.endswith("(ConnectError) Is TELEGRAM_API_URL right?")


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("written", "says"),
    [
        pytest.param(
            "LOGLEVEL=DEBUG", "WRONG settings LOGLEVEL in .env is no setting: did you mean LOG_LEVEL?", id="one"
        ),
        pytest.param(
            "time_zone=x", "WRONG settings TIME_ZONE in .env is no setting: did you mean TIMEZONE?", id="small"
        ),
        pytest.param("log_level=DEBUG", "ok settings every value can be used", id="a real one in small letters"),
        pytest.param("COMPOSE_PROJECT_NAME=x", "ok settings every value can be used", id="somebody else's"),
    ],
)
async def test_a_name_that_is_nearly_a_setting(here: Town, written: str, says: str) -> None:
    write(Path(".env"), f"{written}\n")
    assert await line("settings", here.settings, here, telegram()) == says


@pytest.mark.asyncio
async def test_help_lines_that_nobody_checked_for_a_year(here: Town) -> None:
    assert (await line("help", here.settings, here, telegram())).startswith("ok help every")
    old = "\n".join(
        f'[[line]]\nnumber="{number}"\nname="x"\nfor="{purpose}"\nalways=true\nchecked_on={day}\n'
        for number, purpose, day in (("112", "emergency", "2026-11-01"), ("1813", "suicide", "2025-11-23"))
    )
    write(Path("help.toml"), old)
    settings = here.settings.model_copy(update={"help_file": "help.toml"})
    said = await line("help", settings, here, telegram())
    assert said.startswith("WRONG help not checked for a year: 1813. See that each")


@pytest.mark.asyncio
async def test_another_key(here: Town) -> None:
    settings = here.settings.model_copy(update={"spoor_key": SecretStr(new_key())})
    assert not (await findings(settings, here, telegram()))["key"]


@pytest.mark.asyncio
async def test_no_database(here: Town) -> None:
    await here.close()
    write(Path("spoor.db"), "this is no database at all, but a text" * 200)
    found = await findings(here.settings, here, telegram())
    assert [subject for subject, fine in found.items() if not fine] == ["database"]


@pytest.mark.asyncio
@pytest.mark.parametrize("name", [".env", "spoor.db", "spoor.db-wal"])
async def test_files_that_others_may_read(here: Town, name: str) -> None:
    share(Path(name))
    assert not (await findings(here.settings, here, telegram()))["files"]


@pytest.mark.asyncio
async def test_before_the_first_start_nothing_is_made(here: Town, tmp_path: Path) -> None:
    settings = here.settings.model_copy(update={"database_url": f"sqlite:///{tmp_path / 'new' / 'spoor.db'}"})
    found = await findings(settings, here, telegram())
    assert all(found.values())
    assert list(found) == ["settings", "help", "files", "database", "failures", "telegram", "clock"]
    assert (await line("failures", settings, here, telegram())).endswith("nothing was set aside yet")
    assert not (tmp_path / "new").exists()


@pytest.mark.asyncio
async def test_yesterday_is_counted_and_what_came_to_no_end_is_wrong(here: Town) -> None:
    sam, lotte = await sam_with_lotte(here)
    await here.wind(hours=1)
    await sam.taps("🙂 Goed")
    await here.wind(hours=23)
    hush(sam, lotte)
    counted = await line("ledger", here.settings, here, telegram())
    assert counted.startswith("ok ledger yesterday ")
    assert " sent" in counted
    async with here.spoor.database.write() as session:
        await agenda.plan(session, agenda.Duty.NUDGE, 1, here.now() - timedelta(hours=1), key="left behind")
    assert (await line("ledger", here.settings, here, telegram())).endswith("1 came to no end (planned: nudge)")
    assert not (await findings(here.settings, here, telegram()))["ledger"]
