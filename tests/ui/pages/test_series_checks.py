"""The checks of a series: what holds for all of its dates, and what for some."""

from __future__ import annotations

from datetime import date

from ui.kinds import Kind
from ui.pages.series_checks import together
from ui.widgets.checks import Check

DAYS = [date(2026, 12, day) for day in (3, 10, 17, 24, 31)]
FREE = Check("Free", Kind.GOOD, "Nobody else has it then.")
TAKEN = Check("Free", Kind.BAD, "Willow Room is in use.")
SCHOOL = Check("School", Kind.WARN, "It is in school hours.", "R18")
STAFF = Check("Staff", Kind.QUIET, "Not recorded.")


def test_what_holds_for_all_is_said_once() -> None:
    assert together([(day, [FREE]) for day in DAYS], DAYS) == [FREE]


def test_what_fails_is_said_with_its_dates_and_what_the_others_are() -> None:
    found = together([(DAYS[0], [TAKEN]), (DAYS[1], [FREE])], DAYS[1:2])

    assert found == [
        Check(
            "Free",
            Kind.BAD,
            "3 Dec: Willow Room is in use. The others: nobody else has it then.",
        )
    ]


def test_a_reason_is_asked_for_once_though_only_some_want_it() -> None:
    found = together([(DAYS[0], [FREE, SCHOOL]), (DAYS[1], [FREE])], DAYS[:2])

    assert found == [
        FREE,
        Check("School", Kind.WARN, "3 Dec: it is in school hours.", "R18"),
    ]


def test_of_a_date_that_fails_only_what_is_against_it_is_said() -> None:
    found = together([(DAYS[0], [TAKEN, STAFF]), (DAYS[1], [FREE])], DAYS[1:2])

    assert [each.heading for each in found] == ["Free"]


def test_what_is_said_differently_is_said_as_for_most() -> None:
    late = Check("Hours", Kind.GOOD, "Ours to use from 9am to 8pm.")
    early = Check("Hours", Kind.GOOD, "Ours to use from 9am to 5pm.")

    found = together([(d, [late]) for d in DAYS[:2]] + [(DAYS[2], [early])], DAYS[:3])

    assert found == [late]


def test_what_is_known_of_some_only_is_said_of_those() -> None:
    found = together([(DAYS[0], [FREE]), (DAYS[1], [FREE, STAFF])], DAYS[:2])

    assert found[1].words == "10 Dec: not recorded."


def test_of_very_different_answers_the_gravest_are_named() -> None:
    answers = [Check("Free", Kind.BAD, f"Room {n} is in use.") for n in range(5)]

    found = together([(day, [one]) for day, one in zip(DAYS, answers, strict=True)], [])

    assert found[0].words.endswith("And 2 more: see each date.")


def test_headings_keep_their_order() -> None:
    first = [(DAYS[0], [FREE, STAFF])]
    second = [(DAYS[1], [FREE, SCHOOL, STAFF])]

    found = together(first + second, DAYS[:2])

    assert [each.heading for each in found] == ["Free", "School", "Staff"]
