"""What happens when somebody writes or taps: the table of contents.

A line says on what, what happens, and for whom. Strangers are met by joining.at_the_door and nobody else.
"""

from __future__ import annotations

from chat.screens.away import AwayChosen, AwayShown, BackTapped, DaysChosen, TakenBack
from chat.screens.call import CALL_ME, CallTapped
from chat.screens.checkin import AnotherTapped, FaceTapped, NoMoreTapped, TellTapped
from chat.screens.consent import ConsentGiven
from chat.screens.handing_over import (
    HandedBack,
    HandedTo,
    HandOverShown,
    PassOnSent,
    PassOnTapped,
    PassOnTo,
    PassOnUndone,
    PassOnWritten,
    StayTapped,
)
from chat.screens.inviting import InviteDropped, InviteTapped, RegionChosen, RegionsShown, RoleChosen
from chat.screens.joining import TimeChosen, TimesShown
from chat.screens.messages import AnswerTapped, MessagesShown, SettledTapped
from chat.screens.new_youth import (
    AllRight,
    BegeleiderChosen,
    DuoChosen,
    FieldTapped,
    NewDropped,
    PeopleShown,
    StartChosen,
)
from chat.screens.opening import BeginTapped, OpeningSent, OpeningTapped, RewordedTapped
from chat.screens.pause import AskAgain, LeaveIt, PauseChosen, PauseOffered, StopChosen
from chat.screens.push import CloseTapped, HeartTapped, OpenTapped
from chat.screens.question import KeepTapped, NotWrittenTapped, QuestionTapped, RewordTapped
from chat.screens.question import WithdrawTapped as QuestionWithdrawn
from chat.screens.rhythm import RhythmAnswered
from chat.screens.settings import NewAnswers, NewLanguage, NewRhythm, NewTime, PageTapped
from chat.screens.silence import SettleTapped
from chat.screens.talk import TALK, DontWriteTapped, ForTapped, SpokenTapped, WithdrawTapped, WriteTapped
from chat.screens.team import ColleagueTapped, EndConfirmed, EndTapped, LinkTakenBack, NewLinkTapped, TeamShown
from chat.screens.youths import (
    DuoPicked,
    DuosShown,
    RemoveTapped,
    YouthLinkTakenBack,
    YouthLinkTapped,
    YouthsShown,
    YouthTapped,
)
from handlers import (
    answer,
    away,
    call,
    checkin,
    ending,
    first_time,
    handing_over,
    help,  # noqa: A004 - /hulp
    inviting,
    joining,
    messages,
    new_youth,
    opening,
    pause,
    push,
    question,
    rhythm,
    settings,
    silence,
    talk,
    team,
    withdraw,
    youths,
)
from handlers.routing import on_anything, on_command, on_correction, on_reply, on_step, on_tap, on_word
from programme.people import STAFF, Role
from store.flow import Step

YOUTH = frozenset({Role.YOUTH})
COORDINATOR = frozenset({Role.COORDINATOR})
BEGELEIDER = frozenset({Role.BEGELEIDER})
ADDS = BEGELEIDER | COORDINATOR
EVERYBODY = STAFF | YOUTH

