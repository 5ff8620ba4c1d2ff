"""Switches that make Telegram sick, for as many calls as one likes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Fault(StrEnum):
    """What can go wrong with a call."""

    DOWN = "down"
    """The connection is refused; nothing is done."""
    SILENT_BEFORE = "silent_before"
    """The call gets lost and no answer comes; nothing is done."""
    SILENT_AFTER = "silent_after"
    """It is done, but no answer comes."""
    RESET_BEFORE = "reset_before"
    """The connection breaks (over sockets: falls silent); nothing is done."""
    RESET_AFTER = "reset_after"
    """It is done, and the connection breaks (over sockets: falls silent) before the answer."""
    TOO_MANY = "429"
    """Refused; the bot must wait."""
    INTERNAL = "500"
    """Telegram failed; nothing is done."""
    BAD_GATEWAY = "502"
    """Something before Telegram failed, and answers with a web page; nothing is done."""


@dataclass(frozen=True, slots=True)
class Switch:
    """A fault that is on: for these methods (none named: all), for so many calls (None: until switched off)."""

    fault: Fault
    methods: frozenset[str] = frozenset()
    calls: int | None = None
    retry_after: int = 3

    def concerns(self, method: str) -> bool:
        """Whether a call of this method runs into it."""
        return not self.methods or method in self.methods


class Faults:
    """The switches. `seconds` is how long every call takes, `twice` delivers each update twice.

    `hurried`: a clock is being wound, and nobody waits in real time for a slow answer.
    """

    def __init__(self) -> None:
        self.seconds = 0.0
        self.twice = False
        self.hurried = False
        self.cut = asyncio.Event()
        """Set when the connections that are open break; the next ones have an event of their own."""
        self._switches: list[Switch] = []

    def switch_on(self, fault: Fault, *methods: str, calls: int | None = None, retry_after: int = 3) -> None:
        """Let the next `calls` calls of these methods fail; without methods all, without `calls` for good."""
        self._switches.append(Switch(fault, frozenset(methods), calls, retry_after))
        if fault is Fault.DOWN and not methods:
            self.cut.set()
            self.cut = asyncio.Event()

    def switch_off(self, fault: Fault | None = None) -> None:
        """Mend one fault, or everything."""
        if fault is None:
            self.seconds, self.twice, self._switches = 0.0, False, []
        self._switches = [switch for switch in self._switches if switch.fault is not fault]

    @property
    def on(self) -> Iterable[Switch]:
        """What is switched on."""
        return tuple(self._switches)

    @property
    def of_all(self) -> Fault | None:
        """The fault that every call runs into until it is switched off."""
        return next((switch.fault for switch in self._switches if not switch.methods and switch.calls is None), None)

    def strike(self, method: str) -> Switch | None:
        """The fault this call runs into; it is counted."""
        found = next((switch for switch in self._switches if switch.concerns(method)), None)
        if found and found.calls is not None:
            self._count(found, found.calls - 1)
        return found

    def _count(self, switch: Switch, left: int) -> None:
        place = self._switches.index(switch)
        self._switches[place : place + 1] = [replace(switch, calls=left)] if left else []
