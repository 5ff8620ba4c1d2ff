"""What goes wrong, what the people notice of it, and what the process does: the table in the README, and what the tests
hold the bot to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from signal import SIGKILL

GONE = -SIGKILL

MARK = "(misschien voor de tweede keer)"
"""What a message says that may have arrived before."""


class Fault(StrEnum):
    """What goes wrong."""

    KILLED = "it is killed at any moment"
    BETWEEN = "it is killed just before or after a commit or a request"
    POWER = "the power fails, and the log of the database ends anywhere"
    DISK_FULL = "the disk is full"
    READ_ONLY = "the database may not be written"
    LOCKED = "another process holds the database for 20 seconds"
    SECOND_HERE = "it is started a second time, on the same database"
    SECOND_ELSEWHERE = "it is started on another machine too, with the same token"
    REVOKED = "the token is revoked"
    SILENT = "Telegram takes every request and answers none"
    CLOCK_BACK = "the machine's clock is set back an hour"


class Notice(StrEnum):
    """What the people notice."""

    NOTHING = "nothing"
    WAIT = "an answer comes when that is over, once"
    REPEAT = (
        "an answer comes when that is over, and says that it may be the second time; "
        "a question that may have arrived is not asked again"
    )
    DOUBT = "an answer comes after the next start; only what may have arrived comes again, and says so, or is left"
    AS_KILLED = "the same, as far as the disk kept what it said it had"
    OTHER = "until somebody stops it, the other one answers; after that, as before"


@dataclass(frozen=True)
class Promise:
    """One row. `ends`: the process ends with this; None: it goes on. `says`: why, in the last line of its log, in
    which … stands for something."""

    people: Notice
    ends: int | None = None
    says: str = ""
    asked: bool = True
    """Whether a question that fell due meanwhile is still asked."""

    @property
    def process(self) -> str:
        """What the process does, in words."""
        match self.ends:
            case None:
                return "goes on"
            case code if code == GONE:
                return "is gone; the next start goes on where it stopped, on a database that is sound"
            case code:
                return f"ends with {code}: “{self.says}”"


PROMISES = {
    Fault.KILLED: Promise(Notice.DOUBT, GONE),
    Fault.BETWEEN: Promise(Notice.DOUBT, GONE),
    Fault.POWER: Promise(Notice.AS_KILLED, GONE),
    Fault.DISK_FULL: Promise(
        Notice.WAIT, 1, "The database cannot be written: see that its disk has room and is sound, then start again."
    ),
    Fault.READ_ONLY: Promise(
        Notice.WAIT, 1, "The database at … does not open: see that DATABASE_URL is right and yours to write."
    ),
    Fault.LOCKED: Promise(Notice.WAIT),
    Fault.SECOND_HERE: Promise(Notice.NOTHING),
    Fault.SECOND_ELSEWHERE: Promise(
        Notice.OTHER, 1, "Another process uses this bot's token: stop that one, then start again."
    ),
    Fault.REVOKED: Promise(Notice.WAIT, 1, "Telegram does not know TELEGRAM_TOKEN: copy it again from @BotFather."),
    Fault.SILENT: Promise(
        Notice.REPEAT,
        1,
        "No word from Telegram for 90 seconds: start Spoor again when the network is back.",
        asked=False,
    ),
    Fault.CLOCK_BACK: Promise(Notice.NOTHING),
}

# The others are in test_promises.py, all in the same way.
TESTED_IN = {
    Fault.KILLED: "tests/faults/test_kill.py",
    Fault.BETWEEN: "tests/faults/test_between_steps.py",
    Fault.POWER: "tests/faults/test_power.py",
}


def table() -> str:
    """As it stands in the README."""
    rows = [f"| {fault} | {promise.people} | {promise.process} |" for fault, promise in PROMISES.items()]
    return "\n".join(["| what goes wrong | what the people notice | what the process does |", "|---|---|---|", *rows])
