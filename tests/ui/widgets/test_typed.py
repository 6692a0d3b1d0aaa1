"""A typed box reads as people write, complains late, and never guesses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from ui.widgets.typed import TypedBox
from venues.domain.typed import NotUnderstood, read_length
from venues.domain.words import minutes


@pytest.fixture
def box(qtbot: QtBot) -> TypedBox[int]:
    made: TypedBox[int] = TypedBox(
        [15, 30, 45, 60], read=read_length, show=minutes, start=30
    )
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def typed(box: TypedBox[int], words: str, qtbot: QtBot) -> None:
    box.lineEdit().selectAll()
    qtbot.keyClicks(box.lineEdit(), words)


def test_typing_is_followed_as_soon_as_it_makes_sense(
    box: TypedBox[int], qtbot: QtBot
) -> None:
    heard: list[object] = []
    box.changed.connect(heard.append)

    typed(box, "45 min", qtbot)

    assert heard[-1] == 45
    assert box.value() == 45


def test_it_complains_when_somebody_has_done_typing(
    box: TypedBox[int], qtbot: QtBot
) -> None:
    complaints: list[str] = []
    box.misunderstood.connect(complaints.append)

    typed(box, "soon", qtbot)
    assert complaints == []

    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert "soon" in complaints[-1]
    assert box.currentText() == "soon"
    with pytest.raises(NotUnderstood):
        box.value()


def test_what_was_typed_is_tidied(box: TypedBox[int], qtbot: QtBot) -> None:
    typed(box, "1h", qtbot)
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)

    assert box.currentText() == "1 hour"


def test_arrows_step_and_stop_at_the_ends(box: TypedBox[int], qtbot: QtBot) -> None:
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.value() == 45

    for _ in range(5):
        qtbot.keyClick(box, Qt.Key.Key_Up)
    assert box.value() == 15


def test_arrows_go_from_between_to_the_next(box: TypedBox[int], qtbot: QtBot) -> None:
    box.choose(50)

    qtbot.keyClick(box, Qt.Key.Key_Up)

    assert box.value() == 45


def test_an_arrow_on_words_without_sense_complains(
    box: TypedBox[int], qtbot: QtBot
) -> None:
    typed(box, "soon", qtbot)

    with qtbot.waitSignal(box.misunderstood):
        qtbot.keyClick(box, Qt.Key.Key_Down)

    assert box.currentText() == "soon"


def test_picking_from_the_list_holds(box: TypedBox[int], qtbot: QtBot) -> None:
    with qtbot.waitSignal(box.changed) as changed:
        box.activated.emit(3)

    assert changed.args == [60]
    assert box.currentText() == "1 hour"


def test_what_already_holds_is_not_announced(box: TypedBox[int]) -> None:
    heard: list[object] = []
    box.changed.connect(heard.append)

    box.choose(30)
    box.choose(60)

    assert heard == [60]


def test_the_wheel_over_a_box_changes_nothing(box: TypedBox[int]) -> None:
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - whether the wheel is turned round
    )

    box.wheelEvent(event)

    assert box.value() == 30
    assert not event.isAccepted()


def test_all_values_can_be_written_anew(box: TypedBox[int]) -> None:
    box.reshow(lambda length: f"{length}'")

    assert box.itemText(0) == "15'"
    assert box.currentText() == "30'"
