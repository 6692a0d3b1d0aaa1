"""Closing, opening again, renewing and confirming."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.venues.services.apart import apart_scene as scene
from tests.venues.services.apart.apart_scene import TODAY, day
from venues.database.models import CaseVenue, Separation
from venues.errors import NotAllowed, NotFound, WrongInput
from venues.services.apart import ending
from venues.services.apart.ending import LINK, VENUE, Key

WHAT = [LINK, VENUE]


def made(world: Any, what: str, **changed: Any) -> Key:
    make = scene.link if what == LINK else scene.bar
    return Key(what, make(world, **changed))


def stored(world: Any, key: Key) -> Any:
    model = Separation if key.what == LINK else CaseVenue
    with world.database.read() as session:
        return session.get(model, key.id)


def close(world: Any, key: Key, viewer: Any = None) -> None:
    with world.database.write() as session:
        ending.close(session, key, viewer or world.manager, today=TODAY)


def reopen(world: Any, key: Key, viewer: Any = None) -> None:
    with world.database.write() as session:
        ending.reopen(session, key, viewer or world.manager)


def renew(world: Any, *keys: Key, **changed: Any) -> Any:
    dates = {"until": day(300), "review_on": day(100)} | changed
    viewer = dates.pop("viewer", world.manager)
    with world.database.write() as session:
        return ending.renew(session, keys, viewer, today=TODAY, **dates)


@pytest.mark.parametrize("what", WHAT)
def test_it_is_closed_and_stays_on_record(world: Any, what: str) -> None:
    key = made(world, what)

    close(world, key)

    row = stored(world, key)
    assert (row.closed_on, row.closed_by) == (TODAY, world.manager.staff_id)
    with pytest.raises(WrongInput, match="closed already"):
        close(world, key)


@pytest.mark.parametrize("what", WHAT)
def test_it_is_opened_again_as_it_was(world: Any, what: str) -> None:
    key = made(world, what)
    close(world, key)

    reopen(world, key)

    row = stored(world, key)
    assert (row.closed_on, row.closed_by, row.until) == (None, None, day(200))
    with pytest.raises(WrongInput, match="not closed"):
        reopen(world, key)


@pytest.mark.parametrize("what", WHAT)
def test_it_is_not_opened_beside_one_that_took_its_place(world: Any, what: str) -> None:
    key = made(world, what)
    close(world, key)
    made(world, what, since=day(-2))

    with pytest.raises(WrongInput, match="in its place"):
        reopen(world, key)


def test_several_are_renewed_at_once(world: Any) -> None:
    link, venue = made(world, LINK, until=day(-3)), made(world, VENUE)

    done = renew(world, link, venue)

    assert [(before.until, after.until) for before, after in done] == [
        (day(-3), day(300)),
        (day(200), day(300)),
    ]
    assert stored(world, link).review_on == day(100)
    assert stored(world, venue).until == day(300)


def test_no_end_can_be_renewed_to(world: Any) -> None:
    key = made(world, LINK)

    renew(world, key, until=None)

    assert stored(world, key).until is None


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"until": day(-1)}, "until"),
        ({"review_on": day(-1)}, "review_on"),
        ({"until": date(2126, 1, 1)}, "until"),
    ],
)
def test_a_day_that_cannot_be_used_is_said_beside_its_field(
    world: Any, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(WrongInput) as wrong:
        renew(world, made(world, LINK), **changed)

    assert wrong.value.field == field


def test_all_are_renewed_or_none(world: Any) -> None:
    open_, closed = made(world, LINK), made(world, VENUE, closed_on=day(-1))

    with pytest.raises(WrongInput, match="closed by now"):
        renew(world, open_, closed)
    with pytest.raises(WrongInput, match="at least one"):
        renew(world)

    assert stored(world, open_).until == day(200)


def test_confirming_says_when_and_whose_word_it_is(world: Any) -> None:
    key = made(world, LINK)

    with world.database.write() as session:
        before, after = ending.confirm(
            session, key.id, world.coordinator, role="practitioner", today=TODAY
        )

    assert before.confirmed_on is None
    assert (after.confirmed_on, after.confirmed_by_role) == (TODAY, "practitioner")


def test_others_change_nothing_of_it(world: Any) -> None:
    key, other = made(world, LINK), world.practitioner

    with pytest.raises(NotAllowed):
        close(world, key, other)
    with pytest.raises(NotAllowed):
        reopen(world, key, other)
    with pytest.raises(NotAllowed):
        renew(world, key, viewer=other)
    with world.database.write() as session, pytest.raises(NotAllowed):
        ending.confirm(session, key.id, other, role="manager", today=TODAY)


@pytest.mark.parametrize("what", WHAT)
def test_what_is_not_there_is_said_so(world: Any, what: str) -> None:
    with pytest.raises(NotFound):
        close(world, Key(what, 99))
