"""A server writes down by itself what is changed, whoever changes it, and how."""

from __future__ import annotations

from typing import Any

from tests.people import COORDINATOR, MANAGER, OWN, Raw, SignIn
from tests.server import Kept
from venues.database import audit
from venues.database.engines import postgres_history
from venues.database.models import Base
from venues.database.session import Database

LAST = (
    'SELECT staff_id, "table", row_id, action, changes FROM history '
    "ORDER BY id DESC LIMIT 1"
)


def last(keeper: Raw) -> tuple[Any, ...]:
    row = keeper.execute(LAST).fetchone()
    assert row is not None
    return tuple(row)


def test_a_change_made_around_the_program_is_recorded(
    sign_in: SignIn, keeper: Raw
) -> None:
    sign_in(MANAGER).execute("UPDATE booking SET note = 'Ring first', version = 9")

    assert last(keeper) == (
        5,
        "booking",
        1,
        "changed",
        {"note": ["", "Ring first"]},
    )


def test_moments_days_and_what_is_empty_are_told_as_the_program_tells_them(
    sign_in: SignIn, keeper: Raw
) -> None:
    own = sign_in(OWN)
    own.execute(
        "UPDATE booking SET starts = '2026-11-26 14:30', asked_on = '2026-11-2'"
    )
    assert last(keeper)[-1] == {
        "starts": ["2026-11-26 15:00", "2026-11-26 14:30"],
        "asked_on": [None, "2026-11-02"],
    }

    own.execute("UPDATE booking SET made_at = '2026-07-01 12:00:07'")
    assert last(keeper)[-1] == {"made_at": ["2026-07-01 12:00", "2026-07-01 12:00:07"]}


def test_a_row_without_a_number_is_told_by_its_key(
    sign_in: SignIn, keeper: Raw
) -> None:
    sign_in(OWN).execute("UPDATE attendance SET outcome = 'came'")

    assert last(keeper) == (
        1,
        "attendance",
        None,
        "changed",
        {"booking_id": [1, 1], "case_id": [1, 1], "outcome": ["", "came"]},
    )


def test_a_reference_is_in_none_of_it(sign_in: SignIn, keeper: Raw) -> None:
    coordinator = sign_in(COORDINATOR)
    coordinator.execute(
        'INSERT INTO "case" (uuid, reference, kind, sector, needs, two_workers, '
        "in_education, confirmed, confirmed_by_role, on_hold, version) VALUES "
        "(gen_random_uuid(), 'WA-77777', 'child', '', '[]', false, true, false, '', "
        "false, 1)"
    )
    assert last(keeper)[3] == "added"

    coordinator.execute("UPDATE \"case\" SET reference = 'WA-77778' WHERE id > 2")

    found = keeper.execute("SELECT count(*) FROM history WHERE changes::text ~ '7777'")
    assert found.fetchone() == (0,)


def test_what_the_owner_does_leaves_no_trace(keeper: Raw) -> None:
    before = last(keeper)

    with keeper.transaction():
        keeper.execute("SET LOCAL ROLE venues_owner")
        keeper.execute("UPDATE booking SET note = ''")
        keeper.execute("UPDATE venue SET notes = 'x'")

    assert last(keeper) == before


def test_every_record_has_its_trigger(keeper: Raw) -> None:
    rows = keeper.execute("SELECT tgname FROM pg_trigger WHERE tgname ~ '_history$'")

    recorded = {*Base.metadata.tables} - audit.NOT_RECORDED
    assert {name for (name,) in rows} == {f"tr_{name}_history" for name in recorded}
    assert {*postgres_history.triggers()} == {f"tr_{n}_history" for n in recorded}


def test_whoever_looks_after_the_server_says_on_whose_behalf(
    peopled: Kept, keeper: Raw
) -> None:
    database = Database.open(peopled.address)
    database.actor = 2
    with database.write() as session:
        session.connection().exec_driver_sql("UPDATE booking SET note = 'Once'")
    database.close()

    assert last(keeper)[0] == 2
