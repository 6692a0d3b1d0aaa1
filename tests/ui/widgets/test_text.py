"""Words keep their meaning, their whole length and their voice."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.theme import Size
from ui.widgets.text import MUTED, Elided, Words, announce, muted, small, strong


def test_sizes_are_shares_of_the_ordinary_one(qtbot: QtBot) -> None:
    ordinary = QApplication.font().pointSizeF()
    title, less = Words("Today", size=Size.TITLE), small("6 seats")
    for words in (title, less):
        qtbot.addWidget(words)

    assert title.font().pointSizeF() == ordinary * 1.5
    assert less.font().pointSizeF() == ordinary * 0.9


def test_meaning_is_weight_or_ink(qtbot: QtBot) -> None:
    heavy, quiet = strong("Willow Room"), muted("Warrington")
    for words in (heavy, quiet):
        qtbot.addWidget(words)

    assert heavy.font().weight() == QFont.Weight.DemiBold
    assert quiet.foregroundRole() == MUTED


def test_words_are_never_read_as_markup(qtbot: QtBot) -> None:
    words = Words("<b>3 < 4</b>")
    qtbot.addWidget(words)

    assert words.sizeHint().width() > Words("3 < 4").sizeHint().width()


def test_what_does_not_fit_ends_in_three_dots(qtbot: QtBot) -> None:
    words = Elided()
    qtbot.addWidget(words)
    words.say("Signed in as practitioner.04")
    words.show()

    words.resize(60, 20)
    assert words.text().endswith("…")
    assert words.whole() == "Signed in as practitioner.04"
    spoken = QAccessible.queryAccessibleInterface(words)
    assert spoken.text(QAccessible.Text.Name) == "Signed in as practitioner.04"

    words.resize(words.sizeHint().width(), 20)
    assert words.text() == "Signed in as practitioner.04"


def test_wrapped_words_grow_downwards(qtbot: QtBot) -> None:
    words = Words("Nothing is booked for today in any of these rooms.", wrap=True)
    qtbot.addWidget(words)

    assert words.heightForWidth(80) > words.heightForWidth(600)


def test_announcing_without_a_listener_does_no_harm(qtbot: QtBot) -> None:
    words = Words("Booked.")
    qtbot.addWidget(words)

    announce(words, "Booked.")

    assert words.text() == "Booked."
