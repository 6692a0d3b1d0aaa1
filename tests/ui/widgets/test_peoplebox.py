"""Choosing a colleague."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.peoplebox import PeopleBox
from venues.domain.people import Role
from venues.domain.typed import NotUnderstood
from venues.services.people import Person


def person(id_: int) -> Person:
    name = f"Practitioner {id_:02}"
    return Person(id_, f"practitioner.{id_:02}", name, Role.PRACTITIONER, 1, "")


@pytest.fixture
def box(qtbot: QtBot) -> PeopleBox:
    made = PeopleBox([person(4), person(11)])
    qtbot.addWidget(made)
    return made


def test_nobody_is_chosen_at_first(box: PeopleBox) -> None:
    assert box.value() is None
    assert box.currentText() == "Nobody"


def test_a_name_may_be_typed_in_any_case(qtbot: QtBot, box: PeopleBox) -> None:
    with qtbot.waitSignal(box.changed) as heard:
        box.setEditText("practitioner 11")

    assert heard.args == [11]
    assert box.value() == 11


def test_a_stranger_is_said_to_be_one(qtbot: QtBot, box: PeopleBox) -> None:
    box.setEditText("Practitioner 99")

    with qtbot.waitSignal(box.misunderstood) as heard:
        box.lineEdit().editingFinished.emit()

    assert heard.args[0].startswith("Nobody here has that name.")
    with pytest.raises(NotUnderstood):
        box.value()
    assert box.currentText() == "Practitioner 99"


def test_an_empty_box_is_nobody(box: PeopleBox) -> None:
    box.setEditText("")

    assert box.value() is None


def test_somebody_more_may_be_offered(box: PeopleBox) -> None:
    box.include(person(7))
    box.include(person(7))
    box.choose(7)

    assert box.value() == 7
    assert box.count() == 4


def test_one_who_is_not_in_the_list_stands_as_nobody(box: PeopleBox) -> None:
    box.choose(11)

    box.choose(4711)

    assert box.value() is None
