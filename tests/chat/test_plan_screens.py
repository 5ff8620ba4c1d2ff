"""Small things about the screens of a plan."""

from __future__ import annotations

import pytest

from chat.language import language
from chat.screens.domains import SCALE
from chat.screens.plan import moment_name
from chat.screens.plan_paper import file_name
from programme.spiderweb import HIGHEST, LOWEST, WebMoment

NL = language("nl")


@pytest.mark.parametrize(
    ("youth", "file"),
    [
        ("Sam", "plan-Sam-evaluatie-1-v2.pdf"),
        ("Jean-Pierre de Wolf", "plan-Jean-Pierre-de-Wolf-evaluatie-1-v2.pdf"),
        ("../../etc/passwd", "plan-etc-passwd-evaluatie-1-v2.pdf"),
        ('C:\\a "b" <c>|?*', "plan-C-a-b-c-evaluatie-1-v2.pdf"),
        ("😀👩‍👩‍👧", "plan-evaluatie-1-v2.pdf"),
        ("Sam 🙂", "plan-Sam-evaluatie-1-v2.pdf"),
        ("محمد", "plan-محمد-evaluatie-1-v2.pdf"),
        ("Zoe\u0308", "plan-Zoë-evaluatie-1-v2.pdf"),
        ("", "plan-evaluatie-1-v2.pdf"),
        (".", "plan-evaluatie-1-v2.pdf"),
    ],
)
def test_the_file_has_a_name_that_any_phone_takes(youth: str, file: str) -> None:
    assert file_name(youth, "evaluatie 1", 2) == file


def test_the_longest_name_still_makes_a_file() -> None:
    assert len(file_name("\U00020000" * 40, "ondersteuningsplan", 100).encode()) < 255


def test_every_number_is_called_something() -> None:
    assert list(SCALE) == list(range(LOWEST, HIGHEST + 1))
    named = {1: "loopt helemaal mis", 3: "moeilijk", 5: "zo-zo", 8: "goed", 10: "top, lukt mij zelf"}
    assert {number: NL.plain(SCALE[number]) for number in named} == named  # as the programme calls them


def test_a_paper_for_no_moment_of_its_own_is_a_plan() -> None:
    assert {NL.plain(moment_name(moment)) for moment in (WebMoment.FIRST, WebMoment.ANY)} == {"ondersteuningsplan"}
    assert NL.plain(moment_name(WebMoment.EVALUATIE_3)) == "evaluatie 3"
