"""The plan of a youth in words and on paper: its buttons, and what the screens about it have in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chat.days import spoken
from chat.language import Capital, Text, _
from chat.screen import Button, Rows, column
from chat.screens.domains import name
from chat.screens.milestone_names import NAMES
from chat.taps import Tap
from programme.milestones import Milestone
from programme.plan import PAPERS, About
from programme.spiderweb import AT, WebMoment


class PlansShown(Tap, name="plans"):
    """Those of one's own jongeren, at a page."""

    page: int


class PlanShown(Tap, name="plan"):
    """That of a youth."""

    youth_id: int


class AboutShown(Tap, name="planpart"):
    """What is said about one part of it."""

    youth_id: int
    about: About


class WriteTapped(Tap, name="planword"):
    """Say it, or say it otherwise."""

    youth_id: int
    about: About


class WordsRemoved(Tap, name="planoff"):
    """These words are taken away."""

    words_id: int


class WordsPutBack(Tap, name="planback"):
    """The words of before hold again, in place of what came after them."""

    words_id: int
    now_id: int


class PaperAsked(Tap, name="planask"):
    """It may be put on paper."""

    youth_id: int


class PaperMade(Tap, name="planmake"):
    """It is put on paper, as this version."""

    youth_id: int
    moment: WebMoment
    version: int


class PapersShown(Tap, name="papers"):
    """All papers of a youth, at a page."""

    youth_id: int
    page: int


class PaperShown(Tap, name="paper"):
    """A paper, as it was made."""

    paper_id: int


@dataclass(frozen=True)
class Whose:
    """Whose plan it is. `name` is None for the youth, who sees their own."""

    youth_id: int
    name: str | None
    begeleider: str
    """Who reads and writes along."""
    own: str | None
    """What the youth calls their own theme."""


@dataclass(frozen=True)
class Made:
    """A paper that was made."""

    paper_id: int
    moment: WebMoment
    version: int
    day: date


def button(youth_id: int) -> Button:
    """For a page about this youth, or of their own."""
    return Button(_("📄 Plan"), PlanShown(youth_id))


# What a paper is called: as the milestone it was made for.
_MOMENTS: dict[WebMoment, Text] = {AT[kind]: NAMES[kind] for kind in PAPERS}


def moment_name(moment: WebMoment) -> Text:
    """For what a paper is. One for no milestone of its own is a plan."""
    return _MOMENTS.get(moment, NAMES[Milestone.ONDERSTEUNINGSPLAN])


def paper_name(made: Made) -> Text:
    """For what a paper is; of a later version, which."""
    moment = moment_name(made.moment)
    return moment if made.version == 1 else _("{moment}, version {version}", moment=moment, version=made.version)


def paper_button(made: Made, today: date) -> Button:
    """To have it once more."""
    label = _("📄 {label}, {day}", label=Capital(paper_name(made)), day=spoken(made.day, today))
    return Button(label, PaperShown(made.paper_id))


def about_name(about: About, own: str | None) -> Text:
    """What a part is called."""
    return _("👥 What my people do") if about.domain is None else name(about.domain, own)


def back(whose: Whose) -> Rows:
    """To all of it."""
    label = _("← My plan") if whose.name is None else _("← {name}'s plan", name=whose.name)
    return column(Button(label, PlanShown(whose.youth_id)))
