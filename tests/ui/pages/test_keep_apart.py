"""The Keep apart page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QTabBar, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import apart_sitting as asked
from tests.ui.sitting import Sitting, sit
from tests.venues.services.apart import apart_scene as scene
from tests.venues.services.apart.apart_scene import FIRST, SECOND, day
from ui.dialogs.case_editor import CaseEditor
from ui.dialogs.link_editor import LinkEditor
from ui.dialogs.message import MessageDialog
from ui.dialogs.renewing import RenewDialog
from ui.pages.keep_apart import ADD, ALL, OPEN, KeepApartPage
from ui.preferences import TWENTY_FOUR
from venues.database.models import CaseVenue
from venues.services.apart.ending import LINK, Key

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sitting(qtbot: QtBot, world: Any, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path, world.now)


def page(sitting: Sitting) -> KeepApartPage:
    made = KeepApartPage(sitting.desk)
    sitting.show(made)
    return made


def search(sitting: Sitting, shown: KeepApartPage, text: str) -> None:
    shown.list.search.setText(text)
    sitting.qtbot.waitUntil(lambda: not shown._timer.isActive())  # noqa: SLF001 - what is waited for
    sitting.rest()


def cells(shown: KeepApartPage, row: int = 0) -> list[str]:
    model = shown.list.table.ordered
    return [model.index(row, each).data() for each in range(model.columnCount())]


def test_a_link_is_one_row_and_its_partner_opens_on_request(
    sitting: Sitting, world: Any
) -> None:
    scene.book(world, 15)
    link_id = scene.link(world)
    shown = page(sitting)
    before = cells(shown)[:2]
    looked = scene.looks(world)

    sitting.qtbot.keyClick(shown.list.table, Qt.Key.Key_Return)
    sitting.rest()

    assert (before, looked) == ([FIRST, "Show…"], [])
    assert cells(shown)[1] == SECOND
    assert shown.detail.title.text() == f"{FIRST} and {SECOND}"
    assert scene.looks(world) == [(world.coordinator.staff_id, "link", link_id)]


def test_a_look_is_written_down_once_as_long_as_it_is_shown(
    sitting: Sitting, world: Any
) -> None:
    scene.link(world)
    shown = page(sitting)

    for _ in range(2):
        sitting.qtbot.keyClick(shown.list.table, Qt.Key.Key_Return)
        sitting.rest()
    shown.reload()

    assert cells(shown)[1] == SECOND
    assert len(scene.looks(world)) == 1


def test_what_was_shown_is_hidden_again_on_another_page(
    sitting: Sitting, world: Any
) -> None:
    scene.link(world)
    shown = page(sitting)
    shown.detail.show_.click()
    sitting.rest()

    shown.hide()
    shown.show()

    assert cells(shown)[1] == "Show…"
    assert shown.detail.title.text() == f"{FIRST} and …"


def test_the_bookings_of_a_venue_not_to_use_are_a_look_too(
    sitting: Sitting, world: Any
) -> None:
    scene.bar(world)
    shown = page(sitting)

    shown.detail.show_.click()
    sitting.rest()

    assert scene.looks(world) == [(world.coordinator.staff_id, "case", scene.CHILD)]


def test_typing_narrows_and_finds_either_reference(
    sitting: Sitting, world: Any
) -> None:
    scene.link(world)
    scene.bar(world, case_id=scene.OTHER)
    shown = page(sitting)

    search(sitting, shown, "20466")

    assert shown.list.table.ordered.rowCount() == 1
    assert cells(shown)[0] == SECOND


def test_a_code_opens_its_reason_and_leaves_the_search(
    sitting: Sitting, world: Any
) -> None:
    scene.book(world, 14, **scene.victim(world))
    scene.link(world)
    code = scene.refused(world)
    shown = page(sitting)

    shown.list.search.setText(code)

    dialog = asked.front(sitting, MessageDialog)
    dialog.accept()
    assert shown.list.search.text() == ""
    assert [what for _, what, _ in scene.looks(world)] == ["code"]


def test_a_code_that_is_not_there_is_said(sitting: Sitting) -> None:
    shown = page(sitting)

    shown.list.search.setText("K-222222")
    sitting.rest()

    assert "no such code" in shown.notice.text


def test_nothing_recorded_is_never_called_safe(sitting: Sitting, world: Any) -> None:
    shown = page(sitting)
    empty = shown.list.empty

    search(sitting, shown, FIRST)
    said = empty._sentence.text()  # noqa: SLF001 - what is read
    empty.button.click()

    assert said == "Nothing recorded. Not confirmed yet."
    assert empty.button.text() == OPEN
    assert asked.front(sitting, CaseEditor).reference.text() == FIRST


def test_a_case_that_is_not_there_can_be_added(sitting: Sitting) -> None:
    shown = page(sitting)

    search(sitting, shown, "wa20999")
    action = shown.list.empty.button.text()
    shown.list.empty.button.click()
    editor = asked.front(sitting, CaseEditor)
    editor.kind.setCurrentText("Child")
    asked.saved(sitting, editor)

    assert action == ADD
    assert (shown.list.search.text(), shown.list.views.value()) == ("", "new")
    assert cells(shown)[0] == "WA-20999"


def test_what_is_like_nothing_can_be_let_go(sitting: Sitting) -> None:
    shown = page(sitting)
    search(sitting, shown, "Rose")

    action = shown.list.empty.button.text()
    shown.list.empty.button.click()

    assert (action, shown.list.search.text()) == (ALL, "")


def test_each_empty_list_says_what_it_is_for(sitting: Sitting) -> None:
    shown = page(sitting)
    said = [shown.list.empty._heading.text()]  # noqa: SLF001 - what is read

    for key in ("over", "new"):
        shown.list.views.choose(key)
        said.append(shown.list.empty._heading.text())  # noqa: SLF001 - as above

    assert said == [
        "Nothing is recorded",
        "No record is listed here",
        "No case is listed here",
    ]


def test_a_new_link_is_chosen_once_it_is_saved(sitting: Sitting, world: Any) -> None:
    scene.link(world)
    shown = page(sitting)
    sitting.qtbot.keyClick(shown, Qt.Key.Key_N, CTRL)
    editor = asked.front(sitting, LinkEditor)
    editor.first.setText(FIRST)
    editor.second.setText(scene.THIRD)
    editor.kind.setCurrentText("Family")

    asked.saved(sitting, editor)
    sitting.rest()

    assert cells(shown, shown.list.table.currentIndex().row())[2] == "Family"


def test_what_ends_soon_is_proposed_to_be_renewed(sitting: Sitting, world: Any) -> None:
    scene.link(world)
    soon = scene.link(world, kind="family", until=day(9))
    shown = page(sitting)

    shown.renew.click()

    assert asked.front(sitting, RenewDialog).keys() == (Key(LINK, soon),)


def test_without_any_the_chosen_one_is_proposed(sitting: Sitting, world: Any) -> None:
    link_id = scene.link(world)
    shown = page(sitting)

    shown.renew.click()

    assert asked.front(sitting, RenewDialog).keys() == (Key(LINK, link_id),)


def test_nothing_at_all_can_still_be_asked_for(sitting: Sitting) -> None:
    shown = page(sitting)

    shown.renew.click()

    assert asked.front(sitting, RenewDialog).keys() == ()


def test_the_new_case_button_begins_empty(sitting: Sitting) -> None:
    shown = page(sitting)

    shown.add_case.click()

    assert asked.front(sitting, CaseEditor).reference.text() == ""


def test_a_change_elsewhere_shows_by_itself(sitting: Sitting, world: Any) -> None:
    shown = page(sitting)

    scene.link(world)
    sitting.rest()

    assert cells(shown)[0] == FIRST


def test_what_is_gone_meanwhile_is_no_longer_shown(
    sitting: Sitting, world: Any
) -> None:
    id_ = scene.bar(world)
    shown = page(sitting)
    row = shown.list.table.current()
    shown.detail.show_.click()
    sitting.rest()
    with world.database.write() as session:
        session.delete(session.get(CaseVenue, id_))
    sitting.rest()

    shown.list.chosen.emit(row)

    assert shown.detail.glance is None


def test_edit_is_a_key_away(sitting: Sitting, world: Any) -> None:
    scene.link(world)
    shown = page(sitting)

    sitting.qtbot.keyClick(shown, Qt.Key.Key_F2)

    assert asked.front(sitting, LinkEditor).kind.isVisible()


def test_looks_are_for_managers(sitting: Sitting, world: Any, tmp_path: Path) -> None:
    desk = sitting.desk.for_viewer(world.manager)

    managers = KeepApartPage(desk)
    sitting.show(managers)

    assert managers.watch.isVisible()
    assert not page(sitting).watch.isVisible()


def test_times_follow_the_clock_somebody_prefers(sitting: Sitting) -> None:
    shown = page(sitting)

    sitting.desk.preferences[TWENTY_FOUR] = True

    assert shown.list.table.ordered.rowCount() == 0


def test_the_keyboard_begins_in_the_search(sitting: Sitting) -> None:
    shown = page(sitting)
    shown.list.search.setText("abc")

    shown.take()
    shown.find_focus()

    assert shown.list.search.selectedText() == "abc"


def spoken(widget: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(widget)
    said = told.text(QAccessible.Text.Name) if told is not None else ""
    return said or (isinstance(widget, QTabBar) and "tabs") or ""


def test_whatever_the_keyboard_reaches_has_a_name(sitting: Sitting, world: Any) -> None:
    scene.book(world, 15)
    scene.link(world)
    shown = page(sitting)
    shown.detail.show_.click()
    sitting.rest()
    sitting.rest()
    stops = [
        each
        for each in shown.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
    ]

    assert len(stops) > 10
    assert [each for each in stops if not spoken(each)] == []


def test_nothing_is_cut_at_a_large_text(sitting: Sitting, world: Any) -> None:
    scene.link(world)
    shown = page(sitting)
    large = shown.font()
    large.setPointSizeF(large.pointSizeF() * 2)

    shown.setFont(large)
    shown.resize(900, 700)

    assert shown.minimumSizeHint().width() <= 900
    assert shown.list.isVisible()
