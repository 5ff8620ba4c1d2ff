"""Bel me and help now: requests and alarms, who heard of each, and when each of the staff is there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from store import types

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "alarm",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("youth_id", sa.Integer(), nullable=False),
        sa.Column("at", types.Moment(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("meant_otherwise_at", types.Moment(), nullable=True),
        sa.Column("calling_at", types.Moment(), nullable=True),
        sa.Column("calling_by", sa.Integer(), nullable=True),
        sa.Column("taken_up_at", types.Moment(), nullable=True),
        sa.Column("taken_up_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["calling_by"], ["person.id"], name=op.f("fk_alarm_calling_by_person")),
        sa.ForeignKeyConstraint(["taken_up_by"], ["person.id"], name=op.f("fk_alarm_taken_up_by_person")),
        sa.ForeignKeyConstraint(["youth_id"], ["person.id"], name=op.f("fk_alarm_youth_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alarm")),
        sqlite_strict=True,
    )
    op.create_index("ix_alarm_youth", "alarm", ["youth_id", "id"], unique=False)
    op.create_index(
        "uq_alarm_open",
        "alarm",
        ["youth_id"],
        unique=True,
        sqlite_where=sa.text("taken_up_at IS NULL"),
        postgresql_where=sa.text("taken_up_at IS NULL"),
    )
    op.create_table(
        "call",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("youth_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", types.Moment(), nullable=False),
        sa.Column("wish", sa.Text(), nullable=False),
        sa.Column("wished_at", types.Moment(), nullable=True),
        sa.Column("urgent_at", types.Moment(), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("taken_by", sa.Integer(), nullable=True),
        sa.Column("taken_at", types.Moment(), nullable=True),
        sa.Column("promised_at", types.Moment(), nullable=True),
        sa.Column("reminded", sa.Integer(), nullable=False),
        sa.Column("not_reached_at", types.Moment(), nullable=True),
        sa.Column("ended_at", types.Moment(), nullable=True),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.Column("end", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["ended_by"], ["person.id"], name=op.f("fk_call_ended_by_person")),
        sa.ForeignKeyConstraint(["taken_by"], ["person.id"], name=op.f("fk_call_taken_by_person")),
        sa.ForeignKeyConstraint(["youth_id"], ["person.id"], name=op.f("fk_call_youth_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call")),
        sqlite_strict=True,
    )
    op.create_index("ix_call_youth", "call", ["youth_id", "id"], unique=False)
    op.create_index(
        "uq_call_open",
        "call",
        ["youth_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "night_contact",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("since", types.Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_night_contact_person_id_person")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_night_contact")),
        sqlite_strict=True,
    )
    op.create_table(
        "reachable_block",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opens", types.LocalTime(), nullable=False),
        sa.Column("closes", types.LocalTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_reachable_block_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reachable_block")),
        sa.UniqueConstraint("person_id", "weekday", "opens", name=op.f("uq_reachable_block_person_id_weekday_opens")),
        sqlite_strict=True,
    )
    op.create_table(
        "alarm_told",
        sa.Column("alarm_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", types.Moment(), nullable=False),
        sa.ForeignKeyConstraint(["alarm_id"], ["alarm.id"], name=op.f("fk_alarm_told_alarm_id_alarm")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_alarm_told_person_id_person")),
        sa.PrimaryKeyConstraint("alarm_id", "person_id", name=op.f("pk_alarm_told")),
        sqlite_strict=True,
    )
    op.create_table(
        "call_told",
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", types.Moment(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_call_told_call_id_call")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_call_told_person_id_person")),
        sa.PrimaryKeyConstraint("call_id", "person_id", name=op.f("pk_call_told")),
        sqlite_strict=True,
    )
