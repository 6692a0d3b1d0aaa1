"""Figures are read off the interface's thread, and only the newest wish is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.ui.evidence_scene import Few
from tests.ui.sitting import Sitting, sit
from tests.world import TODAY, World
from ui.pages import evidence_reading
from ui.pages.evidence_reading import EvidenceReading
from venues.domain.reporting import Dates, month_of, quarter_of
from venues.errors import VenuesError
from venues.gazetteer import Gazetteer
from venues.postcode_list import ListMissing
from venues.services.evidence.shown import Evidence


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path)


@pytest.fixture
def reading(seat: Sitting) -> Iterator[EvidenceReading]:
    parent = QObject()
    made = EvidenceReading(replace(seat.desk, gazetteer=Few), parent)
    seat.qtbot.addWidget(made.underway)
    yield made
    seat.rest()


def test_only_the_newest_wish_is_shown(seat: Sitting, reading: EvidenceReading) -> None:
    told: list[Evidence] = []
    reading.counted.connect(told.append)

    reading.count(quarter_of(TODAY), None)
    reading.count(month_of(TODAY), 2)
    seat.rest()

    assert [each.dates for each in told] == [month_of(TODAY)]
    assert told[0].authority == "Halton"


def test_it_is_stopped(seat: Sitting, reading: EvidenceReading) -> None:
    told: list[Evidence] = []
    reading.counted.connect(told.append)

    reading.count(quarter_of(TODAY), None)
    reading.underway.cancel()
    seat.rest()

    assert told == []


def test_why_not_is_told(seat: Sitting, reading: EvidenceReading) -> None:
    told: list[Exception] = []
    reading.failed.connect(told.append)

    reading.count(Dates(date(2026, 1, 1), TODAY), 99)
    seat.rest()

    assert [str(each) for each in told] == ["There is no such authority."]
    assert isinstance(told[0], VenuesError)


def test_without_the_list_of_postcodes_all_else_is_counted(
    seat: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Without(Gazetteer):
        @classmethod
        def open(cls, *_: object, **__: object) -> Gazetteer:
            raise ListMissing("There is no list.")

    monkeypatch.setattr(evidence_reading, "Gazetteer", Without)
    parent = QObject()
    reading = EvidenceReading(seat.desk, parent)
    seat.qtbot.addWidget(reading.underway)
    told: list[Evidence] = []
    reading.counted.connect(told.append)

    reading.count(month_of(TODAY), None)
    seat.rest()

    assert told[0].measures["coverage"].headline.words == "\N{EN DASH}"
    assert told[0].measures["reviews"].headline.words == "0%"


def test_coverage_is_told_with_its_venues(
    seat: Sitting, reading: EvidenceReading
) -> None:
    with seat.qtbot.waitSignal(reading.covered) as told:
        reading.cover("CH", "any")

    (covered,) = told.args
    assert {pin.name for pin in covered.pins} == {"Millbrook", "Library", "Railside"}
    assert {each.sector.authority_id for each in covered.reaches} == {1, 2}
