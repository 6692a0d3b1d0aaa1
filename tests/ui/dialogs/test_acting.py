"""Who may act for whom is shown to those who keep staff, and set by managers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import TODAY, World
from ui.dialogs.acting import ActingDialog
from venues.domain.people import Viewer
from venues.services.team import acting, members


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path)


def opened(seat: Sitting, world: World, viewer: Viewer | None = None) -> ActingDialog:
    desk = seat.desk.for_viewer(viewer or world.manager)
    with world.database.read() as session:
        everybody = members.everybody(session, desk.viewer)
    one = next(each for each in everybody if each.id == 2)
    others = [each for each in everybody if each.id != 2]
    dialog = ActingDialog(desk, one, others, seat.owner())
    dialog.open()
    return dialog


def rows(dialog: ActingDialog) -> list[str]:
    ordered = dialog.table.ordered
    return [
        " / ".join(str(ordered.index(row, column).data()) for column in range(3))
        for row in range(ordered.rowCount())
    ]


def standing(world: World) -> list[tuple[int, int]]:
    with world.database.read() as session:
        found = acting.standing(session, 2, TODAY)
    return [(each.staff_id, each.for_id) for each in found]


def test_both_directions_are_shown(seat: Sitting, world: World) -> None:
    assert rows(opened(seat, world)) == [
        "Practitioner 05 / Practitioner 04 / Fri 1 Jan 2027 on"
    ]


def test_somebody_may_act_from_a_day_to_a_day_and_it_is_undone(
    seat: Sitting, world: World
) -> None:
    dialog = opened(seat, world)
    dialog.who.setCurrentIndex(dialog.who.findData(1))
    dialog.endless.setChecked(False)
    dialog.until.setText("30 Nov 2026")
    dialog.allow.click()
    seat.rest()

    assert rows(dialog)[0] == (
        "Practitioner 04 / Practitioner 05 / Mon 23 Nov 2026 to Mon 30 Nov 2026"
    )
    seat.desk.undo.undo()
    seat.rest()
    assert standing(world) == [(2, 1)]
    seat.desk.undo.redo()
    seat.rest()
    assert (1, 2) in standing(world)


def test_it_is_ended_and_put_back(seat: Sitting, world: World) -> None:
    dialog = opened(seat, world)
    dialog.end.click()
    seat.rest()

    assert standing(world) == []
    assert dialog.none.isVisible()
    assert not dialog.end.isEnabled()
    dialog.end.click()
    seat.desk.undo.undo()
    seat.rest()
    assert standing(world) == [(2, 1)]


def test_what_does_not_go_together_is_said_beside_it(
    seat: Sitting, world: World
) -> None:
    dialog = opened(seat, world)
    dialog.since.setText("one day")
    dialog.allow.click()
    assert dialog.fields["since"].complaint

    dialog.since.setText("today")
    dialog.endless.setChecked(False)
    dialog.until.setText("1 Nov 2026")
    dialog.allow.click()
    seat.rest()

    assert dialog.fields["until"].complaint == "Choose a last day that is not over."
    assert dialog.who.findData(4) < 0  # a coordinator takes nobody's cases


def test_a_coordinator_reads_it(seat: Sitting, world: World) -> None:
    dialog = opened(seat, world, world.coordinator)

    assert dialog.allow.isHidden()
    assert dialog.end.isHidden()
    assert len(rows(dialog)) == 1
