"""Kinds of appointment, with what they ask of a room."""

from __future__ import annotations

from typing import Any

from tests.venues.assessed import checklist
from venues.database import catalogue
from venues.database.models import AppointmentType


def test_a_kind_asks_what_its_set_asks_and_more_where_it_says_so(world: Any) -> None:
    with world.database.write() as session:
        checklist(session)
        session.query(AppointmentType).filter_by(code="SUP").one().extra = "C1>=3"

    with world.database.read() as session:
        kinds = catalogue.read(session).kinds

    assert kinds["SUP"].demands.asks["C1"][1].least == 3
    assert kinds["GRP"].demands.set == "GR"
    assert list(kinds) == ["SUP", "VIC", "PRO", "GRP"]


def test_a_kind_no_longer_used_is_known_by_its_id_only(world: Any) -> None:
    with world.database.write() as session:
        session.query(AppointmentType).filter_by(code="VIC").one().active = False

    with world.database.read() as session:
        found = catalogue.read(session)

    assert "VIC" not in found.kinds
    assert found.kind_by_id(2).code == "VIC"
