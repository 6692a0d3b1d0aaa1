"""Venues that a case must not use."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.venues.services.apart import apart_scene as scene
from tests.venues.services.apart.apart_scene import FIRST, RAILSIDE, TODAY, day
from venues.database.models import Case
from venues.errors import NotAllowed, NotFound, Stale, WrongInput
from venues.services.apart import not_to_use
from venues.services.apart.drafts import NotToUse

NEW = NotToUse(
    case=FIRST, venue_id=RAILSIDE, since=TODAY, until=day(100), review_on=day(90)
)


def save(
    world: Any, draft: NotToUse, viewer: Any = None, opened: NotToUse | None = None
) -> NotToUse:
    with world.database.write() as session:
        return not_to_use.save(
            session, draft, viewer or world.coordinator, today=TODAY, opened=opened
        )


def read(world: Any, id_: int, viewer: Any = None) -> NotToUse:
    with world.database.read() as session:
        return not_to_use.read(session, id_, viewer or world.manager)


def test_a_case_is_kept_from_a_venue(world: Any) -> None:
    made = save(world, replace(NEW, court_condition=True))

    assert read(world, made.id or 0) == made
    assert (made.venue, made.set_by) == ("Railside", "coordinator.01")
    assert made.court_condition


def test_a_new_one_is_proposed_with_a_review_in_six_months(world: Any) -> None:
    with world.database.read() as session:
        proposed = not_to_use.proposed(session, FIRST, TODAY)

    later = date(2027, 5, 23)
    assert proposed == NotToUse(case=FIRST, since=TODAY, until=later, review_on=later)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"case": "WA-29999"}, "case"),
        ({"venue_id": None}, "venue_id"),
        ({"venue_id": 99}, "venue_id"),
        ({"review_on": None}, "review_on"),
    ],
)
def test_what_cannot_be_used_is_said_beside_its_field(
    world: Any, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(WrongInput) as wrong:
        save(world, replace(NEW, **changed))

    assert wrong.value.field == field


def test_one_venue_is_recorded_once(world: Any) -> None:
    save(world, NEW)
    other = save(world, replace(NEW, venue_id=scene.LIBRARY))

    with pytest.raises(WrongInput, match="recorded for the case already"):
        save(world, replace(NEW, since=day(1)))
    with pytest.raises(WrongInput, match="recorded for the case already"):
        save(world, replace(other, venue_id=RAILSIDE), opened=other)


def test_one_that_was_closed_can_be_recorded_again_another_day(world: Any) -> None:
    scene.bar(world, since=TODAY, closed_on=TODAY)

    with pytest.raises(WrongInput, match="recorded for the case already"):
        save(world, NEW)
    assert save(world, replace(NEW, since=day(1))).id


def test_it_is_changed_unless_somebody_else_did(world: Any) -> None:
    opened = read(world, scene.bar(world))

    changed = save(world, replace(opened, until=None), opened=opened)

    assert changed == replace(opened, until=None)
    with pytest.raises(Stale):
        save(world, replace(opened, until=day(9)), opened=opened)


def test_one_that_is_not_there_is_said_so(world: Any) -> None:
    with pytest.raises(NotFound, match="no longer on record"):
        read(world, 99)
    with pytest.raises(NotFound):
        save(world, NEW, opened=NotToUse())


def test_others_neither_read_nor_write_it(world: Any) -> None:
    id_ = scene.bar(world)

    with pytest.raises(NotAllowed):
        read(world, id_, world.practitioner)
    with pytest.raises(NotAllowed):
        save(world, NEW, world.practitioner)


def test_a_reference_that_was_taken_off_says_so(world: Any) -> None:
    id_ = scene.bar(world)
    with world.database.write() as session:
        session.get(Case, scene.CHILD).reference = None

    assert read(world, id_).case == "Reference removed"
