# ruff: noqa: S608 - words of our own
"""What is whose on a server is told by the login alone, and by who may act for whom."""

from __future__ import annotations

import pytest

from tests.people import COORDINATOR, OTHER, OWN, Raw, SignIn

SEEN = "SELECT count(*) FROM booking"


def seen(raw: Raw) -> object:
    row = raw.execute(SEEN).fetchone()
    return row and row[0]


@pytest.mark.parametrize(
    ("since", "until", "sees"),
    [
        ("current_date", "NULL", 1),
        ("current_date - 1", "current_date", 1),
        ("current_date + 1", "NULL", 0),
        ("current_date - 9", "current_date - 1", 0),
    ],
)
def test_whoever_acts_for_somebody_sees_theirs_on_those_days(
    sign_in: SignIn, keeper: Raw, since: str, until: str, sees: int
) -> None:
    other = sign_in(OTHER)
    assert seen(other) == 0

    keeper.execute(f"INSERT INTO acting VALUES (3, 1, {since}, {until})")

    assert seen(other) == sees


def test_whoever_left_sees_nothing_of_theirs(sign_in: SignIn, keeper: Raw) -> None:
    own = sign_in(OWN)
    assert seen(own) == 1

    keeper.execute("UPDATE staff SET left_on = current_date WHERE id = 1")

    assert seen(own) == 0


def test_a_booking_handed_over_is_gone_with_the_end_of_the_change(
    sign_in: SignIn,
) -> None:
    own, other = sign_in(OWN), sign_in(OTHER)

    with own.transaction():
        own.execute("UPDATE worker SET staff_id = 3")
        changed = own.execute("UPDATE booking SET sequence = sequence + 1")
        assert changed.rowcount == 1

    assert seen(other) == 1
    assert own.execute("UPDATE booking SET note = ''").rowcount == 0


def test_a_new_reference_is_its_makers_once_it_is_on_their_list(
    sign_in: SignIn,
) -> None:
    other = sign_in(OTHER)

    with other.transaction():
        other.execute(
            'INSERT INTO "case" (id, uuid, reference, kind, sector, needs, '
            "two_workers, in_education, confirmed, confirmed_by_role, on_hold, "
            "version) VALUES (77, gen_random_uuid(), 'WA-77777', 'child', '', '[]', "
            "false, true, false, '', false, 1)"
        )
        other.execute("INSERT INTO case_staff VALUES (77, 3, current_date, NULL)")

    asked = 'SELECT reference FROM "case" WHERE id = 77'
    assert other.execute(asked).fetchone() == ("WA-77777",)
    assert sign_in(OWN).execute(asked).fetchone() is None
    assert sign_in(COORDINATOR).execute(asked).fetchone() == ("WA-77777",)
