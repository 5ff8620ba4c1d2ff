"""Every table, in the order in which a reader meets them: people, the check-in, what comes in and goes out, time.

Moments are UTC; dates and times of day are the youth's own (see programme/calendar.py). Nothing loads lazily: there
are no relationships, queries say what they need.
"""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, Index, MetaData, Text, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from programme.actions import ActionState
from programme.call import CallEnd, Wish
from programme.contacts import ContactKind
from programme.digest import Ask
from programme.milestones import Milestone
from programme.nazorg import Nazorg
from programme.people import Role
from programme.phases import Phase, StopReason
from programme.rhythm import Rhythm
from programme.spiderweb import Domain, WebMoment
from programme.talk import Kind
from store.sealed import Sealed
from store.types import BigInt, Day, Flag, LocalTime, Moment, Word

# Contents are unsealed where they are used and nowhere else: one that does not open must not hold up the others.
ON_REQUEST: dict[str, Any] = {"deferred": True, "deferred_raiseload": True}

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """A table; on SQLite a STRICT one."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Moment,
        date: Day,
        time: LocalTime,
        bool: Flag,
        str: Text,
    }
    __table_args__: Any = {"sqlite_strict": True}


# --- People ---


class Region(Base):
    """A team's region. Data: the coördinator names them."""

    __tablename__ = "region"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class Person(Base):
    """Somebody with a place in the programme, from the moment they are invited."""

    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    role: Mapped[Role] = mapped_column(Word(Role))
    name: Mapped[str] = mapped_column(Sealed("person.name"))
    telegram_id: Mapped[int | None] = mapped_column(BigInt, unique=True)
    language: Mapped[str] = mapped_column(default="nl")
    region_id: Mapped[int | None] = mapped_column(ForeignKey("region.id"))
    created_at: Mapped[datetime]
    joined_at: Mapped[datetime | None]
    blocked_at: Mapped[datetime | None]
    """Since when the person blocks the bot: nothing can reach them."""
    ended_at: Mapped[datetime | None]
    """Since when the person has no access any more."""


class Trajectory(Base):
    """A youth's year: who walks along, from which day."""

    __tablename__ = "trajectory"
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    begeleider_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    duo_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    start_on: Mapped[date]
    stopped_on: Mapped[date | None]
    """When it was ended early: the first day that is no longer of the year."""
    stopped_why: Mapped[StopReason | None] = mapped_column(Word(StopReason))
    home_since: Mapped[date | None]
    """The day into a temporary home; empty when there is none, or none any more."""
    birthday: Mapped[str | None] = mapped_column(Sealed("trajectory.birthday"))
    """An ISO date."""


class YearPause(Base):
    """A stretch in which a begeleider put a year on hold (a youth in detention, in hospital, abroad)."""

    __tablename__ = "year_pause"
    id: Mapped[int] = mapped_column(primary_key=True)
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    since: Mapped[date]
    through: Mapped[date | None]
    """The last day of it; empty while nobody knows. The day before `since`: there was no pause after all."""


class Target(Base):
    """Another face-to-face target than the default, for one youth in one phase."""

    __tablename__ = "target"
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    phase: Mapped[Phase] = mapped_column(Word(Phase), primary_key=True)
    per_week: Mapped[int]


class WeekOff(Base):
    """A week, by its Monday, in which nobody wants to hear more about the target of this youth."""

    __tablename__ = "week_off"
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    monday: Mapped[date] = mapped_column(primary_key=True)


