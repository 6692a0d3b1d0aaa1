"""The checks, what was refused, and the buttons."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.models.test_matches import ROOM
from ui.kinds import Kind
from ui.pages.booking_work import Outcome
from ui.pages.checks_card import ChecksCard
from ui.widgets.checks import Check
from venues.domain.findings import Finding, Severity
from venues.domain.period import Period
from venues.errors import Refused
from venues.services.alternatives import Alternative

ASKED = Period.lasting(datetime(2026, 11, 26, 15), 60)
TAKEN = Finding("R1", Severity.REFUSAL, "Willow Room is in use from 3pm to 4pm.")
REFUSED = Outcome(
    refused=Refused((TAKEN,)), ways=(Alternative(ROOM, ASKED, None, "elsewhere"),)
)


@pytest.fixture
def card(qtbot: QtBot) -> ChecksCard:
    made = ChecksCard()
    qtbot.addWidget(made)
    made.resize(400, 600)
    made.show()
    return made


def test_why_it_cannot_be_booked_stands_beside_the_button(card: ChecksCard) -> None:
    card.say_why("Tick “Getting there” and say why.")

    assert card.why.text() == card.save.toolTip() == card.save.accessibleDescription()
    assert card.save.isEnabled()


def test_a_refusal_shows_its_sentence_and_the_ways_out(card: ChecksCard) -> None:
    card.refuse(REFUSED, ASKED)

    assert card.refusal.text() == ("Not booked. Willow Room is in use from 3pm to 4pm.")
    assert len(card.ways.buttons) == 1
    assert not card.compare.isVisible()


def test_it_is_forgotten_with_the_next_attempt(card: ChecksCard) -> None:
    card.refuse(REFUSED, ASKED)

    card.forget()

    assert not card.refusal.isVisible()
    assert not card.ways.isVisible()


def test_what_somebody_else_changed_can_be_compared(card: ChecksCard) -> None:
    card.fail("Somebody else changed this booking.", stale=True)

    assert card.compare.isVisible()


def test_nothing_can_be_pressed_while_it_is_saved(card: ChecksCard) -> None:
    card.enable(on=False)

    assert not card.save.isEnabled()
    assert not card.cancel.isEnabled()


def test_tab_goes_down_the_card_to_the_buttons(qtbot: QtBot, card: ChecksCard) -> None:
    card.activateWindow()
    near = Check("Getting there", Kind.WARN, "It is far.", accepts="R21")
    card.show_checks([near], "Tick “Getting there” and say why.")
    tick = card.checks.shown()[0].tick
    tick.setFocus()

    qtbot.keyClick(tick, Qt.Key.Key_Tab)
    second = QApplication.focusWidget()
    qtbot.keyClick(second, Qt.Key.Key_Tab)

    assert second is card.cancel
    assert QApplication.focusWidget() is card.save
