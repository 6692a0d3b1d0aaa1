# ruff: noqa: S106 - passwords of a server that lives as long as a test
"""What is typed to join a shared database."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.dialogs.join_view import JoinView
from venues.address import Address
from venues.errors import CannotOpen
from venues.services.joining import JoinDraft


@pytest.fixture
def view(qtbot: QtBot) -> JoinView:
    made = JoinView()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_all_of_it_is_given_at_once_and_the_password_is_hidden(
    qtbot: QtBot, view: JoinView
) -> None:
    view.can_keep(True)  # noqa: FBT003 - the slot of a job
    view.server.setText("db1")
    view.login.setText("me")
    view.password.setText("secret")

    with qtbot.waitSignal(view.given) as given:
        view.password.returnPressed.emit()

    assert given.args == [
        JoinDraft("db1", "venues", login="me", password="secret", keep=True)
    ]
    assert view.password.displayText() == "\u25cf" * 6


def test_signed_in_on_this_pc_no_password_is_asked_for(view: JoinView) -> None:
    view.how.setCurrentIndex(1)

    assert view.draft().own
    assert not view.login.isVisible()
    assert not view.password.isVisible()


def test_without_a_keyring_nothing_is_kept(view: JoinView) -> None:
    view.can_keep(False)  # noqa: FBT003 - the slot of a job

    assert not view.keep.isEnabled()
    assert not view.draft().keep


def test_what_is_wrong_stands_beside_its_field_and_what_is_typed_stays(
    view: JoinView,
) -> None:
    view.server.setText("db1")

    view.complain(CannotOpen("There is no server called db1.", "server"))
    assert view.fields["server"].complaint == "There is no server called db1."
    assert view.complaint.isHidden()
    view.complain(CannotOpen("It is full."))

    assert view.complaint.text() == "It is full."
    assert view.server.text() == "db1"


def test_one_that_was_used_before_is_filled_in(qtbot: QtBot) -> None:
    view = JoinView(Address("postgresql://me@db1:5433/office"))
    own = JoinView(Address("postgresql://db1/office"))
    more = JoinView(Address("postgresql://me@db1/office?sslmode=verify-full"))
    for each in (view, own, more):
        qtbot.addWidget(each)

    assert view.draft() == JoinDraft("db1:5433", "office", login="me")
    assert view.begins is view.password
    assert own.draft().own
    assert more.draft().server == "postgresql://me@db1/office?sslmode=verify-full"
