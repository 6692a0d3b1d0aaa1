"""The parts of the page on which displaced bookings find other places."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.venues.services.rehousing.leaving import book, made
from tests.world import OAK, World
from ui.kinds import Kind
from ui.models import rehousing as words
from ui.widgets.badge import Badge
from ui.widgets.displaced_view import DisplacedView
from ui.widgets.empty import EmptyState


def test_what_is_in_front_stays_in_front(qtbot: QtBot, world: World) -> None:
    book(world)
    second = book(world, room_ids=(OAK,), viewer=world.colleague)
    plan = made(world)
    view = DisplacedView(words.plan_columns(plan.cause, lambda: False))
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.show_lines(plan.lines)
    assert view.table.current() == plan.lines[0]

    view.table.select(view.table.ordered.index(1, 0))
    view.show_lines(plan.lines)

    assert view.table.current() == plan.line(second)


def test_numbers_stand_above_the_list(qtbot: QtBot, world: World) -> None:
    plan = made(world)
    view = DisplacedView(words.plan_columns(plan.cause, lambda: False))
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()

    view.show_tallies([("3", Kind.GOOD, "can move")], "1.6 miles further on average")
    view.show_lines(())

    assert [each.text() for each in view.findChildren(Badge)] == ["3 can move"]
    empty = view.findChild(EmptyState)
    assert empty is not None
    assert empty.isVisible()
    view.show_lines(None)
    assert not empty.isVisible()
