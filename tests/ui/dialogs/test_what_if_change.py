"""A change to be tried: only the fields it has, and nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import TODAY, World
from ui.dialogs.what_if_change import KINDS, SHOWN, WhatIfChangeEditor
from venues.domain.what_if import (
    AddRooms,
    Change,
    CloseVenue,
    FixCriterion,
    HirePrice,
    OpenLonger,
)


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path)


def editor(seat: Sitting, kind: str) -> WhatIfChangeEditor:
    made = WhatIfChangeEditor(seat.desk, ("Lymm",), TODAY, seat.owner())
    made.show()
    made.kind.setCurrentIndex(made.kind.findData(kind))
    return made


def added(seat: Sitting, made: WhatIfChangeEditor) -> list[Change]:
    found: list[Change] = []
    made.saved.connect(found.append)
    made.try_to_save()
    seat.rest()
    return found


@pytest.mark.parametrize("kind", [key for key, _ in KINDS])
def test_only_the_fields_that_a_kind_has_are_shown(seat: Sitting, kind: str) -> None:
    made = editor(seat, kind)

    shown = {key for key, field in made.fields.items() if field.isVisible()}

    assert shown == {"kind", *SHOWN[kind]}
    made.reject()


def test_rooms_are_added_in_a_town_or_at_a_venue(seat: Sitting) -> None:
    made = editor(seat, "add")
    made.where.setCurrentIndex(made.where.findData("Millbrook"))
    made.number.setValue(2)
    made.opens.choose(time(15))
    made.closes.choose(time(19))
    made.pence.setText("£14")
    made.lacking.choose(["hearing-loop"])

    assert added(seat, made) == [
        AddRooms(
            town="Millbrook",
            number=2,
            opens=time(15),
            closes=time(19),
            pence=1400,
            lacking=("hearing-loop",),
        )
    ]

    made = editor(seat, "add")
    made.where.setCurrentIndex(made.where.findData(3))

    assert added(seat, made)[0].venue_id == 3


def test_every_other_kind_is_of_a_venue(seat: Sitting) -> None:
    longer = editor(seat, "open")
    longer.closes.choose(time(21))
    assert added(seat, longer) == [
        OpenLonger(venue_id=2, opens=time(15), closes=time(21))
    ]
    fix = editor(seat, "fix")
    fix.once.setText("1,800")
    assert added(seat, fix) == [FixCriterion(venue_id=2, code="", once=180_000)]
    price = editor(seat, "price")
    price.pence.setText("9.50")
    assert added(seat, price) == [HirePrice(venue_id=2, pence=950)]
    assert added(seat, editor(seat, "close")) == [CloseVenue(venue_id=2)]


def test_what_cannot_be_is_said_beside_its_field(seat: Sitting) -> None:
    made = editor(seat, "open")
    made.closes.choose(time(14))

    assert added(seat, made) == []
    assert "closes before it opens" in made.fields["closes"].complaint

    made.kind.setCurrentIndex(made.kind.findData("price"))
    made.pence.setText("dear")

    assert added(seat, made) == []
    assert made.fields["pence"].complaint
    made.reject()
