"""Lotte's morning: what the day asks in one message, a contact in two taps, and how it goes with everybody."""

from __future__ import annotations

from sandbox.cast import DEMO
from sandbox.stories.story import Both, Stage, Story

OCHTEND = Story("ochtend", Both("Lottes ochtend", "Lotte's morning"), DEMO.only("Sam", "Mo", "Lotte", "Bram", "Noor"))

KINDS = ("🤝 Samen", "📞 Gebeld", "💬 Bericht", "👥 Netwerk", "Iemand anders", "Toch niet")


@OCHTEND.scene(
    "Om 8u30 kreeg Lotte één bericht met alles van vandaag: Mo wacht op antwoord. Ze stuurt alvast een ❤️, en belt.",
    "At 8:30 Lotte got one message with all of today: Mo waits for an answer. She sends a ❤️ first, and calls.",
    "Lotte",
    "Mo",
)
async def a_heart(stage: Stage) -> None:
    """For the answer of last evening."""
    await stage.taps("Lotte", "❤️", on="Mo: 😄 Heel goed")
    await stage.expects("Mo", "❤️ van Lotte")


@OCHTEND.scene(
    "Gebeld. Twee tikken, en het staat er. De regel van vanochtend krijgt zijn ✓, en een verslag hoeft niet.",
    "Called. Two taps, and it stands. The line of this morning gets its ✓, and there is no report to write.",
    "Lotte",
)
async def called(stage: Stage) -> None:
    """Two taps, and the line of the morning is settled."""
    await stage.says("Lotte", "/contact")
    await stage.expects("Lotte", "Hoe had je contact met Mo?", buttons=KINDS)
    await stage.taps("Lotte", "📞 Gebeld")
    await stage.expects("Lotte", "Genoteerd: Mo, gebeld, vandaag.", edited=True)
    await stage.expects("Lotte", "✓ Mo: beantwoord", edited=True)


@OCHTEND.scene(
    "Op /jongeren staat iedereen op een regel: de fase, het laatste contact, hoe vaak samen, en de gezichtjes.",
    "/jongeren has a line for everybody: the phase, the last contact, how often together, and the faces.",
    "Lotte",
)
async def everybody(stage: Stage) -> None:
    """The list."""
    await stage.says("Lotte", "/jongeren")
    await stage.expects("Lotte", "Mo: uitvoering 1, week 9", buttons=["Mo", "Sam"])


@OCHTEND.scene(
    "Achter een naam zit alles van die jongere: het jaar, de mijlpalen, de contacten. Ook de duo ziet het.",
    "Behind a name is everything about that youth: the year, the milestones, the contacts. The duo sees it too.",
    "Lotte",
)
async def one_of_them(stage: Stage) -> None:
    """The card."""
    await stage.taps("Lotte", "Mo", on="Jouw jongeren")
    await stage.expects("Lotte", "Begeleider: Lotte", edited=True)


@OCHTEND.scene(
    "De tijdlijn toont het jaar op één plaat: de contacten naast het doel, de gezichtjes en de mijlpalen.",
    "The timeline shows the year in one picture: the contacts beside the target, the faces and the milestones.",
    "Lotte",
)
async def the_whole_year(stage: Stage) -> None:
    """The picture."""
    await stage.taps("Lotte", "📈 Tijdlijn")
    await stage.expects("Lotte", "Het jaar van Mo, om samen te bekijken.")
