"""Words both ways, and who is away."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from store import types

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "away",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("since", types.Moment(), nullable=False),
        sa.Column("through", types.Day(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_away_person_id_person")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_away")),
        sqlite_strict=True,
    )
    op.create_table(
        "talk",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("youth_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", types.Moment(), nullable=False),
        sa.Column("message_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("album", sa.Text(), nullable=True),
        sa.Column("settled_at", types.Moment(), nullable=True),
        sa.Column("settled_by", sa.Integer(), nullable=True),
        sa.Column("withdrawn_at", types.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_talk_author_id_person")),
        sa.ForeignKeyConstraint(["settled_by"], ["person.id"], name=op.f("fk_talk_settled_by_person")),
        sa.ForeignKeyConstraint(["youth_id"], ["person.id"], name=op.f("fk_talk_youth_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talk")),
        sqlite_strict=True,
    )
    op.create_index("ix_talk_written", "talk", ["author_id", "message_id"], unique=False)
    op.create_index("ix_talk_youth", "talk", ["youth_id", "id"], unique=False)
