"""The commands a phone offers, for each role, in the language of whoever reads them."""

from __future__ import annotations

import hashlib

from chat.language import LANGUAGES, Language, Text, _, language
from chat.occasion import Manner, Occasion
from chat.outgoing import Outgoing
from programme.people import Role
from store.tables import Doubt, Person

MENU = Manner(kind="menu", doubt=Doubt.REPEAT)

Commands = tuple[tuple[str, Text], ...]

_START = ("start", _("Begin, or look again"))
_HELP = ("hulp", _("Numbers to call, and what I can do"))
_SETTINGS = ("instellingen", _("Your preferences"))
_HOURS = ("bereikbaar", _("When you can be reached"))
_AWAY = ("afwezig", _("Away for a while"))
_CALLS = ("oproepen", _("Who asked for a call"))
_NEW = ("nieuw", _("Add a jongere"))

STRANGERS: Commands = (_START, _HELP)
ROLES: dict[Role, Commands] = {
    Role.YOUTH: (
        _START,
        _HELP,
        ("belme", _("Ask for a call")),
        ("plan", _("Your steps and your last web")),
        ("instellingen", _("Choose time, rhythm and language")),
        ("pauze", _("No questions for a while")),
        ("stop", _("No more questions")),
    ),
    Role.BEGELEIDER: (
        ("jongeren", _("Your jongeren")),
        ("plan", _("A plan, in words and on paper")),
        ("berichten", _("What waits for an answer")),
        _CALLS,
        ("contact", _("Note a contact")),
        ("agenda", _("What is coming")),
        _NEW,
        _HOURS,
        _AWAY,
        _SETTINGS,
        _HELP,
    ),
    Role.TEAMCOACH: (_CALLS, _HOURS, _AWAY, _SETTINGS, _HELP),
    Role.COORDINATOR: (("team", _("Colleagues and their links")), _CALLS, _NEW, _HOURS, _AWAY, _SETTINGS, _HELP),
}


async def put(occasion: Occasion, person: Person) -> None:
    """Offer a person the commands of their role in their language: when they come in, or when either changes."""
    if person.telegram_id is None:
        return
    commands = _written(ROLES[person.role], language(person.language))
    await _ask(occasion, Outgoing("setMyCommands", {"commands": commands, "scope": _chat(person.telegram_id)}))
    await _button(occasion, person.telegram_id, "commands")


async def take_away(occasion: Occasion, account: int) -> None:
    """An account without a place offers what every stranger's does."""
    await _ask(occasion, Outgoing("deleteMyCommands", {"scope": _chat(account)}))
    await _button(occasion, account, "default")


async def put_for_strangers(occasion: Occasion) -> None:
    """What everybody else is offered. At every start; asked of Telegram only when it changed."""
    await _default(occasion, language(occasion.setting.language), {})
    for code in LANGUAGES:
        await _default(occasion, language(code), {"language_code": code})


async def _default(occasion: Occasion, speaks: Language, whose: dict[str, str]) -> None:
    request = Outgoing("setMyCommands", {"commands": _written(STRANGERS, speaks), **whose})
    mark = hashlib.sha256(request.write().encode()).hexdigest()[:16]
    await _ask(occasion, request, Manner(kind="menu", doubt=Doubt.REPEAT, key=f"menu:{mark}"))


async def _ask(occasion: Occasion, request: Outgoing, manner: Manner = MENU) -> None:
    # In no chat and about nobody: a menu that cannot be set says nothing about whether a person can be reached.
    await occasion.send(request, manner, chat_id=None, person_id=None)


async def _button(occasion: Occasion, account: int, kind: str) -> None:
    await _ask(occasion, Outgoing("setChatMenuButton", {"chat_id": account, "menu_button": {"type": kind}}))


def _chat(account: int) -> dict[str, str | int]:
    return {"type": "chat", "chat_id": account}


def _written(commands: Commands, speaks: Language) -> list[dict[str, str]]:
    return [{"command": name, "description": speaks.plain(text)} for name, text in commands]
