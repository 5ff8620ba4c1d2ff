"""All that stands on a paper of a plan, gathered on the day it is made.

In the organisation's language: it is one paper, for everybody at the table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from chat.language import Language, language
from chat.plan import Action, Part, Plan
from chat.screens import shown as card
from chat.screens.domains import SCALE, name
from chat.screens.plan import moment_name
from chat.turn import Turn
from handlers import webs
from handlers.plan import domains_of
from handlers.youths import shown_as
from programme.actions import ActionState
from programme.spiderweb import Domain, WebMoment
from store import actions, plan, spiderweb, youths
from store.spiderweb import Answers
from store.tables import Action as Row
from store.tables import Person, PlanWords, Scoring


async def of(turn: Turn, person: Person, moment: WebMoment, version: int) -> Plan:
    """The plan of this youth of theirs as it is now. Raises LookupError for somebody else's."""
    youth = await youths.one_seen_by(turn.session, turn.me.id, person.id, turn.now, turn.setting.zone)
    if youth is None:
        raise LookupError(f"youth {person.id} is not theirs")
    speaks = language(turn.setting.language)
    finished = await spiderweb.finished(turn.session, person.id)
    said = await plan.words_of(turn.session, person.id)
    return Plan(
        language=speaks.code,
        youth=person.name,
        begeleider=youth.begeleider.name,
        duo=None if youth.duo is None else youth.duo.name,
        moment=speaks.plain(moment_name(moment)),
        version=version,
        made_on=turn.today,
        phase=speaks.plain(card.when(shown_as(turn, youth))),
        parts=await _parts(turn, person.id, moment, finished, said, speaks),
        web=(await webs.web_of(turn, person, finished[0], speaks)).radar if finished else None,
        network=_words(said, None),
    )


async def _parts(
    turn: Turn,
    youth_id: int,
    moment: WebMoment,
    finished: Sequence[Scoring],
    said: Mapping[Domain | None, PlanWords],
    speaks: Language,
) -> tuple[Part, ...]:
    last, before = [await _answers(turn, finished, at) for at in (0, 1)]
    first = await spiderweb.first_basket(turn.session, finished[0].id) if finished else ()
    own, steps = await spiderweb.own_theme(turn.session, youth_id), await _steps(turn, youth_id, moment)
    domains = await domains_of(turn, youth_id, {*said, *(row.domain for row in steps)})

    def part(domain: Domain) -> Part:
        score = last.get(domain)
        return Part(
            label=speaks.plain(name(domain, own)),
            score=score,
            means="" if score is None else speaks.plain(SCALE[score]),
            before=before.get(domain),
            first_basket=domain in first,
            state=_words(said, domain),
            actions=tuple(Action(row.step, row.by_on, row.state) for row in steps if row.domain is domain),
        )

    return tuple(part(domain) for domain in domains)


async def _answers(turn: Turn, finished: Sequence[Scoring], at: int) -> Answers:
    return await spiderweb.answers(turn.session, finished[at].id) if at < len(finished) else {}


def _words(said: Mapping[Domain | None, PlanWords], domain: Domain | None) -> str:
    row = said.get(domain)
    return "" if row is None else row.words or ""


async def _steps(turn: Turn, youth_id: int, moment: WebMoment) -> list[Row]:
    """What is still to be done, and what was done or let go since the last paper for another moment.

    Reading: so a paper tells what came of the steps of the time before, and a later version of it still does.
    """
    earlier = [row.at for row in await plan.papers_of(turn.session, youth_id) if row.moment is not moment]
    since = max(earlier, default=None)
    return [row for row in await actions.of_youth(turn.session, youth_id) if _is_told(row, since)]


def _is_told(row: Row, since: datetime | None) -> bool:
    if row.state is ActionState.OPEN or row.settled_at is None or since is None:
        return True
    return row.settled_at > since
