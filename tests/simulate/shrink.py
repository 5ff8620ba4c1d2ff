"""The shortest story that still goes wrong in the same way: the same plan, with ever more left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from time import perf_counter
from typing import TypeVar

from tests.simulate.deeds import A_DAY, Plan, Youth
from tests.simulate.life import Outcome

Part = TypeVar("Part")
Tries = Callable[[Plan], Outcome]


def shrunk(plan: Plan, found: Outcome, tries: Tries, seconds: float) -> tuple[Plan, Outcome]:
    """As short as could be found within so many seconds of real time, and what comes of it."""
    return _Shrink(plan, found, tries, perf_counter() + seconds).whole()


class _Shrink:
    def __init__(self, plan: Plan, found: Outcome, tries: Tries, until: float) -> None:
        self._best, self._found, self._tries, self._until = plan, found, tries, until
        assert found.wrong is not None
        self._promise = found.wrong.promise

    def whole(self) -> tuple[Plan, Outcome]:
        self._ends()
        self._without(lambda plan: plan.youths, _only)
        self._without(lambda plan: plan.deeds, lambda plan, deeds: replace(plan, deeds=tuple(deeds)))
        return self._best, self._found

    def _ends(self) -> None:
        """What comes after it went wrong has no part in it."""
        at = self._found.at
        deeds = tuple(deed for deed in self._best.deeds if deed.at <= at)
        self._best = replace(self._best, ends=at + A_DAY, deeds=deeds)

    def _without(self, parts: Callable[[Plan], Sequence[Part]], only: Callable[[Plan, Sequence[Part]], Plan]) -> None:
        """Delta debugging: leave out halves, then quarters, down to one part."""
        pieces = 2
        while len(whole := parts(self._best)) > 1 and pieces <= 2 * len(whole):
            size = max(1, len(whole) // pieces)
            for first in range(0, len(whole), size):
                left = [*whole[:first], *whole[first + size :]]
                if left and self._still_wrong(only(self._best, left)):
                    break
            else:
                if size == 1 or perf_counter() > self._until:
                    return
                pieces *= 2

    def _still_wrong(self, plan: Plan) -> bool:
        if perf_counter() > self._until:
            return False
        found = self._tries(plan)
        if found.wrong is None or found.wrong.promise != self._promise:
            return False
        self._best, self._found = plan, found
        self._ends()
        return True


def _only(plan: Plan, youths: Sequence[Youth]) -> Plan:
    """Without the other youths, and without colleagues of whom nobody is left."""
    fewer = replace(plan, youths=tuple(youths))
    there = {"", *fewer.staff, *(one.name for one in youths)}
    return replace(fewer, deeds=tuple(deed for deed in plan.deeds if deed.who in there))