TABLE = (
    # Joining
    on_command("start", joining.start, EVERYBODY),
    on_tap(ConsentGiven, joining.agreed_already, EVERYBODY),
    on_tap(TimeChosen, first_time.chosen, YOUTH),
    on_tap(TimesShown, first_time.shown, YOUTH),
    on_step(Step.CHECKIN_TIME, first_time.typed, YOUTH),
    # The team
    on_command("team", team.overview, COORDINATOR),
    on_tap(TeamShown, team.shown, COORDINATOR),
    on_tap(ColleagueTapped, team.opened, COORDINATOR),
    on_tap(NewLinkTapped, team.new_link, COORDINATOR),
    on_tap(LinkTakenBack, team.taken_back, COORDINATOR),
    on_tap(InviteTapped, inviting.asked, COORDINATOR),
    on_tap(RoleChosen, inviting.role_chosen, COORDINATOR),
    on_step(Step.COLLEAGUE_NAME, inviting.name_typed, COORDINATOR),
    on_step(Step.COLLEAGUE_REGION, inviting.region_typed, COORDINATOR),
    on_tap(RegionsShown, inviting.regions_shown, COORDINATOR),
    on_tap(RegionChosen, inviting.region_chosen, COORDINATOR),
    on_tap(InviteDropped, inviting.dropped, COORDINATOR),
    on_tap(EndTapped, ending.may_end, COORDINATOR),
    on_tap(HandOverShown, ending.page_shown, COORDINATOR),
    on_tap(HandedTo, ending.handed, COORDINATOR),
    on_tap(HandedBack, ending.handed_back, COORDINATOR),
    on_tap(EndConfirmed, ending.ended, COORDINATOR),
    # A new jongere
    on_command("nieuw", new_youth.begin, ADDS),
    on_step(Step.NEW_NAME, new_youth.name_typed, ADDS),
    on_step(Step.NEW_START, new_youth.start_typed, ADDS),
    on_step(Step.NEW_CHOICE, new_youth.typed_instead, ADDS),
    on_tap(StartChosen, new_youth.start_chosen, ADDS),
    on_tap(BegeleiderChosen, new_youth.begeleider_chosen, COORDINATOR),
    on_tap(DuoChosen, new_youth.duo_chosen, ADDS),
    on_tap(PeopleShown, new_youth.people_shown, ADDS),
    on_tap(FieldTapped, new_youth.corrected, ADDS),
    on_tap(AllRight, new_youth.all_right, ADDS),
    on_tap(NewDropped, new_youth.dropped, ADDS),
    # One's own jongeren
    on_command("jongeren", youths.overview, BEGELEIDER),
    on_tap(YouthsShown, youths.shown, BEGELEIDER),
    on_tap(YouthTapped, youths.opened, BEGELEIDER),
    on_tap(YouthLinkTapped, youths.new_link, BEGELEIDER),
    on_tap(YouthLinkTakenBack, youths.taken_back, BEGELEIDER),
    on_tap(DuosShown, youths.duos_shown, BEGELEIDER),
    on_tap(DuoPicked, youths.duo_picked, BEGELEIDER),
    on_tap(RemoveTapped, youths.removed, BEGELEIDER),
    # The daily question
    on_tap(FaceTapped, checkin.answered, YOUTH),
    on_tap(AnotherTapped, checkin.another, YOUTH),
    on_tap(TellTapped, checkin.tell, YOUTH),
    on_tap(NoMoreTapped, checkin.no_more, YOUTH),
    on_step(Step.CHECKIN_WORDS, checkin.told, YOUTH),
    on_tap(CallTapped, call.tapped, YOUTH),
    on_word(CALL_ME, call.asked, YOUTH),
    # The begeleider's side of it
    on_tap(OpenTapped, push.opened, STAFF),
    on_tap(CloseTapped, push.closed, STAFF),
    on_tap(HeartTapped, push.heart, STAFF),
    on_tap(SettleTapped, silence.settled, STAFF),
    # Talking
    on_anything(talk.said, YOUTH),
    on_reply((TALK,), talk.said, YOUTH),
    on_correction(talk.corrected, YOUTH),
    on_tap(WriteTapped, answer.write, STAFF),
    on_tap(DontWriteTapped, answer.dont_write, STAFF),
    on_step(Step.STAFF_WORDS, answer.typed, STAFF),
    on_reply(answer.REPLIED_TO, answer.replied, STAFF),
    on_anything(answer.loose, STAFF),
    on_step(Step.WHICH_YOUTH, answer.loose, STAFF),
    on_tap(ForTapped, answer.chosen, STAFF),
    on_correction(answer.corrected, STAFF),
    on_tap(SpokenTapped, answer.spoken, STAFF),
    on_tap(WithdrawTapped, withdraw.withdrawn, STAFF),
    on_command("berichten", messages.overview, STAFF),
    on_tap(MessagesShown, messages.shown, STAFF),
    on_tap(AnswerTapped, messages.answered, STAFF),
    on_tap(SettledTapped, messages.settled, STAFF),
    on_tap(BeginTapped, opening.begin, STAFF),
    on_tap(OpeningTapped, opening.shown, STAFF),
    on_tap(RewordedTapped, opening.reworded, STAFF),
    on_tap(OpeningSent, opening.sent, STAFF),
    # Away for a while
    on_command("afwezig", away.overview, STAFF),
    on_tap(AwayShown, away.shown, STAFF),
    on_tap(AwayChosen, away.chosen, STAFF),
    on_step(Step.AWAY_FROM, away.first_typed, STAFF),
    on_step(Step.AWAY_THROUGH, away.last_typed, STAFF),
    on_tap(DaysChosen, away.days_chosen, STAFF),
    on_tap(BackTapped, away.back, STAFF),
    on_tap(TakenBack, away.taken_back, STAFF),
    # To another begeleider
    on_tap(PassOnTapped, handing_over.begin, BEGELEIDER),
    on_tap(PassOnTo, handing_over.chosen, BEGELEIDER),
    on_tap(StayTapped, handing_over.stays, BEGELEIDER),
    on_tap(PassOnWritten, handing_over.in_own_words, BEGELEIDER),
    on_step(Step.HAND_OVER_WORDS, handing_over.typed, BEGELEIDER),
    on_tap(PassOnSent, handing_over.sent, BEGELEIDER),
    on_tap(PassOnUndone, handing_over.undone, BEGELEIDER),
    # Tomorrow's question
    on_tap(QuestionTapped, question.begin, STAFF),
    on_tap(RewordTapped, question.reword, STAFF),
    on_step(Step.QUESTION, question.typed, STAFF),
    on_tap(KeepTapped, question.keep, STAFF),
    on_tap(NotWrittenTapped, question.not_written, STAFF),
    on_tap(QuestionWithdrawn, question.withdraw, STAFF),
    # A youth's own say
    on_command("pauze", pause.offer, YOUTH),
    on_tap(PauseOffered, pause.offered, YOUTH),
    on_tap(PauseChosen, pause.chosen, YOUTH),
    on_command("stop", pause.ask_stop, YOUTH),
    on_tap(StopChosen, pause.stopped, YOUTH),
    on_tap(AskAgain, pause.ask_again, YOUTH),
    on_tap(LeaveIt, pause.leave_it, YOUTH),
    on_tap(RhythmAnswered, rhythm.answered, YOUTH),
    # Settings and help
    on_command("instellingen", settings.opened, EVERYBODY),
    on_tap(PageTapped, settings.turned, EVERYBODY),
    on_tap(NewTime, settings.time_chosen, YOUTH),
    on_step(Step.SETTINGS_TIME, settings.time_typed, YOUTH),
    on_tap(NewRhythm, settings.rhythm_chosen, YOUTH),
    on_tap(NewAnswers, settings.answers_chosen, frozenset({Role.BEGELEIDER})),
    on_tap(NewLanguage, settings.language_chosen, EVERYBODY),
    on_command("hulp", help.asked, EVERYBODY),
)
