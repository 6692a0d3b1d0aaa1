# ruff: noqa: S608 - words of our own, nothing from outside
"""Who may do what with which table of a shared database, row by row.

One table, from which grants and policies are made; what is not in it is nobody's. A
test walks all tables and fails on one without a line here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from venues.database.engines import postgres_people, postgres_questions
from venues.database.engines.guards import CATALOGUE
from venues.database.engines.postgres_roles import (
    EVERYBODY,
    KEEPERS,
    MANAGERS,
    OWNER,
    STAFF,
    WORKERS,
)
from venues.domain.people import Role

SELECT, INSERT, UPDATE, DELETE = VERBS = ("SELECT", "INSERT", "UPDATE", "DELETE")
WRITE = (INSERT, UPDATE, DELETE)
EDIT = (INSERT, UPDATE)
ANY = "true"

MINE = "booking_id IN (SELECT venues_bookings())"
OWN = "{} IN (SELECT venues_owns())"
BOARD = (f"venues_{Role.BOARD.value}",)
PLACES = (*CATALOGUE, "contact", "revision")
"""Tables with nobody in them but whoever wrote something down."""

SHOWN = tuple(sorted({*PLACES} - {"revision", "setting"}))
"""Tables whose history is shown to everybody who may open a venue."""


@dataclass(frozen=True, slots=True)
class Right:
    """Groups that may do something with those rows of a table.

    ``rows`` is a condition on rows that are there, ``new`` on rows as they are written
    (the same where it is empty). ``columns`` are those that may be changed, all where
    there are none.
    """

    table: str
    groups: tuple[str, ...]
    verbs: tuple[str, ...]
    rows: str = ANY
    new: str = ""
    columns: tuple[str, ...] = ()


def _kept(table: str, *verbs: str) -> Right:
    return Right(table, KEEPERS, verbs or (SELECT, *WRITE))


def _of_places() -> Iterator[Right]:
    """The catalogue: everybody reads it, and those who keep it write it."""
    for table in PLACES:
        yield Right(table, EVERYBODY, (SELECT,))
        if table != "revision":
            yield Right(table, KEEPERS, WRITE)
    yield Right("incident", WORKERS, (INSERT, DELETE), OWN.format("recorded_by"))


def _of_people() -> Iterator[Right]:
    """Who works here, and who may act for whom."""
    yield Right("staff", EVERYBODY, (SELECT,))
    yield Right("staff", KEEPERS, (INSERT,))
    yield Right(
        "staff",
        KEEPERS,
        (UPDATE,),
        columns=(
            *("name", "ask_for", "authority_id", "agency", "work_phone"),
            *("duty_manager", "left_on", "version"),
        ),
    )
    own = f"{OWN.format('staff_id')} OR {OWN.format('for_id')}"
    yield Right("acting", WORKERS, (SELECT,), own)
    yield Right("acting", KEEPERS, (SELECT,))
    yield Right("acting", MANAGERS, WRITE)


def _of_cases() -> Iterator[Right]:
    """References on one's list, and of one's bookings; links are for keepers only."""
    for table in ("case", "case_staff", "case_hours", "case_venue", "separation"):
        yield _kept(table)
    yield Right("tie", KEEPERS, (SELECT,))
    known, listed = "IN (SELECT venues_cases())", "IN (SELECT venues_listed())"
    yield Right("case", WORKERS, (SELECT,), f"id {known}")
    yield Right("case", WORKERS, (INSERT,), new="NOT confirmed")
    yield Right("case", WORKERS, (DELETE,), f"id {listed} AND NOT confirmed")
    yield Right("case_staff", WORKERS, (SELECT,), f"case_id {known}")
    yield Right("case_staff", WORKERS, WRITE, f"case_id {listed}")
    yield Right("case_hours", WORKERS, (SELECT,), f"case_id {known}")


def _of_bookings() -> Iterator[Right]:
    """Bookings with all that belongs to them: one's own, and for keepers all."""
    yield _kept("booking", SELECT, *EDIT)
    yield Right(
        "booking",
        WORKERS,
        (SELECT, UPDATE),
        "id IN (SELECT venues_bookings())",
    )
    yield Right("booking", WORKERS, (INSERT,), new=OWN.format("made_by"))
    for table in ("booking_room", "worker", "hold"):
        yield _kept(table)
        yield Right(table, WORKERS, (SELECT, *WRITE), MINE)
    yield _kept("override")
    yield Right("override", WORKERS, (SELECT,), MINE)
    yield Right("override", WORKERS, WRITE, f"{MINE} AND kind <> 'override'")
    yield _kept("attendance")
    attends = f"{MINE} AND case_id IN (SELECT venues_cases())"
    yield Right("attendance", WORKERS, (SELECT, *WRITE), MINE, attends)
    yield _kept("condition")
    signed = f"{MINE} AND (kind <> 'sign-off' OR met_at IS NULL)"
    yield Right("condition", WORKERS, (SELECT, *WRITE), MINE, signed)
    yield from _of_series()
    yield from _of_outings()


def _of_series() -> Iterator[Right]:
    yield _kept("series", SELECT, *EDIT)
    own = f"id IN (SELECT venues_series()) OR {OWN.format('made_by')}"
    yield Right("series", WORKERS, (SELECT, UPDATE), own)
    yield Right("series", WORKERS, (INSERT,), new=OWN.format("made_by"))
    yield _kept("series_date")
    dates = "series_id IN (SELECT venues_series())"
    yield Right("series_date", WORKERS, (SELECT, *WRITE), dates)


