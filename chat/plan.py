"""An ondersteuningsplan as facts for a paper. Put on paper in chat/papers/plan.py."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chat.drawing import Drawing
from chat.spiderweb import Radar
from programme.actions import ActionState


@dataclass(frozen=True)
class Action:
    """A step, in the words of the youth."""

    step: str
    by_on: date | None
    stands: ActionState = ActionState.OPEN


@dataclass(frozen=True)
class Part:
    """One life domain. `state`: how it is, in people's own words."""

    label: str
    score: int | None
    """As the youth scored it; None when it was skipped or never asked."""
    means: str = ""
    """What that score is called on the scale."""
    before: int | None = None
    first_basket: bool = False
    """Whether the youth wants to do something about it now."""
    state: str = ""
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True)
class Plan(Drawing, name="plan"):
    """All that is on it. Texts are in the language of the paper already."""

    youth: str
    begeleider: str
    duo: str | None
    moment: str
    """What it was made for: "ondersteuningsplan", "evaluatie 1"."""
    version: int
    """Which paper of that moment it is, from 1."""
    made_on: date
    phase: str
    """Where in the year the youth stands: uitvoering, week 9."""
    parts: tuple[Part, ...]
    """In order, one for each domain at most: so many fit on two sheets, however much is said of them."""
    web: Radar | None = None
    """None while the youth has finished no scoring."""
    network: str = ""
    """What the people around the youth do, in people's own words."""
