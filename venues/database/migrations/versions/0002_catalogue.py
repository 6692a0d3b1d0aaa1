"""What the catalogue and outings learnt to remember, and to promise."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from venues.database.models.base import MOMENT

revision = "0002"
down_revision = "0001"

STATES = {
    "offer": "state IN ('open', 'taken', 'let go', 'expired')",
    "request": "state IN ('open', 'asked', 'yes', 'no', 'withdrawn')",
}
LINKS = {
    "separation": {
        "two_cases_in_order": "first_id < second_id",
        "ends_after_it_starts": "until >= since",
        "kind": "kind IN ('same offence', 'co-defendants', 'group conflict', "
        "'no contact', 'family', 'same person')",
    },
    "case_venue": {"ends_after_it_starts": "until >= since"},
}


def upgrade() -> None:
    """Take an older database there with its rows in it."""
    _close_a_day_once()
    _end_after_the_start()
    _date_answers()
    _let_go()
    _ring_after_outings()
    _tell_of_reviews()
    _ask_managers()
    _ask_more_of_bookings()


def _close_a_day_once() -> None:
    """A day that closes every venue stands once; the first of several stays."""
    op.execute(
        "DELETE FROM closed_day WHERE authority_id IS NULL AND id NOT IN "
        "(SELECT min(id) FROM closed_day WHERE authority_id IS NULL GROUP BY day)"
    )
    op.create_index(
        "uq_closed_day_everywhere",
        "closed_day",
        ["day"],
        unique=True,
        sqlite_where=sa.text("authority_id IS NULL"),
    )


def _end_after_the_start() -> None:
    """Offers and requests end after they start; one that did not lasts a minute."""
    for table, states in STATES.items():
        op.execute(
            f"UPDATE {table} SET ends = strftime('%Y-%m-%d %H:%M', starts, "  # noqa: S608
            "'+1 minutes') WHERE ends <= starts"
        )
        checks = (
            sa.CheckConstraint(states, name=op.f(f"ck_{table}_state")),
            sa.CheckConstraint(
                "ends > starts", name=op.f(f"ck_{table}_ends_after_it_starts")
            ),
        )
        with op.batch_alter_table(table, recreate="always", table_args=checks):
            pass


def _date_answers() -> None:
    """Answers know the day they were found on, also when they are carried over."""
    op.add_column("answer", sa.Column("found_on", sa.Date(), nullable=True))


def _let_go() -> None:
    """What was let go of is remembered by number; a link's own is not given again."""
    op.create_table(
        "retention",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("removed", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_retention")),
    )
    for table, checks in LINKS.items():
        with op.batch_alter_table(
            table,
            recreate="always",
            table_args=tuple(
                sa.CheckConstraint(words, name=op.f(f"ck_{table}_{name}"))
                for name, words in checks.items()
            ),
            table_kwargs={"sqlite_autoincrement": True},
        ):
            pass


def _ring_after_outings() -> None:
    """Who rang when a check-out was overdue; outings of a day are found by time."""
    checks = (
        sa.CheckConstraint(
            "ends > starts", name=op.f("ck_outing_ends_after_it_starts")
        ),
        sa.CheckConstraint(
            "buddy_id <> staff_id", name=op.f("ck_outing_buddy_is_somebody_else")
        ),
    )
    with op.batch_alter_table("outing", recreate="always", table_args=checks) as outing:
        outing.add_column(sa.Column("rung_at", MOMENT, nullable=True))
        outing.add_column(sa.Column("rung_by", sa.Integer(), nullable=True))
        outing.create_foreign_key(
            op.f("fk_outing_rung_by"), "staff", ["rung_by"], ["id"]
        )
    op.create_index("ix_outing_starts", "outing", ["starts", "ends"])


def _tell_of_reviews() -> None:
    """A review knows what lies behind it, who was told of it, and that it is over."""
    for column in (
        sa.Column("grounds", sa.String(), nullable=True),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.Column("code", sa.String(24), nullable=True),
        sa.Column("gone_at", sa.DateTime(), nullable=True),
    ):
        op.add_column("review", column)


def _ask_managers() -> None:
    """What a manager is asked to sign off."""
    moment = sa.DateTime()
    op.create_table(
        "sign_off",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=True),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("starts", moment, nullable=False),
        sa.Column("ends", moment, nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("code", sa.String(24), nullable=True),
        sa.Column("state", sa.String(24), nullable=False),
        sa.Column("passed", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("note_reference", sa.String(120), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "ends > starts", name=op.f("ck_sign_off_ends_after_it_starts")
        ),
        sa.CheckConstraint(
            "state IN ('open', 'yes', 'no', 'withdrawn')",
            name=op.f("ck_sign_off_state"),
        ),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["staff.id"], name=op.f("fk_sign_off_asked_by")
        ),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_sign_off_booking_id")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["staff.id"], name=op.f("fk_sign_off_decided_by")
        ),
        sa.ForeignKeyConstraint(
            ["room_id"], ["room.id"], name=op.f("fk_sign_off_room_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_off")),
    )
    op.create_index(op.f("ix_sign_off_booking_id"), "sign_off", ["booking_id"])


def _ask_more_of_bookings() -> None:
    """The day of an order, what both have agreed to, and a plan for working alone."""
    op.add_column("booking", sa.Column("order_on", sa.Date(), nullable=True))
    op.add_column("booking", sa.Column("both_agreed", sa.Boolean(), nullable=True))
    op.add_column("booking", sa.Column("lone_plan", sa.Boolean(), nullable=True))
