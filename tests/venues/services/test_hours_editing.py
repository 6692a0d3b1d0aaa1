"""Changing when a venue is open, staffed and ours to use."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import select

from tests.venues.services import millbrook
from tests.venues.services.millbrook import COORDINATOR, PRACTITIONER
from venues.database.models import History, Hours
from venues.database.session import Database
from venues.domain.opening import Stretch
from venues.errors import NotAllowed, NotFound, Stale, WrongInput
from venues.services import hours_editing, venue_details

NINE, NOON, FIVE = time(9), time(12), time(17)
MONDAY = Stretch(0, "open", NINE, FIVE)
TUESDAY = Stretch(1, "open", NINE, FIVE)


@pytest.fixture
def hub(database: Database) -> int:
    """The hub's id; it has no hours yet."""
    millbrook.staff(database)
    return millbrook.venue(database).id or 0


def save(
    database: Database,
    hub: int,
    *wanted: Stretch,
    opened: Iterable[Stretch] = (),
    viewer: Any = COORDINATOR,
    room_id: int | None = None,
    dated_too: bool = False,
) -> tuple[Stretch, ...]:
    with database.write() as session:
        return hours_editing.save(
            session,
            hub,
            wanted,
            viewer,
            opened=opened,
            room_id=room_id,
            dated_too=dated_too,
        )


def test_hours_are_kept_by_weekday_use_and_season(database: Database, hub: int) -> None:
    wanted = (
        Stretch(0, "open", NINE, FIVE, "term"),
        Stretch(0, "open", NINE, NOON, "holiday"),
        Stretch(0, "staffed", NINE, NOON),
        Stretch(5, "usable", NOON, FIVE),
    )

    kept = save(database, hub, *wanted)

    with database.read() as session:
        assert venue_details.hours(session, hub) == {None: kept}
    assert set(kept) == set(wanted)


def test_a_day_may_have_a_gap(database: Database, hub: int) -> None:
    wanted = (Stretch(0, "open", NINE, NOON), Stretch(0, "open", time(13), FIVE))

    assert save(database, hub, *wanted) == wanted


def test_a_room_may_have_hours_of_its_own(database: Database, hub: int) -> None:
    oak = millbrook.room(database, hub, "Oak")
    save(database, hub, MONDAY)

    save(database, hub, TUESDAY, room_id=oak.id)

    with database.read() as session:
        assert venue_details.hours(session, hub) == {
            None: (MONDAY,),
            oak.id: (TUESDAY,),
        }


def test_longer_hours_change_the_row_that_is_there(
    database: Database, hub: int
) -> None:
    opened = save(database, hub, MONDAY, TUESDAY)

    save(database, hub, Stretch(0, "open", time(8), FIVE), TUESDAY, opened=opened)

    with database.read() as session:
        last = session.scalars(select(History).order_by(History.id.desc())).first()
    assert last is not None
    assert (last.action, last.changes) == (
        "changed",
        {"opens": ["09:00:00", "08:00:00"]},
    )


def test_hours_that_are_left_out_are_taken_away(database: Database, hub: int) -> None:
    opened = save(database, hub, MONDAY, TUESDAY)

    assert save(database, hub, TUESDAY, opened=opened) == (TUESDAY,)


def test_saving_the_old_hours_again_takes_a_change_back(
    database: Database, hub: int
) -> None:
    before = save(database, hub, MONDAY, TUESDAY)
    after = save(database, hub, Stretch(6, "open", NINE, NOON), opened=before)

    assert save(database, hub, *before, opened=after) == before


def test_dated_hours_stay_as_they_are(database: Database, hub: int) -> None:
    with database.write() as session:
        session.add(
            Hours(
                venue_id=hub,
                weekday=0,
                use="open",
                opens=NINE,
                closes=NOON,
                valid_from=date(2027, 6, 1),
            )
        )
    with database.read() as session:
        opened = venue_details.hours(session, hub)[None]

    kept = save(database, hub, *opened, TUESDAY, opened=opened)

    assert [each.valid_from for each in kept] == [date(2027, 6, 1), None]


@pytest.mark.parametrize(
    ("wanted", "field", "sentence"),
    [
        ([Stretch(0, "open", FIVE, NINE)], "0 open", "end after they start"),
        (
            [Stretch(2, "staffed", NINE, FIVE), Stretch(2, "staffed", NOON, FIVE)],
            "2 staffed",
            "Wednesday, staffed: 9am to 5pm and 12pm to 5pm overlap",
        ),
        (
            [
                Stretch(0, "usable", NINE, FIVE),
                Stretch(0, "usable", NOON, FIVE, "holiday"),
            ],
            "0 usable",
            "overlap",
        ),
    ],
)
def test_hours_that_cannot_be_are_said_beside_their_day(
    database: Database, hub: int, wanted: list[Stretch], field: str, sentence: str
) -> None:
    with pytest.raises(WrongInput, match=sentence) as wrong:
        save(database, hub, *wanted)

    assert wrong.value.field == field


def test_somebody_elses_change_meanwhile_is_not_written_over(
    database: Database, hub: int
) -> None:
    save(database, hub, MONDAY)

    with pytest.raises(Stale, match="Somebody else changed these hours"):
        save(database, hub, TUESDAY)


def test_only_those_who_keep_the_catalogue_may_save(
    database: Database, hub: int
) -> None:
    with pytest.raises(NotAllowed):
        save(database, hub, MONDAY, viewer=PRACTITIONER)


def test_hours_of_what_is_not_there_are_refused(database: Database, hub: int) -> None:
    with pytest.raises(NotFound, match="That venue"):
        save(database, 99, MONDAY)
    with pytest.raises(NotFound, match="That room"):
        save(database, hub, MONDAY, room_id=99)


JUNE, JULY, AUGUST = date(2027, 6, 1), date(2027, 7, 1), date(2027, 8, 1)


def summer(first: date | None, last: date | None) -> Stretch:
    return Stretch(0, "open", NOON, FIVE, "always", first, last)


def test_hours_for_some_dates_come_and_go_beside_the_usual_ones(
    database: Database, hub: int
) -> None:
    wanted = (MONDAY, summer(JUNE, JULY), summer(AUGUST, None))

    kept = save(database, hub, *wanted, dated_too=True)
    usual = save(database, hub, TUESDAY, opened=kept)
    left = save(database, hub, TUESDAY, opened=usual, dated_too=True)

    assert kept == wanted
    assert usual == (*wanted[1:], TUESDAY)
    assert left == (TUESDAY,)


@pytest.mark.parametrize(
    ("wanted", "field", "sentence"),
    [
        ([summer(JULY, JUNE)], "last", "The last day comes before the first."),
        (
            [summer(JUNE, JULY), summer(JULY, AUGUST)],
            "first",
            "Other hours hold on Thursday 1 July 2027 already",
        ),
        ([summer(None, JUNE), summer(JUNE, None)], "first", "Other hours hold"),
        (
            [summer(JUNE, JULY), Stretch(0, "open", NINE, FIVE, "term", JUNE, JULY)],
            "0 open",
            "overlap",
        ),
    ],
)
def test_dates_that_cannot_be_are_said_beside_them(
    database: Database, hub: int, wanted: list[Stretch], field: str, sentence: str
) -> None:
    with pytest.raises(WrongInput, match=sentence) as wrong:
        save(database, hub, *wanted, dated_too=True)

    assert wrong.value.field == field