def _of_outings() -> Iterator[Right]:
    """Whoever is out, whoever waits for them, and those who answer for everybody."""
    own = f"{OWN.format('staff_id')} OR {MINE}"
    seen = f"{own} OR {OWN.format('buddy_id')} OR venues_on_duty()"
    yield _kept("outing")
    yield Right("outing", WORKERS, (SELECT, UPDATE), seen)
    yield Right("outing", WORKERS, (INSERT, DELETE), own)


def _of_matters() -> Iterator[Right]:
    """What waits for somebody about a booking."""
    for table in ("request", "review", "notice", "sign_off", "offer"):
        yield _kept(table)
    own = OWN.format("asked_by")
    asks = f"{own} AND decided_by IS NULL"
    passed_on = f"{own} OR ({MINE} AND state <> 'open')"
    yield Right("request", WORKERS, (SELECT, UPDATE), passed_on)
    yield Right("request", WORKERS, (INSERT,), new=asks)
    told = f"{MINE} AND (NOT for_a_person OR told_at IS NOT NULL)"
    kept = f"{told} AND NOT (for_a_person AND how LIKE 'Kept: %')"
    yield Right("review", WORKERS, (SELECT, UPDATE), told, kept)
    yield Right("review", WORKERS, (INSERT, DELETE), f"{MINE} AND NOT for_a_person")
    yield Right("notice", WORKERS, (SELECT, UPDATE), OWN.format("staff_id"))
    yield Right("sign_off", WORKERS, (SELECT,), f"{own} OR {MINE}")
    open_ = f"{asks} AND state IN ('open', 'withdrawn')"
    yield Right("sign_off", WORKERS, EDIT, f"{own} AND state <> 'yes'", open_)
    yield Right("offer", WORKERS, (SELECT,), OWN.format("staff_id"))


def _of_the_past() -> Iterator[Right]:
    """Written by the server itself, and changed by nobody."""
    yield Right("history", KEEPERS, (SELECT,))
    shown = ", ".join(f"'{table}'" for table in SHOWN)
    seen = f'"table" IN ({shown}) OR staff_id = venues_me()'
    yield Right("history", WORKERS, (SELECT,), seen)
    yield Right("look", MANAGERS, (SELECT,))
    yield Right("done", STAFF, (SELECT, *WRITE), OWN.format("staff_id"))
    yield Right("retention", EVERYBODY, (SELECT,))


def _of_evidence() -> Iterator[Right]:
    """What was looked for and refused: no person is in it but whoever asked."""
    yield _kept("code", SELECT, INSERT)
    yield Right("code", MANAGERS, (UPDATE,), columns=("case_id", "case_ids"))
    yield Right("code", WORKERS, (SELECT, INSERT), OWN.format("staff_id"))
    yield Right("search", STAFF, (INSERT,))
    for table in ("search", "unmet_need", "option_explored"):
        yield Right(table, (*KEEPERS, *BOARD), (SELECT,))
    yield Right("unmet_need", KEEPERS, EDIT)
    yield Right("unmet_need", WORKERS, (SELECT, *EDIT), OWN.format("made_by"))
    yield Right("option_explored", KEEPERS, WRITE)
    yield Right("scenario", KEEPERS, (SELECT, *WRITE), OWN.format("made_by"))


RIGHTS = (
    *_of_places(),
    *_of_people(),
    *_of_cases(),
    *_of_bookings(),
    *_of_matters(),
    *_of_the_past(),
    *_of_evidence(),
)


def statements() -> Iterator[str]:
    """What makes the rights as they are here, whatever they were before."""
    yield _away()
    everybody = ", ".join(EVERYBODY)
    yield f"GRANT USAGE ON SCHEMA public TO {everybody}"
    yield f"GRANT SELECT ON alembic_version, taken TO {everybody}"
    for name in postgres_people.ASKED:
        yield f"GRANT EXECUTE ON FUNCTION {name} TO {everybody}"
    for name, groups in postgres_questions.ASKERS.items():
        yield f"GRANT EXECUTE ON FUNCTION {name} TO {', '.join(groups)}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {', '.join(STAFF)}"
    for table in dict.fromkeys(right.table for right in RIGHTS):
        yield f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY'
        yield f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY'
        yield f'CREATE POLICY owner ON "{table}" TO {OWNER} USING (true)'
    for number, right in enumerate(RIGHTS):
        yield from _made(number, right)


def _away() -> str:
    """What takes every right and policy away, so that none is left over."""
    everybody = ", ".join(("PUBLIC", *EVERYBODY))
    return f"""
DO $$ DECLARE each record; BEGIN
    FOR each IN SELECT tablename, policyname FROM pg_policies
        WHERE schemaname = 'public'
    LOOP EXECUTE format('DROP POLICY %I ON %I', each.policyname, each.tablename);
    END LOOP;
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {everybody};
    REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {everybody};
    FOR each IN SELECT oid::regprocedure AS name FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace
            AND pg_get_userbyid(proowner) = '{OWNER}'
    LOOP EXECUTE format('REVOKE ALL ON FUNCTION %s FROM {everybody}', each.name);
    END LOOP;
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO {", ".join(EVERYBODY)}',
        current_database());
END $$
"""


def _made(number: int, right: Right) -> Iterator[str]:
    groups = ", ".join(right.groups)
    for verb in right.verbs:
        columns = f" ({', '.join(right.columns)})" if right.columns else ""
        yield f'GRANT {verb}{columns} ON "{right.table}" TO {groups}'
        name = f"r{number}_{verb.lower()}"
        using = f" USING ({right.rows})" if verb != INSERT else ""
        new = right.new or right.rows
        check = f" WITH CHECK ({new})" if verb in {INSERT, UPDATE} else ""
        yield (
            f'CREATE POLICY {name} ON "{right.table}" FOR {verb} TO {groups}'
            f"{using}{check}"
        )
