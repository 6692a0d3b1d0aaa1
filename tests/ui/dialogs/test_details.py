"""The details of one booking."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.details import DetailsDialog, facts
from ui.kinds import Kind
from ui.widgets.badge import Badge
from venues.domain.privacy import Seen, Sight
from venues.domain.proposal import Room, Venue

HUB = Venue(1, "Millbrook Family Hub", "Warrington", "Warrington", 2, "active")
WILLOW = Room(1, "Willow Room", HUB, (1,), {}, 6)
FULL = Seen(
    room_id=1,
    starts=datetime(2026, 11, 26, 15, 30),
    ends=datetime(2026, 11, 26, 16, 30),
    title="WA-20417",
    sight=Sight.FULL,
    own=True,
    booking_id=6,
    reference="B-10006",
    held_from=datetime(2026, 11, 26, 15, 15),
    held_until=datetime(2026, 11, 26, 16, 30),
    status="provisional",
    kind="Supervision session",
    audience="child",
    people=3,
    needs=("step-free", "hearing-loop"),
    layout="circle",
    note="Bring the form",
    arrival="Side door",
    workers=("Practitioner 04", "Practitioner 07"),
    not_confirmed=True,
)
ARRANGED = Seen(
    room_id=1,
    starts=FULL.starts,
    ends=FULL.ends,
    title="Practitioner 04",
    sight=Sight.ARRANGEMENTS,
    booking_id=6,
    reference="B-10006",
    held_from=FULL.starts,
    held_until=FULL.ends,
    people=3,
    workers=("Practitioner 04",),
)


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """What the dialog belongs to; it deletes itself when it is closed."""
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


def shown(owner: QWidget, row: Seen, **may: bool) -> DetailsDialog:
    """The dialog on a row."""
    given = {"changeable": True, "editable": True, "repeatable": True, **may}
    dialog = DetailsDialog(row, WILLOW, owner, **given)
    dialog.show()
    return dialog


def test_everything_that_is_known_is_said_in_words() -> None:
    assert facts(FULL, WILLOW) == [
        ("Kind", "Supervision session"),
        ("For", "Child"),
        ("When", "Thursday 26 November 2026, 3:30pm to 4:30pm"),
        ("Room held", "3:15pm to 4:30pm, set-up and clearing included"),
        ("Where", "Willow Room, Millbrook Family Hub, Warrington"),
        ("People", "3"),
        ("Seats", "In a circle"),
        ("Needs", "Step-free and Hearing loop"),
        ("Workers", "Practitioner 04 and Practitioner 07"),
        ("Arrival", "Side door"),
        ("Note", "Bring the form"),
    ]


def test_a_coordinator_reads_arrangements_only() -> None:
    names = [name for name, _ in facts(ARRANGED, WILLOW)]

    assert names == ["When", "Where", "People", "Workers"]


def test_the_24_hour_clock_is_followed() -> None:
    known = dict(facts(FULL, WILLOW, twenty_four=True))

    assert known["When"] == "Thursday 26 November 2026, 15:30 to 16:30"


@pytest.mark.parametrize("key", ["edit", "move", "duplicate", "cancel"])
def test_a_button_closes_the_dialog_and_says_what_is_wanted(
    qtbot: QtBot, owner: QWidget, key: str
) -> None:
    dialog = shown(owner, FULL)

    with qtbot.waitSignal(dialog.wanted) as told:
        qtbot.mouseClick(dialog.buttons[key], Qt.MouseButton.LeftButton)

    assert told.args == [key]
    assert not dialog.isVisible()


def test_what_may_not_be_done_is_absent(owner: QWidget) -> None:
    dialog = shown(owner, ARRANGED, editable=False, repeatable=False)

    assert set(dialog.buttons) == {"cancel", "move"}


def test_the_window_title_tells_nothing(owner: QWidget) -> None:
    dialog = shown(owner, FULL)

    assert dialog.windowTitle() == "Booking"
    assert dialog.values["Note"].accessibleName() == "Note: Bring the form"


def test_escape_closes_it(qtbot: QtBot, owner: QWidget) -> None:
    dialog = shown(owner, FULL)

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


def test_a_missing_yes_grows_urgent(owner: QWidget) -> None:
    dialogs = [shown(owner, FULL, urgent=urgent) for urgent in (False, True)]

    badges = [
        badge.kind
        for dialog in dialogs
        for badge in dialog.findChildren(Badge)
        if badge.text() == "Not yet confirmed by the venue"
    ]
    assert badges == [Kind.WARN, Kind.BAD]
