"""When the sample's venues are open, and when they close."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from tests.venues.services.sample.world import Parts, make, shared
from venues.database.models import BlockHire, ClosedDay, Closure, Hours
from venues.domain.proposal import Span
from venues.services.sample import hours

THURSDAY = date(2026, 11, 26)
IN_HOLIDAY = date(2026, 12, 29)
SATURDAY = date(2026, 11, 28)


def usable(parts: Parts, venue: str, room: str, day: date) -> list[tuple[str, str]]:
    spans = parts.opening.usable(parts.site(venue, room), day)
    return [(f"{span.starts:%H:%M}", f"{span.ends:%H:%M}") for span in spans]


def test_a_room_with_hours_of_its_own_keeps_them() -> None:
    parts = shared()
    hub = "Millbrook Family Hub"

    assert usable(parts, hub, "Willow Room", THURSDAY) == [("08:00", "20:00")]
    for room in ("Hall", "Hall A", "Hall B"):
        assert usable(parts, hub, room, THURSDAY) == [("09:30", "18:00")]
    assert usable(parts, hub, "Hall", SATURDAY) == [("09:00", "13:00")]


def test_schools_are_ours_after_lessons_in_term_and_by_day_in_the_holidays() -> None:
    parts = shared()

    assert usable(parts, "Cedar High School", "Meeting Room", THURSDAY) == [
        ("15:30", "20:00")
    ]
    assert usable(parts, "Cedar High School", "Meeting Room", IN_HOLIDAY) == [
        ("09:00", "16:00")
    ]


def test_nothing_is_usable_on_a_bank_holiday() -> None:
    christmas = date(2026, 12, 25)

    for site in shared().world.sites:
        assert shared().opening.usable(site, christmas) == ()


def test_new_saturdays_begin_next_week_only() -> None:
    parts = shared()

    assert usable(parts, "Alder Family Hub", "Acorn Room", SATURDAY) == []
    assert usable(
        parts, "Alder Family Hub", "Acorn Room", SATURDAY + timedelta(weeks=1)
    ) == [("10:00", "13:00")]


def test_hours_come_in_all_three_uses_and_seasons() -> None:
    rows = shared().rows.of(Hours)

    assert {row["use"] for row in rows} == {"open", "staffed", "usable"}
    assert {row["season"] for row in rows} == {"always", "term", "holiday"}
    assert {row["weekday"] for row in rows} == set(range(6))
    assert all(row["opens"] < row["closes"] for row in rows)


def test_some_venues_are_open_for_longer_than_they_are_ours() -> None:
    rows = shared().rows.of(Hours)
    longest: dict[tuple[int, int, str], time] = {}
    for row in rows:
        key = row["venue_id"], row["weekday"], row["use"]
        longest[key] = max(row["closes"], longest.get(key, time()))

    shorter = [
        key
        for key, closes in longest.items()
        if key[2] == "open" and longest.get((*key[:2], "usable"), time()) < closes
    ]

    assert len(shorter) > 20


def test_closures_take_the_time_out_and_no_more() -> None:
    parts = make()
    hub = "Millbrook Family Hub"

    hours.add_closures(parts.rows, parts.spots, parts.opening, THURSDAY)

    training = date(2026, 12, 1)  # the third working day from then
    assert usable(parts, hub, "Willow Room", training) == [("13:00", "20:00")]
    repairs = date(2026, 11, 27)
    assert usable(parts, "Station Road Library", "Study Room", repairs) == []
    carpet = date(2026, 12, 3)
    assert usable(parts, "Foundry House", "Training Room", carpet) == []
    assert usable(parts, "Foundry House", "Meeting Room", carpet) == [
        ("08:00", "20:00")
    ]
    assert len(parts.rows.of(Closure)) == 7


def test_one_authority_closes_for_a_day_of_its_own() -> None:
    parts = make()

    hours.add_closures(parts.rows, parts.spots, parts.opening, THURSDAY)

    (row,) = parts.rows.of(ClosedDay)
    here = parts.site("Weaver Hall", "Weaver Room")
    elsewhere = parts.site("Silk House", "Meeting Room")
    assert parts.opening.usable(here, row["day"]) == ()
    assert parts.opening.usable(elsewhere, row["day"]) != ()


def test_standing_hires_name_their_rooms_and_hours() -> None:
    parts = make()

    hired = hours.add_block_hires(parts.rows, parts.spots, THURSDAY)

    hall = parts.site("Oakmere Community Centre", "Main Hall").room
    assert hired[hall.id] == (3, time(16), time(19))
    assert len(parts.rows.of(BlockHire)) == len(hired) == 4


def test_working_days_leave_out_weekends_and_bank_holidays() -> None:
    days = shared().world.days

    assert days.working(SATURDAY, 0) == date(2026, 11, 30)
    assert days.working(date(2026, 12, 24), 1) == date(2026, 12, 29)
    assert days.working(date(2026, 12, 29), -1) == date(2026, 12, 24)
    assert days.working(THURSDAY, -2) == date(2026, 11, 24)


def test_the_hours_of_a_day_are_moments_of_that_day() -> None:
    site = shared().site("Silk House", "Meeting Room")

    assert shared().opening.usable(site, THURSDAY) == (
        Span(datetime(2026, 11, 26, 8), datetime(2026, 11, 26, 20)),
    )
