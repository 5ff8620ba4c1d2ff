"""Other moments than that of Sam's story, as the bot itself makes them: what is left there is about lines of the table
of contents that are about nothing in the story.
"""

from __future__ import annotations

from chat.screens.action_line import ActionsShown
from chat.screens.actions import AddedIn, AddTapped
from chat.screens.after_year import AsItIs, ContactChosen, ContactShown
from chat.screens.away import DaysChosen, TakenBack
from chat.screens.birthday import BirthdaySet, BirthdayTapped
from chat.screens.contacts import DayTapped, KindTapped, WhenTapped
from chat.screens.first_steps import ByTapped
from chat.screens.handing_over import (
    HandedBack,
    HandedTo,
    PassOnSent,
    PassOnTapped,
    PassOnTo,
    PassOnUndone,
    PassOnWritten,
    StayTapped,
)
from chat.screens.inviting import InviteTapped, RegionChosen, RegionsShown, RoleChosen
from chat.screens.messages import SettledTapped
from chat.screens.milestones import (
    MilestoneSettled,
    MilestonesShown,
    MilestoneTapped,
    MovedBack,
    MoveTapped,
    SettledBack,
)
from chat.screens.moving import MovedTo, UsualDay
from chat.screens.nazorg import DoneTapped as NazorgDone
from chat.screens.nazorg import DoneUndone, ModeTapped, ModeUndone, MoveUndone, NazorgLeft, NazorgShown
from chat.screens.nazorg import MovedTo as NazorgMoved
from chat.screens.nazorg import MoveTapped as NazorgMoveTapped
from chat.screens.nazorg import NotReached as NazorgNotReached
from chat.screens.new_youth import AllRight, BegeleiderChosen, DuoChosen, PeopleShown, StartChosen
from chat.screens.opening import BeginTapped, OpeningSent, OpeningTapped
from chat.screens.own_dates import DateTapped, NamePutBack, RenameTapped
from chat.screens.plan import AboutShown, PaperAsked, PaperMade, PlanShown
from chat.screens.plan import WriteTapped as PlanWriteTapped
from chat.screens.question import KeepTapped, QuestionTapped
from chat.screens.question import RewordTapped as QuestionReworded
from chat.screens.talk import ForTapped
from chat.screens.team import ColleagueTapped, EndTapped
from chat.screens.year_home import HomeAsked
from chat.screens.year_pause import PauseAsked, PauseChosen, PauseSet, Resumed
from chat.screens.year_start import StartAsked, StartOffered, StartSet
from chat.screens.year_stop import Reopened, StopAsked, StoppedAgain, StopToday, StopWhy
from chat.screens.year_targets import TargetSet, TargetsShown, TargetTapped
from chat.screens.youths import YearShown, YouthTapped
from store.flow import Step
from tests.fuzz.story import WORDS
from tests.fuzz.walking import Like, Shown, Typed, way

A_NAME = "Robin"
A_DAY = "8/12/2026"
A_DAY_BEFORE = "20/11/2026"
A_BIRTHDAY = "3/4/2008"

# Where many ways of Lotte's begin.
CARD = ("/jongeren", YouthTapped)
YEAR = (*CARD, YearShown)
DATES = (*CARD, MilestonesShown)
NAZORG = (*CARD, NazorgShown)
ONE = Shown(MilestoneTapped, ":1")
BY_ANOTHER_DAY = Shown(ByTapped, ":0:0")
ANOTHER_DAY = Shown(NazorgMoved, "0")

