"""Saving from a form: what is wrong stands beside its field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.saving import Saving
from ui.widgets.field import Field
from ui.widgets.notice import Notice
from venues.database.models import Setting
from venues.errors import Clash, WrongInput


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path)


@dataclass
class Form:
    """A form with one field."""

    widget: QWidget = field(default_factory=QWidget)
    name: QLineEdit = field(default_factory=QLineEdit)
    other: QLineEdit = field(default_factory=QLineEdit)
    notice: Notice = field(default_factory=Notice)

    def __post_init__(self) -> None:
        layout = QVBoxLayout(self.widget)
        self.field = Field("Name", self.name)
        for each in (self.field, self.other, self.notice):
            layout.addWidget(each)


@pytest.fixture
def form(seat: Sitting) -> Form:
    made = Form()
    seat.show(made.widget)
    made.name.setFocus()
    return made


def saving(seat: Sitting, form: Form, **more: Any) -> Saving:
    return Saving(seat.desk, form.widget, form.notice, {"name": form.field}, **more)


def add(session: Any) -> str:
    session.add(Setting(name="weather", value="fair"))
    return "fair"


def refuse(session: Any) -> None:
    session.add(Setting(name="weather", value="fair"))
    raise WrongInput("Type a name.", "name")


def clash(_session: Any) -> None:
    raise Clash("Somebody was first.")


def stored(world: World) -> str | None:
    with world.database.read() as session:
        row = session.get(Setting, "weather")
        return row.value if row else None


def test_the_form_waits_and_goes_on_where_it_was(
    seat: Sitting, form: Form, world: World
) -> None:
    done: list[object] = []
    saves = saving(seat, form)

    saves.start(add, done.append)
    assert not form.widget.isEnabled()
    assert saves.busy
    saves.start(add, done.append)
    seat.rest()

    assert done == ["fair"]
    assert stored(world) == "fair"
    assert form.widget.isEnabled()
    assert form.name.hasFocus()


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_saved(
    seat: Sitting, form: Form, world: World
) -> None:
    form.name.setText("typed")

    saving(seat, form).start(refuse, print)
    seat.rest()

    assert form.field.complaint == "Type a name."
    assert form.name.text() == "typed"
    assert stored(world) is None


def test_anything_else_is_said_in_the_notice_until_the_next_attempt(
    seat: Sitting, form: Form
) -> None:
    saves = saving(seat, form)

    saves.start(clash, print)
    seat.rest()
    assert form.notice.text == "Somebody was first."

    saves.start(add, print)
    assert form.notice.text == ""


def test_the_keyboard_may_go_on(seat: Sitting, form: Form) -> None:
    form.other.setFocus()

    saving(seat, form, still=(), goes_back=False).start(refuse, print)
    assert form.widget.isEnabled()
    seat.rest()

    assert form.field.complaint == "Type a name."
    assert form.other.hasFocus()


def test_a_fault_of_the_program_is_not_hidden(
    qtbot: QtBot, seat: Sitting, form: Form
) -> None:
    def fail(_session: Any) -> None:
        raise LookupError

    with qtbot.capture_exceptions() as raised:
        saving(seat, form).start(fail, print)
        seat.rest()

    assert [kind for kind, *_ in raised] == [LookupError]
    assert form.widget.isEnabled()
