"""The fields that say who somebody is."""

from __future__ import annotations

import getpass

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.dialogs import person_form
from ui.dialogs.person_form import PersonForm
from venues.domain.people import Role
from venues.errors import WrongInput
from venues.services.staffing import StaffDraft

PLACES = [("HAL", "Halton"), ("WAR", "Warrington")]


@pytest.fixture
def form(qtbot: QtBot) -> PersonForm:
    made = PersonForm(Role, PLACES)
    qtbot.addWidget(made)
    return made


def test_it_gives_what_is_typed(qtbot: QtBot, form: PersonForm) -> None:
    qtbot.keyClicks(form.name, "Victim worker 03")
    qtbot.keyClicks(form.login, "victim.03")
    qtbot.keyClicks(form.ask_for, "Bridge Team")
    form.role.setCurrentText("Victim worker")
    form.authority.setCurrentText("Halton")

    assert form.draft() == StaffDraft(
        login="victim.03",
        name="Victim worker 03",
        role=Role.VICTIM_WORKER,
        authority="HAL",
        ask_for="Bridge Team",
    )


def test_it_says_what_each_role_may_do(form: PersonForm) -> None:
    said = set()
    for row in range(form.role.count()):
        form.role.setCurrentIndex(row)
        said.add(form.role.accessibleDescription())

    assert len(said) == len(Role)


def test_a_complaint_stands_beside_its_field_until_it_is_mended(
    qtbot: QtBot, form: PersonForm
) -> None:
    assert form.complain(WrongInput("Type the login.", "login"))
    assert form.fields["login"].complaint == "Type the login."

    qtbot.keyClick(form.login, Qt.Key.Key_A)
    assert form.fields["login"].complaint == ""
    assert not form.complain(WrongInput("Something else.", "weather"))


def test_it_can_be_emptied(qtbot: QtBot, form: PersonForm) -> None:
    qtbot.keyClicks(form.name, "Somebody")
    form.complain(WrongInput("Type the login.", "login"))

    form.clear()

    assert form.draft().name == ""
    assert form.fields["login"].complaint == ""


def test_whoever_types_about_themselves_finds_their_login(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "manager.02")
    own = PersonForm(Role, PLACES, own=True)
    qtbot.addWidget(own)

    assert own.login.text() == getpass.getuser() == "manager.02"


def test_a_computer_that_does_not_tell_leaves_it_empty(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def silent() -> str:
        raise OSError

    monkeypatch.setattr(person_form.getpass, "getuser", silent)

    assert person_form.computer_login() == ""
