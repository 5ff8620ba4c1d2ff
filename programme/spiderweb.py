"""The spinnenweb: the life domains a youth scores, the scale, and what moved between two times.

A conversation starter, not a measurement: nothing here adds scores up, averages or ranks them, or judges one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from programme.milestones import Milestone

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


class WebMoment(StrEnum):
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
AT: dict[Milestone, WebMoment] = {
    Milestone.FIRST_SPIDERWEB: WebMoment.FIRST,
    Milestone.ONDERSTEUNINGSPLAN: WebMoment.PLAN,
    Milestone.EVALUATIE_1: WebMoment.EVALUATIE_1,
    Milestone.EVALUATIE_2: WebMoment.EVALUATIE_2,
    Milestone.EVALUATIE_3: WebMoment.EVALUATIE_3,
    Milestone.AFRONDING: WebMoment.AFRONDING,
}

# Reading: a scoring counts for the milestone that is due soonest, from three weeks before it; further off it is the
# youth's own idea.
COUNTS_BEFORE = timedelta(weeks=3)

# The first basket of the driemandenmethodiek: "hier wil ik nu iets aan doen".
MOST_FIRST = 3

# Reading: so long one goes on with what was begun. Numbers of longer ago are not mixed with those of today.
GOES_ON_FOR = timedelta(weeks=3)

# Reading: how somebody who walks with the youth sees it stands beside a web of the youth when they finished it at most
# so long before that web, or after it and before the youth's next. So the same may stand beside two webs.
BESIDE_FROM = timedelta(weeks=3)

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


def next_open(asked: Sequence[Domain], answered: Mapping[Domain, int | None], after: Domain) -> Domain | None:
    """Where somebody goes on after this domain: the next without an answer, else the first of all without one."""
    behind = asked[asked.index(after) + 1 :] if after in asked else ()
    return first_open(behind, answered) or first_open(asked, answered)


def one_before(asked: Sequence[Domain], domain: Domain) -> Domain | None:
    """The domain before this one; None before the first."""
    at = asked.index(domain) if domain in asked else 0
    return asked[at - 1] if at > 0 else None


def goes_on(begun: datetime, now: datetime) -> bool:
    """Whether one goes on with what was begun then."""
    return now - begun <= GOES_ON_FOR


def is_beside(look: datetime, web: datetime, next_web: datetime | None) -> bool:
    """Whether how somebody saw it then stands beside a web of the youth of then."""
    return web - BESIDE_FROM <= look and (next_web is None or look < next_web)


def moment_of(due: Mapping[Milestone, date], today: date) -> WebMoment:
    """What a scoring that begins today is for. `due`: the day of each milestone that is still open."""
    near = {kind: day for kind, day in due.items() if kind in AT and day - COUNTS_BEFORE <= today}
    return AT[min(near, key=lambda kind: near[kind])] if near else WebMoment.ANY