class MilestoneState(StrEnum):
    """What became of a milestone."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    """It does not fit this youth; an own date was taken away."""
    BEFORE = "before"
    """It was due before this youth was known here. Nobody asks after it."""


class MilestoneRow(Base):
    """A milestone of one youth: its day, and whether it was done."""

    __tablename__ = "milestone"
    __table_args__ = (
        UniqueConstraint("youth_id", "kind", "number"),
        Index("ix_milestone_open", "due_on", sqlite_where=text("state = 'open'")),
        {"sqlite_strict": True},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[Milestone] = mapped_column(Word(Milestone))
    number: Mapped[int] = mapped_column(default=0)
    """Which of several: the calendar year of a birthday, a number for an own date, for the end of a temporary home the
    day into it. 0 where there is but one."""
    due_on: Mapped[date]
    chosen: Mapped[bool] = mapped_column(default=False)
    """Whether people chose this day; it then stays when the start of the year moves."""
    name: Mapped[str | None] = mapped_column(Sealed("milestone.name"))
    """What an own date is called."""
    yearly: Mapped[bool] = mapped_column(default=False)
    """Whether an own date comes back."""
    first_on: Mapped[date | None]
    """The first day of an own date that comes back: in a common year it may have to clamp."""
    state: Mapped[MilestoneState] = mapped_column(Word(MilestoneState))
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class NazorgPlan(Base):
    """How a youth and a begeleider keep in touch after the year. There is one as soon as the year is over."""

    __tablename__ = "nazorg_plan"
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    mode: Mapped[Nazorg] = mapped_column(Word(Nazorg))
    since: Mapped[date]
    """The day from which it holds."""


class NazorgDay(Base):
    """The day people chose for the next contact of a kind, in place of the table's, until there is such a contact."""

    __tablename__ = "nazorg_day"
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    kind: Mapped[ContactKind] = mapped_column(Word(ContactKind), primary_key=True)
    day: Mapped[date]
    chosen_on: Mapped[date]
    chosen_at: Mapped[datetime]
    """The moment on that day. A contact that was noted later has ended it."""
    before: Mapped[date | None]
    """The day that people chose before this one, if that still held: undoing goes back there."""


