"""Sheets asked for by somebody of the paper scene."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests import paper_scene as scene
from venues.database.session import Database
from venues.domain.sheets import Entry, Sheet, SheetData, WeekSheet
from venues.services import printing

EVERYBODY = (scene.OWN, scene.VICTIM_WORKER, scene.COORDINATOR, scene.MANAGER)
OF_VENUES = (Sheet.DOOR, Sheet.RECEPTION, Sheet.TEAM)


def gather(
    database: Database, sheet: Sheet, who: int = scene.OWN, **more: Any
) -> tuple[SheetData, ...]:
    """The sheets, of Millbrook unless asked otherwise."""
    usual: dict[str, Any] = {
        "monday": scene.MONDAY,
        "venue_ids": (scene.MILLBROOK,),
        "now": scene.NOW,
    }
    with database.read() as session:
        return printing.gather(session, scene.viewer(who), sheet=sheet, **usual | more)


def week(
    database: Database, sheet: Sheet, who: int = scene.OWN, **more: Any
) -> WeekSheet:
    """Millbrook's sheet."""
    (made,) = gather(database, sheet, who, **more)
    assert isinstance(made, WeekSheet)
    return made


def entries(sheet: WeekSheet, room: str, day: int) -> Sequence[Entry]:
    """What stands in one cell; ``day`` counts from Monday."""
    (row,) = (row for row in sheet.rooms if row.name == room)
    return row.cells[day].entries
