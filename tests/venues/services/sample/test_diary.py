"""The diary in which the sample's appointments find a room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from tests.venues.services.sample.world import Parts, make
from venues.domain.proposal import Span
from venues.services.sample.cases import Known
from venues.services.sample.diary import Diary, Wish, apart, hold

DAY = date(2026, 11, 26)
HUB = "Millbrook Family Hub"


@pytest.fixture(scope="module")
def parts() -> Parts:
    return make()


@pytest.fixture
def diary(parts: Parts) -> Diary:
    return Diary(parts.opening, parts.world.ties, parts.world.sites)


def at(text: str) -> datetime:
    return datetime.combine(DAY, time.fromisoformat(text))


def wish(
    parts: Parts,
    *references: str,
    room: str = f"{HUB}/Willow Room",
    starts: str = "15:30",
    kind: str = "SUP",
    **changed: object,
) -> Wish:
    cases = tuple(case for case in parts.world.cases if case.reference in references)
    made = Wish(
        kind=parts.world.kinds[kind],
        audience="child",
        starts=(at(starts),),
        minutes=60,
        people=3,
        workers=(parts.world.people[3],),
        sites=(parts.site(*room.split("/")),),
        cases=cases,
    )
    return replace(made, **changed)


def test_an_appointment_is_written_down(parts: Parts, diary: Diary) -> None:
    entry = diary.place(wish(parts, "WA-20417"))

    assert entry is not None
    assert (entry.starts, entry.ends) == (at("15:30"), at("16:30"))


def test_turnaround_keeps_the_next_one_waiting(parts: Parts, diary: Diary) -> None:
    diary.place(wish(parts, "WA-20417"))
    other = parts.world.people[4:5]

    too_soon = diary.place(wish(parts, starts="16:40", workers=other))
    after = diary.place(wish(parts, starts="16:45", workers=other))

    assert too_soon is None
    assert after is not None


def test_a_hall_is_not_free_while_one_of_its_halves_is_in_use(
    parts: Parts, diary: Diary
) -> None:
    diary.place(wish(parts, room=f"{HUB}/Hall A", starts="11:00"))

    other = wish(
        parts, room=f"{HUB}/Hall", starts="11:30", workers=parts.world.people[4:5]
    )

    assert diary.place(other) is None


def test_the_hold_stays_inside_the_hours(parts: Parts, diary: Diary) -> None:
    late = wish(parts, starts="18:50")

    assert diary.place(late) is None
    assert diary.place(replace(late, starts=(at("18:45"),))) is not None


def test_nobody_is_in_two_places(parts: Parts, diary: Diary) -> None:
    diary.place(wish(parts, "WA-20417"))

    assert diary.place(wish(parts, room=f"{HUB}/Oak Room", starts="16:00")) is None


def test_the_journey_between_two_appointments_counts(
    parts: Parts, diary: Diary
) -> None:
    diary.place(wish(parts))
    far = "Bridgeway Youth Centre/Interview Room 1"

    assert diary.place(wish(parts, room=far, starts="16:45")) is None
    assert diary.place(wish(parts, room=far, starts="17:15")) is not None


def test_a_case_has_one_appointment_a_day_unless_it_is_fixed(
    parts: Parts, diary: Diary
) -> None:
    diary.place(wish(parts, "WA-20417", starts="09:00"))
    again = wish(parts, "WA-20417", starts="17:00", workers=parts.world.people[4:5])

    assert diary.place(again) is None
    assert diary.place(replace(again, fixed=True)) is not None


def test_people_kept_apart_are_not_at_one_place_on_one_day(
    parts: Parts, diary: Diary
) -> None:
    diary.place(wish(parts, "WA-20391", starts="09:00"))
    workers = parts.world.people[10:11]

    here = wish(parts, "WA-20466", starts="17:00", workers=workers)
    elsewhere = wish(
        parts,
        "WA-20466",
        room="Station Road Library/Meeting Room B",
        starts="17:00",
        workers=workers,
    )

    assert diary.place(here) is None
    assert diary.place(elsewhere) is not None


def test_a_place_is_a_venue_with_its_neighbours(parts: Parts, diary: Diary) -> None:
    diary.place(
        wish(
            parts,
            "WA-20391",
            room="Lantern Health Centre/Consulting Room 2",
            starts="09:00",
        )
    )

    next_door = wish(
        parts,
        "WA-20466",
        room="Oakmere Community Centre/Small Room",
        starts="17:00",
        workers=parts.world.people[10:11],
    )

    assert diary.place(next_door) is None


def with_case(parts: Parts, **changed: object) -> Known:
    known = next(case for case in parts.world.cases if case.reference == "WA-20355")
    return replace(known, **changed)


def test_a_venue_not_for_a_case_is_not_used(parts: Parts, diary: Diary) -> None:
    hub = parts.site(HUB, "Willow Room").room.venue.id
    kept_out = with_case(parts, not_at=frozenset({hub}))

    assert diary.place(wish(parts, cases=(kept_out,))) is None


def test_a_case_comes_in_its_hours_only(parts: Parts, diary: Diary) -> None:
    thursdays = with_case(parts, hours={3: (time(10), time(16))})
    fridays = with_case(parts, hours={4: (time(10), time(16))})

    assert diary.place(wish(parts, cases=(thursdays,))) is None
    assert diary.place(wish(parts, cases=(fridays,), starts="11:00")) is None
    assert diary.place(wish(parts, cases=(thursdays,), starts="11:00")) is not None


def test_three_appointments_a_day_are_enough_unless_fixed(
    parts: Parts, diary: Diary
) -> None:
    for starts in ("09:00", "10:30", "12:00"):
        assert diary.place(wish(parts, starts=starts)) is not None

    assert diary.place(wish(parts, starts="14:00")) is None
    assert diary.place(wish(parts, starts="14:00", fixed=True)) is not None


def test_break_out_rooms_are_other_rooms_of_the_same_venue(
    parts: Parts, diary: Diary
) -> None:
    meeting = wish(parts, room=f"{HUB}/Hall", starts="11:00", kind="RJD", breakouts=2)

    entry = diary.place(meeting)

    assert entry is not None
    assert [site.room.name for site in entry.sites] == [
        "Hall",
        "Willow Room",
        "Oak Room",
    ]
    spaces = [space_id for space_id, _ in entry.holds()]
    assert len(spaces) == len(set(spaces)) == 4


def test_break_out_rooms_are_looked_for_on_both_sides_of_the_main_one(
    parts: Parts, diary: Diary
) -> None:
    cabin = wish(parts, room="Portside Family Hub/Harbour Room", breakouts=2)

    entry = diary.place(cabin)

    assert entry is not None
    names = [site.room.name for site in entry.sites]
    assert names == ["Harbour Room", "Anchor Room", "Cabin"]


def test_without_enough_rooms_there_is_no_such_meeting(
    parts: Parts, diary: Diary
) -> None:
    meeting = wish(parts, room="Bear Lane Library/Meeting Room", breakouts=1)

    assert diary.place(meeting) is None


def test_another_time_is_tried_before_a_room_far_down_the_list(
    parts: Parts, diary: Diary
) -> None:
    willow = parts.site(HUB, "Willow Room")
    diary.take(willow, Span(at("15:30"), at("16:30")))
    far = parts.site("Station Road Library", "Meeting Room B")
    asked = replace(
        wish(parts), sites=(*[willow] * 6, far), starts=(at("15:30"), at("17:00"))
    )

    entry = diary.place(asked)

    assert entry is not None
    assert (entry.starts, entry.sites) == (at("17:00"), (willow,))


def test_somebody_sent_elsewhere_is_not_free(parts: Parts, diary: Diary) -> None:
    worker = parts.world.people[3]

    diary.send(worker, at("15:00"), at("16:00"))

    assert not diary.worker_free(worker, at("15:30"), at("16:30"))
    assert diary.worker_free(worker, at("16:00"), at("17:00"))
    assert diary.place(wish(parts, starts="16:00")) is not None


def test_set_up_and_clear_down_are_part_of_the_hold(parts: Parts) -> None:
    kind = parts.world.kinds["RJD"]

    held = hold(kind, parts.site(HUB, "Hall"), at("11:00"), at("12:45"))

    assert held == Span(at("10:30"), at("13:15"))
    assert held.ends - at("12:45") == timedelta(minutes=30)


def test_a_group_is_apart_when_any_two_in_it_are(parts: Parts) -> None:
    cases = {case.reference: case for case in parts.world.cases}
    group = [cases["WA-20391"], cases["WA-20288"], cases["WA-20466"]]

    assert apart(parts.world.ties, group)
    assert not apart(parts.world.ties, group[:1])
