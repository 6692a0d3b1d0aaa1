"""Coverage: what is chosen, what is said of it, and the sectors in a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.widgets.test_sector_map import FAR, HUB, NEAR
from ui.jobs import Job, Jobs
from ui.widgets.coverage_view import NO_LIST, CoverageView, Covered
from ui.widgets.venue_map import WITHOUT
from venues.atlas.atlas import Atlas
from venues.postcode_list import ListMissing

COVERED = Covered((NEAR, FAR), (HUB,), {1: "Warrington"})


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def view(
    qtbot: QtBot, jobs: Jobs, opener: Callable[[object], Atlas] = lambda _: Atlas()
) -> CoverageView:
    made = CoverageView(jobs, opener)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def test_it_counts_sectors_and_lists_them(qtbot: QtBot, jobs: Jobs) -> None:
    made = view(qtbot, jobs)

    made.show_covered(COVERED)

    model = made.table.model()
    rows = [
        [model.index(row, column).data() for column in range(4)] for row in range(2)
    ]
    assert made.words.text() == (
        "1 of 2 sectors have a suitable room in reach, 1 have none."
    )
    assert rows == [
        ["WA16 7", "Warrington", "None within 5 miles", ""],
        ["WA2 9", "Warrington", "Millbrook", "1.0 miles"],
    ]


def test_another_set_or_time_is_asked_for(qtbot: QtBot, jobs: Jobs) -> None:
    made = view(qtbot, jobs)

    with qtbot.waitSignal(made.asked) as told:
        made.when.setCurrentIndex(1)

    assert told.args == ["CH", "16"]


def test_without_postcodes_it_says_why_there_is_nothing(
    qtbot: QtBot, jobs: Jobs
) -> None:
    def missing(_progress: object) -> Atlas:
        raise ListMissing("There is no list.")

    made = view(qtbot, jobs, missing)
    made.show_covered(Covered((), (), {}))
    made.draw()
    qtbot.waitUntil(lambda: not jobs.findChildren(Job))

    assert made.words.text() == NO_LIST
    assert made.note.text() == WITHOUT


def test_the_ground_is_drawn_once(qtbot: QtBot, jobs: Jobs) -> None:
    asked: list[object] = []

    def read(progress: object) -> Atlas:
        asked.append(progress)
        return Atlas()

    made = view(qtbot, jobs, read)
    for _ in range(2):
        made.draw()
        qtbot.waitUntil(lambda: not jobs.findChildren(Job))

    assert len(asked) == 1
