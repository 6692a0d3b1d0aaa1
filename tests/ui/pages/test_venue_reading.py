"""What the Venues page looks up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.ui import venue_scene as scene
from ui.pages.venue_reading import VenueReading
from venues.database.session import Database
from venues.services import suitability
from venues.services.catalogue_list import Wanted


def test_few_rooms_are_looked_up_at_once(qtbot: QtBot, database: Database) -> None:
    hub = scene.fill(database)
    with scene.desk(database) as (desk, told):
        reading = VenueReading(desk, told.window)

        with qtbot.waitSignal(reading.ready, timeout=0):
            reading.begin()

        assert [row.name for row in reading.rows] == ["Millbrook Family Hub"]
        assert hub in reading.marks.standing
        assert [pin.id for pin in reading.pins()] == [hub]
        assert reading.history(hub)
        assert reading.assessed(hub).venue_id == hub


def test_of_many_what_was_there_is_shown_meanwhile(
    qtbot: QtBot, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suitability, "FEW", 0)
    scene.fill(database)
    with scene.desk(database) as (desk, _):
        parent = QObject()
        reading = VenueReading(desk, parent)

        with qtbot.waitSignals([reading.waiting, reading.ready], timeout=5000):
            reading.begin()
            meanwhile = reading.ask(Wanted())

        assert not meanwhile
        assert len(reading.ask(Wanted())) == 1


def test_a_venue_that_is_not_there_has_no_details(database: Database) -> None:
    hub = scene.fill(database)
    with scene.desk(database) as (desk, told):
        reading = VenueReading(desk, told.window)

        assert reading.details(None) is None
        assert reading.details(hub + 1) is None
        assert reading.details(hub) is not None
