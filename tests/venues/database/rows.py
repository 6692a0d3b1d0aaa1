"""One sound row of every table, and what the database says to a change of it."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import CheckConstraint, insert, text, update
from sqlalchemy.orm import Session

from venues.address import Address
from venues.database import keys
from venues.database.models import Base
from venues.database.session import Database
from venues.errors import Clash

TABLES = Base.metadata.tables

DAY = date(2026, 11, 26)
LATER = date(2026, 12, 10)
LONG_AGO = date(2020, 1, 1)
THREE, FOUR = datetime(2026, 11, 26, 15), datetime(2026, 11, 26, 16)
NOON = datetime(2026, 7, 1, 12)


def uuid(number: int) -> UUID:
    """A UUID of no meaning, the same in each run."""
    return UUID(int=number)


ROWS: dict[str, list[dict[str, Any]]] = {
    "acting": [{"staff_id": 1, "for_id": 2, "since": DAY}],
    "answer": [{"id": 1, "assessment_id": 1, "criterion_id": 1, "value": "yes"}],
    "appointment_type": [
        {
            "id": 1,
            "code": "SUP",
            "label": "Supervision",
            "set": "CH",
            "minutes": 60,
            "shortest": 30,
            "longest": 120,
            "people": 3,
            "set_up": 5,
            "clear_down": 10,
        }
    ],
    "assessment": [{"id": 1, "venue_id": 1, "made_on": DAY, "review_by": LATER}],
    "attendance": [{"booking_id": 1, "case_id": 1}],
    "authority": [
        {"id": 1, "code": "WAR", "gss": "E06000007", "name": "Warrington", "short": "W"}
    ],
    "block_hire": [
        {
            "id": 1,
            "venue_id": 1,
            "weekday": 3,
            "opens": time(9),
            "closes": time(17),
            "since": DAY,
        }
    ],
    "booking": [
        {
            "id": 1,
            "uuid": uuid(1),
            "reference": "B-10001",
            "type_id": 1,
            "audience": "child",
            "authority_id": 1,
            "status": "confirmed",
            "starts": THREE,
            "ends": FOUR,
            "people": 3,
            "made_at": NOON,
        }
    ],
    "booking_room": [{"id": 1, "booking_id": 1, "room_id": 1}],
    "case": [
        {"id": 1, "uuid": uuid(1), "reference": "WA-20417", "kind": "child"},
        {"id": 2, "uuid": uuid(2), "reference": "WA-20418", "kind": "victim"},
    ],
    "case_hours": [
        {"id": 1, "case_id": 1, "weekday": 3, "opens": time(9), "closes": time(12)}
    ],
    "case_staff": [{"case_id": 1, "staff_id": 1, "since": DAY}],
    "case_venue": [{"id": 1, "case_id": 1, "venue_id": 1, "since": DAY}],
    "closed_day": [{"id": 1, "day": DAY, "name": "Founders' Day", "authority_id": 1}],
    "closure": [
        {"id": 1, "venue_id": 1, "starts": THREE, "ends": FOUR, "reason": "Boiler"}
    ],
    "cluster": [{"id": 1, "name": "Bridge Street"}],
    "code": [
        {
            "id": 1,
            "code": "K-7Q2M4X",
            "at": NOON,
            "case_id": 1,
            "venue_id": 1,
            "day": DAY,
            "half": 1,
        }
    ],
    "condition": [{"id": 1, "booking_id": 1, "kind": "police"}],
    "contact": [{"id": 1, "venue_id": 1, "role": "Caretaker"}],
    "criterion": [
        {
            "id": 1,
            "code": "A1",
            "group": "Getting in",
            "level": "venue",
            "words": "Is there a step-free way in?",
            "answers": "yes;no",
            "passes": "yes",
        }
    ],
    "done": [
        {
            "id": 1,
            "at": NOON,
            "staff_id": 1,
            "role": "practitioner",
            "name": "booking of Oak",
            "first": 1,
            "last": 1,
        }
    ],
    "entrance": [{"id": 1, "venue_id": 1, "name": "Front door"}],
    "feature": [
        {"id": 1, "venue_id": 1, "need": "step-free", "present": True},
        {"id": 2, "venue_id": 1, "room_id": 1, "need": "hearing", "present": True},
    ],
    "history": [
        {"id": 1, "at": NOON, "table": "booking", "row_id": 1, "action": "added"}
    ],
    "hold": [{"id": 1, "space_id": 1, "starts": THREE, "ends": FOUR, "booking_id": 1}],
    "hours": [
        {
            "id": 1,
            "venue_id": 1,
            "weekday": 3,
            "use": "open",
            "opens": time(9),
            "closes": time(17),
            "valid_from": DAY,
        }
    ],
    "incident": [{"id": 1, "venue_id": 1, "happened_on": DAY, "words": "A lock broke"}],
    "look": [{"id": 1, "at": NOON, "staff_id": 1, "what": "code", "row_id": 1}],
    "notice": [
        {
            "id": 1,
            "booking_id": 1,
            "staff_id": 1,
            "made_at": NOON,
            "was_room_id": 1,
            "was_starts": THREE,
            "was_ends": FOUR,
            "room_id": 1,
            "starts": THREE,
            "ends": FOUR,
        }
    ],
    "offer": [
        {
            "id": 1,
            "staff_id": 1,
            "room_id": 1,
            "starts": THREE,
            "ends": FOUR,
            "expires": NOON,
        }
    ],
    "option_explored": [
        {
            "id": 1,
            "town": "Crewe",
            "set": "CH",
            "step": "Asked the owner",
            "building": "Library",
            "asked_on": DAY,
        }
    ],
    "outing": [
        {
            "id": 1,
            "staff_id": 1,
            "booking_id": 1,
            "starts": THREE,
            "ends": FOUR,
            "check_out": FOUR,
            "buddy_id": 2,
        }
    ],
    "override": [
        {
            "id": 1,
            "booking_id": 1,
            "rule": "R17",
            "kind": "accepted",
            "reason": "A taxi is booked",
            "at": NOON,
        }
    ],
    "request": [
        {
            "id": 1,
            "asked_by": 2,
            "booking_id": 1,
            "room_id": 1,
            "starts": THREE,
            "ends": FOUR,
            "made_at": NOON,
        }
    ],
    "retention": [{"day": DAY, "removed": {"references": 1}}],
    "review": [
        {"id": 1, "booking_id": 1, "cause": "closure", "raised_at": NOON},
    ],
    "revision": [{"name": "another", "number": 1}],
    "room": [
        {
            "id": 1,
            "uuid": uuid(1),
            "venue_id": 1,
            "name": "Oak",
            "seats_circle": 6,
            "fire_capacity": 10,
            "turnaround": 15,
            "rate": 1000,
        }
    ],
    "room_space": [{"room_id": 1, "space_id": 1}],
    "search": [
        {
            "id": 1,
            "week": DAY,
            "set": "CH",
            "band": "after 4pm",
            "people": 3,
            "results": 0,
            "ended": "left",
        }
    ],
    "scenario": [{"id": 1, "name": "Two rooms in Runcorn", "made_by": 1}],
    "separation": [
        {"id": 1, "first_id": 1, "second_id": 2, "kind": "no contact", "since": DAY}
    ],
    "series": [
        {
            "id": 1,
            "uuid": uuid(1),
            "rule": "FREQ=WEEKLY",
            "words": "Each week",
            "made_at": NOON,
        }
    ],
    "series_date": [
        {"id": 1, "series_id": 1, "day": DAY, "outcome": "booked", "booking_id": 1}
    ],
    "setting": [{"name": "buffer.family", "value": "60"}],
    "sign_off": [
        {
            "id": 1,
            "asked_by": 1,
            "made_at": NOON,
            "booking_id": 1,
            "room_id": 1,
            "starts": THREE,
            "ends": FOUR,
            "asked": {},
        }
    ],
    "space": [
        {"id": 1, "venue_id": 1, "name": "Oak"},
        {"id": 2, "venue_id": 1, "name": "Elm"},
    ],
    "staff": [
        {
            "id": 1,
            "login": "practitioner.01",
            "name": "Practitioner 01",
            "role": "practitioner",
        },
        {
            "id": 2,
            "login": "coordinator.01",
            "name": "Coordinator 01",
            "role": "coordinator",
        },
    ],
    "term": [
        {"id": 1, "authority_id": 1, "name": "Autumn", "since": DAY, "until": LATER}
    ],
    "tie": [
        {"case_id": 1, "kind": "same person", "other_id": 1, "since": DAY, "until": DAY}
    ],
    "unmet_need": [
        {"id": 1, "week": DAY, "set": "CH", "band": "after 4pm", "people": 3}
    ],
    "venue": [
        {
            "id": 1,
            "uuid": uuid(1),
            "name": "Bridge House",
            "authority_id": 1,
            "cluster_id": 1,
        }
    ],
    "waiting_space": [{"id": 1, "venue_id": 1, "name": "Foyer"}],
    "worker": [{"id": 1, "booking_id": 1, "staff_id": 1}],
}
"""Table → its rows; each key of another table is 1, and 2 where two are needed."""


def fill(session: Session) -> None:
    """Put all the rows in, parents first, with the history that is among them."""
    if keys.on_a_server(session):
        session.execute(text("SET LOCAL session_replication_role = replica"))
    for table in Base.metadata.sorted_tables:
        for row in ROWS[table.name]:
            session.execute(insert(table).values(row))


def checks(*models: type[Base]) -> set[str]:
    """The names of the checks SQLite makes on those tables."""
    return {
        str(constraint.name)
        for model in models
        for constraint in model.__table__.constraints  # type: ignore[attr-defined]
        if isinstance(constraint, CheckConstraint)
        and not str(constraint.name).endswith("_pg")
    }


def complaint(database: Database, table: str, change: dict[str, Any]) -> str:
    """What the database says when the table's first row is changed so."""
    first = ROWS[table][0]
    changed = update(TABLES[table]).where(
        *(column == first[column.name] for column in TABLES[table].primary_key)
    )
    with pytest.raises(Clash) as clash, database.write() as session:
        session.execute(changed.values(**change))
    said: Any = clash.value.__cause__.orig  # type: ignore[union-attr]
    if isinstance(database.place, Address):
        return f"{said.diag.constraint_name.removesuffix('_pg')}: {clash.value}"
    return f"{str(said).rsplit(' ', 1)[-1]}: {clash.value}"
