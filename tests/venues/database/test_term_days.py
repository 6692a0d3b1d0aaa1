"""Terms, half-terms, bank holidays and rooms that are shut."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from tests.world import World
from venues.database import catalogue as catalogues
from venues.database import term_days
from venues.database.models import ClosedDay, Closure, Term

MONDAY = date(2026, 11, 23)
HALF_TERM = date(2026, 10, 28)
CHRISTMAS = date(2026, 12, 30)


@pytest.fixture
def known(world: World) -> Callable[..., Any]:
    """Asks one of the questions of the world with terms."""
    with world.database.write() as session:
        for since, until in (
            (date(2026, 9, 2), date(2026, 10, 23)),
            (date(2026, 11, 2), date(2026, 12, 18)),
            (date(2027, 1, 4), date(2027, 2, 12)),
        ):
            session.add(Term(authority_id=1, name="Term", since=since, until=until))
        session.add(ClosedDay(day=date(2026, 11, 24), name="Moved", bank_holiday=True))
        session.add(
            ClosedDay(
                day=MONDAY, name="Founder's Day", authority_id=1, bank_holiday=True
            )
        )
        session.add(
            Closure(
                venue_id=1,
                room_id=2,
                starts=datetime(2026, 11, 23, 12),
                ends=datetime(2026, 11, 24, 12),
                reason="painting",
            )
        )
        session.add(
            Closure(
                venue_id=2,
                starts=datetime(2026, 11, 23),
                ends=datetime(2026, 11, 26),
                reason="floods",
            )
        )

    def ask(what: Callable[..., Any], *given: Any) -> Any:
        with world.database.read() as session:
            return what(catalogues.read(session), *given)

    return ask


@pytest.mark.parametrize(
    ("day", "authority_id", "school"),
    [
        (MONDAY, 1, True),
        (MONDAY, 2, False),
        (MONDAY, None, True),
        (date(2026, 11, 22), 1, False),
        (date(2026, 11, 24), 1, False),
        (HALF_TERM, None, False),
    ],
)
def test_there_is_school_on_weekdays_in_term(
    known: Callable[..., Any], day: date, authority_id: int | None, *, school: bool
) -> None:
    assert known(term_days.at_school, day, authority_id) is school


@pytest.mark.parametrize(
    ("day", "authorities"),
    [
        (HALF_TERM, {1}),
        (MONDAY, set()),
        (CHRISTMAS, set()),
        (date(2026, 10, 24), set()),
        (date(2026, 8, 26), set()),
    ],
)
def test_half_term_is_a_short_gap_between_terms(
    known: Callable[..., Any], day: date, authorities: set[int]
) -> None:
    assert known(term_days.half_terms, day) == authorities


def test_only_what_closes_everything_is_a_bank_holiday(
    known: Callable[..., Any],
) -> None:
    assert known(term_days.bank_holiday, date(2026, 11, 24))
    assert not known(term_days.bank_holiday, MONDAY)


def test_single_rooms_that_are_shut_are_told_with_their_reason(
    known: Callable[..., Any],
) -> None:
    expected = ((1, "Oak Room", "painting"),)

    assert known(term_days.shut_rooms, MONDAY) == expected
    assert known(term_days.shut_rooms, date(2026, 11, 24)) == expected
    assert known(term_days.shut_rooms, date(2026, 11, 25)) == ()
