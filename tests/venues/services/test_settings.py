"""The numbers of the rules: who sets them, and what may be set."""

from __future__ import annotations

from dataclasses import fields

import pytest
from sqlalchemy import select

from tests.world import NEVER_LATE, World
from venues.database.models import Setting
from venues.domain.numbers import Numbers
from venues.domain.numbers_shown import NUMBERS
from venues.domain.people import Viewer
from venues.errors import NotAllowed, WrongInput
from venues.services import settings


def save(world: World, viewer: Viewer | None = None, **typed: str) -> Numbers:
    with world.database.write() as session:
        return settings.save(session, viewer or world.manager, typed)


def stored(world: World) -> dict[str, str]:
    with world.database.read() as session:
        rows = session.execute(select(Setting.name, Setting.value))
        return {name: value for name, value in rows if name not in NEVER_LATE}


def test_every_number_can_be_set_and_has_its_words() -> None:
    names = {field.name for field in fields(Numbers)}

    assert set(NUMBERS) == names == set(settings.READ)
    assert all(number.title for number in NUMBERS.values())


def test_what_is_proposed_holds_until_somebody_sets_it(world: World) -> None:
    with world.database.read() as session:
        assert settings.read(session) == Numbers(late_from="23:59", dark_after=600)


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("travel_miles", " 2.5 miles", 2.5),
        ("travel_miles_rural", "8", 8.0),
        ("rural_districts", "cw3, sy14  cw3", "CW3 SY14"),
        ("rural_districts", "", ""),
        ("buffer_same_offence", "45 minutes", 45),
        ("buffer_family", "0", 0),
        ("cluster_metres", "300 metres", 300),
        ("link_months", "3 months", 3),
        ("case_pattern", r"[A-Z]{2}-\d{5,6}", r"[A-Z]{2}-\d{5,6}"),
        ("case_example", "HA-10233", "HA-10233"),
        ("confirm_within_days", "7 days", 7),
        ("marking", "OFFICIAL", "OFFICIAL"),
        ("late_from", "5.30pm", "17:30"),
        ("school_until", "3pm", "15:00"),
        ("edge_minutes", "30 minutes", 30),
        ("panel_days", "15 working days", 15),
        ("panel_members", "3 people", 3),
        ("copies_kept_days", "1", 1),
    ],
)
def test_a_number_holds_from_then_on(
    world: World, name: str, typed: str, value: object
) -> None:
    numbers = save(world, **{name: typed})

    assert getattr(numbers, name) == value
    with world.database.read() as session:
        assert settings.read(session) == numbers
    assert settings.as_typed(numbers, name) == str(value).removesuffix(".0")


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("travel_miles", "far", "Type it like 3"),
        ("travel_miles", "0", "up to 60 miles"),
        ("travel_miles", "61", "up to 60 miles"),
        ("rural_districts", "CW3 Chester", "CHESTER is not the first half"),
        ("buffer_no_contact", "an hour", "whole number"),
        ("buffer_no_contact", "481", "from 0 to 480 minutes"),
        ("case_pattern", "[A-Z", "cannot be read"),
        ("case_pattern", "", "up to 80 characters"),
        ("case_pattern", ".*", "Nothing at all would fit"),
        ("case_pattern", r"\d{5}", "does not fit the pattern"),
        ("case_example", "", "up to 60 characters"),
        ("case_example", "wa 20417", "does not fit the pattern"),
        ("case_example", "Rose", "does not fit the pattern"),
        ("marking", "x" * 61, "up to 60 characters"),
        ("confirm_within_days", "0", "from 1 to 90 days"),
        ("cluster_metres", "5", "from 10 to 2,000 metres"),
    ],
)
def test_what_cannot_be_used_is_said_beside_its_field(
    world: World, name: str, typed: str, said: str
) -> None:
    with pytest.raises(WrongInput, match=said) as trouble:
        save(world, **{name: typed})

    assert trouble.value.field == name
    assert stored(world) == {}


def test_pattern_and_example_are_changed_together(world: World) -> None:
    numbers = save(world, case_pattern=r"\d{6}", case_example="204176")

    assert (numbers.case_pattern, numbers.case_example) == (r"\d{6}", "204176")


def test_all_are_saved_or_none(world: World) -> None:
    with pytest.raises(WrongInput):
        save(world, travel_miles="4", marking="")

    assert stored(world) == {}


def test_a_number_set_back_to_what_is_proposed_leaves_no_row(world: World) -> None:
    save(world, travel_miles="4", marking="OFFICIAL")
    save(world, travel_miles="4.5")
    save(world, travel_miles="3", buffer_family="60")

    assert stored(world) == {"marking": "OFFICIAL"}


def test_only_managers_set_them(world: World) -> None:
    for viewer in (world.practitioner, world.coordinator, world.board):
        assert not settings.may_set(viewer)
        with pytest.raises(NotAllowed, match="set by managers"):
            save(world, viewer, travel_miles="4")

    assert stored(world) == {}
