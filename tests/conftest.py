"""What all tests share."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import AsyncIterator, Generator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
import structlog

from sandbox.town import DATABASE, Town
from tests.database import make_fresh, stay_in_this_thread, wait_for_no_disk
from tests.statements import keep_compiled

# What goes wrong on purpose is written with plain tracebacks. The default draws every one with the source around it and
# all values in it, which takes longer than the test.
structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback),
    ]
)

FAILED = pytest.StashKey[bool]()

# What is loaded and collected stays to the end, so that looking through it for garbage, again and again, finds none.
SELDOM = (20_000, 50, 100)


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: now and then a worker only waits, for a browser or for a process."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and only among what the tests make."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember that a test failed, so that its town does not complain as well."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session", autouse=True)
def compiled() -> Iterator[None]:
    """Whatever database a test opens has its statements compiled by the tests before it."""
    with pytest.MonkeyPatch.context() as patch:
        keep_compiled(patch)
        yield


@pytest.fixture(scope="session")
def fresh_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in today's form with nothing in it, to copy."""
    path = tmp_path_factory.mktemp("fresh") / DATABASE
    make_fresh(path)
    return path


@pytest.fixture
def prepared(tmp_path: Path, fresh_database: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The test's folder with an empty database in it, which will answer in the test's own thread."""
    stay_in_this_thread(monkeypatch)
    wait_for_no_disk(monkeypatch)
    shutil.copy(fresh_database, tmp_path)
    return tmp_path


@pytest_asyncio.fixture
async def town(request: pytest.FixtureRequest, prepared: Path) -> AsyncIterator[Town]:
    """The assembled bot among phones, on an empty database; fails on any message that nobody expected."""
    opened = Town(prepared)
    await opened.open()
    yield opened
    await opened.close()
    if not request.node.stash.get(FAILED, False):
        opened.expects_nothing()
