"""What a run needs around it: an empty database, one source of chance, nothing that waits for a disk or a thread."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any, TypeVar

import pytest
import structlog

import bot.telegram_call
import store.joining
import store.sealed
from sandbox.town import DATABASE
from tests.database import make_fresh, stay_in_this_thread, wait_for_no_disk
from tests.faults.axe import Axe
from tests.simulate.deeds import Plan
from tests.simulate.life import Outcome, live
from tests.statements import keep_compiled

Result = TypeVar("Result")

A_PICTURE = b"\x89PNG\r\n\x1a\n"


@contextmanager
def runs() -> Iterator[Run]:
    """Everything is ready."""
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        empty = Path(folder) / DATABASE
        make_fresh(empty)
        keep_compiled(patch)
        stay_in_this_thread(patch)
        wait_for_no_disk(patch)
        patch.setattr(bot.telegram_call, "picture_of", _drawn)
        patch.setattr(bot.telegram_call, "paper_of", _drawn)
        yield Run(patch, empty)


class Run:
    """Runs plans, one after another."""

    def __init__(self, patch: pytest.MonkeyPatch, empty: Path) -> None:
        self._patch, self._empty, self._axe = patch, empty, Axe(patch)

    def __call__(self, plan: Plan) -> Outcome:
        """A plan, judged on its way."""
        return self.of(plan, live)

    def of(self, plan: Plan, lived: Callable[[Plan, Path, Axe], Result]) -> Result:
        """A plan, in a way of its own. Links, keys and all that is sealed come from the seed too."""
        with self._patch.context() as patch:
            for room in (store.joining, store.sealed):
                chance = Random(f"{plan.seed} {room.__name__}")
                patch.setattr(room, "os", SimpleNamespace(urandom=chance.randbytes))
            return lived(plan, self._empty, self._axe)


async def _drawn(_written: dict[str, Any]) -> bytes:
    """No drawing: that takes a thread and real time, and is looked at elsewhere."""
    return A_PICTURE


def quiet() -> None:
    """Only what broke is said; and what is loaded is never looked through for garbage again."""
    structlog.configure(
        processors=[structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)],
        wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.getLogger("telegram").setLevel(logging.CRITICAL)  # it tells of every web page in place of an answer
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)
