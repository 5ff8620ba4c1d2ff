"""The spinnenweb: the life domains a youth scores, the scale, and when it is brought up.

A conversation starter, not a measurement: nothing here adds scores up, averages or ranks them, or judges one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from programme.calendar import LATEST, slot
from programme.milestones import YOUTH_HEARS_AT, Milestone

LOWEST, HIGHEST = 1, 10


class Domain(StrEnum):
    """The parts of a life, in the order in which they are asked."""

    HOUSING = "housing"
    MONEY = "money"
    WORK = "work"
    NETWORK = "network"
    BODY = "body"
    MIND = "mind"
    IDENTITY = "identity"
    LEISURE = "leisure"
    SELF_RELIANCE = "self_reliance"
    JUSTICE = "justice"
    """Staying out of trouble: only where it fits, and the begeleider turned it on."""
    OWN = "own"
    """What the youth adds, in their own words."""


class Moment(StrEnum):
    """What a scoring is for."""

    FIRST = "first"
    PLAN = "plan"
    EVALUATIE_1 = "evaluatie 1"
    EVALUATIE_2 = "evaluatie 2"
    EVALUATIE_3 = "evaluatie 3"
    AFRONDING = "afronding"
    ANY = "any"
    """The youth felt like it."""


# Which milestone asks for which.
AT: dict[Milestone, Moment] = {
    Milestone.FIRST_SPIDERWEB: Moment.FIRST,
    Milestone.ONDERSTEUNINGSPLAN: Moment.PLAN,
    Milestone.EVALUATIE_1: Moment.EVALUATIE_1,
    Milestone.EVALUATIE_2: Moment.EVALUATIE_2,
    Milestone.EVALUATIE_3: Moment.EVALUATIE_3,
    Milestone.AFRONDING: Moment.AFRONDING,
}

# It is offered so long before its milestone, the first one too: that falls on the last day of week 1. Who has done
# nothing with it is reminded once, and after that it is the begeleider's to bring up.
OFFERED_BEFORE = timedelta(weeks=1)
REMINDED_AFTER = timedelta(days=3)

# The first basket of the driemandenmethodiek: "hier wil ik nu iets aan doen".
MOST_FIRST = 3

# The youth's own theme, in so many signs.
LONGEST_OWN = 40


def domains(*, justice: bool) -> tuple[Domain, ...]:
    """What is asked, in order. `justice`: the begeleider turned that one on."""
    return tuple(domain for domain in Domain if justice or domain is not Domain.JUSTICE)


def is_score(number: int) -> bool:
    """Whether it is on the scale."""
    return LOWEST <= number <= HIGHEST


@dataclass(frozen=True)
class Change:
    """How the scores of one youth moved between two times. A domain skipped at either is in none of these."""

    rose: tuple[Domain, ...] = ()
    fell: tuple[Domain, ...] = ()
    same: tuple[Domain, ...] = ()


def change(before: Mapping[Domain, int | None], now: Mapping[Domain, int | None]) -> Change:
    """What moved: within each, in the order in which they are asked, so that none stands above another."""
    pairs = [(domain, before.get(domain), now.get(domain)) for domain in Domain]
    both = [(domain, old, new) for domain, old, new in pairs if old is not None and new is not None]
    return Change(
        rose=tuple(domain for domain, old, new in both if new > old),
        fell=tuple(domain for domain, old, new in both if new < old),
        same=tuple(domain for domain, old, new in both if new == old),
    )


def first_open(asked: Sequence[Domain], answered: Mapping[Domain, int | None]) -> Domain | None:
    """Where somebody goes on: the first domain without an answer. None when there is one for each."""
    return next((domain for domain in asked if domain not in answered), None)


def offered_at(due: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From when until when, in UTC, a youth may be offered the scoring that belongs to what is due on that day."""
    return _in_the_afternoon(due - OFFERED_BEFORE, zone)


def reminded_at(offered: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From when until when, in UTC, a youth may be reminded of what was offered on that day."""
    return _in_the_afternoon(offered + REMINDED_AFTER, zone)


def _in_the_afternoon(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    return slot(day, YOUTH_HEARS_AT, zone), slot(day, LATEST, zone)
