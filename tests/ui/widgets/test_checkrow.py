"""A check is told by icon and words, never by colour alone."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from ui import theme
from ui.kinds import Kind
from ui.widgets.checkrow import ICONS, CheckRow, KindBox


def test_the_outcome_is_spoken(qtbot: QtBot) -> None:
    row = CheckRow(Kind.WARN, "School hours", "Has the school agreed?")
    qtbot.addWidget(row)

    spoken = QAccessible.queryAccessibleInterface(row).text(QAccessible.Text.Name)
    assert spoken == "School hours: take note. Has the school agreed?"


def test_nothing_recorded_is_not_called_safe(qtbot: QtBot) -> None:
    row = CheckRow(Kind.QUIET, "This case", "Nothing recorded.")
    qtbot.addWidget(row)

    assert row.accessibleName() == "This case: not known. Nothing recorded."


def test_another_outcome_takes_its_place(qtbot: QtBot) -> None:
    row = CheckRow(Kind.BAD, "Must have", "There is no step-free way in.")
    qtbot.addWidget(row)
    before = row.grab().toImage()

    row.say(Kind.GOOD, "Must have")

    assert row.kind is Kind.GOOD
    assert row.grab().toImage() != before
    assert row.accessibleName() == "Must have: in order."


def test_every_kind_has_an_icon_of_its_own(qtbot: QtBot) -> None:
    assert len({ICONS[kind] for kind in Kind}) == len(Kind)
    box = KindBox(Kind.GOOD)
    qtbot.addWidget(box)
    assert box.sizeHint().height() > box.fontMetrics().height()


def test_what_cannot_be_known_just_now_has_no_colour(qtbot: QtBot) -> None:
    row = CheckRow(Kind.GOOD, "Seats", "4 seats for 3 people.")
    qtbot.addWidget(row)

    row.setEnabled(False)

    c = theme.colours(row.palette())
    picture = row.findChild(KindBox).grab().toImage()
    shown = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert c.good.fill.name() not in shown
    assert c.good.ink.name() not in shown
