"""No-go windows of group bookings, and of people with more than one reference."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, update

from tests.venues.services.apart import apart_scene as scene
from tests.venues.services.apart.apart_scene import (
    CHILD,
    LIBRARY,
    MILLBROOK,
    OTHER,
    RAILSIDE,
    VICTIM,
)
from venues.database import no_go
from venues.database.models import Booking, Case, CaseVenue, Hold, Separation
from venues.domain.apart import KINDS
from venues.domain.numbers import Numbers
from venues.errors import Refused
from venues.services import bookings
from venues.services.apart import reasons

BUFFERS = Numbers().buffers
FOURTH = 4
EVERYBODY = [CHILD, VICTIM, OTHER, FOURTH]


@pytest.fixture
def four(world: Any) -> Any:
    """The small world with a fourth case, WA-20419, a child's."""
    with world.database.write() as session:
        session.add(Case(id=FOURTH, reference="WA-20419", kind="child", confirmed=True))
    return world


def venues(world: Any, *case_ids: int) -> set[int | None]:
    """The venues that are closed to them on Thursday; None is every venue."""
    with world.database.read() as session:
        found = no_go.windows(session, case_ids, [scene.THURSDAY], BUFFERS)
    return {window.venue_id for window in found}


@pytest.mark.parametrize("pair", [(CHILD, VICTIM), (CHILD, OTHER), (VICTIM, OTHER)])
def test_every_pair_of_a_group_is_looked_at(four: Any, pair: tuple[int, int]) -> None:
    scene.link(four, first_id=pair[0], second_id=pair[1], kind="group conflict")

    assert venues(four, CHILD, VICTIM, OTHER) == {None}
    assert venues(four, pair[0], FOURTH) == set()


def test_a_pair_is_found_through_another_reference_of_one(four: Any) -> None:
    scene.link(four, first_id=OTHER, second_id=FOURTH, kind="same person")
    scene.link(four, first_id=CHILD, second_id=FOURTH)

    assert venues(four, CHILD, OTHER) == {None}


def test_two_references_of_one_person_may_be_booked_together(four: Any) -> None:
    scene.link(four, second_id=OTHER, kind="same person")

    assert venues(four, CHILD, OTHER) == set()


def test_the_windows_of_each_close_the_venue_to_all(four: Any) -> None:
    scene.book(four, 14, **scene.victim(four))
    scene.link(four, first_id=VICTIM, second_id=OTHER)
    scene.bar(four, case_id=FOURTH)

    assert venues(four, CHILD, OTHER, FOURTH) == {MILLBROOK, LIBRARY, RAILSIDE}
    assert venues(four, CHILD) == set()


def test_a_venue_not_to_use_holds_under_every_reference(four: Any) -> None:
    scene.link(four, second_id=OTHER, kind="same person")
    scene.bar(four, case_id=OTHER)

    assert venues(four, CHILD) == {RAILSIDE}


def test_a_group_that_must_not_meet_is_refused_like_anybody(four: Any) -> None:
    scene.link(four, second_id=OTHER)
    wanted = {
        "references": (scene.FIRST, scene.THIRD),
        "viewer": four.manager,
        "room_ids": (scene.RAILSIDE_ROOM,),
    }

    with pytest.raises(Refused, match="not available for this case at this time"):
        scene.book(four, 15, **wanted)
    code = scene.refused(four, 15, **wanted)

    with four.database.write() as session:
        found = reasons.read(session, code, four.manager)
    assert found.applies


def test_a_code_of_a_group_is_about_the_one_it_was_refused_for(four: Any) -> None:
    scene.book(four, 14, **scene.victim(four))
    scene.link(four, first_id=VICTIM, second_id=OTHER)

    code = scene.refused(
        four, 15, references=(scene.FIRST, scene.THIRD), viewer=four.manager
    )

    with four.database.write() as session:
        found = reasons.read(session, code, four.manager)
    assert (found.case, found.applies) == (scene.THIRD, True)


RECORDS = st.one_of(
    st.tuples(
        st.just("link"),
        st.sampled_from([*KINDS]),
        st.sampled_from([(a, b) for a in EVERYBODY for b in EVERYBODY if a < b]),
    ),
    st.tuples(
        st.just("venue"),
        st.sampled_from([MILLBROOK, LIBRARY, RAILSIDE]),
        st.sampled_from(EVERYBODY),
    ),
    st.tuples(st.just("case"), st.just(""), st.sampled_from(["20418", "20419"])),
)


@given(
    records=st.lists(RECORDS, min_size=1, max_size=4),
    asked=st.tuples(st.integers(9, 18), st.sampled_from([1, 3, 5])),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_adding_a_link_a_venue_or_a_case_never_makes_a_refused_booking_allowed(
    four: Any, records: list[tuple[str, Any, Any]], asked: tuple[int, int]
) -> None:
    with four.database.write() as session:
        session.execute(update(Separation).values(closed_on=date(2026, 1, 2)))
        for table in (CaseVenue, Hold):
            session.execute(delete(table))
        booked = session.get(Booking, 1)
    if booked is None:
        scene.book(four, 14, **scene.victim(four))
    hour, room_id = asked
    references = [scene.FIRST]

    def refused() -> set[str]:
        request = four.request(
            references=tuple(references), room_ids=(room_id,), hour=hour
        )
        with four.database.read() as session:
            judged = bookings.examine(session, request, four.manager, now=four.now)
        return {found.rule for found in judged.findings if found.refuses}

    for number, (what, which, whose) in enumerate(records):
        before = refused()
        if what == "link":
            pair = {"first_id": whose[0], "second_id": whose[1]}
            scene.link(four, kind=which, since=date(2026, 2, 1), **pair)
        elif what == "venue":
            since = date(2026, 1, 1 + number)
            scene.bar(four, venue_id=which, case_id=whose, since=since)
        else:
            references.append(f"WA-{whose}")

        assert before <= refused()
