"""Telling that somebody blocks the bot."""

from __future__ import annotations

from chat.language import _
from chat.screen import Screen
from programme.people import Role


def unreachable(name: str, role: Role) -> Screen:
    """To whoever can reach them otherwise. For a youth without reproach: it is their good right."""
    if role is Role.YOUTH:
        return Screen(_("{name} blocked me, so my messages don't arrive. You can still call or drop by.", name=name))
    return Screen(_("{name} blocked me, so nothing about their youths arrives there.", name=name))
