"""Sample data: the weekly series, and what became of each of their dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from venues.database.models import Series, SeriesDate
from venues.services.sample.bookings import Booked
from venues.services.sample.hours import Days
from venues.services.sample.plans import Repeat
from venues.services.sample.rows import Rows

NO_ROOM = "No room or not everybody free at that time"


def add(rows: Rows, repeats: Iterable[Repeat], today: date) -> dict[str, int]:
    """Put down the series; name → id."""
    made_at = datetime.combine(today - timedelta(days=45), time(10, 15))
    return {
        repeat.name: rows.add(
            Series,
            rule=repeat.rule,
            words=repeat.words,
            made_by=repeat.lead.id,
            made_at=made_at,
        )
        for repeat in repeats
    }


def add_dates(
    rows: Rows,
    repeats: Iterable[Repeat],
    ids: Mapping[str, int],
    bookings: Sequence[Booked],
    days: Days,
) -> None:
    """Put down the outcome of every date: booked, in another room, or left out."""
    made = {
        (booked.entry.wish.series, booked.entry.starts.date()): booked
        for booked in bookings
    }
    for repeat in repeats:
        for day, wish in repeat.wishes.items():
            booked = made.get((repeat.name, day))
            values: dict[str, object] = {
                "outcome": "left out",
                "why": days.why_closed(repeat.lead.authority_id, day) or NO_ROOM,
            }
            if booked is not None:
                moved = booked.entry.sites[0] != wish.sites[0]
                values = {
                    "outcome": "other room" if moved else "booked",
                    "why": "The usual room was taken" if moved else "",
                    "booking_id": booked.id,
                }
            rows.add(SeriesDate, series_id=ids[repeat.name], day=day, **values)
