"""Groups of neighbouring venues."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select, update

from tests.venues.services import millbrook
from tests.venues.services.millbrook import COORDINATOR, NOW, PRACTITIONER
from venues.database.models import Cluster, Setting, Venue
from venues.database.session import Database
from venues.domain.places import Point
from venues.errors import NotAllowed, Stale, WrongInput
from venues.services import venue_clusters, venue_editing
from venues.services.venue_clusters import Close, Group, Pair


@pytest.fixture
def town(database: Database) -> dict[str, int]:
    """Three venues in a row, 200 metres apart, and one far off."""
    millbrook.staff(database)
    ids = {}
    for name, east in (("A", 0), ("B", 200), ("C", 400), ("Far", 5000)):
        ids[name] = place(database, name, 360_000 + east)
    return ids


def place(database: Database, name: str, easting: int, **more: Any) -> int:
    venue = millbrook.venue(
        database,
        name=name,
        placed_by_hand=True,
        authority_id=1,
        easting=easting,
        northing=390_000,
        **more,
    )
    return venue.id or 0


def read(database: Database) -> tuple[Group, ...]:
    with database.read() as session:
        return venue_clusters.read(session)


def assign(
    database: Database,
    wanted: dict[int, str],
    opened: dict[int, str],
    viewer: Any = COORDINATOR,
) -> None:
    with database.write() as session:
        venue_clusters.assign(session, wanted, viewer, opened=opened)


def test_venues_near_one_another_are_proposed_with_their_distances(
    database: Database, town: dict[str, int]
) -> None:
    (found,) = read(database)

    assert found == Group(
        name="Near A",
        ids=(town["A"], town["B"], town["C"]),
        names=("A", "B", "C"),
        before=("", "", ""),
        near=(Pair(200, "A", "B"), Pair(200, "B", "C")),
    )
    assert found.proposed


def test_two_chains_that_meet_are_one_group(
    database: Database, town: dict[str, int]
) -> None:
    place(database, "E", 361_000)
    place(database, "D", 360_600)
    place(database, "F", 360_800)

    assert [group.names for group in read(database)] == [tuple("ABCDEF")]


def test_how_near_is_a_number_that_is_set(
    database: Database, town: dict[str, int]
) -> None:
    with database.write() as session:
        session.add(Setting(name="cluster_metres", value="150"))

    assert read(database) == ()


def test_retired_venues_and_those_without_a_place_are_left_out(
    database: Database, town: dict[str, int]
) -> None:
    with database.write() as session:
        venue_editing.retire(session, town["B"], COORDINATOR, now=NOW)
        session.execute(update(Venue).where(Venue.id == town["C"]).values(easting=None))

    assert read(database) == ()


def test_a_group_is_made_and_then_proposed_no_more(
    database: Database, town: dict[str, int]
) -> None:
    proposed = read(database)[0]

    assign(database, dict.fromkeys(proposed.ids, "  Mill  Street "), proposed.opened)

    (made,) = read(database)
    assert (made.name, made.names, made.proposed) == (
        "Mill Street",
        ("A", "B", "C"),
        False,
    )


def test_a_newcomer_is_proposed_for_the_group_that_most_are_in(
    database: Database, town: dict[str, int]
) -> None:
    nobody = dict.fromkeys(town.values(), "")
    assign(database, {town["A"]: "Mill Street", town["B"]: "Mill Street"}, nobody)

    proposed, made = read(database)

    assert (proposed.name, proposed.before) == (
        "Mill Street",
        ("Mill Street", "Mill Street", ""),
    )
    assert proposed.proposed
    assert made.names == ("A", "B")


def test_a_group_is_dissolved_and_put_back(
    database: Database, town: dict[str, int]
) -> None:
    group = read(database)[0]
    made, undone = dict.fromkeys(group.ids, "Mill Street"), dict.fromkeys(group.ids, "")
    assign(database, made, undone)

    assign(database, undone, made)
    with database.read() as session:
        left = session.scalars(select(Cluster)).all()
    assign(database, made, undone)

    assert left == []
    assert [each.name for each in read(database)] == ["Mill Street"]


def test_a_group_that_somebody_else_changed_is_left_alone(
    database: Database, town: dict[str, int]
) -> None:
    wanted = {town["A"]: "Mill Street"}

    with pytest.raises(Stale, match="Somebody else changed these groups"):
        assign(database, wanted, {town["A"]: "Other"})


def test_a_name_that_is_too_long_names_its_field(
    database: Database, town: dict[str, int]
) -> None:
    with pytest.raises(WrongInput) as wrong:
        assign(database, {town["A"]: "x" * 121}, {town["A"]: ""})

    assert wrong.value.field == "name"


def test_only_who_keeps_the_list_makes_groups(
    database: Database, town: dict[str, int]
) -> None:
    with pytest.raises(NotAllowed):
        assign(database, {town["A"]: "X"}, {town["A"]: ""}, PRACTITIONER)


def test_what_is_near_a_place_is_told_with_its_group(
    database: Database, town: dict[str, int]
) -> None:
    assign(database, {town["B"]: "Mill Street"}, {town["B"]: ""})

    with database.read() as session:
        found = venue_clusters.close_to(session, Point(360_150, 390_000), but=town["A"])

    assert found == (Close(50, "B", "Mill Street"), Close(250, "C", ""))
