"""Groups of neighbouring venues, in their dialog."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import venue_scene as scene
from tests.venues.services import millbrook
from ui.dialogs.venue_neighbours import NeighboursDialog, pair_words
from venues.database.session import Database
from venues.services.venue_clusters import Pair


@pytest.fixture
def dialog(qtbot: QtBot, database: Database) -> Iterator[NeighboursDialog]:
    """The hub, a library at the same postcode, and a hall far off in a group."""
    scene.fill(database)
    millbrook.venue(database, name="Library")
    millbrook.venue(database, name="Hall", postcode="WA7 5EA", cluster="Hill")
    with scene.desk(database) as (desk, _):
        dialog = NeighboursDialog(desk, None, scene.window(desk))
        dialog.open()
        yield dialog


def cells(dialog: NeighboursDialog, row: int) -> list[str]:
    model = dialog.table.ordered
    return [model.index(row, column).data() for column in range(3)]


def test_proposals_come_first_and_say_why(dialog: NeighboursDialog) -> None:
    assert cells(dialog, 0) == [
        "Near Library",
        "Library\nMillbrook Family Hub",
        "Proposed\nMillbrook Family Hub and Library: at one postcode",
    ]
    assert cells(dialog, 1) == ["Hill", "Hall", "Group"]
    assert dialog.make.isVisible()
    assert not dialog.dissolve.isVisible()


def test_a_proposed_group_is_made_under_the_name_that_is_typed(
    qtbot: QtBot, dialog: NeighboursDialog
) -> None:
    dialog.name.setText(" Mill   Brook ")

    with qtbot.waitSignal(dialog.saved) as told:
        dialog.make.click()

    assert told.args == [
        "Mill Brook",
        {1: "", 2: ""},
        dict.fromkeys((2, 1), "Mill Brook"),
    ]
    assert cells(dialog, 1)[0] == "Mill Brook"
    assert dialog.group() is not None
    assert dialog.dissolve.isVisible()


def test_a_group_is_renamed_and_dissolved(
    qtbot: QtBot, dialog: NeighboursDialog
) -> None:
    dialog.reload(3)
    before = dialog.rename.isEnabled()
    dialog.name.setText("Hill Top")
    with qtbot.waitSignal(dialog.saved):
        dialog.rename.click()
    renamed = cells(dialog, 1)[0]

    with qtbot.waitSignal(dialog.saved) as told:
        dialog.dissolve.click()

    assert (before, renamed) == (False, "Hill Top")
    assert told.args == ["Hill Top", {3: "Hill Top"}, {3: ""}]
    assert dialog.table.ordered.rowCount() == 1


def test_a_group_without_a_name_is_not_made(dialog: NeighboursDialog) -> None:
    dialog.name.setText(" ")

    dialog.make.click()

    assert dialog.field.complaint.startswith("Give the group a name")


def test_a_name_that_is_too_long_is_said_beside_it(
    qtbot: QtBot, dialog: NeighboursDialog
) -> None:
    dialog.name.setText("x" * 121)

    dialog.make.click()
    scene.until(qtbot, lambda: dialog.field.complaint)

    assert dialog.field.complaint == "Shorten the name to 120 characters."


def test_a_group_that_takes_in_a_newcomer_says_what_there_is(
    qtbot: QtBot, dialog: NeighboursDialog, database: Database
) -> None:
    millbrook.venue(database, name="School", cluster="Mill Brook")

    dialog.reload(1)

    assert cells(dialog, 0)[0] == "Mill Brook"
    assert cells(dialog, 0)[2].endswith("Now: Mill Brook")


def test_without_neighbours_it_says_how_to_make_a_group(
    qtbot: QtBot, database: Database
) -> None:
    scene.fill(database)
    with scene.desk(database) as (desk, _):
        dialog = NeighboursDialog(desk, 1, scene.window(desk))
        dialog.open()
        shown = (dialog.empty.isVisible(), dialog.below.isVisible())
        dialog.shut.click()

    assert shown == (True, False)


def test_distances_are_said_in_metres() -> None:
    assert pair_words(Pair(120, "A", "B")) == "A and B: 120 metres apart"
