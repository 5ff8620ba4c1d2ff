"""What happens when somebody writes or taps: the table of contents.

A line says on what, what happens, and for whom. Strangers are met by joining.at_the_door and nobody else.
"""

from __future__ import annotations

from chat.screens.action_line import ActionsShown
from chat.screens.actions import (
    ActionRemoved,
    ActionSet,
    ActionTapped,
    ActionWhen,
    AddedIn,
    AddTapped,
    RewordTapped,
)
from chat.screens.after_year import AsItIs, ContactChosen, ContactShown
from chat.screens.agenda import AgendaShown, FileTapped
from chat.screens.away import AwayChosen, AwayShown, BackTapped, DaysChosen, TakenBack
from chat.screens.birthday import BirthdaySet, BirthdayTapped
from chat.screens.call import CALL_ME, CallAgain, CallTapped, CannotWait, NotNeeded, RatherWrite, WishTapped
from chat.screens.call_staff import (
    CallAt,
    CallLater,
    CallNow,
    CallShown,
    LetGo,
    NotReached,
    PassedTo,
    PassOn,
    Spoken,
)
from chat.screens.checkin import AnotherTapped, FaceTapped, NoMoreTapped, TellTapped
from chat.screens.compared import WithFirst, WithLook
from chat.screens.consent import ConsentGiven
from chat.screens.contact_list import MineShown
from chat.screens.contacts import (
    ContactOpened,
    ContactsShown,
    ContactTapped,
    DayTapped,
    KindTapped,
    NoteDropped,
    NoteTapped,
    NothingTapped,
    OthersShown,
    PutBackTapped,
    WhenTapped,
    YouthPicked,
)
from chat.screens.contacts import RemoveTapped as ContactRemoved
from chat.screens.crisis import CallMeTapped, MeantOtherwise
from chat.screens.crisis_staff import AlarmCalls, AlarmTaken
from chat.screens.digest import CalledTapped, DoneTapped, PromiseTapped, SeenTapped, TomorrowTapped, UndoTapped
from chat.screens.first_steps import ByTapped, FirstStepAsked, FirstStepSkipped, FirstStepsLater
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
from chat.screens.help import HelpNowTapped
from chat.screens.inviting import InviteDropped, InviteTapped, RegionChosen, RegionsShown, RoleChosen
from chat.screens.joining import TimeChosen, TimesShown
from chat.screens.look import LookBegun, LookFinished, LookShown
from chat.screens.messages import AnswerTapped, MessagesShown, SettledTapped
from chat.screens.milestones import (
    MilestoneSettled,
    MilestonesShown,
    MilestoneTapped,
    MovedBack,
    MoveTapped,
    SettledBack,
)
from chat.screens.moving import MovedTo, UsualDay
from chat.screens.nazorg import (
    DoneTapped as NazorgDone,
)
from chat.screens.nazorg import (
    DoneUndone,
    ModeTapped,
    ModeUndone,
    MoveUndone,
    NazorgLeft,
    NazorgShown,
)
from chat.screens.nazorg import (
    MovedTo as NazorgMoved,
)
from chat.screens.nazorg import (
    MoveTapped as NazorgMoveTapped,
)
from chat.screens.nazorg import NotReached as NazorgNotReached
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
from chat.screens.own_dates import DateRemoved, DateTapped, NamePutBack, RenameTapped, YearlyChosen
from chat.screens.pause import AskAgain, LeaveIt, PauseChosen, PauseOffered, StopChosen
from chat.screens.plan import (
    AboutShown,
    PaperAsked,
    PaperMade,
    PaperShown,
    PapersShown,
    PlanShown,
    PlansShown,
    WordsPutBack,
    WordsRemoved,
)
from chat.screens.plan import WriteTapped as PlanWriteTapped
from chat.screens.push import CloseTapped, HeartTapped, OpenTapped
from chat.screens.question import KeepTapped, NotWrittenTapped, QuestionTapped
from chat.screens.question import RewordTapped as QuestionReworded
from chat.screens.question import WithdrawTapped as QuestionWithdrawn
from chat.screens.reachable import DayChosen, DayLike, DayOff, HoursShown, UsualHours
from chat.screens.rhythm import RhythmAnswered
from chat.screens.settings import NewAnswers, NewDigestTime, NewLanguage, NewRhythm, NewTime, PageTapped
from chat.screens.silence import SettleTapped
from chat.screens.spiderweb import (
    MY_WEB,
    BasketTapped,
    DomainShown,
    FinishTapped,
    JusticeSet,
    LaterTapped,
    LeftForNow,
    PageShown,
    ScoreTapped,
    ShareTapped,
    SkipTapped,
    WebBegun,
    WebShown,
)
from chat.screens.spiderweb_offer import AloneTapped, PutOffTapped, TogetherTapped
from chat.screens.talk import TALK, DontWriteTapped, ForTapped, SpokenTapped, WithdrawTapped, WriteTapped
from chat.screens.targets import NotThisWeek, ThisWeekAfterAll
from chat.screens.team import (
    ColleagueTapped,
    EndConfirmed,
    EndTapped,
    LinkTakenBack,
    NewLinkTapped,
    NightSet,
    TeamShown,
)
from chat.screens.timeline import TimelineTapped
from chat.screens.year_home import HomeAsked, HomeOffered, HomeSet
from chat.screens.year_pause import PauseAsked, PauseSet, Resumed
from chat.screens.year_pause import PauseChosen as YearPauseChosen
from chat.screens.year_start import StartAsked, StartOffered, StartSet
from chat.screens.year_stop import Reopened, StopAsked, StoppedAgain, StopToday, StopWhy
from chat.screens.year_targets import TargetSet, TargetsShown, TargetTapped
from chat.screens.youths import (
    DuoPicked,
    DuosShown,
    RemoveTapped,
    YearShown,
    YouthLinkTakenBack,
    YouthLinkTapped,
    YouthsShown,
    YouthTapped,
)
from handlers import (
    action_words,
    actions,
    after_year,
    agenda,
    answer,
    away,
    baskets,
    birthday,
    call,
    call_staff,
    checkin,
    compared,
    contact_corrected,
    contact_list,
    contact_note,
    contacts,
    crisis,
    crisis_staff,
    digest,
    duo,
    ending,
    first_steps,
    first_time,
    handing_over,
    help,  # noqa: A004 - /hulp
    inviting,
    joining,
    look,
    messages,
    milestones,
    moving,
    nazorg,
    nazorg_days,
    new_youth,
    opening,
    own_dates,
    pause,
    plan,
    plan_paper,
    plan_words,
    push,
    question,
    reachable,
    rhythm,
    settings,
    silence,
    spiderweb,
    spiderweb_offer,
    talk,
    targets,
    team,
    timeline,
    webs,
    withdraw,
    year,
    year_home,
    year_pause,
    year_start,
    year_stop,
    year_targets,
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
SCORES = YOUTH | BEGELEIDER

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
    on_tap(NightSet, team.night_set, COORDINATOR),
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
    on_tap(DuosShown, duo.shown, BEGELEIDER),
    on_tap(DuoPicked, duo.picked, BEGELEIDER),
    on_tap(RemoveTapped, youths.removed, BEGELEIDER),
    on_tap(TimelineTapped, timeline.drawn, BEGELEIDER),
    # Their year
    on_tap(YearShown, year.shown, BEGELEIDER),
    on_tap(StartAsked, year_start.asked, BEGELEIDER),
    on_tap(StartOffered, year_start.offered, BEGELEIDER),
    on_step(Step.START_DAY, year_start.typed, BEGELEIDER),
    on_tap(StartSet, year_start.put_back, BEGELEIDER),
    on_tap(StopAsked, year_stop.asked, BEGELEIDER),
    on_tap(StopWhy, year_stop.why, BEGELEIDER),
    on_tap(StopToday, year_stop.today, BEGELEIDER),
    on_step(Step.STOP_DAY, year_stop.typed, BEGELEIDER),
    on_tap(StoppedAgain, year_stop.again, BEGELEIDER),
    on_tap(Reopened, year_stop.reopened, BEGELEIDER),
    on_tap(PauseAsked, year_pause.asked, BEGELEIDER),
    on_tap(YearPauseChosen, year_pause.chosen, BEGELEIDER),
    on_step(Step.YEAR_PAUSE_THROUGH, year_pause.typed, BEGELEIDER),
    on_tap(Resumed, year_pause.resumed, BEGELEIDER),
    on_tap(PauseSet, year_pause.put_back, BEGELEIDER),
    on_tap(TargetsShown, year_targets.shown, BEGELEIDER),
    on_tap(TargetTapped, year_targets.tapped, BEGELEIDER),
    on_tap(TargetSet, year_targets.chosen, BEGELEIDER),
    on_tap(HomeAsked, year_home.asked, BEGELEIDER),
    on_tap(HomeOffered, year_home.offered, BEGELEIDER),
    on_step(Step.HOME_DAY, year_home.typed, BEGELEIDER),
    on_tap(HomeSet, year_home.put, BEGELEIDER),
    # The daily question
    on_tap(FaceTapped, checkin.answered, YOUTH),
    on_tap(AnotherTapped, checkin.another, YOUTH),
    on_tap(TellTapped, checkin.tell, YOUTH),
    on_tap(NoMoreTapped, checkin.no_more, YOUTH),
    on_step(Step.CHECKIN_WORDS, checkin.told, YOUTH),
    on_tap(CallTapped, call.tapped, YOUTH),
    on_word(CALL_ME, call.asked, YOUTH),
    on_command("belme", call.asked, YOUTH),
    on_tap(WishTapped, call.wished, YOUTH),
    on_tap(CannotWait, call.cannot_wait, YOUTH),
    on_tap(CallAgain, call.again, YOUTH),
    on_tap(RatherWrite, call.rather_write, YOUTH),
    on_tap(NotNeeded, call.not_needed, YOUTH),
    on_command("oproepen", call_staff.overview, STAFF),
    on_tap(CallShown, call_staff.shown, STAFF),
    on_tap(CallNow, call_staff.now, STAFF),
    on_tap(CallLater, call_staff.later, STAFF),
    on_tap(CallAt, call_staff.at, STAFF),
    on_tap(PassOn, call_staff.pass_on, STAFF),
    on_tap(PassedTo, call_staff.passed_to, STAFF),
    on_tap(LetGo, call_staff.let_go, STAFF),
    on_tap(Spoken, call_staff.spoken, STAFF),
    on_tap(NotReached, call_staff.not_reached, STAFF),
    # Help now, and words that hint at suicide (crisis.written comes before all else: bot/handle.py)
    on_tap(HelpNowTapped, crisis.help_now, YOUTH),
    on_tap(CallMeTapped, crisis.call_me, YOUTH),
    on_tap(MeantOtherwise, crisis.meant_otherwise, YOUTH),
    on_tap(AlarmCalls, crisis_staff.calls, STAFF),
    on_tap(AlarmTaken, crisis_staff.taken_up, STAFF),
    # The spinnenweb
    on_word(MY_WEB, spiderweb.mine, YOUTH),
    on_tap(WebBegun, spiderweb.begin, YOUTH),
    on_tap(LeftForNow, spiderweb.not_now, YOUTH),
    on_tap(ScoreTapped, spiderweb.scored, SCORES),
    on_tap(SkipTapped, spiderweb.skipped, SCORES),
    on_tap(DomainShown, spiderweb.back, SCORES),
    on_tap(LaterTapped, spiderweb.later, SCORES),
    on_step(Step.OWN_THEME, spiderweb.named, YOUTH),
    on_tap(BasketTapped, baskets.tapped, YOUTH),
    on_tap(ShareTapped, baskets.shared, YOUTH),
    on_tap(FinishTapped, baskets.finished, YOUTH),
    on_tap(AloneTapped, spiderweb_offer.alone, YOUTH),
    on_tap(TogetherTapped, spiderweb_offer.together, YOUTH),
    on_tap(PutOffTapped, spiderweb_offer.put_off, YOUTH),
    on_tap(WebShown, webs.shown, SCORES),
    on_tap(WithFirst, compared.with_first, SCORES),
    on_tap(WithLook, compared.with_look, SCORES),
    on_tap(PageShown, webs.page, BEGELEIDER),
    on_tap(JusticeSet, webs.justice_set, BEGELEIDER),
    on_tap(LookBegun, look.begin, BEGELEIDER),
    on_tap(LookFinished, look.finished, BEGELEIDER),
    on_tap(LookShown, look.shown, SCORES),
    # Steps, and the day by which
    on_command("plan", actions.mine, YOUTH),
    on_tap(FirstStepAsked, first_steps.asked, YOUTH),
    on_tap(FirstStepSkipped, first_steps.skipped, YOUTH),
    on_tap(FirstStepsLater, first_steps.later, YOUTH),
    on_tap(ActionsShown, actions.shown, YOUTH | BEGELEIDER),
    on_tap(ActionTapped, actions.opened, YOUTH | BEGELEIDER),
    on_tap(ActionSet, actions.settled, YOUTH | BEGELEIDER),
    on_tap(ActionRemoved, actions.removed, YOUTH | BEGELEIDER),
    on_tap(AddTapped, action_words.add, YOUTH | BEGELEIDER),
    on_tap(AddedIn, action_words.added_in, YOUTH | BEGELEIDER),
    on_tap(RewordTapped, action_words.reword, YOUTH | BEGELEIDER),
    on_step(Step.ACTION_STEP, action_words.typed, YOUTH | BEGELEIDER),
    on_tap(ActionWhen, action_words.when, YOUTH | BEGELEIDER),
    on_tap(ByTapped, action_words.by_tapped, YOUTH | BEGELEIDER),
    on_step(Step.ACTION_DAY, action_words.day_typed, YOUTH | BEGELEIDER),
    # The plan in words and on paper
    on_command("plan", plan.overview, BEGELEIDER),
    on_tap(PlansShown, plan.listed, BEGELEIDER),
    on_tap(PlanShown, plan.shown, YOUTH | BEGELEIDER),
    on_tap(AboutShown, plan_words.shown, YOUTH | BEGELEIDER),
    on_tap(PlanWriteTapped, plan_words.write, YOUTH | BEGELEIDER),
    on_step(Step.PLAN_WORDS, plan_words.typed, YOUTH | BEGELEIDER),
    on_tap(WordsRemoved, plan_words.removed, YOUTH | BEGELEIDER),
    on_tap(WordsPutBack, plan_words.put_back, YOUTH | BEGELEIDER),
    on_tap(PaperAsked, plan_paper.ask, BEGELEIDER),
    on_tap(PaperMade, plan_paper.make, BEGELEIDER),
    on_tap(PapersShown, plan_paper.listed, YOUTH | BEGELEIDER),
    on_tap(PaperShown, plan_paper.again, YOUTH | BEGELEIDER),
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
    # Milestones, birthdays and other days that matter
    on_tap(MilestonesShown, milestones.shown, BEGELEIDER),
    on_tap(MilestoneTapped, milestones.opened, BEGELEIDER),
    on_tap(MilestoneSettled, milestones.settled, BEGELEIDER),
    on_tap(SettledBack, milestones.settled_back, BEGELEIDER),
    on_tap(MoveTapped, moving.which_day, BEGELEIDER),
    on_tap(MovedTo, moving.moved_to, BEGELEIDER),
    on_step(Step.MILESTONE_DAY, moving.typed, BEGELEIDER),
    on_tap(MovedBack, moving.moved_back, BEGELEIDER),
    on_tap(UsualDay, moving.usual_day, BEGELEIDER),
    on_tap(DateTapped, own_dates.add, BEGELEIDER),
    on_step(Step.OWN_DATE_NAME, own_dates.name_typed, BEGELEIDER),
    on_step(Step.OWN_DATE_DAY, own_dates.day_typed, BEGELEIDER),
    on_tap(RenameTapped, own_dates.rename, BEGELEIDER),
    on_tap(NamePutBack, own_dates.name_put_back, BEGELEIDER),
    on_tap(YearlyChosen, own_dates.yearly_chosen, BEGELEIDER),
    on_tap(DateRemoved, own_dates.removed, BEGELEIDER),
    on_tap(BirthdayTapped, birthday.ask, BEGELEIDER),
    on_step(Step.BIRTHDAY, birthday.typed, BEGELEIDER),
    on_tap(BirthdaySet, birthday.set_to, BEGELEIDER),
    on_command("agenda", agenda.overview, BEGELEIDER),
    on_tap(AgendaShown, agenda.shown, BEGELEIDER),
    on_tap(FileTapped, agenda.file, BEGELEIDER),
    # Contacts between people
    on_command("contact", contacts.command, BEGELEIDER),
    on_tap(ContactTapped, contacts.begin, BEGELEIDER),
    on_tap(OthersShown, contacts.others_shown, BEGELEIDER),
    on_tap(YouthPicked, contacts.picked, BEGELEIDER),
    on_tap(NothingTapped, contacts.nothing, BEGELEIDER),
    on_tap(KindTapped, contacts.kind_tapped, BEGELEIDER),
    on_tap(WhenTapped, contact_corrected.when_tapped, BEGELEIDER),
    on_tap(DayTapped, contact_corrected.day_tapped, BEGELEIDER),
    on_step(Step.CONTACT_DAY, contact_corrected.day_typed, BEGELEIDER),
    on_tap(ContactRemoved, contact_corrected.removed, BEGELEIDER),
    on_tap(PutBackTapped, contact_corrected.put_back, BEGELEIDER),
    on_tap(NoteTapped, contact_note.begin, BEGELEIDER),
    on_step(Step.CONTACT_NOTE, contact_note.typed, BEGELEIDER),
    on_tap(NoteDropped, contact_note.dropped, BEGELEIDER),
    on_tap(ContactsShown, contact_list.shown, BEGELEIDER),
    on_tap(ContactOpened, contact_list.opened, BEGELEIDER),
    on_tap(MineShown, contact_list.mine, YOUTH),
    # Away for a while
    on_command("afwezig", away.overview, STAFF),
    on_tap(AwayShown, away.shown, STAFF),
    on_tap(AwayChosen, away.chosen, STAFF),
    on_step(Step.AWAY_FROM, away.first_typed, STAFF),
    on_step(Step.AWAY_THROUGH, away.last_typed, STAFF),
    on_tap(DaysChosen, away.days_chosen, STAFF),
    on_tap(BackTapped, away.back, STAFF),
    on_tap(TakenBack, away.taken_back, STAFF),
    # When one of the staff is there
    on_command("bereikbaar", reachable.overview, STAFF),
    on_tap(HoursShown, reachable.shown, STAFF),
    on_tap(DayChosen, reachable.day, STAFF),
    on_step(Step.REACHABLE_HOURS, reachable.typed, STAFF),
    on_tap(DayOff, reachable.off, STAFF),
    on_tap(DayLike, reachable.like, STAFF),
    on_tap(UsualHours, reachable.usual, STAFF),
    # To another begeleider
    on_tap(PassOnTapped, handing_over.begin, BEGELEIDER),
    on_tap(PassOnTo, handing_over.chosen, BEGELEIDER),
    on_tap(StayTapped, handing_over.stays, BEGELEIDER),
    on_tap(PassOnWritten, handing_over.in_own_words, BEGELEIDER),
    on_step(Step.HAND_OVER_WORDS, handing_over.typed, BEGELEIDER),
    on_tap(PassOnSent, handing_over.sent, BEGELEIDER),
    on_tap(PassOnUndone, handing_over.undone, BEGELEIDER),
    # The morning message, and targets that slip
    on_tap(DoneTapped, digest.done, BEGELEIDER),
    on_tap(TomorrowTapped, digest.tomorrow, BEGELEIDER),
    on_tap(PromiseTapped, digest.promised, BEGELEIDER),
    on_tap(CalledTapped, digest.called, BEGELEIDER),
    on_tap(SeenTapped, digest.seen, BEGELEIDER),
    on_tap(UndoTapped, digest.undone, BEGELEIDER),
    on_tap(NotThisWeek, targets.not_this_week, BEGELEIDER),
    on_tap(ThisWeekAfterAll, targets.after_all, BEGELEIDER),
    on_tap(NewDigestTime, settings.digest_chosen, BEGELEIDER),
    on_step(Step.DIGEST_TIME, settings.digest_typed, BEGELEIDER),
    # Tomorrow's question
    on_tap(QuestionTapped, question.begin, STAFF),
    on_tap(QuestionReworded, question.reword, STAFF),
    on_step(Step.QUESTION, question.typed, STAFF),
    on_tap(KeepTapped, question.keep, STAFF),
    on_tap(NotWrittenTapped, question.not_written, STAFF),
    on_tap(QuestionWithdrawn, question.withdraw, STAFF),
    # Nazorg
    on_tap(NazorgShown, nazorg.shown, BEGELEIDER),
    on_tap(NazorgLeft, nazorg.left, BEGELEIDER),
    on_tap(NazorgDone, nazorg.done, BEGELEIDER),
    on_tap(DoneUndone, nazorg.done_undone, BEGELEIDER),
    on_tap(NazorgNotReached, nazorg_days.not_reached, BEGELEIDER),
    on_tap(NazorgMoveTapped, nazorg_days.move, BEGELEIDER),
    on_tap(NazorgMoved, nazorg_days.moved, BEGELEIDER),
    on_step(Step.NAZORG_DAY, nazorg_days.typed, BEGELEIDER),
    on_tap(MoveUndone, nazorg_days.move_undone, BEGELEIDER),
    on_tap(ModeTapped, nazorg.switched, BEGELEIDER),
    on_tap(ModeUndone, nazorg.switch_undone, BEGELEIDER),
    on_tap(AsItIs, after_year.as_it_is, YOUTH),
    on_tap(ContactShown, after_year.shown, YOUTH),
    on_tap(ContactChosen, after_year.chosen, YOUTH),
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
