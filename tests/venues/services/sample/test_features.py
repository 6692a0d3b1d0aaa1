"""What venues and rooms of the sample offer."""

from __future__ import annotations

from tests.venues.services.sample.world import shared
from venues.database.models import Feature
from venues.domain.needs import NEEDS, OF_THE_ROOM, STAFFED
from venues.services.sample import features as sample_features
from venues.services.sample.rows import Rows


def test_needs_of_the_room_are_recorded_for_rooms_and_others_for_venues() -> None:
    rows = shared().rows.of(Feature)

    assert {row["need"] for row in rows if row["room_id"]} == OF_THE_ROOM
    assert {row["need"] for row in rows if not row["room_id"]} == (
        set(NEEDS) - OF_THE_ROOM - {STAFFED}
    )


def test_each_need_is_somewhere_met_somewhere_missing_somewhere_unknown() -> None:
    parts = shared()

    for need in OF_THE_ROOM:
        found = {site.room.features.get(need) for site in parts.world.sites}
        assert found == {True, False, None}, need


def test_nobody_gets_upstairs_without_steps() -> None:
    upstairs = [
        site.room for site in shared().world.sites if site.room.reached_by == "stairs"
    ]

    assert upstairs
    for room in upstairs:
        assert room.provides("step-free") is False
        assert room.note("step-free") == "Up one flight of stairs with no lift"


def test_the_pictured_venues_have_nearly_everything() -> None:
    rows = Rows(3)

    offer = sample_features.of_venue(rows, 1, "Millbrook Family Hub")

    assert all(
        present for need, present in offer.features.items() if need != "changing-places"
    )
    assert len(offer.features) >= 10
