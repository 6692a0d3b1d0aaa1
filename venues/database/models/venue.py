"""Venues, the rooms in them, and how people come in and wait."""

from __future__ import annotations

from datetime import time

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from venues.database.models.base import Base, Code, Exchange, Key, Name, Versioned

STATUSES = ("candidate", "active", "suspended", "retired")


class Cluster(Base):
    """Neighbouring venues that share a street, car park or stop (within 250 m)."""

    __tablename__ = "cluster"

    id: Mapped[Key]
    name: Mapped[Name] = mapped_column(unique=True)


class Venue(Versioned, Base):
    """A place with rooms that can be booked.

    ``easting`` and ``northing`` are metres on the national grid; money is in pence;
    ``min_hire`` is in minutes.
    """

    __tablename__ = "venue"
    __table_args__ = (
        CheckConstraint(
            "status IN ('candidate', 'active', 'suspended', 'retired')", name="status"
        ),
        CheckConstraint("rate >= 0", name="rate_not_negative"),
        CheckConstraint("min_hire >= 0", name="min_hire_not_negative"),
        CheckConstraint("notice_days >= 0", name="notice_not_negative"),
        CheckConstraint("charge_days >= 0", name="charge_days_not_negative"),
        CheckConstraint("booked_by IN ('instant', 'request')", name="booked_by"),
    )

    id: Mapped[Key]
    uuid: Mapped[Exchange]
    name: Mapped[Name] = mapped_column(unique=True)
    authority_id: Mapped[int] = mapped_column(ForeignKey("authority.id"))
    cluster_id: Mapped[int | None] = mapped_column(ForeignKey("cluster.id"))
    status: Mapped[Code] = mapped_column(default="active")
    kind: Mapped[Name] = mapped_column(default="")
    owner: Mapped[Name] = mapped_column(default="")
    street: Mapped[str] = mapped_column(default="")
    town: Mapped[Name] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(String(8), default="")
    easting: Mapped[int | None]
    northing: Mapped[int | None]
    placed_by_hand: Mapped[bool] = mapped_column(default=False)
    neutral_name: Mapped[str] = mapped_column(default="")
    booked_by: Mapped[Code] = mapped_column(default="instant")
    notice_days: Mapped[int] = mapped_column(default=0)
    rate: Mapped[int] = mapped_column(default=0)
    min_hire: Mapped[int] = mapped_column(default=0)
    charge_days: Mapped[int] = mapped_column(default=0)
    terms: Mapped[str] = mapped_column(default="")
    arrival: Mapped[str] = mapped_column(default="")
    bus: Mapped[str] = mapped_column(default="")
    last_bus: Mapped[time | None]
    last_bus_saturday: Mapped[time | None]
    last_bus_sunday: Mapped[time | None]
    rail: Mapped[str] = mapped_column(default="")
    parking: Mapped[str] = mapped_column(default="")
    photos: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")

    rooms: Mapped[list[Room]] = relationship(
        back_populates="venue", order_by="Room.name", lazy="raise"
    )


class Room(Versioned, Base):
    """A room, bookable on its own: one space of the building, or several together.

    ``seats_*`` count people by layout; ``turnaround`` is minutes; ``rate`` is pence an
    hour, None where the venue's own rate applies.
    """

    __tablename__ = "room"
    __table_args__ = (
        UniqueConstraint("venue_id", "name"),
        CheckConstraint(
            "coalesce(seats_circle, 0) >= 0 AND coalesce(seats_table, 0) >= 0 "
            "AND coalesce(seats_rows, 0) >= 0 AND coalesce(seats_circle, 0) "
            "+ coalesce(seats_table, 0) + coalesce(seats_rows, 0) > 0",
            name="seats_someone",
        ),
        CheckConstraint("fire_capacity > 0", name="fire_capacity_above_0"),
        CheckConstraint("turnaround BETWEEN 0 AND 240", name="turnaround"),
        CheckConstraint("rate >= 0", name="rate_not_negative"),
        CheckConstraint("status IN ('active', 'retired')", name="status"),
        CheckConstraint(
            "reached_by IN ('ground', 'lift', 'stairs')", name="reached_by"
        ),
    )

    id: Mapped[Key]
    uuid: Mapped[Exchange]
    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"))
    name: Mapped[Name]
    status: Mapped[Code] = mapped_column(default="active")
    seats_circle: Mapped[int | None]
    seats_table: Mapped[int | None]
    seats_rows: Mapped[int | None]
    fire_capacity: Mapped[int | None]
    floor: Mapped[Name] = mapped_column(default="ground floor")
    reached_by: Mapped[Code] = mapped_column(default="ground")
    area: Mapped[int | None]
    turnaround: Mapped[int] = mapped_column(default=0)
    rate: Mapped[int | None]
    notes: Mapped[str] = mapped_column(default="")

    venue: Mapped[Venue] = relationship(back_populates="rooms", lazy="raise")


class Space(Base):
    """The least part of a building that can be held; rooms that share one exclude."""

    __tablename__ = "space"
    __table_args__ = (UniqueConstraint("venue_id", "name"),)

    id: Mapped[Key]
    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"))
    name: Mapped[Name]


class RoomSpace(Base):
    """A space that a room is made of."""

    __tablename__ = "room_space"

    room_id: Mapped[int] = mapped_column(ForeignKey("room.id"), primary_key=True)
    space_id: Mapped[int] = mapped_column(
        ForeignKey("space.id"), primary_key=True, index=True
    )


class Entrance(Base):
    """A way in, named so that arrivals can be kept apart."""

    __tablename__ = "entrance"
    __table_args__ = (UniqueConstraint("venue_id", "name"),)

    id: Mapped[Key]
    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"))
    name: Mapped[Name]
    step_free: Mapped[bool] = mapped_column(default=False)


class WaitingSpace(Base):
    """Somewhere to wait, and the door it belongs to."""

    __tablename__ = "waiting_space"
    __table_args__ = (
        UniqueConstraint("venue_id", "name"),
        CheckConstraint("seats > 0", name="seats_someone"),
    )

    id: Mapped[Key]
    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"))
    entrance_id: Mapped[int | None] = mapped_column(ForeignKey("entrance.id"))
    name: Mapped[Name]
    seats: Mapped[int] = mapped_column(default=4)


class Contact(Base):
    """Whom to ring at a venue, by role, never by name."""

    __tablename__ = "contact"

    id: Mapped[Key]
    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"), index=True)
    role: Mapped[Name]
    phone: Mapped[Name] = mapped_column(default="")
    email: Mapped[Name] = mapped_column(default="")
    when: Mapped[Name] = mapped_column(default="")


class Feature(Base):
    """Whether a venue or room meets a need; no row means nobody has recorded it."""

    __tablename__ = "feature"
    __table_args__ = (
        Index(
            "uq_feature_venue_need",
            "venue_id",
            "need",
            unique=True,
            sqlite_where=text("room_id IS NULL"),  # PostgreSQL too: see base.py
        ),
        UniqueConstraint("room_id", "need"),
    )

    id: Mapped[Key]
    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"))
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    need: Mapped[Code]
    present: Mapped[bool]
    note: Mapped[str] = mapped_column(default="")
