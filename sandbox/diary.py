"""The journal as the page tells it: names, and the page's own words for what happened."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from programme.people import Role
from sandbox.page_town import JournalLine
from store import journal, people
from store.database import Database
from store.journal import Happened
from store.tables import Journal, Person

#: In Dutch, as the cast speaks. Its own word for it is the English one.
WORDS: dict[Happened, str] = {
    Happened.INVITED: "uitgenodigd",
    Happened.INVITATION_WITHDRAWN: "uitnodiging ingetrokken",
    Happened.JOINED: "kwam erbij",
    Happened.MOVED: "op een andere gsm",
    Happened.ACCESS_ENDED: "toegang gestopt",
    Happened.HANDED_OVER: "heeft een andere begeleider",
    Happened.DUO_CHANGED: "heeft een andere duo",
    Happened.CONSENTED: "doet mee",
    Happened.BLOCKED: "blokkeert de bot",
    Happened.UNBLOCKED: "blokkeert de bot niet meer",
    Happened.CHECKIN_ASKED: "vraag gekregen",
    Happened.CHECKIN_ANSWERED: "antwoord gegeven",
    Happened.CHECKIN_CHANGED: "antwoord veranderd",
    Happened.CHECKIN_WORDS: "iets verteld",
    Happened.NUDGED: "zachtjes herinnerd",
    Happened.CALL_ASKED: "vroeg om te bellen",
    Happened.WENT_QUIET: "is stil",
    Happened.QUIET_DUO_TOLD: "duo weet van de stilte",
    Happened.SILENCE_SETTLED: "neemt contact op",
    Happened.PAUSED: "pauze",
    Happened.RESUMED: "weer verder",
    Happened.STOPPED: "geen vragen meer",
    Happened.RHYTHM_ASKED: "gevraagd hoe het verder mag",
    Happened.SETTINGS_CHANGED: "instelling veranderd",
    Happened.QUESTION_WRITTEN: "eigen vraag geschreven",
    Happened.QUESTION_WITHDRAWN: "eigen vraag ingetrokken",
    Happened.ANSWER_OPENED: "antwoord bekeken",
    Happened.HEART_SENT: "hartje gegeven",
    Happened.WORDS_PASSED_ON: "bericht doorgegeven",
    Happened.SAID_SOMETHING: "iets geschreven",
    Happened.CORRECTED: "iets verbeterd",
    Happened.WITHDRAWN: "bericht teruggetrokken",
    Happened.NOT_DELIVERED: "bericht kwam niet aan",
    Happened.TALK_SETTLED: "bericht afgevinkt",
    Happened.HELD_BACK: "vraag ingehouden: er wordt gepraat",
    Happened.WENT_AWAY: "even weg",
    Happened.CAME_BACK: "weer terug",
    Happened.MILESTONE_DONE: "mijlpaal gedaan",
    Happened.MILESTONE_MOVED: "mijlpaal verzet",
    Happened.MILESTONE_DROPPED: "mijlpaal past niet",
    Happened.MILESTONE_OPENED: "mijlpaal weer open",
    Happened.OWN_DATE_ADDED: "eigen datum toegevoegd",
    Happened.OWN_DATE_REMOVED: "eigen datum weggehaald",
    Happened.BIRTHDAY_CHANGED: "verjaardag veranderd",
    Happened.HEADS_UP: "hoorde wat er morgen is",
    Happened.CONTACT_NOTED: "contact genoteerd",
    Happened.CONTACT_MOVED: "contact op een andere dag gezet",
    Happened.CONTACT_CHANGED: "ander soort contact",
    Happened.CONTACT_REMOVED: "contact weggehaald",
    Happened.CONTACT_PUT_BACK: "contact toch gehouden",
    Happened.NOTE_WRITTEN: "notitie bij een contact",
    Happened.NOTE_DROPPED: "notitie weggehaald",
    Happened.PROMISED: "neemt contact op",
    Happened.PROMISE_KEPT: "nam contact op",
    Happened.PROMISE_DROPPED: "contact niet meer nodig",
    Happened.HAND_OVER_DECIDED: "gaat naar een andere begeleider",
    Happened.HAND_OVER_UNDONE: "blijft bij dezelfde begeleider",
    Happened.DIGEST_SENT: "dagoverzicht gekregen",
    Happened.TARGETS_SENT: "overzicht van samen gekregen",
    Happened.PUT_OFF: "uitgesteld tot de volgende werkdag",
    Happened.PUT_OFF_NO_MORE: "toch niet uitgesteld",
    Happened.WEEK_OFF: "deze week niet",
    Happened.WEEK_ON: "deze week toch",
    Happened.TALK_OPENED: "bericht wacht weer",
    Happened.SILENCE_OPENED: "stilte weer open",
    Happened.PROMISE_OPENED: "neemt toch contact op",
    Happened.START_CHANGED: "startdatum veranderd",
    Happened.YEAR_STOPPED: "jaar vroeger gestopt",
    Happened.YEAR_REOPENED: "jaar weer open",
    Happened.YEAR_PAUSED: "jaar op pauze",
    Happened.YEAR_RESUMED: "jaar gaat verder",
    Happened.TARGET_CHANGED: "ander aantal keer samen",
    Happened.HOME_ENTERED: "in een tijdelijke woning",
    Happened.HOME_LEFT: "uit de tijdelijke woning",
    Happened.NAZORG_BEGAN: "nazorg begonnen",
    Happened.NAZORG_CHANGED: "nazorg vast of soepel",
    Happened.NAZORG_MOVED: "nazorg verzet",
    Happened.NOT_REACHED: "niet bereikt",
    Happened.AWAY_PLANNED: "zal er even niet zijn",
    Happened.AWAY_TAKEN_BACK: "blijft er toch",
    Happened.TOLD_AWAY: "hoorde wie er te bereiken is",
    Happened.HOURS_CHANGED: "uren bereikbaar veranderd",
    Happened.NIGHT_CONTACT_CHANGED: "nachtcontact veranderd",
    Happened.CALL_URGENT: "bel me: kan niet wachten",
    Happened.CALL_TOLD: "bel me: iemand hoorde het",
    Happened.CALL_CHOSEN: "bel me: wanneer gekozen",
    Happened.CALL_TAKEN: "bel me: iemand belt",
    Happened.CALL_PASSED_ON: "bel me: doorgegeven",
    Happened.CALL_LET_GO: "bel me: toch niet",
    Happened.CALL_MISSED: "bel me: niet bereikt",
    Happened.CALL_SPOKEN: "bel me: gesproken",
    Happened.CALL_WITHDRAWN: "bel me: niet meer nodig",
    Happened.CALL_REMINDED: "bel me: herinnerd",
    Happened.CRISIS_HINTED: "schreef iets zorgwekkends",
    Happened.CRISIS_TOLD: "vraagt aandacht: iemand hoorde het",
    Happened.CRISIS_CALLING: "vraagt aandacht: iemand belt",
    Happened.CRISIS_MEANT_OTHERWISE: "bedoelde iets anders",
    Happened.CRISIS_TAKEN_UP: "heeft contact",
    Happened.HELP_NOW: "keek naar de hulplijnen",
    Happened.WEB_BEGUN: "spinnenweb begonnen",
    Happened.WEB_FINISHED: "spinnenweb klaar",
    Happened.WEB_SHARED: "spinnenweb gedeeld",
    Happened.WEB_SEEN: "spinnenweb bekeken",
    Happened.LOOK_BEGUN: "spinnenweb: kijkt ook",
    Happened.LOOK_FINISHED: "spinnenweb: keek ook",
    Happened.JUSTICE_CHANGED: "uit de problemen: wel of niet gevraagd",
    Happened.OWN_THEME_NAMED: "eigen thema benoemd",
    Happened.ACTION_ADDED: "stap erbij",
    Happened.ACTION_CHANGED: "stap veranderd",
    Happened.ACTION_DONE: "stap gelukt",
    Happened.ACTION_DROPPED: "stap losgelaten",
    Happened.ACTION_OPENED: "stap weer open",
    Happened.ACTION_REMOVED: "stap weggehaald",
    Happened.ACTION_ASKED: "naar een stap gevraagd",
    Happened.STEP_SKIPPED: "eerste stap overgeslagen",
    Happened.WEB_OFFERED: "spinnenweb aangeboden",
    Happened.WEB_REMINDED: "spinnenweb nog eens aangeboden",
    Happened.WEB_TOGETHER: "wil het spinnenweb samen invullen",
    Happened.WEB_BROUGHT_UP: "spinnenweb ter sprake gebracht",
    Happened.WEB_NOT_BROUGHT_UP: "spinnenweb toch nog open",
    Happened.PLAN_WORDS: "plan veranderd",
    Happened.PLAN_PAPER: "plan op papier gezet",
    Happened.PAPER_AGAIN: "blad van het plan nog eens gekregen",
}


async def lines_since(database: Database, last_id: int) -> Sequence[JournalLine]:
    """The journal's lines after that one, oldest first."""
    async with database.read() as session:
        rows = await journal.since(session, last_id)
        names = {person.id: person.name for person in await session.scalars(select(Person))} if rows else {}
    return [JournalLine(row.id, row.at, _who(row, names), WORDS[Happened(row.kind)], row.kind) for row in rows]


def _who(row: Journal, names: dict[int, str]) -> str:
    """Who did it, and with whom; what the bot does by itself is told of whom it concerns."""
    involved = dict.fromkeys(one for one in (row.actor_id, row.subject_id) if one is not None)
    return " → ".join(names[one] for one in involved) or "Spoor"


async def role_of(database: Database, telegram_id: int) -> Role | None:
    """What the person with this phone does in the programme; None for somebody without a place."""
    async with database.read() as session:
        person = await people.by_telegram_id(session, telegram_id)
    return None if person is None else person.role
