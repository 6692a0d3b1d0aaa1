"""A room that was wanted: the appointment that stands for it."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.venues.services.what_if.scene import ground, need
from tests.world import World
from venues.database import catalogue as catalogues
from venues.domain.people import Audience
from venues.services.what_if import wanted


@pytest.mark.parametrize(
    ("code", "kind", "audience"),
    [
        ("CH", "SUP", Audience.CHILD),
        ("GR", "GRP", Audience.CHILD),
        ("VI", "VIC", Audience.VICTIM),
        ("RM", "PRO", Audience.STAFF),
        ("RD", None, Audience.VICTIM),
    ],
)
def test_the_usual_kind_stands_for_its_set(
    world: World, code: str, kind: str | None, audience: Audience
) -> None:
    with world.database.read() as session:
        found, who = wanted.usual_kind(catalogues.read(session), code)

    assert (found.code if found else None, who) == (kind, audience)


def test_a_need_of_a_victim_is_asked_as_for_a_victim_and_names_nobody(
    world: World,
) -> None:
    need(world, set="VI")

    with ground(world) as (_, found):
        asked = found.wants[0].asked(datetime(2026, 11, 23, 18))

    assert asked.victim
    assert (asked.case_ids, asked.named) == ((), False)
    assert len(asked.worker_ids) == asked.kind.workers
