"""The list of all that keeps people apart."""

from __future__ import annotations

from typing import Any

import pytest

from tests.venues.services.apart import apart_scene as scene
from tests.venues.services.apart.apart_scene import FIRST, SECOND, TODAY, day
from venues.database.models import Case
from venues.domain.apart import Stage
from venues.errors import NotAllowed
from venues.services.apart import overview
from venues.services.apart.ending import CASE, LINK, VENUE, Key
from venues.services.apart.overview import Row


def rows(world: Any, text: str = "", viewer: Any = None) -> tuple[Row, ...]:
    with world.database.read() as session:
        return overview.rows(
            session, viewer or world.coordinator, today=TODAY, text=text
        )


def test_a_link_is_one_row_with_one_reference(world: Any) -> None:
    link_id = scene.link(world, court_condition=True)

    (row,) = rows(world)

    assert row == Row(
        key=Key(LINK, link_id),
        case=FIRST,
        case_id=scene.CHILD,
        kind="Same offence",
        before_and_after="60 min",
        court_condition=True,
        until=day(200),
        standing=row.standing,
    )
    assert row.standing.words == "Current"
    assert SECOND not in repr(row)


def test_a_link_found_by_its_other_reference_is_shown_by_that(world: Any) -> None:
    scene.link(world)

    assert [row.case for row in rows(world, "wa 20466")] == [SECOND]
    assert [row.case for row in rows(world, "wa-20")] == [FIRST]
    assert rows(world, "CE-3") == ()


def test_a_venue_not_to_use_names_the_venue(world: Any) -> None:
    id_ = scene.bar(world)

    (row,) = rows(world, FIRST)

    assert (row.key, row.kept_from, row.kind) == (
        Key(VENUE, id_),
        "Railside",
        "Not to use",
    )
    assert rows(world, "99") == ()


def test_cases_nobody_confirmed_are_listed_apart(world: Any) -> None:
    scene.link(world)
    with world.database.write() as session:
        session.get(Case, scene.OTHER).confirmed = False
        session.add(Case(reference=None, kind="child"))

    found = rows(world)

    assert [row.key for row in overview.to_confirm(found)] == [Key(CASE, scene.OTHER)]
    assert [row.key.what for row in overview.current(found)] == [LINK]
    assert overview.to_confirm(rows(world, "20417")) == ()


def test_what_presses_most_comes_first(world: Any) -> None:
    current = scene.link(world)
    soon = scene.link(world, kind="family", until=day(9))
    due = scene.link(world, kind="no contact", review_on=day(-1))
    closed = scene.link(world, kind="group conflict", closed_on=day(-1))
    endless = scene.link(world, kind="co-defendants", until=None)
    barred = scene.bar(world, until=day(20))
    ended = scene.bar(world, venue_id=scene.LIBRARY, until=day(-1))

    found = rows(world)

    def ids(some: tuple[Row, ...]) -> list[int]:
        return [row.key.id for row in some]

    assert ids(overview.current(found)) == [due, soon, barred, current, endless]
    assert ids(overview.soon(found)) == [due, soon, barred]
    assert sorted(ids(overview.over(found))) == sorted([closed, ended])
    assert {row.standing.stage for row in overview.over(found)} == {Stage.OVER}


def test_a_reference_that_was_taken_off_says_so(world: Any) -> None:
    scene.link(world)
    scene.bar(world)
    with world.database.write() as session:
        session.get(Case, scene.CHILD).reference = None

    assert {row.case for row in rows(world)} == {"Reference removed"}


def test_others_see_no_list(world: Any) -> None:
    for viewer in (world.practitioner, world.victim_worker, world.board):
        with pytest.raises(NotAllowed):
            rows(world, viewer=viewer)
