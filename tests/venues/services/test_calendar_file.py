"""Calendar files, read back by a program that did not write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import vobject

from venues.services import calendar_file
from venues.services.calendars import Entry

AT = datetime(2026, 7, 1, 9)
SUMMER = Entry(
    uuid="5b0e7c1e-0000-4000-8000-000000000001",
    sequence=2,
    starts=datetime(2026, 7, 2, 15),
    ends=datetime(2026, 7, 2, 16),
    place="Willow Room, Millbrook; side door",
    reference="B-10001",
)
WINTER = Entry(
    uuid="5b0e7c1e-0000-4000-8000-000000000002",
    sequence=0,
    starts=datetime(2026, 12, 3, 15),
    ends=datetime(2026, 12, 3, 16),
    place="Oak Room, Millbrook",
    reference="B-10002",
    tentative=True,
)
GONE = Entry(
    uuid="5b0e7c1e-0000-4000-8000-000000000003",
    sequence=3,
    starts=datetime(2026, 10, 25, 9),
    ends=datetime(2026, 10, 25, 10),
    place="Oak Room, Millbrook",
    reference="B-10003",
    cancelled=True,
)


def read(*entries: Entry) -> vobject.base.Component:
    text = calendar_file.content(entries, at=AT).decode()
    return vobject.readOne(text, validate=True)


def test_another_program_reads_when_and_where() -> None:
    event = read(SUMMER).vevent

    assert event.uid.value == SUMMER.uuid
    assert event.sequence.value == "2"
    assert event.location.value == "Willow Room, Millbrook; side door"
    assert event.dtstart.value.replace(tzinfo=None) == SUMMER.starts
    assert event.dtend.value - event.dtstart.value == timedelta(hours=1)


def test_summer_and_winter_are_each_at_their_own_hour_of_the_world() -> None:
    starts = [event.dtstart.value for event in read(SUMMER, WINTER, GONE).vevent_list]

    assert [start.astimezone(UTC).hour for start in starts] == [14, 15, 9]


def test_the_zone_is_a_rule_and_not_a_list_of_dates() -> None:
    text = calendar_file.content([SUMMER], at=AT).decode()

    assert text.count("RRULE:FREQ=YEARLY") == 2
    assert "RDATE" not in text


def test_what_became_of_each_is_said() -> None:
    found = [event.status.value for event in read(SUMMER, WINTER, GONE).vevent_list]

    assert found == ["CONFIRMED", "TENTATIVE", "CANCELLED"]


def test_the_words_are_neutral_and_private() -> None:
    event = read(SUMMER).vevent

    assert event.summary.value == "Appointment"
    assert getattr(event, "class").value == "PRIVATE"
    assert event.description.value == "B-10001"


def test_the_same_entries_at_the_same_time_make_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "Appointments.ics"

    calendar_file.write(path, [SUMMER, WINTER], at=AT)

    assert path.read_bytes() == calendar_file.content([SUMMER, WINTER], at=AT)
