"""What changing series, closing venues and undoing want to remember."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Take an older database there with its rows in it."""
    _remember_actions()


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
