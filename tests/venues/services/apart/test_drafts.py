"""What is typed and stored."""

from __future__ import annotations

from datetime import time

from venues.services.apart.drafts import CanAttend, Link, NotToUse, Record


def test_names_that_are_only_shown_make_no_difference() -> None:
    assert Link(id=1, set_by="manager.01") == Link(id=1)
    assert NotToUse(id=1, venue="Millbrook") == NotToUse(id=1)
    assert Record(id=1, held_by="manager.01") == Record(id=1)


def test_hours_come_in_order_of_the_week() -> None:
    tuesday = CanAttend(1, time(9), time(12))
    monday = CanAttend(0, time(15), time(18))

    assert sorted([tuesday, monday]) == [monday, tuesday]
