"""Files, albums, copies and reactions."""

from __future__ import annotations

from datetime import timedelta

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, ReplyParameters
from telegram import Message as BotMessage
from telegram.constants import ParseMode
from telegram.error import BadRequest

from sandbox.model import Attachment, Contact, Location, Media, MediaKind, Message
from tests.sandbox.front import START, Front, front, refused

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (320).to_bytes(4, "big") + (240).to_bytes(4, "big") + b"\r\n\r\0--x"
#: Bytes that a careless reader of forms, texts or lines would change.
AWKWARD = bytes(range(256)) + b"\r\n--boundary\r\n\r\n\xff\xd9\0"


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


def lotte_and_file(place: Front, kind: MediaKind, content: bytes, caption: str = "") -> tuple[int, Message]:
    """The id of Lotte, who opened her chat, and what Sam sent."""
    place.opened()
    lotte = place.telegram.meet("Lotte")
    place.telegram.write(lotte, "/start")
    kept = place.telegram.files.keep(kind, content, name="van Sam.bin", mime="application/octet-stream", seconds=7)
    return lotte.id, place.telegram.send(place.sam, kept, caption)


@pytest.mark.asyncio
@pytest.mark.parametrize("kind", [MediaKind.VOICE, MediaKind.PHOTO, MediaKind.DOCUMENT])
async def test_a_copy_is_the_same_file_byte_for_byte(kind: MediaKind) -> None:
    async with front() as place:
        lotte, said = lotte_and_file(place, kind, PNG + AWKWARD)
        await place.bot.copy_message(lotte, place.sam.id, said.id)
        copied = place.telegram.messages(lotte)[-1].attachment
        assert isinstance(copied, Media)
        assert (copied.kind, copied.seconds, copied.file.name) == (kind, 7, "van Sam.bin")
        assert copied.file.content == PNG + AWKWARD
        file = await place.bot.get_file(copied.file.id)
        assert bytes(await file.download_as_bytearray()) == PNG + AWKWARD


@pytest.mark.asyncio
async def test_a_file_the_bot_sends_arrives_byte_for_byte() -> None:
    async with front() as place:
        place.opened()
        await place.bot.send_document(place.sam.id, AWKWARD, filename="één.pdf")
        sent = newest(place).attachment
        assert isinstance(sent, Media)
        assert (sent.file.content, sent.file.name) == (AWKWARD, "één.pdf")


@pytest.mark.asyncio
async def test_a_copy_takes_what_the_bot_gives_it() -> None:
    async with front() as place:
        lotte, said = lotte_and_file(place, MediaKind.PHOTO, PNG, "van Sam")
        start = place.telegram.messages(lotte)[0]
        await place.bot.copy_message(
            lotte,
            place.sam.id,
            said.id,
            caption="<b>Sam</b>: <tg-spoiler>x</tg-spoiler>",
            parse_mode=ParseMode.HTML,
            disable_notification=True,
            reply_parameters=ReplyParameters(start.id),
            reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("Antwoord", callback_data="a")]]),
        )
        copy = place.telegram.messages(lotte)[-1]
        assert (copy.plain, [entity.kind for entity in copy.text.entities]) == ("Sam: x", ["bold", "spoiler"])
        assert (copy.silent, copy.reply_to, [button.text for button in copy.buttons]) == (True, start.id, ["Antwoord"])
        with refused(BadRequest, "message to be replied not found"):
            await place.bot.copy_message(lotte, place.sam.id, said.id, reply_parameters=ReplyParameters(999))


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("caption", "becomes"),
    [(None, "van Sam"), ("", ""), ("anders", "anders")],
    ids=["none given: it stays", "an empty one: it goes", "another"],
)
async def test_the_caption_of_a_copy(caption: str | None, becomes: str) -> None:
    async with front() as place:
        lotte, said = lotte_and_file(place, MediaKind.DOCUMENT, AWKWARD, "van Sam")
        await place.bot.copy_message(lotte, place.sam.id, said.id, caption=caption)
        copy = place.telegram.messages(lotte)[-1]
        assert copy.plain == becomes
        await place.bot.copy_messages(lotte, place.sam.id, [said.id], remove_caption=True)
        assert not place.telegram.messages(lotte)[-1].plain


