"""Steps aside from a venue."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.dialogs.block_hires import BlockHiresDialog
from ui.dialogs.print_directions import DirectionsDialog
from ui.pages import venue_asides
from ui.pages.venue_asides import VenueAsides
from ui.widgets.venue_contacts import BLOCKS, COPY, WAY
from venues.database.models import Venue
from venues.services import venue_details


@pytest.fixture(autouse=True)
def nowhere(world: World) -> None:
    """Where Millbrook lies is not known: its page is made without the map."""
    with world.database.write() as session:
        session.get_one(Venue, 1).easting = None


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path)


@pytest.fixture
def reader(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path)


def take(seat: Sitting, what: str) -> QWidget:
    owner = seat.owner()
    with seat.desk.database.read() as session:
        found = venue_details.details(session, 1)
    VenueAsides(seat.desk, owner).take(what, found)
    return owner


def test_words_for_a_family_are_copied(seat: Sitting) -> None:
    take(seat, COPY)

    assert QGuiApplication.clipboard().text() == "Millbrook, Millbrook."
    assert seat.host.said == [venue_asides.COPIED]


def test_what_would_tell_is_left_out_and_said_so(seat: Sitting, world: World) -> None:
    with world.database.write() as session:
        venue = session.get_one(Venue, 1)
        venue.name, venue.street = "Millbrook Police Station", "1 Mill Lane"

    take(seat, COPY)

    assert QGuiApplication.clipboard().text() == "1 Mill Lane, Millbrook."
    assert seat.host.said == [venue_asides.CUT]


def test_directions_are_shown(reader: Sitting) -> None:
    owner = take(reader, WAY)
    reader.rest()

    dialog = owner.findChild(DirectionsDialog)
    assert dialog is not None
    assert dialog.preview.document is not None


def test_agreements_are_for_those_who_keep_venues(seat: Sitting) -> None:
    assert take(seat, BLOCKS).findChild(BlockHiresDialog) is not None


def test_a_reader_keeps_no_agreements(reader: Sitting) -> None:
    assert take(reader, BLOCKS).findChild(BlockHiresDialog) is None
