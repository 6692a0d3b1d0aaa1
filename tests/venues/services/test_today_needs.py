"""What waits for somebody."""

from __future__ import annotations

from datetime import date, datetime

from tests.venues.services.noon import NOON, add, book, change, look, on, team
from tests.world import World
from venues.database.models import Condition, Review, Setting, Venue
from venues.services.reviews.listing import quoting
from venues.services.today import NOT_ASKED, SAID_NO, Matter


def test_an_open_condition_waits_for_somebody(world: World) -> None:
    booked = book(world, references=())

    shown = look(world)

    assert shown.appointments[0].conditions == ("case",)
    (need,) = shown.needs
    assert need.matter is Matter.PROVISIONAL
    assert need.words == "Add the case reference. It was due by 24 November."
    assert need.appointment.seen.booking_id == booked


def test_a_condition_that_was_met_waits_no_more(world: World) -> None:
    booked = team(world)
    met = datetime(2026, 11, 20, 9)
    add(world, Condition(booking_id=booked, kind="sign-off", met_by=5, met_at=met))

    shown = look(world)

    assert shown.appointments[0].conditions == ()
    assert shown.needs == ()


def test_a_venue_that_has_not_said_yes_waits_once_it_is_near(world: World) -> None:
    asked = team(world, period=on(date(2026, 11, 30), 10))
    silent = team(world, period=on(date(2026, 12, 1), 10))
    not_asked = team(world, period=on(date(2026, 12, 2), 10))
    far = team(world, period=on(date(2026, 12, 11), 10))
    change(world, asked, venue_answer="asked", asked_on=date(2026, 11, 20))
    change(world, silent, venue_answer="asked")
    change(world, not_asked, venue_answer="to ask")
    change(world, far, venue_answer="asked")

    words = [need.words for need in look(world).needs]

    assert words == [
        "The venue was asked on 20 November and has not answered yet.",
        "The venue was asked and has not answered yet.",
        NOT_ASKED,
    ]


def test_how_near_is_a_number_that_can_be_set(world: World) -> None:
    booked = team(world, period=on(date(2026, 11, 30), 10))
    change(world, booked, venue_answer="asked")
    add(world, Setting(name="confirm_within_days", value="2"))

    assert look(world).needs == ()


def test_a_venue_that_said_no_waits_however_far_it_is(world: World) -> None:
    booked = team(world, period=on(date(2027, 2, 1), 10))
    change(world, booked, venue_answer="no")

    (need,) = look(world).needs

    assert (need.matter, need.words) == (Matter.SAID_NO, SAID_NO)


def test_what_changed_after_booking_is_said_in_its_words(world: World) -> None:
    booked = team(world)
    add(
        world,
        Review(
            booking_id=booked,
            cause="hours",
            words="It closes at 4pm now.",
            raised_at=NOON,
        ),
        Review(
            booking_id=booked,
            cause="loop",
            words="Mended.",
            raised_at=NOON,
            resolved_at=NOON,
        ),
    )

    assert [need.words for need in look(world).needs] == ["It closes at 4pm now."]


def test_nobody_is_told_that_it_has_to_do_with_a_person(world: World) -> None:
    booked, other = team(world), team(world, hour=17)
    add(
        world,
        *(
            Review(
                booking_id=booking_id,
                cause="person",
                words="The other person lives near.",
                for_a_person=True,
                raised_at=NOON,
                told_at=told_at,
                code="K-7QX2MF",
            )
            for booking_id, told_at in ((booked, NOON), (other, None))
        ),
    )

    assert [need.words for need in look(world).needs] == [quoting("K-7QX2MF")]


def test_what_is_over_waits_for_nobody(world: World) -> None:
    book(world, references=(), hour=9)

    assert len(look(world, now=NOON.replace(hour=9)).needs) == 1
    assert look(world).needs == ()


def test_a_missing_yes_is_urgent_two_working_days_before(world: World) -> None:
    friday = team(world, period=on(date(2026, 11, 27), 10))
    monday = team(world, period=on(date(2026, 11, 30), 10))
    tuesday = team(world, period=on(date(2026, 12, 1), 10))
    for booked in (friday, monday, tuesday):
        change(world, booked, venue_answer="asked")

    assert [need.urgent for need in look(world).needs] == [True, True, False]


def test_a_venue_with_long_notice_is_named_earlier(world: World) -> None:
    booked = team(world, period=on(date(2026, 12, 21), 10))
    change(world, booked, venue_answer="to ask")
    before = look(world).needs

    with world.database.write() as session:
        session.get_one(Venue, 1).notice_days = 30

    assert before == ()
    assert [need.words for need in look(world).needs] == [NOT_ASKED]
