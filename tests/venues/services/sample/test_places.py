"""Invented venues in real towns."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from tests.venues.services.sample.world import AUTHORITIES, TODAY, shared
from venues.database.models import Cluster, Contact, Entrance, Venue, WaitingSpace
from venues.domain.free_text import private_words
from venues.domain.places import Point
from venues.gazetteer import Gazetteer
from venues.resources import table
from venues.services.sample import places
from venues.services.sample.rows import Rows

NEVER = (
    *("youth justice", "offend", "police", "court", "panel", "victim"),
    *("restorative", "reparation", "order", "justice"),
)
KINDS = {
    *("YJS office", "family hub", "library", "community centre", "youth centre"),
    *("health centre", "school", "council office", "church hall", "police station"),
    "court",
}


def test_there_are_sixty_venues_of_every_kind_in_all_four_authorities() -> None:
    rows = shared().rows.of(Venue)

    assert len(rows) == 60
    assert {row["kind"] for row in rows} == KINDS
    assert set(Counter(row["authority_id"] for row in rows)) == {1, 2, 3, 4}
    assert {row["status"] for row in rows} == {
        *("active", "candidate", "suspended", "retired")
    }


def test_postcodes_are_where_the_gazetteer_has_them_and_in_that_council(
    tmp_path: Path,
) -> None:
    gazetteer = Gazetteer.open(tmp_path)
    councils = {row["code"]: row["gss"] for row in table("authorities")}
    codes = {id_: code for code, id_ in AUTHORITIES.items()}

    for row in shared().rows.of(Venue):
        place = gazetteer.look_up(row["postcode"])
        assert place.council == councils[codes[row["authority_id"]]], row["name"]
        assert place.point == Point(row["easting"], row["northing"]), row["name"]


def test_neighbours_in_a_cluster_are_within_250_metres() -> None:
    parts = shared()
    near = [spot.venue for spot in parts.spots if spot.venue.cluster_id]

    assert len(parts.rows.of(Cluster)) == 6
    for one, other in combinations(near, 2):
        assert one.point is not None
        assert other.point is not None
        if one.cluster_id == other.cluster_id:
            assert one.point.distance_to(other.point) <= 250


@pytest.mark.parametrize("word", NEVER)
def test_arrival_words_never_say_why_somebody_comes(word: str) -> None:
    arrivals = {row["arrival"].lower() for row in shared().rows.of(Venue)}

    assert "" not in arrivals
    assert not [text for text in arrivals if re.search(rf"\b{word}", text)]


def test_nothing_written_about_a_venue_names_anybody() -> None:
    for row in shared().rows.of(Venue):
        for column in ("arrival", "terms", "bus", "parking", "rail", "neutral_name"):
            assert private_words(row[column]) is None


def test_doors_and_waiting_spaces_agree_with_what_is_recorded() -> None:
    parts = shared()
    doors = Counter(row["venue_id"] for row in parts.rows.of(Entrance))
    waiting = Counter(row["venue_id"] for row in parts.rows.of(WaitingSpace))

    for spot in parts.spots:
        venue = spot.venue
        assert (doors[venue.id] == 2) is venue.features.get("separate-entrance", False)
        assert (waiting[venue.id] == 2) is venue.features.get("separate-waiting", False)


def test_contacts_are_roles_with_numbers_kept_free_for_inventions() -> None:
    for row in shared().rows.of(Contact):
        assert row["role"] in {"Reception", "Hall secretary", "Caretaker"}
        assert re.fullmatch(r"01632 960\d{3}", row["phone"])
        assert row.get("email", "").endswith((".example", ""))


def test_hired_venues_have_terms_and_notice() -> None:
    rows = [row for row in shared().rows.of(Venue) if row["rate"]]

    assert rows
    assert all(1000 <= row["rate"] <= 2200 and row["terms"] for row in rows)
    assert {row["booked_by"] for row in rows} == {"request"}
    assert all(row["notice_days"] for row in rows)


def test_for_measuring_there_are_300_rooms_and_all_venues_are_in_use() -> None:
    spots = places.add(Rows(1), AUTHORITIES, TODAY, extra_rooms=150, all_active=True)

    assert sum(len(spot.sites) for spot in spots) == 300
    assert {spot.venue.status for spot in spots} == {"active"}
