"""Who takes part, and who may bring in whom."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person is in the programme. A duo is a begeleider too: it is a place, not a role."""

    YOUTH = "youth"
    BEGELEIDER = "begeleider"
    TEAMCOACH = "teamcoach"
    COORDINATOR = "coordinator"


STAFF: frozenset[Role] = frozenset({Role.BEGELEIDER, Role.TEAMCOACH, Role.COORDINATOR})

# Reading: staff come in through the coordinator; a youth through whoever will sit beside them on day one.
_MAY_INVITE: dict[Role, frozenset[Role]] = {
    Role.COORDINATOR: STAFF | {Role.YOUTH},
    Role.BEGELEIDER: frozenset({Role.YOUTH}),
    Role.TEAMCOACH: frozenset(),
    Role.YOUTH: frozenset(),
}


def may_invite(role: Role) -> frozenset[Role]:
    """The roles that somebody with this role may invite; empty when none."""
    return _MAY_INVITE[role]
