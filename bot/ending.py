"""Why a process ends before it is asked to."""

from __future__ import annotations


class CannotGoOn(Exception):
    """The process should end; says why and what to do, in one sentence that holds no secret."""

    code = 1
    """What the process ends with."""


class WrongSetting(CannotGoOn):
    """A setting is missing or cannot be used."""

    code = 2
