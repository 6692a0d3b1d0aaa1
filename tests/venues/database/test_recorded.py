"""What is recorded of venues and rooms is read in one statement."""

from __future__ import annotations

from sqlalchemy import event

from tests.world import WILLOW, World
from venues.database import recorded
from venues.database.models import Feature, Room


def test_a_venues_own_and_its_rooms_are_kept_apart(world: World) -> None:
    with world.database.write() as session:
        venue_id = session.get_one(Room, WILLOW).venue_id
        session.add(Feature(venue_id=venue_id, need="cot", present=True))
        session.add(
            Feature(venue_id=venue_id, room_id=WILLOW, need="cot", present=False)
        )

    with world.database.read() as session:
        statements: list[str] = []
        event.listen(
            session.get_bind(),
            "before_cursor_execute",
            lambda *given: statements.append(given[2]),
        )
        found = recorded.read(session)

    assert [each.split()[0] for each in statements] == ["BEGIN", "SELECT"]
    assert [row.present for row in found[venue_id, None] if row.need == "cot"] == [True]
    assert [row.present for row in found[venue_id, WILLOW] if row.need == "cot"] == [
        False
    ]
    assert found[0, None] == []
