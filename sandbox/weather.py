"""The weather at Telegram, as somebody sets it on the page."""

from __future__ import annotations

from sandbox.faults import Fault, Faults
from sandbox.wishes import Trouble, Weather

#: How long a Telegram that is asked too much wants to be left alone, in seconds: enough to see it on the page.
LEFT_ALONE = 20

FAULTS = {Trouble.DOWN: Fault.DOWN, Trouble.TOO_MANY: Fault.TOO_MANY, Trouble.INTERNAL: Fault.INTERNAL}


def change(faults: Faults, weather: Weather) -> None:
    """Let it be this weather, and no other."""
    faults.switch_off()
    faults.seconds, faults.twice = weather.seconds, weather.twice
    if fault := FAULTS.get(weather.trouble):
        faults.switch_on(fault, retry_after=LEFT_ALONE)


def now(faults: Faults) -> Weather:
    """What it is like. Faults of a few calls, or of some, are no weather."""
    trouble = next((trouble for trouble, fault in FAULTS.items() if fault is faults.of_all), Trouble.NONE)
    return Weather(trouble=trouble, seconds=faults.seconds, twice=faults.twice)
