"""What PostgreSQL itself refuses, whoever writes to it: the twin of ``guards.py``."""

from __future__ import annotations

from venues.database.engines import ties
from venues.database.engines.guards import CATALOGUE, GONE

OVERLAP = """
ALTER TABLE hold ADD CONSTRAINT tr_hold_no_overlap
EXCLUDE USING gist (space_id WITH =, tsrange(starts, ends) WITH &&)
"""

_FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $guard${body}$guard$
"""

_TRIGGER = """
CREATE OR REPLACE TRIGGER {name} {moment} ON "{table}"
FOR EACH {each} EXECUTE FUNCTION {function}()
"""

_REFUSE = """
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
        MESSAGE = 'tr_' || TG_TABLE_NAME || '_kept',
        CONSTRAINT = 'tr_' || TG_TABLE_NAME || '_kept';
"""

_MONTHS = """make_interval(months => coalesce((
        SELECT greatest({least}, coalesce(substring(value FROM '^[0-9]+')::int, 0))
        FROM setting WHERE name = '{name}'), {usual}))"""
"""A number of months as it is set, however it was typed."""

_NOW = "(now() AT TIME ZONE 'UTC')"

BODIES = {
    "tr_kept_whole": f"""
BEGIN {_REFUSE} END
""",
    "tr_kept_past": f"""
BEGIN
    IF OLD.at + {_MONTHS.format(name="history_months", least=12, usual=24)} > {_NOW}
    THEN {_REFUSE} END IF;
    RETURN OLD;
END
""",
    # Somebody's reference, typed in a note, may be taken out again; nothing else.
    "tr_kept_words": f"""
BEGIN
    IF (NEW.id, NEW.at, NEW.staff_id, NEW."table", NEW.row_id, NEW.action)
        IS DISTINCT FROM
        (OLD.id, OLD.at, OLD.staff_id, OLD."table", OLD.row_id, OLD.action)
    OR NOT EXISTS (
        SELECT 1 FROM "case" AS named WHERE NEW.changes::text IN (
            replace(OLD.changes::text, named.reference, '{GONE}'),
            replace(OLD.changes::text, lower(named.reference), '{GONE}')))
    THEN {_REFUSE} END IF;
    RETURN NEW;
END
""",  # noqa: S608 - words of our own
    # A link that has not ended, or not long enough ago, or of a case on hold.
    "tr_kept_live": f"""
DECLARE ended date := least(OLD.until, OLD.closed_on);
BEGIN
    IF ended IS NULL
    OR ended + {_MONTHS.format(name="ended_months", least=1, usual=3)} > {_NOW}::date
    OR EXISTS (SELECT 1 FROM "case" WHERE id IN (OLD.first_id, OLD.second_id)
        AND on_hold AND (hold_until IS NULL OR hold_until >= {_NOW}::date))
    THEN {_REFUSE} END IF;
    RETURN OLD;
END
""",  # noqa: S608 - words of our own
    "tr_tie": f"""
BEGIN
    {";".join(ties.remake(ties.ON_A_SERVER))};
    RETURN NULL;
END
""",
    "tr_revision": """
BEGIN
    UPDATE revision SET number = number + 1 WHERE name = 'catalogue';
    RETURN NULL;
END
""",
}

_GUARDED = {
    ("history", "update"): "tr_kept_words",
    ("history", "delete"): "tr_kept_past",
    ("look", "update"): "tr_kept_whole",
    ("look", "delete"): "tr_kept_past",
    ("separation", "delete"): "tr_kept_live",
}
"""Table and deed → what decides whether a row may go through it."""


def functions() -> dict[str, str]:
    """What each trigger does, by name, with its place on the path pinned."""
    return {
        name: _FUNCTION.format(name=name, body=body) for name, body in BODIES.items()
    }


def triggers() -> dict[str, str]:
    """The triggers by name. To empty a table at a stroke is no way round them."""
    made = {}
    for (table, deed), function in _GUARDED.items():
        name = f"tr_{table}_kept_{deed}"
        made[name] = _TRIGGER.format(
            name=name,
            moment=f"BEFORE {deed.upper()}",
            table=table,
            each="ROW",
            function=function,
        )
    for table in dict.fromkeys(table for table, _ in _GUARDED):
        name = f"tr_{table}_kept_truncate"
        made[name] = _TRIGGER.format(
            name=name,
            moment="BEFORE TRUNCATE",
            table=table,
            each="STATEMENT",
            function="tr_kept_whole",
        )
    for table in CATALOGUE:
        name = f"tr_revision_{table}"
        made[name] = _TRIGGER.format(
            name=name,
            moment="AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE",
            table=table,
            each="STATEMENT",
            function="tr_revision",
        )
    made["tr_tie"] = _TRIGGER.format(
        name="tr_tie",
        moment="AFTER INSERT OR UPDATE OR DELETE",
        table="separation",
        each="STATEMENT",
        function="tr_tie",
    )
    return made
