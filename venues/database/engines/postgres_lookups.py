# ruff: noqa: S608 - words of our own, nothing from outside
"""Small things to be known or done across people, as bodies of the server's functions.

``postgres_questions`` makes functions of them.
"""

from __future__ import annotations

from venues.database.engines.postgres_roles import OWNER
from venues.database.models.booking import LONGEST_HOLD

_LONGEST = f"interval '{LONGEST_HOLD} hours'"

CASE = """
DECLARE _all boolean := venues_keeps();
BEGIN
    PERFORM venues_count(1);
    RETURN QUERY SELECT CASE WHEN shown THEN named.id END,
        CASE WHEN shown THEN named.kind END, CASE WHEN shown THEN named.sector END,
        CASE WHEN shown THEN named.needs END, shown AND named.confirmed,
        CASE WHEN shown THEN named.ends_on END, listed
    FROM "case" AS named
    CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM case_staff AS own
        WHERE own.case_id = named.id AND own.staff_id = ANY(_staff)
        AND (_all OR own.staff_id IN (SELECT venues_owns()))
        AND own.since <= _today AND (own.until IS NULL OR own.until >= _today))
        AS listed) AS on_list
    CROSS JOIN LATERAL (SELECT listed OR _all AS shown) AS seen
    WHERE named.reference = _reference;
END
"""

HOLDERS = """
BEGIN
    PERFORM venues_count(1);
    RETURN QUERY SELECT DISTINCT hold.booking_id FROM hold
        JOIN room_space ON room_space.space_id = hold.space_id
        WHERE room_space.room_id = _room AND hold.booking_id IS NOT NULL
            AND hold.starts < _until AND hold.ends > _from
        ORDER BY hold.booking_id;
END
"""

# What reception is told of each hold, by the place in a list and not by the booking.
PAPER = f"""
BEGIN
    RETURN QUERY SELECT held.space_id, held.starts, held.ends,
        dense_rank() OVER (ORDER BY held.booking_id)::int,
        placed.room_id, placed.layout::text,
        coalesce((SELECT person.ask_for FROM worker
            JOIN staff AS person ON person.id = worker.staff_id
            WHERE worker.booking_id = booked.id AND person.ask_for <> ''
            ORDER BY worker.id LIMIT 1), '')::text,
        booked.people, booked.needs,
        coalesce(booked.venue_answer IN ('to ask', 'asked'), false)
    FROM hold AS held LEFT JOIN booking AS booked ON booked.id = held.booking_id
    LEFT JOIN booking_room AS placed ON placed.booking_id = booked.id
    WHERE held.starts > _first - {_LONGEST} AND held.starts < _until
        AND held.ends > _first AND held.space_id = ANY(_spaces)
    ORDER BY held.id, placed.id;
END
"""

LIVE = """
BEGIN
    RETURN EXISTS (SELECT FROM booking WHERE id = _booking
        AND status IN ('provisional', 'confirmed'));
END
"""

LOOK = f"""
BEGIN
    INSERT INTO look (at, staff_id, what, row_id) VALUES (
        date_trunc('second', clock_timestamp() AT TIME ZONE 'UTC'),
        coalesce(venues_me(), CASE
            WHEN pg_has_role(session_user, '{OWNER}', 'MEMBER') THEN _staff END),
        _what, _row);
END
"""

# Of what is about a person a worker is told nothing, so the server sees to it when they
# changed the booking; should it stand all the same, the next look raises it again.
SETTLE = """
BEGIN
    IF _how IN ('Changed', 'Cancelled') AND _booking IN (SELECT venues_bookings())
        AND EXISTS (SELECT FROM history WHERE "table" = 'booking' AND row_id = _booking
            AND staff_id = venues_writer()
            AND xmin = pg_current_xact_id_if_assigned()::xid)
    THEN
        SET LOCAL venues.told = 'on';
        UPDATE review SET how = _how,
            resolved_at = date_trunc('second', clock_timestamp() AT TIME ZONE 'UTC')
        WHERE booking_id = _booking AND for_a_person AND told_at IS NULL
            AND resolved_at IS NULL AND NOT _stands;
        SET LOCAL venues.told = 'off';
    END IF;
END
"""
