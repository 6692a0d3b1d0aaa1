"""A form down the side of a page."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.formcard import FormCard


def form(words: str) -> QWidget:
    made = QWidget()
    QVBoxLayout(made).addWidget(QLabel(words))
    return made


def test_it_takes_a_share_of_a_narrow_page(qtbot: QtBot) -> None:
    card = FormCard(form("Who?"))
    qtbot.addWidget(card)
    card.fit(2_000)
    full = card.width()

    card.fit(500)

    assert card.width() == 200 < full


def test_it_is_never_narrower_than_its_fields(qtbot: QtBot) -> None:
    wide = form("A name that takes as much room as its field does")
    card = FormCard(wide)
    qtbot.addWidget(card)

    card.fit(100)

    assert card.width() > wide.minimumSizeHint().width()
