"""The ondersteuningsplan: what words of it can be about, what fits, and for which moment it is put on paper."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from programme.milestones import Milestone
from programme.spiderweb import COUNTS_BEFORE, Domain
from programme.words import one_line, says_something

# What is said about one part of it has so many characters: half a sheet would be a report.
LONGEST_WORDS = 1_000

# For what it is put on paper, in the order of the year.
PAPERS = (
    Milestone.ONDERSTEUNINGSPLAN,
    Milestone.EVALUATIE_1,
    Milestone.EVALUATIE_2,
    Milestone.EVALUATIE_3,
    Milestone.AFRONDING,
)


class About(StrEnum):
    """What words of it can be about: each life domain, and what the people around the youth do."""

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
    OWN = "own"
    PEOPLE = "people"

    @property
    def domain(self) -> Domain | None:
        """The life domain; None for what people do."""
        return None if self is About.PEOPLE else Domain(self.value)

    @staticmethod
    def of(domain: Domain | None) -> About:
        """The other way."""
        return About.PEOPLE if domain is None else About(domain.value)


class Refused(StrEnum):
    """Why what was typed are no words of a plan."""

    TOO_LONG = "too long"
    NO_WORDS = "no words"
    """Only signs: nobody at the table would know what was meant."""


def read_words(text: str) -> str | Refused:
    """The words in what was typed, line by line, with one empty line at most between two; or why there are none."""
    lines = [one_line(line) for line in text.splitlines()]
    kept = [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]
    words = "\n".join(kept).strip()
    if not says_something(words):
        return Refused.NO_WORDS
    return words if len(words) <= LONGEST_WORDS else Refused.TOO_LONG


def paper_for(still_open: Mapping[Milestone, date], past: Mapping[Milestone, date], today: date) -> Milestone:
    """For what the plan is put on paper today. Each holds the days of milestones. `past`: those that were done, or were
    due before the youth was known here. What does not fit the youth is in neither.

    Reading: a paper is for the last one that is past or has come; one has come from three weeks before its day, as for
    a scoring, done or not. So what changes a while after an evaluation makes another version of that evaluation, and
    no first one of the next. While none has come: for the soonest that is still to be done, else for the plan itself.
    """
    near = {kind: day for kind, day in still_open.items() if kind in PAPERS and day - COUNTS_BEFORE <= today}
    come = {**near, **{kind: day for kind, day in past.items() if kind in PAPERS}}
    if come:
        return max(come, key=lambda kind: (come[kind], PAPERS.index(kind)))
    ahead = {kind: day for kind, day in still_open.items() if kind in PAPERS}
    return min(ahead, key=lambda kind: (ahead[kind], PAPERS.index(kind))) if ahead else Milestone.ONDERSTEUNINGSPLAN
