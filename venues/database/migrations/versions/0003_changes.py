"""What changing series, closing venues and undoing want to remember."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from venues.database.engines import ties
from venues.database.models import base

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Take an older database there with its rows in it."""
    _remember_actions()
    _tie()
    _tell_of_moves()
    op.add_column("code", sa.Column("case_ids", sa.JSON(), nullable=True))
    _wait_for_references()


def _remember_actions() -> None:
    """What somebody did of late, and which rows of history tell of it."""
    op.create_table(
        "done",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(24), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.CheckConstraint("last >= first", name=op.f("ck_done_something_changed")),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_done_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_done")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_done_staff_id"), "done", ["staff_id"])


def _tie() -> None:
    """What follows from the links for each reference."""
    op.create_table(
        "tie",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_tie_case_id")),
        sa.ForeignKeyConstraint(
            ["other_id"], ["case.id"], name=op.f("fk_tie_other_id")
        ),
        sa.PrimaryKeyConstraint(
            "case_id", "kind", "other_id", "since", "until", name=op.f("pk_tie")
        ),
        sqlite_with_rowid=False,
    )
    for statement in ties.REMAKE:
        op.execute(statement)


def _tell_of_moves() -> None:
    """Whom somebody told that a booking was moved, from where to where."""
    moment = base.MOMENT
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("was_room_id", sa.Integer(), nullable=False),
        sa.Column("was_starts", moment, nullable=False),
        sa.Column("was_ends", moment, nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("starts", moment, nullable=False),
        sa.Column("ends", moment, nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "was_ends > was_starts", name=op.f("ck_notice_was_ends_after_it_starts")
        ),
        sa.CheckConstraint(
            "ends > starts", name=op.f("ck_notice_ends_after_it_starts")
        ),
        *(
            sa.ForeignKeyConstraint(
                [name], [f"{of}.id"], name=op.f(f"fk_notice_{name}")
            )
            for name, of in (
                ("booking_id", "booking"),
                ("staff_id", "staff"),
                ("made_by", "staff"),
                ("was_room_id", "room"),
                ("room_id", "room"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
    )
    op.create_index(op.f("ix_notice_booking_id"), "notice", ["booking_id"])
    op.create_index(op.f("ix_notice_staff_id"), "notice", ["staff_id"])


def _wait_for_references() -> None:
    """A booking may wait for a new reference to be confirmed."""
    name = op.f("ck_condition_kind")
    kinds = "kind IN ('police', 'quorum', 'sign-off', 'case', 'reference')"
    with op.batch_alter_table("condition", recreate="always") as condition:
        condition.drop_constraint(name, type_="check")
        condition.create_check_constraint(name, kinds)
