"""What else would do."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from venues.database.models import Separation, Venue
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.services import alternatives, attempts
from venues.services.alternatives import Alternative
from venues.services.finding import Wish

WILLOW, OAK, STUDY = 1, 2, 3
THREE = datetime(2026, 11, 26, 15)


def wish(hour: int = 15, **changed: Any) -> Wish:
    usual: dict[str, Any] = {
        "audience": Audience.CHILD,
        "kind": "SUP",
        "period": Period.lasting(THREE.replace(hour=hour), 60),
        "people": 3,
        "references": ("WA-20418",),
        "worker_ids": (2,),
    }
    return Wish(**usual | changed)


def nearest(
    world: Any, asked: Wish, room_id: int, viewer: Any = None
) -> tuple[Alternative, ...]:
    with world.database.read() as session:
        return alternatives.nearest(
            session, asked, viewer or world.colleague, room_id, now=world.now
        )


def book(world: Any, **changed: Any) -> None:
    attempts.book(
        world.database, world.request(**changed), world.practitioner, now=world.now
    )


def test_elsewhere_later_and_another_day(world: Any) -> None:
    book(world)

    elsewhere, later, another = nearest(world, wish(), WILLOW)

    assert (elsewhere.room.id, elsewhere.period.starts) == (OAK, THREE)
    assert (later.room.id, later.period.starts.hour) == (WILLOW, 16)
    assert (another.room.id, another.period.day) == (WILLOW, date(2026, 11, 27))
    assert [each.words for each in (elsewhere, later, another)] == [
        "the same time, another room",
        "later here",
        "another day here",
    ]


def test_sunday_is_left_out_because_nothing_is_open(world: Any) -> None:
    saturday = Period.lasting(datetime(2026, 11, 28, 15), 60)
    book(world, period=saturday)

    *_, another = nearest(world, wish(period=saturday), WILLOW)

    assert another.period.day == date(2026, 11, 30)


def apart(world: Any) -> tuple[Alternative, ...]:
    """What the victim's worker is offered instead of where the child is."""
    with world.database.write() as session:
        session.add(
            Separation(
                first_id=1, second_id=2, kind="same offence", since=date(2026, 1, 1)
            )
        )
    book(world)
    asked = wish(
        13,
        audience=Audience.VICTIM,
        kind="VIC",
        references=("WA-20466",),
        worker_ids=(3,),
    )
    return nearest(world, asked, STUDY, world.victim_worker)


def test_for_a_person_only_other_clusters_are_offered(world: Any) -> None:
    found = apart(world)

    assert [each.room.venue.name for each in found] == ["Railside", "Railside"]
    assert [each.words for each in found] == [
        "the same time, another venue",
        "another day, another venue",
    ]
    assert found[0].period.starts == THREE.replace(hour=13)
    assert found[1].period.day > THREE.date()


def test_where_no_other_cluster_fits_then_another_day_there_is_offered(
    world: Any,
) -> None:
    book(
        world,
        room_ids=(4,),  # the hall with both its halves
        period=Period.lasting(THREE.replace(hour=13), 60),
        references=(),
    )

    found = apart(world)

    assert [each.words for each in found] == ["another day, another venue"]
    assert found[0].room.venue.name == "Railside"


def test_where_there_is_no_other_cluster_nothing_is_offered(world: Any) -> None:
    with world.database.write() as session:
        session.get_one(Venue, 3).status = "suspended"

    assert apart(world) == ()


def test_an_unknown_room_has_no_alternatives(world: Any) -> None:
    assert nearest(world, wish(), 99) == ()


def test_what_is_offered_can_be_booked(world: Any) -> None:
    book(world)

    for other in nearest(world, wish(), WILLOW):
        booked = attempts.book(
            world.database,
            world.request(
                references=("WA-20418",),
                worker_ids=(2,),
                room_ids=(other.room.id,),
                period=other.period,
            ),
            world.colleague,
            now=world.now,
        )
        assert booked.status == "confirmed"
