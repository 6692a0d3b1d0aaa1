"""Who is out on paper."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.venues.services.noon import book
from tests.venues.services.out_scene import FOUR, PLACE, THREE, plan, seen
from tests.world import STUDY, World
from venues.database.models import Staff
from venues.domain.people import Audience, Viewer
from venues.domain.sheets import OutSheet, Sheet, document_name
from venues.errors import NotAllowed
from venues.services import outing_marks, outing_sheet, printing


def sheet(
    world: World, viewer: Viewer | None = None, authority_id: int | None = None
) -> OutSheet:
    with world.database.read() as session:
        return outing_sheet.sheet(
            session, viewer or world.manager, now=THREE, authority_id=authority_id
        )


def test_it_says_who_is_where_until_when_and_who_waits(world: World) -> None:
    plan(world)
    with world.database.write() as session:
        session.get_one(Staff, 1).work_phone = "01925 000 504"

    made = sheet(world)

    assert made.rows == (
        (
            "Practitioner 04, 01925 000 504",
            PLACE,
            "3:00pm to 4:00pm",
            "4:15pm",
            "Practitioner 05",
            "Not checked in",
        ),
    )
    assert made.head.title == "Who is out: Thursday 26 November 2026"
    assert made.head.marking == "OFFICIAL-SENSITIVE"
    assert made.head.sheet is Sheet.OUT
    assert document_name([made]) == "Sign-out sheet 2026-11-26"


def test_only_those_who_answer_for_all_may_have_it(world: World) -> None:
    for viewer in (world.practitioner, world.coordinator, world.board):
        with pytest.raises(NotAllowed):
            sheet(world, viewer)


def test_it_is_of_one_authority_or_of_all(world: World) -> None:
    plan(world)

    assert len(sheet(world, authority_id=1).rows) == 1
    assert sheet(world, authority_id=1).head.subtitle == "Warrington · at 3:00pm"
    assert sheet(world, authority_id=2).rows == ()


def test_who_is_back_is_not_on_it_and_an_older_one_says_its_day(world: World) -> None:
    a_day = timedelta(days=1)
    planned = plan(world)
    with world.database.write() as session:
        outing_marks.check_out(session, world.practitioner, planned, now=THREE)
    plan(world, starts=THREE, ends=FOUR)

    with world.database.read() as session:
        late = outing_sheet.listed(session, world.manager, THREE + a_day)

    assert len(sheet(world).rows) == 1
    assert outing_sheet.row(late[0], THREE + a_day)[2] == (
        "26 November, 3:00pm to 4:00pm"
    )


def test_a_victim_workers_row_is_made_like_any_other_and_names_no_case(
    world: World,
) -> None:
    buddy = world.colleague.staff_id
    book(world, buddy_id=buddy)
    book(
        world,
        world.victim_worker,
        buddy_id=buddy,
        audience=Audience.VICTIM,
        kind="VIC",
        references=("WA-20466",),
        people=2,
        room_ids=(STUDY,),
    )

    made = sheet(world)
    said = printing.text([made])

    child, victim = made.rows
    assert child[2:] == victim[2:]
    for private in ("WA-20417", "WA-20466", "VIC", "SUP"):
        assert private not in said
    assert "OFFICIAL-SENSITIVE" in said
    assert len(seen(world, world.manager)) == 2


def test_without_anybody_the_text_says_so(world: World) -> None:
    assert "nobody" in printing.text([sheet(world)])
