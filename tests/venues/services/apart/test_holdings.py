"""Everything held on one reference."""

from __future__ import annotations

from typing import Any

import pytest

from tests.venues.services.apart import apart_scene as scene
from tests.venues.services.apart.apart_scene import CHILD, FIRST, THIRD, TODAY
from venues.database.models import Case, Review
from venues.errors import NotAllowed, WrongInput
from venues.services.apart import access, holdings, looking, merging
from venues.services.apart.holdings import Holdings


def everything(world: Any, text: str = FIRST, viewer: Any = None) -> Holdings:
    with world.database.write() as session:
        return holdings.everything(session, text, viewer or world.manager)


def test_all_that_is_held_is_in_it(world: Any) -> None:
    scene.book(world, 10)
    scene.book(world, 14, **scene.victim(world))
    link_id = scene.link(world)
    scene.bar(world)
    code = scene.refused(world)
    with world.database.write() as session:
        looking.partner(session, link_id, world.coordinator)
        merging.merge(session, THIRD, FIRST, world.manager, today=TODAY)

    held = everything(world)

    groups = held.groups
    assert held.reference == FIRST
    assert groups["case"][0]["reference"] == FIRST
    assert groups["references merged into it"] == ({"id": 3, "reference": THIRD},)
    assert groups["links"][0]["second"] == "WA-20466"
    assert groups["venues not to use"][0]["venue"] == "Railside"
    (booking,) = groups["bookings"]
    assert (booking["venue"], booking["workers"]) == ("Millbrook", ("Practitioner 04",))
    assert [row["code"] for row in groups["refusals"]] == [code]
    assert [row["what"] for row in groups["looks"]] == [
        "Showed whom a case is kept from",
        "Merged a case into another",
        "Read all that is held on a case",
    ]
    tables = {row["table"] for row in groups["history"]}
    assert tables >= {"attendance", "case", "case_staff", "case_venue", "separation"}


def test_looks_at_other_things_with_the_same_number_are_not_in_it(world: Any) -> None:
    scene.book(world, 14, **scene.victim(world))
    own = scene.book(world, 10)
    with world.database.write() as session:
        for number, booking_id in ((CHILD, 1), (70, own)):
            review = Review(id=number, booking_id=booking_id, cause="link", words="")
            review.raised_at = world.now
            session.add(review)
            access.record(session, world.manager, "review", number)
        for what in ("plan", "away", "sign-off"):
            access.record(session, world.coordinator, what, CHILD)

    looks = everything(world).groups["looks"]

    assert [(row["who"], row["what"]) for row in looks] == [
        ("manager.01", "Opened why a booking needs review"),
        ("manager.01", "Read all that is held on a case"),
    ]


def test_it_can_be_read_line_by_line(world: Any) -> None:
    scene.book(world, 10)
    with world.database.write() as session:
        case = session.get(Case, CHILD)
        case.two_workers, case.needs = True, ["step-free", "bus"]

    said = "\n".join(holdings.lines(everything(world)))

    assert said.startswith(f"Everything held on {FIRST}\nNot confirmed yet.\nCase: 1\n")
    assert "two workers: yes" in said
    assert "needs: step-free, bus" in said
    assert "Bookings: 1" in said
    assert "venue: Millbrook" in said
    assert "changes: " in said


def test_only_a_manager_reads_it_and_that_is_written_down(world: Any) -> None:
    with pytest.raises(NotAllowed):
        everything(world, viewer=world.coordinator)
    with pytest.raises(WrongInput):
        everything(world, "WA-29999")

    everything(world)

    assert scene.looks(world) == [(world.manager.staff_id, "everything", CHILD)]
