"""The bar that says somebody has not checked out."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets import alertbar
from ui.widgets.alertbar import AlertBar

SAID = "Check-out was due at 6:15pm. Ring Practitioner 05."


@pytest.fixture
def bar(qtbot: QtBot) -> AlertBar:
    made = AlertBar()
    qtbot.addWidget(made)
    made.resize(900, 120)
    return made


def test_it_says_what_is_the_matter_in_words_and_for_those_who_hear_it(
    bar: AlertBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def hear(_widget: QWidget, text: str) -> None:
        heard.append(text)

    monkeypatch.setattr(alertbar, "announce", hear)

    bar.say(SAID, "Practitioner 05", 0)
    bar.say(SAID, "Practitioner 05", 0)

    assert bar.text == SAID
    assert heard == [f"Not checked out. {SAID}"]
    assert bar.back.accessibleName() == "Checked out: Practitioner 05"
    assert not bar.others.isVisible()
    bar.grab()


def test_its_answers_wait_while_one_is_saved(bar: AlertBar, qtbot: QtBot) -> None:
    bar.say(SAID, "Practitioner 05", 2)
    assert bar.others.text() == "2 others on Today"

    with qtbot.waitSignal(bar.rang):
        bar.ring.click()
    bar.wait(on=True)
    assert not bar.back.isEnabled()
    bar.wait(on=False)
    with qtbot.waitSignal(bar.checked_out):
        bar.back.click()


def test_it_takes_no_room_when_everybody_is_back(bar: AlertBar) -> None:
    bar.say(SAID, "Practitioner 05", 0)

    bar.clear()

    assert bar.text == ""
    assert bar.isHidden()
