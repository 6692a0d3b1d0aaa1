"""A small world: three venues, two of them neighbours, and the people who use them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from tests.server import FILE, SIGNED_IN, Kept, Server
from venues.database import keys
from venues.database.engines import postgres_logins
from venues.database.models import (
    Acting,
    AppointmentType,
    Authority,
    Case,
    CaseStaff,
    Cluster,
    Criterion,
    Hours,
    Room,
    RoomSpace,
    Setting,
    Space,
    Staff,
    Venue,
)
from venues.database.session import Database
from venues.domain.people import Audience, Role, Viewer
from venues.domain.period import Period
from venues.services.asking import Request

TODAY = date(2026, 11, 23)  # a Monday
NOW = datetime.combine(TODAY, time(8))
THURSDAY = date(2026, 11, 26)
WILLOW, OAK, STUDY, HALL, HALL_A, HALL_B = range(1, 7)
NEVER_LATE = {"late_from": "23:59", "dark_after": "600"}
LOGINS = (
    ("practitioner.04", Role.PRACTITIONER),
    ("practitioner.05", Role.PRACTITIONER),
    ("victim.01", Role.VICTIM_WORKER),
    ("coordinator.01", Role.COORDINATOR),
    ("manager.01", Role.MANAGER),
    ("board.01", Role.BOARD),
)


@dataclass(frozen=True)
class World:
    """The database, and who is who in it."""

    database: Database
    practitioner: Viewer
    colleague: Viewer
    victim_worker: Viewer
    coordinator: Viewer
    manager: Viewer
    board: Viewer
    now: datetime = NOW

    def request(self, **changed: Any) -> Request:
        """Supervision on Thursday at 3pm in Willow Room, with any of it changed."""
        hour = changed.pop("hour", 15)
        if changed.get("kind") == "VIC":
            changed.setdefault("arrival", "Use the side door")
        usual = Request(
            audience=Audience.CHILD,
            kind="SUP",
            period=Period.lasting(datetime.combine(THURSDAY, time(hour)), 60),
            people=3,
            references=("WA-20417",),
            worker_ids=(self.practitioner.staff_id,),
            room_ids=(WILLOW,),
        )
        return replace(usual, **changed)


@pytest.fixture(scope="session")
def small_world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the small world, made once and copied for each test."""
    path = tmp_path_factory.mktemp("world") / "world.sqlite"
    _fill(Database.open(path, create=True))
    return path


@pytest.fixture(scope="session")
def shared_world(server: Server) -> Kept:
    """The small world on a server, made once and put back for each test."""
    address = server.create("world")
    _fill(Database.open(address))
    for staff_id, (login, role) in enumerate(LOGINS, 1):
        postgres_logins.enter(address, login, role, staff_id)
    return server.keep(address)


def _fill(database: Database) -> None:
    with database.write() as session:
        _add_venues(session)
        _add_rooms(session)
        _add_kinds(session)
        _add_people(session)
        _ask_nothing(session)
        _let_nothing_be_late(session)
        session.flush()
        keys.catch_up(session)
    database.close()


def _add_venues(session: Any) -> None:
    session.add_all(
        [
            Authority(id=1, code="WAR", gss="E06000007", name="Warrington", short="W"),
            Authority(id=2, code="HAL", gss="E06000006", name="Halton", short="H"),
            Cluster(id=1, name="Station Road"),
        ]
    )
    session.flush()
    places = [("Millbrook", 1, 360_000, 1), ("Library", 1, 360_200, 1)]
    places.append(("Railside", 2, 369_000, None))
    for n, (name, authority, easting, cluster) in enumerate(places, 1):
        session.add(
            Venue(
                id=n,
                name=name,
                town=name,
                authority_id=authority,
                easting=easting,
                northing=388_000,
                cluster_id=cluster,
            )
        )
    session.flush()
    session.add_all(
        Hours(
            venue_id=venue_id,
            weekday=weekday,
            use="usable",
            opens=time(9),
            closes=time(20),
        )
        for venue_id in (1, 2, 3)
        for weekday in range(6)
    )


