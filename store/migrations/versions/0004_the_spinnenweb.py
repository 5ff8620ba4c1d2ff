"""The spinnenweb: what is particular to each, scorings, scores, and the first basket."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from store import types

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "scoring",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("youth_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.Column("begun_at", types.Moment(), nullable=False),
        sa.Column("finished_at", types.Moment(), nullable=True),
        sa.Column("left_at", types.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_scoring_by_id_person")),
        sa.ForeignKeyConstraint(["youth_id"], ["person.id"], name=op.f("fk_scoring_youth_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scoring")),
        sqlite_strict=True,
    )
    op.create_index("ix_scoring_youth", "scoring", ["youth_id", "id"], unique=False)
    op.create_index(
        "uq_scoring_open",
        "scoring",
        ["youth_id", "by_id"],
        unique=True,
        sqlite_where=sa.text("finished_at IS NULL AND left_at IS NULL"),
        postgresql_where=sa.text("finished_at IS NULL AND left_at IS NULL"),
    )
    op.create_table(
        "spiderweb",
        sa.Column("youth_id", sa.Integer(), nullable=False),
        sa.Column("justice", types.Flag(), nullable=False),
        sa.Column("own", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["youth_id"], ["person.id"], name=op.f("fk_spiderweb_youth_id_person")),
        sa.PrimaryKeyConstraint("youth_id", name=op.f("pk_spiderweb")),
        sqlite_strict=True,
    )
    op.create_table(
        "first_basket",
        sa.Column("scoring_id", sa.Integer(), nullable=False),
        sa.Column("domain", sa.Text(), nullable=False),
        sa.Column("chosen_at", types.Moment(), nullable=False),
        sa.ForeignKeyConstraint(["scoring_id"], ["scoring.id"], name=op.f("fk_first_basket_scoring_id_scoring")),
        sa.PrimaryKeyConstraint("scoring_id", "domain", name=op.f("pk_first_basket")),
        sqlite_strict=True,
    )
    op.create_table(
        "score",
        sa.Column("scoring_id", sa.Integer(), nullable=False),
        sa.Column("domain", sa.Text(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("at", types.Moment(), nullable=False),
        sa.ForeignKeyConstraint(["scoring_id"], ["scoring.id"], name=op.f("fk_score_scoring_id_scoring")),
        sa.PrimaryKeyConstraint("scoring_id", "domain", name=op.f("pk_score")),
        sqlite_strict=True,
    )
