"""Why something was not done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.notice import Notice


def test_it_stands_until_it_is_closed(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)

    notice.say("3 bookings stand in the way.")
    said, hidden = notice.text, notice.isHidden()
    qtbot.mouseClick(notice.close_button, Qt.MouseButton.LeftButton)

    assert (said, hidden) == ("3 bookings stand in the way.", False)
    assert (notice.text, notice.isHidden()) == ("", True)


def test_a_long_sentence_makes_it_higher(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.resize(300, 40)

    notice.say("Short.")
    short = notice.heightForWidth(300)
    notice.say("Long. " * 60)

    assert notice.heightForWidth(300) > 2 * short
    assert not notice.grab().isNull()
