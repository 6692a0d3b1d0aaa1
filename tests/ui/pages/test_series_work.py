"""What is done for a series off the interface's thread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests import turned
from tests.ui.pages import find_scene, repeat_scene
from tests.ui.pages.repeat_scene import CASE, CLOSED, STARTS, TAKEN
from tests.ui.schedule_scene import WILLOW
from ui.desk import Desk
from ui.jobs import Cancelled
from ui.pages import booking_work, series_work
from ui.pages.series_work import Looked, Wanted
from venues.database.session import Database
from venues.domain.recurrence import Every, Repeat
from venues.errors import WrongInput
from venues.services.series.booking import DatesRefused, SeriesBooked

REPEAT = Repeat(every=Every.WEEK, times=6)


@pytest.fixture
def desk(database: Database, tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    repeat_scene.fill(database)
    own = find_scene.desk(database, tmp_path)
    yield own
    own.jobs.close()


def look(desk: Desk, repeat: Repeat = REPEAT, **chosen: None) -> Looked:
    request = booking_work.at_room(
        desk, WILLOW, STARTS, STARTS.replace(hour=15, minute=30)
    )
    assert request is not None
    wanted = Wanted(
        replace(request, references=(CASE,)), repeat, dict.fromkeys((TAKEN, *CLOSED))
    )
    if not chosen:
        wanted = replace(wanted, chosen={})
    return series_work.look(desk, wanted, lambda _done, _total: None, fresh=False)


def test_dates_and_checks_are_of_one_moment(desk: Desk) -> None:
    looked = look(desk)

    assert len(looked.planned) == 6
    assert "Free" in {each.heading for each in looked.checks}
    assert not looked.open


def test_ways_out_are_looked_for_where_it_fails(desk: Desk) -> None:
    found = series_work.find_ways(desk, look(desk), lambda _done, _total: None)

    assert [*found] == [TAKEN, *CLOSED]
    assert found[TAKEN].room is not None
    assert found[CLOSED[0]].room is None


def test_what_nobody_waits_for_any_more_stops(desk: Desk) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    looked = look(desk)
    with pytest.raises(Cancelled):
        series_work.look(desk, looked.wanted, stop, fresh=False)
    with pytest.raises(Cancelled):
        series_work.find_ways(desk, looked, stop)


def test_it_is_booked_as_it_was_looked_at(desk: Desk) -> None:
    made = series_work.attempt(desk, look(desk, out=None), desk.now(), None)

    assert isinstance(made, SeriesBooked)
    assert len(made.booked) == 3
    assert made.words == "Every week on Thursday, 6 times"


def test_what_does_not_fit_comes_back_with_its_dates(desk: Desk) -> None:
    refused = series_work.attempt(desk, look(desk), desk.now(), None)

    assert isinstance(refused, DatesRefused)
    assert refused.changed == ()


def test_a_rule_that_makes_no_sense_is_said(desk: Desk) -> None:
    with pytest.raises(WrongInput, match="or how many times"):
        look(desk, replace(REPEAT, times=None))


def test_it_is_told_and_undone_by_name(desk: Desk) -> None:
    made = series_work.attempt(desk, look(desk, out=None), desk.now(), None)
    assert isinstance(made, SeriesBooked)

    series_work.tell(desk, made, "Willow Room")

    assert desk.undo.undo_name == "Undo booking of Willow Room on 3 dates"
    turned.undo(desk.database, desk.viewer, desk.now())
    turned.redo(desk.database, desk.viewer, desk.now())
