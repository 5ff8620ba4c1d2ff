"""Files, albums, copies and reactions."""

from __future__ import annotations

import pytest
from telegram import (
    InputMediaPhoto,
)
from telegram.error import BadRequest

from sandbox.model import MediaKind, Message
from tests.sandbox.front import Front, front, refused

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (320).to_bytes(4, "big") + (240).to_bytes(4, "big") + b"\r\n\r\0--x"


def newest(place: Front) -> Message:
    return place.telegram.messages(place.sam.id)[-1]


@pytest.mark.asyncio
async def test_pictures_and_voices_keep_every_byte() -> None:
    async with front() as place:
        place.opened()
        sent = await place.bot.send_photo(place.sam.id, PNG, caption="<b>QR</b>", parse_mode="HTML")
        assert (sent.photo[0].width, sent.photo[0].height) == (320, 240)
        assert sent.caption == "QR"
        file = await place.bot.get_file(sent.photo[0].file_id)
        assert bytes(await file.download_as_bytearray()) == PNG
        again = await place.bot.send_photo(place.sam.id, sent.photo[0].file_id)
        assert again.photo == sent.photo
        await place.bot.send_voice(place.sam.id, b"OggS\r\n\0\xff", duration=3)
        with refused(BadRequest, "caption is too long"):
            await place.bot.send_photo(place.sam.id, PNG, caption="x" * 1025)
        with refused(BadRequest, "IMAGE_PROCESS_FAILED"):
            await place.bot.send_photo(place.sam.id, b"not a picture")


@pytest.mark.asyncio
async def test_albums_copies_and_forwards() -> None:
    async with front() as place:
        place.opened()
        lotte = place.telegram.meet("Lotte")
        place.telegram.write(lotte, "/start")
        album = await place.bot.send_media_group(lotte.id, [InputMediaPhoto(PNG, caption="een"), InputMediaPhoto(PNG)])
        assert len({message.media_group_id for message in album}) == 1
        voice = place.telegram.files.keep(MediaKind.VOICE, b"OggS", name="v.ogg", mime="audio/ogg", seconds=4)
        said = place.telegram.send(place.sam, voice, "hoor")
        await place.bot.copy_message(lotte.id, place.sam.id, said.id)
        copied = place.telegram.messages(lotte.id)[-1]
        assert (copied.attachment, copied.plain, copied.sender) == (voice, "hoor", place.telegram.bot)
        forwarded = await place.bot.forward_message(lotte.id, place.sam.id, said.id)
        assert forwarded.forward_origin
        assert forwarded.voice
        with refused(BadRequest, "message to copy not found"):
            await place.bot.copy_message(lotte.id, place.sam.id, 999)


@pytest.mark.asyncio
async def test_reactions_both_ways() -> None:
    async with front() as place:
        place.opened()
        await place.bot.set_message_reaction(place.sam.id, newest(place).id, "👀")
        assert newest(place).reactions == ((place.telegram.bot.id, "👀"),)
        with refused(BadRequest, "REACTION_INVALID"):
            await place.bot.set_message_reaction(place.sam.id, newest(place).id, "❤️")
        await place.bot.get_updates(allowed_updates=["message", "message_reaction"])
        place.telegram.react(place.sam, newest(place).id, "❤")
        (update,) = await place.bot.get_updates()
        assert update.message_reaction
        assert len(newest(place).reactions) == 2


@pytest.mark.asyncio
async def test_several_messages_are_copied_and_deleted_together() -> None:
    async with front() as place:
        place.opened()
        lotte = place.telegram.meet("Lotte")
        place.telegram.write(lotte, "/start")
        said = [place.telegram.write(place.sam, text).id for text in ("een", "twee")]
        copies = await place.bot.copy_messages(lotte.id, place.sam.id, [*said, 999])
        assert [message.plain for message in place.telegram.messages(lotte.id)][1:] == ["een", "twee"]
        await place.bot.delete_messages(lotte.id, [copy.message_id for copy in copies])
        assert len(place.telegram.messages(lotte.id)) == 1
