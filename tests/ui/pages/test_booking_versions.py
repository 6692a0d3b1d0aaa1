"""Two versions of one booking, in words and put together."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from pathlib import Path

import pytest

from tests.ui.pages import find_scene
from tests.ui.schedule_scene import COLLEAGUE, OAK, PRACTITIONER, STUDY, WILLOW
from ui.desk import Desk
from ui.pages import booking_versions
from venues.database.session import Database
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.services.asking import Request

OPENED = Request(
    audience=Audience.CHILD,
    kind="SUP",
    period=Period(datetime(2026, 11, 27, 15), datetime(2026, 11, 27, 16)),
    people=3,
    needs=("step-free",),
    references=("WA-20391",),
    worker_ids=(PRACTITIONER,),
    room_ids=(WILLOW,),
)
THEIRS = replace(
    OPENED,
    audience=Audience.FAMILY,
    kind="PAR",
    period=Period(datetime(2026, 11, 27, 16), datetime(2026, 11, 27, 17)),
    people=2,
    layout="circle",
    needs=(),
    references=(),
    worker_ids=(PRACTITIONER, COLLEAGUE),
    room_ids=(WILLOW, OAK),
    buddy_id=COLLEAGUE,
    check_out=time(17, 15),
    arrival="Side door",
    note="Water on the table",
    accepted={"R21": "The family asked for it"},
)


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Desk:
    """A desk over the scene."""
    find_scene.fill(database)
    return find_scene.desk(database, tmp_path)


def test_each_part_is_read_in_words(desk: Desk) -> None:
    found = booking_versions.differences(desk, OPENED, OPENED, THEIRS)

    assert [(each.label, each.mine, each.theirs) for each in found] == [
        (
            "When",
            "Friday 27 November 2026, 3pm to 4pm",
            "Friday 27 November 2026, 4pm to 5pm",
        ),
        ("For", "Child, Supervision session", "Family, Parenting or family session"),
        ("Case references", "WA-20391", ""),
        ("People", "3", "2"),
        ("Seating", "", "in a circle"),
        ("Must have", "Step-free", ""),
        ("Workers", "Practitioner 04", "Practitioner 04 and Practitioner 05"),
        (
            "Rooms",
            "Willow Room, Millbrook Family Hub, Warrington",
            "Willow Room and Oak Room, Millbrook Family Hub, Warrington",
        ),
        ("Check out", "", "With Practitioner 05 at 5:15pm"),
        ("How to arrive", "", "Side door"),
        ("Notes for the room", "", "Water on the table"),
    ]
    assert not any(each.changed for each in found)


def test_what_only_looks_different_is_not_told(desk: Desk) -> None:
    theirs = replace(
        OPENED, note=" ", check_out=time(17), needs=("step-free",), accepted={"R1": "x"}
    )

    assert booking_versions.differences(desk, OPENED, OPENED, theirs) == ()


def test_somebody_who_has_left_has_no_name(desk: Desk) -> None:
    theirs = replace(OPENED, worker_ids=(99,), buddy_id=99)

    found = booking_versions.differences(desk, OPENED, OPENED, theirs)

    said = [each.theirs for each in found]
    assert said == ["somebody who has left", "With somebody who has left"]


def test_whom_it_is_for_goes_with_its_kind() -> None:
    mine = replace(OPENED, people=5, room_ids=(STUDY,), accepted={"R19": "Agreed"})

    put_together = booking_versions.merged(mine, THEIRS, {"whom", "rooms"})

    assert put_together == replace(
        THEIRS,
        audience=Audience.CHILD,
        kind="SUP",
        room_ids=(STUDY,),
        accepted={"R21": "The family asked for it", "R19": "Agreed"},
    )


def test_theirs_whole_is_theirs_with_the_reasons_of_both() -> None:
    assert booking_versions.merged(OPENED, THEIRS, ()) == THEIRS
