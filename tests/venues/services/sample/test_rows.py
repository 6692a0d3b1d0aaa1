"""Gathering rows with their ids."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from tests.venues.services.sample.world import TODAY
from venues.database.models import Cluster, RoomSpace, Setting, Venue
from venues.database.session import Database
from venues.services import reference_rows
from venues.services.sample import rows as sample_rows
from venues.services.sample.rows import Rows


def test_ids_go_on_from_those_that_are_taken() -> None:
    rows = Rows(1, {"cluster": 7})

    first = rows.add(Cluster, name="Mill Lane")

    assert first == 8
    assert rows.next_id(Cluster) == 9


def test_a_row_of_a_table_without_ids_has_none() -> None:
    rows = Rows(1)

    assert rows.add(RoomSpace, room_id=1, space_id=2) == 0
    assert rows.of(RoomSpace) == [{"room_id": 1, "space_id": 2}]


def test_the_same_seed_gives_the_same_identifiers() -> None:
    one, other, third = Rows(5), Rows(5), Rows(6)

    for rows in (one, other, third):
        rows.add(Venue, name="Weaver Hall")

    assert one.of(Venue) == other.of(Venue)
    assert one.of(Venue) != third.of(Venue)
    assert third.of(Venue)[0]["uuid"].version == 4


def test_what_never_happens_never_does() -> None:
    rows = Rows(1)

    assert not any(rows.chance(0) for _ in range(50))
    assert all(rows.chance(1) for _ in range(50))


def test_parents_are_written_before_children(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "venues.db", create=True)
    with database.write() as session:
        reference_rows.fill(session, TODAY)
        rows = Rows(1, sample_rows.taken(session))
        rows.add(Venue, name="Weaver Hall", authority_id=4, cluster_id=1)
        rows.add(Venue, name="Silk House", authority_id=3)
        rows.add(Cluster, name="Navigation Walk")
        rows.add(Setting, name="sample", value="yes")

        rows.write(session)

    with database.read() as session:
        assert session.scalars(select(Venue.name).order_by(Venue.id)).all() == [
            "Weaver Hall",
            "Silk House",
        ]
        assert sample_rows.taken(session)["venue"] == 2
    database.close()
