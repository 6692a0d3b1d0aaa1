"""What a booking waits for is seen to with one answer."""

from __future__ import annotations

from typing import Any

import pytest

from tests.venues.services.apart import apart_scene
from tests.venues.services.conditional import PANEL, RISK, book, prepare
from tests.world import World
from venues.database.models import Booking
from venues.domain.people import Viewer
from venues.errors import NotFound, Refused, WrongInput
from venues.services import seeing_to
from venues.services.bookings import Booked
from venues.services.seeing_to import Answer

NAMELESS: dict[str, Any] = {"references": ()}


@pytest.fixture(autouse=True)
def _kinds(world: World) -> None:
    prepare(world)


def answer(
    world: World, booked: Booked, kind: str, said: Answer, viewer: Viewer | None = None
) -> Booked:
    viewer = viewer or world.practitioner
    with world.database.read() as session:
        asked = seeing_to.ask(session, booked.id, kind, viewer)
    return seeing_to.answer(world.database, asked, said, viewer, now=world.now)


@pytest.mark.parametrize(
    ("asked", "kind", "said"),
    [
        (RISK, "police", "Risk desk"),
        (PANEL, "quorum", 2),
        (NAMELESS, "case", " wa-20417 "),
    ],
)
def test_one_answer_confirms_the_booking(
    world: World, asked: dict[str, Any], kind: str, said: Answer
) -> None:
    booked = book(world, **asked)
    assert booked.conditions == (kind,)

    after = answer(world, booked, kind, said)

    assert (after.status, after.conditions) == ("confirmed", ())


def test_what_is_only_half_answered_stays_open(world: World) -> None:
    booked = book(world, **PANEL)

    assert answer(world, booked, "quorum", 1).conditions == ("quorum",)
    with world.database.read() as session:
        asked = seeing_to.ask(session, booked.id, "quorum", world.practitioner)
    assert (asked.said, asked.wanted) == (1, 2)


@pytest.mark.parametrize(
    ("asked", "kind", "field"), [(RISK, "police", "police"), (NAMELESS, "case", "case")]
)
def test_nothing_is_no_answer(
    world: World, asked: dict[str, Any], kind: str, field: str
) -> None:
    booked = book(world, **asked)

    with pytest.raises(WrongInput) as wrong:
        answer(world, booked, kind, "  ")

    assert wrong.value.field == field


def test_a_reference_of_somebody_elses_list_says_no_more_than_ever(
    world: World,
) -> None:
    booked = book(world, **NAMELESS)

    with pytest.raises(WrongInput, match="Not on your list") as wrong:
        answer(world, booked, "case", "WA-20466")

    assert wrong.value.field == "case"


def test_a_reference_who_must_be_kept_from_somebody_there_is_refused_with_a_code(
    world: World,
) -> None:
    apart_scene.link(world)
    apart_scene.book(world, 14, **apart_scene.victim(world))
    booked = book(world, **NAMELESS)

    with pytest.raises(Refused) as refused:
        answer(world, booked, "case", "WA-20417")

    assert refused.value.code is not None
    assert str(refused.value).startswith("This venue is not available for this case")
    with world.database.read() as session:
        assert session.get_one(Booking, booked.id).status == "provisional"


@pytest.mark.parametrize("kind", ["sign-off", "reference", "of no kind"])
def test_what_others_see_to_is_not_asked(world: World, kind: str) -> None:
    booked = book(world, **NAMELESS)

    with pytest.raises(WrongInput, match="Open the booking"):
        answer(world, booked, kind, "yes")


def test_nobody_answers_for_a_colleague(world: World) -> None:
    booked = book(world, **RISK)

    with pytest.raises(NotFound):
        answer(world, booked, "police", "Risk desk", world.colleague)
