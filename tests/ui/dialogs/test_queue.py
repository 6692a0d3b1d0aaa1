"""What lists of things to decide have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.dialogs.queue import QueueDialog
from ui.models.table import Column
from ui.widgets.buttons import Button
from venues.errors import Busy


class Letters(QueueDialog):
    """A list of letters."""

    shows = frozenset({"letter"})
    items: tuple[Any, ...] = (("a", 1), ("b", 2))
    trouble: Exception | None = None

    def columns(self) -> Sequence[Column[Any]]:
        """One column."""
        return (Column("Letter", itemgetter(0), itemgetter(0)),)

    def buttons(self) -> Sequence[Button]:
        """One button."""
        self.press = Button("Press")
        return (self.press,)

    def read(self) -> tuple[Any, ...]:
        """All letters."""
        if self.trouble is not None:
            raise self.trouble
        return self.items

    def key(self, item: Any) -> object:
        """Its number."""
        return item[1]

    def follow(self, item: Any | None) -> None:
        """Say which it is."""
        self.say("" if item is None else f"It is {item[0]}", "")


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path)


def opened(seat: Sitting) -> Letters:
    dialog = Letters(
        seat.desk, "Letters", ("None", "There is no letter."), seat.owner()
    )
    dialog.show()
    seat.rest()
    return dialog


def test_what_is_chosen_stays_chosen(seat: Sitting) -> None:
    dialog = opened(seat)
    dialog.table.selectRow(1)
    assert dialog.about.text() == "It is b"

    dialog.items = (("0", 3), *dialog.items)
    seat.desk.changes.announce(frozenset({"letter"}))
    seat.rest()

    assert dialog.current() == ("b", 2)


def test_what_does_not_bear_on_it_is_not_read(seat: Sitting) -> None:
    dialog = opened(seat)
    dialog.items = ()

    seat.desk.changes.announce(frozenset({"word"}))
    seat.rest()

    assert dialog.current() is not None


def test_trouble_is_said_above(seat: Sitting) -> None:
    dialog = opened(seat)
    dialog.trouble = Busy("Somebody else is saving.")

    dialog.reload()
    seat.rest()

    assert dialog.notice.text == "Somebody else is saving."
    with pytest.raises(RuntimeError):
        dialog.fail(RuntimeError())


def test_enter_does_nothing_where_nothing_is_opened(seat: Sitting) -> None:
    dialog = opened(seat)

    seat.qtbot.keyClick(dialog.table, Qt.Key.Key_Return)

    assert dialog.isVisible()


def test_every_queue_says_what_it_is(seat: Sitting) -> None:
    bare: Any = QueueDialog.__new__(QueueDialog)

    for ask in (
        lambda: QueueDialog.columns(bare),
        lambda: QueueDialog.buttons(bare),
        lambda: QueueDialog.read(bare),
        lambda: QueueDialog.key(bare, None),
        lambda: QueueDialog.follow(bare, None),
    ):
        with pytest.raises(NotImplementedError):
            ask()
