"""All tables, as they were first made."""
# ruff: noqa: E501, PLR0915 - a record of what was made, never edited

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from venues.database.models.base import CLOCK, MOMENT

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "appointment_type",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("label", sa.String(length=120), nullable=False),
        sa.Column("set", sa.String(length=24), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("shortest", sa.Integer(), nullable=False),
        sa.Column("longest", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("set_up", sa.Integer(), nullable=False),
        sa.Column("clear_down", sa.Integer(), nullable=False),
        sa.Column("workers", sa.Integer(), nullable=False),
        sa.Column("layout", sa.String(length=24), nullable=True),
        sa.Column("extra", sa.String(), nullable=False),
        sa.Column("demands", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "longest >= shortest", name=op.f("ck_appointment_type_range")
        ),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_appointment_type_lasts")),
        sa.CheckConstraint(
            "people >= 0", name=op.f("ck_appointment_type_people_not_negative")
        ),
        sa.CheckConstraint(
            "set_up >= 0 AND clear_down >= 0",
            name=op.f("ck_appointment_type_set_up_not_negative"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment_type")),
        sa.UniqueConstraint("code", name=op.f("uq_appointment_type_code")),
    )
    op.create_table(
        "authority",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("gss", sa.String(length=24), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("short", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_authority")),
        sa.UniqueConstraint("code", name=op.f("uq_authority_code")),
        sa.UniqueConstraint("gss", name=op.f("uq_authority_gss")),
        sa.UniqueConstraint("name", name=op.f("uq_authority_name")),
    )
    op.create_table(
        "cluster",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cluster")),
        sa.UniqueConstraint("name", name=op.f("uq_cluster_name")),
    )
    op.create_table(
        "criterion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("group", sa.String(length=120), nullable=False),
        sa.Column("badge", sa.String(length=120), nullable=False),
        sa.Column("level", sa.String(length=24), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("answers", sa.String(), nullable=False),
        sa.Column("passes", sa.String(), nullable=False),
        sa.Column("satisfies_need", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("ch", sa.String(length=2), nullable=False),
        sa.Column("fa", sa.String(length=2), nullable=False),
        sa.Column("gr", sa.String(length=2), nullable=False),
        sa.Column("pa", sa.String(length=2), nullable=False),
        sa.Column("vi", sa.String(length=2), nullable=False),
        sa.Column("rd", sa.String(length=2), nullable=False),
        sa.Column("rm", sa.String(length=2), nullable=False),
        sa.Column("st", sa.String(length=2), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "level IN ('venue', 'room', 'entrance')", name=op.f("ck_criterion_level")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criterion")),
        sa.UniqueConstraint("code", name=op.f("uq_criterion_code")),
    )
    op.create_table(
        "history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("table", sa.String(length=24), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(length=24), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history")),
    )
    op.create_index(op.f("ix_history_at"), "history", ["at"], unique=False)
    op.create_index("ix_history_row", "history", ["table", "row_id"], unique=False)
    op.create_table(
        "revision",
        sa.Column("name", sa.String(length=24), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_revision")),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "closed_day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("authority_id", sa.Integer(), nullable=True),
        sa.Column("bank_holiday", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id"], ["authority.id"], name=op.f("fk_closed_day_authority_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closed_day")),
        sa.UniqueConstraint(
            "day", "authority_id", name=op.f("uq_closed_day_day_authority_id")
        ),
    )
    op.create_table(
        "option_explored",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("town", sa.String(length=120), nullable=False),
        sa.Column("set", sa.String(length=24), nullable=False),
        sa.Column("step", sa.String(length=120), nullable=False),
        sa.Column("building", sa.String(length=120), nullable=False),
        sa.Column("owner", sa.String(length=120), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("asked_by_role", sa.String(length=24), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("why_not", sa.String(), nullable=False),
        sa.Column("cost", sa.Integer(), nullable=True),
        sa.Column("ask_again_on", sa.Date(), nullable=True),
        sa.Column("authority_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id"],
            ["authority.id"],
            name=op.f("fk_option_explored_authority_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_option_explored")),
    )
    op.create_table(
        "search",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("set", sa.String(length=24), nullable=False),
        sa.Column("band", sa.String(length=24), nullable=False),
        sa.Column("authority_id", sa.Integer(), nullable=True),
        sa.Column("district", sa.String(length=4), nullable=False),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("results", sa.Integer(), nullable=False),
        sa.Column("ended", sa.String(length=24), nullable=False),
        sa.CheckConstraint("ended IN ('booked', 'left')", name=op.f("ck_search_ended")),
        sa.ForeignKeyConstraint(
            ["authority_id"], ["authority.id"], name=op.f("fk_search_authority_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search")),
    )
    op.create_index(op.f("ix_search_week"), "search", ["week"], unique=False)
    op.create_table(
        "staff",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("login", sa.String(length=120), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("ask_for", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=24), nullable=False),
        sa.Column("authority_id", sa.Integer(), nullable=True),
        sa.Column("agency", sa.String(length=120), nullable=False),
        sa.Column("work_phone", sa.String(length=120), nullable=False),
        sa.Column("duty_manager", sa.Boolean(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "role IN ('practitioner', 'victim_worker', 'coordinator', 'manager', 'board')",
            name=op.f("ck_staff_role"),
        ),
        sa.ForeignKeyConstraint(
            ["authority_id"], ["authority.id"], name=op.f("fk_staff_authority_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("login", name=op.f("uq_staff_login")),
    )
    op.create_table(
        "term",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("authority_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.CheckConstraint("until >= since", name=op.f("ck_term_ends_after_it_starts")),
        sa.ForeignKeyConstraint(
            ["authority_id"], ["authority.id"], name=op.f("fk_term_authority_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term")),
        sa.UniqueConstraint(
            "authority_id", "since", name=op.f("uq_term_authority_id_since")
        ),
    )
    op.create_table(
        "venue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("authority_id", sa.Integer(), nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(length=24), nullable=False),
        sa.Column("kind", sa.String(length=120), nullable=False),
        sa.Column("owner", sa.String(length=120), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("town", sa.String(length=120), nullable=False),
        sa.Column("postcode", sa.String(length=8), nullable=False),
        sa.Column("easting", sa.Integer(), nullable=True),
        sa.Column("northing", sa.Integer(), nullable=True),
        sa.Column("placed_by_hand", sa.Boolean(), nullable=False),
        sa.Column("neutral_name", sa.String(), nullable=False),
        sa.Column("booked_by", sa.String(length=24), nullable=False),
        sa.Column("notice_days", sa.Integer(), nullable=False),
        sa.Column("rate", sa.Integer(), nullable=False),
        sa.Column("min_hire", sa.Integer(), nullable=False),
        sa.Column("charge_days", sa.Integer(), nullable=False),
        sa.Column("terms", sa.String(), nullable=False),
        sa.Column("arrival", sa.String(), nullable=False),
        sa.Column("bus", sa.String(), nullable=False),
        sa.Column("last_bus", CLOCK, nullable=True),
        sa.Column("last_bus_saturday", CLOCK, nullable=True),
        sa.Column("last_bus_sunday", CLOCK, nullable=True),
        sa.Column("rail", sa.String(), nullable=False),
        sa.Column("parking", sa.String(), nullable=False),
        sa.Column("photos", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "booked_by IN ('instant', 'request')", name=op.f("ck_venue_booked_by")
        ),
        sa.CheckConstraint(
            "status IN ('candidate', 'active', 'suspended', 'retired')",
            name=op.f("ck_venue_status"),
        ),
        sa.CheckConstraint(
            "charge_days >= 0", name=op.f("ck_venue_charge_days_not_negative")
        ),
        sa.CheckConstraint(
            "min_hire >= 0", name=op.f("ck_venue_min_hire_not_negative")
        ),
        sa.CheckConstraint(
            "notice_days >= 0", name=op.f("ck_venue_notice_not_negative")
        ),
        sa.CheckConstraint("rate >= 0", name=op.f("ck_venue_rate_not_negative")),
        sa.ForeignKeyConstraint(
            ["authority_id"], ["authority.id"], name=op.f("fk_venue_authority_id")
        ),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["cluster.id"], name=op.f("fk_venue_cluster_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_venue")),
        sa.UniqueConstraint("name", name=op.f("uq_venue_name")),
        sa.UniqueConstraint("uuid", name=op.f("uq_venue_uuid")),
    )
    op.create_table(
        "acting",
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("for_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "staff_id <> for_id", name=op.f("ck_acting_two_different_people")
        ),
        sa.CheckConstraint(
            "until >= since", name=op.f("ck_acting_ends_after_it_starts")
        ),
        sa.ForeignKeyConstraint(
            ["for_id"], ["staff.id"], name=op.f("fk_acting_for_id")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_acting_staff_id")
        ),
        sa.PrimaryKeyConstraint("staff_id", "for_id", "since", name=op.f("pk_acting")),
    )
    op.create_table(
        "case",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(length=24), nullable=True),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("authority_id", sa.Integer(), nullable=True),
        sa.Column("sector", sa.String(length=6), nullable=False),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("two_workers", sa.Boolean(), nullable=False),
        sa.Column("in_education", sa.Boolean(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.Column("confirmed_by_role", sa.String(length=24), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("on_hold", sa.Boolean(), nullable=False),
        sa.Column("hold_until", sa.Date(), nullable=True),
        sa.Column("held_by", sa.Integer(), nullable=True),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('child', 'victim')", name=op.f("ck_case_kind")),
        sa.ForeignKeyConstraint(
            ["authority_id"], ["authority.id"], name=op.f("fk_case_authority_id")
        ),
        sa.ForeignKeyConstraint(
            ["held_by"], ["staff.id"], name=op.f("fk_case_held_by")
        ),
        sa.ForeignKeyConstraint(
            ["merged_into"], ["case.id"], name=op.f("fk_case_merged_into")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case")),
        sa.UniqueConstraint("reference", name=op.f("uq_case_reference")),
        sa.UniqueConstraint("uuid", name=op.f("uq_case_uuid")),
    )
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=120), nullable=False),
        sa.Column("phone", sa.String(length=120), nullable=False),
        sa.Column("email", sa.String(length=120), nullable=False),
        sa.Column("when", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(
            ["venue_id"], ["venue.id"], name=op.f("fk_contact_venue_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_index(op.f("ix_contact_venue_id"), "contact", ["venue_id"], unique=False)
    op.create_table(
        "entrance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("step_free", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["venue_id"], ["venue.id"], name=op.f("fk_entrance_venue_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entrance")),
        sa.UniqueConstraint("venue_id", "name", name=op.f("uq_entrance_venue_id_name")),
    )
    op.create_table(
        "look",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("what", sa.String(length=24), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_look_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_look")),
    )
    op.create_table(
        "room",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("status", sa.String(length=24), nullable=False),
        sa.Column("seats_circle", sa.Integer(), nullable=True),
        sa.Column("seats_table", sa.Integer(), nullable=True),
        sa.Column("seats_rows", sa.Integer(), nullable=True),
        sa.Column("fire_capacity", sa.Integer(), nullable=True),
        sa.Column("floor", sa.String(length=120), nullable=False),
        sa.Column("reached_by", sa.String(length=24), nullable=False),
        sa.Column("area", sa.Integer(), nullable=True),
        sa.Column("turnaround", sa.Integer(), nullable=False),
        sa.Column("rate", sa.Integer(), nullable=True),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "reached_by IN ('ground', 'lift', 'stairs')",
            name=op.f("ck_room_reached_by"),
        ),
        sa.CheckConstraint(
            "status IN ('active', 'retired')", name=op.f("ck_room_status")
        ),
        sa.CheckConstraint(
            "fire_capacity > 0", name=op.f("ck_room_fire_capacity_above_0")
        ),
        sa.CheckConstraint("rate >= 0", name=op.f("ck_room_rate_not_negative")),
        sa.CheckConstraint(
            "coalesce(seats_circle, 0) >= 0 AND coalesce(seats_table, 0) >= 0 "
            "AND coalesce(seats_rows, 0) >= 0 AND coalesce(seats_circle, 0) "
            "+ coalesce(seats_table, 0) + coalesce(seats_rows, 0) > 0",
            name=op.f("ck_room_seats_someone"),
        ),
        sa.CheckConstraint(
            "turnaround BETWEEN 0 AND 240", name=op.f("ck_room_turnaround")
        ),
        sa.ForeignKeyConstraint(
            ["venue_id"], ["venue.id"], name=op.f("fk_room_venue_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room")),
        sa.UniqueConstraint("uuid", name=op.f("uq_room_uuid")),
        sa.UniqueConstraint("venue_id", "name", name=op.f("uq_room_venue_id_name")),
    )
    op.create_table(
        "series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["made_by"], ["staff.id"], name=op.f("fk_series_made_by")
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["series.id"], name=op.f("fk_series_parent_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
        sa.UniqueConstraint("uuid", name=op.f("uq_series_uuid")),
    )
    op.create_table(
        "space",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(
            ["venue_id"], ["venue.id"], name=op.f("fk_space_venue_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_space")),
        sa.UniqueConstraint("venue_id", "name", name=op.f("uq_space_venue_id_name")),
    )
    op.create_table(
        "unmet_need",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("set", sa.String(length=24), nullable=False),
        sa.Column("band", sa.String(length=24), nullable=False),
        sa.Column("authority_id", sa.Integer(), nullable=True),
        sa.Column("district", sa.String(length=4), nullable=False),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("instead", sa.String(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id"], ["authority.id"], name=op.f("fk_unmet_need_authority_id")
        ),
        sa.ForeignKeyConstraint(
            ["made_by"], ["staff.id"], name=op.f("fk_unmet_need_made_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unmet_need")),
    )
    op.create_table(
        "assessment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("review_by", sa.Date(), nullable=False),
        sa.Column("carried_from", sa.Integer(), nullable=True),
        sa.Column("trigger", sa.String(length=120), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "review_by > made_on", name=op.f("ck_assessment_review_after_it_was_made")
        ),
        sa.ForeignKeyConstraint(
            ["carried_from"], ["assessment.id"], name=op.f("fk_assessment_carried_from")
        ),
        sa.ForeignKeyConstraint(
            ["made_by"], ["staff.id"], name=op.f("fk_assessment_made_by")
        ),
        sa.ForeignKeyConstraint(
            ["room_id"], ["room.id"], name=op.f("fk_assessment_room_id")
        ),
        sa.ForeignKeyConstraint(
            ["venue_id"], ["venue.id"], name=op.f("fk_assessment_venue_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
    )
    op.create_index(
        op.f("ix_assessment_venue_id"), "assessment", ["venue_id"], unique=False
    )
    op.create_table(
        "block_hire",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opens", CLOCK, nullable=False),
        sa.Column("closes", CLOCK, nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("terms", sa.String(), nullable=False),
        sa.CheckConstraint(
            "closes > opens", name=op.f("ck_block_hire_closes_after_it_opens")
        ),
        sa.CheckConstraint(
            "until >= since", name=op.f("ck_block_hire_ends_after_it_starts")
        ),
        sa.CheckConstraint(
            "weekday BETWEEN 0 AND 6", name=op.f("ck_block_hire_weekday")
        ),
        sa.ForeignKeyConstraint(
            ["room_id"], ["room.id"], name=op.f("fk_block_hire_room_id")
        ),
        sa.ForeignKeyConstraint(
            ["venue_id"], ["venue.id"], name=op.f("fk_block_hire_venue_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_block_hire")),
    )
    op.create_table(
        "booking",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(length=24), nullable=False),
        sa.Column("type_id", sa.Integer(), nullable=False),
        sa.Column("audience", sa.String(length=24), nullable=False),
        sa.Column("authority_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=24), nullable=False),
        sa.Column("starts", MOMENT, nullable=False),
        sa.Column("ends", MOMENT, nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("arrival", sa.String(), nullable=False),
        sa.Column("police_representative", sa.String(length=120), nullable=False),
        sa.Column("venue_answer", sa.String(length=24), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answered_by", sa.String(length=120), nullable=False),
        sa.Column("venue_reference", sa.String(length=120), nullable=False),
        sa.Column("cost", sa.Integer(), nullable=True),
        sa.Column("travel", sa.Integer(), nullable=True),
        sa.Column("venues_offered", sa.Integer(), nullable=True),
        sa.Column("person_chose", sa.Boolean(), nullable=False),
        sa.Column("due_by", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=24), nullable=False),
        sa.Column("cancel_reason", sa.String(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "audience IN ('child', 'victim', 'family', 'staff')",
            name=op.f("ck_booking_audience"),
        ),
        sa.CheckConstraint(
            "status IN ('provisional', 'confirmed', 'cancelled', 'declined')",
            name=op.f("ck_booking_status"),
        ),
        sa.CheckConstraint(
            "venue_answer IN ('not needed', 'to ask', 'asked', 'yes', 'no')",
            name=op.f("ck_booking_venue_answer"),
        ),
        sa.CheckConstraint(
            "ends > starts", name=op.f("ck_booking_ends_after_it_starts")
        ),
        sa.CheckConstraint("people > 0", name=op.f("ck_booking_somebody_comes")),
        sa.ForeignKeyConstraint(
            ["authority_id"], ["authority.id"], name=op.f("fk_booking_authority_id")
        ),
        sa.ForeignKeyConstraint(
            ["made_by"], ["staff.id"], name=op.f("fk_booking_made_by")
        ),
        sa.ForeignKeyConstraint(
            ["series_id"], ["series.id"], name=op.f("fk_booking_series_id")
        ),
        sa.ForeignKeyConstraint(
            ["type_id"], ["appointment_type.id"], name=op.f("fk_booking_type_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking")),
        sa.UniqueConstraint("reference", name=op.f("uq_booking_reference")),
        sa.UniqueConstraint("uuid", name=op.f("uq_booking_uuid")),
    )
    op.create_index(
        op.f("ix_booking_series_id"), "booking", ["series_id"], unique=False
    )
    op.create_index("ix_booking_starts", "booking", ["starts", "ends"], unique=False)
    op.create_table(
        "case_hours",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opens", CLOCK, nullable=False),
        sa.Column("closes", CLOCK, nullable=False),
        sa.Column("court_condition", sa.Boolean(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "closes > opens", name=op.f("ck_case_hours_closes_after_it_opens")
        ),
        sa.CheckConstraint(
            "weekday BETWEEN 0 AND 6", name=op.f("ck_case_hours_weekday")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_case_hours_case_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_hours")),
    )
    op.create_index(
        op.f("ix_case_hours_case_id"), "case_hours", ["case_id"], unique=False
    )
    op.create_table(
        "case_staff",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "until >= since", name=op.f("ck_case_staff_ends_after_it_starts")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_case_staff_case_id")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_case_staff_staff_id")
        ),
        sa.PrimaryKeyConstraint(
            "case_id", "staff_id", "since", name=op.f("pk_case_staff")
        ),
    )
    op.create_index(
        op.f("ix_case_staff_staff_id"), "case_staff", ["staff_id"], unique=False
    )
    op.create_table(
        "case_venue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("court_condition", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("set_by", sa.Integer(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "until >= since", name=op.f("ck_case_venue_ends_after_it_starts")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_case_venue_case_id")
        ),
        sa.ForeignKeyConstraint(
            ["closed_by"], ["staff.id"], name=op.f("fk_case_venue_closed_by")
        ),
        sa.ForeignKeyConstraint(
            ["set_by"], ["staff.id"], name=op.f("fk_case_venue_set_by")
        ),
        sa.ForeignKeyConstraint(
            ["venue_id"], ["venue.id"], name=op.f("fk_case_venue_venue_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_venue")),
        sa.UniqueConstraint(
            "case_id",
            "venue_id",
            "since",
            name=op.f("uq_case_venue_case_id_venue_id_since"),
        ),
    )
    op.create_table(
        "closure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("starts", MOMENT, nullable=False),
        sa.Column("ends", MOMENT, nullable=False),
        sa.Column("reason", sa.String(length=120), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "ends > starts", name=op.f("ck_closure_ends_after_it_starts")
        ),
        sa.ForeignKeyConstraint(
            ["room_id"], ["room.id"], name=op.f("fk_closure_room_id")
        ),
        sa.ForeignKeyConstraint(
            ["venue_id"], ["venue.id"], name=op.f("fk_closure_venue_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closure")),
    )
    op.create_index("ix_closure_when", "closure", ["ends", "starts"], unique=False)
    op.create_table(
        "code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("half", sa.Integer(), nullable=False),
        sa.CheckConstraint("half BETWEEN 0 AND 2", name=op.f("ck_code_half")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_code_case_id")),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_code_staff_id")
        ),
        sa.ForeignKeyConstraint(
            ["venue_id"], ["venue.id"], name=op.f("fk_code_venue_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code")),
        sa.UniqueConstraint("code", name=op.f("uq_code_code")),
    )
    op.create_index(
        "ix_code_probe",
        "code",
        ["staff_id", "case_id", "venue_id", "day", "half"],
        unique=False,
    )
    op.create_table(
        "feature",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("need", sa.String(length=24), nullable=False),
        sa.Column("present", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["room_id"], ["room.id"], name=op.f("fk_feature_room_id")
        ),
        sa.ForeignKeyConstraint(
            ["venue_id"], ["venue.id"], name=op.f("fk_feature_venue_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feature")),
        sa.UniqueConstraint("room_id", "need", name=op.f("uq_feature_room_id_need")),
    )
    op.create_index(
        "uq_feature_venue_need",
        "feature",
        ["venue_id", "need"],
        unique=True,
        sqlite_where=sa.text("room_id IS NULL"),
        postgresql_where=sa.text("room_id IS NULL"),
    )
    op.create_table(
        "hours",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("use", sa.String(length=24), nullable=False),
        sa.Column("opens", CLOCK, nullable=False),
        sa.Column("closes", CLOCK, nullable=False),
        sa.Column("season", sa.String(length=24), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "season IN ('always', 'term', 'holiday')", name=op.f("ck_hours_season")
        ),
        sa.CheckConstraint(
            "use IN ('open', 'staffed', 'usable')", name=op.f("ck_hours_use")
        ),
        sa.CheckConstraint(
            "closes > opens", name=op.f("ck_hours_closes_after_it_opens")
        ),
        sa.CheckConstraint(
            "valid_until >= valid_from", name=op.f("ck_hours_valid_forwards")
        ),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_hours_weekday")),
        sa.ForeignKeyConstraint(
            ["room_id"], ["room.id"], name=op.f("fk_hours_room_id")
        ),
        sa.ForeignKeyConstraint(
            ["venue_id"], ["venue.id"], name=op.f("fk_hours_venue_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hours")),
    )
    op.create_index(op.f("ix_hours_venue_id"), "hours", ["venue_id"], unique=False)
    op.create_table(
        "incident",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("suspends", sa.Boolean(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["closed_by"], ["staff.id"], name=op.f("fk_incident_closed_by")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["staff.id"], name=op.f("fk_incident_recorded_by")
        ),
        sa.ForeignKeyConstraint(
            ["room_id"], ["room.id"], name=op.f("fk_incident_room_id")
        ),
        sa.ForeignKeyConstraint(
            ["venue_id"], ["venue.id"], name=op.f("fk_incident_venue_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
    )
    op.create_index(
        op.f("ix_incident_venue_id"), "incident", ["venue_id"], unique=False
    )
    op.create_table(
        "offer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("starts", MOMENT, nullable=False),
        sa.Column("ends", MOMENT, nullable=False),
        sa.Column("expires", MOMENT, nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'taken', 'let go', 'expired')",
            name=op.f("ck_offer_state"),
        ),
        sa.ForeignKeyConstraint(
            ["room_id"], ["room.id"], name=op.f("fk_offer_room_id")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_offer_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer")),
    )
    op.create_table(
        "room_space",
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["room_id"], ["room.id"], name=op.f("fk_room_space_room_id")
        ),
        sa.ForeignKeyConstraint(
            ["space_id"], ["space.id"], name=op.f("fk_room_space_space_id")
        ),
        sa.PrimaryKeyConstraint("room_id", "space_id", name=op.f("pk_room_space")),
    )
    op.create_index(
        op.f("ix_room_space_space_id"), "room_space", ["space_id"], unique=False
    )
    op.create_table(
        "separation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("court_condition", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("set_by", sa.Integer(), nullable=True),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.Column("confirmed_by_role", sa.String(length=120), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('same offence', 'co-defendants', 'group conflict', 'no contact', 'family', 'same person')",
            name=op.f("ck_separation_kind"),
        ),
        sa.CheckConstraint(
            "first_id < second_id", name=op.f("ck_separation_two_cases_in_order")
        ),
        sa.CheckConstraint(
            "until >= since", name=op.f("ck_separation_ends_after_it_starts")
        ),
        sa.ForeignKeyConstraint(
            ["closed_by"], ["staff.id"], name=op.f("fk_separation_closed_by")
        ),
        sa.ForeignKeyConstraint(
            ["first_id"], ["case.id"], name=op.f("fk_separation_first_id")
        ),
        sa.ForeignKeyConstraint(
            ["second_id"], ["case.id"], name=op.f("fk_separation_second_id")
        ),
        sa.ForeignKeyConstraint(
            ["set_by"], ["staff.id"], name=op.f("fk_separation_set_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_separation")),
    )
    op.create_index(
        "ix_separation_first_id", "separation", ["first_id", "second_id"], unique=False
    )
    op.create_index(
        "ix_separation_second_id", "separation", ["second_id", "first_id"], unique=False
    )
    op.create_table(
        "waiting_space",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("entrance_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.CheckConstraint("seats > 0", name=op.f("ck_waiting_space_seats_someone")),
        sa.ForeignKeyConstraint(
            ["entrance_id"], ["entrance.id"], name=op.f("fk_waiting_space_entrance_id")
        ),
        sa.ForeignKeyConstraint(
            ["venue_id"], ["venue.id"], name=op.f("fk_waiting_space_venue_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_space")),
        sa.UniqueConstraint(
            "venue_id", "name", name=op.f("uq_waiting_space_venue_id_name")
        ),
    )
    op.create_table(
        "answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("criterion_id", sa.Integer(), nullable=False),
        sa.Column("entrance_id", sa.Integer(), nullable=True),
        sa.Column("waiting_space_id", sa.Integer(), nullable=True),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("weekdays", sa.Integer(), nullable=False),
        sa.Column("opens", CLOCK, nullable=False),
        sa.Column("closes", CLOCK, nullable=False),
        sa.Column("control", sa.String(), nullable=False),
        sa.Column("control_until", sa.Date(), nullable=True),
        sa.Column("accepted_by", sa.Integer(), nullable=True),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "weekdays BETWEEN 1 AND 127", name=op.f("ck_answer_weekdays")
        ),
        sa.ForeignKeyConstraint(
            ["accepted_by"], ["staff.id"], name=op.f("fk_answer_accepted_by")
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_answer_assessment_id")
        ),
        sa.ForeignKeyConstraint(
            ["criterion_id"], ["criterion.id"], name=op.f("fk_answer_criterion_id")
        ),
        sa.ForeignKeyConstraint(
            ["entrance_id"], ["entrance.id"], name=op.f("fk_answer_entrance_id")
        ),
        sa.ForeignKeyConstraint(
            ["waiting_space_id"],
            ["waiting_space.id"],
            name=op.f("fk_answer_waiting_space_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
    )
    op.create_table(
        "attendance",
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_attendance_booking_id")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_attendance_case_id")
        ),
        sa.PrimaryKeyConstraint("booking_id", "case_id", name=op.f("pk_attendance")),
    )
    op.create_index(
        op.f("ix_attendance_case_id"), "attendance", ["case_id"], unique=False
    )
    op.create_table(
        "booking_room",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=24), nullable=False),
        sa.Column("layout", sa.String(length=24), nullable=True),
        sa.CheckConstraint(
            "role IN ('main', 'break-out', 'waiting')",
            name=op.f("ck_booking_room_role"),
        ),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_booking_room_booking_id")
        ),
        sa.ForeignKeyConstraint(
            ["room_id"], ["room.id"], name=op.f("fk_booking_room_room_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking_room")),
        sa.UniqueConstraint(
            "booking_id", "room_id", name=op.f("uq_booking_room_booking_id_room_id")
        ),
    )
    op.create_index(
        "ix_booking_room_room_id",
        "booking_room",
        ["room_id", "booking_id"],
        unique=False,
    )
    op.create_table(
        "condition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("met_by", sa.Integer(), nullable=True),
        sa.Column("met_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('police', 'quorum', 'sign-off', 'case')",
            name=op.f("ck_condition_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_condition_booking_id")
        ),
        sa.ForeignKeyConstraint(
            ["met_by"], ["staff.id"], name=op.f("fk_condition_met_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_condition")),
        sa.UniqueConstraint(
            "booking_id", "kind", name=op.f("uq_condition_booking_id_kind")
        ),
    )
    op.create_table(
        "hold",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("starts", MOMENT, nullable=False),
        sa.Column("ends", MOMENT, nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=True),
        sa.Column("offer_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "ends <= starts + interval '24 hours'", name=op.f("ck_hold_not_too_long_pg")
        ).ddl_if(dialect="postgresql"),
        sa.CheckConstraint(
            "ends <= strftime('%Y-%m-%d %H:%M', starts, '+24 hours')",
            name=op.f("ck_hold_not_too_long"),
        ).ddl_if(dialect="sqlite"),
        sa.CheckConstraint(
            "starts IS strftime('%Y-%m-%d %H:%M', starts) "
            "AND ends IS strftime('%Y-%m-%d %H:%M', ends)",
            name=op.f("ck_hold_whole_minutes"),
        ).ddl_if(dialect="sqlite"),
        sa.CheckConstraint(
            "(booking_id IS NULL) <> (offer_id IS NULL)",
            name=op.f("ck_hold_for_one_thing"),
        ),
        sa.CheckConstraint("ends > starts", name=op.f("ck_hold_ends_after_it_starts")),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_hold_booking_id")
        ),
        sa.ForeignKeyConstraint(
            ["offer_id"], ["offer.id"], name=op.f("fk_hold_offer_id")
        ),
        sa.ForeignKeyConstraint(
            ["space_id"], ["space.id"], name=op.f("fk_hold_space_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold")),
    )
    op.create_index("ix_hold_booking_id", "hold", ["booking_id"], unique=False)
    op.create_index(
        "ix_hold_space",
        "hold",
        ["space_id", "starts", "ends", "booking_id"],
        unique=False,
    )
    op.create_index(
        "ix_hold_time",
        "hold",
        ["starts", "ends", "space_id", "booking_id"],
        unique=False,
    )
    op.create_table(
        "outing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("starts", MOMENT, nullable=False),
        sa.Column("ends", MOMENT, nullable=False),
        sa.Column("check_out", MOMENT, nullable=False),
        sa.Column("buddy_id", sa.Integer(), nullable=True),
        sa.Column("checked_in", MOMENT, nullable=True),
        sa.Column("checked_out", MOMENT, nullable=True),
        sa.CheckConstraint(
            "buddy_id <> staff_id", name=op.f("ck_outing_buddy_is_somebody_else")
        ),
        sa.CheckConstraint(
            "ends > starts", name=op.f("ck_outing_ends_after_it_starts")
        ),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_outing_booking_id")
        ),
        sa.ForeignKeyConstraint(
            ["buddy_id"], ["staff.id"], name=op.f("fk_outing_buddy_id")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_outing_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outing")),
    )
    op.create_index(
        op.f("ix_outing_booking_id"), "outing", ["booking_id"], unique=False
    )
    op.create_table(
        "override",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(length=24), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("note_reference", sa.String(length=120), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('accepted', 'adjustment', 'override')",
            name=op.f("ck_override_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_override_booking_id")
        ),
        sa.ForeignKeyConstraint(["by"], ["staff.id"], name=op.f("fk_override_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_override")),
    )
    op.create_index("ix_override_booking_id", "override", ["booking_id"], unique=False)
    op.create_table(
        "request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("starts", MOMENT, nullable=False),
        sa.Column("ends", MOMENT, nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'asked', 'yes', 'no', 'withdrawn')",
            name=op.f("ck_request_state"),
        ),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["staff.id"], name=op.f("fk_request_asked_by")
        ),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_request_booking_id")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["staff.id"], name=op.f("fk_request_decided_by")
        ),
        sa.ForeignKeyConstraint(
            ["room_id"], ["room.id"], name=op.f("fk_request_room_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request")),
    )
    op.create_table(
        "review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("cause", sa.String(length=120), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("for_a_person", sa.Boolean(), nullable=False),
        sa.Column("raised_at", sa.DateTime(), nullable=False),
        sa.Column("resolved_at", sa.DateTime(), nullable=True),
        sa.Column("resolved_by", sa.Integer(), nullable=True),
        sa.Column("how", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_review_booking_id")
        ),
        sa.ForeignKeyConstraint(
            ["resolved_by"], ["staff.id"], name=op.f("fk_review_resolved_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
        sa.UniqueConstraint(
            "booking_id", "cause", name=op.f("uq_review_booking_id_cause")
        ),
    )
    op.create_table(
        "series_date",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(length=24), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("for_a_person", sa.Boolean(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "outcome IN ('booked', 'other room', 'left out')",
            name=op.f("ck_series_date_outcome"),
        ),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_series_date_booking_id")
        ),
        sa.ForeignKeyConstraint(
            ["series_id"], ["series.id"], name=op.f("fk_series_date_series_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series_date")),
        sa.UniqueConstraint(
            "series_id", "day", name=op.f("uq_series_date_series_id_day")
        ),
    )
    op.create_table(
        "worker",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("agency", sa.String(length=120), nullable=True),
        sa.Column("part", sa.String(length=24), nullable=False),
        sa.Column("planned", sa.Boolean(), nullable=False),
        sa.Column("attended", sa.Boolean(), nullable=True),
        sa.CheckConstraint(
            "(staff_id IS NULL) <> (agency IS NULL)",
            name=op.f("ck_worker_person_or_agency"),
        ),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_worker_booking_id")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_worker_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worker")),
        sa.UniqueConstraint(
            "booking_id", "staff_id", name=op.f("uq_worker_booking_id_staff_id")
        ),
    )
    op.create_index(
        "ix_worker_staff_id", "worker", ["staff_id", "booking_id"], unique=False
    )
    op.create_index(
        "uq_answer_criterion",
        "answer",
        [
            "assessment_id",
            "criterion_id",
            "weekdays",
            "opens",
            sa.text("coalesce(entrance_id, 0)"),
            sa.text("coalesce(waiting_space_id, 0)"),
        ],
        unique=True,
    )
