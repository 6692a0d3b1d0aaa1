"""What if, on the screen: changes are added, replayed, ranked and kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.services.what_if.scene import NOVEMBER, need
from tests.venues.services.what_if.test_replaying import AFTER_SIX, close_at_five
from tests.world import World
from ui.dialogs.what_if_change import WhatIfChangeEditor
from ui.pages.what_if import NOBODY, NOTHING, WhatIfView
from venues.domain.what_if import AddRooms
from venues.services.what_if.asking import NOT_CHECKED


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path)


def opened(seat: Sitting) -> WhatIfView:
    view = WhatIfView(seat.desk)
    seat.show(view, 1100, 900)
    view.take(NOVEMBER, None)
    seat.rest()
    return view


def add(view: WhatIfView, seat: Sitting) -> None:
    view.add.click()
    (editor,) = view.window().findChildren(WhatIfChangeEditor)
    editor.where.setCurrentIndex(editor.where.findData("Millbrook"))
    editor.try_to_save()
    seat.rest()


def test_a_change_is_added_and_replayed(seat: Sitting, world: World) -> None:
    close_at_five(world)
    need(world)
    need(world, people=30)
    view = opened(seat)
    assert view._nothing.text() == NOTHING  # noqa: SLF001 - what stands there

    add(view, seat)
    assert view.list.item(0).text() == (
        "Add 1 room in Millbrook, Monday to Friday, 3pm to 8pm"
    )
    view.play.click()
    seat.rest()

    assert view.result.isVisible()
    assert view.result.headline.text() == "1 of 2 needs and searches solved."
    said = [label.text() for label in view.result.findChildren(QLabel)]
    assert any(NOT_CHECKED in each for each in said)


def test_without_a_change_nothing_is_solved(seat: Sitting, world: World) -> None:
    need(world)
    view = opened(seat)

    view.play.click()
    seat.rest()

    assert view.result.headline.text() == "0 of 1 needs and searches solved."
    assert view.result.cost.text() == "No hire cost."


def test_the_best_changes_are_ranked_and_tried_with_enter(
    seat: Sitting, world: World
) -> None:
    close_at_five(world)
    need(world)
    view = opened(seat)

    view.rank.click()
    seat.rest()

    assert view.best.isVisible()
    assert view.best.ordered.index(0, 0).data() == "1 of 1"
    QTest.keyClick(view.best, Qt.Key.Key_Return)
    seat.rest()
    assert view.list.count() == 1
    assert view.result.headline.text() == "1 of 1 needs and searches solved."


def test_where_nothing_would_have_helped_it_says_so(
    seat: Sitting, world: World
) -> None:
    need(world, people=400)
    view = opened(seat)

    view.rank.click()
    seat.rest()

    assert view.none.isVisible()
    assert view.none.text() == NOBODY


def test_changes_are_kept_under_a_name_tried_again_and_removed(
    seat: Sitting, world: World
) -> None:
    view = opened(seat)
    add(view, seat)
    view.keep.click()
    (box,) = view.findChildren(QInputDialog)
    box.setTextValue("Millbrook after school")
    box.accept()
    seat.rest()
    assert view.kept.text() == "Kept (1)…"
    view.drop.click()
    assert view.list.count() == 0

    menu = view.menu()
    menu.actions()[0].trigger()
    seat.rest()
    assert isinstance(view.changes[0], AddRooms)
    assert view.result.isVisible()

    away = view.menu().actions()[-1].menu()
    assert isinstance(away, QMenu)
    away.actions()[0].trigger()
    seat.rest()
    assert not view.kept.isEnabled()
    assert seat.host.said[-1] == "Removed. [Undo]"


def test_a_name_that_names_somebody_is_refused(seat: Sitting) -> None:
    view = opened(seat)
    add(view, seat)

    view.work.keep("WA-20417", (AFTER_SIX,), lambda: None)
    seat.rest()

    assert "case reference" in view.notice.text


def test_other_days_take_away_what_was_said_of_those_before(
    seat: Sitting, world: World
) -> None:
    need(world)
    view = opened(seat)
    view.play.click()
    seat.rest()

    view.take(NOVEMBER.before, None)
    seat.rest()

    assert not view.result.isVisible()
