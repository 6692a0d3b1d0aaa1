"""Fields in rows."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.fieldrows import Entry, lay_out


def test_fields_come_back_by_their_keys_in_rows(qtbot: QtBot) -> None:
    form = QWidget()
    near, within, name = QLineEdit(), QComboBox(), QLineEdit()
    rows = [
        [Entry("near", "Near", near, 2), Entry("within", "", within)],
        [Entry("name", "Name", name)],
    ]

    fields = lay_out(form, rows)
    qtbot.addWidget(form)
    form.resize(400, 300)
    form.show()

    assert list(fields) == ["near", "within", "name"]
    assert fields["near"].y() == fields["within"].y() < fields["name"].y()
    assert near.width() > within.width()
    assert near.y() == within.y()


def test_another_form_may_come_first(qtbot: QtBot) -> None:
    form, first = QWidget(), QLabel("First")

    fields = lay_out(form, [[Entry("a", "A", QLineEdit())]], first=first)
    qtbot.addWidget(form)
    form.show()

    assert first.y() < fields["a"].y()
