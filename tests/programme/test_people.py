from __future__ import annotations

import pytest

from programme.people import STAFF, Role, may_invite


@pytest.mark.parametrize(
    ("role", "invites"),
    [
        (Role.COORDINATOR, {Role.BEGELEIDER, Role.TEAMCOACH, Role.COORDINATOR, Role.YOUTH}),
        (Role.BEGELEIDER, {Role.YOUTH}),
        (Role.TEAMCOACH, set()),
        (Role.YOUTH, set()),
    ],
)
def test_who_may_invite_whom(role: Role, invites: set[Role]) -> None:
    assert may_invite(role) == invites


def test_every_role_but_the_youth_is_staff() -> None:
    assert set(Role) - STAFF == {Role.YOUTH}
