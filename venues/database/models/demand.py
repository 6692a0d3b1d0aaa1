"""What was looked for and not found: no case, no person, a week at the finest.

And what was tried on it: changes of the places there are, as somebody keeps them.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from venues.database.models.base import Base, Code, Key, Name, Versioned


class Search(Base):
    """One search, written once when Find is left; ``week`` is its Monday."""

    __tablename__ = "search"
    __table_args__ = (CheckConstraint("ended IN ('booked', 'left')", name="ended"),)

    id: Mapped[Key]
    week: Mapped[date] = mapped_column(index=True)
    set: Mapped[Code]
    band: Mapped[Code]
    authority_id: Mapped[int | None] = mapped_column(ForeignKey("authority.id"))
    district: Mapped[str] = mapped_column(String(4), default="")
    needs: Mapped[list[str]] = mapped_column(default=list)
    people: Mapped[int]
    results: Mapped[int]
    ended: Mapped[Code]


class UnmetNeed(Versioned, Base):
    """A room that was needed and not there."""

    __tablename__ = "unmet_need"

    id: Mapped[Key]
    week: Mapped[date]
    set: Mapped[Code]
    band: Mapped[Code]
    authority_id: Mapped[int | None] = mapped_column(ForeignKey("authority.id"))
    district: Mapped[str] = mapped_column(String(4), default="")
    needs: Mapped[list[str]] = mapped_column(default=list)
    people: Mapped[int]
    reasons: Mapped[list[str]] = mapped_column(default=list)
    instead: Mapped[str] = mapped_column(default="")
    made_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    withdrawn_on: Mapped[date | None]


class OptionExplored(Versioned, Base):
    """A place somebody asked about, and what came of it."""

    __tablename__ = "option_explored"

    id: Mapped[Key]
    town: Mapped[Name]
    set: Mapped[Code]
    step: Mapped[Name]
    building: Mapped[Name]
    owner: Mapped[Name] = mapped_column(default="")
    asked_on: Mapped[date]
    asked_by_role: Mapped[Code] = mapped_column(default="")
    answer: Mapped[str] = mapped_column(default="")
    why_not: Mapped[str] = mapped_column(default="")
    cost: Mapped[int | None]
    ask_again_on: Mapped[date | None]
    authority_id: Mapped[int | None] = mapped_column(ForeignKey("authority.id"))


class Scenario(Versioned, Base):
    """Changes that somebody keeps to try again; ``said`` has them as plain data."""

    __tablename__ = "scenario"
    __table_args__ = (UniqueConstraint("made_by", "name"),)

    id: Mapped[Key]
    name: Mapped[Name]
    said: Mapped[dict[str, Any]] = mapped_column(default=dict)
    made_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
