"""After words that hint at suicide: what the youth sees. Calm, and honest about what a bot is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chat.language import Text, _, lines, paragraphs
from chat.screen import Button, Screen, column
from chat.screens.help import help_button, help_lines
from chat.taps import Tap
from programme.helplines import HelpFor, HelpLine


class CallMeTapped(Tap, name="callme"):
    """Somebody is to call them, as soon as can be."""


class MeantOtherwise(Tap, name="meantelse"):
    """It meant something else."""

    alarm_id: int


@dataclass(frozen=True)
class Told:
    """Who was let know, by name; and who gets what they write on, if anybody."""

    names: Sequence[str]
    reads: str | None


def answer(alarm_id: int, told: Told, numbers: Sequence[HelpLine]) -> Screen:
    """At once, whoever reads it or not."""
    heard = lines(_("That sounds heavy. Good that you write it."), *_to_call(numbers))
    honest = lines(_("I'm a bot, not a person."), _("Maybe nobody reads along right now."), _who_knows(told.names))
    on = None if told.reads is None else _("Write on if you like. {name} gets it.", name=told.reads)
    otherwise = Button(_("I meant something else"), MeantOtherwise(alarm_id))
    return Screen(paragraphs(heard, honest, on), column(_call_me(), help_button(), otherwise))


def meant_otherwise(told: Told, numbers: Sequence[HelpLine]) -> Screen:
    """It costs them nothing. Somebody still looks, and that is said."""
    first = told.names[0] if told.names else None
    looks = None if first is None else _("{name} sees it, and has a look.", name=first)
    okay = lines(_("Okay. Good that you say so."), looks)
    return Screen(paragraphs(okay, lines(*_to_call(numbers))), column(help_button()))


def help_now(numbers: Sequence[HelpLine]) -> Screen:
    """The numbers, and somebody of here."""
    return Screen(help_lines(numbers), column(_call_me()))


def calls_now(name: str) -> Screen:
    """Somebody calls."""
    return Screen(_("{name} calls you in a moment.", name=name))


def _call_me() -> Button:
    return Button(_("Let somebody call me"), CallMeTapped())


def _to_call(numbers: Sequence[HelpLine]) -> tuple[Text, ...]:
    """For life and death. Plain, so that a phone can make the numbers tappable."""
    suicide = (
        _("Thinking of suicide? Call {number}, day and night.", number=one) for one in _for(numbers, HelpFor.SUICIDE)
    )
    danger = (_("In danger or hurt? Call {number}.", number=one) for one in _for(numbers, HelpFor.EMERGENCY))
    return (*suicide, *danger)


def _for(numbers: Sequence[HelpLine], key: HelpFor) -> tuple[str, ...]:
    return tuple(line.number for line in numbers if line.key is key)


def _who_knows(names: Sequence[str]) -> Text:
    if not names:
        return _("I can't reach anybody of ours now. I keep trying.")
    if len(names) == 1:
        return _("I let {name} know.", name=names[0])
    return _("I let {name} and {other} know.", name=names[0], other=names[1])
