"""``venues list``, ``venues import`` and ``venues export``."""

from __future__ import annotations

from argparse import Namespace, _SubParsersAction
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from venues.commands.desk import Desk
from venues.commands.options import Parser
from venues.domain.people import may_use
from venues.domain.words import count
from venues.errors import NotAllowed
from venues.gazetteer import Gazetteer
from venues.postcode_list import ListMissing
from venues.services import catalogue_list
from venues.services.spreadsheets import applying, planning, reading, shape, writing
from venues.services.spreadsheets.plan import Item, Leave, Plan, State

SHEETS = [kind.name for kind in shape.KINDS]


def add(commands: _SubParsersAction[Parser]) -> None:
    """Add the command with its three words."""
    words = "list venues, take in a spreadsheet of them, or write one"
    parser = commands.add_parser("venues", help=words, description=words)
    ways = parser.add_subparsers(
        metavar="list|import|export", required=True, parser_class=Parser
    )
    for name, work, help_ in (
        ("list", show, "the venues and how many rooms they have"),
        ("import", take_in, "add and change venues from a spreadsheet"),
        ("export", write, "write a spreadsheet: .xlsx, or one sheet as .csv"),
    ):
        way = ways.add_parser(name, help=help_, description=help_)
        way.add_argument("--json", action="store_true", help="answer as JSON")
        way.set_defaults(work=work)
        if work is show:
            continue
        way.add_argument("file", metavar="FILE")
        if work is take_in:
            way.add_argument("--dry-run", action="store_true", help="only say what")
            way.add_argument(
                "--leave-out",
                choices=[each.value for each in Leave],
                default=Leave.ROW.value,
                help="what is left out where something is wrong",
            )
        else:
            way.add_argument(
                "--sheet", choices=SHEETS, default=SHEETS[0], help="for .csv"
            )
            way.add_argument("--template", action="store_true", help="without rows")


def show(desk: Desk) -> int:
    """The venues by name."""
    with closing(desk.open()) as database, database.read() as session:
        viewer = desk.viewer(session)
        if not may_use(viewer.role, "venues"):
            raise NotAllowed("Your role does not look at venues.")
        rows = catalogue_list.venues(session, today=desk.now.date())
    facts = [
        {
            "venue": row.id,
            "name": row.name,
            "town": row.town,
            "postcode": row.postcode,
            "authority": row.authority,
            "kind": row.kind,
            "rooms": row.rooms,
            "status": row.status,
        }
        for row in rows
    ]
    desk.answer(
        {"venues": facts},
        [
            f"{row.name}, {row.town}, {row.authority}: {count(row.rooms, 'room')}"
            f"{'' if row.status == 'active' else f' ({row.status})'}"
            for row in rows
        ],
    )
    return 0


def take_in(desk: Desk) -> int:
    """Add and change what the spreadsheet says; 1 when anything was left out."""
    options: Namespace = desk.options
    book = reading.read(Path(options.file))
    wish = planning.Wish(leave=Leave(options.leave_out))
    with closing(desk.open()) as database:
        with database.read() as session:
            viewer = desk.viewer(session)
            plan = planning.make(
                session,
                book,
                viewer,
                now=desk.now,
                gazetteer=_gazetteer(),
                wish=wish,
            )
        done = not options.dry_run
        if done and plan.does_something:
            database.actor = viewer.staff_id
            with database.write("import of venues") as session:
                applying.apply(session, plan, viewer, now=desk.now)
    desk.answer(_facts(plan, done=done), _lines(plan, done=done))
    return 1 if plan.count(State.PROBLEM) else 0


def write(desk: Desk) -> int:
    """Write the catalogue, or the empty template of it."""
    options: Namespace = desk.options
    path = Path(options.file)
    with closing(desk.open()) as database, database.read() as session:
        viewer = desk.viewer(session)
        if options.template:
            venues = 0
            writing.template(session, path, viewer)
        else:
            venues = writing.export(session, path, viewer, sheet=options.sheet)
    desk.answer(
        {"file": str(path), "venues": venues},
        [
            f"Wrote the template to {path.name}."
            if options.template
            else f"Wrote {count(venues, 'venue')} to {path.name}."
        ],
    )
    return 0


def _gazetteer() -> Gazetteer | None:
    try:
        return Gazetteer.open()
    except ListMissing:
        return None


def _facts(plan: Plan, *, done: bool) -> dict[str, Any]:
    return {
        "imported": done,
        **{state.value: plan.count(state) for state in State},
        "rows": [
            _row(item)
            for item in plan.items
            if item.state is not State.UNCHANGED or item.troubles
        ],
        "notes": plan.notes,
    }


def _row(item: Item) -> dict[str, Any]:
    return {
        "sheet": item.sheet,
        "row": item.row,
        "kind": item.kind,
        "name": item.name,
        "state": item.state.value,
        "changes": [asdict(change) for change in item.changes],
        "problems": [
            {
                "sheet": each.sheet,
                "row": each.row,
                "column": each.column,
                "problem": each.sentence,
                "note": each.note,
            }
            for each in item.troubles
        ],
    }


def _lines(plan: Plan, *, done: bool) -> list[str]:
    would = "" if done else " (nothing was written)"
    return [
        ", ".join(
            f"{plan.count(state)} {words}"
            for state, words in (
                (State.NEW, "new"),
                (State.CHANGED, "changed"),
                (State.UNCHANGED, "unchanged"),
                (State.PROBLEM, "left out"),
            )
        )
        + f"{would}.",
        *plan.notes,
        *(f"{each.where}: {each.sentence}" for each in plan.troubles),
    ]
