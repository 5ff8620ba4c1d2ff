"""A database of one's own for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from sandbox.town import DATABASE
from store.database import Database
from store.sealed import Vault, new_key, read_keys


@pytest_asyncio.fixture
async def database(prepared: Path) -> AsyncIterator[Database]:
    """Empty, with today's tables."""
    opened = Database(f"sqlite:///{prepared / DATABASE}", Vault(read_keys(new_key())))
    yield opened
    await opened.close()
