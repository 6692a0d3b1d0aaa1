"""What can be typed, as plain values."""

from __future__ import annotations

from dataclasses import replace

from venues.services.venue_drafts import RoomDraft, VenueDraft

HALL = RoomDraft(
    id=1, venue_id=1, seats_circle=20, seats_rows=32, space_ids=(1, 2), name="Hall"
)


def test_ids_and_versions_do_not_make_a_draft_another() -> None:
    opened = VenueDraft(id=1, version=3, name="Millbrook")

    assert opened == VenueDraft(name="Millbrook")
    assert opened != replace(opened, name="Mill Brook")


def test_a_room_seats_as_many_as_its_best_layout() -> None:
    assert HALL.seats == 32
    assert HALL.seats_words == "20 in a circle and 32 in rows"
    assert RoomDraft(venue_id=1).seats == 0


def test_rooms_that_share_a_part_exclude_each_other() -> None:
    half, oak = replace(HALL, id=2, space_ids=(2,)), replace(HALL, id=3, space_ids=(3,))

    assert HALL.shares(half)
    assert half.shares(HALL)
    assert not HALL.shares(oak)
    assert not HALL.shares(HALL)
