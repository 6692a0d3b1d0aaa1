"""What the lists of a year have in common."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.pages.settings_list import Steps, YearList
from ui.widgets.field import Field
from venues.database.models import Setting
from venues.errors import WrongInput


class Names(YearList):
    """A list of names."""

    def __init__(self, desk: Any) -> None:
        super().__init__(desk, "Names", "No name yet.", "Add name")
        self.reloaded = 0
        self.add(self.rows)
        self.take_form({"name": (Field("Name", self.name), 1)})

    def reload(self) -> None:
        """Count."""
        self.reloaded += 1

    def steps(self, name: str) -> Steps[str]:
        """Write and erase that name."""

        def write(session: Any, name: str) -> str:
            if not name:
                raise WrongInput("Give it a name.", "name")
            session.add(Setting(name=f"name.{name}", value=name))
            return name.upper()

        def erase(session: Any, name: str) -> None:
            session.delete(session.get_one(Setting, f"name.{name}"))

        return Steps(name, write, erase)


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path)


@pytest.fixture
def names(seat: Sitting) -> Names:
    made = Names(seat.desk)
    seat.show(made)
    return made


def stored(seat: Sitting) -> list[str]:
    """The names that are in the database."""
    with seat.desk.database.read() as session:
        rows = select(Setting.value).where(Setting.name.startswith("name."))
        return [*session.scalars(rows.order_by(Setting.name))]


def test_what_was_written_is_told_shown_and_can_be_taken_back(
    seat: Sitting, names: Names
) -> None:
    names.put_down(names.steps("willow"), "new name", "Added {}.".format)
    seat.rest()

    assert stored(seat) == ["willow"]
    assert seat.host.said == ["Added WILLOW. [Undo]"]
    assert names.reloaded == 1
    assert seat.desk.undo.undo_name == "Undo new name"
    seat.desk.undo.undo()
    seat.rest()
    assert stored(seat) == []


def test_what_was_removed_can_be_put_back(seat: Sitting, names: Names) -> None:
    names.put_down(names.steps("oak"), "new name", "Added {}.".format)
    seat.rest()

    names.take_off(names.steps("oak"), "removal of a name", "Removed {}.".format)
    seat.rest()
    gone = stored(seat)
    seat.desk.undo.undo()
    seat.rest()

    assert gone == []
    assert stored(seat) == ["oak"]


def test_what_cannot_be_written_is_said_beside_its_field(
    seat: Sitting, names: Names
) -> None:
    names.put_down(names.steps(""), "new name", "Added {}.".format)
    seat.rest()

    assert names.fields["name"].complaint == "Give it a name."
    assert seat.host.said == []


def test_those_who_do_not_keep_the_list_have_no_form(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    for seat in sit(qtbot, world.database, world.practitioner, tmp_path):
        made = Names(seat.desk)
        seat.show(made)

        shown: list[QWidget] = [made.plus, made.fields["name"]]
        assert not any(widget.isVisible() for widget in shown)
