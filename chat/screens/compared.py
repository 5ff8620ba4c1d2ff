"""A web with one more line in it: the first time, or how somebody sees it who walks with the youth."""

from __future__ import annotations

from collections.abc import Sequence

from chat.language import Text, _, lines, paragraphs
from chat.screen import Button, Rows, Screen, column
from chat.screens.look import Looked, with_label
from chat.screens.spiderweb import names
from chat.spiderweb import Radar
from chat.taps import Tap
from programme.spiderweb import Change


class WithFirst(Tap, name="wonce"):
    """This web with the first of all in it."""

    scoring_id: int


class WithLook(Tap, name="wbeside"):
    """This web with how somebody else sees it."""

    scoring_id: int
    look_id: int


def buttons(scoring_id: int, looked: Sequence[Looked], *, has_first: bool) -> Rows:
    """What else can be drawn in a web."""
    first = Button(_("With the first time"), WithFirst(scoring_id)) if has_first else None
    looks = (Button(with_label(one), WithLook(scoring_id, one.look_id)) for one in looked)
    return column(first, *looks)


def with_first(radar: Radar, since: Change, own: str | None, whose: str | None) -> Screen:
    """And in words what moved since then. `whose`: for somebody else than the youth."""
    if whose is None:
        title = _("Your spinnenweb, with the first time in it.")
    else:
        title = _("The spinnenweb of {name}, with the first time in it.", name=whose)
    rose = _("Higher than the first time: {domains}.", domains=names(since.rose, own))
    fell = _("Lower than the first time: {domains}.", domains=names(since.fell, own))
    same = _("The same: {domains}.", domains=names(since.same, own))
    return _screen(radar, title, since, (rose, fell, same))


def with_look(radar: Radar, seen: Change, own: str | None, whose: str | None, by: str | None) -> Screen:
    """And in words where they see it otherwise. `seen`: from the youth's scores to theirs; `whose`: for somebody else
    than the youth; `by`: of somebody else than who reads."""
    if by is None:
        rose = _("You see higher: {domains}.", domains=names(seen.rose, own))
        fell = _("You see lower: {domains}.", domains=names(seen.fell, own))
    else:
        rose = _("{name} sees higher: {domains}.", name=by, domains=names(seen.rose, own))
        fell = _("{name} sees lower: {domains}.", name=by, domains=names(seen.fell, own))
    same = _("Both the same: {domains}.", domains=names(seen.same, own))
    return _screen(radar, _title_of_look(whose, by), seen, (rose, fell, same))


def _title_of_look(whose: str | None, by: str | None) -> Text:
    if by is None:
        return _("The spinnenweb of {name}, and how you see it.", name=whose or "")
    if whose is None:
        return _("Your spinnenweb, and how {name} sees it.", name=by)
    return _("The spinnenweb of {name}, and how {other} sees it.", name=whose, other=by)


def _screen(radar: Radar, title: Text, moved: Change, told_of: tuple[Text, Text, Text]) -> Screen:
    """`told_of`: what rose, what fell and what is the same, told where there is any."""
    found = (moved.rose, moved.fell, moved.same)
    told = [text for text, domains in zip(told_of, found, strict=True) if domains]
    return Screen(paragraphs(title, lines(*told) if told else None), drawing=radar)
