"""Spinnenwebben to draw: ordinary ones, full ones and empty ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from chat.spiderweb import Radar, Web

NOW, BEFORE, FIRST = date(2026, 11, 24), date(2026, 9, 3), date(2025, 12, 2)

NINE = (
    "Wonen",
    "Geld & papieren",
    "Werk & school",
    "Mijn mensen",
    "Lijf",
    "Hoofd",
    "Wie ik ben",
    "Vrije tijd",
    "Zelf doen",
)
TEN = (*NINE, "muziek maken")
ELEVEN = (*NINE, "Uit de problemen", "mijn kleine broer weer kunnen zien")
LONGEST = "Verantwoordelijkheid voor de hele familie"


def web(*scores: int | None, day: date = NOW) -> Web:
    """The scores of a day."""
    return Web(day, scores)


def same(score: int | None, times: int, day: date = NOW) -> Web:
    """The same score for everything."""
    return Web(day, (score,) * times)


FIRST_TIME = Radar("nl", "Sam", NINE, web(2, 4, 3, 6, 5, 4, 5, 7, 6))
COMPARED = Radar("nl", "Sam", TEN, web(7, 5, 6, 6, 4, 5, 6, 8, 7, 3), web(4, 5, 3, 6, 5, 3, 6, 8, 5, None, day=BEFORE))
EVERYTHING = Radar(
    "nl",
    "Yara",
    ELEVEN,
    web(8, 6, 7, 8, 6, 5, 8, 7, 9, 7, 4),
    web(6, 6, 5, 8, 6, 3, 6, 7, 7, 7, 4, day=BEFORE),
    web(2, 3, 3, 5, 6, 2, 6, 7, 4, 5, None, day=FIRST),
    web(7, 5, 7, 8, 4, 4, 8, 6, 7, 7, 5),
    "Lotte",
)
WITH_FIRST = replace(EVERYTHING, beside=None, beside_by="")
SOME_SKIPPED = Radar(
    "nl", "Mo", TEN, web(6, None, 4, 5, None, 7, None, 8, 6, 9), web(5, 3, None, 4, None, None, 4, 7, 6, 8, day=BEFORE)
)
TWO = Radar("nl", "Jo", NINE[:2], web(7, 4), web(3, 6, day=BEFORE))
FIVE = Radar("nl", "Jo", NINE[:5], web(7, 4, 8, 3, 6), web(5, 4, 6, 5, 6, day=BEFORE))
ALONE = Radar("nl", "Jo", TEN, web(*[None] * 3, 6, *[None] * 6), web(5, None, 4, *[None] * 7, day=BEFORE))
ALL_SKIPPED = Radar("nl", "Jo", NINE, same(None, 9))
ALL_EQUAL = Radar("nl", "Jo", TEN, same(5, 10), same(5, 10, BEFORE), same(5, 10, FIRST), same(5, 10), "Lotte")
LOWEST = Radar("nl", "Jo", ELEVEN, same(1, 11), same(1, 11, BEFORE), same(1, 11, FIRST), same(1, 11), "Lotte")
HIGHEST = Radar("nl", "Jo", ELEVEN, same(10, 11), same(10, 11, BEFORE), same(10, 11, FIRST), same(10, 11), "Lotte")
EXTREMES = Radar(
    "nl",
    "Jo",
    ELEVEN,
    web(1, 10, 1, 10, 1, 1, 1, 1, 10, 10, 10),
    web(10, 10, 1, 1, 1, 1, 10, 1, 10, 1, 10, day=BEFORE),
)
LONG = Radar(
    "nl",
    "Maximiliaan-Alexander Ferdinand van der Strichtenaar",
    (LONGEST,) * 11,
    web(*range(1, 11), None),
    beside=web(None, *range(10, 0, -1)),
    beside_by="Lotte-Aurélie Vandenbroucke-Vermeersch",
)

ALL = {
    "first time": FIRST_TIME,
    "compared": COMPARED,
    "everything": EVERYTHING,
    "with the first": WITH_FIRST,
    "some skipped": SOME_SKIPPED,
    "two": TWO,
    "five": FIVE,
    "alone": ALONE,
    "all skipped": ALL_SKIPPED,
    "all equal": ALL_EQUAL,
    "lowest": LOWEST,
    "highest": HIGHEST,
    "extremes": EXTREMES,
    "long": LONG,
}
