"""How one cell is said and read."""

from __future__ import annotations

from datetime import date, time
from uuid import uuid4

import pytest

from venues.domain.hours_words import Between
from venues.domain.typed import NotUnderstood
from venues.services.spreadsheets import cells

TODAY = date(2026, 11, 23)
CHOICES = {"instant": "At once", "request": "Ask the venue"}


def test_what_is_nothing_is_an_empty_cell() -> None:
    assert cells.say_number(None) == ""
    assert cells.say_rate(None) == ""
    assert cells.say_time(None) == ""
    assert cells.say_date(None) == ""


def test_values_are_said_as_people_type_them() -> None:
    assert cells.say_number(7) == "7"
    assert cells.say_rate(1450) == "£14.50"
    assert cells.say_time(time(9, 5)) == "09:05"
    assert cells.say_date(TODAY) == "2026-11-23"
    assert cells.say_opening((Between(time(9), time(17)),)) == "09:00 to 17:00"
    assert [cells.say_truth(true) for true in (True, False)] == ["Yes", "No"]


@pytest.mark.parametrize(
    ("typed", "minutes"), [("45", 45), ("6", 6), ("1 hour", 60), ("1h 30", 90)]
)
def test_minutes_may_be_typed_as_a_length(typed: str, minutes: int) -> None:
    assert cells.read_minutes(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "true"), [("Yes", True), ("x", True), ("NO", False), ("0", False)]
)
def test_yes_and_no_are_read(typed: str, *, true: bool) -> None:
    assert cells.read_truth(typed) is true


def test_what_is_neither_is_named() -> None:
    with pytest.raises(NotUnderstood, match="“perhaps” is neither Yes nor No"):
        cells.read_truth("perhaps")


def test_a_choice_is_read_from_its_words_or_its_code() -> None:
    read, say = cells.read_choice(CHOICES), cells.say_choice(CHOICES)

    assert read(" ask  the Venue") == read("REQUEST") == "request"
    assert (say("request"), say("other")) == ("Ask the venue", "other")


def test_another_choice_is_answered_with_the_choices() -> None:
    with pytest.raises(NotUnderstood, match="Type At once or Ask the venue"):
        cells.read_choice(CHOICES)("whenever it suits them, or at any other time")


def test_an_id_is_the_programs_own() -> None:
    uuid = uuid4()

    assert cells.read_uuid(str(uuid)) == uuid
    with pytest.raises(NotUnderstood, match="IDs are made by the program"):
        cells.read_uuid("12")


@pytest.mark.parametrize("typed", ["2027-08-01", "1 August 2027", "01/08/2027"])
def test_a_date_is_read(typed: str) -> None:
    assert cells.read_day(typed, TODAY) == date(2027, 8, 1)


@pytest.mark.parametrize("typed", ["1/8/1927", "2127-08-01"])
def test_a_date_of_another_century_is_named(typed: str) -> None:
    with pytest.raises(NotUnderstood, match="Check the year"):
        cells.read_day(typed, TODAY)


@pytest.mark.parametrize(
    "names", [["Hall A"], ["Hall A", "Hall B"], ["A; B", "C"], ["A; B"]]
)
def test_the_parts_of_a_building_come_back_as_they_were_said(names: list[str]) -> None:
    known = frozenset(name.casefold() for name in names)

    assert list(cells.read_parts(cells.say_parts(names), known)) == names
