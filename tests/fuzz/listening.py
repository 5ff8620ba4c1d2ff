"""Hearing what the log cries out."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import structlog
from structlog.types import EventDict

LOUD = {"error", "critical", "exception"}


@contextmanager
def loud() -> Iterator[list[str]]:
    """What is said as an error until the end, with the traceback if there is one."""
    heard: list[str] = []

    def listen(_logger: object, level: str, event: EventDict) -> NoReturn:
        if level in LOUD:
            trace = traceback.format_exc() if event.pop("exc_info", None) else ""
            heard.append(f"the log says {event}\n{trace}")
        raise structlog.DropEvent

    before = structlog.get_config()["processors"]
    structlog.configure(processors=[listen])
    try:
        yield heard
    finally:
        structlog.configure(processors=before)
