"""What is kept no longer goes from the file, its log and its copies, and stays gone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests import around
from tests.venues.aged import Aged, now, stay, utc
from tests.world import World
from venues.database.models import (
    Booking,
    Case,
    CaseHours,
    CaseVenue,
    History,
    Look,
    Outing,
    Retention,
    Review,
    Separation,
    SignOff,
)
from venues.database.session import Database
from venues.errors import Clash, NotAllowed
from venues.services import backups, bookings, retention, settings
from venues.services.retention import Cleared

NOTE = "Bring the forms of {}"


@pytest.fixture
def aged(world: World) -> Aged:
    return Aged(world)


def run(world: World, *copies: Path) -> Cleared:
    cleared = retention.run(world.database, now(), copies)
    assert cleared is not None
    return cleared


def known(world: World) -> dict[int, str | None]:
    found = around.rows(
        world.database, 'SELECT id, reference FROM "case" WHERE id > 90'
    )
    return dict(found)


@pytest.mark.of_a_file("a server keeps no copies that we know of")
def test_two_years_on_nothing_is_left_in_the_file_its_log_and_its_copies(
    world: World, aged: Aged
) -> None:
    path = world.database.path
    old, other = aged.case(25, note=NOTE), aged.case(25, note=NOTE)
    with world.database.write() as session:  # typed elsewhere, in another case
        session.get_one(Booking, old).cancel_reason = f"as {aged.references[1].lower()}"
    aged.link(old, other, 4)
    aged.trace(24, old)
    copy = backups.back_up(world.database, path.parent / "Away.sqlite")
    backups.back_up(world.database, path.with_name("Venues 2025-01-02 0900.sqlite"))
    shutil.copy(copy, path.with_name("Venues-before-1.sqlite"))
    shutil.copy(copy, path.with_name("Venues-before-restore-20250101-0900.sqlite"))
    held = stay(path, *aged.references).keys() - {"Venues.sqlite", "Venues.sqlite-wal"}
    assert len(held) == len(("Away", "a backup", "before an update", "a restore"))

    cleared = run(world, copy)

    assert stay(path, *aged.references) == {}
    assert path.with_name("Venues.sqlite-wal").stat().st_size == 0
    assert (cleared.references, cleared.links, cleared.past) == (2, 1, 3)
    assert (cleared.cleaned, cleared.left) == (4, ())
    assert known(world) == {old: None, other: None}
    assert around.rows(world.database, "SELECT count(*) FROM booking") == [(2,)]
    assert around.rows(world.database, "SELECT count(*) FROM separation") == [(0,)]


def test_a_case_on_hold_keeps_all_of_its_own(world: World, aged: Aged) -> None:
    kept = aged.case(25, note=NOTE, on_hold=True, hold_until=now().date())
    over = aged.case(25, on_hold=True, hold_until=now().date() - timedelta(days=1))
    aged.link(kept, over, 4)
    for case in (kept, over):
        aged.trace(25, case)

    cleared = run(world)

    assert known(world)[kept] == aged.references[0]
    assert cleared.links == 0
    notes = around.rows(world.database, "SELECT note FROM booking WHERE id = 91")
    assert notes == [(NOTE.format(aged.references[0]),)]
    for table, column in (("look", "row_id"), ("code", "case_id")):
        found = around.rows(world.database, f"SELECT {column} FROM {table}")  # noqa: S608
        assert found == [(kept,)]
    old = "SELECT row_id FROM history WHERE action = 'changed'"
    assert around.rows(world.database, old) == [(kept,)]


def test_a_reference_goes_after_13_months_unless_something_is_still_in_force(
    world: World, aged: Aged
) -> None:
    early, due, linked, banned = (aged.case(months) for months in (12, 13, 13, 13))
    aged.link(early, linked, None)
    with world.database.write() as session:
        session.add(CaseVenue(case_id=banned, venue_id=1, since=date(2020, 1, 1)))

    run(world)

    assert [id_ for id_, reference in known(world).items() if not reference] == [due]
    assert known(world)[early]
    assert known(world)[linked]


def test_links_venues_and_hours_go_3_months_after_their_end(
    world: World, aged: Aged
) -> None:
    one, other = aged.case(0), aged.case(0)
    late = aged.link(one, other, 2)
    aged.link(one, other, 3)
    long_ago = now().date() - timedelta(days=120)
    with world.database.write() as session:
        since = date(2020, 1, 1)
        ended = {"case_id": one, "until": long_ago}
        session.add(CaseVenue(venue_id=1, since=since, **ended))
        opens, closes = datetime(2026, 1, 1, 9).time(), datetime(2026, 1, 1, 10).time()
        session.add(CaseHours(weekday=0, opens=opens, closes=closes, **ended))

    cleared = run(world)

    assert cleared.links == 3
    assert around.rows(world.database, "SELECT id FROM separation") == [(late,)]
    assert around.rows(world.database, "SELECT id FROM case_venue") == []
    assert around.rows(world.database, "SELECT id FROM case_hours") == []


def test_the_number_of_a_link_that_is_gone_is_not_given_again(
    world: World, aged: Aged
) -> None:
    one, other = aged.case(0), aged.case(0)
    gone = aged.link(one, other, 4)
    run(world)

    assert aged.link(one, other, None) > gone


def test_a_link_cannot_be_deleted_before_its_time(world: World, aged: Aged) -> None:
    late = aged.link(aged.case(0), aged.case(0), 2)

    with (
        pytest.raises(Clash, match=r"^A link is kept until its time is over\."),
        world.database.write() as session,
    ):
        session.delete(session.get_one(Separation, late))


def test_history_of_24_months_goes_and_younger_stays(world: World, aged: Aged) -> None:
    case = aged.case(0)
    aged.trace(24, case)
    aged.trace(23, aged.case(0))

    assert run(world).past == 3
    with world.database.read() as session:
        assert session.query(Look).count() == 1


def test_numbers_that_are_set_are_the_ones_that_count(world: World, aged: Aged) -> None:
    case = aged.case(6)
    aged.trace(13, case)
    with world.database.write() as session:
        settings.save(
            session, world.manager, {"reference_months": "5", "history_months": "12"}
        )

    cleared = run(world)

    assert (cleared.references, cleared.past) == (1, 3)


def test_a_reference_in_a_note_leaves_history_with_the_case(
    world: World, aged: Aged
) -> None:
    case = aged.case(13, note=NOTE)

    run(world)

    changes = around.rows(world.database, "SELECT CAST(changes AS TEXT) FROM history")
    assert not any(aged.references[0] in text for (text,) in changes)
    assert any("Bring the forms of [removed]" in text for (text,) in changes)
    with world.database.read() as session:
        assert session.get_one(Case, case).reference is None


def test_words_about_an_old_outing_go(world: World, aged: Aged) -> None:
    starts = now() - timedelta(days=500)
    with world.database.write() as session:
        session.add(
            Outing(
                staff_id=1,
                place="Home visit, Latchford",
                starts=starts,
                ends=starts + timedelta(hours=1),
                check_out=starts + timedelta(hours=1),
            )
        )

    assert run(world).notes == 1
    assert around.rows(world.database, "SELECT place FROM outing") == [("",)]


def test_it_is_done_once_a_day_and_told(world: World, aged: Aged) -> None:
    aged.case(13)
    run(world)
    aged.case(13)

    assert retention.run(world.database, now()) is None
    with world.database.read() as session:
        (told,) = retention.latest(session)
    assert told.words.endswith(": 1 reference removed.")


def test_days_on_which_nothing_went_are_told_of_only_when_last(world: World) -> None:
    with world.database.write() as session:
        for day, gone in ((1, 2), (2, 0), (3, 0)):
            session.add(
                Retention(day=date(2026, 11, day), removed={"references": gone})
            )

    with world.database.read() as session:
        told = [each.words for each in retention.latest(session)]

    assert told == [
        "Tuesday 3 November 2026: Nothing had to go.",
        "Sunday 1 November 2026: 2 references removed.",
    ]


def test_a_clock_that_was_set_back_lets_nothing_go(world: World, aged: Aged) -> None:
    aged.case(13)
    with world.database.write() as session:
        later = utc() + timedelta(days=30)
        session.add(History(at=later, table="case", row_id=1, action="changed"))

    with pytest.raises(NotAllowed, match=r"^This PC's clock says .* Set the clock"):
        run(world)

    assert None not in known(world).values()


@pytest.mark.of_a_file("a server is restored by its keeper")
def test_it_is_done_again_after_a_restore(world: World, aged: Aged) -> None:
    path = world.database.path
    aged.case(13)
    copy = backups.back_up(world.database, path.parent / "elsewhere.db")
    run(world)
    world.database.close()
    backups.restore(path, copy, now=now())
    restored = Database.open(path)

    assert retention.run(restored, now())
    restored.close()
    assert stay(path, *aged.references).keys() == {"elsewhere.db"}


@pytest.mark.of_a_file("a server counts on, whatever numbers rows were given")
def test_new_bookings_never_take_an_old_number(world: World, aged: Aged) -> None:
    aged.case(25)
    run(world)

    with world.database.write() as session:
        booked = bookings.book(
            session, world.request(), world.practitioner, now=world.now
        )
    assert booked.id > 91
    assert booked.reference != "B-91"


def test_what_a_manager_was_asked_goes_and_that_it_was_asked_stays(
    world: World, aged: Aged
) -> None:
    case, held = aged.case(13), aged.case(13, on_hold=True)
    starts = now() - timedelta(days=500)
    with world.database.write() as session:
        for id_, ends, about in (
            (1, starts, case),
            (2, now() + timedelta(days=1), case),
            (3, starts, held),
        ):
            session.add(
                SignOff(
                    id=id_,
                    asked_by=1,
                    made_at=utc(),
                    room_id=1,
                    starts=ends - timedelta(hours=1),
                    ends=ends,
                    asked={"case_ids": [about], "note": f"as {aged.references[0]}"},
                    state="no",
                )
            )

    run(world)

    found = around.rows(
        world.database, "SELECT CAST(asked AS TEXT) FROM sign_off ORDER BY id"
    )
    assert found[0] == ("{}",)
    assert "as [removed]" in found[1][0]
    assert "case_ids" in found[2][0]
    if world.database.path is not None:
        assert stay(world.database.path, aged.references[0]) == {}


def test_looks_at_reviews_of_a_held_case_stay(world: World, aged: Aged) -> None:
    kept, other = aged.case(25, on_hold=True), aged.case(25)
    with world.database.write() as session:
        for id_, booking in ((7, kept), (8, other)):
            session.add(
                Review(id=id_, booking_id=booking, cause="closure", raised_at=utc())
            )
            at = utc() - timedelta(days=800)
            session.add(Look(at=at, staff_id=4, what="review", row_id=id_))

    run(world)

    assert around.rows(world.database, "SELECT row_id FROM look") == [(7,)]


class Meanwhile(list[Path]):
    """Copies that another program sees to while this one asks which they are."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self._world = world

    def __iter__(self) -> Iterator[Path]:
        run(self._world)
        return super().__iter__()


@pytest.mark.of_a_file("it is quicker while copies are looked for")
def test_when_another_program_is_quicker_nothing_is_left_to_do(world: World) -> None:
    assert retention.run(world.database, now(), Meanwhile(world)) is None
    assert around.rows(world.database, "SELECT count(*) FROM retention") == [(1,)]
