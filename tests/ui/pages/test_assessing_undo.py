"""Steps back from assessments and suspensions; the tab's tests take all of them."""

from __future__ import annotations

from dataclasses import replace

from tests.ui import assessing_scene as scene
from tests.ui import venue_scene
from ui.pages.assessing_undo import AssessingUndo
from venues.database.session import Database


def test_what_did_not_change_leaves_no_step(database: Database) -> None:
    scene.fill(database)
    same = scene.current(database)
    with venue_scene.desk(database) as (desk, _told):
        undo = AssessingUndo(desk)
        undo.assessment(same, same, "the hub")
        undo.review(same, same)
        nothing = desk.undo.can_undo
        undo.review(same, replace(same, trigger="building work"))

        assert not nothing
        assert desk.undo.undo_name == "Undo review asked for"


def test_no_step_names_what_happened(database: Database) -> None:
    hub = venue_scene.fill(database)
    with venue_scene.desk(database) as (desk, _told):
        undo = AssessingUndo(desk)
        undo.suspended(hub, "Millbrook Family Hub", lifted=False)
        suspended = desk.undo.undo_name
        undo.suspended(hub, "Millbrook Family Hub", lifted=True)

        assert suspended == "Undo suspension of Millbrook Family Hub"
        assert desk.undo.undo_name == (
            "Undo lifting of the suspension of Millbrook Family Hub"
        )
