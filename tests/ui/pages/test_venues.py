"""The Venues page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui import venue_scene as scene
from tests.ui.venue_scene import Told
from tests.venues.services import millbrook
from tests.venues.services.millbrook import NOW, PRACTITIONER
from ui.desk import Desk
from ui.dialogs.room_editor import RoomEditor
from ui.dialogs.venue_editor import VenueEditor
from ui.dialogs.venue_fixes import FixesDialog
from ui.models.venue_rows import SORT
from ui.pages.find import FindPage
from ui.pages.venues import VIEW, VenuesPage
from ui.preferences import TWENTY_FOUR
from ui.widgets.venue_list import MAP
from venues.database.models import Room
from venues.database.session import Database
from venues.domain.people import Viewer
from venues.services import suitability

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Opened:
    """The page, its desk, and what it told the window."""

    page: VenuesPage
    desk: Desk
    told: Told


def names(page: VenuesPage) -> list[str]:
    model = page.list.table.ordered
    return [model.index(number, 0).data() for number in range(model.rowCount())]


def show(qtbot: QtBot, desk: Desk, told: Told) -> Opened:
    page = VenuesPage(desk)
    qtbot.addWidget(page)
    page.resize(1160, 760)
    page.show()
    return Opened(page, desk, told)


@pytest.fixture
def opened(qtbot: QtBot, database: Database) -> Iterator[Opened]:
    """The hub and another venue, before a coordinator."""
    scene.fill(database)
    millbrook.venue(database, name="Aspen Court", town="Runcorn", postcode="WA7 5EA")
    with scene.desk(database) as (desk, told):
        yield show(qtbot, desk, told)


def test_it_opens_on_the_first_venue_with_the_totals_above(opened: Opened) -> None:
    page = opened.page

    assert names(page) == ["Aspen Court", "Millbrook Family Hub"]
    assert page.detail.head.name.text() == "Aspen Court"
    assert page.header.title() == "Venues"
    assert "2 venues, 4 rooms" in [
        child.whole() for child in page.header.children() if hasattr(child, "whole")
    ]


def test_a_hint_chooses_the_venue(opened: Opened) -> None:
    opened.page.list.search.setText("aspen")

    opened.page.take(venue=1)

    assert opened.page.detail.head.name.text() == "Millbrook Family Hub"


def test_the_arrows_go_through_the_list_and_the_detail_follows(
    qtbot: QtBot, opened: Opened
) -> None:
    page = opened.page
    page.focus_first()

    qtbot.keyClick(page.list.search, Qt.Key.Key_Down)
    qtbot.keyClick(page.list.table, Qt.Key.Key_Down)

    assert page.detail.head.name.text() == "Millbrook Family Hub"


def test_the_keyboard_begins_in_the_search(opened: Opened) -> None:
    opened.page.list.search.setText("mill")

    opened.page.find_focus()

    assert opened.page.list.search.selectedText() == "mill"


def test_enter_goes_on_to_the_detail(qtbot: QtBot, opened: Opened) -> None:
    page = opened.page

    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)

    assert page.focusWidget() is page.detail.tabs.tabBar()


def test_another_order_is_remembered(qtbot: QtBot, opened: Opened) -> None:
    opened.page.list.table.sort_by(3, falling=True)

    again = show(qtbot, opened.desk, opened.told).page

    assert opened.desk.preferences[SORT] == "Rooms down"
    assert names(again) == ["Millbrook Family Hub", "Aspen Court"]


def test_a_change_elsewhere_shows_by_itself_and_keeps_the_choice(
    qtbot: QtBot, opened: Opened
) -> None:
    opened.page.take(venue=1)

    millbrook.venue(opened.desk.database, name="Birch Hall", postcode="WA7 5EA")
    scene.until(qtbot, lambda: "Birch Hall" in names(opened.page))

    assert opened.page.detail.head.name.text() == "Millbrook Family Hub"
    assert opened.page.list.table.chosen_id() == 1


def test_times_follow_the_clock_somebody_prefers(opened: Opened) -> None:
    model = opened.page.list.table.ordered

    opened.desk.preferences[TWENTY_FOUR] = True

    assert model.index(1, 6).data() == "09:00 to 17:00"


def test_a_favourite_is_starred_with_the_keyboard(qtbot: QtBot, opened: Opened) -> None:
    page = opened.page
    page.take(venue=1)

    qtbot.keyClick(page, Qt.Key.Key_D, CTRL)
    both = names(page)
    page.list.filters.favourites.click()
    one = names(page)
    qtbot.keyClick(page, Qt.Key.Key_D, CTRL)

    assert both == ["Aspen Court", "Millbrook Family Hub ★"]
    assert one == ["Millbrook Family Hub ★"]
    assert names(page) == []


def test_what_needs_attention_is_counted_and_explained(opened: Opened) -> None:
    page = opened.page

    page.list.filters.attention.click()

    assert page.list.filters.attention.text() == "Needs attention 2"
    assert "No rooms are recorded" in page.detail.head.why.text()


def test_the_way_to_find_and_schedule_carries_the_venue(opened: Opened) -> None:
    opened.page.take(venue=1)

    opened.page.detail.head.find_room.click()
    opened.page.detail.head.schedule.click()

    assert opened.told.shown == [
        ("find", {"near": "WA2 9AA"}),
        ("schedule", {"venue": 1}),
    ]


def test_find_looks_near_the_venue(qtbot: QtBot, opened: Opened) -> None:
    find = FindPage(opened.desk)
    qtbot.addWidget(find)

    find.take(near="WA2 9AA")

    assert find.form.near.text() == "WA2 9AA"


def test_a_new_venue_is_chosen_and_asks_for_its_rooms(
    qtbot: QtBot, opened: Opened
) -> None:
    page = opened.page
    qtbot.keyClick(page, Qt.Key.Key_N, CTRL)
    editor = page.findChildren(VenueEditor)[0]
    editor.place.name.setText("Birch Hall")
    editor.place.postcode.setText("WA7 5EA")

    editor.try_to_save()
    scene.until(qtbot, lambda: page.detail.head.name.text() == "Birch Hall")

    assert page.detail.tabs.currentWidget() is page.detail.rooms
    assert opened.told.said == [
        "Added Birch Hall. Now add its rooms and opening hours. [Undo]"
    ]


def test_a_venue_is_edited_with_the_keyboard(qtbot: QtBot, opened: Opened) -> None:
    page = opened.page
    qtbot.keyClick(page, Qt.Key.Key_F2)
    editor = page.findChildren(VenueEditor)[0]
    editor.place.town.setText("Frodsham")
    scene.until(qtbot, editor.isActiveWindow)

    qtbot.keyClick(editor, Qt.Key.Key_Return, CTRL)
    scene.until(qtbot, lambda: opened.told.said)

    assert opened.told.said == ["Saved Aspen Court. [Undo]"]
    assert page.list.table.current().town == "Frodsham"  # type: ignore[union-attr]


def test_a_room_is_added_from_its_tab(qtbot: QtBot, opened: Opened) -> None:
    page = opened.page
    page.detail.tabs.setCurrentWidget(page.detail.rooms)
    page.detail.rooms.add.click()
    editor = page.findChildren(RoomEditor)[0]
    editor.name.setText("Elm")
    editor.seats["seats_circle"].setText("6")

    editor.try_to_save()
    scene.until(qtbot, page.detail.rooms.current)

    assert opened.told.said == ["Added Elm. [Undo]"]
    assert page.detail.head.line.text().endswith("1 room")


def test_what_is_refused_is_said_in_the_page(qtbot: QtBot, opened: Opened) -> None:
    page = opened.page
    oak = scene.room_id(opened.desk.database, 1, "Oak")
    millbrook.book(opened.desk.database, oak, NOW.replace(day=26, hour=15))
    page.take(venue=1)

    page.detail.head.retire.trigger()
    scene.until(qtbot, lambda: page.detail.notice.text)

    assert "Oak, Thu 26 Nov 2026, 3pm to 4pm" in page.detail.notice.text
    assert page.detail.isEnabled()


def test_a_practitioner_reads_only(qtbot: QtBot, database: Database) -> None:
    scene.fill(database)
    with scene.desk(database, PRACTITIONER) as (desk, told):
        page = show(qtbot, desk, told).page
        qtbot.keyClick(page, Qt.Key.Key_N, CTRL)

        assert not page.new.isVisible()
        assert not page.detail.head.edit.isVisible()
        assert page.findChildren(VenueEditor) == []


@pytest.mark.parametrize("viewer", [millbrook.COORDINATOR, PRACTITIONER])
def test_an_empty_catalogue_says_what_to_do(
    qtbot: QtBot, database: Database, viewer: Viewer
) -> None:
    millbrook.staff(database)
    with scene.desk(database, viewer) as (desk, told):
        page = show(qtbot, desk, told).page

        assert page.list.empty.isVisible()
        assert page.list.empty.button.isHidden() is not viewer.edits_venues
        assert not page.detail.isVisible()


def test_a_narrow_page_has_the_detail_under_the_list(
    qtbot: QtBot, opened: Opened
) -> None:
    wide = opened.page.detail.x() > opened.page.list.x()

    opened.page.resize(500, 900)

    scene.until(qtbot, lambda: opened.page.detail.y() > opened.page.list.y())
    assert wide


def test_a_large_catalogue_is_worked_out_beside_the_window(
    qtbot: QtBot, database: Database
) -> None:
    hub = scene.fill(database)
    with database.write() as session:
        session.add_all(
            Room(venue_id=hub, name=f"Room {number}", seats_circle=4)
            for number in range(suitability.FEW)
        )
    with scene.desk(database) as (desk, told):
        page = show(qtbot, desk, told).page
        page.take(venue=hub)
        before = names(page)
        page.list.search.setText("mill")
        meanwhile = names(page)
        page.list.search.clear()

        scene.until(qtbot, lambda: names(page))
        rename = millbrook.venue(database, name="Aspen Court", town="Runcorn")
        page.list.search.setText("mill")

        assert (before, meanwhile) == ([], [])
        assert names(page) == ["Millbrook Family Hub"]
        assert page.list.table.chosen_id() == hub
        page.list.search.clear()
        scene.until(qtbot, lambda: "Aspen Court" in names(page))
        assert page.list.table.chosen_id() == hub
        page.take(venue=rename.id)
        assert page.detail.head.name.text() == "Aspen Court"


def test_what_would_help_most_leads_to_a_venue(opened: Opened) -> None:
    page = opened.page
    page.help_most.click()
    dialog = page.findChild(FixesDialog)
    assert dialog is not None

    dialog.wanted.emit(1)

    assert page.detail.head.name.text() == "Millbrook Family Hub"


def test_the_page_never_asks_for_the_width_of_both(opened: Opened) -> None:
    page = opened.page

    both = sum(each.minimumSizeHint().width() for each in (page.list, page.detail))

    assert page.minimumSizeHint().width() < both


def test_whatever_has_the_keyboard_says_what_it_is(opened: Opened) -> None:
    page = opened.page
    page.take(venue=1)

    nameless = []
    for number in range(page.detail.tabs.count()):
        page.detail.tabs.setCurrentIndex(number)
        nameless += [
            type(widget).__name__
            for widget in page.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not spoken(widget)
        ]

    assert nameless == []


def spoken(widget: QWidget) -> str:
    from PySide6.QtGui import QAccessible  # noqa: PLC0415

    told = QAccessible.queryAccessibleInterface(widget)
    said = told.text(QAccessible.Text.Name) if told is not None else ""
    return said or (type(widget).__name__ in {"QTabBar", "QTabWidget"} and "tabs") or ""


def test_the_map_is_remembered_and_follows_the_venues(
    opened: Opened, qtbot: QtBot
) -> None:
    opened.page.list.view.choose(MAP)
    assert opened.desk.preferences[VIEW] == MAP

    again = show(qtbot, opened.desk, opened.told).page

    assert again.list.view.value() == MAP
    shown = again.list.map
    assert shown is not None
    names_ = [pin.name for pin in shown.canvas.layer.pins]
    assert names_ == ["Aspen Court", "Millbrook Family Hub"]
    qtbot.waitUntil(lambda: bool(shown.canvas.atlas.areas), timeout=20_000)
    assert shown.canvas.chosen_id == again.list.table.chosen_id()


def test_the_map_chooses_the_venue_beside_it(opened: Opened, qtbot: QtBot) -> None:
    page = opened.page
    page.list.view.choose(MAP)
    shown = page.list.map
    assert shown is not None

    qtbot.keyClick(shown.canvas, Qt.Key.Key_PageDown)

    assert page.detail.head.name.text() == "Millbrook Family Hub"
