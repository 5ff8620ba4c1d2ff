"""The begeleider's day: contacts, milestones, targets, nazorg, the morning message, and absences planned ahead."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from store import types

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the tables and columns."""
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("youth_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("day", types.Day(), nullable=False),
        sa.Column("at", types.Moment(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("noted_at", types.Moment(), nullable=False),
        sa.Column("message_id", types.BigInt, nullable=True),
        sa.Column("through_bot", types.Flag(), nullable=False),
        sa.Column("silence_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.Column("removed_at", types.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_contact_by_id_person")),
        sa.ForeignKeyConstraint(["silence_id"], ["silence.id"], name=op.f("fk_contact_silence_id_silence")),
        sa.ForeignKeyConstraint(["youth_id"], ["person.id"], name=op.f("fk_contact_youth_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sqlite_strict=True,
    )
    op.create_index("ix_contact_youth", "contact", ["youth_id", "day"], unique=False)
    op.create_index(op.f("ix_contact_silence_id"), "contact", ["silence_id"], unique=False)
    op.create_table(
        "digest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("day", types.Day(), nullable=False),
        sa.Column("bundle", sa.Text(), nullable=False),
        sa.Column("shown", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_digest_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digest")),
        sa.UniqueConstraint("person_id", "day", "bundle", name=op.f("uq_digest_person_id_day_bundle")),
        sqlite_strict=True,
    )
    op.create_table(
        "hand_over",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("youth_id", sa.Integer(), nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("becomes_duo", types.Flag(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["from_id"], ["person.id"], name=op.f("fk_hand_over_from_id_person")),
        sa.ForeignKeyConstraint(["to_id"], ["person.id"], name=op.f("fk_hand_over_to_id_person")),
        sa.ForeignKeyConstraint(["youth_id"], ["person.id"], name=op.f("fk_hand_over_youth_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_over")),
        sa.UniqueConstraint("youth_id", name=op.f("uq_hand_over_youth_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "milestone",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("youth_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("due_on", types.Day(), nullable=False),
        sa.Column("chosen", types.Flag(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=True),
        sa.Column("yearly", types.Flag(), nullable=False),
        sa.Column("first_on", types.Day(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("settled_at", types.Moment(), nullable=True),
        sa.Column("settled_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["settled_by"], ["person.id"], name=op.f("fk_milestone_settled_by_person")),
        sa.ForeignKeyConstraint(["youth_id"], ["person.id"], name=op.f("fk_milestone_youth_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestone")),
        sa.UniqueConstraint("youth_id", "kind", "number", name=op.f("uq_milestone_youth_id_kind_number")),
        sqlite_strict=True,
    )
    op.create_index("ix_milestone_open", "milestone", ["due_on"], unique=False, sqlite_where=sa.text("state = 'open'"))
    op.create_table(
        "nazorg_day",
        sa.Column("youth_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("day", types.Day(), nullable=False),
        sa.Column("chosen_on", types.Day(), nullable=False),
        sa.Column("chosen_at", types.Moment(), nullable=False),
        sa.Column("before", types.Day(), nullable=True),
        sa.ForeignKeyConstraint(["youth_id"], ["person.id"], name=op.f("fk_nazorg_day_youth_id_person")),
        sa.PrimaryKeyConstraint("youth_id", "kind", name=op.f("pk_nazorg_day")),
        sqlite_strict=True,
    )
    op.create_table(
        "nazorg_plan",
        sa.Column("youth_id", sa.Integer(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("since", types.Day(), nullable=False),
        sa.ForeignKeyConstraint(["youth_id"], ["person.id"], name=op.f("fk_nazorg_plan_youth_id_person")),
        sa.PrimaryKeyConstraint("youth_id", name=op.f("pk_nazorg_plan")),
        sqlite_strict=True,
    )
    op.create_table(
        "promise",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("youth_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", types.Moment(), nullable=False),
        sa.Column("day", types.Day(), nullable=False),
        sa.Column("kept_at", types.Moment(), nullable=True),
        sa.Column("kept_with", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_promise_by_id_person")),
        sa.ForeignKeyConstraint(["kept_with"], ["contact.id"], name=op.f("fk_promise_kept_with_contact")),
        sa.ForeignKeyConstraint(["youth_id"], ["person.id"], name=op.f("fk_promise_youth_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise")),
        sqlite_strict=True,
    )
    op.create_index("ix_promise_open", "promise", ["youth_id"], unique=False, sqlite_where=sa.text("kept_at IS NULL"))
    op.create_table(
        "target",
        sa.Column("youth_id", sa.Integer(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("per_week", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["youth_id"], ["person.id"], name=op.f("fk_target_youth_id_person")),
        sa.PrimaryKeyConstraint("youth_id", "phase", name=op.f("pk_target")),
        sqlite_strict=True,
    )
    op.create_table(
        "week_off",
        sa.Column("youth_id", sa.Integer(), nullable=False),
        sa.Column("monday", types.Day(), nullable=False),
        sa.ForeignKeyConstraint(["youth_id"], ["person.id"], name=op.f("fk_week_off_youth_id_person")),
        sa.PrimaryKeyConstraint("youth_id", "monday", name=op.f("pk_week_off")),
        sqlite_strict=True,
    )
    op.create_table(
        "year_pause",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("youth_id", sa.Integer(), nullable=False),
        sa.Column("since", types.Day(), nullable=False),
        sa.Column("through", types.Day(), nullable=True),
        sa.ForeignKeyConstraint(["youth_id"], ["person.id"], name=op.f("fk_year_pause_youth_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_year_pause")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_year_pause_youth_id"), "year_pause", ["youth_id"], unique=False)
    op.create_table(
        "digest_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest_id", sa.Integer(), nullable=False),
        sa.Column("ask", sa.Text(), nullable=False),
        sa.Column("subject", sa.Integer(), nullable=False),
        sa.Column("youth_id", sa.Integer(), nullable=False),
        sa.Column("due_on", types.Day(), nullable=True),
        sa.Column("again_on", types.Day(), nullable=True),
        sa.Column("known_at", types.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["digest_id"], ["digest.id"], name=op.f("fk_digest_item_digest_id_digest")),
        sa.ForeignKeyConstraint(["youth_id"], ["person.id"], name=op.f("fk_digest_item_youth_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digest_item")),
        sa.UniqueConstraint("digest_id", "ask", "subject", name=op.f("uq_digest_item_digest_id_ask_subject")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_digest_item_youth_id"), "digest_item", ["youth_id"], unique=False)
    _let_people_plan_several_absences()
    op.create_index("ix_journal_actor", "journal", ["actor_id", "id"], unique=False)
    op.add_column("preference", sa.Column("digest_at", types.LocalTime(), nullable=True))
    op.add_column("trajectory", sa.Column("stopped_on", types.Day(), nullable=True))
    op.add_column("trajectory", sa.Column("stopped_why", sa.Text(), nullable=True))
    op.add_column("trajectory", sa.Column("home_since", types.Day(), nullable=True))
    op.add_column("trajectory", sa.Column("birthday", sa.LargeBinary(), nullable=True))


def _let_people_plan_several_absences() -> None:
    """Until now there was one row a person, which began the moment it was made."""
    op.execute("CREATE TABLE away_before AS SELECT person_id, since, through FROM away")
    op.drop_table("away")
    op.create_table(
        "away",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("first", types.Day(), nullable=False),
        sa.Column("since", types.Moment(), nullable=False),
        sa.Column("through", types.Day(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_away_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_away")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_away_person_id"), "away", ["person_id"], unique=False)
    day = "substr(since, 1, 10)" if op.get_bind().dialect.name == "sqlite" else "CAST(since AS DATE)"
    op.execute(
        f"INSERT INTO away (person_id, first, since, through) SELECT person_id, {day}, since, through FROM away_before"  # noqa: S608 - none of it comes from outside
    )
    op.drop_table("away_before")
