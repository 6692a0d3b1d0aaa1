"""Bank holidays, closed days and terms: kept by some, read by all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from tests.world import World
from venues.database import catalogue
from venues.domain.people import Viewer
from venues.errors import Clash, NotAllowed, NotFound, WrongInput
from venues.services import bookings, calendar_days
from venues.services.calendar_days import Closed, SchoolTerm

TRAINING = Closed(day=date(2026, 12, 15), name="  Staff   training ")
AUTUMN = SchoolTerm(
    authority_id=1, name="Autumn", since=date(2026, 9, 3), until=date(2026, 10, 23)
)


def write(world: World, work: Callable[..., Any], *what: Any, **more: Any) -> Any:
    viewer: Viewer = more.pop("viewer", world.coordinator)
    with world.database.write() as session:
        return work(session, viewer, *what, **more)


def close(world: World, *days: Closed, **more: Any) -> tuple[Closed, ...]:
    return tuple(write(world, calendar_days.close, *days, now=world.now, **more))


def term(world: World, wanted: SchoolTerm, **more: Any) -> SchoolTerm:
    made = write(world, calendar_days.add_term, wanted, now=world.now, **more)
    assert isinstance(made, SchoolTerm)
    return made


def closed(world: World, year: int = 2026) -> list[str]:
    with world.database.read() as session:
        return [each.name for each in calendar_days.closed_days(session, year)]


def test_a_closed_day_closes_every_venue(world: World) -> None:
    (stored,) = close(world, TRAINING)

    assert closed(world) == ["Staff training"]
    assert stored.id is not None
    with world.database.read() as session:
        days = catalogue.read(session).days(TRAINING.day)
    assert {day.closed for day in days.values()} == {"Staff training"}


def test_the_days_of_another_year_are_not_shown(world: World) -> None:
    close(world, TRAINING)

    assert closed(world, 2027) == []


def test_a_day_may_close_one_authority_and_another_on_its_own(world: World) -> None:
    for authority in (1, 2):
        close(world, Closed(day=TRAINING.day, name="Polling", authority_id=authority))

    assert closed(world) == ["Polling", "Polling"]


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [(None, None, "every venue"), (None, 1, "every venue"), (2, None, "Halton")],
)
def test_a_day_is_not_closed_twice(
    world: World, first: int | None, second: int | None, said: str
) -> None:
    close(world, Closed(day=TRAINING.day, name="One", authority_id=first))

    with pytest.raises(WrongInput, match=f"closed already, for {said}") as trouble:
        close(world, Closed(day=TRAINING.day, name="Two", authority_id=second))

    assert trouble.value.field == "day"


@pytest.mark.parametrize(
    ("day", "name", "field"),
    [
        (TRAINING.day, " ", "name"),
        (TRAINING.day, "x" * 121, "name"),
        (date(2062, 12, 15), "Training", "day"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    world: World, day: date, name: str, field: str
) -> None:
    with pytest.raises(WrongInput) as trouble:
        close(world, Closed(day=day, name=name))

    assert trouble.value.field == field
    assert closed(world) == []


def test_a_day_with_bookings_is_not_closed_over_them(world: World) -> None:
    with world.database.write() as session:
        bookings.book(session, world.request(), world.practitioner, now=world.now)
    thursday = date(2026, 11, 26)

    with pytest.raises(Clash, match="1 booking stands in the way"):
        close(world, Closed(day=thursday, name="Training"))
    close(world, Closed(day=thursday, name="Training", authority_id=2))

    assert closed(world) == ["Training"]


def test_a_day_that_is_over_may_still_be_put_down(world: World) -> None:
    close(world, Closed(day=date(2026, 11, 20), name="Burst pipe"))

    assert closed(world) == ["Burst pipe"]


def test_only_what_is_missing_of_the_bank_holidays_is_filled_in(world: World) -> None:
    close(world, Closed(day=date(2028, 12, 25), name="Christmas"))
    with world.database.read() as session:
        missing = calendar_days.missing_holidays(session, 2028)

    close(world, *missing)

    assert len(missing) == 7
    assert len(closed(world, 2028)) == 8
    with world.database.read() as session:
        assert calendar_days.missing_holidays(session, 2028) == ()


def test_a_closed_day_can_be_taken_off_once(world: World) -> None:
    stored = close(world, TRAINING)
    write(world, calendar_days.reopen, *stored)

    assert closed(world) == []
    with pytest.raises(NotFound, match="off the list already"):
        write(world, calendar_days.reopen, *stored)
    with pytest.raises(NotFound):
        write(world, calendar_days.reopen, TRAINING)


def test_others_may_only_read(world: World) -> None:
    stored = close(world, TRAINING)
    held = term(world, AUTUMN)

    with pytest.raises(NotAllowed, match="coordinators and managers"):
        close(world, TRAINING, viewer=world.practitioner)
    with pytest.raises(NotAllowed):
        write(world, calendar_days.reopen, *stored, viewer=world.practitioner)
    with pytest.raises(NotAllowed):
        term(world, AUTUMN, viewer=world.victim_worker)
    with pytest.raises(NotAllowed):
        write(world, calendar_days.remove_term, held, viewer=world.board)


def test_terms_are_each_authoritys_own(world: World) -> None:
    held = term(world, AUTUMN)

    with world.database.read() as session:
        assert calendar_days.terms(session, 1) == (held,)
        assert calendar_days.terms(session, 2) == ()


@pytest.mark.parametrize(
    ("since", "until", "name", "field"),
    [
        (date(2026, 10, 23), date(2026, 12, 18), "Late", "since"),
        (date(2026, 12, 18), date(2026, 11, 2), "Backwards", "until"),
        (date(2026, 11, 2), date(2027, 12, 18), "Long", "until"),
        (date(1926, 11, 2), date(1926, 12, 18), "Old", "since"),
        (date(2026, 11, 2), date(2026, 12, 18), "", "name"),
    ],
)
def test_a_term_that_cannot_be_is_refused(
    world: World, since: date, until: date, name: str, field: str
) -> None:
    term(world, AUTUMN)

    with pytest.raises(WrongInput) as trouble:
        term(world, SchoolTerm(authority_id=1, name=name, since=since, until=until))

    assert trouble.value.field == field


def test_a_term_before_or_after_another_is_welcome(world: World) -> None:
    term(world, AUTUMN)
    for since, until in (
        (date(2026, 6, 1), date(2026, 7, 20)),
        (date(2026, 11, 2), date(2026, 12, 18)),
    ):
        term(world, SchoolTerm(authority_id=1, name="Term", since=since, until=until))

    with world.database.read() as session:
        assert len(calendar_days.terms(session, 1)) == 3


def test_a_term_can_be_taken_off_once(world: World) -> None:
    held = term(world, AUTUMN)
    write(world, calendar_days.remove_term, held)

    with world.database.read() as session:
        assert calendar_days.terms(session, 1) == ()
    with pytest.raises(NotFound, match="Autumn is off the list already"):
        write(world, calendar_days.remove_term, held)
    with pytest.raises(NotFound):
        write(world, calendar_days.remove_term, AUTUMN)


def test_authorities_stand_by_name(world: World) -> None:
    with world.database.read() as session:
        names = [each.name for each in calendar_days.authorities(session)]

    assert names == ["Halton", "Warrington"]


def test_a_day_that_has_begun_is_checked_from_now_on(world: World) -> None:
    with world.database.write() as session:
        bookings.book(session, world.request(), world.practitioner, now=world.now)
    evening = datetime(2026, 11, 26, 18)

    write(
        world,
        calendar_days.close,
        Closed(day=evening.date(), name="Flood"),
        now=evening,
    )

    assert closed(world) == ["Flood"]
