"""Statements of ours as plain SQL, for a function of the server."""

from __future__ import annotations

import pytest
from sqlalchemy import bindparam, literal, select

from venues.database.engines.postgres_plain import plain
from venues.database.models import Staff

ID, LOGIN = Staff.__table__.c.id, Staff.__table__.c.login


def test_what_is_handed_in_is_named_and_what_it_brings_stands_in_it() -> None:
    said = plain(
        select(ID).where(LOGIN == "O'Brien: x", bindparam("least") < ID),
        {"least": "_least"},
    )

    assert "staff.login = 'O''Brien: x'" in said
    assert "_least < staff.id" in said


def test_lists_are_arrays() -> None:
    said = plain(
        select(ID).where(
            ID.in_(bindparam("some", expanding=True)),
            ID.not_in(bindparam("others", expanding=True)),
            LOGIN.in_(("a", "b")),
        ),
        {"some": "_some", "others": "_others"},
    )

    assert "staff.id = ANY(_some)" in said
    assert "staff.id <> ALL(_others)" in said
    assert "staff.login = ANY(ARRAY['a', 'b'])" in said


def test_what_has_no_words_in_sql_is_refused() -> None:
    with pytest.raises(TypeError):
        plain(select(literal(b"raw")), {})