HALFWAY = (
    way("Lotte", "/nieuw", A_NAME, StartChosen),
    way("Lotte", "/nieuw", A_NAME, StartChosen, DuoChosen),
    way("Lotte", "/nieuw", A_NAME, StartChosen, Like(DuoChosen, PeopleShown)),
    way("Lotte", "/nieuw", A_NAME, StartChosen, DuoChosen, AllRight),
    way("An", "/nieuw", A_NAME, StartChosen, BegeleiderChosen),
    way("An", "/team", InviteTapped, RoleChosen, A_NAME, Typed(Step.COLLEAGUE_REGION, "Gent")),
    way("An", "/team", InviteTapped, RoleChosen, A_NAME, RegionChosen),
    way("An", "/team", InviteTapped, RoleChosen, A_NAME, Like(RegionChosen, RegionsShown)),
    way("Lotte", *YEAR, StopAsked, StopWhy, Typed(Step.STOP_DAY, A_DAY)),
    way("Lotte", *YEAR, TargetsShown, TargetTapped, TargetSet),
    way("Lotte", *YEAR, StartAsked, StartOffered),
    way("Lotte", *YEAR, StartAsked, Typed(Step.START_DAY, A_DAY_BEFORE)),
    way("Lotte", *YEAR, HomeAsked, Typed(Step.HOME_DAY, A_DAY_BEFORE)),
    way("Lotte", *YEAR, PauseAsked, Typed(Step.YEAR_PAUSE_THROUGH, A_DAY)),
    way("Lotte", *CARD, PlanShown, PaperAsked, PaperMade),
    way("Lotte", *DATES, BirthdayTapped, Typed(Step.BIRTHDAY, A_BIRTHDAY)),
    way("Lotte", *YEAR, PauseAsked, PauseChosen, PauseSet),
    way("Lotte", *YEAR, Resumed),
    way("Lotte", *DATES, DateTapped, A_NAME, Typed(Step.OWN_DATE_DAY, A_DAY)),
    way("Lotte", *CARD, ActionsShown, AddTapped, AddedIn, Typed(Step.ACTION_STEP, WORDS)),
    way("Sam", "/plan", AddTapped, AddedIn, Typed(Step.ACTION_STEP, WORDS)),
    way("Lotte", *CARD, ActionsShown, AddTapped, AddedIn, WORDS, BY_ANOTHER_DAY, Typed(Step.ACTION_DAY, A_DAY)),
    way("Sam", "/plan", AddTapped, AddedIn, WORDS, BY_ANOTHER_DAY, Typed(Step.ACTION_DAY, A_DAY)),
    way("Lotte", *CARD, PlanShown, AboutShown, PlanWriteTapped, Typed(Step.PLAN_WORDS, WORDS)),
    way("Sam", "/plan", PlanShown, AboutShown, PlanWriteTapped, Typed(Step.PLAN_WORDS, WORDS)),
    way("Lotte", *CARD, BeginTapped, OpeningTapped, OpeningSent),
    way("Lotte", WORDS, ForTapped),
    way("Lotte", "/contact", KindTapped, Shown(WhenTapped, "other"), DayTapped),
    way("Lotte", "/contact", KindTapped, Shown(WhenTapped, "other"), Typed(Step.CONTACT_DAY, A_DAY_BEFORE)),
    way("Lotte", *CARD, QuestionTapped, QuestionReworded, WORDS, KeepTapped),
    way("Lotte", "/afwezig", TakenBack, DaysChosen),
    way("Lotte", *CARD, PassOnTapped, PassOnUndone, PassOnTapped, PassOnTo, PassOnSent),
    way("Lotte", *CARD, PassOnTapped, PassOnTo, PassOnWritten),
    way("Lotte", *CARD, PassOnTapped, PassOnTo, StayTapped),
)
"""Something was begun, and one thing more makes it so."""

MOVED = (
    way("Lotte", *DATES, MilestoneTapped, MoveTapped, MovedTo, MovedBack),
    way("Lotte", *DATES, ONE, Shown(MilestoneSettled, "open"), MilestonesShown, ONE, MoveTapped, MovedTo,
        MilestonesShown, ONE, MoveTapped, UsualDay),
    way("Lotte", *DATES, BirthdayTapped, A_BIRTHDAY, BirthdaySet),
)  # fmt: skip
"""Days that matter are others than they were."""

CALLED_OTHERWISE = (way("Lotte", *DATES, MilestoneTapped, RenameTapped, A_NAME, NamePutBack),)
WORDS_WAIT = (way("Lotte", "/berichten", SettledTapped),)
SETTLED = (way("Lotte", *DATES, MilestoneTapped, MilestoneSettled, SettledBack),)
OPENED_AGAIN = (way("Lotte", *YEAR, StopAsked, StopWhy, StopToday, Reopened, StoppedAgain),)
BEGAN_LATER = (way("Lotte", *YEAR, StartAsked, StartOffered, StartSet),)
PASSED_ON = (way("An", "/team", Shown(ColleagueTapped, "1"), EndTapped, HandedTo, HandedBack),)

STOPPED = way("Lotte", *YEAR, StopAsked, StopWhy, StopToday, Reopened)
OVER = (
    STOPPED,
    way("Lotte", *CARD, NazorgShown),
    way("Lotte", *NAZORG, NazorgLeft),
    way("Lotte", *NAZORG, NazorgDone),
    way("Lotte", *NAZORG, NazorgNotReached),
    way("Lotte", *NAZORG, ModeTapped),
    way("Lotte", *NAZORG, NazorgMoveTapped),
    way("Lotte", *NAZORG, NazorgMoveTapped, NazorgMoved),
    way("Lotte", *NAZORG, NazorgMoveTapped, ANOTHER_DAY, Typed(Step.NAZORG_DAY, A_DAY)),
    way("Sam", "/instellingen", ContactShown),
    way("Sam", "/instellingen", ContactShown, AsItIs()),
    way("Sam", "/instellingen", ContactShown, ContactChosen),
)
"""Sam's year is over, and nazorg has begun."""

IN_NAZORG = (
    STOPPED,
    way("Lotte", *NAZORG, NazorgDone, DoneUndone),
    way("Lotte", *NAZORG, NazorgMoveTapped, NazorgMoved, MoveUndone),
)
"""Things were done in nazorg, and can be undone."""

SOEPEL = (STOPPED, way("Lotte", *NAZORG, ModeTapped, ModeUndone))

MOMENTS = {
    "halfway": HALFWAY,
    "moved": MOVED,
    "called otherwise": CALLED_OTHERWISE,
    "words wait": WORDS_WAIT,
    "settled": SETTLED,
    "began later": BEGAN_LATER,
    "opened again": OPENED_AGAIN,
    "passed on": PASSED_ON,
    "over": OVER,
    "in nazorg": IN_NAZORG,
    "soepel": SOEPEL,
}
OF_OTHER_MOMENTS = {one.line for ways in MOMENTS.values() for one in ways}
"""The labels of the lines that are left there."""
