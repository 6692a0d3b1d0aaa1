"""The page of evidence: days, authority, figures, map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.evidence_scene import Few
from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.dialogs.measure import MeasureDialog
from ui.dialogs.other_dates import OtherDatesDialog
from ui.dialogs.report import ReportDialog
from ui.pages.evidence import PAUSE, EvidencePage
from venues.atlas.atlas import Atlas
from venues.database.models import Search
from venues.domain.people import Viewer
from venues.domain.reporting import Dates, quarter_of
from venues.services.evidence import measures

AUTUMN = quarter_of(date(2026, 11, 23))


@pytest.fixture
def seat(
    qtbot: QtBot, world: World, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Sitting]:
    who: Viewer = getattr(world, getattr(request, "param", "manager"))
    search(world, 1, date(2026, 11, 23), 6)
    search(world, 2, date(2026, 10, 5), 2)
    yield from sit(qtbot, world.database, who, tmp_path)


def search(world: World, authority_id: int, week: date, number: int) -> None:
    with world.database.write() as session:
        session.add_all(
            Search(
                week=week,
                set="CH",
                band="16-18",
                authority_id=authority_id,
                people=3,
                results=0,
                ended="left",
            )
            for _ in range(number)
        )


def shown(seat: Sitting) -> EvidencePage:
    desk = replace(seat.desk, gazetteer=Few)
    page = EvidencePage(desk, opener=lambda _: Atlas())
    seat.show(page)
    seat.rest()
    return page


def number(page: EvidencePage, key: str = "unmet") -> str:
    return page.figures.card(key).number.text()


def test_it_begins_with_the_present_quarter_of_all_authorities(seat: Sitting) -> None:
    page = shown(seat)

    assert page.period.dates == AUTUMN
    assert number(page) == "8"
    assert page.evidence is not None
    assert page.evidence.measures.keys() == measures.MEASURES.keys()


def test_another_authority_and_other_days_are_counted_again(
    seat: Sitting, qtbot: QtBot
) -> None:
    page = shown(seat)

    page.authority.setCurrentIndex(page.authority.findText("Halton"))
    seat.rest()
    assert number(page) == "2"

    page.period.asked.emit()
    dialog = page.window().findChild(OtherDatesDialog)
    assert dialog is not None
    dialog.first.setText("1 Nov 2026")
    dialog.last.setText("30 Nov 2026")
    dialog.go.click()
    seat.rest()
    assert page.period.dates == Dates(date(2026, 11, 1), date(2026, 11, 30))
    assert number(page) == "0"


def test_a_figure_opens_its_parts(seat: Sitting) -> None:
    page = shown(seat)

    page.figures.card("unmet").click()
    seat.rest()

    dialog = page.window().findChild(MeasureDialog)
    assert dialog is not None
    assert dialog.which.count() == 3
    dialog.reject()


def test_it_counts_again_when_something_changed(
    seat: Sitting, world: World, qtbot: QtBot
) -> None:
    page = shown(seat)

    search(world, 1, date(2026, 11, 16), 1)

    qtbot.waitUntil(lambda: number(page) == "9", timeout=PAUSE * 10)


def test_the_map_shows_who_has_a_suitable_room(seat: Sitting) -> None:
    page = shown(seat)

    page.take(view="coverage")
    seat.rest()
    everywhere = page.coverage.table.model().rowCount()
    page.coverage.when.setCurrentIndex(3)
    seat.rest()

    assert everywhere == 3
    assert page.coverage.words.text() == (
        "2 of 3 sectors have a suitable room in reach, 1 have none."
    )
    assert number(page, "coverage") == "67%"


@pytest.mark.parametrize("seat", ["board"], indirect=True)
def test_a_board_reader_gets_quarters_that_are_over_with_small_counts_banded(
    seat: Sitting,
) -> None:
    seat.at(datetime(2027, 1, 20, 9))
    page = shown(seat)

    assert page.period.dates == AUTUMN
    assert "Other dates…" not in [
        page.period.itemText(row) for row in range(page.period.count())
    ]
    assert number(page) == "5 to 13"  # 6 in Warrington, 2 in Halton, none of neither
    assert page.figures.notice.isVisible()


@pytest.mark.parametrize("seat", ["coordinator"], indirect=True)
def test_a_coordinator_is_told_what_they_are_not_told(seat: Sitting) -> None:
    page = shown(seat)

    assert number(page) == "8"
    assert page.figures.card("choice").detail.text() == "Not for these days"
    assert "one whole month" in page.figures.notice.text()


def test_leaving_the_page_stops_counting_until_somebody_comes_back(
    seat: Sitting,
) -> None:
    page = shown(seat)
    page.reload()

    page.hide()
    assert not page.reading.busy
    search_now = page.evidence
    seat.rest()
    assert page.evidence is search_now

    page.show()
    seat.rest()
    assert page.evidence is not search_now


def test_the_keyboard_begins_with_the_period(seat: Sitting) -> None:
    page = shown(seat)

    page.focus_first()

    assert page.period.hasFocus()


def test_changes_are_tried_on_the_days_that_are_chosen(seat: Sitting) -> None:
    page = shown(seat)
    page.views.choose("what if")
    seat.rest()
    assert page.what_if is not None

    page.what_if.play.click()
    seat.rest()

    assert page.what_if.result.headline.text() == "0 of 8 needs and searches solved."

    page.authority.setCurrentIndex(page.authority.findData(2))
    seat.rest()
    assert not page.what_if.result.isVisible()
    page.what_if.play.click()
    seat.rest()

    assert page.what_if.result.headline.text() == "0 of 2 needs and searches solved."


def test_the_report_is_one_click_away(seat: Sitting) -> None:
    page = shown(seat)

    page.report.click()
    seat.rest()

    (dialog,) = page.window().findChildren(ReportDialog)
    assert "July to September 2026" in dialog.text.toPlainText()
    dialog.reject()


@pytest.mark.parametrize("seat", ["board"], indirect=True)
def test_a_board_reader_tries_nothing_and_has_the_report(seat: Sitting) -> None:
    page = shown(seat)

    assert page.what_if is None
    assert page.report.isVisible()
