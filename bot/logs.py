"""The log: what happened to which row, never what somebody said.

Everything goes through one pipe, libraries included. Exceptions are written as their kind and the places they passed:
their messages hold values, and values may be somebody's words. What a library says is written as its template, without
what it fills in; anything that looks like a token or a key is blotted out wherever it stands.
"""

from __future__ import annotations

import asyncio
import logging
import re
import sys
import threading
from pathlib import Path
from typing import Any, TextIO

import structlog
from structlog.stdlib import ProcessorFormatter
from structlog.types import EventDict, Processor

from bot.places import kinds_of, place, places_of

log = structlog.get_logger()

ROOMS = ("bot", "handlers", "scheduler", "chat", "store", "programme", "sandbox")
BLOT = "[…]"

# A bot's token; and codes and keys: long, of capitals and small letters, with a number unless they are very long.
_SIGN = r"[\w+/-]"
_SECRETS = re.compile(
    rf"\d{{5,}}:[\w-]{{20,}}|(?<!{_SIGN})(?={_SIGN}*[A-Z])(?={_SIGN}*[a-z])(?:(?={_SIGN}*\d){_SIGN}{{22,}}|{_SIGN}{{40,}})=*",
    re.ASCII,
)


def write_logs(level: str, form: str, *, to: TextIO | None = None) -> None:
    """Set the log up: our own from `level` on, libraries from WARNING on. `form`: console or json."""
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        _stamper(form),
        _without_their_words,
        _as_places,
        _blotted,
    ]
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    pipe = logging.StreamHandler(to or sys.stderr)
    pipe.setFormatter(_formatter(form, shared, colors=(to or sys.stderr).isatty()))
    logging.basicConfig(handlers=[pipe], level=logging.WARNING, force=True)
    logging.captureWarnings(capture=True)
    for room in ROOMS:
        logging.getLogger(room).setLevel(level)
    _catch_the_rest()


def _stamper(form: str) -> Processor:
    """People read the time of the machine, programs UTC."""
    if form == "json":
        return structlog.processors.TimeStamper(fmt="iso", utc=True)
    return structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S", utc=False)


def _formatter(form: str, shared: list[Processor], *, colors: bool) -> ProcessorFormatter:
    last: Processor = structlog.dev.ConsoleRenderer(colors=colors)
    if form == "json":
        last = structlog.processors.JSONRenderer(ensure_ascii=False)
    return ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[ProcessorFormatter.remove_processors_meta, last],
        use_get_message=False,
        pass_foreign_args=True,
    )


def _without_their_words(_logger: object, _method: str, event: EventDict) -> EventDict:
    """A library's template, and where it was said. A text without values to fill in may be made of them already."""
    record: logging.LogRecord | None = event.get("_record")
    if record is None or event.get("_from_structlog"):
        return event
    event["event"] = str(record.msg) if event.get("positional_args") else "a library has something to say"
    event["said_at"] = place(record.pathname, record.lineno)
    event.pop("positional_args", None)
    event.pop("stack_info", None)
    return event


def _as_places(_logger: object, _method: str, event: EventDict) -> EventDict:
    """An exception as its kind and the places it passed, with what caused it."""
    error = _error_in(event.pop("exc_info", None))
    if error is not None:
        event["error"] = " from ".join(kinds_of(error))
        event["at"] = " > ".join(places_of(error))
    return event


def _error_in(info: Any) -> BaseException | None:
    if isinstance(info, tuple):
        return info[1] if isinstance(info[1], BaseException) else None
    if isinstance(info, BaseException):
        return info
    return sys.exception() if info else None


def _blotted(_logger: object, _method: str, event: EventDict) -> EventDict:
    return {key: value if key.startswith("_") else blot(value) for key, value in event.items()}


def blot(value: Any) -> Any:
    """A value without anything that looks like a token, a code or a key. A path piece by piece: it may be long."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Path):
        return str(Path(*(blot(part) for part in value.parts)))
    return _SECRETS.sub(BLOT, str(value))


def _catch_the_rest() -> None:
    """What nobody catches is written in the same way, instead of being printed with its message."""
    sys.excepthook = lambda _kind, error, _trace: log.critical("not caught", exc_info=error)
    sys.unraisablehook = lambda trouble: log.error("not caught while tidying up", exc_info=trouble.exc_value)
    threading.excepthook = lambda trouble: log.error("not caught in a thread", exc_info=trouble.exc_value)


def catch_in(loop: asyncio.AbstractEventLoop) -> None:
    """Likewise for what happens in tasks that nobody waits for."""
    loop.set_exception_handler(lambda _, trouble: log.error("not caught in a task", exc_info=trouble.get("exception")))