class Contact(Base):
    """A contact between people, as somebody noted it; or words of a begeleider through the bot, once a day."""

    __tablename__ = "contact"
    __table_args__ = (Index("ix_contact_youth", "youth_id", "day"), {"sqlite_strict": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[ContactKind] = mapped_column(Word(ContactKind))
    day: Mapped[date]
    at: Mapped[datetime | None]
    """When, if it was noted at once."""
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    noted_at: Mapped[datetime]
    message_id: Mapped[int | None] = mapped_column(BigInt)
    """The message under which it was tapped: a second tap there is no second contact."""
    through_bot: Mapped[bool] = mapped_column(default=False)
    """Whether it is words that went through the bot; these come and go with the words."""
    silence_id: Mapped[int | None] = mapped_column(ForeignKey("silence.id"), index=True)
    """The silence that it ended."""
    note: Mapped[str | None] = mapped_column(Sealed("contact.note"), **ON_REQUEST)
    """A few words beside it. The youth may read them."""
    removed_at: Mapped[datetime | None]


class Promise(Base):
    """Somebody of the staff said that they will get in touch with a youth. Assigned is not handled."""

    __tablename__ = "promise"
    __table_args__ = (
        Index("ix_promise_open", "youth_id", sqlite_where=text("kept_at IS NULL")),
        {"sqlite_strict": True},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    day: Mapped[date]
    """The date of that moment, from which working days count."""
    kept_at: Mapped[datetime | None]
    """Since when it is settled: a contact was noted, or somebody said that it is not needed any more."""
    kept_with: Mapped[int | None] = mapped_column(ForeignKey("contact.id"))
    """The contact that settled it; empty while there is none, and when it is not needed any more."""


class Invitation(Base):
    """A personal link, until it is used, withdrawn or past. Only the hash of its code is kept."""

    __tablename__ = "invitation"
    id: Mapped[int] = mapped_column(primary_key=True)
    code_hash: Mapped[bytes] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    invited_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]


class WrongCode(Base):
    """A code that opened nothing. `sender` is a keyed mark that leads back to nobody; wiped within hours."""

    __tablename__ = "wrong_code"
    id: Mapped[int] = mapped_column(primary_key=True)
    sender: Mapped[bytes] = mapped_column(index=True)
    at: Mapped[datetime] = mapped_column(index=True)


class Consent(Base):
    """A youth's yes, to which version of the text, and when."""

    __tablename__ = "consent"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    version: Mapped[int]
    at: Mapped[datetime]


class PushChoice(StrEnum):
    """Which answers a begeleider wants to be told of."""

    ALL = "all"
    LOW = "low"


class Preference(Base):
    """What a member of staff chose for themselves."""

    __tablename__ = "preference"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    answers: Mapped[PushChoice] = mapped_column(Word(PushChoice))
    digest_at: Mapped[time | None]
    """When the morning message comes; empty for the default."""


class ReachableBlock(Base):
    """From when until when somebody of the staff is there on a weekday, as they said it."""

    __tablename__ = "reachable_block"
    __table_args__ = (UniqueConstraint("person_id", "weekday", "opens"), {"sqlite_strict": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    weekday: Mapped[int]
    """0 is Monday."""
    opens: Mapped[time]
    closes: Mapped[time]


class AwayRow(Base):
    """A member of staff who is not there, from the day `first` through the day `through` (where the youths live)."""

    __tablename__ = "away"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    first: Mapped[date]
    since: Mapped[datetime]
    """The moment on that day."""
    through: Mapped[date]
    """A day before `first` when nothing came of it: a row that was spoken of is never another absence later."""


class HandOver(Base):
    """A youth who goes to another begeleider, from when it was decided until the youth hears it. Then it is done."""

    __tablename__ = "hand_over"
    id: Mapped[int] = mapped_column(primary_key=True)
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"), unique=True)
    from_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    to_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    becomes_duo: Mapped[bool]
    """Whether whoever hands over stays as the duo."""
    words: Mapped[str] = mapped_column(Sealed("hand_over.words"))
    """What they say to the youth."""


class Bundle(StrEnum):
    """The messages that gather several things for one begeleider."""

    DIGEST = "digest"
    TARGETS = "targets"


class Digest(Base):
    """A message that gathered what asked for something on one day; it changes as things get done."""

    __tablename__ = "digest"
    __table_args__ = (UniqueConstraint("person_id", "day", "bundle"), {"sqlite_strict": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    day: Mapped[date]
    bundle: Mapped[Bundle] = mapped_column(Word(Bundle))
    shown: Mapped[str | None] = mapped_column(Sealed("digest.shown"))
    """A mark of what it shows: it is changed only when that changes."""


class DigestItem(Base):
    """One line of it. `subject` is the id of what it is about, in the table that `ask` implies. What became of it is in
    the facts, and nowhere else."""

    __tablename__ = "digest_item"
    __table_args__ = (UniqueConstraint("digest_id", "ask", "subject"), {"sqlite_strict": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    digest_id: Mapped[int] = mapped_column(ForeignKey("digest.id"))
    ask: Mapped[Ask] = mapped_column(Word(Ask))
    subject: Mapped[int]
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    due_on: Mapped[date | None]
    """The day it was due when the message was made. With another day now, it was done or moved."""
    again_on: Mapped[date | None]
    """The working day on which it comes back, because somebody said "tomorrow"."""
    known_at: Mapped[datetime | None]
    """When they tapped that they know it. Of news, and of nothing else: there is no other fact of that."""


class Flow(Base):
    """Where a person is in a conversation of several steps: one row a person, replaced at every step."""

    __tablename__ = "flow"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    step: Mapped[str]
    filled: Mapped[str | None] = mapped_column(Sealed("flow.filled"))
    since: Mapped[datetime]


# --- The check-in ---


class CheckinPlan(Base):
    """When and how often a youth is asked, and whether they paused or stopped it."""

    __tablename__ = "checkin_plan"
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    at: Mapped[time]
    rhythm: Mapped[Rhythm | None] = mapped_column(Word(Rhythm))
    rhythm_on: Mapped[date | None]
    """The day the youth chose the rhythm: a choice made in the year does not carry into nazorg."""
    rhythm_asked_at: Mapped[datetime | None]
    """When the youth was asked how to go on after the opstart; that is asked once."""
    paused_at: Mapped[datetime | None]
    paused_until: Mapped[datetime | None]
    """Empty while paused_at is set: until the youth says so."""
    stopped_at: Mapped[datetime | None]
    sign_at: Mapped[datetime | None]
    """The last time the youth wrote or tapped anything."""


class Question(Base):
    """A question that a begeleider wrote for one youth and one day."""

    __tablename__ = "question"
    __table_args__ = (UniqueConstraint("youth_id", "day"), {"sqlite_strict": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    day: Mapped[date]
    words: Mapped[str] = mapped_column(Sealed("question.words"))


class Checkin(Base):
    """The question of one day to one youth, and the answer once there is one."""

    __tablename__ = "checkin"
    __table_args__ = (UniqueConstraint("youth_id", "day"), {"sqlite_strict": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    day: Mapped[date]
    opener: Mapped[int | None]
    question_id: Mapped[int | None] = mapped_column(ForeignKey("question.id"))
    asked_at: Mapped[datetime]
    nudged_at: Mapped[datetime | None]
    face: Mapped[int | None]
    answered_at: Mapped[datetime | None]


class CheckinWords(Base):
    """What a youth added to an answer."""

    __tablename__ = "checkin_words"
    id: Mapped[int] = mapped_column(primary_key=True)
    checkin_id: Mapped[int] = mapped_column(ForeignKey("checkin.id"), index=True)
    at: Mapped[datetime]
    words: Mapped[str] = mapped_column(Sealed("checkin_words.words"))


class Talk(Base):
    """Something that a youth said to whoever walks with them, or these to the youth. What was said is not kept."""

    __tablename__ = "talk"
    __table_args__ = (
        Index("ix_talk_youth", "youth_id", "id"),
        Index("ix_talk_written", "author_id", "message_id"),
        {"sqlite_strict": True},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[Kind] = mapped_column(Word(Kind))
    at: Mapped[datetime]
    message_id: Mapped[int | None] = mapped_column(BigInt)
    """The message in the author's own chat; None for ready-made words."""
    album: Mapped[str | None]
    settled_at: Mapped[datetime | None]
    """Of a youth's: since when it waits for no answer any more."""
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    withdrawn_at: Mapped[datetime | None]


class Silence(Base):
    """A youth who went quiet: from the first question that stayed unanswered until somebody made contact."""

    __tablename__ = "silence"
    __table_args__ = (UniqueConstraint("youth_id", "since"), {"sqlite_strict": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    since: Mapped[datetime]
    begeleider_told_at: Mapped[datetime]
    duo_told_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


# --- Bel me ---

_NOT_ENDED = text("ended_at IS NULL")


class Call(Base):
    """A youth asked to be called."""

    __tablename__ = "call"
    __table_args__ = (
        Index("ix_call_youth", "youth_id", "id"),
        Index("uq_call_open", "youth_id", unique=True, sqlite_where=_NOT_ENDED, postgresql_where=_NOT_ENDED),
        {"sqlite_strict": True},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    wish: Mapped[Wish] = mapped_column(Word(Wish))
    wished_at: Mapped[datetime | None]
    """When the youth chose when; empty while they did not."""
    urgent_at: Mapped[datetime | None]
    """When the youth said that it cannot wait for the morning."""
    words: Mapped[str | None] = mapped_column(Sealed("call.words"))
    step: Mapped[int] = mapped_column(default=0)
    """How many steps of the escalation were taken."""
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    taken_at: Mapped[datetime | None]
    promised_at: Mapped[datetime | None]
    """The moment for which whoever took it promised a call."""
    reminded: Mapped[int] = mapped_column(default=0)
    """How often somebody was reminded that nothing came of that."""
    not_reached_at: Mapped[datetime | None]
    """When they called last, and nobody answered."""
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    end: Mapped[CallEnd | None] = mapped_column(Word(CallEnd))


class CallTold(Base):
    """Somebody of the staff heard of this call, and may take it."""

    __tablename__ = "call_told"
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    at: Mapped[datetime]
    """The last time."""


# --- Help now ---

_NOT_TAKEN_UP = text("taken_up_at IS NULL")


class Alarm(Base):
    """Words of a youth hinted at suicide. Until a person is in touch, nothing planned reaches the youth."""

    __tablename__ = "alarm"
    __table_args__ = (
        Index("ix_alarm_youth", "youth_id", "id"),
        Index("uq_alarm_open", "youth_id", unique=True, sqlite_where=_NOT_TAKEN_UP, postgresql_where=_NOT_TAKEN_UP),
        {"sqlite_strict": True},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    step: Mapped[int] = mapped_column(default=0)
    """How many steps of the escalation were taken."""
    meant_otherwise_at: Mapped[datetime | None]
    """When the youth said that they meant something else. A person still looks."""
    calling_at: Mapped[datetime | None]
    calling_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """Who said that they call now. Nobody else is asked for a while."""
    taken_up_at: Mapped[datetime | None]
    taken_up_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class AlarmTold(Base):
    """Somebody of the staff heard of this alarm, and may take it up."""

    __tablename__ = "alarm_told"
    alarm_id: Mapped[int] = mapped_column(ForeignKey("alarm.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    at: Mapped[datetime]
    """The last time."""


class NightContact(Base):
    """A member of the staff who is called at night, when a youth says that it cannot wait."""

    __tablename__ = "night_contact"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    since: Mapped[datetime]


# --- The spinnenweb ---


class Spiderweb(Base):
    """What is particular about the spinnenweb of one youth."""

    __tablename__ = "spiderweb"
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    justice: Mapped[bool] = mapped_column(default=False)
    """Whether staying out of trouble is asked."""
    own: Mapped[str | None] = mapped_column(Sealed("spiderweb.own"))
    """The youth's own theme, in their words. Named once."""


_GOES_ON = text("finished_at IS NULL AND left_at IS NULL")


class Scoring(Base):
    """One time that somebody scored the life of a youth: the youth, or whoever walks with them, who is kept apart."""

    __tablename__ = "scoring"
    __table_args__ = (
        Index("ix_scoring_youth", "youth_id", "id"),
        Index("uq_scoring_open", "youth_id", "by_id", unique=True, sqlite_where=_GOES_ON, postgresql_where=_GOES_ON),
        {"sqlite_strict": True},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    moment: Mapped[WebMoment] = mapped_column(Word(WebMoment))
    begun_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    """Since when nothing of it changes any more, and those who walk with the youth can see it."""
    left_at: Mapped[datetime | None]
    """Since when nobody goes on with it: it was begun too long ago."""
    shared_at: Mapped[datetime | None]
    """Since when those who walk with the youth can see it, when that was before it was finished."""

    @property
    def stands_at(self) -> datetime | None:
        """Of when it is: when it was finished, or shared as long as it is not. None while nobody else can see it."""
        return self.finished_at or self.shared_at


class Score(Base):
    """The answer about one domain."""

    __tablename__ = "score"
    scoring_id: Mapped[int] = mapped_column(ForeignKey("scoring.id"), primary_key=True)
    domain: Mapped[Domain] = mapped_column(Word(Domain), primary_key=True)
    value: Mapped[int | None]
    """On the scale; empty when it was skipped."""
    at: Mapped[datetime]


class FirstBasket(Base):
    """A domain that the youth wants to do something about now."""

    __tablename__ = "first_basket"
    scoring_id: Mapped[int] = mapped_column(ForeignKey("scoring.id"), primary_key=True)
    domain: Mapped[Domain] = mapped_column(Word(Domain), primary_key=True)
    chosen_at: Mapped[datetime]
    skipped_at: Mapped[datetime | None]
    """Since when no first step is asked for it any more."""


class SpiderwebOffer(Base):
    """A youth was offered to fill in the spinnenweb, because a milestone is near."""

    __tablename__ = "spiderweb_offer"
    __table_args__ = (
        Index("ix_spiderweb_offer_youth", "youth_id", "id"),
        UniqueConstraint("milestone_id", "due_on"),
        {"sqlite_strict": True},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    milestone_id: Mapped[int] = mapped_column(ForeignKey("milestone.id"))
    due_on: Mapped[date]
    """The day of the milestone, as it was then."""
    at: Mapped[datetime]
    together_at: Mapped[datetime | None]
    """When the youth said that they will do it with their begeleider."""
    reminded_at: Mapped[datetime | None]
    brought_up_on: Mapped[date | None]
    """The working day from which a person brings it up; empty while that is up to the youth."""
    settled_at: Mapped[datetime | None]
    """Since when nobody brings it up any more: it was filled in, or somebody said so."""
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


# --- The plan ---


class Action(Base):
    """A step that a youth takes in one domain of their life."""

    __tablename__ = "action"
    __table_args__ = (Index("ix_action_youth", "youth_id", "id"), {"sqlite_strict": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    domain: Mapped[Domain] = mapped_column(Word(Domain))
    scoring_id: Mapped[int | None] = mapped_column(ForeignKey("scoring.id"))
    """The web of which it is a first step."""
    step: Mapped[str] = mapped_column(Sealed("action.step"))
    by_on: Mapped[date | None]
    """The day by which; empty when nobody chose one."""
    added_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    added_at: Mapped[datetime]
    asked_on: Mapped[date | None]
    """The day on which the youth was asked last how it stands."""
    state: Mapped[ActionState] = mapped_column(Word(ActionState), default=ActionState.OPEN)
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    removed_at: Mapped[datetime | None]
    """Since when it is no step: it was typed by mistake."""


class PlanWords(Base):
    """What is said about one part of the plan of a youth. The newest of a part holds; nothing is written over."""

    __tablename__ = "plan_words"
    __table_args__ = (Index("ix_plan_words_youth", "youth_id", "id"), {"sqlite_strict": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    domain: Mapped[Domain | None] = mapped_column(Word(Domain))
    """Empty for what the people around the youth do."""
    words: Mapped[str | None] = mapped_column(Sealed("plan_words.words"))
    """Empty when they were taken away."""
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]


class PlanPaper(Base):
    """The plan as it was put on paper, for the youth and for whoever sits at the table."""

    __tablename__ = "plan_paper"
    __table_args__ = (UniqueConstraint("youth_id", "moment", "version"), {"sqlite_strict": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    youth_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    moment: Mapped[WebMoment] = mapped_column(Word(WebMoment))
    version: Mapped[int]
    """Which of that moment it is, from 1."""
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    facts: Mapped[str] = mapped_column(Sealed("plan_paper.facts"), **ON_REQUEST)
    """All that is on it, as a drawing writes it."""


# --- What comes in and goes out ---


class InboxState(StrEnum):
    """Where a received update stands."""

    NEW = "new"
    HANDLED = "handled"
    FAILED = "failed"


class Inbox(Base):
    """An update as Telegram sent it. Its contents and sender are wiped once it is handled."""

    __tablename__ = "inbox"
    __table_args__ = (
        Index("ix_inbox_new", "update_id", sqlite_where=text("state = 'new'")),
        {"sqlite_strict": True},
    )
    update_id: Mapped[int] = mapped_column(BigInt, primary_key=True, autoincrement=False)
    sender_id: Mapped[int | None] = mapped_column(BigInt)
    payload: Mapped[str | None] = mapped_column(Sealed("inbox.payload"), **ON_REQUEST)
    state: Mapped[InboxState] = mapped_column(Word(InboxState))
    received_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    try_after: Mapped[datetime | None]
    handled_at: Mapped[datetime | None]


class Lane(StrEnum):
    """Who goes first on the way out (rule 4 of the house)."""

    URGENT = "1 urgent"
    ANSWER = "2 answer"
    PLANNED = "3 planned"


class Doubt(StrEnum):
    """What to do with a message of which nobody knows whether it arrived."""

    LEAVE = "leave"
    """Not again: nobody gets a question twice."""
    REPEAT = "repeat"
    """Again: doing it twice changes nothing (an edit)."""
    REPEAT_MARKED = "repeat marked"
    """Again, saying that it may be a repeat: an alert must not be missed."""


class OutboxState(StrEnum):
    """What became of a message."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


class Outbox(Base):
    """Something to say. Its contents are wiped once the outcome is known."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_open", "lane", "id", sqlite_where=text("state IN ('queued', 'sending')")),
        Index(
            "ix_outbox_chat_open",
            "chat_id",
            "lane",
            "id",
            sqlite_where=text("state IN ('queued', 'sending')"),
        ),
        Index("ix_outbox_expiring", "expires_at", sqlite_where=text("state = 'queued'")),
        Index("ix_outbox_message", "chat_id", "message_id"),
        Index("ix_outbox_about", "kind", "about"),
        {"sqlite_strict": True},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str | None] = mapped_column(unique=True)
    """What makes it one of a kind: a second row with the same key is not added."""
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    chat_id: Mapped[int | None] = mapped_column(BigInt)
    lane: Mapped[Lane] = mapped_column(Word(Lane))
    kind: Mapped[str]
    about: Mapped[int | None]
    """The id of what it is about, in the table that its kind implies."""
    method: Mapped[str]
    payload: Mapped[str | None] = mapped_column(Sealed("outbox.payload"), **ON_REQUEST)
    doubt: Mapped[Doubt] = mapped_column(Word(Doubt))
    state: Mapped[OutboxState] = mapped_column(Word(OutboxState))
    created_at: Mapped[datetime]
    not_before: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    claimed_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    repeated: Mapped[int] = mapped_column(default=0)
    message_id: Mapped[int | None] = mapped_column(BigInt)
    error: Mapped[str | None]
    """Telegram's own word for what went wrong, or ours for why it was not said; never content."""
    agenda_id: Mapped[int | None]
    """The planned moment that it came of; empty for an answer."""


# --- Time ---


class AgendaState(StrEnum):
    """Where a planned thing stands."""

    WAITING = "waiting"
    DONE = "done"
    EXPIRED = "expired"
    FAILED = "failed"
    CANCELLED = "cancelled"
    """No longer wanted, or at another moment."""


class Unsaid(StrEnum):
    """Why nothing was said at a planned moment."""

    BLOCKED = "blocked"
    """Whoever it was for cannot be reached."""
    QUIET = "quiet"
    """They asked for quiet."""
    BEFORE = "said before"
    NOT_NEEDED = "not needed"
    """By then the facts were others: an answer was there, a promise was kept."""


class Agenda(Base):
    """Something that happens at a moment, once."""

    __tablename__ = "agenda"
    __table_args__ = (
        Index("ix_agenda_waiting", "due_at", "id", sqlite_where=text("state = 'waiting'")),
        Index("ix_agenda_about", "kind", "about"),
        {"sqlite_strict": True},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    about: Mapped[int | None]
    due_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    state: Mapped[AgendaState] = mapped_column(Word(AgendaState))
    tries: Mapped[int] = mapped_column(default=0)
    done_at: Mapped[datetime | None]
    unsaid: Mapped[Unsaid | None] = mapped_column(Word(Unsaid))
    """Why nothing came of it; empty where something was said."""


class Journal(Base):
    """Who, about whom, what kind of thing, when. Never content."""

    __tablename__ = "journal"
    __table_args__ = (Index("ix_journal_actor", "actor_id", "id"), {"sqlite_strict": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    subject_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str]


class Own(Base):
    """What the bot knows about itself: one word, one value."""

    __tablename__ = "own"
    word: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
