"""Whose keeping apart a change bears on, told by the rows it touches."""

from __future__ import annotations

from sqlalchemy import inspect

from venues.database.models import Base

NAMED: dict[str, tuple[str, ...]] = {
    "separation": ("first_id", "second_id"),
    "case_venue": ("case_id",),
    "case_hours": ("case_id",),
    "case": ("merged_into",),
}
"""Table → its columns with the cases of whom a row says whom or what they are kept
from, when they can come, or whose bookings are theirs now. A new reference alone
changes nothing."""


def cases_of(row: Base) -> set[int]:
    """The ids of those cases, as they are now and as they were before.

    Rows only: what is removed many at a time ended long before.
    """
    return {
        id_
        for name in NAMED.get(row.__tablename__, ())
        for id_ in inspect(row).attrs[name].history.sum()
        if id_ is not None
    }
