"""What was changed, who looked, and the numbers the program is set to."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from venues.database.models.base import Base, Key, Name
from venues.database.models.base import Code as Short


class History(Base):
    """One change of one row: ``changes`` maps a column to its old and new value.

    Written by a listener, never by hand, and never changed. Holds case keys, never
    references. ``at`` is UTC.
    """

    __tablename__ = "history"
    __table_args__ = (Index("ix_history_row", "table", "row_id"),)

    id: Mapped[Key]
    at: Mapped[datetime] = mapped_column(DateTime(), index=True)
    staff_id: Mapped[int | None]
    table: Mapped[Short]
    row_id: Mapped[int | None]
    action: Mapped[Short]
    changes: Mapped[dict[str, Any]] = mapped_column(default=dict)


class Done(Base):
    """What somebody did of late, so that they can undo it, and undo that again.

    ``first`` and ``last`` are the rows of history that tell what the last of these did:
    doing it or, when it is ``undone``, undoing it. So nothing is kept twice. ``name``
    stands after "Undo": it says no reference, no kind and nobody's name. ``role`` is in
    which it was done. ``at`` is UTC.
    """

    __tablename__ = "done"
    __table_args__ = (
        CheckConstraint("last >= first", name="something_changed"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    at: Mapped[datetime] = mapped_column(DateTime())
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    role: Mapped[Short]
    name: Mapped[Name]
    first: Mapped[int]
    last: Mapped[int]
    undone: Mapped[bool] = mapped_column(default=False)


class Look(Base):
    """Somebody opened a protected reason or reference. ``at`` is UTC."""

    __tablename__ = "look"

    id: Mapped[Key]
    at: Mapped[datetime] = mapped_column(DateTime())
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    what: Mapped[Short]
    row_id: Mapped[int]


class RefusalCode(Base):
    """A deliberate attempt that was refused for a person; the reason is not stored.

    ``case_ids`` are all cases that were asked for together, where they are several.
    """

    __tablename__ = "code"
    __table_args__ = (
        CheckConstraint("half BETWEEN 0 AND 2", name="half"),
        Index("ix_code_probe", "staff_id", "case_id", "venue_id", "day", "half"),
    )

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(String(8), unique=True)
    at: Mapped[datetime] = mapped_column(DateTime())
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"))
    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"))
    day: Mapped[date]
    half: Mapped[int]
    case_ids: Mapped[list[int] | None]


class Setting(Base):
    """One number or word the service has set for itself."""

    __tablename__ = "setting"

    name: Mapped[Name] = mapped_column(primary_key=True)
    value: Mapped[str]


class Revision(Base):
    """Counts the changes of the catalogue, so that what was read of it can be kept."""

    __tablename__ = "revision"

    name: Mapped[str] = mapped_column(String(24), primary_key=True)
    number: Mapped[int] = mapped_column(default=0)


class Retention(Base):
    """What was let go of on a day because its time was over: how many of each."""

    __tablename__ = "retention"

    day: Mapped[date] = mapped_column(primary_key=True)
    removed: Mapped[dict[str, Any]] = mapped_column(default=dict)
