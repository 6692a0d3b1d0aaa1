"""What the Today page says."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.ui.sitting import MILLBROOK, appointment
from ui.kinds import Kind
from ui.pages import today_words as words
from venues.services.today import Closing
from venues.services.venue_asking import Tally

THURSDAY = date(2026, 11, 26)


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute)


NINE = appointment(at(26, 9), at(26, 10))


@pytest.mark.parametrize(
    ("now", "kind", "said"),
    [
        (at(26, 8), Kind.GOOD, "Confirmed"),
        (at(26, 9), Kind.GOOD, "Now, until 10am"),
        (at(26, 10), Kind.QUIET, "Over"),
    ],
)
def test_an_appointment_is_to_come_under_way_or_over(
    now: datetime, kind: Kind, said: str
) -> None:
    assert words.standing(NINE, now, twenty_four=False) == (kind, said)


def test_what_is_open_comes_before_all_else() -> None:
    open_ = appointment(
        at(26, 9), at(26, 10), conditions=("case", "police"), not_confirmed=True
    )
    unsure = appointment(at(26, 9), at(26, 10), not_confirmed=True)

    assert words.standing(open_, at(26, 9), twenty_four=False) == (
        Kind.WARN,
        "Provisional: add the case reference and 1 more",
    )
    assert words.standing(unsure, at(26, 9), twenty_four=False) == (
        Kind.WARN,
        "Venue not confirmed",
    )


def test_under_the_room_stand_kind_and_reference() -> None:
    team = appointment(at(26, 9), at(26, 10), kind="Team meeting", cases="")

    assert words.place(NINE) == "Willow Room, Millbrook Family Hub"
    assert words.about(NINE.seen) == "Supervision session · WA-20417"
    assert words.about(team.seen) == "Team meeting"


def test_beside_it_stands_what_is_worth_knowing() -> None:
    told = appointment(
        at(26, 9),
        at(26, 10),
        arrival="Side door",
        note="Blinds down!",
        workers=("Practitioner 04", "Practitioner 12"),
    )

    said = words.beside(told.seen, "Practitioner 04")

    assert said == "Side door. Blinds down! With Practitioner 12."
    assert words.beside(NINE.seen, "Practitioner 04") == ""


def test_the_next_days_in_a_sentence() -> None:
    monday = appointment(at(30, 9), at(30, 10))

    said = words.ahead(THURSDAY, [monday], twenty_four=False)

    assert said == (
        "Tomorrow: nothing booked. "
        "Next: Monday 30 November, 9:00am, Willow Room, Millbrook Family Hub."
    )


def test_tomorrow_and_the_day_after_that_has_something() -> None:
    friday = appointment(at(27, 15, 30), at(27, 16))
    later = appointment(at(27, 17), at(27, 18))
    monday = appointment(at(30, 9), at(30, 10))

    said = words.ahead(THURSDAY, [friday, later, monday], twenty_four=True)

    assert said == (
        "Tomorrow: 15:30, Willow Room, Millbrook Family Hub and 1 more. "
        "Next: Monday 30 November, 09:00, Willow Room, Millbrook Family Hub."
    )


def test_nobody_is_told_that_a_weekend_is_free() -> None:
    friday, monday = date(2026, 11, 27), appointment(at(30, 9), at(30, 10))

    assert words.ahead(friday, [monday], twenty_four=False).startswith("Next: Monday")
    alone = words.ahead(friday, [appointment(at(28, 9), at(28, 10))], twenty_four=False)
    assert alone == "Tomorrow: 9:00am, Willow Room, Millbrook Family Hub."


def test_nothing_ahead_is_said_too() -> None:
    said = words.ahead(THURSDAY, [], twenty_four=False)

    assert said == "Nothing else is booked in the next four weeks."


def test_what_needs_somebody_has_its_day_and_time() -> None:
    panel = appointment(at(9, 17, 30, 12), at(9, 18, 30, 12))

    assert words.when(panel.seen, twenty_four=False) == "Wed 9 December, 5:30pm"


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        (at(1, 8, month=12), at(1, 13, month=12), "Tuesday 1 December, 8am to 1pm"),
        (at(27, 0), at(30, 0), "Friday 27 November to Sunday 29 November"),
        (at(27, 0), at(28, 0), "Friday 27 November"),
    ],
)
def test_a_closure_says_when_and_why(
    starts: datetime, ends: datetime, said: str
) -> None:
    closing = Closing(MILLBROOK, "", starts, ends, "repairs")

    assert words.closing(closing, twenty_four=False) == f"{said}: repairs"


@pytest.mark.parametrize(
    ("tally", "said"),
    [
        (Tally(), "No venue waits to be asked."),
        (Tally(to_ask=1), "1 booking to ask about."),
        (
            Tally(to_ask=2, asked=3, refused=1),
            "2 bookings to ask about, 3 bookings asked about and 1 refused.",
        ),
    ],
)
def test_what_venues_have_still_to_say_is_counted(tally: Tally, said: str) -> None:
    assert words.asking(tally) == said
