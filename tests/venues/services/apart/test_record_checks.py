"""What is typed of a case, put in order or complained about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from tests.venues.services.apart.apart_scene import TODAY, day
from venues.errors import WrongInput
from venues.services.apart import record_checks
from venues.services.apart.drafts import CanAttend, OnList, Record

PLAIN = Record(reference="WA-20999", kind="child")


def checked(world: Any, **changed: Any) -> Record:
    with world.database.read() as session:
        return record_checks.checked(
            session, replace(PLAIN, **changed), None, today=TODAY
        )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("", ""), ("wa2 9", "WA2 9"), ("WA29AA", "WA2 9"), (" cw1  3bb ", "CW1 3")],
)
def test_no_more_of_a_postcode_than_its_sector_is_kept(
    world: Any, typed: str, kept: str
) -> None:
    assert checked(world, sector=typed).sector == kept


def test_a_hold_that_is_over_keeps_no_date(world: Any) -> None:
    assert checked(world, hold_until=day(5)).hold_until is None
    assert checked(world, on_hold=True, hold_until=day(5)).hold_until == day(5)


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"reference": "Rose"}, "reference", "not a case reference"),
        ({"reference": "WA-20417"}, "reference", "already a case"),
        ({"kind": ""}, "kind", "child's or a victim's"),
        ({"authority_id": 99}, "authority_id", "from the list"),
        ({"sector": "Chester"}, "sector", "like WA2 9"),
        ({"needs": ("sofa",)}, "needs", "from the list"),
        ({"ends_on": date(2126, 1, 1)}, "ends_on", "Check the year"),
        ({"on_hold": True}, "hold_until", "until when"),
        ({"on_hold": True, "hold_until": day(-1)}, "hold_until", "past"),
        (
            {"on_hold": True, "hold_until": date(2126, 1, 1)},
            "hold_until",
            "Check the year",
        ),
        (
            {"hours": (CanAttend(0, time(9), time(9)),)},
            "hours",
            "Monday: it must end",
        ),
        (
            {
                "hours": (
                    CanAttend(0, time(9), time(12)),
                    CanAttend(0, time(11), time(13)),
                )
            },
            "hours",
            "Monday: two of the hours overlap",
        ),
        ({"lists": (OnList(99, TODAY),)}, "lists", "list of staff"),
        ({"lists": (OnList(1, TODAY, day(-1)),)}, "lists", "before the first"),
        ({"lists": (OnList(1, TODAY), OnList(1, TODAY))}, "lists", "twice"),
    ],
)
def test_what_cannot_be_used_is_said_beside_its_field(
    world: Any, changed: dict[str, Any], field: str, said: str
) -> None:
    with pytest.raises(WrongInput, match=said) as wrong:
        checked(world, **changed)

    assert wrong.value.field == field


def test_hours_of_different_days_and_one_after_the_other_are_fine(world: Any) -> None:
    hours = (
        CanAttend(0, time(9), time(12)),
        CanAttend(0, time(12), time(13)),
        CanAttend(1, time(9), time(12)),
    )

    assert checked(world, hours=hours, authority_id=1, ends_on=day(9)).hours == hours
