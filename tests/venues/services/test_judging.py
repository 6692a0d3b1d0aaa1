"""What still stands in the way of a request, for whoever asks."""

from __future__ import annotations

from typing import Any

from tests.venues.services.series import scene
from tests.world import World
from venues.domain.people import Viewer
from venues.services import bookings
from venues.services.judging import Judged


def judge(world: World, viewer: Viewer | None = None, **changed: Any) -> Judged:
    with world.database.read() as session:
        return bookings.examine(
            session,
            world.request(**changed),
            viewer or world.practitioner,
            now=world.now,
        )


def test_a_warning_stands_until_there_is_a_reason(world: World) -> None:
    day = world.request().period.day
    scene.term(world, day, day)

    (found,) = judge(world).outstanding(world.practitioner)

    assert found.rule == "R18"
    given = judge(world, accepted={"R18": "The school has agreed"})
    assert given.outstanding(world.practitioner) == ()
    blank = judge(world, accepted={"R18": "  "})
    assert blank.outstanding(world.practitioner) == (found,)


def test_a_refusal_stands_whatever_is_said(world: World) -> None:
    scene.occupy(world, world.request().period.day)

    judged = judge(world, accepted={"R1": "It will do"})

    assert [each.rule for each in judged.outstanding(world.manager)] == ["R1"]


def test_how_far_it_is_is_known_only_from_somewhere(world: World) -> None:
    assert judge(world).travel is None
