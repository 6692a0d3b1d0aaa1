"""Triggers: what SQLite itself refuses, whoever writes to the file."""

from __future__ import annotations

from venues.database.engines import ties

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

_MONTHS = """
(SELECT '+' || coalesce(
    (SELECT max({least}, CAST(value AS INTEGER)) FROM setting WHERE name = '{name}'),
    {usual}) || ' months')
"""
"""A number of months as it is set, as a step of SQLite's calendar."""

_PAST = f"""WHEN datetime(OLD.at, {
    _MONTHS.format(name="history_months", least=12, usual=24)
}) > datetime('now')"""

GONE = "[removed]"
"""What stands in words where a case reference stood."""

_WORDS_ONLY = f"""WHEN NOT (
    NEW.id IS OLD.id AND NEW.at IS OLD.at AND NEW.staff_id IS OLD.staff_id
    AND NEW."table" IS OLD."table" AND NEW.row_id IS OLD.row_id
    AND NEW.action IS OLD.action AND EXISTS (
        SELECT 1 FROM "case" AS named WHERE NEW.changes IN (
            replace(OLD.changes, named.reference, '{GONE}'),
            replace(OLD.changes, lower(named.reference), '{GONE}')
        )
    )
)"""  # noqa: S608 - words of our own
"""Somebody's reference, typed in a note, may be taken out again; nothing else."""

_HELD = """SELECT 1 FROM "case" WHERE id IN (OLD.first_id, OLD.second_id)
    AND on_hold AND (hold_until IS NULL OR hold_until >= date('now'))"""

_ENDED = """CASE WHEN OLD.closed_on IS NULL OR OLD.until < OLD.closed_on
    THEN OLD.until ELSE OLD.closed_on END"""

_LIVE = f"""WHEN ({_ENDED}) IS NULL OR EXISTS ({_HELD}) OR date({_ENDED}, {
    _MONTHS.format(name="ended_months", least=1, usual=3)
}) > date('now')"""
"""A link that has not ended, or not long enough ago, or of a case on hold."""

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
            _KEPT.format(
                table=table,
                moment="update",
                verb="UPDATE",
                when=_WORDS_ONLY if table == "history" else "",
            ),
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
                when=_PAST,
            ),
        ]
    made.append(
        _KEPT.format(table="separation", moment="delete", verb="DELETE", when=_LIVE)
    )
    made += ties.triggers()
    made += [
        _MOVE_ON.format(table=table, moment=verb.lower(), verb=verb)
        for table in CATALOGUE
        for verb in ("INSERT", "UPDATE", "DELETE")
    ]
    return made
