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


def derived(most: str, least: str, day: str) -> str:
    """What the table has to hold, from the links that are not closed.

    The engines differ in what they call the later and the earlier of several days, and
    in how a day is written.
    """
    first, last = (f"{day}'{each}'" for each in ALWAYS)
    since = (
        f"{most}(link.since, coalesce(mine.since, {first}), "
        f"coalesce(theirs.since, {first}))"
    )
    until = (
        f"{least}(link.until, coalesce(mine.until, {last}), "
        f"coalesce(theirs.until, {last}))"
    )
    return f"""
WITH RECURSIVE link AS MATERIALIZED (
    SELECT first_id AS here, second_id AS there, kind, since,
        coalesce(until, {last}) AS until
    FROM separation WHERE closed_on IS NULL
    UNION ALL
    SELECT second_id, first_id, kind, since, coalesce(until, {last})
    FROM separation WHERE closed_on IS NULL
), same AS MATERIALIZED (SELECT * FROM link WHERE kind = '{SAME}'),
one (here, there, since, until) AS (
    SELECT here, here, {first}, {last} FROM same
    UNION
    SELECT one.here, same.there, {most}(one.since, same.since),
        {least}(one.until, same.until)
    FROM one JOIN same ON same.here = one.there
    WHERE same.there <> one.here
        AND {most}(one.since, same.since) <= {least}(one.until, same.until)
)
SELECT here AS case_id, '{SAME}' AS kind, there AS other_id, since, until FROM one
UNION
SELECT coalesce(mine.there, link.here), link.kind, coalesce(theirs.there, link.there),
    {since}, {until}
FROM link
LEFT JOIN one AS mine ON mine.here = link.here
LEFT JOIN one AS theirs ON theirs.here = link.there
WHERE link.kind <> '{SAME}' AND {since} <= {until}
"""  # noqa: S608 - words of our own


DERIVED = derived("max", "min", "")
ON_A_SERVER = derived("greatest", "least", "DATE ")


def remake(due: str = DERIVED) -> tuple[str, str]:
    """The statements that make the table anew."""
    return (
        "DELETE FROM tie",
        f"""INSERT INTO tie (case_id, kind, other_id, since, until)
SELECT case_id, kind, other_id, since, until FROM ({due}) AS due""",  # noqa: S608
    )


def stale(due: str = DERIVED) -> str:
    """The query for how many rows are missing from the table, or too many in it."""
    return f"""
SELECT (SELECT count(*) FROM ({due}) AS due) + count(*) - 2 * (
    SELECT count(*) FROM (SELECT * FROM ({due}) AS due INTERSECT
        SELECT case_id, kind, other_id, since, until FROM tie) AS alike)
FROM tie
"""  # noqa: S608 - words of our own


REMAKE = remake()
STALE = stale()

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
