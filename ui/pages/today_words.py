"""What the Today page says of appointments, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from ui.kinds import Kind
from venues.domain.privacy import Seen
from venues.domain.words import DAYS, clock, count, day_month, listing
from venues.services.today import OPEN, Appointment, Closing
from venues.services.venue_asking import Tally

SATURDAY = 5
WEEKS = "four weeks"
ONE_DAY = timedelta(days=1)


def place(appointment: Appointment) -> str:
    """Where it is: "Willow Room, Millbrook Family Hub"."""
    return f"{appointment.room.name}, {appointment.room.venue.name}"


def about(seen: Seen) -> str:
    """What it is, for whoever it belongs to: "Supervision · WA-20417"."""
    return " · ".join(filter(None, (seen.kind, seen.cases)))


def beside(seen: Seen, own_name: str) -> str:
    """What is worth knowing before it: arrival, note, who else works in it."""
    others = [name for name in seen.workers if name != own_name]
    parts = (seen.arrival, seen.note, f"With {listing(others)}" if others else "")
    return " ".join(_sentence(part) for part in parts if part)


def standing(
    appointment: Appointment, now: datetime, *, twenty_four: bool
) -> tuple[Kind, str]:
    """How one of today's appointments stands, as a badge."""
    seen = appointment.seen
    if seen.ends <= now:
        return Kind.QUIET, "Over"
    if appointment.conditions:
        first, *more = (OPEN[kind] for kind in appointment.conditions)
        and_more = f" and {len(more)} more" if more else ""
        return Kind.WARN, f"Provisional: {first[0].lower()}{first[1:]}{and_more}"
    if seen.not_confirmed:
        return Kind.WARN, "Venue not confirmed"
    if running(seen, now):
        until = clock(seen.ends, twenty_four=twenty_four)
        return Kind.GOOD, f"Now, until {until}"
    return Kind.GOOD, "Confirmed"


def running(seen: Seen, now: datetime) -> bool:
    """Whether it is under way."""
    return seen.starts <= now < seen.ends


def ahead(today: date, coming: Sequence[Appointment], *, twenty_four: bool) -> str:
    """The next days with appointments, in a sentence or two."""
    if not coming:
        return f"Nothing else is booked in the next {WEEKS}."
    days = [(day, list(each)) for day, each in groupby(coming, key=_day)]
    tomorrow = today + ONE_DAY
    said = []
    if days[0][0] == tomorrow:
        said.append(f"Tomorrow: {_first_of(days.pop(0)[1], twenty_four)}.")
    elif tomorrow.weekday() < SATURDAY:
        said.append("Tomorrow: nothing booked.")
    if days:
        day, each = days[0]
        said.append(f"Next: {_weekday(day)}, {_first_of(each, twenty_four)}.")
    return " ".join(said)


def when(seen: Seen, *, twenty_four: bool) -> str:
    """When an appointment to come is: "Wed 9 December, 5:30pm"."""
    name = DAYS[seen.starts.weekday()][:3]
    at = clock(seen.starts, twenty_four=twenty_four, column=True)
    return f"{name} {day_month(seen.starts)}, {at}"


def asking(tally: Tally) -> str:
    """How many rooms of others wait for their venue's yes, in a sentence."""
    if not tally.any:
        return "No venue waits to be asked."
    said = [
        f"{count(tally.to_ask, 'booking')} to ask about" if tally.to_ask else "",
        f"{count(tally.asked, 'booking')} asked about" if tally.asked else "",
        f"{tally.refused} refused" if tally.refused else "",
    ]
    return f"{listing([each for each in said if each])}."


def closing(each: Closing, *, twenty_four: bool) -> str:
    """Until or from when a place is closed, and why."""
    first, last = each.starts, each.ends
    if first.date() == last.date():
        hours = " to ".join(
            clock(end, twenty_four=twenty_four) for end in (first, last)
        )
        said = f"{_weekday(first.date())}, {hours}"
    else:
        # A closure that ends at midnight holds to the end of the day before.
        until = (last - timedelta(minutes=1)).date()
        said = _weekday(first.date())
        if until != first.date():
            said = f"{said} to {_weekday(until)}"
    return f"{said}: {each.reason}"


def _first_of(each: Sequence[Appointment], twenty_four: bool) -> str:  # noqa: FBT001 - passed on
    at = clock(each[0].seen.starts, twenty_four=twenty_four, column=True)
    more = f" and {len(each) - 1} more" if len(each) > 1 else ""
    return f"{at}, {place(each[0])}{more}"


def _day(appointment: Appointment) -> date:
    return appointment.seen.starts.date()


def _weekday(day: date) -> str:
    return f"{DAYS[day.weekday()]} {day_month(day)}"


def _sentence(text: str) -> str:
    """With a full stop, so that another sentence may follow."""
    tidy = text.strip()
    return tidy if tidy.endswith((".", "!", "?")) else f"{tidy}."
