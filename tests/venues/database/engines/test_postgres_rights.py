# ruff: noqa: S608 - names of our own tables, nothing from outside
"""Who may do what with which table of a server, tried with plain SQL.

Each login tries each deed on the one row of each table: what comes of it is written
down here, beside nothing that brought it about.
"""

from __future__ import annotations

import json
from typing import Any

import psycopg
import pytest

from tests.people import MANAGER, OTHER, OWN, PEOPLE, Raw, SignIn
from venues.database.engines import postgres_rights
from venues.database.engines.postgres_roles import OWNER
from venues.database.models import Base

# The row in each table is the first one's, a practitioner; the second is another one,
# then come a victim worker, a coordinator, a manager and a board reader. A row is read,
# added, changed and removed: "+" it is, "0" it stays out of sight, "-" that is refused.
# Where a promise of the table itself stands in the way, it would have been let through.
EXPECTED = """
acting             +---  0---  0---  +---  ++++  ----
answer             +---  +---  +---  ++++  ++++  +---
appointment_type   +---  +---  +---  ++++  ++++  +---
assessment         +---  +---  +---  ++++  ++++  +---
attendance         ++++  0-00  0-00  ++++  ++++  ----
authority          +---  +---  +---  ++++  ++++  +---
block_hire         +---  +---  +---  ++++  ++++  +---
booking            +-+-  0-0-  0-0-  +++-  +++-  ----
booking_room       ++++  0-00  0-00  ++++  ++++  ----
case               ++-+  0+-0  0+-0  ++++  ++++  ----
case_hours         +---  0---  0---  ++++  ++++  ----
case_staff         ++++  0-00  0-00  ++++  ++++  ----
case_venue         ----  ----  ----  ++++  ++++  ----
closed_day         +---  +---  +---  ++++  ++++  +---
closure            +---  +---  +---  ++++  ++++  +---
cluster            +---  +---  +---  ++++  ++++  +---
code               0---  0---  0---  ++--  ++--  ----
condition          ++++  0-00  0-00  ++++  ++++  ----
contact            +---  +---  +---  ++++  ++++  +---
criterion          +---  +---  +---  ++++  ++++  +---
done               ++++  0-00  0-00  0-00  0-00  ----
entrance           +---  +---  +---  ++++  ++++  +---
feature            +---  +---  +---  ++++  ++++  +---
history            0---  0---  0---  +---  +---  ----
hold               ++++  0-00  0-00  ++++  ++++  ----
hours              +---  +---  +---  ++++  ++++  +---
incident           +--0  +--0  +--0  ++++  ++++  +---
look               ----  ----  ----  ----  +---  ----
notice             +-+-  0-0-  0-0-  ++++  ++++  ----
offer              +---  0---  0---  ++++  ++++  ----
option_explored    ----  ----  ----  ++++  ++++  +---
outing             ++++  0-00  0-00  ++++  ++++  ----
override           ++++  0-00  0-00  ++++  ++++  ----
request            +++-  0-0-  0-0-  ++++  ++++  ----
retention          +---  +---  +---  +---  +---  +---
review             ++++  0-00  0-00  ++++  ++++  ----
revision           +---  +---  +---  +---  +---  +---
room               +---  +---  +---  ++++  ++++  +---
room_space         +---  +---  +---  ++++  ++++  +---
scenario           ----  ----  ----  0-00  0-00  ----
search             -+--  -+--  -+--  ++--  ++--  +---
separation         ----  ----  ----  ++++  ++++  ----
series             0-0-  0-0-  0-0-  +++-  +++-  ----
series_date        0-00  0-00  0-00  ++++  ++++  ----
setting            +---  +---  +---  ++++  ++++  +---
sign_off           +++-  0-0-  0-0-  ++++  ++++  ----
space              +---  +---  +---  ++++  ++++  +---
staff              +---  +---  +---  +++-  +++-  +---
term               +---  +---  +---  ++++  ++++  +---
tie                ----  ----  ----  +---  +---  ----
unmet_need         0-0-  0-0-  0-0-  +++-  +++-  +---
venue              +---  +---  +---  ++++  ++++  +---
waiting_space      +---  +---  +---  ++++  ++++  +---
worker             ++++  0-00  0-00  ++++  ++++  ----
"""

