"""Many rows are added and removed at once, with their history."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import func, select

from tests.ui import venue_scene as scene
from venues.database import many
from venues.database.models import Contact, History, RoomSpace, Space, Venue
from venues.database.session import Database


def rows(hub: int, number: int) -> list[dict[str, object]]:
    return [
        {"venue_id": hub, "role": f"Desk {each}", "phone": "", "email": "", "when": ""}
        for each in range(number)
    ]


def test_rows_are_added_in_order_and_their_history_with_them(
    database: Database,
) -> None:
    hub = scene.fill(database)

    with database.write() as session:
        ids = many.add(session, Contact, rows(hub, 1_200))

    with database.read() as session:
        found = session.scalars(
            select(Contact.role).where(Contact.id.in_(ids[:3])).order_by(Contact.id)
        ).all()
        history = session.scalars(
            select(History).where(History.table == "contact", History.row_id == ids[1])
        ).one()
    assert found == ["Desk 0", "Desk 1", "Desk 2"]
    assert history.action == "added"
    assert history.changes == {
        "id": [None, ids[1]],
        "venue_id": [None, hub],
        "role": [None, "Desk 1"],
    }


def test_rows_without_a_key_of_their_own_are_added_as_well(
    database: Database,
) -> None:
    hub = scene.fill(database)
    oak = scene.room_id(database, hub, "Oak")

    with database.write() as session:
        (space,) = many.add(session, Space, [{"venue_id": hub, "name": "Stage"}])
        none = many.add(session, RoomSpace, [{"room_id": oak, "space_id": space}])

    assert none == []
    with database.read() as session:
        assert session.get(RoomSpace, (oak, space)) is not None


def test_nothing_to_add_is_nothing_done(database: Database) -> None:
    with database.write() as session:
        assert many.add(session, Venue, []) == []


def test_rows_are_removed_by_a_column_and_their_history_tells(
    database: Database,
) -> None:
    hub = scene.fill(database)
    with database.write() as session:
        ids = many.add(session, Contact, rows(hub, 700))

    with database.write() as session:
        many.remove(session, Contact, "id", ids)
        many.remove(session, Contact, "id", ids)

    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Contact)) == 1
        removed = select(func.count()).where(
            History.table == "contact", History.action == "removed"
        )
        assert session.scalar(removed) == 700


def test_those_who_listen_hear_which_tables_changed(database: Database) -> None:
    hub = scene.fill(database)
    heard: list[frozenset[str]] = []
    database.listen(heard.append)

    with database.write() as session:
        ids = many.add(session, Contact, rows(hub, 2))
    with database.write() as session:
        many.remove(session, Contact, "id", ids)

    assert heard == [frozenset({"contact"})] * 2


def test_ids_of_exchange_are_written_down_as_text(database: Database) -> None:
    hub, uuid = scene.fill(database), uuid4()
    with database.read() as session:
        authority = session.get_one(Venue, hub).authority_id

    with database.write() as session:
        (added,) = many.add(
            session,
            Venue,
            [{"name": "Mill", "authority_id": authority, "uuid": uuid, "version": 1}],
        )

    with database.read() as session:
        history = session.scalars(
            select(History).where(History.table == "venue", History.row_id == added)
        ).one()
    assert history.changes["uuid"] == [None, str(uuid)]


def test_keys_come_in_batches() -> None:
    assert [len(some) for some in many.batches(range(1_200))] == [500, 500, 200]
