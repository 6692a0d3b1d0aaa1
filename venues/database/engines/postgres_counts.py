# ruff: noqa: S608 - words of our own, nothing from outside
"""Counts what workers ask across people, so that guessing in a loop is seen.

A question is asked while something is looked up, and that leaves nothing behind. Only a
counter does: what it was moved on by stays, whatever becomes of the transaction. Each
person has one, which begins anew each day, and one for the most they asked in a day.
"""

from __future__ import annotations

from venues.database.engines.postgres_roles import OWNER

SCHEMA = "venues_counts"
"""A place of the owner's alone: whoever could move a counter could put it back."""

A_DAY = 1_000_000
"""More than anybody asks in a day; above it stands the day, since 2000."""

KEPT = 90
"""Days for which the most that was asked in a day is kept."""

COUNT = f"""
DECLARE
    _today bigint := current_date - date '2000-01-01';
    _id integer := venues_me();
    _now bigint;
    _most bigint;
BEGIN
    IF venues_keeps() OR _number < 1
        OR to_regclass(format('{SCHEMA}.asked_%s', _id)) IS NULL
    THEN RETURN; END IF;
    EXECUTE format('SELECT last_value FROM {SCHEMA}.asked_%s', _id) INTO _now;
    EXECUTE format('SELECT last_value FROM {SCHEMA}.most_%s', _id) INTO _most;
    _now := greatest(_now, _today * {A_DAY}) + least(_number, 1000);
    PERFORM setval(format('{SCHEMA}.asked_%s', _id), _now);
    IF _most % {A_DAY} < _today - {KEPT} OR _most / {A_DAY} <= _now % {A_DAY} THEN
        PERFORM setval(format('{SCHEMA}.most_%s', _id),
            _now % {A_DAY} * {A_DAY} + _today);
    END IF;
END
"""

COUNTED = f"""
DECLARE _person record; _now bigint; _most bigint;
BEGIN
    FOR _person IN SELECT id FROM staff LOOP
        CONTINUE WHEN to_regclass(format('{SCHEMA}.asked_%s', _person.id)) IS NULL;
        EXECUTE format('SELECT last_value FROM {SCHEMA}.asked_%s', _person.id)
            INTO _now;
        EXECUTE format('SELECT last_value FROM {SCHEMA}.most_%s', _person.id)
            INTO _most;
        CONTINUE WHEN _now < {A_DAY};
        staff_id := _person.id;
        last_day := date '2000-01-01' + (_now / {A_DAY})::int;
        asked := _now % {A_DAY};
        most_day := date '2000-01-01' + (_most % {A_DAY})::int;
        most := _most / {A_DAY};
        RETURN NEXT;
    END LOOP;
END
"""

COUNTED_ROWS = (
    "TABLE (staff_id integer, last_day date, asked bigint, most_day date, most bigint)"
)


def place() -> str:
    """The statement that makes the place of the counters."""
    return f"CREATE SCHEMA IF NOT EXISTS {SCHEMA} AUTHORIZATION {OWNER}"


def counter(staff_id: int) -> str:
    """The statement that makes the counters of one person, if they have none."""
    made = " ".join(
        f"CREATE SEQUENCE IF NOT EXISTS {SCHEMA}.{name}_{staff_id};"
        f"ALTER SEQUENCE {SCHEMA}.{name}_{staff_id} OWNER TO {OWNER};"
        for name in ("asked", "most")
    )
    return f"DO $$ BEGIN {made} END $$"
