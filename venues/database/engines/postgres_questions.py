# ruff: noqa: S608 - words of our own, nothing from outside
"""What the program has to know across people, as functions that say no more than that.

A worker's session reads nobody else's bookings, cases or links. Each function here
answers one question that a search or a booking has to ask all the same, for the asker's
own cases and bookings only, and counts what workers ask (``postgres_counts``).
"""

from __future__ import annotations

from sqlalchemy import CTE, String, column, text

from venues.database import case_facts, engagements, no_go
from venues.database.engines import postgres_counts, postgres_lookups
from venues.database.engines.postgres_plain import plain
from venues.database.engines.postgres_roles import (
    EVERYBODY,
    KEEPERS,
    MANAGERS,
    OWNER,
    STAFF,
)
from venues.database.models.base import MOMENT
from venues.database.models.booking import LONGEST_HOLD
from venues.domain.numbers import Numbers

TAKEN = """
CREATE OR REPLACE VIEW taken AS
SELECT space_id AS space, starts AS "from", ends AS until FROM hold
"""
"""When each space is taken: all that everybody may read of other people's bookings."""

_FUNCTION = """
CREATE OR REPLACE FUNCTION {name}({given}) RETURNS {returns}
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $body$
#variable_conflict use_column
{body}
$body$
"""

KEEPS = f"""
CREATE OR REPLACE FUNCTION venues_keeps() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $body$
    SELECT {
    " OR ".join(
        f"pg_has_role(session_user, '{name}', 'MEMBER')" for name in (*KEEPERS, OWNER)
    )
}
$body$
"""

_OWN_CASES = """
    IF NOT venues_keeps() THEN
        _cases := ARRAY(SELECT venues_cases() INTERSECT SELECT unnest(_cases));
    END IF;
"""
_OWN_BOOKINGS = """
    IF NOT venues_keeps() THEN
        _without := ARRAY(SELECT venues_bookings() INTERSECT SELECT unnest(_without));
    END IF;
"""

_LONGEST = f"interval '{LONGEST_HOLD} hours'"

# How far each kind of link reaches: as it is set, else as it is when nothing is.
_REACH = "\n    UNION ALL ".join(
    f"""SELECT '{kind}' AS kind, make_interval(mins => coalesce((SELECT
        substring(value FROM '^[0-9]+')::int FROM setting
        WHERE name = 'buffer_{kind.replace(" ", "_").replace("-", "_")}'),
        {minutes})) AS reach"""
    for kind, minutes in Numbers().buffers.items()
)

_BOUNDS = ", ".join(f"('{bound:%H:%M}'::time)" for bound in no_go.BOUNDS)

_HALF = f"""
    SELECT reaches.kind, day + opens AS starts, day + closes AS ends,
        day + opens - reach AS reach_from, day + closes + reach AS reach_until
    FROM unnest(_days) AS day
    CROSS JOIN (SELECT opens, coalesce(lead(opens) OVER (ORDER BY opens),
        '24:00'::time) - '00:00'::time AS closes
        FROM (VALUES {_BOUNDS}) AS bounds(opens)) AS halves
    CROSS JOIN (SELECT '' AS kind, interval '0' AS reach
    UNION ALL {_REACH}) AS reaches
"""

_CASES_DAYS = "_cases integer[], _days date[], _without integer[]"
_WINDOWS = "TABLE (venue_id integer, starts timestamp, ends timestamp)"
_CASE_ROWS = (
    "TABLE (what text, case_id integer, number integer, flag integer, other integer, "
    "new integer, starts timestamp, ends timestamp, opens time, closes time)"
)
_BUSY_ROWS = (
    "TABLE (staff_id integer, starts timestamp, ends timestamp, venue text, "
    "easting integer, northing integer, name text, away boolean)"
)
_FOUND = (
    "TABLE (id integer, kind varchar, sector varchar, needs json, confirmed boolean, "
    "ends_on date, listed boolean)"
)
_PAPER_ROWS = (
    "TABLE (space_id integer, starts timestamp, ends timestamp, number integer, "
    "room_id integer, layout text, ask_for text, people integer, needs json, "
    "unconfirmed boolean)"
)

_NO_GO = {
    "case_ids": "_cases",
    "without": "_without",
    "first_day": "_first",
    "last_day": "_last",
    "earliest": f"(_from - {_LONGEST})",
    "from": "_from",
    "until": "_until",
}

_OF_DAY = {
    "case_ids": "_cases",
    "without": "_without",
    "first_day": "_day",
    "last_day": "_day",
    "first_moment": "_day::timestamp",
    "earliest": f"(_day::timestamp - {_LONGEST})",
    "from": "_day::timestamp",
    "until": "(_day + 1)::timestamp",
}

_OUT = {
    "staff": "_staff",
    "without": "_without",
    "without_outing": "_without_outing",
    "earliest": f"(_day::timestamp - {_LONGEST})",
    "first": "_day::timestamp",
    "until": "(_day + 1)::timestamp",
}


