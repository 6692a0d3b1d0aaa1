"""A refusal for a person is one and the same, whatever lies behind it.

Each world differs in nothing but the reason: one of the six kinds of link, with a court
condition or without, or a venue that is not to be used. What comes out of the program,
and how many statements it takes, must not tell them apart. How long it takes, and how
much work that is, is tried by ``tests.faults.timing``.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from tests.ui.sitting import sit
from tests.venues.services.reviews.scene import for_the_victim
from tests.world import HALL, LOGINS, NOW, OAK, STUDY, THURSDAY, WILLOW, World
from ui.pages.booking import BookingPage
from venues.database.models import CaseVenue, Separation
from venues.database.session import Database
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.errors import Refused
from venues.services import alternatives, attempts, bookings
from venues.services.finding import Wish

SINCE = date(2026, 1, 1)
LINKS = ("same offence", "co-defendants", "group conflict", "no contact", "family")
CODE = re.compile(r"K-[2-9A-Z]{6}")
OTHER = Period.lasting(datetime(2026, 11, 26, 14, 30), 60)
"""When the other person is there: as far from both ends of the afternoon as it goes,
so that the widest of the buffers reaches no other half-day."""


@dataclass(frozen=True)
class Why:
    """What lies behind a refusal."""

    kind: str
    court: bool

    def add(self, session: Any) -> None:
        """Put it down for the child of case 1 and the victim of case 2."""
        if self.kind == "venue":
            session.add(
                CaseVenue(
                    case_id=1, venue_id=1, since=SINCE, court_condition=self.court
                )
            )
            return
        pairs = {(1, 2): self.kind}
        if self.kind == "same person":  # known by another reference, which is linked
            pairs = {(1, 3): self.kind, (2, 3): "no contact"}
        session.add_all(
            Separation(
                first_id=first,
                second_id=second,
                kind=kind,
                court_condition=self.court,
                since=SINCE,
            )
            for (first, second), kind in pairs.items()
        )


REASONS = [
    Why(kind, court)
    for kind in (*LINKS, "same person", "venue")
    for court in (False, True)
]


@pytest.fixture
def worlds(small_world: Path, tmp_path: Path) -> Iterator[list[World]]:
    """A world for each reason, in the order of ``REASONS``."""
    made = []
    for number, why in enumerate(REASONS):
        path = tmp_path / f"{number}.sqlite"
        shutil.copy(small_world, path)
        database = Database.open(path)
        database.actor = 1
        viewers = [
            Viewer(n, login, login.replace(".", " ").capitalize(), role, 1)
            for n, (login, role) in enumerate(LOGINS, 1)
        ]
        world = World(database, *viewers)
        for_the_victim(world, period=OTHER)
        with database.write() as session:
            why.add(session)
        made.append(world)
    yield made
    for world in made:
        world.database.close()


@contextmanager
def counted(world: World) -> Iterator[list[str]]:
    """The statements that are sent meanwhile."""
    sent: list[str] = []
    engine = world.database._reading  # noqa: SLF001 - what is sent is the point

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


def bare(text: object) -> str:
    """The same without the code, which is random."""
    return CODE.sub("K-", str(text))


def refused(world: World, **changed: Any) -> Refused:
    """What comes of a deliberate attempt."""
    with pytest.raises(Refused) as trouble:
        attempts.book(
            world.database, world.request(**changed), world.practitioner, now=NOW
        )
    return trouble.value


def one_of(found: list[Any]) -> Any:
    """The one that all are, or a list of the reasons that differ."""
    differ = {
        f"{why.kind}, court {why.court}": each
        for why, each in zip(REASONS, found, strict=True)
        if each != found[0]
    }
    assert not differ
    return found[0]


def test_the_refusal_is_the_same_but_for_its_code(worlds: list[World]) -> None:
    found = [refused(world) for world in worlds]

    said = one_of([bare(each) for each in found])
    one_of([bare(each.findings) for each in found])

    assert said.endswith("quoting K-.")
    assert len({each.code for each in found}) == len(found)


def test_live_checks_and_alternatives_are_the_same(worlds: list[World]) -> None:
    wish = Wish(
        audience=worlds[0].request().audience,
        kind="SUP",
        period=worlds[0].request().period,
        people=3,
        references=("WA-20417",),
        worker_ids=(1,),
    )
    shown = []
    for world in worlds:
        with world.database.read() as session:
            judged = bookings.examine(
                session, world.request(), world.practitioner, now=NOW
            )
            ways = alternatives.nearest(
                session, wish, world.practitioner, WILLOW, now=NOW
            )
        shown.append((judged.findings, [each.room.venue.cluster_id for each in ways]))

    found = one_of(shown)
    assert 1 not in found[1][:1], "the first way out leads to another cluster"


def test_beside_it_nothing_says_when_the_other_person_leaves(
    worlds: list[World],
) -> None:
    # Oak Room is where the other person sits: that it is taken is not said.
    said = one_of([bare(refused(world, room_ids=(OAK,))) for world in worlds])

    assert said == one_of([bare(refused(world)) for world in worlds])


def test_an_attempt_takes_as_many_statements(worlds: list[World]) -> None:
    for work in (_live, _deliberate):
        numbers = []
        for world in worlds:
            work(world)  # what is kept in mind is there from now on
            with counted(world) as sent:
                work(world)
            numbers.append([_shape(each) for each in sent])
        assert one_of(numbers)


def test_stepping_through_a_cluster_finds_whole_half_days_only(
    worlds: list[World],
) -> None:
    found = []
    for world in (worlds[number] for number in range(0, 12, 2)):
        found.append({room: _steps(world, room) for room in (WILLOW, OAK, STUDY)})
        assert _steps(world, HALL) == []

    assert all(each == found[0] for each in found)
    afternoon = [
        datetime.combine(THURSDAY, time(hour, minute))
        for hour in range(12, 17)
        for minute in (0, 15, 30, 45)
        # an hour that reaches into the afternoon, or begins in it
        if (hour, minute) > (12, 0)
    ]
    assert found[0][WILLOW] == found[0][OAK] == found[0][STUDY] == afternoon


def test_the_page_is_the_same(
    qtbot: QtBot, worlds: list[World], tmp_path: Path
) -> None:
    shown = []
    for number, world in enumerate(worlds):
        for seat in sit(
            qtbot, world.database, world.practitioner, tmp_path / str(number)
        ):
            page = BookingPage(seat.desk)
            wish = Wish(
                audience=world.request().audience,
                kind="SUP",
                period=world.request().period,
                people=3,
                references=("WA-20417",),
                worker_ids=(1,),
            )
            page.begin(wish, WILLOW)
            seat.show(page)
            page.try_to_save()
            seat.rest()
            card = page.card
            shown.append(
                (
                    bare(card.refusal.text()),
                    card.ask.isVisible(),
                    card.ask.text(),
                    [button.text() for button in card.ways.buttons],
                    [bare(entry.row.accessibleName()) for entry in card.checks.shown()],
                )
            )
            page.close()

    said = one_of(shown)
    assert said[1]
    assert not any("later" in words or "Try" in words for words in said[3])


def _live(world: World) -> None:
    with world.database.read() as session:
        bookings.examine(session, world.request(), world.practitioner, now=NOW)


def _deliberate(world: World) -> None:
    refused(world)


def _shape(statement: str) -> str:
    """What is asked, without the values."""
    return " ".join(statement.split())[:60]


def _steps(world: World, room_id: int) -> list[datetime]:
    """Every quarter of an hour of the day at which an hour there is refused so."""
    found = []
    start = datetime.combine(THURSDAY, time(9))
    check: Callable[..., Any] = bookings.examine
    for step in range(40):
        period = Period.lasting(start + step * timedelta(minutes=15), 60)
        with world.database.read() as session:
            judged = check(
                session,
                world.request(period=period, room_ids=(room_id,)),
                world.practitioner,
                now=NOW,
            )
        if any(each.rule == "person" for each in judged.findings):
            found.append(period.starts)
    return found
