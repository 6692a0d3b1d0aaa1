"""The rows behind a figure, and who gets them."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from venues.database.session import Database
from venues.domain.people import Role, Viewer
from venues.errors import NotAllowed, NotFound
from venues.services.evidence import behind, measures
from venues.services.evidence.behind import Rows
from venues.services.evidence.scope import Scope

MANAGER = Viewer(1, "manager", "Manager", Role.MANAGER, 1)
COORDINATOR = Viewer(2, "coordinator", "Coordinator", Role.COORDINATOR, 1)
BOARD = Viewer(3, "board", "Board", Role.BOARD, 1)


def rows(
    demo: Database,
    scope: Scope,
    key: str,
    viewer: Viewer = MANAGER,
    authority_id: int | None = None,
) -> Rows:
    with demo.read() as session:
        return behind.read(session, scope, viewer, key, authority_id)


@pytest.mark.parametrize("authority_id", [None, 2])
def test_there_are_as_many_rows_as_the_figure_counts(
    demo: Database, scope: Scope, authority_id: int | None
) -> None:
    with demo.read() as session:
        counted = measures.tallies(session, scope)

    def size(key: str) -> int:
        return sum(
            each.all.size
            for id_, each in counted[key].items()
            if authority_id in {None, id_}
        )

    for key in ("use", "cost", "kept", "attendance", "choice", "police", "panels"):
        assert rows(demo, scope, key, authority_id=authority_id).total == size(key)
    for key in ("unmet", "needs", "reviews"):
        found = rows(demo, scope, key, authority_id=authority_id)
        assert len(found.lines) == found.total == size(key)


def test_every_row_has_a_cell_for_every_heading(demo: Database, scope: Scope) -> None:
    for key in measures.MEASURES:
        if not behind.why_not(MANAGER, measures.MEASURES[key].definition):
            found = rows(demo, scope, key)
            assert found.lines
            assert {len(line) for line in found.lines} == {len(found.heads)}


def test_no_row_names_a_case_a_person_or_a_booking(
    demo: Database, scope: Scope
) -> None:
    with demo.read() as session:
        asked = session.connection()
        names = [*asked.execute(text("SELECT name FROM staff")).scalars()]
        names += asked.execute(text("SELECT reference FROM booking")).scalars()
        names += asked.execute(text('SELECT reference FROM "case"')).scalars()

    for key in measures.MEASURES:
        for viewer in (MANAGER, COORDINATOR):
            if not behind.why_not(viewer, measures.MEASURES[key].definition):
                said = repr(rows(demo, scope, key, viewer))
                assert not [name for name in names if name and name in said]


def test_a_coordinator_gets_bookings_without_their_kind(
    demo: Database, scope: Scope
) -> None:
    full, found = (rows(demo, scope, "use", each) for each in (MANAGER, COORDINATOR))

    assert full.heads == ("Day", "Time", "Venue", "Room", "Kind")
    assert found.heads == ("Day", "Time", "Venue", "Room")
    assert [line[:4] for line in full.lines] == list(found.lines)


def test_rows_that_would_say_what_a_booking_is_for_are_the_managers(
    demo: Database, scope: Scope
) -> None:
    for key, measure in measures.MEASURES.items():
        if measure.definition.telling:
            with pytest.raises(NotAllowed):
                rows(demo, scope, key, COORDINATOR)


def test_a_board_reader_gets_no_rows_at_all(demo: Database, scope: Scope) -> None:
    for key in measures.MEASURES:
        with pytest.raises(NotAllowed, match="board readers"):
            rows(demo, scope, key, BOARD)


def test_nobody_gets_a_list_of_refusals(demo: Database, scope: Scope) -> None:
    with pytest.raises(NotAllowed, match="who asked for what"):
        rows(demo, scope, "refusals")


def test_of_many_bookings_the_first_are_listed(
    demo: Database, scope: Scope, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(behind, "MOST", 3)

    found = rows(demo, scope, "use")

    assert len(found.lines) == 3
    assert found.total > 3


def test_there_is_no_such_measure(demo: Database, scope: Scope) -> None:
    with pytest.raises(NotFound):
        rows(demo, scope, "luck")
