"""What the page may ask: act as a person on a phone, or wind the clock. JSON in, JSON out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any, TypeVar

from pydantic import ValidationError
from sse_starlette import EventSourceResponse
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sandbox import weather
from sandbox.model import InlineKeyboard, Location, User
from sandbox.page_stream import BusyError, Streams
from sandbox.page_town import PageTown, wind
from sandbox.telegram import Telegram
from sandbox.wishes import Block, Edit, NewPhone, Offline, Open, Place, React, Remove, Say, Tap, Weather, Wind, Wish

Answer = dict[str, Any]
Handler = Callable[[Request], Awaitable[Response]]
W = TypeVar("W", bound=Wish)


class Control:
    """The routes under `/page`."""

    def __init__(self, telegram: Telegram, town: PageTown, streams: Streams) -> None:
        self._telegram = telegram
        self._town = town
        self._streams = streams

    def routes(self) -> list[Route]:
        """Everything the page calls."""
        acts = {
            "say": self._act(Say, self._say),
            "place": self._act(Place, self._place),
            "edit": self._act(Edit, self._edit),
            "remove": self._act(Remove, self._remove),
            "tap": self._act(Tap, self._tap),
            "react": self._act(React, self._react),
            "open": self._act(Open, self._open),
            "block": self._act(Block, self._block),
            "offline": self._act(Offline, self._offline),
            "phone": self._act(NewPhone, self._new_phone),
        }
        return [
            Route("/page/events", self._events),
            Route("/page/clock", guarded(self._wind), methods=["POST"]),
            Route("/page/weather", guarded(self._change_weather), methods=["POST"]),
            *(Route(f"/page/people/{{person:int}}/{name}", act, methods=["POST"]) for name, act in acts.items()),
        ]

    async def _events(self, request: Request) -> Response:
        return EventSourceResponse(self._streams.events(request.headers.get("last-event-id")))

    async def _wind(self, request: Request) -> Answer:
        step = Wind.model_validate_json(await request.body()).to
        with self._streams.winding():
            anything = await wind(self._town, step)
        return {"now": self._town.now().isoformat(), "anything": anything}

    async def _change_weather(self, request: Request) -> Answer:
        weather.change(self._telegram.faults, Weather.model_validate_json(await request.body()))
        self._streams.look()
        return {}

    def _act(self, form: type[W], act: Callable[[User, W], Answer]) -> Handler:
        async def answer(request: Request) -> Answer:
            return act(self._person(request), form.model_validate_json(await request.body()))

        return guarded(answer)

    def _person(self, request: Request) -> User:
        wanted = request.path_params["person"]
        for person in self._telegram.people():
            if person.id == wanted:
                return person
        raise LookupError("nobody has this phone")

    def _say(self, person: User, wish: Say) -> Answer:
        return {"message": self._telegram.write(person, wish.text, reply_to=wish.reply_to).id}

    def _place(self, person: User, wish: Place) -> Answer:
        here = Location(wish.latitude, wish.longitude)
        return {"message": self._telegram.send(person, here, reply_to=wish.reply_to).id}

    def _edit(self, person: User, wish: Edit) -> Answer:
        return {"message": self._telegram.edit(person, wish.message, wish.text).id}

    def _remove(self, person: User, wish: Remove) -> Answer:
        take_away = self._telegram.hide if wish.only_here else self._telegram.delete
        take_away(person, wish.message)
        return {}

    def _tap(self, person: User, wish: Tap) -> Answer:
        return {"query": self._telegram.tap(person, wish.message, self._data(person, wish)).id}

    def _react(self, person: User, wish: React) -> Answer:
        return {"message": self._telegram.react(person, wish.message, wish.emoji).id}

    def _open(self, person: User, wish: Open) -> Answer:
        return {"message": self._telegram.open_link(person, wish.link).id}

    def _block(self, person: User, wish: Block) -> Answer:
        change = self._telegram.block if wish.blocked else self._telegram.unblock
        change(person)
        return {}

    def _offline(self, person: User, wish: Offline) -> Answer:
        change = self._telegram.go_offline if wish.offline else self._telegram.come_online
        change(person)
        return {}

    def _new_phone(self, person: User, _: NewPhone) -> Answer:
        return {"person": self._town.new_phone(person).id}

    def _data(self, person: User, wish: Tap) -> str:
        for message in self._telegram.messages(person.id):
            if message.id == wish.message and isinstance(message.markup, InlineKeyboard):
                data = message.markup.rows[wish.row][wish.column].data
                if data is not None:
                    return data
        raise LookupError("no such button")


def guarded(answer: Callable[[Request], Awaitable[Answer]], only: str = "application/json") -> Handler:
    """Only this type is listened to (one that another site cannot send unasked); what cannot be done is said so."""

    async def handle(request: Request) -> Response:
        if request.headers.get("content-type", "").partition(";")[0] != only:
            return refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"send {only}")
        try:
            return JSONResponse(await answer(request))
        except BusyError:
            return refusal(HTTPStatus.CONFLICT, "the clock is being wound")
        except ValidationError as error:
            return refusal(HTTPStatus.UNPROCESSABLE_ENTITY, error.errors(include_url=False)[0]["msg"])
        except (ValueError, LookupError) as error:
            return refusal(HTTPStatus.UNPROCESSABLE_ENTITY, str(error))

    return handle


def refusal(status: HTTPStatus, why: str) -> Response:
    """A wish that is not granted."""
    return JSONResponse({"error": why}, status)
