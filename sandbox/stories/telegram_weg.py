"""Telegram is down for ten minutes, just when Sam answers: nothing is lost, and nothing comes twice."""

from __future__ import annotations

from sandbox.cast import DEMO
from sandbox.stories.story import FACES, Both, Stage, Story
from sandbox.wishes import Step

TELEGRAM_WEG = Story(
    "telegram-weg", Both("Telegram is even weg", "Telegram is gone for a while"), DEMO.only("Sam", "Lotte", "Bram")
)


@TELEGRAM_WEG.scene(
    "Het is 10u, en Sam krijgt de vraag van vandaag.",
    "It is 10:00, and Sam gets today's question.",
    "Sam",
    "Lotte",
)
async def sam_is_asked(stage: Stage) -> None:
    """All is well."""
    await stage.winds(Step.NEXT)
    await stage.expects("Sam", "Sam", buttons=FACES)


@TELEGRAM_WEG.scene(
    "Sam vraagt om een telefoontje, en dan valt Telegram uit voor de bot. Sam tikt twee keer, want er gebeurt niets.",
    "Sam asks for a call, and then Telegram fails for the bot. Sam taps twice, because nothing happens.",
    "Sam",
    "Lotte",
)
async def sam_answers_into_the_void(stage: Stage) -> None:
    """Nobody hears it yet."""
    await stage.taps("Sam", "Bel me")
    await stage.expects("Sam", "Wanneer wil je dat er iemand belt?")
    await stage.telegram_goes(down=True)
    await stage.taps("Sam", "🙁 Niet goed")
    await stage.taps("Sam", "🙁 Niet goed")
    await stage.taps("Sam", "Zo snel mogelijk")


@TELEGRAM_WEG.scene(
    "Tien minuten lang komt er niets aan, bij niemand. De bot blijft het proberen.",
    "For ten minutes nothing arrives, with nobody. The bot keeps trying.",
    "Lotte",
    "Sam",
)
async def ten_minutes_of_nothing(stage: Stage) -> None:
    """Everything waits."""
    await stage.winds(Step.MINUTES)


@TELEGRAM_WEG.scene(
    "Telegram is terug. Alles komt aan, het dringendste eerst. Twee keer tikken bleef één antwoord.",
    "Telegram is back. Everything arrives, the most urgent first. Two taps stayed one answer.",
    "Lotte",
    "Sam",
)
async def everything_arrives(stage: Stage) -> None:
    """Once, and all of it."""
    await stage.telegram_goes(down=False)
    await stage.winds(Step.MINUTES)
    await stage.expects("Lotte", "Sam vraagt of je belt.")
    await stage.expects("Lotte", "Sam: 🙁 Niet goed")
    await stage.expects("Sam", "Jij: 🙁 Niet goed", edited=True)
    await stage.expects("Sam", "Ik heb Lotte gevraagd om je te bellen.")
    await stage.expects("Sam", "Ik heb Lotte gevraagd om je te bellen.", edited=True)
    for name in ("Lotte", "Bram"):  # a quarter of an hour after Sam asked
        await stage.expects(name, "Nog niemand nam het op.")
    await stage.taps("Lotte", "Gesproken")
    for name in ("Lotte", "Bram"):
        await stage.expects(name, "✓ Lotte heeft Sam gesproken.", edited=True)


@TELEGRAM_WEG.scene(
    "Een dag later: niets kwam een tweede keer. Alleen de nieuwe vraag is er.",
    "A day later: nothing came a second time. Only the new question is there.",
    "Sam",
    "Lotte",
)
async def nothing_comes_twice(stage: Stage) -> None:
    """The day after is a day like any other."""
    await stage.winds(Step.DAY)
    await stage.expects("Sam", "Sam", buttons=FACES)
