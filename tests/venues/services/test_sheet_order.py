"""What stands at the top and foot of a sheet."""

from __future__ import annotations

import pytest

from tests import paper_scene as scene
from tests.paper_asked import gather, week
from venues.database.models import Setting
from venues.database.session import Database
from venues.domain.sheets import WEEKLY, Sheet


def change(database: Database, name: str, value: str) -> None:
    with database.write() as session:
        session.add(Setting(name=name, value=value))


@pytest.fixture
def hub(database: Database) -> Database:
    """The scene, with a week's bookings."""
    scene.fill(database, *scene.week())
    return database


def test_the_foot_says_who_when_which_copy_and_until_when(hub: Database) -> None:
    first, second = week(hub, Sheet.TEAM).head.foot(2)

    assert first == (
        "Printed by practitioner.04, Thursday 26 November 2026, 10:42am. "
        "Data as of 10:42am."
    )
    assert second == (
        "Copy 2. Destroy by Sunday 6 December 2026. "
        "Kind and reference only on the bookings of whoever printed it."
    )


def test_marking_and_days_are_settings(hub: Database) -> None:
    change(hub, "marking", "OFFICIAL")
    change(hub, "copies_kept_days", "1")

    head = week(hub, Sheet.TEAM).head

    assert head.marking == "OFFICIAL"
    assert head.destroy == "Destroy by Monday 30 November 2026."


def test_sample_data_says_so_on_every_sheet(hub: Database) -> None:
    change(hub, "sample", "yes")

    assert all(gather(hub, sheet)[0].head.sample for sheet in WEEKLY)
