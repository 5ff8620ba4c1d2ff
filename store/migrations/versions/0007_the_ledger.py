"""What became of each planned moment: which messages came of it, or why none did."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add why nothing was said, and of which moment a message came."""
    op.add_column("agenda", sa.Column("unsaid", sa.Text(), nullable=True))
    op.add_column("outbox", sa.Column("agenda_id", sa.Integer(), nullable=True))
