"""R16, lone working: who is out, and when somebody has to ask after them.

Somebody who has not checked out is shown to their buddy some minutes after they were
to, and after some more to those who answer for everybody. It is shown until somebody
checks them out; whoever rings is left alone for a quarter of an hour.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from venues.domain.numbers import Numbers

AGAIN = timedelta(minutes=15)
"""For so long a call answers for a missing check-out; so much is "more time" too."""

LOOKED_BACK = timedelta(days=3)
"""Longer than a weekend: nobody may be there to see it before Monday."""

_ADDRESS = re.compile(
    r"\b\d+\w?,?\s+(?:[^\W\d]+\s+){1,3}"
    r"(?:road|rd|street|st|avenue|ave|close|lane|drive|way|crescent|grove|terrace|"
    r"court|place|gardens|walk|row|square)\b",
    re.IGNORECASE,
)


class Standing(StrEnum):
    """How an outing stands, as a word for a badge."""

    PLANNED = "Planned"
    NOT_IN = "Not checked in"
    IN = "In"
    DUE = "Check-out due"
    OUT = "Checked out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Out:
    """An outing as somebody may see it who may know of it.

    ``place`` is in neutral words; no case and no kind of appointment is here. ``mine``
    says that it is the viewer's own or of those they act for, ``buddy_of`` that they
    are the buddy, ``watched`` that they answer for everybody. ``booking_id`` is kept
    of one's own alone. ``heard`` says that the last call was by somebody who answers
    for everybody.
    """

    id: int
    staff_id: int
    name: str
    phone: str
    authority_id: int | None
    place: str
    starts: datetime
    ends: datetime
    check_out: datetime
    buddy_id: int | None
    buddy: str
    mine: bool
    buddy_of: bool
    watched: bool
    booking_id: int | None
    checked_in: datetime | None
    checked_out: datetime | None
    rung_at: datetime | None
    rung_by: int | None
    rung: str
    heard: bool

    def standing(self, now: datetime) -> Standing:
        """How it stands at that moment."""
        if self.checked_out is not None:
            return Standing.OUT
        if now >= self.check_out:
            return Standing.DUE
        if self.checked_in is not None:
            return Standing.IN
        return Standing.NOT_IN if now >= self.starts else Standing.PLANNED

    def out_now(self, now: datetime) -> bool:
        """Whether they are out: on their way by the plan, or checked in already."""
        begun = self.checked_in is not None or now >= self.starts
        return begun and self.checked_out is None

    def overdue(self, viewer_id: int, now: datetime, numbers: Numbers) -> bool:
        """Whether a missing check-out is to be shown to that viewer."""
        if self.checked_out is not None or not (self.buddy_of or self.watched):
            return False
        shown = self._late_from(numbers.overdue_buddy)
        if not self.buddy_of:
            later = numbers.overdue_manager - numbers.overdue_buddy
            shown += timedelta(minutes=max(later, 0))
        return now >= shown and not self._answered(viewer_id, now)

    def _late_from(self, minutes: int) -> datetime:
        """So many minutes after the end, but never before they were to check out."""
        return max(self.check_out, self.ends + timedelta(minutes=minutes))

    def _answered(self, viewer_id: int, now: datetime) -> bool:
        """A buddy's call lets the buddy be, not those who answer for everybody."""
        if self.rung_at is None or now >= self.rung_at + AGAIN:
            return False
        return self.heard or self.rung_by == viewer_id or not self.watched


def looks_like_address(text: str) -> bool:
    """Whether a place is told as a house in a street, and not in neutral words."""
    return _ADDRESS.search(text) is not None
