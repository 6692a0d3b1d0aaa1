"""What else would do."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from venues.database.models import Separation
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


def test_for_a_person_only_other_clusters_or_other_days(world: Any) -> None:
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

    found = nearest(world, asked, STUDY, world.victim_worker)

    assert found
    for each in found:
        same_day = each.period.day == date(2026, 11, 26)
        assert not same_day or each.room.venue.cluster_id is None
        assert not same_day or each.period.starts == asked.period.starts


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
