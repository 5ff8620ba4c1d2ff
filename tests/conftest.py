"""What all tests share."""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator
from pathlib import Path

import pytest
import pytest_asyncio

from sandbox.town import Town

FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember that a test failed, so that its town does not complain as well."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest_asyncio.fixture
async def town(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Town]:
    """The assembled bot among phones, on an empty database; fails on any message that nobody expected."""
    opened = Town(tmp_path)
    await opened.open()
    yield opened
    await opened.close()
    if not request.node.stash.get(FAILED, False):
        opened.expects_nothing()
