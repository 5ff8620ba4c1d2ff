"""Whoever walks with a youth says too how they see it: beside the youth's own web, and never mixed with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chat.language import Text, _, lines, paragraphs
from chat.screen import Button, Screen, column
from chat.screens.domains import name
from chat.screens.spiderweb import MY_WEB, DomainShown, PageShown
from chat.taps import Tap
from programme.spiderweb import Domain

TOLD = "spiderweb looked"
"""The kind of the messages that say to a youth that somebody looked too; they are about that scoring."""


class LookBegun(Tap, name="wlook"):
    """Say too how one sees it; or go on with that."""

    youth_id: int


class LookFinished(Tap, name="wlooked"):
    """It is finished, and the youth may see it."""

    scoring_id: int


class LookShown(Tap, name="wtheirs"):
    """How somebody sees it."""

    look_id: int


@dataclass(frozen=True)
class Looked:
    """Somebody said how they see it."""

    look_id: int
    by: str | None
    """Their name; None for who reads."""


def buttons(looked: Sequence[Looked]) -> Sequence[Button]:
    """To see each, without a web."""
    return [Button(_("How {name} sees it", name=one.by), LookShown(one.look_id)) for one in looked if one.by]


def with_label(one: Looked) -> Text:
    """To see it in a web."""
    return _("With how you see it") if one.by is None else _("With how {name} sees it", name=one.by)


def button(youth_id: int, *, goes_on: bool) -> Button:
    """For the page about the spinnenweb of this youth."""
    return Button(_("Go on looking") if goes_on else _("I look too"), LookBegun(youth_id))


def later(youth_id: int, whose: str) -> Screen:
    """All is kept."""
    kept = lines(_("What you filled in is kept."), _("{name} sees nothing of it yet.", name=whose))
    return Screen(
        kept,
        column(Button(_("Go on looking"), LookBegun(youth_id)), Button(_("← {name}", name=whose), PageShown(youth_id))),
    )


def ask_done(scoring_id: int, last: Domain, whose: str) -> Screen:
    """Every domain has an answer, and above this one sees what was said."""
    asks = lines(_("That's how you see it."), _("Tap Done and {name} can see it too.", name=whose))
    back = Button(_("⬅️ Back"), DomainShown(scoring_id, last))
    return Screen(asks, column(Button(_("Done"), LookFinished(scoring_id)), back))


def in_words(
    asked: Sequence[Domain], given: Mapping[Domain, int | None], own: str | None, whose: str | None, by: str | None
) -> Screen:
    """How somebody sees it, while there is no web of the youth to lay it beside. `whose`: for somebody else than the
    youth. `by`: of somebody else than who reads."""
    if whose is None:
        waits = _("Fill in your own web, and they stand side by side.")
    else:
        waits = _("It stands beside {name}'s own web once there is one.", name=whose)
    title = _("How you see it.") if by is None else _("How {name} sees it.", name=by)
    return Screen(paragraphs(title, lines(*(_given(domain, given.get(domain), own) for domain in asked)), waits))


def _given(domain: Domain, value: int | None, own: str | None) -> Text:
    if value is None:
        return _("{domain}: skipped", domain=name(domain, own))
    return _("{domain}: {number}", domain=name(domain, own), number=value)


def finished(youth_id: int, whose: str, *, heard: bool) -> Screen:
    """Done, and who sees it now."""
    sees = (
        _("{name} hears that you looked.", name=whose)
        if heard
        else _("{name} finds it under {web}.", name=whose, web=MY_WEB)
    )
    return Screen(
        lines(_("Done."), sees, _("Talk about it when you see each other.")),
        column(Button(_("← {name}", name=whose), PageShown(youth_id))),
    )


def told(look_id: int, by: str) -> Screen:
    """To the youth: somebody looked too."""
    said = lines(
        _("{name} looked too at how it is going with you.", name=by), _("Do you see it differently? Talk about it.")
    )
    return Screen(said, column(Button(_("See it"), LookShown(look_id))))
