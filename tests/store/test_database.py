"""SQLite, properly."""

from __future__ import annotations

import asyncio
import stat
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from programme.people import Role
from store.database import Database, make_private
from store.migrate import differences, migrate
from store.sealed import Vault, new_key, read_keys
from store.tables import CheckinPlan, Person, Region, Trajectory
from store.version import Form, form

pytestmark = pytest.mark.asyncio
NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)


@pytest_asyncio.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """As it is in use: led through all steps, with its own threads, and waiting for the disk."""
    opened = Database(f"sqlite:///{tmp_path / 'spoor.db'}", Vault(read_keys(new_key())))
    await migrate(opened)
    yield opened
    await opened.close()


async def test_the_steps_lead_to_the_tables_in_the_code(database: Database) -> None:
    async with database.read() as session:
        assert await (await session.connection()).run_sync(differences) == []


async def test_migrating_twice_changes_nothing(database: Database) -> None:
    await migrate(database)
    assert await form(database) is Form.TODAYS


async def test_a_database_without_tables_is_behind(tmp_path: Path) -> None:
    empty = Database(f"sqlite:///{tmp_path / 'empty.db'}", Vault(read_keys(new_key())))
    assert await form(empty) is Form.OLDER
    await empty.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)],
)
async def test_every_connection_keeps_its_promises(database: Database, pragma: str, value: object) -> None:
    async with database.read() as session:
        assert await session.scalar(text(f"PRAGMA {pragma}")) == value


async def test_every_table_is_strict(database: Database) -> None:
    async with database.read() as session:
        tables = (await session.execute(text("PRAGMA table_list"))).mappings().all()
    ours = [table for table in tables if not table["name"].startswith(("sqlite_", "alembic_"))]
    assert len(ours) > 10
    assert all(table["strict"] for table in ours)


async def test_a_row_that_points_nowhere_is_refused(database: Database) -> None:
    with pytest.raises(IntegrityError):
        async with database.write() as session:
            session.add(Trajectory(youth_id=99, begeleider_id=98, start_on=date(2026, 11, 1)))


async def test_a_failure_leaves_nothing_behind_and_shows_no_values(database: Database) -> None:
    async def twice() -> None:
        async with database.write() as session:
            session.add(Region(name="Kortrijk-geheim"))
            await session.flush()
            session.add(Region(name="Kortrijk-geheim"))

    with pytest.raises(DBAPIError) as failed:
        await twice()
    assert "Kortrijk" not in str(failed.value)
    async with database.read() as session:
        assert await session.scalar(text("SELECT count(*) FROM region")) == 0


async def test_two_writers_take_turns(database: Database) -> None:
    async def name_region(name: str) -> None:
        async with database.write() as session:
            count = await session.scalar(text("SELECT count(*) FROM region"))
            await asyncio.sleep(0)
            session.add(Region(name=f"{name} {count}"))

    await asyncio.gather(*(name_region(f"streek {number}") for number in range(10)))
    async with database.read() as session:
        names = (await session.scalars(text("SELECT name FROM region"))).all()
    assert sorted(int(name.split()[-1]) for name in names) == list(range(10))


async def test_days_times_and_moments_come_back_as_they_were(database: Database) -> None:
    async with database.write() as session:
        session.add(Person(id=1, role=Role.YOUTH, name="Sam", created_at=NOW))
        await session.flush()
        session.add(CheckinPlan(youth_id=1, at=time(17, 30), rhythm_on=date(2026, 2, 28), sign_at=NOW))
    async with database.read() as session:
        plan = await session.get_one(CheckinPlan, 1)
    assert (plan.at, plan.rhythm_on, plan.sign_at) == (time(17, 30), date(2026, 2, 28), NOW)


async def test_a_moment_without_a_time_zone_is_refused(database: Database) -> None:
    with pytest.raises(StatementError):
        async with database.write() as session:
            session.add(Person(role=Role.YOUTH, name="Sam", created_at=NOW.replace(tzinfo=None)))


async def test_only_the_owner_can_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "data" / "spoor.db"
    make_private(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
