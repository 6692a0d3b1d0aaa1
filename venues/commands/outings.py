"""``outings``: who is out, as far as whoever asks may know."""

from __future__ import annotations

from typing import Any

from venues.commands.desk import Desk
from venues.domain.outings import Out
from venues.services import outing_sheet, outings


def show(desk: Desk) -> int:
    """Say who is out today: one's own, those one is buddy for, and for managers all."""
    database = desk.open()
    try:
        with database.read() as session:
            found = [
                each
                for each in outings.of_today(session, desk.viewer(session), desk.now)
                if each.checked_out is None
            ]
    finally:
        database.close()
    lines = [
        "  ".join(part for part in outing_sheet.row(each, desk.now) if part)
        for each in found
    ]
    desk.answer(
        {"outings": [_facts(each, desk) for each in found]},
        lines or ["Nobody is out."],
    )
    return 0


def _facts(out: Out, desk: Desk) -> dict[str, Any]:
    return {
        "worker": out.name,
        "place": out.place,
        "starts": out.starts.isoformat(" ", "minutes"),
        "ends": out.ends.isoformat(" ", "minutes"),
        "check_out": out.check_out.isoformat(" ", "minutes"),
        "buddy": out.buddy,
        "state": out.standing(desk.now).value,
    }
