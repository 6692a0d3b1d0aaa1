"""A room that fits, drawn as a row."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from tests.ui.models.test_matches import COLD, _found, match, seen
from ui.models import matches
from ui.widgets.matchview import MatchView
from venues.domain.findings import Finding, Severity
from venues.domain.judgement import NOTHING_WRONG

FAR = Finding("R21", Severity.WARNING, "6.2 miles in a straight line.")


@pytest.fixture
def view(qtbot: QtBot) -> MatchView:
    made = MatchView()
    qtbot.addWidget(made)
    made.resize(800, 300)
    made.show()
    made.show_rows(matches.rows(_found(match(), match(findings=(FAR,)))))
    return made


def button(view: MatchView, row: int) -> QPoint:
    box = view.visualRect(view.rooms.index(row))
    return view.drawn.places(box, view.font()).button.center()


def test_a_warning_makes_its_row_taller(view: MatchView) -> None:
    plain, warned = (view.visualRect(view.rooms.index(row)) for row in (0, 1))

    assert warned.height() > plain.height()


def test_the_button_books_its_row(qtbot: QtBot, view: MatchView) -> None:
    with qtbot.waitSignal(view.opened) as heard:
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=button(view, 1)
        )

    assert heard.args[0].findings == (FAR,)


def test_a_click_beside_the_button_only_chooses(qtbot: QtBot, view: MatchView) -> None:
    with qtbot.assertNotEmitted(view.opened, wait=20):
        place = view.visualRect(view.rooms.index(1)).topLeft() + QPoint(20, 20)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert view.currentIndex().row() == 1


def test_parts_never_lie_over_one_another(view: MatchView) -> None:
    for wide in (300, 500, 800, 1200):
        places = view.drawn.places(QRect(0, 0, wide, 80), view.font())
        parts = [places.text, places.button]
        parts += [places.strip] if not places.strip.isEmpty() else []

        assert not any(
            one.intersects(other)
            for one in parts
            for other in parts
            if one is not other
        )
        assert QRect(0, 0, wide, 80).contains(places.button)


def test_the_day_gives_way_where_there_is_no_room(view: MatchView) -> None:
    large = QFont(view.font())
    large.setPointSizeF(large.pointSizeF() * 2)

    assert not view.drawn.places(QRect(0, 0, 800, 80), view.font()).strip.isEmpty()
    assert view.drawn.places(QRect(0, 0, 800, 80), large).strip.isEmpty()


def test_a_chosen_row_looks_different(view: MatchView) -> None:
    view.setCurrentIndex(view.rooms.index(0))
    chosen = view.grab().toImage()

    view.setCurrentIndex(view.rooms.index(1))

    assert view.grab().toImage() != chosen


def test_a_long_name_gets_a_line_of_its_own(qtbot: QtBot) -> None:
    view = MatchView()
    qtbot.addWidget(view)
    view.resize(420, 300)
    view.show()
    room = match().room
    long = replace(room, name="Consulting and meeting room on the second floor")
    view.show_rows(matches.rows(_found(match(), match(long))))

    short, tall = (view.visualRect(view.rooms.index(row)) for row in (0, 1))

    assert tall.height() > short.height()


def test_badges_and_a_fourth_line_each_make_a_row_taller(view: MatchView) -> None:
    cold = NOTHING_WRONG._replace(wanting=(COLD,))
    found = _found(match(), seen(NOTHING_WRONG), seen(cold))

    view.show_rows(matches.rows(found))
    view.grab()

    bare, badged, told = (
        view.visualRect(view.rooms.index(row)).height() for row in range(3)
    )
    assert bare < badged < told
