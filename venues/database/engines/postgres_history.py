# ruff: noqa: S608 - words of our own, nothing from outside
"""Who changed what, written down by the server: the twin of ``audit.record``.

A trigger on each table that is a record of something, so that a change made around the
program is written down too. What functions of the owner's do is not: they let go of
what is kept no longer, and that leaves no trace.
"""

from __future__ import annotations

from sqlalchemy import DateTime, Table

from venues.database.audit import NOT_RECORDED, PRIVATE
from venues.database.engines.postgres_roles import OWNER
from venues.database.models import Base

NAME = "tr_history"

TOLD = "venues.told"
"""Switched on by a function of the owner's that history is to tell of."""

# The first argument names the key where it is not an id; the others are the columns,
# those with a moment in them marked by an "@".
BODY = f"""
DECLARE
    was jsonb := to_jsonb(OLD);
    becomes jsonb := to_jsonb(NEW);
    told json;
BEGIN
    SELECT json_object_agg(name, json_build_array(had, has) ORDER BY NOT key, n)
    INTO told
    FROM (
        SELECT n, name, name = ANY(string_to_array(TG_ARGV[0], ',')) AS key,
            {NAME}_plain(was -> name, moment) AS had,
            {NAME}_plain(becomes -> name, moment) AS has
        FROM (
            SELECT n, ltrim(said, '@') AS name, said LIKE '@%' AS moment
            FROM unnest(TG_ARGV) WITH ORDINALITY AS given(said, n) WHERE n > 1
        ) AS columns
    ) AS changed
    WHERE key OR CASE TG_OP
        WHEN 'INSERT' THEN {NAME}_says(has)
        WHEN 'DELETE' THEN {NAME}_says(had)
        ELSE had IS DISTINCT FROM has AND name <> 'version' END;
    IF TG_OP = 'UPDATE' AND NOT EXISTS (
        SELECT FROM json_each(told) AS each
        WHERE (each.value -> 0)::jsonb IS DISTINCT FROM (each.value -> 1)::jsonb)
    THEN RETURN NULL; END IF;
    INSERT INTO history (at, staff_id, "table", row_id, action, changes) VALUES (
        date_trunc('second', clock_timestamp() AT TIME ZONE 'UTC'),
        venues_writer(), TG_TABLE_NAME,
        CASE WHEN TG_ARGV[0] = '' THEN (coalesce(becomes, was) ->> 'id')::int END,
        CASE TG_OP WHEN 'INSERT' THEN 'added' WHEN 'UPDATE' THEN 'changed'
            ELSE 'removed' END,
        coalesce(told, '{{}}'::json));
    RETURN NULL;
END
"""

# A moment is told to the minute, or to the second where it has any.
PLAIN = f"""
CREATE OR REPLACE FUNCTION {NAME}_plain(said jsonb, moment boolean) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $plain$
    SELECT CASE WHEN said = 'null' THEN NULL
        WHEN moment THEN to_jsonb(regexp_replace(
            left(replace(said #>> '{{}}', 'T', ' '), 19), ':00$', ''))
        ELSE said END
$plain$
"""

SAYS = f"""
CREATE OR REPLACE FUNCTION {NAME}_says(said jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $says$
    SELECT said IS NOT NULL AND said NOT IN ('""', '[]')
$says$
"""

FUNCTION = f"""
CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $history${BODY}$history$
"""

_TRIGGER = """
CREATE OR REPLACE TRIGGER {name} AFTER INSERT OR UPDATE OR DELETE ON "{table}"
FOR EACH ROW WHEN (current_user <> '{owner}' OR current_setting('{told}', true) = 'on')
EXECUTE FUNCTION {function}({given})
"""


def functions() -> tuple[str, ...]:
    """The statements that make what the triggers do."""
    return PLAIN, SAYS, FUNCTION


def triggers() -> dict[str, str]:
    """The triggers by name: one for each table of which history tells."""
    return {
        f"tr_{table.name}_history": _TRIGGER.format(
            name=f"tr_{table.name}_history",
            table=table.name,
            owner=OWNER,
            told=TOLD,
            function=NAME,
            given=", ".join(f"'{each}'" for each in _given(table)),
        )
        for table in Base.metadata.sorted_tables
        if table.name not in NOT_RECORDED
    }


def _given(table: Table) -> list[str]:
    """The key where it is no id, and the columns whose values history keeps."""
    keys = [column.name for column in table.primary_key.columns]
    private = PRIVATE.get(table.name, frozenset())
    columns = [
        f"@{column.name}" if _is_moment(column.type) else column.name
        for column in table.columns
        if column.name not in private
    ]
    return ["" if keys == ["id"] else ",".join(keys), *columns]


def _is_moment(type_: object) -> bool:
    return isinstance(type_, DateTime)
