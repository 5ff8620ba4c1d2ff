"""What a role is called. The words of the programme stay Dutch in every language."""

from __future__ import annotations

from chat.language import Phrase, _
from programme.people import Role

ROLES: dict[Role, Phrase] = {
    Role.YOUTH: _("jongere"),
    Role.BEGELEIDER: _("begeleider"),
    Role.TEAMCOACH: _("teamcoach"),
    Role.COORDINATOR: _("coördinator"),
}
