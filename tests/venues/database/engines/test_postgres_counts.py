"""Questions in a loop are counted, whatever becomes of them, and managers see it."""

from __future__ import annotations

import psycopg
import pytest

from tests.people import COORDINATOR, MANAGER, OTHER, OWN, Raw, SignIn
from venues.database.engines import postgres_counts

COUNTED = "SELECT asked, most FROM venues_counted() WHERE staff_id = 3"
GUESS = "SELECT * FROM venues_case(%s, ARRAY[3], '2026-11-26')"


@pytest.fixture(autouse=True)
def nothing_asked(keeper: Raw) -> None:
    """The counters go on from test to test, as they do from day to day."""
    for name in ("asked", "most"):
        keeper.execute(f"SELECT setval('venues_counts.{name}_3', 1)")


def test_guessing_in_a_loop_is_counted_and_shown(sign_in: SignIn) -> None:
    other, manager = sign_in(OTHER), sign_in(MANAGER)
    assert manager.execute(COUNTED).fetchone() is None

    for number in range(40):
        with other.transaction(force_rollback=True):
            other.execute(GUESS, (f"WA-{number:05}",))

    assert manager.execute(COUNTED).fetchone() == (40, 40)


def test_a_day_asked_about_is_a_question_each(sign_in: SignIn, keeper: Raw) -> None:
    keeper.execute("INSERT INTO case_staff VALUES (2, 3, '2026-01-01', NULL)")

    sign_in(OTHER).execute(
        "SELECT * FROM venues_no_go(ARRAY[2], ARRAY(SELECT d::date FROM "
        "generate_series('2026-01-01'::date, '2026-12-31', '1 day') AS d), ARRAY[0])"
    )

    assert sign_in(MANAGER).execute(COUNTED).fetchone() == (365, 365)


def test_the_most_of_a_day_is_kept_when_the_next_begins(
    sign_in: SignIn, keeper: Raw
) -> None:
    yesterday = "(current_date - date '2000-01-01' - 1)"
    day = postgres_counts.A_DAY
    keeper.execute(
        f"SELECT setval('venues_counts.asked_3', {yesterday}::bigint * {day} + 500), "
        f"setval('venues_counts.most_3', 500::bigint * {day} + {yesterday})"
    )

    sign_in(OTHER).execute(GUESS, ("WA-00001",))

    rows = sign_in(MANAGER).execute(
        "SELECT asked, last_day = current_date, most, most_day = current_date - 1 "
        "FROM venues_counted() WHERE staff_id = 3"
    )
    assert rows.fetchone() == (1, True, 500, True)


def test_nobody_looks_at_a_counter_or_turns_it_back(sign_in: SignIn) -> None:
    for login in (OTHER, OWN, COORDINATOR):
        raw = sign_in(login)
        for deed in (
            "SELECT setval('venues_counts.asked_3', 1)",
            "SELECT last_value FROM venues_counts.asked_3",
            "SELECT * FROM venues_counted()",
            "SELECT venues_count(-5)",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                raw.execute(deed)


def test_no_question_goes_uncounted_by_a_reading_transaction(sign_in: SignIn) -> None:
    other = sign_in(OTHER)

    with (
        pytest.raises(psycopg.errors.ReadOnlySqlTransaction),
        other.transaction(),
    ):
        other.execute("SET TRANSACTION READ ONLY")
        other.execute(GUESS, ("WA-00001",))
