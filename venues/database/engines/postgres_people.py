# ruff: noqa: S608 - words of our own, nothing from outside
"""Functions that say who is signed in, and what is theirs.

Policies ask them once for each statement (``id IN (SELECT …)``), and each sees all rows
whatever its asker may: they answer with ids of what is the asker's own.
"""

from __future__ import annotations

from venues.database.engines.postgres_roles import OWNER

_FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS {returns}
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $body${body}$body$
"""

_ME = """
    SELECT id FROM staff WHERE login = session_user
        AND (left_on IS NULL OR left_on > current_date)
"""

# Whoever looks after the server signs in as nobody here: the program says for whom.
_WRITER = f"""
    SELECT coalesce(venues_me(), CASE
        WHEN pg_has_role(session_user, '{OWNER}', 'MEMBER')
        THEN nullif(current_setting('venues.actor', true), '')::int END)
"""

_OWNS = """
    SELECT venues_me() UNION ALL
    SELECT for_id FROM acting WHERE staff_id = venues_me()
        AND since <= current_date AND (until IS NULL OR until >= current_date)
"""

# What somebody changed in this very transaction is told by its history, which nobody
# writes by hand: a new booking has no worker yet, and one that is handed over has
# another from then on.
_TOUCHED = """
    FROM history WHERE staff_id = venues_writer()
        AND at >= date_trunc('second', transaction_timestamp() AT TIME ZONE 'UTC')
        AND xmin = pg_current_xact_id_if_assigned()::xid
"""

_BOOKINGS = f"""
    SELECT booking_id FROM worker WHERE staff_id IN (SELECT venues_owns())
    UNION
    SELECT CASE "table" WHEN 'booking' THEN row_id
        ELSE coalesce(changes #>> '{{booking_id,0}}',
            changes #>> '{{booking_id,1}}')::int END
    {_TOUCHED} AND "table" IN ('booking', 'worker')
    UNION
    SELECT booking_id FROM worker WHERE id IN (SELECT row_id {_TOUCHED}
        AND "table" = 'worker')
"""

_LISTED = f"""
    SELECT case_id FROM case_staff WHERE staff_id IN (SELECT venues_owns())
        AND (until IS NULL OR until >= current_date)
    UNION
    SELECT row_id {_TOUCHED} AND "table" = 'case' AND action = 'added'
"""

_CASES = """
    SELECT venues_listed() UNION
    SELECT case_id FROM attendance WHERE booking_id IN (SELECT venues_bookings())
"""

_SERIES = f"""
    SELECT series_id FROM booking
    WHERE series_id IS NOT NULL AND id IN (SELECT venues_bookings())
    UNION
    SELECT row_id {_TOUCHED} AND "table" = 'series'
"""

_DUTY = """
    SELECT coalesce((SELECT duty_manager FROM staff WHERE id = venues_me()), false)
"""

ASKED = {
    "venues_me": ("integer", _ME),
    "venues_writer": ("integer", _WRITER),
    "venues_owns": ("SETOF integer", _OWNS),
    "venues_bookings": ("SETOF integer", _BOOKINGS),
    "venues_listed": ("SETOF integer", _LISTED),
    "venues_cases": ("SETOF integer", _CASES),
    "venues_series": ("SETOF integer", _SERIES),
    "venues_on_duty": ("boolean", _DUTY),
}
"""Function → what it answers with, and how: in an order in which they can be made."""


def functions() -> tuple[str, ...]:
    """The statements that make them."""
    return tuple(
        _FUNCTION.format(name=name, returns=returns, body=body)
        for name, (returns, body) in ASKED.items()
    )
