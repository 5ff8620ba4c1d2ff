"""Bringing a database's tables to today's form. `python -m store.migrate "what changes"` writes the next step."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import create_async_engine

from store.database import WRITES, Database, read_url
from store.tables import Base
from store.version import Form, form_of, numbers

FOLDER = Path(__file__).parent / "migrations"


def _config(connection: Connection | None = None) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "os")
    return config


def _upgrade(connection: Connection) -> None:
    command.upgrade(_config(connection), "head")


async def migrate(database: Database) -> None:
    """Bring the tables to today's form, all steps or none."""
    async with database.write() as session:
        connection = await session.connection()
        if await connection.run_sync(form_of) is Form.OLDER:
            await connection.run_sync(_upgrade)


def differences(connection: Connection) -> list[object]:
    """What the tables in the code have and the database lacks, or the other way about."""
    return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))


async def _write_step(message: str, folder: str) -> None:
    """Compare a fresh database, brought to today's form, with the tables in the code."""
    engine = create_async_engine(read_url(f"sqlite:///{folder}/fresh.db"))
    async with engine.connect() as connection:
        await connection.execution_options(**WRITES)
        await connection.run_sync(_upgrade)
        await connection.run_sync(_revise, message)
    await engine.dispose()


def _revise(connection: Connection, message: str) -> None:
    number = f"{len(numbers()) + 1:04}"
    command.revision(_config(connection), message, autogenerate=True, rev_id=number)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as fresh:
        asyncio.run(_write_step(" ".join(sys.argv[1:]), fresh))
