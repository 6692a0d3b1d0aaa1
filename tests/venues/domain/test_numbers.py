"""The numbers of the rules."""

from __future__ import annotations

from venues.domain.numbers import Numbers, read
from venues.domain.places import METRES_PER_MILE


def test_what_is_stored_replaces_the_default_in_its_own_type() -> None:
    numbers = read({"travel_miles": "2.5", "buffer_family": "45", "marking": "SECRET"})

    assert numbers.travel_miles == 2.5
    assert numbers.buffers["family"] == 45
    assert numbers.marking == "SECRET"


def test_what_cannot_be_read_leaves_the_default() -> None:
    assert read({"travel_miles": "far", "unknown": "1"}) == Numbers()


def test_a_rural_district_may_travel_further() -> None:
    numbers = Numbers()

    assert numbers.travel_limit("WA2") == 3 * METRES_PER_MILE
    assert numbers.travel_limit("CW6") == 5 * METRES_PER_MILE
    assert numbers.travel_limit() == 3 * METRES_PER_MILE


def test_every_kind_of_link_has_its_buffer() -> None:
    assert Numbers().buffers == {
        "same offence": 60,
        "co-defendants": 30,
        "group conflict": 90,
        "no contact": 60,
        "family": 60,
    }