TABLES = {table.name: table for table in Base.metadata.sorted_tables}


def expected() -> dict[str, list[str]]:
    """Table → what each of the people can do with its row."""
    lines = (line.split() for line in EXPECTED.strip().splitlines())
    return {table: answers for table, *answers in lines}


def tried(raw: Raw, statement: str, *values: Any) -> str:
    """What came of it; nothing of it stays."""
    try:
        with raw.transaction(force_rollback=True):
            said = raw.execute(statement, values or None)
            row = said.fetchone() if said.description else None
            return "+" if (row[0] if row else said.rowcount) else "0"
    except psycopg.errors.InsufficientPrivilege:
        return "-"
    except psycopg.errors.IntegrityError:
        return "+"


def able(raw: Raw, table: str, row: dict[str, Any]) -> str:
    """Read, add, change and remove."""
    columns = [c.name for c in TABLES[table].columns if not c.primary_key]
    column = "name" if "name" in columns else (columns or [*row])[0]
    new = row | ({"id": 900} if "id" in row else {})
    return (
        tried(raw, f'SELECT count(*) FROM "{table}"')
        + tried(
            raw,
            f'INSERT INTO "{table}" SELECT * '
            f'FROM json_populate_record(NULL::"{table}", %s::json)',
            json.dumps(new),
        )
        + tried(raw, f'UPDATE "{table}" SET "{column}" = "{column}"')
        + tried(raw, f'DELETE FROM "{table}"')
    )


def test_each_role_does_with_each_table_what_is_written_here(
    sign_in: SignIn, keeper: Raw
) -> None:
    signed = [sign_in(login) for login in PEOPLE]
    found = {}
    for table in sorted(TABLES):
        row = keeper.execute(f'SELECT to_json(t) FROM "{table}" t LIMIT 1').fetchone()
        assert row is not None
        found[table] = [able(raw, table, row[0]) for raw in signed]

    assert found == expected()


def made(raw: Raw) -> set[tuple[str, str, str, str]]:
    """Table, name, verb and groups of each policy that the server has."""
    rows = raw.execute(
        "SELECT tablename, policyname, cmd, array_to_string(roles, ' ') "
        "FROM pg_policies WHERE schemaname = 'public'"
    )
    return {(a, b, c, " ".join(sorted(d.split()))) for a, b, c, d in rows}


def declared() -> set[tuple[str, str, str, str]]:
    """The same as it is written in the program."""
    found = {(table, "owner", "ALL", OWNER) for table in TABLES}
    for number, right in enumerate(postgres_rights.RIGHTS):
        groups = " ".join(sorted(right.groups))
        for verb in right.verbs:
            name = f"r{number}_{verb.lower()}"
            found.add((right.table, name, verb, groups))
    return found


def test_every_table_has_its_policies_and_is_forced_to_heed_them(keeper: Raw) -> None:
    rows = keeper.execute(
        "SELECT relname, relrowsecurity AND relforcerowsecurity, "
        "pg_get_userbyid(relowner) FROM pg_class "
        "WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' "
        "AND relname <> 'alembic_version'"
    ).fetchall()

    assert {name for name, _, _ in rows} == {right.table for right in RIGHTS}
    assert {name for name, _, _ in rows} == {*TABLES}
    assert {(forced, owner) for _, forced, owner in rows} == {(True, OWNER)}
    assert made(keeper) == declared()


def test_a_policy_that_is_gone_is_missed(sign_in: SignIn, keeper: Raw) -> None:
    name, verb = next(
        (name, verb)
        for table, name, verb, groups in declared()
        if table == "booking" and verb == "SELECT" and "practitioner" in groups
    )
    own = sign_in(OWN)
    assert tried(own, "SELECT count(*) FROM booking") == "+"

    keeper.execute(f"DROP POLICY {name} ON booking")

    assert {row[1:3] for row in declared() - made(keeper)} == {(name, verb)}
    assert tried(own, "SELECT count(*) FROM booking") == "0"
    for statement in postgres_rights.statements():
        keeper.execute(statement)
    assert made(keeper) == declared()


