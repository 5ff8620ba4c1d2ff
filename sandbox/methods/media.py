"""Pictures, voice messages, stickers and documents of the bot."""

from __future__ import annotations

from dataclasses import replace

from sandbox.methods.sending import envelope, post, read_caption, shown
from sandbox.model import Media, MediaKind, Text
from sandbox.parameters import Parameters
from sandbox.pictures import is_picture
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram
from sandbox.uploads import Upload
from sandbox.wire import Json

MOST_IN_ALBUM = 10


async def send_photo(telegram: Telegram, asked: Parameters) -> Json:
    """A picture."""
    return _send(telegram, asked, MediaKind.PHOTO)


async def send_voice(telegram: Telegram, asked: Parameters) -> Json:
    """A voice message."""
    return _send(telegram, asked, MediaKind.VOICE)


async def send_document(telegram: Telegram, asked: Parameters) -> Json:
    """A file."""
    return _send(telegram, asked, MediaKind.DOCUMENT)


async def send_sticker(telegram: Telegram, asked: Parameters) -> Json:
    """A sticker."""
    return _send(telegram, asked, MediaKind.STICKER)


async def send_media_group(telegram: Telegram, asked: Parameters) -> list[Json]:
    """An album; it counts as one message in the rates, or a full one could never pass."""
    items = asked.structure("media") or []
    if not 2 <= len(items) <= MOST_IN_ALBUM:
        raise bad_request("group send failed: an album holds 2 to 10 items")
    around = envelope(telegram, asked)
    album = str(telegram.book.next_id())
    captions = [_caption(item) for item in items]
    media = [_item(telegram, asked, item) for item in items]
    telegram.rates.count(around.chat.id)
    pairs = zip(captions, media, strict=True)
    return [shown(telegram, post(telegram, around, text, one, album, counted=False)) for text, one in pairs]


def _caption(item: Json) -> Text:
    return read_caption(item.get("caption", ""), item.get("parse_mode", ""), item.get("caption_entities"))


def _item(telegram: Telegram, asked: Parameters, item: Json) -> Media:
    media = _media(telegram, asked, MediaKind(item["type"]), item["media"])
    return replace(media, covered=bool(item.get("has_spoiler")))


def _send(telegram: Telegram, asked: Parameters, kind: MediaKind) -> Json:
    caption = read_caption(asked.text("caption"), asked.text("parse_mode"), asked.structure("caption_entities"))
    around = envelope(telegram, asked)
    media = _media(telegram, asked, kind, asked.text(kind.value))
    covered = replace(media, covered=kind is MediaKind.PHOTO and asked.flag("has_spoiler"))
    return shown(telegram, post(telegram, around, caption if media.takes_words else Text(""), covered))


def _media(telegram: Telegram, asked: Parameters, kind: MediaKind, source: str) -> Media:
    upload = asked.uploads.get(source.removeprefix("attach://") or kind.value)
    if upload:
        return _taken_in(telegram, kind, upload, asked.number("duration", 0) or 0)
    known = telegram.files.find(source)
    if known is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if known.kind is not kind:
        raise bad_request(f"can't use file of type {known.kind.title()} as {kind.title()}")
    return known


def _taken_in(telegram: Telegram, kind: MediaKind, upload: Upload, seconds: int) -> Media:
    if not upload.content:
        raise bad_request("file must be non-empty")
    if kind is MediaKind.PHOTO and not is_picture(upload.content):
        raise bad_request("IMAGE_PROCESS_FAILED")
    return telegram.files.keep(kind, upload.content, name=upload.name, mime=upload.mime, seconds=seconds)
