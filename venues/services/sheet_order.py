"""What somebody asked to have printed, and what stands at its top and foot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from venues.database.catalogue import Catalogue
from venues.domain import words
from venues.domain.people import Role, Viewer
from venues.domain.proposal import Venue
from venues.domain.sheets import Head, Sheet, place_name

WEEK = 7
"""Days that are looked at."""

SATURDAY = 5
"""The last weekday that is always printed; Sunday only when something is there."""


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for, and by whom."""

    viewer: Viewer
    sheet: Sheet
    monday: date
    now: datetime
    twenty_four: bool
    catalogue: Catalogue

    @property
    def keeper(self) -> bool:
        """Whether the copy names the worker on every row."""
        return self.viewer.role in {Role.COORDINATOR, Role.MANAGER}

    def span(self, starts: datetime, ends: datetime) -> str:
        """Times in full: "9:00am to 10:30am"."""
        return words.span(starts, ends, twenty_four=self.twenty_four, column=True)

    def clock(self, moment: datetime) -> str:
        """A time as it is said in a sentence: "1pm"."""
        return words.clock(moment, twenty_four=self.twenty_four)


def head(order: Order, venue: Venue | None) -> Head:
    """Title and foot of a venue's sheet, or of the viewer's own."""
    sheet, numbers = order.sheet, order.catalogue.numbers
    week = f"week of {words.day(order.monday)}"
    title = f"{venue.name}: {week}" if venue else f"My {week}"
    told = {
        Sheet.TEAM: "team copy",
        Sheet.RECEPTION: "times include setting up and clearing away",
    }
    parts = [venue.town if venue else order.viewer.name, told.get(sheet, "")]
    kept_until = order.monday + timedelta(days=WEEK - 1 + numbers.copies_kept_days)
    at = words.clock(order.now, twenty_four=order.twenty_four, column=True)
    by = f"Printed by {order.viewer.login}, {words.day(order.now.date())}, {at}."
    notes = {
        Sheet.RECEPTION: "Remove at the end of the day",
        Sheet.TEAM: "Kind and reference only on the bookings of whoever printed it.",
    }
    return Head(
        sheet=sheet,
        monday=order.monday,
        title=title,
        subtitle=" · ".join(filter(None, parts)),
        place=place_name(venue.name, venue.town) if venue else "",
        marking=numbers.marking if sheet.marked else "",
        sample=order.catalogue.settings.get("sample") == "yes",
        printed=f"{by} Data as of {at}." if sheet.marked else "",
        destroy=f"Destroy by {words.day(kept_until)}." if sheet.marked else "",
        note=notes.get(sheet, ""),
    )
