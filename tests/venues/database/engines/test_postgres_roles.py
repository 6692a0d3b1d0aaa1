"""The owner and the groups of a server: nobody signs in as one of them."""

from __future__ import annotations

from tests.people import PEOPLE, Raw, SignIn
from venues.database.engines import postgres_roles


def test_nobody_signs_in_as_the_owner_or_a_group(keeper: Raw) -> None:
    names = [postgres_roles.OWNER, *postgres_roles.EVERYBODY]
    rows = keeper.execute(
        "SELECT rolname, rolcanlogin, rolsuper, rolcreaterole, rolbypassrls "
        "FROM pg_roles WHERE rolname = ANY(%s)",
        (names,),
    ).fetchall()

    assert {row[0] for row in rows} == {*names}
    assert {row[1:] for row in rows} == {(False, False, False, False)}


def test_everything_is_the_owners(keeper: Raw) -> None:
    rows = keeper.execute(
        "SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class "
        "WHERE relnamespace = 'public'::regnamespace"
    ).fetchall()

    assert rows == [(postgres_roles.OWNER,)]


def test_each_person_is_in_one_group(sign_in: SignIn, keeper: Raw) -> None:
    for login, (_, role) in PEOPLE.items():
        rows = keeper.execute(
            "SELECT rolname FROM pg_roles WHERE pg_has_role(%s, oid, 'MEMBER') "
            "AND rolname <> %s",
            (login, login),
        ).fetchall()
        assert rows == [(postgres_roles.GROUPS[role],)]
        assert sign_in(login).execute("SELECT current_user").fetchone() == (login,)


def test_nobody_else_connects_to_the_database(keeper: Raw) -> None:
    row = keeper.execute(
        "SELECT has_database_privilege('public', current_database(), 'CONNECT')"
    ).fetchone()

    assert row == (False,)
