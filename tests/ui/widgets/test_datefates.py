"""The lines of a series' dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from pytestqt.qtbot import QtBot

from tests.venues.services.series import changes, scene
from tests.venues.services.series.scene import THURSDAYS
from tests.world import OAK, World
from ui.kinds import Kind
from ui.widgets.datefates import DateFates, place, standing
from venues.domain.recurrence import Every, Repeat
from venues.services.series.change import Fate, Step, Way
from venues.services.series.opened import Scope


@pytest.fixture
def fates(qtbot: QtBot) -> DateFates:
    """The list, empty."""
    fates = DateFates()
    qtbot.addWidget(fates)
    fates.resize(700, 300)
    fates.show()
    fates.activateWindow()
    return fates


def steps(world: World, **what: object) -> tuple[Step, ...]:
    """What would become of four Thursdays in Oak Room, which is taken on the second."""
    first, *_ = changes.ids(world)
    scene.occupy(world, THURSDAYS[1], OAK)
    return changes.look(world, first, Scope.ALL, room_ids=(OAK,), **what).steps


def test_each_date_says_how_it_stands(world: World) -> None:
    plain = steps(world)

    assert [standing(each)[1] for each in plain] == [
        "Fits",
        "Does not fit",
        "Fits",
        "Fits",
    ]


@pytest.mark.parametrize(
    ("way", "kind", "said"),
    [
        (Way.OTHER_ROOM, Kind.WARN, "Other room"),
        (Way.OTHER_TIME, Kind.WARN, "Other time"),
        (Way.LEAVE_OUT, Kind.WARN, "Stays as it is"),
    ],
)
def test_a_way_out_is_said_in_words(
    world: World, way: Way, kind: Kind, said: str
) -> None:
    found = steps(world, ways={THURSDAYS[1]: way})

    assert standing(found[1]) == (kind, said)


def test_what_goes_and_what_comes_is_said(world: World) -> None:
    rule = Repeat(every=Every.WEEK, interval=4, times=1)
    found = steps(world, repeat=rule)
    (fitting, *_) = found

    assert [standing(each)[1] for each in found] == ["Fits", *["Cancelled"] * 3]
    new = replace(fitting, fate=Fate.NEW, date=None)
    assert standing(new) == (Kind.GOOD, "New")
    assert place(found[-1], twenty_four=False) == ""


def test_times_follow_the_clock_of_the_settings(world: World) -> None:
    found = steps(world)

    assert place(found[0], twenty_four=True) == "15:00 to 16:00, Oak Room, Millbrook"


def test_the_keyboard_stays_on_its_date(
    qtbot: QtBot, fates: DateFates, world: World
) -> None:
    found = steps(world)
    fates.show_steps(found)
    box = fates.boxes[THURSDAYS[1]]
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)

    box.setCurrentIndex(box.findData(Way.LEAVE_OUT))
    box.activated.emit(box.currentIndex())
    fates.show_steps(found)

    again = fates.boxes[THURSDAYS[1]]
    qtbot.waitUntil(again.hasFocus)
    assert again.currentData() == Way.LEAVE_OUT
    assert fates.ways() == {THURSDAYS[1]: Way.LEAVE_OUT}


def test_a_box_says_which_date_it_is_for(fates: DateFates, world: World) -> None:
    fates.show_steps(steps(world, starts=time(15)))

    assert fates.boxes[THURSDAYS[1]].accessibleName().startswith("What then, on Thu")
