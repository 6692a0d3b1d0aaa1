"""Whose sector is whose."""

from __future__ import annotations

import pytest

from tests.world import World
from venues.gazetteer import Gazetteer
from venues.services.evidence import sectors


@pytest.mark.of_a_file("the list of postcodes is the same for both")
def test_each_sector_of_ours_belongs_to_the_authority_with_most_of_it(
    world: World,
) -> None:
    with world.database.read() as session:
        found = sectors.read(session, Gazetteer.open())

    assert found["WA2 9"].authority_id == 1
    assert found["WA8 6"].authority_id == 2
    assert "CH1 1" not in found  # the small world has two authorities
    assert "L1 1" not in found
