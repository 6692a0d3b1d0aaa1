"""Who sees what of the review list, and what they may do."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from tests.venues.services.reviews.scene import (
    book,
    close,
    for_the_victim,
    link,
    read,
    sweep,
)
from tests.world import World
from venues.database.models import CaseVenue, RefusalCode, Review, Separation
from venues.domain.people import Viewer
from venues.errors import NotAllowed, NotFound, WrongInput
from venues.services import booking_changes
from venues.services.reviews import listing
from venues.services.reviews.listing import Taken

COURT = {"court_condition": True}


def keep(world: World, viewer: Viewer, id_: int, reason: str = "Agreed") -> Taken:
    with world.database.write() as session:
        return listing.keep(session, id_, viewer, reason, now=world.now)


def tell(world: World, id_: int, viewer: Viewer | None = None) -> str:
    with world.database.write() as session:
        who = viewer or world.coordinator
        return listing.tell(session, id_, who, now=world.now)


@pytest.fixture
def met(watched: World) -> World:
    """Two bookings that a new link hits, the child's first."""
    book(watched)
    for_the_victim(watched)
    link(watched)
    return watched


def test_whoever_works_in_it_and_who_keeps_the_list_see_it(watched: World) -> None:
    book(watched)
    close(watched)

    for viewer in (watched.practitioner, watched.coordinator, watched.manager):
        (item,) = read(watched, viewer)
        assert "heating repairs" in item.words

    for viewer in (watched.colleague, watched.victim_worker, watched.board):
        assert read(watched, viewer) == ()


def test_what_is_about_a_person_goes_to_those_who_keep_the_list_first(
    met: World,
) -> None:
    for viewer in (met.coordinator, met.manager):
        assert [item.words for item in read(met, viewer)] == [listing.FOR_A_PERSON] * 2

    assert read(met, met.practitioner) == ()
    assert read(met, met.victim_worker) == ()


def test_only_the_worker_of_the_booking_that_moves_is_told(met: World) -> None:
    child, _victim = read(met)

    code = tell(met, child.id)

    (item,) = read(met, met.practitioner)
    assert item.words == (
        f"This venue is no longer available for this case at this time ({code})."
    )
    assert not item.for_a_person
    assert read(met, met.victim_worker) == ()
    assert read(met)[0].words == listing.TOLD


def test_the_code_belongs_to_nobody_who_tried(met: World) -> None:
    code = tell(met, read(met)[0].id)

    with met.database.read() as session:
        row = session.scalars(select(RefusalCode)).one()
    assert (row.code, row.staff_id, row.case_id, row.half) == (code, None, 1, 1)


def test_what_is_told_is_the_same_for_a_link_and_for_a_venue(watched: World) -> None:
    book(watched)
    with watched.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=1, since=date(2026, 1, 1)))
    by_venue = tell(watched, read(watched)[0].id)
    (item,) = read(watched, watched.practitioner)

    assert item.words == listing.quoting(by_venue)


def test_telling_twice_keeps_the_code(met: World) -> None:
    first = tell(met, read(met)[0].id)
    with met.database.write() as session:
        listing.tell_no_more(session, read(met)[0].id, met.coordinator, now=met.now)
    assert read(met, met.practitioner) == ()

    assert tell(met, read(met)[0].id) == first


def test_the_other_one_is_marked_once_the_booking_has_moved(met: World) -> None:
    child, victim = read(met)
    tell(met, child.id)
    with met.database.write() as session:
        booking_changes.cancel(
            session,
            child.seen.booking_id or 0,
            met.practitioner,
            reason="No longer needed",
            now=met.now,
        )

    sweep(met)

    (left,) = read(met)
    assert (left.id, left.gone, left.words) == (victim.id, True, listing.GONE)
    keep(met, met.coordinator, left.id, "Settled")
    assert read(met) == ()


def test_a_worker_says_nothing_of_which_booking_moves(met: World) -> None:
    with pytest.raises(NotAllowed, match="A coordinator or a manager says"):
        tell(met, read(met)[0].id, met.practitioner)


def test_nothing_is_told_of_what_is_not_about_a_person(watched: World) -> None:
    book(watched)
    close(watched)

    with pytest.raises(NotFound, match="nothing to tell"):
        tell(watched, read(watched)[0].id)


def test_a_reason_is_needed_to_keep_a_booking(watched: World) -> None:
    book(watched)
    close(watched)
    (item,) = read(watched)

    with pytest.raises(WrongInput, match="Say why"):
        keep(watched, watched.practitioner, item.id, "  ")
    with pytest.raises(WrongInput, match="looks like"):
        keep(watched, watched.practitioner, item.id, "Agreed with Mrs Brown")

    keep(watched, watched.practitioner, item.id, "They let us in")
    with watched.database.read() as session:
        row = session.scalars(select(Review)).one()
    assert (row.how, row.resolved_by) == ("Kept: They let us in", 1)


def test_where_people_are_kept_apart_only_a_manager_keeps_a_booking(
    met: World,
) -> None:
    child = read(met)[0]

    with pytest.raises(NotAllowed, match="Only a manager keeps"):
        keep(met, met.coordinator, child.id)
    keep(met, met.manager, child.id)

    assert len(read(met)) == 1


def test_nobody_keeps_a_booking_against_a_court_condition(watched: World) -> None:
    book(watched)
    for_the_victim(watched)
    link(watched, **COURT)

    with pytest.raises(NotAllowed, match="court condition"):
        keep(watched, watched.manager, read(watched)[0].id)


def test_a_worker_who_was_told_cannot_keep_it(met: World) -> None:
    child = read(met)[0]
    tell(met, child.id)

    with pytest.raises(NotAllowed):
        keep(met, met.practitioner, child.id)


def test_what_is_not_on_ones_list_is_not_there(met: World) -> None:
    child = read(met)[0]

    with pytest.raises(NotFound):
        keep(met, met.practitioner, child.id)


def test_it_is_counted_for_those_who_keep_the_list(met: World) -> None:
    with met.database.read() as session:
        assert listing.count(session, met.coordinator, met.now) == 2
        assert listing.count(session, met.practitioner, met.now) == 0


def test_a_link_that_was_closed_no_longer_applies(met: World) -> None:
    with met.database.write() as session:
        session.scalars(select(Separation)).one().closed_on = met.now.date()

    sweep(met)

    assert all(item.gone for item in read(met))


def test_what_was_kept_comes_back_when_a_court_speaks(met: World) -> None:
    child, _ = read(met)
    keep(met, met.manager, child.id)
    sweep(met)
    assert child.id not in {each.id for each in read(met)}

    with met.database.write() as session:
        session.scalars(select(Separation)).one().court_condition = True

    assert child.id in {each.id for each in read(met)}
