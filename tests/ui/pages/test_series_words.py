"""What is said of the dates of a series that is being booked."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from tests.venues.services.series import scene
from tests.venues.services.series.scene import THURSDAYS, WEEKLY
from tests.world import OAK, WILLOW, World
from ui.kinds import Kind
from ui.pages import series_words
from venues.database.models import CaseVenue
from venues.domain.recurrence import Repeat
from venues.services.series import planning
from venues.services.series.planning import Instead, Planned


def look(world: World, rule: Repeat = WEEKLY, **given: Any) -> tuple[Planned, ...]:
    chosen = given.pop("chosen", {})
    with world.database.read() as session:
        return planning.plan(
            session,
            world.request(**given),
            rule,
            world.practitioner,
            (1,),
            now=world.now,
            chosen=chosen,
        )


def marks(planned: tuple[Planned, ...]) -> list[tuple[str, Kind, str]]:
    found = [series_words.mark(each) for each in planned]
    return [(each.label, each.kind, each.words) for each in found]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([], ""),
        ([date(2026, 12, 24)], "24 Dec"),
        ([date(2026, 12, 24), date(2026, 12, 31)], "24 and 31 Dec"),
        ([date(2026, 12, 31), date(2027, 1, 7)], "31 Dec and 7 Jan"),
        ([date(2026, 12, day) for day in (3, 10, 17)], "3, 10 and 17 Dec"),
        ([date(2026, 12, day) for day in (3, 10, 17, 24)], "4 dates"),
    ],
)
def test_dates_are_named_as_long_as_they_are_few(days: list[date], said: str) -> None:
    assert series_words.dates(days) == said


def test_each_outcome_has_its_own_words(world: World) -> None:
    scene.occupy(world, THURSDAYS[0])
    scene.close(world, THURSDAYS[1])
    with world.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=1, since=THURSDAYS[2]))

    found = look(world)

    assert marks(found) == [
        ("26 Nov", Kind.BAD, "in use"),
        ("3 Dec", Kind.BAD, "closed"),
        ("10 Dec", Kind.BAD, "not available"),
        ("17 Dec", Kind.BAD, "not available"),
    ]
    assert series_words.summary(found) == "0 fit and 4 do not."
    assert series_words.why_not(found) == (
        "Say what to do about 4 dates, which do not fit."
    )


def test_what_was_chosen_is_said(world: World) -> None:
    at = datetime.combine(THURSDAYS[0], datetime.min.time())
    chosen = {
        THURSDAYS[0]: Instead(OAK, at.replace(hour=15)),
        THURSDAYS[1]: Instead(WILLOW, at.replace(day=3, month=12, hour=16)),
        THURSDAYS[2]: None,
    }

    found = look(world, chosen=chosen)

    assert marks(found)[:3] == [
        ("26 Nov", Kind.WARN, "Oak Room instead"),
        ("3 Dec", Kind.WARN, "at 4pm instead"),
        ("10 Dec", Kind.QUIET, "left out"),
    ]
    assert [series_words.said(each) for each in found] == [
        "In Oak Room, Millbrook instead.",
        "4pm to 5pm instead.",
        "Left out.",
        "It fits.",
    ]
    assert series_words.to_book(found) == 3
    assert series_words.done(found, "Every week", "Willow Room") == (
        "Booked 3 dates in Willow Room, every week. Left out: 10 Dec."
    )


def test_a_holiday_of_the_rule_is_named(world: World) -> None:
    scene.close(world, THURSDAYS[1])
    rule = Repeat(every=WEEKLY.every, times=2, skip_holidays=True)

    found = look(world, rule)

    assert marks(found)[1] == ("3 Dec", Kind.QUIET, "bank holiday (founders' day)")
    assert series_words.said(found[1]) == "Left out: Bank holiday (Founders' Day)."
    assert series_words.done(found, "Every week", "Oak") == (
        "Booked 2 dates in Oak, every week."
    )


def test_a_missing_reason_is_asked_for_by_its_check(world: World) -> None:
    scene.term(world, THURSDAYS[0], THURSDAYS[0])

    found = look(world)
    given = look(world, accepted={"R18": "Agreed"})

    assert marks(found)[0] == ("26 Nov", Kind.WARN, "school")
    assert series_words.said(found[0]).startswith("It fits once you say why. ")
    assert series_words.why_not(found) == "Tick “School” and say why."
    assert series_words.summary(found) == "3 fit and 1 once you say why."
    assert marks(given)[0] == ("26 Nov", Kind.WARN, "with your reason")
    assert series_words.said(given[0]).startswith("It fits, with your reason. ")


def test_a_time_that_the_clocks_leave_out_is_not_in_order(world: World) -> None:
    period = world.request().period
    night = datetime(2027, 3, 28, 1, 15)

    found = look(world, period=period.lasting(night, 30))

    assert marks(found)[0][1:] == (Kind.BAD, "see checks")


def test_nothing_left_to_book_is_said(world: World) -> None:
    found = look(world, chosen=dict.fromkeys(THURSDAYS))

    assert series_words.why_not(found) == "None of the dates is left to book."
    assert series_words.summary(found) == "0 fit and 4 left out."


def test_what_is_still_open_is_said_when_all_fits(world: World) -> None:
    found = look(world)

    assert series_words.why_not(found) == ""
    assert series_words.why_not(found, conditions=True) == (
        "It is booked provisionally until that is done."
    )