@pytest.mark.parametrize(
    "deed",
    [
        (
            "INSERT INTO worker (booking_id, staff_id, part, planned) "
            "VALUES (1, 3, 'second', true)"
        ),
        "UPDATE worker SET staff_id = 3",
        "INSERT INTO case_staff (case_id, staff_id, since) VALUES (1, 3, '2026-01-01')",
        "INSERT INTO acting (staff_id, for_id, since) VALUES (3, 1, '2020-01-01')",
        "UPDATE staff SET login = 'practitioner.02' WHERE id = 1",
        "UPDATE staff SET role = 'manager' WHERE id = 3",
        "UPDATE booking SET made_by = 3",
        "GRANT venues_manager TO CURRENT_USER",
        "SET ROLE venues_owner",
    ],
)
def test_nobody_makes_themselves_the_owner_of_anothers(
    sign_in: SignIn, keeper: Raw, deed: str
) -> None:
    other = sign_in(OTHER)

    assert tried(other, deed) in {"-", "0"}

    assert tried(other, "SELECT count(*) FROM booking") == "0"
    assert keeper.execute("SELECT count(*) FROM worker WHERE staff_id = 3").fetchone()


def test_what_one_has_oneself_opens_nobody_elses(sign_in: SignIn, keeper: Raw) -> None:
    keeper.execute(
        "INSERT INTO booking SELECT * FROM json_populate_record(NULL::booking, "
        '(SELECT (to_jsonb(b) || \'{"id": 7, "reference": "B-7", "uuid": '
        '"00000000-0000-0000-0000-0000000000a7"}\')::json FROM booking b))'
    )
    keeper.execute(
        "INSERT INTO worker (booking_id, staff_id, part, planned) "
        "VALUES (7, 3, 'lead', true)"
    )
    other = sign_in(OTHER)
    assert tried(other, "SELECT count(*) FROM booking") == "+"

    assert tried(other, "INSERT INTO attendance VALUES (7, 1, '')") == "-"
    assert tried(other, "UPDATE worker SET booking_id = 1") == "-"
    assert tried(other, 'SELECT count(*) FROM "case"') == "0"


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE history SET staff_id = 2",
        "DELETE FROM history",
        "TRUNCATE history",
        (
            'INSERT INTO history (at, "table", action, changes) '
            "VALUES (now(), 'booking', 'changed', '{}')"
        ),
        "DELETE FROM look",
        "UPDATE look SET staff_id = 2",
        "ALTER TABLE history DISABLE TRIGGER ALL",
        "DROP TRIGGER tr_booking_history ON booking",
        "DROP POLICY owner ON history",
        "ALTER TABLE booking NO FORCE ROW LEVEL SECURITY",
        "SET session_replication_role = replica",
        "CREATE FUNCTION public.venues_me() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE TABLE pg_temp.staff (id int)",
    ],
)
@pytest.mark.parametrize("login", [OWN, MANAGER])
def test_nobody_edits_the_past_or_what_keeps_it(
    sign_in: SignIn, login: str, deed: str
) -> None:
    assert tried(sign_in(login), deed) == "-"


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE condition SET kind = 'sign-off', met_at = now()",
        (
            "INSERT INTO override (booking_id, rule, kind, reason, note_reference, at) "
            "VALUES (1, 'R9', 'override', 'I say so', '', now())"
        ),
        "UPDATE override SET kind = 'override'",
        "UPDATE sign_off SET state = 'yes', passed = '[\"person\"]'",
    ],
)
def test_a_managers_word_is_a_managers(sign_in: SignIn, deed: str) -> None:
    assert tried(sign_in(OWN), deed) == "-"


def test_to_switch_the_rows_protection_off_shows_nothing(sign_in: SignIn) -> None:
    other = sign_in(OTHER)
    other.execute("SET row_security = off")

    assert tried(other, "SELECT count(*) FROM booking") == "-"


RIGHTS = postgres_rights.RIGHTS
