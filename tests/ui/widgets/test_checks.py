"""All checks of a booking."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.kinds import Kind
from ui.widgets.checks import Check, Checks
from ui.widgets.text import Words

FREE = Check("Free", Kind.GOOD, "Nobody else has it then.")
FAR = Check("Getting there", Kind.WARN, "6.2 miles.", accepts="R21")
STEPS = Check("Needs", Kind.BAD, "Up stairs.", adjusts="R12")


@pytest.fixture
def checks(qtbot: QtBot) -> Checks:
    made = Checks()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_warning_counts_as_passed_with_a_tick_and_a_reason(checks: Checks) -> None:
    checks.show_checks([FREE, FAR])
    entry = checks.entry("Getting there")
    assert checks.first_open() is entry
    assert not entry.reason.isEnabled()

    entry.tick.click()
    assert checks.given() == {}
    entry.reason.setText("  A taxi is booked ")

    assert checks.given() == {"R21": "A taxi is booked"}
    assert checks.first_open() is None


def test_what_was_typed_is_kept_while_checks_come_and_go(checks: Checks) -> None:
    checks.show_checks([FAR])
    checks.give({"R21": "A taxi is booked"})

    checks.show_checks([FREE])
    assert checks.given() == {}
    checks.show_checks([FREE, FAR])

    assert checks.given() == {"R21": "A taxi is booked"}


def test_an_adjustment_needs_no_tick(checks: Checks) -> None:
    checks.show_checks([STEPS])
    entry = checks.entry("Needs")

    entry.reason.setText("A ramp is put down")

    assert not entry.tick.isVisible()
    assert checks.given() == {"R12": "A ramp is put down"}


def test_a_check_that_passed_has_nothing_to_answer(checks: Checks) -> None:
    checks.show_checks([FREE])
    entry = checks.entry("Free")

    assert not entry.reason.isVisible()
    assert not entry.tick.isVisible()


def test_a_reason_is_told(qtbot: QtBot, checks: Checks) -> None:
    checks.show_checks([STEPS])

    with qtbot.waitSignal(checks.changed):
        checks.entry("Needs").reason.setText("A ramp")


def test_a_check_that_comes_later_stands_where_it_belongs(checks: Checks) -> None:
    checks.show_checks([FREE, STEPS])

    checks.show_checks([FREE, FAR, STEPS])

    assert [entry.check for entry in checks.shown()] == [FREE, FAR, STEPS]
    tops = [entry.mapTo(checks, entry.rect().topLeft()).y() for entry in checks.shown()]
    assert tops == sorted(tops)


def test_an_answer_begins_below_the_words_of_its_check(checks: Checks) -> None:
    checks.show_checks([FAR])
    entry = checks.entry("Getting there")

    words = next(
        label for label in entry.row.findChildren(Words) if label.text() == FAR.words
    )

    left = words.mapTo(entry, words.rect().topLeft()).x()
    assert entry.tick.mapTo(entry, entry.tick.rect().topLeft()).x() == left
    assert entry.reason.mapTo(entry, entry.reason.rect().topLeft()).x() == left
