"""Settings: people are added, changed, let go and brought back, their work kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.services.team.test_in_hand import book
from tests.world import TODAY, World
from ui.dialogs.acting import ActingDialog
from ui.dialogs.being_away import BeingAway
from ui.dialogs.handing_over import HandingOver
from ui.dialogs.staff_editor import StaffEditor
from ui.dialogs.staff_leaving import StaffLeaving
from ui.pages.settings_people import PeopleSection
from venues.domain.people import Role
from venues.services import people
from venues.services.team import members
from venues.services.team.members import Member

Dialog = TypeVar("Dialog", bound=QWidget)


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path)


@pytest.fixture
def section(seat: Sitting) -> PeopleSection:
    made = PeopleSection(seat.desk)
    seat.show(made)
    return made


def choose(section: PeopleSection, login: str) -> None:
    ordered = section.table.ordered
    section.table.select(ordered.find(lambda one: one.draft.login == login))


def dialog(section: PeopleSection, kind: type[Dialog]) -> Dialog:
    found = section.findChild(kind)
    assert found is not None
    return found


def member(world: World, staff_id: int = 1) -> Member:
    with world.database.read() as session:
        return members.member(session, staff_id)


def listed(section: PeopleSection) -> list[str]:
    ordered = section.table.ordered
    return [ordered.index(row, 4).data() or "" for row in range(ordered.rowCount())]


def test_everybody_is_listed_and_can_be_searched(
    qtbot: QtBot, section: PeopleSection
) -> None:
    assert len(listed(section)) == 6

    qtbot.keyClicks(section.search, "victim worker")
    assert listed(section) == ["victim.01"]
    section.search.clear()
    assert len(listed(section)) == 6


def test_a_colleague_is_entered_and_can_sign_in(
    qtbot: QtBot, seat: Sitting, section: PeopleSection, world: World
) -> None:
    section.add.click()
    editor = dialog(section, StaffEditor)
    qtbot.keyClicks(editor.form.name, "Practitioner 17")
    qtbot.keyClicks(editor.form.login, "practitioner.17")
    qtbot.keyClicks(editor.form.agency, "Health")
    editor.form.authority.setCurrentText("Halton")

    editor.save.click()
    seat.rest()

    with world.database.read() as session:
        added = people.viewer(session, "practitioner.17", TODAY)
    assert (added.role, added.authority_id) == (Role.PRACTITIONER, 2)
    said = "Practitioner 17 can sign in as practitioner.17 now. [Undo]"
    assert seat.host.said == [said]
    assert "practitioner.17" in listed(section)
    seat.desk.undo.undo()
    seat.rest()
    assert member(world, added.staff_id).left_on == TODAY
    assert "practitioner.17" not in listed(section)


def test_a_change_is_saved_and_taken_back(
    qtbot: QtBot, seat: Sitting, section: PeopleSection, world: World
) -> None:
    choose(section, "practitioner.04")
    qtbot.keyClick(section.table, Qt.Key.Key_Return)
    editor = dialog(section, StaffEditor)
    editor.form.work_phone.setText("01925 000000")
    editor.try_to_save()
    seat.rest()

    assert member(world).draft.work_phone == "01925 000000"
    assert seat.desk.undo.undo_name == "Undo change of a colleague"
    current = section.chosen()
    assert current is not None
    assert current.id == 1
    seat.desk.undo.undo()
    seat.rest()
    assert member(world).draft.work_phone == ""


def test_a_save_without_a_change_leaves_nothing_to_undo(
    seat: Sitting, section: PeopleSection
) -> None:
    choose(section, "practitioner.04")
    section.change.click()
    dialog(section, StaffEditor).try_to_save()
    seat.rest()

    assert not seat.desk.undo.can_undo


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(
    seat: Sitting, section: PeopleSection
) -> None:
    choose(section, "practitioner.04")
    section.change.click()
    editor = dialog(section, StaffEditor)
    editor.form.login.setText("practitioner.05")
    editor.form.agency.setText("Health")
    editor.try_to_save()
    seat.rest()

    assert "already" in editor.form.fields["login"].complaint
    assert editor.form.agency.text() == "Health"
    assert editor.isVisible()


def test_whoever_leaves_hands_over_and_all_of_it_can_be_undone(
    seat: Sitting, section: PeopleSection, world: World
) -> None:
    book(world)
    choose(section, "practitioner.04")
    section.leaves.click()
    leaving = dialog(section, StaffLeaving)
    assert leaving.theirs.text() == (
        "Theirs from then on: 1 booking and 1 case on their list."
    )
    leaving.on.setText("26 Nov 2026")
    leaving.try_to_save()
    seat.rest()

    assert member(world).left_on == date(2026, 11, 26)
    handing = dialog(section, HandingOver)
    handing.all.setCurrentIndex(handing.all.findData(2))
    handing.all.activated.emit(handing.all.currentIndex())
    handing.try_to_save()
    seat.rest()

    with world.database.read() as session:
        acting = people.viewer(session, "practitioner.05", TODAY)
    assert acting.staff_id == 2
    assert seat.host.said == [
        "Practitioner 04: Leaves 26 November. [Undo]",
        "Handed over from Practitioner 04. [Undo]",
    ]
    for name in ("handing over of work", "leaving of a colleague"):
        assert seat.desk.undo.undo_name == f"Undo {name}"
        seat.desk.undo.undo()
        seat.rest()
    assert member(world).left_on is None


def test_whoever_left_is_found_again_and_comes_back(
    seat: Sitting, section: PeopleSection, world: World
) -> None:
    with world.database.write() as session:
        one = members.member(session, 1)
        members.leave(session, world.manager, one, TODAY, today=TODAY)
    seat.rest()
    assert "practitioner.04" not in listed(section)

    section.left.setChecked(True)
    choose(section, "practitioner.04")
    assert not section.leaves.isEnabled()
    section.returns.click()
    seat.rest()

    assert member(world).left_on is None
    said = "Practitioner 04 can sign in as practitioner.04 again. [Undo]"
    assert seat.host.said == [said]


def test_the_last_manager_is_told_why_they_stay(
    seat: Sitting, section: PeopleSection, world: World
) -> None:
    choose(section, "manager.01")
    section.leaves.click()
    leaving = dialog(section, StaffLeaving)
    leaving.on.setText("soon")
    leaving.try_to_save()
    assert leaving.fields["on"].complaint
    leaving.on.setText("today")
    leaving.try_to_save()
    seat.rest()

    assert leaving.fields["on"].complaint.startswith("Manager 01 is the only manager")
    assert member(world, 5).left_on is None


def test_who_has_nothing_in_hand_has_nothing_to_hand_over(
    section: PeopleSection,
) -> None:
    choose(section, "board.01")
    section.hand.click()

    assert section.notice.text == "Board 01 has nothing in hand to hand over."


def test_who_may_act_is_asked_from_here(section: PeopleSection) -> None:
    choose(section, "practitioner.04")
    section.acting.click()

    assert dialog(section, ActingDialog).isVisible()


def test_a_coordinator_presses_only_what_is_theirs_to_press(
    seat: Sitting, world: World
) -> None:
    section = PeopleSection(seat.desk.for_viewer(world.coordinator))
    seat.show(section)

    def enabled(login: str) -> list[str]:
        choose(section, login)
        return [
            button.text()
            for button in (section.change, section.acting, section.leaves)
            if button.isEnabled()
        ]

    assert enabled("practitioner.04") == ["Change…", "Who may act…", "Leaves…"]
    assert enabled("coordinator.01") == ["Change…"]
    assert enabled("manager.01") == []
    section.table.opened.emit(None)
    assert section.findChild(StaffEditor) is None
    section.add.click()
    editor = dialog(section, StaffEditor)
    assert editor.form.role.findData(Role.MANAGER) < 0
    assert not editor.form.duty_manager.isEnabled()


def test_every_input_and_button_has_a_name(section: PeopleSection) -> None:
    nameless = [
        widget
        for widget in section.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and isinstance(widget, QAbstractButton | type(section.search))
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]

    assert nameless == []


def test_colleagues_are_looked_for_while_somebody_is_away(
    seat: Sitting, section: PeopleSection
) -> None:
    choose(section, "practitioner.04")

    section.away.click()
    asked = dialog(section, BeingAway)
    with seat.qtbot.waitSignal(asked.planned) as told:
        asked.save.click()

    assert seat.host.shown == [("venues", {"displaced": told.args[0]})]
