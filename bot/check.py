"""`spoor check`: a line for each thing that has to be right."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path

import httpx
from sqlalchemy.exc import DatabaseError

from bot.application import Spoor
from bot.misspelt import misspelt_names
from bot.settings import FILE, Settings
from bot.soundness import faults_in
from programme.calendar import local_day, slot
from programme.helplines import stale
from programme.joining import many_guess_until
from programme.reachable import Missing
from programme.workdays import A_DAY
from store import agenda, inbox, joining, ledger, outbox, preflight
from store.database import is_there
from store.fit import see_that_key_fits
from store.sealed import CannotUnseal
from store.tables import OutboxState
from store.version import Form, form

ANSWER_WITHIN = 10.0
CLOCK_MAY_DIFFER = timedelta(seconds=30)


@dataclass(frozen=True)
class Finding:
    """One line."""

    subject: str
    fine: bool
    words: str
    looked: bool = True
    """Whether it could be looked at."""

    def __str__(self) -> str:
        """As it is printed."""
        mark = "WRONG" if not self.fine else "ok" if self.looked else "–"
        return f"{mark:<5} {self.subject:<10} {self.words}"


async def look(
    spoor: Spoor, settings: Settings, transport: httpx.AsyncBaseTransport | None = None
) -> AsyncIterator[Finding]:
    """Everything, one after the other. Changes nothing, and may be done while the bot runs."""
    yield _settings()
    yield _help_lines(spoor)
    path = spoor.database.path
    yield _private(path)
    if path is not None and not is_there(path):
        yield _to_be_made(path)
        yield Finding("failures", fine=True, words="nothing was set aside yet")
    else:
        async for finding in _database(spoor):
            yield finding
    for finding in await _telegram(settings, spoor.clock.now(), transport):
        yield finding


def _settings() -> Finding:
    wrong = misspelt_names()
    return Finding("settings", fine=not wrong, words=" ".join(map(str, wrong)) or "every value can be used")


def _help_lines(spoor: Spoor) -> Finding:
    """Numbers change hands: somebody should call each once a year."""
    old = stale(spoor.setting.help_lines, local_day(spoor.clock.now(), spoor.setting.zone))
    if not old:
        return Finding("help", fine=True, words="every help line was checked within a year")
    numbers = ", ".join(line.number for line in old)
    words = f"not checked for a year: {numbers}. See that each still answers, and write the day in HELP_FILE"
    return Finding("help", fine=False, words=words)


def _private(database: Path | None) -> Finding:
    """Nobody but the owner may read what holds the token, the key, or anything about people."""
    files = [FILE] if database is None else [FILE, *sorted(database.parent.glob(f"{database.name}*"))]
    open_ones = [str(file) for file in files if file.exists() and stat.S_IMODE(file.stat().st_mode) & 0o077]
    if open_ones:
        return Finding("files", fine=False, words=f"others may read them: chmod 600 {' '.join(open_ones)}")
    return Finding("files", fine=True, words="only their owner may read them")


def _to_be_made(path: Path) -> Finding:
    nearest = next(folder for folder in path.absolute().parents if folder.exists())
    if nearest.is_dir() and os.access(nearest, os.W_OK):
        return Finding("database", fine=True, words=f"none at {path} yet: spoor run makes it")
    return Finding("database", fine=False, words=f"cannot be made at {path}: see that DATABASE_URL is right")


async def _database(spoor: Spoor) -> AsyncIterator[Finding]:
    try:
        yield _whole(spoor.database.path)
        state = await form(spoor.database)
        yield _FORMS[state]
        if state is Form.TODAYS:
            yield await _key(spoor)
            yield await _failures(spoor)
            yield await _door(spoor)
            yield await _reached(spoor)
            yield await _ledger(spoor)
    except (OSError, DatabaseError, sqlite3.Error):
        yield Finding("database", fine=False, words="does not open: see that DATABASE_URL is right and yours to read")


def _whole(path: Path | None) -> Finding:
    if path is None:
        return Finding("database", fine=True, words="on a server, which looks after its own files")
    faults = faults_in(path)
    return Finding("database", fine=not faults, words=f"{path} {', '.join(faults) or 'is whole'}")


_FORMS = {
    Form.TODAYS: Finding("tables", fine=True, words="in today's form"),
    Form.OLDER: Finding("tables", fine=False, words="steps are waiting: the next start of spoor run takes them"),
    Form.NEWER: Finding("tables", fine=False, words="a newer Spoor worked on them: bring this one up to date"),
}


async def _key(spoor: Spoor) -> Finding:
    try:
        await see_that_key_fits(spoor.database)
    except CannotUnseal:
        return Finding("key", fine=False, words="SPOOR_KEY does not open this database: give the one it was made with")
    return Finding("key", fine=True, words="SPOOR_KEY opens this database")


async def _failures(spoor: Spoor) -> Finding:
    """What was set aside after every try."""
    async with spoor.database.read() as session:
        updates, duties = await inbox.count_failed(session), await agenda.count_failed(session)
        messages = await outbox.count(session, OutboxState.FAILED)
    words = f"{updates} updates, {duties} duties and {messages} messages were set aside"
    if updates or duties:
        return Finding("failures", fine=False, words=f"{words}: see the log for what broke")
    return Finding("failures", fine=True, words=words)


async def _door(spoor: Spoor) -> Finding:
    """No fault of ours; but who finds that links work no more wants to know."""
    async with spoor.database.read() as session:
        until = many_guess_until(await joining.wrong_codes(session, spoor.clock.now()), spoor.clock.now())
    if until is None:
        return Finding("door", fine=True, words="nobody guesses codes in great numbers")
    end = f"{until.astimezone(spoor.setting.zone):%H:%M}"
    return Finding("door", fine=True, words=f"many guess codes: one wrong code locks its sender out, until {end}")


async def _reached(spoor: Spoor) -> Finding:
    """Whether a call that a youth asks for reaches somebody. Who it is shows in /team: no names here."""
    async with spoor.database.read() as session:
        found = Counter(gap.missing for gap in await preflight.gaps(session))
    if not found:
        return Finding("reach", fine=True, words="whoever walks with a youth can be reached, and has a duo")
    lost = found[Missing.NOT_JOINED] + found[Missing.BLOCKED]
    words = ", ".join(f"{count} {_MISSING[missing]}" for missing, count in sorted(found.items()))
    return Finding("reach", fine=not lost, words=f"of who walks with youths: {words}. /team says who")


_MISSING = {
    Missing.NOT_JOINED: "did not come in yet",
    Missing.BLOCKED: "blocked the bot",
    Missing.NO_HOURS: "set no hours",
    Missing.NO_DUO: "have youths without a duo",
}


async def _ledger(spoor: Spoor) -> Finding:
    """What was to be said yesterday, and what became of it."""
    now, zone = spoor.clock.now(), spoor.setting.zone
    today = local_day(now, zone)
    async with spoor.database.read() as session:
        of_yesterday = await ledger.between(session, slot(today - A_DAY, time(0), zone), slot(today, time(0), zone))
        lost = await ledger.without_end(session, now)
    ends: Counter[str] = Counter()
    for one, number in of_yesterday.items():
        ends[one.end or f"without an end ({one.kind}: {one.why})"] += number
    counted = ", ".join(f"{ends[end]} {end}" for end in sorted(ends))
    words = f"yesterday {sum(ends.values())} expected: {counted or 'nothing'}"
    if lost:
        return Finding("ledger", fine=False, words=f"{words}; {len(lost)} came to no end ({_some(lost)})")
    return Finding("ledger", fine=True, words=words)


def _some(lost: list[str]) -> str:
    return ", ".join([*sorted(set(lost))[:5], *(["…"] if len(set(lost)) > 5 else [])])


async def _telegram(
    settings: Settings, now: datetime, transport: httpx.AsyncBaseTransport | None
) -> tuple[Finding, ...]:
    token = settings.telegram_token.get_secret_value()
    try:
        async with httpx.AsyncClient(transport=transport, timeout=ANSWER_WITHIN) as client:
            answer = await client.get(f"{settings.telegram_api_url}/bot{token}/getMe")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return _unreached(settings, type(error).__name__)
    return _answered(answer), _clock(answer.headers.get("date"), now)


def _unreached(settings: Settings, how: str) -> tuple[Finding, ...]:
    words = f"cannot be reached: is this machine on the internet? ({how})"
    if settings.telegram_api_url != Settings.model_fields["telegram_api_url"].default:
        words += " Is TELEGRAM_API_URL right?"
    clock = Finding("clock", fine=True, words="not compared: Telegram cannot be reached", looked=False)
    return Finding("telegram", fine=False, words=words), clock


def _answered(answer: httpx.Response) -> Finding:
    match answer.status_code:
        case HTTPStatus.OK:
            return Finding("telegram", fine=True, words=f"knows this bot as @{answer.json()['result']['username']}")
        case HTTPStatus.UNAUTHORIZED | HTTPStatus.NOT_FOUND:
            return Finding("telegram", fine=False, words="does not know TELEGRAM_TOKEN: copy it again from @BotFather")
        case status:
            return Finding("telegram", fine=False, words=f"answers with {status}: try again in a minute")


def _clock(date: str | None, now: datetime) -> Finding:
    """Beside Telegram's: a clock that is off asks everything at the wrong moment."""
    try:
        off = abs(now - parsedate_to_datetime(date or ""))
    except (ValueError, TypeError):
        return Finding("clock", fine=True, words="nothing to compare it with")
    seconds = round(off.total_seconds())
    if off > CLOCK_MAY_DIFFER:
        return Finding(
            "clock", fine=False, words=f"is {seconds} seconds off: let this machine keep time over the network"
        )
    return Finding("clock", fine=True, words=f"within {seconds} seconds of Telegram's")
