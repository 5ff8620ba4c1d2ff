"""First steps, what was offered of the spinnenweb, the plan in words and on paper."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from store import types

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the tables, and when a web was shared or a first step skipped."""
    op.create_table(
        "plan_paper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("youth_id", sa.Integer(), nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", types.Moment(), nullable=False),
        sa.Column("facts", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_plan_paper_by_id_person")),
        sa.ForeignKeyConstraint(["youth_id"], ["person.id"], name=op.f("fk_plan_paper_youth_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_paper")),
        sa.UniqueConstraint("youth_id", "moment", "version", name=op.f("uq_plan_paper_youth_id_moment_version")),
        sqlite_strict=True,
    )
    op.create_table(
        "plan_words",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("youth_id", sa.Integer(), nullable=False),
        sa.Column("domain", sa.Text(), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", types.Moment(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_plan_words_by_id_person")),
        sa.ForeignKeyConstraint(["youth_id"], ["person.id"], name=op.f("fk_plan_words_youth_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_words")),
        sqlite_strict=True,
    )
    op.create_index("ix_plan_words_youth", "plan_words", ["youth_id", "id"], unique=False)
    op.create_table(
        "action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("youth_id", sa.Integer(), nullable=False),
        sa.Column("domain", sa.Text(), nullable=False),
        sa.Column("scoring_id", sa.Integer(), nullable=True),
        sa.Column("step", sa.LargeBinary(), nullable=False),
        sa.Column("by_on", types.Day(), nullable=True),
        sa.Column("added_by", sa.Integer(), nullable=False),
        sa.Column("added_at", types.Moment(), nullable=False),
        sa.Column("asked_on", types.Day(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("settled_at", types.Moment(), nullable=True),
        sa.Column("settled_by", sa.Integer(), nullable=True),
        sa.Column("removed_at", types.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["added_by"], ["person.id"], name=op.f("fk_action_added_by_person")),
        sa.ForeignKeyConstraint(["scoring_id"], ["scoring.id"], name=op.f("fk_action_scoring_id_scoring")),
        sa.ForeignKeyConstraint(["settled_by"], ["person.id"], name=op.f("fk_action_settled_by_person")),
        sa.ForeignKeyConstraint(["youth_id"], ["person.id"], name=op.f("fk_action_youth_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sqlite_strict=True,
    )
    op.create_index("ix_action_youth", "action", ["youth_id", "id"], unique=False)
    op.create_table(
        "spiderweb_offer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("youth_id", sa.Integer(), nullable=False),
        sa.Column("milestone_id", sa.Integer(), nullable=False),
        sa.Column("due_on", types.Day(), nullable=False),
        sa.Column("at", types.Moment(), nullable=False),
        sa.Column("together_at", types.Moment(), nullable=True),
        sa.Column("reminded_at", types.Moment(), nullable=True),
        sa.Column("brought_up_on", types.Day(), nullable=True),
        sa.Column("settled_at", types.Moment(), nullable=True),
        sa.Column("settled_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["milestone_id"], ["milestone.id"], name=op.f("fk_spiderweb_offer_milestone_id_milestone")
        ),
        sa.ForeignKeyConstraint(["settled_by"], ["person.id"], name=op.f("fk_spiderweb_offer_settled_by_person")),
        sa.ForeignKeyConstraint(["youth_id"], ["person.id"], name=op.f("fk_spiderweb_offer_youth_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spiderweb_offer")),
        sa.UniqueConstraint("milestone_id", "due_on", name=op.f("uq_spiderweb_offer_milestone_id_due_on")),
        sqlite_strict=True,
    )
    op.create_index("ix_spiderweb_offer_youth", "spiderweb_offer", ["youth_id", "id"], unique=False)
    op.add_column("first_basket", sa.Column("skipped_at", types.Moment(), nullable=True))
    op.add_column("scoring", sa.Column("shared_at", types.Moment(), nullable=True))
