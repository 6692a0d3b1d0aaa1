"""The four local authorities, and the days on which they differ."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from venues.database.models.base import Base, Code, Key, Name


class Authority(Base):
    """A local authority: a data controller of its own."""

    __tablename__ = "authority"

    id: Mapped[Key]
    code: Mapped[Code] = mapped_column(unique=True)
    gss: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[Name] = mapped_column(unique=True)
    short: Mapped[Name]


class Term(Base):
    """A school term of an authority, first and last day included."""

    __tablename__ = "term"
    __table_args__ = (
        UniqueConstraint("authority_id", "since"),
        CheckConstraint("until >= since", name="ends_after_it_starts"),
    )

    id: Mapped[Key]
    authority_id: Mapped[int] = mapped_column(ForeignKey("authority.id"))
    name: Mapped[Name]
    since: Mapped[date]
    until: Mapped[date]


class ClosedDay(Base):
    """A bank holiday or other day on which every venue (or an authority's) closes."""

    __tablename__ = "closed_day"
    __table_args__ = (
        UniqueConstraint("day", "authority_id"),
        # Two rows without an authority are not alike to a database.
        Index(
            "uq_closed_day_everywhere",
            "day",
            unique=True,
            sqlite_where=text("authority_id IS NULL"),  # PostgreSQL too: see base.py
        ),
    )

    id: Mapped[Key]
    day: Mapped[date]
    name: Mapped[Name]
    authority_id: Mapped[int | None] = mapped_column(ForeignKey("authority.id"))
    bank_holiday: Mapped[bool] = mapped_column(default=False)
