"""What may go now, when the next held message may, and what waits for somebody, is known without reading the whole
queue, or all that anybody ever got."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

ASKED_OF_A_CHAT = ["chat_id", "lane", "id", "state", "tries", "not_before"]


def upgrade() -> None:
    """Add an index of what waits for a moment, and let the one of what a chat still gets hold all that is asked."""
    op.create_index("ix_outbox_held", "outbox", ["not_before"], sqlite_where=sa.text("state = 'queued'"))
    op.drop_index("ix_outbox_chat_open", "outbox")
    is_open = sa.text("state IN ('queued', 'sending')")
    op.create_index("ix_outbox_chat_open", "outbox", ASKED_OF_A_CHAT, sqlite_where=is_open)
    op.create_index("ix_outbox_person_open", "outbox", ["person_id", "id"], sqlite_where=is_open)
