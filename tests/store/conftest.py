"""A database of one's own for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from store.database import Database
from store.migrate import migrate
from store.sealed import Vault, new_key, read_keys


@pytest_asyncio.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """Empty, with today's tables."""
    opened = Database(f"sqlite:///{tmp_path / 'spoor.db'}", Vault(read_keys(new_key())))
    await migrate(opened)
    yield opened
    await opened.close()
