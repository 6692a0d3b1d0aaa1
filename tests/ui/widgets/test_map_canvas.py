"""The map under mouse and keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.widgets.map_scene import ATLAS, PINS, pin
from ui.widgets.map_canvas import PLAIN, MapCanvas
from venues.services.venue_pins import Pin

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def name(pin: Pin) -> str:
    return pin.name


@pytest.fixture
def canvas(qtbot: QtBot) -> MapCanvas:
    made = MapCanvas(name)
    qtbot.addWidget(made)
    made.resize(600, 450)
    made.show_pins(PINS)
    made.lay(ATLAS)
    made.show()
    made.setFocus()
    return made


def spot(canvas: MapCanvas, venue_id: int) -> QPoint:
    found = canvas.where(venue_id)
    assert found is not None
    return found.toPoint()


def wheel(canvas: MapCanvas, at: QPointF, delta: int) -> None:
    event = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own order
    )
    QApplication.sendEvent(canvas, event)


def move(canvas: MapCanvas, at: QPoint, buttons: Qt.MouseButton) -> None:
    kind = QEvent.Type.MouseMove
    where = canvas.mapToGlobal(at).toPointF()
    event = QMouseEvent(
        kind, at.toPointF(), where, Qt.MouseButton.NoButton, buttons, NONE
    )
    QApplication.sendEvent(canvas, event)


def test_a_click_chooses_a_venue(canvas: MapCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.chosen) as told:
        qtbot.mouseClick(canvas, LEFT, pos=spot(canvas, 2))

    assert told.args == [2]
    assert canvas.chosen_id == 2


def test_a_click_beside_everything_does_nothing(
    canvas: MapCanvas, qtbot: QtBot
) -> None:
    before = canvas.view
    with qtbot.assertNotEmitted(canvas.chosen):
        qtbot.mouseClick(canvas, LEFT, pos=QPoint(5, 5))
        qtbot.mouseClick(canvas, Qt.MouseButton.RightButton, pos=spot(canvas, 2))

    assert canvas.view == before


def test_a_click_on_several_goes_closer_until_they_stand_apart(
    canvas: MapCanvas, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(canvas.chosen):
        qtbot.mouseClick(canvas, LEFT, pos=spot(canvas, 3))

    assert len({canvas.where(each).toTuple() for each in (3, 4, 5)}) == 3  # type: ignore[union-attr]


def test_a_drag_moves_the_map_and_chooses_nothing(
    canvas: MapCanvas, qtbot: QtBot
) -> None:
    start = spot(canvas, 2)
    with qtbot.assertNotEmitted(canvas.chosen):
        qtbot.mousePress(canvas, LEFT, pos=start)
        move(canvas, start + QPoint(1, 1), LEFT)
        move(canvas, start + QPoint(-40, 25), LEFT)
        qtbot.mouseRelease(canvas, LEFT, pos=start + QPoint(-40, 25))

    assert (spot(canvas, 2) - start - QPoint(-40, 25)).manhattanLength() <= 2


def test_the_wheel_zooms_at_the_pointer(canvas: MapCanvas) -> None:
    at = QPointF(150, 120)
    place = canvas.view.ground(at)
    before = canvas.view.scale

    wheel(canvas, at, 120)

    assert canvas.view.scale == pytest.approx(before / 1.25)
    assert canvas.view.ground(at) == pytest.approx(place)
    wheel(canvas, at, -120)
    assert canvas.view.scale == pytest.approx(before)
    wheel(canvas, at, 0)
    assert canvas.view.scale == pytest.approx(before)


def test_a_double_click_opens_a_venue_and_else_goes_closer(
    canvas: MapCanvas, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(canvas.opened):
        qtbot.mouseDClick(canvas, LEFT, pos=spot(canvas, 2))
    before = canvas.view.scale

    with qtbot.assertNotEmitted(canvas.opened):
        qtbot.mouseDClick(canvas, LEFT, pos=spot(canvas, 3))
        qtbot.mouseDClick(canvas, LEFT, pos=QPoint(300, 60))

    assert canvas.view.scale < before


@pytest.mark.parametrize(
    ("key", "moves"),
    [
        (Key.Key_Left, (-1, 0)),
        (Key.Key_Right, (1, 0)),
        (Key.Key_Up, (0, 1)),
        (Key.Key_Down, (0, -1)),
    ],
)
def test_arrows_move_the_map(
    canvas: MapCanvas, qtbot: QtBot, key: Qt.Key, moves: tuple[int, int]
) -> None:
    before = canvas.view

    qtbot.keyClick(canvas, key)

    east = canvas.view.easting - before.easting
    north = canvas.view.northing - before.northing
    assert ((east > 0) - (east < 0), (north > 0) - (north < 0)) == moves


def test_plus_minus_and_home_zoom(canvas: MapCanvas, qtbot: QtBot) -> None:
    whole = canvas.view

    qtbot.keyClick(canvas, Key.Key_Plus)
    qtbot.keyClick(canvas, Key.Key_Equal)
    assert canvas.view.scale < whole.scale / 2
    qtbot.keyClick(canvas, Key.Key_Minus)
    assert canvas.view.scale == pytest.approx(whole.scale / 1.5)

    qtbot.keyClick(canvas, Key.Key_Home)

    assert canvas.view == whole


def test_page_keys_go_from_venue_to_venue_and_round(
    canvas: MapCanvas, qtbot: QtBot
) -> None:
    told: list[int] = []
    canvas.chosen.connect(told.append)

    for key in [Key.Key_PageDown] * 6 + [Key.Key_PageUp] * 2:
        qtbot.keyClick(canvas, key)

    assert told == [1, 2, 3, 4, 5, 1, 5, 4]


def test_with_no_venue_the_page_keys_choose_none(
    canvas: MapCanvas, qtbot: QtBot
) -> None:
    canvas.show_pins(())

    with qtbot.assertNotEmitted(canvas.chosen):
        qtbot.keyClick(canvas, Key.Key_PageDown)


def test_enter_opens_what_is_chosen(canvas: MapCanvas, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(canvas.opened):
        qtbot.keyClick(canvas, Key.Key_Return)

    canvas.choose(1)

    with qtbot.waitSignal(canvas.opened):
        qtbot.keyClick(canvas, Key.Key_Return)


def test_other_keys_are_left_to_the_page(canvas: MapCanvas, qtbot: QtBot) -> None:
    before = canvas.view

    qtbot.keyClick(canvas, Key.Key_F)

    assert canvas.view == before


def test_a_tip_names_what_is_under_the_pointer(canvas: MapCanvas) -> None:
    assert canvas.tip(QPointF(spot(canvas, 1))) == "Venue 1"
    assert canvas.tip(QPointF(spot(canvas, 3))) == "Venue 3\nVenue 4\nVenue 5"
    assert canvas.tip(QPointF(5, 5)) == ""

    canvas.show_pins([pin(number, 350_000, 380_000) for number in range(14)])

    lines = canvas.tip(QPointF(spot(canvas, 3))).splitlines()
    assert len(lines) == 11
    assert lines[-1] == "and 4 more"


def test_the_pointer_says_what_can_be_pressed(canvas: MapCanvas) -> None:
    none = Qt.MouseButton.NoButton
    move(canvas, spot(canvas, 1), none)
    assert canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert canvas.toolTip() == PLAIN.format("Venue 1")

    move(canvas, QPoint(5, 5), none)
    assert canvas.cursor().shape() == Qt.CursorShape.ArrowCursor
    assert canvas.toolTip() == ""


def test_it_says_how_it_is_used(canvas: MapCanvas) -> None:
    assert canvas.accessibleName() == "Map of venues"
    for word in ("Page Down", "Enter", "Arrows", "Home"):
        assert word in canvas.accessibleDescription()


def test_the_keyboard_is_seen_to_be_there(canvas: MapCanvas, qtbot: QtBot) -> None:
    look: Callable[[], object] = lambda: canvas.grab().toImage()  # noqa: E731
    canvas.activateWindow()
    qtbot.waitUntil(canvas.hasFocus)
    before = look()

    canvas.clearFocus()

    assert look() != before
