"""What a server tells of other people's bookings: when rooms are taken, no more."""

from __future__ import annotations

import re

import psycopg
import pytest

from tests.people import BOARD, COORDINATOR, MANAGER, OTHER, OWN, Raw, SignIn
from venues.database.engines import postgres_questions

ALL = "SELECT venue_id, starts::text, ends::text FROM venues_no_go({}, {}, {})"
DAYS = "ARRAY[date '2026-11-26']"


@pytest.fixture
def kept_apart(keeper: Raw) -> Raw:
    """The case in the booking is kept from one on the list of the other."""
    keeper.execute("DELETE FROM case_venue")
    keeper.execute("UPDATE separation SET closed_on = '2026-01-01'")
    keeper.execute(
        "INSERT INTO separation (first_id, second_id, kind, court_condition, since, "
        "confirmed_by_role, version) "
        "VALUES (1, 2, 'no contact', false, '2026-01-01', '', 1)"
    )
    keeper.execute("INSERT INTO case_staff VALUES (2, 3, '2026-01-01', NULL)")
    return keeper


def test_everybody_reads_when_rooms_are_taken(sign_in: SignIn) -> None:
    taken = 'SELECT space, "from"::text, until::text FROM taken'

    for login in (OTHER, BOARD):
        rows = sign_in(login).execute(taken).fetchall()
        assert rows == [(1, "2026-11-26 15:00:00", "2026-11-26 16:00:00")]


def test_windows_are_whole_half_days_for_ones_own_cases_only(
    sign_in: SignIn, kept_apart: Raw
) -> None:
    other = sign_in(OTHER)
    afternoon = [(1, "2026-11-26 13:00:00", "2026-11-26 17:00:00")]

    mine = other.execute(ALL.format("ARRAY[2]", DAYS, "ARRAY[0]")).fetchall()
    not_mine = other.execute(ALL.format("ARRAY[1]", DAYS, "ARRAY[0]")).fetchall()

    assert mine == afternoon
    assert not_mine == []
    kept_apart.execute("INSERT INTO case_staff VALUES (1, 3, '2026-01-01', NULL)")
    asked = ALL.format("ARRAY[1]", DAYS, "ARRAY[0]")
    assert sign_in(COORDINATOR).execute(asked).fetchall() == []


def test_leaving_out_anothers_booking_tells_nothing(
    sign_in: SignIn, kept_apart: Raw
) -> None:
    asked = ALL.format("ARRAY[2]", DAYS, "ARRAY[1]")

    assert len(sign_in(OTHER).execute(asked).fetchall()) == 1
    assert sign_in(MANAGER).execute(asked).fetchall() == []


def test_a_reference_of_somebody_else_is_only_known_to_be_there(
    sign_in: SignIn, keeper: Raw
) -> None:
    row = keeper.execute('SELECT reference FROM "case" WHERE id = 1').fetchone()
    assert row is not None
    asked = "SELECT * FROM venues_case(%s, ARRAY[1, 3], '2026-11-26')"

    own = sign_in(OWN).execute(asked, row).fetchone()
    other = sign_in(OTHER).execute(asked, row).fetchone()

    assert own is not None
    assert (own[0], own[-1]) == (1, True)
    assert other == (None, None, None, None, False, None, False)


def test_of_a_colleague_is_told_when_and_not_where(sign_in: SignIn) -> None:
    asked = "SELECT * FROM venues_busy(ARRAY[1], '2026-11-26', ARRAY[0], 0)"

    own, other = (sign_in(login).execute(asked).fetchall() for login in (OWN, OTHER))

    assert own[0][3:4] == ("Bridge House",)
    assert [row[3:] for row in other] == [(None, None, None, None, False)] * len(own)
    assert [row[:3] for row in other] == [row[:3] for row in own]


def test_what_reception_is_told_names_no_booking(sign_in: SignIn) -> None:
    asked = "SELECT * FROM venues_paper('2026-11-26', '2026-11-27', ARRAY[1])"

    (row,) = sign_in(OTHER).execute(asked).fetchall()

    assert row[3] == 1  # its place in the list
    assert row[4] == 1  # the room


def test_a_board_reader_asks_nothing(sign_in: SignIn) -> None:
    board = sign_in(BOARD)

    for asked in (
        ALL.format("ARRAY[1]", DAYS, "ARRAY[0]"),
        "SELECT * FROM venues_case('WA-1', ARRAY[1], '2026-11-26')",
        "SELECT venues_look('case', 1, 1)",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            board.execute(asked)


def test_a_look_is_written_in_ones_own_name(sign_in: SignIn, keeper: Raw) -> None:
    sign_in(MANAGER).execute("SELECT venues_look('case', 1, 2)")

    found = keeper.execute("SELECT staff_id, what FROM look ORDER BY id DESC LIMIT 1")
    assert found.fetchone() == (5, "case")


def test_what_somebody_is_not_told_of_is_settled_for_their_own_booking_only(
    sign_in: SignIn, keeper: Raw
) -> None:
    keeper.execute("UPDATE review SET for_a_person = true")
    settle = "SELECT venues_settle(1, 'Changed', {})"

    def settled() -> object:
        row = keeper.execute("SELECT how, resolved_at IS NOT NULL FROM review")
        return row.fetchone()

    own = sign_in(OWN)
    sign_in(OTHER).execute(settle.format("false"))
    own.execute(settle.format("false"))  # nothing of it was changed
    with own.transaction():
        own.execute("UPDATE booking SET sequence = sequence + 1")
        own.execute(settle.format("true"))
        own.execute("SELECT venues_settle(1, 'Kept: I say so', false)")
    assert settled() == ("", False)
    with own.transaction():
        own.execute("UPDATE booking SET sequence = sequence + 1")
        own.execute(settle.format("false"))
    assert settled() == ("Changed", True)
    told = keeper.execute(
        "SELECT staff_id, \"table\", changes ->> 'how' FROM history "
        "ORDER BY id DESC LIMIT 1"
    )
    assert told.fetchone() == (1, "review", '["", "Changed"]')


def test_each_function_pins_its_path_and_is_for_those_named_alone(keeper: Raw) -> None:
    rows = keeper.execute(
        "SELECT proname, proconfig, prosecdef, proacl::text, "
        "pg_get_userbyid(proowner) FROM pg_proc p "
        "WHERE pronamespace = 'public'::regnamespace AND NOT EXISTS "
        "(SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')"
    ).fetchall()

    assert len(rows) > 20
    for name, config, definer, acl, owner in rows:
        assert owner == "venues_owner", name
        assert config, name
        assert re.fullmatch(r"search_path=(public|pg_catalog), pg_temp", config[0]), (
            name
        )
        assert definer or name.startswith("tr_history_"), name
        assert acl is not None, name
        assert not re.search(r"[{,]=X", acl), f"{name} is for everybody"
    granted = {name for name, *_, acl, _ in rows if "venues_practitioner=X" in acl}
    assert granted >= {
        name
        for name, groups in postgres_questions.ASKERS.items()
        if "venues_practitioner" in groups
    }
