"""Triggers: what SQLite itself refuses, whoever writes to the file."""

from __future__ import annotations

CATALOGUE = (
    "authority", "venue", "cluster", "room", "space", "room_space", "entrance",
    "waiting_space", "feature", "hours", "closure", "closed_day", "term",
    "block_hire", "criterion", "assessment", "answer", "incident",
    "appointment_type", "setting",
)  # fmt: skip
"""Tables whose every change moves the catalogue's revision on."""

_OVERLAP = """
CREATE TRIGGER tr_hold_no_overlap_{moment}
BEFORE {verb} ON hold
WHEN EXISTS (
    SELECT 1 FROM hold AS other
    WHERE other.space_id = NEW.space_id AND other.id IS NOT NEW.id
      AND other.starts < NEW.ends AND NEW.starts < other.ends
      AND other.starts > strftime('%Y-%m-%d %H:%M', NEW.starts, '-24 hours')
)
BEGIN SELECT RAISE(ABORT, 'tr_hold_no_overlap'); END
"""

_KEPT = """
CREATE TRIGGER tr_{table}_kept_{moment}
BEFORE {verb} ON {table} {when}
BEGIN SELECT RAISE(ABORT, 'tr_{table}_kept'); END
"""

_MOVE_ON = """
CREATE TRIGGER tr_revision_{table}_{moment}
AFTER {verb} ON "{table}"
BEGIN UPDATE revision SET number = number + 1 WHERE name = 'catalogue'; END
"""


def triggers() -> list[str]:
    """The statements that make the last line of defence.

    SQLite has no exclusion constraint: the trigger on ``hold`` stands in for one, and
    keeps its promise when two copies of the program race.
    """
    made = [
        _OVERLAP.format(moment=verb.lower(), verb=verb) for verb in ("INSERT", "UPDATE")
    ]
    for table in ("history", "look"):
        made += [
            _KEPT.format(table=table, moment="update", verb="UPDATE", when=""),
            _KEPT.format(  # REPLACE removes rows without a word to DELETE triggers
                table=table,
                moment="insert",
                verb="INSERT",
                when=f"WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)",  # noqa: S608
            ),
            _KEPT.format(
                table=table,
                moment="delete",
                verb="DELETE",
                when="WHEN OLD.at > datetime('now', '-24 months')",
            ),
        ]
    made += [
        _MOVE_ON.format(table=table, moment=verb.lower(), verb=verb)
        for table in CATALOGUE
        for verb in ("INSERT", "UPDATE", "DELETE")
    ]
    return made
