"""Answers to taps, and reactions. Neither counts as a message."""

from __future__ import annotations

from sandbox.model import ChangeKind, Toast
from sandbox.parameters import Parameters
from sandbox.plain import units
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram

LONGEST_TOAST = 200
FACES = "🥰 😁 🤔 🤯 😱 🤬 😢 🤩 🤮 🤡 🥱 🥴 😍 🌚 🤣 🤨 😐 😈 😴 😭 🤓 👻 🙈 😇 😨 🤗 🫡 🎅 🤪 🗿 🙉 😘 🙊 😎 👾 😡"
HANDS = "👍 👎 👏 🙏 👌 🖕 🤝 ✍ 💅 👀"
THINGS = "❤ 🔥 🎉 💩 🕊 🐳 🌭 💯 ⚡ 🍌 🏆 💔 🍓 🍾 💋 🎃 🎄 ☃ 🆒 💘 🦄 💊"
#: The emoji a bot may react with; written without variation selectors, as Telegram wants them.
REACTIONS = frozenset(f"{FACES} {HANDS} {THINGS} ❤\u200d🔥 👨\u200d💻 🤷\u200d♂ 🤷 🤷\u200d♀".split())


async def answer_callback_query(telegram: Telegram, asked: Parameters) -> bool:
    """Stop the spinner of a tap, with or without a word."""
    text = asked.text("text")
    if units(text) > LONGEST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    query = telegram.queries.answer(asked.text("callback_query_id"))
    toast = Toast(text, asked.flag("show_alert")) if text else None
    telegram.feed.tell(
        ChangeKind.ANSWERED, query.message.chat.id, query.message, query=query.id, toast=toast, by_bot=True
    )
    return True


async def set_message_reaction(telegram: Telegram, asked: Parameters) -> bool:
    """Put one emoji under a message, or take it away."""
    chat = telegram.accounts.reachable(asked.chat())
    message = telegram.book.find(chat.id, asked.number("message_id"))
    if message is None:
        raise bad_request("message to react not found")
    wanted = [one.get("emoji") for one in asked.structure("reaction") or ()]
    if len(wanted) > 1:
        raise bad_request("too many reactions specified")
    if wanted and wanted[0] not in REACTIONS:
        raise bad_request("REACTION_INVALID")
    telegram.place_reaction(message, telegram.bot, wanted[0] if wanted else None)
    return True
