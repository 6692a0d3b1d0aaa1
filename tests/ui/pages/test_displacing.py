"""From a closure that bookings are in the way of, to the plan, and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.services.rehousing.leaving import CLOSING, MILLBROOK, book
from tests.world import THURSDAY, World
from ui.dialogs.closure_editor import ClosureEditor
from ui.pages.displaced import DisplacedPage
from ui.pages.venues import VenuesPage
from venues.services import venue_details


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path)


def test_a_closure_with_bookings_in_the_way_leads_to_the_plan(
    seat: Sitting, world: World
) -> None:
    book(world)
    page = VenuesPage(seat.desk)
    seat.show(page)
    seat.rest()
    with world.database.read() as session:
        found = venue_details.details(session, MILLBROOK)
    page.tasks.do("add closure", found)
    editor = page.findChild(ClosureEditor)
    assert editor is not None
    assert not editor.plan.isVisible()
    editor.first.choose(THURSDAY)
    editor.last.choose(CLOSING.ends.date().replace(day=27))
    editor.reason.setText("heating repairs")
    editor.try_to_save()
    seat.rest()

    editor.plan.click()

    assert seat.host.shown == [("venues", {"displaced": CLOSING})]


def test_what_cannot_be_read_any_more_is_said_first(
    seat: Sitting, world: World
) -> None:
    book(world)
    with world.database.read() as session:
        rooms = venue_details.details(session, MILLBROOK).rooms
    editor = ClosureEditor(seat.desk, MILLBROOK, rooms, None, seat.owner())
    editor.show()
    editor.first.choose(THURSDAY)
    editor.reason.setText("heating repairs")
    editor.try_to_save()
    seat.rest()
    heard: list[object] = []
    editor.displacing.connect(heard.append)

    editor.first.setText("soon")
    editor.plan.click()

    assert heard == []
    assert editor.isVisible()


def test_the_plan_takes_the_place_of_the_list_and_gives_it_back(
    seat: Sitting, world: World
) -> None:
    book(world)
    page = VenuesPage(seat.desk)
    seat.show(page)

    page.take(displaced=CLOSING)
    page.take(displaced=CLOSING)
    seat.rest()

    (plan,) = [each for each in page.findChildren(DisplacedPage) if each.isVisible()]
    assert not page.header.isVisible()
    page.focus_first()
    assert plan.question.button.hasFocus()
    plan.question.button.click()
    seat.rest()
    page.focus_first()
    assert plan.table.hasFocus()
    plan.cancel.click()
    assert page.header.isVisible()
    page.focus_first()
    assert page.list.search.hasFocus()
