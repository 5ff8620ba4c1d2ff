"""The life domains and the scale, in words."""

from __future__ import annotations

from chat.language import Text, Verbatim, _
from programme.spiderweb import Domain

# As a value it stands in a button as it is, and in a message as that needs it.
AND = "&"

NAMES: dict[Domain, Text] = {
    Domain.HOUSING: _("🏠 Living"),
    Domain.MONEY: _("💶 Money {and_} papers", and_=AND),
    Domain.WORK: _("🛠 Work {and_} school", and_=AND),
    Domain.NETWORK: _("👥 My people"),
    Domain.BODY: _("💪 Body"),
    Domain.MIND: _("🧠 Head"),
    Domain.IDENTITY: _("🧭 Who I am"),
    Domain.LEISURE: _("🎧 Free time"),
    Domain.SELF_RELIANCE: _("🧺 Doing it myself"),
    Domain.JUSTICE: _("⚖️ Out of trouble"),
    Domain.OWN: _("✨ My own theme"),
}

QUESTIONS: dict[Domain, Text] = {
    Domain.HOUSING: _("How is it going with your place?"),
    Domain.MONEY: _("Do you get by, and are your papers okay?"),
    Domain.WORK: _("How is it going with work, school or something to do?"),
    Domain.NETWORK: _("Do you have people you can count on?"),
    Domain.BODY: _("How does your body feel?"),
    Domain.MIND: _("How is it going in your head?"),
    Domain.IDENTITY: _("Are you okay with who you are and where you want to go?"),
    Domain.LEISURE: _("Do you do things that you like to do?"),
    Domain.SELF_RELIANCE: _("Do cooking, cleaning and appointments work out?"),
    Domain.JUSTICE: _("Does it work out to stay away from trouble?"),
    Domain.OWN: _("How is it going with that?"),
}

# What each number is called. The programme names 1, 3, 5, 8 and 10; those between are our reading.
SCALE: dict[int, Text] = {
    1: _("it all goes wrong"),
    2: _("it goes wrong"),
    3: _("hard"),
    4: _("not easy"),
    5: _("so-so"),
    6: _("it goes"),
    7: _("quite okay"),
    8: _("good"),
    9: _("very good"),
    10: _("top, I manage by myself"),
}


def name(domain: Domain, own: str | None) -> Text:
    """What it is called; the youth's own theme (`own`) in the youth's own words."""
    if domain is Domain.OWN and own is not None:
        return _("✨ {words}", words=Verbatim(own))
    return NAMES[domain]
