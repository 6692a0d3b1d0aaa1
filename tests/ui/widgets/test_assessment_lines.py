"""Lines of an assessment: a badge, what it is about, and what is known of it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.kinds import Kind
from ui.widgets.assessment_lines import AssessmentLines, Shown
from ui.widgets.badge import Badge


def made(qtbot: QtBot, *lines: Shown) -> AssessmentLines:
    shown = AssessmentLines()
    qtbot.addWidget(shown)
    shown.show_lines(lines)
    return shown


def test_each_line_has_a_badge_with_its_word(qtbot: QtBot) -> None:
    lines = made(
        qtbot,
        Shown(Kind.GOOD, "Met", "Somebody is there", "Until 6pm"),
        Shown(Kind.BAD, "Not met", "Nobody can see in"),
    )

    assert lines.words() == {
        "Somebody is there": ("Met", "Until 6pm"),
        "Nobody can see in": ("Not met", ""),
    }
    assert [badge.text() for badge in lines.findChildren(Badge)] == ["Met", "Not met"]


def test_no_lines_take_no_room(qtbot: QtBot) -> None:
    lines = made(qtbot, Shown(Kind.GOOD, "Met", "Somebody is there"))
    shown = not lines.isHidden()

    lines.show_lines([])

    assert shown
    assert lines.isHidden()


def test_the_same_lines_are_left_as_they_are(qtbot: QtBot) -> None:
    line = Shown(Kind.GOOD, "Met", "Somebody is there")
    lines = made(qtbot, line)
    badge = lines.findChild(Badge)

    lines.show_lines([line])

    assert lines.findChild(Badge) is badge


def test_a_link_does_what_it_says(qtbot: QtBot) -> None:
    pressed: list[str] = []

    def close(_checked: object = None) -> None:
        pressed.append("closed")

    lines = made(
        qtbot,
        Shown(
            Kind.WARN, "Open", "A window", ways=(("Close", "Close the window", close),)
        ),
    )

    lines.links[0].click()

    assert pressed == ["closed"]
    assert lines.links[0].accessibleName() == "Close the window"
