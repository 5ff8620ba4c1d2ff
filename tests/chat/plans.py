"""Plans to put on paper: ordinary ones, and the hardest that facts can make."""

from __future__ import annotations

from datetime import date

from chat.plan import Action, Part, Plan
from chat.spiderweb import Radar, Web
from programme.actions import ActionState

DAY = date(2026, 11, 24)

LABELS = (
    "🏠 Wonen", "💶 Geld & papieren", "🛠 Werk & school", "👥 Mijn mensen", "💪 Lijf", "🧠 Hoofd", "🧭 Wie ik ben",
    "🎧 Vrije tijd", "🧺 Zelf doen", "⚖️ Uit de problemen", "✨ Mijn hond Boebie",
)  # fmt: skip
SCALE = ("", "loopt helemaal mis", "loopt mis", "moeilijk", "moeilijk", "zo-zo", "zo-zo", "gaat wel", "goed", "goed",
         "top, lukt mij zelf")  # fmt: skip


def radar(*scores: int | None, before: tuple[int | None, ...] | None = None) -> Radar:
    """A web of the first domains."""
    earlier = None if before is None else Web(date(2026, 10, 20), before)
    return Radar("nl", "Sam", LABELS[: len(scores)], Web(DAY, scores), earlier)


def part(
    number: int, score: int | None, before: int | None = None, state: str = "", *actions: Action, first: bool = False
) -> Part:
    """One of the domains."""
    return Part(LABELS[number], score, SCALE[score or 0], before, first, state, actions)


ORDINARY = Plan(
    "nl",
    "Sam",
    "Lotte",
    "Karim",
    "ondersteuningsplan",
    1,
    DAY,
    "uitvoering, week 7",
    (
        part(
            0, 3, 2,
            "Ik slaap nu bij Jonas op de zetel. Tot nieuwjaar. Ik wil iets van mij alleen, ook al is het klein.",
            Action("Samen met Lotte de papieren voor de sociale huisvesting invullen", date(2026, 12, 4)),
            Action("Een lijstje maken van studio’s onder 550 euro", date(2026, 11, 28), ActionState.DONE),
            first=True,
        ),
        part(
            1, 4, 4,
            "Mijn leefloon komt op tijd. Er is nog een schuld van de gsm, die betaal ik af met 25 euro per maand.",
            Action("Naar de bank voor een nieuwe kaart", date(2026, 12, 1)),
            first=True,
        ),
        part(
            2, 5, 3, "Twee dagen per week naar het atelier. Het lassen ligt mij.",
            Action("Aan Dirk vragen of een derde dag kan", None),
        ),
        part(3, 7, 7, "Oma belt elke zondag. Jonas is er altijd."),
        part(4, 6, 5, "", Action("Tandarts", date(2026, 12, 17), ActionState.DROPPED)),
        part(5, 5, 4, "Slapen lukt beter sinds ik ’s avonds ga stappen."),
        part(6, None),
        part(7, 8, 6, "Voetbal op woensdag, en gamen met Mo."),
        part(8, 8),
    ),
    radar(3, 4, 5, 7, 6, 5, None, 8, 8, before=(2, 4, 3, 7, 5, 4, None, 6, None)),
    "Oma kookt op zondag en houdt de sleutels bij. Jonas gaat mee kijken naar studio’s. Dirk van het atelier schrijft "
    "een brief voor de verhuurder.",
)  # fmt: skip

LONG_STATE = (
    "Het is al een tijd moeilijk, en toch is er veel veranderd. Vroeger sliep ik overal en nergens, nu heb ik een "
    "adres. " * 14
).strip()
LONG_STEP = "x" * 500
WORDY_STEP = ("eerst bellen, dan langsgaan, dan opnieuw vragen hoe het zit en of het lukt; " * 7)[:500]
MANY = tuple(
    Action(step, DAY, stands) for step, stands in zip((LONG_STEP, WORDY_STEP, "🎉" * 500), ActionState, strict=True)
)

HARD = Plan(
    "nl",
    "Maximiliaan-Alexander Ferdinand van der Strichtenaarsveldebeekhoeve",
    "Marie-Antoinette Vandenbroucke-Vanhoutteghem",
    "Abdelkarim",
    "evaluatie 1",
    12,
    DAY,
    "uitvoering, week 19",
    tuple(
        part(number, 1 + number % 10, 10 - number % 10, LONG_STATE, *MANY, first=number in (1, 4, 9))
        for number in range(11)
    ),
    radar(*(1 + number % 10 for number in range(11))),
    LONG_STATE,
)

EMPTY = Plan(
    "nl", "Jo", "An", None, "ondersteuningsplan", 1, DAY, "opstart, week 6", tuple(part(n, None) for n in range(9))
)
NOTHING = Plan("nl", "", "", None, "", 1, DAY, "", ())

ALL = {"ordinary": ORDINARY, "hard": HARD, "empty": EMPTY, "nothing": NOTHING}
