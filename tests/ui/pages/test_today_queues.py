"""The cards of what others ask, as each person finds them on Today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pages.today_scene import button, opened, words
from tests.ui.sitting import Sitting, sit
from tests.venues.services.evidence.test_options import written
from tests.venues.services.reviews.scene import at, book, close, link, watched
from tests.venues.services.sign_offs.scene import ask, decline, waiting
from tests.world import WILLOW, World
from ui.pages.today import TodayPage
from venues.domain.people import Viewer
from venues.services import room_requests
from venues.services.room_requests import ASKED, NO

__all__ = ["watched"]

AT = "Thu 26 November, 3:00pm to 4:00pm · Willow Room, Millbrook"


@pytest.fixture
def seats(qtbot: QtBot, watched: World, tmp_path: Path) -> Iterator[Sitting]:
    """A seat that whoever is wanted may take."""
    yield from sit(qtbot, watched.database, watched.practitioner, tmp_path)


def page_of(seat: Sitting, viewer: Viewer) -> TodayPage:
    seat.desk = seat.desk.for_viewer(viewer)
    return opened(seat)


def want(world: World) -> int:
    """The colleague asks for the practitioner's room."""
    book(world)
    with world.database.write() as session:
        (id_,) = room_requests.ask(
            session, world.colleague, WILLOW, at(15), now=world.now
        )
        return id_


def decide(world: World, id_: int, state: str, viewer: Viewer) -> None:
    with world.database.write() as session:
        room_requests.decide(session, id_, state, viewer)


def test_with_nothing_asked_there_is_no_card(seats: Sitting, watched: World) -> None:
    said = words(page_of(seats, watched.manager))

    for title in ("Needs review", "To sign off", "Could you move", "asked for"):
        assert title not in said


def test_the_lists_have_their_numbers(seats: Sitting, watched: World) -> None:
    book(watched, hour=10)
    book(watched)
    ask(watched, room_ids=(2,))
    close(watched)

    said = words(page_of(seats, watched.manager))

    assert "Needs review (2)" in said
    assert "Something changed for 2 bookings after they were made." in said
    assert "To sign off (1)" in said
    assert "1 booking waits for your yes or no." in said


def test_keepers_are_reminded_to_ask_a_place_again(
    seats: Sitting, watched: World
) -> None:
    asked = date(2026, 11, 2)
    written(watched, asked_on=asked, ask_again_on=date(2026, 11, 20))

    assert "Ask again" not in words(page_of(seats, watched.practitioner))
    page = page_of(seats, watched.coordinator)
    assert "1 place that could not help is to be asked again." in words(page)
    button(page, "Open the list: Ask again (1)").click()
    assert seats.host.shown[-1] == ("evidence", {"view": "options"})


def test_one_booking_is_one(seats: Sitting, watched: World) -> None:
    book(watched)
    close(watched)
    ask(watched, room_ids=(2,))
    ask(watched, room_ids=(2,), hour=17)

    said = words(page_of(seats, watched.manager))

    assert "Something changed for 1 booking after it was made." in said
    assert "2 bookings wait for your yes or no." in said


def test_the_coordinator_passes_a_request_on(seats: Sitting, watched: World) -> None:
    want(watched)
    page = page_of(seats, watched.coordinator)
    assert "Practitioner 05 asks for it. Practitioner 04 holds it." in words(page)

    button(page, f"Ask the holder: {AT}").click()
    seats.rest()

    assert seats.host.said == ["Whoever holds it is asked. [Undo]"]
    assert "asks for it" not in words(page)
    seats.desk.undo.undo()
    seats.rest()
    assert "asks for it" in words(page)
    seats.desk.undo.redo()
    seats.rest()
    assert "asks for it" not in words(page)


def test_the_holder_is_asked_and_not_told_by_whom(
    seats: Sitting, watched: World
) -> None:
    decide(watched, want(watched), ASKED, watched.coordinator)

    page = page_of(seats, watched.practitioner)

    said = words(page)
    assert "Could you move?" in said
    assert "Practitioner 05" not in said
    button(page, f"No: {AT}").click()
    seats.rest()
    assert seats.host.said == ["Said no. [Undo]"]


def test_a_yes_leads_to_the_booking_that_is_to_move(
    seats: Sitting, watched: World
) -> None:
    decide(watched, want(watched), ASKED, watched.coordinator)
    page = page_of(seats, watched.practitioner)

    button(page, f"Yes, move it…: {AT}").click()
    seats.rest()

    assert seats.host.shown == [("find", {"booking": 1, "back": "today"})]


def test_what_was_answered_meanwhile_is_said(seats: Sitting, watched: World) -> None:
    id_ = want(watched)
    decide(watched, id_, ASKED, watched.coordinator)
    page = page_of(seats, watched.practitioner)
    with watched.database.read() as session:
        (wanted,) = room_requests.to_answer(session, watched.practitioner, watched.now)
    decide(watched, id_, NO, watched.coordinator)

    page._lists.answer(wanted, NO)  # noqa: SLF001 - as pressed on another PC
    seats.rest()

    assert seats.host.said[-1].startswith("That was answered already.")


def test_whoever_asked_sees_how_it_stands_and_no_more(
    seats: Sitting, watched: World
) -> None:
    id_ = want(watched)
    ask(
        watched,
        watched.colleague,
        references=("WA-20418",),
        room_ids=(2,),
        hour=17,
        worker_ids=(2,),
    )
    page = page_of(seats, watched.colleague)
    assert "What I asked for" in words(page)
    assert room_requests.SAID["open"] in words(page)

    decide(watched, id_, NO, watched.coordinator)
    (item,) = waiting(watched)
    decline(watched, item)
    seats.rest()

    said = words(page)
    assert room_requests.SAID[NO] in said
    assert "Not signed off" in said
    assert "Practitioner 04" not in said


def test_nobody_hears_of_a_link_before_it_is_known_who_moves(
    seats: Sitting, watched: World
) -> None:
    book(watched)
    before = words(page_of(seats, watched.practitioner))

    link(watched)
    seats.rest()

    assert words(page_of(seats, watched.practitioner)) == before