def _add_rooms(session: Any) -> None:
    rooms = [(1, "Willow Room"), (1, "Oak Room"), (2, "Study")]
    rooms += [(3, "Hall"), (3, "Hall A"), (3, "Hall B")]
    for n, (venue_id, name) in enumerate(rooms, 1):
        session.add(Room(id=n, venue_id=venue_id, name=name, seats_circle=8))
        if name != "Hall":
            session.add(Space(id=n, venue_id=venue_id, name=name))
    session.flush()
    own = [(1, 1), (2, 2), (3, 3), (HALL_A, HALL_A), (HALL_B, HALL_B)]
    own += [(HALL, HALL_A), (HALL, HALL_B)]
    session.add_all(RoomSpace(room_id=room, space_id=space) for room, space in own)


def _add_kinds(session: Any) -> None:
    kinds = [("SUP", "CH", 60, 3, 0, 0), ("VIC", "VI", 60, 4, 0, 0)]
    kinds += [("PRO", "RM", 75, 8, 0, 0), ("GRP", "GR", 90, 8, 15, 15)]
    for n, (code, set_, minutes, people, set_up, clear_down) in enumerate(kinds, 1):
        session.add(
            AppointmentType(
                id=n,
                code=code,
                label=f"{code} appointment",
                set=set_,
                minutes=minutes,
                shortest=30,
                longest=120,
                people=people,
                set_up=set_up,
                clear_down=clear_down,
            )
        )


def _ask_nothing(session: Any) -> None:
    """A checklist that asks nothing; ``tests.venues.assessed`` has the whole one."""
    session.add(
        Criterion(
            code="S1",
            group="Safe",
            level="venue",
            words="Somebody is there",
            answers="yes|no",
            passes="yes",
            retired_on=TODAY,
        )
    )


def _let_nothing_be_late(session: Any) -> None:
    """Nobody has to check out, at whatever hour a test needs a booking."""
    session.add_all(
        Setting(name=name, value=value) for name, value in NEVER_LATE.items()
    )


def _add_people(session: Any) -> None:
    session.add_all(
        Staff(
            id=n,
            login=login,
            name=login.replace(".", " ").capitalize(),
            role=role.value,
            authority_id=1,
        )
        for n, (login, role) in enumerate(LOGINS, 1)
    )
    session.add_all(
        Case(id=n, reference=f"WA-{number}", kind=kind, confirmed=True)
        for n, (number, kind) in enumerate(
            [(20417, "child"), (20466, "victim"), (20418, "child")], 1
        )
    )
    session.flush()
    lists = [(1, 1), (2, 3), (3, 2)]  # case, whose list
    session.add_all(
        CaseStaff(case_id=case, staff_id=staff_id, since=date(2026, 1, 1))
        for case, staff_id in lists
    )
    session.add(Acting(staff_id=2, for_id=1, since=date(2027, 1, 1)))


@pytest.fixture
def world(
    engine: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[World]:
    """A copy of the small world."""
    if engine != FILE:
        place = request.getfixturevalue("shared_world").reset()
        if engine == SIGNED_IN:
            running: Server = request.getfixturevalue("server")
            place = running.address(place.name, LOGINS[0][0])
    else:
        place = tmp_path / "Venues.sqlite"
        shutil.copy(request.getfixturevalue("small_world"), place)
    database = Database.open(place)
    viewers = [
        Viewer(n, login, login.replace(".", " ").capitalize(), role, 1)
        for n, (login, role) in enumerate(LOGINS, 1)
    ]
    database.actor = 1
    yield World(database, *viewers)
    database.close()


@pytest.fixture
def statements(world: World) -> Callable[[], list[str]]:
    """The statements sent to the database since the last call."""
    sent: list[str] = []
    engine = world.database._reading  # noqa: SLF001 - what is sent is the point

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith("BEGIN"):  # a server is told with the first
            sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)

    def since() -> list[str]:
        found = list(sent)
        sent.clear()
        return found

    return since


@pytest.fixture
def plan(
    world: World, statements: Callable[[], list[str]]
) -> Callable[[str], list[str]]:
    """How SQLite carries out the one statement with those words since the last call."""

    def of(words: str) -> list[str]:
        (sent,) = {each for each in statements() if words in each}
        with world.database.read() as session:
            steps = session.connection().exec_driver_sql(
                f"EXPLAIN QUERY PLAN {sent}", (None,) * sent.count("?")
            )
            found = [str(step[3]) for step in steps]
        statements()
        return found

    return of
