"""The methods of the Bot API, by their (lower-case) names. A method not listed here is unknown: 404."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from sandbox.methods import about, answering, copying, editing, media, menus, receiving, sending
from sandbox.parameters import Parameters
from sandbox.telegram import Telegram

Method = Callable[[Telegram, Parameters], Awaitable[Any]]

METHODS: Mapping[str, Method] = {
    # What comes in.
    "getupdates": receiving.get_updates,
    "setwebhook": receiving.set_webhook,
    "deletewebhook": receiving.delete_webhook,
    "getwebhookinfo": receiving.get_webhook_info,
    # What goes out.
    "sendmessage": sending.send_message,
    "sendlocation": sending.send_location,
    "sendcontact": sending.send_contact,
    "sendchataction": sending.send_chat_action,
    "sendphoto": media.send_photo,
    "sendvoice": media.send_voice,
    "senddocument": media.send_document,
    "sendsticker": media.send_sticker,
    "sendmediagroup": media.send_media_group,
    "copymessage": copying.copy_message,
    "copymessages": copying.copy_messages,
    "forwardmessage": copying.forward_message,
    # What changes afterwards.
    "editmessagetext": editing.edit_text,
    "editmessagecaption": editing.edit_caption,
    "editmessagereplymarkup": editing.edit_reply_markup,
    "deletemessage": editing.delete_message,
    "deletemessages": editing.delete_messages,
    "answercallbackquery": answering.answer_callback_query,
    "setmessagereaction": answering.set_message_reaction,
    # The bot itself.
    "getme": about.get_me,
    "getchat": about.get_chat,
    "getfile": about.get_file,
    "setmyname": about.set_my_name,
    "getmyname": about.get_my_name,
    "setmydescription": about.set_my_description,
    "getmydescription": about.get_my_description,
    "setmyshortdescription": about.set_my_short_description,
    "getmyshortdescription": about.get_my_short_description,
    "setmycommands": menus.set_my_commands,
    "getmycommands": menus.get_my_commands,
    "deletemycommands": menus.delete_my_commands,
    "setchatmenubutton": menus.set_chat_menu_button,
    "getchatmenubutton": menus.get_chat_menu_button,
}
