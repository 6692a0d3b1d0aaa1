"""Which rooms fit, and why the others do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from venues.database.models import Feature, Room, Separation, Venue
from venues.domain.findings import Reason, Step
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.domain.places import METRES_PER_MILE, Point
from venues.errors import WrongInput
from venues.services import bookings, finding
from venues.services.finding import Order, Wish

WILLOW, OAK, STUDY, HALL, HALL_A, HALL_B = range(1, 7)
NEAR_MILLBROOK = Point(360_000, 388_000)


def wish(**changed: Any) -> Wish:
    usual: dict[str, Any] = {
        "audience": Audience.CHILD,
        "kind": "SUP",
        "period": Period.lasting(datetime(2026, 11, 26, changed.pop("hour", 15)), 60),
        "people": 3,
        "references": ("WA-20417",),
        "worker_ids": (1,),
    }
    return Wish(**usual | changed)


def find(world: Any, viewer: Any = None, **changed: Any) -> finding.Found:
    with world.database.read() as session:
        return finding.rooms(
            session, wish(**changed), viewer or world.practitioner, today=world.now
        )


def fitting(found: finding.Found) -> list[int]:
    return [match.room.id for match in found.matches]


def book(world: Any, **changed: Any) -> None:
    viewer = changed.pop("viewer", world.practitioner)
    with world.database.write() as session:
        bookings.book(session, world.request(**changed), viewer, now=world.now)


def test_every_room_fits_an_empty_day(world: Any) -> None:
    assert sorted(fitting(find(world))) == [1, 2, 3, 4, 5, 6]


def test_a_taken_room_is_listed_with_its_reason_and_a_time_to_try(world: Any) -> None:
    book(world, viewer=world.colleague, worker_ids=(2,), references=("WA-20418",))

    found = find(world)

    assert WILLOW not in fitting(found)
    (group,) = found.groups
    assert group.reason is Reason.BOOKED
    assert group.change is not None
    assert group.change.words == "Try 4pm"


def test_a_booked_hall_takes_its_halves_out(world: Any) -> None:
    book(
        world,
        viewer=world.colleague,
        worker_ids=(2,),
        references=("WA-20418",),
        room_ids=(HALL,),
    )

    assert set(fitting(find(world))) == {WILLOW, OAK, STUDY}


def test_all_reasons_are_given_but_a_room_counts_once_under_the_gravest(
    world: Any,
) -> None:
    found = find(world, hour=21, people=30, needs=("screen",))

    (group,) = found.groups
    assert group.reason is Reason.CLOSED
    assert len(group.misfits) == 6
    rules = {each.rule for each in group.misfits[0].findings}
    assert {"R2", "R12", "R17"} <= rules


def test_nearest_first_with_distances(world: Any) -> None:
    found = find(world, near=NEAR_MILLBROOK)

    assert fitting(found)[:3] == [OAK, WILLOW, STUDY]
    assert found.matches[0].metres == 0
    assert found.matches[-1].warnings[0].rule == "R21"


def test_cheapest_and_fewest_warnings_first(world: Any) -> None:
    with world.database.write() as session:
        session.get(Room, OAK).rate = 900

    cheapest = find(world, near=NEAR_MILLBROOK, order=Order.CHEAPEST)
    fewest = find(world, near=NEAR_MILLBROOK, order=Order.FEWEST)

    assert fitting(cheapest)[-1] == OAK
    assert cheapest.matches[-1].cost == 900
    assert [len(match.warnings) for match in fewest.matches] == [0, 0, 0, 1, 1, 1]


def test_further_than_asked_offers_a_wider_circle(world: Any) -> None:
    found = find(world, near=NEAR_MILLBROOK, within=2 * METRES_PER_MILE)

    (group,) = found.groups
    assert group.reason is Reason.DISTANCE
    assert group.change is not None
    assert (group.change.step, group.change.words) == (Step.WIDER, "Within 4 miles")


def test_only_the_chosen_authorities_are_looked_at(world: Any) -> None:
    found = find(world, authority_ids=frozenset({2}))

    assert set(fitting(found)) == {HALL, HALL_A, HALL_B}
    assert found.misfits == ()


def test_unmet_needs_are_named(world: Any) -> None:
    with world.database.write() as session:
        session.add(Feature(venue_id=1, room_id=WILLOW, need="step-free", present=True))

    found = find(world, needs=("step-free",))

    assert fitting(found) == [WILLOW]
    assert found.groups[0].words == "no step-free"


def test_a_suspended_venue_and_a_retired_room_are_not_offered(world: Any) -> None:
    with world.database.write() as session:
        session.get(Venue, 3).status = "suspended"
        session.get(Room, OAK).status = "retired"

    found = find(world)

    assert set(fitting(found)) == {WILLOW, STUDY}
    assert found.misfits == ()


def test_what_is_about_a_person_is_one_group_that_offers_no_time(world: Any) -> None:
    book(world)
    with world.database.write() as session:
        session.add(
            Separation(
                first_id=1,
                second_id=2,
                kind="same offence",
                since=datetime(2026, 1, 1).date(),
            )
        )

    found = find(
        world,
        world.victim_worker,
        audience=Audience.VICTIM,
        kind="VIC",
        references=("WA-20466",),
        worker_ids=(3,),
        hour=13,
    )

    (group,) = found.groups
    assert group.reason is Reason.CASE
    assert {each.room.id for each in group.misfits} == {WILLOW, OAK, STUDY}
    assert group.change is not None
    assert (group.change.words, group.change.starts) == ("Other places", None)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"people": 0}, "people"),
        ({"kind": "XYZ"}, "kind"),
        ({"kind": "VIC"}, "kind"),
        ({"references": ("nobody",)}, "case"),
        ({"references": ("WA-20418",)}, "case"),
    ],
)
def test_what_cannot_be_used_is_said_beside_its_field(
    world: Any, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(WrongInput) as trouble:
        find(world, **changed)

    assert trouble.value.field == field


def test_an_empty_catalogue_finds_nothing_and_says_nothing_wrong(world: Any) -> None:
    with world.database.write() as session:
        for id_ in (1, 2, 3):
            session.get(Venue, id_).status = "retired"

    found = find(world)

    assert (found.matches, found.misfits, found.groups) == ((), (), ())


def test_finding_takes_a_fixed_number_of_statements(
    world: Any, statements: Callable[[], list[str]]
) -> None:
    def count() -> int:
        statements()
        find(world)
        return len(statements())

    count()  # reads the catalogue, which is then kept
    empty = count()
    for hour in (9, 11, 13):
        book(world, hour=hour)

    assert count() == empty == 6


@pytest.mark.of_a_file("it knows the statement by SQLite's words")
def test_a_search_does_not_go_through_years_of_past_appointments(
    world: Any, statements: Callable[[], list[str]]
) -> None:
    def asked() -> bool:
        return any("WHERE attendance.case_id IN" in each for each in statements())

    book(world)  # the rule about a first time asks where the case has been

    assert asked()

    find(world)

    assert not asked()


@pytest.mark.of_a_file("PostgreSQL plans by what it knows of the rows")
def test_the_search_for_holds_uses_the_index_in_time(
    world: Any, plan: Callable[[str], list[str]]
) -> None:
    find(world)

    steps = plan("FROM hold")

    assert steps[0].startswith("SEARCH hold USING COVERING INDEX ix_hold_time")