def _half_days() -> CTE:
    """Those of the days asked about, with how far each kind of link reaches."""
    moments = (column(name, MOMENT) for name in no_go.HALF[1:])
    half = text(_HALF).columns(column(no_go.HALF[0], String), *moments)
    return half.cte("half")


def _no_go() -> str:
    asked = plain(no_go.statement(_half_days()), _NO_GO)
    return f"""
DECLARE
    _first date := (SELECT min(day) FROM unnest(_days) AS day);
    _last date := (SELECT max(day) FROM unnest(_days) AS day);
    _reach interval := (SELECT max(reach) FROM ({_REACH}) AS reaches);
    _from timestamp := _first - _reach;
    _until timestamp := _last + interval '1 day' + _reach;
BEGIN
    {_OWN_CASES} {_OWN_BOOKINGS}
    PERFORM venues_count(cardinality(_cases) * cardinality(_days));
    RETURN QUERY {_typed(asked, _WINDOWS)};
END
"""


def _known() -> str:
    much, little = (
        _typed(plain(case_facts.statement(visited=visited), _OF_DAY), _CASE_ROWS)
        for visited in (True, False)
    )
    return f"""
BEGIN
    {_OWN_CASES} {_OWN_BOOKINGS}
    PERFORM venues_count(cardinality(_cases));
    IF _visited THEN RETURN QUERY {much}; ELSE RETURN QUERY {little}; END IF;
END
"""


def _busy() -> str:
    asked = _typed(plain(engagements.statement(), _OUT), _BUSY_ROWS)
    return f"""
DECLARE _all boolean := venues_keeps();
BEGIN
    {_OWN_BOOKINGS}
    PERFORM venues_count(cardinality(_staff));
    RETURN QUERY SELECT found.staff_id, found.starts, found.ends,
        CASE WHEN shown THEN found.venue END, CASE WHEN shown THEN found.easting END,
        CASE WHEN shown THEN found.northing END, CASE WHEN shown THEN found.name END,
        shown AND found.away
    FROM ({asked}) AS found
    CROSS JOIN LATERAL (
        SELECT _all OR found.staff_id IN (SELECT venues_owns()) AS shown) AS seen;
END
"""


def _typed(asked: str, rows: str) -> str:
    """The query with its columns named and typed as what the function returns."""
    columns = [
        each.split() for each in rows.removeprefix("TABLE (").rstrip(")").split(", ")
    ]
    cast = ", ".join(f"given.{name}::{type_} AS {name}" for name, type_ in columns)
    names = ", ".join(name for name, _ in columns)
    return f"SELECT {cast} FROM ({asked}) AS given({names})"


def functions() -> tuple[str, ...]:
    """The statements that make the view and the functions."""
    return (
        TAKEN,
        KEEPS,
        *(
            _FUNCTION.format(name=name, given=given, returns=returns, body=body)
            for name, (given, returns, body) in _made().items()
        ),
    )


def _made() -> dict[str, tuple[str, str, str]]:
    """Function → what it is given, what it returns, and how: counting comes first."""
    return {
        "venues_count": ("_number integer", "void", postgres_counts.COUNT),
        "venues_no_go": (_CASES_DAYS, _WINDOWS, _no_go()),
        "venues_known": (
            "_cases integer[], _day date, _without integer[], _visited boolean",
            _CASE_ROWS,
            _known(),
        ),
        "venues_busy": (
            "_staff integer[], _day date, _without integer[], _without_outing integer",
            _BUSY_ROWS,
            _busy(),
        ),
        "venues_case": (
            "_reference text, _staff integer[], _today date",
            _FOUND,
            postgres_lookups.CASE,
        ),
        "venues_holders": (
            "_room integer, _from timestamp, _until timestamp",
            "SETOF integer",
            postgres_lookups.HOLDERS,
        ),
        "venues_paper": (
            "_first timestamp, _until timestamp, _spaces integer[]",
            _PAPER_ROWS,
            postgres_lookups.PAPER,
        ),
        "venues_is_live": ("_booking integer", "boolean", postgres_lookups.LIVE),
        "venues_look": (
            "_what text, _row integer, _staff integer",
            "void",
            postgres_lookups.LOOK,
        ),
        "venues_counted": ("", postgres_counts.COUNTED_ROWS, postgres_counts.COUNTED),
        "venues_settle": (
            "_booking integer, _how text, _stands boolean",
            "void",
            postgres_lookups.SETTLE,
        ),
    }


ASKERS = {
    "venues_keeps": EVERYBODY,
    "venues_no_go": STAFF,
    "venues_known": STAFF,
    "venues_busy": STAFF,
    "venues_case": STAFF,
    "venues_holders": STAFF,
    "venues_paper": STAFF,
    "venues_is_live": STAFF,
    "venues_look": KEEPERS,
    "venues_counted": MANAGERS,
    "venues_settle": STAFF,
}
"""Function → the groups that may ask it. Counting is asked by the others only."""