@pytest.mark.asyncio
async def test_words_and_stickers_take_no_caption() -> None:
    async with front() as place:
        lotte, sticker = lotte_and_file(place, MediaKind.STICKER, b"RIFF")
        said = place.telegram.write(place.sam, "hoi")
        for message in (sticker, said):
            await place.bot.copy_message(lotte, place.sam.id, message.id, caption="nieuw")
            assert place.telegram.messages(lotte)[-1].plain == message.plain


@pytest.mark.asyncio
async def test_a_copy_of_the_bots_own_message_leaves_its_buttons_behind() -> None:
    async with front() as place:
        place.opened()
        keys = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="j")]])
        sent = await place.bot.send_message(place.sam.id, "<i>Gaat het?</i>", ParseMode.HTML, reply_markup=keys)
        await place.bot.copy_message(place.sam.id, place.sam.id, sent.message_id)
        assert (newest(place).plain, newest(place).buttons) == ("Gaat het?", ())
        assert [entity.kind for entity in newest(place).text.entities] == ["italic"]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "attachment", [Location(51.05, 3.72), Contact("+32 470 12 34 56", "Sam")], ids=["place", "contact"]
)
async def test_places_and_contacts_are_copied(attachment: Attachment) -> None:
    async with front() as place:
        lotte, _ = lotte_and_file(place, MediaKind.STICKER, b"RIFF")
        said = place.telegram.send(place.sam, attachment)
        await place.bot.copy_message(lotte, place.sam.id, said.id)
        copied = place.telegram.messages(lotte)[-1]
        assert copied.attachment == attachment
        with refused(BadRequest, "there is no caption in the message to edit"):
            await place.bot.edit_message_caption(lotte, copied.id, caption="hier")


@pytest.mark.asyncio
async def test_files_go_again_by_their_id_and_pictures_may_be_covered() -> None:
    async with front() as place:
        lotte, said = lotte_and_file(place, MediaKind.VOICE, b"OggS")
        for kind in (MediaKind.PHOTO, MediaKind.DOCUMENT, MediaKind.STICKER):
            place.telegram.files.keep(kind, PNG, name="x", mime="image/png")
        assert isinstance(said.attachment, Media)
        voice = await place.bot.send_voice(lotte, said.attachment.file.id, caption="hoor")
        assert voice.voice
        assert (voice.voice.file_id, voice.caption) == (said.attachment.file.id, "hoor")
        with refused(BadRequest, "can't use file of type Voice as Photo"):
            await place.bot.send_photo(lotte, said.attachment.file.id)
        photo = await place.bot.send_photo(lotte, PNG, has_spoiler=True)
        assert photo.has_media_spoiler
        again = await place.bot.send_photo(lotte, photo.photo[0].file_id)
        assert not again.has_media_spoiler
        await place.bot.copy_message(place.sam.id, lotte, photo.message_id)
        copied = newest(place).attachment
        assert isinstance(copied, Media)
        assert copied.covered
        edited = await place.bot.edit_message_caption(lotte, photo.message_id, caption="kijk")
        assert isinstance(edited, BotMessage)
        assert (edited.caption, edited.has_media_spoiler) == ("kijk", True)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("ids", "why"),
    [
        ([], "message identifiers are not specified"),
        ([2, 1], "strictly increasing order"),
        (list(range(1, 102)), "too many message identifiers"),
        ([998, 999], "there are no messages to copy"),
    ],
    ids=["none", "backwards", "too many", "all gone"],
)
async def test_what_cannot_be_copied_together(ids: list[int], why: str) -> None:
    async with front() as place:
        place.opened()
        with refused(BadRequest, why):
            await place.bot.copy_messages(place.sam.id, place.sam.id, ids)


@pytest.mark.asyncio
async def test_a_message_of_somebody_else_goes_within_48_hours() -> None:
    async with front() as place:
        place.opened()
        fresh, old = place.telegram.write(place.sam, "weg"), place.telegram.write(place.sam, "blijft")
        assert await place.bot.delete_message(place.sam.id, fresh.id)
        with refused(BadRequest, "message to delete not found"):
            await place.bot.delete_message(place.sam.id, fresh.id)
        place.clock.wind(START + timedelta(hours=48, seconds=1))
        with refused(BadRequest, "message can't be deleted for everyone"):
            await place.bot.delete_message(place.sam.id, old.id)
        assert await place.bot.delete_messages(place.sam.id, [old.id])
        assert newest(place) == old
