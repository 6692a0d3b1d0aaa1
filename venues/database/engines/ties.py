"""Who is one person, and who is kept from whom, worked out whenever a link changes.

A refusal must not take longer for a case with a second reference than for one without.
Were other references looked for when somebody asks, it would; so triggers write down,
for each reference, all of the same person's (itself among them) and all that it is kept
from by any of them, each with the days on which that holds. Asking is one look then.
"""

from __future__ import annotations

SAME = "same person"
ALWAYS = ("0001-01-01", "9999-12-31")
"""The days of what has no first day, or no last."""

_SINCE = "max(link.since, coalesce(mine.since, ''), coalesce(theirs.since, ''))"
_UNTIL = "min(link.until, coalesce(mine.until, '~'), coalesce(theirs.until, '~'))"

DERIVED = f"""
WITH RECURSIVE link AS MATERIALIZED (
    SELECT first_id AS here, second_id AS there, kind, since,
        coalesce(until, '{ALWAYS[1]}') AS until
    FROM separation WHERE closed_on IS NULL
    UNION ALL
    SELECT second_id, first_id, kind, since, coalesce(until, '{ALWAYS[1]}')
    FROM separation WHERE closed_on IS NULL
), same AS MATERIALIZED (SELECT * FROM link WHERE kind = '{SAME}'),
one (here, there, since, until) AS (
    SELECT here, here, '{ALWAYS[0]}', '{ALWAYS[1]}' FROM same
    UNION
    SELECT one.here, same.there, max(one.since, same.since), min(one.until, same.until)
    FROM one JOIN same ON same.here = one.there
    WHERE same.there <> one.here
        AND max(one.since, same.since) <= min(one.until, same.until)
)
SELECT here AS case_id, '{SAME}' AS kind, there AS other_id, since, until FROM one
UNION
SELECT coalesce(mine.there, link.here), link.kind, coalesce(theirs.there, link.there),
    {_SINCE}, {_UNTIL}
FROM link
LEFT JOIN one AS mine ON mine.here = link.here
LEFT JOIN one AS theirs ON theirs.here = link.there
WHERE link.kind <> '{SAME}' AND {_SINCE} <= {_UNTIL}
"""  # noqa: S608 - words of our own
"""What the table has to hold, from the links that are not closed."""

REMAKE = (
    "DELETE FROM tie",
    f"""INSERT INTO tie (case_id, kind, other_id, since, until)
SELECT case_id, kind, other_id, since, until FROM ({DERIVED})""",  # noqa: S608
)

STALE = f"""
SELECT (SELECT count(*) FROM ({DERIVED})) + count(*) - 2 * (
    SELECT count(*) FROM ({DERIVED} INTERSECT
        SELECT case_id, kind, other_id, since, until FROM tie))
FROM tie
"""  # noqa: S608 - words of our own
"""How many rows are missing from the table, or too many in it."""

_WHEN = {
    "insert": "AFTER INSERT ON separation WHEN NEW.closed_on IS NULL",
    "update": "AFTER UPDATE OF first_id, second_id, kind, since, until, closed_on "
    "ON separation",
    "delete": "AFTER DELETE ON separation WHEN OLD.closed_on IS NULL",
}


def triggers() -> list[str]:
    """The statements that keep the table as it has to be, whoever writes a link."""
    body = ";\n".join(REMAKE)
    return [
        f"CREATE TRIGGER tr_tie_{moment} {when}\nBEGIN\n{body};\nEND"
        for moment, when in _WHEN.items()
    ]
